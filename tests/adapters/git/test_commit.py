import datetime as dt
import os
import stat
from pathlib import Path

import pytest

from review_tui.application.ports import Author, FileChange
from review_tui.model.errors import Refusal, StaleDraft
from review_tui.model.people import Reviewer
from tests.adapters.real_book import FIRST, MINUTES, RealBook

SECOND = FIRST + b"It was agreed.\n"
FLAG = "2022-03-16-board/05-annual-report/acts/20220320T101502Z-flag-7f3a91c2.yaml"


def test_an_amendment_is_one_commit_of_one_file_and_leaves_everything_clean(book: RealBook) -> None:
    before = book.tip()
    entry = book.history.commit(
        [FileChange(MINUTES, SECOND, FIRST)],
        "Amend item 5: say what was agreed\n\nThe notes say so.\n\nMeeting: m1\nItem: 05\n",
    )
    assert book.tip() == entry.id
    assert book.git("rev-parse", "HEAD^").strip() == before
    assert book.changed() == [f"drafts/{MINUTES}"]
    assert book.at_tip() == book.read() == SECOND
    assert book.status() == []
    assert book.git("fsck", "--strict") == ""
    assert book.git("log", "-1", "-g", "--format=%gs", "main").strip() == entry.subject
    assert (entry.by, entry.subject, entry.reason, entry.trailers) == (
        Reviewer("Dawn Harper", "dawn@example.org"),
        "Amend item 5: say what was agreed",
        "The notes say so.",
        (("Meeting", "m1"), ("Item", "05")),
    )
    assert abs(entry.at - dt.datetime.now(dt.UTC)) < dt.timedelta(minutes=5)


def test_what_somebody_else_wrote_is_theirs_and_committed_by_whoever_works_here(book: RealBook) -> None:
    carol = Reviewer("Carol Chair", "carol@example.org")
    when = dt.datetime(2022, 3, 20, 10, 15, tzinfo=dt.UTC)
    change = FileChange(MINUTES, SECOND, FIRST)
    entry = book.history.commit([change], "Amend item 5: x\n\nWhy.\n", author=Author(carol, when))
    assert (entry.by, entry.at) == (carol, when)
    told = book.git("log", "-1", "--format=%an <%ae> %aI|%cn <%ce>").strip()
    author = "Carol Chair <carol@example.org> 2022-03-20T10:15:00"
    assert told.startswith(author)
    assert told.endswith("|Dawn Harper <dawn@example.org>")


def test_the_entry_of_a_commit_is_the_one_that_the_log_shows(book: RealBook) -> None:
    for message in (
        "Plain",
        "Two\n\nparagraphs here",
        "A\n\nwhy\n\nItem: 5\nSettles: a\nSettles: b",
        "A\nB\n\nc",
    ):
        now = book.read()
        entry = book.history.commit([FileChange(MINUTES, now + b"x", now)], message)
        assert book.history.log([MINUTES], 1) == (entry,)


def test_nothing_is_left_in_the_git_folder_but_the_lock(book: RealBook) -> None:
    book.amend(SECOND)
    assert [p.name for p in (book.top / ".git" / "review-tui").iterdir()] == ["lock"]
    assert [p.name for p in (book.book / MINUTES).parent.iterdir()] == ["minutes.md"]


def test_a_new_file_in_new_folders_is_made_and_recorded(book: RealBook) -> None:
    book.amend(b"act: flag\n", None, FLAG)
    assert book.read(FLAG) == book.at_tip(FLAG) == b"act: flag\n"
    assert book.status() == []


def test_several_files_are_one_commit(book: RealBook) -> None:
    book.history.commit([FileChange(MINUTES, SECOND, FIRST), FileChange(FLAG, b"act: x\n")], "Both")
    assert book.changed() == [f"drafts/{FLAG}", f"drafts/{MINUTES}"]
    assert book.status() == []


def test_the_first_commit_of_an_empty_repository_works(tmp_path: Path, git_home: Path) -> None:
    fresh = RealBook(tmp_path / "fresh")
    fresh.put("notes.txt", b"mine\n")
    fresh.git("init", "--quiet")
    fresh.git("add", "drafts/notes.txt")
    fresh.amend(FIRST, None)
    fresh.history.close()
    assert fresh.subjects() == ["Amend"]
    assert fresh.changed() == [f"drafts/{MINUTES}"]
    assert fresh.status() == ["A  drafts/notes.txt"]


@pytest.mark.parametrize("below", [".", "a/b/c"])
def test_the_book_may_be_any_folder_of_the_repository(tmp_path: Path, git_home: Path, below: str) -> None:
    deep = RealBook(tmp_path / "deep", below)
    deep.put("x.md", b"1")
    deep.git("init", "--quiet")
    deep.commit_all()
    deep.amend(b"2", b"1", "x.md")
    deep.history.close()
    assert deep.read("x.md") == b"2"
    assert deep.status() == []


