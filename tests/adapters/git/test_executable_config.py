"""What a repository's own settings would run is listed, and nothing of it runs on verifying."""

from pathlib import Path

import pytest

from review_tui.adapters.git.repository import open_repository
from tests.composition.tampered_books import git, verified

SETTINGS = (
    *("core.fsmonitor", "core.hooksPath", "core.sshCommand", "core.editor", "core.pager", "core.askPass"),
    *("filter.x.clean", "filter.x.smudge", "filter.x.process", "diff.external", "diff.x.textconv"),
    *("diff.x.command", "merge.x.driver", "credential.helper", "gpg.program", "gpg.ssh.program", "pager.log"),
    *("remote.x.uploadpack", "remote.x.vcs", "sequence.editor", "trailer.x.command", "difftool.x.cmd"),
)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    git(tmp_path, "init", "--quiet", "--template=", "book")
    book = tmp_path / "book"
    (book / "a.txt").write_text("a\n", encoding="utf-8")
    (book / ".gitattributes").write_text("* filter=x diff=x merge=x\n", encoding="utf-8")
    git(book, "add", "-A")
    git(book, "commit", "--quiet", "-m", "Start")
    return book


def listed(book: Path) -> tuple[str, ...]:
    repo = open_repository(book)
    try:
        return repo.programs().sentences
    finally:
        repo.objects.close()


def test_every_setting_and_hook_that_would_run_a_program_is_listed_and_none_runs(book: Path) -> None:
    assert listed(book) == ()
    ran = book.parent / "ran"
    for name in SETTINGS:
        git(book, "config", name, f"touch {ran}")
    git(book, "config", "alias.st", f"!touch {ran}")
    git(book, "config", "alias.plain", "status")
    git(book, "config", "remote.x.url", f"ext::touch {ran}")
    git(book, "config", "include.path", "../elsewhere")
    git(book, "config", "log.showSignature", "true")
    hook = book / ".git" / "hooks" / "post-commit"
    hook.parent.mkdir()
    hook.write_text(f"#!/bin/sh\ntouch {ran}\n", encoding="utf-8")
    hook.chmod(0o755)
    assert len(listed(book)) == len(SETTINGS) + 4
    assert verified(book, is_whole=True).holds
    assert not ran.exists()
