"""A crash at any step: finished or cleared away at the next start, and said."""

import errno
import json
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from review_tui.adapters import durable_files
from review_tui.adapters.git import GitHistory, locks
from review_tui.adapters.git.objects import Objects
from review_tui.application.ports import FileChange
from review_tui.model.errors import Refusal
from tests.adapters.real_book import FIRST, MINUTES, PowerCut, RealBook, cut_at

SECOND = FIRST + b"It was agreed.\n"
FLAG = "2022-03-16-board/05-annual-report/acts/flag.yaml"


@pytest.fixture
def cut(book: RealBook) -> Callable[..., tuple[str, ...]]:
    """Cut the power at a git command during an amendment, start again, and give what was said."""

    def act(command: str, changes: list[FileChange] | None = None, *, after: bool = False) -> tuple[str, ...]:
        with pytest.MonkeyPatch.context() as patch:
            cut_at(patch, command, after=after)
            with pytest.raises(PowerCut):
                book.history.commit(changes or [FileChange(MINUTES, SECOND, FIRST)], "Amend")
            book.start_again()
        return book.history.recover()

    return act


def left(book: RealBook) -> list[str]:
    return sorted(p.name for p in (book.top / ".git" / "review-tui").iterdir())


def test_a_crash_right_after_the_branch_moved_is_rolled_forward(
    book: RealBook, cut: Callable[..., tuple[str, ...]]
) -> None:
    said = cut("update-ref", after=True)
    assert len(said) == 1
    assert said[0].startswith("What you did was recorded, but the program was cut short")
    assert "done now" in said[0]
    assert book.read() == book.at_tip() == SECOND
    assert book.status() == []
    assert left(book) == ["lock"]
    assert book.history.recover() == ()
    assert [p.name for p in (book.book / MINUTES).parent.iterdir()] == ["minutes.md"]


