"""Formulas that would never end in a figure, or never do what is asked of them."""

from itertools import pairwise

from scoring.engine.loading import scheme_problems
from tests.scoring.engine.small_scheme import SOUND

EXEC_RATE = "{kind: exec_rate, numerator: done, denominator: plan}"
CHAIN = """\
code: chain
version: 1
title: 链
scope: project
scoring: none
facts:
{derived}  end: {{label: 末}}
sections:
  - {{key: page, title: 页, blocks: [{{facts: [end]}}]}}
"""


def chain(steps: int) -> str:
    names = [*(f"n{number}" for number in range(steps)), "end"]
    lines = (f"  {name}: {{label: 数, derived: {after}}}\n" for name, after in pairwise(names))
    return CHAIN.format(derived="".join(lines))


def test_figure_behind_too_many_formulas_is_named_once() -> None:
    assert scheme_problems(chain(20)) == ()
    assert [str(problem) for problem in scheme_problems(chain(30), "链.yaml")] == [
        "链.yaml:16: “n9”要经过 20 层以上的公式才能算出，请直接用前面的数"
    ]


def test_zero_denominator_without_a_division_would_do_nothing() -> None:
    rule = "{kind: bands, value: rate, bands: [{low: 90, points: 10}], zero_denominator: full}"
    text = SOUND.replace(EXEC_RATE, rule)

    assert [str(problem) for problem in scheme_problems(text, "小方案.yaml")] == [
        "小方案.yaml:44: 公式里没有除法，分母为 0 的办法不起作用；比率请直接写成公式"
    ]
    assert scheme_problems(text.replace("value: rate", "value: done / plan * 100")) == ()
    assert scheme_problems(text.replace(", zero_denominator: full", "")) == ()
