"""Asking whether the programs may run that the settings of a copy of a book name."""

import asyncio
from collections.abc import Sequence

from textual.content import Content

from review_tui.application.programs import NamedPrograms
from review_tui.tui.dialogs.pick import PickDialog
from review_tui.tui.main_screen import MainScreen
from review_tui.tui.presenters.status_lines import plain

HEADING = "This copy of the book names programs"
_NONE, _RUN = "Run none of them", "Let them run when I record something: I know what they are"
_READ = "Go on: none of them is ever run here"
_MOST = 6
"""Sentences that a dialog has room for."""


async def ask_about_programs(screen: MainScreen) -> None:
    """On opening: ask, where nobody has been asked of exactly these."""
    found = await asyncio.to_thread(screen.context.programs.unanswered)
    if found is not None:
        await _ask(screen, found)


async def programs(screen: MainScreen) -> None:
    """Show what the copy of the book names, and take another answer."""
    found = await asyncio.to_thread(screen.context.programs.found)
    if not found.fingerprint:
        screen.say("The settings of this copy of the book name no programs.")
        return
    await _ask(screen, found)


async def _ask(screen: MainScreen, found: NamedPrograms) -> None:
    choices = [Content(_NONE), Content(_RUN)] if found.on_recording else [Content(_READ)]
    picked = await screen.acts.ask(PickDialog(HEADING, choices, about=_about(found)))
    if picked is None:
        return
    await asyncio.to_thread(lambda: screen.context.programs.keep(found, may_run=picked == 1))
    await screen.reload()
    said = "They run when something is recorded." if picked else "None of them is run."
    screen.say(f"{said}  To say otherwise: Ctrl+P, Programs of this copy")


def _about(found: NamedPrograms) -> Content:
    parts = []
    if found.on_recording:
        parts += ["None of these has been run. If you let them, they run when you record:"]
        parts += _shortened(found.on_recording)
    if found.by_git:
        parts += ["Never run here, only by git where somebody uses it by hand:", *_shortened(found.by_git)]
    return plain("\n".join(parts))


def _shortened(sentences: Sequence[str]) -> list[str]:
    more = [f"  and {len(sentences) - _MOST} more: review-tui programs"] if len(sentences) > _MOST else []
    return [*(f"  {sentence}" for sentence in sentences[:_MOST]), *more]
