"""Whom the clauses of a draft name, and whom its notes mean: surname, first name, initials, role or handle."""

import re
from collections import defaultdict

from review_tui.facts.clauses import Clause
from review_tui.facts.roster import Roster, RosterPerson, Who
from review_tui.language.name_words import NOT_NAMES
from review_tui.language.note_kinds import DEED
from review_tui.language.person_mentions import is_title
from review_tui.language.person_names import NAME_WORD
from review_tui.language.roles import ROLE, ROLE_WORDS, jotted_role, role_of
from review_tui.language.word_match import skeleton, stands_for
from review_tui.model.frozen import frozen

_PLACES = re.compile(
    r"\s+(?:Road|Lane|Street|Close|Drive|Farm|Way|House|Hall|Court|Avenue|Wing|Trust|Charity|Hill|Wood|Green|Park|School|Bank|Ltd|Limited)\b"
)
_WORDLIKE = frozenset(
    ["will", "may", "mark", "art", "rose", "grace", "dawn", "hope", "bill", "jack", "pat", "sue", "bob"]
)
_SAID_ROLE = re.compile(rf"\b(?:[Tt]he\s+)?({ROLE})\b", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z]+")
_NOTED_WORD = re.compile(r"[A-Za-z][A-Za-z'&-]*")
_DOTTED = re.compile(r"(?<![\w.])[A-Z]\.\s?(?:[A-Z]\.\s?)?[A-Z](?:\.|(?![\w.]))")
"""Initials with stops: "M.T."."""
_BEFORE_ACTOR = " -*\u2022>\u2192.;:"
_ACTS = re.compile(rf"\s*(?:[:+&/]|(?:to\s+)?{DEED})")
"""What stands behind somebody who acts."""
_INITIAL_BEFORE = re.compile(r"\b([A-Z])\.?\s?\Z")
_INITIAL_AFTER = re.compile(r" ([A-Z])(?![\w'.])")
_CLERKS = ("clerk", "secretary")


@frozen(eq=False)
class Mention:
    """Where a clause names somebody; more keys than one where it can't be told who."""

    who: Who
    start: int
    end: int
    text: str
    strength: int = 2
    """2 where it can be no one else, 1 where it may be a chance."""

    @property
    def is_role(self) -> bool:
        """Whether it is a role, "the Chair", and no name."""
        return any(key.startswith("role:") for key in self.who)


