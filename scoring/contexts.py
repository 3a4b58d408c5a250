"""What a filing is compared with: the digests of the dossier's other contents, kept with its scorecard."""

import logging
from collections.abc import Iterable

from django.db.models import Q

from scoring.engine.content import Content
from scoring.engine.filing import Filing
from scoring.models import Scheme, SealBrokenError, SealedContent, digest_of

log = logging.getLogger(__name__)


def context_digest(digests: Iterable[str]) -> str:
    """One digest over those of the other contents, whatever their order; empty without any."""
    ordered = sorted(digests)
    return digest_of("\n".join(ordered).encode()) if ordered else ""


def read_filings(digests: Iterable[str]) -> tuple[Filing, ...]:
    """The sealed contents with their forms, in the order of their digests. What was tampered with is left out."""
    sealed = SealedContent.objects.filter(digest__in=list(digests)).order_by("digest")
    return filings_of(content for each in sealed if (content := _read(each)) is not None)


def filings_of(contents: Iterable[Content]) -> tuple[Filing, ...]:
    """Contents with the stored forms they were filed under; those of an unknown form are left out."""
    read = list(contents)
    wanted = Q(pk=None)
    for code, version in {(content.scheme_code, content.scheme_version) for content in read}:
        wanted |= Q(code=code, version=version)
    forms = {(scheme.code, scheme.version): scheme.form for scheme in Scheme.objects.filter(wanted)}
    keyed = (((content.scheme_code, content.scheme_version), content) for content in read)
    return tuple(Filing(forms[key], content) for key, content in keyed if key in forms)


def _read(sealed: SealedContent) -> Content | None:
    try:
        return sealed.read()
    except SealBrokenError:
        log.warning("sealed content %s was changed and isn't compared with", sealed.digest)
        return None
