"""Programs that a copy of a book names run on recording, where somebody said so, and else never."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from review_tui.adapters.git import GitHistory
from review_tui.adapters.program_answers import ProgramAnswersFile
from review_tui.application.ports import FileChange
from review_tui.model.errors import Refusal
from tests.adapters.real_book import FIRST, MINUTES, PowerCut, RealBook, cut_at

SECOND = FIRST + b"It was agreed.\n"


class Handed:
    """A book that somebody handed over, as its reader opens it, with a mark that each program leaves."""

    def __init__(self, made: RealBook, place: Path) -> None:
        self.made = made
        self.answers = ProgramAnswersFile(place / "state" / "programs.json")
        self.history = GitHistory(made.book, self.answers)
        self.ran = place / "ran"
        self.mark = f"echo x >> {self.ran}"

    def amend(self, new: bytes = SECOND, old: bytes = FIRST) -> None:
        self.history.commit([FileChange(MINUTES, new, old)], "Amend")

    def say(self, *, may_run: bool) -> None:
        self.answers.keep(self.history.programs().fingerprint, may_run=may_run)


@pytest.fixture
def handed(book: RealBook, tmp_path: Path) -> Iterator[Handed]:
    it = Handed(book, tmp_path)
    yield it
    it.history.close()


def test_nothing_is_recorded_until_somebody_has_said_whether_programs_may_run(handed: Handed) -> None:
    hook = handed.made.hook("pre-commit", handed.mark)
    assert "nobody has said" in handed.history.why_read_only()
    with pytest.raises(Refusal, match="review-tui programs"):
        handed.amend()
    assert handed.made.subjects() == ["Start"]
    handed.say(may_run=True)
    assert handed.history.why_read_only() == ""
    handed.amend()
    assert handed.ran.read_text() == "x\n"
    hook.write_text(f"#!/bin/sh\n{handed.mark}; true\n", encoding="utf-8")
    assert "nobody has said" in handed.history.why_read_only()


def test_of_what_may_not_run_nothing_runs_when_something_is_recorded(handed: Handed) -> None:
    made = handed.made
    for name in ("pre-commit", "commit-msg", "post-commit", "reference-transaction", "post-index-change"):
        made.hook(name, handed.mark)
    made.git("config", "commit.gpgsign", "false")
    made.git("config", "core.hooksPath", str(made.top / ".git" / "hooks"))
    handed.say(may_run=False)
    handed.amend()
    assert made.subjects()[0] == "Amend"
    made.git("config", "gpg.ssh.program", str(made.hook("signs", handed.mark)))
    made.git("config", "gpg.format", "ssh")
    made.git("config", "user.signingkey", "key::ssh-ed25519 AAAA")
    made.git("config", "commit.gpgsign", "true")
    handed.say(may_run=False)
    with pytest.raises(Refusal, match="signing did not work"):
        handed.amend(FIRST, SECOND)
    assert not handed.ran.exists()


def test_hooks_of_the_users_own_run_in_the_place_of_those_of_the_copy(handed: Handed, tmp_path: Path) -> None:
    handed.made.hook("pre-commit", handed.mark)
    own = tmp_path / "own" / "pre-commit"
    own.parent.mkdir()
    own.write_text(f"#!/bin/sh\necho own >> {handed.ran}\n", encoding="utf-8")
    own.chmod(0o755)
    handed.made.git("config", "--global", "core.hooksPath", str(own.parent))
    assert handed.history.programs().sentences == ()
    handed.amend()
    assert handed.ran.read_text() == "own\n"


def test_a_file_that_only_a_refused_program_could_store_is_not_recorded(handed: Handed) -> None:
    handed.made.git("config", "filter.secret.clean", f"{handed.mark}; cat")
    (handed.made.top / ".gitattributes").write_text("*.md filter=secret\n", encoding="utf-8")
    handed.say(may_run=False)
    with pytest.raises(Refusal, match="stored only as a program makes it"):
        handed.amend()
    assert not handed.ran.exists()


def test_what_was_begun_in_a_copy_runs_nothing_when_it_is_opened(
    handed: Handed, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        cut_at(patch, "update-ref", after=True)
        with pytest.raises(PowerCut):
            handed.amend()
    handed.made.start_again()
    for name in ("post-index-change", "reference-transaction"):
        handed.made.hook(name, handed.mark)
    with GitHistory(handed.made.book) as opened:
        opened.recover()
    assert handed.made.read() == SECOND
    assert not handed.ran.exists()


def test_what_is_brought_in_counts_and_what_the_user_sets_does_not(book: RealBook, tmp_path: Path) -> None:
    (tmp_path / "more").write_text("[core]\n\tpager = evil\n", encoding="utf-8")
    book.git("config", "--global", "core.editor", "mine")
    book.git("config", "include.path", str(tmp_path / "more"))
    with GitHistory(book.book) as history:
        found = history.programs()
        assert (len(found.on_recording), len(found.by_git)) == (0, 2)
        (tmp_path / "more").write_text("[core]\n\tpager = worse\n", encoding="utf-8")
        assert history.programs().fingerprint not in {"", found.fingerprint}
