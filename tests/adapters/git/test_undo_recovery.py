"""A crash at any step of taking files away, and of tagging: both or neither, and nothing half done."""

import errno
import os
from pathlib import Path

import pytest

from review_tui.adapters import durable_files
from review_tui.adapters.git import locks
from review_tui.adapters.git.runner import GitResult, GitRunner
from review_tui.application.ports import FileChange, NewTag
from review_tui.model.errors import Refusal
from tests.adapters.real_book import FIRST, ITEM, MINUTES, PowerCut, RealBook, cut_at

SECOND = FIRST + b"It was agreed.\n"
FLAG = f"{ITEM}/acts/flag.yaml"
ACT = b"act: flag\n"
UNDO = (FileChange(MINUTES, FIRST, SECOND), FileChange(FLAG, None, ACT))
SIGN_OFF = "2022-03-16-board/acts/sign-off.yaml"
TAG = "minutes/2022-03-16-board"


@pytest.fixture
def flagged(book: RealBook) -> RealBook:
    """The book with an amendment and a flag in one commit."""
    book.history.commit([FileChange(MINUTES, SECOND, FIRST), FileChange(FLAG, ACT)], "Both")
    return book


def cut(book: RealBook, command: str, *, tag: bool = False, after: bool = False) -> None:
    """Cut the power at a git command during an undo, or during a sign-off with its tag."""
    changes = [FileChange(SIGN_OFF, b"act: sign-off\n")] if tag else UNDO
    with pytest.MonkeyPatch.context() as patch:
        cut_at(patch, command, after=after)
        with pytest.raises(PowerCut):
            book.history.commit(changes, "Undo: Both", NewTag(TAG, "Signed") if tag else None)
    book.start_again()


def left(book: RealBook) -> list[str]:
    return sorted(p.name for p in (book.top / ".git" / "review-tui").iterdir())


def is_sound(book: RealBook) -> bool:
    found = [p.name for p in book.top.rglob("*") if p.suffix in {".lock", ".tmp"} or "tagging" in p.name]
    return found == [] and book.status() == [] and book.git("fsck", "--strict", "--no-dangling") == ""


def test_an_undo_cut_short_after_the_branch_moved_is_finished(flagged: RealBook) -> None:
    cut(flagged, "update-ref", after=True)
    assert flagged.read(FLAG) == ACT
    [said] = flagged.history.recover()
    assert "done now" in said
    assert flagged.read() == FIRST
    assert not (flagged.book / FLAG).parent.exists()
    assert is_sound(flagged)
    assert left(flagged) == ["lock"]
    assert flagged.history.recover() == ()


@pytest.mark.parametrize("command", ["commit-tree", "update-ref"])
def test_an_undo_cut_short_before_changes_nothing(flagged: RealBook, command: str) -> None:
    cut(flagged, command)
    [said] = flagged.history.recover()
    assert "cut short before it was recorded" in said
    assert (flagged.read(), flagged.read(FLAG)) == (SECOND, ACT)
    assert flagged.subjects() == ["Both", "Start"]
    assert is_sound(flagged)
    flagged.history.commit(UNDO, "Undo: Both")
    assert is_sound(flagged)


def test_an_undo_of_nothing_but_new_files_has_no_text_to_keep(flagged: RealBook) -> None:
    with pytest.MonkeyPatch.context() as patch:
        cut_at(patch, "update-ref")
        with pytest.raises(PowerCut):
            flagged.amend(None, ACT, FLAG)
    flagged.start_again()
    [said] = flagged.history.recover()
    assert said.endswith("so nothing of it is in the book. Do it again.")
    assert left(flagged) == ["lock"]


def test_an_undo_cut_short_before_the_index_was_brought_up_to_date_is_finished(flagged: RealBook) -> None:
    cut(flagged, "update-index")
    assert not (flagged.book / FLAG).exists()
    assert flagged.history.recover() == ()
    assert is_sound(flagged)
    assert left(flagged) == ["lock"]


def test_folders_that_a_crash_left_empty_are_taken_away_later(flagged: RealBook) -> None:
    cut(flagged, "update-ref", after=True)
    flagged.put(MINUTES, FIRST)
    (flagged.book / FLAG).unlink()
    flagged.history.recover()
    assert not (flagged.book / FLAG).parent.exists()
    assert is_sound(flagged)


