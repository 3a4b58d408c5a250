"""A measured target against whatever the completion cell says."""

import re
from dataclasses import replace
from decimal import Decimal

from scoring.engine import wording
from scoring.engine.answers import choose_answer, label_conflict, names_another, rival_answers, total_of
from scoring.engine.compare import Comparison, compare
from scoring.engine.derived import derived_rate
from scoring.engine.direction import DURATIONS, point
from scoring.engine.naming import is_unwanted
from scoring.engine.pair import Pair
from scoring.engine.quantity import Quantity
from scoring.engine.reading import is_share
from scoring.engine.relative import change_sign
from scoring.engine.text import core, normalise
from scoring.engine.units import dimension

_RATE = re.compile(r"([\u4e00-\u9fff]{2})(?:率|比例|占比|面|度)")
_YEAR = re.compile(r"(?:20\d\d年度?|本年度?|当年)?(?:全年(?:度)?|0?1月?(?:1日)?[-~至到]?12月(?:31日)?)")
_TASKS = re.compile(r"(?:任务|计划|目标|指标|工作)\S{0,4}完成")  # a plan may be more than fulfilled
_SURVEYED = re.compile(r"满意[度率]|知晓[度率]")
_BESIDE = re.compile(r"超支|超出|超概|结余|结转|剩余|偏差|差额|缺口|相差")
_LATE = re.compile(r"延[期迟误后长]|推迟|滞后|逾期|超[期时]|拖")
_AND_MORE = re.compile(r"[\d一二三四五六七八九十百千万亿](?:余|多)")
_ALL_BUT = Decimal("0.999")
_BENEFIT = re.compile(
    r"补助|补贴|补偿|奖[补励金]|[助奖]学金|救助|抚恤|供养|低保|津贴|养老金|生活费|工资|待遇"
)
_ABSENT = re.compile(r"(?:无|未|没有|未发生|未出现|不存在)(\S{2,6}?)(?:现象|情况|问题|事件|行为|发生)?")
_BOUGHT = ("台", "套", "台套", "辆", "架", "艘", "栋", "幢", "间", "块", "张", "money")


def answer_of(row: Pair) -> Quantity | None:
    """The number that answers the target; None where there is none or it is not plain which."""
    if row.actual.kind in ("number", "range"):
        return row.actual
    return choose_answer(row.target, row.actual, row.label)


def compare_number(row: Pair) -> Comparison:
    """Judge a target that is a number or a range."""
    if row.actual.unit != "%" and _is_whole(row):
        return Comparison(True, "完成值的文字说明全部达到，即100%")
    answer = answer_of(row)
    if answer is None and (total := total_of(row.target, row.actual, row.label)):
        return _compare_total(row, *total)
    if answer is None:
        answer = derived_rate(row.target, row.actual)
    if answer is None and (rivals := rival_answers(row.target, row.actual, row.label)):
        return _compare_all(row, rivals)
    if answer is None or answer.kind not in ("number", "range"):
        return _number_from_words(row)
    if doubt := _doubt(row, answer):
        return Comparison(None, doubt)
    return _compare_figure(row, _signed(row, answer))


def _compare_figure(row: Pair, answer: Quantity) -> Comparison:
    found = compare(row.target, answer, row.direction)
    if found.achieved is None:
        return _short_of_floor(row, answer) or found
    if found.achieved or row.target.operator != "=":
        return found
    return _beyond_equal(row, answer) or found


def _short_of_floor(row: Pair, answer: Quantity) -> Comparison | None:
    """A doubt that is none: "20余场" stays below 30; a benefit paid at less than its standard falls short of it."""
    if answer.number and answer.operator == ">=" and _AND_MORE.search(normalise(answer.raw)):
        step = Decimal(1).scaleb(int(answer.number.normalize().as_tuple().exponent))
        most = replace(answer, operator="range", high=answer.number + step * _ALL_BUT, kind="range")
        found = compare(row.target, most, row.direction)
        found = replace(
            found, reason=f"完成值“{answer.raw}”不到{answer.number + step:f}{answer.unit}：未达到目标"
        )
    elif row.direction == "equal" and not row.target.operator and _BENEFIT.search(row.name):
        found = compare(replace(row.target, operator=">="), answer, "min")
    else:
        return None
    return found if found.achieved is False else None


