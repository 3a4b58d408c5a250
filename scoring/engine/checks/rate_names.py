"""Whether two names are of the same rate: 预算执行率 and 支出预算完成率, 知晓率 and 知晓度."""

import re

from scoring.engine.text import normalise, split_notes

# One word for each measure; of money 完成 is 执行 (财预〔2013〕53号: 预算完成率 = 预算完成数 ÷ 预算数).
_SYNONYMS = (
    (re.compile(r"百分率|百分比|比例|比率|比重|占比|覆盖面"), "率"),
    (re.compile(r"(?<=满意|知晓|达成|完整)度"), "率"),
    (re.compile(r"按时|按期|准时|如期"), "及时"),
    (re.compile(r"变化|增减|变动幅度"), "变动"),
    (re.compile(r"增幅|增速|增长幅度"), "增长"),
    (re.compile(r"节约|节支|节省"), "节约"),
    (re.compile(r"利用|使用"), "使用"),
    (re.compile(r"结案"), "办结"),
    (re.compile(r"达标|合格"), "合格"),
)
_MONEY = re.compile(r"预算|资金|支出|经费|采购|投资")
_SPENT = re.compile(r"完成|支付|执行")
# What a name may have or leave out without being another rate.
_IDLE = re.compile(r"[的之]|年度|本年|当年|全年|年末|总体|部门|单位|项目(?=预算|资金)")
_FUNDS = re.compile(r"预算|资金|支出|经费")


def same_rate(one: str, other: str) -> bool:
    """Whether one name is the other or ends with it, once synonyms are one word: 固定资产利用率 and 使用率."""
    ours, theirs = _stem(one), _stem(other)
    return bool(ours and theirs) and (ours.endswith(theirs) or theirs.endswith(ours))


def _stem(name: str) -> str:
    """The name without 率 and with one word for each idea."""
    text = re.sub(r"[^\u4e00-\u9fff]", "", split_notes(normalise(name))[0])
    for pattern, word in _SYNONYMS:
        text = pattern.sub(word, text)
    text = _IDLE.sub("", text).removesuffix("率")
    if _MONEY.search(text):
        text = _FUNDS.sub("", _SPENT.sub("执行", text)) or text
    return text
