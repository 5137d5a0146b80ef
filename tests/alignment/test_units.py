import pytest

from review_tui.alignment.units import LONG, speaker_of, units_of
from review_tui.model.meeting import Source


@pytest.mark.parametrize(
    ("line", "speaker", "said"),
    [
        ("Laura Gough 00:12:31: we looked", "Laura Gough", "we looked"),
        ("Laura Gough [12:31]: we looked", "Laura Gough", "we looked"),
        ("**Chair:** we looked", "Chair", "we looked"),
        ("00:12:31 we looked", "", "we looked"),
        ("we looked at it: nothing", "", "we looked at it: nothing"),
        ("Points that were made by the Members present: none", "", None),
    ],
)
def test_a_line_tells_who_spoke(line: str, speaker: str, said: str | None) -> None:
    name, begins = speaker_of(line)
    assert name == speaker
    assert line[begins:] == (line if said is None else said)


def test_a_line_is_a_unit_and_a_blank_or_drawn_line_is_none() -> None:
    text = "# Item 5\n\n- footpath closed\n---\r\n  gate broken  \r\n"
    units = units_of([Source("a.md", text)])
    assert [unit.span.of(text) for unit in units] == ["# Item 5", "- footpath closed", "gate broken"]
    assert [unit.is_heading for unit in units] == [True, False, False]


def test_a_long_line_is_cut_into_its_sentences_and_keeps_its_speaker() -> None:
    text = "Ann Pell: " + " ".join(f"Um the gate number {n} was broken again." for n in range(LONG // 30))
    units = units_of([Source("a.txt", text)])
    assert len(units) > 5
    assert {unit.speaker for unit in units} == {"Ann Pell"}
    assert units[0].span.start == 0
    assert units[0].said.of(text) == "Um the gate number 0 was broken again."


def test_units_of_several_sources_stand_in_order() -> None:
    units = units_of([Source("a.md", "one\n"), Source("b.md", ""), Source("c.md", "two\nthree\n")])
    assert [unit.source for unit in units] == [0, 2, 2]


def test_what_a_transcript_says_is_spoken() -> None:
    text = "Chair (0:00:12): We looked at the hedge.\n"
    spoken, written = units_of([Source("notes/meeting.VTT", text), Source("notes/clerk.md", text)])
    assert (spoken.is_spoken, written.is_spoken) == (True, False)
