"""The gate before sign-off: what would be signed, and exactly what blocks it, item by item."""

from collections.abc import Mapping, Sequence
from dataclasses import field

from review_tui.application.checking import CheckedItem
from review_tui.application.ports import History
from review_tui.application.reading import ItemView, MeetingView
from review_tui.application.sign_off_blocks import SignOffBlock, item_blocks, item_notices
from review_tui.application.verifier import Verified
from review_tui.model.acts import Approval, OpenFinding
from review_tui.model.frozen import frozen
from review_tui.model.meeting import Problem
from review_tui.model.policy_codec import BOOK
from review_tui.model.text import encode
from review_tui.model.visible import visible

_NOT_SIGNED_FOLDERS = ("notes",)
"""Folders that nothing is signed of."""
_SIGNED_FILES = frozenset({BOOK, "meeting.yaml", "minutes.md"})
_UNRECORDED = (
    "{path} was changed, added or taken away by another program, and that is not in the history, so others "
    "do not have it. Put it back as it was, or record it{how}."
)
_RECORD_DETAILS = ": `review-tui details {meeting} --recorded`"


@frozen
class ItemToSign:
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


@frozen
class SignOffGate:
    """All of a meeting that a sign-off would sign, and what stands in its way."""

    view: MeetingView
    """With the history looked up: whose words each item holds is known."""
    items: tuple[ItemToSign, ...]
    blocks: tuple[SignOffBlock, ...]
    told: tuple[SignOffBlock, ...] = ()
    """What whoever signs is told: it stands in nobody's way, and goes into the sign-off."""
    tampered: tuple[SignOffBlock, ...] = ()
    """Acts that are not as their makers recorded them, in signed minutes too; those that block are among
    ``blocks``, the others among ``told``."""
    signatures: Mapping[str, str] = field(default_factory=dict)
    """What there is to say of the signature of each act, by its id."""

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
    def findings(self) -> tuple[OpenFinding, ...]:
        """The open findings among what is told, as the sign-off keeps them."""
        return tuple(
            OpenFinding(it.item.id, f.fingerprint, f.check, f.severity.value, f.message)
            for it in self.told
            if it.item and (f := it.finding)
        )

    @property
    def signed(self) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
        """What would be signed, to compare: each item with its digest and approvals."""
        return tuple((it.view.item.id, it.text, tuple(a.id for a in it.approvals)) for it in self.items)


def sign_off_gate(
    view: MeetingView, history: History, looked: Mapping[str, CheckedItem], verified: Verified
) -> SignOffGate:
    """``view``, which is looked up, at the gate; ``looked`` is what the checks say of each item by its id.

    ``verified`` is what the history was found to be.
    """
    blocking, only_told = tampering_blocks(view, history, verified)
    doubted = (*blocking, *only_told)
    if any(item.state.signed_off for item in view.items):
        signed: tuple[SignOffBlock, ...] = (SignOffBlock("These minutes are signed off already."),)
        return SignOffGate(
            view, _items_to_sign(view), signed, tampered=doubted, signatures=verified.signatures
        )
    found = [] if view.meeting.items else [SignOffBlock("The meeting has no items to sign.")]
    told: list[SignOffBlock] = []
    read = {item.item.id: item for item in view.items}
    for item in view.meeting.items:
        if item.id not in read:
            found.append(SignOffBlock("Its minutes can't be read.", item))
            continue
        found += item_gate_blocks(read[item.id], history, looked[item.id])
        told += item_notices(read[item.id], looked[item.id])
    unread = [p for p in view.problems if _is_acts(p) and p not in _items_problems(view)]
    found += [SignOffBlock(f"An act can't be read, and may be an objection: {problem}") for problem in unread]
    blocks = (*found, *blocking)
    return SignOffGate(view, _items_to_sign(view), blocks, (*told, *only_told), doubted, verified.signatures)


def tampering_blocks(
    view: MeetingView, history: History, verified: Verified, paths: Sequence[str] = ()
) -> tuple[tuple[SignOffBlock, ...], tuple[SignOffBlock, ...]]:
    """What only the history tells of the meeting's files and acts: what blocks, and what is only told.

    Of what is not recorded at all only that at or below ``paths`` is told, where they are given.
    """
    items = {item.item.id: item.item for item in view.items}
    found: dict[bool, list[SignOffBlock]] = {True: [], False: []}
    for breach in (each for each in verified.breaches if not each.is_past):
        meeting, item = history.locate(breach.path) if breach.path else ("", "")
        is_elsewhere = bool(paths) and item not in {"", *items}
        if meeting in {"", view.meeting.id} and not is_elsewhere:
            found[breach.blocks and not breach.is_told].append(SignOffBlock(breach.sentence, items.get(item)))
    loose = _unrecorded_blocks(view, history, paths or (BOOK, view.meeting.id))
    unverifiable = [SignOffBlock(verified.unverifiable)] if verified.unverifiable else []
    return (*loose, *unverifiable, *found[True]), tuple(found[False])


def item_gate_blocks(view: ItemView, history: History, looked: CheckedItem) -> tuple[SignOffBlock, ...]:
    """What of one item stands in the way, its files as the history has them included."""
    found = list(item_blocks(view, looked))
    committed = history.committed(view.draft.path)
    if committed is not None and committed != encode(view.draft.text):
        found.append(
            SignOffBlock("It was edited in another program, and the edit is not recorded.", view.item)
        )
    if view.draft.locked:
        found.append(SignOffBlock(view.draft.locked, view.item))
    unread = [problem for problem in view.draft.problems if _is_acts(problem)]
    return (
        *found,
        *(
            SignOffBlock(f"An act can't be read, and may be an objection: {problem}", view.item)
            for problem in unread
        ),
    )


def _unrecorded_blocks(view: MeetingView, history: History, paths: Sequence[str]) -> list[SignOffBlock]:
    """What stands otherwise here than for everybody else: who signs would sign something that nobody has."""
    drafts = {item.draft.path for item in view.items}
    items = {item.id: item for item in view.meeting.items}
    found = []
    for path in history.unrecorded(paths, _NOT_SIGNED_FOLDERS):
        parts = path.split("/")
        is_act = parts[-2:-1] == ["acts"] and path.endswith(".yaml")
        if is_act or (parts[-1] in _SIGNED_FILES and path not in drafts):
            item = items.get(parts[1]) if len(parts) > 2 else None  # noqa: PLR2004 -- meeting and item
            is_details = parts[-1] == "meeting.yaml"
            how = _RECORD_DETAILS.format(meeting=view.meeting.id) if is_details else " with git"
            found.append(SignOffBlock(_UNRECORDED.format(path=visible(path), how=how), item))
    return found


def _is_acts(problem: Problem) -> bool:
    return "acts" in problem.file.split("/")


def _items_problems(view: MeetingView) -> set[Problem]:
    return {problem for item in view.items for problem in item.draft.problems}


def _items_to_sign(view: MeetingView) -> tuple[ItemToSign, ...]:
    return tuple(ItemToSign(item, item.state.counting_approvals) for item in view.items)
