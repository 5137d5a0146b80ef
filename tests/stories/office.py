"""A robot office: people who review one book by commands, each in their own name, with plain git beside."""

import contextlib
import io
import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from review_tui.composition import run

MEETING = "2022-03-16-parish-council"
PEOPLE = {"dawn": "Dawn Clerk", "alex": "Alex Officer", "ben": "Ben Chair"}
BOOK = """\
reviewers:
  - {name: Dawn Clerk, email: dawn@example.org, roles: [clerk, officer]}
  - {name: Alex Officer, email: alex@example.org, roles: [officer]}
  - {name: Ben Chair, email: ben@example.org, roles: [chair]}
approval:
  needs: [chair, [presenter, officer]]
  own_words: no
  numbering: ignored
flags: {kinds: [legal]}
"""
TITLES = (
    "Apologies",
    "Declarations of Interest",
    "Minutes of the Previous Meeting",
    "Footpaths",
    "Annual Report",
    "Finance",
    "Cemetery",
    "Correspondence",
    "Date of Next Meeting",
)
TEXTS = {
    "4": "The footpath at Howdale had been closed since January.\n\n"
    "The footpath at Howland had been closed since January.\n\n"
    "1. That the County be asked to open both.\n",
    "5": "The report for October, 2020-September, 2021 was received.\n\n"
    "Members thanked the officers.\n\nThe report was long.\n\n"
    "Resolved:- That the report for October, 2020-September, 2022 be noted.\n",
    "6": "The balance stood at £1,250.\n\nAccounts of £310 were approved.\n",
}


@dataclass(frozen=True)
class Told:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Office:
    """One clone of the book, and whoever sits down before it."""

    def __init__(self, top: Path) -> None:
        self.top = top
        self.book = top / "drafts"

    @classmethod
    def founded(cls, top: Path) -> "Office":
        """A book of nine items, in the history as its clerk drafted it."""
        office = cls(top)
        office.write("book.yaml", BOOK)
        items = "".join(
            f"  - {{id: {item_id(number)}, number: '{number}', title: {title}"
            f"{', presenter: Alex Officer' if number == 5 else ''}}}\n"
            for number, title in enumerate(TITLES, 1)
        )
        office.write(
            f"{MEETING}/meeting.yaml",
            f"body: Parish Council\ndate: 2022-03-16\nchair: Ben Chair\nitems:\n{items}",
        )
        for number, title in enumerate(TITLES, 1):
            text = TEXTS.get(str(number), f"{title} was taken as read.\n")
            office.write(f"{MEETING}/{item_id(number)}/minutes.md", text)
            office.write(
                f"{MEETING}/{item_id(number)}/notes/clerk.md", f"- {title}\n- report Oct 20-Sep 21\n"
            )
        office.git("init", "--quiet", "--template=", "--initial-branch=main")
        office.git("add", "--all")
        office.git("commit", "--quiet", "--message", "Draft minutes", who="dawn")
        return office

    def clone(self, top: Path) -> "Office":
        """Another clone of it."""
        self.git("clone", "--quiet", "--template=", str(self.top), str(top))
        return Office(top)

    def write(self, path: str, text: str) -> None:
        (self.book / path).parent.mkdir(parents=True, exist_ok=True)
        (self.book / path).write_bytes(text.encode())

    def does(self, who: str, *words: str) -> Told:
        """``review-tui`` with these words, in the name of ``who``."""
        out, err = io.StringIO(), io.StringIO()
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(self.top)
            for name, value in _named(who).items():
                patch.setenv(name, value)
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
                try:
                    code = run(list(words))
                except SystemExit as stop:
                    code = int(stop.code or 0)
        return Told(code, out.getvalue(), err.getvalue())

    def asks(self, *words: str) -> Any:
        """What a command answers as JSON."""
        told = self.does("dawn", *words, "--json")
        assert told.code == 0, told
        return told.json

    def git(self, *words: str, who: str = "", given: str | None = None) -> str:
        """Plain git, as anybody runs it."""
        self.top.mkdir(parents=True, exist_ok=True)
        ran = subprocess.run(
            ["git", *words],
            cwd=self.top,
            input=given,
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, **(_named(who) if who else {})},
        )
        assert ran.returncode == 0, ran.stderr
        return ran.stdout

    def tree(self, commit: str = "HEAD") -> str:
        """The name that git gives everything in a commit: the same for the same bytes only."""
        return self.git("rev-parse", f"{commit}^{{tree}}").strip()

    def minutes(self, number: int) -> str:
        return (self.book / MEETING / item_id(number) / "minutes.md").read_bytes().decode()

    def act_files(self) -> set[str]:
        """The files of acts that the history has, relative to the meeting, without time and id."""
        listed = self.git("ls-tree", "-r", "--name-only", "HEAD").split()
        return {name for name in listed if "/acts/" in name}

    def trailers(self, commit: str) -> list[tuple[str, str]]:
        """What git itself reads from the end of a message."""
        said = self.git("log", "-1", "--format=%B", commit)
        parsed = self.git("interpret-trailers", "--parse", given=said).splitlines()
        return [(line.partition(": ")[0], line.partition(": ")[2]) for line in parsed]


def item_id(number: int) -> str:
    return f"{number:02}-{TITLES[number - 1].lower().replace(' ', '-')}"


def _named(who: str) -> dict[str, str]:
    person = {"NAME": PEOPLE[who], "EMAIL": f"{who}@example.org"}
    return {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in person.items()}
