"""Totals whose parts no word announces."""

import pytest

from scoring.engine.claims.lists import sums
from tests.scoring.engine.claims.said import verdicts

OK, TAIL, WRONG, ASK = "consistent", "rounding", "inconsistent", "check"

FOLLOWING = [
    # no word between the total and its parts
    ("上年参保117039人，城镇职工16116人，城乡居民100923人。", [(OK, "117039人", "117039人")]),
    ("支出合计1000万元，基本支出600万元，项目支出350万元。", [(WRONG, "1000万元", "950万元")]),
    ("支出预算合计1000万元，基本支出决算600万元，项目支出决算350万元。", []),
    ("固定资产原值230821.93元，累计折旧144857.65元，净值85964.28元。", []),
    ("支出117039元，去年甲16116元，乙100923元。", []),
    ("年总办件量44681，线上办件量23346，线下办件量21665，电话办件量12227件。", [(ASK, "44681", "45011")]),
    ("年总办件量45011，线上办件量23346，线下办件量21665，电话办件量12227件。", [(OK, "45011", "45011")]),
    ("花费900元，甲项400元，乙项500元。", []),
    # the next sentence, pair by pair
    (
        (
            "救助1682人次，发放资金596.5万元。事后救助958人，金额419.1万元，事前救助714人，金额136.4万元，"
            "康复对象10人，金额40.9万元。"
        ),
        [(OK, "1682人次", "1682人次"), (TAIL, "596.5万元", "596.4万元")],
    ),
    (
        (
            "救助1682人次，发放资金569.5万元。事后救助958人，金额419.1万元，事前救助714人，金额136.4万元，"
            "康复对象10人，金额40.9万元。"
        ),
        [(OK, "1682人次", "1682人次"), (WRONG, "569.5万元", "596.4万元")],
    ),
    ("救助1700人次，发放资金600.5万元。事后958人，金额419.1万元，事前714人，金额136.4万元。", []),
    ("救助1672人次，发放资金600.5万元。事后958人，金额419.1万元，事前714人。", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FOLLOWING)
def test_parts_behind_a_total_without_a_word(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert verdicts(sums.find, text) == expected
