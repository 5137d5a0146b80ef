"""A commit that takes files away: undo of an act."""

import os
import threading
from pathlib import Path

import pytest

from review_tui.adapters.git import GitHistory
from review_tui.application.ports import FileChange
from review_tui.model.errors import Refusal, StaleDraft
from tests.adapters.git.test_races import before
from tests.adapters.real_book import FIRST, ITEM, MINUTES, RealBook

SECOND = FIRST + b"It was agreed.\n"
FLAG = f"{ITEM}/acts/20220320T101502Z-flag-7f3a91c2.yaml"
ACT = b"act: flag\n"


@pytest.fixture
def flagged(book: RealBook) -> RealBook:
    """The book with one flag in it."""
    book.amend(ACT, None, FLAG, "Flag item 5: date")
    return book


def test_undoing_a_new_file_leaves_the_tree_and_the_folders_as_they_were(book: RealBook) -> None:
    start, folders = book.git("rev-parse", "HEAD^{tree}"), sorted(book.book.rglob("*"))
    book.history.commit([FileChange(MINUTES, SECOND, FIRST), FileChange(FLAG, ACT)], "Both")
    book.history.commit([FileChange(MINUTES, FIRST, SECOND), FileChange(FLAG, None, ACT)], "Undo: Both")
    assert book.git("rev-parse", "HEAD^{tree}") == start
    assert sorted(book.book.rglob("*")) == folders
    assert book.status() == []
    assert book.git("fsck", "--strict") == ""
    assert book.subjects() == ["Undo: Both", "Both", "Start"]
    assert sorted(book.changed()) == [f"drafts/{FLAG}", f"drafts/{MINUTES}"]


def test_a_folder_that_holds_other_files_stays_with_them(flagged: RealBook) -> None:
    flagged.put(f"{ITEM}/acts/mine.txt", b"unknown to git\n")
    flagged.amend(None, ACT, FLAG)
    assert [p.name for p in (flagged.book / ITEM / "acts").iterdir()] == ["mine.txt"]
    assert flagged.changed() == [f"drafts/{FLAG}"]
    assert flagged.status() == [f"?? drafts/{ITEM}/acts/mine.txt"]


def test_all_folders_left_empty_go_but_never_the_book(tmp_path: Path, git_home: Path) -> None:
    fresh = RealBook(tmp_path / "fresh")
    fresh.book.mkdir(parents=True)
    fresh.git("init", "--quiet")
    fresh.amend(ACT, None, FLAG)
    fresh.amend(None, ACT, FLAG)
    fresh.history.close()
    assert list(fresh.book.iterdir()) == []
    assert fresh.git("ls-tree", "HEAD") == ""
    assert fresh.status() == []
    assert fresh.git("fsck", "--strict") == ""


def test_a_file_may_go_while_another_comes_into_its_folder(flagged: RealBook) -> None:
    other = FLAG.replace("flag", "reply")
    flagged.history.commit([FileChange(FLAG, None, ACT), FileChange(other, b"act: reply\n")], "Instead")
    assert [p.name for p in (flagged.book / FLAG).parent.iterdir()] == [Path(other).name]
    assert flagged.status() == []


def test_what_others_staged_stays_staged(flagged: RealBook) -> None:
    (flagged.top / "other.txt").write_bytes(b"ONE\ntwo\nthree\n")
    (flagged.top / "added.txt").write_bytes(b"new\n")
    flagged.git("add", "other.txt", "added.txt")
    (flagged.top / "other.txt").write_bytes(b"ONE\ntwo\nTHREE\n")
    before_it = flagged.status()
    flagged.amend(None, ACT, FLAG)
    assert flagged.changed() == [f"drafts/{FLAG}"]
    assert flagged.status() == before_it == ["A  added.txt", "MM other.txt"]
    assert flagged.git("show", ":other.txt") == "ONE\ntwo\nthree\n"


def test_what_was_staged_of_the_file_itself_stays_staged(flagged: RealBook) -> None:
    flagged.put(FLAG, b"a staged thought\n")
    flagged.git("add", "--all")
    flagged.put(FLAG, ACT)
    flagged.amend(None, ACT, FLAG)
    assert flagged.git("show", f":drafts/{FLAG}") == "a staged thought\n"
    assert not (flagged.book / FLAG).exists()
    assert flagged.changed() == [f"drafts/{FLAG}"]


def test_a_file_edited_since_is_not_taken_away(flagged: RealBook) -> None:
    flagged.put(FLAG, b"edited by hand\n")
    with pytest.raises(StaleDraft, match="edited in another program") as caught:
        flagged.amend(None, ACT, FLAG)
    assert (caught.value.expected, caught.value.found) == (ACT, b"edited by hand\n")
    assert flagged.read(FLAG) == b"edited by hand\n"
    assert flagged.subjects() == ["Flag item 5: date", "Start"]


def test_an_undo_of_minutes_edited_since_is_refused_and_nothing_else_of_it_done(book: RealBook) -> None:
    book.history.commit([FileChange(MINUTES, SECOND, FIRST), FileChange(FLAG, ACT)], "Both")
    book.put(MINUTES, SECOND + b"typed\n")
    with pytest.raises(StaleDraft):
        book.history.commit([FileChange(FLAG, None, ACT), FileChange(MINUTES, FIRST, SECOND)], "Undo")
    assert book.read(FLAG) == ACT
    assert book.read() == SECOND + b"typed\n"


def test_a_file_amended_since_is_not_taken_away(flagged: RealBook) -> None:
    flagged.amend(b"act: other\n", ACT, FLAG)
    with pytest.raises(StaleDraft, match="amended since"):
        flagged.amend(None, ACT, FLAG)
    assert flagged.read(FLAG) == b"act: other\n"


