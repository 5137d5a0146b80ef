"""The commands that change the minutes or judge them: each is one call of a service, and so one commit."""

import argparse

from review_tui.cli import describe
from review_tui.cli.house import House
from review_tui.cli.output import give_json, say
from review_tui.domain.quotes import occurrences
from review_tui.domain.refusals import BookUnusable, Refusal, WrongUsage
from review_tui.domain.text import Span, digits_of, line_number, short_digest
from review_tui.services.acting import Done
from review_tui.services.desk import Desk
from review_tui.services.reading import ItemView


def amend(house: House, asked: argparse.Namespace) -> int:
    """Change the minutes."""
    desk, view = at_item(house, asked)
    if asked.nth and not asked.replace:
        raise WrongUsage("--nth goes with --replace.")
    targets = [desk.reading.find_flag(given)[1] for given in asked.settles]
    if asked.recorded:
        return tell(asked, desk.review.record_outside_edit(view, asked.reason, targets))
    _still(view, asked.text)
    if asked.file:
        text = house.file_text(asked.file)
    else:
        old, new = asked.replace
        words = only_one(view, old, asked.nth)
        text = view.draft.text[: words.start] + new + view.draft.text[words.end :]
    return tell(asked, desk.review.amend(view, text, asked.reason, targets))


def approve(house: House, asked: argparse.Namespace) -> int:
    """Approve the text as it stands."""
    desk, view = at_item(house, asked)
    _still(view, asked.text)
    findings = len(desk.checking.of_item(view).findings)
    shown = f" {findings} finding{'s are' if findings > 1 else ' is'} still shown in it." if findings else ""
    done = desk.review.approve(view)
    own = any(objection.by.is_same(done.entry.by) for objection in view.state.objections)
    lifted = " Your objection is lifted." if own else ""
    return tell(asked, done, f"The text is {short_digest(view.draft.digest)}.{lifted}{shown}")


def object_to(house: House, asked: argparse.Namespace) -> int:
    """Say that the text is not right."""
    desk, view = at_item(house, asked)
    return tell(asked, desk.review.object(view, asked.comment))


def receipt(house: House, asked: argparse.Namespace) -> int:
    """Say that one has read the text and has no comment."""
    desk, view = at_item(house, asked)
    _still(view, asked.text)
    return tell(asked, desk.answering.receipt(view), f"The text is {short_digest(view.draft.digest)}.")


def _still(view: ItemView, said: str | None) -> None:
    """Refuse when the text is no longer the one with the digest ``said``, if that was given."""
    if said is None:
        return
    digits = digits_of(said)
    if digits is None:
        raise WrongUsage(f"“{said}” is no digest: give at least its first eight digits, as `show` prints it.")
    if not view.draft.digest.removeprefix("v1:").startswith(digits):
        raise Refusal(
            f"The minutes of item {view.item.number} have changed: the text is now {view.draft.digest}. "
            "Read it again first."
        )


def at_item(house: House, asked: argparse.Namespace) -> tuple[Desk, ItemView]:
    """The desk and the item that a command is about."""
    desk = house.desk(asked.book)
    return desk, desk.reading.find(asked.item)


def needs_history(desk: Desk, path: str) -> None:
    """Refuse to tell of the past where nothing of ``path`` can be known of it, because git can't be asked."""
    blocked = desk.history.why_read_only()
    if blocked and not desk.history.log([path], 1):
        raise BookUnusable(blocked)


def only_one(view: ItemView, words: str, nth: int | None) -> Span:
    """The place of ``words`` in the minutes; a refusal that lists the places when there is a choice."""
    text = view.draft.text
    if not words:
        raise WrongUsage("Give the words that are meant; they can't be empty.")
    found = occurrences(text, words)
    if not found:
        raise Refusal(f"The minutes of item {view.item.number} do not say “{words}”.")
    if nth is not None:
        if nth > len(found):
            raise Refusal(f"“{words}” stands only {len(found)} time(s) in item {view.item.number}.")
        return found[nth - 1]
    if len(found) > 1:
        lines = ", ".join(f"{n} on line {line_number(text, s.start)}" for n, s in enumerate(found[:9], 1))
        raise Refusal(
            f"“{words}” stands in {len(found)} places ({lines}). Quote more, or say which with --nth."
        )
    return found[0]


def tell(asked: argparse.Namespace, done: Done, more: str = "") -> int:
    """Print how an act went; the exit code."""
    if asked.json:
        give_json(describe.done(done))
    else:
        name = f" ({done.act.id})" if done.act else ""
        say(" ".join(part for part in (f"{done.sentence.rstrip('.')}{name}.", more) if part))
    return 0
