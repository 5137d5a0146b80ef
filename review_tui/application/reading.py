"""Reading the book: meetings, items with their standing, flags where they belong now."""

from collections.abc import Iterable
from dataclasses import field, replace
from typing import TYPE_CHECKING

from review_tui.application.ports import BEING_READ, Files, History, ItemText
from review_tui.application.resolve_meeting import but_unread
from review_tui.model.acts import Act
from review_tui.model.date_format import format_day
from review_tui.model.errors import Refusal, WrongUsage
from review_tui.model.frozen import frozen
from review_tui.model.item_state import sign_offs_in_force, signed_apart
from review_tui.model.meeting import DraftMinutes, Item, Meeting, Problem
from review_tui.model.policy import Policy
from review_tui.model.policy_codec import BOOK, UNKNOWN_POLICY, read_policy
from review_tui.model.quotes import Quote
from review_tui.model.transitions import FlagThread, ItemState, Status, StatusTerms, fold_acts

if TYPE_CHECKING:
    from review_tui.anchoring.placement import Placement


@frozen
class PlacedFlag:
    """A flag's conversation, and where its words stand in the text as it is now."""

    thread: FlagThread
    placement: "Placement"


@frozen
class ItemView:
    """One item, ready to be read."""

    meeting: Meeting
    item: Item
    draft: DraftMinutes
    state: ItemState

    @property
    def name(self) -> str:
        """``meeting/item``."""
        return f"{self.meeting.id}/{self.item.id}"

    @property
    def shares_notes(self) -> bool:
        """Whether its notes are about other items too: then checks have to see all of these."""
        return bool(self.meeting.file) or any(note.is_of_meeting for note in self.draft.notes)

    @property
    def called(self) -> str:
        """The item as one would type it: its name, or its file with ``#`` and its id."""
        return self.draft.place.called if self.draft.place else self.name


@frozen
class MeetingView:
    """A meeting with all its items."""

    meeting: Meeting
    items: tuple[ItemView, ...]
    problems: tuple[Problem, ...]
    acts: tuple[Act, ...] = ()
    """Those on the whole meeting, oldest first."""
    policy: Policy = field(default_factory=Policy)
    """What the book asks for."""

    @property
    def approved(self) -> int:
        """How many items are approved, or are what was signed off."""
        agreed = {Status.APPROVED, Status.SIGNED_OFF}
        return sum(v.state.status in agreed and not v.state.differs_from_signed for v in self.items)

    @property
    def open_flags(self) -> int:
        """How many flags nobody has settled."""
        return sum(len(v.state.open_flags) for v in self.items)


