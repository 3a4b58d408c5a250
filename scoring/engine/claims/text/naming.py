"""When two figures of a text go by the same name: names without owners and idle words, years, stages, wholes."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from scoring.engine.claims.text.figures import Figure
from scoring.engine.claims.text.labels import name_of
from scoring.engine.claims.text.reading import Reading
from scoring.engine.units import base_of, dimension

# What a budget figure is a figure of; "" where the sentence doesn't say.
Stage = Literal["", "initial", "adjusted", "actual"]

_OWNER = re.compile(
    r"^[\u4e00-\u9fff]{0,14}?(?:局|中心|单位|部门|委员会|办公室|医院|学校|全县|全区|全市)(?=[\u4e00-\u9fff]{4,})"
)
_IDLE = re.compile(
    r"的|了|^(?:支付|发放|完成|实现|拨付|实际|财政代缴|度)+(?=[\u4e00-\u9fff]{4,})|(?:数|额|金额|总额|总数)$"
)
_STAGES: tuple[tuple[Stage, re.Pattern[str]], ...] = (
    ("actual", re.compile(r"决算|执行数|实际支出|实际收入|实际使用|实际完成|实际发生|支出完成")),
    ("adjusted", re.compile(r"调整后?预算|调整后|全年预算|实际下达|预算下达|追加")),
    (
        "initial",
        re.compile(
            r"年初预算|年初批复|年初(?=[\u4e00-\u9fff]{0,6}预算)|批复|预算安排|预算编制|预算总?额|预算为|预算"
        ),
    ),
)
_PART_OF = re.compile(r"其中|包括|\(|主要用于|分别为")
# A rate that is aimed at or scored, not reported: 参保率达95%以上, 完成率为100%得满分.
_AIMED = re.compile(r"目标|力争|预计|计划|指标|标准|满分|得分|扣|应当?达")
_SCORED = re.compile(r"\s*(?:的?得|权重|扣|满分|分值|\)?的?，?得)")
# Points are compared only where they are a total.
_POINTS = re.compile(r"总分|总得分|综合得分|综合评分|最终得分|评价得分")
# Names that say what kind of figure it is and not of what; alone they name nothing.
_GENERIC = frozenset(
    (
        "年初预算 支出决算 决算 预算 支出 收入 金额 资金 资助金额 救助金额 发放资金 发放救助资金 "
        "执行数 预算数 全年预算 全年执行 实际支出 总支出 总收入 本年支出 本年收入 收入合计 支出合计 "
        "人数 人次 权重分 单价 支出预算 涉及金额 财政拨款 补助资金 合同金额 专项资金 项目资金 上级资金 "
        "其他资金 县级资金 省级资金 市级资金 中央资金 本级资金 自筹资金 使用资金 分值 得分 自评得分 "
        "累计结余 年末结余 当年结余 上年结转 医疗费用 满意度 完成率 执行率 增长率 达标率 合格率 占比 "
        "比例 参与人数 参加人数 受益人数 "
    ).split()
)
_YEARS = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d{2})\s?年|上年(?!结转|结余)|去年|上一年")
_SHARE = re.compile(r"[，,]?\s?占(?P<base>[\u4e00-\u9fff]{2,20}?)的?(?:比重|比例|比率)?[为约]?\s?\d")
_BACK = 160
_LEAST_NAME = 4
_MOST_WHOLES = 6


@dataclass(frozen=True, slots=True)
class Total:
    """A total that a figure may be a part of: its amount in its base unit, and its name."""

    size: tuple[Decimal, str]
    name: str


@dataclass(frozen=True, slots=True)
class Mention:
    """One figure under its name. `wholes` are the totals before it in its sentence that it may be a part of.

    `share_of` names the total that it is said to be a share of.
    """

    figure: Figure
    reading: Reading
    key: str
    year: int | None
    stage: Stage
    wholes: frozenset[Total]
    share_of: str = ""

    def shares_whole(self, other: "Mention") -> bool:
        """Whether both are parts of one total: of the same amount, or of totals that go by one name."""
        if {whole.size for whole in self.wholes} & {whole.size for whole in other.wholes}:
            return True
        names, others = (
            {mention.share_of, *(one.name for one in mention.wholes)} for mention in (self, other)
        )
        return any(_of_one_name(one, two) for one in names for two in others)

    @property
    def measure(self) -> str:
        """What the figure's unit measures; figures of another measure are other figures."""
        return measure_of(self.figure.unit)


