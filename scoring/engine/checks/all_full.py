"""B_ALL100: every self-evaluation of the bureau has the full total."""

from collections.abc import Iterator
from decimal import Decimal

from scoring.engine.checks.base import Check, CheckContext, figure
from scoring.engine.filing import Filing
from scoring.engine.results import Finding

LEAST_REPORTS = 2


def find(check: Check, context: CheckContext) -> Iterator[Finding]:
    """All scored reports of the dossier, or all its project reports, state the full total."""
    own = context.filing
    if own.scheme.scoring == "none" or not own.scheme.totals.official:
        return
    scored = [own, *(filing for filing in context.dossier if filing.scheme.scoring == "points")]
    projects = [filing for filing in scored if filing.scheme.scope == "project"]
    if own.scheme.scope == "project" and _all_full(projects):
        which = f"{len(projects)} 个项目"
    elif _all_full(scored):
        which = f"{len(scored)} 份自评"
    else:
        return
    total = _total(own)
    message = f"本部门{which}的自评总分都是满分（{figure(total)} 分），请核实各项得分是否如实。"
    yield check.finding(own.scheme.anchor(own.scheme.totals.official), message, stated=total)


def _all_full(filings: list[Filing]) -> bool:
    return len(filings) >= LEAST_REPORTS and all(_total(each) == each.scheme.total_weight for each in filings)


def _total(filing: Filing) -> Decimal | None:
    """The official total as stated, else the sum of the self scores."""
    name = filing.scheme.totals.official
    stated = filing.facts.stated(name) if name else None
    return stated if stated is not None else filing.facts.value("self.sum")


CHECK = Check("B_ALL100", "全部自评都是满分", "information", find)
