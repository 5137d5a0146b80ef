"""What a reviewer says beside the text: that they have read it, and where a flag's words stand now."""

from review_tui.domain import messages
from review_tui.domain.acts import Receipt, Reply
from review_tui.domain.quotes import quote_apart
from review_tui.domain.refusals import Refusal
from review_tui.domain.standing import Move
from review_tui.domain.text import Span
from review_tui.domain.visible import visible
from review_tui.services.acting import Acting, Done
from review_tui.services.reading import ItemView


class Answering(Acting):
    """Receipts, and picks of the place that a flag is about."""

    def receipt(self, seen: ItemView) -> Done:
        """Say that one has read the text, exactly as seen, and has no comment."""
        who, now = self._ready(Move.RECEIPT, seen)
        if now.draft.digest != seen.draft.digest:
            raise self._moved_on(seen, now)
        self._on_record(now)
        act = Receipt(**self._made_by(who), text=now.draft.digest)
        subject = messages.about("Read", seen.item, "no comment")
        said = f"Item {seen.item.number} is marked as read by you."
        return self._keep(seen, act, subject, "", [("Text", act.text)], said)

    def pick(self, seen: ItemView, flag: str, span: Span, comment: str = "") -> Done:
        """Say that the words of a flag stand at ``span`` of the text as seen: its anchor from now on.

        An empty span is a gap between words. ``comment`` may say why.
        """
        who, now = self._ready(Move.REPLY, seen)
        if now.draft.digest != seen.draft.digest:
            raise self._moved_on(seen, now)
        talk = next((c for c in now.state.flags if c.flag.id == flag), None)
        if talk is None:
            raise Refusal(f"There is no flag {flag} here.")
        if not 0 <= span.start <= span.end <= len(now.draft.text):
            raise Refusal("That place is not in these minutes.")
        self._on_record(now)
        quote = quote_apart(now.draft.text, span)
        earlier = tuple(reply.id for reply in talk.picks)
        words = comment.strip()
        act = Reply(**self._made_by(who), to=flag, comment=words, quote=quote, replaces=earlier)
        subject = messages.about("Place", seen.item, f"the {visible(talk.flag.kind)} flag")
        told = f"“{quote.quote}”" if quote.quote else "the gap there"
        body = f"{words}\n\nIt is about {told}." if words else f"It is about {told}."
        return self._keep(seen, act, subject, body, [("Flag", flag)], "The flag stands there now.")
