"""Whom the clauses of a draft name, and whom its notes mean: surname, first name, initials, role or handle."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping

from review_tui.facts.clauses import Clause
from review_tui.facts.roster import Roster, RosterPerson, Who, nicknames
from review_tui.language.calendar_words import MONTH, WEEKDAY
from review_tui.language.name_words import GIVEN, NOT_NAMES, PLACE_TYPES
from review_tui.language.note_kinds import DEED
from review_tui.language.number_words import ONES, TENS
from review_tui.language.person_mentions import is_title
from review_tui.language.person_names import NAME_WORD
from review_tui.language.roles import ROLE, ROLE_WORDS, jotted_role, role_of
from review_tui.language.stop_words import is_stop_word, is_voting_word
from review_tui.language.word_match import edit_distance, skeleton, stands_for
from review_tui.model.frozen import frozen

_PLACES = re.compile(
    r"\s+(?:Road|Lane|Street|Close|Drive|Farm|Way|House|Hall|Court|Avenue|Wing|Trust|Charity|Hill|Wood|Green|Park|School|Bank|Ltd|Limited)\b"
)
_WORDLIKE = frozenset(
    ["will", "may", "mark", "art", "rose", "grace", "dawn", "hope", "bill", "jack", "pat", "sue", "bob"]
)
_BETWEEN_NAMES = re.compile(r"\s?[,/&+]\s?|\sand\s")
"""What stands between two of a list of people."""
_SAID_ROLE = re.compile(rf"\b(?:[Tt]he\s+)?({ROLE})\b", re.IGNORECASE)
_QUALIFIED = re.compile(
    r"(?<!\. )(?<![\w-])(?!The |Hon|Acting|Interim|Town |Parish |Council |City |Village |Our |Madam|Mr |Board |Committee )"
    r"(?P<word>[A-Z][a-z]{3,})\s\Z"
)
"""What stands before a role and makes it another than the one that is told by that word alone."""
_WORD = re.compile(r"[^\W\d_]+")
_NOTED_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['\u2019&-](?=[^\W\d_])|_(?=[a-z]))*")
_DOTTED = re.compile(r"(?<![\w.])[A-Z]\.\s?(?:[A-Z]\.\s?)?[A-Z](?:\.|(?![\w.]))")
"""Initials with stops: "M.T."."""
_BEFORE_ACTOR = " -*\u2022>\u2192.;:"
_BEFORE_LABEL = (" - ", " \u2013 ")
"""What stands before the name of who speaks within a line: "uniform - grace: wants it"."""
_ACTS = re.compile(rf"\s*(?:[:+&/]|(?:to\s+)?{DEED})")
"""What stands behind somebody who acts."""
_INITIAL_BEFORE = re.compile(r"\b([A-Z])\.?\s?\Z")
_MOVED_BY = re.compile(r"(?<![\w'])(?:[MPSmps]|mov\w*|prop\w*|sec\w*|2nd)[.:/]?\s\Z")
_INITIAL_AFTER = re.compile(r" ([A-Z])(?![\w'&])")
MYSELF = frozenset({"me", "i", "i'll", "i've", "i'm", "self", "myself", "moi"})
"""What whoever takes the notes writes for "I"."""
_I = frozenset({"i", "i'll", "i've", "i'm", "myself"})
_FILE_WORD = re.compile(r"(?<!\bto[ _-])(?<!\bfor[ _-])(?<![a-z])[a-z]{3,}")
"""A word of a file's name that may be whose notes it has: not "bev" of "email to bev"."""
_LABEL = re.compile(r"\W{0,3}(?P<who>[^\W\d_][\w'-]{1,20}):\s")
"""The label of a line of talk."""
_PRONOUNS = frozenset({"he", "she", "they", "we", "it", "you", "him", "her", "them", "us"})
"""Words for somebody named before, cut short of nobody's name."""
SAYS_I = re.compile(
    r"\s+(?!(?:checked|thinks?|thought|hopes?|missed|heard|forgot|guess|suppose|believe|reckon|mean|know|knew|dunno|dont|cant|couldnt|wasnt|bet)\b)(?:(?:will|would|can|am|said|asked|pointed|do|did|have|had|gave|read|to)\b|[a-z]{3,})"
)
"""What stands behind an "I" that is no number, nor says only what whoever takes the notes knows: "its 24 i checked"."""
_IS_TOLD = re.compile(r"\s+(?:told|not sure|sure|assuming|guessing|afraid)\b")
"""What stands behind an "I'm" of whoever takes the notes, beside what was said."""
_SCRIBES = ("scribe", "clerk", "secretary")
"""Who takes notes, the likeliest first."""
_TITLE_BEFORE = re.compile(
    r"(?<![\w'])(?P<title>cllr|dr|prof|(?-i:Fr|FR)|rev|revd|canon|sgt|pc|capt|dean|mr|mrs|ms|miss|smt|shri)\.?"
    r"(?:\s+(?P<initial>(?-i:[A-Z]))(?![\w'&]))?(?!\.?\s+(?-i:[A-Z][a-z]))(?![\w'])",
    re.IGNORECASE,
)
"""A title with an initial for the name, or one of few alone: "Fr S.", "dr"."""
_ALONE = frozenset({"dr", "prof", "fr", "rev", "revd", "canon", "sgt", "capt"})
"""Titles that alone may name the one person who has it."""
_SHORTEST_HANDLE = 3
"""Letters than which a name and the letter of a surname run together have more."""
_MOST_BETWEEN = 2
"""Characters between a first name and a surname that are one mention."""
_TWO_INITIALS = 2
"""Letters of a word that may be the initials of a first name and a surname."""
_SHORTEST_FIRST = 2
"""Letters of a first name, "Jo", than which an initial has fewer."""
_SPOKEN, _LONG, _SLIPS = 5, 6, 2
"""Letters of a name that is known by its sound, one less than the word has; of a word in which a letter more may differ; such letters."""
_SURNAME_PARTS = re.compile(r"[ -]")
_CLERKS = ("clerk", "secretary")
_MONTH = re.compile(MONTH, re.IGNORECASE)
_WEEKDAY = re.compile(WEEKDAY, re.IGNORECASE)
_PART = rf"(?:{MONTH}|q[1-4])"
_DAY_BEFORE = re.compile(
    rf"(?:\d(?:st|nd|rd|th)?[ /-]?|\b(?:until|till?|end|early|mid|late|since)[ -]|\b{_PART}\s?[-+&/\u2013]\s?)\Z",
    re.IGNORECASE,
)
_DAY_AFTER = re.compile(rf"\.?[ /-]?\d|\.?\s?[-+&/\u2013]\s?{_PART}\b", re.IGNORECASE)
"""A day, another month or a quarter beside a month: what might be a name is the month then."""
_DAY_REACH = 14
"""Characters in which that stands before it."""


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

    def __init__(
        self,
        roster: Roster,
        *,
        is_shouted: bool = False,
        writes_small: bool = True,
        speakers: Mapping[int, str] | None = None,
    ) -> None:
        """``is_shouted``: the notes are in capitals throughout, which then tell neither names nor initials.

        ``writes_small``: names stand in them in small letters too.

        ``speakers``: the label of each line, empty for none, where the notes are the very words of those who speak.
        """
        self.roster = roster
        self._speakers = speakers or {}
        self._is_shouted = is_shouted
        self._writes_small = writes_small
        self._called = {
            name.lower()
            for person in roster.all
            for name in (person.first, person.last, *person.handles, *nicknames(person.first.lower()))
        }
        """What people are called, in small letters."""
        self._by_initial: dict[str, list[tuple[RosterPerson, str, str]]] = defaultdict(list)
        """With the last and the first name in small letters."""
        for person in roster.all:
            parts = [part for part in (person.last, person.first, *person.handles) if part]
            parts += nicknames(person.first.lower())
            for letter in {folded(part)[0] for part in parts} | {skeleton(part)[:1] for part in parts}:
                self._by_initial[letter].append((person, folded(person.last), folded(person.first)))
            for part in _SURNAME_PARTS.split(folded(person.last))[1:]:
                if len(part) >= _WHOLE:  # "Dijk" of van Dijk, "Price" of Vaughan-Price
                    self._by_initial[part[0]].append((person, part, ""))
        self._named = (
            re.compile(
                rf"(?:(?<![\w@])(?P<first>{NAME_WORD}|[A-Z])\.?\s+(?:(?:Mrs|Miss|Ms)\s+)?(?:(?P<second>[A-Z])\.?\s+)?)?@?\b(?P<last>{roster.surnames})\b(?!-)"
            )
            if roster.surnames
            else None
        )
        self._last_words = {re.match(r"[^\W\d_]*", last)[0] for last in roster.by_last}  # type: ignore[index]
        """What a surname begins with: a clause without such a word names nobody by it."""
        self._first_names = [
            (person, _first_name(person.first))
            for person in (roster.all if len(roster.all) > 1 else ())
            if len(person.first) >= _SHORTEST_FIRST and person.first.lower() != "may"
        ]
        self._initials = (
            re.compile(rf"(?<![\w.&/-])(?:{'|'.join(roster.initials)})(?![\w&-]|\.\w)")
            if roster.initials
            else None
        )
        learned = sorted({r for p in roster.all for r in p.roles if r != "scribe"}, key=len, reverse=True)
        self._roles = [
            (r, re.escape(r).replace(r"\ ", r"[\s-]+")) for r in learned if not _SAID_ROLE.fullmatch(r)
        ]
        """Offices of this body, and how they are written."""
        self._said_office = _any_office([pattern for _, pattern in self._roles])
        self._cache: dict[str, list[Mention]] = {}
        self._tokens: dict[str, tuple[Who, int]] = {}
        self.aliases: dict[str, Who] = {}
        """Whom words of the notes mean that only what they stand beside can tell."""

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
            is_titled = is_title(first) or first in self.roster.titles
            is_word = len(first) > 1 and not any(p.first.startswith(first[0]) for p in people)
            if match["second"] and (is_titled or is_word):
                first = match["second"]  # "Cllr L Kovac", "Moved L Kovac"
                start = match.start() if is_titled else match.start("second")
                is_titled = False
            if all(p.is_word for p in people) and not first:
                continue
            if first and not is_titled:
                same = [
                    p
                    for p in people
                    if p.first[:1] == first[0] and (len(first) < 3 or len(p.first) < 3 or p.first == first)
                ]
                if same:
                    people = same
                elif all(p.first for p in people) and (
                    len(first) == 1 or (len(first) > 2 and first.casefold() not in NOT_NAMES)
                ):
                    continue
                else:
                    start = match.start("last")
            if not _PLACES.match(text, match.end()):
                found.append(Mention(frozenset(p.key for p in people), start, match.end(), match[0]))
        found += [
            Mention(frozenset({key}), match.start(), match.end(), match[0])
            for match in (self._initials.finditer(text) if self._initials else ())
            if (key := self.roster.initials[match[0]])
        ]
        taken = [(m.start, m.end) for m in found]
        for person, pattern in self._first_names:
            if person.first in text:
                for match in pattern.finditer(text):
                    follows = re.match(rf"\s+{NAME_WORD}", text[match.end() :])
                    if not follows and all(match.end() <= a or match.start() >= b for a, b in taken):
                        found.append(Mention(frozenset({person.key}), match.start(), match.end(), match[0]))
        low = text.lower()
        offices = [*self._offices_in(text, taken)]
        for match in _SAID_ROLE.finditer(text) if any(word in low for word in ROLE_WORDS) else ():
            role = self._whole_role(text, match)
            is_part = any(m.start < match.end() and match.start() < m.end for m in offices)
            if not (is_part or any(a <= match.start() <= b + 4 for a, b in taken)) and not re.search(
                r"\b(?:in the|outgoing|new|of|as(?: an?| the)?|(?:re-?)?(?:elected|appointed)|becom(?:es?|ing)|became)\s+\Z",
                text[: match.start(1)],
                re.IGNORECASE,
            ):
                found.append(
                    Mention(
                        self.roster.of_role.get(role, frozenset()) | {f"role:{role}"},
                        match.start(),
                        match.end(),
                        match[0],
                    )
                )
        return sorted([*found, *offices], key=lambda mention: mention.start)

    def _whole_role(self, text: str, match: re.Match[str]) -> str:
        """A role with the word before it that makes it another: "Bookings Secretary", where nobody is known to be that."""
        role = role_of(match[1])
        before = _QUALIFIED.search(text, 0, match.start(1)) if match[1][0].isupper() else None
        return (
            f"{before['word'].lower()} {role}"
            if before and not _SAID_ROLE.fullmatch(before["word"])
            else role
        )

    def _offices_in(self, text: str, taken: list[tuple[int, int]]) -> Iterator[Mention]:
        """Those whom a clause names by the office that this body's list gives them."""
        for match in self._said_office.finditer(text) if self._said_office else ():
            role = role_of(match["office"] or match["low"])
            free = all(match.end() <= a or match.start() >= b for a, b in taken)
            beside = any(b <= match.start() <= b + 4 for a, b in taken)  # "Mr Vell, Planning Manager"
            if free and not beside and role in self.roster.of_role:
                yield Mention(
                    self.roster.of_role[role] | {f"role:{role}"}, match.start(), match.end(), match[0]
                )

    def noted_in(self, clause: Clause) -> list[Mention]:
        """Everybody whom a jotting may mean, in order."""
        dotted = [
            (m.start(), m.end(), m[0], re.sub(r"[^A-Z]", "", m[0])) for m in _DOTTED.finditer(clause.text)
        ]
        titled = [*self._titled_in(clause.text)]
        taken = [*((start, end) for start, end, _, _ in dotted), *((m.start, m.end) for m in titled)]
        words = [
            (m.start(), m.end(), m[0], self._as_written(clause.text, m))
            for m in _NOTED_WORD.finditer(clause.text)
            if not any(start <= m.start() < end for start, end in taken)
            and not _is_month(clause.text, m)
            and (m[0].isupper() or m[0].lower() not in _PRONOUNS)
            and not (m[0].lower() == "i" and not SAYS_I.match(clause.text, m.end()))
            and not (m[0].lower() == "i'm" and _IS_TOLD.match(clause.text, m.end()))
        ]
        speaker, words = self._spoken_by(clause, words)
        words = [*self._listed_in(clause.text, words)]
        found = [
            Mention(who, start, end, text, strength)
            for start, end, text, read in sorted([*dotted, *words])
            for who, strength in [self.meant_by(read)]
            for who in [who or (self._by_handle(read) if clause.text[end : end + 1] in {":", ">"} else who)]
            if who
        ]
        found = (
            sorted([*found, *titled, *speaker], key=lambda mention: mention.start)
            if titled or speaker
            else found
        )
        merged: list[Mention] = []
        for mention in found:
            before = merged[-1] if merged else None
            between = clause.text[before.end : mention.start] if before else ":"
            if before and len(between) <= _MOST_BETWEEN and ":" not in between and before.who & mention.who:
                merged[-1] = Mention(
                    before.who & mention.who,
                    before.start,
                    mention.end,
                    clause.text[before.start : mention.end],
                )
            else:
                merged.append(self._other_initial(self._narrowed_mention(mention, clause.text), clause.text))
        return merged

    def _listed_in(
        self, text: str, words: list[tuple[int, int, str, str]]
    ) -> Iterator[tuple[int, int, str, str]]:
        """The words of a jotting, each as it is read: a first name that is a word of every day too, as a name in a list of people."""
        for index, (start, end, word, read) in enumerate(words):
            beside = words[max(0, index - 1) : index] + words[index + 1 : index + 2]
            is_listed = read in _WORDLIKE and any(
                _BETWEEN_NAMES.fullmatch(text, min(end, other[1]), max(start, other[0]))
                and self.meant_by(other[3])[1] > 1
                for other in beside
            )
            yield start, end, word, read.capitalize() if is_listed else read

    def _by_handle(self, word: str) -> Who:
        """Whom the label of a line of talk means by the beginning of a first name and the letter of a surname: "matc"."""
        low = word.lower()
        may = {
            p.key
            for p in self.roster.all
            if len(low) > _SHORTEST_HANDLE
            and p.first.lower().startswith(low[:-1])
            and p.last[:1].lower() == low[-1]
        }
        return frozenset(may) if len(may) == 1 else frozenset()

    def _as_written(self, text: str, word: re.Match[str]) -> str:
        """A jotted word with a capital where it is likely a name, and in small letters where shouting alone gave it one."""
        if self._is_shouted and word[0].isupper():
            low = word[0].lower()
            is_name = low not in _SHORT_WORDS and (low in self._called or self._begins_first_name(low))
            is_initials = len(low) == _TWO_INITIALS and not is_stop_word(low)
            return word[0] if is_initials else word[0].capitalize() if is_name else low
        return word[0].capitalize() if _acts_first(text, word) else word[0]

    def _begins_first_name(self, low: str) -> bool:
        """Whether a word is the beginning of one person's first name alone: "TREV", "CARO"."""
        called = [first for _, _, first in self._by_initial.get(low[:1], ()) if first.startswith(low)]
        return len(low) >= _WHOLE and len(set(called)) == 1 and low not in _WORDLIKE and not is_stop_word(low)

    def _spoken_by(
        self, clause: Clause, words: list[tuple[int, int, str, str]]
    ) -> tuple[list[Mention], list[tuple[int, int, str, str]]]:
        """Whom "I" means in a line of talk, nobody where who speaks is not known, or in a file of somebody's own; the other words."""
        said = self._speakers.get(clause.item)
        own = _LABEL.match(clause.text)
        label = own["who"] if own and own["who"].lower() not in MYSELF else None
        label = label if said is None else said
        mine = _I if said is None and label else MYSELF
        if not any(read.lower() in mine for *_, read in words):
            return [], words
        is_talk = label is not None
        who, strength = (self._one(label), 2) if label else (frozenset(), 0)
        if not is_talk:
            who, strength = self._keeper_by_file(clause.document.file)
        if not (is_talk or who):
            return [], words
        spoken = [
            Mention(who, start, end, text, strength)
            for start, end, text, read in words
            if who and read.lower() in mine
        ]
        return spoken, [word for word in words if word[3].lower() not in mine]

    def _one(self, label: str) -> Who:
        """Who it is that a label names; nobody where it can't be told."""
        who = self.meant_by(label)[0] or self._by_handle(label)
        return who if sum(map(str.isdigit, who)) == 1 else frozenset()

    def _keeper_by_file(self, file: str) -> tuple[Who, int]:
        """Whose name a file of notes bears: "petes_notes.txt"."""
        for word in _FILE_WORD.findall(file.rsplit("/", 1)[-1].rsplit(".", 1)[0].lower()):
            is_common = word in _WORDLIKE or is_stop_word(word) or _MONTH.fullmatch(word)
            who, strength = (frozenset(), 0) if is_common else self.meant_by(word)
            if len(who) == 1 and (strength > 1 or word in self.aliases):
                return who, 2
        return frozenset(), 0

    def _titled_in(self, text: str) -> Iterator[Mention]:
        """People whom a jotting calls by a title with an initial, or by a title that one alone has: "Fr S.", "dr"."""
        for match in _TITLE_BEFORE.finditer(text):
            title, initial = match["title"].lower(), match["initial"]
            if not initial and title not in _ALONE:
                continue
            may = [p for p in self.roster.all if title in p.titles] or [
                p for p in self.roster.all if initial and not p.titles
            ]
            if initial:
                may = [p for p in may if p.last[0] == initial] or [p for p in may if p.first[:1] == initial]
            if len(may) == 1:
                yield Mention(
                    frozenset({may[0].key}), match.start(), match.end(), match[0], 2 if initial else 1
                )

    def _other_initial(self, mention: Mention, text: str) -> Mention:
        """A first name with an initial that is not the person's: "Sam W" is not Sam Hale; of two Sams it tells which."""
        initial = _INITIAL_AFTER.match(text[mention.end :])
        if initial and initial[1] in "SC" and _MOVED_BY.search(text, 0, mention.start):
            return mention  # "M Amrit S Marj C": seconded, carried
        if initial and len(mention.who) > 1:
            same = frozenset(
                k
                for k in mention.who
                if k in self.roster.by_key and self.roster.by_key[k].last[0] == initial[1]
            )
            if same:
                return Mention(same, mention.start, mention.end, mention.text, mention.strength)
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

    def learn(self, aliases: dict[str, Who]) -> None:
        """Take words of the notes for those whom they were found to mean."""
        changed = {*self.aliases, *aliases, *MYSELF}
        self.aliases = aliases
        self._tokens = {word: who for word, who in self._tokens.items() if not {word, _plain(word)} & changed}

    def meant_by(self, word: str) -> tuple[Who, int]:
        """Whom a jotted word may mean, and how surely: 2, 1 or 0."""
        if word not in self._tokens:
            self._tokens[word] = self._read_word(word)
        return self._tokens[word]

    def _read_word(self, word: str) -> tuple[Who, int]:
        if short := _WHOSE.fullmatch(word):  # "VC's a no show"
            return self._read_word(short[1])
        low = _plain(word)
        if low in MYSELF:
            scribe = self._scribe()
            return scribe, 2 if sum(key.isdigit() for key in scribe) == 1 else 1
        if low in self.aliases:
            return self.aliases[low], 1
        if word in self.aliases:  # a capital by itself
            return self.aliases[word], 1
        together = _ABBREVIATED.fullmatch(word)
        if together and (known := self._abbreviated(*together.groups())):
            return known, 2
        low = folded(word)
        meant = [
            (sure, person.key)
            for person, last, first in self._by_initial.get(low[:1], ())
            if (sure := _is_called(word, low, person, last, first))
        ]
        if word.islower() and not self._writes_small:
            # "made sure" is not Mr Surette, where names have capitals
            meant = [(sure, key) for sure, key in meant if sure > 1]
        strength = max((sure for sure, _ in meant), default=0)
        exact = {
            key for _, key in meant
            if low in {folded(self.roster.by_key[key].first), folded(self.roster.by_key[key].last)}
        }  # fmt: skip
        who = exact or {key for _, key in meant}  # "Andreas" is no long form of Andrea then
        if (
            not who
            and 2 <= len(word) <= _MOST_INITIALS
            and word.isupper()
            and not (is_stop_word(low) or is_voting_word(low))
            and not (self._is_shouted and len(word) == _TWO_INITIALS)
        ):
            lone = [
                p for p in self.roster.all
                if not p.first and "".join(part[:1] for part in p.last.split("-")).upper() == word[1:]
            ]  # fmt: skip
            if len(lone) == 1:
                return frozenset({lone[0].key}), 1
        role = self._jotted_office(word, low) or jotted_role(word)
        if role and (not who or word.isupper()):  # HT may be Hugh Tann or the headteacher
            who.add(f"role:{role}")
            who |= self.roster.of_role.get(role, frozenset())
            if role == "clerk":
                who |= {f"role:{r}" for r in _CLERKS} | {
                    k for r in _CLERKS for k in self.roster.of_role.get(r, ())
                }
            strength = 1
        if (
            not who and len(low) >= _WHOLE and low.endswith("s") and low[:-1] not in _WORDLIKE
        ):  # "hughs garage", "Brodie's card"
            whose = low[:-1].removesuffix("'")
            theirs = frozenset(
                p.key
                for p in self.roster.all
                if whose in {p.first.lower(), p.last.lower(), *nicknames(p.first.lower())}
            )
            return theirs, 1 if theirs else 0
        return frozenset(who), strength

    def _abbreviated(self, first: str, last: str) -> Who:
        """Whom the beginnings of first name and surname mean, or a title and that of a surname: "ShT", "HLl", "DrS"."""
        may = [
            p.key
            for p in self.roster.all
            if folded(p.last).startswith(last.lower())
            and (folded(p.first).startswith(first.lower()) or (first.lower() in p.titles and len(first) > 1))
            and p.first + "".join(p.titles)
        ]
        return frozenset(may) if len(may) == 1 else frozenset()

    def _scribe(self) -> Who:
        """Whoever takes the notes."""
        if "me" in self.aliases:
            return self.aliases["me"]
        known = [self.roster.of_role[role] for role in _SCRIBES if role in self.roster.of_role]
        if known and "scribe" in self.roster.of_role:
            return known[0]
        return frozenset(f"role:{r}" for r in _CLERKS) | {key for who in known for key in who}

    def _jotted_office(self, word: str, low: str) -> str:
        """The office of this body that a word is short for: "princ", "CL" for the Chief Librarian."""
        for role, _ in self._roles:
            parts = [part for part in re.split(r"[\s-]", role) if part != "of"]
            if word.isupper() and len(parts) > 1 and low == "".join(part[0] for part in parts):
                return role
            if len(parts) == 1 and (low == role or (len(low) >= _WHOLE and stands_for(low, role) >= _SURELY)):
                return role
        return ""


