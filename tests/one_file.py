"""Minutes of a whole meeting in one file, in a repository with a layout of its own."""

import subprocess
from pathlib import Path

NAME = "2022-03-16.md"
MINUTES = """\
# Health and Wellbeing Board, Wednesday 16 March 2022

Present: Cllr Jane Smith, Laura Gough, Tom Foy

## 1. Declarations of interest

There were none.

## 5. Safeguarding Annual Report (Laura Gough)

Laura Gough gave a presentation on the Annual Assurance report for October, 2020-September, 2021.

Resolved:- That the Annual Assurance report for October, 2020-September, 2022, be noted.

## 6. Loneliness

A report on loneliness was received and its authors were thanked.
"""
NOTES = "LG: annual assurance report Oct 2020 - Sep 2021\nresolved: noted\n"


def git(top: Path, *words: str) -> str:
    """What git says, from the top of the repository."""
    return subprocess.run(["git", *words], cwd=top, check=True, capture_output=True, text=True).stdout


def make(top: Path, minutes: str = MINUTES, folder: str = "meetings") -> Path:
    """A repository at ``top`` with one committed file of minutes and its notes; the file."""
    file = top / folder / NAME
    file.parent.mkdir(parents=True)
    file.write_bytes(minutes.encode())
    (file.parent / "2022-03-16-notes.md").write_text(NOTES)
    git(top, "init", "--quiet", "--template=", "--initial-branch=main")
    git(top, "config", "user.name", "Dawn Example")
    git(top, "config", "user.email", "dawn@example.org")
    commit(top, "Minutes as they were taken")
    return file


def commit(top: Path, subject: str) -> None:
    """Record everything there is."""
    git(top, "add", "--all")
    git(top, "commit", "--quiet", "--message", subject)
