"""Who reviews a book's minutes, and what an item needs to be approved: what ``book.yaml`` says, as values."""

import re
from collections.abc import Iterable
from dataclasses import field

from review_tui.model.frozen import frozen
from review_tui.model.people import Reviewer

PRESENTER = "presenter"
"""The role of whoever an item's ``presenter`` names; nobody is given it in ``book.yaml``."""


@frozen
class Member:
    """A reviewer whom the book lists."""

    who: Reviewer
    roles: frozenset[str] = frozenset()
    """In small letters."""
    keys: tuple[str, ...] = ()
    """Public keys that their acts may be signed with now."""
    ended: tuple[tuple[str, str], ...] = ()
    """Keys that were theirs, each with the day on which it was lost, replaced or given up."""
    joined: str = ""
    left: str = ""
    """The days, as the book writes them; nobody who left has keys."""


@frozen
class Need:
    """A role that has to approve, or several of which any will do."""

    roles: tuple[str, ...]
    """In small letters; none at all where the book can't be understood, so that nobody meets it."""


@frozen
class Policy:
    """What has to be so for an item to count as approved. Without any of it, one approval will do."""

    members: tuple[Member, ...] = ()
    needs: tuple[Need, ...] = ()
    """Every one has to be met. One reviewer with two roles can meet two."""
    own_words: bool = True
    """Whether somebody may approve words that they wrote since the text was last approved."""
    white_space: bool = True
    """Whether an approval goes stale when nothing but white space changed."""
    numbering: bool = True
    """Whether it goes stale when nothing but the numbers of passages changed."""
    findings_block: bool = True
    """Whether open errors that the checks found stand in the way of sign-off, or are only told."""
    must_sign: frozenset[str] = frozenset()
    """What counts only with its maker's signature: approval, sign-off, reopening, withdrawal."""
    flag_kinds: tuple[str, ...] = field(default=())
    """Kinds of flags beside ``FlagKind``."""

    @property
    def asks_history(self) -> bool:
        """Whether only the history can say if an approval counts."""
        return not (self.own_words and self.white_space and self.numbering)

    def member(self, who: Reviewer) -> Member | None:
        """``who`` as the book lists them."""
        return next((m for m in self.members if m.who.is_same(who)), None)

    def unmet(self, presenter: str, approvers: Iterable[Reviewer]) -> tuple[Need, ...]:
        """What the approvals of ``approvers`` leave unmet on an item presented by ``presenter``."""
        if not self.needs:
            return ()
        listed = [m for m in map(self.member, approvers) if m]
        return tuple(
            need
            for need in self.needs
            if not _asks_nobody(need, presenter)
            and not any(_meets_need(member, need, presenter) for member in listed)
        )

    def words(self, need: Need, presenter: str) -> str:
        """Who can meet ``need``, as one would say it: "the presenter (Ann Lee) or an officer"."""
        if not need.roles:
            return "a rule in book.yaml that can't be understood"
        roles = [role for role in need.roles if role != PRESENTER or presenter.strip()]
        return " or ".join(self._role_words(role, presenter) for role in roles)

    def _role_words(self, role: str, presenter: str) -> str:
        if role == PRESENTER:
            listed = any(is_presenter(m.who, presenter) for m in self.members)
            named = " ".join(presenter.split())
            return f"the presenter ({named}{'' if listed else ', whom book.yaml does not list'})"
        bearers = sum(role in m.roles for m in self.members)
        if not bearers:
            return f"the {role} (whom book.yaml does not list)"
        return f"the {role}" if bearers == 1 else f"{'an' if role[0] in 'aeiou' else 'a'} {role}"


def is_presenter(who: Reviewer, presenter: str) -> bool:
    """Whether ``presenter``, as an agenda names people, names ``who``: by the whole name, titles aside."""
    name = _name_words(who.name)
    return bool(name) and any(_name_words(part) == name for part in _PARTS.split(presenter))


_PARTS = re.compile(r"[,;/&()]|\s(?:and|with|-|\u2013|\u2014)\s")
_TITLES = frozenset(
    {"cllr", "councillor", "dame", "dr", "lady", "lord", "miss", "mr", "mrs", "ms", "mx", "prof", "professor"}
    | {"rev", "revd", "sir", "the"}
)


def _name_words(words: str) -> tuple[str, ...]:
    return tuple(w for w in (word.strip(".").casefold() for word in words.split()) if w not in _TITLES)


def _asks_nobody(need: Need, presenter: str) -> bool:
    """Whether a need is for the presenter alone, and the item names none."""
    return bool(need.roles) and set(need.roles) == {PRESENTER} and not presenter.strip()


def _meets_need(member: Member, need: Need, presenter: str) -> bool:
    if PRESENTER in need.roles and is_presenter(member.who, presenter):
        return True
    return any(role in member.roles for role in need.roles)
