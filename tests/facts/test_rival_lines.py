"""The jottings that a sentence may tell, and what stands around a word of each."""

from review_tui.facts.pair import Pair, pair_of
from review_tui.facts.rival_lines import around_noted, around_told, lines_for
from review_tui.model.material import Document, Material

NOTES = "otters want the small pool\nrejected\nkiosk painted green, gate painted too\n"
DRAFT = (
    "The Otters had asked for the small pool on Sundays.\n\nPermission granted.\n\n"
    "The kiosk was painted green, and the gate.\n"
)


def read(draft: str = DRAFT, notes: str = NOTES) -> Pair:
    return pair_of(Material(Document.read("minutes.md", draft), (Document.read("notes/clerk.md", notes),)))


def test_a_sentence_without_a_jotting_may_tell_what_stands_behind_that_of_the_one_before() -> None:
    pair = read()
    rivals = lines_for(pair, pair.clauses[1])
    assert rivals is not None
    assert "rejected" in {pair.jottings[j].text for j in rivals.lines}


def test_a_heading_tells_nothing() -> None:
    pair = read("# Small pool of the Otters\n\nThe kiosk was painted.\n")
    assert lines_for(pair, pair.clauses[0]) is None


def test_the_nearer_a_word_stands_the_more_it_counts() -> None:
    pair = read()
    j = next(j.index for j in pair.jottings if j.text.startswith("kiosk"))
    painted = pair.jottings[j].text.index("painted")
    around = around_noted(pair, j, painted, painted + len("painted"))
    k = next(c.index for c in pair.clauses if "kiosk" in c.text)
    assert 0 < around.of(k) <= around.total
    assert around.of(0) == 0


def test_what_stands_around_a_word_of_the_draft_is_looked_for_in_its_jottings() -> None:
    pair = read()
    clause = next(c for c in pair.clauses if "kiosk" in c.text)
    rivals = lines_for(pair, clause)
    assert rivals is not None
    at = clause.text.index("painted")
    around = around_told(pair, rivals, at, at + len("painted"))
    best = max(rivals.lines, key=around.of)
    assert pair.jottings[best].text.startswith("kiosk")
