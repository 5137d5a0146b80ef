"""Which notes the draft leaves out, as far as words can tell."""

from review_tui.checks.material import Document, Material
from review_tui.checks.notes.coverage import coverage_of
from review_tui.checks.notes.match import best_notes

DRAFT = (
    "The Clerk reported that the hedge in Mill Lane was overgrown and hid the traffic sign.\n\n"
    "Mr Price asked for a new bench beside the village pond and offered to paint it.\n\n"
)
NOTES = (
    "clerk: hedge Mill Lane overgrown, hides traffic sign\nPrice: new bench beside village pond, will paint\n"
)


def left_out(draft: str, notes: str) -> list[int]:
    matches = best_notes(
        Material(Document.read("minutes.md", draft), (Document.read("notes/clerk.md", notes),))
    )
    return [n.index for n in matches.notes if coverage_of(matches).is_left_out(n.index)]


def test_notes_that_the_draft_has_in_other_words_are_not_left_out() -> None:
    assert left_out(DRAFT, NOTES) == []


def test_a_note_whose_words_stand_in_a_line_written_from_another_is_left_out() -> None:
    assert left_out(DRAFT, NOTES + "agreed clerk order traffic mirror for Mill Lane, paid by county\n") == [2]


def test_a_short_note_of_which_nothing_is_there_is_left_out() -> None:
    assert left_out(DRAFT, NOTES + "orchard pruning approved\n") == [2]
    assert left_out(DRAFT, NOTES + "approved\n") == []


def test_how_it_went_in_other_words_is_no_omission() -> None:
    draft = DRAFT + "The proposal for barbecues on the terrace roof was defeated.\n"
    assert left_out(draft, NOTES + "BBQs roof terrace? voted down\n") == []
