"""What a reviewer does: each method is one act, and one commit of exactly that act's files.

Every job is given the item as the reviewer saw it. It reads the item again first: what is decided is decided
on what stands there now, and words that moved on in the meantime are never overwritten.
"""

from collections.abc import Sequence

from review_tui.domain import messages
from review_tui.domain.acts import (
    Approval,
    Dismissal,
    Disposition,
    Flag,
    Objection,
    Outcome,
    Reply,
)
from review_tui.domain.findings import Finding
from review_tui.domain.people import Reviewer
from review_tui.domain.quotes import Quote
from review_tui.domain.refusals import Refusal, StaleDraft
from review_tui.domain.standing import Move, last_words, own_objections, why_not_settle
from review_tui.domain.text import digest, encode
from review_tui.domain.visible import visible
from review_tui.services.acting import Acting, Done
from review_tui.services.ports import FileChange
from review_tui.services.reading import ItemView

_SETTLED = {
    Outcome.HELD: "Held for later: it still has to be settled before the minutes are signed off.",
}


class Review(Acting):
    """The acts of reviewers."""

    def flag(self, seen: ItemView, quote: Quote, kind: str, comment: str, suggest: str | None = None) -> Done:
        """Mark exact words. ``quote`` was taken from the text that the reviewer saw."""
        who, now = self._ready(Move.FLAG, seen)
        if not comment.strip() and suggest is None:
            raise Refusal("Say in a comment what is wrong, or suggest other wording.")
        if quote.quote not in seen.draft.text:
            raise Refusal("The words to be flagged do not stand in these minutes.")
        self._on_record(now)
        act = Flag(**self._made_by(who), quote=quote, kind=kind, comment=comment.strip(), suggest=suggest)
        subject = messages.about("Flag", seen.item, visible(kind))
        return self._keep(seen, act, subject, comment, [("Flag", act.id)], f"Flagged as {kind}.")

    def reply(self, seen: ItemView, flag: str, comment: str) -> Done:
        """Add a word to a flag's conversation."""
        who, now = self._ready(Move.REPLY, seen)
        talk = next((c for c in now.state.flags if c.flag.id == flag), None)
        if talk is None:
            raise Refusal(f"There is no flag {flag} here to reply to.")
        if not comment.strip():
            raise Refusal("The reply is empty.")
        act = Reply(**self._made_by(who), to=flag, comment=comment.strip())
        subject = messages.about("Reply on", seen.item, f"the {visible(talk.flag.kind)} flag")
        return self._keep(seen, act, subject, comment, [("Flag", flag)], "Reply added.")

    def settle(self, seen: ItemView, target: str, outcome: Outcome, reason: str) -> Done:
        """Say what became of a flag, or lift one's own objection (outcome withdrawn)."""
        who, now = self._ready(Move.SETTLE, seen)
        refusal = why_not_settle(now.state, target, outcome, who)
        if refusal:
            raise Refusal(refusal)
        if not reason.strip():
            raise Refusal("Give a reason: whoever raised it will want to know.")
        after = last_words(now.state, target)
        act = Disposition(
            **self._made_by(who), of=target, outcome=outcome, reason=reason.strip(), after=after
        )
        flag = next((c.flag for c in now.state.flags if c.flag.id == target), None)
        what = f"the {visible(flag.kind)} flag" if flag else "the objection"
        subject = messages.about("Settle", seen.item, f"{what}, {outcome}")
        said = _SETTLED.get(outcome, f"Settled: {outcome}.") if flag else "Your objection is lifted."
        return self._keep(seen, act, subject, reason, [("Settles", target)], said)

    def dismiss(self, seen: ItemView, finding: Finding, reason: str) -> Done:
        """Say that a finding is none, and why. It comes back when one of its passages changes."""
        who, now = self._ready(Move.DISMISS, seen)
        if not reason.strip():
            raise Refusal("Say why it is right as it stands: the others will want to know.")
        if finding.fingerprint in now.state.dismissed:
            raise Refusal("This finding is dismissed already.")
        act = Dismissal(
            **self._made_by(who),
            finding=finding.fingerprint,
            check=finding.check,
            message=finding.message,
            reason=reason.strip(),
        )
        subject = messages.about("Dismiss in", seen.item, f"{finding.check} finding")
        body = f"{finding.message}\n\n{reason}"
        return self._keep(seen, act, subject, body, [("Finding", act.finding)], "Finding dismissed.")

    def approve(self, seen: ItemView) -> Done:
        """Give one's word that the text, exactly as seen, is right. Lifts one's own objections."""
        who, now = self._ready(Move.APPROVE, seen)
        if now.draft.digest != seen.draft.digest:
            raise self._moved_on(seen, now)
        self._on_record(now)
        mine = tuple(o.id for o in own_objections(now.state, who))
        act = Approval(**self._made_by(who), text=now.draft.digest, lifts=mine)
        subject = messages.about("Approve", seen.item, seen.item.title)
        trailers = [("Text", act.text), *(("Settles", objection) for objection in mine)]
        return self._keep(seen, act, subject, "", trailers, f"Item {seen.item.number} approved.")

    def object(self, seen: ItemView, comment: str) -> Done:
        """Say that the text as seen is not right; stays until lifted."""
        who, now = self._ready(Move.OBJECT, seen)
        if not comment.strip():
            raise Refusal("Say what you object to.")
        if now.draft.digest != seen.draft.digest:
            raise self._moved_on(seen, now)
        self._on_record(now)
        act = Objection(**self._made_by(who), text=now.draft.digest, comment=comment.strip())
        subject = messages.about("Object to", seen.item, seen.item.title)
        trailers = [("Objection", act.id), ("Text", act.text)]
        return self._keep(seen, act, subject, comment, trailers, "Objection recorded.")

    def amend(
        self, seen: ItemView, text: str, reason: str, settles: Sequence[str] = (), what: str = ""
    ) -> Done:
        """Change the minutes from the text as seen to ``text``, with a reason, settling flags by it."""
        who, now = self._ready(Move.AMEND, seen)
        if now.draft.text != seen.draft.text:
            raise self._moved_on(seen, now)
        try:
            return self._amend(now, who, now.draft.text, text, reason, settles, what)
        except StaleDraft:
            if not self._on_record(now):
                raise
        return self._amend(now, who, now.draft.text, text, reason, settles, what)

    def record_outside_edit(self, seen: ItemView, reason: str, settles: Sequence[str] = ()) -> Done:
        """Make an amendment of an edit made in ``minutes.md`` by other means and not in the history yet."""
        who, now = self._ready(Move.AMEND, seen)
        before = self.unrecorded_edit(now)
        if before is None:
            raise Refusal("There is no edit to record: the minutes are as the history has them.")
        if now.draft.text != seen.draft.text:
            raise self._moved_on(seen, now)
        return self._amend(now, who, before, now.draft.text, reason, settles, "")

    def _amend(
        self,
        now: ItemView,
        who: Reviewer,
        old: str,
        new: str,
        reason: str,
        settles: Sequence[str],
        what: str,
    ) -> Done:
        if not reason.strip():
            raise Refusal("Give a reason for the amendment: it is what the others will read in the history.")
        if new == old:
            raise Refusal("The wording is the same as before; there is nothing to amend.")
        _check_words(new)
        changes = [FileChange(now.draft.path, new=encode(new), old=encode(old))]
        for target in settles:
            refusal = why_not_settle(now.state, target, Outcome.AMENDED, who)
            if refusal:
                raise Refusal(refusal)
            act = Disposition(
                **self._made_by(who),
                of=target,
                outcome=Outcome.AMENDED,
                reason=reason.strip(),
                after=last_words(now.state, target),
            )
            changes.append(self._files.act_file(now.meeting.id, now.item.id, act))
        from review_tui.domain.redline import describe_change  # noqa: PLC0415 -- first paint needs no redline

        subject = messages.about("Amend", now.item, what or describe_change(old, new))
        trailers = [
            *self._names(now),
            *(("Settles", target) for target in settles),
            ("Text", digest(new)),
        ]
        entry = self._history.commit(changes, messages.message(subject, reason, trailers))
        return Done(f"Item {now.item.number} amended.", entry, digest(new))


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
