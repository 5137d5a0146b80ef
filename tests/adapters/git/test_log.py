import datetime as dt
import itertools
import subprocess
import sys
from pathlib import Path

import pytest

from review_tui.adapters.git import GitHistory
from review_tui.model.errors import Refusal
from review_tui.model.people import Reviewer
from review_tui.model.text import digest
from tests.adapters.real_book import FIRST, MINUTES, RealBook

SECOND = FIRST + b"It was agreed.\n"
MESSAGES = [
    "Subject only",
    "Subject\n\nA reason.\n\nMeeting: m1\nItem: 05\nSettles: a\nSettles: b",
    "Subject\n\nMeeting: m1",
    "Subject over\ntwo lines\n\nA reason\n\nin two paragraphs.",
    "Subject\n\nNo trailer: it: goes on\nwithout one",
    "Subject\n\nWhy.\n\nItem: 5\n  and what follows\nSettles:x",
    "Subject\n\nWhy.\n\nSigned-off-by: D <d@example.org>\nnot a trailer\nItem: 5",
    "Item: 5",
    "Subject\n\nWhy\n\n\nItem:    spaced   \nItem:",
    "Subject\n\n---\n\nItem: 5",
    "Sübject 🐦\n\nWhy «so».\n\nItem: fünf",
    "Subject\n\nItem: 5\x1fx\x1e",
]


@pytest.mark.parametrize("message", MESSAGES)
def test_messages_are_taken_apart_as_git_does_it(book: RealBook, message: str) -> None:
    book.git("commit", "--quiet", "--allow-empty", "--cleanup=verbatim", "-m", message)
    book.git("commit", "--quiet", "--allow-empty", "-m", "Between")
    raw = (message + "\n").encode()
    parsed = book.git("-c", "trailer.separators=:", "interpret-trailers", "--parse", "--no-divider", data=raw)
    [entry] = [e for e in book.history.log([]) if e.subject not in {"Start", "Between"}]
    assert [f"{key}: {value}".rstrip() for key, value in entry.trailers] == [
        line.rstrip() for line in parsed.split("\n")[:-1]
    ]
    assert entry.subject == book.git("log", "-1", "--format=%s", entry.id).removesuffix("\n")
    assert all(f"{key}:" not in entry.reason for key, _ in entry.trailers)


def test_an_entry_says_who_when_what_and_why(book: RealBook) -> None:
    book.git(
        *("commit", "--quiet", "--allow-empty", "--author", "Omar <omar@example.org>"),
        *("--date", "2022-03-20T10:15:02+0530", "-m", "Flag item 5: date\n\nIt says 2022.\n\nFlag: f1"),
    )
    [entry, _] = book.history.log([])
    assert entry.id == book.tip()
    assert entry.by == Reviewer("Omar", "omar@example.org")
    assert entry.at == dt.datetime(
        2022, 3, 20, 10, 15, 2, tzinfo=dt.timezone(dt.timedelta(hours=5, minutes=30))
    )
    assert (entry.subject, entry.reason) == ("Flag item 5: date", "It says 2022.")
    assert entry.trailers == (("Flag", "f1"),)


def test_the_log_is_of_the_paths_asked_for_newest_first(book: RealBook) -> None:
    book.amend(SECOND, message="Minutes")
    book.amend(b"x", None, "2022-04-20-board/01-x/minutes.md", "Elsewhere")
    (book.top / "other.txt").write_bytes(b"x")
    book.commit_all("Outside")

    def subjects(*paths: str, limit: int | None = None) -> list[str]:
        return [entry.subject for entry in book.history.log(paths, limit)]

    assert subjects(MINUTES) == ["Minutes", "Start"]
    assert subjects("2022-04-20-board") == subjects("2022-04-20-board/") == ["Elsewhere"]
    assert subjects("") == subjects(".") == ["Elsewhere", "Minutes", "Start"]
    assert subjects(MINUTES, "2022-04-20-board", limit=2) == ["Elsewhere", "Minutes"]
    assert subjects("", limit=0) == subjects("none/such.md") == []
    with pytest.raises(Refusal):
        subjects("../other.txt")


