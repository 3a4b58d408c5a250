"""Which budget and which spending a stated rate may be of."""

import pytest

from scoring.engine.claims.rates.completion_words import stated_beside, stated_by
from scoring.engine.claims.rates.plan_pairs import pairs_of
from scoring.engine.claims.rates.plans import Plans
from scoring.engine.claims.text.layout import Layout
from scoring.engine.claims.text.prose import Prose
from scoring.engine.claims.text.reading import Reading


def pairs(text: str) -> list[str]:
    """The pairs of the last percentage of a text: 90/100 sure."""
    layout = Layout(Reading(Prose(text)))
    before, stated = layout.all[-2], layout.all[-1]
    said = stated_by(stated.head) or stated_beside(stated.head, before.head)
    assert said is not None
    near = Plans(layout).before(stated.start, 0, 20)
    return [f"{one.part.figure.value}/{one.plan.figure.value} {one.trust}" for one in pairs_of(near, said)]


COMPLETIONS = [
    ("年初预算100万元，支出90万元，完成年初预算的9%", ["90/100 sure"]),
    ("年初预算100万元，支出90万元，年末结余10万元，完成年初预算的9%", ["90/100 sure"]),
    ("年初预算100万元，基本支出90万元，完成预算的9%", ["90/100 sure"]),
    ("年初预算100万元，支出90万元，另支出80万元，完成预算的9%", ["80/100 sure", "90/100 likely"]),
    ("预算80万元，年初预算100万元，支出90万元，完成年初预算的9%", ["90/100 likely", "90/80 likely"]),
    ("调整预算80万元，年初预算100万元，支出90万元，完成年初预算的9%", ["90/100 sure", "90/80 likely"]),
    ("调整预算80万元，年初预算100万元，支出90万元，完成预算的9%", ["90/100 likely", "90/80 likely"]),
    ("调整预算80万元，支出90万元，完成年初预算的9%", ["90/80 likely"]),
    ("会议费预算12万元，培训费支出10万元，完成预算的9%", ["10/12 weak"]),
    ("专项资金500万元，支出300万元，完成预算的9%", ["300/500 weak"]),
    ("预算100万元。支出80万元，完成预算的9%", ["80/100 sure"]),
    ("预算100万元，支出90万元。支出80万元，完成预算的9%", ["80/100 weak"]),
    ("预算100万元；税收收入80万元，完成预算的9%", ["80/100 weak"]),
    ("会议费预算12万元；培训费预算10万元；会议费支出9万元，完成预算的9%", ["9/12 sure", "9/10 weak"]),
    ("预算12万元，会议费支出9万元，培训费支出5万元，会议费支出完成预算的9%", ["9/12 sure"]),
    ("预算12万元，支出9万元，会议费支出完成预算的9%", ["9/12 sure"]),
    ("支出9万元；支出5万元，预算12万元，完成预算的9%", ["5/12 sure"]),
    ("预算12万元，支出9万元。预算，完成预算的9%", []),
    ("支出5万元，支出9万元，完成年初预算数12万元的9%", ["9/12 sure", "5/12 likely"]),
    ("预算12万元，培训5次，完成预算的9%", []),
]


@pytest.mark.parametrize(("text", "expected"), COMPLETIONS)
def test_what_a_completion_is_of(text: str, expected: list[str]) -> None:
    assert pairs(text) == expected


RATES = [
    ("预算100万元，实际支出90万元，执行率9%", ["90/100 sure"]),
    ("预算100万元，支出90万元，执行率9%", ["90/100 sure"]),
    ("预算100万元，支出90万元，实际支出80万元，执行率9%", ["80/100 sure", "90/100 likely"]),
    ("预算100万元，实际支出90万元，实际使用80万元，执行率9%", ["80/100 likely", "90/100 likely"]),
    ("预算100万元。支出90万元。执行率9%", ["90/100 likely"]),
    ("预算100万元。实际支出90万元。执行率9%", ["90/100 sure"]),
    ("预算100万元。\n\n实际支出90万元，执行率9%", ["90/100 likely"]),
    ("预算100万元。\n\n实际支出90万元。情况良好，执行率9%", []),
    ("预算100万元。实际支出90万元。\n\n执行率9%", []),
    ("资金100万元，实际支出90万元，执行率9%", ["90/100 likely"]),
    ("会议费预算100万元，培训费实际支出90万元，执行率9%", ["90/100 weak"]),
    ("预算500万元，到位450万元，实际支出400万元，执行率9%", ["400/500 likely", "400/450 likely"]),
    ("预算500万元，到位450万元，执行率9%", ["450/500 sure"]),
    ("预算500万元，到位450万元，到位率9%", ["450/500 sure"]),
    ("预算100万元，支出80万元，结余15万元，结余率9%", ["15/100 sure", "80/100 likely"]),
    ("调整预算50万元，年初预算0万元，支出45万元，执行率9%", ["45/50 sure"]),
    ("年初预算0万元，支出45万元，执行率9%", ["45/0 sure"]),
    ("年初预算100万元，全年预算120万元，支出90万元，全年预算执行率9%", ["90/120 sure", "90/100 likely"]),
    ("全年预算120万元，年初预算100万元，支出90万元，全年预算执行率9%", ["90/120 sure", "90/100 likely"]),
    ("年初预算100万元，全年预算120万元，支出90万元，执行率9%", ["90/120 likely", "90/100 likely"]),
    ("会议费预算10万元，会议费支出9万元，政府采购执行率9%", []),
    (
        "政府采购预算30万元，培训费预算5万元，政府采购支出27万元，培训费支出4万元，政府采购执行率9%",
        ["27/30 sure"],
    ),
    ("预算30万元，支出27万元，政府采购执行率9%", ["27/30 sure"]),
    ("预算100万元，其中项目60万元，支出90万元，其中项目54万元，执行率9%", ["90/100 sure"]),
    ("预算100万元，其中项目60万元，支出90万元，其中项目54万元，项目执行率9%", ["54/60 likely"]),
    (
        "预算100万元，支出90万元，其中甲1万元、乙2万元、丙3万元、丁4万元、戊5万元、己6万元、庚7万元，执行率9%",
        ["90/100 sure"],
    ),
    (
        "预算100万元，其中甲1万元、乙2万元、丙3万元、丁4万元、戊5万元、己6万元、庚7万元；支出90万元，执行率9%",
        ["90/100 sure"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), RATES)
def test_what_a_rate_is_of(text: str, expected: list[str]) -> None:
    assert pairs(text) == expected
