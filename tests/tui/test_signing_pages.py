from dataclasses import replace

from review_tui.domain.acts import Correction
from review_tui.domain.quotes import Quote
from review_tui.services.gate import Block, Gate
from review_tui.tui.presenters.signing import gate_heading, gate_heads, gate_lines, signed_page
from tests.tui.facts import ANN, NOON, TEXT, approval, edited, meeting_of


def test_the_gate_names_each_item_once_above_what_blocks_it() -> None:
    view = meeting_of([], [])
    first, second = (item.item for item in view.items)
    blocks = (Block("An act."), Block("One.", first), Block("Two.", first), Block("Three.", second))
    gate = Gate(view, (), blocks)
    assert gate_heading(gate) == "Not ready to sign off: 4 things stand in the way"
    heads = {place: head.plain for place, head in gate_heads(gate).items()}
    assert heads == {0: "The meeting", 1: "1  Item 1", 3: "2  Item 2"}
    assert [line.plain.strip() for line in gate_lines(gate)] == ["An act.", "One.", "Two.", "Three."]


def test_what_was_signed_is_shown_as_it_was_signed_with_a_warning_where_the_file_was_edited() -> None:
    view = meeting_of([approval(ANN)], [approval(ANN)], signed=True)
    view = replace(view, items=(view.items[0], edited(view.items[1], "They did not meet.\n")))
    page = signed_page(view, {"01": TEXT, "02": TEXT}).plain
    assert page.count("They met.") == 2
    assert "did not meet" not in page
    assert page.count("edited after the minutes were signed") == 1
    assert "Signed by Ann Lee, Sunday 20 March 2022" in page


def test_a_signed_text_that_is_gone_is_said_to_be_gone() -> None:
    view = meeting_of([approval(ANN)], signed=True)
    view = replace(view, items=(edited(view.items[0], "Other.\n"),))
    assert "not in the history" in signed_page(view, {"01": None}).plain


def test_corrections_stand_below_the_signed_words() -> None:
    view = meeting_of([approval(ANN)], signed=True)
    item = view.items[0]
    quote = Quote("met", "They ", ".", item.draft.digest)
    made = Correction(
        id="c", by=ANN, at=NOON, item="01", quote=quote, wording="dined", reason="A slip.", meeting="11 May"
    )
    view = replace(view, items=(replace(item, state=replace(item.state, corrections=(made,))),))
    page = signed_page(view, {"01": TEXT}).plain
    assert page.index("They met.") < page.index("Corrected at 11 May: for “met” read “dined”. A slip.")
