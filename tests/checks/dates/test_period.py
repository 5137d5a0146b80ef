"""The period check: one thing, one period, in the draft and in the notes."""

import datetime as dt
import sys

import pytest

from review_tui.checks.dates.period import PeriodCheck
from review_tui.facts import noted_periods, period_twins
from review_tui.facts.contexts import Context, Likeness, likeness
from review_tui.model.findings import Finding, Severity
from review_tui.model.material import Document, Material
from review_tui.model.meeting import Meeting

MEETING = Meeting("2022-03-16-board", "Board", dt.date(2022, 3, 16))


def findings(draft: str, *notes: str, meeting: Meeting | None = MEETING) -> tuple[Finding, ...]:
    """What the check finds in ``draft`` beside ``notes``, the first of which is the clerk's."""
    names = ("notes/clerk.md", "notes/slides.md", "notes/report.md")
    documents = tuple(Document.read(name, text) for name, text in zip(names, notes, strict=False))
    return tuple(PeriodCheck().run(Material(Document.read("minutes.md", draft), documents, meeting)))


def safeguarding(narrative: str, resolution: str) -> str:
    """Minutes whose narrative and resolution give the period of one report."""
    return (
        "Laura Gough gave a presentation on the Safeguarding Children Partnership (SCP) Annual Assurance "
        f"report for {narrative}.  It gave a summary of assurance.\n\n"
        "The key focus throughout 2020-21 was on:-\n\n- Safe at home\n\n"
        "Resolved:-  That the Safeguarding Children Partnership (SCP) Annual Assurance "
        f"report for {resolution}, be noted.\n"
    )


RIGHT = "October, 2020-September, 2021"
WRONG = "October, 2020-September, 2022"
CLERK = "# Item 5\n\nLG \u2013 SCP annual assurance rpt, Oct 20\u2013Sep 21\nresolved: noted\n"


def test_a_resolution_that_differs_from_the_narrative_is_to_be_mended() -> None:
    draft = safeguarding(RIGHT, WRONG)
    (finding,) = findings(draft)
    assert (finding.check, finding.severity) == ("period", Severity.ERROR)
    assert [(p.file, p.line, p.quote) for p in finding.places] == [
        ("minutes.md", 7, WRONG),
        ("minutes.md", 1, RIGHT),
    ]
    assert finding.message == (
        "The resolution gives the period of the SCP Annual Assurance report as October, 2020-September, 2022 "
        "(24 months, not 12); the narrative gives October, 2020-September, 2021."
    )


def test_the_notes_are_named_where_they_bear_it_out() -> None:
    (finding,) = findings(safeguarding(RIGHT, WRONG), CLERK)
    assert finding.message.endswith(
        "; the narrative gives October, 2020-September, 2021, and so do the notes (clerk.md line 3)."
    )
    assert [(p.file, p.quote) for p in finding.places] == [
        ("minutes.md", WRONG),
        ("minutes.md", RIGHT),
        ("notes/clerk.md", "Oct 20\u2013Sep 21"),
    ]


def test_a_period_on_the_line_under_its_title_is_of_it() -> None:
    slides = "Slide 1\nSafeguarding (SCP)\nAnnual Assurance Report\nOctober 2020 \u2013 September 2021\n"
    (finding,) = findings(safeguarding(RIGHT, WRONG), slides)
    assert [(p.file, p.line) for p in finding.places[2:]] == [("notes/clerk.md", 4)]


def test_the_narrative_is_to_be_mended_when_the_notes_bear_out_the_resolution() -> None:
    draft = safeguarding(WRONG, RIGHT)
    (finding,) = findings(draft, CLERK)
    assert (finding.places[0].line, finding.places[0].quote) == (1, WRONG)
    assert finding.message.startswith("The narrative gives")


def test_the_suggestion_puts_right_exactly_the_wrong_words() -> None:
    draft = safeguarding(RIGHT, WRONG)
    suggestion = findings(draft, CLERK)[0].suggestion
    assert suggestion is not None
    assert suggestion.span.of(draft) == WRONG
    mended = draft[: suggestion.span.start] + suggestion.text + draft[suggestion.span.end :]
    assert mended == safeguarding(RIGHT, RIGHT)
    assert findings(mended, CLERK) == ()


