"""Scheme files: problems of shape, the order of problems, hashes, and the published schemes."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.engine.loading import SchemeFileError, load_scheme_text, scheme_hash, scheme_problems
from tests.scoring.engine.small_scheme import OPEN, SOUND

SCHEMES = Path(__file__).resolve().parents[3] / "scoring" / "schemes"
EXEC_RATE = "{kind: exec_rate, numerator: done, denominator: plan}"

# (what is replaced, by what, line, message)
SHAPE = [
    ("title: 小方案\n", "titel: 小方案\n", 3, "不认识的键“titel”"),
    ("title: 小方案\n", "", 1, "缺少“title”"),
    ("title: 小方案", "title: 2024", 3, "“title”应为文字，读到的是 “2024”（数字请加引号）"),
    ("title: 小方案", "title: ~", 3, "“title”应为文字，读到的是 空（数字请加引号）"),
    ("version: 1", "version: 一", 2, "“version”应为整数，读到的是 “一”"),
    ("version: 1", "version: 1.5", 2, "“version”应为整数，读到的是 “1.5”"),
    ("version: 1", "version: 0", 2, "“version”不能小于 1，读到的是 “0”"),
    ("scope: project", "scope: town", 4, "“scope”应为 overall、project 之一，读到的是 “town”"),
    ("code: small-2024", "code: Small", 1, "名称“Small”不合规则：只能用小写字母、数字、短横线，以字母开头"),
    ("  plan: {", "  计划: {", 6, "名称“计划”不合规则：只能用小写字母、数字、下划线，以字母开头，可用点分段"),
    ("{label: 计划数}", "计划数", 6, "“plan”应为“键: 值”，读到的是 “计划数”"),
    (
        "derived: self.sum, stated: true",
        "derived: self.sum, stated: 是",
        10,
        "“stated”应为 true 或 false，读到的是 “是”",
    ),
    ("rows: {own: 本单位}", "rows: [本单位]", 14, "“rows”应为“键: 值”，读到的是 列表"),
    ("due: {label: 应付, type: money}", "due: 5", 15, "“due”应为“键: 值”，读到的是 “5”"),
    (
        "due: {label: 应付, type: money}",
        "due: {label: 应付, type: cash}",
        15,
        "“type”应为 money、count、number、percent、score、text、long_text、date、choice、phone 之一，读到的是 “cash”",
    ),
    ("stated: [total], grade", "stated: total, grade", 54, "“stated”应为列表，读到的是 “total”"),
    ("absent: [own.note]", "absent: [own.note, 3]", 17, "“第2项”应为文字，读到的是 “3”（数字请加引号）"),
    ("    weight: 10\n", "    weight: 十分\n", 43, "“weight”应为数字，读到的是 “十分”"),
    ("    weight: 10\n", "    weight: {a: 1}\n", 43, "“weight”应为数字，读到的是 “键: 值”"),
    ("    weight: 10\n", "    weight: 1e999999999\n", 43, "“weight”应为数字，读到的是 “1e999999999”"),
    ("    weight: 10\n", "    weight: 1_0\n", 43, "“weight”应为数字，读到的是 “1_0”"),
    ("    weight: 10\n", "    weight: nan\n", 43, "“weight”应为数字，读到的是 “nan”"),
    ("    weight: 10\n", f"    weight: {'1' * 41}\n", 43, f"“weight”应为数字，读到的是 “{'1' * 40}…”"),
    ("code: small-2024", f"code: s{'0' * 80}", 1, "“code”最多 80 个字，现有 81 个字"),
    ("version: 1", "version: 1000000", 2, "“version”不能大于 999999，读到的是 “1000000”"),
    ("title: 小方案", f"title: {'长' * 201}", 3, "“title”最多 200 个字，现有 201 个字"),
    ("title: 小方案", "title: ''", 3, "“title”不能是空的"),
    ("scope: project", "scope: project\ntotal_weight: 0", 5, "“total_weight”必须大于 0，读到的是 “0”"),
    ("scope: project", "scope: project\ntotal_weight: 1e4", 5, "“total_weight”应为数字，读到的是 “1e4”"),
    (
        "scope: project",
        "scope: project\ntotal_weight: 10000",
        5,
        "“total_weight”不能大于 9999，读到的是 “10000”",
    ),
    ("  plan: {label: 计划数}", "  plan: {label: ''}", 6, "“label”不能是空的"),
    (
        "  plan: {label: 计划数}",
        "  plan: {label: 计划数, tolerance: -1}",
        6,
        "“tolerance”不能小于 0，读到的是 “-1”",
    ),
    (
        "  plan: {label: 计划数}",
        "  plan: {label: 计划数, max_length: 0}",
        6,
        "“max_length”不能小于 1，读到的是 “0”",
    ),
    ("  plan: {", f"  {'p' * 121}: {{", 6, f"“{'p' * 121}”最多 120 个字，现有 121 个字"),
    (
        "  people: {title: 人员,",
        "  people: {title: 人员, max_rows: 0,",
        19,
        "“max_rows”不能小于 1，读到的是 “0”",
    ),
    (
        "  people: {title: 人员,",
        "  people: {title: 人员, max_rows: 5001,",
        19,
        "“max_rows”不能大于 5000，读到的是 “5001”",
    ),
    (
        "  people: {title: 人员,",
        "  people: {title: 人员, min_rows: -1,",
        19,
        "“min_rows”不能小于 0，读到的是 “-1”",
    ),
    ("columns: {name: {label: 姓名, type: text}}", "columns: {}", 19, "“columns”不能是空的"),
    ("rows: {own: 本单位}", "rows: {}", 14, "“rows”不能是空的"),
    ("      - {name: 产出, weight: 50}\n", "      []\n", 23, "“levels”不能是空的"),
    (
        "{name: 产出, weight: 50}",
        f"{{name: {'产' * 201}, weight: 50}}",
        24,
        "“name”最多 200 个字，现有 201 个字",
    ),
    ("- id: speed", f"- id: {'s' * 49}", 40, "“id”最多 48 个字，现有 49 个字"),
    ("code: X_ONE", f"code: X_{'A' * 19}", 53, "“code”最多 20 个字，现有 21 个字"),
    ("label: 差}", f"label: {'差' * 21}}}", 57, "“label”最多 20 个字，现有 21 个字"),
    (EXEC_RATE, "{numerator: done}", 44, "规则缺少“kind”"),
    ("denominator: plan}", "denominator: plan, over: cap}", 44, "不认识的键“over”"),
    (
        EXEC_RATE,
        "{kind: exec_rate, numerator: done}",
        44,
        "缺少“denominator”",
    ),
]


def test_load_scheme_accepts_a_sound_scheme() -> None:
    scheme = load_scheme_text(SOUND)

    assert scheme.code == "small-2024"
    assert scheme.tables["funds"].column("paid").label == "已付"


@pytest.mark.parametrize("written", ["１０", "'10'", "10.00", "+10", "'０１０.０'"])
def test_load_scheme_takes_a_figure_in_plain_digits_however_wide(written: str) -> None:
    scheme = load_scheme_text(SOUND.replace("    weight: 10\n", f"    weight: {written}\n"))

    assert scheme_hash(scheme) == scheme_hash(load_scheme_text(SOUND))


def test_load_scheme_accepts_open_rows_charts_shared_figures_and_standards() -> None:
    scheme = load_scheme_text(OPEN)

    assert list(scheme.lists["t03"].sums()) == ["due", "paid"]
    assert scheme.places["t03.total.paid"] == "page/t03/total/paid"
    assert scheme.places["list:people"] == "page/people"
    assert scheme.charts["shares"].bars[0].value == "sum(t03[code=208].paid)"
    assert (scheme.concepts["subject.spending"].list, scheme.concepts["subject.budget"].code) == (
        "t03",
        "code",
    )
    assert (scheme.standards.execution, scheme.standards.projects) == ("rate", "count")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("{execution: rate,", "{executions: rate,", "不认识的键“executions”"),
        ("{execution: rate,", "{execution: 执行率,", "名称“执行率”不合规则"),
        ("{execution: rate,", "{execution_caps: [{below: 80}],", "缺少“most”"),
        ("{execution: rate,", "{most_weight: 很多,", "“most_weight”应为数字"),
        ("kind: pie", "kind: line", "“kind”应为 bar、pie 之一"),
        ("      - {label: 社会保障,", "      - {name: 社会保障,", "缺少“label”"),
        ("{label: 支出合计, value", "{value", "缺少“label”"),
        ("{column: code, lengths", "{columns: code, lengths", "缺少“column”"),
    ],
)
def test_load_scheme_names_the_wrong_shape_of_the_parts_around_figures(
    old: str, new: str, message: str
) -> None:
    found = scheme_problems(OPEN.replace(old, new, 1))

    assert any(problem.message.startswith(message) for problem in found)


@pytest.mark.parametrize(("old", "new", "line", "message"), SHAPE)
def test_load_scheme_names_what_has_the_wrong_shape_and_its_line(
    old: str, new: str, line: int, message: str
) -> None:
    text = SOUND.replace(old, new, 1)

    found = scheme_problems(text, "小方案.yaml")

    assert text != SOUND
    assert f"小方案.yaml:{line}: {message}" in [str(problem) for problem in found]


def test_load_scheme_lists_the_kinds_of_rules_that_exist() -> None:
    found = scheme_problems(SOUND.replace(EXEC_RATE, "{kind: exec, numerator: done}"))

    kinds = (
        "achievement、all_or_nothing、bands、by_target、checklist、compare_reference、deadline、equal_target、"
        "exec_rate、external_convert、group_split、in_range、not_applicable、qual_three_level、ratio_max、ratio_min、"
        "reviewer_judgement、satisfaction_scaled、unit_deduct、violation_deduct"
    )
    message = f"不认识的规则种类“exec”，可用：{kinds}"
    assert [(problem.line, problem.message) for problem in found] == [(44, message)]


def test_load_scheme_refuses_a_list_of_things() -> None:
    found = scheme_problems("- 方案\n- 方案")

    assert [(problem.line, problem.message) for problem in found] == [
        (1, "“方案”应为“键: 值”，读到的是 列表")
    ]


@pytest.mark.parametrize(
    ("title", "shown"), [("true", "true"), ("[1]", "列表"), ("1" * 18, f"“{'1' * 18}”"), ("{}", "“键: 值”")]
)
def test_load_scheme_shows_what_it_read(title: str, shown: str) -> None:
    found = scheme_problems(SOUND.replace("title: 小方案", f"title: {title}"))

    assert [problem.message for problem in found] == [f"“title”应为文字，读到的是 {shown}（数字请加引号）"]


def test_load_scheme_shortens_what_it_read() -> None:
    found = scheme_problems(SOUND.replace("scope: project", f"scope: {'长' * 50}"))

    assert [problem.message for problem in found] == [
        f"“scope”应为 overall、project 之一，读到的是 “{'长' * 40}…”"
    ]


@settings(deadline=None)
@given(text=st.text())
def test_scheme_problems_never_raises_on_any_text(text: str) -> None:
    assert scheme_problems(text)


@settings(deadline=None)
@given(cut=st.integers(min_value=0, max_value=len(SOUND)), junk=st.text(max_size=3))
def test_scheme_problems_never_raises_on_a_damaged_scheme(cut: int, junk: str) -> None:
    assert isinstance(scheme_problems(SOUND[:cut] + junk + SOUND[cut:]), tuple)


def test_load_scheme_reports_all_problems_at_once_by_line() -> None:
    text = SOUND.replace("done / plan", "done / plam").replace("- {table: funds}", "- {table: fund}")

    with pytest.raises(SchemeFileError) as caught:
        load_scheme_text(text, "a.yaml")

    assert str(caught.value) == (
        "a.yaml:8: 公式中的“plam”不是本方案的数值数据项或表格单元\n"
        "a.yaml:12: 表格“funds”没有放进任何章节\n"
        "a.yaml:32: 没有表格“fund”"
    )


def test_problem_path_names_the_place_in_the_scheme() -> None:
    found = scheme_problems(SOUND.replace("numerator: done", "numerator: dona"))

    assert [problem.path for problem in found] == ["indicators[0].rule.numerator"]


def test_problem_path_leaves_out_the_kind_of_rule() -> None:
    rule = "{kind: bands, value: plan, bands: [{low: 1, points: 二}]}"
    text = SOUND.replace(EXEC_RATE, rule)

    found = scheme_problems(text)

    assert [problem.path for problem in found] == ["indicators[0].rule.bands[0].points"]


def test_scheme_hash_ignores_comments_and_formatting() -> None:
    other = "# 说明\n" + SOUND.replace("weight: 10", "weight: 10.0").replace("{table: funds}", "table: funds")
    other = other.replace("scope: project", "scope: project\nmoney_unit: 万元\nstandards: {most_weight: 25}")

    assert scheme_hash(load_scheme_text(other)) == scheme_hash(load_scheme_text(SOUND))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: 小方案", "title: 大方案"),
        ("version: 1", "version: 2"),
        ("plan - 1", "plan - 2"),
        ("scope: project", "scope: project\nstandards: {most_weight: 20}"),
        ("scope: project", "scope: project\nstandards: {projects: plan}"),
        ("scope: project", "scope: project\nconcepts: {plan: {label: 计划, value: plan}}"),
        ("{paid: 已付, due: {label: 应付, type: money},", "{due: {label: 应付, type: money}, paid: 已付,"),
    ],
)
def test_scheme_hash_changes_with_what_the_scheme_says(old: str, new: str) -> None:
    changed = load_scheme_text(SOUND.replace(old, new, 1))

    assert scheme_hash(changed) != scheme_hash(load_scheme_text(SOUND))


def test_scheme_hash_survives_storage_as_json() -> None:
    scheme = load_scheme_text(SOUND)
    stored = json.loads(json.dumps(scheme.model_dump(mode="json")))

    assert scheme_hash(type(scheme).model_validate(stored)) == scheme_hash(scheme)
    assert scheme_hash(scheme).startswith("sha256:")


@pytest.mark.parametrize("path", sorted(SCHEMES.glob("*.yaml")), ids=lambda path: path.stem)
def test_published_schemes_are_sound_and_named_by_their_code(path: Path) -> None:
    scheme = load_scheme_text(path.read_text(encoding="utf-8"), path.name)

    assert scheme.code == path.stem
