"""What words in a completion cell claim: done, not done, partly done, nothing happened, or the target over again."""

import re

from scoring.engine.text import core

_DONE_VERBS = r"完成|达成|达到|实现|符合|满足|落实|兑现|执行|到位|达标|合格|通过|达到或超过"
_DONE = re.compile(
    rf"(?:已|均|全部|全面|按时|按期|如期|及时|圆满|顺利|严格|较好地?|按(?:照)?(?:计划|要求|规定|序时进度)|都|各项工作)*"
    rf"(?:{_DONE_VERBS}|超额完成)(?:了|到)?"
    r"(?:本|全年|年度|年初|当年|预期|预定|预计|既定|设定|规定|绩效|考核|相关|各项|的|指标|目标|要求|任务|计划|标准|规定|规范"
    r"|效果|进度|工作|值|全部)*"
)
_NOT_DONE = re.compile(
    r"(?:未|尚未|没有|未能|没能|不能|无法|不)(?:全部|完全|全面|按时|按期|如期|及时)?"
    r"(?:完成|达成|达到|达标|实现|开展|实施|启动|执行|落实|建成|通过|到位|合格|符合|满足)"
)
_NEGATION = re.compile(
    r"未|没|不(?!断)|非(?!常)|无(?!偿|害|障碍)|缺|欠|尚|(?<![拆清消排免解])除(?![险雪草尘湿虫])|仅|只|但|有待"
)
_HEDGE = re.compile(
    r"基本|部分|有所|略|一定|较为|较(?!上|去|20)|初步|多数|大多|主要|有待|逐步(?!提)|尚|一般|大体|接近|近"
)
_ALL_DONE = re.compile(
    r"(?:全部|全都|全面|全员|均|都|一律|百分百)\S{0,6}?"
    r"(?:完成|达标|合格|到位|实现|符合|满足|办结|兑现|通过|发放|落实|覆盖|支付|拨付|整改|验收|参保)"
)
_NOTHING = re.compile(
    r"^(?:全年|本年度?|当年|年内|目前|至今|均|期间|项目)*"
    r"(?:无(?!法|障碍|线|人机|偿|害|论|缝|烟|纸|公害|关)|没有|未发生|未发现|未出现|未产生|未收到|未接到|未接|未有|未见"
    r"|零(?!星|距离|售|件|散|工|容忍)|不存在|不发生|不出现|杜绝)"
)
_NOT_APPLICABLE = re.compile(r"无|没有|不适用|不涉及|暂无|无此项|未涉及|无此指标|不考核|未设置")
_SEVERITY = re.compile(r"一般|较大|重大|特大|轻微|严重")
_FORECAST = re.compile(r"预计|预期将|力争|争取|拟(?!定)|计划于|将于|将在")
_STRONG = re.compile(r"显著|明显|大幅度?|极大地?|非常|十分|高度|很|深入")
_STEADY = re.compile(
    r"有效|切实|不断|持续|稳步|进一步|逐步|逐渐|逐年|全面"
    r"|充分|长期|大力|积极|更加|良好|得到|有力|较好|了|的|地|已"
)
_QUALITIES = ("到位", "合格", "通过", "达标")
_RANKS = {
    "优秀": 4,
    "优": 4,
    "良好": 3,
    "良": 3,
    "合格": 2,
    "及格": 2,
    "中": 2,
    "不合格": 1,
    "差": 1,
    "较差": 1,
}


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


def claims_done(text: str) -> bool:
    """Words of completion and nothing else: "达成预期指标", "已完成"; not "基本完成"."""
    plain = core(text)
    return bool(_DONE.fullmatch(plain)) and not is_hedged(plain) and not _NOT_DONE.search(plain)


def claims_all_done(text: str) -> bool:
    """Words that amount to 100%: "5个断面全部达标", "各项服务工作均完成", "未发现不符合"."""
    plain = core(text)
    if re.match(r"未发现|无不|没有不|未出现不", plain):
        return not re.search(r"但|除", plain)
    return bool(_ALL_DONE.search(plain)) and not is_hedged(plain) and not _NEGATION.search(plain)


def denies(text: str) -> bool:
    """Whether the cell says no in its only clause: "未完成", "未达成年度指标"."""
    plain = core(text)
    if _NOTHING.match(plain):
        return False
    return bool(_NOT_DONE.match(plain) or (_NOT_DONE.search(plain) and len(plain) <= 12))


def says_nothing_happened(text: str) -> bool:
    """Whether the number behind the words is zero: "无投诉", "未发生", "零事故"."""
    return bool(_NOTHING.match(core(text))) and not re.search(r"但|除|仅", text)


def severity(text: str) -> set[str]:
    """Words such as 一般, 重大: an accident of one degree does not answer for another."""
    return set(_SEVERITY.findall(text))


def judge_absence(target: str, actual: str, name: str) -> bool | None:
    """A target of none ("无结余", "零事故", "无不完整") against words."""
    plain = core(actual)
    if says_nothing_happened(actual):
        return True
    fault = re.sub(r"^(?:无|没有|未发生|未发现|未出现|零|不存在|不发生|杜绝)", "", core(target))
    if fault and re.search(rf"(?<!没)(?:有|发生|存在|出现){re.escape(fault)}", plain):
        return None if severity(plain) - severity(target + name) else False
    if (flaw := re.search(r"(?:不|未)(\w{2})", fault)) and flaw[1] in plain:
        return None if _NEGATION.search(plain) or is_hedged(plain) else True
    return None


def judge_words(target: str, actual: str) -> bool | None:
    """A target in words against a completion in words; None unless the words themselves decide it."""
    wanted, said = core(target), core(actual)
    if same_words(target, actual):
        return True
    if (ranked := _judge_rank(wanted, said)) is not None:
        return ranked
    if re.match(r"部分达成(?:年度)?指标并具有一定效果", said):  # the second of the three published tiers
        return False
    if denies(actual):
        return False
    if is_hedged(said) and not (set(_HEDGE.findall(said)) <= set(_HEDGE.findall(wanted))):
        return None
    if claims_done(actual) and not _lacks_some(wanted, said):
        return True
    return _judge_stem(wanted, said)


def _rank_of(text: str) -> int | None:
    return _RANKS.get(re.sub(r"(?:等次|等级|及?以上|评定为|达到|为|率)", "", text))


def _judge_rank(wanted: str, said: str) -> bool | None:
    goal, got = _rank_of(wanted), _rank_of(said)
    return got >= goal if goal and got else None


def _stem(text: str) -> str:
    return _STEADY.sub("", _STRONG.sub("", text))


def _lacks_some(wanted: str, said: str) -> bool:
    """Whether the answer takes up the target's word but not all of it: "及时到位" for "及时足额到位"."""
    return any(word in wanted and word in said for word in _QUALITIES) and _stem(wanted) not in _stem(said)


def _judge_stem(wanted: str, said: str) -> bool | None:
    """Finds "及时" in "发放及时", "提升" in "显著提升"; a weaker degree than the target's decides nothing."""
    goal, got = _stem(wanted), _stem(said)
    if len(goal) < 2 or goal not in got:
        return None
    if re.search(rf"(?:不|未|没|没有|不够|未能|不能){re.escape(goal)}", got):
        return False
    if _NEGATION.sub("", got) != got and not _NEGATION.search(goal):
        return None
    return None if _STRONG.search(wanted) and not _STRONG.search(said) else True
