"""A draft beside its notes: links, orphans, periods, values."""

import pytest

from review_tui.facts.omissions import omission_clashes as omissions
from review_tui.facts.pair import Pair, pair_of
from review_tui.facts.period_clashes import period_clashes
from review_tui.facts.stamps import stamped
from review_tui.facts.value_clashes import value_clashes
from review_tui.facts.value_odds import odd_values
from review_tui.model.material import Document, Material


def read(draft: str, *notes: str) -> Pair:
    documents = tuple(Document.read(f"notes/{n}.md", text) for n, text in enumerate(notes))
    return pair_of(Material(Document.read("minutes.md", draft), documents))


def test_a_value_is_told_only_beside_one_that_nothing_explains() -> None:
    notes = "hedge Mill Lane Oak Ltd 480\nfence Mill Lane Elm Ltd 250\n"
    true = (
        "Oak Ltd will cut the hedge in Mill Lane for \u00a3480.\n\n"
        "Elm Ltd will mend the fence in Mill Lane for \u00a3250.\n"
    )
    assert list(value_clashes(read(true, notes))) == []
    (clash,) = value_clashes(read(true.replace("480", "840"), notes))
    assert [place.quote for place in clash.places] == ["\u00a3840", "480"]
    assert (
        list(
            value_clashes(read(true.replace("250", "252"), "hedge Mill Lane Oak Ltd 480\nfence Mill Lane\n"))
        )
        == []
    )


def test_a_percentage_that_two_chance_figures_would_give_is_still_held_against_the_notes() -> None:
    notes = "parser 38% faster, 12MB less\nmerge waits, 2 tests red\n"
    draft = "Parsing is 38 percent faster and uses 12 MB less.\n\nThe merge waits for 2 tests.\n"
    assert list(value_clashes(read(draft, notes))) == []
    (clash,) = value_clashes(read(draft.replace("38", "83"), notes))
    assert clash.places[0].quote == "83 percent"


def test_thousands_that_stand_apart_are_not_read_as_two_figures() -> None:
    notes = "accounts: receipts 412 380, surplus 9 215\n"
    draft = "The accounts showed receipts of \u00a3412,380 and a surplus of \u00a39,215.\n"
    assert list(value_clashes(read(draft, notes))) == []


def test_the_number_of_a_plot_is_held_against_that_of_the_same_plot() -> None:
    notes = "garden plot 17 <-> 22 swap OK\nplot 4 hedge\n"
    draft = "The swap of garden plot 17 for plot 22 was approved.\n\nThe hedge of plot 4 was discussed.\n"
    assert list(value_clashes(read(draft, notes))) == []
    (clash,) = value_clashes(read(draft.replace("plot 22", "plot 27"), notes))
    assert [place.quote for place in clash.places] == ["27", "22"]


def test_what_is_said_twice_in_the_notes_is_said_all_the_more() -> None:
    (clash,) = value_clashes(read("The grant is \u00a33,500.\n", "grant \u00a35,300", "grant \u00a35,300"))
    assert clash.suggestion == "\u00a35,300"


def test_a_crossed_out_figure_is_not_what_was_meant() -> None:
    (clash,) = value_clashes(read("A precept of \u00a34,600 was agreed.\n", "pcpt agreed ~~4,600~~ 4800\n"))
    assert [place.quote for place in clash.places] == ["\u00a34,600", "4800"]


def test_the_hour_of_closing_is_found_in_a_word() -> None:
    draft = "The hedge was discussed.\n\nThe meeting closed at 9.50pm.\n"
    (clash,) = odd_values(read(draft, "hedge\ncl 8.50\n"))
    logged = "805 hedge\n812 gate\n820 bins\n831 dogs\n850 closed\n"
    assert [c.places[1].quote for c in odd_values(read(draft, logged))] == ["850"]
    assert list(odd_values(read(draft.replace("9.50", "8.50"), logged))) == []
    assert clash.places[0].quote.startswith("9.50pm")
    assert list(odd_values(read(draft.replace("9.50", "8.50"), "hedge\ncl 8.50\n"))) == []


def test_a_quarter_with_its_year_is_not_held_against_a_year_alone() -> None:
    draft = (
        "The Director introduced the end of year return for 2023/24. "
        "Spending in the first quarter was \u00a34.5m.\n\n"
        "Resolved: That the quarter {} return for 2024/25 be noted.\n"
    )
    assert list(period_clashes(read(draft.format(1)))) == []
    (clash,) = period_clashes(read(draft.format(3)))
    assert [place.quote for place in clash.places] == ["quarter 3", "first quarter"]


