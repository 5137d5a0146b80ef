"""Asking what can't be told from a file of minutes: its day, who met, which item some acts are about."""

from textual.content import Content

from review_tui.model.meeting import Item
from review_tui.model.visible import visible
from review_tui.tui.dialogs.pick import PickDialog
from review_tui.tui.features.file_questions.dialog import ALL_DETAILS, AboutMeetingDialog
from review_tui.tui.main_screen import MainScreen


async def ask_about_file(screen: MainScreen) -> None:
    """Ask for all that is unsure of the open meeting, where an answer can be kept."""
    unsure = screen.session.meeting.meeting.unsure
    if not unsure or screen.session.read_only:
        return
    if unsure.date or unsure.body:
        await _ask_about_meeting(screen)
    await ask_which_items(screen)


async def details(screen: MainScreen) -> None:
    """Put right when the meeting was, who met, where and who was there."""
    meeting = screen.session.meeting.meeting
    said = await screen.acts.ask(AboutMeetingDialog(meeting, ALL_DETAILS))
    if said:
        await screen.acts.do(lambda: screen.context.review.describe(meeting, said))


async def ask_which_items(screen: MainScreen) -> None:
    """Ask for each item with acts that lost its place in the file which it is now."""
    for lost in screen.session.meeting.meeting.unsure.lost:
        if not await _ask_which_item(screen, lost):
            return


async def _ask_about_meeting(screen: MainScreen) -> None:
    meeting = screen.session.meeting.meeting
    said = await screen.acts.ask(AboutMeetingDialog(meeting))
    if said:
        await screen.acts.do(lambda: screen.context.review.describe(meeting, said))


async def _ask_which_item(screen: MainScreen, lost: Item) -> bool:
    """Whether it was settled."""
    meeting = screen.session.meeting
    gone = {item.id for item in meeting.meeting.unsure.lost}
    views = [view for view in meeting.items if view.item.id not in gone]
    lines = [Content(visible(f"{view.item.number}  {view.item.title}".strip())) for view in views]
    about = Content(
        visible(
            f"What was done with “{lost.title}” has lost its place: its heading or text was changed in "
            "another program. Nothing is lost; u takes your answer back."
        )
    )
    picked = await screen.acts.ask(PickDialog("Which item is it now?", lines, about=about))
    if picked is None:
        return False
    return await screen.acts.do(
        lambda: screen.context.review.identify_item(meeting.meeting, lost.id, views[picked])
    )