def test_what_others_staged_is_not_swept_in_and_stays_staged(book: RealBook) -> None:
    (book.top / "other.txt").write_bytes(b"ONE\ntwo\nthree\n")
    (book.top / "added.txt").write_bytes(b"new\n")
    book.git("add", "other.txt", "added.txt")
    (book.top / "other.txt").write_bytes(b"ONE\ntwo\nTHREE\n")
    before = book.status()
    book.amend(SECOND)
    assert book.changed() == [f"drafts/{MINUTES}"]
    assert book.status() == before == ["A  added.txt", "MM other.txt"]
    assert book.git("show", ":other.txt") == "ONE\ntwo\nthree\n"


def test_what_was_staged_of_the_amended_file_itself_stays_staged(book: RealBook) -> None:
    book.put(MINUTES, b"a staged thought\n")
    book.git("add", "--all")
    book.put(MINUTES, FIRST)
    book.amend(SECOND)
    assert book.git("show", f":drafts/{MINUTES}") == "a staged thought\n"
    assert book.at_tip() == book.read() == SECOND


def test_a_file_taken_out_of_the_index_stays_out(book: RealBook) -> None:
    book.git("rm", "--cached", "--quiet", f"drafts/{MINUTES}")
    book.amend(SECOND)
    assert book.git("ls-files", "drafts") == ""


def test_a_draft_changed_outside_is_never_overwritten(book: RealBook) -> None:
    book.put(MINUTES, b"typed in an editor\n")
    before = book.tip()
    with pytest.raises(StaleDraft, match="edited in another program") as caught:
        book.amend(SECOND)
    assert (caught.value.path, caught.value.expected, caught.value.found) == (
        MINUTES,
        FIRST,
        b"typed in an editor\n",
    )
    assert (book.tip(), book.read()) == (before, b"typed in an editor\n")


def test_a_draft_amended_since_it_was_read_is_stale(book: RealBook) -> None:
    book.amend(SECOND)
    with pytest.raises(StaleDraft, match="amended since") as caught:
        book.amend(b"third\n", FIRST)
    assert caught.value.found == SECOND
    assert book.read() == SECOND


def test_an_unrecorded_change_that_the_reviewer_has_seen_must_be_recorded_first(book: RealBook) -> None:
    book.put(MINUTES, SECOND)
    with pytest.raises(StaleDraft, match="not recorded yet"):
        book.amend(b"third\n", SECOND)
    assert book.read() == SECOND


def test_a_draft_that_is_gone_is_stale(book: RealBook) -> None:
    (book.book / MINUTES).unlink()
    with pytest.raises(StaleDraft, match="gone"):
        book.amend(SECOND)
    assert not (book.book / MINUTES).exists()


def test_a_draft_that_never_was_recorded_is_stale(book: RealBook) -> None:
    book.put("loose.md", b"x")
    with pytest.raises(StaleDraft, match="never been recorded"):
        book.amend(b"y", b"x", "loose.md")


@pytest.mark.parametrize("tracked", [True, False])
def test_a_new_file_never_overwrites_one_that_is_there(book: RealBook, tracked: bool) -> None:
    book.put(FLAG, b"already\n")
    if tracked:
        book.commit_all()
    with pytest.raises(StaleDraft):
        book.amend(b"new\n", None, FLAG)
    assert book.read(FLAG) == b"already\n"


def test_an_edit_made_outside_is_recorded_as_it_stands(book: RealBook) -> None:
    book.put(MINUTES, SECOND)
    book.amend(SECOND)
    assert book.at_tip() == SECOND
    assert book.status() == []


@pytest.mark.parametrize("staged", [True, False])
def test_an_unrecorded_draft_is_taken_in_as_it_stands(book: RealBook, staged: bool) -> None:
    book.put("new/minutes.md", b"fresh\n")
    if staged:
        book.git("add", "--all")
    book.amend(b"fresh\n", None, "new/minutes.md")
    assert book.at_tip("new/minutes.md") == b"fresh\n"
    assert book.status() == []


def test_the_same_text_again_is_nothing_to_record(book: RealBook) -> None:
    before = book.tip()
    for changes in ([FileChange(MINUTES, FIRST, FIRST)], []):
        with pytest.raises(Refusal, match="nothing to record"):
            book.history.commit(changes, "Nothing")
    assert book.tip() == before


