"""What a passage rests on, in words. Facts in, ``Content`` out."""

import re
from collections.abc import Sequence

from textual.content import Content

from review_tui.domain.findings import Place
from review_tui.domain.grounds import Grounds, Rest, Support
from review_tui.domain.meeting import is_spoken
from review_tui.domain.passages import Passage
from review_tui.domain.text import shortened
from review_tui.tui.open_item import OpenItem
from review_tui.tui.presenters.sentences import plain

LINK_IT = "l: link it"
_TIME = re.compile(r"[^()\n]{0,80}\((\d{1,4}:\d\d:\d\d)\)")
_TONES = {"?": "$text-warning", "!": "$text-error"}
ROW, ROWS = 58, 3
"""Characters of a line that are read out at most, and how many lines."""


def evidence_line(item: OpenItem, passage: Passage | None) -> Content:
    """What the passage at the cursor rests on, in one line."""
    grounds = item.grounds(passage.index) if passage else None
    if grounds is None or not item.evidence.has_notes or grounds.support is Support.NOT_ASKED:
        return Content("")
    if grounds.support is Support.UNSUPPORTED:
        return Content.assemble(
            _sign("?"), "Nothing in the notes was found for this passage.", _key("l: settle it")
        )
    if grounds.support is Support.ELSEWHERE:
        said = f"{_who(grounds)} says it rests on nothing in the notes."
        return Content.assemble(_sign("✓"), plain(said), _doubt(grounds))
    if grounds.support is Support.CONFIRMED:
        said = f"{_where(grounds.rests)}, {_who(grounds)} confirmed" if grounds.rests else "Confirmed"
        return Content.assemble(_sign("✓"), plain(said), _doubt(grounds))
    first = grounds.rests[0]
    where = plain(f"{_where(grounds.rests)}{_likely(first)}")
    return Content.assemble(
        _sign("▸"), where, _key("l: confirm"), plain(f"  {_elsewhere(grounds.rests)}{first.why}")
    )


def note_line(item: OpenItem, note: Place) -> Content:
    """What rests on the line of the notes at the cursor, in one line."""
    resting = item.evidence.resting_on(note.file, note.span)
    if _is_left_out(item, note):
        return Content.assemble(
            _sign("!"), "The minutes leave this decision out.", _key(f"{LINK_IT} to the passage")
        )
    if not resting:
        return Content.assemble(
            _sign("?"), "No passage rests on this line.", _key(f"{LINK_IT} to the passage")
        )
    first = shortened(item.passages[resting[0]].words.of(item.view.draft.text), 40)
    more = f" and {len(resting) - 1} more" if len(resting) > 1 else ""
    return Content.assemble(_sign("▸"), plain(f"Used by “{first}”{more}"), _key(LINK_IT))


def _is_left_out(item: OpenItem, note: Place) -> bool:
    left_out = item.evidence.not_minuted
    return any(place.file == note.file and place.span.overlaps(note.span) for place in left_out)


def coverage_line(item: OpenItem, *, is_short: bool) -> Content:
    """How much of the item the notes bear out."""
    supported, asked = item.evidence.supported
    short = f"{supported}/{asked} supported" if item.evidence.has_notes else ""
    return Content.styled(short if is_short else item.evidence.coverage, "$text-muted")


def link_words(item: OpenItem, passage: Passage, note: Place | None, hint: str) -> Content:
    """The passage, and the lines that are in question."""
    grounds = item.grounds(passage.index)
    parts = [plain(shortened(passage.words.of(item.view.draft.text), 140)), Content("\n")]
    parts += [Content.styled(f"{hint}\n", "$text-muted")] if hint else []
    if note is None and grounds and grounds.doubt:
        parts.append(Content.assemble("\n", plain(grounds.doubt)))
    if note is None and not (grounds and grounds.rests):
        parts.append(Content("\nNothing in the notes was found for it."))
    return Content("").join(parts)


def places_words(places: Sequence[Place]) -> Content:
    """The lines of the notes below what is chosen, a row each; how many more there are."""
    rows = [f"\n  {shortened(f'{_at(place)}: {place.quote}', ROW)}" for place in places[:ROWS]]
    rows += [f"\n  and {len(places) - ROWS} more"] if len(places) > ROWS else []
    return plain("".join(rows))


def _likely(rest: Rest) -> str:
    return f" ({rest.score:.0%} sure)" if rest.score is not None else ""


def _sign(sign: str) -> Content:
    return Content.styled(f"{sign} ", f"{_TONES.get(sign, '$text-success')} bold")


def _where(rests: tuple[Rest, ...]) -> str:
    """``clerk.md, line 3 and 2 more``."""
    more = f" and {len(rests) - 1} more" if len(rests) > 1 else ""
    return f"{_at(rests[0].place)}{more}"


def _elsewhere(rests: tuple[Rest, ...]) -> str:
    """The other sources with evidence, which are not in view: ``also in slides.txt; ``."""
    files = list(dict.fromkeys(_file(rest.place) for rest in rests))[1:]
    return f"also in {' and '.join(files)}; " if files else ""


def _at(place: Place) -> str:
    """Where to look in the file: the time in a transcript, whose turns are no lines of it; else the line."""
    time = _TIME.match(place.passage) if is_spoken(place.file) else None
    where = f"at {time[1]}" if time else f"line {place.line}"
    return f"{_file(place)}, {where}"


def _who(grounds: Grounds) -> str:
    return grounds.said.by.name if grounds.said else "Somebody"


def _doubt(grounds: Grounds) -> Content:
    if not grounds.doubt:
        return Content("")
    return Content.assemble("  ", plain(grounds.doubt), _key("l: confirm again"))


def _key(words: str) -> Content:
    return Content.styled(f"  {words}", "bold")


def _file(place: Place) -> str:
    return place.file.removeprefix("notes/")
