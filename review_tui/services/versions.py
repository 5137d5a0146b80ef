"""The views of an item's minutes over time: now, first, redline, as approved, clean; and who wrote what."""

import unicodedata
from dataclasses import dataclass

from review_tui.domain.acts import Approval
from review_tui.domain.blame import Blamed, blame
from review_tui.domain.messages import UNDOES
from review_tui.domain.people import Reviewer
from review_tui.domain.redline import Redline, redline
from review_tui.domain.text import Span, decode, digest, encode
from review_tui.services.amendments import Amendment, Record, read_record
from review_tui.services.ports import Entry, History
from review_tui.services.reading import ItemView, MeetingView
from review_tui.services.steps import trailer

NOT_FOR_PUBLICATION = "Not for publication."


@dataclass(frozen=True, slots=True)
class FiveViews:
    """An item's minutes in each of the ways to look at them."""

    now: str
    first: str
    """As first drafted; the draft now when nothing is recorded yet."""
    approved: str | None
    """As last approved; ``None`` when no approved text is in the history."""
    approvals: tuple[Approval, ...]
    """The approvals of that text."""
    clean: str
    """As it would be published."""

    @property
    def changes(self) -> Redline:
        """From the first draft to now."""
        return redline(self.first, self.now)


@dataclass(frozen=True, slots=True)
class SentenceBlame:
    """A sentence of the draft now, and who last put words into it."""

    span: Span
    words: str
    entry: Entry | None
    """The commit that brought its newest words; ``None`` when they are not recorded yet."""
    amendment: Amendment | None
    """That commit as an amendment; ``None`` for the first draft."""
    also: tuple[Entry, ...] = ()
    """Others that words of it come from, newest first."""


@dataclass(frozen=True, slots=True)
class AmendedItem:
    """An item whose minutes differ from those that were circulated."""

    view: ItemView
    first: str
    amendments: tuple[Amendment, ...]
    """Oldest first, without those that were undone, or put back by a later one."""


class Versions:
    """Looks at texts of the past. Every method is slow enough to want a thread."""

    def __init__(self, history: History) -> None:
        self._history = history

    def five_views(self, view: ItemView) -> FiveViews:
        """The five views of an item."""
        record = self._record(view)
        approvals = view.state.approvals
        known = {a.text for a in approvals}
        texts = [view.draft.text, *reversed(record.texts)]
        approved = next((text for text in texts if digest(text) in known), None)
        of_it = tuple(a for a in approvals if approved is not None and a.text == digest(approved))
        first = view.draft.text if record.first is None else record.first
        return FiveViews(view.draft.text, first, approved, of_it, clean(view))

    def since_approval(self, view: ItemView, who: Reviewer) -> str | None:
        """The text that ``who`` last approved, to redline against; ``None`` when there is none."""
        mine = {a.text for a in view.state.approvals if a.by.is_same(who)}
        return self._newest(view, mine)

    def since_read(self, view: ItemView, who: Reviewer) -> str | None:
        """The text that ``who`` last read or approved; ``None`` when there is none."""
        read = {a.text for a in view.state.approvals if a.by.is_same(who)}
        read |= {r.text for r in view.state.receipts if r.by.is_same(who)}
        return self._newest(view, read)

    def blame(self, view: ItemView) -> tuple[SentenceBlame, ...]:
        """Each sentence of the draft as it is on disk, with where its words come from."""
        record = self._record(view)
        texts, parents = list(record.texts), list(record.parents)
        if not texts or texts[-1] != view.draft.text:
            parents.append((len(texts) - 1,) if texts else ())
            texts.append(view.draft.text)
        entries = [version.entry for version in record.versions]
        numbered = {a.entry.id: a for a in record.amendments}
        return tuple(_told(each, view.draft.text, entries, numbered) for each in blame(texts, parents))

    def amended(self, view: MeetingView) -> tuple[AmendedItem, ...]:
        """The items that were amended since they were circulated, as first recorded."""
        found = []
        for item in view.items:
            record = self._record(item)
            if record.first is not None and digest(record.first) != item.draft.digest:
                found.append(AmendedItem(item, record.first, _that_count(record)))
        return tuple(found)

    def _record(self, view: ItemView) -> Record:
        return read_record(self._history, view.draft.path)

    def _newest(self, view: ItemView, digests: set[str]) -> str | None:
        if view.draft.digest in digests:
            return view.draft.text
        texts = reversed(self._record(view).texts) if digests else ()
        return next((text for text in texts if digest(text) in digests), None)


def clean(view: ItemView) -> str:
    """The minutes as they would be published: line ends, accents and stray spaces made plain."""
    if view.item.exempt:
        return f"{NOT_FOR_PUBLICATION}\n"
    text = decode(encode(view.draft.text)).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    lines = [line.rstrip() for line in unicodedata.normalize("NFC", text).split("\n")]
    return "\n".join(lines).strip("\n") + "\n"


def _that_count(record: Record) -> tuple[Amendment, ...]:
    """The amendments without those that were undone or put back, and without what put them back."""
    found: list[Amendment] = []
    gone: set[str] = set()
    for amendment in reversed(record.amendments):
        back = trailer(amendment.entry, UNDOES)
        if amendment.is_undone or amendment.entry.id in gone:
            continue
        if back:
            gone.add(back)
        else:
            found.append(amendment)
    return tuple(found[::-1])


def _told(each: Blamed, text: str, entries: list[Entry], numbered: dict[str, Amendment]) -> SentenceBlame:
    entry = entries[each.newest] if each.newest < len(entries) else None
    others = [entries[n] for n, _ in each.shares if n != each.newest and n < len(entries)]
    amendment = numbered.get(entry.id) if entry else None
    return SentenceBlame(each.span, each.span.of(text), entry, amendment, tuple(others))
