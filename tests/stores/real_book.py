"""A minute book in a real repository, for the tests of the git room."""

import os
import subprocess
from pathlib import Path

from review_tui.services.ports import FileChange
from review_tui.stores.git_history import GitHistory

MINUTES = "2022-03-16-board/05-annual-report/minutes.md"
FIRST = b"# Annual report\n\nThe report was noted.\n"


class RealBook:
    """One book, the git command beside it, and a history to test."""

    def __init__(self, top: Path, below: str = "drafts") -> None:
        self.top = top
        self.book = top / below
        self.below = below
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
        self, new: bytes, old: bytes | None = FIRST, path: str = MINUTES, message: str = "Amend"
    ) -> str:
        return self.history.commit([FileChange(path, new, old)], message).id

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
