import pytest

from review_tui.anchoring.blame import blame
from review_tui.language.sentences import sentences_of_passages

FIRST = "The Board met. Cllr. A. Smith spoke of No. 12.\n\n- The report for 2020-22 was noted.\n"


def told(*versions: str) -> list[tuple[str, int]]:
    return [(b.span.of(versions[-1]), b.newest) for b in blame(versions)]


def test_sentences_end_where_a_reader_would_end_them() -> None:
    assert [span.of(FIRST) for span in sentences_of_passages(FIRST)] == [
        "The Board met.",
        "Cllr. A. Smith spoke of No. 12.",
        "The report for 2020-22 was noted.",
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("One", 1),
        ("He said “Yes.” Then he left.", 2),
        ("£1.5 million was spent.", 1),
        ("At 7 p.m. the meeting closed.", 1),
        ("Agreed? Not yet! Later.", 3),
    ],
)
def test_a_text_has_so_many_sentences(text: str, count: int) -> None:
    assert len(sentences_of_passages(text)) == count


def test_what_nobody_changed_is_from_the_first_draft() -> None:
    assert {number for _, number in told(FIRST, FIRST)} == {0}


def test_only_the_sentence_that_changed_is_told_of_the_amendment() -> None:
    assert told(FIRST, FIRST.replace("2020-22", "2020-21")) == [
        ("The Board met.", 0),
        ("Cllr. A. Smith spoke of No. 12.", 0),
        ("The report for 2020-21 was noted.", 1),
    ]


def test_the_last_of_several_amendments_is_told_first_with_how_many_words_are_whose() -> None:
    second = FIRST.replace("2020-22", "2020-21")
    third = second.replace("noted", "received")
    last = blame([FIRST, second, third])[-1]
    assert last.newest == 2
    assert dict(last.shares) == {2: 1, 1: 1, 0: 5}


def test_a_sentence_that_moved_keeps_its_maker() -> None:
    one, two = "Alpha beta gamma delta epsilon.", "The report was noted by the Board."
    assert [n for _, n in told(f"{one}\n{two}\n", f"{two}\n{one}\n")] == [0, 0]


def test_a_sentence_put_in_is_its_makers_and_an_undone_one_nobodys() -> None:
    more = f"{FIRST}\nA new end.\n"
    assert told(FIRST, more)[-1] == ("A new end.", 1)
    assert {n for _, n in told(FIRST, more, FIRST)} == {0}


def test_of_no_version_nothing_is_told() -> None:
    assert blame([]) == ()


def test_words_put_together_by_a_merge_stay_those_of_their_makers() -> None:
    start = "Alpha.\n\nBeta was noted.\n\nGamma.\n"
    one, two = start.replace("Alpha.", "Alpha. Ann came."), start.replace("Gamma.", "Gamma was agreed.")
    merged = one.replace("Gamma.", "Gamma was agreed.").replace("noted", "received")
    versions = [start, one, two, merged]
    told_of = {b.span.of(merged): b.newest for b in blame(versions, [(), (0,), (0,), (1, 2)])}
    assert told_of == {"Alpha.": 0, "Ann came.": 1, "Beta was received.": 3, "Gamma was agreed.": 2}


def test_a_side_that_never_saw_a_sentence_does_not_make_it_new() -> None:
    start, more = "Alpha.\n", "Alpha.\n\nAnn came in late.\n"
    both = f"Zero.\n\n{more}"
    told_of = {
        b.span.of(both): b.newest
        for b in blame([start, more, f"Zero.\n\n{start}", both], [(), (0,), (0,), (2, 1)])
    }
    assert told_of == {"Zero.": 2, "Alpha.": 0, "Ann came in late.": 1}
