"""What each key does: the features, gathered into the one table that the main screen is handed.

Importing this imports every feature: the app does it after the first paint.
"""

from textual.content import Content

from review_tui.application.ports import TypedText
from review_tui.tui.cursor_context import CursorContext
from review_tui.tui.dialogs.dialog import DIALOGS
from review_tui.tui.dialogs.page import ReaderScreen
from review_tui.tui.features.amend.actions import RECORD, put_right, record_edit
from review_tui.tui.features.approve.actions import approve, object_to, receipt
from review_tui.tui.features.compare.actions import differences, views, who_wrote
from review_tui.tui.features.correct.actions import CORRECT, amend_or_correct, correct
from review_tui.tui.features.documents.actions import corrections, documents, report, take_back
from review_tui.tui.features.documents.export_actions import export
from review_tui.tui.features.documents.import_actions import import_minutes
from review_tui.tui.features.documents.notes_actions import add_notes
from review_tui.tui.features.draft_restore.actions import offer_typing
from review_tui.tui.features.evidence.actions import link
from review_tui.tui.features.evidence.navigation import walk_gaps
from review_tui.tui.features.file_questions.actions import ask_about_file, ask_which_items, details
from review_tui.tui.features.find.actions import find, find_next
from review_tui.tui.features.flag.actions import flag, reply, settle
from review_tui.tui.features.flag.list_actions import flags
from review_tui.tui.features.flag.place_actions import is_waiting_for_place, pick
from review_tui.tui.features.help.presenter import help_page
from review_tui.tui.features.history.actions import PUT_BACK, history, resume_put_back
from review_tui.tui.features.history_start.actions import begin_history
from review_tui.tui.features.leave.actions import may_leave
from review_tui.tui.features.menu.actions import menu
from review_tui.tui.features.navigation.actions import (
    concerns,
    look_closer,
    meetings,
    walk_concerns,
    walk_items,
)
from review_tui.tui.features.outside_changes.actions import see_what_changed
from review_tui.tui.features.overview.actions import circulation
from review_tui.tui.features.programs.actions import ask_about_programs, programs
from review_tui.tui.features.sign_off.actions import REOPEN, SIGN, resume_signing, sign_off
from review_tui.tui.features.signing_key.actions import choose_key
from review_tui.tui.features.sync.actions import SETTLE_BOTH, resume_settling, sync
from review_tui.tui.features.undo.actions import redo, undo
from review_tui.tui.main_screen import Action, ActionTable, CursorAction, MainScreen
from review_tui.tui.open_item import OpenItem


async def pick_place(screen: MainScreen, here: CursorContext) -> None:
    """Pick where the words of a flag stand now, or which item of a file it is that lost its place."""
    if screen.session.meeting.meeting.unsure.lost and not is_waiting_for_place(here):
        await ask_which_items(screen)
    else:
        await pick(screen, here)


CURSOR_ACTIONS: dict[str, CursorAction] = {
    "flag": flag,
    "amend": amend_or_correct,
    "put-right": put_right,
    "approve": approve,
    "object": object_to,
    "reply": reply,
    "settle": settle,
    "link": link,
    "receipt": receipt,
    "pick": pick_place,
}
"""What each reviewing key does, by its id."""
ACTIONS: dict[str, Action] = {
    "next-thing": lambda screen: walk_concerns(screen, 1),
    "previous-thing": lambda screen: walk_concerns(screen, -1),
    "next-gap": lambda screen: walk_gaps(screen, 1),
    "previous-gap": lambda screen: walk_gaps(screen, -1),
    "next-item": lambda screen: walk_items(screen, 1),
    "previous-item": lambda screen: walk_items(screen, -1),
    "things": concerns,
    "history": history,
    "undo": undo,
    "redo": redo,
    "differences": differences,
    "views": views,
    "who-wrote": who_wrote,
    "look-closer": look_closer,
    "meetings": meetings,
    "find-next": find_next,
    "read-again": see_what_changed,
    "flags": flags,
    "circulation": circulation,
    "details": details,
    "sign-off": sign_off,
    "documents": documents,
    "export": export,
    "report": report,
    "add-notes": add_notes,
    "import": import_minutes,
    "corrections": corrections,
    "take-back": take_back,
    "sync": sync,
    "programs": programs,
    "keys": choose_key,
}
"""What each key does that leads elsewhere, by its id."""
RESUMABLE: dict[str, CursorAction] = {
    **CURSOR_ACTIONS,
    SIGN: resume_signing,
    REOPEN: resume_signing,
    PUT_BACK: resume_put_back,
    CORRECT: correct,
    RECORD: record_edit,
    SETTLE_BOTH: resume_settling,
}
"""What typing can be gone on with, by the purpose that it was kept for."""


def help_screen(width: int) -> ReaderScreen:
    """The keys and the words, for a screen of this ``width``."""
    return ReaderScreen(Content("Help"), help_page(width))


async def resume(screen: MainScreen, typing: TypedText, item: OpenItem) -> None:
    """Offer to go on with what was typed, by the action that it was for, which not every key begins."""
    await offer_typing(screen, typing, item, RESUMABLE)


TABLE = ActionTable(
    anywhere=ACTIONS,
    at_cursor=CURSOR_ACTIONS,
    find=find,
    menu=menu,
    help_screen=help_screen,
    page=ReaderScreen,
    dialog_styles=DIALOGS,
    may_leave=may_leave,
    begin_history=begin_history,
    ask_about_programs=ask_about_programs,
    ask_about_file=ask_about_file,
    resume=resume,
)
"""All of it, for the main screen."""