class MentionReader:
    """Finds whom the clauses of a draft name, and whom its notes mean."""

    def __init__(self, roster: Roster) -> None:
        self.roster = roster
        self._by_initial: dict[str, list[tuple[RosterPerson, str, str]]] = defaultdict(list)
        """With the last and the first name in small letters."""
        for person in roster.all:
            parts = [part for part in (person.last, person.first) if part]
            for letter in {part[0].lower() for part in parts} | {skeleton(part)[:1] for part in parts}:
                self._by_initial[letter].append((person, person.last.lower(), person.first.lower()))
        self._named = (
            re.compile(
                rf"(?:(?<![\w@])(?P<first>{NAME_WORD}|[A-Z])\.?\s+(?:(?:Mrs|Miss|Ms)\s+)?(?:(?P<second>[A-Z])\.?\s+)?)?@?\b(?P<last>{roster.surnames})\b(?!-)"
            )
            if roster.surnames
            else None
        )
        self._last_words = {re.match("[A-Za-z]*", last)[0] for last in roster.by_last}  # type: ignore[index]
        """What a surname begins with: a clause without such a word names nobody by it."""
        self._first_names = [
            (person, re.compile(rf"(?<![\w@]){re.escape(person.first)}\b(?!-)"))
            for person in (roster.all if len(roster.all) > 1 else ())
            if len(person.first) > 2 and person.first.lower() not in _WORDLIKE
        ]
        self._cache: dict[str, list[Mention]] = {}
        self._tokens: dict[str, tuple[Who, int]] = {}

    def named_in(self, clause: Clause) -> list[Mention]:
        """Everybody whom a clause of the draft names, in order."""
        if clause.text not in self._cache:
            self._cache[clause.text] = self._named_in(clause.text)
        return self._cache[clause.text]

    def _named_in(self, text: str) -> list[Mention]:
        """People by surname with what stands before it, then by given name alone, then by their office."""
        found: list[Mention] = []
        named = self._named if "" in self._last_words or self._last_words & {*_WORD.findall(text)} else None
        for match in named.finditer(text) if named else ():
            people = self.roster.by_last[match["last"]]
            first = match["first"] or ""
            start = match.start()
            is_word = len(first) > 1 and not any(p.first.startswith(first[0]) for p in people)
            if match["second"] and (is_title(first) or is_word):
                first = match["second"]  # "Cllr L Kovac", "Moved L Kovac"
                start = match.start() if is_title(match["first"]) else match.start("second")
            if first and not is_title(first):
                same = [
                    p
                    for p in people
                    if p.first[:1] == first[0] and (len(first) < 3 or len(p.first) < 3 or p.first == first)
                ]
                if same:
                    people = same
                elif len(first) > 2 and first.casefold() not in NOT_NAMES and all(p.first for p in people):
                    continue
                else:
                    start = match.start("last")
            if not _PLACES.match(text, match.end()):
                found.append(Mention(frozenset(p.key for p in people), start, match.end(), match[0]))
        taken = [(m.start, m.end) for m in found]
        for person, pattern in self._first_names:
            if person.first in text:
                for match in pattern.finditer(text):
                    follows = re.match(rf"\s+{NAME_WORD}", text[match.end() :])
                    if not follows and all(match.end() <= a or match.start() >= b for a, b in taken):
                        found.append(Mention(frozenset({person.key}), match.start(), match.end(), match[0]))
        low = text.lower()
        for match in _SAID_ROLE.finditer(text) if any(word in low for word in ROLE_WORDS) else ():
            role = role_of(match[1])
            if not any(a <= match.start() <= b + 4 for a, b in taken) and not re.search(
                r"\b(?:in the|outgoing|new|of)\s+\Z", text[: match.start(1)], re.IGNORECASE
            ):
                found.append(
                    Mention(
                        self.roster.of_role.get(role, frozenset()) | {f"role:{role}"},
                        match.start(),
                        match.end(),
                        match[0],
                    )
                )
        return sorted(found, key=lambda mention: mention.start)

    def noted_in(self, clause: Clause) -> list[Mention]:
        """Everybody whom a jotting may mean, in order."""
        dotted = [
            (m.start(), m.end(), m[0], re.sub(r"[^A-Z]", "", m[0])) for m in _DOTTED.finditer(clause.text)
        ]
        words = [
            (m.start(), m.end(), m[0], m[0].capitalize() if _acts_first(clause.text, m) else m[0])
            for m in _NOTED_WORD.finditer(clause.text)
            if not any(start <= m.start() < end for start, end, _, _ in dotted)
        ]
        found = [
            Mention(who, start, end, text, strength)
            for start, end, text, read in sorted([*dotted, *words])
            for who, strength in [self.meant_by(read)]
            if who
        ]
        merged: list[Mention] = []
        for mention in found:
            before = merged[-1] if merged else None
            if before and mention.start - before.end <= 2 and before.who & mention.who:
                merged[-1] = Mention(
                    before.who & mention.who,
                    before.start,
                    mention.end,
                    clause.text[before.start : mention.end],
                )
            else:
                merged.append(self._other_initial(self._narrowed_mention(mention, clause.text), clause.text))
        return merged

    def _other_initial(self, mention: Mention, text: str) -> Mention:
        """A first name with an initial that is not the person's: "Sam W" is not Sam Hale."""
        initial = _INITIAL_AFTER.match(text[mention.end :])
        known = [self.roster.by_key[k] for k in mention.who if k in self.roster.by_key]
        if (
            initial
            and known
            and all(p.first.lower() == mention.text.lower() and p.last[0] != initial[1] for p in known)
        ):
            end = mention.end + 2
            return Mention(
                frozenset({f"new:{text[mention.start : end]}"}), mention.start, end, text[mention.start : end]
            )
        return mention

    def _narrowed_mention(self, mention: Mention, text: str) -> Mention:
        """Of several people of one surname, the one whose initial stands before it."""
        initial = (
            _INITIAL_BEFORE.search(text[max(0, mention.start - 4) : mention.start])
            if len(mention.who) > 1
            else None
        )
        if initial:
            same = frozenset(
                k
                for k in mention.who
                if k in self.roster.by_key and self.roster.by_key[k].first[:1] == initial[1]
            )
            if same:
                return Mention(same, mention.start, mention.end, mention.text, mention.strength)
        return mention

    def meant_by(self, word: str) -> tuple[Who, int]:
        """Whom a jotted word may mean, and how surely: 2, 1 or 0."""
        if word not in self._tokens:
            self._tokens[word] = self._read_word(word)
        return self._tokens[word]

    def _read_word(self, word: str) -> tuple[Who, int]:
        low = word.lower()
        who: set[str] = set()
        strength = 0
        for person, last, first in self._by_initial.get(low[0], ()):
            sure = _is_called(word, low, person, last, first)
            if sure:
                who.add(person.key)
                strength = max(strength, sure)
        if not who and len(word) == 2 and word.isupper():
            lone = [p for p in self.roster.all if not p.first and p.last[0] == word[1]]
            if len(lone) == 1:
                return frozenset({lone[0].key}), 1
        role = jotted_role(word)
        if role and (not who or word.isupper()):  # HT may be Hugh Tann or the headteacher
            who.add(f"role:{role}")
            who |= self.roster.of_role.get(role, frozenset())
            if role == "clerk":
                who |= {f"role:{r}" for r in _CLERKS} | {
                    k for r in _CLERKS for k in self.roster.of_role.get(r, ())
                }
            strength = 1
        return frozenset(who), strength


