"""Being on time, in words: 及时, 按时, 按期 ask the same; 延期, 滞后 and their kin deny it."""

import re

_ON_TIME = re.compile(
    r"按时|按期|如期|准时|适时|及时"
    r"|按照?(?:计划|规定|合同|约定|既定|预定|序时)(?:的|要求)?(?:时间|进度|工期|期限|时限|节点|时间节点)+(?:要求)?"
)
_LATE = r"(?:延迟|延期|延误|延时|逾期|滞后|推迟|拖延|超期|超时|迟缓|拖欠|拖期)"
_NOT_LATE = re.compile(
    rf"(?:全部|均|都)?(?:未|无|没有|不存在|未发生|未出现|未发现|零){_LATE}(?:\w{{0,4}}(?:现象|情况))?(?:办理|发放|拨付|支付|完成|报送)?"
)
_KEPT = re.compile(
    r"(?:项目|工程|任务|工作|资金|补贴|补助|全部|均|都|已经?)*"
    r"(?:(?:按时|按期|如期|准时|按(?:照)?(?:计划|要求|规定|合同|约定)(?:的?(?:时间|时限|期限|进度|工期))?(?:要求)?|在规定(?:时间|时限|期限)内)"
    r"|提前(?:\d+(?:个?月|个?工作日|天|日|周))?)"
    r"(?:并?(?:保质保量))?(?:全部|均|都|已)*(?:地|的)?(?:完成|发放|拨付|支付|下达|到位|竣工|完工|开工|验收|交付|报送|上报|提交|公开|建成|实施|投入使用)"
    r"(?:了|任务|工作|目标|项目|建设|到位|完毕|全部|验收)*"
)
_SOME = re.compile(r"部分|个别|少数|极少|略|有时")


def same_promptness(text: str) -> str:
    """One word for all that mean on time, so that "按期完成" answers "及时完成"."""
    return _ON_TIME.sub("及时", text)


def keeps_deadline(said: str) -> bool:
    """Whether the words say that a deadline was kept, and nothing else: "按期完成", "提前15天完成"."""
    return bool(_KEPT.fullmatch(said))


def judge_promptness(wanted: str, said: str) -> bool | None:
    """A target of being on time against words of lateness; None where either speaks of something else."""
    if not _ON_TIME.search(wanted):
        return None
    if _NOT_LATE.fullmatch(said) or (said.startswith("提前") and keeps_deadline(said)):
        return True
    if "及时" in said or re.search(_LATE, wanted) or not re.search(_LATE, said):
        return None
    if re.search(rf"(?:未|无|没有|不存在|未发生|未出现|避免|杜绝)[^，]{{0,2}}{_LATE}", said):
        return None
    return None if _SOME.search(said) else False