def test_a_date_that_makes_no_sense_does_not_stop_the_log(book: RealBook) -> None:
    tree = book.git("rev-parse", "HEAD^{tree}").strip()
    people = "author X <x@x> 99999999999999 +9999\ncommitter X <x@x> 1 +0000"
    raw = f"tree {tree}\nparent {book.tip()}\n{people}\n\nOdd\n"
    made = book.git("hash-object", "-w", "-t", "commit", "--literally", "--stdin", data=raw.encode()).strip()
    book.git("update-ref", "refs/heads/main", made)
    assert [e.subject for e in book.history.log([])] == ["Odd", "Start"]
    book.amend(SECOND)
    assert book.subjects() == ["Amend", "Odd", "Start"]


def test_the_committed_version_is_the_newest_of_the_history_not_of_the_disk(book: RealBook) -> None:
    book.put(MINUTES, b"typed\n")
    assert book.history.committed(MINUTES) == FIRST
    assert book.history.committed("none/such.md") is None
    assert book.history.committed("2022-03-16-board") is None
    assert book.history.committed(f"{MINUTES}/below") is None
    book.git("switch", "--quiet", "--detach")
    assert book.history.committed(MINUTES) == FIRST


def test_an_earlier_version_is_found_by_its_digest(book: RealBook) -> None:
    versions = [FIRST, SECOND, b"third\n", b"fourth \xff\n"]
    for old, new in itertools.pairwise(versions):
        book.amend(new, old)
    for version in (*versions, *versions):
        text = version.decode("utf-8", "surrogateescape")
        assert book.history.text_with_digest(MINUTES, digest(text)) == text
    assert book.history.text_with_digest(MINUTES, digest("never")) is None
    assert book.history.text_with_digest("none/such.md", digest("never")) is None


def test_a_version_that_lost_in_a_merge_is_still_found(book: RealBook) -> None:
    book.git("switch", "--quiet", "-c", "side")
    book.amend(SECOND)
    book.git("switch", "--quiet", "main")
    book.amend(b"ours\n")
    book.git("merge", "--quiet", "-s", "ours", "side")
    assert book.history.text_with_digest(MINUTES, digest(SECOND.decode())) == SECOND.decode()
    merged = FIRST + b"Only the merge has this.\n"
    book.git("switch", "--quiet", "-c", "third", "main^")
    book.git("merge", "--no-commit", "-s", "ours", "side")
    book.put(MINUTES, merged)
    book.commit_all("Merge")
    assert book.history.text_with_digest(MINUTES, digest(merged.decode())) == merged.decode()


def test_a_version_from_before_the_file_was_removed_is_still_found(book: RealBook) -> None:
    book.put("stays.md", b"")
    book.git("rm", "--quiet", f"drafts/{MINUTES}")
    book.git("commit", "--quiet", "-m", "Gone")
    assert book.history.text_with_digest(MINUTES, digest(FIRST.decode())) == FIRST.decode()
    assert book.history.committed(MINUTES) is None


def test_an_empty_repository_has_no_history(tmp_path: Path, git_home: Path) -> None:
    fresh = RealBook(tmp_path, "drafts")
    fresh.book.mkdir()
    fresh.git("init", "--quiet")
    assert fresh.history.log([""]) == ()
    assert fresh.history.committed("x") is None
    assert fresh.history.text_with_digest("x", "v1:0") is None
    assert not fresh.history.why_read_only()
    fresh.history.close()


def test_replaced_commits_are_not_believed(book: RealBook) -> None:
    book.amend(SECOND, message="Real")
    fake = book.git("commit-tree", "-m", "FAKE", "HEAD^{tree}").strip()
    book.git("replace", book.tip(), fake)
    assert book.history.log([], 1)[0].subject == "Real"


