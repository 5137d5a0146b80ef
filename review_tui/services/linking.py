"""Confirming what a passage rests on: one act, one commit."""

from collections.abc import Sequence

from review_tui.domain import messages
from review_tui.domain.acts import Evidence
from review_tui.domain.findings import Place
from review_tui.domain.grounds import standing_words
from review_tui.domain.passages import Passage
from review_tui.domain.quotes import SourceQuote, quote_at
from review_tui.domain.refusals import Refusal
from review_tui.domain.standing import Move
from review_tui.domain.text import shortened
from review_tui.domain.visible import visible
from review_tui.services.acting import Acting, Done
from review_tui.services.reading import ItemView

_SHORT = 40


class Linking(Acting):
    """Says what passages rest on."""

    def confirm(self, seen: ItemView, passage: Passage, rests_on: Sequence[Place]) -> Done:
        """Say that ``passage`` of the text as seen rests on these lines of the notes; with none: on nothing.

        It takes the place of what was said of the same passage before.
        """
        who, now = self._ready(Move.LINK, seen)
        if now.draft.digest != seen.draft.digest:
            raise self._moved_on(seen, now)
        sources = {note.name: note.text for note in now.draft.notes}
        for place in rests_on:
            if place.span.of(sources.get(place.file, "")) != place.quote:
                raise Refusal(f"The words in {place.file} are not what you saw any more. Read them again.")
        self._on_record(now)
        act = Evidence(
            **self._made_by(who),
            quote=quote_at(now.draft.text, passage.words),
            sources=tuple(SourceQuote(p.file, quote_at(sources[p.file], p.span)) for p in rests_on),
            replaces=self._said_before(now, passage),
        )
        words = _short(passage.words.of(now.draft.text))
        subject = messages.about("Confirm evidence in", seen.item, f"“{words}”")
        lines = [f"{p.file}, line {p.line}: {' '.join(p.quote.split())}" for p in rests_on]
        body = "\n".join(lines) or "Nothing in the notes supports it."
        what = "what the passage rests on" if rests_on else "that the passage rests on nothing in the notes"
        said = f"Confirmed {what}."
        return self._keep(seen, act, subject, body, [("Evidence", act.id)], said)

    def _said_before(self, now: ItemView, passage: Passage) -> tuple[str, ...]:
        """The standing words on the same passage."""
        placed = (
            (act.id, self._reading.placement(act.quote, now.draft)) for act in standing_words(now.draft.acts)
        )
        return tuple(act_id for act_id, where in placed if where.span and where.span.overlaps(passage.span))


def _short(words: str) -> str:
    return visible(shortened(words, _SHORT))
