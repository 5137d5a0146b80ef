"""What a reviewer does: each method is one act, and one commit of exactly that act's files.

Every job is given the item as the reviewer saw it. It reads the item again first: what is decided is decided
on what stands there now, and words that moved on in the meantime are never overwritten.
"""

from collections.abc import Sequence
from dataclasses import replace

from review_tui.application.act_service import ActService, Recorded
from review_tui.application.ports import Author, FileChange, HistoryEntry
from review_tui.application.reading import ItemView
from review_tui.model import commit_messages
from review_tui.model.act_registry import AMENDMENT, DESCRIBED, FOUND_AGAIN, LIFT
from review_tui.model.acts import (
    Approval,
    Dismissal,
    Disposition,
    DispositionOutcome,
    Evidence,
    Flag,
    Objection,
    Receipt,
    Reply,
)
from review_tui.model.errors import Refusal, StaleDraft
from review_tui.model.findings import Finding, Location
from review_tui.model.meeting import Meeting
from review_tui.model.meeting_details import Details, changed_details, told_details
from review_tui.model.passage_evidence import current_evidence
from review_tui.model.passages import Passage
from review_tui.model.people import Reviewer
from review_tui.model.quotes import Quote, SourceQuote, quote_at, quote_uniquely
from review_tui.model.text import Span, digest, encode, shorten
from review_tui.model.transitions import Move, latest_disposition_ids, own_objections, why_not_settle
from review_tui.model.visible import visible

_HELD = "Held for later: it still has to be closed before the minutes are signed off."
_PASSAGE_IN_SUBJECT = 40
"""Characters of a passage in the subject of a confirmation, so that the subject stays one short line."""


