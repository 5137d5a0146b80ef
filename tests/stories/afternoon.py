"""A story told in lines, done by a robot office, with plain count kept of what it must leave behind."""

import shlex
import shutil
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.stories.office import MEETING, TEXTS, Office, Told, item_id

TWIN = "The footpath at Howdale had been closed since January."
VERBS = {
    "amend": ("Amend item", "", "Text"),
    "approve": ("Approve item", "approval", "Text"),
    "correct": ("Correct item", "correction", "Correction"),
    "flag": ("Flag item", "flag", "Flag"),
    "link": ("Confirm evidence in item", "evidence", "Evidence"),
    "object": ("Object to item", "objection", "Objection"),
    "pick": ("Place item", "reply", "Flag"),
    "receipt": ("Read item", "receipt", "Text"),
    "redo": ("Redo: ", "", "Redoes"),
    "reopen": ("Reopen the minutes of Parish Council", "reopening", "Reopens"),
    "reply": ("Reply on item", "reply", "Flag"),
    "revert": ("Amend item", "", "Undoes"),
    "settle": ("Settle item", "disposition", "Settles"),
    "sign-off": ("Sign off the minutes of Parish Council", "sign-off", "Sign-off"),
    "undo": ("Undo: ", "", "Undoes"),
}
"""For each command: how its subject begins, the kind of act file it leaves, a trailer it must have.

An amendment leaves a disposition for each flag that it settles.
"""


@dataclass
class Afternoon:
    """What was done, as whoever did it knows."""

    office: Office
    done: list[tuple[str, str, str]] = field(default_factory=list)
    """Who, the command's first word, the commit it was told."""
    stacks: dict[str, list[list[str]]] = field(default_factory=dict)
    """For each person the kinds of files that each of their acts left behind; undone ones are gone."""
    undone: list[list[str]] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)

    def goes_on(self, story: str) -> None:
        """Do what the lines of ``story`` say."""
        for line in story.strip().splitlines():
            who, *words = shlex.split(line)
            if who == "not":
                self.is_refused(words[0], words[1:])
                continue
            name = words.pop(0).removesuffix("=") if words[0].endswith("=") else ""
            self.outside(words)
            made = self.does(who, words)
            if name:
                self.names[name] = made["act"]["id"]

    def does(self, who: str, words: list[str]) -> dict[str, Any]:
        """One act, told to the history and to whoever keeps count."""
        told = self.tries(who, words)
        assert told.code == 0, (words, told)
        made: dict[str, Any] = told.json
        verb = words[0]
        self.done.append((who, verb, made["commit"]))
        subject, kind, _ = VERBS[verb]
        assert made["subject"].startswith(subject)
        mine = self.stacks.setdefault(who, [])
        if verb == "undo":
            self.undone.append(mine.pop())
        elif verb == "redo":
            mine.append(self.undone.pop())
        else:
            mine.append(["disposition"] * words.count("--settles") or [kind][: len(kind)])
        return made

    def is_refused(self, who: str, words: list[str]) -> None:
        """Something that can't be done, is said so in a sentence, and leaves nothing behind."""
        before = self.office.git("rev-parse", "HEAD")
        told = self.tries(who, words)
        assert (told.code, bool(told.json["refused"])) == (1, True), (words, told)
        assert self.office.git("rev-parse", "HEAD") == before

    def tries(self, who: str, words: list[str]) -> Told:
        """A command, with the names of earlier acts in it."""
        return self.office.does(who, *(self.names.get(w.removeprefix("@"), w) for w in words), "--json")

    def outside(self, words: list[str]) -> None:
        """What people do with other programs before some commands."""
        if "twins.md" in words:
            (self.office.top / "twins.md").write_text(f"{TWIN}\n\n{TEXTS['4']}", encoding="utf-8")
        if "--recorded" in words:
            path = f"{MEETING}/{item_id(5)}/minutes.md"
            self.office.write(path, self.office.minutes(5).replace("officers.", "officer."))

    @property
    def kinds(self) -> Counter[str]:
        """The kinds of acts that have to be there."""
        return Counter(kind for stack in self.stacks.values() for kinds in stack for kind in kinds)

    def copy(self, folder: Path) -> Office:
        """The book as it is, for somebody to try something."""
        shutil.copytree(self.office.top, folder / "copy")
        return Office(folder / "copy")