def test_undecided_it_is_the_resolution_and_else_the_later_that_is_to_be_mended() -> None:
    resolved = "Resolved:- That the Learning Report for May 2020-June 2021 be noted.\n"
    narrative = "The Head gave the Learning Report for May 2020-July 2021.\n"
    assert findings(f"{resolved}\n{narrative}")[0].places[0].line == 1
    later = "Members heard the Learning Report for May 2020-June 2021.\n"
    (finding,) = findings(f"{narrative}\n{later}")
    assert finding.places[0].line == 3
    assert finding.message.startswith("Line 3 gives")


def test_a_financial_year_that_moves_between_narrative_and_resolution_is_found() -> None:
    draft = (
        "The Treasurer presented the annual accounts for 2020-21.\n\n"
        "Resolved:- That the annual accounts for 2021-22 be approved.\n"
    )
    (finding,) = findings(draft)
    assert finding.message == (
        "The resolution gives the year of the annual accounts as 2021-22; the narrative gives 2020-21."
    )


def test_a_meeting_dated_a_year_out_is_found() -> None:
    draft = (
        "# Minutes of the Policy Committee meeting held on 5 January 2022\n\n"
        "The minutes of the Policy Committee meeting held on 5 January 2021 were agreed.\n"
    )
    (finding,) = findings(draft)
    assert {p.quote for p in finding.places} == {"5 January 2022", "5 January 2021"}


def test_a_draft_that_disagrees_with_notes_of_one_voice_is_warned_of() -> None:
    draft = safeguarding(WRONG, WRONG)
    found = findings(draft, CLERK)
    assert [f.severity for f in found] == [Severity.WARNING, Severity.WARNING]
    assert found[0].message == (
        "The draft gives the period of the SCP Annual Assurance report as October, 2020-September, 2022; "
        "the notes give Oct 20\u2013Sep 21 (clerk.md line 3)."
    )
    assert found[0].suggestion is not None
    assert found[0].suggestion.text == RIGHT


def test_notes_that_disagree_among_themselves_prove_nothing() -> None:
    other = "SCP annual assurance rpt, Oct 20\u2013Aug 21\n"
    assert findings(safeguarding(WRONG, WRONG), CLERK, other) == ()


def test_two_periods_that_are_both_in_the_notes_are_two_things() -> None:
    notes = "SCP annual assurance rpt Oct 2020-Sep 2021\nSCP annual assurance rpt Oct 2020-Sep 2022\n"
    assert findings(safeguarding(RIGHT, WRONG), notes) == ()


@pytest.mark.parametrize(
    "lines",
    [
        (safeguarding(RIGHT, RIGHT),),
        (
            "The Adults Board Annual Report for October 2020-September 2021 was noted.",
            "The Children Board Annual Report for October 2020-September 2022 was noted.",
        ),
        ("- Lighting maintenance April/May", "- Lighting maintenance May/June"),
        ("The precept for 2020-21 was less than the precept for 2021-22.",),
        (
            "Application 21/00123 of March 2021 was refused.",
            "Application 21/00456 of March 2022 was allowed.",
        ),
        (
            "Minutes of the meeting held on 3 March 2022 were agreed.",
            "The next meeting will be held on 7 April 2022.",
        ),
        ("The report for 2020-21 covers October, 2020-September, 2021.",),
        (
            "The annual report for 1 October 2020 to 30 September 2021.",
            "Resolved:- That the annual report for October, 2020-September, 2021 be noted.",
        ),
        (
            "Ann makes a motion to approve the January 2021 Audit Minutes, Bob seconds the motion.",
            "Bob makes a motion to approve February 2021 Budget Minutes, Ann seconds the motion.",
        ),
        (
            "Previous Rehearsal Minutes - December 2023",
            "The November 2023 Rehearsal Minutes were lost in December 2023 and will be approved later.",
        ),
        ("**Wardens**", "Ann Lee (until Jan. 2020)", "**Music**", "Ann Lee (until Jan. 2019)"),
        ("BIRO has the accounts filed to May 2017.", "CARO has the accounts filed to May 2016."),
        ("Agreed: the parking plan 2024-2030.", "Agreed: sites of the previous parking plan 2015-2021."),
    ],
)
def test_what_does_not_contradict_is_left_alone(lines: tuple[str, ...]) -> None:
    assert findings("\n\n".join(lines)) == ()


def test_dates_without_a_year_are_compared_by_day_and_month() -> None:
    draft = (
        "The consultation runs from 1 April to 30 June.\n\n"
        "Resolved:- That the consultation runs from 1 April 2022 to 31 July 2022.\n"
    )
    (finding,) = findings(draft, meeting=None)
    assert finding.places[0].quote == "1 April 2022 to 31 July 2022"
    assert findings(draft.replace("31 July", "30 June"), meeting=None) == ()


