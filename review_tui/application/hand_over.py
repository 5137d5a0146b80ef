"""What the next meeting is asked: to approve these minutes, and what was amended since circulation."""

from review_tui.anchoring.corrections import corrected
from review_tui.anchoring.reading_aloud import spoken_changes
from review_tui.anchoring.redline import describe_change
from review_tui.application.item_versions import AmendedItem, ItemVersions
from review_tui.application.reading import MeetingView
from review_tui.model.date_format import format_day
from review_tui.model.meeting import Meeting


def hand_over(view: MeetingView, versions: ItemVersions) -> str:
    """An item for the next agenda, as plain text. ``view`` is looked up. Slow: wants a thread."""
    lines = [f"To approve the minutes of the meeting of {_held_words(view.meeting)}."]
    amended = versions.amended(view)
    if amended:
        lines += ["", "Amended since circulation:"]
        lines += [line for item in amended for line in _amended_lines(item)]
    else:
        lines += ["", "Nothing was amended since circulation."]
    corrections = [c for item in view.items for c in item.state.corrections]
    if corrections:
        lines += ["", "Corrected since they were signed:"]
        numbers = {item.item.id: item.item.number or item.item.id for item in view.items}
        lines += [
            f"- Item {numbers[c.item]}: {corrected(c.quote.quote, c.wording)}. "
            f"Corrected at {c.meeting}: {c.reason}"
            for c in corrections
        ]
    return "\n".join(lines) + "\n"


def _held_words(meeting: Meeting) -> str:
    return f"{meeting.body} held on {format_day(meeting.date)}"


def _amended_lines(amended: AmendedItem) -> list[str]:
    item = amended.view.item
    old, new = amended.first, amended.view.draft.text
    each = [str(change) for change in spoken_changes(old, new)] or [describe_change(old, new)]
    named = f"- Item {item.number or item.id}, {item.title}:"
    lines = [f"{named} {each[0]}"] if len(each) == 1 else [named, *(f"  - {said}" for said in each)]
    for amendment in amended.amendments:
        reason = " ".join(
            (amendment.entry.reason.strip().split("\n\n")[0] or amendment.entry.subject).split()
        )
        lines.append(f"  - amendment {amendment.number}, by {amendment.entry.by.name}: {reason}")
    return lines
