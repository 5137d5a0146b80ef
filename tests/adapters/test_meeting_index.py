"""What meetings said is kept, and read again as soon as anything of them has changed."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from review_tui.adapters.book import BookFiles, meeting_index
from tests.application.fakes import FakeCache

YAML = """\
body: The Board
date: 2022-03-{day:02}
start: 9.00 a.m.
chair: A. Name
present: [A. Name, {{name: B. Name, role: Councillor}}]
items:
  - {{id: 01-one, number: "1", title: One, exempt: true}}
  - {{id: 02-two, presenter: C. Name}}
"""
MEETING = "2022-03-02-board"


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A book of three meetings; what has just been written counts as having rested."""
    monkeypatch.setattr(meeting_index, "RACY_WINDOW", -60.0)
    for day in range(1, 4):
        meeting = tmp_path / "drafts" / f"2022-03-{day:02}-board"
        for item in ("01-one", "02-two", "03-not-listed"):
            (meeting / item).mkdir(parents=True)
            (meeting / item / "minutes.md").write_text("They met.\n")
        (meeting / "meeting.yaml").write_text(YAML.format(day=day))
    (tmp_path / "drafts" / "book.yaml").write_text("flags:\n  kinds: [minute number]\n")
    return tmp_path / "drafts"


def test_a_second_session_reads_no_yaml_and_says_the_same(book: Path) -> None:
    cache = FakeCache()
    first = BookFiles(book, cache=cache)
    said = (first.meetings(), first.policy_fields(), first.policy_line("flags", "kinds"))
    cache.worked_out.clear()
    again = BookFiles(book, cache=cache)
    assert (again.meetings(), again.policy_fields(), again.policy_line("flags", "kinds")) == said
    assert again.draft(MEETING, "02-two") == first.draft(MEETING, "02-two")
    assert cache.worked_out == []
    assert said[0] == BookFiles(book).meetings()
    assert len(said[0][1]) == 3


def yaml_with_times_kept(book: Path) -> None:
    path = book / MEETING / "meeting.yaml"
    before = path.stat()
    path.write_text(path.read_text().replace("A. Name", "D. Name"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def item_linked(book: Path) -> None:
    item = book / MEETING / "01-one"
    item.rename(book.parent / "elsewhere")
    item.symlink_to(book.parent / "elsewhere")


def meeting_linked(book: Path) -> None:
    (book / MEETING).rename(book.parent / "elsewhere")
    (book / MEETING).symlink_to(book.parent / "elsewhere")


def minutes_linked(book: Path) -> None:
    minutes = book / MEETING / "01-one" / "minutes.md"
    minutes.rename(book.parent / "elsewhere")
    minutes.symlink_to(book.parent / "elsewhere")


CHANGES: dict[str, Callable[[Path], object]] = {
    "meeting.yaml": yaml_with_times_kept,
    "what is not understood": lambda b: (b / MEETING / "meeting.yaml").write_text(
        YAML.format(day=9) + "x: y\n"
    ),
    "a broken meeting.yaml": lambda b: (b / MEETING / "meeting.yaml").write_text("body: [\n"),
    "no meeting.yaml": lambda b: (b / MEETING / "meeting.yaml").unlink(),
    "an item more": lambda b: shutil.copytree(b / MEETING / "01-one", b / MEETING / "04-four"),
    "an item less": lambda b: shutil.rmtree(b / MEETING / "01-one"),
    "no minutes": lambda b: (b / MEETING / "02-two" / "minutes.md").unlink(),
    "an item that is a link": item_linked,
    "minutes that are a link": minutes_linked,
    "a meeting that is a link": meeting_linked,
    "a meeting less": lambda b: shutil.rmtree(b / MEETING),
    "a meeting renamed": lambda b: (b / MEETING).rename(b / "2022-03-02-other"),
    "a meeting more": lambda b: shutil.copytree(b / MEETING, b / "2022-03-09-board"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_after_a_change_it_is_as_if_nothing_had_been_kept(book: Path, name: str) -> None:
    cache = FakeCache()
    open_since = BookFiles(book, cache=cache)
    before = open_since.meetings()
    CHANGES[name](book)
    now = BookFiles(book).meetings()
    assert now != before
    assert BookFiles(book, cache=cache).meetings() == now
    assert open_since.meetings() == now


def test_what_was_written_a_moment_ago_is_not_trusted(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meeting_index, "RACY_WINDOW", 600.0)
    cache = FakeCache()
    BookFiles(book, cache=cache).meetings()
    assert not [key for key in cache.worked_out if key.startswith("meetings")]


@pytest.mark.parametrize("harm", [None, [], "x", {MEETING: 1}, {MEETING: {"marks": {}}}, {MEETING: {}}])
def test_a_harmed_index_is_as_good_as_none(book: Path, harm: object) -> None:
    cache = FakeCache()
    said = BookFiles(book, cache=cache).meetings()
    cache.kept = {key: harm if key.startswith("meetings") else kept for key, kept in cache.kept.items()}
    assert BookFiles(book, cache=cache).meetings() == said


def test_books_in_two_places_are_kept_apart(book: Path) -> None:
    cache = FakeCache()
    BookFiles(book, cache=cache).meetings()
    other = book.parent / "other"
    shutil.copytree(book, other)
    yaml_with_times_kept(other)
    assert BookFiles(other, cache=cache).meetings() == BookFiles(other).meetings()


def test_meetings_in_one_file_each_are_listed_without_reading_them_again(book: Path) -> None:
    folder = book.parent / "meetings"
    folder.mkdir()
    (folder / "2024-05-01.md").write_text("# Board\n\n## 1. Rent\n\nPaid.\n\n## 2. Trees\n\nFelled.\n")
    (folder / "2024-06-05.md").write_text("# Board, 6 June 2024\n\nWe met.\n")
    cache = FakeCache()
    said = BookFiles(folder, cache=cache).meetings()
    again = BookFiles(folder, cache=cache)
    assert again.meetings() == said
    assert again.in_one_file._parsed == {}
    assert again.draft("2024-05-01", "rent").text == "## 1. Rent\n\nPaid.\n\n"
    (folder / "2024-05-01.md").write_text("# Board\n\n## 1. Rents\n\nPaid.\n\n## 2. Trees\n\nFelled.\n")
    (folder / "2024-06-05.review").mkdir()
    (folder / "2024-06-05.review" / "meeting.yaml").write_text("body: Trustees\n")
    first, second = BookFiles(folder, cache=cache).meetings()[0]
    assert [item.title for item in first.items] == ["Opening", "Rents", "Trees"]
    assert (second.body, bool(second.unsure)) == ("Trustees", True)


def test_a_meeting_that_the_index_knew_does_not_look_changed_once_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(meeting_index, "RACY_WINDOW", -60.0)
    (tmp_path / "2022-03-16.md").write_text("# Board\n\n## 1. Rent\n\nPaid.\n")
    (tmp_path / "2022-03-16-notes.md").write_text("rent paid\n")
    cache = FakeCache()
    for _ in range(2):
        files = BookFiles(tmp_path, cache=cache)
        (meeting,) = files.meetings()[0]
        before = files.fingerprint(meeting.id)
        assert files.draft(meeting.id, meeting.items[-1].id).notes
        assert files.fingerprint(meeting.id) == before
