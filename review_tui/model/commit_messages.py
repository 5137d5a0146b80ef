"""The commit message of each act: what ``git log`` tells, and trailers that git itself can read."""

import re
from collections.abc import Iterable

from review_tui.model.frozen import frozen
from review_tui.model.meeting import Item
from review_tui.model.visible import visible

SUBJECT = 100
"""Characters at most in a subject line."""
TAKE_IN = "Take in"
"""How the subject begins of a commit that is no reviewer's act: a draft as it was received."""
UNDO, REDO = "Undo: ", "Redo: "
"""How the subjects begin of an act taken back, and of one done again."""
UNDOES, REDOES = "Undoes", "Redoes"
"""Trailers with the commit that was taken back, and with the undo that was."""
RECORDED_BY = "Recorded-by"
CO_AUTHORED_BY = "Co-authored-by"
"""Of git's users: somebody who wrote a commit together with its author."""
"""Trailer with whoever recorded what the commit's author did elsewhere, as in a document that came back."""
BRING_TOGETHER = "Bring together"
"""How the subject begins of a commit that joins two lines of work: it tells what it joined."""
BROUGHT_TOGETHER = "Brought together"
"""The same where it is told what was done."""
JOINS = "Joins"
"""Trailer with the commit whose line it joins to the one that it was made on."""
SPLIT_FROM = "Split-from"
"""Trailer with the file that a meeting's folders were made from, as a path from the top of the repository."""
_SUBJECT = re.compile(r"(?P<verb>[A-Z][a-z]+(?: [a-z]+){0,2}?) item (?P<number>\S{1,40}): (?P<what>.{0,200})")
"""Bounded, as others may write subjects too; ours are at most ``SUBJECT`` characters long."""


@frozen
class ParsedSubject:
    """The parts of a subject that is about an item: ``Amend item 5: the report's period``."""

    verb: str
    number: str
    """The item's number; its id where it has none."""
    what: str


def message(subject: str, body: str, trailers: Iterable[tuple[str, str]]) -> str:
    """A whole message: one subject line, the body, and the trailers as the last paragraph."""
    paragraphs = [one_line(subject)]
    if body.strip():
        paragraphs.append("\n".join(_body_line(line) for line in body.strip().splitlines()))
    paragraphs.append("\n".join(f"{key}: {_whole_line(value)}" for key, value in trailers))
    return "\n\n".join(paragraphs) + "\n"


def subject_about(verb: str, item: Item, what: str) -> str:
    """A subject: ``Amend item 5: the report's period``."""
    return f"{verb} item {item.number or item.id}: {what}"


def parse_subject(subject: str) -> ParsedSubject | None:
    """The parts of a subject that ``subject_about`` wrote; ``None`` for any other."""
    match = _SUBJECT.fullmatch(subject)
    return ParsedSubject(match["verb"], match["number"], match["what"]) if match else None


def one_line(words: str) -> str:
    """``words`` on one line, safe to print, at most ``SUBJECT`` characters long."""
    line = _whole_line(words)
    return line if len(line) <= SUBJECT else line[: SUBJECT - 1].rstrip() + "…"


def _body_line(line: str) -> str:
    """A body line; dashes and # can end the message for git's trailer reader, so such a line is set in."""
    washed = visible(line.rstrip())
    return f" {washed}" if washed.startswith(("---", "#")) else washed


def _whole_line(words: str) -> str:
    """``words`` on one line, safe to print: names that others look things up by are never shortened."""
    return visible(" ".join(words.split()))