@pytest.mark.parametrize(
    ("wrong", "note", "suggested"),
    [
        ("2021/22", "2020-21", "2020/21"),
        ("1st April 2020 to 30th June 2021", "1 Apr 2020-31 Mar 2021", "1st April 2020 to 31st March 2021"),
        ("OCT 2020 - MAY 2021", "Oct 2020-Apr 2021", "OCT 2020 - APR 2021"),
        ("01/04/2020-30/06/2021", "1 Apr 2020-31 Mar 2021", "01/04/2020-31/03/2021"),
        ("Wednesday 16 March 2022", "17 Mar 2022", "Thursday 17 March 2022"),
        ("March 2022", "Mar 2021", "March 2021"),
    ],
)
def test_the_suggestion_is_in_the_form_of_the_words_it_replaces(
    wrong: str, note: str, suggested: str
) -> None:
    (finding,) = findings(
        f"The Board received the Adult Learning Review for {wrong}.\n", f"Adult Learning rvw {note}\n"
    )
    assert finding.suggestion is not None
    assert finding.suggestion.text == suggested


def test_findings_come_in_the_order_of_the_draft() -> None:
    accounts = "The accounts for 2020-21 were read.\n\nResolved:- That the accounts for 2021-22 be noted.\n\n"
    draft = accounts + safeguarding(RIGHT, WRONG)
    assert [f.places[0].line for f in findings(draft)] == [3, 11]


def test_comparing_takes_a_set_number_of_looks_for_each_period(monkeypatch: pytest.MonkeyPatch) -> None:
    looks = 0

    def counted(one: Context, other: Context) -> Likeness:
        nonlocal looks
        looks += 1
        return likeness(one, other)

    for module in (noted_periods, period_twins):
        monkeypatch.setattr(sys.modules[module.__name__], "likeness", counted)
    lines = [f"The annual report for May 20{n % 20 + 10}-June 20{n % 7 + 31} was noted." for n in range(400)]
    findings("\n\n".join(lines), "\n".join(lines))
    assert looks < 400 * 150


def test_the_minutes_of_one_meeting_are_of_one_date_in_the_heading_and_under_it() -> None:
    draft = (
        "4. Minutes of the Town Council meeting held on 7 July 2022\n\n"
        "The Chair confirmed that all had seen the minutes of the Town Council meeting held on 7 June 2022.\n"
    )
    (finding,) = findings(draft)
    assert finding.severity is Severity.WARNING
    assert {p.quote for p in finding.places} == {"7 July 2022", "7 June 2022"}


@pytest.mark.parametrize(
    "draft",
    [
        # the meeting's own date and that of the one before
        (
            "Minutes of the Council meeting held on 7 July 2022\n\nPresent: A Hill, B Dale\n\n"
            "The minutes of the Council meeting held on 7 June 2022 were agreed.\n"
        ),
        # two meetings, as numbered items
        (
            "4. Minutes of the Council meeting held on 7 June 2022\n\n"
            "5. Minutes of the Council meeting held on 7 July 2022\n"
        ),
        # two kinds of meeting
        (
            "The minutes of the Council meeting held on 7 June 2022 were agreed.\n\n"
            "The minutes of the Extraordinary Council meeting held on 29 June 2022 were agreed.\n"
        ),
        # two dates in one breath
        "The minutes of the meetings held on 7 June 2022 and 7 July 2022 were agreed.\n",
        # each told of more than once
        (
            "To agree the minutes of the meeting held on 10 May 2022\n\n"
            "That the minutes of the meeting held on 10 May 2022 be approved\n\n"
            "To agree the minutes of the meeting held on 17 May 2022\n\n"
            "That the minutes of the meeting held on 17 May 2022 be approved\n"
        ),
    ],
)
def test_the_minutes_of_two_meetings_may_be_signed_at_one(draft: str) -> None:
    assert findings(draft) == ()


def test_a_day_that_the_clerk_jotted_down_is_compared() -> None:
    draft = "Comments on the crossing are required by 24 January.\n"
    (finding,) = findings(draft, "comments on crossing req by 26/1\n")
    assert finding.message == (
        "The draft says \u201cComments on the crossing are required by 24 January\u201d, but the notes give "
        "26/1 (clerk.md line 1)."
    )
    assert finding.suggestion is not None
    assert finding.suggestion.text == "26 January"
    assert findings(draft, "comments on crossing req by 24/1\n") == ()


