"""What a filing is compared with: the digests of the dossier's other contents, kept with its scorecard."""

import logging
from collections.abc import Iterable

from django.db.models import Q

from scoring.engine.content import Content
from scoring.engine.filing import Filing
from scoring.engine.scheme import Scheme as SchemeForm
from scoring.models import Scheme, SealedContent, digest_of

log = logging.getLogger(__name__)


def context_digest(digests: Iterable[str]) -> str:
    """One digest over those of the other contents, whatever their order; empty without any."""
    ordered = sorted(digests)
    return digest_of("\n".join(ordered).encode()) if ordered else ""


def read_filings(digests: Iterable[str]) -> dict[str, Filing]:
    """The sealed contents with their forms by digest, in that order.

    What was tampered with and what was filed under an unknown form are left out.
    """
    sealed = SealedContent.objects.filter(digest__in=list(digests)).order_by("digest")
    contents = {each.digest: each.read() for each in sealed if _is_readable(each)}
    forms = _forms(contents.values())
    return {
        digest: Filing(forms[form_key(content)], content)
        for digest, content in contents.items()
        if form_key(content) in forms
    }


def filings_of(contents: Iterable[Content]) -> tuple[Filing, ...]:
    """Contents with the stored forms they were filed under; those of an unknown form are left out."""
    read = list(contents)
    forms = _forms(read)
    return tuple(Filing(forms[form_key(content)], content) for content in read if form_key(content) in forms)


def form_key(content: Content) -> tuple[str, int]:
    """Code and version of the form a content was filed under."""
    return content.scheme_code, content.scheme_version


def _forms(contents: Iterable[Content]) -> dict[tuple[str, int], SchemeForm]:
    wanted = Q(pk=None)
    for code, version in {form_key(content) for content in contents}:
        wanted |= Q(code=code, version=version)
    return {(scheme.code, scheme.version): scheme.form for scheme in Scheme.objects.filter(wanted)}


def _is_readable(sealed: SealedContent) -> bool:
    if not sealed.is_intact:
        log.warning("sealed content %s was changed and isn't compared with", sealed.digest)
    return sealed.is_intact
