"""YAML read strictly, with lines."""

from decimal import Decimal

import pytest

from scoring.engine.yaml_lines import YamlError, read_yaml

REFUSED = [
    ("", 1, "文件是空的"),
    ("a: 1\na: 2", 2, "“a”重复，第 1 行已有"),
    ("a: {b: 1, b: 2}", 1, "“b”重复，第 1 行已有"),
    ("a: 1\n---\na: 2", 2, "一个文件只能有一份方案，不能有第二个“---”"),
    ("a: b: c", 1, "这里不能再出现冒号；文字里有冒号加空格时请用引号括起"),
    ("a:\n\t- 1", 2, "不能用制表符缩进，请用空格"),
    ("a: 1\nb\nc: 2", 2, "缺少冒号（到第 3 行才看出来）"),
    ("a: *b", 1, "引用了没有定义的锚点"),
    ("a: &x 1\nb: &x 2", 2, "锚点重复"),
    ("a: '未完", 1, "引号没有成对"),
    ('a: "未完\n\nb: 1\n', 1, "引号没有成对（到第 4 行才看出来）"),
    ('a: "未完\nb: 1\nc: "x"', 1, "引号没有成对，或引号后面还有文字"),
    ("a: 1\nb: 'it's'", 2, "引号没有成对，或引号后面还有文字"),
    ("a: 'x'\n b: 1", 2, "缩进没有对齐"),
    ("a: [1, 2\nb: 3", 1, "括号没有成对，或缺少逗号（到第 2 行才看出来）"),
    ("a: [1 2}", 1, "括号没有成对，或缺少逗号"),
    ("a: [", 1, "缺少内容，或括号没有成对"),
    ("- a\nb: 1", 2, "缩进没有对齐"),
    ("a: %b", 1, "文字不能以“%”开头，请用双引号括起"),
    ("a: `b", 1, "文字不能以“`”开头，请用双引号括起"),
    ("a: *", 1, "文字以“&”或“*”开头时请用双引号括起"),
    ('a: "\\q"', 1, "双引号里的反斜杠要写两个，或改用单引号"),
    ("a: 1\n...\nb: 2", 3, "不符合 YAML 语法"),
    ("a: 1\nb: \x01", 2, "含有不可见的控制字符（U+0001）"),
    ("a: 1\nb: 两行\u2028文字", 2, "含有不可见的控制字符（U+2028）"),
    ('a: 1\nb: "倒\\u202e写"', 2, "含有不可见的控制字符（U+202E）"),
    ("a:\n\u3000b: 1", 2, "“\u3000b”里有全角空格或看不见的字符；缩进和名称请用半角字符"),
    ("a: {b\u200b: 1}", 1, "“b\u200b”里有全角空格或看不见的字符；缩进和名称请用半角字符"),
    ("a: !!python/name:os.system x", 1, "不能用标签“tag:yaml.org,2002:python/name:os.system”"),
    ("a: !!binary aGk=", 1, "不能用标签“tag:yaml.org,2002:binary”"),
    ("? [1, 2]\n: 3", 1, "键只能是文字"),
    ("a: &x [1]\nb: [*x, *x]", 2, "只能引用文字，不能引用一段结构（*x）"),
    ("[" * 30, 1, "嵌套超过 20 层"),
    ("# " + "长" * 400_000, 1, "文件超过 1 MB"),
]


@pytest.mark.parametrize(("text", "line", "reason"), REFUSED)
def test_read_yaml_refuses_what_is_not_one_plain_document(text: str, line: int, reason: str) -> None:
    with pytest.raises(YamlError) as caught:
        read_yaml(text)

    assert caught.value.problems == [(line, reason)]


def test_read_yaml_keeps_words_dates_and_codes_as_text() -> None:
    text = "a: no\nb: on\nc: 2020-01-02\nd: 007\ne: 1e3\nf: 12:30\ng: '5'\nh: 是"

    assert read_yaml(text).data == {
        "a": "no", "b": "on", "c": "2020-01-02", "d": "007", "e": "1e3", "f": "12:30", "g": "5", "h": "是",
    }  # fmt: skip


def test_read_yaml_reads_numbers_exactly() -> None:
    data = read_yaml("a: 0.10\nb: -3\nc: true\nd: ~\ne:\nf: false\ng: null\n1: x").data

    assert data == {
        "a": Decimal("0.10"), "b": -3, "c": True, "d": None, "e": None, "f": False, "g": None, "1": "x",
    }  # fmt: skip
    assert str(data["a"]) == "0.10"


def test_read_yaml_lets_a_text_be_repeated() -> None:
    assert read_yaml("a: &x 同一段话\nb: *x").data == {"a": "同一段话", "b": "同一段话"}


def test_yaml_error_lists_every_problem() -> None:
    with pytest.raises(YamlError, match="第2行：“a”重复，第 1 行已有；第3行：“a”重复，第 1 行已有"):
        read_yaml("a: 1\na: 2\na: 3")


def test_line_of_a_path_that_was_not_written_is_its_ancestors() -> None:
    document = read_yaml("a: 1\nb:\n  - c: 1\n  - d: 2")

    assert document.line(("b", 1, "d")) == 4
    assert document.line(("b", 1, "missing", "deeper")) == 4
    assert document.line(("nowhere",)) == 1
