"""The time that stands before a line of notes, as in a log."""

import re
from dataclasses import replace

from review_tui.facts.clauses import Clause
from review_tui.facts.reader import read_values
from review_tui.facts.values import Kind, Value
from review_tui.model.note_formats import note_format_of

_CLOCK = re.compile(r"(?<![\d:])\d{1,2}[:h]\d\d(?!\d)")


def stamped(jotting: Clause) -> tuple[Value, ...]:
    """The time before a jotting on its line, as in a log: no part of its words, so it begins before them.

    Captions count from the beginning of the recording, which says nothing of the clock.
    """
    kind = note_format_of(jotting.document.file)
    if kind is not None and kind.is_spoken:
        return ()
    before = jotting.stamp or jotting.line_before()
    clock = _CLOCK.search(before)
    read = " " * clock.start() + clock[0] if clock else before  # of the day and hour of a message the hour
    found = read_values(read, jotted=True) if before.strip() else ()
    # "2022" before a line of a log is an hour, elsewhere it may be a year
    clocks = [v for v in found if v.kind is Kind.TIME] or [
        v for v in found if jotting.stamp or v.kind is not Kind.YEAR
    ]
    return tuple(
        replace(v, kind=Kind.TIME, start=v.start - len(before), end=v.end - len(before))
        for v in clocks
        if any(key[0] == "t" for key in v.keys)
        and (clock or before.strip(" \t[]().:|*-\u2013") == v.text.strip(" ."))
    )
