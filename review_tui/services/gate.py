"""The gate before sign-off: what would be signed, and exactly what blocks it, item by item."""

from dataclasses import dataclass

from review_tui.domain.acts import Approval
from review_tui.domain.meeting import Item, Problem
from review_tui.domain.policy_fields import BOOK
from review_tui.domain.standing import blocks
from review_tui.domain.text import encode
from review_tui.domain.visible import visible
from review_tui.services.altered import altered
from review_tui.services.ports import History
from review_tui.services.reading import ItemView, MeetingView

_NO_PART = ("notes",)
"""Folders that nothing is signed of."""
_COUNTS = frozenset({BOOK, "meeting.yaml", "minutes.md"})
_LOOSE = (
    "{path} was changed, added or taken away by other means, and that is not in the history, so others do "
    "not have it. Put it back as it was, or record it with git."
)


@dataclass(frozen=True, slots=True)
class Block:
    """One thing that stands between a meeting and its sign-off."""

    sentence: str
    item: Item | None = None
    """The item to go to; ``None`` for what is the whole meeting's."""
    act: str = ""
    """The id of the flag or objection to go to, if that is what blocks."""

    def __str__(self) -> str:
        """With the item's number before it: "Item 5: Nobody has approved it yet."."""
        return f"Item {self.item.number or self.item.id}: {self.sentence}" if self.item else self.sentence


@dataclass(frozen=True, slots=True)
class ToSign:
    """One item as it would be signed."""

    view: ItemView
    approvals: tuple[Approval, ...]
    """Those that count."""

    @property
    def text(self) -> str:
        """The digest of its minutes."""
        return self.view.draft.digest

    @property
    def approved_by(self) -> tuple[str, ...]:
        """The names of those who approved, each person once, by the name that they gave last."""
        return tuple({a.by.email.casefold(): a.by.name for a in self.approvals}.values())


@dataclass(frozen=True, slots=True)
class Gate:
    """A meeting at the gate."""

    view: MeetingView
    """Looked up."""
    items: tuple[ToSign, ...]
    blocks: tuple[Block, ...]

    @property
    def is_open(self) -> bool:
        """Whether the meeting can be signed off."""
        return not self.blocks

    @property
    def headline(self) -> str:
        """Why it can't be signed off, before the blocks are named; empty when it can."""
        if self.is_open:
            return ""
        if any(item.state.signed_off for item in self.view.items):
            return self.blocks[0].sentence
        return "This can't be signed off yet."

    @property
    def signed(self) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
        """What would be signed, to compare: each item with its digest and approvals."""
        return tuple((it.view.item.id, it.text, tuple(a.id for a in it.approvals)) for it in self.items)


def gate_of(view: MeetingView, history: History) -> Gate:
    """``view``, which is looked up, at the gate."""
    if any(item.state.signed_off for item in view.items):
        signed: tuple[Block, ...] = (Block("These minutes are signed off already."),)
        return Gate(view, _to_sign(view), signed)
    found = [] if view.meeting.items else [Block("The meeting has no items to sign.")]
    read = {item.item.id: item for item in view.items}
    for item in view.meeting.items:
        if item.id not in read:
            found.append(Block("Its minutes can't be read.", item))
        else:
            found += _blocks(read[item.id], history)
    unread = [p for p in view.problems if _is_acts(p) and p not in _items_problems(view)]
    found += [Block(f"An act can't be read, and may be an objection: {problem}") for problem in unread]
    found += _loose(view, history)
    found += [Block(said, item.item if item else None) for said, item in altered(view, history)]
    return Gate(view, _to_sign(view), tuple(found))


def _blocks(view: ItemView, history: History) -> list[Block]:
    found = [Block(sentence, view.item, act) for sentence, act in blocks(view.state)]
    committed = history.committed(view.draft.path)
    if committed is not None and committed != encode(view.draft.text):
        found.append(Block("It was edited outside this program, and the edit is not recorded.", view.item))
    if view.draft.locked:
        found.append(Block(view.draft.locked, view.item))
    unread = [problem for problem in view.draft.problems if _is_acts(problem)]
    return found + [
        Block(f"An act can't be read, and may be an objection: {problem}", view.item) for problem in unread
    ]


def _loose(view: MeetingView, history: History) -> list[Block]:
    """What stands otherwise here than for everybody else: who signs would sign something that nobody has."""
    drafts = {item.draft.path for item in view.items}
    items = {item.id: item for item in view.meeting.items}
    found = []
    for path in history.unrecorded((BOOK, view.meeting.id), _NO_PART):
        parts = path.split("/")
        is_act = parts[-2:-1] == ["acts"] and path.endswith(".yaml")
        if is_act or (parts[-1] in _COUNTS and path not in drafts):
            item = items.get(parts[1]) if len(parts) > 2 else None  # noqa: PLR2004 -- meeting and item
            found.append(Block(_LOOSE.format(path=visible(path)), item))
    return found


def _is_acts(problem: Problem) -> bool:
    return "acts" in problem.file.split("/")


def _items_problems(view: MeetingView) -> set[Problem]:
    return {problem for item in view.items for problem in item.draft.problems}


def _to_sign(view: MeetingView) -> tuple[ToSign, ...]:
    return tuple(ToSign(item, item.state.counting_approvals) for item in view.items)
