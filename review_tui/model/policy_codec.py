"""The policy that the plain fields of ``book.yaml`` say, and a sentence for each thing that makes no sense.

What can't be understood is told and then as if it were not there, but never so that approving gets easier:
a need that can't be read is one that nobody meets.
"""

import re
from collections.abc import Callable, Mapping

from review_tui.model.act_signatures import SIGNED_KINDS
from review_tui.model.acts import FlagKind
from review_tui.model.meeting import Problem
from review_tui.model.people import Reviewer
from review_tui.model.policy import PRESENTER, Member, Need, Policy

BOOK = "book.yaml"
_YES, _NO = frozenset({"yes", "true", "on"}), frozenset({"no", "false", "off"})
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_UNREADABLE = Need(())
UNKNOWN_POLICY = Policy(needs=(_UNREADABLE,), own_words=False)
"""For a book whose ``book.yaml`` can't be read at all: nobody can tell what it asks for."""


LineOf = Callable[..., int | None]
"""The line on which the value stands that keys and positions lead to."""


def read_policy(
    fields: Mapping[str, object], line_of: LineOf = lambda *_: None
) -> tuple[Policy, tuple[Problem, ...]]:
    """What ``fields`` say of reviewers, approval and flags, and what in them makes no sense."""
    reader = _Reader(line_of)
    approval = fields.get("approval", "")
    rules = reader.mapping("approval", approval)
    members = reader.members(fields.get("reviewers", ""))
    policy = Policy(
        members=members,
        needs=(_UNREADABLE,) if rules is None else reader.needs(rules.get("needs", "")),
        own_words=rules is not None and reader.own_words(rules.get("own_words", "")),
        white_space=reader.counts("white_space", rules or {}),
        numbering=reader.counts("numbering", rules or {}),
        findings_block=reader.findings_block(fields.get("sign_off", "")),
        must_sign=reader.must_sign(fields.get("signing", "")),
        flag_kinds=reader.kinds(fields.get("flags", "")),
    )
    reader.miss_roles(policy)
    reader.style(fields.get("style", ""))
    return policy, tuple(reader.problems)


