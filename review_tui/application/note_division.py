"""Which lines of a transcript, or of notes of a whole meeting, are of which item: by alignment, in order.

All items are read as one draft against the notes. What an item rests on pulls lines to it, and the items
follow each other as on the agenda: the division that gathers most evidence so is the one that is offered.
"""

import re
from collections.abc import Mapping, Sequence

from review_tui.application.reading import ItemView
from review_tui.model.errors import WrongUsage
from review_tui.model.frozen import frozen
from review_tui.model.meeting import Source


@frozen
class NotePart:
    """The lines of one item."""

    item: ItemView
    first: int
    """From 1; the last one included. An item without lines has ``last`` before ``first``."""
    last: int
    text: str
    evidence: int
    """How many of these lines its minutes surely rest on: 0 where the place is a guess."""

    @property
    def is_empty(self) -> bool:
        """Whether no line is taken to be of the item, or none with words."""
        return self.last < self.first or not self.text.strip()


_SHORT_WORD = 5
"""Letters of a word of a title up to which it may be said anywhere."""
_SURE = 0.5
"""The chance from which on a line counts as one that minutes rest on."""
_SPEAKER = re.compile(r"(?P<name>[^\W\d][^:(\n]{1,60}?)\s?(?:\(\d[\d:.]{2,12}\))?:\s")
"""Who speaks in a line of a transcript: "Laura Gough (0:12:31): What she said."."""
_CUE = re.compile(
    r"\b(?:next (?:item|agenda|up|on)|item \w{1,6}|mov(?:e|ing) on|agenda item|turn(?:ing)? to)\b",
    re.IGNORECASE,
)
"""Words with which a chair goes on to the next item."""


class NoteDivision:
    """Notes of a whole meeting and its items: what each line is evidence for is worked out once."""

    def __init__(self, items: Sequence[ItemView], source: Source) -> None:
        self._items = items
        self._lines = source.text.splitlines(keepends=True)
        self._pulls, self._sure = _line_evidence(items, source, self._lines)

    @property
    def lines(self) -> Sequence[str]:
        """The lines of the notes, with their ends."""
        return self._lines

    def parts(self, begins: Mapping[str, int] | None = None) -> tuple[NotePart, ...]:
        """The lines of each item; ``begins`` says of an item, by its id, its first line.

        Raises ``WrongUsage`` where that can't be.
        """
        items, lines, pulls = self._items, self._lines, self._pulls
        fixed = _called_lines(items, begins or {}, len(lines))
        starts = _boundaries(items, _best_starts(pulls, fixed, len(lines)), pulls, fixed, lines)
        ends = [*starts[1:], len(lines)]
        return tuple(
            NotePart(item, start + 1, end, "".join(lines[start:end]), sum(self._sure[n][start:end]))
            for n, (item, start, end) in enumerate(zip(items, starts, ends, strict=True))
        )


def divide_notes(
    items: Sequence[ItemView], source: Source, begins: Mapping[str, int] | None = None
) -> tuple[NotePart, ...]:
    """The lines of ``source`` among ``items``, as ``NoteDivision`` has them."""
    return NoteDivision(items, source).parts(begins)


def _line_evidence(
    items: Sequence[ItemView], source: Source, lines: Sequence[str]
) -> tuple[list[list[float]], list[list[bool]]]:
    """For each item and line how likely it is that the minutes rest on it, and whether they surely do."""
    draft, edges = "", []
    for view in items:
        draft += f"{view.item.title}.\n\n{view.draft.text.strip()}\n\n"
        edges.append(len(draft))
    ends, at = [], 0
    for line in lines:
        at += len(line)
        ends.append(at)
    from review_tui.alignment.aligner import align  # noqa: PLC0415 -- loads numpy: only who divides waits for it

    pulls = [[0.0] * len(lines) for _ in items]
    sure = [[False] * len(lines) for _ in items]
    for unit in align(draft, [source]).sentences:
        of = next((n for n, edge in enumerate(edges) if unit.span.start < edge), len(items) - 1)
        for link in unit.links:
            first = next((n for n, end in enumerate(ends) if end > link.span.start), len(lines) - 1)
            for n in range(first, len(lines)):
                if n > first and ends[n - 1] >= link.span.end:
                    break
                # The surest only: many sentences of a long item each find a little in any line.
                pulls[of][n] = max(pulls[of][n], link.score)
                sure[of][n] |= link.score >= _SURE
    return pulls, sure


def _called_lines(items: Sequence[ItemView], begins: Mapping[str, int], count: int) -> dict[int, int]:
    """The first lines that were said, by the place of the item, from 0."""
    places = {view.item.id: n for n, view in enumerate(items)}
    fixed = {places[id_]: line - 1 for id_, line in begins.items()}
    order = [fixed[place] for place in sorted(fixed)]
    if any(not 0 <= line < count for line in order):
        raise WrongUsage(f"There are lines 1 to {count} in these notes.")
    if order != sorted(order):
        raise WrongUsage(
            "The items follow each other as on the agenda: one can't begin before the one above."
        )
    return fixed


def _best_starts(pulls: Sequence[Sequence[float]], fixed: Mapping[int, int], count: int) -> list[int]:
    """Where each item begins, so that all together gather most: a best path in the order of the agenda."""
    if not pulls:
        return []
    sums = []
    for row in pulls:
        total, running = 0.0, [0.0]
        for pull in row:
            total += pull
            running.append(total)
        sums.append(running)
    # best[n]: the most that the items up to here gather from the lines before n.
    best = [sums[0][n] for n in range(count + 1)]
    froms: list[list[int]] = [[0] * (count + 1)]
    for place in range(1, len(pulls)):
        running = sums[place]
        found, origin = [0.0] * (count + 1), [0] * (count + 1)
        top, start = float("-inf"), 0
        for n in range(count + 1):
            may_begin = fixed.get(place, n) == n
            gained = best[n] - running[n]
            if may_begin and gained > top:
                top, start = gained, n
            found[n], origin[n] = top + running[n], start
        best = found
        froms.append(origin)
    starts, end = [0] * len(pulls), count
    for place in range(len(pulls) - 1, 0, -1):
        end = froms[place][end]
        starts[place] = end
    return starts


def _boundaries(
    items: Sequence[ItemView],
    starts: Sequence[int],
    pulls: Sequence[Sequence[float]],
    fixed: Mapping[int, int],
    lines: Sequence[str],
) -> list[int]:
    """Where nothing tells of which of two items lines are: from where the chair goes on, or the middle."""
    moved = list(starts)
    for place in range(1, len(starts)):
        first = starts[place]
        until = starts[place + 1] if place + 1 < len(starts) else len(lines)
        own = next((n for n in range(first, until) if pulls[place][n] > 0), first)
        if place in fixed or own <= first:
            continue
        title = {word.casefold() for word in items[place].item.title.split() if len(word) > _SHORT_WORD}
        cues = (
            n
            for n in range(first, own + 1)
            if _CUE.search(lines[n]) or title & set(re.findall(r"\w+", lines[n].casefold()))
        )
        turn = _turn_of(lines, own)
        moved[place] = next(cues, turn if turn >= first else (first + own) // 2)
    return moved


def _turn_of(lines: Sequence[str], place: int) -> int:
    """Where whoever speaks at ``place`` began, so that nobody is cut short; -1 where nobody is named."""
    speaker = _speaker(lines[place])
    while speaker and place and _speaker(lines[place - 1]) == speaker:
        place -= 1
    return place if speaker else -1


def _speaker(line: str) -> str:
    named = _SPEAKER.match(line)
    return named["name"].strip() if named else ""