_WHOLE, _SURELY = 4, 0.8
"""Letters of a word that may be short for an office, and how surely it must be."""


def _first_name(name: str) -> re.Pattern[str]:
    """A first name as drafts have it alone; one that is a word of every day only within a sentence, or where somebody acts."""
    if name.lower() not in _WORDLIKE:
        return re.compile(rf"(?<![\w@]){re.escape(name)}\b(?!-)")
    return re.compile(
        rf"(?<=[a-z,;] ){re.escape(name)}\b(?!-)|(?<![\w@]){re.escape(name)}(?= (?:will|would|said|told|to|and [A-Z]|thought|felt|left|[a-z]{{3,}}ed)\b)"
    )


def _plain(word: str) -> str:
    """A word in small letters, as aliases are."""
    return word.lower().replace("\u2019", "'")


def folded(word: str) -> str:
    """A word in small letters without accents, as clerks in a hurry write names."""
    plain = _plain(word)
    if plain.isascii():
        return plain
    return "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c)) or plain


def _any_office(patterns: list[str]) -> re.Pattern[str] | None:
    """Any of the offices of a body, with a capital, or in small letters after "the" and before what it does."""
    if not patterns:
        return None
    some = "|".join(patterns)
    does = r"(?:[a-z]+ed|said|gave|will|would|to|is|was|has|had|and)"
    return re.compile(
        rf"(?:\b[Tt]he\s+)?\b(?-i:(?=[A-Z]))(?P<office>(?i:{some}))\b"
        rf"|\b[Tt]he\s+(?P<low>(?:{some}))\b(?=\s?[,.]|\s{does}\b)"
    )


