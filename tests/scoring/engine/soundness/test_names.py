"""Keys that are words of the grammar of formulas: the figure could never be named, and its sum not computed."""

import pytest

from scoring.engine.loading import scheme_problems
from tests.scoring.engine.small_scheme import OPEN, SOUND

# (what is replaced, by what, line, name)
RESERVED = [
    (SOUND, "  rate: {label", "  balance.in: {label", 8, "balance.in"),
    (SOUND, "  plan: {label: 计划数}", "  plan: {label: 计划数}\n  class.a: {label: 数}", 7, "class.a"),
    (SOUND, "paid: 已付, due", "paid: 已付, from: 收自, due", 12, "funds.own.from"),
    (SOUND, "{id: child, name", "{id: if, name", 50, "if"),
    (OPEN, "due: 应付, paid", "due: 应付, class: 类, paid", 17, "t03.class"),
    (OPEN, "due: 应付, paid", "due: 应付, class: 类, paid", 12, "t03.total.class"),
]


@pytest.mark.parametrize(("form", "old", "new", "line", "name"), RESERVED)
def test_key_that_no_formula_can_name_is_refused(form: str, old: str, new: str, line: int, name: str) -> None:
    text = form.replace(old, new, 1)

    message = f"“{name}”不能用在公式里：编号中有保留字（如 in、class），请换一个编号"
    assert f"方案.yaml:{line}: {message}" in [str(problem) for problem in scheme_problems(text, "方案.yaml")]


def test_texts_and_names_of_functions_may_be_called_anything() -> None:
    text = OPEN.replace(
        "{code: {label: 编码", "{class: {label: 类, type: text}, sum: 合计数, code: {label: 编码"
    )

    assert scheme_problems(text) == ()
