"""Dates and times as one says them."""

import datetime as dt


def day(date: dt.date, year: int | None = None) -> str:
    """``Tuesday 22 March 2022``; without the year where it is ``year``, which goes without saying."""
    said = f"{date:%A} {date.day} {date:%B}"
    return said if date.year == year else f"{said} {date.year}"


def moment(at: dt.datetime, year: int | None = None) -> str:
    """``Tuesday 22 March 2022, 10:15``, in the time zone of whoever acted."""
    return f"{day(at.date(), year)}, {at:%H:%M}"
