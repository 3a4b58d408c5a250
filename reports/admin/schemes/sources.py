"""Where the values of a preview come from: made up, handed in by a bureau, or nothing at all."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.models import Report, Submission, User
from scoring.authoring.samples import YEAR, sample_content
from scoring.engine.content import Content, SectionContent
from scoring.engine.scheme import Scheme as SchemeForm
from scoring.models import SealBrokenError

SAMPLE, NEWEST, BLANK = "sample", "newest", "blank"
NAMED = ("id", "level1", "level2", "name", "weight")
LABELS: dict[str, str | Promise] = {
    SAMPLE: gettext_lazy("示例数据"),
    NEWEST: gettext_lazy("最近一次报送"),
    BLANK: gettext_lazy("空白"),
}


@dataclass(frozen=True)
class Source:
    """Values for a form. `origin` says whose they are; `refusal` why those that were asked for can't be had."""

    key: str
    content: Content
    origin: str = ""
    refusal: str = ""


def source_for(form: SchemeForm, key: str, user: User) -> Source:
    """The values under `key`; made-up ones where there are none, or where nothing known is asked for."""
    if key == BLANK:
        return Source(BLANK, _unfilled(form))
    if key == NEWEST:
        return _newest(form, user)
    return Source(SAMPLE, sample_content(form))


def blank_content(form: SchemeForm) -> Content:
    """Nothing filled in."""
    return Content(year=YEAR, scheme_code=form.code, scheme_version=form.version)


def _unfilled(form: SchemeForm) -> Content:
    """Nothing but the names and weights of rows that a bureau would add itself."""
    sections = {
        key: SectionContent(
            lists={
                name: [{part: row.get(part) for part in NAMED if part in row} for row in rows]
                for name, rows in section.lists.items()
                if name in form.indicator_lists
            }
        )
        for key, section in sample_content(form).sections.items()
    }
    return blank_content(form).model_copy(update={"sections": sections})


def _newest(form: SchemeForm, user: User) -> Source:
    """What was signed last under any version of the form, among what this reader may see."""
    found = (
        Submission.objects.filter(
            report__in=Report.objects.visible_to(user), report__scheme__code=form.code, withdrawn_at=None
        )
        .select_related("report__bureau", "content")
        .order_by("-submitted_at", "-pk")
        .first()
    )
    if found is None:
        return Source(SAMPLE, sample_content(form), refusal=_("还没有单位报送过这份表，先用示例数据。"))
    try:
        content = found.content.read()
    except SealBrokenError:
        return Source(SAMPLE, sample_content(form), refusal=_("最近一次报送的封存内容与摘要不符，不能使用。"))
    origin = _("%(report)s（第 %(number)d 次报送）") % {"report": found.report, "number": found.number}
    return Source(NEWEST, content, origin=origin)
