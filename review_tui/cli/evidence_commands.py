"""The commands about evidence: which notes the minutes come from, and saying so."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from review_tui.application.checking import Checking
from review_tui.application.evidence import EvidenceReader, lines_with
from review_tui.application.fact_reading import NO_FACTS, FactReader
from review_tui.application.meeting_checks import MINUTES
from review_tui.application.reading import ItemView
from review_tui.cli import json_shapes
from review_tui.cli.finding_formats import facts_lines
from review_tui.cli.item_paths import ItemPaths, item_paths
from review_tui.cli.minutes_commands import at_item, item_called, items_of_file, only_one, tell
from review_tui.cli.output import give_json, say
from review_tui.cli.ports import Backend
from review_tui.model.errors import Refusal, WrongUsage
from review_tui.model.fact_support import Fact, FactStatus, ItemFacts, summary_of
from review_tui.model.findings import Location, on_one_line
from review_tui.model.meeting import NO_BASE, NOTES, SHARED_NOTES, Source, TextBase
from review_tui.model.passage_evidence import EvidenceLine, ItemEvidence, PassageEvidence, Support
from review_tui.model.passages import passage_at, passages
from review_tui.model.text import Span, line_number, line_spans, shorten

if TYPE_CHECKING:  # the alignment needs numpy: loaded by whoever aligns
    from review_tui.alignment.links import Alignment, Link
    from review_tui.alignment.ranking import Ranked

Json = dict[str, Any]
LINE = 100
"""Characters that are quoted on a line at most."""


def align(backend: Backend, asked: argparse.Namespace) -> int:
    """What the minutes of an item, or of plain files, rest on."""
    given = [asked.item is not None, bool(asked.draft), bool(asked.units)]
    if sum(given) != 1:
        raise WrongUsage("Give one of: an ITEM, --draft FILE with --notes FILE, or --units FILE.")
    if asked.units:
        return _rank_all(backend, asked.units)
    if asked.draft:
        if not asked.notes:
            raise WrongUsage("--draft needs the notes to compare with: --notes FILE.")
        draft, notes = backend.plain_texts(asked.draft, asked.notes)
        sources = tuple(Source(*note) for note in notes)
        alignment = EvidenceReader().of_texts(draft[1], sources)
        findings = Checking().of_texts(draft, notes).findings
        facts = FactReader(Checking()).of_texts(draft, sources, findings)
        return _plain(asked, draft, sources, alignment, facts)
    context = backend.context(asked.book, asked.notes)
    if not asked.item and not asked.json:
        seen = []
        for name in items_of_file(context):
            item = context.reading.find(name)  # what is wrong with the file is said once for all
            seen.append(context.evidence.of_item(item))
            say(f"{item.called}: {item.item.title}")
            _say_item(item, seen[-1], context.facts.of_item(item), is_alone=False)
        # They share their notes: what none of them comes from is told once.
        _say_unused(_in_all([each.unused for each in seen]), _in_all([each.not_minuted for each in seen]))
        return 0
    view = item_called(context, asked.item)
    evidence, facts = context.evidence.of_item(view), context.facts.of_item(view)
    if asked.json:
        alignment = context.evidence.of_texts(view.draft.text, view.draft.notes)
        give_json({**_of_item(view, evidence, alignment), **json_shapes.facts(facts, _item_names(view))})
    else:
        _say_item(view, evidence, facts)
    return 0


def link(backend: Backend, asked: argparse.Namespace) -> int:
    """Say what a passage rests on."""
    context, view = at_item(backend, asked)
    words = only_one(view, asked.quote, asked.nth)
    passage = passage_at(passages(view.draft.text), words.start)
    if passage is None:
        raise Refusal("These words stand in no passage of the minutes.")
    if bool(asked.to) == asked.nothing:
        raise WrongUsage(
            "Say where the passage comes from: --to FILE:LINE, or --nothing for no place in the notes."
        )
    places = [_lines(view, said) for said in asked.to]
    return tell(asked, context.review.confirm(view, passage, places))


def _lines(view: ItemView, said: str) -> Location:
    """The lines of the notes that ``notes/clerk.md:3`` or ``clerk.md:3-5`` means."""
    name, _, numbers = said.rpartition(":")
    first, _, last = numbers.partition("-")
    sources = {n.name: n.text for n in view.draft.notes}
    name = next((each for each in (name, f"{NOTES}{name}", f"{SHARED_NOTES}{name}") if each in sources), name)
    text = sources.get(name)
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
    return Location(name, span, start, span.of(text), span.of(text))


def _plain(
    asked: argparse.Namespace,
    draft: tuple[str, str],
    sources: tuple[Source, ...],
    alignment: "Alignment",
    facts: ItemFacts,
) -> int:
    texts = {source.name: source.text for source in sources}
    if asked.json:
        told = json_shapes.facts(facts, ItemPaths())
        give_json({"draft": draft[0], **_aligned(draft[1], texts, alignment), **told})
        return 0
    for unit in alignment.sentences:
        words = shorten(unit.span.of(draft[1]), LINE)
        say(f"{draft[0]}:{line_number(draft[1], unit.span.start)}: “{words}”")
        own = facts.within(unit.span)
        by_facts = [] if unit.links else [_line_words(line) for line in lines_with(own, texts)]
        found = [_link_words(link, texts) for link in unit.links] or by_facts or ["nothing in the notes"]
        say(*(f"    {line}" for line in (*found, *_fact_words(own))))
    say(*facts_lines([facts], are_listed=True))
    return 0


def _aligned(text: str, texts: dict[str, str], alignment: "Alignment", base: TextBase = NO_BASE) -> Json:
    return {
        "units": [
            {
                "draft": json_shapes.span(unit.span, text, base),
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
        "file": view.draft.file,
        "coverage": evidence.coverage,
        "passages": [
            {
                "draft": json_shapes.span(passage.words, text, view.draft.base),
                "support": grounds.support.value,
                "links": [_rest(rest) for rest in grounds.lines],
                "confirmed_by": json_shapes.reviewer(grounds.said.by) if grounds.said else None,
                "doubt": grounds.changed_since or None,
            }
            for passage, grounds in zip(passages(text), evidence.passages, strict=True)
        ],
        **_aligned(text, texts, alignment, view.draft.base),
        "unused": [_place(place) for place in evidence.unused],
        "not_minuted": [_place(place) for place in evidence.not_minuted],
        "lost": list(evidence.lost),
    }


def _rest(rest: EvidenceLine) -> Json:
    return {**_place(rest.place), "score": rest.score, "why": rest.why}


def _place(place: Location) -> Json:
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
    return {"file": file, **json_shapes.span(span, text)}


def _item_names(view: ItemView) -> ItemPaths:
    """Draft and notes by the names that ``align`` has for them."""
    return ItemPaths("", view.draft.file, view.draft.base)


def _fact_words(facts: Sequence[Fact]) -> Iterator[str]:
    """How many facts of a passage are in the notes, and each that is not."""
    if not facts:
        yield NO_FACTS
        return
    yield f"{summary_of(facts)}."
    for fact in facts:
        if fact.status is not FactStatus.FOUND:
            noted = (
                f": {'; '.join(f'{p.file}:{p.line} “{on_one_line(p.quote)}”' for p in fact.noted)}"
                if fact.noted
                else ""
            )
            yield f"  {fact.kind} “{shorten(fact.place.quote, LINE)}” {_IS[fact.status]}{noted}"


_IS = {FactStatus.CONTRADICTED: "is otherwise in the notes", FactStatus.MISSING: "is not in the notes"}


def _say_item(view: ItemView, evidence: ItemEvidence, facts: ItemFacts, *, is_alone: bool = True) -> None:
    text, name = view.draft.text, item_paths(view).short(MINUTES)
    for passage, grounds in zip(passages(text), evidence.passages, strict=True):
        if grounds.support is Support.NOT_ASKED:
            continue
        line = passage.line + view.draft.base.line
        say(f"{name}:{line}: “{shorten(passage.words.of(text), LINE)}”")
        say(*(f"    {line}" for line in _grounds_words(grounds)))
        if evidence.has_notes:
            say(*(f"    {line}" for line in _fact_words(facts.within(passage.words))))
    if is_alone:
        _say_unused(evidence.unused, evidence.not_minuted)
    say(*evidence.lost, *filter(None, [evidence.coverage]), *facts_lines([facts], are_listed=True))


def _in_all(found: Sequence[Sequence[Location]]) -> list[Location]:
    """The places that are among those of every item, in order."""
    return [place for place in found[0] if all(place in others for others in found[1:])] if found else []


def _say_unused(unused: Sequence[Location], not_minuted: Sequence[Location]) -> None:
    for place in unused:
        say(f"? {place.file}:{place.line}: no passage comes from “{shorten(place.quote, LINE)}”")
    for place in not_minuted:
        say(f"! {place.file}:{place.line}: not minuted: “{shorten(place.quote, LINE)}”")


def _grounds_words(grounds: PassageEvidence) -> Iterator[str]:
    if grounds.support is Support.UNSUPPORTED:
        yield "nothing in the notes"
    if grounds.support is Support.ELSEWHERE and grounds.said:
        yield f"does not come from the notes, says {grounds.said.by.name}"
    yield from map(_line_words, grounds.lines)
    if grounds.changed_since:
        yield f"! {grounds.changed_since}"


def _line_words(rest: EvidenceLine) -> str:
    sure = f" ({rest.score:.0%})" if rest.score is not None else ""
    return f"{rest.place.file}:{rest.place.line}{sure}: {rest.why}: “{shorten(rest.place.quote, LINE)}”"


def _link_words(link: "Link", texts: dict[str, str]) -> str:
    text = texts[link.file]
    line = line_number(text, link.span.start)
    return f"{link.file}:{line} ({link.score:.0%}): {link.why}: “{shorten(link.span.of(text), LINE)}”"


def _rank_all(backend: Backend, path: Path) -> int:
    """One meeting a line in, one a line out."""
    from review_tui.alignment.ranking import SpokenUnit, rank  # noqa: PLC0415 -- see above

    for number, line in enumerate(backend.file_text(path).split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            units = [SpokenUnit(_id(u), _text(u["text"]), _text(u.get("speaker", ""))) for u in row["units"]]
            draft = [(_id(d), _text(d["text"])) for d in row["draft"]]
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as mishap:
            raise Refusal(
                f"Line {number} of {path} is not a meeting: it should say "
                '{"units": [{"id", "speaker", "text"}], "draft": [{"id", "text"}]}.'
            ) from mishap
        answer = {"draft": [_ranked(found) for found in rank(units, draft)]}
        named = {"meeting": row["meeting"]} if "meeting" in row else {}
        sys.stdout.write(json.dumps({**named, **answer}) + "\n")
    return 0


def _id(given: Any) -> Any:
    """The name of a unit: words or a number, handed back as it came."""
    if not isinstance(given["id"], str | int):
        raise TypeError
    return given["id"]


def _text(given: object) -> str:
    if not isinstance(given, str):
        raise TypeError
    return given


def _ranked(found: "Ranked") -> Json:
    units = [{"id": unit, "score": score} for unit, score in found.units]
    return {"id": found.id, "evidence": found.has_evidence, "units": units}
