"""The commands about evidence: what the minutes rest on, and saying so."""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from review_tui.cli import describe
from review_tui.cli.acting import at_item, only_one, tell
from review_tui.cli.house import House
from review_tui.cli.output import give_json, say
from review_tui.domain.findings import Place
from review_tui.domain.grounds import Grounds, ItemEvidence, Rest, Support
from review_tui.domain.meeting import Source
from review_tui.domain.passages import passage_at, passages
from review_tui.domain.refusals import Refusal, WrongUsage
from review_tui.domain.text import Span, line_number, line_spans, shortened
from review_tui.services.evidence import EvidenceReading
from review_tui.services.reading import ItemView

if TYPE_CHECKING:  # the alignment needs numpy: loaded by whoever aligns
    from review_tui.evidence import Alignment, Link, Ranked

Json = dict[str, Any]
LINE = 100
"""Characters that are quoted on a line at most."""


def align(house: House, asked: argparse.Namespace) -> int:
    """What the minutes of an item, or of plain files, rest on."""
    given = [bool(asked.item), bool(asked.draft), bool(asked.units)]
    if sum(given) != 1:
        raise WrongUsage("Give one of: an ITEM, --draft FILE with --notes FILE, or --units FILE.")
    if asked.units:
        return _rank_all(house, asked.units)
    if asked.draft:
        if not asked.notes:
            raise WrongUsage("--draft needs the notes to compare with: --notes FILE.")
        draft, notes = house.plain_texts(asked.draft, asked.notes)
        sources = tuple(Source(*note) for note in notes)
        alignment = EvidenceReading().of_texts(draft[1], sources)
        return _plain(asked, draft, sources, alignment)
    desk = house.desk(asked.book)
    view = desk.reading.find(asked.item)
    evidence = desk.evidence.of_item(view)
    if asked.json:
        alignment = desk.evidence.of_texts(view.draft.text, view.draft.notes)
        give_json(_of_item(view, evidence, alignment))
    else:
        _say_item(view, evidence)
    return 0


def link(house: House, asked: argparse.Namespace) -> int:
    """Say what a passage rests on."""
    desk, view = at_item(house, asked)
    words = only_one(view, asked.quote, asked.nth)
    passage = passage_at(passages(view.draft.text), words.start)
    if passage is None:
        raise Refusal("These words stand in no passage of the minutes.")
    if bool(asked.to) == asked.nothing:
        raise WrongUsage("Say what the passage rests on with --to FILE:LINE, or that it is --nothing.")
    places = [_lines(view, said) for said in asked.to]
    return tell(asked, desk.linking.confirm(view, passage, places))


def _lines(view: ItemView, said: str) -> Place:
    """The lines of the notes that ``notes/clerk.md:3`` or ``clerk.md:3-5`` means."""
    name, _, numbers = said.rpartition(":")
    first, _, last = numbers.partition("-")
    sources = {n.name: n.text for n in view.draft.notes}
    text = sources.get(name, sources.get(f"notes/{name}"))
    if text is None:
        raise Refusal(f"This item has no notes called “{name}”. It has: {', '.join(sources) or 'none'}.")
    lines = line_spans(text)
    if not first.isdecimal() or not (last or first).isdecimal():
        raise WrongUsage(
            f"“{said}” should say a file and its lines, such as notes/clerk.md:3 or clerk.md:3-5."
        )
    start, end = int(first), int(last or first)
    if not 1 <= start <= end <= len(lines):
        raise Refusal(f"{name} has lines 1 to {len(lines)}; “{numbers}” is not among them.")
    span = Span(lines[start - 1].start, lines[end - 1].end)
    name = name if name in sources else f"notes/{name}"
    return Place(name, span, start, span.of(text), span.of(text))


def _plain(
    asked: argparse.Namespace, draft: tuple[str, str], sources: tuple[Source, ...], alignment: "Alignment"
) -> int:
    texts = {source.name: source.text for source in sources}
    if asked.json:
        give_json({"draft": draft[0], **_aligned(draft[1], texts, alignment)})
        return 0
    for unit in alignment.sentences:
        words = shortened(unit.span.of(draft[1]), LINE)
        say(f"{draft[0]}:{line_number(draft[1], unit.span.start)}: “{words}”")
        say(*(f"    {_link_words(link, texts)}" for link in unit.links))
        if not unit.links:
            say("    nothing in the notes")
    return 0