class _Reader:
    """Reads one value at a time and gathers the complaints."""

    def __init__(self, line_of: LineOf) -> None:
        self._line_of = line_of
        self.problems: list[Problem] = []

    def mapping(self, key: str, value: object) -> Mapping[str, object] | None:
        """The mapping under ``key``; empty when there is none, ``None`` when it is something else."""
        if value == "":
            return {}
        if isinstance(value, Mapping):
            return value
        self._complain(f"`{key}` should be lines like “key: value”, set in below it.", key)
        return None

    def members(self, value: object) -> tuple[Member, ...]:
        """The people under ``reviewers``, each address once."""
        if value == "":
            return ()
        if not isinstance(value, (list, tuple)):
            self._complain(
                "`reviewers` should be a list of people, each with a `name` and an `email`.", "reviewers"
            )
            return ()
        found: list[Member] = []
        for position, each in enumerate(value):
            where = ("reviewers", position)
            member = self._member(each, *where)
            if member and any(m.who.is_same(member.who) for m in found):
                self._complain(f"`reviewers` lists {member.who.email} twice. Only the first counts.", *where)
            elif member:
                found.append(member)
        return tuple(found)

    def _member(self, value: object, *where: str | int) -> Member | None:
        """One entry of ``reviewers``; ``None``, and a complaint, for one without an address."""
        email = value.get("email", "") if isinstance(value, Mapping) else ""
        if not isinstance(value, Mapping) or not isinstance(email, str) or not email.strip():
            self._complain("A person under `reviewers` has no `email`, by which reviewers are known.", *where)
            return None
        name = value.get("name", "")
        who = Reviewer(name.strip() if isinstance(name, str) else "", email.strip())
        roles = self._words(f"the `roles` of {who.email}", value.get("roles", ""), *where, "roles")
        if PRESENTER in roles:
            self._complain(
                f"The role “presenter” of {who.email} is each item's own: name no person for it.",
                *where,
                "roles",
            )
        joined, left = (self._day(value.get(day, ""), *where, day) for day in ("joined", "left"))
        keys, ended = self._keys(who, value.get("keys", ""), left, *where)
        own = frozenset(role.casefold() for role in roles) - {PRESENTER}
        return Member(who, own, keys, ended, joined, left)

    def _keys(
        self, who: Reviewer, value: object, left: str, *where: str | int
    ) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
        """The keys of a reviewer, and those that are theirs no longer, each with its last day."""
        keys: list[str] = []
        ended: list[tuple[str, str]] = []
        for each in value if isinstance(value, (list, tuple)) else [value] if value else []:
            said = each if isinstance(each, Mapping) else {"key": each}
            key, until = said.get("key", ""), said.get("until", "")
            if not isinstance(key, str) or len(key.split()) < 2 or not isinstance(until, str):  # noqa: PLR2004 -- kind and key
                self._complain(
                    f"A key of {who.email} should be as in a .pub file, such as ssh-ed25519 AAAA…, or have "
                    "`key` and `until`.",
                    *where,
                    "keys",
                )
            elif until.strip() or left:
                ended.append((key.strip(), self._day(until, *where, "keys") or left))
            else:
                keys.append(key.strip())
        return tuple(keys), tuple(ended)

    def _day(self, value: object, *where: str | int) -> str:
        """A day; what is none is told, and stands all the same: a key that ended is not taken back for it."""
        said = value.strip() if isinstance(value, str) else "?"
        if said and not _DAY.fullmatch(said):
            self._complain("A day should be written as year-month-day, such as 2024-05-01.", *where)
        return said

    def must_sign(self, value: object) -> frozenset[str]:
        """What has to be signed; everything that can be, where that can't be understood."""
        rules = self.mapping("signing", value)
        said = (rules or {}).get("needed", "")
        each = said if isinstance(said, (list, tuple)) else [said] if said else []
        words = [word.strip().casefold() if isinstance(word, str) else "?" for word in each]
        if rules is not None and all(word in _NO for word in words):
            return frozenset()
        if rules is None or not all(word in _YES | set(SIGNED_KINDS) for word in words):
            kinds = ", ".join(SIGNED_KINDS)
            self._complain(
                f"`needed` under `signing` should be yes, no, or some of: {kinds}. Until it is, all of these "
                "have to be signed.",
                *("signing", "needed"),
            )
            return frozenset(SIGNED_KINDS)
        return frozenset(SIGNED_KINDS) if _YES.intersection(words) else frozenset(words)

    def needs(self, value: object) -> tuple[Need, ...]:
        """What has to be met; a need that can't be read is one that nobody meets."""
        if value == "":
            return ()
        if isinstance(value, str):
            return (Need((value.strip().casefold(),)),)
        if not isinstance(value, (list, tuple)):
            self._complain(
                "`needs` should be a list of roles. Until it is, nothing counts as approved.",
                *("approval", "needs"),
            )
            return (_UNREADABLE,)
        return tuple(self._need(each, position) for position, each in enumerate(value))

    def _need(self, value: object, position: int) -> Need:
        each = [value] if isinstance(value, str) else value if isinstance(value, (list, tuple)) else []
        if each and all(isinstance(role, str) and role.strip() for role in each):
            return Need(tuple(str(role).strip().casefold() for role in each))
        self._complain(
            "An entry of `needs` is neither a role nor a list of roles. Until it is, nothing counts as "
            "approved.",
            *("approval", "needs", position),
        )
        return _UNREADABLE

    def own_words(self, value: object) -> bool:
        """Whether own words may be approved: yes unless the book says no, no when it can't be understood."""
        said = value.strip().casefold() if isinstance(value, str) else "?"
        if said in _NO:
            return False
        if said and said not in _YES:
            self._complain(
                "`own_words` should be yes or no. Until it is, nobody approves their own words.",
                *("approval", "own_words"),
            )
            return False
        return True

    def counts(self, key: str, rules: Mapping[str, object]) -> bool:
        """Whether such a change makes an approval stale: unless the book says plainly that it is ignored."""
        said = rules.get(key, "")
        word = said.strip().casefold() if isinstance(said, str) else "?"
        if word not in {"", "counts", "ignored"}:
            self._complain(
                f"`{key}` should be “counts” or “ignored”. Until it is, it counts.", "approval", key
            )
        return word != "ignored"

    def findings_block(self, value: object) -> bool:
        """Whether open errors stand in the way of sign-off: unless the book says plainly that they do not."""
        rules = self.mapping("sign_off", value)
        said = (rules or {}).get("findings", "")
        word = said.strip().casefold() if isinstance(said, str) else "?"
        if word not in {"", "block", "tell"}:
            self._complain(
                "`findings` under `sign_off` should be “block” or “tell”. Until it is, errors block sign-off."
            )
        return word != "tell"

    def kinds(self, value: object) -> tuple[str, ...]:
        """More kinds of flags."""
        flags = self.mapping("flags", value) or {}
        known = {kind.value for kind in FlagKind}
        more = self._words("the `kinds` of `flags`", flags.get("kinds", ""), "flags", "kinds")
        return tuple(dict.fromkeys(kind for kind in more if kind not in known))

    def miss_roles(self, policy: Policy) -> None:
        """Complain of roles that are asked for and that nobody has."""
        asked = dict.fromkeys(role for need in policy.needs for role in need.roles if role != PRESENTER)
        for role in asked:
            if not any(role in member.roles for member in policy.members):
                self._complain(
                    f"`needs` asks for the role “{role}”, which nobody under `reviewers` has.",
                    *("approval", "needs"),
                )

    def style(self, value: object) -> None:
        """Complain of a house style that the checks can't go by; they leave such parts out."""
        style = self.mapping("style", value) or {}
        for key in ("dates", "tense"):
            if not isinstance(style.get(key, ""), str):
                self._complain(f"`{key}` of `style` should be words on one line.", "style", key)
        self._words("the `forbidden` of `style`", style.get("forbidden", ""), "style", "forbidden")
        preferred = style.get("preferred", "")
        if preferred != "" and not _is_of_words(preferred):
            self._complain(
                "`preferred` of `style` should be lines like “term to avoid: term to use”.",
                *("style", "preferred"),
            )

    def _words(self, what: str, value: object, *where: str | int) -> tuple[str, ...]:
        """A list of words, or one; what is not is told and left out."""
        each = () if value == "" else (value,) if isinstance(value, str) else value
        if not isinstance(each, (list, tuple)) or not all(isinstance(w, str) and w.strip() for w in each):
            self._complain(f"In book.yaml {what} should be a list of words.", *where)
            return ()
        return tuple(str(word).strip() for word in each)

    def _complain(self, sentence: str, *where: str | int) -> None:
        self.problems.append(Problem(BOOK, sentence, self._line_of(*where)))


def _is_of_words(value: object) -> bool:
    return isinstance(value, Mapping) and all(isinstance(words, str) for words in value.values())
