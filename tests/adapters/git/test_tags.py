"""A tag that is made together with a commit: both or neither."""

import shutil
import stat
import subprocess
from pathlib import Path

import pytest

from review_tui.adapters.git.runner import GitResult, GitRunner
from review_tui.application.ports import FileChange, NewTag
from review_tui.model.errors import Refusal, StaleDraft
from tests.adapters.git.test_races import before
from tests.adapters.real_book import FIRST, MINUTES, RealBook

TAG = "minutes/2022-03-16-board"
SIGN_OFF = "2022-03-16-board/acts/20220401T090000Z-sign-off-0a1b2c3d.yaml"
SAID = "Minutes of 16 March 2022\n\n# 1 item\nApproved by Anna Poole.\n"


def nothing_happened(book: RealBook, *, tags: list[str] | None = None) -> bool:
    left = [p.name for p in (book.top / ".git" / "review-tui").iterdir()]
    found = (book.subjects(), book.status(), book.tags(), left)
    return found == (["Start"], [], tags or [], ["lock"]) and not (book.book / SIGN_OFF).exists()


def test_the_tag_stands_on_the_new_commit_with_its_whole_message(book: RealBook) -> None:
    made = book.tagged(TAG, SIGN_OFF, said=SAID)
    assert book.tip() == made
    assert book.git("cat-file", "-t", TAG) == "tag\n"
    assert book.git("rev-parse", f"{TAG}^{{commit}}").strip() == made
    raw = book.git("cat-file", "tag", TAG)
    assert raw.startswith(f"object {made}\ntype commit\ntag {TAG}\ntagger Dawn Harper <dawn@example.org> ")
    assert raw.partition("\n\n")[2] == SAID
    assert book.changed() == [f"drafts/{SIGN_OFF}"]
    assert book.status() == []
    assert book.git("fsck", "--strict") == ""
    assert book.history.tags("minutes/") == ((TAG, made),)


def test_no_trace_of_making_it_is_left(book: RealBook) -> None:
    book.tagged(TAG, SIGN_OFF)
    assert [p.name for p in (book.top / ".git" / "review-tui").iterdir()] == ["lock"]
    assert book.tags() == [TAG]
    assert book.git("reflog", "--format=%gs", "main").splitlines()[0] == "Sign off"


@pytest.mark.parametrize("name", [TAG, f"{TAG}/2", "minutes"])
def test_a_name_that_is_taken_or_in_the_way_is_refused_in_words(book: RealBook, name: str) -> None:
    book.git("tag", "--annotate", "-m", "Theirs", TAG)
    with pytest.raises(Refusal, match="already"):
        book.tagged(name, SIGN_OFF)
    assert nothing_happened(book, tags=[TAG])


def test_a_tag_of_the_same_beginning_is_not_in_the_way(book: RealBook) -> None:
    book.git("tag", "--annotate", "-m", "Theirs", TAG)
    book.git("tag", "minutesx")
    book.tagged(f"{TAG}.2", SIGN_OFF)
    assert sorted(book.tags()) == [TAG, f"{TAG}.2", "minutesx"]


@pytest.mark.parametrize(
    "name", ["", "a b", "a..b", "/x", "x/", "x.lock", "a\nb", "a\0b", "x^{}", "@{1}", "*"]
)
def test_what_is_no_name_is_refused_in_words(book: RealBook, name: str) -> None:
    with pytest.raises(Refusal, match="can't be the name of a tag"):
        book.tagged(name, SIGN_OFF)
    assert nothing_happened(book)


@pytest.mark.parametrize("name", ["-d", "--delete", "Schlüssel/ä"])
def test_a_name_that_looks_like_an_option_is_only_a_name(book: RealBook, name: str) -> None:
    try:
        book.tagged(name, SIGN_OFF)
    except Refusal:  # newer gits take no tag whose name begins with a dash
        assert nothing_happened(book)
    else:
        assert book.history.tags("") == ((name, book.tip()),)


def test_a_tag_without_words_is_refused(book: RealBook) -> None:
    with pytest.raises(Refusal, match="plain words"):
        book.tagged(TAG, SIGN_OFF, said=" \n ")
    assert nothing_happened(book)


def test_a_stale_draft_means_no_tag(book: RealBook) -> None:
    with pytest.raises(StaleDraft):
        book.history.commit([FileChange(MINUTES, b"x", b"never was")], "Sign off", NewTag(TAG, "Signed"))
    assert nothing_happened(book)


def test_a_hook_that_refuses_means_no_tag(book: RealBook) -> None:
    book.hook("pre-commit", "echo Not today; exit 1")
    with pytest.raises(Refusal, match="Not today"):
        book.tagged(TAG, SIGN_OFF)
    assert nothing_happened(book)


def test_a_check_that_refuses_the_tag_alone_means_no_commit_either(book: RealBook) -> None:
    book.hook("reference-transaction", 'test "$1" != prepared || ! grep -q refs/tags/')
    with pytest.raises(Refusal, match="would not move the branch"):
        book.tagged(TAG, SIGN_OFF)
    assert nothing_happened(book)
    book.amend(FIRST + b"x\n")


