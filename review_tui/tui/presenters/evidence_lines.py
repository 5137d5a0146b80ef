"""Where in the notes a passage comes from, in words. Facts in, ``Content`` out."""

import re
import shlex
from collections.abc import Sequence

from textual.content import Content

from review_tui.application.meeting_checks import MINUTES
from review_tui.model.fact_support import Fact, FactStatus, found_of
from review_tui.model.findings import Location
from review_tui.model.meeting import notes_name
from review_tui.model.note_formats import is_spoken
from review_tui.model.passage_evidence import EvidenceLine, PassageEvidence, Support
from review_tui.model.passages import Passage
from review_tui.model.text import shorten
from review_tui.model.visible import visible
from review_tui.tui.open_item import OpenItem
from review_tui.tui.presenters.status_lines import plain

LINK_IT = "l: link it"
_TIME = re.compile(r"[^()\n]{0,80}\((\d{1,4}:\d\d:\d\d)\)")
_TONES = {"?": "$text-warning", "!": "$text-error", "≈": "$text-muted"}
SUGGESTED_SIGN, CONFIRMED_SIGN = "≈", "✓"
WORDS = 24
"""Characters of a fact that are quoted at most."""
ROW, ROWS = 58, 3
"""Characters of a line that are read out at most, and how many lines."""


def evidence_line(item: OpenItem, passage: Passage | None) -> Content:
    """Where the passage at the cursor comes from, in one line."""
    if item.is_checked and not item.view.draft.notes:
        return Content.styled(no_notes(item.view.draft.beside), "$foreground-muted")
    evidence = item.evidence_of(passage.index) if passage else None
    if (
        passage is None
        or evidence is None
        or not item.evidence.has_notes
        or evidence.support is Support.NOT_ASKED
    ):
        return Content("")
    facts = facts_words(item.facts.within(passage.words))
    if evidence.support is Support.UNSUPPORTED:
        return Content.assemble(
            _sign("?"),
            "No line of the notes was found for this.",
            _key_hint("l: say where it comes from"),
            f"  {facts}",
        )
    if evidence.support is Support.ELSEWHERE:
        sentence = f"{_who(evidence)} says it does not come from the notes."
        return Content.assemble(_sign(CONFIRMED_SIGN), plain(sentence), _doubt(evidence))
    if evidence.support is Support.CONFIRMED:
        sentence = (
            f"{_file_and_lines(evidence.lines)}, {_who(evidence)} confirmed"
            if evidence.lines
            else "Confirmed"
        )
        return Content.assemble(_sign(CONFIRMED_SIGN), f"{facts}  ", plain(sentence), _doubt(evidence))
    first = evidence.lines[0]
    where = plain(f"  {_file_and_lines(evidence.lines)}{_likely(first)}")
    return Content.assemble(
        _sign(SUGGESTED_SIGN),
        facts,
        where,
        _key_hint("l: confirm"),
        plain(f"  {_other_sources(evidence.lines)}{first.why}"),
    )


def facts_words(facts: Sequence[Fact]) -> Content:
    """``4 of 5 facts found; “Tuesday” is not in the notes``. What the notes have otherwise comes first."""
    if not facts:
        return Content("No facts here to check")
    count = f"{found_of(facts)} of {len(facts)} fact{'s' if len(facts) > 1 else ''} found"
    differing, missing = (
        [fact.place.quote for fact in facts if fact.status is status]
        for status in (FactStatus.CONTRADICTED, FactStatus.MISSING)
    )
    parts = [Content(count)]
    if differing:
        parts.append(Content.assemble("; notes differ on ", _first(differing)))
    elif missing:
        are = "is" if len(missing) == 1 else "are"
        parts.append(Content.assemble("; ", _first(missing), f" {are} not in the notes"))
    return Content("").join(parts)


def _first(words: Sequence[str]) -> Content:
    """``“Tuesday” and 2 more``."""
    more = f" and {len(words) - 1} more" if len(words) > 1 else ""
    return plain(f"“{shorten(words[0], WORDS)}”{more}")


def noted_facts(item: OpenItem, passage: Passage | None) -> tuple[tuple[Location, str], ...]:
    """The words of the notes that bear out the facts of a passage, or differ, each with its mark."""
    return tuple(
        (place, "differs" if fact.status is FactStatus.CONTRADICTED else "fact")
        for fact in (item.facts.within(passage.words) if passage else ())
        for place in fact.noted
        if place.file != MINUTES
    )