def measure_of(unit: str) -> str:
    """The dimension of a unit; per-head and per-year units are dimensions of their own."""
    return base_of(unit) if "/" in unit else dimension(unit)


@lru_cache(maxsize=8192)
def key_of(head: str) -> str:
    """The name that a figure is compared under, empty where it is too general to mean one thing."""
    name = _OWNER.sub("", re.sub(r"(?:19|20)\d{2}年?度?", "", name_of(head)))
    before = None
    while before != name:
        before, name = name, _IDLE.sub("", name)
    return "" if len(name) < _LEAST_NAME or name in _GENERIC or "(" in name else name


def mention_of(reading: Reading, figure: Figure) -> Mention | None:
    """The figure under its name; None for changes, shares, vague figures and what has no name of its own."""
    if figure.vague or not figure.unit or reading.label(figure).role != "amount":
        return None
    key = key_of(figure.head)
    span = reading.sentence(figure)
    if not key or not _is_reported(reading, figure, span.start):
        return None
    return Mention(
        figure=figure,
        reading=reading,
        key=key,
        year=_year(reading, figure, span.start),
        stage=_stage(reading.prose.text[max(span.start, figure.start - _BACK) : figure.start]),
        wholes=_wholes(reading, figure, span.start),
        share_of=_share_of(reading, figure),
    )


def _share_of(reading: Reading, figure: Figure) -> str:
    """The total that the words behind a figure call it a share of: …，占基本支出的12.36%."""
    match = _SHARE.match(reading.prose.text, figure.end)
    return key_of(match["base"]) if match else ""


def _of_one_name(one: str, other: str) -> bool:
    """基本支出 and 财政拨款基本支出; two nameless totals may be any."""
    return bool(one and other) and (one.endswith(other) or other.endswith(one))


def _is_reported(reading: Reading, figure: Figure, start: int) -> bool:
    """Whether a rate or a number of points says what was reached; rubrics and targets repeat names at will."""
    if figure.unit == "分":
        return bool(_POINTS.search(figure.head))
    if not figure.is_percent:
        return True
    text = reading.prose.text
    return not _AIMED.search(text, max(start, figure.start - 40), figure.end) and not _SCORED.match(
        text, figure.end
    )


def _year(reading: Reading, figure: Figure, start: int) -> int | None:
    """The year named last before a figure in its sentence; 上年 is the one before the text's own."""
    written = list(_YEARS.finditer(reading.prose.text, max(start, figure.start - _BACK), figure.start))
    if not written:
        return reading.year
    last = written[-1]
    if last["year"]:
        return int(last["year"])
    return reading.year - 1 if reading.year else None


def _stage(before: str) -> Stage:
    """The stage named last before a figure."""
    last: tuple[int, Stage] = (-1, "")
    for stage, pattern in _STAGES:
        for match in pattern.finditer(before):
            last = max(last, (match.end(), stage))
    return last[1]


def _wholes(reading: Reading, figure: Figure, start: int) -> frozenset[Total]:
    """Amounts of the same measure before 其中 or an opening bracket in the sentence."""
    text = reading.prose.text
    found: set[Total] = set()
    marks = [match.start() for match in _PART_OF.finditer(text, max(start, figure.start - 300), figure.start)]
    measure = measure_of(figure.unit)
    for mark in marks[-_MOST_WHOLES:]:
        before = reversed(reading.figures.between(max(start, mark - 120), mark))
        whole = next((other for other in before if measure_of(other.unit) == measure), None)
        if whole is not None:
            value = whole.within(base_of(whole.unit))
            size = (whole.value if value is None else value, base_of(whole.unit))
            found.add(Total(size, key_of(whole.head)))
    return frozenset(found)
