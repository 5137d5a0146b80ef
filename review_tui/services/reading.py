"""Reading the book: meetings, items with their standing, flags where they belong now."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from review_tui.domain.acts import Act
from review_tui.domain.meeting import Draft, Item, Meeting, Problem
from review_tui.domain.quotes import Quote
from review_tui.domain.refusals import Refusal, WrongUsage
from review_tui.domain.standing import Conversation, Standing, State, fold
from review_tui.services.ports import Files, History

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

    @property
    def approved(self) -> int:
        """How many items are approved or signed off."""
        return sum(v.state.standing in {Standing.APPROVED, Standing.SIGNED_OFF} for v in self.items)

    @property
    def open_flags(self) -> int:
        """How many flags nobody has settled."""
        return sum(len(v.state.open_flags) for v in self.items)


def blocks_sign_off(view: ItemView) -> tuple[str, ...]:
    """What stands between an item and sign-off, a sentence each."""
    state = view.state
    said = {
        Standing.DRAFT: "Nobody has approved it yet.",
        Standing.IN_REVIEW: "Nobody has approved it yet.",
        Standing.STALE: "The text has changed since it was approved.",
    }.get(state.standing, "")
    if state.standing is Standing.IN_REVIEW and state.current_approvals:
        said = ""
    flags, objections = len(state.unsettled_flags), state.objections
    return tuple(
        sentence
        for sentence in (
            said,
            f"{flags} flag{'s are' if flags > 1 else ' is'} not settled." if flags else "",
            *(f"{o.by.name} objects: {o.comment}" for o in objections),
        )
        if sentence
    )


class Reading:
    """Opens meetings and items. Changes nothing."""

    def __init__(self, files: Files, history: History) -> None:
        self._files = files
        self._history = history

    def meetings(self) -> tuple[tuple[Meeting, ...], tuple[Problem, ...]]:
        """The book's meetings by date, and what could not be read."""
        return self._files.meetings()

    def meeting(self, meeting: Meeting) -> MeetingView:
        """A meeting with every item that can be read."""
        views: list[ItemView] = []
        acts, problems = self._files.meeting_acts(meeting.id)
        found = list(problems)
        for item in meeting.items:
            try:
                view = self.item(meeting, item, acts)
            except Refusal as refusal:
                found.append(Problem("", str(refusal)))
                continue
            views.append(view)
            found.extend(view.draft.problems)
        return MeetingView(meeting, tuple(views), tuple(found))

    def item(self, meeting: Meeting, item: Item, meeting_acts: Iterable[Act] | None = None) -> ItemView:
        """One item as it stands on disk now."""
        acts = self._files.meeting_acts(meeting.id)[0] if meeting_acts is None else tuple(meeting_acts)
        draft = self._files.draft(meeting.id, item.id)
        return ItemView(meeting, item, draft, fold(draft.digest, draft.acts, acts))

    def flags(self, view: ItemView) -> tuple[PlacedFlag, ...]:
        """The item's flags, each with where its words are now. Looks into history only when they moved on."""
        return tuple(
            PlacedFlag(talk, self.placement(talk.flag.quote, view.draft)) for talk in view.state.flags
        )

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
