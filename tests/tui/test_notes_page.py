"""The notes as blocks: where a place of a source stands among them, lit or marked."""

from review_tui.model.findings import Location
from review_tui.model.meeting import Source
from review_tui.model.text import Span
from review_tui.tui.presenters.notes_blocks import LIT_SIGN, NOT_MINUTED_SIGN, UNUSED_SIGN, notes_page

CLERK = "- LG: annual rpt\n\n- agd to note\n- fence £250\n"
CHAIR = "fence: get two quotes\n"
SOURCES = (Source("notes/clerk.md", CLERK), Source("notes/chair.txt", CHAIR))


def place(source: Source, words: str) -> Location:
    start = source.text.index(words)
    line = source.text.count("\n", 0, start) + 1
    return Location(source.name, Span(start, start + len(words)), line, words, words)


def test_every_source_stands_under_its_name() -> None:
    page = notes_page(SOURCES)
    assert [b.text for b in page.blocks if not b.can_rest] == ["clerk.md", "chair.txt"]
    assert len(page.blocks) == 2 + 3 + 1


def test_a_place_is_found_in_its_own_source() -> None:
    page = notes_page(SOURCES)
    (index,) = page.lines_of(place(SOURCES[1], "two quotes"))
    assert page.blocks[index].text == "fence: get two quotes"
    assert page.file_at(index) == "notes/chair.txt"


def test_a_place_over_several_lines_lights_each_of_them() -> None:
    page = notes_page(SOURCES)
    lit = page.lit([place(SOURCES[0], "agd to note\n- fence £250")])
    assert [b.text for b in lit.values()] == ["agd to note", "fence £250"]
    assert {b.gutter for b in lit.values()} == {LIT_SIGN}
    assert [(m.start, m.end, m.kind) for b in lit.values() for m in b.marks] == [
        (0, len("agd to note"), "evidence"),
        (0, len("fence £250"), "evidence"),
    ]


def test_words_of_facts_are_marked_in_lines_that_are_not_lit_too() -> None:
    page = notes_page(SOURCES)
    lit = page.lit([place(SOURCES[0], "agd to note")], [(place(SOURCES[0], "£250"), "fact")])
    assert {b.text: (b.gutter, [m.kind for m in b.marks]) for b in lit.values()} == {
        "agd to note": (LIT_SIGN, ["evidence"]),
        "fence £250": ("", ["fact"]),
    }


def test_what_no_passage_uses_and_what_is_not_minuted_are_marked() -> None:
    page = notes_page(
        SOURCES, unused=[place(SOURCES[0], "fence £250")], not_minuted=[place(SOURCES[0], "agd to note")]
    )
    signs = {b.text: b.gutter for b in page.blocks if b.gutter}
    assert signs == {"fence £250": UNUSED_SIGN, "agd to note": NOT_MINUTED_SIGN}


def test_the_line_at_the_cursor_is_a_place_that_can_be_chosen() -> None:
    page = notes_page(SOURCES)
    chosen = page.place_at(2)
    assert chosen is not None
    assert (chosen.file, chosen.line, chosen.quote) == ("notes/clerk.md", 3, "agd to note")
    assert chosen.span.of(CLERK) == "agd to note"
    assert page.place_at(0) is None


def test_a_place_in_an_unknown_source_lights_nothing() -> None:
    assert notes_page(SOURCES).lit([Location("notes/gone.md", Span(0, 3), 1, "abc", "abc")]) == {}
