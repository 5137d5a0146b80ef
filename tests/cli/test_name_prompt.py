"""Whoever acts by command on a computer that knows no name is asked once, and the command goes on."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from review_tui.adapters.git import GitHistory
from review_tui.model.errors import Refusal
from review_tui.model.people import Reviewer, why_not_named
from tests.cli.conftest import Command


@pytest.fixture
def nameless(sample_book: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample book on a computer where nothing says who works there, and git may not guess."""
    git = ["git", "-C", str(sample_book), "config"]
    for key in ("user.name", "user.email"):
        subprocess.run([*git, "--unset", key], check=True)
    monkeypatch.delenv("GIT_CONFIG_GLOBAL")
    return sample_book


def setting(book: Path, where: str, key: str) -> str:
    asked = ["git", "-C", str(book), "config", where, key]
    return subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()


def at_a_terminal(book: Path, answers: str, *words: str) -> tuple[int, str, str]:
    """A command whose questions are answered on a terminal; its code, its answer, and what was asked."""
    master, slave = pty.openpty()
    program = subprocess.Popen(
        [sys.executable, "-m", "review_tui", *words, "--book", str(book)],
        stdin=slave,
        stdout=subprocess.PIPE,
        stderr=slave,
        start_new_session=True,
    )
    os.close(slave)
    os.write(master, answers.encode())
    out, _ = program.communicate(timeout=120)
    said = b""
    try:
        while piece := os.read(master, 65536):
            said += piece
    except OSError:  # the other side is closed
        pass
    os.close(master)
    return program.returncode, out.decode(), said.decode()


def test_the_act_is_done_once_the_name_is_given(nameless: Path) -> None:
    code, out, asked = at_a_terminal(nameless, "Nia New\nnia@example.org\n\n", "approve", "5")
    assert (code, "approved" in out.casefold()) == (0, True), asked
    assert "Your name:" in asked
    assert "Kept in this book's git settings." in asked
    assert setting(nameless, "--local", "user.email") == "nia@example.org"
    assert setting(nameless, "--global", "user.email") == ""
    code, _, asked = at_a_terminal(nameless, "", "object", "4", "--comment", "No.")
    assert (code, "Your name" in asked) == (0, False)


def test_the_name_is_kept_for_all_books_when_the_person_says_so(nameless: Path) -> None:
    code, _, asked = at_a_terminal(nameless, "Nia New\nnia@example.org\nall\n", "receipt", "5")
    assert code == 0, asked
    assert setting(nameless, "--local", "user.name") == ""
    assert setting(nameless, "--global", "user.name") == "Nia New"


def test_a_name_that_can_not_be_used_is_asked_again(nameless: Path) -> None:
    answers = "Nia <New>\nnia@example.org\nNia New\nnia@example.org\nbook\n"
    code, _, asked = at_a_terminal(nameless, answers, "receipt", "5")
    assert code == 0, asked
    assert "The name may hold no <" in asked
    assert setting(nameless, "--local", "user.name") == "Nia New"


def test_whoever_answers_nothing_is_told_what_to_type(nameless: Path) -> None:
    code, out, asked = at_a_terminal(nameless, "\x04", "receipt", "5")
    assert (code, out) == (1, "")
    assert "git config user.name" in " ".join(asked.split())


@pytest.mark.parametrize("config_only", [True, False])
def test_without_a_terminal_the_sentence_says_what_to_type(
    nameless: Path, command: Command, config_only: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if config_only:
        subprocess.run(["git", "-C", str(nameless), "config", "user.useConfigOnly", "true"], check=True)
        monkeypatch.setenv("EMAIL", "nia@example.org")
    code, out, err = command("approve", "5")
    assert (code, out) == (1, "")
    assert "git config user.name 'Your Name' and git config user.email you@example.org" in err


@pytest.mark.parametrize(
    ("name", "email", "told"),
    [
        ("", "nia@example.org", "The name is empty"),
        (" .,", "nia@example.org", "The name is empty"),
        ("Nia", "", "The e-mail address is empty"),
        ("Nia\nNew", "nia@example.org", "The name may hold no <"),
        ("Nia", "<nia@example.org>", "The e-mail address may hold no <"),
        ("Nia\x1b[31m", "nia@example.org", "The name may hold no <"),
        ("Nia", "nia", "That is no e-mail address"),
        ("Nia", "nia @example.org", "That is no e-mail address"),
        ("Nia", "@example.org", "That is no e-mail address"),
        ("Ñía O’New", "nia@example.org", ""),
    ],
)
def test_what_is_no_name_or_address_is_refused_in_a_sentence(
    sample_book: Path, name: str, email: str, told: str
) -> None:
    assert why_not_named(name, email).startswith(told)
    assert bool(why_not_named(name, email)) == bool(told)
    if told:
        history = GitHistory(sample_book)
        with history, pytest.raises(Refusal, match=told):
            history.name_reviewer(Reviewer(name, email), is_for_all=False)
        assert setting(sample_book, "--local", "user.name") == "Dawn Example"


def test_settings_that_can_not_be_written_are_told(nameless: Path) -> None:
    (nameless.parent / ".git" / "config.lock").touch()
    with GitHistory(nameless) as history, pytest.raises(Refusal, match="git could not keep your name"):
        history.name_reviewer(Reviewer("Nia New", "nia@example.org"), is_for_all=False)
