"""Words of the notes that may be written for a period, whatever else they may mean."""

import pytest

from review_tui.facts.reader import read_values
from review_tui.facts.tolerant_dates import may_say
from review_tui.facts.values import Kind, Value


def dated(text: str) -> Value:
    return next(v for v in read_values(text) if v.kind in {Kind.DATE, Kind.PERIOD})


@pytest.mark.parametrize(
    ("noted", "drafted"),
    [
        ("jan-sept 11 over", "January to September 2025"),
        ("calls apr-jun 37", "1 April to 30 June 2026"),
        ("c1-3 sept-nov 25", "September to November 2025"),
        ("9 mths to sept 30. 73% spent", "the nine months ended 30 September 2025"),
        ("lease 1/3/25 - Feb 28", "1 March 2025 to 29 February 2028"),
        ("terms 29 jun-10 jul, 13-24 jul", "13 July to 24 July 2026"),
        ("april one twenty seven to march thirty one twenty eight", "1 April 2027 to 31 March 2028"),
        ("nov-jan 26/27 shut", "November 2026 to January 2027"),
        ("1 july 18", "1 July 2026"),
        ("inspected 22 sep, 11 faults", "22 September 2026"),
        ("safe til mch 27", "31 March 2027"),
        ("lodge Q2 25-26 jul-sep", "2025/26"),
        ("fy 2627 yes", "2026/27"),
    ],
)
def test_a_figure_beside_a_period_that_is_of_something_else_does_not_gainsay_it(
    noted: str, drafted: str
) -> None:
    assert may_say(noted, dated(drafted))


@pytest.mark.parametrize(
    ("noted", "drafted"),
    [
        ("oct 20-sep 21", "October 2020 to September 2022"),
        ("jul-sep", "April to June 2025"),
        ("apr-jun 25", "April to June 2026"),
        ("16 may 25", "16 May 2026"),
        ("15 may", "16 May 2026"),
        ("jul-sep, latest 19 sept", "29 September 2025"),
        ("10-24 jul", "13 July to 24 July 2026"),
        ("24-25", "2025/26"),
        ("nothing dated here", "16 May 2026"),
    ],
)
def test_another_month_day_or_year_does(noted: str, drafted: str) -> None:
    assert not may_say(noted, dated(drafted))