def _beyond_equal(row: Pair, answer: Quantity) -> Comparison | None:
    """A figure past a target written with "=", on its good side; None where it falls short.

    Many forms print "=" before every target: a rate may well be better, work may well be more; things bought may not.
    """
    target = replace(row.target, operator="")
    natural = point(target, row.level1, row.level2, row.name).direction
    found = compare(target, answer, natural)
    if natural not in ("min", "max") or not found.achieved:
        return None
    if dimension(target.unit) == "ratio":
        if _TASKS.search(row.name):
            return found
        above_all = compare(replace(target, number=Decimal(100), unit="%"), answer, "max").achieved
        return (
            found
            if above_all
            else replace(found, achieved=None, reason=f"{found.reason}；但超过100%，须人工判断")
        )
    if natural == "min" and dimension(target.unit) in _BOUGHT:
        return None
    return replace(found, achieved=None, reason=f"{found.reason}；但目标写的是“=”，须人工判断")


def _compare_total(row: Pair, total: Quantity, adds_up: bool) -> Comparison:
    """Several counts together; where they may count the same things twice, only a sum too small decides."""
    found = _compare_figure(row, total)
    if adds_up or (found.achieved is False and row.direction == "min"):
        return replace(found, reason=f"完成值各项合计{total.number}{total.unit}；{found.reason}")
    return Comparison(None, f"完成值读不准：写了{len(row.actual.parts)}个数，能否相加须人工判断")


def _compare_all(row: Pair, answers: list[Quantity]) -> Comparison:
    """Several figures answer the target: decided where they agree."""
    verdicts = {
        None if _doubt(row, answer) else _compare_figure(row, _signed(row, answer)).achieved
        for answer in answers
    }
    achieved = verdicts.pop() if len(verdicts) == 1 else None
    said = {True: "都达到目标", False: "都未达到目标", None: "结论不一"}[achieved]
    return Comparison(achieved, f"完成值写了{len(answers)}个数，{said}")


def _doubt(row: Pair, answer: Quantity) -> str:
    """Why a number in the completed value may not be the one the target asks for; "" when it may."""
    return _doubt_of_words(row, answer) or _doubt_of_figure(row, answer)


def _doubt_of_words(row: Pair, answer: Quantity) -> str:
    """What the words beside the number say against it."""
    if wording.denies(answer.words) or "没有" in answer.words:
        return "完成值的文字含否定，不能只看数字"
    if wording.severity(row.label) and wording.severity(answer.words) - wording.severity(row.label):
        return "完成值所说的程度与目标不同，须人工判断"
    if wording.is_hedged(answer.words) and not wording.is_hedged(row.target.words):
        return f"完成值“{answer.raw}”措辞含糊"
    if label_conflict(answer.words, row.label) or names_another(row.target, answer, row.label):
        return f"完成值说的是“{answer.words}”，与指标不是一回事"
    if change_sign(answer.words) and not (change_sign(row.target.words) or change_sign(row.name)):
        return "完成值写的是变动幅度，目标不是"
    return ""


def _doubt_of_figure(row: Pair, answer: Quantity) -> str:
    """What the number itself and its unit say against it."""
    if is_share(row.name) and any(q.unit == "%" and (q.number or 0) > 100 for q in (row.target, answer)):
        return f"“{row.name}”超过100%，疑似笔误或符号误识"
    if _off_time(row, answer):
        return f"完成值“{answer.raw}”写的是提前或推迟了多久，目标不是"
    if (beside := _BESIDE.search(answer.words)) and beside[0] not in row.label:
        return f"完成值写的是{beside[0]}多少，目标不是"
    if is_share(row.name) and _may_be_marks(row.target, answer):
        return f"完成值“{answer.raw}”没有写单位，可能是百分比，也可能是十分制得分"
    return ""


