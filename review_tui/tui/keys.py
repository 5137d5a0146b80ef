"""Every key of the reading screen, in one table: bindings, key bar, help page and palette come from it."""

from collections.abc import Iterable
from enum import Enum, IntEnum

from textual.binding import Binding

from review_tui.model.frozen import frozen
from review_tui.model.transitions import Move

MOVING, REVIEWING, LOOKING, PROGRAM = "Moving about", "Reviewing", "Looking things up", "The program"
MEETING, DONE = "The whole meeting", "What was done"


class By(Enum):
    """Who does what a key says."""

    PANES = "panes"
    """It moves within or between the panes, and leads nowhere else."""
    FEATURES = "features"
    """An action of a feature: see ``tui/actions.py``."""
    SCREEN = "screen"
    """The main screen itself."""


class Wait(IntEnum):
    """What a key pressed while the screen catches up waits for."""

    NOTHING = 0
    READ = 1
    """That what was recorded last is on the screen, and that no other key is still at work."""
    KNOWN = 2
    """And that it is known who sits here, where the flags are, and what may be done."""
    CHECKED = 3
    """And that the item has been looked over: findings and evidence are there."""


@frozen
class Key:
    """One thing that a key does."""

    id: str
    """Names what it does in the table of actions, of the panes or of the screen: see ``action``."""
    keys: str
    """As Textual writes them, several parted by commas."""
    label: str
    """For the key bar."""
    says: str
    """A sentence for the help page and the palette."""
    group: str
    shown: str = ""
    """How the keys are written for a reader."""
    by: By = By.FEATURES
    waits_for: Wait = Wait.READ
    """What it waits for while the screen catches up."""
    move: Move | None = None
    """The move that may be refused: the key is dimmed then, and says why when pressed."""
    or_else: Move | None = None
    """The move that it makes where the other is refused: then it is not dimmed."""
    signed_label: str = ""
    """For the key bar in signed minutes, where it does something else there."""

    @property
    def moves(self) -> tuple[Move, ...]:
        """The moves that it can make; none when nothing can refuse it."""
        return tuple(move for move in (self.move, self.or_else) if move)

    @property
    def is_for_panes(self) -> bool:
        """Whether it moves within or between the panes, and leads nowhere else."""
        return self.by is By.PANES

    @property
    def action(self) -> str:
        """The action as Textual writes it: those of panes and features go by name, the screen has its own."""
        if self.by is By.SCREEN:
            return self.id.replace("-", "_")
        return f"{'move' if self.by is By.PANES else 'go'}('{self.id}')"


def _in_panes(name: str, keys: str, label: str, says: str, shown: str) -> Key:
    """A key that moves within or between the panes: it waits for nothing."""
    return Key(name, keys, label, says, MOVING, shown, by=By.PANES, waits_for=Wait.NOTHING)


