"""What is said of a meeting, changed in a file that somebody wrote by hand."""

import pytest

from review_tui.adapters.book.meeting_edit import with_details
from review_tui.adapters.book.yaml_reader import read_yaml
from review_tui.model.errors import Refusal
from review_tui.model.people import Attendee

FILE = """\
# Typed by the clerk.
body: Board   # of the school
date: 2026-04-16

present:
  - Ann Lee
  - name: Bob Fox
    role: Mayor
    ward: Ham
# The agenda:
items:
- id: a
"""


def test_all_else_stays_as_it_was_written() -> None:
    people = (Attendee("Bob Fox", "Mayor"), Attendee("Wei Chen"))
    new = with_details(FILE.encode(), {"venue": "The Hall", "present": people}).decode()
    assert read_yaml(new.encode()).fields == {
        "body": "Board",
        "date": "2026-04-16",
        "present": [{"name": "Bob Fox", "role": "Mayor", "ward": "Ham"}, "Wei Chen"],
        "venue": "The Hall",
        "items": [{"id": "a"}],
    }
    assert new.startswith(FILE[: FILE.index("present:")])
    assert "# The agenda:\n" in new


def test_what_is_empty_is_taken_out_or_stays_empty() -> None:
    raw = FILE.replace("\n", "\r\n").encode()
    assert (
        with_details(raw, {"present": ()})
        == (FILE[: FILE.index("present:")] + FILE[FILE.index("# The agenda") :])
        .replace("\n", "\r\n")
        .encode()
    )
    kept = read_yaml(with_details(raw, {"present": (), "venue": ""}, keeps_empty=True)).fields
    assert (kept["present"], kept["venue"]) == ([], "")


@pytest.mark.parametrize("text", ["{body: Board, date: 2026-04-16}\n", "a: [\n", "&x body: Board\n"])
def test_a_file_that_is_written_in_another_way_is_left_alone(text: str) -> None:
    with pytest.raises(Refusal, match="be changed"):
        with_details(text.encode(), {"body": "Council"})
