"""Votes of the draft against themselves: figures, outcome, unanimity, lists of names, who was there, the quorum."""

import re
from collections.abc import Iterator

from review_tui.facts import vote_wording as wording
from review_tui.facts.clash import Clash
from review_tui.facts.pair import Pair, pair_of
from review_tui.facts.vote_roll import against_the_roll
from review_tui.facts.votes_twice import told_twice
from review_tui.language.number_words import ONES
from review_tui.language.sentences import CLAUSE_END
from review_tui.language.vote_lists import find_name_lists
from review_tui.language.vote_words import BREAK, CASTING, DISSENT, ONE_VOTE
from review_tui.language.votes import Vote, VoteSide, find_votes
from review_tui.model.findings import Location, Severity
from review_tui.model.material import Document, Material
from review_tui.model.text import Span

_ROOM = 260
"""Characters around a vote in which a casting vote would be told."""
_NEAR = 110
"""Characters behind the figures in which it says what became of the motion, and who was against it."""
_ROLL_CALL, _FEWEST_CALLED = 600, 3
"""Characters before a vote in which members are called, and the fewest of them."""
_NOBODY = re.compile(r"\b(?:no ?one|nobody|none|no|not|without any|any|if|had)\b", re.IGNORECASE)
_ANOTHER_MOTION = re.compile(r"\b(?:another|different|motion|amendment|next|then|also|item)\b", re.IGNORECASE)
_ANOTHER_VOTE = re.compile(
    r"minutes of|amended to|last (?:year|meeting)|tally for|poll|ballot|referendum|residents|survey|\bhad (?:\w+ )?voted\b"
    r"|\b(?:said|reported|advised|noted) that the (?:[A-Z]\w{1,20} ){0,3}(?:committee|commission|board|council)\b",
    re.IGNORECASE,
)
"""Words of a sentence about a vote that was not taken at this meeting, or about candidates' tallies."""
_COUNTED_OUT = re.compile(r"\bby (?:a vote of )?\Z", re.IGNORECASE)
"""Before figures of which the first may be those who were for rejecting it: "rejected by 21 to 2"."""
_NUMBER = rf"(?P<n>\d{{1,3}}|{'|'.join(ONES)})"
_QUORUM = re.compile(rf"\bquorum\b[^.;]{{0,60}}?\b{_NUMBER}\b", re.IGNORECASE)
_QUORATE = re.compile(
    r"quor(?:ate|um)\b[^.]{0,40}\b(?:reached|present|met|quorate)\b|\bwas quorate\b", re.IGNORECASE
)
_SO_MANY = re.compile(
    rf"\b{_NUMBER}\s+(?:voting\s+|board\s+|committee\s+)?(?:members|directors|governors|trustees|councillors)"
    r"\s+(?:were\s+|being\s+)?present",
    re.IGNORECASE,
)


def vote_clashes(material: Material) -> Iterator[Clash]:
    """Votes of the draft that can't be right."""
    draft = material.draft
    votes = tuple(vote for vote in find_votes(draft.text) if not _is_of_another(draft.text, vote))
    for vote in votes:
        rules = (_unanimity, _total, _present, _outcome, _casting, _margin, _named)
        told = next((told for rule in rules if (told := rule(draft.text, vote))), None)
        if told:
            yield _clash(draft, vote, *told)
    yield from told_twice(draft, votes)
    for listed in find_name_lists(draft.text):
        if listed.count != len(listed.names):
            message = wording.wrong_list(listed.side, listed.count, len(listed.names))
            yield Clash(message, (draft.place(listed.span),), 3.0, Severity.WARNING)
    yield from _roll_calls(draft, votes)
    yield from against_the_roll(material, votes)
    yield from _quorum(pair_of(material))


def _is_of_another(text: str, vote: Vote) -> bool:
    """Whether the sentence tells of a vote that was not taken at this meeting, or of candidates' tallies."""
    lead = text[max(0, vote.span.start - _ROOM) : vote.span.start].rpartition("\n")[2]
    begins = max((m.end() for m in CLAUSE_END.finditer(lead)), default=0)
    tail = text[vote.span.end : vote.span.end + _ROOM].partition("\n")[0]
    ends = CLAUSE_END.search(tail)
    said = f"{lead[begins:]}{vote.text}{tail[: ends.end()] if ends else tail}"
    return _ANOTHER_VOTE.search(said) is not None


