"""Dates and periods as British minutes and clerks' notes write them."""

import datetime as dt
import sys
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from review_tui.language import date_parts
from review_tui.language import periods as recogniser
from review_tui.language.date_parts import Grain
from review_tui.language.periods import find_impossible_days, find_periods

MEETING = dt.date(2022, 3, 16)


def read(text: str, *, day_first: bool = True) -> list[tuple[str, str, str]]:
    """Words, first day and last day of what is found with the meeting's date as reference."""
    found = find_periods(text, day_first=day_first, reference=MEETING)
    return [(p.text, p.start.isoformat(), p.end.isoformat()) for p in found]


@pytest.mark.parametrize(
    "words",
    [
        "16th March, 2022",
        "Wednesday 16 March 2022",
        "Wed. 16th of March 2022",
        "16 MARCH 2022",
        "16\u00a0March\u00a02022",
        "16 Mar '22",
        "16-Mar-22",
        "16.03.22",
        "16/03/2022",
        "16-3-22",
        "16 03 2022",
        "2022-03-16",
        "March 16th, 2022",
        "March 16, 2022",
        "03/16/2022",
        "16 March",
        "16 March\n2022",
        "16 March 22",
        "16 th March 2022",
        "16^th^ March 2022",
        "16<sup>th</sup> March 2022",
        "16th** **March** **2022",
        "16 / 03 / 2022",
        "16/03, 2022",
        "Mar-16-2022",
    ],
)
def test_one_day_is_read_in_every_way_it_is_written(words: str) -> None:
    assert read(f"The Board met on {words}.") == [(words, "2022-03-16", "2022-03-16")]


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("October, 2020-September, 2021", "2020-10-01", "2021-09-30"),
        ("October 2020 to September 2021", "2020-10-01", "2021-09-30"),
        ("October 2020 until the end of", "2020-10-01", "2020-10-31"),
        ("Oct 20\u2013Sep 21", "2020-10-01", "2021-09-30"),
        ("Oct 20-Sep 21", "2020-10-01", "2021-09-30"),
        ("Oct '20 \u2014 Sept '21", "2020-10-01", "2021-09-30"),
        ("Oct 20 to September 2021", "2020-10-01", "2021-09-30"),
        ("Oct 2020 \u2212\nSep 2021", "2020-10-01", "2021-09-30"),
        ("Nov-Feb 2022", "2021-11-01", "2022-02-28"),
        ("June/July 2022", "2022-06-01", "2022-07-31"),
        ("10/11/04-19/01/05", "2004-11-10", "2005-01-19"),
        ("10/1-11/2/2017", "2017-01-10", "2017-02-11"),
        ("2022-03-01 to 2022-03-16", "2022-03-01", "2022-03-16"),
        ("1-3 May 2022", "2022-05-01", "2022-05-03"),
        ("Monday 4 to Friday 8 May 2020", "2020-05-04", "2020-05-08"),
        ("13th to the 15th of July", "2022-07-13", "2022-07-15"),
        ("16 December to 12 January 2022", "2021-12-16", "2022-01-12"),
        ("1st April to 30th June", "2022-04-01", "2022-06-30"),
        ("1 April 2020 to 31 March", "2020-04-01", "2021-03-31"),
        ("November 19-20", "2021-11-19", "2021-11-20"),
        ("Nov 18-Dec 19, 2015", "2015-11-18", "2015-12-19"),
        ("2020-21", "2020-04-01", "2021-03-31"),
        ("2018/19", "2018-04-01", "2019-03-31"),
        ("2018/2019", "2018-04-01", "2019-03-31"),
        ("1999-00", "1999-04-01", "2000-03-31"),
        ("2018/19 to 2020/21", "2018-04-01", "2021-03-31"),
        ("2014-2018", "2014-01-01", "2018-12-31"),
        ("2020-25", "2020-01-01", "2025-12-31"),
        ("2014 to 2018", "2014-01-01", "2018-12-31"),
        ("Q1 2021/22", "2021-04-01", "2021-06-30"),
        ("Q4 2021/22", "2022-01-01", "2022-03-31"),
        ("Q1-Q3 2021/22", "2021-04-01", "2021-12-31"),
        ("first quarter of 2021", "2021-01-01", "2021-03-31"),
        ("March 2022", "2022-03-01", "2022-03-31"),
        ("February 2024", "2024-02-01", "2024-02-29"),
        ("Feb-24", "2024-02-01", "2024-02-29"),
        ("29/30 June 2022", "2022-06-29", "2022-06-30"),
        ("October 2020 to the end of September 2021", "2020-10-01", "2021-09-30"),
        ("04/2021 to 03/2022", "2021-04-01", "2022-03-31"),
        ("2021-04 to 2022-03", "2021-04-01", "2022-03-31"),
        ("2020-21 to 2021-22", "2020-04-01", "2022-03-31"),
        ("FY21/22", "2021-04-01", "2022-03-31"),
        ("1990s", "1990-01-01", "1999-12-31"),
        ("2022-Mar-16", "2022-03-16", "2022-03-16"),
        ("may 21-sept 22", "2021-05-01", "2022-09-30"),
        ("Nov 3/21-Mar 4/22", "2021-11-03", "2022-03-04"),
        ("1.1.-31.12.2021", "2021-01-01", "2021-12-31"),
        ("3 jne to 15 jly", "2022-06-03", "2022-07-15"),
    ],
)
def test_a_period_ends_on_its_last_day(words: str, start: str, end: str) -> None:
    found = read(f"The report for {words}, was noted.")
    assert [(s, e) for _, s, e in found] == [(start, end)]
    assert found[0][0] == words.removesuffix(" until the end of")


