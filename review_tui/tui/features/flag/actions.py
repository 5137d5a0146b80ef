"""The acts that say something of words of the minutes: flag, reply, settle.

Each asks, hands the answer to a service and says how it went. Whether a move can be made is asked of the
item; what it does is the service's.
"""

import asyncio

from review_tui.model.acts import DispositionOutcome, Flag, FlagKind, Objection
from review_tui.model.findings import Finding
from review_tui.model.quotes import quote_at
from review_tui.model.rendered import find_words, words_between
from review_tui.model.text import Span
from review_tui.model.transitions import Move, why_not_settle
from review_tui.tui.cursor_context import CursorContext
from review_tui.tui.dialogs.words_dialog import WordsQuestion
from review_tui.tui.features.flag.dialog import FlagDialog
from review_tui.tui.features.flag.presenter import asked_about, missing_words
from review_tui.tui.main_screen import MainScreen
from review_tui.tui.open_item import Concern
from review_tui.tui.presenters.status_lines import plain

NO_FLAG = "There is no open flag on this passage. t lists the things to look at."
OUTCOMES = (
    ("accepted as it stands", DispositionOutcome.ACCEPTED),
    ("amended", DispositionOutcome.AMENDED),
    ("held for later", DispositionOutcome.HELD),
    ("withdrawn", DispositionOutcome.WITHDRAWN),
)


async def flag(screen: MainScreen, here: CursorContext) -> None:
    """Flag the chosen words, else those of the finding here (it fills in the form), else the passage."""
    if not screen.acts.may(Move.FLAG):
        return
    view, span = here.item.view, _span_to_flag(here)
    if span is None:
        screen.say(
            "The words that this flag was about stand elsewhere or twice now. Choose them and press f."
        )
        return
    words = words_between(view.draft.text, span)
    keeper = here.keeper(screen.context, "flag", words)
    found = here.concern.finding if here.concern and here.concern.span == span else None
    kind = found.flag_kind if found else FlagKind.WORDING
    comment = found.message if found else ""
    suggest = found.suggestion.text if found and found.suggestion else ""
    before = await here.typed_before(screen.context, "flag", words)
    if before:
        comment, suggest = before.words, before.reason
    whole = span == here.passage.words and here.chosen is None
    kinds = view.state.terms.policy.flag_kinds
    missing = missing_words(found) if here.chosen is None else ""
    dialog = FlagDialog(
        words,
        keeper,
        kind=kind,
        comment=comment,
        suggest=suggest,
        whole=whole,
        kinds=kinds,
        missing=missing,
    )
    given = await screen.acts.ask(dialog)
    if given is None:
        return
    quote = quote_at(view.draft.text, Span(span.end, span.end) if given.is_gap else span)
    await screen.acts.do(
        lambda: screen.context.review.flag(view, quote, given.kind, given.comment, given.suggest), keeper
    )


async def reply(screen: MainScreen, here: CursorContext) -> None:
    """Reply to the flag that the reviewer is looking at."""
    if not screen.acts.may(Move.REPLY):
        return
    raised = _flag_at_hand(here)
    if raised is None:
        screen.say(NO_FLAG)
        return
    question = WordsQuestion(
        heading=f"Reply to {raised.by.name}",
        about=asked_about(raised),
        prompt="Your reply",
        do="Send reply",
        records="a reply",
    )
    await screen.acts.ask_words_and_do(
        here,
        ("reply", raised.id),
        question,
        lambda given: screen.context.review.reply(here.item.view, raised.id, given.words),
    )


async def settle(screen: MainScreen, here: CursorContext) -> None:
    """Settle the flag or objection that the reviewer is looking at, or dismiss the finding."""
    finding = _finding_at_hand(here)
    if finding:
        await _dismiss(screen, here, finding)
        return
    if not screen.acts.may(Move.SETTLE):
        return
    view, raised, objection = here.item.view, _flag_at_hand(here), _objection_at_hand(here)
    target = raised or objection
    if target is None:
        screen.say(NO_FLAG)
        return
    # What the reviewer may not choose is not offered; when nothing is left, the reason is said.
    me = await asyncio.to_thread(screen.context.history.reviewer)
    refusals = {o: why_not_settle(view.state, target.id, o, me) for _, o in OUTCOMES}
    choices = tuple((words, o.value) for words, o in OUTCOMES if not refusals[o])
    if not choices:
        screen.say(refusals[DispositionOutcome.WITHDRAWN])
        return
    question = WordsQuestion(
        heading="Close this flag" if raised else "Lift your objection",
        about=asked_about(raised) if raised else plain(target.comment),
        prompt="Reason, for whoever raised it",
        do="Close flag" if raised else "Lift objection",
        records=f"a decision on this {'flag' if raised else 'objection'}",
        choices=choices,
    )
    await screen.acts.ask_words_and_do(
        here,
        ("settle", target.id),
        question,
        lambda given: screen.context.review.settle(
            view, target.id, DispositionOutcome(given.choice), given.words
        ),
    )


async def _dismiss(screen: MainScreen, here: CursorContext, finding: Finding) -> None:
    if not screen.acts.may(Move.DISMISS):
        return
    question = WordsQuestion(
        heading="Dismiss this finding",
        about=plain(finding.message),
        prompt="Why is it right as it stands?",
        do="Dismiss finding",
        records="a decision on this finding",
    )
    await screen.acts.ask_words_and_do(
        here,
        ("settle", finding.fingerprint),
        question,
        lambda given: screen.context.review.dismiss(here.item.view, finding, given.words),
    )


def _span_to_flag(here: CursorContext) -> Span | None:
    """Chosen words, else the words typed about before, else those of the finding here, else the passage."""
    words = here.passage.words
    if here.resumed:
        found = find_words(here.item.view.draft.text, here.resumed.original)
        inside = [s for s in found if words.holds(s)]
        return inside[0] if len(inside) == 1 else found[0] if len(found) == 1 else None
    concern = here.concern
    finding = concern.span if concern and concern.finding and concern.passage == here.passage.index else None
    return here.chosen or finding or words


def _finding_at_hand(here: CursorContext) -> Finding | None:
    """The finding that was being dismissed before, else the one that the reviewer is looking at."""
    if here.resumed is not None:
        return next((f for f in here.item.findings if f.fingerprint == here.resumed.original), None)
    return here.concern.finding if here.concern else None


def _flag_at_hand(here: CursorContext) -> Flag | None:
    """The flag that was being answered before, else the one that the reviewer is looking at."""
    if here.resumed is not None:
        flags = (thread.flag for thread in here.item.view.state.flags)
        return next((flag for flag in flags if flag.id == here.resumed.original), None)
    concern: Concern | None = here.concern
    return concern.flag.thread.flag if concern and concern.flag else None


def _objection_at_hand(here: CursorContext) -> Objection | None:
    """The objection looked at (or answered before), else the only one there is."""
    if here.resumed:
        objections = here.item.view.state.objections
        return next((o for o in objections if o.id == here.resumed.original), None)
    if here.concern and here.concern.objection:
        return here.concern.objection
    objections = here.item.view.state.objections
    return objections[0] if len(objections) == 1 else None
