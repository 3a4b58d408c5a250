"""Columns of parts that a scheme may get one day: what fits no column is a JSON cell, nothing is left out."""

from typing import Annotated, Literal

from pydantic import BaseModel, Field

from scoring.authoring.shapes import Kinds, One, Other, Plain
from scoring.authoring.sheets.columns import columns_of, merged_columns
from scoring.authoring.sheets.layout import basics, sheets


class Question(BaseModel):
    key: str
    text: str


class Item(BaseModel):
    key: str
    points: int


class Asked(BaseModel):
    kind: Literal["asked"]
    items: list[Question]
    unit: str = ""


class Scored(BaseModel):
    kind: Literal["scored"]
    items: list[Item]
    unit: str = "%"


class Named(BaseModel):
    kind: Literal["named"]
    items: dict[str, str]


class Loose(BaseModel):
    """Nothing in it needs to be given."""

    word: str = ""


class Strict(BaseModel):
    word: str


class Tree(BaseModel):
    name: str
    below: list["Tree"] = Field(default_factory=list)


class Whole(BaseModel):
    rule: Annotated[Asked | Scored, Field(discriminator="kind")]
    loose: Loose | None = None
    strict: Strict | None = None
    fixed: Asked
    odd: dict[str, dict[str, int]] = Field(default_factory=dict)
    unit: str = ""


def shapes(model: type[BaseModel]) -> dict[tuple[str, ...], object]:
    cells = columns_of(One(model), "").cells
    return {cell.way: next(iter(cell.slots.values())).shape for cell in cells if cell.slots}


def test_optional_part_without_anything_required_is_one_cell() -> None:
    found = shapes(Whole)

    assert found["loose",] == Other()
    assert found["strict", "word"] == Plain(str)
    assert found["odd",] == Other()


def test_part_of_one_kind_says_its_kind_by_itself() -> None:
    cell = next(cell for cell in columns_of(One(Whole), "").cells if cell.way == ("fixed", "unit"))

    assert cell.fixed == ((("fixed",), "asked"),)


def test_parameters_of_several_kinds_share_a_column() -> None:
    cell = next(cell for cell in columns_of(One(Whole), "").cells if cell.way == ("rule", "unit"))

    assert {kind: slot.model for kind, slot in cell.slots.items()} == {"asked": Asked, "scored": Scored}
    assert cell.kind_way == ("rule", "kind")


def test_headings_differ() -> None:
    headings = [cell.heading for cell in columns_of(One(Whole), "").cells]

    assert len(set(headings)) == len(headings)


def test_rows_of_several_kinds_share_a_sheet_where_they_are_flat() -> None:
    below = columns_of(One(Whole), "").below["rule", "items"]
    cells = merged_columns({kind: shape.item for kind, shape in below.items()})

    assert [cell.way for cell in cells] == [("key",), ("text",), ("points",)]
    assert [set(cell.slots) for cell in cells] == [{"asked", "scored"}, {"asked"}, {"scored"}]


def test_rows_of_another_build_are_a_cell() -> None:
    columns = columns_of(Kinds((Asked, Named)), "")

    assert set(columns.below["items",]) == {"asked"}
    assert next(cell for cell in columns.cells if cell.way == ("items",)).slots["named"].shape == Other()


def test_part_inside_itself_is_a_cell() -> None:
    assert shapes(Tree)["below",] == Other()


def test_every_sheet_has_a_name_a_spreadsheet_takes_and_headings_that_differ() -> None:
    titles = [sheet.title for sheet in sheets()]

    assert len(set(titles)) == len(titles)
    assert all(len(title) <= 31 and not set(title) & set("[]:*?/\\") for title in titles)
    for sheet in sheets():
        assert len(set(sheet.headings)) == len(sheet.headings), sheet.title
    assert len({cell.heading for cell in basics()}) == len(basics())


def test_no_title_is_left_to_a_machine_word() -> None:
    assert [sheet.title for sheet in sheets() if sheet.title.isascii()] == []