KEYS: tuple[Key, ...] = (
    _in_panes("next-passage", "down,j", "Next passage", "Go to the next passage.", "↓ j"),
    _in_panes("previous-passage", "up,k", "Passage before", "Go to the passage before.", "↑ k"),
    _in_panes("page-down", "pagedown,space", "Page down", "Go down by a page.", "PgDn space"),
    _in_panes("page-up", "pageup", "Page up", "Go up by a page.", "PgUp"),
    _in_panes("first", "home", "First passage", "Go to the first passage.", "Home"),
    _in_panes("last", "end", "Last passage", "Go to the last passage.", "End"),
    Key("next-item", "right_square_bracket", "Next item", "Open the next item of the agenda.", MOVING, "]"),
    Key("previous-item", "left_square_bracket", "Item before", "Open the item before.", MOVING, "["),
    Key(
        "next-thing",
        "n",
        "Next",
        "Go to the next thing to look at, in this item or the next.",
        MOVING,
        "n",
        waits_for=Wait.CHECKED,
    ),
    Key(
        "previous-thing",
        "N",
        "Thing before",
        "Go to the thing to look at before this.",
        MOVING,
        "N",
        waits_for=Wait.CHECKED,
    ),
    Key(
        "next-gap",
        "w",
        "Without evidence",
        "Go to the next passage without evidence; in the notes, to the next line that no passage comes from.",
        MOVING,
        "w",
        waits_for=Wait.CHECKED,
    ),
    Key(
        "previous-gap",
        "W",
        "Without evidence, back",
        "Go to the one without evidence before.",
        MOVING,
        "W",
        waits_for=Wait.CHECKED,
    ),
    _in_panes("next-pane", "tab", "Pane", "Go to the next pane: draft, notes, agenda.", "Tab"),
    _in_panes("previous-pane", "shift+tab", "Pane before", "Go to the pane before.", "Shift+Tab"),
    _in_panes("next-word", "right", "Next word", "Choose the next word of the passage.", "→"),
    _in_panes("previous-word", "left", "Word before", "Choose the word before.", "←"),
    _in_panes("more-words", "shift+right", "More words", "Choose one word more.", "Shift+→"),
    _in_panes("fewer-words", "shift+left", "Fewer words", "Choose one word less.", "Shift+←"),
    Key(
        "flag",
        "f",
        "Flag",
        "Flag the chosen words, or the whole passage, with a comment.",
        REVIEWING,
        "f",
        waits_for=Wait.CHECKED,
        move=Move.FLAG,
    ),
    Key(
        "amend",
        "e",
        "Amend",
        "Amend the passage, with a reason; in signed minutes, record what a later meeting corrected.",
        REVIEWING,
        "e",
        waits_for=Wait.KNOWN,
        move=Move.AMEND,
        or_else=Move.CORRECT,
        signed_label="Correct",
    ),
    Key(
        "put-right",
        "s",
        "Use suggestion",
        "Use the suggested wording of the finding or flag here (you see it first).",
        REVIEWING,
        "s",
        waits_for=Wait.CHECKED,
        move=Move.AMEND,
    ),
    Key(
        "approve",
        "a",
        "Approve",
        "Approve the item, exactly as it reads now.",
        REVIEWING,
        "a",
        move=Move.APPROVE,
    ),
    Key(
        "object",
        "o",
        "Object",
        "Object to the item, with a comment.",
        REVIEWING,
        "o",
        waits_for=Wait.KNOWN,
        move=Move.OBJECT,
    ),
    Key(
        "receipt",
        "R",
        "Read",
        "Say that you have read the item as it reads now, and have no comment.",
        REVIEWING,
        "R",
        waits_for=Wait.KNOWN,
        move=Move.RECEIPT,
    ),
    Key(
        "reply",
        "r",
        "Reply",
        "Reply to the flag here.",
        REVIEWING,
        "r",
        waits_for=Wait.KNOWN,
        move=Move.REPLY,
    ),
    Key(
        "settle",
        "x",
        "Close flag",
        "Close the flag here, dismiss the finding, or lift your objection.",
        REVIEWING,
        "x",
        waits_for=Wait.CHECKED,
    ),
    Key(
        "pick",
        "p",
        "Pick a place",
        "Pick where a flag's words stand now, or which item of a file it is, when the program can't tell.",
        REVIEWING,
        "p",
        waits_for=Wait.KNOWN,
        move=Move.PICK,
    ),
    Key(
        "link",
        "l",
        "Evidence",
        "Confirm or correct where the passage comes from; in the notes, choose the line at the cursor.",
        REVIEWING,
        "l",
        waits_for=Wait.CHECKED,
        move=Move.LINK,
    ),
    Key("history", "h", "History", "What was done to this item, by whom and why.", DONE, "h"),
    Key("undo", "u", "Undo", "Take back what you did last; you see first what it is.", DONE, "u"),
    Key("redo", "U", "Redo", "Do again what you took back last.", DONE, "U"),
    Key("differences", "d", "Differences", "What changed since you approved or read the item.", DONE, "d"),
    Key("views", "v", "Views", "The item now, as first drafted, as approved, and as published.", DONE, "v"),
    Key("who-wrote", "b", "Who wrote this", "Who wrote each sentence of this passage, and why.", DONE, "b"),
    Key(
        "things",
        "t",
        "Things to look at",
        "List the things to look at in this item.",
        LOOKING,
        "t",
        waits_for=Wait.CHECKED,
    ),
    Key(
        "look-closer",
        "enter",
        "Look closer",
        "Read all of the finding or flag here.",
        LOOKING,
        "Enter",
        waits_for=Wait.CHECKED,
    ),
    Key("meetings", "m", "Meetings", "List the meetings of the book, to open another.", LOOKING, "m"),
    Key(
        "find",
        "slash",
        "Find",
        "Find words in the draft and the notes.",
        LOOKING,
        "/",
        by=By.SCREEN,
        waits_for=Wait.NOTHING,
    ),
    Key("find-next", "f3", "Find next", "Go to the next place where the words stand.", LOOKING, "F3"),
    Key("read-again", "f5", "Read again", "Read the files again and see who changed what.", LOOKING, "F5"),
    Key(
        "copy",
        "ctrl+c,super+c",
        "Copy",
        "Copy the chosen words, or the passage or line at the cursor.",
        LOOKING,
        "Ctrl+C",
        by=By.SCREEN,
        waits_for=Wait.NOTHING,
    ),
    Key(
        "menu",
        "full_stop",
        "What can be done here",
        "List what can be done here, to pick from.",
        LOOKING,
        ".",
        by=By.SCREEN,
    ),
    Key(
        "flags", "F", "Flags", "List the flags of the item or of the meeting, closed ones too.", MEETING, "F"
    ),
    Key(
        "circulation",
        "c",
        "Circulation",
        "Show who has read what since it last changed, item by item.",
        MEETING,
        "c",
    ),
    Key(
        "details",
        "D",
        "About the meeting",
        "Put right who was there, the day, the place or who met.",
        MEETING,
        "D",
        waits_for=Wait.KNOWN,
    ),
    Key(
        "sign-off",
        "S",
        "Sign off",
        "Sign the minutes off, or see what blocks it; once signed: reopen them, hand them over.",
        MEETING,
        "S",
        signed_label="Signed off",
    ),
    Key(
        "documents",
        "i",
        "In and out",
        "Documents: export, report, take a Word file back, add notes, import minutes.",
        MEETING,
        "i",
    ),
    Key(
        "sync",
        "y",
        "Sync",
        "Receive what others did and send what you did; settle first what both of you changed.",
        MEETING,
        "y",
    ),
    Key(
        "keys",
        "K",
        "Your key",
        "Choose the key that you sign with, of those on this computer.",
        PROGRAM,
        "K",
        waits_for=Wait.KNOWN,
    ),
    Key(
        "help",
        "question_mark,f1",
        "Help",
        "Show the keys and what the words mean.",
        PROGRAM,
        "? F1",
        by=By.SCREEN,
        waits_for=Wait.NOTHING,
    ),
    Key(
        "back",
        "escape",
        "Back",
        "Let go of chosen words, or close what is open.",
        PROGRAM,
        "Esc",
        by=By.SCREEN,
        waits_for=Wait.NOTHING,
    ),
    Key(
        "quit",
        "q",
        "Quit",
        "Leave the program. Everything recorded is safe.",
        PROGRAM,
        "q",
        by=By.SCREEN,
        waits_for=Wait.NOTHING,
    ),
    Key(
        "commands",
        "ctrl+p",
        "More",
        "Find a command by its name.",
        PROGRAM,
        "Ctrl+P",
        by=By.SCREEN,
        waits_for=Wait.NOTHING,
    ),
)
DOCUMENTS: tuple[Key, ...] = (
    Key(
        "export",
        "",
        "Export",
        "Write these minutes as Word, PDF, web page, OpenDocument: clean, with all changes, for the public.",
        MEETING,
    ),
    Key(
        "report",
        "",
        "Report",
        "What was flagged, amended and why, is open, who approved; what to read out next time.",
        MEETING,
    ),
    Key(
        "take-back",
        "",
        "Take a Word file back",
        "A corrected Word or LibreOffice file of these minutes: changes as amendments, comments as flags.",
        MEETING,
        waits_for=Wait.KNOWN,
    ),
    Key(
        "add-notes",
        "",
        "Add notes",
        "Put a file beside the item or the meeting, or divide a transcript among the items.",
        MEETING,
    ),
    Key(
        "import",
        "",
        "Import minutes",
        "Make a meeting of the book out of a Word document, web page, PDF or text.",
        MEETING,
        waits_for=Wait.KNOWN,
    ),
    Key(
        "corrections",
        "",
        "Corrections to earlier minutes",
        "What these minutes put right in earlier, signed ones; recorded when you say so.",
        MEETING,
        waits_for=Wait.KNOWN,
    ),
)
"""What the key ``documents`` offers."""
LISTED: tuple[Key, ...] = (
    *DOCUMENTS,
    Key(
        "programs",
        "",
        "Programs of this copy",
        "Programs that the settings of this copy of the book name, and whether they may run.",
        PROGRAM,
    ),
)
"""What is rare enough to have no key of its own: the list of commands offers it by its name."""
KEY = {key.id: key for key in KEYS}
"""The same by id."""
BAR = (
    "next-thing",
    "flag",
    "amend",
    "approve",
    "next-pane",
    "find",
    "sign-off",
    "put-right",
    "undo",
    "history",
    "things",
    "next-item",
    "sync",
)
"""What the key bar offers, the most useful first: as many as there is room for."""
BAR_ENDS = ("help", "commands", "quit")
"""What it always ends with."""


def bindings(keys: Iterable[Key] = KEYS) -> list[Binding]:
    """The table as Textual's bindings."""
    return [
        Binding(
            key.keys,
            key.action,
            key.label,
            show=False,
            key_display=key.shown,
            tooltip=key.says,
            id=key.id,
        )
        for key in keys
    ]
