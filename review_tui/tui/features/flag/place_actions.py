"""Saying where a flag's words stand now, when only a person can tell."""

from textual.content import Content

from review_tui.anchoring.placement import PlacementKind
from review_tui.application.reading import PlacedFlag
from review_tui.model.text import Span
from review_tui.model.transitions import Move
from review_tui.tui.cursor_context import CursorContext
from review_tui.tui.dialogs.pick import PickDialog
from review_tui.tui.features.flag.presenter import original_words, outcome_words, place_line
from review_tui.tui.main_screen import MainScreen
from review_tui.tui.presenters.status_lines import plain

NONE_WAITS = (
    "Every flag here has its place. To give the flag you are looking at another: choose the words, press p."
)


async def pick(screen: MainScreen, here: CursorContext) -> None:
    """Pick where the flag's words stand now: one of the candidates, the chosen words, or the passage here."""
    if not screen.acts.may(Move.PICK):
        return
    placed = await _flag_to_place(screen, here)
    if placed is None:
        return
    spans = _possible_places(here, placed)
    lines = [place_line(here.item, span) for span in spans]
    lines = [line.append(_note(here, span)) for line, span in zip(lines, spans, strict=True)]
    flag = placed.thread.flag
    about = Content.assemble(
        ("Made on\n", "$text-muted"),
        original_words(flag),
        plain(f"\n\n{flag.by.name}: {flag.comment or '…'}\n{placed.placement.sentence}"),
        "" if here.chosen else ("\nOther words: choose them with Shift+→ first, then p.", "$text-muted"),
    )
    picked = await screen.acts.ask(PickDialog("Which words is this flag about now?", lines, about=about))
    if picked is not None:
        view, span = here.item.view, spans[picked]
        await screen.acts.do(lambda: screen.context.review.pick(view, flag.id, span))


async def _flag_to_place(screen: MainScreen, here: CursorContext) -> PlacedFlag | None:
    """The flag looked at if it has no place (or words are chosen for it), else one that has none."""
    looked_at = here.concern.flag if here.concern else None
    lost = _without_place(here)
    if looked_at and (_is_adrift(looked_at) or (here.chosen and not lost)):
        return looked_at
    if len(lost) < 2:  # noqa: PLR2004 -- one, or none
        if not lost:
            screen.say(NONE_WAITS)
        return lost[0] if lost else None
    lines = [
        Content.assemble(
            original_words(f.thread.flag),
            plain(f"\n  {f.thread.flag.kind}, {outcome_words(f.thread)}: {f.placement.sentence}"),
        )
        for f in lost
    ]
    picked = await screen.acts.ask(PickDialog("Which flag?", lines))
    return None if picked is None else lost[picked]


def is_waiting_for_place(here: CursorContext) -> bool:
    """Whether a flag of the item has lost its place, or words are chosen for one."""
    return bool(here.chosen or _without_place(here))


def _without_place(here: CursorContext) -> list[PlacedFlag]:
    return [f for f in here.item.flags if _is_adrift(f) and f.thread.flag in _waiting(here)]


def _is_adrift(placed: PlacedFlag) -> bool:
    return placed.placement.fate in {PlacementKind.AMBIGUOUS, PlacementKind.LOST}


def _waiting(here: CursorContext) -> tuple[object, ...]:
    return here.item.view.state.unsettled_flags


def _possible_places(here: CursorContext, placed: PlacedFlag) -> list[Span]:
    """Where it may be: the chosen words, the candidates, the passage at the cursor, the gap after it."""
    found = [here.chosen] if here.chosen else []
    found += placed.placement.candidates
    if not found and here.passage.words.end > here.passage.words.start:
        gap = Span(here.passage.words.end, here.passage.words.end)
        found += [gap] if not placed.thread.flag.quote.quote else [here.passage.words, gap]
    return list(dict.fromkeys(found))


def _note(here: CursorContext, span: Span) -> Content:
    """What a line stands for where that is not plain."""
    if span == here.chosen:
        note = "  (the words you have chosen)"
    elif span == here.passage.words:
        note = "  (all of the passage at the cursor)"
    elif span.start == span.end:
        note = "  (something is missing here)"
    else:
        note = ""
    return Content.styled(note, "$text-muted")
