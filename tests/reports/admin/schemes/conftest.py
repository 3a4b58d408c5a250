import pytest
from django.test import Client
from django.urls import reverse

from scoring.authoring.versions import Change, change_draft, clone, seen_digest
from scoring.models import Scheme
from tests.reports.admin.conftest import Login
from tests.reports.admin.desk import OVERALL, PROJECT, Desk


@pytest.fixture
def client(desk: Desk, login: Login) -> Client:
    """The administrator's browser."""
    return login(desk.administrator)


@pytest.fixture
def overall(desk: Desk) -> Scheme:
    return desk.scheme(OVERALL)


@pytest.fixture
def project(desk: Desk) -> Scheme:
    return desk.scheme(PROJECT)


@pytest.fixture
def draft(project: Scheme) -> Scheme:
    """The second version of the project form, as it was cloned."""
    return clone(project, 2)[0]


def page(name: str, scheme: Scheme | None = None) -> str:
    """The address of a page of schemes."""
    return reverse(f"admin:scoring_scheme_{name}", args=[scheme.pk] if scheme else [])


def rewritten(draft: Scheme, old: str, new: str) -> Scheme:
    """The draft with a piece of its text replaced."""
    assert old in draft.text
    return change_draft(draft, Change(draft.text.replace(old, new), draft.note, seen_digest(draft)))[0]
