"""Every key of the reading screen, in one table: bindings, key bar, help page and palette come from it."""

from collections.abc import Iterable
from dataclasses import dataclass

from textual.binding import Binding

from review_tui.domain.standing import Move

WALKS = frozenset(
    {
        "next-item",
        "previous-item",
        "next-thing",
        "previous-thing",
        "next-gap",
        "previous-gap",
        "things",
        "history",
        "look-closer",
        "meetings",
        "find-next",
        "read-again",
        "flags",
        "circulation",
        "sign-off",
        "undo",
        "redo",
        "differences",
        "views",
        "who-wrote",
    }
)
"""Keys that lead somewhere else in the book, or to a page about it."""
MOVING, REVIEWING, LOOKING, PROGRAM = "Moving about", "Reviewing", "Looking things up", "The program"
MEETING, DONE = "The whole meeting", "What was done"


@dataclass(frozen=True, slots=True)
class Key:
    """One thing that a key does."""

    id: str
    """Names the flow, the walk or the action: see ``action``."""
    keys: str
    """As Textual writes them, several parted by commas."""
    label: str
    """For the key bar."""
    says: str
    """A sentence for the help page and the palette."""
    group: str
    shown: str = ""
    """How the keys are written for a reader."""
    move: Move | None = None
    """The move that may be refused: the key is dimmed then, and says why when pressed."""
    or_else: Move | None = None
    """The move that it makes where the other is refused: then it is not dimmed."""
    in_bar: bool = False

    @property
    def moves(self) -> tuple[Move, ...]:
        """The moves that it can make; none when nothing can refuse it."""
        return tuple(move for move in (self.move, self.or_else) if move)

    @property
    def is_for_panes(self) -> bool:
        """Whether it moves within or between the panes, and leads nowhere else."""
        return self.group == MOVING and self.id not in WALKS

    @property
    def action(self) -> str:
        """The action as Textual writes it: moves, walks and acts go by name, the rest have their own."""
        if self.is_for_panes:
            return f"move('{self.id}')"
        if self.group == REVIEWING or self.id in WALKS:
            return f"go('{self.id}')"
        return self.id.replace("-", "_")


