"""What words in a completion cell claim: done, not done, partly done, nothing happened, or the target over again."""

import re

from scoring.engine.naming import is_unwanted
from scoring.engine.text import core, normalise

_DONE_VERBS = r"完成|达成|达到|实现|符合|满足|落实|兑现|执行|到位|达标|合格|通过|达到或超过"
_DONE = re.compile(
    rf"(?:已|均|全部|全面|按时|按期|如期|及时|圆满|顺利|严格|较好地?|按(?:照)?(?:计划|要求|规定|序时进度)|都|各项工作)*"
    rf"(?:{_DONE_VERBS}|超额完成)(?:了|到)?"
    r"(?:本|全年|年度|年初|当年|预期|预定|预计|既定|设定|规定|绩效|考核|相关|各项|的|指标|目标|要求|任务|计划|标准|规定|规范"
    r"|效果|进度|工作|值|全部)*"
)
_NOT_DONE = re.compile(
    r"(?:未|尚未|没有|未能|没能|不能|无法|不)(?:全部|完全|全面|按时|按期|如期|及时|按[月季年]|按(?:要求|规定|计划|标准))?"
    r"(?:完成|达成|达到|达标|达预期|实现|开展|实施|启动|执行|落实|建成|通过|到位|合格|符合|满足|完工|竣工|开工|动工|采购|购置"
    r"|拨付|支付|发放|验收|办结|建立|公开|交付|投入使用|举办|组织|召开|购买)"
)
# Nobody counted, so nothing is known: that is no failure of the thing itself.
_NOT_COUNTED = re.compile(
    r"(?:未|尚未|没有|未能|无法|不能)\S{0,6}(?:调查|统计|测评|问卷|评价|监测|核算|考核|量化)"
)
_PART = r"(?:完成|达成|达到|达标|实现|落实|开展|实施|到位|发放|拨付|支付|建成|验收|通过|兑现|执行|消除|化解|整改|解决|修复|改造)"
_PARTIAL = re.compile(rf"(?:仅|只)?部分{_PART}|部分\S{{0,6}}(?:尚未|未能|未|没有)\S{{0,2}}{_PART}")
_UNDER_WAY = re.compile(
    r"正在|正(?:推进|实施|办理)|(?:进行|推进|实施|建设|办理|筹备|施工|审批|采购|整改|编制)(?:之)?中$|进行中|待|前期|阶段性|需(?!求)|须|(?:提升|提高|改进|改善|完善|优化|进步)空间"
    r"|(?:不断|逐步|逐渐|持续)(?:建立|健全|建成|完成|完善|规范|达标)"
)
NEGATION = re.compile(
    r"未|没|不(?!断)|非(?!常)|无(?!偿|害|障碍)|缺|欠|尚|(?<![拆清消排免解])除(?![险雪草尘湿虫])|仅|只|但|有待"
)
_HEDGE = re.compile(
    r"基本|部分|有所|略|一定|较为|较(?!上|去|20)|初步|多数|大多|主要|有待|逐步(?!提)|尚|一般|大体|接近|近"
)
_ALL_DONE = re.compile(
    r"(?:全部|全都|全面|全员|均|都|一律|百分百)\S{0,6}?"
    r"(?P<what>完成|达标|合格|到位|实现|符合|满足|办结|兑现|通过|发放|落实|覆盖|支付|拨付|整改|验收|参保)|全覆盖"
)
_NOTHING = re.compile(
    r"^(?:全年|本年度?|当年|年内|目前|至今|均|期间|项目|坚决|有效|切实)*"
    r"(?:无(?!法|障碍|线|人机|偿|害|论|缝|烟|纸|公害|关)|没有|未发生|未发现|未出现|未产生|未收到|未接到|未接|未有|未见"
    r"|零(?!星|距离|售|件|散|工|容忍)|不存在|不发生|不出现|杜绝)"
)
_NOT_APPLICABLE = re.compile(r"无|没有|不适用|不涉及|暂无|无此项|未涉及|无此指标|不考核|未设置")
_SEVERITY = re.compile(r"一般|较大|重大|特大|轻微|严重")
_SHORTCOMING = re.compile(
    r"问题|困难|滞后|延迟|延期|延误|偏低|较低|偏差|差距|薄弱|不足|有限|停止|取消|暂停|终止"
)
_FALL = re.compile(r"(?P<thing>.*?)(?:较上年度?|比上年度?|同比|情况|均|有)*(?:下降|减少|降低|减弱)")
_MARKED = re.compile(r"[①-⑳]")
_ITEMS = re.compile(r"(\d{1,2})项(?:每项|，每项)")
_GOOD = re.compile(
    r"(?:充分|匹配|合理|完整|规范|健全|明确|齐全|合规|到位|符合|相符|一致|准确|及时|真实|有效|完善|科学|清晰|可行|达标|合格)$"
)
_REPORT = 6  # characters from which an answer says more than yes
_FORECAST = re.compile(r"预计|预期将|力争|争取|拟(?!定)|计划于|将于|将在")


def same_words(target: str, actual: str) -> bool:
    """Whether two cells say the same, punctuation and width aside."""
    return core(target) == core(actual) != ""


