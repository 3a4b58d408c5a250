"""Ways to read a list of parts."""

import pytest

from scoring.engine.claims.lists.list_readings import readings
from scoring.engine.claims.lists.part_lists import part_lists
from scoring.engine.claims.text.outline import Outline
from scoring.engine.claims.text.prose import Prose
from scoring.engine.claims.text.reading import Reading

WAYS = [
    ("甲1元、乙2元、丙3元", ["123"]),
    # a stronger stop than those before it may end the list
    ("甲1元、乙2元，丙3元", ["123", "12"]),
    ("甲1元，乙2元、丙3元", ["123"]),
    ("甲1元，乙2元；丙3元，丁4元", ["1234", "12"]),
    # parts of a part
    ("甲5元，其中子2元，丑3元，乙4元", ["54"]),
    ("甲5元，其中子1元，丑3元；乙4元", ["54", "5", "5134", "513"]),
    ("甲1元，乙5元；丙6元，其中子2元，丁4元", ["156", "15"]),
    ("甲1元，乙5元；丙6元，其中子3元，丁4元", ["15", "156", "15634"]),
]


@pytest.mark.parametrize(("listed", "expected"), WAYS)
def test_readings_are_the_ways_to_end_and_nest_a_list(listed: str, expected: list[str]) -> None:
    parts = next(part_lists(Outline(Reading(Prose(f"支出9元，其中：{listed}。"))))).parts

    found = ["".join(f"{part.amount.size}" for part in way) for way in readings(parts)]

    assert found == list(dict.fromkeys(expected))


def test_number_of_readings_is_limited() -> None:
    nested = "；".join(f"甲{n}元、乙{n}元，其中丙1元、丁1元；戊3元、己4元，庚5元" for n in (11, 12, 13))

    parts = next(part_lists(Outline(Reading(Prose(f"支出99元，其中：{nested}。"))))).parts

    assert len(readings(parts)) == 12
