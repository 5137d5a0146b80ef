"""Asks on the terminal, once, by what name and address somebody acts, so that a command can go on."""

import sys

from review_tui.application.book_context import BookContext
from review_tui.cli.output import complain
from review_tui.model.errors import NameUnknown
from review_tui.model.people import Reviewer, why_not_named

_TRIES = 3
"""Times that a name is asked for."""


def can_ask() -> bool:
    """Whether somebody sits at a terminal who could answer."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def introduce(context: BookContext, unknown: NameUnknown) -> bool:
    """Ask for name and address and keep them where the person says; whether that was done."""
    complain("What you record carries your name and e-mail address, and they are not known here yet.")
    for _ in range(_TRIES):
        name = unknown.name or _ask_line("Your name: ")
        email = unknown.email or _ask_line("Your e-mail address: ")
        refusal = why_not_named(name, email)
        if not refusal:
            break
        complain(refusal)
    else:
        return False
    answer = _ask_line("Keep them for this book only, or for all your books? [book/all] (book): ").casefold()
    is_for_all = answer in {"a", "all"}
    context.history.name_reviewer(Reviewer(name, email), is_for_all=is_for_all)
    where = "your own git settings, for all your books" if is_for_all else "this book's git settings"
    complain(f"Kept in {where}.")
    return True


def _ask_line(question: str) -> str:
    """One line from the terminal; the question goes where answers of the command do not."""
    sys.stderr.write(question)
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.strip()
