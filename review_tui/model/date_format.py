"""Dates and times as one says them."""

import datetime as dt

NO_DATE = "no date"
"""What is said of a meeting whose date is not known: that is kept as the first of all days."""


def format_date(date: dt.date) -> str:
    """``16 March 2022``."""
    return NO_DATE if date == dt.date.min else f"{date.day} {date:%B %Y}"


def format_day(date: dt.date, year: int | None = None) -> str:
    """``Tuesday 22 March 2022``; without the year where it is ``year``, which goes without saying."""
    if date == dt.date.min:
        return NO_DATE
    said = f"{date:%A} {date.day} {date:%B}"
    return said if date.year == year else f"{said} {date.year}"


def format_moment(at: dt.datetime, year: int | None = None) -> str:
    """``Tuesday 22 March 2022, 10:15``, in the time zone of whoever acted."""
    return f"{format_day(at.date(), year)}, {at:%H:%M}"


def day_heading(date: dt.date, today: dt.date) -> str:
    """``Today``, ``Yesterday``, else ``Tuesday 22 March 2022``."""
    return {0: "Today", 1: "Yesterday"}.get((today - date).days, format_day(date))
