"""Who has read what since it last changed: a table of signs that fits a narrow screen."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from textual.content import Content

from review_tui.application.receipts import ReadRecord, ReadStatus
from review_tui.model.people import Reviewer
from review_tui.model.visible import visible
from review_tui.tui.presenters.status_lines import numbered
from review_tui.tui.widgets.agenda import ellipsised

SIGNS = {
    ReadStatus.OBJECTED: "✗",
    ReadStatus.APPROVED: "✓",
    ReadStatus.READ: "r",
    ReadStatus.READ_BEFORE: "~",
    ReadStatus.NOT_YET: "·",
}
TONES = {
    ReadStatus.OBJECTED: "bold $text-warning",
    ReadStatus.APPROVED: "$text-success",
    ReadStatus.READ_BEFORE: "$text-warning",
}
LEGEND = (
    "✓ approved   r read, no comment   ~ read or approved an earlier text\n✗ objects   · has not said so yet"
)
TITLE, COLUMN = 38, 5
"""Cells of a title, and of each reviewer's column."""
AT_ONCE = 6
"""Reviewers in one table, so that it is at most 70 cells wide: more get another below."""


def circulation_page(rows: Sequence[ReadRecord]) -> Content:
    """A row an item, a column a reviewer; below, each reviewer's name and what they still have to read."""
    reviewers = list(dict.fromkeys(row.reviewer for row in rows))
    if not reviewers:
        return Content(
            "Nobody has read or done anything yet, and book.yaml lists no reviewers.\n\n"
            "List them there, and this page tells who has not read what."
        )
    called = dict(zip(reviewers, initials(reviewers), strict=True))
    parts = [Content(f"{LEGEND}\n\n")]
    for start in range(0, len(reviewers), AT_ONCE):
        some = reviewers[start : start + AT_ONCE]
        parts += [*_table(rows, some, called), Content("\n")]
    parts += [_person(rows, reviewer, called[reviewer]) for reviewer in reviewers]
    return Content("").join(parts)


def initials(reviewers: Sequence[Reviewer]) -> list[str]:
    """``DE`` for Dawn Example; a second one is ``DE2``."""
    found: list[str] = []
    for reviewer in reviewers:
        words = reviewer.name.split() or [reviewer.email]
        short = visible("".join(w[0] for w in (words[0], *words[1:][-1:]))).upper() or "?"
        same = sum(given.rstrip("0123456789") == short for given in found)
        found.append(f"{short}{same + 1}" if same else short)
    return found


def _table(
    rows: Sequence[ReadRecord], reviewers: Sequence[Reviewer], called: dict[Reviewer, str]
) -> Iterator[Content]:
    head = "".join(f"{ellipsised(called[r], COLUMN - 1):>{COLUMN}}" for r in reviewers)
    yield Content.styled(f"{'':{TITLE}}{head}\n", "bold")
    for item in dict.fromkeys(row.item.item.id for row in rows):
        mine = {row.reviewer: row for row in rows if row.item.item.id == item}
        title = ellipsised(numbered(next(iter(mine.values())).item.item), TITLE - 1)
        cells = [_cell(mine[r].has) for r in reviewers]
        yield Content.assemble(title, " " * (TITLE - cell_len(title)), *cells, "\n")


def _cell(has: ReadStatus) -> Content:
    return Content.assemble(" " * (COLUMN - 1), (SIGNS[has], TONES.get(has, "")))


def _person(rows: Sequence[ReadRecord], reviewer: Reviewer, short: str) -> Content:
    mine = [row for row in rows if row.reviewer == reviewer]
    left = [row.item.item.number or row.item.item.id for row in mine if not row.is_read]
    status = f"still to read: {', '.join(left)}" if left else "has read everything"
    if len(left) == len(mine) > 1:
        status = "has read nothing as it is now"
    name = reviewer.name or reviewer.email
    return Content.assemble((f"{short:<5}", "bold"), visible(f"{name}: {status}"), "\n")
