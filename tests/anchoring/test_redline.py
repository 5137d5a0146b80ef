import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from review_tui.anchoring.redline import (
    Op,
    Piece,
    Redline,
    RowKind,
    describe_change,
    describe_correction,
    describe_each_change,
    redline,
    word_pieces,
)
from review_tui.language.tokens import tokenize
from review_tui.model.visible import is_plain

ANY_CHARACTER = st.one_of(
    st.sampled_from("aab  ,.12\n\n\r\t'£-"),
    st.sampled_from("\r\u2028\u2029\x85\x0b\x0c\x1c\x00\ufeff\u200d\u0301é日本\udc80\udcff😀"),
    st.characters(),
)
ANY_TEXT = st.text(ANY_CHARACTER, max_size=60)
SOME_LINES = st.lists(
    st.sampled_from(
        [
            "",
            "Noted.",
            "Agreed.",
            "The report for 2021 was received by the Board.",
            "The report for 2022 was received by the Board.",
            "The hedge in Station Road would be cut in March.",
            "- Safe at Home",
        ]
    ),
    max_size=9,
)
LINE_ENDS = st.sampled_from(["\n", "\r\n"])


def marked(old: str, new: str) -> str:
    signs = {Op.SAME: "{}", Op.DELETED: "[-{}-]", Op.INSERTED: "{{+{}+}}"}
    return "".join(signs[piece.op].format(piece.text) for piece in word_pieces(old, new))


def kinds(line: Redline) -> list[str]:
    return [row.kind.value for row in line.rows]


@given(ANY_TEXT, ANY_TEXT)
@example("a\r\nb", "a\nb\n")
@example("\ufeffa", "a")
@example("", "\n")
@example("a b", "a\u2028b")
@example("\udc80 b", "\udcff b")
def test_both_texts_come_back_to_the_letter(old: str, new: str) -> None:
    line = redline(old, new)
    assert line.old_text() == old
    assert line.new_text() == new
    assert line.is_empty == (old == new)


@given(SOME_LINES, SOME_LINES, LINE_ENDS, LINE_ENDS)
def test_minutes_come_back_to_the_letter_whatever_moved(
    old: list[str], new: list[str], end: str, new_end: str
) -> None:
    before, after = end.join(old), new_end.join(new)
    line = redline(before, after)
    assert (line.old_text(), line.new_text()) == (before, after)
    assert line.is_empty == (before == after)


@given(ANY_TEXT, ANY_TEXT)
def test_rows_number_the_lines_of_both_texts_in_order(old: str, new: str) -> None:
    rows = redline(old, new).rows
    old_lines = [row.old_line for row in rows if row.old_line and row.kind is not RowKind.MOVED_HERE]
    new_lines = [row.new_line for row in rows if row.new_line and row.kind is not RowKind.MOVED_AWAY]
    assert old_lines == list(range(1, old.count("\n") + (not old.endswith("\n") and old != "") + 1))
    assert new_lines == list(range(1, new.count("\n") + (not new.endswith("\n") and new != "") + 1))


@given(ANY_TEXT, ANY_TEXT)
def test_pieces_of_a_passage_give_both_wordings_and_are_never_empty(old: str, new: str) -> None:
    pieces = word_pieces(old, new)
    assert "".join(p.text for p in pieces if p.op is not Op.INSERTED) == old
    assert "".join(p.text for p in pieces if p.op is not Op.DELETED) == new
    assert all(piece.text for piece in pieces)
    if old == new:
        assert {piece.op for piece in pieces} <= {Op.SAME}


@given(ANY_TEXT)
def test_tokens_joined_are_the_text(text: str) -> None:
    assert "".join(tokenize(text)) == text


@given(
    st.lists(st.sampled_from(["2021", "2022", "£1,200", "14.30", "can't", "Council’s", "16th", "cafe\u0301"]))
)
def test_words_and_numbers_are_one_token_each(words: list[str]) -> None:
    assert tokenize(" ".join(words)) == [f"{word} " for word in words[:-1]] + words[-1:]


def test_a_year_is_replaced_whole() -> None:
    assert marked("to September, 2021, be noted", "to September, 2022, be noted") == (
        "to September, [-2021-]{+2022+}, be noted"
    )


def test_a_word_that_gains_a_comma_stays() -> None:
    assert marked("October 2020", "October, 2020") == "October{+,+} 2020"


def test_added_words_leave_the_full_stop_alone() -> None:
    assert marked("Cat sat.", "Cat sat on mat.") == "Cat sat{+ on mat+}."


