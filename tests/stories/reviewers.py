"""What several reviewers do to the sample book before a story begins."""

import atexit
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from review_tui.application.book_context import BookContext
from review_tui.composition import SAMPLE_ITEM, open_book_context
from review_tui.model.acts import DispositionOutcome
from review_tui.model.quotes import occurrences, quote_at
from review_tui.model.transitions import Move

RULES = """\
reviewers:
  - {name: Dawn Example, email: dawn@example.org, roles: [clerk]}
  - {name: Carol Chair, email: carol@example.org, roles: [chair]}
  - {name: Olu Officer, email: olu@example.org, roles: [officer]}
approval:
  needs: [chair, officer]
flags:
  kinds: [confidential]
"""


WHEN = "2022-03-18T09:30:00+00:00"
"""When the rules were recorded: always the same, so that what follows can be kept (see ``once``)."""


def become(book: Path, name: str) -> None:
    """Somebody else sits down at this computer."""
    address = f"{name.split(maxsplit=1)[0].lower()}@example.org"
    for key, value in (("user.name", name), ("user.email", address)):
        subprocess.run(["git", "-C", str(book), "config", key, value], check=True)


def rule(book: Path, rules: str = RULES) -> None:
    """The book says who reviews and what it asks for."""
    (book / "book.yaml").write_text(rules, encoding="utf-8")
    subprocess.run(
        ["git", "-C", str(book), "commit", "--quiet", "-am", "Say who reviews"],
        check=True,
        env={**os.environ, "GIT_AUTHOR_DATE": WHEN, "GIT_COMMITTER_DATE": WHEN},
    )


def at_desk(book: Path, *jobs: Callable[[BookContext], object]) -> None:
    """Do these at a desk of one's own."""
    context = open_book_context(book)
    for job in jobs:
        job(context)
    context.history.close()


def once(book: Path, name: str, job: Callable[[BookContext], object]) -> None:
    """Do a job of many acts at a desk; where it was done on the same history before, take what it left.

    Many stories begin so. ``name`` tells one job from another.
    """
    top = book.parent
    asked = subprocess.run(
        ["git", "-C", str(top), "-c", "core.abbrev=40", "status", "--porcelain=v2", "--branch"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    who = (top / ".git" / "config").read_text(encoding="utf-8")
    place = _KEPT.get((name, asked, who))
    if place is None:
        at_desk(book, job)
        place = _folder() / str(len(_KEPT))
        shutil.copytree(top, place, symlinks=True)
        _KEPT[name, asked, who] = place
    else:
        shutil.rmtree(top)
        shutil.copytree(place, top, symlinks=True)


_KEPT: dict[tuple[str, str, str], Path] = {}


@cache
def _folder() -> Path:
    folder = tempfile.mkdtemp(prefix="review-tui-stories-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)


def approve_all(book: Path, *names: str) -> None:
    """Each of ``names`` approves every item; Dawn sits there again afterwards."""
    for name in names:
        become(book, name)
        once(book, "approve all", _approve_all)
    become(book, "Dawn Example")


def _approve_all(context: BookContext) -> None:
    (meeting,) = context.reading.meetings()[0]
    for view in context.reading.meeting(meeting).items:
        if not context.review.why_not(Move.APPROVE, view):
            context.review.approve(view)


def look_past(book: Path) -> None:
    """Whoever sits there says of every error that the checks found that it is none."""

    def job(context: BookContext) -> None:
        (meeting,) = context.reading.meetings()[0]
        for view in context.reading.meeting(meeting).items:
            for found in context.checking.of_item(view).findings:
                context.review.dismiss(view, found, "So it was said.")

    once(book, "look past", job)


def sign(book: Path, statement: str = "", dissent: str = "") -> None:
    """Whoever sits there signs the sample meeting off."""

    def job(context: BookContext) -> None:
        (meeting,) = context.reading.meetings()[0]
        context.sign_off.sign(context.sign_off.gate(meeting), statement, dissent)

    at_desk(book, job)


def flag(
    book: Path, words: str, kind: str = "wording", comment: str = "Hm.", item: str = SAMPLE_ITEM
) -> None:
    """Whoever sits there flags words of an item."""

    def job(context: BookContext) -> None:
        view = context.reading.find(item)
        span = occurrences(view.draft.text, words)[0]
        context.review.flag(view, quote_at(view.draft.text, span), kind, comment)

    at_desk(book, job)


def settle_first(book: Path, outcome: DispositionOutcome, reason: str) -> None:
    """Whoever sits there settles the first flag of the sample item."""

    def job(context: BookContext) -> None:
        view = context.reading.find(SAMPLE_ITEM)
        context.review.settle(view, view.state.flags[0].flag.id, outcome, reason)

    at_desk(book, job)


def amend(book: Path, old: str, new: str) -> None:
    """Whoever sits there amends the sample item."""

    def job(context: BookContext) -> None:
        view = context.reading.find(SAMPLE_ITEM)
        context.review.amend(view, view.draft.text.replace(old, new), "As the notes have it.")

    at_desk(book, job)