def note_line(item: OpenItem, note: Location) -> Content:
    """What comes from the line of the notes at the cursor, in one line."""
    resting = item.evidence.supported_by(note.file, note.span)
    if _is_among(item.evidence.not_minuted, note):
        return Content.assemble(
            _sign("!"), "The minutes leave this decision out.", _key_hint(f"{LINK_IT} to the passage")
        )
    if not resting or _is_among(item.evidence.unused, note):
        return Content.assemble(
            _sign("?"), "No passage comes from this line.", _key_hint(f"{LINK_IT} to the passage")
        )
    first = shorten(item.passages[resting[0]].words.of(item.view.draft.text), 40)
    come = f" and {len(resting) - 1} more come" if len(resting) > 1 else " comes"
    evidence = item.evidence_of(resting[0])
    is_confirmed = evidence is not None and evidence.support is Support.CONFIRMED
    sign = _sign(CONFIRMED_SIGN if is_confirmed else SUGGESTED_SIGN)
    return Content.assemble(sign, plain(f"“{first}”{come} from this line"), _key_hint(LINK_IT))


def _is_among(places: Sequence[Location], note: Location) -> bool:
    return any(place.file == note.file and place.span.overlaps(note.span) for place in places)


def coverage_line(item: OpenItem, *, is_short: bool) -> Content:
    """How many facts of the item the notes have: that there are lines for a passage says much less."""
    if not item.evidence.has_notes:
        return Content("")
    found, every = item.facts.count
    if is_short:
        return Content.styled(f"{found}/{every} facts found" if every else "no facts to check", "$text-muted")
    facts = f"{found} of {every} facts found in the notes" if every else "No facts here to check"
    return Content.styled(f"{facts}; {item.evidence.coverage}", "$text-muted")


def link_words(item: OpenItem, passage: Passage, note: Location | None, hint: str) -> Content:
    """The passage, and the lines that are in question."""
    evidence = item.evidence_of(passage.index)
    parts = [plain(shorten(passage.words.of(item.view.draft.text), 140)), Content("\n")]
    parts += [Content.styled(f"{hint}\n", "$text-muted")] if hint else []
    if note is None and evidence and evidence.changed_since:
        parts.append(Content.assemble("\n", plain(evidence.changed_since)))
    if note is None and not (evidence and evidence.lines):
        parts.append(Content("\nNo line of the notes was found for it."))
    return Content("").join(parts)


def places_words(places: Sequence[Location]) -> Content:
    """The lines of the notes below what is chosen, a row each; how many more there are."""
    rows = [f"\n  {shorten(f'{_place_words(place)}: {place.quote}', ROW)}" for place in places[:ROWS]]
    rows += [f"\n  and {len(places) - ROWS} more"] if len(places) > ROWS else []
    return plain("".join(rows))


def _likely(rest: EvidenceLine) -> str:
    return f" ({rest.score:.0%} sure)" if rest.score is not None else ""


def _sign(sign: str) -> Content:
    return Content.styled(f"{sign} ", f"{_TONES.get(sign, '$text-success')} bold")


def _file_and_lines(rests: tuple[EvidenceLine, ...]) -> str:
    """``clerk.md, line 3 and 2 more``."""
    more = f" and {len(rests) - 1} more" if len(rests) > 1 else ""
    return f"{_place_words(rests[0].place)}{more}"


def _other_sources(rests: tuple[EvidenceLine, ...]) -> str:
    """The other sources with evidence, which are not in view: ``also in slides.txt; ``."""
    files = list(dict.fromkeys(_file(rest.place) for rest in rests))[1:]
    return f"also in {' and '.join(files)}; " if files else ""


def _place_words(place: Location) -> str:
    """Where to look in the file: the time in a transcript, whose turns are no lines of it; else the line."""
    time = _TIME.match(place.passage) if is_spoken(place.file) else None
    where = f"at {time[1]}" if time else f"line {place.line}"
    return f"{_file(place)}, {where}"


def _who(evidence: PassageEvidence) -> str:
    return evidence.said.by.name if evidence.said else "Somebody"


def _doubt(evidence: PassageEvidence) -> Content:
    if not evidence.changed_since:
        return Content("")
    return Content.assemble("  ", plain(evidence.changed_since), _key_hint("l: confirm again"))


def _key_hint(words: str) -> Content:
    return Content.styled(f"  {words}", "bold")


def _file(place: Location) -> str:
    return notes_name(place.file)


def no_notes(beside: Sequence[str]) -> str:
    """That an item has no notes, and how to name those that may lie ``beside`` its minutes."""
    if not beside:
        return "This item has no notes to hold the draft against."
    said = " ".join(shlex.quote(visible(path)) for path in beside)
    return f"This item has no notes. Are these some? Open with --notes {said}"
