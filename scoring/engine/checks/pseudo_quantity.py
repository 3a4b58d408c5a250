"""I_PSEUDO: a bare percentage as the target of something that nobody can count (提升服务水平 ≥95%)."""

import re
from collections.abc import Iterator

from scoring.engine.checks.base import Check, CheckContext
from scoring.engine.checks.target_rows import TargetRow, listed, one_for_all, typed_rows
from scoring.engine.results import Finding
from scoring.engine.text import normalise, split_notes

# What such a name is about, and words that say what is counted after all.
_VAGUE = re.compile(
    r"^(?:不断|持续|进一步|有效|切实|明显|显著)*(?:提升|提高|增强|改善|促进|推动|推进|优化|加强|保障|完善|深化|营造)"
    r"|(?:水平|能力|作用|(?<!防治)(?<!治疗)效果|影响|意识|素质|环境|形象|获得感|幸福感|凝聚力|机制|秩序|提升|提高|增强|改善|优化|完善"
    r"|稳定|和谐|氛围|风气|(?:服务|工作|生活|教学|办学|管理)质量)$"
)
_COUNTED = re.compile(
    r"率|[比数额度次人户家件]$|(?<!质)量$|素养|安全感|比例|占比|比重|覆盖|满意|幅|增长|下降|降低|减少|压减|节约|节能|收入|支出|面积"
    r"|浓度|产值|税收|产量|人均|应保尽保|参保|达标|合格"
)
_BENEFIT = re.compile(r"效益|影响|质量")


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """Benefit and quality rows whose percentage has no numerator or denominator; one finding for all."""
    rows = [row for row in typed_rows(context, "target") if _is_pseudo(row)]
    message = (
        f"指标值只有一个百分数，名称没有说明是什么的比率，无法取数核实：{listed(row.name for row in rows)}。"
        "请改成可以统计的指标，或者写成定性目标。"
    )
    yield from one_for_all(check, rows, "target", message)


def _is_pseudo(row: TargetRow) -> bool:
    target = row.judged.target
    bare = target.unit == "%" and not target.words
    name = split_notes(normalise(row.given.name))[0]
    return (
        bare and bool(_BENEFIT.search(row.levels)) and bool(_VAGUE.search(name)) and not _COUNTED.search(name)
    )


CHECK = Check("I_PSEUDO", "百分数没有说明是什么的比率", "information", find)
