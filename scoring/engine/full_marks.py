"""What a scoring rule asks for the full mark, where a target is written as one."""

import re

from scoring.engine.text import EDGE_MARKS, LONGEST, normalise

_GRADED = re.compile(
    r"(?:[得计记给]|，)满分(?![\d为])|不得分|酌情|[得计记给各]\d+(?:\.\d+)?分|(?<![\d.])\d+(?:\.\d+)?分[；。]|扣\d+(?:\.\d+)?(?:分|%)|权重分"
)
_MEETS = re.compile(r"[，、](?:均|都)?(?:符合|满足|达到|达标|做到)(?:上述)?(?:要求|条件|标准)?(?:的|者)?$")
_TIER = re.compile(
    r"(?P<condition>.*?)(?:(?:[得计记给]|，)满分|得100%权重分|[得计记给各]?(?<![\d.])\d+(?:\.\d+)?分)"
)
_EARNS = re.compile(r"(?P<condition>[^\d]{1,12}?)(?:(?:得|计|记|给)(?:满分|\d\S*)|不得分|不[计给]分)")
_PER_POINT = re.compile(r"每(?P<way>低于|少于|高于|超过|超出)(?P<limit>\d+(?:\.\d+)?%?)")
_CASES = re.compile(
    r"^(?:(?:\d{1,2}|[一二三四五六七八九十])[种类项]情[况形]|(?:以上|上述|下列|以下)(?:情[况形]|内容|要求)?[，：]?)"
)
_PER_FAULT = re.compile(r"每(?:发现|出现|查出|缺少|缺|有)[一1]?[处项次个例人件起]?(?P<fault>[^扣]*?)扣")
_ONLY_WHETHER = re.compile(
    r"(?:完成|符合|达到|达标|满足)(?:要求|标准|目标)?(?:的|者)?[得计](?:满分|\d+(?:\.\d+)?分)"
    r"[，；。](?:否则|反之|未完成|不符合|未符合|不达标|未达到|未达标|不满足)\S{0,4}(?:不得分|[得计]0分)[。]?"
)


def asks_only_whether(text: str) -> bool:
    """Whether a scoring rule names no measure of its own: "符合得满分，否则不得分"."""
    return bool(_ONLY_WHETHER.fullmatch(normalise(text)))


def lower_tiers(text: str) -> list[str]:
    """The conditions of a scoring rule that earn less than the full mark: "基本健全得60%，不健全不得分" → 基本健全, 不健全."""
    clauses = re.split(r"[，；。]", normalise(text))
    graded = [match for clause in clauses if (match := _EARNS.fullmatch(clause))]
    return [match["condition"] for match in graded[1:]]


def full_mark_condition(text: str) -> str:
    """What a scoring rule asks for the full mark: "90%以上得满分，70-90得1.5分" → "90%以上".

    A rule that only takes marks off for each fault asks for none: "每发现1处不完整扣20%权重分" → "无不完整".
    Text that is no scoring rule comes back as it is.
    """
    text = re.split(r"[，；。]否则", text)[0]
    if len(text) > LONGEST or not _GRADED.search(text):
        return text
    first = re.split(r"[；。]|，不符合", text)[0]
    if point := _PER_POINT.match(first):
        return ("不低于" if point["way"] in ("低于", "少于") else "不超过") + point["limit"]
    if match := _PER_FAULT.match(_CASES.sub("", first)):
        return "无" + match["fault"]
    tier = _TIER.match(first)
    return _MEETS.sub("", (tier["condition"] if tier else first).strip(EDGE_MARKS))
