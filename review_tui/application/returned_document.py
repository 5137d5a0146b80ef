"""A Word document of minutes that are here already comes back: changes as amendments, comments as flags.

``plan`` says what would be recorded and what can't be placed; nothing is written. ``record`` does it, one act
after another, each a commit of whoever the document names.

The text that was sent out is the common ancestor: what the document changes in it is carried over to the
minutes as they are now, as earlier amendments are put back (``inverse_patch``). What others changed meanwhile
in the same words is told and left alone.
"""

import datetime as dt
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import field, replace

from review_tui.anchoring.inverse_patch import InversePatch, invert_change
from review_tui.anchoring.placement import place
from review_tui.anchoring.reading_aloud import spoken_changes
from review_tui.anchoring.redline import describe_change
from review_tui.anchoring.three_way import merge_texts
from review_tui.application.act_service import Recorded
from review_tui.application.document_people import DocumentPeople
from review_tui.application.document_sections import (
    DocumentSection,
    Sections,
    begins_with_words,
    divide,
    letters_of,
)
from review_tui.application.export import attendance_lists, heading, held_lines
from review_tui.application.export_past import ExportPast, own_span
from review_tui.application.plain_text_form import PlainForm
from review_tui.application.ports import Author, History
from review_tui.application.reading import BookReader, ItemView, MeetingView
from review_tui.application.returned_text import ChangedBy, ReturnedText, returned_text
from review_tui.application.review import Review
from review_tui.application.sync_ports import Watch
from review_tui.application.tracked_document import (
    MEETING_PROPERTY,
    DocumentChange,
    DocumentComment,
    DocumentParagraph,
    DocumentPlace,
    Tracked,
    TrackedDocument,
)
from review_tui.model.acts import FlagKind
from review_tui.model.errors import Refusal
from review_tui.model.frozen import frozen
from review_tui.model.meeting import Item
from review_tui.model.quotes import quote_at
from review_tui.model.rendered import rendered
from review_tui.model.text import Span, shorten
from review_tui.model.transitions import Move

_STANDINGS = ("Draft minutes, not signed", "Minutes as signed", "The minutes as first")
"""How the sentence begins that says what an exported document is."""
_UNRECORDED = "Not recorded yet"
_BAR = re.compile(r"(?<!\\)\|")
_WORD = re.compile(r"\w+|[^\w\s]")
_TAKEN = " (taken)"
"""Behind the author of changes that were taken from the document before."""
_SHOWN = 80
"""Characters of words that are shown in a plan."""
_VAGUE = frozenset(("several passages", "several words", "new wording"))
"""What ``describe_change`` says where it has no room."""
_MOST_SAID = 4
"""Changes of one step that are told one by one."""
_NO_EDGE = "it can't be told where this item begins or ends in the document: a heading is missing there."
_UNEVEN = "a table has more or fewer cells in a row than in others then: it is left as it is. Amend it here."
_BY_DETAILS = "put it right with `review-tui details {meeting}`."
_NO_WORDS = "(a comment without words)"


@frozen
class PlannedAmendment:
    """One change of one passage, as it would be recorded."""

    item: str
    author: Author | None
    """``None`` where the document does not say who made it: then it is of whoever takes the document in."""
    before: str
    """The minutes of the item before it, as they stand in their file; and after it."""
    after: str
    reason: str
    what: str
    """What it changes, in words."""
    is_tracked: bool = True


@frozen
class PlannedReply:
    """An answer to a comment."""

    author: Author | None
    words: str


@frozen
class PlannedFlag:
    """A comment as a flag."""

    item: str
    author: Author | None
    span: Span
    """In the item's minutes after all amendments of the plan."""
    quote: str
    """The words there; empty for a gap."""
    kind: str
    comment: str
    replies: tuple[PlannedReply, ...] = ()
    known: str = ""
    """The id of the flag that is there already, where only the replies are new."""


@frozen
class Unplaced:
    """What a person has to look at."""

    item: str
    """The item's number or id; empty for what is of none."""
    by: str
    sentence: str


