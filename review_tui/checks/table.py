"""The one table of checks. A new check is a new line here; everything that lists or runs checks reads it."""

from review_tui.checks.abbreviations import AbbreviationsCheck
from review_tui.checks.actions import ActionsCheck
from review_tui.checks.dates import DatesCheck
from review_tui.checks.doubled import DoubledCheck
from review_tui.checks.house_style import HouseStyleCheck
from review_tui.checks.material import Check
from review_tui.checks.names import NamesCheck
from review_tui.checks.notes_facts import NotesFactsCheck
from review_tui.checks.notes_names import NotesNamesCheck
from review_tui.checks.notes_omitted import NotesOmittedCheck
from review_tui.checks.notes_polarity import NotesPolarityCheck
from review_tui.checks.notes_unsupported import NotesUnsupportedCheck
from review_tui.checks.numbering import NumberingCheck
from review_tui.checks.period import PeriodCheck
from review_tui.checks.resolution import ResolutionCheck
from review_tui.checks.roll_check import RollCheck
from review_tui.checks.spelling import SpellingCheck
from review_tui.checks.sums import SumsCheck
from review_tui.checks.times_check import TimesCheck
from review_tui.checks.votes_check import VotesCheck
from review_tui.checks.weekday import WeekdayCheck

CHECKS: tuple[Check, ...] = (
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
