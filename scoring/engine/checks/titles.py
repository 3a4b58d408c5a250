"""D_TITLE: what titles say about the year, the kind of report and the number of projects, against the facts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from scoring.engine.checks.base import Check, CheckContext, figure
from scoring.engine.results import Finding

_TITLE = re.compile(r"年度|标题|项目名称")
_NO_TITLE = re.compile(
    r"目标|内容|任务|计划|情况|成效|上年|上一年|以前年度|下年|下一年|立项|批复|开始|起始|起止|实施|建设|完工"
)
_YEARS = re.compile(r"(?<!\d)(?P<first>20\d{2})(?:年?度?[-—–~～至到](?P<last>20\d{2}))?年")
# 年度 is the year reported on; 年 may be the one in which a project began.
_REPORTED = re.compile(r"20\d{2}年度[^年]*(?:自评|评价)")
_BARE_YEAR = re.compile(r"\s*(20\d{2})\s*")
_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
# By scope of the form: words of the other kind, and what the form is.
_OTHER_KIND = {
    "project": (re.compile(r"部门整体|整体支出"), "项目支出"),
    "overall": (re.compile(r"项目支出(?!.*整体)"), "部门整体支出"),
}


@dataclass(frozen=True)
class _Title:
    """A text that titles the report or a project; a project's name may well name the year it began."""

    anchor: str
    label: str
    text: str
    is_project: bool


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """Another year or kind of report in a title; more or fewer projects announced than filed."""
    for title in _titles(context):
        yield from _year(check, context, title)
        yield from _kind(check, context, title)
    yield from _projects(check, context)


def _titles(context: CheckContext) -> Iterator[_Title]:
    """Short texts that title something, and the report's own title where no cell has the same words."""
    scheme, seen, anchors = context.scheme, set[str](), list[str]()
    for name, fact in scheme.facts.items():
        if fact.type != "text" or not _TITLE.search(fact.label) or _NO_TITLE.search(fact.label):
            continue
        anchors.append(scheme.anchor(name))
        if text := (context.facts.stated_text(name) or "").strip():
            seen.add(text)
            yield _Title(scheme.anchor(name), fact.label, text, "项目名称" in fact.label)
    own = context.content.title.strip()
    if own and own not in seen:
        place = anchors[0] if anchors else scheme.sections[0].key
        yield _Title(place, "报告名称", own, scheme.scope == "project")


def _year(check: Check, context: CheckContext, title: _Title) -> Iterator[Finding]:
    text, year = title.text.translate(_DIGITS), context.content.year
    years = _years_in(text)
    if not year or not years or any(first <= year <= last for first, last in years):
        return
    said = years[0][0]
    if title.is_project and said < year and not _REPORTED.search(text):
        return  # the project began then, or pays for that year: it keeps its name
    mild = replace(check, severity="information") if title.is_project else check
    message = f"{title.label}“{title.text}”写的是 {said} 年，本次自评的是 {year} 年度，请核对。"
    yield mild.finding(title.anchor, message, stated=str(said), computed=str(year))


def _years_in(text: str) -> list[tuple[int, int]]:
    """First and last year of each span: 2022年度, 2021-2023年, a cell with 2022 alone. Not the years of document numbers."""
    if bare := _BARE_YEAR.fullmatch(text):
        return [(int(bare[1]), int(bare[1]))]
    return [(int(span["first"]), int(span["last"] or span["first"])) for span in _YEARS.finditer(text)]


def _kind(check: Check, context: CheckContext, title: _Title) -> Iterator[Finding]:
    """The other kind of report in a title. A project may be about it: 部门整体支出绩效评价服务."""
    other, own = _OTHER_KIND[context.scheme.scope]
    if match := other.search(title.text):
        mild = replace(check, severity="information") if title.is_project else check
        message = (
            f"{title.label}“{title.text}”写的是“{match[0]}”，本表是{own}绩效自评，请核对表名或所用的表。"
        )
        yield mild.finding(title.anchor, message, stated=match[0], computed=own)


def _projects(check: Check, context: CheckContext) -> Iterator[Finding]:
    """The announced number of projects against the project reports of the dossier, once there are any."""
    name = context.scheme.standards.projects
    stated = context.facts.value(name) if name else None
    reports = (context.filing, *context.dossier)
    titles = [filing.title for filing in reports if filing.scheme.scope == "project"]
    if name is None or stated is None or not titles or stated == len(titles):
        return
    mild = replace(check, severity="information") if stated > len(titles) else check
    said = "、".join(f"《{title}》" for title in titles)
    message = f"{context.facts.label(name)}填写 {figure(stated)} 个，本部门的项目支出自评有 {len(titles)} 份：{said}。"
    yield mild.finding(context.scheme.anchor(name), message, stated=stated, computed=str(len(titles)))


CHECK = Check("D_TITLE", "名称、年度或项目个数不一致", "warning", find)