def test_a_note_that_another_passage_agrees_with_is_held_against_none() -> None:
    draft = "The library closes on 3 May 2022.\n\nThe museum and library annexe close on 10 May 2022.\n"
    assert findings(draft, "museum and library annexe close 10 May 2022\n") == ()


def test_the_day_of_the_meeting_at_the_head_of_the_notes_is_held_against_no_other_date() -> None:
    draft = "A fair will be held at the Village Hall on 18 March.\n"
    assert findings(draft, "Parish Council, Village Hall 16 March 2022\n\nfair planned\n") == ()


def test_the_dates_of_one_list_are_told_of_the_same_thing() -> None:
    draft = "That the minutes of 28 February 2022 and 4 April 2022 be approved.\n"
    (finding,) = findings(draft, "mins of 28 Feb 2022 and 4 Mar 2022 approved\n")
    assert finding.places[0].quote == "4 April 2022"


@pytest.mark.parametrize(
    ("draft", "note"),
    [
        ("A litter pick was held on 29th June.", "litter pick expenses of 18 June agd"),
        ("The site meeting held on 29th June was well attended.", "clerk's invoice, site meeting 18 June"),
        ("The Working Party held a meeting on Monday 7 June.", "meeting Wednesday 16 June 7pm"),
        ("The smells started in 2016 and 2017.", "smells started in 2016 & 2017"),
        ("It is on either June 3rd or 10th 2022 in the hall.", "either 3/6 or 10th 2022 in the hall"),
        ("Minutes of the meetings held on 4 & 22 March 2022.", "mins mtgs held 4 & 22.03.22"),
    ],
)
def test_other_occasions_and_other_days_of_a_list_are_left_alone(draft: str, note: str) -> None:
    assert findings(draft + "\n", note + "\n") == ()


def test_a_list_of_days_told_twice_agrees_with_itself() -> None:
    draft = (
        "**Minutes of the Meetings held 3 &** **22 MARCH 2022****.** The Chairman said that all had seen the "
        "minutes of the last meetings held 3 & 22 March 2022.\n"
    )
    assert findings(draft) == ()


def test_no_day_of_the_week_is_made_up_where_the_year_is_not_known() -> None:
    (finding,) = findings("The next meeting is on Wednesday 17 June.\n", "next mtg 10 June\n", meeting=None)
    assert finding.suggestion is None


def test_a_date_without_a_day_of_the_week_is_mended_though_the_year_is_not_known() -> None:
    (finding,) = findings("The next meeting is on 17 June.\n", "next mtg 10 June\n", meeting=None)
    assert finding.suggestion is not None
    assert finding.suggestion.text == "10 June"


def test_what_was_held_and_what_was_paid_for_it_are_two_occasions() -> None:
    held = "The play area annual inspection held on 4 May 2021 was noted.\n\n"
    assert findings(f"{held}The play area annual inspection of 4 May 2022 was noted.\n") != ()
    assert findings(f"{held}The invoice for the play area annual inspection of 4 May 2022 was noted.\n") == ()


def test_a_note_in_few_of_the_same_words_is_not_of_the_same_thing() -> None:
    far = "19 Sept 2022"
    assert findings("The fete is on 4 July 2021.\n", f"fete {far}\n") == ()
    assert findings("The village fete is on 4 July 2021.\n", f"village fete {far}\n") != ()


def test_references_of_a_date_and_a_number_are_no_periods() -> None:
    draft = (
        "Approved since 10/26/2016.\n\nUpdate #2016-11-02/15: a grant was made. "
        "Update #2016-11-02/16: the band was thanked.\n"
    )
    assert findings(draft) == ()


@pytest.mark.parametrize(
    ("draft", "notes"),
    [
        (
            (
                "## Audit plan\n\nLeave would be reviewed in quarter 4; Ms Orr urged that it be sooner.\n\n"
                "It was moved to quarter 2.\n\nResolved: that leave be reviewed in quarter 2.\n"
            ),
            "audit plan - leave review q4, Orr: sooner -> q2. agreed q2\n",
        ),
        (
            (
                "## Fees\n\nThe weekly fee had been £142 for the year 1st July 2024 to 30th June 2025.\n\n"
                "Resolved: that the weekly fee be £148 for the year 1st July 2025 to 30th June 2026.\n"
            ),
            "weekly fee 142 now (1/7/24-30/6/25)\nweekly fee 148 from 1/7/25 to 30/6/26 resolved\n",
        ),
        (
            (
                "## Budget\n\nThe forecast for 2024 was under the budget.\n\n"
                "For 2025 the contributions were Health 61,500 and Police 44,500.\n\n"
                "Resolved: that the budget for 2025 be approved.\n"
            ),
            "forecast 2024 under budget\n2025: Health 61.5 Police 44.5 | approved\n",
        ),
    ],
)
def test_two_periods_that_were_jotted_where_they_are_told_are_two_things(draft: str, notes: str) -> None:
    assert findings(draft, notes) == ()