class BookReader:
    """Opens meetings and items. Changes nothing."""

    def __init__(self, files: Files, history: History) -> None:
        self._files = files
        self._history = history
        self._asks_nothing = False
        """Whether it is known that no policy is read because the book has none."""

    def meetings(self) -> tuple[tuple[Meeting, ...], tuple[Problem, ...]]:
        """The book's meetings by date, and what could not be read."""
        meetings, problems = self._files.meetings()
        self._asks_nothing = not any(problem.file == BOOK for problem in problems)
        return meetings, (*problems, *self.policy()[1])

    def policy(self) -> tuple[Policy, tuple[Problem, ...]]:
        """What the book asks for, and what in that makes no sense."""
        fields = self._files.policy_fields()
        if not fields and not self._asks_nothing:
            self._asks_nothing = not any(problem.file == BOOK for problem in self._files.meetings()[1])
            if not self._asks_nothing:
                return UNKNOWN_POLICY, ()  # that it can't be read is told with the meetings
        if fields:
            self._asks_nothing = False
        return read_policy(fields, self._files.policy_line)

    def problems_of(self, meeting: Meeting) -> tuple[Problem, ...]:
        """What is wrong with the files that say how the book is reviewed and who was at ``meeting``."""
        return (*self._files.problems_of(meeting.id), *self.policy()[1])

    def meeting(self, meeting: Meeting) -> MeetingView:
        """A meeting with every item that can be read."""
        views: list[ItemView] = []
        acts, problems = self._files.meeting_acts(meeting.id)
        policy = self.policy()[0]
        found = list(problems)
        for item in meeting.items:
            try:
                view = self.item(meeting, item, acts, policy)
            except Refusal as refusal:
                found.append(Problem("", str(refusal)))
                continue
            views.append(view)
            found.extend(view.draft.problems)
        signed = sign_offs_in_force(acts)
        if len(signed) > 1:
            found.append(Problem("", signed_apart(f"{meeting.body}, {format_day(meeting.date)}", signed)))
        # Where all items share a file they share what is wrong with it, which is said once.
        return MeetingView(meeting, tuple(views), tuple(dict.fromkeys(found)), acts, policy)

    def item(
        self,
        meeting: Meeting,
        item: Item,
        meeting_acts: Iterable[Act] | None = None,
        policy: Policy | None = None,
    ) -> ItemView:
        """One item as it stands on disk now. The history is not asked: see ``with_history``."""
        acts = self._files.meeting_acts(meeting.id)[0] if meeting_acts is None else tuple(meeting_acts)
        policy = policy or self.policy()[0]
        draft = self._files.draft(meeting.id, item.id)
        wrote: frozenset[str] | None = frozenset() if policy.own_words else None
        terms = StatusTerms(policy, item.id, item.presenter, wrote)
        return ItemView(meeting, item, draft, fold_acts(draft.digest, draft.acts, acts, terms))

    def with_history(self, view: ItemView) -> ItemView:
        """``view`` with all that its standing rests on: asks the history where the policy makes it matter."""
        terms = view.state.terms
        if terms.includes_history or not terms.policy.asks_history:
            return view
        from review_tui.application.status_terms import terms_with_history  # noqa: PLC0415 -- few books ask for it

        return replace(
            view, state=replace(view.state, terms=terms_with_history(view.draft, terms, self._history))
        )

    def meeting_with_history(self, view: MeetingView) -> MeetingView:
        """A meeting with all that its items' standings rest on."""
        return replace(view, items=tuple(map(self.with_history, view.items)))

    def with_all_notes(self, view: ItemView) -> ItemView:
        """``view`` with the notes that were still being read; its minutes and acts stay as shown."""
        if all(problem.sentence != BEING_READ for problem in view.draft.problems):
            return view
        now = self._files.draft(view.meeting.id, view.item.id)
        return replace(view, draft=replace(view.draft, notes=now.notes, problems=now.problems))

    def item_texts(self, meeting: Meeting) -> tuple[ItemText, ...]:
        """The minutes of every item of a meeting that can be read, in order."""
        return self._files.item_texts(meeting.id)

    def flags(self, view: ItemView) -> tuple[PlacedFlag, ...]:
        """The item's flags, each with where its words are now. Looks into history only when they moved on."""
        return tuple(PlacedFlag(thread, self._place_flag(thread, view.draft)) for thread in view.state.flags)

    def _place_flag(self, thread: FlagThread, draft: DraftMinutes) -> "Placement":
        found = [self.placement(quote, draft) for quote in thread.quotes]
        if not thread.picks:
            return found[0]
        from review_tui.anchoring.picked_places import place_from_picks  # noqa: PLC0415 -- as below

        return place_from_picks(thread, found, draft.text)

    def placement(self, quote: Quote, draft: DraftMinutes) -> "Placement":
        """Where quoted words stand in ``draft`` now."""
        then = None
        if quote.text != draft.digest:
            then = self._history.text_with_digest(draft.path, quote.text)
        from review_tui.anchoring.placement import place  # noqa: PLC0415 -- only flags need it, after first paint

        return place(quote, draft.text, then)

    def find(self, asked: str) -> ItemView:
        """The item that ``asked`` names: ``meeting/item``, its number, or any part that fits just one."""
        meetings, problems = self.meetings()
        if not asked and len(meetings) == 1 and meetings[0].file:
            return self._only_item(meetings[0])
        pairs = [(meeting, item) for meeting in meetings for item in meeting.items]
        wanted = "/".join(
            [part for part in asked.replace("\\", "/").split("/") if part not in {"", "."}][-2:]
        )
        for fits in _MATCHERS:
            hits = [(meeting, item) for meeting, item in pairs if wanted and fits(wanted, meeting, item)]
            if len(hits) == 1:
                return self.item(*hits[0])
            if hits:
                names = ", ".join(f"{m.id}/{i.id}" for m, i in hits[:5])
                more = f" and {len(hits) - 5} more" if len(hits) > 5 else ""  # noqa: PLR2004 -- a short list
                raise WrongUsage(
                    f"“{asked}” could be any of these items: {names}{more}. Say more of its name."
                )
        raise Refusal(
            f"No item is called “{asked}”. `review-tui status` lists what there is.{but_unread(problems)}"
        )

    def _only_item(self, meeting: Meeting) -> ItemView:
        """The item of a file that has just one; a refusal that lists them where there is a choice."""
        if len(meeting.items) == 1:
            return self.item(meeting, meeting.items[0])
        names = ", ".join(f"#{item.number or item.id} {item.title}" for item in meeting.items)
        raise WrongUsage(f"Say which item of {meeting.file} is meant, such as {meeting.file}#2: {names}.")

    def find_flag(self, asked: str) -> tuple[ItemView, str]:
        """The item and whole id of the flag or objection that ``asked`` begins the id of."""
        meetings, problems = self.meetings()
        hits = [
            (view, act_id)
            for meeting in meetings
            for view in self.meeting(meeting).items
            for act_id in _flag_ids(view.state)
            if asked and act_id.startswith(asked)
        ]
        if len(hits) == 1:
            return hits[0]
        if hits:
            raise WrongUsage(f"More than one flag's id begins with “{asked}”. Give more of it.")
        raise Refusal(
            f"No flag or objection has the id “{asked}”. `review-tui show ITEM` lists them."
            f"{but_unread(problems)}"
        )


