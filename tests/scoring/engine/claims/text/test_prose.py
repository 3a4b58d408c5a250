import pytest

from scoring.engine.claims.text.prose import Prose


@pytest.mark.parametrize(
    ("source", "reading"),
    [
        ("收入１２３．４５万元，占５％", "收入123.45万元，占5%"),
        ("收入１，２３４元", "收入1,234元"),
        ("１，２人", "1，2人"),
        ("（2019）：“好”；≧5", "(2019)：“好”；≥5"),
        ("3\u00a0\u3000万元－2", "3  万元-2"),
        ("<p>收入5万元</p>", "\n  收入5万元\n   "),
        ("a <b>5</b>", "a    5    "),
        ('<td>1</td><td colspan="2">2</td>', "\n   1\n    \n               2\n    "),
        ("1<2且3>2", "1<2且3>2"),
        ("[bookmark: _Toc123]一", " " * 19 + "一"),
        ("得分**88.8**分", "得分  88.8  分"),
        (r"$\text{率} = 5 \times 100\% \geq 1$", "       率  = 5      × 100 %    ≥ 1 "),
        (r"\frac{3}{4}=75\%", "     (3)/4 =75 %"),
        (r"\frac{\text{甲}}{\text{乙}}", None),
        (r"\frac{3}{4-1}", " " * 13),
        ("行一\r\n行二", "行一 \n行二"),
    ],
)
def test_a_reading_is_as_long_as_the_text(source: str, reading: str | None) -> None:
    text = Prose(source).text

    assert len(text) == len(source)
    assert reading is None or text == reading


def test_a_fraction_of_words_keeps_its_stroke() -> None:
    assert "".join(Prose(r"\frac{\text{甲}}{\text{乙}}").text.split()) == "(甲)/乙"


LONG = "本年支出合计二百万元其中基本支出一百万元项目支出一百万元用于全区各项业务工作的开展"


@pytest.mark.parametrize(
    ("source", "sentences"),
    [
        ("甲5万元。乙6万元！丙", ["甲5万元。", "乙6万元！", "丙"]),
        ("甲5万元\n乙6万元", ["甲5万元\n", "乙6万元"]),
        ("甲\n，乙", ["甲\n，乙"]),
        (f"{LONG}\n共三项", [f"{LONG}\n共三项"]),
        (f"{LONG}。\n共三项", [f"{LONG}。", "共三项"]),
        (f"{LONG}\n二、支出", [f"{LONG}\n", "二、支出"]),
        (f"{LONG}\n\t5", [f"{LONG}\n", "\t5"]),
        (f"{LONG}\t甲\n共三项", [f"{LONG}\t甲\n", "共三项"]),
        ("", []),
        ("\n\n", []),
    ],
)
def test_sentences_end_where_people_end_them(source: str, sentences: list[str]) -> None:
    prose = Prose(source)

    assert [source[span.start : span.end] for span in prose.sentences] == sentences


def test_a_place_knows_its_sentence() -> None:
    prose = Prose("甲5万元。乙6万元。")

    assert [prose.sentence_at(place) for place in (0, 4, 5, 9)] == [0, 0, 1, 1]
    assert 4 in prose.sentences[0]
    assert 5 not in prose.sentences[0]
