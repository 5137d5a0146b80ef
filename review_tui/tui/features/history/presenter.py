"""What was done to an item, in words: the list of it, and one thing of it whole."""

import datetime as dt
from collections.abc import Sequence

from textual.content import Content

from review_tui.anchoring.redline import Redline
from review_tui.application.ports import HistoryEntry
from review_tui.application.reading import ItemView
from review_tui.application.timeline import TimelineEvent, by_day
from review_tui.application.undo_log import is_act, trailers
from review_tui.model.acts import Flag
from review_tui.model.date_format import format_moment
from review_tui.model.visible import visible
from review_tui.tui.presenters.redlines import whole_change
from review_tui.tui.presenters.status_lines import numbered, plain

_LONG = 400
"""Characters of a sentence in the list; its own page has all of it."""


def event_line(event: TimelineEvent) -> Content:
    """One thing in the list: time, who, what changed; why below it. What counts no more is quiet."""
    entry, tone = event.entry, "dim" if event.is_undone else ""
    parts = [
        Content.styled(f"{entry.at:%H:%M} · {visible(entry.by.name)} · ", tone),
        Content.styled(visible(_shortened(event.what)), tone or "bold"),
    ]
    if event.why:
        parts.append(Content.styled(f"\n{visible(_shortened(event.why))}", "dim"))
    return Content("").join(parts)


def day_heads(timeline: Sequence[TimelineEvent], today: dt.date) -> dict[int, Content]:
    """The days, each above the place of the first thing done on it."""
    heads, place = {}, 0
    for heading, those in by_day(timeline, today):
        heads[place] = Content.styled(heading, "$text-muted underline")
        place += len(those)
    return heads


def _shortened(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONG else f"{words[:_LONG].rpartition(' ')[0]} …"


def event_sentence(event: TimelineEvent) -> Content:
    """One thing that happened, in a sentence."""
    words = _shortened(event.sentence)
    head, sep, rest = words.partition(f", by {event.entry.by.name}, ")
    if not sep:
        head, sep, rest = words.partition(", ")
    tone = "dim" if event.is_undone else "bold"
    end = Content.styled(visible(f"{sep}{rest}"), "dim" if event.is_undone else "")
    return Content.assemble((visible(head), tone), end)


def event_heading(view: ItemView, event: TimelineEvent) -> Content:
    """``Amendment 3 of item 5``, or what else it was."""
    if event.amendment:
        return plain(f"Amendment {event.amendment.number} of item {view.item.label}")
    return plain(f"Item {numbered(view.item)}")


def event_page(view: ItemView, event: TimelineEvent, changes: Redline | None) -> Content:
    """All of one thing that happened: who, when, why, which flags; of an amendment, what it changed."""
    if event.amendment is None or changes is None:
        more = [event.entry.reason.strip()]
        if not is_act(event.entry) and event.entry.subject not in event.sentence:
            more.insert(0, event.entry.subject)
        return Content("\n\n").join([event_sentence(event), *(plain(words) for words in more if words)])
    entry = event.entry
    rows = [
        plain(f"By {entry.by.name}, {format_moment(entry.at)}.\n"),
        *([plain("Taken back since: it does not count any more.\n")] if event.is_undone else []),
        Content("\n"),
        _fact("Why", entry.reason.strip() or entry.subject),
        *(_fact("Closed", words) for words in _settled_flags(view, entry)),
    ]
    return Content.assemble(*rows, "\n", whole_change(changes))


def _fact(name: str, words: str) -> Content:
    """A name and what it is."""
    return Content.assemble((f"{name}: ", "bold"), plain(words or "…"), "\n")


def _settled_flags(view: ItemView, entry: HistoryEntry) -> Sequence[str]:
    flags = {thread.flag.id: thread.flag for thread in view.state.flags}
    targets = trailers(entry, "Settles")
    return [_flag_words(flags[t]) if t in flags else "a flag that is not here any more." for t in targets]


def _flag_words(flag: Flag) -> str:
    return f"the {flag.kind} flag by {flag.by.name}: {flag.comment or flag.suggest or '…'}"