def test_a_file_edited_after_the_crash_is_not_taken_away(flagged: RealBook) -> None:
    cut(flagged, "update-ref", after=True)
    flagged.put(FLAG, b"typed since\n")
    flagged.history.recover()
    assert flagged.read(FLAG) == b"typed since\n"
    assert flagged.status() == [f"?? drafts/{FLAG}"]


def test_recovering_takes_nothing_away_through_a_link(flagged: RealBook, tmp_path: Path) -> None:
    cut(flagged, "update-ref", after=True)
    acts = (flagged.book / FLAG).parent
    acts.rename(tmp_path / "precious")
    acts.symlink_to(tmp_path / "precious")
    flagged.history.recover()
    assert (tmp_path / "precious" / "flag.yaml").read_bytes() == ACT


def test_a_file_that_cannot_be_removed_is_removed_at_the_next_start(flagged: RealBook) -> None:
    def fails(path: Path) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(durable_files, "remove", fails)
        with pytest.raises(Refusal, match="is recorded, but"):
            flagged.history.commit(UNDO, "Undo: Both")
    assert flagged.read(FLAG) == ACT
    assert "done now" in flagged.history.recover()[0]
    assert not (flagged.book / FLAG).exists()
    assert is_sound(flagged)


def test_an_index_held_by_another_program_forgets_the_file_later(flagged: RealBook) -> None:
    lock = flagged.top / ".git" / "index.lock"
    lock.touch()
    flagged.history.commit(UNDO, "Undo: Both")
    lock.unlink()
    assert flagged.status() != []
    assert flagged.history.recover() == ()
    assert is_sound(flagged)


@pytest.mark.parametrize("command", ["commit-tree", "tag", "update-ref"])
def test_a_sign_off_cut_short_before_the_branch_moved_leaves_neither(book: RealBook, command: str) -> None:
    cut(book, command, tag=True, after=command == "tag")
    [said] = book.history.recover()
    assert "cut short before it was recorded" in said
    assert (book.subjects(), book.tags()) == (["Start"], [])
    assert not (book.book / SIGN_OFF).exists()
    assert is_sound(book)
    book.tagged(TAG, SIGN_OFF)
    assert is_sound(book)


def test_a_sign_off_cut_short_after_both_moved_leaves_both(book: RealBook) -> None:
    cut(book, "update-ref", tag=True, after=True)
    [said] = book.history.recover()
    assert "was recorded, but the program was cut short" in said
    assert book.history.tags("minutes/") == ((TAG, book.tip()),)
    assert book.subjects() == ["Undo: Both", "Start"]
    assert is_sound(book)


def half_done(book: RealBook) -> str:
    """git is killed between the branch and the tag: its own locks stay too. The tag's id."""
    cut(book, "update-ref", tag=True, after=True)
    made = book.git("rev-parse", f"refs/tags/{TAG}").strip()
    (book.top / ".git" / "refs" / "tags" / TAG).rename(book.top / ".git" / "refs" / "tags" / f"{TAG}.lock")
    (book.top / ".git" / "HEAD.lock").touch()
    return made


