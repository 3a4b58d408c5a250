"""The cells of a filing, and those that a check of single cells may object to."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.engine.cells import CellError, clean_cell
from scoring.engine.checks.places import Place, doubtful_places, places, written_texts
from scoring.engine.filing import Filing
from tests.scoring.engine.checks.dossiers import Cells, filed

FORM = """
code: places
version: 1
title: 小表
scope: project
facts:
  name: {label: 名称, type: text, required: true, max_length: 4}
  story: {label: 说明, type: long_text}
  begun: {label: 开始日期, type: date}
  heads: {label: 人数, type: count}
tables:
  funds:
    title: 资金
    rows: {own: 本单位, other: 其他}
    columns: {full: 预算数, spent: {label: 执行数, required: true}, note: {label: 备注, type: text}}
    absent: [other.spent]
    negative: [own.full]
lists:
  people:
    title: 人员
    total: 合计
    columns: {name: {label: 姓名, type: text, required: true}, pay: {label: 工资, required: true}}
indicators:
  - {id: heads_row, name: 人员控制, weight: 100, rule: {kind: exec_rate, numerator: funds.own.spent, denominator: funds.own.full}}
levels: {}
sections:
  - key: page
    title: 页
    blocks:
      - {facts: [name, story, begun, heads]}
      - {table: funds}
      - {list: people}
      - {answers: [heads_row]}
"""
RIGHT: dict[str, Any] = {
    "facts": {"name": "项目甲", "heads": "5"},
    "tables": {"funds": {"own": {"spent": "3.25"}}, "people": {"total": {"pay": "7"}}},
    "lists": {"people": [{"id": "p1", "name": "填报人甲", "pay": "7"}]},
    "answers": {"heads_row": {"self_score": "100"}},
}


def put(path: str, text: str | None) -> Filing:
    """The right filing with one cell changed."""
    section, *way = path.split("/")
    changed: dict[str, Any] = {key: dict(part) for key, part in RIGHT.items()}
    if section == "lists":
        changed["lists"] = {"people": [RIGHT["lists"]["people"][0] | {way[0]: text}]}
    elif section == "tables":
        changed["tables"] = RIGHT["tables"] | {way[0]: {way[1]: {way[2]: text}}}
    else:
        changed[section][way[0]] = text if section == "facts" else {"self_score": text}
    return filed(FORM, changed.pop("facts"), **changed)


def doubted(own: Filing) -> list[str]:
    return [place.anchor for place in doubtful_places(own) if place.spec.type != "score"]


def test_every_cell_has_its_anchor_and_label() -> None:
    found = {place.anchor: (place.label, place.text) for place in places(filed(FORM, **RIGHT))}

    assert found == {
        "page/name": ("名称", "项目甲"),
        "page/story": ("说明", None),
        "page/begun": ("开始日期", None),
        "page/heads": ("人数", "5"),
        "page/funds/own/full": ("本单位预算数", None),
        "page/funds/own/spent": ("本单位执行数", "3.25"),
        "page/funds/own/note": ("本单位备注", None),
        "page/funds/other/full": ("其他预算数", None),
        "page/funds/other/note": ("其他备注", None),
        "page/people/total/pay": ("合计工资", "7"),
        "page/people/p1/name": ("第1行姓名", "填报人甲"),
        "page/people/p1/pay": ("第1行工资", "7"),
        "page/heads_row/self_score": ("人员控制自评得分", "100"),
    }


@pytest.mark.parametrize("path", ["facts/story", "tables/funds/own/note", "lists/name", "lists/pay"])
def test_the_texts_of_a_filing_are_its_text_cells_that_hold_one(path: str) -> None:
    own = put(path, "说明")
    texts = [place for place in places(own) if place.spec.type in ("text", "long_text") and place.text]

    assert list(written_texts(own)) == texts
    assert ("说明" in [place.text for place in texts]) == (path != "lists/pay")


def test_right_cells_are_not_doubted() -> None:
    assert doubted(filed(FORM, **RIGHT)) == []


@pytest.mark.parametrize(
    ("path", "text", "anchor"),
    [
        ("facts/name", "", "page/name"),
        ("facts/name", None, "page/name"),
        ("facts/name", "  ", "page/name"),
        ("facts/name", "一二三四五", "page/name"),
        ("facts/story", "第一行\n第二行", "page/story"),
        ("facts/begun", "2023-04-20", "page/begun"),
        ("facts/heads", "5.5", "page/heads"),
        ("tables/funds/own/spent", "", "page/funds/own/spent"),
        ("tables/funds/own/spent", "约5", "page/funds/own/spent"),
        ("tables/people/total/pay", "七", "page/people/total/pay"),
        ("lists/name", None, "page/people/p1/name"),
        ("lists/pay", "", "page/people/p1/pay"),
        ("lists/pay", "-7", "page/people/p1/pay"),
    ],
)
def test_blank_required_cells_and_unusual_texts_are_doubted(path: str, text: str | None, anchor: str) -> None:
    assert doubted(put(path, text)) == [anchor]


@pytest.mark.parametrize(
    ("path", "text"),
    [("facts/story", ""), ("facts/heads", None), ("tables/funds/other/full", "")],
)
def test_cells_that_may_be_blank_are_not_doubted(path: str, text: str | None) -> None:
    assert "page/" + path.partition("/")[2] not in doubted(put(path, text))


TEXT = st.one_of(
    st.none(), st.text(max_size=6), st.sampled_from(["5", "-5", "5.5", "5.1234567", " ", "1e5", "７"])
)


def _is_wrong(place: Place) -> bool:
    """Whether a check of single cells has something to say."""
    if place.spec.required and not (place.text or "").strip():
        return True
    try:
        clean_cell(
            place.spec.type, place.text or "", negative=place.spec.negative, max_length=place.spec.max_length
        )
    except CellError:
        return True
    return False


@settings(max_examples=60, deadline=None)
@given(
    facts=st.fixed_dictionaries({"name": TEXT, "story": TEXT, "begun": TEXT, "heads": TEXT}),
    own=st.fixed_dictionaries({"full": TEXT, "spent": TEXT}),
    person=st.fixed_dictionaries({"name": TEXT, "pay": TEXT}),
)
def test_whatever_is_wrong_is_doubted(facts: Cells, own: Cells, person: Cells) -> None:
    filing = filed(FORM, facts, tables={"funds": {"own": own}}, lists={"people": [{"id": "p1", **person}]})

    every, doubtful = list(places(filing)), list(doubtful_places(filing))

    assert [place for place in every if place in doubtful] == doubtful
    assert [place for place in every if _is_wrong(place) and place not in doubtful] == []
