"""Minutes as a web page, read again by our own reader."""

import datetime as dt

from review_tui.adapters.exporters.html import to_html
from review_tui.adapters.importers.html_text import page_text
from review_tui.anchoring.tracked_text import tracked
from review_tui.application.ports import ExportedChange, ExportedFlag, ExportedItem, MeetingMinutes, Remark
from review_tui.model.text import Span
from tests.adapters.exporters.sample_minutes import MINUTES

AT = dt.datetime(2022, 3, 22, 10, 15, tzinfo=dt.UTC)


def test_a_page_holds_everything_in_order() -> None:
    text = page_text(to_html(MINUTES).decode())
    assert text.startswith("# The Board\nWednesday 16 March 2022\nHall\nDraft minutes, not signed off.\n")
    assert "## 5. Report\n### Noted\nThe annual report.\n- one\n- two_three_four\n" in text
    assert "Corrected at the April meeting" in text


def test_changes_and_flags_stand_beside_the_words_and_nothing_is_taken_for_a_tag() -> None:
    first, now = "- 1 < 2 fox.\n- B", "- 1 < 2 dog.\n- B"
    flag = ExportedFlag(Span(now.index("dog"), now.index("dog") + 3), (Remark("A. Lee", AT, "<Is it?>"),))
    item = ExportedItem(
        "5. R",
        now,
        tracked=tracked((first, now)),
        changes={1: ExportedChange('O"B', AT, "Seen.")},
        flags=(flag,),
    )
    page = to_html(MeetingMinutes("The Board", (), "Draft.", (), (item,))).decode()
    assert 'title="O&quot;B: Seen.">' in page
    assert "<del" in page
    assert "1 &lt; 2 " in page
    assert "A. Lee, Tuesday 22 March 2022, 10:15: &lt;Is it?&gt;" in page
    assert "- 1 < 2 [1]dog.\n- B\n" in page_text(page)