def test_figures_far_apart_are_told_one_by_one() -> None:
    assert marked(
        "£1,200 was spent in 2021 and £300 in 2022", "£1,300 was spent in 2022 and £300 in 2023"
    ) == ("[-£1,200-]{+£1,300+} was spent in [-2021-]{+2022+} and £300 in [-2022-]{+2023+}")


def test_a_rewritten_sentence_reads_as_few_large_pieces() -> None:
    old = (
        "The Head of Safeguarding gave a power-point presentation on the Annual Assurance report of the "
        "Board and the Members asked a number of questions about it."
    )
    new = (
        "Members received a presentation from the Head of Safeguarding on assurance over the year, and put "
        "questions on the report to her."
    )
    assert len(word_pieces(old, new)) <= 12


def test_the_same_scrap_of_words_stays_when_only_one_side_of_it_changed() -> None:
    assert marked("a hedge of the town", "a hedge of the village") == "a hedge of the [-town-]{+village+}"


def test_a_long_passage_of_repeating_words_is_still_matched_word_by_word() -> None:
    old = [word for n in range(250) for word in ("of", "the", "to", "and")[: n % 4 + 1]]
    new = [*old[:100], "x", *old[101:500], "y", *old[501:]]
    changed = [piece.text for piece in word_pieces(" ".join(old), " ".join(new)) if piece.op is not Op.SAME]
    assert sorted(word.strip() for word in changed) == ["of", "of", "x", "y"]


def test_more_different_words_than_there_are_characters_below_the_surrogates() -> None:
    old = " ".join(f"w{n}" for n in range(70_000))
    new = old.replace("w55400 ", "changed ")
    assert [p for p in word_pieces(old, new) if p.op is not Op.SAME] == [
        Piece(Op.DELETED, "w55400"),
        Piece(Op.INSERTED, "changed"),
    ]


def test_words_that_only_repeat_are_still_matched() -> None:
    assert marked("a b a b c", "b a b a c") == "[-a -]b a b {+a +}c"


OLD = """# Item 5

The report for October 2020 to September 2021 was given by the Head of Safeguarding.

The hedge in Station Road would be cut by the Borough Council.

Resolved:- That the report be noted.
"""


def test_a_changed_passage_is_one_row_with_its_words() -> None:
    line = redline(OLD, OLD.replace("2021", "2022"))
    (row,) = line.changes()
    assert (row.kind, row.old_line, row.new_line) == (RowKind.CHANGED, 3, 3)
    assert [p.text for p in row.pieces if p.op is not Op.SAME] == ["2021", "2022"]
    assert line.summary() == "1 passage changed, 1 word out, 1 in"


def test_a_moved_passage_shows_where_it_left_and_where_it_arrived() -> None:
    lines = OLD.splitlines(keepends=True)
    line = redline(OLD, "".join([*lines[:2], *lines[4:7], *lines[1:3]]))
    away = next(row for row in line.rows if row.kind is RowKind.MOVED_AWAY)
    here = next(row for row in line.rows if row.kind is RowKind.MOVED_HERE)
    assert (away.old_line, away.new_line) == (here.old_line, here.new_line) == (3, 7)
    assert here.pieces == (Piece(Op.SAME, lines[2]),)
    assert line.summary() == "1 moved"


def test_a_passage_may_move_and_change_a_little() -> None:
    lines = OLD.splitlines(keepends=True)
    moved = lines[2].replace("2021", "2022")
    line = redline(OLD, "".join([*lines[:2], *lines[4:], "\n", moved]))
    here = next(row for row in line.rows if row.kind is RowKind.MOVED_HERE)
    assert [p.text for p in here.pieces if p.op is not Op.SAME] == ["2021", "2022"]
    assert line.summary() == "1 word out, 1 in; 1 moved"


def test_two_twins_that_change_places_are_moved_not_rewritten() -> None:
    old = "The report for 2021 was noted.\nThe report for 2022 was noted.\n"
    new = "The report for 2022 was noted.\nThe report for 2021 was noted.\n"
    assert sorted(kinds(redline(old, new))) == ["moved away", "moved here", "same"]


def test_added_and_removed_passages_are_told_with_their_words() -> None:
    assert redline("One.\n", "One.\n\nTwo three.\n").summary() == "1 passage added, 2 words in"
    assert redline("One.\n\nTwo three.\n", "One.\n").summary() == "1 passage taken out, 2 words out"


def test_other_line_ends_move_nothing() -> None:
    line = redline(OLD, OLD.replace("\n", "\r\n"))
    assert set(kinds(line)) == {"changed"}
    assert line.summary() == "only spacing changed"


def test_blank_lines_alone_are_only_spacing() -> None:
    line = redline("a\n", "a\n\n\n")
    assert not line.is_empty
    assert line.summary() == "only spacing changed"


