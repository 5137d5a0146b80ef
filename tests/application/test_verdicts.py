"""What was found of a history holds for what came since, where that can break no rule."""

from typing import Self

import pytest

from review_tui.application.ports import FileChange
from review_tui.application.verdicts import VerdictCache
from review_tui.application.verifier import Verifier
from review_tui.model.acts import Act
from tests.application.fakes import (
    ALEX,
    MEETING,
    OTHER,
    TEXT,
    FakeCache,
    FakeFormat,
    FakeRecord,
    FakeSeen,
    Table,
)
from tests.application.test_tamper_check import by_hand


class CountingRecord(FakeRecord):
    """Counts how often all of it was read."""

    read = 0

    def steps(self, after: str = ""):  # type: ignore[no-untyped-def]  # noqa: ANN201 -- as the fake's
        self.read += not after
        return super().steps(after)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        return None


@pytest.fixture
def record(table: Table) -> CountingRecord:
    return CountingRecord(table.history)


def verifier(table: Table, record: CountingRecord, cache: FakeCache) -> Verifier:
    """Another start of the program on the same computer."""
    return Verifier(lambda: record, FakeFormat(table.book), FakeSeen(), tuple, VerdictCache(cache, "book"))


def test_one_act_more_is_looked_at_alone_and_whatever_is_less_plain_is_not(
    table: Table, record: CountingRecord
) -> None:
    cache = FakeCache()
    approved = table.review.approve(table.item).act
    assert verifier(table, record, cache).quick().breaches == ()
    assert record.read == 1
    table.review.object(table.reading.item(MEETING, OTHER), "Not so.")
    table.review.approve(table.reading.item(MEETING, OTHER))
    found = verifier(table, record, cache).quick()
    assert (found.breaches, found.counts["acts"], found.counts["approvals"]) == ((), 3, 2)
    assert record.read == 1 + 1, "an approval that lifts an objection is not plain"
    table.review.object(table.item, "No.")
    assert verifier(table, record, cache).quick().counts["acts"] == 4
    assert record.read == 2
    table.history.who = ALEX
    assert isinstance(approved, Act)
    by_hand(table, approved, None)
    assert [breach.rule.word for breach in verifier(table, record, cache).quick().breaches] == ["unchanged"]
    assert record.read == 3
    table.review.amend(table.item, TEXT.replace("2020-22", "2020-21"), "A slip.")
    assert [breach.rule.word for breach in verifier(table, record, cache).quick().breaches] == ["unchanged"]
    assert record.read == 4


def test_an_act_in_anothers_name_is_never_plain(table: Table, record: CountingRecord) -> None:
    cache = FakeCache()
    verifier(table, record, cache).quick()
    act = table.review.object(table.item, "No.").act
    assert act is not None
    entry, changes = table.history.entries.pop()
    table.history.who = ALEX
    table.history.keep(tuple(FileChange(c.path, new=c.new) for c in changes), f"{entry.subject}\n")
    found = verifier(table, record, cache).quick()
    assert [breach.rule.word for breach in found.breaches] == ["maker"]
