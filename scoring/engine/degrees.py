"""How good and how much, in words: ranks, the scale a target names, degrees of change, plain opposites."""

import re

# Words of one family, best first. Two families never answer each other.
_FAMILIES: tuple[tuple[tuple[str, ...], ...], ...] = (
    (("优秀", "优"), ("良好", "良", "优良"), ("合格", "及格", "中", "中等"), ("不合格", "差", "较差", "低")),
    (("很好",), ("好", "良好"), ("较好", "比较好"), ("一般", "中"), ("较差", "差", "不好")),
    (("很高",), ("高",), ("较高", "比较高"), ("中", "一般"), ("低", "较低", "不高")),
    (("很强",), ("强",), ("较强",), ("一般", "中"), ("弱", "较弱", "不强")),
    (
        ("非常明显", "十分明显", "非常显著"),
        ("明显", "显著"),
        ("较明显", "较为明显", "较显著"),
        ("一般",),
        ("不明显", "不显著"),
    ),
    (
        ("非常满意",),
        ("满意",),
        ("较满意", "比较满意", "较为满意", "基本满意"),
        ("一般",),
        ("不满意", "较不满意"),
    ),
    (("长期",), ("中长期",), ("中期", "短期")),
    (("是",), ("否",)),
    (("有",), ("无", "没有")),
    (("好",), ("坏",)),
)
_WORDS = tuple({word: rank for rank, words in enumerate(family) for word in words} for family in _FAMILIES)
_ON_SCALE = sorted({word for ranks in _WORDS for word in ranks} - {"优良"}, key=len, reverse=True)
_ANY_RANK = re.compile("|".join(_ON_SCALE))
# The first family is marked like a school report: every rank below the wanted one is short of it. In the others a
# neighbouring word ("较高" for "高") is a matter of taste.
_EXACT = (_WORDS[0], *_WORDS[-3:])
_ABOUT = re.compile(
    r"等次|等级|评定|评价|考核|结果|及?以上|效果|影响|作用|成效|程度|水平|达到|得到|取得|保持|为|率|的|较?上年|定性"
)
_STRONG = re.compile(r"显著|明显|大幅度?|极大地?|非常|十分|高度|很|深入")
_WEAK = re.compile(r"有所|略有?|稍有?|有?一定(?:程度|的)?|小幅度?|轻微|些许")
_STEADY = re.compile(
    r"有效|切实|不断|持续|稳步|进一步|逐步|逐渐|逐年|全面|充分|长期|大力|积极|更加|良好|得到|有力|较好|较大(?:幅度|程度)?|了|的|地|已"
)
# Rise and fall of an amount, better and worse of a state: a fall may be for the better, so the two don't mix.
_OPPOSITES = (
    (
        re.compile(r"(?:提升|提高|增强|增加|增长|上升|扩大|增多)+"),
        re.compile(r"(?:下降|降低|减少|减弱|缩小|下滑|回落)+"),
    ),
    (
        re.compile(r"(?:改善|好转|向好|优化|提升|变好)+"),
        re.compile(r"(?:恶化|变差|倒退|变坏|退步)+"),
    ),
    (re.compile(r"达标(?:排放)?"), re.compile(r"(?:超标|不达标)(?:排放)?")),
)


def judge_rank(wanted: str, said: str) -> bool | None:
    """Two ranks of one family, or the top of a scale; None where they are no ranks or too near to tell."""
    goal, got = _bare(wanted), _bare(said)
    top = _top_of_scale(goal)
    for ranks in _WORDS:
        if got in ranks and (top or goal) in ranks:
            if ranks[got] <= ranks[top or goal]:
                return True
            return False if not top and (ranks in _EXACT or _is_poor(got, ranks)) else None
    return None


def names_scale(text: str) -> bool:
    """Whether it lists the ranks to choose from: "优良中低差", "好坏"."""
    return _top_of_scale(_bare(text)) != ""


def is_high_rank(text: str) -> bool:
    """Whether it asks for more than a pass: 优, 良, 好, 高."""
    return any(ranks.get(_bare(text), len(ranks)) <= 1 for ranks in _WORDS[:4])


def _is_poor(word: str, ranks: dict[str, int]) -> bool:
    """Whether a word is mediocre or worse in its family."""
    return ranks[word] >= ranks.get("一般", max(ranks.values()))


def _bare(text: str) -> str:
    return _ABOUT.sub("", text).lstrip("=≥")


def _top_of_scale(text: str) -> str:
    """The best of "优良中低差" or "高中低"; "" for a text that names no whole scale."""
    named = _ANY_RANK.findall(text)
    whole = "".join(named) == re.sub(r"[/或]", "", text)
    return (
        named[0]
        if whole and (len(named) >= 3 or re.sub("[/或]", "", text) in ("是否", "有无", "好坏", "高低"))
        else ""
    )


def stem(text: str) -> str:
    """The words without their degree: "显著提升" and "有所提升" → "提升"."""
    return _STEADY.sub("", _WEAK.sub("", _STRONG.sub("", text)))


def degree(text: str) -> int:
    """2 for 显著, 明显 and their kin, 0 for 有所, 略有, 一定, 1 for neither."""
    return 0 if _WEAK.search(text) else 2 if _STRONG.search(text) else 1


def same_change(wanted: str, said: str) -> bool:
    """Whether both are the same change in other words: "提高" for "提升"."""
    goal, got = stem(wanted), stem(said)
    return any(words.fullmatch(goal) and words.fullmatch(got) for pair in _OPPOSITES for words in pair)


def contradicts(wanted: str, said: str) -> bool:
    """Whether the answer is nothing but the opposite change: "下降" for "提升", "恶化" for "改善"."""
    goal, got = stem(wanted), stem(said)
    return any(
        (up.fullmatch(goal) and down.fullmatch(got)) or (down.fullmatch(goal) and up.fullmatch(got))
        for up, down in _OPPOSITES
    )
