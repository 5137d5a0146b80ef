"""What became of the facts of an item in its notes, and what could not be checked against them."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from threading import Lock
from typing import Any

from review_tui.application.checking import Checking
from review_tui.application.evidence import asks_for_evidence, place_in
from review_tui.application.meeting_checks import LONGEST, MINUTES, WholeMinutes
from review_tui.application.noted_decisions import OMITTED
from review_tui.application.ports import Cache, Files, ItemText, NoCache
from review_tui.application.reading import ItemView
from review_tui.language.which_language import foreign_language
from review_tui.model.fact_support import Fact, FactStatus, ItemFacts, Unchecked, contradicted_by
from review_tui.model.findings import Finding, Location
from review_tui.model.meeting import Meeting, Problem, Source, notes_name
from review_tui.model.passages import passages
from review_tui.model.text import Span

NO_NOTES = "There are no notes: nothing was checked against any."
TOO_LONG = "Minutes or notes are too long to be read fact by fact. Divide them."
NO_FACTS = "Nothing here to check against the notes: no name, figure, date or outcome."
READS_ENGLISH = (
    "The checks read English; what still works is figures, dates and times in digits, words doubled or left "
    "unfinished, numbering and your house style. Anything else that is said of it may be wrong."
)
_FEWEST_FACTS, _OF_ANOTHER = 15, 0.35
"""Of so many facts, the share that notes of another meeting have at most, but rarely.

