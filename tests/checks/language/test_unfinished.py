"""The unfinished check: what a clerk meant to come back to is told; prose and lines to sign on are not."""

import pytest

from review_tui.checks.language.unfinished import UnfinishedCheck
from review_tui.model.findings import Finding, Severity
from review_tui.model.material import Document, Material


def findings(draft: str) -> tuple[Finding, ...]:
    return tuple(UnfinishedCheck().run(Material(Document.read("minutes.md", draft))))


def told(draft: str) -> list[tuple[str, str]]:
    return [(finding.severity.value, finding.places[0].quote) for finding in findings(draft)]


@pytest.mark.parametrize(
    ("draft", "quote"),
    [
        ("The path was cleared by ??? in May.", "???"),
        ("Mr Marlowe (sp?) thanked the Clerk.", "(sp?)"),
        ("Mr Marlowe (sp) thanked the Clerk.", "(sp)"),
        ("The speaker said [inaudible] about the hedge.", "[inaudible]"),
        ("The speaker said [unclear, 00:12:31] about the hedge.", "[unclear, 00:12:31]"),
        ("The hall was let to (illegible) for a year.", "(illegible)"),
        ("The next speaker is [TBC].", "[TBC]"),
        ("The fee is tbc and will be paid.", "tbc"),
        ("It was seconded by TBA.", "TBA"),
        ("The minutes of item 4 [to be confirmed].", "[to be confirmed]"),
        ("TODO ask the Treasurer.", "TODO"),
        ("FIXME", "FIXME"),
        ("A balance of £450 (check) was reported.", "(check)"),
        ("A balance of £450 (please check with Jo) was reported.", "(please check with Jo)"),
        ("A balance of £450 [?] was reported.", "[?]"),
        ("Mr Hall (Hill?) spoke.", "(Hill?)"),
        ("The reply of the Council …to be added", "…to be added"),
        ("The reply of the Council [to follow]", "[to follow]"),
        ("Apologies to be added.", "Apologies to be added."),
        ("The motion was moved by ____ and carried.", "____"),
        ("The motion was moved by \\_\\_\\_\\_ and carried.", "____"),
        ("As minuted under XX.", "XX"),
        ("As minuted under item xxx above.", "xxx"),
        ("[insert the wording of the motion]", "[insert the wording of the motion]"),
        ("Lorem ipsum dolor.", "Lorem ipsum"),
    ],
)
def test_an_unfinished_word_is_warned_of(draft: str, quote: str) -> None:
    assert told(f"The Chair opened the meeting.\n\n- {draft}\n") == [("warning", quote)]


@pytest.mark.parametrize(
    ("draft", "quote"),
    [
        ("It opened on XX March 2024.", "XX March"),
        ("It opened on xxth of March.", "xxth of March"),
        ("It opened on ____ June.", "____ June"),
        ("It opened on June XX.", "June XX"),
        ("It opened on xx/xx/2024.", "xx/xx/2024"),
        ("It opened on 12.xx.24.", "12.xx.24"),
        ("It opened on XX-03-2024.", "XX-03-2024"),
        ("It opened on 12-xx-2024.", "12-xx-2024"),
        ("It opened in March 20XX.", "20XX"),
        ("It opened on [date].", "[date]"),
        ("It opened on [insert date of meeting].", "[insert date of meeting]"),
        ("It opened at XX.XX pm.", "XX.XX pm."),
        ("It opened at XX pm.", "XX pm."),
        ("It opened at [time].", "[time]"),
        ("A grant of £XX was noted.", "£XX"),
        ("A grant of £X,XXX.XX was noted.", "£X,XXX.XX"),
        ("A grant of £ ??? was noted.", "£ ???"),
        ("A grant of £____ was noted.", "£____"),
        ("A grant of £TBC was noted.", "£TBC"),
        ("A grant of £[tbc] was noted.", "£[tbc]"),
        ("A rise of XX% was noted.", "XX%"),
        ("A rise of [amount] was noted.", "[amount]"),
        ("A rise of (insert figure) was noted.", "(insert figure)"),
        ("It was moved by Cllr XX.", "Cllr XX"),
        ("It was moved by Mr ____ and carried.", "Mr ____"),
        ("It was moved by Mrs ..... and carried.", "Mrs ....."),
        ("It was moved by Cllr S? and carried.", "Cllr S?"),
        ("It was moved by [name].", "[name]"),
        ("It was moved by \\[name of proposer\\].", "[name of proposer]"),
        ("It was moved by <name>.", "<name>"),
        ("It was moved by (insert name here).", "(insert name here)"),
    ],
)
def test_a_missing_date_time_figure_or_name_is_an_error(draft: str, quote: str) -> None:
    assert told(draft + "\n") == [("error", quote)]


