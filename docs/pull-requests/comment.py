"""Writes what a pull request does to minutes as the text of a comment: what does not hold, and what changed.

    python comment.py BASE HEAD [BOOK] > comment.md

BASE and HEAD are commits; HEAD is checked out. It exits with 1 where a rule of the book is broken, with 2
where that can't be told, and with 0 otherwise. It runs nothing of the repository, and words from it stand in
the comment as words only: in a block that they can't end.
"""

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from typing import Any

MOST = 60_000
"""Characters of a comment: GitHub takes 65,536."""
MOST_ITEMS = 40
"""Items whose changes are shown."""
SIGNS = {"same": "{}", "deleted": "[-{}-]", "inserted": "{{+{}+}}"}


def asked(*words: str) -> Any:
    """What the program answers."""
    # -P: not even a module that lies in the repository and is called like one of the program's.
    command = [sys.executable, "-P", "-m", "review_tui", *words, "--json"]
    return json.loads(subprocess.run(command, capture_output=True, check=False).stdout)  # noqa: S603 -- as above


def git(*words: str) -> list[str]:
    """The lines that git answers with."""
    command = ["git", *words]
    ran = subprocess.run(command, capture_output=True, check=True)  # noqa: S603 -- only ids of commits are given
    return ran.stdout.decode("utf-8", "replace").split("\0" if "-z" in words else "\n")[:-1]


def block(lines: Sequence[str]) -> str:
    """Lines as they are, in a fence that is longer than any within."""
    words = "\n".join(lines)
    longest = max((len(run) for run in re.findall(r"`+", words)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{words}\n{fence}\n"


def broken_rules(verified: dict[str, Any]) -> list[str]:
    """What does not hold, in sentences."""
    if verified["unverifiable"]:
        return [verified["unverifiable"]]
    found = [each for rule in verified["rules"] for each in rule["findings"] if not each["told_only"]]
    return [f"! {each['sentence']}" for each in found]


def changed_items(base: str, head: str, book: str) -> Iterator[tuple[str, str]]:
    """The items that the pull request may have changed, each with what it is called."""
    paths = git("diff", "--name-only", "-z", f"{base}...{head}")
    for meeting in asked("status", book)["meetings"]:
        of_meeting = [path for path in paths if meeting["meeting"] in re.split(r"[/.]", path)]
        is_file = any(path.endswith(f"{meeting['meeting']}.md") for path in of_meeting)
        for item in meeting["items"]:
            if is_file or any(item["item"] in path.split("/") for path in of_meeting):
                title = f"{meeting['body']}, {meeting['date']}, item {item['number'] or item['item']}"
                yield f"{meeting['meeting']}/{item['item']}", title


def redline(item: str, new: set[str], book: str) -> list[str]:
    """What changed in an item since the newest of its commits that is not among ``new``."""
    entries = asked("log", item, "--book", book).get("entries", [])
    # Not every commit of an item gave it words: the newest that did is what the changes count from.
    older = [each["commit"] for each in entries if each["commit"] not in new]
    answers = (asked("diff", item, before, "now", "--book", book) for before in (*older, "first"))
    rows = next((each["rows"] for each in answers if "rows" in each), [])
    changed = [row for row in rows if row["kind"] != "same"]
    return [
        "".join(SIGNS[piece["op"]].format(piece["text"].rstrip("\n")) for piece in row["pieces"])
        for row in changed
    ]


def comment(base: str, head: str, book: str) -> tuple[str, int]:
    """The text, and the exit code."""
    verified = asked("verify", book)
    broken = broken_rules(verified)
    code = 2 if verified["unverifiable"] else 1 if broken else 0
    parts = ["## Minutes\n"]
    parts += ["Something does not hold:\n", block(broken)] if broken else ["Every rule of the book holds.\n"]
    new = set(git("rev-list", f"{base}..{head}"))
    found = asked("check", book)["findings"]
    shown = 0
    for item, title in changed_items(base, head, book):
        if shown == MOST_ITEMS:
            parts.append("More items changed than are shown here.\n")
            break
        changes = redline(item, new, book)
        findings = [f"! {each['message']}" for each in found if f"{each['meeting']}/{each['item']}" == item]
        if changes or findings:
            parts.append(block([title, "", *changes, *([""] if changes and findings else []), *findings]))
            shown += 1
    text = "\n".join(parts)
    if len(text) > MOST:
        kept = text[:MOST].rpartition("\n`")[0]  # up to the end of a block
        text = f"{kept}\n\n… and more: review-tui verify, review-tui diff\n"
    return text, code


def main() -> int:
    """Print the comment; the exit code."""
    parser = argparse.ArgumentParser(
        description="The text of a comment on a pull request that changes minutes."
    )
    parser.add_argument("base", help="the commit that it is to be taken into")
    parser.add_argument("head", help="its newest commit, which is checked out")
    parser.add_argument("book", nargs="?", default=".", help="the book's folder (default: this one)")
    given = parser.parse_args()
    for commit in (given.base, given.head):
        if not re.fullmatch(r"[0-9a-f]{40,64}", commit):
            parser.error("BASE and HEAD are whole ids of commits")
    text, code = comment(given.base, given.head, given.book)
    sys.stdout.write(text)
    return code


if __name__ == "__main__":
    sys.exit(main())
