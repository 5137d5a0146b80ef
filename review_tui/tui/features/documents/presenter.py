"""How reports, plans and corrections are put."""

from collections.abc import Iterable

from textual.content import Content

from review_tui.application.correction_reader import FoundCorrection
from review_tui.application.report import ReportLine, ReportPart
from review_tui.application.return_lines import PlanLine
from review_tui.model.date_format import format_day
from review_tui.tui.presenters.status_lines import plain

_BEGINS = {ReportPart.POINT: "- ", ReportPart.DETAIL: "    ", ReportPart.MOTION: "Motion: "}
_BOLD = frozenset((ReportPart.TITLE, ReportPart.SECTION, ReportPart.ITEM))
_APART = frozenset((*_BOLD, ReportPart.MOTION))


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
    """What a file brings back; what asks for a look is marked."""
    return Content("\n").join(
        plain(line.words).stylize("bold") if line.is_warning else plain(line.words) for line in lines
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
