"""A grade written beside a total of points: 总得分88.8分，评级为“良”. Bands of 财预〔2020〕10号 第二十四条."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from scoring.engine.claims.claim import Claim, Verdict
from scoring.engine.claims.text.figures import Figure
from scoring.engine.claims.text.reading import Judged, Reading

_GRADE = re.compile(
    r"(?:评级|等级|等次|档次|级别|评价结果|评价结论|自评结论|评定)(?:结果)?(?:均?为|是|属于|：|达到)?\s?[“\"‘]?"
    r"(?P<grade>优秀|优|良好|良|中等|中|一般|合格|较差|差|不合格)(?![\u4e00-\u9fff])"
)
_SCORE = re.compile(r"得分|总分|综合分|评分|分数|自评分")
_BANDS = ((Decimal(90), "优"), (Decimal(80), "良"), (Decimal(60), "中"), (Decimal(0), "差"))
_SAME = {
    "优秀": "优",
    "良好": "良",
    "中等": "中",
    "一般": "中",
    "合格": "中",
    "较差": "差",
    "不合格": "差",
}
FULL = Decimal(100)
_OWN_BANDS = re.compile(r"(?:85|75|70|95)\s?分?(?:\(含\))?\s?(?:以上|[-~至])")
_REACH = 60


def find(reading: Reading) -> Iterator[Claim]:
    """Every grade with the total of points just before it."""
    has_own_bands = cache(lambda: bool(_OWN_BANDS.search(reading.prose.text)))
    for match in _GRADE.finditer(reading.prose.text):
        score = _score(reading, match.start())
        if score is None:
            continue
        written, due = match["grade"], _band(score.value)
        agrees = _SAME.get(written, written) == due
        # Another scale of bands may be the form's own: nearly so for points just beside a limit.
        verdict: Verdict = "consistent" if agrees else "check" if has_own_bands() else "inconsistent"
        reason = f"{score.told()}按通行的分档（90分以上优、80分以上良、60分以上中、60分以下差）为“{due}”，文中写“{written}”。"
        claim = reading.claim("grade", score, Judged("consistent", score.value, reason))
        yield Claim(
            kind="grade",
            verdict=verdict,
            start=claim.start,
            end=match.end("grade"),
            stated=written,
            computed=due,
            reason=reason,
            name=reading.prose.name,
        )


def _score(reading: Reading, before: int) -> Figure | None:
    near = reading.figures.between(max(0, before - _REACH), before)
    figure = near[-1] if near else None
    if figure is None or figure.unit not in ("分", "") or not 0 <= figure.value <= FULL or figure.vague:
        return None
    return figure if _SCORE.search(figure.head) else None


def _band(points: Decimal) -> str:
    return next(grade for least, grade in _BANDS if points >= least)
