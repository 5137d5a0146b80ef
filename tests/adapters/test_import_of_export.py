"""What was exported and is imported again is what it was."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from review_tui.adapters.exporters.docx import to_docx
from review_tui.adapters.exporters.html import to_html
from review_tui.adapters.exporters.markdown import to_markdown
from review_tui.adapters.exporters.odt import to_odt
from review_tui.adapters.importers.docx_text import docx_text
from review_tui.adapters.importers.html_text import page_text
from review_tui.adapters.importers.minutes_markdown import spaced
from review_tui.adapters.importers.odt_text import odt_text
from review_tui.application.import_minutes import import_minutes
from review_tui.application.ports import ExportedItem, MeetingMinutes
from review_tui.model.people import Attendee

WAYS = {
    "docx": lambda minutes: spaced(docx_text(to_docx(minutes), is_markdown=True)[0]),
    "odt": lambda minutes: spaced(odt_text(to_odt(minutes), is_markdown=True)[0]),
    "html": lambda minutes: spaced(page_text(to_html(minutes).decode(), is_markdown=True)),
    "md": lambda minutes: to_markdown(minutes).decode(),
}
BLOCKS = st.lists(
    st.sampled_from(
        [
            "The Board met.",
            "A **bold** word, and 5 \\* 3.",
            "- one\n- two\n  - inner",
            "## Head",
            "| a | b |\n|---|---|\n| c | d |",
            "**Resolved:** That £5 be paid.",
            "(a) first\n(b) second",
            "> as it was said",
        ]
    ),
    min_size=1,
    max_size=5,
)


@pytest.mark.parametrize("way", WAYS)
@settings(max_examples=8, deadline=None)
@given(first=BLOCKS, second=BLOCKS)
def test_import_of_export_is_the_identity(way: str, first: list[str], second: list[str]) -> None:
    texts = ["\n\n".join(blocks) for blocks in (first, second)]
    minutes = MeetingMinutes(
        "The Board",
        ("Wednesday 16 March 2022, 09:00", "Town Hall"),
        "Draft minutes, not signed off.",
        (("Chair", (Attendee("A. Lee"),)), ("Present", (Attendee("A. Lee"), Attendee("B. Fox", "Mayor")))),
        (ExportedItem("1. Welcome", texts[0]), ExportedItem("2. Roads and trees", texts[1])),
    )
    found = import_minutes(WAYS[way](minutes), "x")
    meeting = found.meeting
    assert (meeting.body, f"{meeting.date}", meeting.start) == ("The Board", "2022-03-16", "09:00")
    assert (meeting.venue, meeting.chair) == ("Town Hall", "A. Lee")
    assert meeting.present == (Attendee("A. Lee"), Attendee("B. Fox", "Mayor"))
    assert [(item.number, item.title) for item in meeting.items] == [
        ("1", "Welcome"),
        ("2", "Roads and trees"),
    ]
    assert [_as_read(text) for text in found.texts.values()] == [_as_read(text) for text in texts]


def _as_read(text: str) -> list[str]:
    """The lines that say something; a list directly after another is one."""
    return [line.replace("## ", "# ") for line in text.split("\n") if line.strip()]
