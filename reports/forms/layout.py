"""How crispy lays a page of a draft out: block by block."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout

from reports.forms.blocks import ChartBlock, FactsBlock, PageBlock, TableBlock
from reports.forms.line_blocks import AnswersBlock, IndicatorsBlock
from reports.forms.list_blocks import CodedBlock, ListBlock
from reports.forms.page import SectionPage
from reports.sheets.coded import is_coded
from reports.sheets.marks import Marks
from scoring.engine.scheme import Block, Scheme

WIDE = 5
_KINDS: dict[str, type[PageBlock]] = {
    "facts": FactsBlock,
    "table": TableBlock,
    "answers": AnswersBlock,
    "indicators": IndicatorsBlock,
    "list": ListBlock,
    "chart": ChartBlock,
}


def helper_of(page: SectionPage, marks: Marks) -> FormHelper:
    """How crispy lays the page out."""
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    blocks = [
        _kind(page.scheme, block)(page, block, marks, first=n == 0)
        for n, block in enumerate(page.section.blocks)
    ]
    helper.layout = Layout(*blocks)
    return helper


def is_wide(page: SectionPage) -> bool:
    """Whether a table of the page needs the room beside it: many columns of figures."""
    tables = [page.scheme.tables[block.table] for block in page.section.blocks if block.table]
    lists = [page.scheme.lists[block.list] for block in page.section.blocks if block.list]
    columns = [len(table.columns) for table in tables]
    return max([*columns, *(len(spec.columns) - 1 for spec in lists if is_coded(spec))], default=0) >= WIDE


def _kind(scheme: Scheme, block: Block) -> type[PageBlock]:
    return CodedBlock if block.list and is_coded(scheme.lists[block.list]) else _KINDS[block.kind]
