"""The commands about flags: raising, listing, answering, picking their place, settling."""

import argparse
from collections.abc import Iterator

from review_tui.application.book_context import BookContext
from review_tui.application.reading import ItemView, PlacedFlag
from review_tui.cli import json_shapes
from review_tui.cli.minutes_commands import at_item, item_called, only_one, tell
from review_tui.cli.output import complain, give_json, say
from review_tui.cli.ports import Backend
from review_tui.cli.text_lines import say_flag
from review_tui.model.acts import DispositionOutcome, FlagKind
from review_tui.model.errors import Refusal, WrongUsage
from review_tui.model.flag_filter import FlagFilter
from review_tui.model.quotes import quote_at
from review_tui.model.text import Span


def flag(backend: Backend, asked: argparse.Namespace) -> int:
    """Mark exact words, or a gap."""
    context, view = at_item(backend, asked)
    place = _place(view, asked)
    _known_kind(context, asked.kind)
    quote = quote_at(view.draft.text, place)
    return tell(asked, context.review.flag(view, quote, asked.kind, asked.comment, asked.suggest))


def flags(backend: Backend, asked: argparse.Namespace) -> int:
    """List flags."""
    context = backend.context(asked.book)
    wanted = FlagFilter(tuple(asked.kind), tuple(asked.by), tuple(asked.state))
    if any(not who.strip() for who in asked.by):
        raise WrongUsage("--by wants part of a name, or an address.")
    found: list[tuple[ItemView, PlacedFlag]] = []
    for view in _views(context, asked.item):
        found += [(view, it) for it in context.reading.flags(view) if wanted.keeps(it.thread)]
    if not any(it.thread.flag.kind.casefold() in _folded(asked.kind) for _, it in found):
        for kind in asked.kind:
            _known_kind(context, kind)
    if asked.json:
        give_json({"flags": [_listed_flag(view, it) for view, it in found]})
        return 0
    last = ""
    for view, it in found:
        if view.name != last:
            say(*([""] if last else []), f"{view.called}: {view.item.title}")
            last = view.name
        say_flag(it, view.draft.text, view.draft.base.line)
    if not found:
        say("No flags." if not (asked.kind or asked.by or asked.state) else "No such flags.")
    return 0


def _listed_flag(view: ItemView, it: PlacedFlag) -> json_shapes.Json:
    """A flag with the item that it is in."""
    where = {"meeting": view.meeting.id, "item": view.item.id, "number": view.item.number}
    return {**where, **json_shapes.flag(it, view.draft.text, view.draft.base)}


def reply(backend: Backend, asked: argparse.Namespace) -> int:
    """Add to a flag's conversation."""
    context, view, target = _at_flag(backend, asked)
    return tell(asked, context.review.reply(view, target, asked.comment))


def pick(backend: Backend, asked: argparse.Namespace) -> int:
    """Say where a flag's words stand now."""
    context, view, target = _at_flag(backend, asked)
    return tell(asked, context.review.pick(view, target, _place(view, asked), asked.comment))


def settle(backend: Backend, asked: argparse.Namespace) -> int:
    """Say what became of a flag; without one, settle what others changed too."""
    if asked.flag is None:
        from review_tui.cli.sharing_commands import questions  # noqa: PLC0415 -- few have any

        return questions(backend, asked)
    if asked.outcome is None or not asked.reason:
        raise WrongUsage("Say what became of the flag with --as, and why with --reason.")
    context, view, target = _at_flag(backend, asked)
    return tell(asked, context.review.settle(view, target, DispositionOutcome(asked.outcome), asked.reason))


def dismiss(backend: Backend, asked: argparse.Namespace) -> int:
    """Say that a finding is none."""
    context, view = at_item(backend, asked)
    wanted = asked.finding.removeprefix("v1:")
    found = [
        f
        for f in context.checking.of_item(view).findings
        if wanted and f.fingerprint.removeprefix("v1:").startswith(wanted)
    ]
    if not found:
        raise Refusal(
            f"Item {view.item.label} has no finding {asked.finding}. See `review-tui check --json`."
        )
    if len(found) > 1:
        raise WrongUsage(f"More than one fingerprint begins with “{asked.finding}”. Give more of it.")
    return tell(asked, context.review.dismiss(view, found[0], asked.reason))


def _at_flag(backend: Backend, asked: argparse.Namespace) -> tuple[BookContext, ItemView, str]:
    context = backend.context(asked.book)
    return context, *context.reading.find_flag(asked.flag)


def _views(context: BookContext, asked: str | None) -> Iterator[ItemView]:
    """The item that was asked for, or every item of the book that can be read."""
    if asked:
        yield item_called(context, asked)
        return
    meetings, problems = context.reading.meetings()
    for problem in problems:
        complain(f"! {problem}")
    for meeting in meetings:
        view = context.reading.meeting(meeting)
        for problem in view.problems:
            complain(f"! {problem}")
        yield from view.items


def _place(view: ItemView, asked: argparse.Namespace) -> Span:
    """The words that are meant, or the gap right after or before some."""
    if not asked.gap:
        if asked.after is not None or asked.before is not None:
            raise WrongUsage("--after and --before go with --gap.")
        if asked.quote is None:
            raise WrongUsage("Give the exact words with --quote, or --gap with --after or --before.")
        return only_one(view, asked.quote, asked.nth)
    if asked.quote is not None:
        raise WrongUsage("Give either --quote or --gap: a gap has no words.")
    if (asked.after is None) == (asked.before is None):
        raise WrongUsage("Say where the gap is: --gap with either --after TEXT or --before TEXT.")
    beside = only_one(view, asked.before if asked.after is None else asked.after, asked.nth)
    at = beside.start if asked.after is None else beside.end
    return Span(at, at)


def _known_kind(context: BookContext, kind: str) -> None:
    known = (*(k.value for k in FlagKind), *context.reading.policy()[0].flag_kinds)
    if kind not in known:
        raise WrongUsage(f"“{kind}” is no kind of flag. There are {', '.join(known)}.")


def _folded(words: list[str]) -> set[str]:
    return {word.casefold() for word in words}