@pytest.mark.parametrize("lead", ["between", "the period of"])
def test_and_joins_two_dates_only_after_between(lead: str) -> None:
    assert read(f"{lead} 1 March and 3 April 2022") == [
        ("1 March and 3 April 2022", "2022-03-01", "2022-04-03")
    ]
    assert [words for words, _, _ in read("held on 28.01.19 and 12.02.19")] == ["28.01.19", "12.02.19"]
    assert [words for words, _, _ in read("2 July, 6 August and 3 September")] == [
        "2 July",
        "6 August",
        "3 September",
    ]


@pytest.mark.parametrize(
    "words",
    [
        "minute 12/2021/5",
        "planning application 22/00123/F",
        "permission C/2/2014/2026",
        "telephone 01366 500123",
        "a grant of £12.50",
        "£2,021-22",
        "at 10.00-12.30",
        "19:30-21:00",
        "the Children Act 2014",
        "in 2014 homes",
        "2014",
        "minute 11/2016",
        "11/2016",
        "$ 12 a head",
        "21/22",
        "won 2-1",
        "20-21 people",
        "1800-2500 homes",
        "version v1.2.20",
        "5.1.12 Noted",
        "section 3.2.10",
        "it may 12 times",
        "we may, to that end",
        "March",
        "Q1",
        "paper 2021-03",
        "minute 2012-11",
        "the 14 members",
        "45/13/2022",
    ],
)
def test_what_only_looks_like_a_date_is_left_alone(words: str) -> None:
    assert read(words) == []


@pytest.mark.parametrize(
    "text", ["the year 2021", "in 2021", "since 2021 it grew", "during 2021", "in 1998 and 2021"]
)
def test_a_year_alone_counts_after_words_that_make_it_one(text: str) -> None:
    assert read(text)[-1] == ("2021", "2021-01-01", "2021-12-31")


def test_two_figures_after_year_are_a_financial_year() -> None:
    assert read("the financial year 21/22") == [("21/22", "2021-04-01", "2022-03-31")]
    assert read("the financial year 21/23") == []


def test_a_bare_year_of_two_figures_is_kept_before_words_that_it_cannot_count() -> None:
    assert read("on 05 June 19 the Council met") == [("05 June 19", "2019-06-05", "2019-06-05")]
    assert read("Wednesday 24 April.\n\n12 Bins")[0][0] == "Wednesday 24 April"


def jotted(text: str) -> list[tuple[str, str]]:
    """Words and first day of what is found in a clerk's notes."""
    found = find_periods(text, reference=MEETING, shorthand=True)
    return [(p.text, p.start.isoformat()) for p in found]


