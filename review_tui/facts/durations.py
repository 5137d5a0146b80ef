"""How long something is to go on, or took: "six months", "2 wks", "one term"."""

import re
from collections.abc import Iterator, Sequence

from review_tui.facts.clauses import Clause
from review_tui.facts.measures import are_one_span, time_unit
from review_tui.facts.nearness import Near, near_to
from review_tui.facts.values import Kind, Value
from review_tui.model.findings import Location
from review_tui.model.frozen import frozen

_OF_OTHERS = re.compile(
    r"\b(?:ask(?:ed|s)|sought|requested|wanted|hoped|offered|options?|proposed|proposal|quoted|applied|would have|instead of|rather than|had looked|not(?= (?:for |of )?\Z))\b",
    re.IGNORECASE,
)
"""How a narrative tells what others would."""
_BEFORE = 60
"""Characters before a length that tell whose it is."""
_LONGEST = 400
"""Years, or days, that something goes on for at most."""


@frozen(eq=False)
class Duration:
    """How long something goes on, in a sentence or a jotting."""

    clause: Clause
    value: Value
    unit: str
    """Empty for a number of the notes that may be one, with no unit behind it: "make it 6"."""
    end: int
    """Where its unit ends."""

    @property
    def text(self) -> str:
        """As it is written."""
        return " ".join(self.clause.text[self.value.start : self.end].split())

    @property
    def place(self) -> Location:
        """Where it stands."""
        return self.clause.place(self.value.start, self.end)

    @property
    def near(self) -> Near:
        """The telling words and figures around it, each with how many words off it stands."""
        return near_to(self.clause.text, self.value.start, self.end)

    @property
    def is_of_others(self) -> bool:
        """Whether it is what somebody only asked for or offered, by what stands before it."""
        before = self.clause.text[max(0, self.value.start - _BEFORE) : self.value.start]
        return _OF_OTHERS.search(before) is not None

    def is_same(self, other: "Duration") -> bool:
        """Whether both are as long, be it in other units, as far as they say."""
        if self.unit == other.unit or not (self.unit and other.unit):
            return self.value.number == other.value.number
        return are_one_span(self.clause.text, self.value, other.clause.text, other.value)


def durations_in(clause: Clause, values: Sequence[Value]) -> Iterator[Duration]:
    """All lengths of time of a sentence or jotting, in order."""
    for value in values:
        unit = time_unit(clause.text, value.end) if value.kind is Kind.NUMBER else None
        if unit and value.number <= _LONGEST:
            yield Duration(clause, value, *unit)
