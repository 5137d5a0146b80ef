"""Signing a meeting's minutes off, reopening them, and correcting what is signed without touching it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from review_tui.anchoring.corrections import corrected
from review_tui.application.act_service import ActService, Recorded
from review_tui.application.checking import CheckedItem
from review_tui.application.ports import Clock, FileChange, Files, History, NewTag
from review_tui.application.reading import BookReader, ItemView, MeetingView
from review_tui.application.sign_off_blocks import SignOffBlock, group_blocks
from review_tui.application.sign_off_gate import (
    ItemToSign,
    SignOffGate,
    item_gate_blocks,
    sign_off_gate,
    tampering_blocks,
)
from review_tui.application.signing import Signer
from review_tui.application.verifier import Verifier
from review_tui.model import commit_messages
from review_tui.model.act_registry import REOPENING, SIGN_OFF
from review_tui.model.acts import Correction, Reopening, SignedItem, SignOff
from review_tui.model.date_format import format_day
from review_tui.model.errors import Refusal
from review_tui.model.item_state import sign_offs_in_force
from review_tui.model.meeting import Meeting, Problem
from review_tui.model.policy_codec import BOOK
from review_tui.model.quotes import Quote
from review_tui.model.tag_names import first_tags, next_tag, tag_for
from review_tui.model.text import encode
from review_tui.model.transitions import Move


class SignOffService(ActService):
    """The acts on a whole meeting."""

    def __init__(
        self,
        files: Files,
        history: History,
        reading: BookReader,
        clock: Clock,
        new_id: Callable[[], str],
        look_over: Callable[[Sequence[ItemView], Sequence[Meeting] | None], Mapping[str, CheckedItem]],
        verifier: Verifier,
        signer: Signer | None = None,
    ) -> None:
        """``look_over`` runs the checks over items: what they find weighs at the gate.

        It is given the book's meetings where they have been read just now. ``verifier`` says whether the
        history is what it should be.
        """
        super().__init__(files, history, reading, clock, new_id, None, signer)
        self._look_over = look_over
        self._verifier = verifier

    def gate(self, meeting: Meeting, meetings: Sequence[Meeting] | None = None) -> SignOffGate:
        """The meeting as it stands now, what would be signed and what blocks it. Slow: wants a thread.

        ``meetings`` are the book's, for who has read them just now.
        """
        view = self._reading.meeting_with_history(self._reading.meeting(meeting))
        signed = any(item.state.signed_off for item in view.items)
        looked = {} if signed else self._check_items(view.items, meetings)
        return sign_off_gate(view, self._history, looked, self._verifier.quick())

    def blocks_of(self, view: ItemView) -> tuple[SignOffBlock, ...]:
        """What of an item stands between its meeting and the sign-off; nothing once it is signed."""
        return (
            ()
            if view.state.signed_off
            else item_gate_blocks(view, self._history, self._check_items((view,))[view.item.id])
        )

    def tampering_of(self, view: ItemView) -> tuple[SignOffBlock, ...]:
        """Acts on an item, or on its meeting, that are not as their makers recorded them. Wants a thread."""
        acts, problems = self._files.meeting_acts(view.meeting.id)
        alone = replace(view.meeting, items=(view.item,))
        paths = (f"{view.name}/acts", f"{view.meeting.id}/acts")
        around = MeetingView(alone, (view,), problems, acts)
        blocking, told = tampering_blocks(around, self._history, self._verifier.quick(), paths)
        return (*blocking, *told)

    def tampering_elsewhere(self, meetings: Sequence[Meeting]) -> tuple[Problem, ...]:
        """What does not hold of meetings that are not among ``meetings`` (any more). Wants a thread."""
        found = self._verifier.quick()
        here = {meeting.id for meeting in meetings} | ({""} if meetings else set())
        gone = [
            breach.sentence
            for breach in found.breaches
            if not (breach.is_told or breach.is_past)
            and (self._history.locate(breach.path)[0] if breach.path else "") not in here
        ]
        unverifiable = [found.unverifiable] if found.unverifiable and not meetings else []
        return tuple(Problem("", sentence) for sentence in (*unverifiable, *gone))

    def signatures(self) -> Mapping[str, str]:
        """What there is to say of the signature of each act of the book, by its id. Wants a thread."""
        return self._verifier.quick().signatures

    def _check_items(
        self, views: Sequence[ItemView], meetings: Sequence[Meeting] | None = None
    ) -> Mapping[str, CheckedItem]:
        """What the checks say with all the notes there are."""
        return self._look_over([self._reading.with_all_notes(view) for view in views], meetings)

    def why_not_sign(self, meeting: Meeting) -> str:
        """Why the meeting can't be signed off now, in sentences; empty when it can."""
        return self._history.why_read_only() or " ".join(map(str, group_blocks(self.gate(meeting).blocks)))

    def sign(self, seen: SignOffGate, statement: str = "", dissent: str = "") -> Recorded:
        """Sign off exactly what was seen at the gate: a commit with a tag on it.

        ``dissent`` is the chair's, kept as a paragraph of its own; ``statement`` is anything else to record.
        """
        who = self._history.reviewer()
        meeting = seen.view.meeting
        newest = self._history.newest()  # an act recorded from here on is none that the gate has seen
        now = self.gate(meeting)
        if now.blocks:
            blocking = [str(block) for block in group_blocks(now.blocks) if block.sentence != now.headline]
            raise Refusal(" ".join((now.headline, *blocking[:_MOST_BLOCKS_NAMED])))
        if now.signed != seen.signed or not set(map(str, now.told)) <= set(map(str, seen.told)):
            raise Refusal("Something changed since you read what is to be signed. Look at it again.")
        act = SignOff(
            **self._common_fields(who),
            items=tuple(SignedItem(*signed) for signed in now.signed),
            findings=now.findings,
            dissent=dissent.strip(),
            statement=statement.strip(),
        )
        tag = self._next_tag(meeting)
        trailers = [("Meeting", meeting.id), ("Sign-off", act.id)]
        body = _what_was_signed(now, act)
        subject = f"{SIGN_OFF.forms[0].subject} {_meeting_words(meeting)}"
        told = commit_messages.message(subject, body, trailers)
        # Texts that stay as they are go along, so that none can change between the reading and the signing.
        guards = [_guard_text(item) for item in now.items] + self._guard_terms(meeting)
        changes = [self._act_change(meeting.id, "", act, now.view.acts), *guards]
        tagged = NewTag(
            tag, commit_messages.message(f"Minutes of {_meeting_words(meeting)}", body, trailers), newest
        )
        entry = self._history.commit(changes, told, tagged)
        still = len(now.findings)
        open_ones = f" with {still} finding{'s' if still > 1 else ''} open" if still else ""
        return Recorded(
            f"Signed off{open_ones}: {_meeting_words(meeting)}. They are kept as {tag}.", entry, "", act
        )

    def _next_tag(self, meeting: Meeting) -> str:
        """A tag's name that nobody has taken, not even on another computer, whose tags may not be here."""
        taken = {name for name, _ in self._history.tags(tag_for(meeting.id))}
        acts = self._files.meeting_acts(meeting.id)[0]
        taken |= set(first_tags(meeting.id, sum(isinstance(act, SignOff) for act in acts)))
        return next_tag(meeting.id, taken)

    def _guard_terms(self, meeting: Meeting) -> list[FileChange]:
        """What the agenda and the policy were read from goes along too, as it stands in the history."""
        kept = {path: self._history.committed(path) for path in (BOOK, f"{meeting.id}/meeting.yaml")}
        return [FileChange(path, new=raw, old=raw) for path, raw in kept.items() if raw is not None]

    def reopen(self, meeting: Meeting, reason: str) -> Recorded:
        """Make signed minutes a draft again, with a reason. The tag stays: what was signed was signed."""
        who = self._history.reviewer()
        status = sign_offs_in_force(self._files.meeting_acts(meeting.id)[0])
        if not status:
            raise Refusal("These minutes are not signed off.")
        if not reason.strip():
            raise Refusal(
                "Give a reason for reopening: whoever relied on the signed minutes will want to know."
            )
        acts = [Reopening(**self._common_fields(who), of=it.id, reason=reason.strip()) for it in status]
        subject = f"{REOPENING.forms[0].subject} {_meeting_words(meeting)}"
        trailers = [("Meeting", meeting.id), *(("Reopens", act.of) for act in acts)]
        before = self._files.meeting_acts(meeting.id)[0]
        changes = [self._act_change(meeting.id, "", act, before) for act in acts]
        entry = self._history.commit(changes, commit_messages.message(subject, reason, trailers))
        return Recorded(f"Reopened: {_meeting_words(meeting)}.", entry, "", acts[-1])

    def correct(self, seen: ItemView, quote: Quote, wording: str, reason: str, made_at: str) -> Recorded:
        """Record what a later meeting put right in signed minutes, whose words stay as they were signed.

        ``made_at`` is that meeting: its id, or what it is called. An empty ``wording`` leaves the words out.
        """
        who, now = self._begin(Move.CORRECT, seen)
        if not quote.quote or quote.quote not in now.draft.text:
            raise Refusal("The words to be corrected do not stand in these minutes.")
        if wording == quote.quote:
            raise Refusal("The wording is the same as before; there is nothing to correct.")
        if not reason.strip() or not made_at.strip():
            raise Refusal("Say why it is corrected, and at which meeting.")
        act = Correction(
            **self._common_fields(who),
            item=now.item.id,
            quote=quote,
            wording=wording,
            reason=reason.strip(),
            meeting=made_at.strip(),
        )
        what = corrected(quote.quote, wording)
        body = f"{reason.strip()}\n\nCorrected at {made_at.strip()}."
        said = f"Correction of item {now.item.label} recorded."
        return self._record(now, now, act, what, body, [("Correction", act.id)], said)


