"""Staying within a limit that is only named: "控制在预算内", "未超预算"."""

import re

_LIMIT = (
    r"(?:年初|年度|全年|批复|核定|项目|财政|部门|规定|下达|安排|计划|的)*"
    r"(?:预算|概算|控制数|限额|额度|标准|计划|批复)"
    r"(?:数|批复数|控制数|批复|额度|金额|总额|安排|指标|标准|资金|成本|投资|支出)*"
)
_SUBJECT = r"(?:项目|总?成本|费用|经费|支出|资金|总额|实际|均|全部|都|已|严格|有效|合理)*"
_WITHIN = re.compile(
    rf"{_SUBJECT}(?:控制|节约)?在?{_LIMIT}(?:范围)?(?:之?内|以内|范围)"
    rf"|{_SUBJECT}(?:不|未|没有?|未有|无)(?:发生|出现)?(?:超出?过?|突破|超过){_LIMIT}(?:范围|支出|情况|现象)*"
    rf"|{_SUBJECT}(?:不|未|没有?|无)(?:发生|出现)?超支(?:情况|现象)?"
    rf"|{_SUBJECT}(?:≤|<|小于等于|小于或等于|不高于|不大于|低于|小于|少于){_LIMIT}"
)
_BEYOND = re.compile(
    rf"{_SUBJECT}(?:略有?|稍)?(?:超出?过?|突破|超过){_LIMIT}(?:范围|支出|情况|现象)*|{_SUBJECT}超支"
)


def judge_limit(wanted: str, said: str) -> bool | None:
    """Both in bare characters; None where the target is no such limit or the answer doesn't speak of one."""
    if not _WITHIN.fullmatch(wanted):
        return None
    if _WITHIN.fullmatch(said):
        return True
    return False if _BEYOND.fullmatch(said) else None
