import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from review_tui.model.passages import PassageKind, passage_at, passages
from review_tui.model.rewrapping import with_words
from review_tui.model.text import line_number

ANY_TEXT = st.text(
    st.one_of(st.sampled_from("a1 -*#.)(\n\n\r\t\\"), st.sampled_from("\ufeff\u2028\x0c\x00\u00a0\udc80")),
    max_size=60,
)
RESOLUTION, ACTION, BULLET = PassageKind.RESOLUTION, PassageKind.ACTION, PassageKind.BULLET
PARAGRAPH, HEADING = PassageKind.PARAGRAPH, PassageKind.HEADING


@given(ANY_TEXT)
@example("\ufeff# Title\r\n\r\n- one\r\n")
@example("-\t\n# \n")
@example("a\n\nb\n- c\n- d\n")
def test_a_passage_is_its_marker_its_words_and_white_space(text: str) -> None:
    found = passages(text)
    for index, passage in enumerate(found):
        assert passage.index == index
        assert passage.span.holds(passage.words)
        assert passage.line == line_number(text, passage.span.start)
        before = text[passage.span.start : passage.words.start]
        assert before.removeprefix("\ufeff" if passage.line == 1 else "").endswith(passage.marker)
        assert text[passage.words.end : passage.span.end].strip() == ""
        assert passage.words.of(text) == passage.words.of(text).strip()
    assert [p.line for p in found] == sorted({p.line for p in found})


@given(ANY_TEXT)
def test_every_letter_of_the_text_is_in_a_passage(text: str) -> None:
    covered = {n for passage in passages(text) for n in range(passage.span.start, passage.span.end)}
    assert not [text[n] for n in range(len(text)) if n not in covered and text[n] in "a1"]


@given(ANY_TEXT, st.integers(0, 60))
def test_the_passage_at_a_place_holds_that_place(text: str, at: int) -> None:
    found = passages(text)
    passage = passage_at(found, at)
    holders = [p for p in found if p.span.start <= at <= p.span.end]
    assert passage == (holders[0] if holders else None)


@given(ANY_TEXT, st.text("new words", max_size=9))
def test_other_words_leave_every_other_character_as_it_was(text: str, words: str) -> None:
    for passage in passages(text):
        changed = with_words(text, passage, words)
        assert changed.startswith(text[: passage.words.start] + words)
        assert changed.endswith(text[passage.words.end :])
        assert len(changed) == len(text) - len(passage.words.of(text)) + len(words)


@pytest.mark.parametrize(
    ("line", "kind", "marker", "words"),
    [
        ("# Minutes", HEADING, "# ", "Minutes"),
        ("###### 2\\. Declarations made:", HEADING, "###### ", "2\\. Declarations made:"),
        ("#hashtag", PARAGRAPH, "", "#hashtag"),
        ("Laura Gough gave a presentation.", PARAGRAPH, "", "Laura Gough gave a presentation."),
        ("- Safe at Home", BULLET, "- ", "Safe at Home"),
        ("    * nested under it", BULLET, "    * ", "nested under it"),
        ("\t\t- deeper", BULLET, "\t\t- ", "deeper"),
        ("-        Ensuring that it did", BULLET, "-        ", "Ensuring that it did"),
        ("• as word processors write them", BULLET, "• ", "as word processors write them"),
        ("– a dash", BULLET, "– ", "a dash"),
        ("\\- escaped", BULLET, "\\- ", "escaped"),
        ("\u00a0\u00a05. Declaration of interest", BULLET, "\u00a0\u00a05. ", "Declaration of interest"),
        ("12) numbered", BULLET, "12) ", "numbered"),
        (
            "18\\. P.C. agreed to the planning application.",
            BULLET,
            "18\\. ",
            "P.C. agreed to the planning application.",
        ),
        ("(a) Cemetery ground", BULLET, "(a) ", "Cemetery ground"),
        ("iv) Village sign", BULLET, "iv) ", "Village sign"),
        ("e. DS to enquire.", BULLET, "e. ", "DS to enquire."),
        ("E. Drew and P. Wood were present.", PARAGRAPH, "", "E. Drew and P. Wood were present."),
        ("10.2 Risk Assessment.", PARAGRAPH, "", "10.2 Risk Assessment."),
        ("7.30 in the evening", PARAGRAPH, "", "7.30 in the evening"),
        ("5 members of the public came.", PARAGRAPH, "", "5 members of the public came."),
        ("-5 degrees", PARAGRAPH, "", "-5 degrees"),
        ("**Apologies** were received.", PARAGRAPH, "", "**Apologies** were received."),
    ],
)
def test_a_line_is_told_by_its_marker(line: str, kind: PassageKind, marker: str, words: str) -> None:
    (passage,) = passages(f"\n{line}\n")
    assert (passage.kind, passage.marker, passage.words.of(f"\n{line}\n")) == (kind, marker, words)


