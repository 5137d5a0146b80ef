"""Dates, periods, weekdays and times: days that cannot be, and days that disagree."""
