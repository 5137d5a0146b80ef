"""Which meeting a person's words mean."""

from collections.abc import Sequence

from review_tui.domain.meeting import Meeting
from review_tui.domain.refusals import Refusal, WrongUsage
from review_tui.domain.telling_time import day

_MOST = 5
"""Names that a sentence lists."""


def meeting_meant(meetings: Sequence[Meeting], asked: str) -> Meeting:
    """The meeting that ``asked`` names: its folder, its date, or any part of its name that fits just one."""
    for hits in _hits(meetings, asked):
        if len(hits) == 1:
            return hits[0]
        if hits:
            names = ", ".join(meeting.id for meeting in hits[:_MOST])
            more = f" and {len(hits) - _MOST} more" if len(hits) > _MOST else ""
            raise WrongUsage(
                f"“{asked}” could be any of these meetings: {names}{more}. Say more of its name."
            )
    raise Refusal(f"No meeting is called “{asked}”. `review-tui status` lists what there is.")


def meeting_called(meetings: Sequence[Meeting], asked: str) -> str:
    """The id of the one meeting that ``asked`` surely names; else ``asked`` itself: it may be in no book."""
    sure = next(iter(_hits(meetings, asked)), [])
    return sure[0].id if len(sure) == 1 else asked.strip()


def _hits(meetings: Sequence[Meeting], asked: str) -> list[list[Meeting]]:
    """The meetings that ``asked`` fits, from the strictest reading of it to the loosest."""
    parts = [part for part in asked.replace("\\", "/").split("/") if part.strip() not in {"", "."}]
    wanted = " ".join(parts[-1].split()).casefold() if parts else ""
    if not wanted:
        return []
    return [
        [m for m in meetings if wanted in {m.id.casefold(), m.date.isoformat()}],
        [m for m in meetings if wanted in m.id.casefold()],
        [m for m in meetings if wanted in f"{m.body}, {day(m.date)}".casefold()],
    ]
