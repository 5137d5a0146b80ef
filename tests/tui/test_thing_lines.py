"""The line for what there is to look at: it never offers a key that would do something else."""

from dataclasses import replace

from review_tui.domain.acts import Correction
from review_tui.domain.anchors import Fate, Placement
from review_tui.domain.policy import Policy
from review_tui.domain.quotes import quote_at
from review_tui.domain.standing import Move, Terms, fold
from review_tui.domain.text import Span
from review_tui.tui.open_item import OpenItem
from review_tui.tui.presenters.blocks import draft_blocks
from review_tui.tui.presenters.pages import help_page
from review_tui.tui.presenters.sentences import elsewhere_line, thing_line
from tests.tui.facts import ANN, NOON, TEXT, approval, edited, meeting_of


def stale_item(refusal: str = "") -> OpenItem:
    view = meeting_of([approval(ANN)]).items[0]
    view = edited(view, "They met.\n\nThey left.\n")
    state = fold(view.draft.digest, view.draft.acts, (), Terms(Policy(), view.item.id))
    return OpenItem(replace(view, state=state), refusals={Move.APPROVE: refusal}, is_checked=True)


def test_a_stale_item_offers_approving_only_where_that_may_be_done() -> None:
    free, refused = stale_item(), stale_item("2 flags are still open.")
    assert "d: what changed  a: approve as it reads now" in thing_line(free.things[0], free).plain
    told = thing_line(refused.things[0], refused).plain
    assert told.endswith("d: what changed")


def test_the_key_that_leads_elsewhere_is_the_one_for_that_direction() -> None:
    item = stale_item()
    assert elsewhere_line(item, 0, is_last=False).plain.endswith("n: go there")
    assert elsewhere_line(item, 1, is_last=False).plain.endswith("N: go there")


def test_what_a_key_does_stands_beside_it_on_every_line_of_the_help_page() -> None:
    lines = help_page().plain.partition("What the words mean")[0].splitlines()
    assert max(map(len, lines)) <= 72
    assert not any(line and line[0] != " " and line.endswith(".") for line in lines)


def test_a_passage_that_was_only_corrected_has_the_sign_of_a_correction_not_of_a_finding() -> None:
    view = meeting_of([], signed=True).items[0]
    quote = quote_at(TEXT, Span(0, 4))
    correction = Correction(
        id="c", by=ANN, at=NOON, item="01", quote=quote, wording="We", reason="So.", meeting="May"
    )
    there = Placement(Fate.PLACED, Span(0, 4), (), quote, "")
    (block,) = draft_blocks(OpenItem(view, corrections=((correction, there),)))
    assert block.gutter == "✎"
