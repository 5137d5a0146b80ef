"""What was done to an item, in words: the list of it, and one thing of it whole."""

from collections.abc import Sequence

from textual.content import Content

from review_tui.domain.acts import Flag
from review_tui.domain.redline import Redline
from review_tui.domain.telling_time import moment
from review_tui.domain.visible import visible
from review_tui.services.ports import Entry
from review_tui.services.reading import ItemView
from review_tui.services.steps import is_act, trailers
from review_tui.services.telling import Told
from review_tui.tui.presenters.redlines import whole_change
from review_tui.tui.presenters.sentences import numbered, plain

_LONG = 400
"""Characters of a sentence in the list; its own page has all of it."""


def told_line(told: Told) -> Content:
    """One thing that happened, in the list; what counts no more is quiet."""
    words = told.sentence
    words = words if len(words) <= _LONG else f"{words[:_LONG].rpartition(' ')[0]} …"
    head, sep, rest = words.partition(f", by {told.entry.by.name}, ")
    if not sep:
        head, sep, rest = words.partition(", ")
    tone = "dim" if told.is_undone else "bold"
    end = Content.styled(visible(f"{sep}{rest}"), "dim" if told.is_undone else "")
    return Content.assemble((visible(head), tone), end)


def told_heading(view: ItemView, told: Told) -> Content:
    """``Amendment 3 of item 5``, or what else it was."""
    if told.amendment:
        return plain(f"Amendment {told.amendment.number} of item {view.item.number}")
    return plain(f"Item {numbered(view.item)}")


def told_page(view: ItemView, told: Told, changes: Redline | None) -> Content:
    """All of one thing that happened: who, when, why, which flags; of an amendment, what it changed."""
    if told.amendment is None or changes is None:
        more = [told.entry.reason.strip()]
        if not is_act(told.entry) and told.entry.subject not in told.sentence:
            more.insert(0, told.entry.subject)
        return Content("\n\n").join([told_line(told), *(plain(words) for words in more if words)])
    entry = told.entry
    rows = [
        plain(f"By {entry.by.name}, {moment(entry.at)}.\n"),
        *([plain("Taken back since: it does not count any more.\n")] if told.is_undone else []),
        Content("\n"),
        _fact("Why", entry.reason.strip() or entry.subject),
        *(_fact("Settled", words) for words in _settled(view, entry)),
    ]
    return Content.assemble(*rows, "\n", whole_change(changes))


def _fact(name: str, words: str) -> Content:
    """A name and what it is."""
    return Content.assemble((f"{name}: ", "bold"), plain(words or "…"), "\n")


def _settled(view: ItemView, entry: Entry) -> Sequence[str]:
    flags = {talk.flag.id: talk.flag for talk in view.state.flags}
    targets = trailers(entry, "Settles")
    return [_flag_words(flags[t]) if t in flags else "a flag that is not here any more." for t in targets]


def _flag_words(flag: Flag) -> str:
    return f"the {flag.kind} flag by {flag.by.name}: {flag.comment or flag.suggest or '…'}"
