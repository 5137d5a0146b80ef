"""Where items stand, in signs and words: title line, agenda, above the draft, before approving."""

from collections.abc import Mapping, Sequence

from textual.content import Content

from review_tui.application.reading import ItemView, MeetingView
from review_tui.model.act_signatures import signature_note
from review_tui.model.rendered import word_count
from review_tui.model.text import short_digest
from review_tui.model.transitions import ItemState, Status
from review_tui.model.visible import visible
from review_tui.tui.open_item import OpenItem
from review_tui.tui.presenters.status_lines import count, plain
from review_tui.tui.widgets.agenda import AgendaRow

SIGNS = {
    Status.DRAFT: " ",
    Status.IN_REVIEW: "·",
    Status.APPROVED: "✓",
    Status.STALE: "~",
    Status.SIGNED_OFF: "■",
}
WAITS_SIGN = "◐"
"""Approved by somebody, and waiting for somebody else."""


def progress(view: MeetingView, findings: Mapping[str, int], syncing: str = "") -> Content:
    """``3 of 9 approved · 1 objection · 1 waits · 2 flags``; once signed off, that.

    ``syncing`` is what is to be said of sending and receiving, first of all.
    """
    states = [v.state for v in view.items]
    signed = bool(states) and all(s.signed_off for s in states)
    counted = (
        (sum(len(s.objections) for s in states), "objection", ""),
        (
            sum(s.status is Status.STALE for s in states),
            "changed since approval",
            "changed since approval",
        ),
        (sum(map(is_waiting, states)), "waits", "wait"),
        (sum(findings.values()), "finding", ""),
        (view.open_flags, "flag", ""),
        (sum(len(s.corrections) for s in states), "correction", ""),
    )
    parts = ["■ signed off" if signed else f"{view.approved} of {len(view.items)} approved"]
    shown = (each for each in counted if each[0] and not (signed and each[1] == "finding"))
    said = [syncing] if syncing else []
    return Content(" · ".join(said + parts + [count(*each) for each in shown]))


def is_waiting(state: ItemState) -> bool:
    """Whether somebody has approved the text as it is, and somebody else still has to."""
    return bool(not state.signed_off and state.current_approvals and state.waits_for and not state.objections)


def agenda_rows(
    views: Sequence[ItemView], current: str, findings: Mapping[str, int]
) -> tuple[AgendaRow, ...]:
    """The agenda: a sign for what weighs most in each item, and in words where there is room."""
    return tuple(_agenda_row(view, current, findings.get(view.item.id, 0)) for view in views)


def _agenda_row(view: ItemView, current: str, findings: int) -> AgendaRow:
    sign, tone = _sign(view.state, findings)
    return AgendaRow(
        number=visible(view.item.number),
        sign=sign,
        title=visible(view.item.title),
        current=view.item.id == current,
        detail=_detail(view.state),
        tone=tone,
    )


def _sign(state: ItemState, findings: int) -> tuple[str, str]:
    """What weighs most, and its tone: open flags, an objection, staleness, findings, who is awaited."""
    stands = state.status
    if state.signed_off:
        return SIGNS[stands], "attention" if state.differs_from_signed else "good"
    weighing = (
        ("⚑", bool(state.open_flags)),
        ("✗", bool(state.objections)),
        (SIGNS[Status.STALE], stands is Status.STALE),
        ("!", bool(findings) and stands in {Status.DRAFT, Status.IN_REVIEW}),
    )
    heaviest = next((sign for sign, is_so in weighing if is_so), "")
    if heaviest:
        return heaviest, "attention"
    sign = WAITS_SIGN if is_waiting(state) else SIGNS[stands]
    return sign, "good" if stands is Status.APPROVED else "plain"


def _detail(state: ItemState) -> str:
    """What else is to be said of an item, where there is room for it."""
    if state.signed_off:
        return "edited since" if state.differs_from_signed else ""
    parts = [
        count(len(state.objections), "objection") if state.objections else "",
        count(len(state.open_flags), "flag") if state.open_flags else "",
        "changed since approval" if state.status is Status.STALE else "",
        "waits" if is_waiting(state) else "",
    ]
    return ", ".join(part for part in parts if part)


def standing_words(item: OpenItem) -> Content:
    """Where the item stands, at the right above the draft: first what is still awaited."""
    state = item.view.state
    waits = f"waits for {' and '.join(map(visible, state.waits_for))}" if is_waiting(state) else ""
    parts = [waits or _status_words(state, item.signatures)]
    parts += [count(len(state.objections), "objection")] if state.objections else []
    approvers = _approvers(state, item.signatures)
    if approvers and state.status not in {Status.APPROVED, Status.SIGNED_OFF}:
        idle = state.terms.contributors and len(state.counting_approvals) < len(state.current_approvals)
        parts.append(f"✓ {approvers}{', who wrote some of it' if idle else ''}")
    parts += [count(len(state.corrections), "correction")] if state.corrections else []
    parts += ["not for publication"] if item.view.item.exempt else []
    return Content(" · ".join(parts))


def _status_words(state: ItemState, signatures: Mapping[str, str]) -> str:
    if state.differs_from_signed:
        return "■ signed off, and edited since"
    if state.status is Status.APPROVED:
        return f"✓ approved {_approvers(state, signatures)}"
    if state.status in {Status.STALE, Status.SIGNED_OFF}:
        return f"{SIGNS[state.status]} {state.status.words}"
    return state.status.words


def _approvers(state: ItemState, signatures: Mapping[str, str]) -> str:
    """``by Ann Lee (signed), Ben Ash``: who approved and, where anybody signs, whether that is signed.

    What is the same of all of them stands first, where a narrow screen keeps it: ``(signed) by Ann Lee``.
    """
    noted = [(a, signature_note(a, signatures, state.terms.policy)) for a in state.current_approvals]
    notes = {note for _, note in noted}
    if len(notes) == 1:
        (note,) = notes
        names = ", ".join(dict.fromkeys(visible(a.by.name) for a, _ in noted))
        return f"({note}) by {names}" if note else f"by {names}"
    told = dict.fromkeys(visible(a.by.name) + (f" ({note})" if note else "") for a, note in noted)
    return f"by {', '.join(told)}" if told else ""


def approval_words(item: OpenItem, who: str) -> Content:
    """What a reviewer is about to put their name to."""
    view = item.view
    waits = f"\n\nThis book's rules: it waits for {' and '.join(view.state.waits_for)}."
    return Content.assemble(
        f"Item {visible(view.item.number)}: " if view.item.number else "",
        (visible(view.item.title), "bold"),
        "\n\nBy                        ",
        (plain(who).plain, "bold"),
        "\nFingerprint of this text  ",
        (short_digest(view.draft.digest), "bold"),
        f"  ({count(word_count(view.draft.text), 'word')})",
        plain(waits if view.state.waits_for else ""),
    )


def approval_warnings(item: OpenItem) -> tuple[str, ...]:
    """What a reviewer should know before approving."""
    state = item.view.state
    findings = [f"! Still open. {visible(found.sentence)}" for found in item.findings]
    others = [
        f"✗ Your own objection is lifted by this: {visible(o.comment)}"
        if o in item.lifts
        else f"✗ {visible(o.by.name)} objects: {visible(o.comment)}"
        for o in state.objections
    ]
    return (*findings, *others)