@pytest.mark.parametrize(
    "draft",
    [
        "Venue: TBC",
        "**Date of next meeting:** tbc",
        "The next meeting is on 4 May, venue TBC",
        "The talk is on 4 May (TBC).",
        "The speaker is still TBA.",
    ],
)
def test_what_is_not_fixed_yet_is_hinted_at(draft: str) -> None:
    assert [severity for severity, _ in told(draft + "\n")] == ["hint"]


@pytest.mark.parametrize(
    "draft",
    [
        "The date of the visit was to be confirmed, and the forms were to be completed by June.",
        "Speed signs to be added.",
        "The report (to follow) was deferred.",
        "The Clerk replied (unclear why the fence had moved).",
        "Who would pay? The Council asked (why?).",
        "Susan Pepper (SP) asked Mr [John] Marlow about the [sic] stile.",
        "See [name](https://example.org/a?b=xx&c=??) and www.example.org/xx.",
        "The Tilbury Boating Association (TBA) came. The TBA was thanked.",
        "Under Schedule XX, Part XX and Volume XX it was lawful.",
        "The card ends XXXX XXXX 1234, the sort code is XX-XX-XX, the number 07xxx xxxxxx.",
        "XX. ADJOURNMENT",
        "```\nreturn scores[name]\n```",
        "It is on my TODO list (hmmm...paint?).",
        "He wears XXL, and __this__ is ___strong___.",
        "- [x] Written to the County",
        "| ---- | ---- |",
        "____",
        "Signed: ____________ Chairman    Date: ________ 20__",
        "Signed as a true record by the Chair of the meeting ________",
        "Chairman:............................ Date.................",
        "\\_\\_\\_\\_\\_\\_\\_\\_ (Chairperson)",
        "The meeting closed at 8.20 pm. ______________ (Chairperson) ______________ (Date)",
        "The meeting closed at 8.20 pm. Signature ______________",
        "Initials ....",
        '"....in the light of demands ........ I have concluded that we cannot stay"',
    ],
)
def test_plain_words_and_lines_to_sign_on_are_left_alone(draft: str) -> None:
    assert told(draft + "\n") == []


def test_the_message_says_what_is_missing() -> None:
    (finding,) = findings("The Chair opened the meeting.\n\nA grant of £XX was noted.\n")
    assert finding.severity is Severity.ERROR
    assert finding.message == "“£XX” leaves the figure open: it is still to be filled in."
    assert (finding.places[0].line, finding.places[0].passage) == (3, "A grant of £XX was noted.")


def test_signs_that_were_lost_are_told_as_such() -> None:
    assert told("Ann spoke of ???late fees??? and of Bo???s tent.\n") == [
        ("warning", "???late fees???"),
        ("warning", "???"),
    ]
    assert "was lost" in findings("It is Bo???s tent.\n")[0].message


def test_several_in_one_passage_are_told_in_their_order() -> None:
    assert [quote for _, quote in told("The [name] gave £XX on XX May (check).\n")] == [
        "[name]",
        "£XX",
        "XX May",
        "(check)",
    ]


def test_a_masked_number_beside_a_blank_hides_only_itself() -> None:
    assert told("Of item 12 XX was noted, of item XX nothing.\n") == [("warning", "XX")]