def test_looking_runs_nothing_that_the_repository_names(book: RealBook, tmp_path: Path) -> None:
    book.amend(SECOND)
    (book.top / ".gitattributes").write_text("* diff=evil filter=evil merge=evil\n", encoding="ascii")
    book.commit_all()
    program = tmp_path / "evil"
    program.write_text(f'#!/bin/sh\necho "$0 $*" >> {tmp_path}/ran\ncat\n', encoding="ascii")
    program.chmod(0o755)
    for name in (
        *("core.fsmonitor", "core.pager", "core.editor", "core.sshCommand", "core.askPass", "core.gitProxy"),
        *(
            "diff.external",
            "diff.evil.textconv",
            "diff.evil.command",
            "filter.evil.smudge",
            "filter.evil.clean",
        ),
        *("filter.evil.process", "gpg.program", "gpg.ssh.program", "pager.log", "alias.log", "alias.config"),
        *("credential.helper", "sequence.editor", "interactive.diffFilter", "trailer.item.command"),
    ):
        book.git("config", name, str(program))
    book.git("config", "log.showSignature", "true")
    book.git("config", "log.mailmap", "true")
    for hook in (
        "pre-commit",
        "post-index-change",
        "reference-transaction",
        "post-checkout",
        "fsmonitor-watchman",
    ):
        book.hook(hook, f"echo {hook} >> {tmp_path}/ran")
    history = book.history
    history.why_read_only()
    history.reviewer()
    history.committed(MINUTES)
    history.log([MINUTES])
    history.text_with_digest(MINUTES, digest(FIRST.decode()))
    history.recover()
    assert not (tmp_path / "ran").exists()


def test_making_a_history_does_not_import_git() -> None:
    code = (
        "import sys; from pathlib import Path; from review_tui.adapters.git import GitHistory; "
        "GitHistory(Path()); sys.exit('git' in sys.modules or 'gitdb' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_closing_ends_what_runs_in_the_background(book: RealBook) -> None:
    history = GitHistory(book.book)
    history.committed(MINUTES)
    assert history._repo is not None
    reader = history._repo.objects._reader
    assert reader is not None
    history.close()
    assert reader.poll() is not None


def test_a_reader_that_died_is_started_again(book: RealBook) -> None:
    assert book.history.committed(MINUTES) == FIRST
    assert book.history._repo is not None
    reader = book.history._repo.objects._reader
    assert reader is not None
    reader.kill()
    assert book.history.committed(MINUTES) == FIRST


def test_a_newer_form_of_object_names_works(tmp_path: Path, git_home: Path) -> None:
    new = RealBook(tmp_path / "sha256")
    new.put(MINUTES, FIRST)
    new.git("init", "--quiet", "--object-format=sha256")
    new.commit_all()
    assert len(new.amend(SECOND)) == 64
    assert new.history.text_with_digest(MINUTES, digest(FIRST.decode())) == FIRST.decode()
    new.history.close()
    assert new.status() == []
    assert new.git("fsck", "--strict") == ""


def test_a_repository_shared_between_users_keeps_its_rights(book: RealBook) -> None:
    book.git("config", "core.sharedRepository", "0660")
    book.amend(SECOND)
    assert book.status() == []
    assert book.git("fsck", "--strict") == ""
    blob = book.git("rev-parse", f"HEAD:drafts/{MINUTES}").strip()
    loose = book.top / ".git" / "objects" / blob[:2] / blob[2:]
    assert loose.stat().st_mode & 0o777 == 0o440


@pytest.mark.parametrize(
    "setting", ["umask", "group", "true", "1", "all", "everybody", "2", "0640", "0660", "0666", "false"]
)
def test_objects_have_the_rights_that_git_itself_gives(book: RealBook, setting: str) -> None:
    book.git("config", "core.sharedRepository", setting)
    objects = book.top / ".git" / "objects"
    before = {folder.name for folder in objects.iterdir()}
    rights: list[set[tuple[int, int]]] = []
    for by_git in (True, False):
        for number in range(3):
            text = f"{setting} {by_git} {number}\n".encode()
            if by_git:
                book.git("hash-object", "-w", "--stdin", data=text)
            else:
                book.amend(text, book.read())
        new = [folder for folder in objects.iterdir() if folder.name not in before]
        before |= {folder.name for folder in new}
        made = [(folder.stat().st_mode, next(folder.iterdir()).stat().st_mode) for folder in new]
        rights.append(set(made))
    assert rights[0] == rights[1]
    assert len(rights[0]) == 1


def test_a_shallow_clone_can_be_amended(book: RealBook, tmp_path: Path) -> None:
    book.amend(SECOND)
    book.git("clone", "--quiet", "--depth=1", f"file://{book.top}", str(tmp_path / "shallow"))
    shallow = RealBook(tmp_path / "shallow")
    shallow.amend(b"third\n", SECOND)
    shallow.history.close()
    assert shallow.subjects() == ["Amend", "Amend"]
    assert shallow.status() == []