_WEIGHTS = {Severity.ERROR: 4.0, Severity.WARNING: 3.5, Severity.HINT: 3.0}


def _clash(draft: Document, vote: Vote, severity: Severity, message: str, span: Span) -> Clash:
    """The words at ``span``, with the other words of the vote beside them."""
    outcome = (vote.outcome_span,) if vote.outcome_span else ()
    beside = dict.fromkeys(s for s in (*outcome, *(t.span for t in vote.tallies)) if not s.overlaps(span))
    places = (draft.place(span), *(draft.place(s) for s in beside))
    return Clash(message, places, _WEIGHTS[severity], severity)


Told = tuple[Severity, str, Span] | None


def _unanimity(text: str, vote: Vote) -> Told:
    everyone = vote.of(VoteSide.EVERYONE)
    if not everyone:
        return None
    against, abstained = vote.of(VoteSide.AGAINST), vote.of(VoteSide.ABSTAINED)
    if against and against.count:
        said = f"{against.count} {'is' if against.count == 1 else 'are'} recorded against it"
        return Severity.ERROR, wording.not_unanimous(said), everyone.span
    is_by_word = "unanim" in everyone.text.casefold()  # nem con is said with abstentions too
    if abstained and abstained.count and is_by_word:
        said = f"{abstained.count} {'is' if abstained.count == 1 else 'are'} recorded as abstaining"
        return Severity.HINT, wording.not_unanimous(said), everyone.span
    after = text[vote.span.end : vote.span.end + _NEAR].split("\n", maxsplit=1)[0]
    dissent = DISSENT.search(after)
    before = everyone.text[-2:] + after[: dissent.start()] if dissent else ""
    if not dissent or _NOBODY.search(before[-20:] + dissent[0]) or BREAK.search(before):
        return None
    ended = CLAUSE_END.search(before)
    if (ended and _ANOTHER_MOTION.search(before)) or (ended and CLAUSE_END.search(before, ended.end())):
        return None
    if dissent["abstained"] and not is_by_word:
        return None
    said = f"\u201c{' '.join(dissent[0].split())}\u201d stands beside it"
    return Severity.WARNING if ended else Severity.ERROR, wording.not_unanimous(said), everyone.span


def _total(_: str, vote: Vote) -> Told:
    cast = vote.of(VoteSide.CAST)
    if not cast or not (vote.of(VoteSide.FOR) or vote.of(VoteSide.AGAINST)):
        return None
    voted = (vote.count(VoteSide.FOR) or 0) + (vote.count(VoteSide.AGAINST) or 0)
    one_side = vote.of(VoteSide.FOR) is None or (
        vote.of(VoteSide.AGAINST) is None and not vote.of(VoteSide.ABSTAINED)
    )
    if cast.count == vote.sum or (one_side and vote.sum <= cast.count):
        return None
    severity = Severity.HINT if cast.count == voted else Severity.ERROR
    return severity, wording.wrong_total(vote, cast.count), cast.span


def _present(_: str, vote: Vote) -> Told:
    present = vote.of(VoteSide.PRESENT)
    if not present or not vote.sum or present.count == vote.sum:
        return None
    if vote.sum > present.count:
        return Severity.ERROR, wording.too_many(vote, present.count), present.span
    sides = [vote.of(side) for side in (VoteSide.FOR, VoteSide.AGAINST, VoteSide.ABSTAINED)]
    if not all(sides[:2]):
        return None
    severity = Severity.WARNING if sides[2] else Severity.HINT
    return severity, wording.too_few(vote, present.count), present.span