def test_clerks_jot_days_down_in_two_figures() -> None:
    assert jotted("mtg 26/1, due by 3/4 and 16/2") == [
        ("26/1", "2022-01-26"),
        ("3/4", "2022-04-03"),
        ("16/2", "2022-02-16"),
    ]
    assert jotted("audit on 8 May 21 and found well") == [("8 May 21", "2021-05-08")]
    assert read("mtg 26/1") == []


@pytest.mark.parametrize(
    "text", ["1/2 hr", "3/4 of them", "open 24/7", "7/2 in favour", "item 12/3", "min 4/5", "5/4/F", "33/1"]
)
def test_fractions_votes_and_numbers_in_notes_are_no_days(text: str) -> None:
    assert jotted(text) == []


def test_a_number_of_people_is_not_taken_for_a_year() -> None:
    assert read("On 14 April 22 people came.") == [("14 April", "2022-04-14", "2022-04-14")]
    assert read("On 14 April 20.") == [("14 April 20", "2020-04-14", "2020-04-14")]


def test_an_item_number_is_not_the_first_day_of_a_range() -> None:
    assert read("4 - 16th March 2022") == [("16th March 2022", "2022-03-16", "2022-03-16")]
    assert read("Item 3 to 16 March 2022") == [("16 March 2022", "2022-03-16", "2022-03-16")]


def test_the_year_before_a_stroke_is_not_cut_out_of_a_financial_year() -> None:
    assert read("April 2021-22") == [("2021-22", "2021-04-01", "2022-03-31")]
    assert read("March 2021/22") == [("2021/22", "2021-04-01", "2022-03-31")]


def test_figures_are_read_month_first_when_asked_or_when_nothing_else_is_possible() -> None:
    assert read("03/04/2022") == [("03/04/2022", "2022-04-03", "2022-04-03")]
    assert read("03/04/2022", day_first=False) == [("03/04/2022", "2022-03-04", "2022-03-04")]
    assert read("25/03/2022", day_first=False) == [("25/03/2022", "2022-03-25", "2022-03-25")]
    assert read("03/25/2022") == [("03/25/2022", "2022-03-25", "2022-03-25")]


def test_a_missing_year_is_the_one_nearest_to_the_reference() -> None:
    assert read("20 December") == [("20 December", "2021-12-20", "2021-12-20")]
    assert find_periods("20 December") == ()


def test_figures_behind_two_months_of_notes_are_a_year_only_if_it_is_near() -> None:
    (run,) = find_periods("calls oct to mar 12, all paid", reference=dt.date(2022, 5, 1), shorthand=True)
    assert (run.text, run.year_written) == ("oct to mar", False)
    (run,) = find_periods("calls oct to mar 23, all paid", reference=dt.date(2022, 5, 1), shorthand=True)
    assert (run.text, run.end) == ("oct to mar 23", dt.date(2023, 3, 31))


def test_whether_a_year_is_written_is_told() -> None:
    texts = [
        "16 March",
        "16 March 2022",
        "1 April to 30 June",
        "Oct 20-Sep 21",
        "2020-21",
        "July 13 - July 15",
    ]
    found = [find_periods(text, reference=MEETING)[0].year_written for text in texts]
    assert found == [False, True, False, True, True, False]


def test_a_month_with_two_figures_is_a_year_only_if_that_was_lately() -> None:
    assert read("Clerk's salary Nov 21") == [("Nov 21", "2021-11-01", "2021-11-30")]
    assert read("on November 9") == [("November 9", "2021-11-09", "2021-11-09")]
    assert read("on November 15") == [("November 15", "2021-11-15", "2021-11-15")]
    assert read("August 99") == [("August 99", "1999-08-01", "1999-08-31")]


def test_a_range_written_backwards_is_kept_as_written() -> None:
    (period,) = find_periods("October 2021 to September 2020")
    assert period.runs_backwards
    assert (period.start, period.end) == (dt.date(2021, 10, 1), dt.date(2020, 9, 30))
    (slip,) = find_periods("budget for 2022-21")
    assert slip.runs_backwards


