import subprocess

from hypothesis import given, settings
from hypothesis import strategies as st

from review_tui.model.commit_messages import SUBJECT, message, subject_about
from review_tui.model.meeting import Item

ITEM = Item(id="05-report", number="5", title="Report")


def parsed(text: str) -> list[str]:
    """What git itself reads as trailers."""
    run = subprocess.run(
        ["git", "interpret-trailers", "--parse"], input=text.encode(), capture_output=True, check=True
    )
    return run.stdout.decode().splitlines()


def test_git_reads_the_trailers() -> None:
    text = message(
        subject_about("Amend", ITEM, "the year"),
        "A slip.\n\nMeeting: no trailer",
        [("Meeting", "m"), ("Item", "i")],
    )
    assert text.splitlines()[0] == "Amend item 5: the year"
    assert parsed(text) == ["Meeting: m", "Item: i"]


def test_a_body_line_of_dashes_does_not_end_the_message() -> None:
    text = message("S", "before\n---\nafter\n--- \n", [("Item", "i")])
    assert parsed(text) == ["Item: i"]


def test_a_subject_is_one_short_line_without_controls() -> None:
    text = message(subject_about("Flag", ITEM, "a\nb\x1b[31m" + "c" * 300), "", [("Item", "i")])
    subject = text.splitlines()[0]
    assert len(subject) <= SUBJECT
    assert "\x1b" not in text
    assert subject.startswith("Flag item 5: a b␛[31mccc")


def test_a_trailer_is_never_shortened_and_scissors_do_not_cut_it_off() -> None:
    scissors = "# ------------------------ >8 ------------------------"
    text = message("S", f"Because.\n{scissors}\nMore.", [("Item", "05-" + "long-" * 40)])
    assert parsed(text) == ["Item: 05-" + "long-" * 40]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120), st.text(min_size=1, max_size=30))
def test_whatever_the_reason_says_only_our_trailers_are_read(reason: str, value: str) -> None:
    text = message("Amend item 5: x", reason, [("Item", "05-report"), ("Settles", value)])
    lines = parsed(text)
    assert lines[0] == "Item: 05-report"
    assert len(lines) == 2
