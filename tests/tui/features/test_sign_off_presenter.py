from dataclasses import replace

from review_tui.application.sign_off_blocks import SignOffBlock
from review_tui.application.sign_off_gate import ItemToSign, SignOffGate
from review_tui.model.act_signatures import SignatureState
from review_tui.model.acts import Correction, OpenFinding
from review_tui.model.quotes import Quote
from review_tui.tui.features.sign_off.presenter import (
    STILL_OPEN,
    gate_heading,
    gate_heads,
    gate_lines,
    gate_shown,
    signed_page,
    to_sign_words,
)
from tests.tui.facts import ANN, NOON, TEXT, approval, edited, meeting_of


def test_the_gate_tells_what_is_alike_once_and_then_what_blocks_nothing() -> None:
    view = meeting_of([], [])
    first, second = (item.item for item in view.items)
    nobody = "Nobody has approved it yet."
    blocks = (
        SignOffBlock("An act."),
        SignOffBlock(nobody, first),
        SignOffBlock("Two.", first),
        SignOffBlock(nobody, second),
    )
    gate = SignOffGate(view, (), blocks, (SignOffBlock("Warning.", second),))
    assert gate_heading(gate) == "Not ready to sign off: 3 things stand in the way"
    assert {place: head.plain for place, head in gate_heads(gate).items()} == {3: STILL_OPEN}
    assert [line.plain.strip() for line in gate_lines(gate_shown(gate))] == [
        "An act.",
        "Items 1 and 2 are not approved yet.",
        "Item 1: Two.",
        "Item 2: Warning.",
    ]


def test_whoever_signs_reads_first_what_is_still_open() -> None:
    view = meeting_of([approval(ANN)])
    (item,) = view.items
    words = to_sign_words(
        SignOffGate(view, (ItemToSign(item, ()),), (), (SignOffBlock("Warning.", item.item),))
    ).plain
    assert words.startswith(
        f"{STILL_OPEN}. It is recorded with your signature.\n! Item 1: Warning.\n1  Item 1"
    )
    assert STILL_OPEN not in to_sign_words(SignOffGate(view, (ItemToSign(item, ()),), ())).plain


def test_whoever_signs_sees_which_approvals_are_signed_and_with_whose_key() -> None:
    given = approval(ANN)
    view = meeting_of([given])
    (item,) = view.items
    notes = {given.id: SignatureState.WRONG_KEY}
    gate = SignOffGate(view, (ItemToSign(item, (given,)),), (), signatures=notes)
    assert f"approved by {ANN.name} (signed with a key that is not theirs)\n" in to_sign_words(gate).plain
    signed = meeting_of([given], signed=True)
    assert signed.items[0].state.sign_off is not None
    notes[signed.items[0].state.sign_off.id] = SignatureState.SIGNED
    page = signed_page(signed, {"01": TEXT}, notes).plain
    assert f"\nSigned by {signed.items[0].state.sign_off.by.name} (signed), " in page


def test_what_was_open_when_it_was_signed_is_shown_with_what_was_signed() -> None:
    view = meeting_of([approval(ANN)], signed=True)
    (item,) = view.items
    assert item.state.sign_off is not None
    told = OpenFinding("01", "v1:", "names", "warning", "Two spellings.")
    act = replace(item.state.sign_off, findings=(told,))
    view = replace(view, items=(replace(item, state=replace(item.state, sign_off=act)),))
    page = signed_page(view, {"01": TEXT}).plain
    assert "Open and told when it was signed\nItem 1: warning of the names check: Two spellings.\n" in page


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
