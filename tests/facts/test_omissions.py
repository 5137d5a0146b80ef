"""Days and exact sums that notes have and the draft does not, where it has nearly all the others."""

import pytest

from review_tui.facts.omissions import omission_clashes
from review_tui.facts.pair import pair_of
from review_tui.model.findings import Severity
from review_tui.model.material import Document, Material

NOTES = (
    "pay: Ropes & Co 38.20, diesel 112.65, Quayside Print 9.48, harbour dues 704.10\n"
    "regatta 14 June, lift-out 21/10, open day Sat 5 July\n"
    "KR to order padlock\n"
)
DRAFT = (
    "The following were paid: Ropes & Co \u00a338.20, diesel \u00a3112.65, Quayside Print \u00a39.48 and "
    "harbour dues \u00a3704.10.\n\n"
    "The regatta is on 14 June, the lift-out on 21 October and the open day on Saturday 5 July.\n\n"
    "Kit Rowe will order a padlock.\n"
)


def told(draft: str, notes: str = NOTES) -> list[str]:
    return _found(draft, notes, at_least=Severity.WARNING)


def hinted(draft: str, notes: str) -> list[str]:
    """What is told, be it as a hint only."""
    return _found(draft, notes, at_least=Severity.HINT)


def _found(draft: str, notes: str, *, at_least: Severity) -> list[str]:
    material = Material(Document.read("minutes.md", draft), (Document.read("notes/bosun.md", notes),))
    found = omission_clashes(pair_of(material))
    return [c.places[-1].quote for c in found if at_least is Severity.HINT or c.severity is not Severity.HINT]


def test_right_minutes_are_left_alone() -> None:
    assert told(DRAFT) == []


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        (", Quayside Print \u00a39.48", "9.48"),
        (", the lift-out on 21 October", "21/10"),
        ("Kit Rowe will order a padlock.\n", "KR to order padlock"),
    ],
)
def test_one_sum_day_or_action_that_is_left_out_is_missed(words: str, quote: str) -> None:
    assert told(DRAFT.replace(words, "")) == [quote]


@pytest.mark.parametrize(
    "notes",
    [
        NOTES + "4.15 lights on the quay\n",  # the number of an item
        NOTES + "home by 9.50\n",  # an hour
        NOTES + "Ines sends apols for next mtg\n",
        NOTES + "sun was out\n",
        NOTES + "buy biscuits\n",  # an aside
        NOTES + "prize night 14 june, 96 tickets\n",  # no year
        NOTES + "moorings: Sept 7-3\n",  # a vote
        NOTES + "ring the Post Office re stamps\n",  # the clerk's own errands
        NOTES + "chase Wendy for her key\n",
        NOTES + "me to collect the parcel\n",
        NOTES + "regatta 14 June. 2 x 40 pennants, sails up\n",  # a part that is told, in other words
    ],
)
def test_what_minutes_need_not_have_is_not_missed(notes: str) -> None:
    assert told(DRAFT, notes) == []


@pytest.mark.parametrize(
    "jotted",
    [
        "KR advertise p/t warden\n",
        "ACTION: get plumber\n",
        "buy salt bin\n",
        "get 3 quotes fence\n",
        "ask highways re drain\n",
    ],
)
def test_a_task_is_missed_in_whatever_form_it_is_jotted(jotted: str) -> None:
    assert told(DRAFT, NOTES + jotted) == [jotted.strip()]
    told_too = (
        "Kit Rowe will advertise for a part-time warden and the Secretary will get a plumber. A salt bin "
        "is to be bought, three quotations for the fence obtained, and Highways asked about the drain.\n"
    )
    assert told(DRAFT + "\n" + told_too, NOTES + jotted) == []


KILN_DRAFT = (
    "# Potters' Guild\n\nPresent: Ana Ilic (Chair), Piet Vos\n\n"
    "Kiln 2 has been cold since 3 June, the element having snapped.\n\n"
    "A replacement costs 212 dollars and was ordered from Limoges.\n\n"
    "Ana Ilic reported that wheel 4 squeaks and that two shelves are warped.\n\n"
    "The spring sale raised 930 dollars.\n\n"
    "Piet Vos was thanked for glazing the windows.\n\n"
    "| Who | What |\n|---|---|\n| Ana Ilic | Oil the wheel by 20 June |\n"
)
KILN_NOTES = (
    "GUILD mon\nAna chair, Piet\n"
    "kiln 2 cold since 3/6, elt snapped\n"
    "new one 212, ordered, Limoges\n"
    "Ana: wheel 4 squeaks, 2 shelves warped\n"
    "{}\n"
    "spring sale 930\nta Piet for windows\n"
)


@pytest.mark.parametrize(
    ("jotted", "is_told"),
    [
        ("Piet to ring gas board re smell", True),
        ("Ana oil the wheel by 20 June", False),  # it stands in the list of tasks
        ("open studio sat 14 June", True),
        ("no firing after 9pm without two people - agreed", True),
        ("agreed no firing after dark. (biscuits 4 June)", True),
        ("Ana's cat had kittens", False),
        ("Piet says clay is dear these days", False),
        ("biscuits, everyone late, projector broke", False),
    ],
)
def test_what_is_to_be_done_is_missed_and_talk_is_not(jotted: str, *, is_told: bool) -> None:
    assert bool(told(KILN_DRAFT, KILN_NOTES.format(jotted))) is is_told