def test_a_first_name_with_a_title_is_no_second_person() -> None:
    pair = read("Present: Alban Whitcombe, Leonora Fisk.\n\nSir Alban asked for a report.\n", "AW rpt\n")
    assert [person.last for person in pair.roster.all] == ["Whitcombe", "Fisk"]
    assert [mention.who for mention in pair.mentions[-1]] == [frozenset({pair.roster.all[0].key})]


def test_whoever_stands_before_the_apologies_of_a_line_is_not_away() -> None:
    draft = "Present: Ruth Amble, Tom Birch. Apologies: Sanjay Gill.\n\nThe tap was mended.\n"
    assert list(omissions(read(draft, "pres RA chair, TB. apols SG\ntap mended\n"))) == []
    (clash,) = omissions(read(draft, "pres RA chair, TB. apols SG, NP\ntap mended\n"))
    assert "apologies from NP" in clash.message


def test_a_number_that_counts_something_is_no_hour_of_beginning() -> None:
    draft = "Minutes of the meeting held on 9 September 2024 at 7.00pm\n\nThe tap was mended.\n"
    assert list(odd_values(read(draft, "PC 9/9/24\n6 public\ntap mended\n"))) == []
    (clash,) = odd_values(read(draft, "PC 9/9/24 8pm\n6 public\ntap mended\n"))
    assert [place.quote for place in clash.places] == ["7.00pm", "8pm"]


def test_the_hour_at_which_a_message_was_sent_is_not_that_of_the_meeting() -> None:
    draft = "Minutes of the meeting held on 9 September 2024 at 7.00pm\n\nThe tap was mended.\n"
    head = "From: Tom\nTo: Tom\nSubject: mtg\nSent: Mon 9:48 PM\n\n"
    assert list(odd_values(read(draft, head + "tap mended\n"))) == []
    (clash,) = odd_values(read(draft, head + "PC 9/9/24 8pm\ntap mended\n"))
    assert [place.quote for place in clash.places] == ["7.00pm", "8pm"]


def test_captions_count_from_the_beginning_of_the_recording() -> None:
    draft = "The tap was mended.\n\nThe Chair closed the meeting at 13:50.\n"
    said = "01:09:40 Ann: tap mended\n01:11:20 Bo: meeting closed, bye\n"

    def clocks(name: str) -> list[str]:
        notes = (Document.read(f"notes/{name}", said),)
        pair = pair_of(Material(Document.read("minutes.md", draft), notes))
        return [value.text for jotting in pair.jottings for value in stamped(jotting)]

    assert clocks("log.md") == ["01:09", "01:11"]
    assert clocks("captions.vtt") == []


def test_terms_of_a_school_year_are_compared() -> None:
    draft = "The attendance report for the autumn term was presented.\n\n"
    draft += "RESOLVED to note the attendance report for the spring term.\n"
    (clash,) = period_clashes(read(draft))
    assert [place.quote for place in clash.places] == ["spring term", "autumn term"]
    assert list(period_clashes(read(draft.replace("spring", "autumn")))) == []
    told = "The Headteacher presented the attendance report for the autumn term. Attendance was 94.2%.\n"
    (clash,) = value_clashes(read(told, "HT attendance rpt spring term 94.2\n"))
    assert [place.quote for place in clash.places] == ["autumn term", "spring term"]


def test_a_meeting_may_begin_later_than_it_was_called_for() -> None:
    draft = "# Council, 6:30 p.m.\n\nMayor Lund called the meeting to order at 6:32 p.m.\n\nMinutes agreed.\n"
    assert list(odd_values(read(draft, "MON 7 oct\norder 6:32\nmins ok\n"))) == []
    (clash,) = odd_values(read(draft.replace("6:32", "6:23"), "MON 7 oct\norder 6:32\nmins ok\n"))
    assert clash.places[0].quote.startswith("6:23")


def test_the_time_before_a_line_of_a_log_is_when_it_was_said() -> None:
    draft = "Mayor Lund called the meeting to order at 6:02 p.m.\n\nMinutes agreed.\n"
    assert list(odd_values(read(draft, "18:02 CTO, Foss absent, in 18:20\n18:24 mins ok\n"))) == []


def test_a_narrative_that_tells_of_an_earlier_decision_is_held_against_this_one() -> None:
    draft = (
        "She proposed a change to the budget for {}, which the Board had adopted in March.\n\n"
        "The Board resolved to amend the budget for 2024/25.\n"
    )
    assert list(period_clashes(read(draft.format("2024/25")))) == []
    (clash,) = period_clashes(read(draft.format("2025/26")))
    assert [place.quote for place in clash.places] == ["2024/25", "2025/26"]


