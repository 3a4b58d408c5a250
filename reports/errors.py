"""Refusals that a person sees: every one carries a message in the reader's language."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from scoring.engine.results import Finding

if TYPE_CHECKING:
    from reports.models import RefusedSave, Section


class RefusedError(Exception):
    """An action was refused; `message` says why and what to do."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class StatusRefusedError(RefusedError):
    """The report's status doesn't allow the action (any more)."""


class RoleRefusedError(RefusedError):
    """This account may not take the action."""


class StaleRevisionError(RefusedError):
    """Somebody saved the page meanwhile. What was typed is kept in `refused`; `current` is what is stored."""

    def __init__(self, current: "Section", refused: "RefusedSave") -> None:
        super().__init__(_("这一页已被他人更新，您的填写没有覆盖对方内容，两份都已保留，请核对后选择。"))
        self.current = current
        self.refused = refused


class HandOverRefusedError(RefusedError):
    """Errors to mend, or warnings that still need an explanation."""

    def __init__(self, errors: Sequence[Finding], unexplained: Sequence[Finding]) -> None:
        super().__init__(
            _("还有 %(errors)d 项错误需要改正，%(unexplained)d 项问题需要说明，暂不能提交。")
            % {"errors": len(errors), "unexplained": len(unexplained)}
        )
        self.errors = tuple(errors)
        self.unexplained = tuple(unexplained)
