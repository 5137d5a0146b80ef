"""How reports, plans, corrections and divided notes are put."""

from collections.abc import Iterable, Iterator, Sequence

from textual.content import Content

from review_tui.application.correction_reader import FoundCorrection
from review_tui.application.note_division import NotePart
from review_tui.application.report import ReportLine, ReportPart
from review_tui.application.return_lines import PlanLine
from review_tui.model.date_format import format_day
from review_tui.model.text import shorten
from review_tui.model.visible import visible
from review_tui.tui.presenters.status_lines import plain

_SHOWN, _BEGUN = 60, 42
"""Characters of a line of the notes that are shown, by itself and behind its number."""
_BEFORE, _AFTER = 3, 4
"""Lines that are shown on either side of where a part begins."""
_BEGINS = {ReportPart.POINT: "- ", ReportPart.DETAIL: "    ", ReportPart.MOTION: "Motion: "}
_BOLD = frozenset((ReportPart.TITLE, ReportPart.SECTION, ReportPart.ITEM))
_APART = frozenset((*_BOLD, ReportPart.MOTION))

_BAR, _BLOCK = 40, 8
"""Cells of the bar that shows that something goes on, and of the block that moves in it."""


def report_page(lines: Iterable[ReportLine]) -> Content:
    """A report, as a page to read."""
    told: list[Content] = []
    for line in lines:
        words = Content.assemble(_BEGINS.get(line.part, ""), plain(line.words))
        if line.part in _APART and told:
            told.append(Content(""))
        told.append(words.stylize("bold") if line.part in _BOLD else words)
    return Content("\n").join(told)


def plan_page(lines: Iterable[PlanLine]) -> Content:
    """What a file holds or brings back; what asks for a look is marked, and stands first below the title."""
    title, *others = lines
    shown = [title, *sorted(others, key=lambda line: not line.is_warning)]
    return Content("\n").join(
        plain(line.words).stylize("bold") if line.is_warning else plain(line.words) for line in shown
    )


def corrections_page(found: Iterable[FoundCorrection]) -> Content:
    """What minutes put right in earlier ones, where it goes, and what can't be placed."""
    told: list[Content] = []
    for each in found:
        sign = "=" if each.is_recorded else "!" if each.why_not else "+"
        told.append(plain(f"{sign} Item {each.item.item.number or each.item.item.title}: {each.said}"))
        if each.earlier and each.what:
            item = each.earlier.item
            where = f"{format_day(each.earlier.meeting.date)}, item {item.number or item.title}"
            told.append(plain(f"    {where}: {each.what}{' (recorded already)' if each.is_recorded else ''}"))
        if each.why_not and not each.is_recorded:
            told.append(plain(f"    Not recorded: {each.why_not}").stylize("bold"))
    return Content("\n").join(told)


def part_line(part: NotePart, *, is_chosen: bool) -> Content:
    """An item with the lines that are taken to be of it: ``?`` where nothing bears that out."""
    item = part.item.item
    sign = "*" if is_chosen else "?" if part.is_empty or not part.evidence else " "
    called = plain(f"{sign} {item.number or '-'}  {item.title}").stylize("bold")
    if part.is_empty:
        return Content.assemble(called, "\n     no line")
    begins = shorten(part.text.strip().partition("\n")[0], _BEGUN)
    lines = f"line {part.first}" if part.first == part.last else f"lines {part.first} to {part.last}"
    return Content.assemble(called, "\n     ", plain(f"{lines}, from \u201c{begins}\u201d"))


def edge_lines(parts: Sequence[NotePart], at: int, lines: Sequence[str]) -> Content:
    """The lines of the notes around the one with which a part begins."""
    first = parts[at].first - 1

    def told(numbers: Iterable[int]) -> Iterator[Content]:
        for number in numbers:
            words = visible(" ".join(lines[number].split()))
            yield Content(f"{number + 1:>5}  {shorten(words, _SHOWN)}")

    item = parts[at].item.item
    edge = plain(f"       \u2193 {item.number or '-'}  {item.title}").stylize("bold")
    before = told(range(max(0, first - _BEFORE), first))
    after = told(range(first, min(len(lines), first + _AFTER)))
    return Content("\n").join([*before, edge, *after])


def moving_bar(steps: int) -> Content:
    """A bar of which nobody knows the end: a block that goes to and fro, one cell a step."""
    way = _BAR - _BLOCK
    at = way - abs(steps % (2 * way) - way)
    return Content("\u2500" * at + "\u2501" * _BLOCK + "\u2500" * (way - at))
