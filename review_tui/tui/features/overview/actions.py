"""Who has read what of the meeting."""

import asyncio

from textual.content import Content

from review_tui.application.receipts import who_has_read
from review_tui.tui.dialogs.page import ReaderScreen
from review_tui.tui.features.overview.presenter import circulation_page
from review_tui.tui.main_screen import MainScreen


async def circulation(screen: MainScreen) -> None:
    """Who has read what since it last changed."""
    view = await asyncio.to_thread(screen.context.reading.meeting_with_history, screen.session.meeting)
    page = circulation_page(who_has_read(view))
    await screen.acts.ask(ReaderScreen(Content("Circulation: who has read what, as it reads now"), page))