def test_git_killed_between_branch_and_tag_leaves_both_after_recovery(
    book: RealBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = half_done(book)
    monkeypatch.setattr(locks, "STALE_AFTER", 0)
    said = book.history.recover()
    assert any(f"“{TAG}” was still to be set" in sentence for sentence in said)
    assert book.git("rev-parse", f"refs/tags/{TAG}").strip() == made
    assert is_sound(book)
    assert left(book) == ["lock"]


def test_both_are_left_even_when_others_have_built_on_the_commit(
    book: RealBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = half_done(book)
    monkeypatch.setattr(locks, "STALE_AFTER", 0)
    (book.top / ".git" / "HEAD.lock").unlink()
    book.git("rm", "--cached", "--quiet", "--ignore-unmatch", f"drafts/{SIGN_OFF}")
    book.git("commit", "--quiet", "--allow-empty", "-m", "Theirs")
    book.history.recover()
    assert book.git("rev-parse", f"refs/tags/{TAG}").strip() == made


def test_a_name_that_another_took_after_the_crash_is_told_once(
    book: RealBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    half_done(book)
    monkeypatch.setattr(locks, "STALE_AFTER", 0)
    (book.top / ".git" / "refs" / "tags" / f"{TAG}.lock").unlink()
    book.git("tag", "--annotate", "-m", "Theirs", TAG, "HEAD^")
    said = book.history.recover()
    assert any("another has taken the name" in sentence for sentence in said)
    assert book.git("tag", "-l", "--format=%(subject)").strip() == "Theirs"
    assert book.history.recover() == ()


def test_a_tag_whose_commit_was_given_up_since_goes_with_it(book: RealBook) -> None:
    cut(book, "update-ref", tag=True, after=True)
    book.git("update-ref", "refs/heads/main", "main^")
    book.history.recover()
    assert (book.subjects(), book.tags()) == (["Start"], [])
    assert not (book.book / SIGN_OFF).exists()


def test_git_killed_between_branch_and_tag_is_put_right_at_once_while_we_live(
    book: RealBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = GitRunner.write
    tag = book.top / ".git" / "refs" / "tags" / TAG

    def killed(self: GitRunner, *args: str, **more: object) -> GitResult:
        ran = write(self, *args, **more)  # type: ignore[arg-type]
        if args[0] == "update-ref" and "--stdin" in args:
            tag.rename(tag.with_name(f"{tag.name}.lock"))
            return GitResult(-9, b"start: ok\nprepare: ok\n", b"")
        return ran

    monkeypatch.setattr(GitRunner, "write", killed)
    monkeypatch.setattr(locks, "STALE_AFTER", 0)
    made = book.tagged(TAG, SIGN_OFF)
    assert book.history.tags("") == ((TAG, made),)
    assert is_sound(book)
    assert left(book) == ["lock"]


def test_a_tag_that_cannot_be_set_now_is_set_at_the_next_start(
    book: RealBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = GitRunner.write
    tag = book.top / ".git" / "refs" / "tags" / TAG

    def killed(self: GitRunner, *args: str, **more: object) -> GitResult:
        if args[0] == "update-ref" and "--stdin" not in args:
            return GitResult(128, b"", b"fatal: No space left on device")
        ran = write(self, *args, **more)  # type: ignore[arg-type]
        if args[0] == "update-ref":
            tag.unlink()
            return GitResult(128, b"start: ok\n", b"fatal: No space left on device")
        return ran

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(GitRunner, "write", killed)
        with pytest.raises(Refusal, match="can't be told"):
            book.tagged(TAG, SIGN_OFF)
    assert len(book.history.recover()) == 2
    assert book.history.tags("") == ((TAG, book.tip()),)
    assert is_sound(book)


@pytest.mark.parametrize("step", ["intent", "objects", "tag", "file"])
def test_a_full_disk_before_the_branch_moves_means_neither(
    book: RealBook, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    prepare = durable_files.prepare

    def full(path: Path, data: bytes, **more: object) -> durable_files.Prepared:
        where = "intent" if "review-tui" in path.parts else "objects" if ".git" in path.parts else "file"
        if where == step or (step == "tag" and b"refs/tags/" in data):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        return prepare(path, data, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(durable_files, "prepare", full)
    with pytest.raises(Refusal, match="the disk is full"):
        book.tagged(TAG, SIGN_OFF)
    assert (book.subjects(), book.tags(), left(book)) == (["Start"], [], ["lock"])
    assert is_sound(book)


def test_an_intent_of_an_earlier_version_is_still_understood(book: RealBook) -> None:
    with pytest.MonkeyPatch.context() as patch:
        cut_at(patch, "update-ref", after=True)
        with pytest.raises(PowerCut):
            book.amend(SECOND)
    book.start_again()
    [intent] = (book.top / ".git" / "review-tui").glob("intent-*.json")
    older = intent.read_text().replace('"form": 2', '"form": 1').replace(',\n "tag": null', "")
    assert "tag" not in older
    intent.write_text(older)
    assert "done now" in book.history.recover()[0]
    assert book.read() == SECOND
