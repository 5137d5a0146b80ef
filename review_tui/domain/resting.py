"""Which acts rest on which others: what can't be taken away without leaving something in the air."""

from collections.abc import Callable, Iterable
from typing import Any

from review_tui.domain.acts import Act, Approval, Disposition, Evidence, Reopening, Reply, SignOff

_SPOKEN_OF: dict[type[Act], Callable[[Any], tuple[str, ...]]] = {
    Reply: lambda act: (act.to, *act.replaces),
    Disposition: lambda act: (act.of, *act.after),
    Approval: lambda act: act.lifts,
    Evidence: lambda act: act.replaces,
    Reopening: lambda act: (act.of,),
    SignOff: lambda act: tuple(approval for item in act.items for approval in item.approvals),
}


def rests_on(act: Act) -> frozenset[str]:
    """The ids of the acts that ``act`` speaks of."""
    spoken_of = _SPOKEN_OF.get(type(act))
    return frozenset(spoken_of(act)) if spoken_of else frozenset()


def resting(on: Iterable[str], acts: Iterable[Act]) -> tuple[Act, ...]:
    """The acts that rest on any of these, and are not among them."""
    taken = frozenset(on)
    return tuple(act for act in acts if act.id not in taken and rests_on(act) & taken)


def said_of(act: Act) -> str:
    """What somebody did, as in "Alex Example replied to it since"."""
    if isinstance(act, Reply):
        return "said where it stands" if act.quote is not None else "replied to it"
    if isinstance(act, Disposition):
        return "settled it"
    if isinstance(act, Approval):
        return "approved the item, which lifted it,"
    if isinstance(act, SignOff):
        return "signed it off"
    return "built on it"