@frozen
class ReturnPlan:
    """What a document brings back."""

    view: MeetingView
    amendments: tuple[PlannedAmendment, ...] = ()
    flags: tuple[PlannedFlag, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    already: int = 0
    """Changes that the minutes have already."""
    people: Mapping[str, str] = field(default_factory=dict)
    """Names of the document whose addresses are not known, with those that stand for them."""

    @property
    def acts(self) -> int:
        """How many acts it takes to record it."""
        flags = sum((not flag.known) + len(flag.replies) for flag in self.flags)
        return len(self.amendments) + flags

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to record."""
        return not (self.amendments or self.flags)


def meeting_of(document: TrackedDocument) -> str:
    """The id of the meeting that a document was exported from; empty where it does not say."""
    return document.properties.get(MEETING_PROPERTY, "")


@frozen
class ReturnService:
    """Plans and records what comes back. Slow: it asks the history."""

    review: Review
    reading: BookReader
    history: History
    past: ExportPast

    def plan(
        self,
        view: MeetingView,
        document: TrackedDocument,
        name: str,
        now: dt.datetime,
        named: Sequence[str] = (),
        tracked: Tracked = Tracked.AMEND,
    ) -> ReturnPlan:
        """What ``document``, the file ``name``, changes in the minutes of ``view``.

        ``named`` are people with their addresses (``Name <address>``) beside those that the book knows.
        Changes that count as accepted or ``tracked`` otherwise are told from those made without tracking no
        more. Raises ``Refusal`` where nothing of it could be told.
        """
        people = DocumentPeople(self.history, view.policy, now, named)
        document = document.rejected() if tracked is Tracked.REJECT else document
        return _Planner(self, view, document, name, people, amends=tracked is Tracked.AMEND).plan()

    def record(self, plan: ReturnPlan, watch: Watch | None = None) -> Iterator[Recorded]:
        """Record a plan, act by act. What was recorded stays when a later act is refused.

        ``watch`` is told how many are recorded, and may end it between two of them.
        """
        for count, done in enumerate(self._record(plan), start=1):
            yield done
            if watch is not None:
                watch.tell(f"Recording, {count} of {plan.acts}")
                if watch.is_cancelled():
                    return

    def _record(self, plan: ReturnPlan) -> Iterator[Recorded]:
        items = {view.item.id: view for view in plan.view.items}
        for amendment in plan.amendments:
            seen = self._item_now(items[amendment.item])
            if seen.draft.text != amendment.before:
                raise Refusal(
                    f"The minutes of item {_item_name(seen.item)} were changed just now. What is told above "
                    "is recorded; import the document again for the rest."
                )
            yield self._recording_for(amendment.author).amend(seen, amendment.after, amendment.reason)
        for flag in plan.flags:
            seen = self._item_now(items[flag.item])
            target = flag.known
            if not target:
                quote = quote_at(seen.draft.text, flag.span)
                done = self._recording_for(flag.author).flag(seen, quote, flag.kind, flag.comment)
                yield done
                target = done.act.id if done.act else ""
            for reply in flag.replies:
                yield self._recording_for(reply.author).reply(self._item_now(seen), target, reply.words)

    def _item_now(self, view: ItemView) -> ItemView:
        return self.reading.item(view.meeting, view.item)

    def _recording_for(self, author: Author | None) -> Review:
        return self.review.recording_for(author) if author else self.review


class _Planner:
    """Plans one document."""

    def __init__(
        self,
        service: ReturnService,
        view: MeetingView,
        document: TrackedDocument,
        name: str,
        people: DocumentPeople,
        *,
        amends: bool,
    ) -> None:
        self._service = service
        self._view = view
        self._document = document
        self._name = name
        self._people = people
        self._remarks = _KnownRemarks(service, view)
        self._amends = amends
        self._order = self._changes_in_order(self._remarks.changes)
        self._authors = [change.author.casefold() for change in document.changes]
        self._amendments: list[PlannedAmendment] = []
        self._flags: list[PlannedFlag] = []
        self._unplaced: list[Unplaced] = []
        self._already = 0

    def plan(self) -> ReturnPlan:
        views = {each.item.id: each for each in self._view.items}
        sections = divide(self._document, [each.item for each in self._view.items])
        if not sections.items:
            raise Refusal(
                "None of the items of this meeting are found in the document. Is it of another meeting? "
                "Headings have to stand in it as they are in the book."
            )
        for item in sections.lost:
            self._note_unplaced(
                item,
                "",
                _NO_EDGE,
            )
        self._let_taken_count(views, sections.items)
        self._tell_head(sections.head)
        self._tell_tail(sections.tail)
        for number in sections.other:
            if number - 1 not in sections.other or self._document.paragraphs[number].mark.startswith("#"):
                words = shorten(self._words_now(number), _SHOWN)
                self._note_unplaced(
                    None, "", f"“{words}” and what stands below it is of no item of the book."
                )
        comments = _Threads(self._document.comments)
        for section in sections.items:
            self._plan_item(views[section.item.id], section, comments)
        for thread in comments.left:
            self._tell_comment(None, thread, "it stands beside no item.")
        self._tell_elsewhere(sections)
        return ReturnPlan(
            self._view,
            tuple(self._amendments),
            tuple(self._flags),
            tuple(self._unplaced),
            self._already,
            self._people.unknown,
        )

    def _order_key(self, change: int) -> tuple[bool, dt.datetime, int]:
        at = self._document.changes[change].at
        return at is None, at or dt.datetime.min.replace(tzinfo=dt.UTC), change

    def _changes_in_order(self, known: Collection[tuple[str, str]]) -> dict[int, int]:
        """The changes of the document that count, by when they were made: those not ``known``."""
        changes = self._document.changes
        return {
            change: rank
            for rank, change in enumerate(sorted(range(len(changes)), key=self._order_key))
            if self._amends
            and _moment_key(changes[change]) not in known
            and changes[change].author != _UNRECORDED
        }

    def _let_taken_count(self, views: Mapping[str, ItemView], sections: Sequence[DocumentSection]) -> None:
        """Let changes count that are in the history since the document was sent out: it went without them.

        They are steps of their own, so that what their author changed beside them since is told from them.
        """
        sent: set[tuple[str, str]] = set()
        for section in sections:
            view = views[section.item.id]
            later = len(self._later_texts(view, self._text_sent(view, section)))
            changes = self._service.past.all_changes(view)
            stood = changes[: max(0, len(changes) - later)]
            sent |= {_change_key(change.author, change.at) for change in stood if change.at}
        before, self._order = self._order, self._changes_in_order(sent)
        for change in self._order.keys() - before.keys():
            self._authors[change] += _TAKEN

    def _later_texts(self, view: ItemView, sent: str) -> tuple[str, ...]:
        """The texts that the item's minutes had after they were sent out as ``sent``."""
        texts = tuple(PlainForm.of(text).text for text in self._service.past.texts(view))
        return texts[texts.index(sent) + 1 :] if sent in texts else ()

    def _plan_item(self, view: ItemView, section: DocumentSection, comments: "_Threads") -> None:
        """An amendment for each change of an item, in their order, then its comments as flags."""
        form = PlainForm.of(view.draft.text)
        sent = self._text_sent(view, section)
        span = own_span(view, sent)
        self._tell_heading(view, section, span.of(sent))
        back = returned_text(
            span.of(sent),
            self._own_paragraphs(section, span.of(sent)),
            self._order,
            self._authors,
            max(1, section.level),
        )
        texts = [_with_surroundings(sent, span, text) for text in back.texts]
        if len(set(texts)) > 1:
            refusal = self._why_not(view, Move.AMEND, form)
            if refusal:
                self._note_unplaced(view.item, "", f"nothing is changed: {refusal}")
                texts = texts[:1]
        now = form.text
        later = self._later_texts(view, sent) if len(set(texts)) > 1 else ()
        reasons = self._reasons(section, comments)
        steps = back.steps[: len(texts) - 1]
        for place_, step in enumerate(steps):
            planned = len(self._amendments)
            # Whoever changed the same words after it may have been taken with it before.
            onward = [
                texts[n + 1]
                for n in range(place_ + 1, len(steps))
                if n == len(steps) - 1 or steps[n].paragraph == step.paragraph
            ]
            given = reasons.get((self._author_of(step), step.paragraph), [])
            said = " ".join(comment.words.strip() for comment in given)
            changed = (texts[place_], texts[place_ + 1], *onward)
            now = self._plan_step(view, form, step, changed, (now, later), said)
            if len(self._amendments) > planned:
                comments.drop(given)
        self._plan_comments(view, section, comments, back, (sent, span, texts[-1], form.back(now)))

    def _plan_step(
        self,
        view: ItemView,
        form: PlainForm,
        step: ChangedBy,
        texts: Sequence[str],
        since: tuple[str, Sequence[str]],
        why: str,
    ) -> str:
        """The minutes with one more change, if it can be placed and never stood in them before.

        ``texts`` are those before and after it, and some after further changes; ``since`` are the minutes so
        far and the texts that they had after they were sent out; ``why`` is what its author says of it.
        """
        before, after, *onward = texts
        now, later = since
        if before == after:
            return now
        change = None if step.change is None else self._document.changes[step.change]
        if any(_is_applied(before, end, now) for end in (after, *onward) if end != before):
            self._already += 1
            return now
        if any(_is_applied(before, after, text) for text in later):
            self._note_unplaced(
                view.item,
                change.author if change else "",
                f"{_what_changed(before, after)}: this stood in the minutes already, and was changed or "
                f"taken back since. If it is wanted again: `review-tui amend {view.called}`.",
            )
            return now
        patch = invert_change(after, before, now)
        if patch.text is None and (merged := _merge_change(before, after, now)) is not None:
            patch = InversePatch(merged)
        fits = patch.text is not None and (_has_even_tables(patch.text) or not _has_even_tables(now))
        if patch.text is None or patch.text == now or not fits:
            self._tell_step(view, change, (before, after, now), patch)
            return now
        how = "" if change else ", without tracking"
        nobody = " by somebody whom it does not name" if change and not change.author else ""
        reason = why or f"Changed in {self._name}{how}{nobody}."
        author = self._people.author(change.author, change.at) if change else None
        self._amendments.append(
            PlannedAmendment(
                view.item.id,
                author,
                form.back(now),
                form.back(patch.text),
                reason,
                describe_change(now, patch.text),
                is_tracked=change is not None,
            )
        )
        return patch.text

    def _tell_step(
        self,
        view: ItemView,
        change: DocumentChange | None,
        texts: tuple[str, str, str],
        patch: InversePatch,
    ) -> None:
        """Why a change is not made; ``texts`` are those before and after it, and the minutes now."""
        before, after, now = texts
        by = change.author if change else ""
        if patch.text == now or (patch.text is None and invert_change(before, after, now).text is not None):
            self._already += 1
        elif patch.text is not None:
            told = Unplaced(_item_name(view.item), by, _UNEVEN)
            self._unplaced += [] if told in self._unplaced else [told]
        else:
            words = "; ".join(f"“{shorten(words, _SHOWN)}”" for words in patch.overlaps if words)
            here = f"the minutes read otherwise here by now ({words})."
            why = here if words else "it can't be told where this belongs by now."
            self._note_unplaced(view.item, by, f"{_what_changed(before, after)}: {why}")

    def _author_of(self, step: ChangedBy) -> str:
        return "" if step.change is None else self._authors[step.change].removesuffix(_TAKEN)

    def _reasons(
        self, section: DocumentSection, comments: "_Threads"
    ) -> dict[tuple[str, int | None], list[DocumentComment]]:
        """What people say in the margin of their own changes, by who they are and the paragraph.

        A comment that asks, or that was answered, is none: somebody waits for an answer to it.
        """
        found: dict[tuple[str, int | None], list[DocumentComment]] = {}
        numbers = {number for number, _ in section.paragraphs}
        for comment in comments.alone(numbers):
            by, start = comment.author.casefold(), comment.start
            if start is None or comment.words.rstrip().endswith("?") or self._remarks.knows(comment):
                continue
            is_one = comment.end is None or comment.end.paragraph == start.paragraph
            if by and is_one and self._is_on_own_change(comment, start, by):
                found.setdefault((by, start.paragraph), []).append(comment)
        return found

    def _is_on_own_change(self, comment: DocumentComment, start: DocumentPlace, by: str) -> bool:
        """Whether the words of a comment are mostly such as whoever wrote it changed."""
        end = comment.end.offset if comment.end else start.offset
        at = changed = other = 0
        for piece in self._document.paragraphs[start.paragraph].pieces:
            inside = min(end, at + len(piece.text)) - max(start.offset, at)
            is_own = any(
                change in self._order and self._authors[change].removesuffix(_TAKEN) == by
                for change in (piece.came, piece.went)
                if change is not None
            )
            if inside > 0 or (is_own and inside == 0 and start.offset == end):
                changed += max(1, inside) if is_own else 0
                other += 0 if is_own else inside
            at += len(piece.text)
        return changed > other

    def _text_sent(self, view: ItemView, section: DocumentSection) -> str:
        """The minutes that were sent out, as the document or its words say."""
        draft = view.draft
        if section.digest == draft.digest:
            return PlainForm.of(draft.text).text
        found = self._service.history.text_with_digest(draft.path, section.digest) if section.digest else None
        if found is not None:
            return PlainForm.of(found).text
        texts = [PlainForm.of(text).text for text in (draft.text, *self._service.past.texts(view)[::-1])]
        said = {letters_of(self._words_before(n)) for n, _ in section.paragraphs} - {""}
        scores = [len(said & _passage_letters(text)) for text in texts]
        return texts[scores.index(max(scores))]

    def _own_paragraphs(self, section: DocumentSection, sent: str) -> Sequence[tuple[int, DocumentParagraph]]:
        """The paragraphs of an item: its heading too, where that is the first of its words."""
        first = next(iter(rendered(sent).passages), None)
        words = first.span.of(rendered(sent).text) if first else ""
        is_both = words and letters_of(words) == letters_of(self._words_before(section.heading))
        heading = ((section.heading, self._document.paragraphs[section.heading]),)
        return (*(heading if is_both else ()), *section.paragraphs)

    def _words_before(self, number: int) -> str:
        """The words of a paragraph before what was changed while tracking."""
        pieces = self._document.paragraphs[number].pieces
        stood = (
            p.text
            for p in pieces
            if (p.came is None or p.came not in self._order) and (p.went is None or p.went in self._order)
        )
        return "".join(stood)

    def _why_not(self, view: ItemView, move: Move, form: PlainForm) -> str:
        refusal = self._service.review.why_not(move, view)
        if refusal:
            return refusal
        if not form.is_even:
            return "its lines end in different ways. Save the minutes once with one kind of line end."
        if self._service.review.unrecorded_edit(view) is not None:
            return (
                "its minutes were edited in another program, and the edit is not recorded. Record it first: "
                f"`review-tui amend {view.called} --recorded --reason …`."
            )
        return ""

    def _plan_comments(
        self,
        view: ItemView,
        section: DocumentSection,
        comments: "_Threads",
        back: ReturnedText,
        texts: tuple[str, Span, str, str],
    ) -> None:
        """New threads become flags, new answers replies; what has no place any more is told."""
        numbers = {section.heading, *(number for number, _ in section.paragraphs)}
        for thread in comments.take(numbers):
            first, *answers = thread
            known = self._remarks.flag_of(first)
            fresh = [answer for answer in answers if not self._remarks.knows(answer)]
            replies = tuple(
                PlannedReply(self._people.author(a.author, a.at), a.words.strip() or _NO_WORDS) for a in fresh
            )
            if known:
                if first.is_done and known not in self._remarks.settled:
                    self._tell_done(view.item, first, f"if it is: `review-tui settle {known}`.")
                if replies:
                    self._flags.append(
                        PlannedFlag(view.item.id, None, Span(0, 0), "", "", "", replies, known)
                    )
                continue
            if self._remarks.knows(first):
                if not fresh:
                    continue
                first, replies = fresh[0], replies[1:]
                first = replace(first, start=thread[0].start, end=thread[0].end)
            refusal = self._service.review.why_not(Move.FLAG, view)
            span = None if refusal else self._comment_span(view, section, first, back, texts)
            if span is None:
                why = refusal or "its words do not stand here any more, or in more than one place."
                self._tell_comment(view.item, [first, *fresh], why)
                continue
            kind, words = self._kind_and_words(first)
            author = self._people.author(first.author, first.at)
            quote = span.of(texts[3])
            self._flags.append(PlannedFlag(view.item.id, author, span, quote, kind, words, replies))
            if first.is_done:
                self._tell_done(view.item, first, "it becomes a flag that is open all the same.")

    def _comment_span(
        self,
        view: ItemView,
        section: DocumentSection,
        comment: DocumentComment,
        back: ReturnedText,
        texts: tuple[str, Span, str, str],
    ) -> Span | None:
        """Where the words of a comment stand in the minutes once all changes are made."""
        sent, own, last, now = texts
        form = PlainForm.of(now)
        if comment.start is None or comment.start.paragraph == section.heading:
            gap = own_span(view, form.text).start
            return form.span_back(Span(gap, gap))
        end = comment.end or DocumentPlace(comment.start.paragraph + 1, 0)
        found = back.span((comment.start.paragraph, comment.start.offset), (end.paragraph, end.offset))
        if found is None:
            return None
        span = found.moved(
            len(_with_surroundings(sent, own, "\0")) and _with_surroundings(sent, own, "\0").index("\0")
        )
        placed = place(quote_at(last, span), form.text, last)
        return None if placed.span is None else form.span_back(placed.span)

    def _kind_and_words(self, comment: DocumentComment) -> tuple[str, str]:
        """``Date: which year?`` is a flag of the kind date; any other is of the kind other."""
        words = comment.words.strip() or _NO_WORDS
        said, colon, rest = words.partition(":")
        kinds = (*(kind.value for kind in FlagKind), *self._view.policy.flag_kinds)
        kind = next((kind for kind in kinds if kind.casefold() == said.strip().casefold()), "")
        return (kind, rest.strip()) if colon and kind and rest.strip() else (FlagKind.OTHER.value, words)

    def _note_unplaced(self, item: Item | None, by: str, sentence: str) -> None:
        self._unplaced.append(Unplaced(_item_name(item) if item else "", by, sentence))

    def _tell_comment(self, item: Item | None, thread: Sequence[DocumentComment], why: str) -> None:
        for comment in thread:
            if not self._remarks.knows(comment):
                said = shorten(comment.words, 4 * _SHOWN)
                self._note_unplaced(item, comment.author, f"the comment “{said}”: {why}")

    def _tell_done(self, item: Item, comment: DocumentComment, then: str) -> None:
        """A comment is marked as done, by somebody whom the document does not name: that closes no flag."""
        said = shorten(comment.words, _SHOWN)
        self._note_unplaced(item, "", f"the comment “{said}” is marked as done there; {then}")

    def _tell_head(self, head: Sequence[int]) -> None:
        """What was changed before the first item: no amendment changes that."""
        meeting = self._view.meeting
        rolls = (
            f"{label}: {'; '.join(f'{p.name}, {p.role}' if p.role else p.name for p in people)}"
            for label, people in attendance_lists(meeting)
        )
        expected = {letters_of(line) for line in (meeting.body, *held_lines(meeting), *rolls)}
        for number in head:
            changes, words = self._changes_in(number), self._words_now(number)
            is_standing = words.startswith(
                ("Draft minutes, not signed", "Minutes as signed", "The minutes as first")
            )
            differs = meeting_of(self._document) and letters_of(words) not in expected | {""}
            if changes or (differs and not is_standing):
                by = self._document.changes[changes[0]].author if changes else ""
                self._note_unplaced(
                    None,
                    by,
                    f"before the first item it says “{shorten(words, _SHOWN)}”: "
                    f"{_BY_DETAILS.format(meeting=meeting.id)}",
                )

    def _tell_elsewhere(self, sections: Sections) -> None:
        """What was changed in paragraphs that belong to no item that can be told."""
        told = {*sections.head, *sections.tail}
        for section in sections.items:
            told |= {section.heading, *(number for number, _ in section.paragraphs)}
        for number in range(len(self._document.paragraphs)):
            if number not in told and (changes := self._changes_in(number)):
                by = self._document.changes[changes[0]].author
                words = shorten(self._words_now(number) or self._words_before(number), _SHOWN)
                self._note_unplaced(
                    None, by, f"what was changed at “{words}”: it can't be told of which item it is."
                )

    def _tell_heading(self, view: ItemView, section: DocumentSection, sent: str) -> None:
        """What was changed in the heading of an item, where that is not of the item's own words."""
        words = self._words_now(section.heading)
        marked = f"{self._document.paragraphs[section.heading].mark.lstrip('# ')}{words}"
        is_as_here = any(
            begins_with_words(said, expected)
            for said in (words, marked)
            for expected in (heading(view.item), view.item.title)
        )
        is_own = any(number == section.heading for number, _ in self._own_paragraphs(section, sent))
        if not (is_as_here or is_own):
            changes = self._changes_in(section.heading)
            by = self._document.changes[changes[0]].author if changes else ""
            shown = shorten(words, _SHOWN)
            self._note_unplaced(
                view.item, by, f"its heading says “{shown}” there: headings stay as they are."
            )

    def _tell_tail(self, tail: Sequence[int]) -> None:
        """What was changed after the last item: no part of the minutes."""
        for number in tail:
            if changes := self._changes_in(number):
                by = self._document.changes[changes[0]].author
                words = shorten(self._words_now(number), _SHOWN)
                self._note_unplaced(
                    None, by, f"after the last item it says “{words}”: that is no part of the minutes."
                )

    def _changes_in(self, number: int) -> list[int]:
        pieces = self._document.paragraphs[number].pieces
        return [change for p in pieces for change in (p.came, p.went) if change in self._order]

    def _words_now(self, number: int) -> str:
        pieces = self._document.paragraphs[number].pieces
        return "".join(piece.text for piece in pieces if piece.went is None).strip()


class _KnownRemarks:
    """What of a document is known already, as it was sent out with it: changes, flags, replies, reasons."""

    def __init__(self, service: ReturnService, view: MeetingView) -> None:
        self.changes: set[tuple[str, str]] = set()
        self._flags: dict[tuple[str, str, str], str] = {}
        self._reasons: set[tuple[str, str]] = set()
        self.settled: set[str] = set()
        """The ids of the flags that are closed."""
        for item in view.items:
            for change in service.past.all_changes(item):
                self._reasons.add((change.author.casefold(), letters_of(change.reason)))
                if change.at:
                    self.changes.add(_change_key(change.author, change.at))
                    self._flags.setdefault(_remark_key(change.author, change.at, change.reason), "")
            placed = service.reading.flags(item)
            for flag, told in zip(placed, service.past.flags(item), strict=True):
                for remark in told.remarks:
                    key = _remark_key(remark.author, remark.at, remark.words)
                    self._flags[key] = flag.thread.flag.id
                # As it was said in a document that came back before, and not sent out again.
                made = flag.thread.flag
                self.settled |= {made.id} if told.is_settled else set()
                self._flags[_remark_key(made.by.name, made.at, made.comment)] = made.id

    def knows(self, comment: DocumentComment) -> bool:
        """Whether the comment was sent out with the document."""
        is_reason = (comment.author.casefold(), letters_of(comment.words)) in self._reasons
        return is_reason or _remark_key(comment.author, comment.at, comment.words) in self._flags

    def flag_of(self, comment: DocumentComment) -> str:
        """The id of the flag that it stood for; empty where it is new, or was the reason of a change."""
        return self._flags.get(_remark_key(comment.author, comment.at, comment.words), "")


class _Threads:
    """The comments of a document with their answers, each handed out once."""

    def __init__(self, comments: Sequence[DocumentComment]) -> None:
        if not any(comment.answers for comment in comments):
            comments = _answers_by_place(comments)
        by_id = {comment.id: comment for comment in comments}
        self._threads: dict[str, list[DocumentComment]] = {}
        for comment in comments:
            self._threads.setdefault(_thread_root(comment, by_id), []).append(comment)
        for root, thread in self._threads.items():
            thread.sort(key=lambda each: each.id != root)

    def take(self, paragraphs: set[int]) -> list[list[DocumentComment]]:
        """The threads that begin in any of these paragraphs."""
        found = [
            root
            for root, thread in self._threads.items()
            if thread[0].start is not None and thread[0].start.paragraph in paragraphs
        ]
        return [self._threads.pop(root) for root in found]

    def alone(self, paragraphs: set[int]) -> list[DocumentComment]:
        """The comments that begin in any of these paragraphs and that nobody answered."""
        firsts = [thread[0] for thread in self._threads.values() if len(thread) == 1]
        return [each for each in firsts if each.start is not None and each.start.paragraph in paragraphs]

    def drop(self, comments: Sequence[DocumentComment]) -> None:
        """Hand these out to nobody any more."""
        for comment in comments:
            self._threads.pop(comment.id, None)

    @property
    def left(self) -> list[list[DocumentComment]]:
        """Those that nobody took."""
        return list(self._threads.values())


def _answers_by_place(comments: Sequence[DocumentComment]) -> list[DocumentComment]:
    """``comments`` of a program that keeps no threads (LibreOffice 7.4): answers mark the very same words."""
    first: dict[tuple[DocumentPlace, DocumentPlace], DocumentComment] = {}
    for comment in sorted(comments, key=lambda each: (each.at is None, each.at)):
        if comment.start and comment.end and comment.start != comment.end:
            first.setdefault((comment.start, comment.end), comment)
    found: list[DocumentComment] = []
    for comment in comments:
        root = first.get((comment.start, comment.end)) if comment.start and comment.end else None
        found.append(replace(comment, answers=root.id) if root and root is not comment else comment)
    return found


def _thread_root(comment: DocumentComment, by_id: Mapping[str, DocumentComment]) -> str:
    seen: set[str] = set()
    while comment.answers in by_id and comment.id not in seen:
        seen.add(comment.id)
        comment = by_id[comment.answers]
    return comment.id


def _with_surroundings(sent: str, own: Span, text: str) -> str:
    """A whole text of an item with other words of its own."""
    before, after = sent[: own.start], sent[own.end :]
    if own.start == own.end and text:
        before = f"{before.rstrip()}\n\n" if before.strip() else ""
        after = after or "\n"
    return before + text.strip("\n") + after


def _is_applied(before: str, after: str, text: str) -> bool:
    """Whether the change from ``before`` to ``after`` is in ``text``, which began from ``before`` too."""
    fresh = set(_WORD.findall(after)) - set(_WORD.findall(before))
    if not fresh <= set(_WORD.findall(text)):
        return False
    adds = _only_adds(before, after) and not _only_adds(after, before)  # and not only ends of paragraphs
    return (adds and _only_adds(after, text)) or _merge_change(before, after, text) == text


def _merge_change(before: str, after: str, now: str) -> str | None:
    """``now`` with the change from ``before`` to ``after`` in it; ``None`` where both changed the same words.

    Who adds a sentence here and then another there has not changed the first: it is not put in twice.
    """
    merged = merge_texts(before, now, after)
    words: list[str] = []
    for conflict in merged.conflicts:
        if _only_adds(conflict.base, conflict.ours) and _only_adds(conflict.ours, conflict.theirs):
            words.append(conflict.theirs)
        elif _only_adds(conflict.base, conflict.theirs) and _only_adds(conflict.theirs, conflict.ours):
            words.append(conflict.ours)
        else:
            return None
    return merged.settled(words)


def _only_adds(one: str, other: str) -> bool:
    """Whether all words of ``one`` stand in ``other``, in their order."""
    left = iter(_WORD.findall(other))
    return all(word in left for word in _WORD.findall(one))


def _what_changed(before: str, after: str) -> str:
    """What a change that is not made would have made, word for word as far as there is room."""
    said = describe_change(before, after)
    if said not in _VAGUE:
        return said
    changes = [shorten(str(each), 2 * _SHOWN) for each in spoken_changes(before, after)]
    more = f"; and {len(changes) - _MOST_SAID} more" if len(changes) > _MOST_SAID else ""
    return "; ".join(changes[:_MOST_SAID]) + more


def _has_even_tables(text: str) -> bool:
    """Whether each row of a table has as many cells as its others: else Markdown sees no table in it."""
    rows: set[int] = set()
    for line in (*text.split("\n"), ""):
        if line.lstrip().startswith("|"):
            rows.add(len(_BAR.findall(line.strip().strip("|"))))
        elif len(rows) > 1:
            return False
        else:
            rows = set()
    return True


def _change_key(author: str, at: dt.datetime) -> tuple[str, str]:
    """By whom and when a change was made, as a document tells of it."""
    return author.casefold(), _minute(at)


def _passage_letters(text: str) -> set[str]:
    read = rendered(text)
    return {letters_of(passage.span.of(read.text)) for passage in read.passages}


def _moment_key(change: DocumentChange) -> tuple[str, str]:
    return change.author.casefold(), _minute(change.at) if change.at else ""


def _minute(at: dt.datetime) -> str:
    return f"{at.astimezone(dt.UTC):%Y%m%d%H%M}"


def _remark_key(author: str, at: dt.datetime | None, words: str) -> tuple[str, str, str]:
    return author.casefold(), _minute(at) if at else "", letters_of(words)


def _item_name(item: Item) -> str:
    return item.number or item.id