def _flag_ids(state: ItemState) -> tuple[str, ...]:
    return (*(thread.flag.id for thread in state.flags), *(o.id for o in state.objections))


def _matches_number(wanted: str, _: Meeting, item: Item) -> bool:
    return item.number.casefold() == wanted.casefold()


def _matches_position(wanted: str, meeting: Meeting, item: Item) -> bool:
    """The second item of a file, where its headings are not numbered."""
    if not meeting.file or not wanted.isdecimal():
        return False
    if not int(wanted):
        return item.id == "opening"  # as books of folders number it
    counted = [each for each in meeting.items if each.id != "opening"]
    return item in counted and counted.index(item) + 1 == int(wanted)


def _matches_meeting(left: str, meeting: Meeting) -> bool:
    return (
        left in meeting.id or left == meeting.date.isoformat() or (bool(left) and meeting.file.endswith(left))
    )


def _matches_meeting_and_number(wanted: str, meeting: Meeting, item: Item) -> bool:
    left, _, right = wanted.partition("/")
    return bool(right) and _matches_meeting(left, meeting) and _matches_number(right, meeting, item)


def _matches_meeting_and_position(wanted: str, meeting: Meeting, item: Item) -> bool:
    left, _, right = wanted.partition("/")
    return bool(right) and _matches_meeting(left, meeting) and _matches_position(right, meeting, item)


def _matches_both_parts(wanted: str, meeting: Meeting, item: Item) -> bool:
    left, _, right = wanted.partition("/")
    return bool(right) and _matches_meeting(left, meeting) and right.casefold() in item.id.casefold()


_MATCHERS = (
    lambda wanted, meeting, item: wanted == f"{meeting.id}/{item.id}",
    lambda wanted, _, item: wanted == item.id,
    _matches_number,
    _matches_meeting_and_number,
    _matches_position,
    _matches_meeting_and_position,
    _matches_both_parts,
    lambda wanted, meeting, item: wanted.casefold() in f"{meeting.id}/{item.id}".casefold(),
    lambda wanted, _, item: wanted.casefold() in item.title.casefold(),
)
"""From the strictest reading to the loosest: the first that fits anything decides."""
