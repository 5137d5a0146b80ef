"""Minutes as open data."""

from review_tui.application.open_record import open_record
from review_tui.application.ports import ExportedItem, MeetingMinutes
from review_tui.model.people import Attendee

MINUTES = MeetingMinutes(
    "The Board",
    (),
    "Draft.",
    (
        ("Chair", (Attendee("Cllr Ann Lee"),)),
        ("Present", (Attendee("Cllr Ann Lee", "Mayor"), Attendee("Cllr Bob Fox"))),
        ("Apologies", (Attendee("Cllr Sue Day"),)),
        ("In attendance", (Attendee("4 members of the public"), Attendee("Cllr Ann  Lee"))),
    ),
    (
        ExportedItem("1. Welcome", "All were welcome."),
        ExportedItem(
            "2. Roads",
            "**RESOLVED:** that it be so. Proposed Cllr Lee, seconded Cllr Fox; 6 votes for, 2 against.\n\n"
            "Cllr Moss proposed that trees be felled. The motion was lost by 3 votes to 5.\n\n"
            "It was unanimously agreed to wait.",
        ),
    ),
)


def test_everybody_is_one_person_with_all_parts_and_nobody_is_none() -> None:
    people = {person.name: person for person in open_record(MINUTES).people}
    assert people["Cllr Ann Lee"].parts == ("chair", "present", "in attendance")
    assert (people["Cllr Ann Lee"].role, people["Cllr Sue Day"].is_away) == ("Mayor", True)
    assert "4 members of the public" not in people
    assert len({person.id for person in people.values()}) == len(people)


def test_motions_are_told_with_who_moved_them_and_how_it_was_voted() -> None:
    filled, felled, *_ = open_record(MINUTES).motions
    assert (filled.mover, filled.seconder, filled.passed) == ("cllr-ann-lee", "cllr-bob-fox", True)
    assert (filled.counts, filled.item) == ((("yes", 6), ("no", 2)), 2)
    assert (felled.mover, felled.passed, felled.counts) == ("Cllr Moss", False, (("yes", 3), ("no", 5)))
