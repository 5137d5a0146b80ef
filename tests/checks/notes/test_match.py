"""Which line of the notes a line of the draft is about."""

from review_tui.checks.material import Document, Material
from review_tui.checks.notes.match import Matches, best_notes

DRAFT = (
    "Laura Gough presented the annual report of the Safeguarding Partnership.\n\n"
    "The Clerk reported that the hedge in Mill Lane was overgrown.  "
    "It was agreed to obtain three quotations.\n\n"
    "Members welcomed the improvement of the highways drainage at Church Corner.\n"
)
NOTES = (
    "LG - annual rpt, S'guarding P'ship\n"
    "clk: hedge Mill Ln overgrown\n"
    "agr'd get 3 quotes\n"
    "h/ways drainage Ch Corner better, mbrs pleased\n"
)


def matched(draft: str = DRAFT, *notes: str) -> Matches:
    sources = tuple(Document.read(f"notes/{i}.md", text) for i, text in enumerate(notes or (NOTES,)))
    return best_notes(Material(Document.read("minutes.md", draft), sources))


def test_each_sentence_finds_its_jotting_through_short_forms() -> None:
    matches = matched()
    assert [line.text.split()[0] for line in matches.draft] == ["Laura", "The", "It", "Members"]
    best = [matches.best(line.index) for line in matches.draft]
    assert [m.line.index if m else None for m in best] == [0, 1, 2, 3]


def test_each_jotting_finds_its_sentence() -> None:
    matches = matched()
    best = [matches.best(line.index, from_draft=False) for line in matches.notes]
    assert [m.line.index if m else None for m in best] == [0, 1, 2, 3]


def test_two_lines_that_fit_alike_are_no_clear_match() -> None:
    twins = "hedge Mill Lane overgrown\n\nbins\n\nseat\n\npond\n\nhedge Mill Lane overgrown\n"
    matches = matched("The hedge in Mill Lane was overgrown.\n", twins)
    assert matches.of_draft(0)
    assert matches.best(0) is None


def test_neighbours_decide_between_lines_that_fit_alike() -> None:
    draft = "The pond was dry.\n\nThe report was received.\n\nThe bus shelter leaked.\n"
    notes = "rpt rec'd\n\nseat\n\nflag\n\npond dry\nrpt rec'd\nbus shelter leaks\n"
    best = matched(draft, notes).of_draft(1)[0]
    assert best.line.index == 4


def test_nothing_in_common_is_no_match() -> None:
    assert matched("The pond was dry.\n", "bus shelter leaks\n").of_draft(0) == ()


def test_lines_of_several_sources_are_counted_on() -> None:
    matches = matched(DRAFT, "hedge overgrown\n", "drainage Church Corner\n")
    assert [line.document.file for line in matches.notes] == ["notes/0.md", "notes/1.md"]
    assert [line.index for line in matches.notes] == [0, 1]


def test_the_same_texts_are_compared_once_for_all_checks() -> None:
    assert matched() is matched()


def test_a_title_or_the_number_of_an_item_ends_no_sentence() -> None:
    matches = matched(
        "5. Finance. Cllr. Mrs. J. Lee paid \u00a39. 50 to St. Mary's Church in 2015. All agreed.\n"
    )
    assert [line.text for line in matches.draft] == [
        "Finance.",
        "Cllr. Mrs. J. Lee paid \u00a39. 50 to St. Mary's Church in 2015.",
        "All agreed.",
    ]


def test_comparing_does_not_grow_with_the_square_of_the_length() -> None:
    def looks(times: int) -> int:
        draft = "\n\n".join(f"The {n}th hedge in Lane{n} near Farm{n} was overgrown." for n in range(times))
        notes = "\n".join(f"hedge Lane{n} Farm{n} overgrown" for n in range(times))
        matches = matched(draft, notes)
        return sum(len(matches.of_draft(line.index)) for line in matches.draft)

    assert looks(400) <= 4.5 * looks(100)
