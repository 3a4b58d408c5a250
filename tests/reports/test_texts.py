import io
import zipfile

import pytest
from docx import Document

from reports import texts
from reports.texts import TextRefusedError, read_text


def word_file(*paragraphs: str, rows: tuple[tuple[str, ...], ...] = ()) -> bytes:
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if rows:
        table = document.add_table(len(rows), len(rows[0]))
        for number, row in enumerate(rows):
            for cell, text in zip(table.rows[number].cells, row, strict=True):
                cell.text = text
        table.cell(0, 0).merge(table.cell(0, 1))
        document.add_paragraph("表后")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("支出５万元\r\n收入".encode(), "支出５万元\n收入"),
        ("支出5万元".encode("utf-8-sig"), "支出5万元"),
        ("支出5万元，䶮".encode("gb18030"), "支出5万元，䶮"),
        ("支出5万元".encode("utf-16"), "支出5万元"),
    ],
)
def test_plain_texts_are_read_in_the_encodings_people_have(raw: bytes, text: str) -> None:
    assert read_text(raw) == text


def test_a_word_file_is_read_in_order_with_merged_cells_once() -> None:
    raw = word_file("一、支出", "共5万元", rows=(("项目", ""), ("甲\n项", "3")))

    assert read_text(raw) == "一、支出\n共5万元\n项目\n甲 项\t3\n表后"


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "没有文字"),
        (b" \n", "没有文字"),
        (word_file(), "没有文字"),
        (b"\xd0\xcf\x11\xe0rest", "旧版 Word"),
        (b"\x00\x01\x02", "不是文本文件"),
        (b"\xff\xfe\x00", "不是文本文件"),
        (b"\x81\xff\xff", "不是文本文件"),
        (b"PK\x03\x04broken", "可能已损坏"),
    ],
)
def test_what_is_no_text_is_refused_in_words(raw: bytes, words: str) -> None:
    with pytest.raises(TextRefusedError) as caught:
        read_text(raw)

    assert words in caught.value.message


def test_another_packed_file_is_no_word_file() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("a.txt", "支出5万元")

    with pytest.raises(TextRefusedError, match="可能已损坏"):
        read_text(out.getvalue())


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "_MAX_UNPACKED", 10)

    with pytest.raises(TextRefusedError, match="展开后过大"):
        read_text(word_file("支出5万元"))


def test_a_file_of_thousands_of_parts_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "_MAX_PARTS", 2)

    with pytest.raises(TextRefusedError, match="展开后过大"):
        read_text(word_file("支出5万元"))


def test_too_large_and_too_long_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "MAX_BYTES", 1_000_000)
    monkeypatch.setattr(texts, "MAX_CHARACTERS", 20_000)

    with pytest.raises(TextRefusedError, match="超过 1 MB"):
        read_text(b"5" * 1_000_001)
    with pytest.raises(TextRefusedError, match="超过 2 万字"):
        read_text(b"5" * 20_001)
