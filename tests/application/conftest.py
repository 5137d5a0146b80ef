import pytest

from tests.application.fakes import Table, lay_table


@pytest.fixture
def table() -> Table:
    return lay_table()
