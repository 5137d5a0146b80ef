"""Votes of the draft against themselves: more votes than members, an outcome that does not follow, unanimity with a nay."""

import re
from collections.abc import Iterator

from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.pair import Pair
from review_tui.facts.values import Kind, Value
from review_tui.language.number_words import ONES
from review_tui.language.person_mentions import ANY_TITLE
from review_tui.language.person_names import NAME_WORD
from review_tui.language.roles import ROLE

_I = re.IGNORECASE
_PRESENT = re.compile(
    r"\W*(?:\d+\W+)?(?:(?:board |committee |voting )?(?:members|trustees|governors|directors|councillors)(?: (?:and officers )?(?:present|attending))?|present|those (?:present|attending)|attendance|in attendance as members)\b(?![^:\u2013-]{0,30}apolog)",
    _I,
)
_GUESTS = re.compile(
    r"\btogether with\b.*|\balso (?:present|attending)\b.*|\bin attendance\b.*|\bguests?\b.*|\bofficers?\s*:.*|\d+ members of.*|\bapologies\b.*|\bregrets\b.*|\babsent\b.*",
    _I,
)
_ANOTHER = re.compile(
    r"minutes of|amended to|last (?:year|meeting)|tally for|poll|ballot|referendum|residents|survey", _I
)
_LOST = re.compile(
    r"\b(?:lost|failed|fails|defeated|rejected|not carried|not supported|not agreed|fell)\b", _I
)
_CARRIED = re.compile(r"\b(?:carried|passed|approved|adopted|agreed)\b", _I)
_NO = re.compile(r"\bnot\b|lost", _I)
_DISSENT = re.compile(r"dissent|vot\w+ against|\bopposed\b|abstain|one abstention|with \w+ against", _I)
_UNANIMOUS = re.compile(r"unanimous|all in favou?r", _I)
_QUORUM = re.compile(rf"\bquorum\b[^.;]{{0,60}}?\b(?P<n>\d{{1,3}}|{'|'.join(ONES)})\b", _I)
_QUORATE = re.compile(r"quor(?:ate|um)\b[^.]{0,40}\b(?:reached|present|met|quorate)\b|\bwas quorate\b", _I)
_SO_MANY = re.compile(
    rf"\b(?P<n>\d{{1,3}}|{'|'.join(ONES)})\s+(?:voting\s+|board\s+|committee\s+)?(?:members|directors|governors|trustees|councillors)\s+(?:were\s+|being\s+)?present",
    _I,
)
_FEWEST = 3
"""Members that a roll must have to be believed."""
_SEATS = re.compile(
    rf"(?:{NAME_WORD}|[A-Z])\.?(?:\s+(?:{NAME_WORD}|[A-Z]\.?)){{0,3}}(?=\s*(?:[,;.:\u2013-]|and\b|\Z|\())|@[\w-]+"
)


def vote_clashes(pair: Pair) -> Iterator[Clash]:
    """Votes that can't be right, in the order of the draft."""
    present, roll = members_present(pair)
    whole = [
        sum(v.parts) for values in pair.values for v in values if v.kind is Kind.VOTE and len(v.parts) > 1
    ]
    if sum(total > present for total in whole) > 1:  # then it is the list that was misread
        present = 0
    for clause in pair.clauses:
        if _ANOTHER.search(clause.text):
            continue
        for vote in pair.values[clause.index]:
            if vote.kind is Kind.VOTE and not vote.is_everybody and len(vote.parts) > 1:
                yield from _of_vote(clause, vote, present, roll)
        yield from _unanimity(pair, clause)
    yield from _quorum(pair)


def is_of_another_vote(text: str) -> bool:
    """Whether a passage tells of a vote that was not taken at this meeting, or of candidates' tallies."""
    return _ANOTHER.search(text) is not None


def members_present(pair: Pair) -> tuple[int, Clause | None]:
    """How many members the draft's roll lists, and where; 0 where it has none that can be counted."""
    best, where = 0, None
    for clause in pair.clauses[:40]:
        label = _PRESENT.match(clause.text)
        if not label:
            continue
        count = _seats(_GUESTS.sub("", clause.text.partition(":")[2] or clause.text[label.end() :]))
        for later in pair.clauses[clause.index + 1 : clause.index + 40]:
            if later.passage != clause.passage or later.is_heading:
                break
            count += _seats(_GUESTS.sub("", later.text))
        if count > best:
            best, where = count, clause
    substitutes = sum(len(re.findall(r"\bsubstitut\w+", c.text, _I)) for c in pair.clauses[:40])
    return (best + substitutes if best else 0), where