def _outcome(text: str, vote: Vote) -> Told:
    ayes, noes = vote.of(VoteSide.FOR), vote.of(VoteSide.AGAINST)
    if ayes is None or noes is None or not vote.outcome:
        return None
    is_counted_out = noes.text.strip().isalnum() and (
        " to " in text[ayes.span.end : noes.span.end] or _COUNTED_OUT.search(text, 0, ayes.span.start)
    )
    if vote.outcome == "carried" and ayes.count < noes.count:
        return Severity.ERROR, wording.wrong_outcome(vote, "carried"), vote.counted
    if vote.outcome == "lost" and ayes.count > noes.count and not is_counted_out:
        return Severity.ERROR, wording.wrong_outcome(vote, "lost"), vote.counted
    around = Span(max(0, vote.span.start - _ROOM), vote.span.end + _ROOM).of(text)
    if vote.outcome == "carried" and ayes.count == noes.count and ayes.count and not CASTING.search(around):
        return Severity.WARNING, wording.tie(vote), vote.counted
    return None


def _casting(text: str, vote: Vote) -> Told:
    """A casting vote needs a tie; a difference of one may be the casting vote itself."""
    ayes, noes = vote.count(VoteSide.FOR), vote.count(VoteSide.AGAINST)
    if ayes is None or noes is None or abs(ayes - noes) <= 1:
        return None
    after = text[vote.span.end : vote.span.end + _NEAR].split("\n\n", maxsplit=1)[0]
    match = CASTING.search(after)
    told = match and "second" not in match[0].casefold() and not BREAK.search(after)
    if not told or _NOBODY.search(after):
        return None
    return Severity.WARNING, wording.no_need_to_cast(vote), vote.counted


def _margin(_: str, vote: Vote) -> Told:
    margin, ayes, noes = vote.of(VoteSide.MARGIN), vote.count(VoteSide.FOR), vote.count(VoteSide.AGAINST)
    if not margin or ayes is None or noes is None or margin.count in {abs(ayes - noes), ayes}:
        return None
    return Severity.ERROR, wording.wrong_margin(vote, margin.count), margin.span


def _named(_: str, vote: Vote) -> Told:
    """Such as "4-1, with Mr Rutkowski and Ms Venkat opposed"."""
    for named in vote.tallies:
        counted = vote.of(named.side)
        if named.is_named and counted and not counted.is_named and counted.count != named.count:
            return (
                Severity.WARNING,
                wording.wrong_list(wording.SAID[named.side], counted.count, named.count),
                vote.counted,
            )
    return None


def _roll_calls(draft: Document, votes: tuple[Vote, ...]) -> Iterator[Clash]:
    """Votes that do not come to what each member is said to have called just before."""
    for vote in votes:
        ayes, noes = vote.count(VoteSide.FOR), vote.count(VoteSide.AGAINST)
        begins = max(0, vote.span.start - _ROLL_CALL)
        lead = draft.text[begins : vote.span.start].rpartition("\n")[2]
        called: list[re.Match[str]] = []
        for match in ONE_VOTE.finditer(lead):
            if called and match.start() - called[-1].end() > len(", and "):
                called = []
            called.append(match)
        if ayes is None or noes is None or len(called) < _FEWEST_CALLED:
            continue
        if len(lead) - called[-1].end() > _NEAR:
            continue
        said = [sum(m[side] is not None for m in called) for side in ("for", "against")]
        if said != [ayes, noes]:
            at = vote.span.start - len(lead)
            roll = Span(at + called[0].start(), at + called[-1].end())
            places = (draft.place(vote.counted), draft.place(roll))
            yield Clash(wording.unlike_the_call(vote, *said), places, 3.0, Severity.WARNING)


def _quorum(pair: Pair) -> Iterator[Clash]:
    """A quorum that is said to have been reached with fewer members than it asks for."""
    needed = next(
        ((c, m) for c in pair.clauses if (m := _QUORUM.search(c.text)) and not _SO_MANY.search(c.text)), None
    )
    counted = next((m for c in pair.clauses if (m := _SO_MANY.search(c.text))), None)
    reached = next(((c, m) for c in pair.clauses if (m := _QUORATE.search(c.text))), None)
    if needed and counted and reached and _value(counted["n"]) < _value(needed[1]["n"]):
        places: tuple[Location, ...] = tuple(c.place(m.start(), m.end()) for c, m in (reached, needed))
        yield Clash(f"The quorum is {needed[1]['n']}, but {counted['n']} were present.", places, 3.0)


def _value(word: str) -> int:
    return int(word) if word.isdigit() else ONES[word.lower()]
