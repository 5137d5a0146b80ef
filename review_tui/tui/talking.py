"""The acts that say something of the minutes: flag, approve, object, reply, settle.

Each asks, hands the answer to a service and says how it went. Whether a move can be made is asked of the
item; what it does is the service's.
"""

from review_tui.domain.acts import FlagKind, Outcome
from review_tui.domain.findings import Finding
from review_tui.domain.quotes import occurrences, quote_at
from review_tui.domain.standing import Move
from review_tui.domain.text import Span
from review_tui.tui.open_item import Thing
from review_tui.tui.presenters.sentences import plain
from review_tui.tui.screens.approve import ApproveDialog
from review_tui.tui.screens.flag import FlagDialog
from review_tui.tui.screens.words import WordsDialog
from review_tui.tui.stage import Here, Stage

NO_FLAG = "There is no open flag on this passage. Press t for the things to look at."
OUTCOMES = (
    ("accepted as it stands", Outcome.ACCEPTED.value),
    ("amended", Outcome.AMENDED.value),
    ("held for later", Outcome.HELD.value),
    ("withdrawn (your own flags only)", Outcome.WITHDRAWN.value),
)
ABOUT_DATES = frozenset({"period", "weekday", "date"})
"""Checks whose findings make flags of the kind date."""


async def flag(stage: Stage, here: Here) -> None:
    """Flag the chosen words, else those of the finding here (it fills in the form), else the passage."""
    if not stage.may(Move.FLAG):
        return
    view, span = here.item.view, _span_to_flag(here)
    words = span.of(view.draft.text)
    keeper = here.keeper(stage.desk, "flag", words)
    found = here.thing.finding if here.thing and here.thing.span == span else None
    kind = FlagKind.DATE if found and found.check in ABOUT_DATES else FlagKind.WORDING
    comment, suggest = (found.message, "") if found else ("", "")
    if found and found.suggestion:
        suggest = found.suggestion.text
    if here.resumed:
        comment, suggest = here.resumed.words, here.resumed.reason
    given = await stage.ask(FlagDialog(words, keeper, kind=kind, comment=comment, suggest=suggest))
    if given and await stage.do(
        lambda: stage.desk.review.flag(
            view, quote_at(view.draft.text, span), given.kind, given.comment, given.suggest
        )
    ):
        keeper.give_up()


async def approve(stage: Stage, here: Here) -> None:
    """Approve the item after showing what is approved."""
    item = here.item
    if stage.may(Move.APPROVE) and await stage.ask(ApproveDialog(item, stage.who)):
        await stage.do(lambda: stage.desk.review.approve(item.view))


async def object_to(stage: Stage, here: Here) -> None:
    """Object to the item."""
    if not stage.may(Move.OBJECT):
        return
    view = here.item.view
    about = plain(f"Item {view.item.number}: {view.item.title}")
    keeper = here.keeper(stage.desk, "object", "")
    heading, prompt = "Object to this item", "What do you object to?"
    given = await stage.ask(WordsDialog(heading, about, prompt, keeper, words=_typed_before(here)))
    if given and await stage.do(lambda: stage.desk.review.object(view, given.words)):
        keeper.give_up()


async def reply(stage: Stage, here: Here) -> None:
    """Reply to the flag at the cursor."""
    if not stage.may(Move.REPLY):
        return
    thing = _flag_meant(here)
    if thing is None or thing.flag is None:
        stage.say(NO_FLAG)
        return
    target = thing.flag.conversation.flag
    heading, about = f"Reply to {target.by.name}", plain(target.comment)
    keeper = here.keeper(stage.desk, "reply", target.id)
    given = await stage.ask(WordsDialog(heading, about, "Your reply", keeper, words=_typed_before(here)))
    if given and await stage.do(lambda: stage.desk.review.reply(here.item.view, target.id, given.words)):
        keeper.give_up()


async def settle(stage: Stage, here: Here) -> None:
    """Settle the flag at the cursor; with none there, dismiss the finding, else lift an objection."""
    if here.thing and here.thing.finding and _flag_meant(here) is None:
        await _dismiss(stage, here, here.thing.finding)
        return
    if not stage.may(Move.SETTLE):
        return
    view, thing = here.item.view, _flag_meant(here)
    choices: tuple[tuple[str, str], ...] = OUTCOMES
    if thing and thing.flag:
        target, about = thing.flag.conversation.flag.id, plain(thing.flag.conversation.flag.comment)
    elif view.state.objections:
        objection = view.state.objections[0]
        target, about = objection.id, plain(f"{objection.by.name} objects: {objection.comment}")
        choices = (("withdrawn", Outcome.WITHDRAWN.value),)
    else:
        stage.say(NO_FLAG)
        return
    keeper = here.keeper(stage.desk, "settle", target)
    dialog = WordsDialog("Settle", about, "Why?", keeper, words=_typed_before(here), choices=choices)
    given = await stage.ask(dialog)
    if given and await stage.do(
        lambda: stage.desk.review.settle(view, target, Outcome(given.choice), given.words)
    ):
        keeper.give_up()


async def _dismiss(stage: Stage, here: Here, finding: Finding) -> None:
    if not stage.may(Move.DISMISS):
        return
    keeper = here.keeper(stage.desk, "settle", finding.fingerprint)
    prompt = "Why is it right as it stands?"
    heading = "Dismiss this finding"
    dialog = WordsDialog(heading, plain(finding.message), prompt, keeper, words=_typed_before(here))
    given = await stage.ask(dialog)
    if given and await stage.do(lambda: stage.desk.review.dismiss(here.item.view, finding, given.words)):
        keeper.give_up()


def _span_to_flag(here: Here) -> Span:
    """Chosen words, else the words typed about before, else those of the finding here, else the passage."""
    words = here.passage.words
    if here.resumed:
        text = here.item.view.draft.text
        inside = [s for s in occurrences(text, here.resumed.original) if words.holds(s)]
        return inside[0] if len(inside) == 1 else words
    finding = here.thing.span if here.thing and here.thing.finding else None
    return here.chosen or finding or words


def _flag_meant(here: Here) -> Thing | None:
    """The flag that was being answered before, else the one at the cursor."""
    if here.resumed is None:
        return here.flag
    things = (t for t in here.item.things if t.flag)
    return next((t for t in things if t.flag and t.flag.conversation.flag.id == here.resumed.original), None)


def _typed_before(here: Here) -> str:
    return here.resumed.words if here.resumed else ""
