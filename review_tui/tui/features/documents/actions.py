"""Taking a file back, the report, what these minutes put right in earlier ones: the jobs of the commands."""

import asyncio
import datetime as dt
from collections.abc import Callable, Sequence

from textual.content import Content

from review_tui.application.act_service import Recorded
from review_tui.application.correction_reader import FoundCorrection, find_corrections
from review_tui.application.export_past import ExportPast
from review_tui.application.report import report as report_on
from review_tui.application.report import report_lines
from review_tui.application.return_lines import plan_lines
from review_tui.application.returned_document import ReturnPlan, ReturnService
from review_tui.application.sync_ports import Watch
from review_tui.model.errors import Refusal
from review_tui.tui.dialogs.long_pick import NumberedPick
from review_tui.tui.dialogs.page import ReaderScreen
from review_tui.tui.features.documents.background import made_in_background, shown_while
from review_tui.tui.features.documents.dialog import TakePage
from review_tui.tui.features.documents.file_dialog import FileDialog, FileQuestion
from review_tui.tui.features.documents.presenter import corrections_page, plan_page, report_page
from review_tui.tui.keys import DOCUMENTS
from review_tui.tui.main_screen import MainScreen
from review_tui.tui.under_way import UnderWay

NO_CORRECTION = "These minutes tell of no correction to earlier ones."
OTHERS_LATER = "The others can be taken in the same way again."
NO_CHANGES = "Only a Word document (.docx) or an OpenDocument text (.odt) tells who changed what."
RETURNED = FileQuestion(
    "Take a file back",
    "A Word document (.docx) or OpenDocument text (.odt) of these minutes that somebody worked over.",
    lambda name: name.casefold().endswith((".docx", ".docm", ".odt")),
)


async def report(screen: MainScreen) -> None:
    """What was flagged, amended and why, is open, and who approved."""

    def written() -> Content:
        context = screen.context
        view = context.reading.meeting_with_history(context.reading.meeting(screen.session.meeting.meeting))
        return report_page(report_lines(report_on(view, context.versions)))

    await screen.acts.ask(ReaderScreen(Content("Report"), await asyncio.to_thread(written)))


async def corrections(screen: MainScreen) -> None:
    """What these minutes put right in earlier ones; recorded when that is taken."""
    context, meeting = screen.context, screen.session.meeting.meeting
    found = await asyncio.to_thread(
        lambda: find_corrections(context.reading, context.reading.meeting(meeting))
    )
    if not found:
        screen.say(NO_CORRECTION)
        return
    fresh = [each for each in found if not (each.why_not or each.is_recorded)]
    do = f"record {len(fresh)} correction{'' if len(fresh) == 1 else 's'}" if fresh else ""
    page = TakePage(Content("Corrections to earlier minutes"), corrections_page(found), do)
    if await screen.acts.ask(page):
        await _record(screen, lambda watch: _corrected(screen, fresh, meeting.id, watch), len(fresh))


async def take_back(screen: MainScreen) -> None:
    """Take a corrected file of this meeting's minutes in: shown first, then recorded."""
    path = await screen.acts.ask(FileDialog(RETURNED, screen.context.documents.listed))
    if path is None:
        return
    context, meeting = screen.context, screen.session.meeting.meeting

    def planned() -> tuple[ReturnService, ReturnPlan]:
        document = context.documents.tracked(path)
        if document is None:
            raise Refusal(NO_CHANGES)
        view = context.reading.meeting_with_history(context.reading.meeting(meeting))
        past = ExportPast(context.versions, context.reading)
        service = ReturnService(context.review, context.reading, context.history, past)
        return service, service.plan(view, document, path.name, dt.datetime.now(dt.UTC))

    service, plan = await made_in_background(screen.app, f"Comparing {path.name} with the minutes", planned)
    do = "" if plan.is_empty else "record that"
    page = TakePage(
        Content("A file that comes back"), plan_page(plan_lines(path.name, plan, is_command=False)), do
    )
    if await screen.acts.ask(page):
        lost = plan.unplaced
        more = f" Not taken: {len(lost)}, as was shown; the file can be looked at again." if lost else ""
        await _record(screen, lambda watch: list(service.record(plan, watch)), plan.acts, more)


async def documents(screen: MainScreen) -> None:
    """What can be done with documents, as a short list to pick from."""
    lines = [Content.assemble((f"{key.label}: ", "bold"), key.says) for key in DOCUMENTS]
    picked = await screen.acts.ask(NumberedPick("Documents, in and out", lines))
    if picked is not None:
        screen.press(DOCUMENTS[picked])


def _corrected(
    screen: MainScreen, fresh: Sequence[FoundCorrection], made_at: str, watch: Watch
) -> list[Recorded]:
    done: list[Recorded] = []
    for each in fresh:
        if each.earlier and each.quote and not watch.is_cancelled():
            # Read again: recording the one before has added to the acts of the same item.
            seen = screen.context.reading.item(each.earlier.meeting, each.earlier.item)
            done.append(screen.context.sign_off.correct(seen, each.quote, each.wording, each.reason, made_at))
            watch.tell(f"Recording, {len(done)} of {len(fresh)}")
    return done


async def _record(
    screen: MainScreen, job: Callable[[Watch], list[Recorded]], of: int, more: str = ""
) -> None:
    """Have ``of`` acts recorded in one go, and show what came of them; it can be stopped between two."""
    under_way = UnderWay()
    done = await screen.acts.write_all(
        lambda: job(under_way.watch),
        lambda writing: shown_while(screen.app, under_way.begun("Recording"), writing, under_way.break_off),
    )
    await screen.reload()
    if under_way.is_cancelled and len(done) < of:
        screen.say(f"Stopped: {len(done)} of {of} acts are recorded. {OTHERS_LATER}")
    else:
        screen.say(f"{len(done)} act{'' if len(done) == 1 else 's'} recorded.{more}")
