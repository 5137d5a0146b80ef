"""The one table of checks. A new check is a new line here; everything that lists or runs checks reads it."""

from review_tui.checks.check import Check
from review_tui.checks.dates.dates import DatesCheck
from review_tui.checks.dates.period import PeriodCheck
from review_tui.checks.dates.times import TimesCheck
from review_tui.checks.dates.weekday import WeekdayCheck
from review_tui.checks.figures.sums import SumsCheck
from review_tui.checks.figures.votes import VotesCheck
from review_tui.checks.language.abbreviations import AbbreviationsCheck
from review_tui.checks.language.doubled import DoubledCheck
from review_tui.checks.language.house_style import HouseStyleCheck
from review_tui.checks.language.spelling import SpellingCheck
from review_tui.checks.language.unfinished import UnfinishedCheck
from review_tui.checks.notes.facts import NotesFactsCheck
from review_tui.checks.notes.names import NotesNamesCheck
from review_tui.checks.notes.omitted import NotesOmittedCheck
from review_tui.checks.notes.polarity import NotesPolarityCheck
from review_tui.checks.notes.unsupported import NotesUnsupportedCheck
from review_tui.checks.people.names import NamesCheck
from review_tui.checks.people.roll_check import RollCheck
from review_tui.checks.record.actions import ActionsCheck
from review_tui.checks.record.merging import MergingCheck
from review_tui.checks.record.numbering import NumberingCheck
from review_tui.checks.record.resolution import ResolutionCheck

CHECKS: tuple[Check, ...] = (
    # Whether this is a text to be looked over at all.
    MergingCheck(),
    UnfinishedCheck(),
    # The draft against itself and the calendar.
    PeriodCheck(),
    WeekdayCheck(),
    DatesCheck(),
    TimesCheck(),
    ResolutionCheck(),
    SumsCheck(),
    VotesCheck(),
    NumberingCheck(),
    # The draft against the roll, and names against each other.
    RollCheck(),
    NamesCheck(),
    # The draft against the notes.
    NotesFactsCheck(),
    NotesNamesCheck(),
    NotesPolarityCheck(),
    NotesOmittedCheck(),
    NotesUnsupportedCheck(),
    # Language.
    DoubledCheck(),
    AbbreviationsCheck(),
    ActionsCheck(),
    SpellingCheck(),
    HouseStyleCheck(),
)
"""Every check, in the order in which a reader would meet them."""