def _is_month(text: str, word: re.Match[str]) -> bool:
    """Whether a word that might be somebody's short name is the month or the name of a day: "yr end Mar 31", "Thu 22"."""
    if _WEEKDAY.fullmatch(word[0]) and _DAY_AFTER.match(text, word.end()):
        return True
    return _MONTH.fullmatch(word[0]) is not None and (
        _DAY_AFTER.match(text, word.end()) is not None
        or _DAY_BEFORE.search(text, max(0, word.start() - _DAY_REACH), word.start()) is not None
    )


def _acts_first(text: str, word: re.Match[str]) -> bool:
    """Whether a word in small letters stands where a jotting says who acts: "grace order by 6/12", "dani + kate see to it"."""
    return (
        word[0].islower()
        and (
            not text[: word.start()].strip(_BEFORE_ACTOR)
            or (text[: word.start()].endswith(_BEFORE_LABEL) and text[word.end() : word.end() + 1] == ":")
        )
        and _ACTS.match(text, word.end()) is not None
    )


_WHOSE = re.compile(r"([A-Z]{2,4})['\u2019]s")
"""Initials of whom something is, or who is."""
_ABBREVIATED = re.compile(r"([A-Z][a-z]{0,4})((?:Mc|Mac|O['\u2019]?)?[A-Z][a-z]{0,4})")
"""A name by the beginnings of its parts, run together."""
_MOST_INITIALS = 3
"""Letters of somebody whose surname is two joined: JHM for Mrs Hadley-Moore."""