def _off_time(row: Pair, answer: Quantity) -> bool:
    """Whether the number says by how much the time was missed or beaten: "延期15天" for 工期180天."""
    if dimension(answer.unit) not in DURATIONS:
        return False
    late = _LATE.search(answer.words) and not _LATE.search(row.label)
    return bool(late or (row.direction != "max" and "提前" in answer.words and "提前" not in row.label))


def _may_be_marks(target: Quantity, answer: Quantity) -> bool:
    """Whether a bare figure for a share may be marks out of ten: "9.3" for ≥90%."""
    bare = target.unit == "%" and not answer.unit
    return bare and (target.number or 0) >= 50 and 1 < (answer.number or 0) <= 10


def _signed(row: Pair, answer: Quantity) -> Quantity:
    """A change counted the target's way: "下降3%" against "-3.4%" is a fall of 3.4%."""
    if answer.number is None or answer.kind == "range":
        return answer
    asked = change_sign(row.target.words) or (change_sign(row.name) if row.target.unit == "%" else 0)
    said = change_sign(answer.words)
    if asked and said:
        return answer if asked == said else replace(answer, number=-abs(answer.number))
    return (
        replace(answer, number=-answer.number)
        if change_sign(row.target.words) < 0 and answer.number < 0
        else answer
    )


def _is_whole(row: Pair) -> bool:
    """Whether words such as "全部达标" answer the target: a rate of 100%, or a lower floor of the very rate they name."""
    number, words = row.target.number, row.actual.raw
    if row.target.unit != "%" or row.direction == "max" or "满意" in row.name or number is None:
        return False
    if number == 100 and (wording.claims_all_done(words) or core(words) in ("全部", "所有", "全体")):
        return True
    named = wording.names_all_of(words, row.name) or _says_all_of(core(words), row.name)
    return named and number <= 100 and (number == 100 or row.direction == "min")


def _says_all_of(words: str, name: str) -> bool:
    """Whether the words say of everything what the rate in the name counts: "5个课题全部结题" of 课题结题率."""
    counted = "|".join(_RATE.findall(name))
    said = counted and re.search(rf"(?:全部|全都|均|都)(?:已经?|按期|按时|顺利)?(?:{counted})", words)
    return bool(said and not wording.is_hedged(words) and not wording.NEGATION.search(words))


def _number_from_words(row: Pair) -> Comparison:
    words = row.actual.raw
    if row.actual.kind == "unclear":
        return Comparison(None, f"完成值读不准：{row.actual.reason}")
    if (year := _whole_year(row)) is not None:
        return compare(row.target, year, row.direction)
    if row.actual.kind == "date":
        return Comparison(None, "目标是数值，完成值写的是日期")
    if wording.denies(words):
        return _denied(row)
    none_wanted = is_unwanted(row.name) or row.target.number == 0 or _absent_is_named(words, row.name)
    if row.direction == "max" and none_wanted and wording.says_nothing_happened(words):
        zero = Quantity(words, number=Decimal(0), unit=row.target.unit, kind="number")
        return compare(row.target, zero, row.direction)
    return Comparison(None, "目标是数值，完成值只有文字")


def _denied(row: Pair) -> Comparison:
    """The completed value says that the work was not done."""
    if _SURVEYED.search(row.name):
        return Comparison(None, "没有调查，满意和知晓的程度不明")
    undone = row.direction != "max" or dimension(row.target.unit) in DURATIONS
    return Comparison(False if undone else None, "完成值说明未完成" + ("" if undone else "，而目标是上限"))


def _whole_year(row: Pair) -> Quantity | None:
    """A year in words where a length of time was asked for: "全年", "2023年1-12月" for 365天."""
    if dimension(row.target.unit) not in DURATIONS or not _YEAR.fullmatch(core(row.actual.raw)):
        return None
    return Quantity(row.actual.raw, number=Decimal(1), unit="年", kind="number")


def _absent_is_named(words: str, name: str) -> bool:
    """Whether the very thing that the name counts is said not to be there: "无超概算" of 超概算比例."""
    match = _ABSENT.fullmatch(core(words))
    return bool(match and match[1] in name)
