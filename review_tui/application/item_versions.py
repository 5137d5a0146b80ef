"""The views of an item's minutes over time: now, first, redline, as approved, clean; and who wrote what."""

import unicodedata

from review_tui.anchoring.blame import BlamedSentence, blame
from review_tui.anchoring.redline import Redline, passage_redline
from review_tui.application.amendments import Amendment, AmendmentRecord, read_amendments
from review_tui.application.ports import History, HistoryEntry
from review_tui.application.reading import ItemView, MeetingView
from review_tui.application.undo_log import trailer
from review_tui.model.acts import Approval
from review_tui.model.commit_messages import UNDOES
from review_tui.model.frozen import frozen
from review_tui.model.people import Reviewer
from review_tui.model.rendered import words_between
from review_tui.model.text import Span, decode, digest, encode

NOT_FOR_PUBLICATION = "Not for publication."


@frozen
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
    first_line: int = 0
    """Lines that stood before the first draft, in a file that holds other items too."""

    @property
    def changes(self) -> Redline:
        """From the first draft to now."""
        return passage_redline(self.first, self.now)


@frozen
class SentenceBlame:
    """A sentence of the draft now, and who last put words into it."""

    span: Span
    words: str
    entry: HistoryEntry | None
    """The commit that brought its newest words; ``None`` when they are not recorded yet."""
    amendment: Amendment | None
    """That commit as an amendment; ``None`` for the first draft."""
    also: tuple[HistoryEntry, ...] = ()
    """Others that words of it come from, newest first."""


@frozen
class AmendedItem:
    """An item whose minutes differ from those that were circulated."""

    view: ItemView
    first: str
    amendments: tuple[Amendment, ...]
    """Oldest first, without those that were undone, or put back by a later one."""


@frozen
class Lineage:
    """The texts from the first draft to the one now."""

    texts: tuple[str, ...]
    """Oldest first; never empty."""
    entries: tuple[HistoryEntry | None, ...]
    """The commit of each; ``None`` for what is not recorded yet."""


class ItemVersions:
    """Looks at texts of the past. Every method is slow enough to want a thread."""

    def __init__(self, history: History) -> None:
        self._history = history

    def five_views(self, view: ItemView) -> FiveViews:
        """The five views of an item."""
        record = self._record(view)
        approvals = view.state.approvals
        known = {a.text_digest for a in approvals}
        texts = [view.draft.text, *reversed(record.texts)]
        approved = next((text for text in texts if digest(text) in known), None)
        of_it = tuple(a for a in approvals if approved is not None and a.text_digest == digest(approved))
        first = view.draft.text if record.first is None else record.first
        line = record.versions[0].line if record.versions else view.draft.base.line
        return FiveViews(view.draft.text, first, approved, of_it, clean(view), line)

    def since_approval(self, view: ItemView, who: Reviewer) -> str | None:
        """The text that ``who`` last approved, to redline against; ``None`` when there is none."""
        mine = {a.text_digest for a in view.state.approvals if a.by.is_same(who)}
        return self._newest_with_digest(view, mine)

    def since_read(self, view: ItemView, who: Reviewer) -> str | None:
        """The text that ``who`` last read or approved; ``None`` when there is none."""
        read = {a.text_digest for a in view.state.approvals if a.by.is_same(who)}
        read |= {r.text_digest for r in view.state.receipts if r.by.is_same(who)}
        return self._newest_with_digest(view, read)

    def blame(self, view: ItemView) -> tuple[SentenceBlame, ...]:
        """Each sentence of the draft as it is on disk, with where its words come from."""
        record = self._record(view)
        texts, parents = list(record.texts), list(record.parents)
        if not texts or texts[-1] != view.draft.text:
            parents.append((len(texts) - 1,) if texts else ())
            texts.append(view.draft.text)
        entries = [version.entry for version in record.versions]
        numbered = {a.entry.id: a for a in record.amendments}
        return tuple(
            _sentence_blame(each, view.draft.text, entries, numbered) for each in blame(texts, parents)
        )

    def lineage(self, view: ItemView) -> Lineage:
        """How the draft now came from the first one. Work that was merged counts as the merge's."""
        record = self._record(view)
        places = _first_line(record.parents)
        texts = [record.texts[place] for place in places]
        entries: list[HistoryEntry | None] = [record.versions[place].entry for place in places]
        if not texts or texts[-1] != view.draft.text:
            texts.append(view.draft.text)
            entries.append(None)
        return Lineage(tuple(texts), tuple(entries))

    def amendments(self, view: ItemView) -> tuple[Amendment, ...]:
        """Every amendment of the item, oldest first, those taken back too."""
        return self._record(view).amendments

    def amended(self, view: MeetingView) -> tuple[AmendedItem, ...]:
        """The items that were amended since they were circulated, as first recorded."""
        found = []
        for item in view.items:
            record = self._record(item)
            if record.first is not None and digest(record.first) != item.draft.digest:
                found.append(AmendedItem(item, record.first, _counting_amendments(record)))
        return tuple(found)

    def _record(self, view: ItemView) -> AmendmentRecord:
        return read_amendments(self._history, view.draft.path)

    def _newest_with_digest(self, view: ItemView, digests: set[str]) -> str | None:
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


def _first_line(parents: tuple[tuple[int, ...], ...]) -> list[int]:
    """The places of the versions that led to the last one, each the first parent of the next."""
    if not parents:
        return []
    place = len(parents) - 1
    line = [place]
    while parents[place]:
        place = parents[place][0]
        line.append(place)
    return line[::-1]


def _counting_amendments(record: AmendmentRecord) -> tuple[Amendment, ...]:
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


def _sentence_blame(
    each: BlamedSentence, text: str, entries: list[HistoryEntry], numbered: dict[str, Amendment]
) -> SentenceBlame:
    entry = entries[each.newest] if each.newest < len(entries) else None
    others = [entries[n] for n, _ in each.shares if n != each.newest and n < len(entries)]
    amendment = numbered.get(entry.id) if entry else None
    return SentenceBlame(each.span, words_between(text, each.span), entry, amendment, tuple(others))