def test_of_several_files_only_those_that_differ_are_recorded(book: RealBook) -> None:
    book.history.commit([FileChange(MINUTES, FIRST, FIRST), FileChange(FLAG, b"a\n")], "One")
    assert book.changed() == [f"drafts/{FLAG}"]


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/etc/passwd",
        "../other.txt",
        "a/../../other.txt",
        "./x",
        "a//b",
        ".git/config",
        "a/.GIT/x",
        "a\0b",
    ],
)
def test_a_path_that_leads_out_of_the_book_is_refused(book: RealBook, path: str) -> None:
    with pytest.raises(Refusal, match="no file of this book"):
        book.amend(b"x", None, path)
    assert book.subjects() == ["Start"]


@pytest.mark.parametrize("link", [MINUTES, "2022-03-16-board", "2022-03-16-board/05-annual-report"])
def test_a_link_anywhere_on_the_way_is_refused(book: RealBook, tmp_path: Path, link: str) -> None:
    aside = tmp_path / "aside"
    (book.book / link).rename(aside)
    (book.book / link).symlink_to(aside)
    with pytest.raises(Refusal, match="through a link"):
        book.amend(SECOND)
    assert book.subjects() == ["Start"]


def test_a_repository_within_the_book_is_left_alone(book: RealBook) -> None:
    book.put("inner/x.md", b"x")
    book.git("init", "--quiet", str(book.book / "inner"))
    with pytest.raises(Refusal, match="repository of its own"):
        book.amend(b"x", None, "inner/x.md")


def test_a_file_is_not_put_below_a_file(book: RealBook) -> None:
    with pytest.raises(Refusal, match="no folder"):
        book.amend(b"x", None, f"{MINUTES}/below.md")


def test_a_folder_is_no_file(book: RealBook) -> None:
    with pytest.raises(Refusal):
        book.amend(b"x", None, "2022-03-16-board")


def test_one_file_twice_in_one_commit_is_refused(book: RealBook) -> None:
    with pytest.raises(Refusal, match="twice"):
        book.history.commit([FileChange(MINUTES, SECOND, FIRST), FileChange(MINUTES, b"z", FIRST)], "Twice")


def test_the_kind_and_the_rights_of_a_file_stay(book: RealBook) -> None:
    (book.book / MINUTES).chmod(0o750)
    book.commit_all()
    book.amend(SECOND)
    assert book.git("ls-tree", "HEAD", f"drafts/{MINUTES}").startswith("100755 ")
    assert stat.S_IMODE((book.book / MINUTES).stat().st_mode) == 0o750
    assert book.status() == []


@pytest.mark.parametrize(
    "name", ["a b.md", "Schlüssel-£.md", "-x.md", ":(top)x.md", "new\nline.md", "*.md", 'q"u.md']
)
def test_any_file_name_works(book: RealBook, name: str) -> None:
    book.amend(b"x", None, f"odd/{name}")
    book.amend(b"y", b"x", f"odd/{name}")
    assert book.read(f"odd/{name}") == b"y"
    assert book.status() == []
    assert [e.subject for e in book.history.log([f"odd/{name}"])] == ["Amend", "Amend"]


def test_bytes_that_are_no_text_are_kept_as_they_are(book: RealBook) -> None:
    raw = bytes(range(256)) * 3
    book.amend(raw)
    assert book.read() == book.history.committed(MINUTES) == raw
    assert book.status() == []


def test_the_message_is_tidied_and_an_empty_one_refused(book: RealBook) -> None:
    book.amend(SECOND, message="\n\nSubject  \r\n\n\n\n# not a comment \n\n")
    assert book.git("log", "-1", "--format=%B") == "Subject\n\n# not a comment\n\n"
    with pytest.raises(Refusal, match="plain words"):
        book.amend(b"x", SECOND, message=" \n ")


def test_files_around_the_changed_one_keep_their_place_in_the_tree(book: RealBook) -> None:
    # Git sorts a folder as if its name ended in a slash: "a.b" before "a/" before "a0".
    for name in ("a.b", "a/x", "a0", "a-/y"):
        book.put(name, b"1")
    book.commit_all()
    book.history.commit([FileChange("a/new", b"2"), FileChange("a.c", b"3")], "Two")
    assert book.git("fsck", "--strict") == ""
    assert book.status() == []


def test_a_history_kept_in_packs_reads_and_grows(book: RealBook) -> None:
    book.amend(SECOND)
    book.git("gc", "--quiet")
    book.amend(b"third\n", SECOND)
    book.amend(SECOND, b"third\n")  # its blob is in the pack already
    assert book.subjects() == ["Amend", "Amend", "Amend", "Start"]
    assert book.git("fsck", "--strict") == ""


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_one_may_not_write_in_is_refused_before_anything_is_recorded(book: RealBook) -> None:
    folder = (book.book / MINUTES).parent
    folder.chmod(0o500)
    try:
        with pytest.raises(Refusal, match="may not write"):
            book.amend(SECOND)
    finally:
        folder.chmod(0o700)
    assert book.subjects() == ["Start"]
