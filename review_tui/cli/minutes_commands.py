"""The commands that change the minutes or judge them: each is one call of a service, and so one commit."""

import argparse

from review_tui.application.act_service import Recorded
from review_tui.application.book_context import BookContext
from review_tui.application.reading import ItemView
from review_tui.cli import json_shapes
from review_tui.cli.item_paths import item_paths
from review_tui.cli.output import complain, give_json, say
from review_tui.cli.ports import Backend
from review_tui.model.errors import Refusal, UnusableBook, WrongUsage
from review_tui.model.rendered import find_words
from review_tui.model.rewrapping import with_replaced
from review_tui.model.text import Span, line_number, parse_digest_digits, short_digest


def amend(backend: Backend, asked: argparse.Namespace) -> int:
    """Change the minutes."""
    context, view = at_item(backend, asked)
    if asked.nth and not asked.replace:
        raise WrongUsage("--nth goes with --replace.")
    targets = [context.reading.find_flag(given)[1] for given in asked.settles]
    if asked.recorded:
        return tell(asked, context.review.record_outside_edit(view, asked.reason, targets))
    _still(view, asked.text)
    if asked.file:
        text = backend.file_text(asked.file)
    else:
        old, new = asked.replace
        text = with_replaced(view.draft.text, only_one(view, old, asked.nth), new)
    return tell(asked, context.review.amend(view, text, asked.reason, targets))


def approve(backend: Backend, asked: argparse.Namespace) -> int:
    """Approve the text as it stands."""
    context, view = at_item(backend, asked)
    _still(view, asked.text)
    open_findings = context.checking.of_item(view).findings
    done = context.review.approve(view)
    own = any(objection.by.is_same(done.entry.by) for objection in view.state.objections)
    lifted = " Your objection is lifted." if own else ""
    if asked.json:
        told = [
            json_shapes.finding(
                found,
                meeting_id=view.meeting.id,
                item_id=view.item.id,
                paths=item_paths(view, "", context.files.item_texts(view.meeting.id)),
            )
            for found in open_findings
        ]
        give_json({**json_shapes.done(done), "open_findings": told})
        return 0
    tell(asked, done, f"Fingerprint of this text: {short_digest(view.draft.digest)}.{lifted}")
    if open_findings:
        say(f"You approved it with {'this' if len(open_findings) == 1 else 'these'} still open:")
        say(*(f"  {found.sentence}" for found in open_findings))
    return 0


def place(backend: Backend, asked: argparse.Namespace) -> int:
    """Say which item of a file the acts are about that have lost their place."""
    context = backend.context(asked.book)
    meetings, _ = context.reading.meetings()
    lost = asked.item.rpartition("/")[2]
    found = [m for m in meetings if m.file and any(item.id == lost for item in m.items)]
    if len(found) != 1:
        raise Refusal(
            f"No item of a file is called “{asked.item}”. `review-tui status` says which lost its place."
        )
    now = context.reading.find(f"{found[0].id}/{asked.now.rpartition('#')[2]}")
    return tell(asked, context.review.identify_item(found[0], lost, now))


def object_to(backend: Backend, asked: argparse.Namespace) -> int:
    """Say that the text is not right."""
    context, view = at_item(backend, asked)
    return tell(asked, context.review.object(view, asked.comment))


def receipt(backend: Backend, asked: argparse.Namespace) -> int:
    """Say that one has read the text and has no comment."""
    context, view = at_item(backend, asked)
    _still(view, asked.text)
    return tell(
        asked,
        context.review.receipt(view),
        f"Fingerprint of this text: {short_digest(view.draft.digest)}.",
    )


def _still(view: ItemView, said: str | None) -> None:
    """Refuse when the text is no longer the one with the digest ``said``, if that was given."""
    if said is None:
        return
    digits = parse_digest_digits(said)
    if digits is None:
        raise WrongUsage(
            f"“{said}” is no fingerprint of a text: give its first eight digits or more, as `show` prints it."
        )
    if not view.draft.digest.removeprefix("v1:").startswith(digits):
        raise Refusal(
            f"The minutes of item {view.item.label} have changed; the fingerprint is {view.draft.digest}. "
            "Read it again first."
        )


def at_item(backend: Backend, asked: argparse.Namespace) -> tuple[BookContext, ItemView]:
    """The book and the item that a command is about."""
    context = backend.context(asked.book)
    return context, item_called(context, asked.item)


def item_called(context: BookContext, asked: str) -> ItemView:
    """The item that ``asked`` names; what is wrong with its meeting's file or the book's is said beside."""
    view = context.reading.find(asked)
    for problem in context.reading.problems_of(view.meeting):
        complain(f"! {problem}")
    return view


def items_of_file(context: BookContext) -> list[str]:
    """The names of the items of the one file that was asked for."""
    meetings, problems = context.reading.meetings()
    for problem in problems:
        complain(f"! {problem}")
    return [f"{meeting.id}/{item.id}" for meeting in meetings[:1] for item in meeting.items]


def needs_history(context: BookContext, path: str) -> None:
    """Refuse to tell of the past where nothing of ``path`` can be known of it, because git can't be asked."""
    blocked = context.history.why_read_only()
    if blocked and not context.history.log([path], 1):
        raise UnusableBook(blocked)


def only_one(view: ItemView, words: str, nth: int | None) -> Span:
    """The place of ``words`` in the minutes; a refusal that lists the places when there is a choice."""
    text = view.draft.text
    if not words:
        raise WrongUsage("Give the words that are meant; they can't be empty.")
    found = find_words(text, words)
    if not found:
        raise Refusal(f"The minutes of item {view.item.label} do not say “{words}”.")
    if nth is not None:
        if nth > len(found):
            raise Refusal(f"“{words}” stands only {len(found)} time(s) in item {view.item.label}.")
        return found[nth - 1]
    if len(found) > 1:
        lines = ", ".join(
            f"{n} on line {line_number(text, s.start) + view.draft.base.line}"
            for n, s in enumerate(found[:9], 1)
        )
        raise Refusal(
            f"“{words}” stands in {len(found)} places ({lines}). Quote more, or say which with --nth."
        )
    return found[0]


def tell(asked: argparse.Namespace, done: Recorded, more: str = "") -> int:
    """Print how an act went; the exit code."""
    if asked.json:
        give_json(json_shapes.done(done))
    else:
        name = f" ({done.act.id})" if done.act else ""
        say(" ".join(part for part in (f"{done.sentence.rstrip('.')}{name}.", more) if part))
    return 0