def _seats(text: str) -> int:
    """People of a list, what stands in brackets and roles left out."""
    text = re.sub(r"\([^)]*\)", "", text)
    text = re.sub(rf"\b{ANY_TITLE}(?=\s+[A-Z])", "", text)
    count = 0
    for piece in re.split(r"[,;]|\band\b|\s[-\u2013]\s", text):
        name = piece.strip(" .:*")
        if (
            re.fullmatch(
                rf"(?:{NAME_WORD}|[A-Z]{{1,2}})\.?(?:\s+(?:{NAME_WORD}|[A-Z]\.?|{ROLE}))*|@[\w-]+", name
            )
            and not re.fullmatch(rf"(?:the\s+)?{ROLE}.*", name, _I)
            and not re.search(r"\b(?:Board|Council|Director|Manager|Officer|Trust|Police|Action)\b", name)
        ):
            count += 1
    return count


def _of_vote(clause: Clause, vote: Value, present: int, roll: Clause | None) -> Iterator[Clash]:
    """One vote against the members present, the outcome that is told, and "unanimous"."""
    place = clause.place(vote.start, vote.end)
    named = (
        len(re.findall(rf"{NAME_WORD} (?:not voting|did not vote|abstain(?:ing|ed))", clause.text))
        if len(vote.parts) == 2
        else 0
    )
    total = sum(vote.parts) + named
    if present >= _FEWEST and total > present and roll and not _is_unsure(roll):
        yield Clash(
            f"{total} votes, but the draft lists {present} members present.", (place, roll.place()), 3.0
        )
    favour, against = vote.parts[:2]
    lost, carried = _LOST.search(clause.text), _CARRIED.search(clause.text)
    # "rejected by 21 to 2", "rejected on a show of hands, 21 to 2": so many were for rejecting it
    counted_out = lost and (
        re.match(r"\s+by\b", clause.text[lost.end() :]) or re.fullmatch(r"\d+ to \d+", vote.text)
    )
    if favour > against and lost and not carried and not counted_out:
        yield Clash(
            f"\u201c{vote.text}\u201d carries it, but it is said to have {'failed' if lost[0].lower().startswith('fail') else 'been ' + lost[0].lower()}.",
            (place, clause.place(lost.start(), lost.end())),
            4.0,
        )
    elif favour < against and carried and not lost and not _NO.search(clause.text):
        yield Clash(
            f"\u201c{vote.text}\u201d defeats it, but it is said to have been {carried[0].lower()}.",
            (place, clause.place(carried.start(), carried.end())),
            4.0,
        )
    unanimous = _UNANIMOUS.search(clause.text)
    if against and unanimous:
        yield Clash(
            f"\u201c{unanimous[0]}\u201d, but {against} voted against.",
            (clause.place(unanimous.start(), unanimous.end()), place),
            4.0,
        )


def _unanimity(pair: Pair, clause: Clause) -> Iterator[Clash]:
    unanimous = _UNANIMOUS.search(clause.text)
    if not unanimous:
        return
    for later in pair.clauses[clause.index : clause.index + 2]:
        against = _DISSENT.search(later.text, unanimous.end() if later is clause else 0)
        if (
            against
            and later.item == clause.item
            and not re.search(r"\b(?:no|none|nobody)\b", later.text[: against.start()][-20:], _I)
        ):
            yield Clash(
                f"\u201c{unanimous[0]}\u201d, but somebody is said to have voted otherwise.",
                (
                    clause.place(unanimous.start(), unanimous.end()),
                    later.place(against.start(), against.end()),
                ),
                3.0,
            )
            return


def _is_unsure(roll: Clause) -> bool:
    """Whether the roll has names that its count may have missed: of other alphabets, of two, of substitutes."""
    return re.search(r"[^\x00-\x7f\u2013\u2019\xa3]|\bap\b|&|\bplus\b|\bothers?\b", roll.text) is not None


def _number(word: str) -> int:
    return int(word) if word.isdigit() else ONES[word.lower()]


def _quorum(pair: Pair) -> Iterator[Clash]:
    """A quorum that is said to have been reached with fewer members than it asks for."""
    needed = next(
        ((c, m) for c in pair.clauses if (m := _QUORUM.search(c.text)) and not _SO_MANY.search(c.text)), None
    )
    counted = next(((c, m) for c in pair.clauses for m in [_SO_MANY.search(c.text)] if m), None)
    reached = next(((c, m) for c in pair.clauses if (m := _QUORATE.search(c.text))), None)
    if needed and counted and reached and _number(counted[1]["n"]) < _number(needed[1]["n"]):
        yield Clash(
            f"The quorum is {needed[1]['n']}, but {counted[1]['n']} were present.",
            (
                reached[0].place(reached[1].start(), reached[1].end()),
                needed[0].place(needed[1].start(), needed[1].end()),
            ),
            3.0,
        )