_MOST_BLOCKS_NAMED = 3
"""Blocks that a refusal names; the gate lists them all."""


def _meeting_words(meeting: Meeting) -> str:
    return f"{meeting.body}, {format_day(meeting.date)}"


def _guard_text(item: ItemToSign) -> FileChange:
    raw = encode(item.view.draft.text)
    return FileChange(item.view.draft.path, new=raw, old=raw)


def _what_was_signed(gate: SignOffGate, act: SignOff) -> str:
    """The body of the commit and of the tag: every item with its digest and who approved."""
    lines = []
    for signed in gate.items:
        item = signed.view.item
        lines += [
            f"Item {item.number or item.id}: {item.title}",
            f"  text {signed.text}",
            f"  approved by {', '.join(signed.approved_by)}",
        ]
    paragraphs = ["\n".join(lines)]
    if act.dissent:
        chair = f" ({gate.view.meeting.chair})" if gate.view.meeting.chair else ""
        paragraphs.append(f"The chair{chair} does not agree, and wished that to be recorded:\n{act.dissent}")
    if act.statement:
        paragraphs.append(act.statement)
    if gate.told:
        told = "\n".join(f"- {each}" for each in gate.told)
        paragraphs.append(f"Open and told when it was signed:\n{told}")
    return "\n\n".join(paragraphs)
