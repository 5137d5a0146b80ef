"""A repository handed over that says its files, its history or the program's own notes are somewhere else."""

import datetime as dt
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from review_tui.application.ports import TypedText
from review_tui.composition import open_book_context
from tests.conftest import SAMPLE_MEETING
from tests.stories.office import Office
from tests.stories.robot import reviewing

LOOKING = (("status", "drafts"), ("show", "5"), ("sign-off", SAMPLE_MEETING, "--preview"))
FLAG = ("flag", "5", "--quote", "September, 2022", "--kind", "date", "--comment", "The notes say 2021.")
ACTING = (FLAG, ("approve", "4"), ("undo",))
KEPT = TypedText("m", "i", "base", 0, "old", "typed", "", dt.datetime(2022, 3, 16, tzinfo=dt.UTC), "amend")

Place = Callable[[Path, Path], Path]


@pytest.fixture
def office(sample_book: Path) -> Office:
    return Office(sample_book.parent)


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder with a file, neither of which may change."""
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / "intent-1.json").write_text("{}", encoding="ascii")
    return folder


def everything(folder: Path) -> list[tuple[str, bytes]]:
    return sorted((str(p), p.read_bytes() if p.is_file() else b"") for p in folder.rglob("*"))


def to_a_folder(room: Path, outside: Path) -> Path:
    room.symlink_to(outside)
    return room


def to_nothing(room: Path, outside: Path) -> Path:
    room.symlink_to(outside / "not-there")
    return room


def to_a_file(room: Path, outside: Path) -> Path:
    room.symlink_to(outside / "intent-1.json")
    return room


def of_typing(room: Path, outside: Path) -> Path:
    room.mkdir()
    (room / "typing").symlink_to(outside)
    return room / "typing"


def of_what_was_cut_short(room: Path, outside: Path) -> Path:
    room.mkdir()
    (room / "cut-short").symlink_to(outside / "not-there")
    return room / "cut-short"


def of_the_lock(room: Path, outside: Path) -> Path:
    room.mkdir()
    (room / "lock").symlink_to(outside / "lock")
    return room / "lock"


def of_an_intent(room: Path, outside: Path) -> Path:
    room.mkdir()
    (room / "intent-2.json").symlink_to(outside / "intent-1.json")
    return room / "intent-2.json"


def of_something_typed(room: Path, outside: Path) -> Path:
    (room / "typing").mkdir(parents=True)
    (room / "typing" / "1.json").symlink_to(outside / "intent-1.json")
    return room / "typing" / "1.json"


def a_pipe(room: Path, _outside: Path) -> Path:
    room.mkdir()
    os.mkfifo(room / "intent-2.json")
    return room / "intent-2.json"


LINKS: tuple[Place, ...] = (
    *(to_a_folder, to_nothing, to_a_file, of_typing, of_what_was_cut_short, of_the_lock, of_an_intent),
    *(of_something_typed, a_pipe),
)


@pytest.mark.parametrize("link", LINKS)
def test_no_link_among_the_programs_own_notes_is_followed(office: Office, outside: Path, link: Place) -> None:
    where = link(office.top / ".git" / "review-tui", outside)
    before, tip, link_before = everything(outside), office.git("rev-parse", "HEAD"), where.lstat()
    for words in LOOKING:
        told = office.does("dawn", *words)
        assert str(where) in told.out + told.err, (words, told)
    told = office.does("dawn", *FLAG)
    assert told.code in {1, 3}
    assert f"{where} is a link to" in told.err or "is a pipe" in told.err
    assert f"rm '{where}'" in told.err
    context = open_book_context(office.book)
    assert context.history.recover() == ()
    context.typing.keep(KEPT)
    assert context.typing.left_over() == (KEPT,)
    context.typing.forget("m", "i", "amend", "old")
    assert context.typing.left_over() == ()
    context.history.close()
    assert everything(outside) == before
    assert office.git("rev-parse", "HEAD") == tip
    assert where.lstat().st_ino == link_before.st_ino


async def test_on_the_screen_such_a_link_leaves_the_book_to_be_read(office: Office, outside: Path) -> None:
    to_a_folder(office.top / ".git" / "review-tui", outside)
    before = everything(outside)
    async with reviewing(office.book) as robot:
        await robot.sees("Safeguarding Children", "is a link to")
        await robot.press("f")
    assert everything(outside) == before


def test_no_link_is_followed_in_the_notes_of_a_linked_work_tree(
    office: Office, outside: Path, tmp_path: Path
) -> None:
    office.git("worktree", "add", "--quiet", "-b", "side", str(tmp_path / "side"))
    side = Office(tmp_path / "side")
    assert side.does("dawn", *FLAG).code == 0
    room = office.top / ".git" / "worktrees" / "side" / "review-tui"
    shutil.rmtree(room)
    to_a_folder(room, outside)
    assert f"{room} is a link to" in side.does("dawn", "approve", "4").err


def files_elsewhere(office: Office, outside: Path) -> str:
    office.git("config", "core.worktree", str(outside))
    return f"its files are in {outside}"


def files_in_a_folder_above(office: Office, _outside: Path) -> str:
    office.git("config", "core.worktree", str(office.top.parent))
    return f"its files are in {office.top.parent}"


def files_nowhere(office: Office, outside: Path) -> str:
    office.git("config", "core.worktree", str(outside / "not-there"))
    return f"its files are in {outside / 'not-there'}"


def git_folder_nowhere(office: Office, outside: Path) -> str:
    shutil.move(office.top / ".git", office.top.parent / "moved")
    (office.top / ".git").write_text(f"gitdir: {outside / 'not-there'}\n", encoding="utf-8")
    return f"is in {outside / 'not-there'}, and it is not there"


def git_file_of_nonsense(office: Office, _outside: Path) -> str:
    shutil.move(office.top / ".git", office.top.parent / "moved")
    (office.top / ".git").write_bytes(b"\0\xff")
    return "it is not there"


def git_link_nowhere(office: Office, outside: Path) -> str:
    shutil.move(office.top / ".git", office.top.parent / "moved")
    (office.top / ".git").symlink_to(outside / "not-there")
    return f"is a link to {outside / 'not-there'}, and nothing is there"


def common_folder_missing(office: Office, outside: Path) -> str:
    (office.top / ".git" / "commondir").write_text(f"{outside / 'not-there'}\n", encoding="utf-8")
    return f"is in {outside / 'not-there'}, but it is not there"


def common_folder_of_another(office: Office, outside: Path) -> str:
    shutil.copytree(office.top / ".git", outside / "store")
    (office.top / ".git" / "commondir").write_text(f"{outside / 'store'}\n", encoding="utf-8")
    return "another repository is there"


@pytest.mark.parametrize(
    "lead",
    [
        *(files_elsewhere, files_in_a_folder_above, files_nowhere, git_folder_nowhere, git_file_of_nonsense),
        *(git_link_nowhere, common_folder_missing, common_folder_of_another),
    ],
)
def test_a_way_that_leads_elsewhere_is_said_and_not_gone(
    office: Office, outside: Path, lead: Callable[[Office, Path], str]
) -> None:
    sentence = lead(office, outside)
    before, minutes = everything(outside), everything(office.book)
    for words in LOOKING:
        told = office.does("dawn", *words)
        assert sentence in told.out + told.err, (words, told)
    for act in ACTING:
        told = office.does("dawn", *act)
        assert (told.code, sentence in told.err) == (3, True), (act, told)
    assert not open_book_context(office.book).history.may_begin()
    assert (everything(outside), everything(office.book)) == (before, minutes)


def in_a_linked_work_tree(office: Office, place: Path) -> Office:
    office.git("worktree", "add", "--quiet", "-b", "side", str(place / "side"))
    return Office(place / "side")


def in_a_submodule(office: Office, place: Path) -> Office:
    outer = Office(place / "outer")
    outer.top.mkdir()
    outer.git("init", "--quiet")
    outer.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(office.top), "inner")
    return Office(outer.top / "inner")


def with_its_git_folder_apart(office: Office, place: Path) -> Office:
    office.git("init", "--quiet", "--separate-git-dir", str(place / "apart"))
    return office


def through_a_link(office: Office, place: Path) -> Office:
    (place / "linked").symlink_to(office.top)
    return Office(place / "linked")


def with_a_git_folder_that_is_none(office: Office, _place: Path) -> Office:
    (office.book / ".git").mkdir()
    return office


@pytest.mark.parametrize(
    "kept",
    [
        *(in_a_linked_work_tree, in_a_submodule, with_its_git_folder_apart, through_a_link),
        with_a_git_folder_that_is_none,
    ],
)
def test_what_git_itself_sets_up_is_read_and_acted_on(
    office: Office, tmp_path: Path, kept: Callable[[Office, Path], Office]
) -> None:
    there = kept(office, tmp_path)
    for words in (*LOOKING[:2], *ACTING):
        told = there.does("dawn", *words)
        assert (told.code, told.err) == (0, ""), (words, told)