def test_a_period_that_was_jotted_once_and_is_told_twice_in_a_sentence_bears_out_one_of_them() -> None:
    draft = (
        "## Safeguarding\n\nMiss Roe gave the safeguarding report for 2023.\n\n"
        "The trustees approved the safeguarding report for {} and asked that the next, for 2024, be short.\n"
    )
    notes = "safeguarding rpt 2023 - Roe\nok, 2024 rpt short\n"
    assert findings(draft.format("2023"), notes) == ()
    assert len(findings(draft.format("2024"), notes)) == 1


def test_the_words_of_a_period_do_not_make_two_things_alike() -> None:
    draft = (
        "## Attendance\n\nAttendance in the first half of the autumn term had been 93%.\n\n"
        "The Board resolved to have punctuality looked at in the second half of the autumn term.\n"
    )
    assert findings(draft) == ()


def test_a_line_of_another_thing_does_not_gainsay_the_line_that_a_sentence_is_from() -> None:
    draft = (
        "## Nights\n\nRunning nights for the spring, February to April 2026, would be on Fridays.\n\n"
        "The hall would be open for children on Saturdays.\n"
    )
    notes = "running nts Feb-Apr Fri, rota ok\nchildren hall\nspring Sats 10 Jan-28 Mar\n"
    assert findings(draft, notes) == ()


@pytest.mark.parametrize("head", ["from Kay 7/11: ", "7/11: ", "email to Kay 7/11: "])
def test_the_day_on_which_a_message_was_sent_is_of_nothing_in_it(head: str) -> None:
    draft = "## Rent\n\nRelets took 29 days, and rent arrears had fallen from 5% at the end of June.\n"
    assert findings(draft, f"{head}rent arrears down from 5%, relets took 29 days\n") == ()


def test_the_day_of_the_week_is_compared_with_that_of_the_same_day() -> None:
    draft = "## Diary\n\nThe committee meets on Thursday 9 October 2025.\n"
    assert findings(draft, "committee SAT 25 OCT collect, next 9 Oct\n") == ()
    assert len(findings(draft, "committee meets SAT 9 OCT\n")) == 1


@pytest.mark.parametrize(
    ("told", "decided", "is_told"),
    [
        (
            "April 2016 to March 2017",
            "March 2016 to March 2017",
            True,
        ),  # a month too many is no month of a year
        ("1st September 2018 to 31st March 2019", "1st April 2018 to 31st March 2019", True),
        ("April 2016 to March 2017", "April 2016 to June 2016", False),  # a quarter of it
        ("April 2016 to March 2017", "October 2016 to March 2017", False),
    ],
)
def test_a_run_is_a_part_of_a_year_only_where_it_is_as_long_as_such_parts_are(
    told: str, decided: str, *, is_told: bool
) -> None:
    draft = (
        f"The Clerk presented the insurance policy for {told}. Questions were asked and answered. "
        f"Resolved: That the insurance policy for {decided} be received.\n"
    )
    assert bool(findings(draft)) is is_told


POLICIES = (
    "The following were reviewed:\n\n"
    "Safeguarding policy: adopted with changes to section 3. Next review May 2025.{0}"
    "Reserves policy: adopted unchanged. Next review May 2026.{0}"
    "Expenses policy: adopted. Next review May 2027.\n"
)


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n- "])
def test_each_line_that_begins_with_a_thing_of_its_own_has_a_date_of_its_own(between: str) -> None:
    assert findings(POLICIES.format(between)) == ()


def test_what_something_is_held_against_is_of_another_year() -> None:
    draft = (
        "The Treasurer took the meeting through the accounts for the year to 31 March 2024 (FY24). "
        "Takings in Q4 had been 9% down on the same quarter of FY23.\n\n"
        "The accounts for FY24 were noted.\n"
    )
    assert findings(draft, "accts y/e mar 24, takings q4 -9%\n") == ()
