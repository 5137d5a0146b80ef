"""The line for what there is to look at: it never offers a key that would do something else."""

import re
from dataclasses import replace

from review_tui.anchoring.placement import Placement, PlacementKind
from review_tui.application.reading import PlacedFlag
from review_tui.model.acts import Correction, Flag, FlagKind
from review_tui.model.findings import Finding, Location, Severity, Suggestion
from review_tui.model.flag_threads import FlagThread
from review_tui.model.meeting import Problem
from review_tui.model.policy import Policy
from review_tui.model.quotes import quote_at
from review_tui.model.text import Span
from review_tui.model.transitions import Move, StatusTerms, fold_acts
from review_tui.tui.features.help.presenter import help_page
from review_tui.tui.keys import KEYS
from review_tui.tui.open_item import Concern, ConcernKind, OpenItem
from review_tui.tui.presenters.at_hand import Hint, concern_here, elsewhere
from review_tui.tui.presenters.draft_blocks import draft_blocks
from review_tui.tui.presenters.status_lines import concern_line, notes_line
from tests.tui.facts import ANN, NOON, TEXT, approval, edited, meeting_of, objection


def stale_item(refusal: str = "") -> OpenItem:
    view = meeting_of([approval(ANN)]).items[0]
    view = edited(view, "They met.\n\nThey left.\n")
    state = fold_acts(view.draft.digest, view.draft.acts, (), StatusTerms(Policy(), view.item.id))
    return OpenItem(replace(view, state=state), refusals={Move.APPROVE: refusal}, is_checked=True)


def hints_at(item: OpenItem) -> tuple[Hint, ...]:
    return concern_here(item.concerns[0], item, 0, lambda move: item.refusals.get(move, "")).hints


def test_a_stale_item_offers_approving_only_where_that_may_be_done() -> None:
    free, refused = stale_item(), stale_item("2 flags are still open.")
    offered = [[h.shown for h in hints_at(i)] for i in (free, refused)]
    assert offered == [["d: what changed", "a: approve as it reads now"], ["d: what changed"]]


def lost_flag() -> PlacedFlag:
    quote = quote_at(TEXT, Span(0, 4))
    flag = Flag(
        id="f",
        by=ANN,
        at=NOON,
        quote=quote,
        kind=FlagKind.WORDING,
        comment="Who?",
        suggest="We met",
    )
    lost = Placement(PlacementKind.LOST, None, (), quote, "Its words are gone.")
    return PlacedFlag(FlagThread(flag, ()), lost)


def test_a_flag_without_a_place_offers_to_pick_one_below_the_panes() -> None:
    item = OpenItem(meeting_of([]).items[0], flags=(lost_flag(),), is_checked=True)
    assert "p: pick the place" in [h.shown for h in hints_at(item)]


def test_no_line_in_the_list_of_things_names_a_key_since_keys_do_nothing_there() -> None:
    place = Location("minutes.md", Span(0, 4), 1, "They", "They met.")
    finding = Finding("names", Severity.ERROR, "Two names.", (place,), Suggestion(Span(0, 4), "We"))
    quote = quote_at(TEXT, Span(0, 4))
    correction = Correction(
        id="c", by=ANN, at=NOON, item="01", quote=quote, wording="We", reason="So.", meeting="May"
    )
    concerns = (
        *stale_item().concerns,
        Concern(ConcernKind.FINDING, 0, Span(0, 4), finding=finding),
        Concern(ConcernKind.LOST_FLAG, 0, None, flag=lost_flag()),
        Concern(ConcernKind.FLAG, 0, Span(0, 4), flag=lost_flag()),
        Concern(ConcernKind.OBJECTION, 0, None, objection=objection(ANN)),
        Concern(ConcernKind.CORRECTION, 0, None, correction=correction),
    )
    assert {concern.kind for concern in concerns} == set(ConcernKind)
    keys = {shown for key in KEYS for shown in key.shown.split()}
    for concern in concerns:
        named = re.findall(r"(\S+): ", concern_line(concern).plain)
        assert not keys & {part for name in named for part in name.split("/")}


def test_the_key_that_leads_elsewhere_is_the_one_for_that_direction() -> None:
    item, meeting = stale_item(), meeting_of([])
    assert [h.shown for h in elsewhere(item, 0, meeting).hints] == ["n: go there"]
    assert [h.shown for h in elsewhere(item, 1, meeting).hints] == ["N: go there"]


def test_the_next_step_is_named_once_every_item_is_approved_and_not_before_or_after() -> None:
    for acts, signed, is_named in (([approval(ANN)], False, True), ([], False, False), ([], True, False)):
        meeting = meeting_of(acts, signed=signed)
        told = elsewhere(OpenItem(meeting.items[0], is_checked=True), 0, meeting)
        assert ("S: sign the minutes off" in [h.shown for h in told.hints]) is is_named


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
    there = Placement(PlacementKind.PLACED, Span(0, 4), (), quote, "")
    (block,) = draft_blocks(OpenItem(view, corrections=((correction, there),)))
    assert block.gutter == "✎"


def test_the_head_of_the_notes_says_that_exports_are_left_out_of_them() -> None:
    view = meeting_of([]).items[0]
    told = Problem("x.docx", "This is an export.", of_notes=True, is_notice=True)
    exported = replace(view, draft=replace(view.draft, problems=(told,)))
    assert notes_line(OpenItem(exported), "").plain.endswith("exports left out")
    assert "exports" not in notes_line(OpenItem(view), "").plain


def test_the_help_page_keeps_its_columns_on_a_narrow_screen() -> None:
    told = help_page(60).plain.partition("What the words mean")[0].splitlines()
    assert max(map(len, told)) <= 53
    assert {line for line in told if line and line[0] != " "} == {key.group for key in KEYS}
