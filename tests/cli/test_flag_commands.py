"""Flags by command: raising, listing, answering, picking their place."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., tuple[int, str, str]]
Answer = Callable[..., Any]
WRONG = "October, 2020-September, 2022"


def raised(as_json: Answer, *words: str) -> str:
    """The id of a flag just raised on item 5."""
    made: str = as_json("flag", "5", *words)["act"]["id"]
    return made


def test_a_gap_is_flagged_after_or_before_words(command: Command, as_json: Answer) -> None:
    text = as_json("show", "5")["minutes"]
    after = raised(
        as_json, "--gap", "--after", "2022, be noted", "--kind", "omission", "--comment", "By whom?"
    )
    before = raised(as_json, "--gap", "--before", "Resolved:-", "--kind", "omission", "--comment", "A vote?")
    places = {f["id"]: f["place"]["span"] for f in as_json("flags", "5")["flags"]}
    assert (
        places[after]["start"] == places[after]["end"] == text.index("2022, be noted") + len("2022, be noted")
    )
    assert places[before]["start"] == places[before]["end"] == text.index("Resolved:-")
    listed = command("flags", "5")[1]
    assert "something missing after “…2020-September, 2022, be noted”" in listed
    assert "something missing before “Resolved:-  That the Rotherham…”" in listed
    assert (
        "Item 5: The omission flag by Dawn Example on something missing is open."
        in command("sign-off", "16")[2]
    )


@pytest.mark.parametrize(
    "words",
    [
        ("--kind", "date", "--comment", "?"),
        ("--gap", "--kind", "date", "--comment", "?"),
        ("--gap", "--after", "noted", "--before", "noted", "--kind", "date", "--comment", "?"),
        ("--gap", "--quote", WRONG, "--kind", "date", "--comment", "?"),
        ("--quote", WRONG, "--after", "noted", "--kind", "date", "--comment", "?"),
        ("--quote", WRONG, "--kind", "legal", "--comment", "?"),
    ],
)
def test_words_or_a_gap_and_a_kind_that_there_is_are_needed(command: Command, words: tuple[str, ...]) -> None:
    code, _, err = command("flag", "5", *words)
    assert code == 2
    assert err.startswith("review-tui: ")


def test_a_book_may_have_more_kinds_of_flags(command: Command, sample_book: Path, as_json: Answer) -> None:
    (sample_book / "book.yaml").write_text("flags: {kinds: [legal]}\n", encoding="utf-8")
    raised(as_json, "--quote", WRONG, "--kind", "legal", "--comment", "May they?")
    assert [f["kind"] for f in as_json("flags", "--kind", "legal")["flags"]] == ["legal"]
    code, _, err = command("flags", "--kind", "colour")
    assert (code, "style, other, legal" in err) == (2, True)


def test_flags_are_filtered_by_kind_person_and_state(
    command: Command, as_json: Answer, sit_down: Callable[[str], None]
) -> None:
    date = raised(as_json, "--quote", WRONG, "--kind", "date", "--comment", "Not as above.")
    sit_down("Alex Example")
    name = raised(as_json, "--quote", "Chris Edwards", "--kind", "name", "--comment", "Christine?")
    command("settle", name, "--as", "withdrawn", "--reason", "Chris it is.")

    def found(*words: str) -> list[str]:
        return [f["id"] for f in as_json("flags", *words)["flags"]]

    assert found() == found("5") == [date, name]
    assert found("6") == []
    assert found("--kind", "date") == found("--by", "dawn") == found("--state", "open") == [date]
    assert found("--by", "alex@example.org", "--state", "settled") == found("--state", "withdrawn") == [name]
    assert found("--kind", "date", "--kind", "name") == [date, name]
    assert command("flags", "--by", "nobody")[1] == "No such flags.\n"
    assert command("flags", "6")[1] == "No flags.\n"
    assert command("flags", "--by", " ")[0] == 2
    assert f"✓ {name}  name, withdrawn, by Alex Example: “Chris Edwards”" in command("flags")[1]


def test_a_person_picks_where_ambiguous_words_stand(command: Command, as_json: Answer) -> None:
    quote = "Launch of revised Neglect Strategy"
    flag = raised(as_json, "--quote", quote, "--kind", "wording", "--comment", "Which strategy?")
    twice = f"{quote}\n- {quote}"
    command("amend", "5", "--replace", quote, twice, "--reason", "Said twice.")
    (listed,) = as_json("flags", "5")["flags"]
    assert listed["place"]["outcome"] == "ambiguous"
    assert len(listed["place"]["candidates"]) == 2
    told = command("flags", "5")[1]
    assert f"review-tui pick {flag} --quote TEXT" in told
    assert told.count(f"[{quote}]") == 2

    code, _, err = command("pick", flag, "--quote", quote)
    assert (code, "--nth" in err) == (1, True)
    assert command("pick", flag, "--quote", quote, "--nth", "2", "--comment", "The new one.")[0] == 0
    (listed,) = as_json("flags", "5")["flags"]
    assert listed["place"]["outcome"] == "placed"
    assert listed["place"]["span"]["start"] == as_json("show", "5")["minutes"].rindex(quote)
    assert (listed["replies"][0]["comment"], listed["replies"][0]["pick"]) == ("The new one.", quote)


def test_approving_says_that_ones_own_objection_is_lifted_by_it(command: Command) -> None:
    assert command("object", "6", "--comment", "Too short.")[0] == 0
    assert "Your objection is lifted." in command("approve", "6")[1]
    assert "✗" not in command("show", "6")[1]
    assert "lifted" not in command("approve", "7")[1]
