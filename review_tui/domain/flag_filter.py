"""Which flags to look at: by kind, by person, by what became of them."""

from dataclasses import dataclass

from review_tui.domain.acts import Outcome
from review_tui.domain.conversations import OPEN, Conversation

SETTLED = "settled"
DISPUTED = "disputed"
STATES = (OPEN, Outcome.HELD.value, SETTLED, DISPUTED)
"""What flags can be asked for by; each ``Outcome`` too."""


@dataclass(frozen=True, slots=True)
class FlagFilter:
    """What a flag has to be to be looked at. What is not asked for makes no difference."""

    kinds: tuple[str, ...] = ()
    """Any of these kinds."""
    people: tuple[str, ...] = ()
    """Any of these had a word in it (raised, replied, settled): part of the name, or the whole address."""
    states: tuple[str, ...] = ()
    """Any of ``STATES`` or of the outcomes."""

    def keeps(self, talk: Conversation) -> bool:
        """Whether ``talk``'s flag is to be looked at."""
        return self._is_kind(talk) and self._is_state(talk) and self._is_by(talk)

    def _is_kind(self, talk: Conversation) -> bool:
        return not self.kinds or talk.flag.kind.casefold() in {kind.casefold() for kind in self.kinds}

    def _is_state(self, talk: Conversation) -> bool:
        states = {talk.outcome}
        states |= {SETTLED} if talk.outcome not in {OPEN, Outcome.HELD} else set()
        states |= {DISPUTED} if talk.is_disputed else set()
        return not self.states or any(state.casefold() in states for state in self.states)

    def _is_by(self, talk: Conversation) -> bool:
        who = [act.by for act in (talk.flag, *talk.replies, *talk.dispositions)]
        return not self.people or any(
            asked.casefold() == by.email.casefold() or asked.casefold() in by.name.casefold()
            for asked in self.people
            if asked.strip()
            for by in who
        )
