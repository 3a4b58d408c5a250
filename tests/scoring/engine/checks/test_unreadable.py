"""R_VALUE: cells that hold something their type can't take."""

import pytest

from tests.scoring.engine.checks.small import only


@pytest.mark.parametrize(
    ("path", "text", "message"),
    [
        ("facts/headcount", "1.5", "人数：应为整数，读到的是 1.5。"),
        ("answers/heads/self_score", "-1", "人员控制自评得分：不能是负数，读到的是 -1。"),
        (
            "answers/heads/self_score",
            "二十",
            "人员控制自评得分：“二十”不是数字，请只填阿拉伯数字，不带单位和文字。",
        ),
    ],
)
def test_message_names_the_cell_and_what_was_read(path: str, text: str, message: str) -> None:
    finding = only("R_VALUE", {path: text})

    assert (finding.severity, finding.stated, finding.message) == ("error", text, message)