class Review(ActService):
    """The acts of reviewers."""

    def recording_for(self, author: Author) -> "Review":
        """The same acts as those of ``author``, who did them elsewhere: they are recorded here."""
        return Review(self._files, self._history, self._reading, self._clock, self._new_id, author)

    def flag(
        self, seen: ItemView, quote: Quote, kind: str, comment: str, suggest: str | None = None
    ) -> Recorded:
        """Mark exact words. ``quote`` was taken from the text that the reviewer saw."""
        who, now = self._begin(Move.FLAG, seen)
        if not comment.strip() and suggest is None:
            raise Refusal("Say in a comment what is wrong, or suggest other wording.")
        if quote.quote not in seen.draft.text:
            raise Refusal("The words to be flagged do not stand in these minutes.")
        act = Flag(
            **self._common_fields(who), quote=quote, kind=kind, comment=comment.strip(), suggest=suggest
        )
        return self._record(seen, now, act, visible(kind), comment, [("Flag", act.id)], f"Flagged as {kind}.")

    def reply(self, seen: ItemView, flag: str, comment: str) -> Recorded:
        """Add a word to a flag's conversation."""
        who, now = self._begin(Move.REPLY, seen)
        thread = next((thread for thread in now.state.flags if thread.flag.id == flag), None)
        if thread is None:
            raise Refusal(f"There is no flag {flag} here to reply to.")
        if not comment.strip():
            raise Refusal("The reply is empty.")
        act = Reply(**self._common_fields(who), to=flag, comment=comment.strip())
        what = f"the {visible(thread.flag.kind)} flag"
        return self._record(seen, now, act, what, comment, [("Flag", flag)], "Reply added.")

    def settle(self, seen: ItemView, target: str, outcome: DispositionOutcome, reason: str) -> Recorded:
        """Say what became of a flag, or lift one's own objection (outcome withdrawn)."""
        who, now = self._begin(Move.SETTLE, seen)
        refusal = why_not_settle(now.state, target, outcome, who)
        if refusal:
            raise Refusal(refusal)
        if not reason.strip():
            raise Refusal("Give a reason: whoever raised it will want to know.")
        after = latest_disposition_ids(now.state, target)
        act = Disposition(
            **self._common_fields(who), of=target, outcome=outcome, reason=reason.strip(), after=after
        )
        flag = next((thread.flag for thread in now.state.flags if thread.flag.id == target), None)
        objection = next((o for o in now.state.objections if o.id == target), None)
        what = f"the {visible(flag.kind)} flag, {outcome}" if flag else f"{LIFT.begins}{outcome}"
        closed = _HELD if outcome is DispositionOutcome.HELD else f"Flag closed: {outcome}."
        said = closed if flag else "Your objection is lifted."
        trailers = [("Settles", target)]
        return self._record(seen, now, act, what, reason, trailers, said, settled=flag or objection)

    def dismiss(self, seen: ItemView, finding: Finding, reason: str) -> Recorded:
        """Say that a finding is none, and why. It comes back when one of its passages changes."""
        who, now = self._begin(Move.DISMISS, seen)
        if not reason.strip():
            raise Refusal("Say why it is right as it stands: the others will want to know.")
        if finding.fingerprint in now.state.dismissed:
            raise Refusal("This finding is dismissed already.")
        act = Dismissal(
            **self._common_fields(who),
            finding=finding.fingerprint,
            check=finding.check,
            message=finding.message,
            reason=reason.strip(),
        )
        what, body = f"{finding.check} finding", f"{finding.message}\n\n{reason}"
        return self._record(seen, now, act, what, body, [("Finding", act.finding)], "Finding dismissed.")

    def approve(self, seen: ItemView) -> Recorded:
        """Give one's word that the text, exactly as seen, is right. Lifts one's own objections."""
        who, now = self._begin_on_text(Move.APPROVE, seen)
        mine = tuple(o.id for o in own_objections(now.state, who))
        act = Approval(**self._common_fields(who), text_digest=now.draft.digest, lifts=mine)
        trailers = [("Text", act.text_digest), *(("Settles", objection) for objection in mine)]
        return self._record(
            seen, now, act, seen.item.title, "", trailers, f"Item {seen.item.label} approved."
        )

    def object(self, seen: ItemView, comment: str) -> Recorded:
        """Say that the text as seen is not right; stays until lifted."""
        who, now = self._begin_on_text(Move.OBJECT, seen)
        if not comment.strip():
            raise Refusal("Say what you object to.")
        act = Objection(**self._common_fields(who), text_digest=now.draft.digest, comment=comment.strip())
        trailers = [("Objection", act.id), ("Text", act.text_digest)]
        return self._record(seen, now, act, seen.item.title, comment, trailers, "Objection recorded.")

    def receipt(self, seen: ItemView) -> Recorded:
        """Say that one has read the text, exactly as seen, and has no comment."""
        who, now = self._begin_on_text(Move.RECEIPT, seen)
        act = Receipt(**self._common_fields(who), text_digest=now.draft.digest)
        said = f"Item {seen.item.label} is marked as read by you."
        return self._record(seen, now, act, "no comment", "", [("Text", act.text_digest)], said)

    def pick(self, seen: ItemView, flag: str, span: Span, comment: str = "") -> Recorded:
        """Say that the words of a flag stand at ``span`` of the text as seen: its anchor from now on.

        An empty span is a gap between words. ``comment`` may say why.
        """
        who, now = self._begin_on_text(Move.PICK, seen)
        thread = next((thread for thread in now.state.flags if thread.flag.id == flag), None)
        if thread is None:
            raise Refusal(f"There is no flag {flag} here.")
        if not 0 <= span.start <= span.end <= len(now.draft.text):
            raise Refusal("That place is not in these minutes.")
        quote = quote_uniquely(now.draft.text, span)
        earlier = tuple(reply.id for reply in thread.picks)
        words = comment.strip()
        act = Reply(**self._common_fields(who), to=flag, comment=words, quote=quote, replaces=earlier)
        what = f"the {visible(thread.flag.kind)} flag"
        place = f"“{quote.quote}”" if quote.quote else "the gap there"
        body = f"{words}\n\nIt is about {place}." if words else f"It is about {place}."
        return self._record(seen, now, act, what, body, [("Flag", flag)], "The flag stands there now.")

    def confirm(self, seen: ItemView, passage: Passage, rests_on: Sequence[Location]) -> Recorded:
        """Say that ``passage`` of the text as seen rests on these lines of the notes; with none: on nothing.

        It takes the place of what was said of the same passage before.
        """
        who, now = self._begin_on_text(Move.LINK, seen)
        sources = {note.name: note.text for note in now.draft.notes}
        for place in rests_on:
            if place.span.of(sources.get(place.file, "")) != place.quote:
                raise Refusal(f"The words in {place.file} are not what you saw any more. Read them again.")
        act = Evidence(
            **self._common_fields(who),
            quote=quote_at(now.draft.text, passage.words),
            sources=tuple(SourceQuote(p.file, quote_at(sources[p.file], p.span)) for p in rests_on),
            replaces=self._confirmed_before(now, passage),
        )
        words = visible(shorten(passage.words.of(now.draft.text), _PASSAGE_IN_SUBJECT))
        lines = [f"{p.file}, line {p.line}: {' '.join(p.quote.split())}" for p in rests_on]
        body = "\n".join(lines) or "It does not come from the notes."
        said = "where the passage comes from" if rests_on else "that the passage does not come from the notes"
        trailers = [("Evidence", act.id)]
        return self._record(seen, now, act, f"“{words}”", body, trailers, f"Confirmed {said}.")

    def amend(
        self, seen: ItemView, text: str, reason: str, settles: Sequence[str] = (), what: str = ""
    ) -> Recorded:
        """Change the minutes from the text as seen to ``text``, with a reason, settling flags by it."""
        who, now = self._begin(Move.AMEND, seen)
        if now.draft.text != seen.draft.text:
            raise self._stale_draft(seen, now)
        try:
            return self._amend(now, who, now.draft.text, text, reason, settles, what)
        except StaleDraft:
            if not self._ensure_recorded(now):
                raise
        return self._amend(now, who, now.draft.text, text, reason, settles, what)

    def record_outside_edit(self, seen: ItemView, reason: str, settles: Sequence[str] = ()) -> Recorded:
        """Make an amendment of an edit made in ``minutes.md`` by other means and not in the history yet."""
        who, now = self._begin(Move.AMEND, seen)
        before = self.unrecorded_edit(now)
        if before is None:
            raise Refusal("There is no edit to record: the minutes are as the history has them.")
        if now.draft.text != seen.draft.text:
            raise self._stale_draft(seen, now)
        return self._amend(now, who, before, now.draft.text, reason, settles, "")

    def identify_item(self, meeting: Meeting, item: str, now: ItemView) -> Recorded:
        """Say that ``now`` is the item of a file whose acts have lost their place. It is no act."""
        if blocked := self._history.why_read_only():
            raise Refusal(blocked)
        who = self._history.reviewer()
        if now.state.signed_off:
            raise Refusal("These minutes are signed off. Reopen them first.")
        change = self._files.place_item(meeting.id, item, now.item.id)
        subject = commit_messages.subject_about(FOUND_AGAIN.subject, now.item, f"it was {visible(item)}")
        body = f"{who.name} says that it is the item that was called “{visible(item)}”."
        trailers = [("Meeting", meeting.id), ("Item", item)]
        entry = self._history.commit([change], commit_messages.message(subject, body, trailers))
        named = f"item {now.item.label}" if now.item.number else f"“{now.item.title}”"
        said = f"What was done with “{visible(item)}” belongs to {visible(named)} now."
        return Recorded(said, entry, now.draft.digest)

    def describe(self, meeting: Meeting, said: Details, reason: str = "") -> Recorded:
        """Say when a meeting was, who met, where and who was there, where it is not so yet. It is no act."""
        changed = changed_details(meeting, said)
        if blocked := self._history.why_read_only():
            words = {key: value for key, value in changed.items() if isinstance(value, str)}
            if not meeting.unsure or not words:
                raise Refusal(blocked)
            self._files.remember_of_meeting(meeting.id, words)
            raise Refusal(f"{blocked} Until then what you said counts in this session.")
        if not changed:
            raise Refusal("All of that is said of the meeting already.")
        self._check_not_signed(meeting)
        change = self._files.describe_meeting(meeting.id, changed)
        if change.old is not None and not self._is_as_recorded(change):
            raise Refusal(
                f"{visible(change.path)} was edited in another program, and the edit is not recorded. Record "
                f"it first: `review-tui details {meeting.id} --recorded`."
            )
        told = told_details(meeting, changed)
        return self._described(meeting, change, told, reason or "So it is put right.")

    def record_details(self, meeting: Meeting, reason: str = "") -> Recorded:
        """Record the ``meeting.yaml`` of a meeting as it lies there, edited elsewhere or never recorded."""
        if blocked := self._history.why_read_only():
            raise Refusal(blocked)
        self._check_not_signed(meeting)
        change = self._files.details_file(meeting.id)
        committed = self._history.committed(change.path)
        if committed == change.new:
            raise Refusal(f"{visible(change.path)} is as the history has it. There is nothing to record.")
        told = "as edited in another program" if committed else "as it was received"
        return self._described(meeting, replace(change, old=committed), told, reason or "It is kept so.")

    def take_in(self, meeting: Meeting, source: str) -> HistoryEntry | None:
        """Record a whole new meeting as it was received, from ``source``; ``None`` where nothing is new."""
        if blocked := self._history.why_read_only():
            raise Refusal(blocked)
        drafts = [view.draft for view in self._reading.meeting(meeting).items]
        files = [self._files.details_file(meeting.id)]
        files += [FileChange(draft.path, encode(draft.text)) for draft in drafts]
        changes = [each for each in files if self._history.committed(each.path) is None]
        if not changes:
            return None
        subject = f"{commit_messages.TAKE_IN} {meeting.id}"
        body = f"The draft as it was received, from {visible(source)}."
        return self._history.commit(
            changes, commit_messages.message(subject, body, [("Meeting", meeting.id)])
        )

    def _is_as_recorded(self, change: FileChange) -> bool:
        """Whether a file stands as the history has it; one that it never had is taken in first."""
        committed = self._history.committed(change.path)
        if committed is None and change.old is not None:
            subject = f"{commit_messages.TAKE_IN} {change.path.rpartition('/')[2]}"
            message = commit_messages.message(subject, "As it was received.", [])
            self._history.commit([FileChange(change.path, change.old)], message)
            return True
        return committed == change.old

    def _check_not_signed(self, meeting: Meeting) -> None:
        if any(item.state.signed_off for item in self._reading.meeting(meeting).items):
            raise Refusal("These minutes are signed off. Reopen them first.")

    def _described(self, meeting: Meeting, change: FileChange, told: str, reason: str) -> Recorded:
        who = self._history.reviewer()
        named = visible(meeting.file or meeting.id)
        subject = f"{DESCRIBED.subject} {named}: {told}"
        body = f"{who.name} says so. {reason}"
        message = commit_messages.message(subject, body, [("Meeting", meeting.id)])
        entry = self._history.commit([change], message)
        return Recorded(f"Kept of the meeting: {told}.", entry, "")

    def _confirmed_before(self, now: ItemView, passage: Passage) -> tuple[str, ...]:
        """The ids of the confirmations of the same passage that no other has replaced yet."""
        confirmations = (
            (act.id, self._reading.placement(act.quote, now.draft))
            for act in current_evidence(now.draft.acts)
        )
        return tuple(
            act_id for act_id, where in confirmations if where.span and where.span.overlaps(passage.span)
        )

    def _amend(
        self,
        now: ItemView,
        who: Reviewer,
        old: str,
        new: str,
        reason: str,
        settles: Sequence[str],
        what: str,
    ) -> Recorded:
        """One commit of the new text and of a disposition for each flag that it settles."""
        if not reason.strip():
            raise Refusal("Give a reason for the amendment: it is what the others will read in the history.")
        if new == old:
            raise Refusal("The wording is the same as before; there is nothing to amend.")
        _check_words(new)
        changes = [FileChange(now.draft.path, new=encode(new), old=encode(old))]
        for target in settles:
            refusal = why_not_settle(now.state, target, DispositionOutcome.AMENDED, who)
            if refusal:
                raise Refusal(refusal)
            act = Disposition(
                **self._common_fields(who),
                of=target,
                outcome=DispositionOutcome.AMENDED,
                reason=reason.strip(),
                after=latest_disposition_ids(now.state, target),
            )
            changes.append(self._files.act_file(now.meeting.id, now.item.id, act))
        from review_tui.anchoring.redline import describe_change  # noqa: PLC0415 -- first paint needs no redline

        subject = commit_messages.subject_about(
            AMENDMENT.subject, now.item, what or describe_change(old, new)
        )
        trailers = [
            *self._item_trailers(now),
            *(("Settles", target) for target in settles),
            ("Text", digest(new)),
            *self._recorder_trailers(),
        ]
        message = commit_messages.message(subject, reason, trailers)
        entry = self._history.commit(changes, message, author=self._author)
        return Recorded(f"Item {now.item.label} amended.", entry, digest(new))


def _check_words(text: str) -> None:
    """Refuse wording that no file of minutes can hold."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        line = text.count("\n", 0, error.start) + 1
        raise Refusal(
            f"The new wording has a character on line {line} that is no text (a broken paste, perhaps). "
            "Type it again."
        ) from None
