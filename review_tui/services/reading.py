"""Reading the book: meetings, items with their standing, flags where they belong now."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from review_tui.domain.acts import Act
from review_tui.domain.meeting import Draft, Item, Meeting, Problem
from review_tui.domain.policy import Policy
from review_tui.domain.policy_fields import BOOK, UNKNOWN_POLICY, read_policy
from review_tui.domain.quotes import Quote
from review_tui.domain.refusals import Refusal, WrongUsage
from review_tui.domain.standing import Conversation, Standing, State, Terms, blocks, fold
from review_tui.services.ports import BEING_READ, Files, History

if TYPE_CHECKING:
    from review_tui.domain.anchors import Placement


@dataclass(frozen=True, slots=True)
class PlacedFlag:
    """A flag's conversation, and where its words stand in the text as it is now."""

    conversation: Conversation
    placement: "Placement"


@dataclass(frozen=True, slots=True)
class ItemView:
    """One item, ready to be read."""

    meeting: Meeting
    item: Item
    draft: Draft
    state: State

    @property
    def name(self) -> str:
        """``meeting/item``."""
        return f"{self.meeting.id}/{self.item.id}"


@dataclass(frozen=True, slots=True)
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
        agreed = {Standing.APPROVED, Standing.SIGNED_OFF}
        return sum(v.state.standing in agreed and not v.state.differs_from_signed for v in self.items)

    @property
    def open_flags(self) -> int:
        """How many flags nobody has settled."""
        return sum(len(v.state.open_flags) for v in self.items)


def blocks_sign_off(view: ItemView) -> tuple[str, ...]:
    """What stands between an item and sign-off, a sentence each."""
    state = view.state
    flags = len(state.unsettled_flags)
    their = {talk.flag.id for talk in state.flags}
    told = [(sentence, act) for sentence, act in blocks(state) if act not in their]
    return (
        *(sentence for sentence, act in told if not act),
        *([f"{flags} flag{'s are' if flags > 1 else ' is'} not settled."] if flags else []),
        *(sentence for sentence, act in told if act),
    )


class Reading:
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
        return read_policy(fields)

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
        return MeetingView(meeting, tuple(views), tuple(found), acts, policy)

    def item(
        self,
        meeting: Meeting,
        item: Item,
        meeting_acts: Iterable[Act] | None = None,
        policy: Policy | None = None,
    ) -> ItemView:
        """One item as it stands on disk now. The history is not asked: see ``looked_up``."""
        acts = self._files.meeting_acts(meeting.id)[0] if meeting_acts is None else tuple(meeting_acts)
        policy = policy or self.policy()[0]
        draft = self._files.draft(meeting.id, item.id)
        wrote: frozenset[str] | None = frozenset() if policy.own_words else None
        terms = Terms(policy, item.id, item.presenter, wrote)
        return ItemView(meeting, item, draft, fold(draft.digest, draft.acts, acts, terms))

    def looked_up(self, view: ItemView) -> ItemView:
        """``view`` with all that its standing rests on: asks the history where the policy makes it matter."""
        terms = view.state.terms
        if terms.is_looked_up or not terms.policy.asks_history:
            return view
        from review_tui.services.looking_up import terms_of  # noqa: PLC0415 -- few books ask for it

        return replace(view, state=replace(view.state, terms=terms_of(view.draft, terms, self._history)))

    def all_looked_up(self, view: MeetingView) -> MeetingView:
        """A meeting with all that its items' standings rest on."""
        return replace(view, items=tuple(map(self.looked_up, view.items)))

    def with_all_notes(self, view: ItemView) -> ItemView:
        """``view`` with the notes that were still being read; its minutes and acts stay as shown."""
        if all(problem.sentence != BEING_READ for problem in view.draft.problems):
            return view
        now = self._files.draft(view.meeting.id, view.item.id)
        return replace(view, draft=replace(view.draft, notes=now.notes, problems=now.problems))

    def flags(self, view: ItemView) -> tuple[PlacedFlag, ...]:
        """The item's flags, each with where its words are now. Looks into history only when they moved on."""
        return tuple(PlacedFlag(talk, self._placed(talk, view.draft)) for talk in view.state.flags)

    def _placed(self, talk: Conversation, draft: Draft) -> "Placement":
        found = [self.placement(quote, draft) for quote in talk.quotes]
        if not talk.picks:
            return found[0]
        from review_tui.domain.picking import picked  # noqa: PLC0415 -- as below

        return picked(talk, found, draft.text)

    def placement(self, quote: Quote, draft: Draft) -> "Placement":
        """Where quoted words stand in ``draft`` now."""
        then = None
        if quote.text != draft.digest:
            then = self._history.text_with_digest(draft.path, quote.text)
        from review_tui.domain.anchors import place  # noqa: PLC0415 -- only flags need it, after first paint

        return place(quote, draft.text, then)

    def find(self, asked: str) -> ItemView:
        """The item that ``asked`` names: ``meeting/item``, its number, or any part that fits just one."""
        pairs = [(meeting, item) for meeting in self.meetings()[0] for item in meeting.items]
        wanted = "/".join(
            [part for part in asked.replace("\\", "/").split("/") if part not in {"", "."}][-2:]
        )
        for fits in _WAYS:
            hits = [(meeting, item) for meeting, item in pairs if wanted and fits(wanted, meeting, item)]
            if len(hits) == 1:
                return self.item(*hits[0])
            if hits:
                names = ", ".join(f"{m.id}/{i.id}" for m, i in hits[:5])
                more = f" and {len(hits) - 5} more" if len(hits) > 5 else ""  # noqa: PLR2004 -- a short list
                raise WrongUsage(
                    f"“{asked}” could be any of these items: {names}{more}. Say more of its name."
                )
        raise Refusal(f"No item is called “{asked}”. `review-tui status` lists what there is.")

    def find_flag(self, asked: str) -> tuple[ItemView, str]:
        """The item and whole id of the flag or objection that ``asked`` begins the id of."""
        hits = [
            (view, act_id)
            for meeting in self.meetings()[0]
            for view in self.meeting(meeting).items
            for act_id in _names(view.state)
            if asked and act_id.startswith(asked)
        ]
        if len(hits) == 1:
            return hits[0]
        if hits:
            raise WrongUsage(f"More than one flag's id begins with “{asked}”. Give more of it.")
        raise Refusal(f"No flag or objection has the id “{asked}”. `review-tui show ITEM` lists them.")


def _names(state: State) -> tuple[str, ...]:
    return (*(c.flag.id for c in state.flags), *(o.id for o in state.objections))


def _number(wanted: str, _: Meeting, item: Item) -> bool:
    return item.number.casefold() == wanted.casefold()


def _meeting_and_number(wanted: str, meeting: Meeting, item: Item) -> bool:
    left, _, right = wanted.partition("/")
    return bool(right) and left in meeting.id and _number(right, meeting, item)


def _both_parts(wanted: str, meeting: Meeting, item: Item) -> bool:
    left, _, right = wanted.partition("/")
    return bool(right) and left in meeting.id and right.casefold() in item.id.casefold()


_WAYS = (
    lambda wanted, meeting, item: wanted == f"{meeting.id}/{item.id}",
    lambda wanted, _, item: wanted == item.id,
    _number,
    _meeting_and_number,
    _both_parts,
    lambda wanted, meeting, item: wanted.casefold() in f"{meeting.id}/{item.id}".casefold(),
    lambda wanted, _, item: wanted.casefold() in item.title.casefold(),
)
"""From the strictest reading to the loosest: the first that fits anything decides."""
