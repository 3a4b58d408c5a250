import pytest

from scoring.engine.text import core, normalise, split_notes


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("≧２０，０００份", "≥20000份"),
        ("＞＝ 3 期", "≥3期"),
        ("=>3", "≥3"),
        ("≦ 550 元", "≤550元"),
        ("<= 2 天", "≤2天"),
        ("18—22℃", "18-22摄氏度"),
        ("6.5～8.5", "6.5~8.5"),
        ("400㎡", "400平方米"),
        ("400 m2", "400平方米"),
        ("35μg/m³", "35μg/立方米"),
        ("①30%②40%", "①30%②40%"),
        ("½", "½"),
        ("高中320人，中职180人", "高中320人，中职180人"),
        ("１００％", "100%"),
        ("1,234,567.8元", "1234567.8元"),
        ("1,23", "1，23"),
        ("【注】", "(注)"),
        ("二〇二二年底", "2022年底"),
    ],
)
def test_normalise_gives_one_spelling(text: str, plain: str) -> None:
    assert normalise(text) == plain


def test_normalise_leaves_a_normalised_text_alone() -> None:
    assert normalise(normalise("≧ ２，０００ 份（含）")) == normalise("≧ ２，０００ 份（含）")


def test_split_notes_sets_brackets_apart() -> None:
    assert split_notes("4.8分(5分制)") == ("4.8分", ("5分制",))
    assert split_notes("95%(含)以上") == ("95%以上", ())
    assert split_notes("a((b)c)d") == ("ad", ("b", "c"))
    assert split_notes("100%。") == ("100%", ())


def test_core_compares_words_without_marks() -> None:
    assert core("按时 100%支付到位、") == core("按时１００％支付到位。")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("1 024户", "1024户"),
        ("2 356 000元", "2356000元"),
        ("3 100%", "3 100%"),
        ("12 34", "12 34"),
        ("═100%", "=100%"),
        ("＝＝100％", "=100%"),
        ("≥=95%", "≥95%"),
        ("≮95%", "≥95%"),
        ("≯5%", "≤5%"),
        ("92.%", "92%"),
        ("1.2E+07元", "12000000元"),
        ("1.2E+07", "12000000"),
        ("1e-2", "0.01"),
        ("1e20", "1e20"),
    ],
)
def test_normalise_knows_what_exports_print(text: str, plain: str) -> None:
    assert normalise(text) == plain


def test_split_notes_keeps_a_number_inside_a_word() -> None:
    assert split_notes("小(一)型12座") == ("小一型12座", ())
    assert split_notes("完成(一)") == ("完成", ("一",))
