"""Whole meetings by command: who has read what, signing off, reopening, correcting, handing over."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., tuple[int, str, str]]
Answer = Callable[..., Any]
MEETING = "2022-03-16-health-and-wellbeing-board"
NUMBERS = [str(n) for n in range(1, 9)]


def approve_all(command: Command) -> None:
    """The one error that the checks find is dealt with, and every item is approved."""
    (found,) = json.loads(command("check", "--json")[1])["findings"]
    assert command("dismiss", "5", found["fingerprint"], "--reason", "So it was said.")[0] == 0
    for number in NUMBERS:
        assert command("approve", number)[0] == 0


def test_who_has_read_what_since_it_last_changed(
    command: Command, as_json: Answer, sit_down: Callable[[str], None]
) -> None:
    command("approve", "6")
    sit_down("Alex Example")
    assert command("receipt", "5", "--text", "00000000")[0] == 1
    assert command("receipt", "5")[0] == 0
    code, _, err = command("receipt", "5")
    assert (code, "said already" in err) == (1, True)

    def has(item: int) -> dict[str, str]:
        (meeting,) = as_json("receipts", "health")["meetings"]
        return {each["name"]: each["has"] for each in meeting["items"][item - 1]["reviewers"]}

    assert has(5) == {"Alex Example": "read", "Dawn Example": "not yet"}
    assert has(6) == {"Alex Example": "not yet", "Dawn Example": "approved"}
    assert as_json("status")["meetings"][0]["items"][4]["read_by"][0]["name"] == "Alex Example"
    command("amend", "5", "--replace", "Safe at Home", "Safe at home", "--reason", "Style.")
    assert has(5)["Alex Example"] == "read an earlier text"
    assert "Alex Example: read an earlier text; Dawn Example: not yet" in command("receipts")[1]


def test_a_refused_sign_off_lists_exactly_what_blocks(command: Command, as_json: Answer) -> None:
    approve_all(command)
    command("flag", "5", "--quote", "Safe at Home", "--kind", "style", "--comment", "?")
    command("object", "6", "--comment", "Not so.")
    for words in (("sign-off", "16 March"), ("sign-off", MEETING, "--preview")):
        code, _, err = command(*words)
        assert code == 1
        assert err.splitlines() == [
            "review-tui: This can't be signed off yet.",
            "  Item 5: The style flag by Dawn Example on “Safe at Home” is open.",
            "  Item 6: Dawn Example objects: Not so.",
        ]
    told = as_json("sign-off", MEETING)
    assert (told["refused"], told["exit"], told["open"]) == ("This can't be signed off yet.", 1, False)
    assert [(b["number"], bool(b["act"])) for b in told["blocks"]] == [("5", True), ("6", True)]


PERIOD = "Item 5: Error of the period check: The resolution gives the period"


def test_the_error_of_the_sample_stands_in_the_way_until_it_is_put_right(
    command: Command, as_json: Answer
) -> None:
    for number in NUMBERS:
        command("approve", number)
    code, _, err = command("sign-off", MEETING)
    assert code == 1
    assert PERIOD in err
    assert PERIOD in command("status")[1]
    assert "Error of the period check" in as_json("show", "5")["blocks_sign_off"][0]
    assert as_json("status")["meetings"][0]["blocks_sign_off"][0].startswith(PERIOD)
    words = ("--replace", "2020-September, 2022", "2020-September, 2021", "--reason", "A slip.")
    assert command("amend", "5", *words)[0] == 0
    command("approve", "5")
    assert command("sign-off", MEETING)[0] == 0
    assert as_json("status")["meetings"][0]["signed_off"]["findings"] == []


def test_where_the_book_says_so_what_is_open_is_told_and_recorded(
    command: Command, as_json: Answer, sample_book: Path
) -> None:
    (sample_book / "book.yaml").write_text("sign_off:\n  findings: tell\n", encoding="utf-8")
    subprocess.run(["git", "-C", str(sample_book), "commit", "-qam", "Rules"], check=True)
    for number in NUMBERS:
        command("approve", number)
    code, out, err = command("sign-off", MEETING, "--preview")
    assert (code, out.endswith("Nothing blocks the sign-off.\n"), PERIOD in err) == (0, True, True)
    assert as_json("sign-off", MEETING, "--preview")["told"][0]["number"] == "5"
    assert PERIOD in command("status")[1]
    code, out, err = command("sign-off", MEETING)
    assert (code, PERIOD in err, "Signed off with 1 finding open" in out) == (0, True, True)
    (told,) = as_json("status")["meetings"][0]["signed_off"]["findings"]
    assert (told["check"], told["severity"]) == ("period", "error")
    assert "open when it was signed: item 5, error of the period check" in command("status")[1]
    (act,) = (sample_book / MEETING / "acts").glob("*sign-off*.yaml")
    assert "findings:\n" in act.read_text(encoding="utf-8")


def test_approving_quotes_what_is_still_open(command: Command, as_json: Answer) -> None:
    out = command("approve", "5")[1]
    assert "You approved it with this still open:\n  Error of the period check: The resolution" in out
    assert command("undo")[0] == 0
    (told,) = as_json("approve", "5")["open_findings"]
    assert told["check"] == "period"


def test_a_preview_shows_what_would_be_signed(command: Command, as_json: Answer) -> None:
    approve_all(command)
    code, out, _ = command("sign-off", MEETING, "--preview")
    assert code == 0
    assert out.endswith("Nothing blocks the sign-off.\n")
    assert out.count("approved by Dawn Example") == len(NUMBERS)
    assert as_json("status")["meetings"][0]["signed_off"] is None
    assert as_json("sign-off", MEETING, "--preview")["items"][4]["text"] == as_json("show", "5")["text"]


def test_what_is_not_signed_is_amended_not_corrected_however_vague_the_words_are(command: Command) -> None:
    code, _, err = command(
        "correct", "5", "--quote", "a", "--wording", "b", "--reason", "So.", "--made-at", "May"
    )
    assert code == 1
    assert "These minutes are not signed off: amend them instead." in err


def test_signed_minutes_are_read_only_corrected_handed_over_and_reopened(
    command: Command, as_json: Answer
) -> None:
    approve_all(command)
    assert command("reopen", MEETING, "--reason", "Late.")[0] == 1
    assert command("sign-off", MEETING, "--dissent", "Not I.", "--statement", "Thanks.")[0] == 0
    signed = as_json("status")["meetings"][0]["signed_off"]
    assert (signed["by"]["name"], signed["dissent"], signed["statement"]) == (
        "Dawn Example",
        "Not I.",
        "Thanks.",
    )
    assert "  signed off by Dawn Example, " in command("status")[1]
    for words in (("approve", "5"), ("sign-off", MEETING), ("undo",)):
        code, _, err = command(*words)
        assert (code, "can't be signed off yet" in err) == (1, False)
    correction = (
        "--quote",
        "by the end of June",
        "--wording",
        "by the end of July",
        "--reason",
        "As read out.",
    )
    assert command("correct", "5", *correction, "--made-at", "the April meeting")[0] == 0
    assert "for “June” read “July”, corrected at the April meeting by Dawn Example" in command("show", "5")[1]
    (correct,) = as_json("status")["meetings"][0]["items"][4]["corrections"]
    assert (correct["quote"], correct["made_at"]) == ("by the end of June", "the April meeting")
    assert "1 correction since." in command("status")[1]
    assert "Corrected since they were signed:" in as_json("hand-over", MEETING)["text"]
    exported = as_json("export", MEETING, "--to", "md")["text"]
    assert "*Minutes as signed off by Dawn Example on " in exported
    assert "*Corrected at the April meeting: for “June” read “July”. As read out.*" in exported
    assert command("reopen", MEETING, "--reason", "Late.")[0] == 0
    assert command("sign-off", MEETING)[0] == 0
    tags = subprocess.run(["git", "tag"], capture_output=True, text=True, check=True).stdout.split()
    assert tags == [f"minutes/{MEETING}", f"minutes/{MEETING}.2"]


def test_the_hand_over_says_what_was_amended_since_circulation(command: Command) -> None:
    command("amend", "5", "--replace", "Safe at Home", "Safe at home", "--reason", "Style.")
    command("amend", "5", "--replace", "end of June", "end of July", "--reason", "As said.")
    code, out, _ = command("hand-over", "health")
    assert code == 0
    assert out.splitlines()[2:] == [
        "Amended since circulation:",
        "- Item 5, Safeguarding Children Board Annual Report:",
        "  - first point: for “Safe at Home” read “Safe at home”",
        "  - seventh paragraph: for “the end of June” read “the end of July”",
        "  - amendment 1, by Dawn Example: Style.",
        "  - amendment 2, by Dawn Example: As said.",
    ]


def test_the_book_says_whom_an_item_waits_for(
    command: Command, as_json: Answer, sample_book: Path, sit_down: Callable[[str], None]
) -> None:
    (sample_book / "book.yaml").write_text(
        "reviewers:\n  - {name: Alex Example, email: alex@example.org, roles: [chair]}\n"
        "approval: {needs: [chair], own_words: no}\n",
        encoding="utf-8",
    )
    sit_down("Alex Example")
    command("amend", "6", "--replace", "Update", "update", "--reason", "Style.")
    command("approve", "5")
    items = {item["number"]: item for item in as_json("status")["meetings"][0]["items"]}
    assert (items["5"]["standing"], items["5"]["waits_for"]) == ("approved", [])
    assert items["4"]["waits_for"] == ["the chair"]
    assert "waits for the chair" in command("show", "4")[1]
    assert as_json("show", "5")["standing"] == "approved"


@pytest.mark.parametrize(
    "words", [("sign-off", "nope"), ("reopen", "nope", "--reason", "x"), ("receipts", "nope")]
)
def test_a_meeting_that_there_is_not_is_refused(command: Command, words: tuple[str, ...]) -> None:
    code, _, err = command(*words)
    assert (code, "No meeting is called “nope”" in err) == (1, True)
