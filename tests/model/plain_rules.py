"""The rules of standing once more, in plain steps as a clerk would keep a register by hand.

Written apart from ``review_tui.model``: nothing here calls it, nothing is shared but the acts themselves.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from review_tui.model.acts import Act, Approval, Disposition, Flag, Objection, Reopening, SignOff


@dataclass
class House:
    """What the book and the history say, in the plainest form."""

    roles: dict[str, set[str]]
    """Address to roles."""
    needs: list[list[str]]
    presenter: str
    """The address of whoever presents, or empty when the item names nobody."""
    own_words_may_be_approved: bool
    wrote: set[str] | None
    """Addresses of those who wrote words since; ``None`` when nobody has looked."""
    texts_that_count_as_this: set[str]
    """Digests: this very text, and those that differ in nothing that counts."""


def status(acts: Sequence[Act], meeting: Sequence[Act], backend: House) -> str:
    """Where the item stands."""
    if is_signed(meeting):
        return "signed off"
    approvals = [act for act in acts if isinstance(act, Approval)]
    fresh = [act for act in approvals if act.text_digest in backend.texts_that_count_as_this]
    if approvals and not fresh:
        return "stale"
    if "open" in flags(acts).values() or objections(acts):
        return "in review"
    if enough([act.by.email for act in fresh], backend):
        return "approved"
    return "in review" if acts else "draft"


def is_signed(meeting: Sequence[Act]) -> bool:
    """Whether a sign-off stands that nobody reopened."""
    open_again = [act.of for act in meeting if isinstance(act, Reopening)]
    return any(isinstance(act, SignOff) and act.id not in open_again for act in meeting)


def enough(addresses: Iterable[str], backend: House) -> bool:
    """Whether those who approved are all that it takes."""
    counted = []
    for address in addresses:
        if not backend.own_words_may_be_approved:
            if backend.wrote is None:
                continue
            if address.lower() in backend.wrote:
                continue
        counted.append(address)
    if not counted:
        return False
    return all(need_is_met(need, counted, backend) for need in backend.needs)


def need_is_met(need: list[str], counted: list[str], backend: House) -> bool:
    """Whether one of those who approved has one of the roles."""
    if not need:
        return False
    if need == ["presenter"] and not backend.presenter:
        return True
    for address in counted:
        for role in need:
            if role == "presenter" and backend.presenter == address and address in backend.roles:
                return True
            if role in backend.roles.get(address, set()):
                return True
    return False


def objections(acts: Sequence[Act]) -> set[str]:
    """The objections that nobody lifted who may."""
    standing_ones = set()
    for objection in acts:
        if not isinstance(objection, Objection):
            continue
        maker = objection.by.email
        lifted = False
        for act in acts:
            if act.by.email != maker:
                continue
            if isinstance(act, Approval) and objection.id in act.lifts:
                lifted = True
            if isinstance(act, Disposition) and act.of == objection.id and act.outcome == "withdrawn":
                lifted = True
        if not lifted:
            standing_ones.add(objection.id)
    return standing_ones


def flags(acts: Sequence[Act]) -> dict[str, str]:
    """What became of each flag."""
    return {act.id: fate(act, acts) for act in acts if isinstance(act, Flag)}


def fate(flag: Flag, acts: Sequence[Act]) -> str:
    """What became of one flag: of the words that nobody went past, the most careful."""
    said = {act.id: act for act in acts if isinstance(act, Disposition) and act.of == flag.id}
    may = {k for k, act in said.items() if act.outcome != "withdrawn" or act.by.email == flag.by.email}
    # Draw an arrow from every word to those it goes past, and go along the arrows as far as they lead.
    past = {(a, b) for a, act in said.items() for b in act.after if b in said}
    while True:
        longer = past | {(a, d) for a, b in past for c, d in past if b == c}
        if longer == past:
            break
        past = longer
    last = [b for b in may if not any((a, b) in past and (b, a) not in past for a in may)]
    outcomes = [said[k].outcome for k in last]
    if not outcomes or any(o not in {"amended", "accepted", "held", "withdrawn"} for o in outcomes):
        return "open"
    for careful in ("held", "withdrawn", "accepted", "amended"):
        if careful in outcomes:
            return careful
    raise AssertionError(outcomes)
