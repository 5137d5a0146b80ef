import datetime as dt

from review_tui.model.date_format import format_day, format_moment

AT = dt.datetime(2022, 3, 2, 9, 5, tzinfo=dt.timezone(dt.timedelta(hours=1)))


def test_a_moment_is_told_as_one_says_it_in_the_zone_of_whoever_acted() -> None:
    assert format_moment(AT) == "Wednesday 2 March 2022, 09:05"


def test_the_year_is_left_out_where_it_goes_without_saying() -> None:
    assert format_moment(AT, 2022) == "Wednesday 2 March, 09:05"
    assert format_day(AT.date(), 2021) == "Wednesday 2 March 2022"
