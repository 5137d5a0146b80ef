"""Books made to lead the program out of the book, or to hold it up."""

import os
from pathlib import Path

import pytest

from review_tui.adapters.book import BookFiles
from review_tui.model.errors import UnusableBook

BOARD = "2022-03-16-board"
ITEM = "05-annual-report"
GOOD = f"body: Board\ndate: 2022-03-16\nitems: [{ITEM}]\n"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    item = tmp_path / "book" / BOARD / ITEM
    item.mkdir(parents=True)
    (item.parent / "meeting.yaml").write_text(GOOD)
    (item / "minutes.md").write_text("Resolved: noted.\n")
    secret = tmp_path / "outside" / ITEM
    secret.mkdir(parents=True)
    (secret.parent / "meeting.yaml").write_text(GOOD)
    (secret / "minutes.md").write_text("SECRET")
    return tmp_path / "book"


@pytest.mark.parametrize(
    "name",
    [
        "..",
        ".",
        "",
        ".git",
        "../outside",
        "/etc",
        "a/b",
        "a\\\\b",
        " 05",
        "05\\n",
        "05\\e[31m",
        "05\\u202e",
        "05\\0",
        "x" * 256,
    ],
)
def test_an_item_can_not_be_named_out_of_its_meeting(book: Path, name: str) -> None:
    (book / BOARD / "meeting.yaml").write_text(f'body: Board\ndate: 2022-03-16\nitems:\n  - id: "{name}"\n')
    (meeting,), problems = BookFiles(book).meetings()
    assert [item.id for item in meeting.items] == [ITEM]  # only what has a folder here
    assert problems[0].line == 4
    assert "Give the item the `id` that its folder is named." in problems[0].sentence


@pytest.mark.parametrize("name", ["..", "../outside", "", ".", "a/b", "a\0b", "a\ud800"])
def test_nothing_outside_is_read_whoever_asks(book: Path, name: str) -> None:
    files = BookFiles(book)
    with pytest.raises(UnusableBook):
        files.draft(BOARD, name)
    with pytest.raises(UnusableBook):
        files.draft(name, ITEM)
    assert files.meeting_acts(name)[0] == ()
    assert len(files.meeting_acts(name)[1]) == 1


def test_a_meeting_that_is_a_link_is_a_problem(book: Path) -> None:
    (book / "linked").symlink_to(book.parent / "outside")
    files = BookFiles(book)
    meetings, problems = files.meetings()
    assert [meeting.id for meeting in meetings] == [BOARD]
    assert [(p.file, "links are not followed" in p.sentence) for p in problems] == [("linked", True)]
    with pytest.raises(UnusableBook, match="links are not followed"):
        files.draft("linked", ITEM)


def test_links_to_anything_else_are_let_be(book: Path) -> None:
    (book / "papers").symlink_to("/etc")
    (book / "gone").symlink_to("/nowhere")
    (book / BOARD / "papers").symlink_to("/etc")
    assert BookFiles(book).meetings()[1] == ()


@pytest.mark.parametrize("listed", [True, False])
def test_an_item_that_is_a_link_is_a_problem(book: Path, *, listed: bool) -> None:
    (book / BOARD / "06-linked").symlink_to(book.parent / "outside" / ITEM)
    if listed:
        (book / BOARD / "meeting.yaml").write_text(GOOD.replace("]", ", 06-linked]"))
    files = BookFiles(book)
    problems = files.meetings()[1]
    assert [(p.file, "links are not followed" in p.sentence) for p in problems] == [
        (f"{BOARD}/06-linked", True)
    ]
    with pytest.raises(UnusableBook, match="links are not followed"):
        files.draft(BOARD, "06-linked")