def test_a_meeting_of_which_all_is_told_in_other_words_lacks_nothing() -> None:
    draft = (
        "The lavatory will be renovated by a contractor.\n\nMr Vos undertook to request estimates.\n\n"
        "Refuse receptacles will be acquired.\n\nAna Ilic was in the chair.\n"
    )
    assert (
        told(draft, "Ana chair\nloo - builder to do it up\nVos ask for quotes\nbuy new rubbish bins\n") == []
    )


@pytest.mark.parametrize(
    ("jotted", "is_told"),
    [
        ("raku night on hold", True),  # what is put off is decided
        ("raku dfr to Mch", True),
        ("raku -> Mch", True),
        ("enamel tests by Thursday groups only", True),
        ("no sandals near grinder", True),
        ("Piet: label resin buckets", True),
        ("heater above sink bust twice", True),
        ("(enamel stall near the castle)", False),  # in brackets
        ("grinder: Ana's coat caught, much laughing", False),
        ("biscuits soggy, tin rusted", False),
        ("someone's alarm, Macarena", False),
        ("window glazing by Piet", False),  # it is told
    ],
)
def test_what_stands_between_jottings_that_are_told_is_missed_unless_it_is_an_aside(
    jotted: str, *, is_told: bool
) -> None:
    assert bool(told(KILN_DRAFT, KILN_NOTES.format(jotted))) is is_told


def test_what_two_files_of_notes_say_is_told_once_for_both() -> None:
    shown = (
        "Slide 4\nKiln 2 cold since June, element snapped\nWheel 4 squeaks, shelves warped\nSpring sale 930\n"
    )
    notes = (
        Document.read("notes/piet.md", KILN_NOTES.format("")),
        Document.read("notes/slides.txt", f"Guild, June\n{shown}"),
    )
    found = omission_clashes(pair_of(Material(Document.read("minutes.md", KILN_DRAFT), notes)))
    assert [clash.message for clash in found] == []


@pytest.mark.parametrize(
    "notes",
    [
        KILN_NOTES.format("wheel 4 squeaks, Piet will paint the ceiling"),  # the second half of a jotting
        KILN_NOTES.format("") + "Ana to fetch glaze from depot\n",
    ],
)
def test_an_errand_that_minutes_may_leave_out_is_a_hint(notes: str) -> None:
    assert told(KILN_DRAFT, notes) == []
    assert len(hinted(KILN_DRAFT, notes)) == 1


@pytest.mark.parametrize(
    ("jotted", "is_told"),
    [
        ("next open day 5 Sept - agreed", True),
        ("stall at castle fair. agreed", True),  # decided in the next jotting
        ("parking was murder", False),
        ("booked to be fetched 3/6, owing 212 - agreed", False),  # its day and its sum are told
        ("\u2717 refused", False),  # of what, stands in another jotting
    ],
)
def test_of_what_stands_last_only_decisions_are_missed(jotted: str, *, is_told: bool) -> None:
    assert bool(told(KILN_DRAFT, KILN_NOTES.format("") + jotted + "\n")) is is_told


@pytest.mark.parametrize(
    ("first", "is_told"),
    [
        ("guild, on my knee; lambs due so phone stays on", False),
        ("blue glaze: no more to be bought, agreed", True),
    ],
)
def test_what_notes_begin_with_is_missed_only_where_it_was_decided(first: str, *, is_told: bool) -> None:
    assert bool(told(KILN_DRAFT, f"{first}\n{KILN_NOTES.format('')}")) is is_told


INTEREST_DRAFT = (
    "Present: Ana Ilic (Chair), Piet Vos\n\nAna Ilic declared an interest in the lease.\n\n"
    "Piet Vos, being the brother of the printer, left the room while posters were discussed.\n\n"
    "The savings account stands at 4,100 dollars.\n"
)


@pytest.mark.parametrize(
    ("jotted", "is_told"),
    [
        ("Piet int 2.2% on savings 4100", False),
        ("Ana: savings 4100 + int 12", False),
        ("Piet int - posters", False),  # told as what he did for it
        ("Ana int in lease", False),
        ("Ruud dec int lease", False),  # nobody whom the draft names
    ],
)
def test_interest_that_is_paid_or_told_as_leaving_the_room_is_no_declaration_left_out(
    jotted: str, *, is_told: bool
) -> None:
    found = told(INTEREST_DRAFT, f"Ana chair, Piet\n{jotted}\nsavings acct 4100\n")
    assert bool(found) is is_told


def test_a_declaration_of_somebody_of_whom_none_is_told_is_missed() -> None:
    draft = INTEREST_DRAFT.replace(", being the brother of the printer, left the room while", " spoke when")
    assert told(draft, "Ana chair, Piet\nPiet int - posters\nsavings acct 4100\n") == ["Piet"]
