"""What several reviewers do to the sample book before a story begins."""

import subprocess
from collections.abc import Callable
from pathlib import Path

from review_tui.domain.acts import Outcome
from review_tui.domain.quotes import occurrences, quote_at
from review_tui.domain.standing import Move
from review_tui.services.desk import Desk
from review_tui.wiring import SAMPLE_ITEM, lay_desk

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


def become(book: Path, name: str) -> None:
    """Somebody else sits down at this computer."""
    address = f"{name.split(maxsplit=1)[0].lower()}@example.org"
    for key, value in (("user.name", name), ("user.email", address)):
        subprocess.run(["git", "-C", str(book), "config", key, value], check=True)


def rule(book: Path, rules: str = RULES) -> None:
    """The book says who reviews and what it asks for."""
    (book / "book.yaml").write_text(rules, encoding="utf-8")
    subprocess.run(["git", "-C", str(book), "commit", "--quiet", "-am", "Say who reviews"], check=True)


def at_desk(book: Path, *jobs: Callable[[Desk], object]) -> None:
    """Do these at a desk of one's own."""
    desk = lay_desk(book)
    for job in jobs:
        job(desk)
    desk.history.close()


def approve_all(book: Path, *names: str) -> None:
    """Each of ``names`` approves every item; Dawn sits there again afterwards."""
    for name in names:
        become(book, name)
        at_desk(book, _approve_all)
    become(book, "Dawn Example")


def _approve_all(desk: Desk) -> None:
    (meeting,) = desk.reading.meetings()[0]
    for view in desk.reading.meeting(meeting).items:
        if not desk.review.why_not(Move.APPROVE, view):
            desk.review.approve(view)


def sign(book: Path, statement: str = "", dissent: str = "") -> None:
    """Whoever sits there signs the sample meeting off."""

    def job(desk: Desk) -> None:
        (meeting,) = desk.reading.meetings()[0]
        desk.signing.sign(desk.signing.gate(meeting), statement, dissent)

    at_desk(book, job)


def flag(
    book: Path, words: str, kind: str = "wording", comment: str = "Hm.", item: str = SAMPLE_ITEM
) -> None:
    """Whoever sits there flags words of an item."""

    def job(desk: Desk) -> None:
        view = desk.reading.find(item)
        span = occurrences(view.draft.text, words)[0]
        desk.review.flag(view, quote_at(view.draft.text, span), kind, comment)

    at_desk(book, job)


def settle_first(book: Path, outcome: Outcome, reason: str) -> None:
    """Whoever sits there settles the first flag of the sample item."""

    def job(desk: Desk) -> None:
        view = desk.reading.find(SAMPLE_ITEM)
        desk.review.settle(view, view.state.flags[0].flag.id, outcome, reason)

    at_desk(book, job)


def amend(book: Path, old: str, new: str) -> None:
    """Whoever sits there amends the sample item."""

    def job(desk: Desk) -> None:
        view = desk.reading.find(SAMPLE_ITEM)
        desk.review.amend(view, view.draft.text.replace(old, new), "As the notes have it.")

    at_desk(book, job)