def _acts_first(text: str, word: re.Match[str]) -> bool:
    """Whether a word in small letters stands where a jotting says who acts: "grace order by 6/12", "dani + kate see to it"."""
    return (
        word[0].islower()
        and not text[: word.start()].strip(_BEFORE_ACTOR)
        and _ACTS.match(text, word.end()) is not None
    )


def _is_called(word: str, low: str, person: RosterPerson, last: str, first: str) -> int:
    """How surely a jotted word means a person, of a name in small letters: 2, 1 or 0."""
    if low == last or (person.is_handle and low.lstrip("@") == last):
        return 2
    if word.isupper() and 2 <= len(word) <= 4:
        return _has_initials(word, person)
    if (
        len(low) >= 3
        and last.startswith(low)
        and (word[0].isupper() or len(low) >= 4)
        and low not in _SHORT_WORDS
    ):
        return 1
    if len(low) >= 4 and word[0].isupper() and stands_for(low, last) >= 0.8:
        return 1
    if len(first) > 2 and low == first and (low not in _WORDLIKE or word[0].isupper()):
        return 2
    if (
        len(first) > 3
        and word[0].isupper()
        and ((len(low) >= 3 and first.startswith(low)) or (len(low) >= 4 and stands_for(low, first) >= 0.8))
    ):
        return 1
    two = len(word) == 2 and word[0].isupper() and word[1].islower() and low[0] == last[0]
    return int(two and low[1] in last[1:] and skeleton(low)[-1:] in skeleton(last))


_SHORT_WORDS = frozenset(
    [
        "the",
        "and",
        "for",
        "was",
        "not",
        "but",
        "has",
        "had",
        "can",
        "all",
        "any",
        "out",
        "off",
        "new",
        "now",
        "too",
        "may",
        "due",
        "per",
    ]
)


def _has_initials(word: str, person: RosterPerson) -> int:
    if not person.first:
        return 0
    parts = [person.first, *re.split(r"[\s-]", person.last)]
    if word == "".join(part[0].upper() for part in parts if part):
        return 2
    return 2 * (word[0] == person.first[0].upper() and word[-1] == person.last[0].upper() and len(word) <= 3)
