"""What the next meeting is asked: to approve these minutes, and what was amended since circulation."""

from review_tui.domain.meeting import Meeting
from review_tui.domain.redline import describe_change, describe_each_change
from review_tui.domain.telling_time import day
from review_tui.services.reading import MeetingView
from review_tui.services.versions import AmendedItem, Versions


def hand_over(view: MeetingView, versions: Versions) -> str:
    """An item for the next agenda, as plain text. ``view`` is looked up. Slow: wants a thread."""
    lines = [f"To approve the minutes of the meeting of {_held(view.meeting)}."]
    amended = versions.amended(view)
    if amended:
        lines += ["", "Amended since circulation:"]
        lines += [line for item in amended for line in _told(item)]
    else:
        lines += ["", "Nothing was amended since circulation."]
    corrections = [c for item in view.items for c in item.state.corrections]
    if corrections:
        lines += ["", "Corrected since they were signed:"]
        numbers = {item.item.id: item.item.number or item.item.id for item in view.items}
        lines += [
            f"- Item {numbers[c.item]}: “{c.quote.quote}” to “{c.wording}” at {c.meeting}: {c.reason}"
            if c.wording
            else f"- Item {numbers[c.item]}: leave out “{c.quote.quote}” at {c.meeting}: {c.reason}"
            for c in corrections
        ]
    return "\n".join(lines) + "\n"


def _held(meeting: Meeting) -> str:
    return f"{meeting.body} held on {day(meeting.date)}"


def _told(amended: AmendedItem) -> list[str]:
    item = amended.view.item
    old, new = amended.first, amended.view.draft.text
    each = describe_each_change(old, new)
    named = f"- Item {item.number or item.id}, {item.title}:"
    is_one = len(each) <= 1
    lines = [f"{named} {describe_change(old, new)}"] if is_one else [named, *(f"  - {said}" for said in each)]
    for amendment in amended.amendments:
        reason = " ".join(
            (amendment.entry.reason.strip().split("\n\n")[0] or amendment.entry.subject).split()
        )
        lines.append(f"  - amendment {amendment.number}, by {amendment.entry.by.name}: {reason}")
    return lines
