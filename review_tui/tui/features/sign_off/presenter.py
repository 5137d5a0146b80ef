"""The gate, what is being signed and what was signed, in words. Facts in, ``Content`` out."""

from collections.abc import Mapping, Sequence

from textual.content import Content

from review_tui.anchoring.corrections import corrected
from review_tui.application.reading import ItemView, MeetingView
from review_tui.application.sign_off_blocks import BlockGroup, SignOffBlock, group_blocks
from review_tui.application.sign_off_gate import SignOffGate
from review_tui.model.act_signatures import signature_note
from review_tui.model.acts import Approval, OpenFinding, SignedItem, SignOff
from review_tui.model.date_format import format_day, format_moment
from review_tui.model.meeting import Item
from review_tui.model.text import short_digest
from review_tui.tui.open_item import Concern
from review_tui.tui.presenters.status_lines import count, numbered, plain

STILL_OPEN = "Still open, and blocks nothing"
AFTERWARDS = "Nothing can be changed afterwards; reopening takes a reason."


def gate_heading(gate: SignOffGate) -> str:
    """How much stands in the way."""
    number = len(group_blocks(gate.blocks))
    return (
        f"Not ready to sign off: {count(number, 'thing')} {'stands' if number == 1 else 'stand'} in the way"
    )


def gate_shown(gate: SignOffGate) -> tuple[BlockGroup, ...]:
    """What blocks, with what is alike told once; then what is told beside it."""
    return (*group_blocks(gate.blocks), *group_blocks(gate.told))


def gate_lines(shown: Sequence[BlockGroup]) -> tuple[Content, ...]:
    """A line each."""
    return tuple(plain(f"   {alike}") for alike in shown)


def gate_heads(gate: SignOffGate) -> dict[int, Content]:
    """Above the lines of what is told beside what blocks: that it stands in nobody's way."""
    return {len(group_blocks(gate.blocks)): Content.styled(STILL_OPEN, "bold")} if gate.told else {}


def is_about(concern: Concern, block: SignOffBlock) -> bool:
    """Whether a thing of the item is what a block is about."""
    if block.finding:
        return concern.finding is not None and concern.finding.fingerprint == block.finding.fingerprint
    return bool(block.act) and concern.act == block.act


def to_sign_words(gate: SignOffGate) -> Content:
    """What is still open, then every item with its digest and who approved."""
    warnings = [plain(f"! {each}").stylize("$text-warning") for each in group_blocks(gate.told)]
    head = [Content.styled(f"{STILL_OPEN}. It is recorded with your signature.", "bold")] if warnings else []
    rows = [_row(it.view, it.text, it.approvals, gate.signatures) for it in gate.items]
    return Content("\n").join([*head, *warnings, *rows])


def unread_words(items: Sequence[Item]) -> str:
    """Why nothing is signed yet: these items read differently from what is on the screen."""
    names = ", ".join(item.number or item.id for item in items)
    which = f"Item {names} reads" if len(items) == 1 else f"Items {names} read"
    return f"{which} differently from what is on the screen. Press F5 and read what changed before you sign."


def meeting_words(view: MeetingView) -> Content:
    """Which minutes they are."""
    meeting = view.meeting
    items = count(len(view.items), "item")
    return Content.assemble((plain(meeting.body).plain, "bold"), f", {format_day(meeting.date)} · {items}")


def _row(view: ItemView, text: str, approvals: Sequence[Approval], signatures: Mapping[str, str]) -> Content:
    who = ", ".join(dict.fromkeys(_name(view, each, signatures) for each in approvals))
    return Content.assemble(
        plain(numbered(view.item)).stylize("bold"),
        ("\n   approved by ", "$text-muted"),
        plain(who or "nobody"),
        ("\n   fingerprint of this text ", "$text-muted"),
        short_digest(text),
    )


def _name(view: ItemView, act: Approval | SignOff, signatures: Mapping[str, str]) -> str:
    """Whose act it is and, in a book where anybody signs, whether it is signed."""
    note = signature_note(act, signatures, view.state.terms.policy)
    return f"{act.by.name} ({note})" if note else act.by.name


def signed_page(
    view: MeetingView, texts: Mapping[str, str | None], signatures: Mapping[str, str] | None = None
) -> Content:
    """What was signed: who, when, what was recorded with it, and each item exactly as it was signed.

    ``texts`` are the signed minutes by the item's id; ``None`` where the history has them no more.
    ``signatures`` say of each act whether it is signed, by its id.
    """
    known = signatures or {}
    act = next((item.state.sign_off for item in view.items if item.state.sign_off), None)
    if act is None:
        return Content("These minutes are not signed off.")
    parts = [
        meeting_words(view),
        Content.assemble(
            "\nSigned by ",
            plain(_name(view.items[0], act, known)),
            f", {format_moment(act.at.astimezone())}.\n",
        ),
    ]
    if act.dissent:
        chair = f" ({view.meeting.chair})" if view.meeting.chair else ""
        head = plain(f"\nThe chair{chair} does not agree, and wished that to be recorded\n").stylize("bold")
        parts += [head, plain(f"{act.dissent}\n")]
    if act.statement:
        parts += [Content.styled("\nRecorded with it\n", "bold"), plain(f"{act.statement}\n")]
    if act.findings:
        parts += [Content.styled("\nOpen and told when it was signed\n", "bold")]
        parts += [plain(f"{_finding_words(view, each)}\n") for each in act.findings]
    for signed in act.items:
        item = next((v for v in view.items if v.item.id == signed.item), None)
        parts += _signed_item(item, signed, texts.get(signed.item), known)
    return Content("").join(parts)


def _finding_words(view: MeetingView, finding: OpenFinding) -> str:
    number = (
        next((each.item.number for each in view.items if each.item.id == finding.item), "") or finding.item
    )
    return f"Item {number}: {finding.severity} of the {finding.check} check: {finding.message}"


def _signed_item(
    view: ItemView | None, signed: SignedItem, text: str | None, signatures: Mapping[str, str]
) -> list[Content]:
    if view is None:
        return [plain(f"\n{signed.item} is no longer in this book.\n")]
    approvals = [a for a in view.state.approvals if a.id in signed.approvals]
    parts = [Content("\n"), _row(view, signed.text_digest, approvals, signatures), Content("\n")]
    if view.draft.digest != signed.text_digest:
        warning = "! The file was edited after the minutes were signed. This is what was signed:\n"
        parts.append(Content.styled(warning, "bold $text-warning"))
    words = "The signed text is not in the history of this book." if text is None else text.strip()
    parts.append(plain(f"\n{words}\n"))
    for each in view.state.corrections:
        what = f"{corrected(each.quote.quote, each.wording)}. {each.reason}"
        parts.append(Content.assemble(("\nCorrected at ", "bold"), plain(f"{each.meeting}: {what}\n")))
    return parts
