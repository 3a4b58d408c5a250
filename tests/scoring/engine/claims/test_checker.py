from scoring.engine.claims.checker import check_text, check_texts
from scoring.engine.claims.text.prose import Prose

SUM = "支出合计100万元，其中：基本支出60万元，项目支出30万元。"
GRADE = "综合得分85分，评价等级为优。"


def test_claims_come_in_reading_order_whatever_reader_found_them() -> None:
    claims = check_text(f"{GRADE}{SUM}增长50%，比上年增加30万元。{GRADE}")

    assert claims[0].kind == "grade"
    assert [claim.start for claim in claims] == sorted(claim.start for claim in claims)


def test_one_figure_alone_can_contradict_its_grade() -> None:
    assert [(claim.kind, claim.verdict) for claim in check_text(GRADE)] == [("grade", "inconsistent")]


def test_texts_keep_their_order_and_name() -> None:
    claims = check_texts([Prose(SUM, "b"), Prose(GRADE, "a")])

    assert [(claim.name, claim.kind) for claim in claims] == [("b", "sum"), ("a", "grade")]


def test_a_text_without_figures_claims_nothing() -> None:
    assert check_text("各项工作按计划推进。") == []
    assert check_text("") == []