def test_the_same_text_is_no_change() -> None:
    assert redline(OLD, OLD).is_empty
    assert redline(OLD, OLD).summary() == "no change"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "for September, 2022, be noted",
            "for September, 2021, be noted",
            "“September, 2022” to “September, 2021”",
        ),
        (
            "for October, 2020-September, 2022, be",
            "for October, 2020-September, 2021, be",
            "“September, 2022” to “September, 2021”",
        ),
        ("on 31 March 2022 the", "on 1 April 2022 the", "“31 March 2022” to “1 April 2022”"),
        ("2020-21 was", "2020-22 was", "“2020-21” to “2020-22”"),
        ("be received and", "be noted and", "“received” to “noted”"),
        ("saw a dog", "saw the dog", "“saw a dog” to “saw the dog”"),
        ("the dog", "the big dog", "“the dog” to “the big dog”"),
        ("be noted.", "be formally noted.", "add “formally”"),
        ("be formally noted.", "be noted.", "leave out “formally”"),
        ("a  b", "a b", "spacing"),
        ("a", "a", "no change"),
        ("First here and last there", "Primo here and ultimo there", "several words"),
        (OLD, OLD.replace("2021", "2022"), "“September 2021” to “September 2022”"),
        ("one\ntwo\n", "three\nfour\n", "several passages"),
        ("One. Two.\n", "One.\n\nTwo.\n", "a passage divided"),
        ("One.\n\nTwo.\n", "One. Two.\n", "passages joined"),
        ("x", "long " * 40, "new wording"),
        (
            "It was. " + "out " * 20,
            "It was.",
            f"leave out “{'out ' * 11}out…”",
        ),
    ],
)
def test_a_change_is_described_in_a_short_phrase(old: str, new: str, told: str) -> None:
    assert describe_change(old, new) == told


def test_a_move_is_described() -> None:
    assert describe_change(
        "First passage.\nSecond one is here.\n", "Second one is here.\nFirst passage.\n"
    ) == ("a passage moved")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("a\n", "a\n", ()),
        ("be noted.\n", "be received.\n", ("“noted” to “received”",)),
        (
            "He saw it.\nSame.\nIt was noted.\n",
            "She saw it.\nSame.\nIt was received.\n",
            ("“He saw” to “She saw”", "“noted” to “received”"),
        ),
        (
            "First passage.\nSecond one is here.\nThird.\n",
            "Second one is here.\nFirst passage.\nFourth.\n",
            ("leave out “Third.”", "a passage moved", "add “Fourth.”"),
        ),
    ],
)
def test_each_change_is_described_in_its_turn(old: str, new: str, told: tuple[str, ...]) -> None:
    assert describe_each_change(old, new) == told


@settings(max_examples=200)
@given(ANY_TEXT, ANY_TEXT)
def test_a_description_is_short_and_safe_in_a_commit_subject(old: str, new: str) -> None:
    told = describe_change(old, new)
    assert told
    assert len(told) <= 60
    assert is_plain(told)


def test_every_change_of_a_passage_is_told_where_each_is_asked_for() -> None:
    old = "Resolved:- That the report for 2022 be noted.\n"
    new = "Resolved:- That the report for 2021 be noted and filed.\n"
    (told,) = describe_each_change(old, new)
    assert "“2022” to “2021”" in told
    assert "filed" in told
    assert describe_change(old, new) == "several words"


LINE = "Resolved:- That the report for October 2020-September 2022 be noted."


@pytest.mark.parametrize(
    ("quote", "wording", "told"),
    [
        ("2022", "2021", "for “2022” read “2021”"),
        (LINE, LINE.replace("noted", "received"), "for “noted” read “received”"),
        (LINE, LINE.replace(" be noted", ""), "leave out “be noted”"),
        (
            LINE,
            LINE.replace("noted", "noted and circulated"),
            "for “noted” read “noted and circulated”",
        ),
        (
            LINE,
            LINE.replace("Resolved", "Agreed").replace("noted", "received"),
            "for “Resolved” read “Agreed”; for “noted” read “received”",
        ),
        ("noted", "", "leave out “noted”"),
        ("a  b", "a b", "for “a b” read “a b”"),
        ("One \x1b two.\n", "One \x1b three.\n", "for “two” read “three”"),
        ("\x1b", "x", "for “␛” read “x”"),
    ],
)
def test_a_correction_is_narrowed_to_the_words_that_differ(quote: str, wording: str, told: str) -> None:
    assert describe_correction(quote, wording) == told


def test_a_correction_is_told_whole_however_long() -> None:
    added = "They spoke at length. " * 9
    assert describe_correction("They met.", f"They met. {added}").count("They spoke at length.") == 9
