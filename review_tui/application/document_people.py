"""Who the people are that a document names: it knows names only, the book goes by addresses."""

import datetime as dt
import hashlib
from collections.abc import Sequence

from review_tui.application.ports import Author, History
from review_tui.language.file_sections import slug
from review_tui.model.errors import WrongUsage
from review_tui.model.people import Reviewer, why_not_named
from review_tui.model.policy import Policy
from review_tui.model.visible import visible

UNKNOWN_ADDRESS = "unknown.invalid"
"""Where people live whose address nobody knows: a domain that can't be (RFC 2606, 2)."""
_NOBODY = frozenset(("", "author", "unknown author", "unknown", "microsoft office user"))
"""What programs write who know no name, in small letters."""
_LOGGED = 2_000
"""Commits, the newest, whose authors are known by name."""


class DocumentPeople:
    """Finds people by their names, among those whom the book lists and those who worked on it."""

    def __init__(self, history: History, policy: Policy, now: dt.datetime, named: Sequence[str] = ()) -> None:
        """``named`` are those whom the user told, as ``Name <address>``. Raises ``WrongUsage``."""
        self._now = now
        self._known: dict[str, Reviewer] = {}
        self.unknown: dict[str, str] = {}
        """Names that nobody is known by, with the addresses that stand for them."""
        found = [parse_person(each) for each in named]
        found += [history.reviewer(), *(member.who for member in policy.members)]
        found += [entry.by for entry in history.log([""], _LOGGED)]
        for who in found:
            self._known.setdefault(_name_key(who.name), who)

    def author(self, name: str, at: dt.datetime | None) -> Author | None:
        """Whoever the document calls so, at that moment; ``None`` where it names nobody."""
        if _name_key(name) in _NOBODY:
            return None
        moment = self._now if at is None or at > self._now else at
        return Author(self._person(" ".join(name.split())), moment)

    def _person(self, name: str) -> Reviewer:
        if known := self._known.get(_name_key(name)):
            return known
        plain = "".join(c for c in visible(name) if c not in "<>\n")
        local = slug(plain) or hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:12]
        who = Reviewer(plain, f"{local}@{UNKNOWN_ADDRESS}")
        self.unknown[name] = who.email
        self._known[_name_key(name)] = who
        return who


def parse_person(said: str) -> Reviewer:
    """The person that ``Name <address>`` names. Raises ``WrongUsage``."""
    name, _, rest = said.partition("<")
    email = rest.strip().removesuffix(">").strip()
    if refusal := why_not_named(name.strip(), email):
        raise WrongUsage(f"“{visible(said)}” names nobody: write it as “Name <name@example.org>”. {refusal}")
    return Reviewer(name.strip(), email)


def _name_key(name: str) -> str:
    return " ".join(name.split()).casefold()