KEYS: tuple[Key, ...] = (
    Key("next-passage", "down,j", "Next passage", "Go to the next passage.", MOVING, "↓ j"),
    Key("previous-passage", "up,k", "Passage before", "Go to the passage before.", MOVING, "↑ k"),
    Key("page-down", "pagedown,space", "Page down", "Go down by a page.", MOVING, "PgDn space"),
    Key("page-up", "pageup", "Page up", "Go up by a page.", MOVING, "PgUp"),
    Key("first", "home", "First passage", "Go to the first passage.", MOVING, "Home"),
    Key("last", "end", "Last passage", "Go to the last passage.", MOVING, "End"),
    Key("next-item", "right_square_bracket", "Next item", "Open the next item of the agenda.", MOVING, "]"),
    Key("previous-item", "left_square_bracket", "Item before", "Open the item before.", MOVING, "["),
    Key(
        "next-thing",
        "n",
        "Next",
        "Go to the next thing to look at, in this item or the next.",
        MOVING,
        "n",
        in_bar=True,
    ),
    Key("previous-thing", "N", "Thing before", "Go to the thing to look at before this.", MOVING, "N"),
    Key(
        "next-gap",
        "w",
        "Without evidence",
        "Go to the next passage without evidence; in the notes, to the next line that no passage uses.",
        MOVING,
        "w",
    ),
    Key("previous-gap", "W", "Without evidence, back", "Go to the one without evidence before.", MOVING, "W"),
    Key("next-pane", "tab", "Pane", "Go to the next pane: draft, notes, agenda.", MOVING, "Tab", in_bar=True),
    Key("previous-pane", "shift+tab", "Pane before", "Go to the pane before.", MOVING, "Shift+Tab"),
    Key("next-word", "right", "Next word", "Choose the next word of the passage.", MOVING, "→"),
    Key("previous-word", "left", "Word before", "Choose the word before.", MOVING, "←"),
    Key("more-words", "shift+right", "More words", "Choose one word more.", MOVING, "Shift+→"),
    Key("fewer-words", "shift+left", "Fewer words", "Choose one word less.", MOVING, "Shift+←"),
    Key(
        "flag",
        "f",
        "Flag",
        "Flag the chosen words, or the whole passage, with a comment.",
        REVIEWING,
        "f",
        Move.FLAG,
        in_bar=True,
    ),
    Key(
        "amend",
        "e",
        "Amend",
        "Amend the passage, with a reason; in signed minutes, record what a later meeting corrected.",
        REVIEWING,
        "e",
        Move.AMEND,
        or_else=Move.CORRECT,
        in_bar=True,
    ),
    Key(
        "put-right",
        "s",
        "Put right",
        "Put right what the finding or flag here suggests (you see it first).",
        REVIEWING,
        "s",
        Move.AMEND,
        in_bar=True,
    ),
    Key(
        "approve",
        "a",
        "Approve",
        "Approve the item, exactly as it reads now.",
        REVIEWING,
        "a",
        Move.APPROVE,
        in_bar=True,
    ),
    Key("object", "o", "Object", "Object to the item, with a comment.", REVIEWING, "o", Move.OBJECT),
    Key(
        "receipt",
        "R",
        "Read",
        "Say that you have read the item as it reads now, and have no comment.",
        REVIEWING,
        "R",
        Move.RECEIPT,
    ),
    Key("reply", "r", "Reply", "Reply to the flag here.", REVIEWING, "r", Move.REPLY),
    Key(
        "settle",
        "x",
        "Settle",
        "Say what became of the flag here, dismiss the finding, or lift your objection.",
        REVIEWING,
        "x",
    ),
    Key(
        "pick",
        "p",
        "Pick a place",
        "Pick where the words of a flag stand now, when the program can't tell.",
        REVIEWING,
        "p",
        Move.REPLY,
    ),
    Key(
        "link",
        "l",
        "Evidence",
        "Confirm or correct what the passage rests on; in the notes, choose the line at the cursor.",
        REVIEWING,
        "l",
        Move.LINK,
    ),
    Key("history", "h", "History", "What was done to this item, by whom and why.", DONE, "h", in_bar=True),
    Key(
        "undo", "u", "Undo", "Take back what you did last; you see first what it is.", DONE, "u", in_bar=True
    ),
    Key("redo", "U", "Redo", "Do again what you took back last.", DONE, "U"),
    Key("differences", "d", "Differences", "What changed since you approved or read the item.", DONE, "d"),
    Key("views", "v", "Views", "The item now, as first drafted, as approved, and as published.", DONE, "v"),
    Key("who-wrote", "b", "Who wrote this", "Who wrote each sentence of this passage, and why.", DONE, "b"),
    Key("things", "t", "Things to look at", "List the things to look at in this item.", LOOKING, "t"),
    Key("look-closer", "enter", "Look closer", "Read all of the finding or flag here.", LOOKING, "Enter"),
    Key("meetings", "m", "Meetings", "List the meetings of the book, to open another.", LOOKING, "m"),
    Key("find", "slash", "Find", "Find words in the draft and the notes.", LOOKING, "/", in_bar=True),
    Key("find-next", "f3", "Find next", "Go to the next place where the words stand.", LOOKING, "F3"),
    Key(
        "read-again",
        "f5",
        "Read again",
        "Read the files again after they were changed outside.",
        LOOKING,
        "F5",
    ),
    Key(
        "flags", "F", "Flags", "List the flags of the item or of the meeting, settled ones too.", MEETING, "F"
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
        "sign-off",
        "S",
        "Sign off",
        "Sign the minutes off, or see what blocks it; once signed: reopen them, hand them over.",
        MEETING,
        "S",
        in_bar=True,
    ),
    Key(
        "help",
        "question_mark,f1",
        "Help",
        "Show the keys and what the words mean.",
        PROGRAM,
        "? F1",
        in_bar=True,
    ),
    Key("back", "escape", "Back", "Let go of chosen words, or close what is open.", PROGRAM, "Esc"),
    Key("quit", "q", "Quit", "Leave the program. Everything recorded is safe.", PROGRAM, "q"),
)
"""Commands (Ctrl+P) is Textual's own key and stands in the help page beside these."""


def bindings(keys: Iterable[Key] = KEYS) -> list[Binding]:
    """The table as Textual's bindings."""
    return [
        Binding(
            key.keys,
            key.action,
            key.label,
            show=key.in_bar,
            key_display=key.shown,
            tooltip=key.says,
            id=key.id,
        )
        for key in keys
    ]