Of 38 meetings of the development data their own notes have at least 0.51 of the facts, and those of the next
meeting in the file 0.43 once, else no more than 0.33.
"""
_MOST_KEPT = 8
"""Items whose facts stay in memory, as many as items whose evidence does."""


def language_sentence(draft: str, notes: Iterable[Source]) -> str:
    """That the draft or its notes are in another language, and which checks still work; else empty."""
    other = foreign_language(draft)
    if other:
        return f"These minutes seem to be in {other}. {READS_ENGLISH}"
    for note in notes:
        other = foreign_language(note.text)
        if other:
            name = notes_name(note.name)
            return f"{name} seems to be in {other}. {READS_ENGLISH}"
    return ""


class FactReader:
    """Reads items into their facts. Changes nothing; several threads may ask."""

    def __init__(self, checking: Checking, cache: Cache | None = None, files: Files | None = None) -> None:
        """What was read is kept in ``cache``, and never read again while nothing changes.

        With ``files`` an item whose notes are those of its whole meeting is read with the rest of that: who
        "Mike" is may stand in the list of those present, and which line is whose with the other items.
        """
        self._checking = checking
        self._files = files
        self._cache = cache or NoCache()
        self._known: dict[tuple[str, tuple[Source, ...], str], tuple[Fact, ...]] = {}
        self._one = Lock()

    def of_item(self, view: ItemView) -> ItemFacts:
        """The facts of an item. Slow enough to want a thread the first time."""
        draft = view.draft
        findings = self._checking.of_item(view).findings
        unread = tuple(problem for problem in draft.problems if problem.of_notes)
        whole = self._whole_minutes(view)
        if whole is None:
            return self.of_texts((MINUTES, draft.text), draft.notes, findings, view.meeting, unread)
        all_facts = self._read_facts(MINUTES, whole.text, draft.notes, view.meeting)
        facts = whole.facts_of(view.item.id, all_facts)
        return _looked_over((MINUTES, draft.text), draft.notes, facts, findings, unread, all_facts)

    def _whole_minutes(self, view: ItemView) -> WholeMinutes | None:
        """The minutes of all items, where they share their notes and are not too long to be read as one."""
        if self._files is None or not view.draft.notes or not view.shares_notes:
            return None
        texts = self._files.item_texts(view.meeting.id)
        if len(texts) <= 1 or all(each.item.id != view.item.id for each in texts):
            return None
        whole = WholeMinutes.of(view.meeting, texts, ItemText(view.item, view.draft.text, view.draft.base))
        too_long = len(whole.text) > LONGEST or _is_too_long(whole.text, view.draft.notes)
        return None if too_long else whole

    def of_texts(
        self,
        draft: tuple[str, str],
        notes: Sequence[Source],
        findings: Iterable[Finding] = (),
        meeting: Meeting | None = None,
        unread: Iterable[Problem] = (),
    ) -> ItemFacts:
        """The facts of plain texts.

        ``findings`` are what the checks say of them, ``unread`` the notes that could not be read.
        """
        file, text = draft
        facts: tuple[Fact, ...] | None = None
        if notes and not _is_too_long(text, notes):
            facts = self._read_facts(file, text, tuple(notes), meeting)
        return _looked_over(draft, notes, facts, findings, unread)

    def _read_facts(
        self, file: str, text: str, notes: tuple[Source, ...], meeting: Meeting | None
    ) -> tuple[Fact, ...]:
        """The facts as the texts alone tell of them."""
        key = (text, notes, repr(meeting))
        with self._one:
            if key not in self._known:
                if len(self._known) >= _MOST_KEPT:
                    self._known.clear()
                self._known[key] = self._read_once(file, text, notes, meeting)
            return self._known[key]

    def _read_once(
        self, file: str, text: str, notes: tuple[Source, ...], meeting: Meeting | None
    ) -> tuple[Fact, ...]:
        texts = {file: text, **{note.name: note.text for note in notes}}
        said = repr((tuple(texts.items()), meeting)).encode("utf-8", "surrogatepass")
        key = f"facts {hashlib.sha256(said).hexdigest()}"
        facts = _facts_from_json(self._cache.get(key), texts)
        if facts is None:
            facts = _facts_of(file, text, notes, meeting)
            self._cache.put(
                key, [[f.kind, f.status.value, *map(_place_to_json, (f.place, *f.noted))] for f in facts]
            )
        return facts


def _looked_over(
    draft: tuple[str, str],
    notes: Sequence[Source],
    facts: tuple[Fact, ...] | None,
    findings: Iterable[Finding],
    unread: Iterable[Problem],
    of_meeting: Sequence[Fact] = (),
) -> ItemFacts:
    """``facts`` as the findings leave them, with what could not be checked; ``None`` where none were read.

    ``of_meeting``: those of all items, where they share their notes.
    """
    file, text = draft
    language = language_sentence(text, notes)
    whole = [*map(str, unread), *filter(None, [language])]
    if facts is None:
        why = TOO_LONG if notes else NO_NOTES
        return ItemFacts((), tuple(map(Unchecked, (*whole, why))), language)
    against_notes = [found for found in findings if found.check != OMITTED]
    facts = contradicted_by(facts, against_notes, file)
    without = [*_without_words(notes)]
    whole += without or _of_another_meeting(of_meeting or facts)
    return ItemFacts(facts, (*map(Unchecked, whole), *_unchecked(file, text, facts)), language)


def _without_words(notes: Iterable[Source]) -> Iterator[str]:
    for note in notes:
        if not any(map(str.isalnum, note.text)):
            yield f"{notes_name(note.name)} has no words in it."


def _of_another_meeting(facts: Sequence[Fact]) -> Iterator[str]:
    found = sum(fact.status is FactStatus.FOUND for fact in facts)
    if len(facts) >= _FEWEST_FACTS and found < _OF_ANOTHER * len(facts):
        yield (
            f"Most of it: only {found} of {len(facts)} facts are in the notes, which may be of another "
            "meeting or of a part of this one."
        )


def _is_too_long(text: str, notes: Iterable[Source]) -> bool:
    from review_tui.checks.engine import MAX_CHARACTERS  # noqa: PLC0415 -- the checks load when first needed

    return len(text) > MAX_CHARACTERS or sum(len(note.text) for note in notes) > MAX_CHARACTERS


def _place_to_json(place: Location) -> object:
    return [place.file, place.span.start, place.span.end]


def _facts_from_json(said: object, texts: Mapping[str, str]) -> tuple[Fact, ...] | None:
    """The facts that were kept; ``None`` when it is anything else."""
    try:
        return tuple(
            Fact(
                str(kind),
                _place_from_json(first, texts),
                FactStatus(status),
                tuple(_place_from_json(each, texts) for each in noted),
            )
            for kind, status, first, *noted in said  # type: ignore[attr-defined]
        )
    except (TypeError, ValueError, LookupError):
        return None


def _place_from_json(said: Sequence[Any], texts: Mapping[str, str]) -> Location:
    file, start, end = said
    return place_in(file, texts[file], Span(start, end))


def _facts_of(file: str, text: str, notes: tuple[Source, ...], meeting: Meeting | None) -> tuple[Fact, ...]:
    from review_tui.facts.pair import pair_of  # noqa: PLC0415 -- the checks load when first needed
    from review_tui.facts.support import facts_of, in_files  # noqa: PLC0415 -- as above
    from review_tui.model.material import Document, Material  # noqa: PLC0415 -- as above

    read = tuple(Document.read(note.name, note.text) for note in notes)
    material = Material(Document.read(file, text), read, meeting)
    return in_files(facts_of(pair_of(material), meeting.body if meeting else ""), material)


def _unchecked(file: str, text: str, facts: Sequence[Fact]) -> Iterator[Unchecked]:
    """The passages of which nothing was checked: they have no facts, or none that the notes have."""
    for passage in passages(text):
        mine = [fact for fact in facts if passage.words.holds(fact.place.span)]
        if not asks_for_evidence(passage, text, is_linked=bool(mine)):
            continue
        if not mine:
            yield Unchecked(NO_FACTS, place_in(file, text, passage.words))
        elif all(fact.status is FactStatus.MISSING for fact in mine):
            why = f"None of its {len(mine)} facts is" if len(mine) > 1 else "The one fact that it has is not"
            yield Unchecked(f"{why} in the notes.", place_in(file, text, passage.words))
