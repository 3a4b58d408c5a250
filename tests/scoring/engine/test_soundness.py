"""Schemes of the right shape that make no sense: names, circles, places, groups, weights, codes, grades."""

import pytest

from scoring.engine.loading import scheme_problems
from tests.scoring.engine.small_scheme import OPEN, SOUND

EXEC_RATE = "{kind: exec_rate, numerator: done, denominator: plan}"

# (what is replaced, by what, line, message)
BROKEN = [
    ("derived: done / plan * 100", "derived: done / plan *", 8, "公式“done / plan *”不能识别"),
    (
        "derived: done / plan * 100",
        "derived: done / plam * 100",
        8,
        "公式中的“plam”不是本方案的数值数据项或表格单元",
    ),
    (
        "derived: done / plan * 100",
        "derived: done / word",
        8,
        "公式中的“word”不是本方案的数值数据项或表格单元",
    ),
    ("derived: done / plan * 100", "derived: done + rate", 8, "公式互相循环：rate → rate"),
    (
        "  plan: {label: 计划数}",
        "  plan: {label: 计划数, derived: funds.own.paid, stated: true}",
        6,
        "公式互相循环：plan → funds.own.paid → plan",
    ),
    ("own.paid: plan - 1", "own.paid: funds.own.paid", 16, "公式互相循环：funds.own.paid → funds.own.paid"),
    ("own.paid: plan - 1", "own.paid: abs(", 16, "公式“abs(”不能识别"),
    ("own.paid: plan - 1", "own.spent: plan - 1", 16, "表格“funds”没有单元“own.spent”，应写成“行.列”"),
    ("own.paid: plan - 1", "own.note: plan - 1", 16, "单元“own.note”已列为没有（absent）"),
    ("    absent: [own.note]", "    derived_: []", 17, "不认识的键“derived_”"),
    ("absent: [own.note]", "absent: [note]", 17, "表格“funds”没有单元“note”，应写成“行.列”"),
    (
        "type: choice, choices: [优, 差]}",
        "type: choice, choices: [优, 差], derived: plan}",
        9,
        "“word”不是数值，不能有公式",
    ),
    ("type: choice, choices: [优, 差]", "type: choice", 9, "选择项（choice）必须列出 choices"),
    ("{label: 姓名, type: text}", "{label: 姓名, type: choice}", 19, "选择项（choice）必须列出 choices"),
    (
        "{label: 姓名, type: text}",
        "{label: 姓名, type: text, choices: [甲]}",
        19,
        "只有选择项（choice）才有 choices",
    ),
    (
        "{name: {label: 姓名, type: text}}",
        "{id: {label: 姓名, type: text}}",
        19,
        "列名“id”已用于行号，请换一个",
    ),
    ("choices: [优, 差]", "choices: [优, 差, 优]", 9, "可选内容“优”重复"),
    (
        "columns: {name: {label: 姓名, type: text}}",
        "columns: {name: {label: 姓名, type: text}}, min_rows: 61",
        19,
        "最少行数 61 多于最多行数 60",
    ),
    (
        "      - {name: 产出, weight: 50}\n",
        "      - {name: 产出, weight: 20}\n      - {name: 产出, weight: 30}\n",
        23,
        "一级指标“产出”重复",
    ),
    (
        "indicators:\n  - id",
        "  - {key: third, title: 空页, blocks: []}\nindicators:\n  - id",
        39,
        "章节“third”没有内容",
    ),
    ("labels: {name: 三级指标}", "labels: {title: 三级指标}", 25, "指标表没有“title”列"),
    ("numerator: done", "numerator: dona", 44, "公式中的“dona”不是本方案的数值数据项或表格单元"),
    ("numerator: done", "numerator: done +", 44, "公式“done +”不能识别"),
    (
        EXEC_RATE,
        "{kind: external_convert, score_fact: done, max_fact: full, source: 考核}",
        44,
        "“full”不是本方案的数值数据项或表格单元",
    ),
    (
        EXEC_RATE,
        "{kind: unit_deduct, value: done, threshold: 1, direction: max, per: 0}",
        44,
        "step 和 per 必须大于 0",
    ),
    (
        EXEC_RATE,
        "{kind: bands, bands: [{low: 90, points: 10}]}",
        40,
        "评分规则要读本行的 actual，columns 里没有",
    ),
    (
        "{kind: by_target}",
        "{kind: by_target, qualitative: {kind: qual_three_level, met_from: 0.5}}",
        26,
        "三档界限必须是 0 到 1 之间递增的比例",
    ),
    (
        "computed: plan + self.speed",
        "computed: plan + self.child",
        53,
        "公式中的“self.child”不是本方案的数值数据项或表格单元",
    ),
    ("code: X_ONE", "code: x-one", 53, "核查编码“x-one”应像 X_RATE：大写字母、数字，用下划线分段"),
    (
        "check: T_SUM",
        "check: T_SUMS",
        10,
        "“T_SUMS”不核对填写的数与公式，这里只能写 X_PARTS、X_RATE、X_BALANCE、T_SUM",
    ),
    (
        "check: T_SUM",
        "check: E_SAT",
        10,
        "“E_SAT”不核对填写的数与公式，这里只能写 X_PARTS、X_RATE、X_BALANCE、T_SUM",
    ),
    (
        "    absent: [own.note]",
        "    absent: [own.note]\n    check: N_SUM",
        18,
        "“N_SUM”不核对填写的数与公式，这里只能写 X_PARTS、X_RATE、X_BALANCE、T_SUM",
    ),
    ("grades:\n", "check_settings: {X_RAT: off}\ngrades:\n", 55, "没有核查“X_RAT”"),
    ("facts: [plan, done, word, total]", "facts: [plan, done, word, total, more]", 31, "没有数据项“more”"),
    ("- {table: funds}", "- {table: fund}", 32, "没有表格“fund”"),
    ("- {list: people}", "- {list: folk}", 33, "没有列表“folk”"),
    ("- {indicators: typed}", "- {indicators: type}", 37, "没有指标表“type”"),
    ("answers: [speed, group, child]", "answers: [speed, group, child, boy]", 38, "没有指标“boy”"),
    ("facts: [plan, done, word, total]", "facts: [plan, done, word]", 10, "数据项“total”没有放进任何章节"),
    (
        "facts: [plan, done, word, total]",
        "facts: [plan, done, word, total, plan]",
        31,
        "数据项“plan”放了两处",
    ),
    ("      - {list: people}\n", "", 19, "列表“people”没有放进任何章节"),
    ("answers: [speed, group, child]", "answers: [speed, group]", 50, "指标“child”没有放进任何章节"),
    ("- {list: people}", "- {list: people, table: funds}", 33, "表格“funds”放了两处"),
    (
        "- {list: people}",
        "- {list: people, facts: [rate]}",
        33,
        "一个 block 必须且只能有 facts、table、list、indicators、answers、chart 之一",
    ),
    (
        "- {list: people}",
        "- {list: people}\n      - {title: 空}",
        34,
        "一个 block 必须且只能有 facts、table、list、indicators、answers、chart 之一",
    ),
    ("key: second", "key: first", 34, "章节“first”重复"),
    ("  rate: {", "  funds.own.due: {", 8, "数据项“funds.own.due”与表格单元重名"),
    ("  rate: {", "  self.rate: {", 8, "“self.rate”是保留名称，不能作数据项"),
    ("  people: {", "  typed: {", 21, "指标表“typed”与列表重名"),
    ("id: speed", "id: plan", 40, "指标“plan”与数据项、表格或列表重名"),
    (
        "- {id: child, name: 一项, group: group}",
        "- {id: child, name: 一项, group: speed}",
        50,
        "“speed”不是分组指标（group_split）",
    ),
    ("group: group}", "group: group, weight: 5}", 50, "组内指标“一项”不能有自己的分值"),
    (
        "group: group}",
        "group: group, rule: {kind: by_target}}",
        50,
        "组内指标“一项”由分组的规则评分，不能另设规则",
    ),
    ("  - {id: child, name: 一项, group: group}\n", "", 45, "分组“一组”没有下级指标"),
    ("    rule: {kind: group_split}\n", "", 45, "指标“一组”没有评分规则（rule）"),
    ("    weight: 10\n", "", 40, "指标“执行率”的分值必须大于 0"),
    ("{name: 产出, weight: 50}", "{name: 产出, weight: 0}", 24, "“产出”的分值必须大于 0"),
    ("    weight: 10\n", "    weight: 12.5\n", 1, "各指标分值合计 102.5，应为 100，差 2.5"),
    ("    weight: 10\n", "    weight: 10.125\n", 43, "指标“执行率”的分值 10.125 最多 2 位小数"),
    ("{name: 产出, weight: 50}", "{name: 产出, weight: 50.001}", 24, "“产出”的分值 50.001 最多 2 位小数"),
    ("scope: project", "scope: project\ntotal_weight: 99.999", 5, "方案的分值 99.999 最多 2 位小数"),
    ("scope: project", "scope: project\ntotal_weight: 90", 5, "各指标分值合计 100，应为 90，差 10"),
    ("levels: {执行: 10,", "levels: {执行: 15,", 51, "一级指标“执行”写 15，各指标分值合计 10"),
    ("levels: {执行: 10, ", "levels: {", 51, "一级指标“执行”没有列出，各指标分值合计 10"),
    ("levels: {执行: 10,", "levels: {执行: 10, 投入: 5,", 51, "一级指标“投入”写 5，各指标分值合计 0"),
    ("official: total", "official: sum", 54, "“sum”不是本方案的数值数据项或表格单元"),
    ("stated: [total]", "stated: [total, word]", 54, "“word”不是本方案的数值数据项或表格单元"),
    ("official: total", "official: self.sum", 54, "“self.sum”不是本方案的数值数据项或表格单元"),
    (
        "official: total",
        "official: rate",
        54,
        "“rate”只由系统计算，单位不填写；写上 stated: true 才能作总分所在格",
    ),
    ("grade: word", "grade: level", 54, "没有数据项“level”"),
    (
        "label: 差}",
        "label: 不合格, aliases: [不及格]}",
        57,
        "等次“不合格”和它的同义用语都不在“word”的可选内容中",
    ),
    ("{from_score: 90,", "{from_score: 0,", 57, "等次“差”的起点 0 应低于“优”的 0"),
    ("{from_score: 0,", "{from_score: 60,", 57, "最后一个等次必须从 0 分起"),
    ("label: 差}", "label: 差, aliases: [优]}", 55, "等次名称“优”重复"),
]