def is_not_applicable(text: str) -> bool:
    """Whether a cell holds only "无", "不涉及" or the like."""
    return bool(_NOT_APPLICABLE.fullmatch(core(text)))


def is_forecast(text: str) -> bool:
    """Whether the words speak of what is still to come."""
    return bool(_FORECAST.search(text))


def is_hedged(text: str) -> bool:
    """Whether "基本", "部分", "有所" or their kin fall short of a plain yes."""
    return bool(_HEDGE.search(text))


def hedges(text: str) -> set[str]:
    """The words in a text that take something back: 基本, 部分, 有所."""
    return set(_HEDGE.findall(text))


def is_partial(text: str) -> bool:
    """Whether it says that only a part was done: "部分完成", "部分工作尚未完成"."""
    return bool(_PARTIAL.match(core(text)))


def is_under_way(text: str) -> bool:
    """Whether it says that the work still goes on: "正在建设", "不断健全"."""
    return bool(_UNDER_WAY.search(text))


def claims_done(text: str) -> bool:
    """Words of completion and nothing else: "达成预期指标", "已完成"; not "基本完成"."""
    plain = core(text)
    return bool(_DONE.fullmatch(plain)) and not is_hedged(plain) and not _NOT_DONE.search(plain)


def claims_all_done(text: str) -> bool:
    """Words that amount to 100%: "5个断面全部达标", "各项服务工作均完成", "未发现不符合"."""
    plain = core(text)
    if re.match(r"未发现|无不|没有不|未出现不", plain):
        return not re.search(r"但|除", plain)
    return bool(_ALL_DONE.search(plain)) and not is_hedged(plain) and not NEGATION.search(plain)


def names_all_of(text: str, name: str) -> bool:
    """Whether words for 100% speak of the rate in the name: "全部合格" of 合格率, "全覆盖" of 覆盖率."""
    match = _ALL_DONE.search(core(text))
    return bool(match and claims_all_done(text) and (match["what"] or "覆盖") in name)


def denies(text: str) -> bool:
    """Whether the cell says no in its only clause: "未完成", "未达成年度指标"."""
    plain = core(text)
    if _NOTHING.match(plain) or _NOT_COUNTED.search(plain):
        return False
    return bool(_NOT_DONE.match(plain) or (_NOT_DONE.search(plain) and len(plain) <= 12))


def says_nothing_happened(text: str) -> bool:
    """Whether the number behind the words is zero: "无投诉", "未发生", "零事故"."""
    return bool(_NOTHING.match(core(text))) and not re.search(r"但|除|仅", text)


def shortcomings(text: str) -> set[str]:
    """The words in a text that find fault: 滞后, 不足, 有限."""
    return set(_SHORTCOMING.findall(text))


def tells_what_was_done(text: str) -> bool:
    """Whether a cell reports work or results and nothing wrong with them: no doubt, gap, delay or mere plan."""
    plain = core(text)
    doubted = NEGATION.search(plain) or is_hedged(plain) or is_under_way(plain) or is_forecast(plain)
    fall = _FALL.match(plain)
    worse = _SHORTCOMING.search(plain) or (fall and not is_unwanted(fall["thing"]))
    return len(plain) >= _REPORT and not doubted and not worse


def answers_each(target: str, actual: str) -> bool:
    """Whether a checklist (①②③, "4项每项25%") gets as many answers, each of them plainly good."""
    wanted = len(set(_MARKED.findall(target))) or int((_ITEMS.search(normalise(target)) or [0, 0])[1])
    answers = [clause for clause in re.split(r"[，、；]", normalise(actual).strip("。；，")) if clause]
    good = all(
        _GOOD.search(clause) and not NEGATION.search(clause) and not is_hedged(clause) for clause in answers
    )
    return len(answers) == wanted > 1 and good


def severity(text: str) -> set[str]:
    """Words such as 一般, 重大: an accident of one degree does not answer for another."""
    return set(_SEVERITY.findall(text))


def without_good_news(text: str) -> str:
    """The text without the clauses that only deny something unwanted: "专款专用，无截留挪用" → "专款专用"."""
    first, *others = re.split(r"[，；。]", normalise(text))
    return "，".join([first, *(clause for clause in others if not _denies_unwanted(clause))])


def _denies_unwanted(clause: str) -> bool:
    match = _NOTHING.match(core(clause))
    return bool(match and is_unwanted(core(clause)[match.end() :]))


def judge_absence(target: str, actual: str, name: str) -> bool | None:
    """A target of none ("无结余", "零事故", "无不完整") against words."""
    plain = core(actual)
    if says_nothing_happened(actual):
        return True
    if plain in ("有", "是", "存在", "发生", "已发生", "出现"):
        return False
    fault = re.sub(r"^(?:无|没有|未发生|未发现|未出现|零|不存在|不发生|杜绝)", "", core(target))
    if fault and re.search(rf"(?<!没)(?:有|发生|存在|出现){re.escape(fault)}", plain):
        return None if severity(plain) - severity(target + name) else False
    if (flaw := re.search(r"(?:不|未)(\w{2})", fault)) and flaw[1] in plain:
        return None if NEGATION.search(plain) or is_hedged(plain) else True
    return None
