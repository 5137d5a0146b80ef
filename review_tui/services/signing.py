"""Signing a meeting's minutes off, reopening them, and correcting what is signed without touching it."""

from review_tui.domain import messages
from review_tui.domain.acts import Correction, Reopening, SignedItem, SignOff
from review_tui.domain.meeting import Meeting
from review_tui.domain.policy_fields import BOOK
from review_tui.domain.quotes import Quote
from review_tui.domain.refusals import Refusal
from review_tui.domain.standing import Move
from review_tui.domain.state import standing_sign_offs
from review_tui.domain.tag_names import first_tags, next_tag, tag_for
from review_tui.domain.telling_time import day
from review_tui.domain.text import encode
from review_tui.services.acting import Acting, Done
from review_tui.services.gate import Gate, ToSign, gate_of
from review_tui.services.ports import FileChange, NewTag
from review_tui.services.reading import ItemView


class Signing(Acting):
    """The acts on a whole meeting."""

    def gate(self, meeting: Meeting) -> Gate:
        """The meeting as it stands now, what would be signed and what blocks it. Slow: wants a thread."""
        return gate_of(self._reading.all_looked_up(self._reading.meeting(meeting)), self._history)

    def why_not_sign(self, meeting: Meeting) -> str:
        """Why the meeting can't be signed off now, in sentences; empty when it can."""
        return self._history.why_read_only() or " ".join(map(str, self.gate(meeting).blocks))

    def sign(self, seen: Gate, statement: str = "", dissent: str = "") -> Done:
        """Sign off exactly what was seen at the gate: a commit with a tag on it.

        ``dissent`` is the chair's, kept as a paragraph of its own; ``statement`` is anything else to record.
        """
        who = self._history.reviewer()
        meeting = seen.view.meeting
        newest = self._history.newest()  # an act recorded from here on is none that the gate has seen
        now = self.gate(meeting)
        if now.blocks:
            blocking = [str(block) for block in now.blocks if block.sentence != now.headline]
            raise Refusal(" ".join((now.headline, *blocking[:_TOLD])))
        if now.signed != seen.signed:
            raise Refusal("Something changed since you read what is to be signed. Look at it again.")
        items = tuple(SignedItem(*signed) for signed in now.signed)
        act = SignOff(**self._made_by(who), items=items, dissent=dissent.strip(), statement=statement.strip())
        tag = self._next_tag(meeting)
        trailers = [("Meeting", meeting.id), ("Sign-off", act.id)]
        body = _what_was_signed(now, act)
        subject = f"Sign off the minutes of {_named(meeting)}"
        told = messages.message(subject, body, trailers)
        # Texts that stay as they are go along, so that none can change between the reading and the signing.
        guards = [_unchanged(item) for item in now.items] + self._unchanged_terms(meeting)
        changes = [self._files.act_file(meeting.id, "", act), *guards]
        tagged = NewTag(tag, messages.message(f"Minutes of {_named(meeting)}", body, trailers), newest)
        entry = self._history.commit(changes, told, tagged)
        return Done(f"Signed off: {_named(meeting)}. They are kept as {tag}.", entry, "", act)

    def _next_tag(self, meeting: Meeting) -> str:
        """A tag's name that nobody has taken, not even on another computer, whose tags may not be here."""
        taken = {name for name, _ in self._history.tags(tag_for(meeting.id))}
        acts = self._files.meeting_acts(meeting.id)[0]
        taken |= set(first_tags(meeting.id, sum(isinstance(act, SignOff) for act in acts)))
        return next_tag(meeting.id, taken)

    def _unchanged_terms(self, meeting: Meeting) -> list[FileChange]:
        """What the agenda and the policy were read from goes along too, as it stands in the history."""
        kept = {path: self._history.committed(path) for path in (BOOK, f"{meeting.id}/meeting.yaml")}
        return [FileChange(path, new=raw, old=raw) for path, raw in kept.items() if raw is not None]

    def reopen(self, meeting: Meeting, reason: str) -> Done:
        """Make signed minutes a draft again, with a reason. The tag stays: what was signed was signed."""
        who = self._history.reviewer()
        standing = standing_sign_offs(self._files.meeting_acts(meeting.id)[0])
        if not standing:
            raise Refusal("These minutes are not signed off.")
        if not reason.strip():
            raise Refusal(
                "Give a reason for reopening: whoever relied on the signed minutes will want to know."
            )
        acts = [Reopening(**self._made_by(who), of=it.id, reason=reason.strip()) for it in standing]
        subject = f"Reopen the minutes of {_named(meeting)}"
        trailers = [("Meeting", meeting.id), *(("Reopens", act.of) for act in acts)]
        changes = [self._files.act_file(meeting.id, "", act) for act in acts]
        entry = self._history.commit(changes, messages.message(subject, reason, trailers))
        return Done(f"Reopened: {_named(meeting)}.", entry, "", acts[-1])

    def correct(self, seen: ItemView, quote: Quote, wording: str, reason: str, made_at: str) -> Done:
        """Record what a later meeting put right in signed minutes, whose words stay as they were signed.

        ``made_at`` is that meeting: its id, or what it is called. An empty ``wording`` leaves the words out.
        """
        who, now = self._ready(Move.CORRECT, seen)
        if now.state.differs_from_signed:
            raise Refusal(
                f"The minutes of item {now.item.number} are not what was signed off any more. Put them back "
                "as they were signed before correcting them."
            )
        if not quote.quote or quote.quote not in now.draft.text:
            raise Refusal("The words to be corrected do not stand in these minutes.")
        if wording == quote.quote:
            raise Refusal("The wording is the same as before; there is nothing to correct.")
        if not reason.strip() or not made_at.strip():
            raise Refusal("Say why it is corrected, and at which meeting.")
        act = Correction(
            **self._made_by(who),
            item=now.item.id,
            quote=quote,
            wording=wording,
            reason=reason.strip(),
            meeting=made_at.strip(),
        )
        what = f"“{quote.quote}” to “{wording}”" if wording else f"leave out “{quote.quote}”"
        subject = messages.about("Correct", now.item, what)
        body = f"{reason.strip()}\n\nCorrected at {made_at.strip()}."
        trailers = [*self._names(now), ("Correction", act.id)]
        change = self._files.act_file(now.meeting.id, "", act)
        entry = self._history.commit([change], messages.message(subject, body, trailers))
        return Done(f"Correction of item {now.item.number} recorded.", entry, now.draft.digest, act)


_TOLD = 3
"""Blocks that a refusal names; the gate lists them all."""


def _named(meeting: Meeting) -> str:
    return f"{meeting.body}, {day(meeting.date)}"


def _unchanged(item: ToSign) -> FileChange:
    raw = encode(item.view.draft.text)
    return FileChange(item.view.draft.path, new=raw, old=raw)


def _what_was_signed(gate: Gate, act: SignOff) -> str:
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
    return "\n\n".join(paragraphs)
