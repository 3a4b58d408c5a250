"""Counts that a table of indicators and the text both give."""

import pytest

from scoring.engine.claims.tabular import tables
from tests.scoring.engine.claims.said import claims

TABLE = """
一级指标\t二级指标\t三级指标\t目标值\t完成值\t分值\t得分
产出指标\t数量指标\t{name}\t426000\t{actual}\t10\t10
产出指标\t质量指标\t政策知晓率\t95%\t95%\t10\t10

"""


def table(actual: str = "424047", name: str = "参保人数") -> str:
    return TABLE.format(actual=actual, name=name)


def told(text: str) -> list[tuple[str, str, str]]:
    found = claims(tables.find, text)
    return [(claim.verdict, claim.stated, claim.computed) for claim in found if claim.kind == "restated"]


SAID = "城乡居民医保参保423730人。"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (table() + SAID, [("check", "423730人", "424047人")]),
        (SAID + table("424047人"), [("check", "423730人", "424047人")]),
        (SAID + table("423730"), [("consistent", "423730人", "423730人")]),
        (SAID + table(name="参保人次数"), []),
        (SAID + table(name="门诊就诊人数"), []),
        (SAID + table("430000"), []),
        (SAID + table("472000.5"), []),
        ("城乡居民医保参保约423730人。" + table(), []),
        ("城乡居民医保参保4237人。" + table("4240"), []),
        # Two rows of different values: which one is meant isn't known.
        (SAID + table() + table("424048"), []),
        (SAID + table().replace("完成值", "备注"), []),
        (SAID + table().replace("\t426000", ""), []),
    ],
)
def test_long_counts_of_the_text_are_held_against_the_table(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert told(text) == expected


def test_the_reason_names_the_indicator() -> None:
    (claim,) = (one for one in claims(tables.find, table() + SAID) if one.kind == "restated")

    assert claim.reason == (
        "指标“参保人数”的完成值为424047人，此处写423730人，相差317人；时点或口径如有不同，请说明。"
    )
