from collections.abc import Callable

import pytest
from django.test import Client

from reports.models import User
from tests.reports.admin.desk import Desk

Login = Callable[[User], Client]


@pytest.fixture
def desk(db: None) -> Desk:
    return Desk()


@pytest.fixture
def login() -> Login:
    def as_user(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return as_user