@pytest.mark.parametrize(("old", "new", "line", "message"), BROKEN)
def test_soundness_names_the_flaw_and_its_line(old: str, new: str, line: int, message: str) -> None:
    text = SOUND.replace(old, new, 1)

    found = scheme_problems(text, "小方案.yaml")

    assert text != SOUND
    assert f"小方案.yaml:{line}: {message}" in [str(problem) for problem in found]


def test_a_grade_may_be_chosen_under_another_name_or_typed() -> None:
    aliased = SOUND.replace("label: 差}", "label: 不合格, aliases: [差]}")
    typed = SOUND.replace("type: choice, choices: [优, 差]", "type: text")

    assert scheme_problems(aliased) == ()
    assert scheme_problems(typed) == ()


def test_scheme_without_scoring_needs_no_weights() -> None:
    text = SOUND.replace("scope: project", "scope: project\nscoring: none").replace("    weight: 10\n", "")

    assert scheme_problems(text) == ()


UNKNOWN = "不是本方案的数值数据项或表格单元"
# (what is replaced, by what, line, message)
OPEN_BROKEN = [
    ("t03.total.paid / budget", "t03.total.rate / budget", 10, f"公式中的“t03.total.rate”{UNKNOWN}"),
    ("t03.total.paid / budget", "people.total.name / budget", 10, f"公式中的“people.total.name”{UNKNOWN}"),
    ("t03.total.paid / budget", "t04[all].paid / budget", 10, f"公式中的“t04[all].paid”{UNKNOWN}"),
    ("column: code, lengths", "column: name, lengths", 15, "列表“t03”没有文字列“name”"),
    ("column: code, lengths", "column: paid, lengths", 15, "列表“t03”没有文字列“paid”"),
    ("[3, 5, 7]", "[5, 3]", 15, "各级编码的位数应从短到长，且不重复"),
    ("[3, 5, 7]", "[3, 3, 5]", 15, "各级编码的位数应从短到长，且不重复"),
    ("[3, 5, 7]", "[]", 15, "“lengths”不能是空的"),
    ("[3, 5, 7]", "[0]", 15, "“第1项”不能小于 1，读到的是 “0”"),
    ("title: 人员\n", "title: 人员\n    total: 合计\n", 21, "列表“people”没有可以合计的数值列"),
    ("paid / due", "paid / rate", 18, f"公式中的“rate”{UNKNOWN}"),
    ("paid / due", "paid / budget", 18, f"公式中的“budget”{UNKNOWN}"),
    ("paid / due", "paid /", 18, "公式“paid / * 100”不能识别"),
    ("{rate: paid", "{code: paid", 18, "列表“t03”没有数值列“code”"),
    ("{rate: paid", "{gone: paid", 18, "列表“t03”没有数值列“gone”"),
    ("[code=208].paid", "[code=208].code", 27, f"公式中的“t03[code=208].code”{UNKNOWN}"),
    ("[code=208].paid", "[code=208].rate", 27, f"公式中的“t03[code=208].rate”{UNKNOWN}"),
    ("t03[code=208].paid", "people[code=208].name", 27, f"公式中的“people[code=208].name”{UNKNOWN}"),
    ("{chart: shares}", "{chart: share}", 35, "没有图表“share”"),
    ("      - {chart: shares}\n", "", 23, "图表“shares”没有放进任何章节"),
    ("{chart: shares}", "{chart: shares}\n      - {chart: shares}", 36, "图表“shares”放了两处"),
    ("t03[level=3]", "t03[level=4]", 37, f"公式中的“t03[level=4].paid”{UNKNOWN}"),
    ('"sum(t03[level=3].paid)"', '"sum(t03[level=3].paid"', 37, "公式“sum(t03[level=3].paid”不能识别"),
    ("list: t03, column: paid", "list: people, column: name", 38, "没有带编码的列表“people”"),
    ("list: t03, column: paid", "list: t04, column: paid", 38, "没有带编码的列表“t04”"),
    ("column: paid}\n  subject", "column: rate}\n  subject", 38, "列表“t03”没有可以合计的列“rate”"),
    ("{label: 支出, list: t03, column: paid}", "{label: 支出}", 38, "value 与 list 必须且只能写一个"),
    (
        "list: t03, column: paid",
        "list: t03, column: paid, value: budget",
        38,
        "value 与 list 必须且只能写一个",
    ),
    ("code: code}", "code: budget}", 39, "没有文字数据项“budget”"),
    ("code: code}", "code: gone}", 39, "没有文字数据项“gone”"),
    (
        "  budget: {",
        "  t03.total.paid: {label: 已付}\n  budget: {",
        8,
        "数据项“t03.total.paid”与表格单元重名",
    ),
    ("execution: rate", "execution: code", 40, f"“code”{UNKNOWN}"),
    ("projects: count", "projects: t03", 40, f"“t03”{UNKNOWN}"),
    ("  t03:\n", "  t03_:\n", 33, "没有列表“t03”"),
    (
        "facts:\n",
        "tables: {people: {title: 表, rows: {a: 甲}, columns: {b: 乙}}}\nfacts:\n",
        20,
        "列表“people”与表格重名",
    ),
]


def test_scheme_with_open_rows_charts_and_shared_figures_is_sound() -> None:
    assert scheme_problems(OPEN) == ()


@pytest.mark.parametrize(("old", "new", "line", "message"), OPEN_BROKEN)
def test_soundness_names_the_flaw_of_open_rows_charts_and_shared_figures(
    old: str, new: str, line: int, message: str
) -> None:
    text = OPEN.replace(old, new, 1)

    found = scheme_problems(text, "决算.yaml")

    assert text != OPEN
    assert f"决算.yaml:{line}: {message}" in [str(problem) for problem in found]


def test_level_of_rows_without_codes_is_no_selection() -> None:
    text = OPEN.replace("t03[level=3]", "people[level=3]").replace(
        "{name: {label: 姓名, type: text}}", "{name: {label: 姓名, type: text}, paid: 已付}"
    )

    assert [problem.message for problem in scheme_problems(text)] == [
        f"公式中的“people[level=3].paid”{UNKNOWN}"
    ]
    assert scheme_problems(text.replace("people[level=3]", "people[all]")) == ()
