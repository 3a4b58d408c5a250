"""Being on time, in words: 及时, 按时, 按期 ask the same; 延期, 滞后 and their kin deny it."""

import re

_ON_TIME = re.compile(r"按时|按期|如期|准时|适时|及时")
_LATE = r"(?:延迟|延期|延误|延时|逾期|滞后|推迟|拖延|超期|超时|迟缓|拖欠|拖期)"
_NOT_LATE = re.compile(
    rf"(?:全部|均|都)?(?:未|无|没有|不存在|未发生|未出现|未发现|零){_LATE}(?:\w{{0,4}}(?:现象|情况))?(?:办理|发放|拨付|支付|完成|报送)?"
)
_SOME = re.compile(r"部分|个别|少数|极少|略|有时")


def same_promptness(text: str) -> str:
    """One word for all that mean on time, so that "按期完成" answers "及时完成"."""
    return _ON_TIME.sub("及时", text)


def judge_promptness(wanted: str, said: str) -> bool | None:
    """A target of being on time against words of lateness; None where either speaks of something else."""
    if not _ON_TIME.search(wanted):
        return None
    if _NOT_LATE.fullmatch(said):
        return True
    if "及时" in said or re.search(_LATE, wanted) or not re.search(_LATE, said):
        return None
    if re.search(rf"(?:未|无|没有|不存在|未发生|未出现|避免|杜绝)[^，]{{0,2}}{_LATE}", said):
        return None
    return None if _SOME.search(said) else False
