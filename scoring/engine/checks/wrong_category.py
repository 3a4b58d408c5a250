"""I_CAT: an indicator whose wording belongs under another second level (郫都区复核第⑩条)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scoring.engine.checks.base import Check, CheckContext
from scoring.engine.checks.target_rows import TargetRow, listed, one_for_all, typed_rows
from scoring.engine.results import Finding
from scoring.engine.text import normalise, split_notes
from scoring.engine.units import dimension
from scoring.engine.wording import is_not_applicable


@dataclass(frozen=True)
class Category:
    """A second level. A row doesn't fit where its name says `foreign` and neither cell says `own`."""

    level: re.Pattern[str]
    foreign: re.Pattern[str]
    own: re.Pattern[str]


def _category(level: str, foreign: str, own: str) -> Category:
    return Category(re.compile(level), re.compile(foreign), re.compile(own))


_NEVER = r"(?!)"
CATEGORIES = (
    _category(
        "时效",
        r"率$",
        r"时|期|限|进度|年内|当[年月日季]|办结率|结案率|响应|开工|完工|竣工"
        r"|(?:预算|资金|支出).*(?:执行|使用)率|到位率|支付率|拨付率|发放率|下达率|结余率",
    ),
    _category(
        "^(?!.*(?:社会|生态)).*成本",
        r"到位率|覆盖率|合格率|达标率|参保率|知晓率|满意度|完成率|征缴|收支$",
        r"成本|费|支出|预算|投资|节约|超支|造价|价",
    ),
    _category(
        "经济效益",
        r"覆盖率|合格率|知晓率|知晓度|满意度|参保率|入学率|及时率|监督检查|培训",
        r"收入|增收|产值|产量|税|利润|销售|投资|成本|节约|损失|企|经济|元",
    ),
    _category(
        "生态(?!.*成本)",
        r"",
        r"生态|环境|环保|环评|人居|污|绿|水(?!平)|空气|大气|林|树|土|节能|能耗|能源|用电|减排|排放|垃圾|废|噪|尘|烟|碳"
        r"|植被|资源|卫生|洁|湿地|自然|耕地|农药|化肥|农膜|草|物种|多样性|PM|回收|循环|气候|地质|纸|秸秆|粪|厕"
        r"|节约|可持续|河|湖|山|沙|田|园|景|宜居|村容|市容|美化|美丽|乡村|周边|病虫害|疫",
    ),
    _category(
        "满意",
        r"率$|度$|数$|数量$|事件",
        r"满意|认可|认同|评价|投诉|好评|感受|获得感|幸福感|口碑|信任|支持|体验|舒适|接受",
    ),
    _category(
        "质量",
        r"(?:人数|人次|次数|场次|户数|个数|台数|份数|数量|面积|里程)$",
        r"合格|达标|通过|符合|优|良|奖|证|称号|高|差错|错误|事故|投诉|违规|违法|问题|缺陷|返工|整改|质量|等级|标准|平均|人均|有效",
    ),
    _category(
        "社会效益|可持续",
        r"(?:预算|资金|支出|经费).*(?:执行|支付|拨付|到位)率$|验收合格率$|(?:工程|项目)\S*完工率$",
        _NEVER,
    ),
    _category(
        "数量",
        r"满意度|合格率|达标率|优良率|及时率|准确率|知晓率|(?:支付|执行|拨付|到位)率|(?:工程|项目|预算)(?:资金)?(?:总额|金额)$",
        _NEVER,
    ),
)


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """A rate under 时效, funds in place under 成本, a coverage under 经济效益; one finding for all rows."""
    rows = [row for row in typed_rows(context, "level2") if misplaced(row)]
    names = listed(f"{row.name}（{row.given.level2.strip()}）" for row in rows)
    message = (
        f"三级指标与所属二级指标不符，复核时可能不予计分：{names}。请移到相符的二级指标下，或换成相符的指标。"
    )
    yield from one_for_all(check, rows, "name", message)


def misplaced(row: TargetRow) -> bool:
    """Whether the row's words belong elsewhere; where they say nothing, it stays where it is."""
    name = split_notes(normalise(row.given.name))[0]
    if not name or is_not_applicable(row.target):
        return False
    category = next((each for each in CATEGORIES if each.level.search(row.given.level2)), None)
    if category is None or not category.foreign.search(name):
        return False
    if "成本" in row.given.level2 and dimension(row.judged.target.unit) == "money":
        return False
    return not category.own.search(f"{name} {row.target}")


CHECK = Check("I_CAT", "三级指标与二级指标不符", "information", find)
