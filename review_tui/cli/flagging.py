"""The commands about flags: raising, listing, answering, picking their place, settling."""

import argparse
from collections.abc import Iterator

from review_tui.cli import describe
from review_tui.cli.acting import at_item, only_one, tell
from review_tui.cli.house import House
from review_tui.cli.lines import say_flag
from review_tui.cli.output import complain, give_json, say
from review_tui.domain.acts import FlagKind, Outcome
from review_tui.domain.flag_filter import FlagFilter
from review_tui.domain.quotes import quote_at
from review_tui.domain.refusals import Refusal, WrongUsage
from review_tui.domain.text import Span
from review_tui.services.desk import Desk
from review_tui.services.reading import ItemView, PlacedFlag


def flag(house: House, asked: argparse.Namespace) -> int:
    """Mark exact words, or a gap."""
    desk, view = at_item(house, asked)
    place = _place(view, asked)
    _known_kind(desk, asked.kind)
    quote = quote_at(view.draft.text, place)
    return tell(asked, desk.review.flag(view, quote, asked.kind, asked.comment, asked.suggest))


def flags(house: House, asked: argparse.Namespace) -> int:
    """List flags."""
    desk = house.desk(asked.book)
    wanted = FlagFilter(tuple(asked.kind), tuple(asked.by), tuple(asked.state))
    if any(not who.strip() for who in asked.by):
        raise WrongUsage("--by wants part of a name, or an address.")
    found: list[tuple[ItemView, PlacedFlag]] = []
    for view in _views(desk, asked.item):
        found += [(view, it) for it in desk.reading.flags(view) if wanted.keeps(it.conversation)]
    if not any(it.conversation.flag.kind.casefold() in _folded(asked.kind) for _, it in found):
        for kind in asked.kind:
            _known_kind(desk, kind)
    if asked.json:
        give_json(
            [
                {
                    "meeting": view.meeting.id,
                    "item": view.item.id,
                    "number": view.item.number,
                    **describe.flag(it, view.draft.text),
                }
                for view, it in found
            ]
        )
        return 0
    last = ""
    for view, it in found:
        if view.name != last:
            say(*([""] if last else []), f"{view.name}: {view.item.title}")
            last = view.name
        say_flag(it, view.draft.text)
    if not found:
        say("No flags." if not (asked.kind or asked.by or asked.state) else "No such flags.")
    return 0


def reply(house: House, asked: argparse.Namespace) -> int:
    """Add to a flag's conversation."""
    desk, view, target = _at_flag(house, asked)
    return tell(asked, desk.review.reply(view, target, asked.comment))


def pick(house: House, asked: argparse.Namespace) -> int:
    """Say where a flag's words stand now."""
    desk, view, target = _at_flag(house, asked)
    return tell(asked, desk.answering.pick(view, target, _place(view, asked), asked.comment))


def settle(house: House, asked: argparse.Namespace) -> int:
    """Say what became of a flag."""
    desk, view, target = _at_flag(house, asked)
    return tell(asked, desk.review.settle(view, target, Outcome(asked.outcome), asked.reason))


def dismiss(house: House, asked: argparse.Namespace) -> int:
    """Say that a finding is none."""
    desk, view = at_item(house, asked)
    wanted = asked.finding.removeprefix("v1:")
    found = [
        f
        for f in desk.checking.of_item(view).findings
        if wanted and f.fingerprint.removeprefix("v1:").startswith(wanted)
    ]
    if not found:
        raise Refusal(
            f"Item {view.item.number} has no finding {asked.finding}. See `review-tui check --json`."
        )
    if len(found) > 1:
        raise WrongUsage(f"More than one fingerprint begins with “{asked.finding}”. Give more of it.")
    return tell(asked, desk.review.dismiss(view, found[0], asked.reason))


def _at_flag(house: House, asked: argparse.Namespace) -> tuple[Desk, ItemView, str]:
    desk = house.desk(asked.book)
    return desk, *desk.reading.find_flag(asked.flag)


def _views(desk: Desk, asked: str | None) -> Iterator[ItemView]:
    """The item that was asked for, or every item of the book that can be read."""
    if asked:
        yield desk.reading.find(asked)
        return
    meetings, problems = desk.reading.meetings()
    for problem in problems:
        complain(f"! {problem}")
    for meeting in meetings:
        view = desk.reading.meeting(meeting)
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


def _known_kind(desk: Desk, kind: str) -> None:
    known = (*(k.value for k in FlagKind), *desk.reading.policy()[0].flag_kinds)
    if kind not in known:
        raise WrongUsage(f"“{kind}” is no kind of flag. There are {', '.join(known)}.")


def _folded(words: list[str]) -> set[str]:
    return {word.casefold() for word in words}