def _is_called(word: str, low: str, person: RosterPerson, last: str, first: str) -> int:
    """How surely a jotted word means a person, of a name in small letters: 2, 1 or 0."""
    if person.is_word and word.islower():
        last = ""  # "the orchard" is not Mrs Orchard
    if low == last or low in person.handles:
        return 2
    if word.isupper() and 2 <= len(word) <= 4:
        is_first = (
            len(word) > _TWO_INITIALS and low == first and low not in _WORDLIKE
        )  # a label: "PAUL: second"
        return 2 if is_first else _has_initials(word, person)
    if (
        len(low) >= 3
        and last.startswith(low)
        and (word[0].isupper() or len(low) >= 4)
        and low not in _SHORT_WORDS
        and low not in ONES
        and low not in TENS
    ):
        return 1
    if last and len(low) >= 4 and word[0].isupper() and stands_for(low, last) >= 0.8:
        return 1
    is_whole = len(first) >= _SHORTEST_FIRST and low == first
    if is_whole and (word[0].isupper() or not (low in _WORDLIKE or is_stop_word(low))):
        return 2
    if len(low) > 2 and len(first) > 2 and low not in _WORDLIKE and low in nicknames(first):
        return 2
    if len(low) > 2 and len(first) > 2 and last and _is_handle_of(low, first, last):
        return 1
    if word.islower() and any(_sounds_like(low, name) for name in (first, last)):
        return 1
    if (
        len(first) > 3
        and word[0].isupper()
        and ((len(low) >= 3 and first.startswith(low)) or (len(low) >= 4 and stands_for(low, first) >= 0.8))
    ):
        return 1
    two = len(word) == 2 and word[0].isupper() and word[1].islower() and low[:1] == last[:1]
    two = two and not (low in PLACE_TYPES or is_stop_word(low) or is_voting_word(low))  # "Mill Rd", "No"
    return int(two and low[1] in last[1:] and skeleton(low)[-1:] in skeleton(last))


def _sounds_like(low: str, name: str) -> bool:
    """Whether a word in small letters is a name as it sounds, and no other name: "raywin", "preshus"."""
    return (
        min(len(low) - 1, len(name)) >= _SPOKEN
        and low[0] == name[0]
        and low not in GIVEN
        and skeleton(low) == skeleton(name)
        and edit_distance(low, name) <= (_SLIPS if len(low) <= _LONG else _SLIPS + 1)
    )


def _is_handle_of(low: str, first: str, last: str) -> bool:
    """Whether a word is a name run together as in an address: "danaw", "mosei", "greta_ed"."""
    plain = last.replace(" ", "").replace("'", "")
    return (
        low == first + plain[0]
        or low == first[0] + plain
        or low == first + plain
        or low.startswith(first + "_")
        or (low.startswith(first) and len(low) > len(first) + 1 and plain.startswith(low[len(first) :]))
    )


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