def test_every_place_with_the_other_period_is_shown() -> None:
    draft = (
        "The Clerk presented the spending report for quarter 1.\n\nMembers discussed quarter 1 at length.\n\n"
        "Resolved: That the spending report for quarter 2 be noted.\n"
    )
    (clash,) = period_clashes(read(draft))
    assert [place.quote for place in clash.places] == ["quarter 2", "quarter 1", "quarter 1"]


@pytest.mark.parametrize(
    "draft",
    [
        "Gritting 2011/12: when routes were issued for 2010/11 it was noted that one was left out.\n",
        "The precept for 2018/19 was agreed. It was noted the precept for 2017/18 was \u00a316,532.\n",
        "It was resolved to pay Maintenance - November 2017 87.00 Village Hall - December 2017 25.00\n",
        "Request for an inscription on the memorial of Anna Bell, born in 1918 died 2008 - approved.\n",
        "Auditor for 2014/15. It was agreed to ask the auditor for 2013/14 if she was willing.\n",
        "Agreed the clerk's salary for April 2015 \u2013 46 hours, and the budget for 2015/16.\n",
    ],
)
def test_two_periods_that_are_two_things_are_left_alone(draft: str) -> None:
    assert list(period_clashes(read(draft))) == []


def test_two_periods_of_one_line_are_told_in_one_breath() -> None:
    (clash,) = period_clashes(
        read(
            "The audit plan for 2021/22 was read and resolved that the audit plan for 2022/23 be approved.\n"
        )
    )
    assert clash.message == "Line 1 gives the year of the audit plan as 2022/23, and elsewhere as 2021/22."


def test_a_stop_ends_a_jotting_or_a_word_cut_short_as_the_hand_has_it() -> None:
    draft = (
        "The benefit to the community would be large.\n\nThe letter is to go before 21 February.\n\n"
        "No boats go out until 31 March.\n"
    )
    stops = read(draft, "comm. benefit large.  letter bef. 21st.\n")
    assert [j.text for j in stops.jottings] == ["comm. benefit large", "letter bef. 21st."]
    none = read(draft, "comm benefit large, letter bef 21st\nno boats til 31 mar. letter by post\n")
    assert [j.text for j in none.jottings][1:] == ["no boats til 31 mar", "letter by post"]


def test_members_of_the_public_are_counted_however_they_are_cut_short() -> None:
    draft = "In attendance: Cllr Begg; 17 members of the public.\n\nPaths were opened.\n"
    (clash,) = odd_values(read(draft, "Cllr Begg, 11 publ.\npaths open\n"))
    assert clash.places[0].quote == "17"


def test_members_of_the_public_are_not_those_present() -> None:
    draft = "Present: seven councillors.\n\n{} members of the public were in attendance.\n"
    notes = "PRESENT (7 Councillors)\npublic 9\n"
    assert list(odd_values(read(draft.format("Nine"), notes))) == []
    (clash,) = odd_values(read(draft.format("Six"), notes))
    assert [place.quote for place in clash.places] == ["Six", "9"]


SCHOOL = (
    "Present: Mrs J Tull (Chair), Mr R Okafor, Dr P Sorensen, Mrs A Iqbal\n\n"
    "The budget was approved. Proposed by Mr Okafor, seconded by Mrs Iqbal.\n\n"
    "Dr Sorensen asked whether the reading scheme had worked.\n"
)


def test_initials_in_small_letters_are_somebodys_once_a_list_shows_it() -> None:
    body = "budget appr ro/ai\nps did reading scheme work?\n"
    listed = read(SCHOOL, f"jt (ch) ro ps ai\n{body}")
    named = {m.text: listed.roster.name_of(m.who) for row in listed.noted for m in row}
    assert named == {"jt": "J Tull", "ro": "R Okafor", "ps": "P Sorensen", "ai": "A Iqbal"}
    assert not [m for row in read(SCHOOL, body).noted for m in row]


def test_letters_that_notes_have_for_other_things_are_nobodys_beside_initials_in_small_letters() -> None:
    draft = SCHOOL.replace("\n\n", ", Mr P Marsh\n\n", 1)
    pair = read(draft, "jt (ch) ro ps ai\nbudget appr ro/ai, back at 3 pm\n")
    assert "pm" not in {m.text for row in pair.noted for m in row}