def test_a_file_edited_at_the_last_moment_keeps_the_edit(
    flagged: RealBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    before(monkeypatch, "update-ref", lambda: flagged.put(FLAG, b"typed just now\n"))
    flagged.amend(None, ACT, FLAG)
    assert flagged.read(FLAG) == b"typed just now\n"
    assert flagged.status() == [f"?? drafts/{FLAG}"]


def test_of_two_who_undo_the_same_the_second_is_told(flagged: RealBook) -> None:
    with GitHistory(flagged.book) as other:
        assert other.committed(FLAG) == ACT
        flagged.amend(None, ACT, FLAG, "Undo: first")
        with pytest.raises(StaleDraft, match="taken away since"):
            other.commit([FileChange(FLAG, None, ACT)], "Undo: second")
    assert flagged.subjects()[0] == "Undo: first"
    assert flagged.status() == []


def test_of_two_who_undo_at_the_same_moment_one_does_and_one_is_told(flagged: RealBook) -> None:
    outcomes: list[str] = []

    def undo(name: str) -> None:
        with GitHistory(flagged.book) as history:
            try:
                history.commit([FileChange(FLAG, None, ACT)], f"Undo: {name}")
            except StaleDraft as stale:
                outcomes.append(str(stale))
            else:
                outcomes.append("done")

    rivals = [threading.Thread(target=undo, args=(name,)) for name in ("dawn", "omar")]
    for rival in rivals:
        rival.start()
    for rival in rivals:
        rival.join()
    told = [words for words in outcomes if words != "done"]
    assert len(told) == len(outcomes) - 1 == 1
    assert "taken away since" in told[0]
    assert len(flagged.subjects()) == 3
    assert flagged.status() == []


def test_an_undo_by_git_at_the_last_moment_is_kept_and_ours_told(
    flagged: RealBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    def meanwhile() -> None:
        flagged.git("rm", "--quiet", f"drafts/{FLAG}")
        flagged.git("commit", "--quiet", "-m", "Theirs")

    before(monkeypatch, "update-ref", meanwhile)
    with pytest.raises(StaleDraft, match="taken away since"):
        flagged.amend(None, ACT, FLAG)
    assert flagged.subjects() == ["Theirs", "Flag item 5: date", "Start"]
    assert flagged.status() == []


def test_a_file_gone_from_its_folder_already_is_recorded_as_gone(flagged: RealBook) -> None:
    (flagged.book / FLAG).unlink()
    flagged.amend(None, ACT, FLAG)
    assert flagged.git("ls-files", "drafts") == f"drafts/{MINUTES}\n"
    assert flagged.status() == []
    assert not (flagged.book / FLAG).parent.exists()


def test_a_file_that_never_was_recorded_is_not_taken_away(book: RealBook) -> None:
    book.put(FLAG, ACT)
    with pytest.raises(StaleDraft, match="never been recorded"):
        book.amend(None, ACT, FLAG)
    with pytest.raises(StaleDraft):
        book.amend(None, None, FLAG)
    assert book.read(FLAG) == ACT
    with pytest.raises(Refusal, match="nothing to record"):
        book.amend(None, None, "no/such.yaml")
    assert book.subjects() == ["Start"]


def test_a_hook_that_refuses_keeps_the_file(flagged: RealBook, tmp_path: Path) -> None:
    flagged.hook("pre-commit", f"git diff --cached --name-status > {tmp_path}/seen; echo Keep it; exit 1")
    with pytest.raises(Refusal, match="Keep it"):
        flagged.amend(None, ACT, FLAG)
    assert (tmp_path / "seen").read_text() == f"D\tdrafts/{FLAG}\n"
    assert flagged.read(FLAG) == ACT
    assert flagged.status() == []
    assert [p.name for p in (flagged.top / ".git" / "review-tui").iterdir()] == ["lock"]


def test_nothing_is_taken_away_through_a_link(flagged: RealBook, tmp_path: Path) -> None:
    (tmp_path / "precious").write_bytes(ACT)
    (flagged.book / FLAG).unlink()
    (flagged.book / FLAG).symlink_to(tmp_path / "precious")
    with pytest.raises(Refusal, match="through a link"):
        flagged.amend(None, ACT, FLAG)
    assert (tmp_path / "precious").read_bytes() == ACT
    assert (flagged.book / FLAG).is_symlink()


@pytest.mark.parametrize("name", ["-x.yaml", ":(top)x.md", "new\nline.md", "a b.md", "--", "Schlüssel.md"])
def test_any_file_name_can_go(book: RealBook, name: str) -> None:
    book.amend(b"x", None, f"odd/{name}")
    book.amend(None, b"x", f"odd/{name}")
    assert not (book.book / "odd").exists()
    assert book.status() == []
    assert [e.subject for e in book.history.log([f"odd/{name}"])] == ["Amend", "Amend"]


def test_a_file_with_converted_line_ends_can_go(book: RealBook) -> None:
    book.git("config", "core.autocrlf", "true")
    book.put("dos.md", b"a\r\nb\r\n")
    book.commit_all()
    book.amend(None, b"a\r\nb\r\n", "dos.md")
    assert not (book.book / "dos.md").exists()
    assert book.status() == []


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_one_may_not_write_in_keeps_its_file(flagged: RealBook) -> None:
    folder = (flagged.book / FLAG).parent
    folder.chmod(0o500)
    try:
        with pytest.raises(Refusal, match="may not write"):
            flagged.amend(None, ACT, FLAG)
    finally:
        folder.chmod(0o700)
    assert flagged.read(FLAG) == ACT
