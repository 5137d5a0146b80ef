"""Counts how much a job does, without a clock: the same on every machine."""

import sys
from collections.abc import Callable


def calls_in(job: Callable[[], object]) -> int:
    """How many functions of Python ``job`` calls."""
    calls = 0

    def count(_frame: object, event: str, _arg: object) -> None:
        nonlocal calls
        calls += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        job()
    finally:
        sys.setprofile(before)
    return calls