@pytest.mark.parametrize("path", ["meeting.yaml", f"{ITEM}/minutes.md"])
def test_a_file_that_is_a_link_is_a_problem(book: Path, path: str) -> None:
    (book / BOARD / path).unlink()
    (book / BOARD / path).symlink_to(book.parent / "outside" / path)
    problems = BookFiles(book).meetings()[1]
    assert [(p.file, "links are not followed" in p.sentence) for p in problems] == [(f"{BOARD}/{path}", True)]


def test_minutes_that_are_a_link_are_not_read(book: Path) -> None:
    minutes = book / BOARD / ITEM / "minutes.md"
    minutes.unlink()
    minutes.symlink_to("/etc/passwd")
    with pytest.raises(UnusableBook, match="links are not followed"):
        BookFiles(book).draft(BOARD, ITEM)


def test_links_among_acts_and_notes_are_problems(book: Path) -> None:
    item = book / BOARD / ITEM
    (item / "acts").mkdir()
    (item / "acts" / "1.yaml").symlink_to("/etc/passwd")
    (item / "notes").symlink_to(book.parent / "outside")
    draft = BookFiles(book).draft(BOARD, ITEM)
    assert (draft.notes, draft.acts) == ((), ())
    assert sorted(p.file for p in draft.problems) == [f"{BOARD}/{ITEM}/acts/1.yaml", f"{BOARD}/{ITEM}/notes"]


def test_a_pipe_is_refused_without_waiting_for_it(book: Path) -> None:
    item = book / BOARD / ITEM
    (item / "acts").mkdir()
    (item / "notes").mkdir()
    os.mkfifo(item / "acts" / "1.yaml")
    os.mkfifo(item / "notes" / "clerk.md")
    os.mkfifo(book / "book.yaml")
    (book / "piped").mkdir()
    os.mkfifo(book / "piped" / "meeting.yaml")
    files = BookFiles(book)
    assert ["pipe or a device" in p.sentence for p in files.meetings()[1]] == [True, True]
    assert ["pipe or a device" in p.sentence for p in files.draft(BOARD, ITEM).problems] == [True, True]
    (item / "minutes.md").unlink()
    os.mkfifo(item / "minutes.md")
    with pytest.raises(UnusableBook, match="pipe or a device"):
        files.draft(BOARD, ITEM)


def test_a_meeting_whose_folder_can_not_be_shown_is_a_problem(book: Path) -> None:
    for name in ("b\x1b]0;x", "c\udce9"):
        (book / name).mkdir()
        (book / name / "meeting.yaml").write_text(GOOD)
    (book / BOARD / "d\u202e").mkdir()
    (book / BOARD / "d\u202e" / "minutes.md").write_text("x")
    (meeting,), problems = BookFiles(book).meetings()
    assert [item.id for item in meeting.items] == [ITEM]
    assert ["can't be seen" in p.sentence for p in problems] == [True, True, True]


@pytest.mark.parametrize(
    ("swapped", "with_what", "said"),
    [
        (f"{ITEM}/minutes.md", "a link", "links are not followed"),
        (ITEM, "a link", "links are not followed"),
        (f"{ITEM}/minutes.md", "a pipe", "pipe or a device"),
    ],
)
def test_what_is_swapped_between_the_look_and_the_opening_is_not_read(
    book: Path, monkeypatch: pytest.MonkeyPatch, swapped: str, with_what: str, said: str
) -> None:
    real = os.stat
    target = book / BOARD / swapped
    away = book.parent / "moved away"

    def swapping(
        path: str | int, *, dir_fd: int | None = None, follow_symlinks: bool = True
    ) -> os.stat_result:
        found = real(path, dir_fd=dir_fd, follow_symlinks=follow_symlinks)
        if path == target.name and not os.path.lexists(away):
            target.rename(away)
            if with_what == "a pipe":
                os.mkfifo(target)
            else:
                target.symlink_to(away)
        return found

    monkeypatch.setattr(os, "stat", swapping)
    with pytest.raises(UnusableBook, match=said):
        BookFiles(book).draft(BOARD, ITEM)
