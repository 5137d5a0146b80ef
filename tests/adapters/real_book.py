"""A minute book in a real repository, for the tests of ``adapters.git``."""

import os
import subprocess
from pathlib import Path

import pytest

from review_tui.adapters.git import GitHistory
from review_tui.adapters.git.commit import CommitAttempt
from review_tui.adapters.git.runner import GitResult, GitRunner
from review_tui.application.ports import FileChange, NewTag

MINUTES = "2022-03-16-board/05-annual-report/minutes.md"
ITEM = "2022-03-16-board/05-annual-report"
FIRST = b"# Annual report\n\nThe report was noted.\n"


class RealBook:
    """One book, the git command beside it, and a history to test."""

    def __init__(self, top: Path, below: str = "drafts") -> None:
        self.top = top
        self.book = top / below
        self.below = below
        self.history = GitHistory(self.book)

    def start_again(self) -> None:
        """As when the program is started anew."""
        self.history.close()
        self.history = GitHistory(self.book)

    def git(self, *args: str, check: bool = True, data: bytes | None = None, **env: str) -> str:
        ran = subprocess.run(
            ["git", *args],
            cwd=self.top,
            input=data,
            capture_output=True,
            check=False,
            env={**os.environ, **env},
        )
        assert not check or ran.returncode == 0, ran.stderr.decode(errors="replace")
        return ran.stdout.decode("utf-8", "surrogateescape")

    def put(self, path: str, data: bytes) -> Path:
        target = self.book / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        return target

    def read(self, path: str = MINUTES) -> bytes:
        return (self.book / path).read_bytes()

    def amend(
        self, new: bytes | None, old: bytes | None = FIRST, path: str = MINUTES, message: str = "Amend"
    ) -> str:
        return self.history.commit([FileChange(path, new, old)], message).id

    def tagged(self, name: str, path: str, data: bytes = b"act: sign-off\n", said: str = "Signed") -> str:
        return self.history.commit([FileChange(path, data)], "Sign off", NewTag(name, said)).id

    def tags(self) -> list[str]:
        return self.git("tag", "--list").split()

    def at_tip(self, path: str = MINUTES, *, rev: str = "HEAD") -> bytes:
        return self.git("show", f"{rev}:{self.below}/{path}").encode("utf-8", "surrogateescape")

    def status(self) -> list[str]:
        return self.git("status", "--porcelain=v1", "--untracked-files=all").splitlines()

    def subjects(self, rev: str = "HEAD") -> list[str]:
        return self.git("log", "--format=%s", rev).splitlines()

    def tip(self) -> str:
        return self.git("rev-parse", "HEAD").strip()

    def changed(self, rev: str = "HEAD") -> list[str]:
        return self.git("diff-tree", "-r", "--root", "--no-commit-id", "--name-only", "-z", rev).split("\0")[
            :-1
        ]

    def commit_all(self, message: str = "By hand") -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--no-verify", "--no-gpg-sign", "--message", message)

    def hook(self, name: str, script: str) -> Path:
        path = Path(self.git("rev-parse", "--path-format=absolute", "--git-path", "hooks").strip()) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)
        return path


class PowerCut(BaseException):
    """The computer stops here: nothing tidies up."""


def cut_at(monkeypatch: pytest.MonkeyPatch, command: str, *, after: bool = False) -> None:
    """Cut the power at our git ``command``; what tidies up after a fault is off too."""
    write = GitRunner.write

    def stopped(self: GitRunner, *args: str, **more: object) -> GitResult:
        if args[0] != command:
            return write(self, *args, **more)  # type: ignore[arg-type]
        if after:
            write(self, *args, **more)  # type: ignore[arg-type]
        raise PowerCut

    monkeypatch.setattr(GitRunner, "write", stopped)
    monkeypatch.setattr(CommitAttempt, "_roll_back", lambda self: None)