def _aligned(text: str, texts: dict[str, str], alignment: "Alignment") -> Json:
    return {
        "units": [
            {
                "draft": describe.span(unit.span, text),
                "links": [_link(found, texts) for found in unit.links],
            }
            for unit in alignment.sentences
        ],
        "unused": [_in_file(file, span, texts[file]) for file, span in alignment.unused],
    }


def _of_item(view: ItemView, evidence: ItemEvidence, alignment: "Alignment") -> Json:
    text = view.draft.text
    texts = {note.name: note.text for note in view.draft.notes}
    return {
        "meeting": view.meeting.id,
        "item": view.item.id,
        "file": view.draft.path,
        "coverage": evidence.coverage,
        "passages": [
            {
                "draft": describe.span(passage.words, text),
                "support": grounds.support.value,
                "links": [_rest(rest) for rest in grounds.rests],
                "confirmed_by": describe.reviewer(grounds.said.by) if grounds.said else None,
                "doubt": grounds.doubt or None,
            }
            for passage, grounds in zip(passages(text), evidence.grounds, strict=True)
        ],
        **_aligned(text, texts, alignment),
        "unused": [_place(place) for place in evidence.unused],
        "not_minuted": [_place(place) for place in evidence.not_minuted],
        "lost": list(evidence.lost),
    }


def _rest(rest: Rest) -> Json:
    return {**_place(rest.place), "score": rest.score, "why": rest.why}


def _place(place: Place) -> Json:
    return {
        "file": place.file,
        "line": place.line,
        "start": place.span.start,
        "end": place.span.end,
        "quote": place.quote,
    }


def _link(link: "Link", texts: dict[str, str]) -> Json:
    return {
        **_in_file(link.file, link.span, texts[link.file]),
        "score": link.score,
        "why": link.why,
    }


def _in_file(file: str, span: Span, text: str) -> Json:
    return {"file": file, **describe.span(span, text)}


def _say_item(view: ItemView, evidence: ItemEvidence) -> None:
    text = view.draft.text
    for passage, grounds in zip(passages(text), evidence.grounds, strict=True):
        if grounds.support is Support.NOT_ASKED:
            continue
        say(f"minutes.md:{passage.line}: “{shortened(passage.words.of(text), LINE)}”")
        say(*(f"    {line}" for line in _grounds_words(grounds)))
    for place in evidence.unused:
        say(f"? {place.file}:{place.line}: no passage uses “{shortened(place.quote, LINE)}”")
    for place in evidence.not_minuted:
        say(f"! {place.file}:{place.line}: not minuted: “{shortened(place.quote, LINE)}”")
    say(*evidence.lost, evidence.coverage or "This item has no notes.")


def _grounds_words(grounds: Grounds) -> Iterator[str]:
    if grounds.support is Support.UNSUPPORTED:
        yield "nothing in the notes"
    if grounds.support is Support.ELSEWHERE and grounds.said:
        yield f"rests on nothing in the notes, says {grounds.said.by.name}"
    for rest in grounds.rests:
        sure = f" ({rest.score:.0%})" if rest.score is not None else ""
        yield f"{rest.place.file}:{rest.place.line}{sure}: {rest.why}: “{shortened(rest.place.quote, LINE)}”"
    if grounds.doubt:
        yield f"! {grounds.doubt}"


def _link_words(link: "Link", texts: dict[str, str]) -> str:
    text = texts[link.file]
    line = line_number(text, link.span.start)
    return f"{link.file}:{line} ({link.score:.0%}): {link.why}: “{shortened(link.span.of(text), LINE)}”"


def _rank_all(house: House, path: Path) -> int:
    """One meeting a line in, one a line out."""
    from review_tui.evidence import SpokenUnit, rank  # noqa: PLC0415 -- see above

    for number, line in enumerate(house.file_text(path).split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            units = [SpokenUnit(u["id"], u["text"], u.get("speaker", "")) for u in row["units"]]
            draft = [(d["id"], d["text"]) for d in row["draft"]]
        except (ValueError, KeyError, TypeError, AttributeError) as mishap:
            raise Refusal(
                f"Line {number} of {path} is not a meeting: it should say "
                '{"units": [{"id", "speaker", "text"}], "draft": [{"id", "text"}]}.'
            ) from mishap
        answer = {"draft": [_ranked(found) for found in rank(units, draft)]}
        named = {"meeting": row["meeting"]} if "meeting" in row else {}
        sys.stdout.write(json.dumps({**named, **answer}) + "\n")
    return 0


def _ranked(found: "Ranked") -> Json:
    units = [{"id": unit, "score": score} for unit, score in found.units]
    return {"id": found.id, "evidence": found.has_evidence, "units": units}