def test_a_name_taken_at_the_last_moment_is_told_and_nothing_is_changed(
    book: RealBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    before(monkeypatch, "update-ref", lambda: book.git("tag", "--annotate", "-m", "Theirs", TAG))
    with pytest.raises(Refusal, match="There is a tag"):
        book.tagged(TAG, SIGN_OFF)
    assert nothing_happened(book, tags=[TAG])
    assert book.git("tag", "-l", "--format=%(subject)").strip() == "Theirs"


def test_a_lost_race_makes_both_anew_on_top(book: RealBook, monkeypatch: pytest.MonkeyPatch) -> None:
    def theirs() -> None:
        book.git("commit", "--quiet", "--allow-empty", "-m", "Theirs")

    before(monkeypatch, "update-ref", theirs)
    made = book.tagged(TAG, SIGN_OFF)
    assert book.subjects() == ["Sign off", "Theirs", "Start"]
    assert book.history.tags("minutes/") == ((TAG, made),)
    assert book.status() == []


def test_a_transaction_that_ends_without_its_last_word_has_not_happened(
    book: RealBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = GitRunner.write

    def cut(self: GitRunner, *args: str, data: bytes | None = None, **more: object) -> GitResult:
        short = data.removesuffix(b"commit\0") if data and args[0] == "update-ref" else data
        return write(self, *args, data=short, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(GitRunner, "write", cut)
    with pytest.raises(Refusal, match="would not move"):
        book.tagged(TAG, SIGN_OFF)
    assert nothing_happened(book)


def test_a_newer_form_of_object_names_has_tags_too(tmp_path: Path, git_home: Path) -> None:
    new = RealBook(tmp_path / "sha256")
    new.put(MINUTES, FIRST)
    new.git("init", "--quiet", "--object-format=sha256")
    new.commit_all()
    made = new.tagged(TAG, SIGN_OFF)
    assert new.history.tags("") == ((TAG, made),)
    new.history.close()
    assert new.git("fsck", "--strict") == ""


def test_a_path_with_odd_letters_is_no_hindrance(tmp_path: Path, git_home: Path) -> None:
    odd = RealBook(tmp_path / 'the "old": council\\books')
    odd.put(MINUTES, FIRST)
    odd.git("init", "--quiet")
    odd.commit_all()
    odd.tagged(TAG, SIGN_OFF)
    odd.history.close()
    assert odd.tags() == [TAG]


needs_ssh_keygen = pytest.mark.skipif(
    shutil.which("ssh-keygen") is None, reason="ssh-keygen is not installed"
)


def key(book: RealBook, folder: Path) -> Path:
    made = folder / "key"
    command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(made)]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    public = made.with_suffix(".pub").read_text(encoding="ascii")
    (folder / "allowed").write_text(f"dawn@example.org {public}", encoding="ascii")
    for name, value in {
        "gpg.format": "ssh",
        "user.signingKey": str(made),
        "gpg.ssh.allowedSignersFile": str(folder / "allowed"),
    }.items():
        book.git("config", name, value)
    return made


@needs_ssh_keygen
@pytest.mark.parametrize("setting", ["tag.gpgSign", "tag.forceSignAnnotated"])
def test_the_tag_is_signed_when_the_user_signs_tags(book: RealBook, tmp_path: Path, setting: str) -> None:
    key(book, tmp_path)
    book.git("config", setting, "true")
    book.tagged(TAG, SIGN_OFF, said=SAID)
    assert book.git("verify-tag", TAG) == ""
    assert SAID in book.git("cat-file", "tag", TAG)
    assert "-----BEGIN SSH SIGNATURE-----" in book.git("cat-file", "tag", TAG)
    assert "gpgsig" not in book.git("cat-file", "commit", "HEAD")


@needs_ssh_keygen
def test_a_key_that_cannot_sign_means_neither_tag_nor_commit(book: RealBook, tmp_path: Path) -> None:
    key(book, tmp_path).unlink()
    book.git("config", "tag.gpgSign", "true")
    with pytest.raises(Refusal, match="signing did not work"):
        book.tagged(TAG, SIGN_OFF)
    assert nothing_happened(book)


def test_what_was_recorded_since_it_was_read_refuses_the_tag(book: RealBook) -> None:
    read = book.history.newest()
    assert read == book.tip()
    book.git("commit", "--allow-empty", "-m", "Somebody else's act")
    with pytest.raises(Refusal, match="Something was recorded since"):
        book.history.commit([FileChange(SIGN_OFF, new=b"act\n")], "Sign off", NewTag(TAG, SAID, read))
    assert book.tags() == []
    assert book.subjects() == ["Somebody else's act", "Start"]
    book.history.commit([FileChange(SIGN_OFF, new=b"act\n")], "Sign off", NewTag(TAG, SAID, book.tip()))
    assert book.tags() == [TAG]
