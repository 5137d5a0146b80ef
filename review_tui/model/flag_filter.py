"""Which flags to look at: by kind, by person, by what became of them."""

from review_tui.model.acts import DispositionOutcome
from review_tui.model.flag_threads import OPEN, FlagThread
from review_tui.model.frozen import frozen

SETTLED = "settled"
DISPUTED = "disputed"
STATES = (OPEN, DispositionOutcome.HELD.value, SETTLED, DISPUTED)
"""What flags can be asked for by; each ``DispositionOutcome`` too."""


@frozen
class FlagFilter:
    """What a flag has to be to be looked at. What is not asked for makes no difference."""

    kinds: tuple[str, ...] = ()
    """Any of these kinds."""
    people: tuple[str, ...] = ()
    """Any of these had a word in it (raised, replied, settled): part of the name, or the whole address."""
    states: tuple[str, ...] = ()
    """Any of ``STATES`` or of the outcomes."""

    def keeps(self, thread: FlagThread) -> bool:
        """Whether ``thread``'s flag is to be looked at."""
        return self._is_kind(thread) and self._is_state(thread) and self._is_by(thread)

    def _is_kind(self, thread: FlagThread) -> bool:
        return not self.kinds or thread.flag.kind.casefold() in {kind.casefold() for kind in self.kinds}

    def _is_state(self, thread: FlagThread) -> bool:
        states = {thread.outcome}
        states |= {SETTLED} if thread.outcome not in {OPEN, DispositionOutcome.HELD} else set()
        states |= {DISPUTED} if thread.is_disputed else set()
        return not self.states or any(state.casefold() in states for state in self.states)

    def _is_by(self, thread: FlagThread) -> bool:
        who = [act.by for act in (thread.flag, *thread.replies, *thread.dispositions)]
        return not self.people or any(
            asked.casefold() == by.email.casefold() or asked.casefold() in by.name.casefold()
            for asked in self.people
            if asked.strip()
            for by in who
        )
