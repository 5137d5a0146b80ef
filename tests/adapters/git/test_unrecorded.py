"""Files of the book that stand otherwise on the disk than in the history."""

from pathlib import Path

import pytest

from review_tui.adapters.git import GitHistory
from review_tui.model.errors import Refusal
from tests.adapters.real_book import FIRST, ITEM, MINUTES, RealBook

MEETING = "2022-03-16-board"
ACT = f"{ITEM}/acts/20220320T101502Z-objection-7f3a91c2.yaml"


def test_in_a_book_as_it_was_recorded_there_are_none(book: RealBook) -> None:
    book.amend(b"act: objection\n", None, ACT)
    assert book.history.unrecorded([MEETING, "none.yaml"]) == ()


def test_what_was_changed_taken_away_or_added_is_told(book: RealBook) -> None:
    book.amend(b"act: objection\n", None, ACT)
    (book.book / ACT).unlink()
    book.put(MINUTES, FIRST + b" ")
    new = f"{ITEM}/acts/new.yaml"
    book.put(new, b"act: approval\n")
    book.put("elsewhere.md", b"x")
    assert book.history.unrecorded([MEETING]) == tuple(sorted((ACT, MINUTES, new)))
    assert book.history.unrecorded([MEETING], ["acts"]) == (MINUTES,)
    assert book.history.unrecorded(["elsewhere.md"]) == ("elsewhere.md",)


def test_what_is_only_staged_is_not_recorded(book: RealBook) -> None:
    book.put(MINUTES, b"staged\n")
    book.git("add", "--all")
    assert book.history.unrecorded([MEETING]) == (MINUTES,)


def test_a_link_in_the_place_of_a_file_is_told(book: RealBook) -> None:
    (book.book / MINUTES).rename(book.book / "elsewhere.md")
    (book.book / MINUTES).symlink_to(book.book / "elsewhere.md")
    assert book.history.unrecorded([MEETING]) == (MINUTES,)


def test_line_ends_that_git_converts_are_no_change(book: RealBook) -> None:
    book.git("config", "core.autocrlf", "true")
    book.put(MINUTES, FIRST.replace(b"\n", b"\r\n"))
    assert book.history.unrecorded([MEETING]) == ()


def test_what_leads_out_of_the_book_is_refused_and_no_repository_has_none(
    book: RealBook, tmp_path: Path
) -> None:
    with pytest.raises(Refusal):
        book.history.unrecorded(["../other.txt"])
    with GitHistory(tmp_path / "nowhere") as history:
        assert history.unrecorded([MEETING]) == ()
