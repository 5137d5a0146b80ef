"""Who moved and seconded: where the notes of the same motion name another, or have them the other way round."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.mentions import Mention
from review_tui.facts.motion_order import order_clashes
from review_tui.facts.pair import Pair
from review_tui.facts.speakers import turns_of
from review_tui.facts.wording import named_in_full, said_in
from review_tui.language.person_mentions import ANY_TITLE
from review_tui.language.stop_words import is_stop_word, is_voting_word
from review_tui.model.findings import Severity

_SECONDED = re.compile(r"\bsecond(?:ed|er|s|ing)?\b", re.IGNORECASE)
_MOVED = re.compile(r"\b(?:propos\w+|moved?|motion|mover|nominated|proposal)\b", re.IGNORECASE)
_PAIR = re.compile(
    r"\s*(?:[/&+,\u2192]|->)\s*|\s+(?:pr(?:op)?\.?|m|moved?)\s+|\s*(?:prop|pr)\b.{0,12}"
    rf"|.{{0,14}}(?<!')\b(?:2nds?|seconds?|sec|s(?=[:./]))\b.{{0,3}}?(?:{ANY_TITLE}\s+)?|,?\s+",
    re.IGNORECASE,
)
"""What stands between mover and seconder in notes: "MT/SW", "MT pr SW sec", "p: MT, s: SW", "MT sec Cllr Wood"."""
_MOVED_BY = re.compile(r"\b(?:prop(?:osed)?|pr|moved|mvd)\W{1,2}(?:by )?(?P<who>[A-Z]{2,3})\b", re.IGNORECASE)
_IS_MOVER = re.compile(r"\.?\s+(?:prop(?:osed?|'?d|s)?|moved?|mvd|moves)\b", re.IGNORECASE)
_IS_SECONDER = re.compile(r"\.?\s+(?:2nd(?:s|ed)?|second(?:s|ed)?|sec(?:'?d)?)\b", re.IGNORECASE)
_MOVES = re.compile(r"\.?\s+(?:moves|moved|mvd)\b(?! (?:to|in|out|into|from|away|house|on)\b)", re.IGNORECASE)
_I_SECOND = re.compile(
    r"\s*(?:(?:yeah|yes|yep|ok|okay|sure|and|happy to|\+1)[, ]+)?(?:i'?ll |i'd |i )?(?:second(?:ed)?|2nd)\b(?!\?)",
    re.IGNORECASE,
)
_MOVER_BEFORE = re.compile(
    r"(?<![\w'])(?:p|m|pr|prop(?:osed|'?d|s)?|mvd|moved?|mover|motion)(?:[./:] ?| )(?:by )?(?:[a-z]{2,5}\.? )?\Z",
    re.IGNORECASE,
)
_SECONDER_BEFORE = re.compile(
    r"(?<![\w'])(?:s|sec(?:'?d|s)?|2nd(?:ed|s)?|second(?:ed|s)?)(?:[./:] ?| )(?:by )?(?:[a-z]{2,5}\.? )?\Z",
    re.IGNORECASE,
)
"""What stands before mover and seconder in notes: "m/Hale s/Lind", "p Maureen s Keith", "mvd GS 2nd Jo M"."""
_MOTION_OF = re.compile(r"\s+(?:the|this|that)\s+(?:motion|proposal|amendment|resolution)\s+(?:of|by|from)\b")
"""What stands behind who seconds where the mover comes after: "Ann seconded the motion of Bo"."""
_SLASH = re.compile(r"\s?/\s?\Z")
_MOST_NAMED = 3
"""People in a line, of whom two without a stroke between them may be mover and seconder."""
_OF_LIST = 0.35
"""Share of letters of names in a line that lists people."""
_FARTHEST = 140
"""Characters from mover to seconder in a line that has both."""
_CLOSE = 3
"""Lines around those of a motion in which its mover and seconder may stand."""
_LEAST_LINE = 2.5
"""What a clause of a motion and a line must share for the mover and seconder of the line to be those of the motion."""
_BEFORE = 3
"""Turns before "second" in which somebody moved."""
_SAYS_LITTLE = 1
"""Words of a sentence that says who moved and seconded and no more."""
_VOTED = re.compile(r"\s*(?:no|yes|against|agst|agin|abst\w*|opposed|for|dissent\w*)\b", re.IGNORECASE)
"""What stands behind people of whom it is told how they voted."""
_I_MOVE = re.compile(r"\bI(?:'ll| will| would like to)? (?:so )?move\b|\bso moved\b", re.IGNORECASE)


def motion_clashes(pair: Pair) -> Iterator[Clash]:
    """Movers and seconders whom the notes of the same motion do not have so."""
    if pair.jottings and pair.roster.all:
        found = [*_told_movers(pair), *_lone_movers(pair)]
        places = {place for clash in found for place in clash.places}
        yield from found
        for clash in order_clashes(pair, _told_pairs(pair)):
            if clash.places[0] not in places:
                yield clash


def _told_movers(pair: Pair) -> Iterator[Clash]:
    """Mover and seconder against the pair that the notes of the same thing give."""
    for clause, at, mover, seconder in _told_pairs(pair):
        yield from _against_notes(pair, clause, at, mover, seconder)


@lru_cache(maxsize=4)
def movers_told(pair: Pair) -> frozenset[int]:
    """The mentions, by ``id``, of those who move or second in the draft."""
    return frozenset(id(m) for _, _, *both in _told_pairs(pair) for m in both)


@lru_cache(maxsize=4)
def _told_pairs(pair: Pair) -> list[tuple[Clause, Clause, Mention, Mention]]:
    """Every motion of the draft: where its seconder stands, where its mover, and both."""
    told: list[tuple[Clause, Clause, Mention, Mention]] = []
    for clause in pair.clauses:
        found = [_moved_in(pair, clause, word) for word in _SECONDED.finditer(clause.text)]
        mentions = pair.mentions[clause.index]
        if not any(found):
            found += [
                (clause, one, other)
                for one, other in pairwise(mentions)
                if re.fullmatch(r"\s?/\s?", clause.text[one.end : other.start])
            ]
        told += [(clause, *each) for each in found if each]
    return told


def _moved_in(pair: Pair, clause: Clause, word: re.Match[str]) -> tuple[Clause, Mention, Mention] | None:
    """Where the mover stands, mover and seconder."""
    mentions = pair.mentions[clause.index]
    after = [m for m in mentions if m.start >= word.start()]
    before = [m for m in mentions if m.end <= word.start()]
    mover = None
    if before and after and _MOTION_OF.match(clause.text, word.end()):
        mover, seconder = after[0], before[-1]
    elif after and after[0].start - word.end() < 25:
        seconder = after[0]
        mover = _mover_among(clause.text, before)
    elif len(before) > 1:
        mover, seconder = before[-2], before[-1]
    elif len(before) == 1 and not clause.text[before[0].end : word.start()].strip():
        seconder = before[0]  # "Ann proposed that … . Bo seconded."
    else:
        return None
    if mover:
        return clause, mover, seconder
    earlier = pair.clauses[clause.index - 1] if clause.index else None
    moved = _MOVED.search(earlier.text) if earlier and earlier.item == clause.item else None
    if not earlier or not moved:
        return None
    names = pair.mentions[earlier.index]
    chosen = [m for m in names if m.end <= moved.start() + 2][-1:] or [
        m for m in names if m.start >= moved.end()
    ][:1]
    return (earlier, chosen[0], seconder) if chosen else None


@lru_cache(maxsize=4)
def marked_movers(pair: Pair) -> frozenset[int]:
    """The mentions, by ``id``, of those whom the notes mark as moving or seconding, by a word or a stroke between two."""
    found: set[int] = set()
    for j, jotting in enumerate(pair.jottings):
        text, mentions = jotting.text, pair.noted[j]
        found |= {
            id(m)
            for m in mentions
            if _IS_MOVER.match(text, m.end)
            or _IS_SECONDER.match(text, m.end)
            or any(_is_marked(pair, mark, text[: m.start], m) for mark in (_MOVER_BEFORE, _SECONDER_BEFORE))
        }
        for one, other in pairwise(mentions):
            between = text[one.end : other.start]
            if _PAIR.fullmatch(between) and ("/" in between or not _is_list(pair, j)):
                found |= {id(one), id(other)}
    return frozenset(found)


@lru_cache(maxsize=4)
def movers_noted(pair: Pair) -> frozenset[int]:
    """The mentions, by ``id``, of those who move and second in the draft as some line of the notes has both."""
    marked = marked_movers(pair)
    lines = [
        [m for j in line for m in pair.noted[j] if id(m) in marked] for line in pair.links.lines.values()
    ]
    noted = [(one.who, other.who) for line in lines for one, other in pairwise(line)]
    return frozenset(
        id(m)
        for _, _, mover, seconder in _told_pairs(pair)
        if any(one & mover.who and other & seconder.who for one, other in noted)
        for m in (mover, seconder)
    )


def _mover_among(text: str, mentions: list[Mention]) -> Mention | None:
    """Who moved, by the word beside the name; else the last before the seconder."""
    for mention in reversed(mentions):
        if re.match(r"\s+(?:then\s+)?(?:proposed|moved)\b", text[mention.end :]) or re.search(
            r"(?:proposed|moved|motion) by\s+(?:the\s+)?\Z", text[: mention.start], re.IGNORECASE
        ):
            return mention
    return mentions[-1] if mentions else None


def _against_notes(
    pair: Pair, clause: Clause, at: Clause, mover: Mention, seconder: Mention
) -> Iterator[Clash]:
    """Mover and seconder against those that the notes mark: exchanged, or one of them another."""
    links = pair.links
    of_motion = dict.fromkeys((clause.index, at.index, *_told_before(pair, clause, at)))
    near = dict.fromkeys(j for k in of_motion for j in links.near(links.likeliest(k)))
    pairs = [
        (pair.jottings[j], first, second)
        for j in near
        for first, second in zip(pair.noted[j], pair.noted[j][1:], strict=False)
        if ("/" in pair.jottings[j].text[first.end : second.start] or not _is_list(pair, j))
        and _PAIR.fullmatch(pair.jottings[j].text[first.end : second.start])
        and not _VOTED.match(pair.jottings[j].text, second.end)
    ]
    if any(a.who & mover.who and b.who & seconder.who for _, a, b in pairs):
        return
    lines = {pair.jottings[j].item for j in near} | _lines_of_motion(pair, clause, at)
    pairs += [(jotting, a, b) for jotting, a, b in _marked_pairs(pair) if jotting.item in lines]
    if any(a.who & mover.who and b.who & seconder.who for _, a, b in pairs):
        return
    spoken = _spoken_pairs(pair)
    is_spoken = any(a.who & mover.who and b.who & seconder.who for _, _, a, b in spoken)
    if is_spoken and not _is_of_another(pair, (clause, at), mover, seconder):
        return
    own = {j for k in of_motion for j in links.linked[k][:2]}
    pairs += [(jotting, a, b) for moved, jotting, a, b in spoken if moved in own]
    pairs = [p for p in pairs if not _is_of_another(pair, (clause, at), p[1], p[2])]
    if _is_noted_beside(pair, lines, (clause, at), mover, seconder):
        return
    yield from _strange_mover(pair, near, at, mover)
    turned = [p for p in pairs if p[1].who & seconder.who and p[2].who & mover.who]
    half = [p for p in pairs if p[1].who & mover.who or p[2].who & seconder.who]
    marked = [p for p in _marked_pairs(pair) if p in pairs]
    for jotting, first, second in (turned or half or (marked if len(marked) == 1 else []))[:1]:
        if turned:
            message = (
                f"The draft has {mover.text} moving and {seconder.text} seconding; "
                f"the notes have it the other way round ({said_in(jotting)})."
            )
        else:
            mine, theirs, did = (
                (mover, first, "moved") if not first.who & mover.who else (seconder, second, "seconded")
            )
            if not any(key.isdigit() for key in theirs.who):
                continue  # of "I" whoever takes the notes is not known, who may well be the one that the draft has
            message = f"The draft says that {mine.text} {did} this; the notes say {named_in_full(pair.roster, theirs)} ({said_in(jotting)})."
        wrong = [at.place(mover.start, mover.end)] if turned or not first.who & mover.who else []
        wrong += (
            [clause.place(seconder.start, seconder.end)] if turned or not second.who & seconder.who else []
        )
        is_together = jotting.text[second.start : second.end] == second.text and first.end <= second.start
        there = jotting.place(first.start, second.end) if is_together else jotting.place()
        yield Clash(message, (*wrong, there), 5.0, Severity.WARNING)


def _told_before(pair: Pair, clause: Clause, at: Clause) -> list[int]:
    """The sentence before one that says no more of a motion than who moved it: "Moved: Ann Lee. Seconded: Bo Fry."."""
    earlier = pair.clauses[at.index - 1] if at.index else None
    said = [
        word
        for k in {clause.index, at.index}
        for word in pair.links.draft_words[k]
        if not any(m.start <= word.start < m.end for m in pair.mentions[k])
        and not (_SECONDED.fullmatch(word.text) or _MOVED.fullmatch(word.text) or is_voting_word(word.low))
    ]
    is_before = earlier is not None and earlier.item == at.item and len(said) <= _SAYS_LITTLE
    return [at.index - 1] if is_before else []


_ROLL = re.compile(
    r"\A\W*(?:there|here|pres(?:ent)?|in room|top table|attend\w*|at table|who)\b\W*(?:[:=-]|(?-i:[A-Z]))|\bin (?:the )?chair\b|\bapol\w*",
    re.IGNORECASE,
)
"""What a line that lists who was there has."""


def _is_list(pair: Pair, j: int) -> bool:
    """Whether a jotting or its line lists people, of whom two beside each other are no mover and seconder."""
    line = pair.links.lines[pair.jottings[j].item]
    named = sum(len(m.text) for k in line for m in pair.noted[k])
    is_long = sum(len(pair.noted[k]) for k in line) > _MOST_NAMED
    if len(pair.noted[j]) > _MOST_NAMED or not is_long:
        return len(pair.noted[j]) > _MOST_NAMED
    texts = [pair.jottings[k].text for k in line]
    return any(map(_ROLL.search, texts)) or named > _OF_LIST * sum(map(len, texts))


def _is_noted_beside(
    pair: Pair, lines: set[int], here: tuple[Clause, Clause], mover: Mention, seconder: Mention
) -> bool:
    """Whether a line close by has both as the draft, of no other motion than this: it is the right one."""
    links = pair.links
    marked = _marked_pairs(pair)
    movers, seconders = ({id(p[n]) for p in marked} for n in (1, 2))
    close = {line + step for line in lines for step in range(-_CLOSE, _CLOSE + 1)}
    both = [
        (one, other)
        for line in close & links.lines.keys()
        for one, other in pairwise(
            (pair.jottings[j], m) for j in links.lines[line] if not _is_list(pair, j) for m in pair.noted[j]
        )
        if one[1].who & mover.who
        and other[1].who & seconder.who
        and id(one[1]) not in seconders
        and id(other[1]) not in movers
        and not (_VOTED.match(other[0].text, other[1].end) or _SLASH.search(one[0].text[: one[1].start]))
    ]
    return bool(both) and not _is_of_another(pair, here, mover, seconder)


def _lines_of_motion(pair: Pair, clause: Clause, at: Clause) -> set[int]:
    """The lines of the notes that the sentences of a motion share most with, and those that follow them."""
    found: set[int] = set()
    links = pair.links
    for k in {clause.index, at.index, clause.index + 1}:
        if k < len(pair.clauses) and pair.clauses[k].item == clause.item:
            lines = [pair.jottings[j].item for j in links.likeliest(k) if links.score[k][j] >= _LEAST_LINE]
            found |= {line + step for line in lines for step in (0, 1)}
    return found


@lru_cache(maxsize=4)
def _marked_pairs(pair: Pair) -> list[tuple[Clause, Mention, Mention]]:
    """Mover and seconder of a line, each by a word beside the name: "SM prop adults 95 to 110, LF 2nd", "m/SM s/LF"."""
    found = []
    for line in pair.links.lines.values():
        movers: list[tuple[Clause, Mention]] = []  # who is named after the mover may have moved instead
        is_before = False
        for jotting in (pair.jottings[j] for j in line):
            taken = 0  # to where a word that makes somebody before it the mover reaches: "Ann prop Bo as chair, Cy sec"
            for mention in pair.noted[jotting.index]:
                before = jotting.text[taken : mention.start]
                is_near = movers and jotting.start + mention.start - _end(movers[-1]) <= _FARTHEST
                follows = bool(movers) and not is_before and _IS_SECONDER.match(jotting.text, mention.end)
                if not follows and _is_marked(pair, _MOVER_BEFORE, before, mention):
                    movers, is_before = [(jotting, mention)], True
                elif is_near and (
                    _is_marked(pair, _SECONDER_BEFORE, before, mention)
                    or (not is_before and _IS_SECONDER.match(jotting.text, mention.end))
                ):
                    found += [(place, mover, mention) for place, mover in movers]
                elif moves := _IS_MOVER.match(jotting.text, mention.end):
                    movers, is_before, taken = [(jotting, mention)], False, moves.end()
                elif movers:
                    movers.append((jotting, mention))
    return found


def _is_marked(pair: Pair, mark: re.Pattern[str], before: str, mention: Mention) -> bool:
    """Whether a mark stands before somebody, and not the initial of their first name: "M Leigh, S Lunt" in a list."""
    found = mark.search(before)
    letter = found[0].strip(" .") if found else ""
    firsts = {p.first[:1] for key in mention.who if (p := pair.roster.by_key.get(key))}
    return found is not None and not (len(letter) == 1 and letter.isupper() and letter in firsts)


def _end(found: tuple[Clause, Mention]) -> int:
    return found[0].start + found[1].end


@lru_cache(maxsize=4)
def _spoken_pairs(pair: Pair) -> list[tuple[int, Clause, Mention, Mention]]:
    """Of a transcript, who moved in which line, and who said "second" soon after: "Ann: waive the fee", "Bo: second"."""
    found = []
    turns = turns_of(pair)
    for at, turn in enumerate(turns):
        if not turn.speaker or not _I_SECOND.match(turn.jotting.text, turn.start):
            continue
        for before in reversed(turns[max(0, at - _BEFORE) : at]):
            mover = before.speaker
            if mover is None:
                break  # it was somebody whom the draft does not name
            if not mover.who & turn.speaker.who and not before.jotting.text.rstrip().endswith("?"):
                found.append((before.jotting.index, before.jotting, mover, turn.speaker))
                break
    return found


def _is_of_another(pair: Pair, here: tuple[Clause, Clause], mover: Mention, seconder: Mention) -> bool:
    """Whether another motion of the draft has mover and seconder of the notes: it is that one which was noted."""
    return any(
        clause not in here and first.who & mover.who and second.who & seconder.who
        for clause, _, first, second in _told_pairs(pair)
    )


def _strange_mover(pair: Pair, near: Iterable[int], at: Clause, mover: Mention) -> Iterator[Clash]:
    """Initials of nobody in the draft, noted as the mover, that can't be the draft's mover."""
    lasts = {pair.roster.by_key[k].last[0] for k in mover.who if k in pair.roster.by_key}
    for j in near:
        found = _MOVED_BY.search(pair.jottings[j].text)
        if (
            found
            and lasts
            and found["who"].isupper()
            and not is_stop_word(found["who"].lower())
            and not pair.meant_by(found["who"])[0]
            and found["who"][-1] not in lasts
        ):
            message = f"The draft says that {mover.text} moved this; the notes say {found['who']} ({said_in(pair.jottings[j])})."
            yield Clash(
                message,
                (at.place(mover.start, mover.end), pair.jottings[j].place(*found.span("who"))),
                4.0,
                Severity.WARNING,
            )
            return


def _lone_movers(pair: Pair) -> Iterator[Clash]:
    """Movers without a seconder, against whom a line marks so: "Doyle moves 165", or, of a transcript, who says "I move"."""
    links = pair.links
    pairs = {at.index for _, at, _, _ in _told_pairs(pair)}
    movers = _noted_movers(pair)
    for clause in pair.clauses:
        if not re.search(r"\bmoved\b|\bmotion by\b", clause.text, re.IGNORECASE):
            continue
        mover = _mover_among(clause.text, pair.mentions[clause.index])
        near = links.near(links.linked[clause.index])
        said = [
            (pair.jottings[j], m, is_spoken)
            for j in near
            for m, is_spoken in movers.get(j, ())
            if clause.index not in pairs and (is_spoken or j in links.linked[clause.index][:1])
        ]
        if not mover or mover.is_role or not said or any(m.who & mover.who for _, m, _ in said):
            continue
        jotting, who, is_spoken = said[0]
        others = [
            m
            for c in pair.clauses
            if c is not clause and c.index in links.clauses_of[jotting.index]
            for m in pair.mentions[c.index]
        ]
        if any(m.who & who.who for m in others) and _is_moved_elsewhere(pair, clause, who):
            continue
        says = "in the notes it is" if is_spoken else "the notes say"
        message = f"The draft says that {mover.text} moved this; {says} {who.text} ({said_in(jotting)})."
        places = (clause.place(mover.start, mover.end), jotting.place(who.start, who.end))
        yield Clash(message, places, 4.0, Severity.WARNING)


@lru_cache(maxsize=4)
def _noted_movers(pair: Pair) -> dict[int, list[tuple[Mention, bool]]]:
    """For each jotting whom it marks as moving, and whether they say so themselves."""
    found: dict[int, list[tuple[Mention, bool]]] = {}
    for jotting in pair.jottings:
        text = jotting.text
        for mention in pair.noted[jotting.index]:
            is_spoken = (
                _I_MOVE.search(text) is not None and re.match(r"[\w.']*:", text[mention.end :]) is not None
            )
            if is_spoken or _MOVES.match(text, mention.end):
                found.setdefault(jotting.index, []).append((mention, is_spoken))
    return found


def _is_moved_elsewhere(pair: Pair, clause: Clause, who: Mention) -> bool:
    """Whether another sentence beside this one has somebody moving."""
    return any(
        c is not clause
        and (mover := _mover_among(c.text, pair.mentions[c.index])) is not None
        and mover.who & who.who
        and re.search(r"\bmoved\b|\bmotion\b", c.text, re.IGNORECASE)
        for c in pair.beside(clause.index, 4)
    )
