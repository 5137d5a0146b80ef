"""The spelling check: plain words that are no English, never names."""

import datetime as dt
import random
from bisect import bisect_left

import pytest

from review_tui.checks.language import spelling, spelling_words
from review_tui.checks.language.spelling import SpellingCheck
from review_tui.checks.language.word_list import word_list
from review_tui.model.findings import Finding, Severity
from review_tui.model.material import Document, Material
from review_tui.model.meeting import Meeting
from review_tui.model.people import Attendee
from tests.language.test_which_language import FRENCH


def findings(draft: str, *notes: str, meeting: Meeting | None = None) -> tuple[Finding, ...]:
    documents = tuple(Document.read(f"notes/{n}.md", text) for n, text in enumerate(notes))
    return tuple(SpellingCheck().run(Material(Document.read("minutes.md", draft), documents, meeting)))


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("recieved", "received"),
        ("commitee", "committee"),
        ("Commitee", "Committee"),
        ("seperately", "separately"),
        ("independant", "independent"),
        ("occured", "occurred"),
        ("liase", "liaise"),
        ("teh", "the"),
        ("inspite", "in spite"),
        ("Janaury", "January"),
        ("confrmed", "confirmed"),
        ("increaase", "increase"),
        ("attatched", "attached"),
        ("reoprt", "report"),
        ("ameeting", "a meeting"),
        ("behavoir", "behaviour"),
    ],
)
def test_a_misspelt_word_is_warned_of_and_can_be_put_right(wrong: str, right: str) -> None:
    draft = f"The Board heard that {wrong} was in the letter of the school."
    (finding,) = findings(draft)
    assert (finding.severity, finding.places[0].quote) == (Severity.WARNING, wrong)
    assert finding.message == f"\u201c{wrong}\u201d is misspelt; the word is \u201c{right}\u201d."
    assert finding.suggestion is not None
    assert (finding.suggestion.span.of(draft), finding.suggestion.text) == (wrong, right)


def test_what_may_be_a_word_after_all_is_only_hinted_at() -> None:
    (finding,) = findings("They put the hay through a shedder and sold it.")
    assert finding.severity is Severity.HINT
    assert finding.message == (
        "\u201cshedder\u201d is not in the dictionary and stands nowhere else; "
        "\u201cshredder\u201d may be meant."
    )
    assert finding.suggestion is None


@pytest.mark.parametrize(
    ("american", "british"), [("behavior", "behaviour"), ("center", "centre"), ("traveling", "travelling")]
)
def test_american_spellings_are_hinted_at(american: str, british: str) -> None:
    (finding,) = findings(f"The Board discussed the {american} of some visitors.")
    assert finding.severity is Severity.HINT
    assert (
        finding.message
        == f"\u201c{american}\u201d is American; the British spelling is \u201c{british}\u201d."
    )
    assert finding.suggestion is not None
    assert finding.suggestion.text == british


@pytest.mark.parametrize(
    "draft",
    [
        "They organised and organized the programme of the centre, and realised a colour scheme.",
        "The honorary treasurer, an honorific title, was humorous.",
        "The precept, virement and outturn were minuted; strimming of footways was actioned.",
        "Vandalisation, prioritisation and reprioritized work was unminuted.",
        "It hadn't rained, and the clerk's notice wasn't read.",
        "The gritbin by the cartshed is full.",
        "Mr Commitey of Recieveham and Mrs Seprate spoke to Lizz Goverment-Smith.",
        "Write to recieved@commitee.example, www.recieved.example/seperate or https://a.example/teh/wich.",
        "<td valign=top nowrap>None</td> [the list](recieved.md) and `teh`",
        "the RECIEVED stamp of 12recieved",
    ],
)
def test_good_words_names_and_addresses_are_left_alone(draft: str) -> None:
    assert findings(draft) == ()


def test_american_spellings_are_right_where_the_text_is_american() -> None:
    assert findings("The councilor praised the color of the center, and observably so.") == ()
    assert findings("On March 3, 2024 the councilor spoke.\n\nOn March 4, 2024 the center shut.") == ()
    assert findings("On March 3, 2024 Councilor Dale of Pawnee spoke.") == ()
    assert len(findings("On 3 March 2024 Councilor Dale of Barton spoke.")) == 1
    assert len(findings("The councilor praised the colour of the centre.")) == 1


def test_what_the_draft_or_the_notes_say_again_is_left_alone() -> None:
    draft = "The stoage of hay was discussed."
    assert len(findings(draft)) == 1
    assert findings(draft, "stoage of hay") == ()
    assert findings(f"{draft}\n\nNo stoage was found.") == ()


def test_a_word_that_is_always_wrong_is_told_each_time() -> None:
    assert len(findings("They recieved it, and it was recieved well.", "recieved")) == 2


def test_the_names_of_the_meeting_are_known() -> None:
    meeting = Meeting("m", "Board", dt.date(2022, 3, 16), present=(Attendee("Ann Gardenner"),))
    draft = "A vote of thanks to gardenner was carried."
    assert len(findings(draft)) == 1
    assert findings(draft, meeting=meeting) == ()


def test_a_passage_in_another_language_is_passed_over() -> None:
    draft = (
        "Derbyniwyd ymddiheuriadau oddi wrth aelodau canlynol cyngor cymuned trwyddedu pwyllgor cynllunio."
    )
    assert findings(draft) == ()


def test_findings_come_in_the_order_of_the_draft() -> None:
    found = findings("The behavior was recieved.\n\nThe goverment heard of teh matter.")
    assert [f.places[0].quote for f in found] == ["behavior", "recieved", "goverment", "teh"]


def any_begins_with(words: list[str], beginning: str) -> bool:
    """Whether any of the sorted ``words`` begins so."""
    place = bisect_left(words, beginning)
    return place < len(words) and words[place].startswith(beginning)


def test_no_listed_slip_is_the_beginning_of_a_good_word() -> None:
    good = sorted(f"{word} " for word in word_list().listed() if word.isalpha())
    for wrong in spelling_words.SURE_SLIPS:
        assert not any_begins_with(good, wrong), wrong
    assert not {f"{slip} " for slip in spelling_words.SHORT_SLIPS} & set(good)


def test_every_slip_and_american_spelling_is_put_right_with_the_beginning_of_good_words() -> None:
    good = sorted(f"{word} " for word in word_list().listed())
    for right in (*spelling_words.SURE_SLIPS.values(), *spelling_words.AMERICAN.values()):
        assert any_begins_with(good, right), right


def test_the_dictionary_knows_the_words_that_are_ours() -> None:
    assert all(word_list().knows(word) for word in spelling_words.PUBLIC_LIFE)
    assert not word_list().knows("refered")
    assert word_list().knows("uncoupling")


def test_a_draft_in_another_language_is_not_spelled_as_english() -> None:
    assert findings(f"{FRENCH} La proposition est adoptée : pour 6, contre 2.") == ()


def test_only_a_set_number_of_unknown_words_is_looked_into(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []
    monkeypatch.setattr(type(word_list()), "near", lambda _, word: looked.append(word))
    dice = random.Random(1)  # noqa: S311 -- the same words in every run
    lines = (
        f"The Board noted that {''.join(dice.choices('bcdfghijk', k=9))} of the road was very long indeed."
        for _ in range(600)
    )
    monkeypatch.setattr(spelling, "_slip", lambda word, words: words.near(word))
    findings("\n\n".join(lines))
    assert len(looked) == 400
