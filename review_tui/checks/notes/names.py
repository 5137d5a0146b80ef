"""The notes-names check: who moved, seconded, said or is to act, where the notes name somebody else."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from review_tui.checks.material import Material
from review_tui.checks.notes.in_order import align
from review_tui.checks.notes.lines import Line
from review_tui.checks.notes.match import Match, Matches, best_notes
from review_tui.checks.notes.movers import Movers, movers_noted, movers_told
from review_tui.checks.notes.pairs import surroundings, touches
from review_tui.checks.notes.people import Named, People
from review_tui.checks.notes.wording import said_in
from review_tui.checks.recognisers.name_reading import key_of
from review_tui.domain.findings import Finding, Severity

_FEW_WORDS = 3.0
_LIST = 4
"""A line with so many names lists those present; it tells nothing of who did what."""
_LEAST_MOVED = 4.0
"""What two lines must share at least where both tell who moved."""
_LEAST_WEIGHT = 8.0
"""The same where they only name somebody."""
_LEAST_SHARE = 0.5
_HALF_ALIKE = 0.4
_ALIKE = 0.6
"""From this share on, lines beside the two are not asked: a name there is of something else."""


@dataclass(frozen=True, eq=False)
class _Read:
    matches: Matches
    people: People
    _named: dict[tuple[bool, int], tuple[Named, ...]] = field(default_factory=dict)
    _everybody: dict[bool, tuple[Named, ...]] = field(default_factory=dict)

    def named(self, index: int, *, in_notes: bool) -> tuple[Named, ...]:
        """Everybody named in one line."""
        key = (in_notes, index)
        if key not in self._named:
            lines = self.matches.notes if in_notes else self.matches.draft
            self._named[key] = self.people.in_line(lines[index]) if 0 <= index < len(lines) else ()
        return self._named[key]

    def everybody(self, *, in_notes: bool) -> tuple[Named, ...]:
        """Everybody named in the notes, or in the draft, each once."""
        if in_notes not in self._everybody:
            lines = range(len(self.matches.notes if in_notes else self.matches.draft))
            named = (n for index in lines for n in self.named(index, in_notes=in_notes))
            self._everybody[in_notes] = tuple({(n.keys, n.letters): n for n in named}.values())
        return self._everybody[in_notes]


class NotesNamesCheck:
    """Finds names that the notes of the same thing give otherwise."""

    id = "notes-names"
    finds = "Somebody who moved, seconded, said or is to do something, where the notes of it name another."
    severity = Severity.WARNING
    example = (
        "Present: Cllr Jane Smith, Cllr Tom Mann, Cllr Una Price\n\n"
        "It was proposed by Cllr Mann and seconded by Cllr Smith that the hedge on Mill Lane be cut.\n"
    )
    example_notes = "hedge Mill Lane to be cut - prop JS, sec TM\n"

    def run(self, material: Material) -> Iterable[Finding]:
        """Findings in the order of the draft."""
        if not material.notes:
            return ()
        read = _Read(best_notes(material), People(material, best_notes(material)))
        return tuple(finding for line in read.matches.draft for finding in _line(read, line))


def _line(read: _Read, line: Line) -> Iterator[Finding]:
    mine = read.named(line.index, in_notes=False)
    best = read.matches.best(line.index) if mine else None
    if best is None or best.weight < _LEAST_MOVED:
        return
    if not read.matches.belongs(best.line.index, line.index):
        if best.of_draft >= _ALIKE and best.weight >= _LEAST_WEIGHT:
            yield from _orphans(read, line, best, strangers=True)
        return
    here = movers_told(line, mine)
    for noted in _pieces(read, line, best) if here else ():
        there = movers_noted(noted, read.named(noted.index, in_notes=True))
        if here and there:
            finding = _moved(read, (line, here), (noted, there))
            if finding:
                yield finding
                return
    share = max(best.of_notes, best.of_draft)
    if share >= _LEAST_SHARE:
        yield from _orphans(read, line, best, strangers=best.weight < _LEAST_WEIGHT)


def _moved(read: _Read, mine: tuple[Line, Movers], theirs: tuple[Line, Movers]) -> Finding | None:
    """Mover and seconder the other way round, or another than in the notes."""
    (line, here), (noted, there) = mine, theirs
    pairs = [(here.mover, there.mover, "moved"), (here.seconder, there.seconder, "seconded")]
    bystanders = [n for n in read.named(line.index, in_notes=False) if n not in here.named]
    wrong = [
        (m, t, what)
        for m, t, what in pairs
        if m
        and t
        and (t.letters or not t.is_new)
        and not m.may_be(t)
        and not any(n.keys and n.may_be(t) for n in bystanders)
    ]
    if not wrong or not all(n.keys for m, t, _ in wrong for n in (m, t)):
        return None
    swapped = (
        here.mover and here.seconder and there.mover and there.seconder
        and here.mover.may_be(there.seconder) and here.seconder.may_be(there.mover)
    )  # fmt: skip
    if swapped:
        message = (
            f"The draft has {_called(here.mover)} moving and {_called(here.seconder)} seconding; "
            f"the notes have it the other way round ({said_in(noted)})."
        )
    else:
        m, t, what = wrong[0]
        message = (
            f"The draft says that {_called(m)} {what} this; the notes say {_who(read, t)} ({said_in(noted)})."
        )
    places = [line.document.place(m.span) for m, _, _ in wrong]
    places += [noted.document.place(t.span) for _, t, _ in wrong]
    return Finding(NotesNamesCheck.id, Severity.WARNING, message, tuple(places))


def _orphans(read: _Read, line: Line, best: Match, *, strangers: bool) -> Iterator[Finding]:
    """One name of the draft that the notes lack, beside one of the notes that the draft lacks.

    ``strangers``: only names that the other text has nowhere, as the lines share little.
    """
    pieces = _pieces(read, line, best)
    owner = {t: n for n in pieces for t in read.named(n.index, in_notes=True)}
    mine = read.named(line.index, in_notes=False)
    if any(not t.keys for t in owner) and all(m.keys for m in mine):
        return
    aligned = align(mine, tuple(owner))
    lone = [m for m in aligned.mine if m.is_sure]
    left = [t for t in aligned.theirs if t.is_sure or t.is_new]
    bare = [] if left else [t for t in aligned.theirs if key_of(t.text) in t.keys]
    strangers = strangers or bool(bare)
    for me, they in _pairs(read, line, owner, lone, left or bare, aligned.opposite):
        if strangers and not _are_strangers(read, me, they, best):
            continue
        taken = any(me.may_be(t) for t in owner) or any(they.may_be(m) for m in mine)
        alike = min(best.of_notes, best.of_draft) >= _ALIKE and owner[they] is best.line and not they.is_new
        if (me, they) in aligned.opposite or (
            not taken
            and (
                alike
                or not (
                    _elsewhere(read, line.index, best.line.index, me, in_notes=True)
                    or _elsewhere(read, best.line.index, line.index, they, in_notes=False)
                )
            )
        ):
            yield _other_name(read, (line, me), (owner[they], they))


def _are_strangers(read: _Read, me: Named, they: Named, best: Match) -> bool:
    """Whether the notes never name the one, nor the draft the other; the first is enough in lines alike."""
    if they.letters or _is_named(read, me, in_notes=True):
        return False
    alike = min(best.of_notes, best.of_draft) >= _HALF_ALIKE and not they.is_new
    return alike or not _is_named(read, they, in_notes=False)


def _is_named(read: _Read, who: Named, *, in_notes: bool) -> bool:
    """Whether any line of the notes, or of the draft, names somebody."""
    return any(who.may_be(n) for n in read.everybody(in_notes=in_notes))


def _pairs(
    read: _Read,
    line: Line,
    owner: dict[Named, Line],
    lone: list[Named],
    left: list[Named],
    opposite: frozenset[tuple[Named, Named]],
) -> list[tuple[Named, Named]]:
    """Names that stand for each other: between the same names, beside the same word, or the last left."""
    sure = {t.keys for t in left if not t.is_new}
    found = [
        (me, they)
        for me in lone
        for they in left
        if (me, they) in opposite
        or (not they.is_new and len(lone) == len(sure) == 1)
        or _beside_same(read, (line, me), (owner[they], they))
    ]
    alone = [p for p in found if all(p is q or (p[0] is not q[0] and p[1] is not q[1]) for q in found)]
    if not alone and found and len({me for me, _ in found}) == len({they.keys for _, they in found}) == 1:
        return found[:1]
    return sorted(alone, key=lambda p: p[0].span)


def _beside_same(read: _Read, mine: tuple[Line, Named], theirs: tuple[Line, Named]) -> bool:
    here = surroundings(read.matches, mine[0], mine[1].span, (), in_notes=False)
    there = surroundings(read.matches, theirs[0], theirs[1].span, (), in_notes=True)
    return touches(here, there)


def _other_name(read: _Read, mine: tuple[Line, Named], theirs: tuple[Line, Named]) -> Finding:
    (line, me), (noted, they) = mine, theirs
    message = (
        f"The draft names {_called(me)} here; the notes of the same thing name {_who(read, they)} "
        f"({said_in(noted)})."
    )
    places = (line.document.place(me.span), noted.document.place(they.span))
    return Finding(NotesNamesCheck.id, Severity.WARNING, message, places)


def _pieces(read: _Read, line: Line, best: Match) -> list[Line]:
    """The best line of the notes, and those close to it that are of the same line of the draft."""
    lines = read.matches.notes
    found = [best.line]
    for index in (best.line.index - 1, best.line.index + 1):
        own = read.matches.of_notes(index) if 0 <= index < len(lines) else ()
        if own and own[0].line is line and own[0].weight >= _FEW_WORDS:
            found.append(lines[index])
    return found


def _elsewhere(read: _Read, asking: int, besides: int, who: Named, *, in_notes: bool) -> bool:
    """Whether a line next to the matching one names the same person, not on another line's account."""
    for index in (besides - 1, besides + 1):
        near = read.named(index, in_notes=in_notes)
        for other in near if len(near) < _LIST else ():
            if other.may_be(who) and not _spoken_for(read, index, other, asking, in_notes=in_notes):
                return True
    return False


def _spoken_for(read: _Read, index: int, who: Named, asking: int, *, in_notes: bool) -> bool:
    own = read.matches.of_notes(index) if in_notes else read.matches.of_draft(index)
    if not own or own[0].line.index == asking:
        return False
    return any(who.may_be(n) for n in read.named(own[0].line.index, in_notes=not in_notes))


def _called(who: Named | None) -> str:
    return " ".join(who.text.split()) if who else ""


def _who(read: _Read, who: Named) -> str:
    """The words of the notes, with the name that initials stand for."""
    full = read.people.full(who.keys) if who.text.isupper() else ""
    return f"{_called(who)}, that is {full}," if full and len(who.keys) == 1 else _called(who)