@pytest.mark.parametrize(
    ("subject", "told"),
    [
        ("Approve item 6: Loneliness", "Your approval of item 6"),
        ("Undo: Flag item 5: date", "Taking back your flag on item 5"),
        ("Take in item 5: Annual report", "What you did"),
    ],
)
@pytest.mark.parametrize("after", [True, False])
def test_what_was_cut_short_is_told_in_the_words_of_whoever_did_it(
    book: RealBook, subject: str, told: str, *, after: bool
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        cut_at(patch, "update-ref", after=after)
        with pytest.raises(PowerCut):
            book.history.commit([FileChange(FLAG, b"act: x\n")], subject)
        book.start_again()
    [said] = book.history.recover()
    assert said.startswith(f"{told} was {'recorded' if after else 'cut short'}")
    assert ".yaml" not in said
    assert "mendment" not in said


def test_what_an_older_version_left_is_recovered_though_it_tells_no_subject(book: RealBook) -> None:
    with pytest.MonkeyPatch.context() as patch:
        cut_at(patch, "update-ref")
        with pytest.raises(PowerCut):
            book.amend(SECOND, message="Amend item 5: words")
    (intent,) = (book.top / ".git" / "review-tui").glob("intent-*.json")
    fields = json.loads(intent.read_bytes())
    assert fields.pop("subject") == "Amend item 5: words"
    intent.write_text(json.dumps(fields), encoding="ascii")
    book.start_again()
    [said] = book.history.recover()
    assert said.startswith("What you did was cut short")


def test_new_files_too_are_rolled_forward(book: RealBook, cut: Callable[..., tuple[str, ...]]) -> None:
    cut("update-ref", [FileChange(MINUTES, SECOND, FIRST), FileChange(FLAG, b"act: x\n")], after=True)
    assert (book.read(), book.read(FLAG)) == (SECOND, b"act: x\n")
    assert book.status() == []


@pytest.mark.parametrize("command", ["commit-tree", "update-ref"])
def test_a_crash_before_the_branch_moved_changes_nothing_and_keeps_the_text(
    book: RealBook, cut: Callable[..., tuple[str, ...]], command: str
) -> None:
    said = cut(command)
    assert "cut short before it was recorded" in said[0]
    assert (book.read(), book.subjects(), book.status()) == (FIRST, ["Start"], [])
    kept = list((book.top / ".git" / "review-tui" / "cut-short").glob("*/*"))
    assert [k.read_bytes() for k in kept] == [SECOND]
    assert str(kept[0].parent) in said[0]
    assert book.history.recover() == ()
    assert [p.name for p in (book.book / MINUTES).parent.iterdir()] == ["minutes.md"]
    book.amend(SECOND)
    assert book.status() == []


def test_a_crash_before_the_index_was_brought_up_to_date_is_finished_without_a_word(
    book: RealBook, cut: Callable[..., tuple[str, ...]]
) -> None:
    assert cut("update-index") == ()
    assert book.status() == []
    assert left(book) == ["lock"]


def test_the_next_commit_recovers_first(book: RealBook) -> None:
    with pytest.MonkeyPatch.context() as patch:
        cut_at(patch, "update-ref", after=True)
        with pytest.raises(PowerCut):
            book.amend(SECOND)
    book.amend(b"third\n", SECOND)
    assert book.subjects() == ["Amend", "Amend", "Start"]
    assert book.status() == []


def test_words_typed_after_the_crash_are_not_overwritten(book: RealBook) -> None:
    with pytest.MonkeyPatch.context() as patch:
        cut_at(patch, "update-ref", after=True)
        with pytest.raises(PowerCut):
            book.amend(SECOND)
    book.put(MINUTES, b"typed since\n")
    assert book.history.recover() == ()
    assert book.read() == b"typed since\n"
    assert book.status() == [f" M drafts/{MINUTES}"]


def test_what_was_staged_after_the_crash_stays_staged(book: RealBook) -> None:
    with pytest.MonkeyPatch.context() as patch:
        cut_at(patch, "update-ref", after=True)
        with pytest.raises(PowerCut):
            book.amend(SECOND)
    book.put(MINUTES, b"staged since\n")
    book.git("add", "--all")
    book.history.recover()
    assert book.git("show", f":drafts/{MINUTES}") == "staged since\n"


def test_a_crash_on_a_branch_one_has_left_since_touches_nothing_here(book: RealBook) -> None:
    with pytest.MonkeyPatch.context() as patch:
        cut_at(patch, "update-ref", after=True)
        with pytest.raises(PowerCut):
            book.amend(SECOND)
    book.git("symbolic-ref", "HEAD", "refs/heads/side")
    book.git("update-ref", "refs/heads/side", "main^")
    assert book.history.recover() == ()
    assert book.read() == FIRST
    assert left(book) == ["lock"]


def test_a_lock_that_our_killed_git_left_is_removed_but_an_older_one_is_not(
    book: RealBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    git = book.top / ".git"
    (git / "HEAD.lock").touch()
    os.utime(git / "HEAD.lock", (time.time() - 20,) * 2)
    with pytest.MonkeyPatch.context() as patch:
        cut_at(patch, "update-ref")
        with pytest.raises(PowerCut):
            book.amend(SECOND)
    (git / "refs" / "heads" / "main.lock").touch()
    (git / "index.lock").touch()
    monkeypatch.setattr(locks, "STALE_AFTER", 0)
    said = book.history.recover()
    assert sum("A lock that was left when the program was cut short" in s for s in said) == 2
    assert not (git / "index.lock").exists()
    assert not (git / "refs" / "heads" / "main.lock").exists()
    assert (git / "HEAD.lock").exists()


def test_a_note_that_cannot_be_read_is_put_aside(book: RealBook) -> None:
    book.amend(SECOND)
    private_dir = book.top / ".git" / "review-tui"
    (private_dir / "intent-1.json").write_text(json.dumps({"form": 99}), encoding="ascii")
    (private_dir / "intent-2.json").write_bytes(b"\x00")
    said = book.history.recover()
    assert len(said) == 2
    assert all("put aside" in sentence for sentence in said)
    assert left(book) == ["lock", "unreadable-intent-1.json", "unreadable-intent-2.json"]
    assert book.history.recover() == ()


def test_recovering_does_not_write_through_a_link(book: RealBook, tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        cut_at(patch, "update-ref", after=True)
        with pytest.raises(PowerCut):
            book.amend(SECOND)
    (tmp_path / "precious").write_bytes(FIRST)
    (book.book / MINUTES).unlink()
    (book.book / MINUTES).symlink_to(tmp_path / "precious")
    book.history.recover()
    assert (tmp_path / "precious").read_bytes() == FIRST


@pytest.mark.parametrize("step", ["intent", "objects", "file"])
def test_a_full_disk_before_the_branch_moves_changes_nothing(
    book: RealBook, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    prepare = durable_files.prepare

    def full(path: Path, data: bytes, **more: object) -> durable_files.Prepared:
        where = "intent" if "review-tui" in path.parts else "objects" if ".git" in path.parts else "file"
        if where == step:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        return prepare(path, data, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(durable_files, "prepare", full)
    with pytest.raises(Refusal, match="disk is full"):
        book.history.commit([FileChange(MINUTES, SECOND, FIRST), FileChange(FLAG, b"x")], "Amend")
    assert (book.read(), book.subjects(), book.status()) == (FIRST, ["Start"], [])
    assert left(book) == ["lock"]
    assert not (book.book / FLAG).parent.exists()
    monkeypatch.undo()


def test_a_file_that_cannot_be_named_after_the_branch_moved_is_finished_later(book: RealBook) -> None:
    def fails(self: durable_files.Prepared, *_: object, **__: object) -> bool:
        if ".git" in self.path.parts:
            return put(self, *_, **__)  # type: ignore[arg-type]
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    put = durable_files.Prepared.put
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(durable_files.Prepared, "put", fails)
        with pytest.raises(Refusal, match="Your amendment of item 5 is recorded, but"):
            book.amend(SECOND, message="Amend item 5: words")
    assert book.at_tip() == SECOND
    assert "done now" in book.history.recover()[0]
    assert book.read() == SECOND
    assert book.status() == []


def test_a_commit_that_is_not_what_was_asked_for_is_not_used(
    book: RealBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit_tree = Objects.edit_tree

    def wrong(self: Objects, *args: object) -> object:
        _, trees = edit_tree(self, *args)  # type: ignore[arg-type]
        stray = b"100644 stray\0" + bytes.fromhex(self.hash_object("blob", b""))
        self.store([("blob", b"")])
        return self.hash_object("tree", stray), [*trees, stray]

    monkeypatch.setattr(Objects, "edit_tree", wrong)
    with pytest.raises(Refusal, match="not what was asked for"):
        book.amend(SECOND)
    assert (book.read(), book.subjects(), book.status()) == (FIRST, ["Start"], [])


def test_a_thread_that_still_reads_after_closing_starts_no_git_again(book: RealBook) -> None:
    with GitHistory(book.book) as history:
        assert history.committed(MINUTES) == FIRST
        objects = history.repository().objects
    history.close()
    with pytest.raises(Refusal, match="closed while its history was being read"):
        objects.read("HEAD")
    assert history.committed(MINUTES) is None
    assert "closed" in history.why_read_only()
