import pytest

from tests.reports.admin.desk import Desk


@pytest.fixture
def desk(db: None) -> Desk:
    return Desk()
