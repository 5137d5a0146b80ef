"""Minutes with something of everything, for the tests of all formats."""

from review_tui.application.ports import ExportedItem, MeetingMinutes
from review_tui.model.people import Attendee

MINUTES = MeetingMinutes(
    body="The Board",
    held=("Wednesday 16 March 2022", "Hall"),
    standing="Draft minutes, not signed off.",
    attendance=(("Chair", (Attendee("A. Lee"),)), ("Present", (Attendee("B. Fox", "Mayor"),))),
    items=(
        ExportedItem(
            "5. Report",
            "# Noted\n\nThe **annual** report.\n\n- one\n- two_three_four\n\n" + "word " * 40,
            ("Corrected at the April meeting: for “2022” read “2021”. As read out.",),
        ),
        ExportedItem("6. Loneliness [AB] *moved*", ""),
    ),
)
