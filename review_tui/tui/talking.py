"""The acts that say something of the minutes: flag, object, reply, settle.

Each asks, hands the answer to a service and says how it went. Whether a move can be made is asked of the
item; what it does is the service's.
"""

from collections.abc import Callable

from textual.content import Content

from review_tui.domain.acts import Flag, FlagKind, Objection, Outcome, kind_for
from review_tui.domain.findings import Finding
from review_tui.domain.quotes import occurrences, quote_at
from review_tui.domain.standing import Move, why_not_settle
from review_tui.domain.text import Span
from review_tui.services.acting import Done
from review_tui.tui.open_item import Thing
from review_tui.tui.presenters.flags import asked_about
from review_tui.tui.presenters.sentences import plain
from review_tui.tui.screens.flag import FlagDialog
from review_tui.tui.screens.words import WordsAnswer, WordsDialog
from review_tui.tui.stage import Here, Stage

NO_FLAG = "There is no open flag on this passage. Press t for the things to look at."
OUTCOMES = (
    ("accepted as it stands", Outcome.ACCEPTED),
    ("amended", Outcome.AMENDED),
    ("held for later", Outcome.HELD),
    ("withdrawn", Outcome.WITHDRAWN),
)


async def flag(stage: Stage, here: Here) -> None:
    """Flag the chosen words, else those of the finding here (it fills in the form), else the passage."""
    if not stage.may(Move.FLAG):
        return
    view, span = here.item.view, _span_to_flag(here)
    if span is None:
        stage.say("The words that this flag was about stand elsewhere or twice now. Choose them and press f.")
        return
    words = span.of(view.draft.text)
    keeper = here.keeper(stage.desk, "flag", words)
    found = here.thing.finding if here.thing and here.thing.span == span else None
    kind = kind_for(found.check) if found else FlagKind.WORDING
    comment = found.message if found else ""
    suggest = found.suggestion.text if found and found.suggestion else ""
    before = here.typed_before(stage.desk, "flag", words)
    if before:
        comment, suggest = before.words, before.reason
    whole = span == here.passage.words and here.chosen is None
    kinds = view.state.terms.policy.flag_kinds
    dialog = FlagDialog(words, keeper, kind=kind, comment=comment, suggest=suggest, whole=whole, kinds=kinds)
    given = await stage.ask(dialog)
    if given is None:
        return
    quote = quote_at(view.draft.text, Span(span.end, span.end) if given.is_gap else span)
    if await stage.do(lambda: stage.desk.review.flag(view, quote, given.kind, given.comment, given.suggest)):
        keeper.give_up()


async def object_to(stage: Stage, here: Here) -> None:
    """Object to the item."""
    if not stage.may(Move.OBJECT):
        return
    view = here.item.view
    about = plain(f"Item {view.item.number}: {view.item.title}")
    await _words(
        stage,
        here,
        ("object", ""),
        ("Object to this item", about, "What do you object to?"),
        lambda given: stage.desk.review.object(view, given.words),
    )


async def reply(stage: Stage, here: Here) -> None:
    """Reply to the flag that the reviewer is looking at."""
    if not stage.may(Move.REPLY):
        return
    talk = _flag_meant(here)
    if talk is None:
        stage.say(NO_FLAG)
        return
    await _words(
        stage,
        here,
        ("reply", talk.id),
        (f"Reply to {talk.by.name}", asked_about(talk), "Your reply"),
        lambda given: stage.desk.review.reply(here.item.view, talk.id, given.words),
    )


async def settle(stage: Stage, here: Here) -> None:
    """Settle the flag or objection that the reviewer is looking at, or dismiss the finding."""
    finding = _finding_meant(here)
    if finding:
        await _dismiss(stage, here, finding)
        return
    if not stage.may(Move.SETTLE):
        return
    view, talk, objection = here.item.view, _flag_meant(here), _objection_meant(here)
    target = talk or objection
    if target is None:
        stage.say(NO_FLAG)
        return
    # What the reviewer may not choose is not offered; when nothing is left, the reason is said.
    me = stage.desk.history.reviewer()
    refusals = {o: why_not_settle(view.state, target.id, o, me) for _, o in OUTCOMES}
    choices = tuple((words, o.value) for words, o in OUTCOMES if not refusals[o])
    if not choices:
        stage.say(refusals[Outcome.WITHDRAWN])
        return
    heading = "Settle this flag" if talk else "Lift your objection"
    about = asked_about(talk) if talk else plain(target.comment)
    await _words(
        stage,
        here,
        ("settle", target.id),
        (heading, about, "Why?"),
        lambda given: stage.desk.review.settle(view, target.id, Outcome(given.choice), given.words),
        choices,
    )


async def _dismiss(stage: Stage, here: Here, finding: Finding) -> None:
    if not stage.may(Move.DISMISS):
        return
    await _words(
        stage,
        here,
        ("settle", finding.fingerprint),
        ("Dismiss this finding", plain(finding.message), "Why is it right as it stands?"),
        lambda given: stage.desk.review.dismiss(here.item.view, finding, given.words),
    )


async def _words(
    stage: Stage,
    here: Here,
    purpose: tuple[str, str],
    asked: tuple[str, Content, str],
    act: Callable[[WordsAnswer], Done],
    choices: tuple[tuple[str, str], ...] = (),
) -> None:
    """Ask for words, going on with what was typed before, and act on them."""
    keeper = here.keeper(stage.desk, *purpose)
    before = here.typed_before(stage.desk, *purpose)
    dialog = WordsDialog(*asked, keeper, words=before.words if before else "", choices=choices)
    given = await stage.ask(dialog)
    if given and await stage.do(lambda: act(given)):
        keeper.give_up()


def _span_to_flag(here: Here) -> Span | None:
    """Chosen words, else the words typed about before, else those of the finding here, else the passage."""
    words = here.passage.words
    if here.resumed:
        found = occurrences(here.item.view.draft.text, here.resumed.original)
        inside = [s for s in found if words.holds(s)]
        return inside[0] if len(inside) == 1 else found[0] if len(found) == 1 else None
    thing = here.thing
    finding = thing.span if thing and thing.finding and thing.passage == here.passage.index else None
    return here.chosen or finding or words


def _finding_meant(here: Here) -> Finding | None:
    """The finding that was being dismissed before, else the one that the reviewer is looking at."""
    if here.resumed is not None:
        return next((f for f in here.item.findings if f.fingerprint == here.resumed.original), None)
    return here.thing.finding if here.thing else None


def _flag_meant(here: Here) -> Flag | None:
    """The flag that was being answered before, else the one that the reviewer is looking at."""
    if here.resumed is not None:
        flags = (c.flag for c in here.item.view.state.flags)
        return next((flag for flag in flags if flag.id == here.resumed.original), None)
    thing: Thing | None = here.thing
    return thing.flag.conversation.flag if thing and thing.flag else None


def _objection_meant(here: Here) -> Objection | None:
    """The objection looked at (or answered before), else the only one there is."""
    if here.resumed:
        objections = here.item.view.state.objections
        return next((o for o in objections if o.id == here.resumed.original), None)
    if here.thing and here.thing.objection:
        return here.thing.objection
    objections = here.item.view.state.objections
    return objections[0] if len(objections) == 1 else None