@pytest.mark.parametrize(
    "line",
    [
        "Resolved:-  That the report be noted.",
        "RESOLVED that the report be noted.",
        "RESOLVED: 1) Payments as above approved.",
        "**Resolved:** that it be noted",
        "**Resolved**:       That DC and JT report back.",
        "Resolved – the report was noted",
        "Resolved unanimously that it be noted",
        "Resolved.",
        "- Resolved: that it be noted",
        "1. RESOLVED that it be noted",
        "It was agreed that the Clerk write.",
        "It was unanimously agreed £1000 be held.",
        "It was proposed and agreed that they be signed.",
        "9.4 It was agreed to increase all fees.",
        "The Board resolved that it be noted.",
        "The Committee AGREED the report.",
        "Agreed: that it be noted.",
        "Agreed to approve the lease.",
        "Unanimously Agreed",
        "DECISION: That the precept be £16,249.",
        "_Recommended:_ that Council approve it.",
    ],
)
def test_resolutions_are_seen(line: str) -> None:
    assert [p.kind for p in passages(line)] == [RESOLUTION]


@pytest.mark.parametrize(
    "line",
    [
        "Action: AB to write to the Borough.",
        "ACTION – Clerk to report",
        "Actions: None",
        "**Action:** AB",
        "- Action (Clerk): write to Highways",
        "Action AB: to write",
        "Action 3: to write",
        "Action points: none",
        "Action by JT: to write",
    ],
)
def test_actions_are_seen(line: str) -> None:
    assert [p.kind for p in passages(line)] == [ACTION]


@pytest.mark.parametrize(
    "line",
    [
        "Members agreed that more could be done.",
        "The Clerk agreed to contact Highways.",
        "The matter seems to be resolved.",
        "Agreed minutes were signed.",
        "Action Group Progress:",
        "Stoke Ferry Action Plan:",
        "This action was completed.",
        "Actionable points were few.",
        "MINUTES AGREED",
        "Permission recommended.",
    ],
)
def test_ordinary_sentences_are_paragraphs(line: str) -> None:
    assert [p.kind for p in passages(line)] == [PARAGRAPH]


@pytest.mark.parametrize("rule", ["---", "***", "* * *", "=====", "  ___  ", "", "   ", "\u00a0"])
def test_blank_lines_and_rules_are_no_passages(rule: str) -> None:
    assert [p.line for p in passages(f"one\n{rule}\ntwo\n")] == [1, 3]


def test_a_byte_order_mark_is_no_part_of_the_first_passage() -> None:
    (passage,) = passages("\ufeff# Title")
    assert (passage.kind, passage.marker, passage.words.of("\ufeff# Title")) == (HEADING, "# ", "Title")


def test_long_lines_of_anything_are_read_at_once() -> None:
    for part in (" ", "*", "- ", "a ", "(", "1.", "_", "It was ", "action "):
        assert len(passages(part * 50_000 + "x")) == 1
