"""Every dialog, list and page fits the screen, and each of its buttons is there for Tab and for the mouse."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.content import Content
from textual.pilot import Pilot
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Button

import review_tui.tui
from review_tui.adapters.typing_journal import TypingFiles
from review_tui.anchoring.redline import redline
from review_tui.application.document_import import ReadDocument
from review_tui.application.import_minutes import import_minutes
from review_tui.application.note_division import NoteDivision
from review_tui.application.session_summary import SessionSummary
from review_tui.application.sign_off_gate import ItemToSign, SignOffGate
from review_tui.application.sync import OpenQuestion, SideOfQuestion
from review_tui.application.sync_ports import Question
from review_tui.application.tracked_document import DocumentChange, Tracked, TrackedDocument
from review_tui.model.export_formats import FORMATS
from review_tui.model.meeting import Source, Unsure
from review_tui.model.people import Reviewer
from review_tui.tui.dialogs.dialog import Dialog
from review_tui.tui.dialogs.long_pick import LongPick, Notice, NumberedPick, TimelineList
from review_tui.tui.dialogs.name_dialog import NameDialog
from review_tui.tui.dialogs.page import Page, ReaderScreen
from review_tui.tui.dialogs.passphrase_dialog import PassphraseDialog
from review_tui.tui.dialogs.pick import GatePick, PickDialog
from review_tui.tui.dialogs.reason_dialog import ReasonDialog
from review_tui.tui.dialogs.typing_dialog import TypingDialog
from review_tui.tui.dialogs.words_dialog import WordsDialog, WordsQuestion
from review_tui.tui.draft_saver import DraftSaver
from review_tui.tui.features.amend.dialog import AmendDialog, FlagChoice, PassageEdit
from review_tui.tui.features.approve.dialog import ApproveDialog, Seen
from review_tui.tui.features.compare.presenter import Comparison, RevisionChoice
from review_tui.tui.features.compare.screens import BlamePage, ComparingPage, ViewsPage
from review_tui.tui.features.correct.dialog import CorrectDialog
from review_tui.tui.features.documents.dialog import TakePage
from review_tui.tui.features.documents.division_screen import DivisionScreen
from review_tui.tui.features.documents.export_dialog import ExportDialog, ExportWish
from review_tui.tui.features.documents.file_dialog import FileDialog, FileQuestion
from review_tui.tui.features.documents.import_dialog import ImportDialog
from review_tui.tui.features.documents.wait_screen import WaitScreen
from review_tui.tui.features.file_questions.dialog import ALL_DETAILS, AboutMeetingDialog
from review_tui.tui.features.flag.dialog import FlagDialog
from review_tui.tui.features.flag.list_screen import FlagsDialog
from review_tui.tui.features.help.presenter import help_page
from review_tui.tui.features.history.screens import TimelinePage
from review_tui.tui.features.leave.dialog import LeaveDialog
from review_tui.tui.features.sign_off.dialog import SignDialog
from review_tui.tui.features.sign_off.hand_over_screen import HandOverPage
from review_tui.tui.features.sync.dialog import SettleDialog
from review_tui.tui.features.undo.dialog import UndoDialog
from review_tui.tui.open_item import OpenItem
from review_tui.tui.presenters.redlines import changes_content
from review_tui.tui.under_way import UnderWay
from tests.stories.robot import reviewing
from tests.tui.facts import ANN, approval, meeting_of
from tests.waiting import until

SIZES = ((60, 20), (80, 24), (120, 40))
SENTENCE = "The Board noted the report for the year to March and asked that it come back in the autumn. "
LONG = SENTENCE * 12
CHANGES = redline(LONG, LONG.replace("autumn", "winter"))
LINES = [Content(f"{n}: {SENTENCE}") for n in range(30)]
VIEW = meeting_of(*[[approval(ANN)] for _ in range(12)])
GATE = SignOffGate(VIEW, tuple(ItemToSign(view, ()) for view in VIEW.items), ())
FLAGS = tuple(FlagChoice(f"f{n}", SENTENCE, is_settled=True) for n in range(3))
EDIT = PassageEdit(LONG, LONG.replace("autumn", "winter"), SENTENCE * 3, FLAGS)
SIDE = SideOfQuestion("Ann Lee", "today", SENTENCE)
POINTS = (RevisionChoice("the first draft", LONG), RevisionChoice("now", LONG.replace("autumn", "winter")))
TRACKED = TrackedDocument((), (DocumentChange("Jane Reader", None),), (), {})
READ = ReadDocument(
    Path("minutes.docx"),
    import_minutes(LONG, "minutes.docx"),
    ("autumn",),
    (SENTENCE,),
    TRACKED,
    Tracked.AMEND,
)
DIVISION = NoteDivision(VIEW.items, Source("t.txt", f"{SENTENCE}\n" * 40))

Opens = Callable[[DraftSaver], ModalScreen[Any]]


async def _nobody() -> tuple[str, str]:
    return "", ""


async def _not_seen() -> Seen:
    return Seen(OpenItem(VIEW.items[0]), "Ann Lee")


def _words(heading: str, do: str, *, choices: tuple[tuple[str, str], ...] = ()) -> Opens:
    question = WordsQuestion(
        heading=heading, about=Content(LONG), prompt="Why?", do=do, records="an act", choices=choices
    )
    return lambda keeper: WordsDialog(question, keeper)


OPENS: dict[str, Opens] = {
    "approve": lambda _: ApproveDialog(Seen(OpenItem(VIEW.items[0]), "Ann Lee"), _not_seen),
    "approve, changed since": lambda _: ApproveDialog(
        Seen(OpenItem(VIEW.items[0]), "Ann Lee", "you approved it", CHANGES, "Still looking."), _not_seen
    ),
    "amend": lambda keeper: AmendDialog(EDIT, keeper),
    "use a suggestion": lambda keeper: AmendDialog(
        PassageEdit(LONG, LONG, flags=FLAGS, is_suggestion=True), keeper
    ),
    "correct": lambda keeper: CorrectDialog(EDIT, keeper, "The meeting of 18 May 2022"),
    "record": lambda keeper: ReasonDialog(Content("Record?"), changes_content(CHANGES), keeper, do="Record"),
    "flag": lambda keeper: FlagDialog(LONG, keeper),
    "flag a passage": lambda keeper: FlagDialog(LONG, keeper, whole=True, kinds=("tone",)),
    "close": _words("Close this flag", "Close the flag", choices=(("settled", "s"), ("held", "h"))),
    "reply": _words("Reply", "Send reply"),
    "object": _words("Object to this item", "Object"),
    "reopen": _words("Reopen", "Reopen"),
    "restore": lambda keeper: ReasonDialog(
        Content("Restore?"), Content(LONG), keeper, do="Restore", also=(SENTENCE, SENTENCE)
    ),
    "undo": lambda _: UndoDialog(Content("Undo this?"), Content(LONG), Content(SENTENCE), "Undo"),
    "sign": lambda keeper: SignDialog(GATE, "Ann Lee", keeper, _nobody, statement=LONG, dissent=LONG),
    "about the meeting": lambda _: AboutMeetingDialog(
        replace(VIEW.meeting, file="2022.md", unsure=Unsure(date=True, body=True))
    ),
    "all about the meeting": lambda _: AboutMeetingDialog(VIEW.meeting, ALL_DETAILS),
    "passphrase": lambda _: PassphraseDialog("/home/ann/.ssh/id_ed25519", was_wrong=True),
    "name": lambda _: NameDialog(Reviewer("", "")),
    "pick": lambda _: PickDialog("Which?", LINES, about=Content("For this passage")),
    "pick for a long passage": lambda _: PickDialog("Which?", LINES, about=Content(LONG)),
    "pick from nothing": lambda _: PickDialog("Which?", [], "There is nothing."),
    "pick a point": lambda _: LongPick("Which point?", LINES, at=20),
    "pick a view": lambda _: NumberedPick("Views of this item", LINES[:5]),
    "history": lambda _: TimelineList("History", LINES, heads={0: Content("Today")}),
    "gate": lambda _: GatePick("It can’t be signed off", LINES, about=Content(SENTENCE)),
    "notice": lambda _: Notice("This can’t be undone now", LONG),
    "flags": lambda _: FlagsDialog((), VIEW.items[0].item.id),
    "one thing that happened": lambda _: TimelinePage(Content("Amended"), Content(LONG), is_amendment=True),
    "help": lambda _: ReaderScreen(Content("Help"), help_page()),
    "hand-over": lambda _: HandOverPage(LONG),
    "compare": lambda _: ComparingPage(Comparison(POINTS, 0, ""), CHANGES),
    "views": lambda _: ViewsPage([Content("Redline"), Content("Final")], [Content(LONG), Content(LONG)], 0),
    "take a file back": lambda _: FileDialog(
        FileQuestion("Take a file back", SENTENCE, bool), lambda _: (("b.docx", False),) * 40
    ),
    "export": lambda _: ExportDialog(FORMATS, VIEW.meeting.id, ExportWish(), SENTENCE, is_there=True),
    "import": lambda _: ImportDialog(READ),
    "divide notes": lambda _: DivisionScreen(Content(SENTENCE), DIVISION),
    "what a file brings": lambda _: TakePage(Content("Take it back?"), Content(LONG), "Record all of it"),
    "who wrote": lambda _: BlamePage(Content("Who wrote it"), Content(LONG)),
    "settle two wordings": lambda keeper: SettleDialog(
        OpenQuestion(Question("k", "minutes.md", "item 5", LONG, LONG, SENTENCE), SIDE, SIDE),
        (1, 2),
        [SENTENCE] * 8,
        keeper,
    ),
    "wait": lambda _: WaitScreen(UnderWay().begun(SENTENCE), None),
    "leave": lambda _: LeaveDialog(SessionSummary()),
}
"""How each is opened; with much to say, so that it is as large as it gets."""
BASES = {Dialog, TypingDialog, Page}
"""Those that are never opened themselves."""


def _fits(screen: ModalScreen[Any]) -> bool:
    box = screen.query_one(".dialog").region
    feet = screen.query(".dialog--foot")
    return screen.region.contains_region(box) and all(box.contains_region(foot.region) for foot in feet)


def _is_in_sight(screen: ModalScreen[Any], button: Button) -> bool:
    """Whether all of a button is there, and a click on its middle goes to it."""
    box, place = screen.query_one(".dialog").region, button.region
    if not place.area or not (box.contains_region(place) and screen.region.contains_region(place)):
        return False
    middle = place.x + place.width // 2, place.y + place.height // 2
    return place.width >= len(str(button.label)) and screen.get_widget_at(*middle)[0] is button


async def _reached_by_tab(pilot: Pilot[None]) -> set[str | None]:
    """The ids of all that Tab goes to."""
    reached = set()
    for _ in pilot.app.screen.focus_chain:
        await pilot.press("tab")
        reached.add(pilot.app.screen.focused.id if pilot.app.screen.focused else None)
    return reached


@pytest.mark.parametrize("name", OPENS)
async def test_it_fits_and_its_buttons_are_reached_at_every_size(name: str, tmp_path: Path) -> None:
    keeper = DraftSaver(TypingFiles(lambda: tmp_path), VIEW.items[0], "amend", 0, LONG)
    app: App[None] = App()
    async with app.run_test(size=(60, 20)) as pilot:
        screen = OPENS[name](keeper)
        await app.push_screen(screen)
        for width, height in SIZES:
            await pilot.resize_terminal(width, height)

            def is_well() -> bool:
                return _fits(screen) and all(_is_in_sight(screen, button) for button in screen.query(Button))

            def drawn(size: str = f"{width}x{height}") -> str:
                rows = ("".join(s.text for s in strip) for strip in screen._compositor.render_strips())
                return f"out of sight at {size}\n" + "\n".join(rows)

            await until(is_well, drawn, meanwhile=pilot.pause)
        buttons = {button.id for button in screen.query(Button)}
        assert not buttons or buttons <= await _reached_by_tab(pilot)


def _all_below(kind: type[Any]) -> Iterator[type[Any]]:
    below: list[type[Any]] = kind.__subclasses__()
    for sub in below:
        yield sub
        yield from _all_below(sub)


def test_every_dialog_list_and_page_is_among_them(tmp_path: Path) -> None:
    for module in pkgutil.walk_packages(review_tui.tui.__path__, "review_tui.tui."):
        importlib.import_module(module.name)
    kinds = {kind for kind in _all_below(ModalScreen) if kind.__module__.startswith("review_tui.")}
    keeper = DraftSaver(TypingFiles(lambda: tmp_path), VIEW.items[0], "amend", 0, LONG)
    opened = {type(opens(keeper)) for opens in OPENS.values()}
    assert kinds - BASES == opened


async def test_a_dialog_is_as_tall_as_what_it_says() -> None:
    app: App[None] = App()
    async with app.run_test(size=(120, 40)) as pilot:
        for screen, rows in (
            (ReaderScreen(Content("Heading"), Content("One line.")), 8),
            (PickDialog("Heading", LINES[:1]), 9),
            (Notice("Heading", "One line."), 8),
            (UndoDialog(Content("Undo?"), Content("One line."), Content("One."), "Undo"), 12),
        ):
            await app.push_screen(screen)

            dialog = screen.query_one(".dialog")

            def fits(dialog: Widget = dialog, room: int = rows) -> bool:
                return 0 < dialog.region.height <= room

            await until(fits, f"{type(screen).__name__} is taller than {rows} rows", meanwhile=pilot.pause)


async def test_the_amend_dialog_of_the_program_itself_shows_its_buttons(sample_book: Path) -> None:
    async with reviewing(sample_book, size=(60, 20)) as robot:
        await robot.press("n", "s")
        await robot.until(lambda: isinstance(robot.pilot.app.screen, AmendDialog), "no dialog is open")
        screen = robot.pilot.app.screen
        assert isinstance(screen, AmendDialog)
        await robot.until(
            lambda: all(_is_in_sight(screen, button) for button in screen.query(Button)),
            "a button is out of sight",
        )
