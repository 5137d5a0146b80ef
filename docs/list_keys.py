"""Writes the table of keys into the README, from the program's own: ``.venv/bin/python docs/list_keys.py``.

With ``--free`` it prints the letters that no key has yet.
"""

import re
import string
import sys
from pathlib import Path

from review_tui.tui.keys import KEYS

README = Path(__file__).parents[1] / "README.md"
HEAD = "| key | what it does |\n|---|---|\n"
ROWS = re.compile(r"(?:\|.*\n)*")


def with_keys(readme: str) -> str:
    """The README with the table as it is now in the place of the old one."""
    before, head, rest = readme.partition(HEAD)
    rows = "".join(f"| `{key.shown}` | {key.says} |\n" for key in KEYS)
    return before + head + ROWS.sub(lambda _: rows, rest, count=1)


def free_letters() -> str:
    """The letters, small and capital, that no key of the reading screen has."""
    taken = {key for row in KEYS for key in row.keys.split(",")}
    return " ".join(letter for letter in string.ascii_letters if letter not in taken)


def main() -> None:
    """Put the table where the old one stands, or print the free letters."""
    if sys.argv[1:] == ["--free"]:
        print(free_letters())  # noqa: T201 -- what was asked for
        return
    README.write_text(with_keys(README.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
