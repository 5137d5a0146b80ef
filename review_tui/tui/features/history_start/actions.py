"""Making a history for a book that lies in no repository. Never unasked."""

import asyncio

from textual.content import Content

from review_tui.application.book_context import BookContext
from review_tui.model.errors import NameUnknown
from review_tui.model.people import Reviewer
from review_tui.tui.dialogs.name_dialog import NameAnswer, NameDialog
from review_tui.tui.dialogs.pick import PickDialog
from review_tui.tui.main_screen import MainScreen


async def begin_history(screen: MainScreen) -> None:
    """The book is in no repository: offer to make one. Never unasked."""
    about = Content(
        "This folder keeps no history yet, so nothing can be recorded: no flag, no amendment, no approval. "
        "A history can be made here. It stays on this computer, and your files stay as they are."
    )
    lines = [Content("Only read, for now"), Content("Make one")]
    picked = await screen.acts.ask(PickDialog("This book has no history", lines, about=about))
    if picked != 1:
        return
    try:
        await asyncio.to_thread(screen.context.history.begin)
    except NameUnknown as unknown:
        given = await screen.acts.ask(NameDialog(Reviewer(unknown.name, unknown.email)))
        if given is None:
            raise
        await asyncio.to_thread(_begin_as, screen.context, given)
    await screen.reload()
    screen.say("The history of this book begins here.")


def _begin_as(context: BookContext, given: NameAnswer) -> None:
    """Begin the history under a name that was given just now, kept where its owner says."""
    if given.is_for_all:
        context.history.name_reviewer(given.who, is_for_all=True)
    context.history.begin(None if given.is_for_all else given.who)