def test_a_day_that_no_calendar_has_is_no_period_but_can_be_asked_for() -> None:
    text = "Due on 31st April 2022, 29 February 2011 and 30/02/2022."
    assert read(text) == []
    assert [span.of(text) for span in find_impossible_days(text)] == [
        "31st April 2022",
        "29 February 2011",
        "30/02/2022",
    ]
    assert find_impossible_days("29 February 2012 and 29 Feb") == ()


def test_the_grain_is_that_of_the_finer_end() -> None:
    grains = [find_periods(t)[0].grain for t in ("1 May 2022", "May 2022", "Q1 2021/22", "2021/22")]
    assert grains == [Grain.DAY, Grain.MONTH, Grain.QUARTER, Grain.YEAR]
    assert find_periods("1 May 2022 to June 2023")[0].grain is Grain.DAY


@given(
    st.dates(dt.date(1951, 1, 1), dt.date(2030, 12, 31)),
    st.sampled_from(
        ["%d %B %Y", "%d/%m/%Y", "%d.%m.%Y", "%A %d %B, %Y", "%Y-%m-%d", "%B %d, %Y", "%d %b '%y"]
    ),
)
def test_every_day_is_read_back_from_every_form(day: dt.date, form: str) -> None:
    if form.endswith("%y") and day.year < 2000:
        day = day.replace(year=2000 + day.year % 40, day=min(day.day, 28))
    (found,) = find_periods(f"On {day.strftime(form)} the Board met.")
    assert (found.start, found.end) == (day, day)


@given(st.text(alphabet="0123456789/-.,: \n\u2013'thMarOct202Q£ab", max_size=80))
@example("1-1-1-1-1-1-1-1")
@example("2020-21-22-23/24")
@example("29 February 1900")
def test_any_text_gives_periods_in_order_with_their_own_words(text: str) -> None:
    found = find_periods(text, reference=MEETING)
    assert all(p.span.of(text) == p.text and p.text for p in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


HOSTILE = {
    "dashes": "1-" * 5500,
    "figures": "1" * 11_000,
    "spaces": "1 " + " " * 11_000,
    "line ends": "1\n" * 5500,
    "months": "May " * 2750,
    "half dates": "Wednesday the 1st day of the " * 380,
    "half ranges": "1 May to " * 1220,
    "quarters": "Q1-Q2 " * 1830,
    "years": "2020-" * 2200,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_reading_takes_a_set_number_of_looks_for_each_character(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = HOSTILE[name]
    looks = 0
    real = date_parts.read_date_parts

    def counted(text: str, at: int, *, day_first: bool = True) -> tuple[object, ...]:
        nonlocal looks
        looks += 1
        return real(text, at, day_first=day_first)

    monkeypatch.setattr(sys.modules[recogniser.__name__], "read_date_parts", counted)
    find_periods(text, reference=MEETING)
    assert looks <= 4 * len(text) / 2


@pytest.mark.parametrize(
    "text",
    [
        "the year July 1, 2024, through June 30, 2025, was closed",
        "from July 1, 2024, to June 30, 2025",
        "Jul 1, 2024, until Jun 30, 2025",
    ],
)
def test_an_american_day_keeps_its_comma_within_a_run(text: str) -> None:
    (run,) = find_periods(text, day_first=False, reference=MEETING)
    assert (run.start, run.end) == (dt.date(2024, 7, 1), dt.date(2025, 6, 30))


def test_a_comma_joins_nothing_else() -> None:
    assert len(find_periods("on 3 May 2022, to 5 May 2022", reference=MEETING)) == 2
    assert len(find_periods("met March 3, 2022, and March 9, 2022", day_first=False, reference=MEETING)) == 2


@pytest.mark.parametrize("text", ["June to Aug 7 calls", "jun-aug 6", "June - August 94 of them"])
def test_a_count_behind_two_months_of_notes_is_no_day_or_year(text: str) -> None:
    (run,) = find_periods(text, reference=MEETING, shorthand=True)
    assert (run.start.day, run.start.month, run.end.day, run.end.month) == (1, 6, 31, 8)
    assert not run.year_written
