"""A book in real git."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.adapters.real_book import FIRST, MINUTES, RealBook


@pytest.fixture
def git_home(home: Path) -> Path:
    """A home in which git knows Dawn and nothing else."""
    (home / ".gitconfig").write_text(
        "[user]\n\tname = Dawn Harper\n\temail = dawn@example.org\n[init]\n\tdefaultBranch = main\n",
        encoding="utf-8",
    )
    return home


@pytest.fixture
def book(tmp_path: Path, git_home: Path) -> Iterator[RealBook]:
    """A book in the folder ``drafts`` of a repository with one commit, and another file beside it."""
    made = RealBook(tmp_path / "council")
    made.put(MINUTES, FIRST)
    (made.top / "other.txt").write_bytes(b"one\ntwo\nthree\n")
    subprocess.run(["git", "init", "--quiet", str(made.top)], check=True)
    made.commit_all("Start")
    yield made
    made.history.close()
