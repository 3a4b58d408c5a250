"""Versions of forms in the database: created and changed as drafts, then published and never changed again.

Every write compares and sets, on status and text: whoever comes second is refused, and a repeated click finds
done what it asks for (the second value that a service returns says whether it did it itself). Drafts keep any
text; only a sound one can be published.
"""

from dataclasses import dataclass
from functools import lru_cache

from django.db import IntegrityError, transaction
from django.db.models import Max, ProtectedError, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from scoring.authoring.text import REMEMBERED, identity_of, line_of, tidy, title_of, with_version
from scoring.engine.loading import load_scheme_text, scheme_hash, scheme_problems
from scoring.engine.problems import Problem, SchemeFileError
from scoring.models import Scheme, digest_of

LONGEST_TITLE = 200
ATTEMPTS = 5


class SchemeRefusedError(Exception):
    """An action on a scheme was refused; `message` says why and what to do, `problems` are those of its text."""

    def __init__(self, message: str, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.problems = problems


class StaleSchemeError(SchemeRefusedError):
    """Somebody changed the draft meanwhile; `current` is what is stored now."""

    def __init__(self, current: Scheme) -> None:
        super().__init__(_("这份草稿已被他人修改，您的操作没有执行，请核对后重试。"))
        self.current = current


Result = tuple[Scheme, bool]


@dataclass(frozen=True)
class Change:
    """What a draft shall say. `based_on` is the digest of the draft as somebody saw it."""

    text: str
    note: str
    based_on: str


def seen_digest(scheme: Scheme) -> str:
    """Names what a version says now, for a page that comes back."""
    return digest_of(f"{scheme.note}\0{scheme.text}".encode())


def next_version(code: str) -> int:
    """The first number above every version of the form."""
    return (Scheme.objects.filter(code=code).aggregate(highest=Max("version"))["highest"] or 0) + 1


def previous_version(scheme: Scheme) -> Scheme | None:
    """The version of the form before this one, a published one if there is any."""
    older = Scheme.objects.filter(code=scheme.code, version__lt=scheme.version).order_by("-version")
    return older.filter(status=Scheme.Status.PUBLISHED).first() or older.first()


def draft_problems(scheme: Scheme) -> tuple[Problem, ...]:
    """Everything that keeps a draft from being published, by line; empty when it may be."""
    found = list(_problems(scheme.text, f"{scheme.code}.yaml"))
    code, version = identity_of(scheme.text)
    if code and version and (code, version) != (scheme.code, scheme.version):
        message = _other_identity(code, version)
        line = line_of(scheme.text, "version")
        found.append(Problem(f"{scheme.code}.yaml", line, "version", message))
    return tuple(sorted(found, key=lambda problem: problem.line))


def create_draft(text: str, *, note: str = "") -> Result:
    """A draft from `text`, under its own number or the next free one; the draft there is if it says the same.

    Raises SchemeRefusedError where the text gives no code.
    """
    text = tidy(text)
    code, version = identity_of(text)
    if code is None:
        message = _("文件没有写明可用的方案代码（code：小写字母、数字、短横线，以字母开头）。")
        raise SchemeRefusedError(message, scheme_problems(text))
    for _attempt in range(ATTEMPTS):
        if same := _same_draft(code, text):
            return same, False
        is_free = version is not None and not _is_taken(code, version)
        number = version if version and is_free else next_version(code)
        if created := _insert(code, number, with_version(text, number), note):
            return created, True
    raise SchemeRefusedError(_("其他人正在新建这个方案的版本，请稍后重试。"))


def clone(scheme: Scheme, version: int, *, note: str = "") -> Result:
    """The draft `version` with the text of `scheme`, comments and order included; asked twice it is one draft.

    Raises SchemeRefusedError where that number belongs to something else.
    """
    text = with_version(scheme.text, version)
    if created := _insert(scheme.code, version, text, note):
        return created, True
    there = Scheme.objects.get(code=scheme.code, version=version)
    if there.status == Scheme.Status.DRAFT and there.text == text:
        return there, False
    raise SchemeRefusedError(
        _("%(code)s 第 %(version)d 版已经存在，请刷新后重试。") % {"code": scheme.code, "version": version}
    )


def change_draft(scheme: Scheme, change: Change) -> Result:
    """Stores the text of a draft, sound or not. Its code and version follow the text where they are free.

    Raises StaleSchemeError where somebody else changed it, SchemeRefusedError where it is published.
    """
    text, stored = tidy(change.text), _current(scheme)
    identity = _free_identity(stored, text)
    is_same = (stored.text, stored.note) == (text, change.note)
    if is_same and stored.status == Scheme.Status.DRAFT and identity == (stored.code, stored.version):
        return stored, False
    _require_draft(stored, change.based_on)
    fields = _derived(text, title=stored.title) | {"text": text, "note": change.note}
    try:
        with transaction.atomic():
            written = _as_seen(stored).update(code=identity[0], version=identity[1], **fields)
    except IntegrityError:
        written = _as_seen(stored).update(**fields)
    if not written:
        raise StaleSchemeError(_current(scheme))
    return _current(scheme), True


def publish(scheme: Scheme, *, based_on: str) -> Result:
    """Publishes the draft that was seen as `based_on`; from then on nothing changes it. Asked twice it is done once.

    Raises SchemeRefusedError with every problem of its text, StaleSchemeError where it isn't what was seen.
    """
    stored = _current(scheme)
    if _is_published(stored, based_on):
        return stored, False
    _require_draft(stored, based_on)
    if problems := draft_problems(stored):
        message = _("草稿还有 %(count)d 个问题，改好后才能发布。") % {"count": len(problems)}
        raise SchemeRefusedError(message, problems)
    written = _as_seen(stored).update(
        status=Scheme.Status.PUBLISHED,
        published_at=timezone.now(),
        **_derived(stored.text, title=stored.title),
    )
    current = _current(scheme)
    if not written and not _is_published(current, based_on):
        raise StaleSchemeError(current)
    return current, bool(written)


def discard(scheme: Scheme, *, based_on: str) -> None:
    """Deletes the draft that was seen as `based_on`. Raises SchemeRefusedError where it is published or in use."""
    stored = _current(scheme)
    _require_draft(stored, based_on)
    try:
        deleted, _rows = _as_seen(stored).delete()
    except ProtectedError as error:
        raise SchemeRefusedError(_("这个版本已有报告使用，不能丢弃。")) from error
    if not deleted:
        raise StaleSchemeError(_current(scheme))


@lru_cache(maxsize=REMEMBERED)
def _problems(text: str, source: str) -> tuple[Problem, ...]:
    return scheme_problems(text, source)


def _current(scheme: Scheme) -> Scheme:
    found = Scheme.objects.filter(pk=scheme.pk).first()
    if found is None:
        raise SchemeRefusedError(_("这份草稿已被丢弃。"))
    return found


def _is_published(stored: Scheme, based_on: str) -> bool:
    """Whether what somebody saw as `based_on` is published already."""
    return stored.status == Scheme.Status.PUBLISHED and seen_digest(stored) == based_on


def _as_seen(stored: Scheme) -> QuerySet[Scheme]:
    """The row, as long as it is the draft that was read."""
    return Scheme.objects.filter(pk=stored.pk, status=Scheme.Status.DRAFT, text=stored.text, note=stored.note)


def _require_draft(stored: Scheme, based_on: str) -> None:
    if stored.status != Scheme.Status.DRAFT:
        message = _("%(scheme)s已经发布，不能再改；要修改请新建版本。") % {"scheme": stored}
        raise SchemeRefusedError(message)
    if seen_digest(stored) != based_on:
        raise StaleSchemeError(stored)


def _derived(text: str, *, title: str) -> dict[str, str]:
    """The columns that repeat what the text says; a hash only for a sound one."""
    try:
        digest = scheme_hash(load_scheme_text(text))
    except SchemeFileError:
        digest = ""
    return {"title": title_of(text)[:LONGEST_TITLE] or title, "hash": digest}


def _insert(code: str, version: int, text: str, note: str) -> Scheme | None:
    """A new draft, None where the number is taken."""
    try:
        with transaction.atomic():
            return Scheme.objects.create(
                code=code, version=version, text=text, note=note, **_derived(text, title=code)
            )
    except IntegrityError:
        return None


def _same_draft(code: str, text: str) -> Scheme | None:
    drafts = Scheme.objects.filter(code=code, status=Scheme.Status.DRAFT)
    return next((draft for draft in drafts if with_version(text, draft.version) == draft.text), None)


def _is_taken(code: str, version: int) -> bool:
    return Scheme.objects.filter(code=code, version=version).exists()


def _free_identity(stored: Scheme, text: str) -> tuple[str, int]:
    """Code and version that the text says, where no other version has them; else those that the draft has."""
    code, version = identity_of(text)
    others = Scheme.objects.exclude(pk=stored.pk)
    if code is None or version is None or others.filter(code=code, version=version).exists():
        return stored.code, stored.version
    return code, version


def _other_identity(code: str, version: int) -> str:
    if not _is_taken(code, version):
        return _("版本号与草稿登记的不同，请再保存一次。")
    return _("%(code)s 第 %(version)d 版已经存在，请改用新的版本号，例如 %(free)d。") % {
        "code": code,
        "version": version,
        "free": next_version(code),
    }
