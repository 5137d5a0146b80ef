"""Times of the clock: "7.30 pm", "19:30", "half seven", "ten to nine"."""

import re

from review_tui.facts.reading.match_context import Found, MatchContext
from review_tui.facts.values import Key, Kind
from review_tui.language.number_words import ONES, TEENS, UNITS, spoken_values

HOUR = rf"(?:1[0-2]|[1-9]|{'|'.join((*UNITS, *TEENS[:3]))})"
"""An hour as it is said."""
_TIME_SAID = re.compile(
    r"\b(?:at|since|came|left|late|arr\w*|open(?:ed|s)?|start(?:ed|s)?|began|clos(?:ed|e|es)|end(?:ed|s)?|fin(?:ish\w*)?|done|off|out|in|back|gone|went|leaves?"
    r"|adj\w*|returned|resumed)(?: (?:at|about))? \Z"
)
"""What stands before "ten to nine" that makes it a time and no range."""
_CLOCK_AFTER = re.compile(r"\s*(?:[ap]\.?m\b|o.?clock)", re.IGNORECASE)
_OF_MEASURE = re.compile(
    r"\s*(?:%|k\b|(?:w(?:ee)?k|day|m(?:on)?th|min|minute|hr|hour|y(?:ea)?r|metre|mile|people|member)s?\b)"
)
"""What follows a span of weeks or lengths: "in 10 to 12 weeks"."""
_NO_COUNT = 15
"""From here on "twenty to eight" is a time: it would be a strange range, and no count of votes."""
_FIRST_HOUR_FRENCH = 7
"""Of "20h17": an earlier one tells how long something took."""


def _minutes_of(words: str) -> int:
    low = words.lower().split(" min")[0].strip()
    if "half" in low or "quarter" in low:
        return 30 if "half" in low else 15
    return int(low) if low.isdigit() else int(max(spoken_values(low.replace("-", " "))))


def read_time(here: MatchContext) -> Found:
    """Such as "7.30 pm", "19:30", "half seven", "ten to nine"."""
    m = here.match
    if m["hour"]:
        hour, minute = int(m["hour"]), int(m["minute"] or 0)
    elif m["h12"]:
        hour, minute = int(m["h12"]), int(m["m12"])
    elif m["h24"]:
        hour, minute = int(m["h24"]), int(m["m24"])
        if "h" in m[0].lower() and hour < _FIRST_HOUR_FRENCH:
            return None  # "3h40" is how long
    elif m["name"]:
        hour, minute = 12, 0
    else:
        spoken = m["spoken"] or m["half_hour"] or m["oh_hour"] or m["part_hour"]
        hour = int(spoken) if spoken.isdigit() else ONES[spoken.lower()]
        if m["oh_hour"]:
            minute = ONES[m["oh"].lower()]
        elif m["part_hour"]:
            minute = 0
        else:
            minute = _minutes_of(m["past"]) if m["past"] else 30
            if m["to"] and m["to"].lower() in {"to", "before", "til"}:
                is_said = _TIME_SAID.search(here.before) or _CLOCK_AFTER.match(here.after)
                is_bare = m["past"].isdigit()  # "20 to 12"
                if (minute < _NO_COUNT or is_bare) and not is_said:
                    return None
                if is_bare and _OF_MEASURE.match(here.after):
                    return None
                hour, minute = hour - 1 or 12, 60 - minute
        if m["half_hour"] and not here.jotted:
            return None
    if minute > 59 or hour > 24:
        return None
    keys: set[Key] = {("t", hour % 12, minute)}
    if m["oh_hour"]:  # "three oh eight" may be a number too
        keys.add(("n", float(hour * 100 + minute)))
    if here.jotted:
        keys |= (
            {("n", float(f"{hour}.{minute:02d}")), ("n", float(hour))}
            if not minute
            else {("n", float(f"{hour}.{minute:02d}"))}
        )
    return Kind.TIME, keys, {"parts": (hour, minute)}
