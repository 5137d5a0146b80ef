"""No pattern that reads minutes or notes can run away: repeats are bounded, none stands in another."""

import importlib
import pkgutil
import re
from types import ModuleType

import pytest

import review_tui.alignment
import review_tui.checks
import review_tui.language

_PIECE = re.compile(r"\\.|\[(?:\\.|[^\]\\])+\]|\{(?P<least>\d+)(?:,(?P<most>\d*))?\}|[()*+?]|.", re.DOTALL)


def faults(pattern: str) -> list[str]:
    """What could run away in ``pattern``: open-ended repeats, and repeats of what holds a repeat."""
    found: list[str] = []
    open_groups = [False]
    closed = False
    for piece in _PIECE.finditer(pattern):
        varies = piece["least"] is not None and piece["most"] is not None
        if piece[0] in "*+" or piece["most"] == "":
            found.append(f"open-ended at {piece.start()}")
        if piece["least"] is not None and closed:
            found.append(f"repeat of a repeat at {piece.start()}")
        if varies:
            open_groups[-1] = True
        closed = False
        if piece[0] == "(":
            open_groups.append(False)
        elif piece[0] == ")":
            closed = open_groups.pop()
            open_groups[-1] = open_groups[-1] or closed
    return found


def patterns(module: ModuleType) -> dict[str, str]:
    """Every compiled pattern of ``module`` by name."""
    found = {}
    for name, value in vars(module).items():
        for key, pattern in (value if isinstance(value, dict) else {"": value}).items():
            if isinstance(pattern, re.Pattern):
                found[f"{module.__name__}.{name}.{key}"] = pattern.pattern
    return found


MODULES = tuple(
    importlib.import_module(found.name)
    for package in (review_tui.checks, review_tui.alignment, review_tui.language)
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
)
ALL = {name: pattern for m in MODULES for name, pattern in patterns(m).items()}


# Bounded within bounded, but each turn begins with a mark or space that nothing before it takes: one way
# to read. The tokens of a redline have no bound, as a word must never be split; each of their repeats ends at
# the first character that is not of its class, and nothing follows that could ask for less. The lines of
# headings and front matter are read to their ends, once for each line.
ONE_WAY = frozenset(
    {
        "review_tui.alignment.query._CAPITALISED",
        "review_tui.language.heading_words._NUMBER",
        "review_tui.language.item_heads._BOLD",
        "review_tui.language.item_heads._HEADING",
        "review_tui.language.item_heads._LABEL",
        "review_tui.language.minutes_head._TRAILING",
        "review_tui.language.sentences._NUMBERED",
        "review_tui.language.tokens._TOKEN",
        "review_tui.language.words.WORD",
        "review_tui.language.note_kinds._INTEREST",
    }
)


EXCUSED = {pattern for name, pattern in ALL.items() if name.rstrip(".") in ONE_WAY}
"""As those who import such a pattern have it too."""


@pytest.mark.parametrize("name", [name for name, pattern in ALL.items() if pattern not in EXCUSED])
def test_no_pattern_has_an_open_ended_or_nested_repeat(name: str) -> None:
    assert faults(ALL[name]) == []


def test_the_patterns_are_found() -> None:
    assert len(ALL) > 20


@pytest.mark.parametrize(
    "pattern", [r"a+", r"(\w\s?)*", r"x{2,}", r"(?:a{1,3}b){2}", r"(?:(?:a{1,3})b){1,2}"]
)
def test_what_could_run_away_is_noticed(pattern: str) -> None:
    assert faults(pattern)


@pytest.mark.parametrize("pattern", [r"[+*]", r"\+", r"\d{1,2}(?:x{1,2})?", r"a{4}", r"(?:ab){1,2}"])
def test_what_cannot_is_let_through(pattern: str) -> None:
    assert faults(pattern) == []
