import os
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

from review_tui.adapters.git import hooks
from review_tui.model.errors import Refusal
from tests.adapters.real_book import FIRST, MINUTES, RealBook

SECOND = FIRST + b"It was agreed.\n"


def unchanged(book: RealBook) -> bool:
    leftovers = [p.name for p in (book.top / ".git" / "review-tui").iterdir()]
    return (book.read(), book.subjects(), leftovers) == (FIRST, ["Start"], ["lock"])


def test_a_refusing_hook_stops_the_commit_and_is_quoted_washed(book: RealBook) -> None:
    book.hook("pre-commit", r"printf 'No commits on Fridays\033]0;evil\007' >&2; exit 1")
    with pytest.raises(Refusal, match="No commits on Fridays") as caught:
        book.amend(SECOND)
    assert "\x1b" not in str(caught.value)
    assert "␛]0;evil␇" in str(caught.value)
    assert unchanged(book)
    assert book.status() == []


def test_a_hook_sees_exactly_this_change_whatever_else_is_staged(book: RealBook, tmp_path: Path) -> None:
    (book.top / "other.txt").write_bytes(b"staged\n")
    book.git("add", "other.txt")
    book.hook("pre-commit", f"git diff --cached --name-only > {tmp_path}/seen; pwd >> {tmp_path}/seen")
    book.amend(SECOND)
    assert (tmp_path / "seen").read_text().splitlines() == [f"drafts/{MINUTES}", str(book.top)]
    assert book.status() == ["M  other.txt"]


def test_a_hook_that_rewrites_what_is_recorded_is_refused(book: RealBook) -> None:
    book.hook("pre-commit", f"echo more >> drafts/{MINUTES}.tmp; git add drafts/{MINUTES}.tmp")
    with pytest.raises(Refusal, match="rewrote"):
        book.amend(SECOND)
    assert book.subjects() == ["Start"]


def test_a_hook_that_rewrites_the_draft_itself_makes_it_stale(book: RealBook) -> None:
    book.hook("pre-commit", f"echo more >> drafts/{MINUTES}")
    with pytest.raises(Refusal, match="edited in another program"):
        book.amend(SECOND)
    assert book.subjects() == ["Start"]


def test_the_message_hooks_may_edit_the_message(book: RealBook) -> None:
    book.hook("prepare-commit-msg", 'test "$2" = message && printf "\\nPrepared: yes\\n" >> "$1"')
    book.hook("commit-msg", 'printf "Checked: yes\\n" >> "$1"')
    entry = book.history.log([""], 1)[0]
    book.amend(SECOND, message="Amend item 5")
    entry = book.history.log([""], 1)[0]
    assert entry.trailers == (("Prepared", "yes"), ("Checked", "yes"))


def test_a_message_hook_may_refuse(book: RealBook) -> None:
    book.hook("commit-msg", 'grep -q TICKET "$1" || { echo "No ticket named"; exit 1; }')
    with pytest.raises(Refusal, match="No ticket named"):
        book.amend(SECOND)
    assert unchanged(book)
    book.amend(SECOND, message="TICKET-1: amend")


def test_a_message_hook_that_leaves_no_message_is_refused(book: RealBook) -> None:
    book.hook("commit-msg", ': > "$1"')
    with pytest.raises(Refusal, match="no message"):
        book.amend(SECOND)
    assert unchanged(book)


def test_what_happens_after_a_commit_does_not_undo_it(book: RealBook, tmp_path: Path) -> None:
    book.hook("post-commit", f"git log -1 --format=%s > {tmp_path}/told; exit 1")
    book.amend(SECOND)
    assert (tmp_path / "told").read_text() == "Amend\n"
    assert book.subjects() == ["Amend", "Start"]


def test_hooks_kept_elsewhere_are_found(book: RealBook, tmp_path: Path) -> None:
    book.git("config", "core.hooksPath", str(tmp_path / "elsewhere"))
    book.hook("pre-commit", "echo From elsewhere; exit 1")
    with pytest.raises(Refusal, match="From elsewhere"):
        book.amend(SECOND)


def test_a_hook_that_may_not_be_run_is_not_run(book: RealBook) -> None:
    book.hook("pre-commit", "exit 1").chmod(0o644)
    book.amend(SECOND)
    assert book.subjects() == ["Amend", "Start"]


def test_a_hook_that_guards_branches_is_obeyed(book: RealBook) -> None:
    book.hook("reference-transaction", 'test "$1" != prepared')
    with pytest.raises(Refusal, match="would not move the branch main"):
        book.amend(SECOND)
    assert unchanged(book)
    assert book.status() == []


def test_a_hook_that_never_ends_is_stopped(book: RealBook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hooks, "HOOK_TIMEOUT", 0.2)
    book.hook("pre-commit", "exec sleep 600")
    with pytest.raises(Refusal, match="no answer within"):
        book.amend(SECOND)
    assert unchanged(book)


def test_a_hook_that_leaves_something_running_is_not_waited_for(book: RealBook, tmp_path: Path) -> None:
    book.hook("post-commit", f"sleep 600 & echo $! > {tmp_path}/pid")
    book.amend(SECOND)
    os.kill(int((tmp_path / "pid").read_text()), 9)


def test_hooks_cannot_ask_on_the_terminal(book: RealBook) -> None:
    book.hook(
        "pre-commit", "if (: < /dev/tty) 2>/dev/null; then echo it can; exit 1; fi; read answer; exit 0"
    )
    book.amend(SECOND)
    assert book.subjects() == ["Amend", "Start"]


needs_ssh_keygen = pytest.mark.skipif(
    shutil.which("ssh-keygen") is None, reason="ssh-keygen is not installed"
)


def key(folder: Path, passphrase: str = "") -> Path:
    made = folder / "key"
    command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", passphrase, "-f", str(made)]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    return made


def sign_with(book: RealBook, made: Path) -> None:
    book.git("config", "gpg.format", "ssh")
    book.git("config", "user.signingKey", str(made))
    book.git("config", "commit.gpgSign", "true")


@needs_ssh_keygen
def test_commits_are_signed_when_the_user_signs(book: RealBook, tmp_path: Path) -> None:
    made = key(tmp_path)
    sign_with(book, made)
    public = made.with_suffix(".pub").read_text(encoding="ascii")
    (tmp_path / "allowed").write_text(f"dawn@example.org {public}", encoding="ascii")
    book.git("config", "gpg.ssh.allowedSignersFile", str(tmp_path / "allowed"))
    entry = book.history.log([""], 1)
    book.amend(SECOND, message="Amend\n\nWhy.\n\nItem: 5")
    entry = book.history.log([""], 1)
    assert entry[0].trailers == (("Item", "5"),)
    assert book.git("log", "-1", "--format=%G?").strip() == "G"
    assert book.status() == []


@needs_ssh_keygen
@pytest.mark.parametrize("fault", ["missing", "locked"])
def test_a_key_that_cannot_sign_means_nothing_is_recorded_unsigned(
    book: RealBook, tmp_path: Path, fault: str
) -> None:
    made = key(tmp_path, "secret" if fault == "locked" else "")
    if fault == "missing":
        made.unlink()
    sign_with(book, made)
    with pytest.raises(Refusal, match="signing did not work"):
        book.amend(SECOND)
    assert unchanged(book)
    assert book.status() == []
