"""People who are named together, "Ann Lee and Bo Fry to meet the agent": where the notes have all of them but one, and another."""

import re
from collections.abc import Iterator, Sequence

from review_tui.facts.clash import Clash
from review_tui.facts.mentions import Mention
from review_tui.facts.pair import Pair
from review_tui.facts.wording import named_in_full, said_in
from review_tui.model.findings import Severity

_TOLD_BETWEEN = re.compile(
    r"(?:\s?\([^()]{1,40}\))?\s?(?:,|;|&|,? and)\s?(?:(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor)\.? )?",
    re.IGNORECASE,
)
_NOTED_BETWEEN = re.compile(r"\s?(?:[,;&+]|\band\b|\bn\b)\s?")
"""What stands between two of a list, in minutes and in notes, where a stroke is between who moved and who seconded."""
_MUTUAL = 0.5
"""How near sentence and jotting must come to being each other's best."""
_FEWEST = 2
"""People of a list; one more in those of who was there, where pairs are of all sorts."""
_WEIGHT = 1.5
"""How sure it is, beside other clashes of the same words."""


def together_clashes(pair: Pair) -> Iterator[Clash]:
    """Those of a list of the draft instead of whom the notes have another, in order."""
    for clause in pair.clauses if pair.jottings else ():
        j = pair.links.mutual_best(clause.index, _MUTUAL)
        if clause.is_heading or j is None:
            continue
        jotting = pair.jottings[j]
        named = [m for k in pair.links.near([j]) for m in pair.noted[k]]
        lists = [*_lists_in(jotting.text, pair.noted[j], _NOTED_BETWEEN)]
        for mine in _lists_in(clause.text, pair.mentions[clause.index], _TOLD_BETWEEN):
            for theirs in lists:
                lone = [m for m in mine if not any(m.who & t.who for t in theirs)]
                other = [t for t in theirs if not any(m.who & t.who for m in pair.mentions[clause.index])]
                if (
                    len(mine) == len(theirs) > (clause.index in pair.roll) + 1
                    and len(lone) == len(other) == 1
                    and not any(lone[0].who & m.who for m in named)
                ):
                    found = f"{named_in_full(pair.roster, other[0])} ({said_in(jotting)})"
                    message = f"The draft names {lone[0].text} with the others here; the notes of the same thing name {found}."
                    places = (
                        clause.place(lone[0].start, lone[0].end),
                        jotting.place(other[0].start, other[0].end),
                    )
                    yield Clash(message, places, _WEIGHT, Severity.WARNING)


def _lists_in(text: str, mentions: Sequence[Mention], between: re.Pattern[str]) -> Iterator[list[Mention]]:
    """The people of a text who are named one right behind another."""
    found: list[Mention] = []
    for mention in (m for m in mentions if sum(map(str.isdigit, m.who)) == 1):
        if found and not between.fullmatch(text, found[-1].end, mention.start):
            if len(found) >= _FEWEST:
                yield found
            found = []
        found.append(mention)
    if len(found) >= _FEWEST:
        yield found
