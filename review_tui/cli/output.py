"""Printing: words washed for the terminal, or JSON."""

import json
import sys
from collections.abc import Iterable, Mapping

from review_tui.model.visible import visible


def say(*lines: str) -> None:
    """Print lines for a reader; nothing in them can steer the terminal."""
    for line in lines:
        print(visible(line, keep="\n"))


def complain(sentence: str) -> None:
    """Print a sentence on standard error."""
    print(visible(sentence, keep="\n"), file=sys.stderr)


JSON_VERSION = 1
"""Of the shapes that ``docs/schema.json`` describes; raised when one changes so that readers break."""


def give_json(answer: Mapping[str, object]) -> None:
    """Print the answer of a command as one JSON object, with the version of its shape."""
    print_json({"version": JSON_VERSION, **answer})


def print_json(value: object) -> None:
    """Print ``value`` as JSON: text from files arrives whole, escaped where it must be."""
    print(json.dumps(value, ensure_ascii=True, indent=2))


def table(rows: Iterable[tuple[str, ...]]) -> list[str]:
    """Rows as lines with their columns under one another."""
    kept = [tuple(visible(cell) for cell in row) for row in rows]
    if not kept:
        return []
    widths = [max(len(row[n]) for row in kept) for n in range(len(kept[0]))]
    return ["  ".join(cell.ljust(w) for cell, w in zip(row, widths, strict=True)).rstrip() for row in kept]
