"""Saying where a flag's words stand now, when only a person can tell."""

from textual.content import Content

from review_tui.domain.anchors import Fate
from review_tui.domain.standing import Move
from review_tui.domain.text import Span
from review_tui.services.reading import PlacedFlag
from review_tui.tui.presenters.flags import original_words, outcome_words, place_line
from review_tui.tui.presenters.sentences import plain
from review_tui.tui.screens.pick import PickDialog
from review_tui.tui.stage import Here, Stage

NONE_WAITS = (
    "Every flag here has its place. To give the flag you are looking at another: choose the words, press p."
)


async def pick(stage: Stage, here: Here) -> None:
    """Pick where the flag's words stand now: one of the candidates, the chosen words, or the passage here."""
    if not stage.may(Move.REPLY):
        return
    placed = await _flag_meant(stage, here)
    if placed is None:
        return
    spans = _places(here, placed)
    lines = [place_line(here.item, span) for span in spans]
    lines = [line.append(_note(here, span)) for line, span in zip(lines, spans, strict=True)]
    flag = placed.conversation.flag
    about = Content.assemble(
        ("Made on\n", "$text-muted"),
        original_words(flag),
        plain(f"\n\n{flag.by.name}: {flag.comment or '…'}\n{placed.placement.sentence}"),
        "" if here.chosen else ("\nOther words: choose them with Shift+→ first, then p.", "$text-muted"),
    )
    picked = await stage.ask(PickDialog("Which words is this flag about now?", lines, about=about))
    if picked is not None:
        view, span = here.item.view, spans[picked]
        await stage.do(lambda: stage.desk.answering.pick(view, flag.id, span))


async def _flag_meant(stage: Stage, here: Here) -> PlacedFlag | None:
    """The flag looked at if it has no place (or words are chosen for it), else one that has none."""
    looked_at = here.thing.flag if here.thing else None
    lost = [f for f in here.item.flags if _is_adrift(f) and f.conversation.flag in _waiting(here)]
    if looked_at and (_is_adrift(looked_at) or (here.chosen and not lost)):
        return looked_at
    if len(lost) < 2:  # noqa: PLR2004 -- one, or none
        if not lost:
            stage.say(NONE_WAITS)
        return lost[0] if lost else None
    lines = [
        Content.assemble(
            original_words(f.conversation.flag),
            plain(f"\n  {f.conversation.flag.kind}, {outcome_words(f.conversation)}: {f.placement.sentence}"),
        )
        for f in lost
    ]
    picked = await stage.ask(PickDialog("Which flag?", lines))
    return None if picked is None else lost[picked]


def _is_adrift(placed: PlacedFlag) -> bool:
    return placed.placement.fate in {Fate.AMBIGUOUS, Fate.LOST}


def _waiting(here: Here) -> tuple[object, ...]:
    return here.item.view.state.unsettled_flags


def _places(here: Here, placed: PlacedFlag) -> list[Span]:
    """Where it may be: the chosen words, the candidates, the passage at the cursor, the gap after it."""
    found = [here.chosen] if here.chosen else []
    found += placed.placement.candidates
    if not found and here.passage.words.end > here.passage.words.start:
        gap = Span(here.passage.words.end, here.passage.words.end)
        found += [gap] if not placed.conversation.flag.quote.quote else [here.passage.words, gap]
    return list(dict.fromkeys(found))


def _note(here: Here, span: Span) -> Content:
    """What a line stands for where that is not plain."""
    if span == here.chosen:
        said = "  (the words you have chosen)"
    elif span == here.passage.words:
        said = "  (all of the passage at the cursor)"
    elif span.start == span.end:
        said = "  (something is missing here)"
    else:
        said = ""
    return Content.styled(said, "$text-muted")
