"""The votes check: the figures of a vote agree with each other, with the outcome and with who was there."""

import re
from collections.abc import Iterable, Iterator

from review_tui.checks.check import Check
from review_tui.checks.clash_findings import findings_of
from review_tui.checks.figures import vote_wording as wording
from review_tui.checks.figures.vote_lists import find_name_lists
from review_tui.checks.figures.vote_pairs import told_twice
from review_tui.checks.figures.vote_roll import against_the_roll
from review_tui.facts.pair import pair_of
from review_tui.facts.vote_clashes import is_of_another_vote, vote_clashes
from review_tui.language.sentences import CLAUSE_END
from review_tui.language.vote_words import BREAK, CASTING, NAMED_AGAINST
from review_tui.language.votes import Vote, VoteSide, find_votes
from review_tui.model.acts import FlagKind
from review_tui.model.findings import Finding, Severity
from review_tui.model.material import Document, Material
from review_tui.model.text import Span

_ROOM = 260
"""Characters around a vote in which a casting vote would be told."""
_NEAR = 110
"""Characters behind the figures in which it says what became of the motion."""
_NOBODY = re.compile(r"\b(?:no ?one|nobody|none|no|not|without any|any|if|had)\b", re.IGNORECASE)


class VotesCheck(Check):
    """Finds votes whose figures contradict each other, the outcome or the number of those present."""

    id = "votes"
    finds = (
        "Votes that contradict themselves: figures that do not add up to those who voted, more votes than "
        "members present, a motion carried by the smaller side, a unanimous decision with votes against, "
        "or the same vote given twice with other figures."
    )
    severity = Severity.ERROR
    flag_kind = FlagKind.FIGURE
    example = "The motion was carried unanimously by 7 votes to 2.\n"

    def run(self, material: Material) -> Iterable[Finding]:
        """Findings in the order of the draft."""
        draft = material.draft
        votes = find_votes(draft.text)
        found = [finding for vote in votes if (finding := _finding(draft, vote))]
        found += told_twice(draft, votes, self.id)
        found += _lists(draft)
        told = [finding.places[0].span for finding in found]
        found += (
            finding
            for finding in against_the_roll(material, votes, self.id)
            if not any(finding.places[0].span.overlaps(span) for span in told)
        )
        found = [finding for finding in found if not is_of_another_vote(finding.places[0].passage)]
        told = [finding.places[0].span for finding in found]
        found += (
            finding
            for finding in findings_of(self.id, vote_clashes(pair_of(material)))
            if not any(finding.places[0].span.overlaps(span) for span in told)
        )
        return sorted(found, key=lambda finding: finding.places[0].span)


def _finding(draft: Document, vote: Vote) -> Finding | None:
    """The gravest thing wrong with one vote."""
    rules = (_unanimity, _total, _present, _outcome, _casting, _margin)
    told = next((told for rule in rules if (told := rule(draft.text, vote))), None)
    if told is None:
        return None
    severity, message, span = told
    outcome = (vote.outcome_span,) if vote.outcome_span else ()
    beside = dict.fromkeys(s for s in (*outcome, *(t.span for t in vote.tallies)) if not s.overlaps(span))
    places = (draft.place(span), *(draft.place(s) for s in beside))
    return Finding(VotesCheck.id, severity, message, places)


Told = tuple[Severity, str, Span] | None


def _unanimity(text: str, vote: Vote) -> Told:
    everyone = vote.of(VoteSide.EVERYONE)
    if not everyone:
        return None
    against = vote.of(VoteSide.AGAINST)
    if against and against.count and not against.is_named:
        said = f"{against.count} {'is' if against.count == 1 else 'are'} recorded against it"
        return Severity.ERROR, wording.not_unanimous(said), everyone.span
    named = _named_against(text, vote)
    if named:
        said = f"\u201c{named}\u201d stands beside it"
        return Severity.WARNING, wording.not_unanimous(said), everyone.span
    abstained = vote.of(VoteSide.ABSTAINED)
    if abstained and abstained.count and "unanim" in everyone.text.casefold():
        said = f"{abstained.count} {'is' if abstained.count == 1 else 'are'} recorded as abstaining"
        return Severity.HINT, wording.not_unanimous(said), everyone.span
    return None


def _named_against(text: str, vote: Vote) -> str:
    """Who is said in the same breath to have voted against it: "Cllr Brown voting against"."""
    after = text[vote.span.end : vote.span.end + _NEAR].split("\n", maxsplit=1)[0]
    sentences = CLAUSE_END.search(after)
    after = after[: sentences.end()] if sentences else after
    match = NAMED_AGAINST.search(after)
    if not match or BREAK.search(after) or _NOBODY.search(match[0]):
        return ""
    return " ".join(match[0].split())


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
    ayes, noes = vote.count(VoteSide.FOR), vote.count(VoteSide.AGAINST)
    if ayes is None or noes is None or not vote.outcome:
        return None
    sides = vote.of(VoteSide.AGAINST)
    labelled = sides is not None and not sides.text.strip().isalnum()
    if vote.outcome == "carried" and ayes < noes:
        return Severity.ERROR, wording.wrong_outcome(vote, "carried"), vote.span
    if vote.outcome == "lost" and ayes > noes and labelled:
        return Severity.ERROR, wording.wrong_outcome(vote, "lost"), vote.span
    if vote.outcome == "carried" and ayes == noes and ayes and not _stands_near(text, vote.span, CASTING):
        return Severity.WARNING, wording.tie(vote), vote.span
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
    return Severity.WARNING, wording.no_need_to_cast(vote), vote.span


def _margin(_: str, vote: Vote) -> Told:
    margin, ayes, noes = vote.of(VoteSide.MARGIN), vote.count(VoteSide.FOR), vote.count(VoteSide.AGAINST)
    if not margin or ayes is None or noes is None or margin.count in {abs(ayes - noes), ayes}:
        return None
    return Severity.ERROR, wording.wrong_margin(vote, margin.count), margin.span


def _stands_near(text: str, span: Span, pattern: re.Pattern[str]) -> bool:
    return bool(pattern.search(text, max(0, span.start - _ROOM), span.end + _ROOM))


def _lists(draft: Document) -> Iterator[Finding]:
    """Recorded votes whose names are not as many as the figure before them."""
    for listed in find_name_lists(draft.text):
        if listed.count != len(listed.names):
            message = wording.wrong_list(listed.side, listed.count, len(listed.names))
            yield Finding(VotesCheck.id, Severity.WARNING, message, (draft.place(listed.span),))
