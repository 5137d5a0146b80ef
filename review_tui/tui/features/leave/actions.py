"""The word before leaving."""

from review_tui.application.session_summary import summarise_session
from review_tui.tui.features.leave.dialog import LEAVE, LeaveDialog
from review_tui.tui.main_screen import MainScreen


async def may_leave(screen: MainScreen) -> bool:
    """Whether to leave now: asks only where something was recorded in this session."""
    done = summarise_session(screen.session.recorded)
    return done.is_empty or await screen.acts.ask(LeaveDialog(done)) == LEAVE
