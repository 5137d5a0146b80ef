"""All of one finding or flag, as a page."""

from textual.content import Content

from review_tui.anchoring.contrast import contrast
from review_tui.application.meeting_checks import MINUTES, item_of
from review_tui.model.findings import Finding
from review_tui.model.meeting import notes_name
from review_tui.model.visible import visible
from review_tui.tui.features.flag.presenter import flag_page
from review_tui.tui.open_item import Concern, OpenItem
from review_tui.tui.presenters.excerpts import shortened_line
from review_tui.tui.presenters.status_lines import concern_line, plain


def concern_page(concern: Concern, item: OpenItem) -> Content:
    """All that is known of one thing: every passage involved, the whole conversation."""
    if concern.finding:
        return _finding_page(concern.finding, item)
    if concern.flag:
        return flag_page(concern.flag)
    return concern_line(concern)


def _finding_page(found: Finding, item: OpenItem) -> Content:
    """What disagrees, then every place of it, the two to hold against each other first and close together."""
    parts = [
        Content.styled(f"{found.check}, {found.severity.value}\n\n", "bold"),
        plain(f"{found.message}\n"),
    ]
    for place, spans in contrast(found, MINUTES):
        other = item_of(place.file)
        own = "the draft" if place.file == MINUTES else notes_name(place.file)
        name = item.called(other) if other else own
        parts.append(Content.styled(f"\n{visible(name)}, line {item.line_of(place)}\n", "bold"))
        parts += [Content("  "), shortened_line(item, place, spans), Content("\n")]
    if found.suggestion:
        parts += [Content.styled("\nSuggested wording\n", "bold"), plain(f"  {found.suggestion.text}\n")]
    return Content("").join(parts)
