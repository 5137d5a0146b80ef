"""The names check: one person, one spelling; the roll and the notes know how it is spelled."""

from collections.abc import Iterable, Iterator

from review_tui.checks.check import Check
from review_tui.checks.people.name_given import wrong_initials
from review_tui.checks.people.name_mentions import NameSpellings, read_names
from review_tui.checks.people.name_pairs import Slip, slips
from review_tui.checks.people.name_places import misspelled_places
from review_tui.language.person_mentions import Person
from review_tui.language.word_match import is_jotted_for
from review_tui.model.acts import FlagKind
from review_tui.model.findings import Finding, Location, Severity, Suggestion
from review_tui.model.material import Document, Material
from review_tui.model.meeting import notes_name
from review_tui.model.text import Span

_PLAIN = {
    "\u00e4": "ae",
    "\u00f6": "oe",
    "\u00fc": "ue",
    "\u00df": "ss",
    "\u00f8": "oe",
    "\u00e5": "aa",
    "\u00e6": "ae",
}
_MOST_PLACES = 6
"""Places that a finding shows."""
_MOST_BESIDE = 2
"""People whom it shows beside them."""
_BY_EAR = 3
"""Names that notes alone spell otherwise from which they are taken to be spelled by ear."""
_MOST_NAMES = 2000
"""A text that names more people than this is a register, not minutes: twins in it tell nothing."""


class NamesCheck(Check):
    """Finds names that are spelled two ways, or not as the roll or the notes have them."""

    id = "names"
    finds = (
        "A person's or place's name spelled two ways, or not as on the roll or in the notes; initials or a "
        "given name that nobody of that surname on the roll has."
    )
    severity = Severity.WARNING
    flag_kind = FlagKind.NAME
    example = (
        "Present: Cllr G Patterson (Chair), Cllr A White, Cllr B Green.\n\n"
        "Cllr G Paterson proposed that the minutes be adopted.\n"
    )

    def run(self, material: Material) -> Iterable[Finding]:
        """Findings in the order of the draft."""
        names = read_names(material)
        if len(names.spellings) > _MOST_NAMES:
            return ()
        found = [
            slip
            for slip in slips(names)
            if (slip.other or not is_jotted_for(slip.right, slip.wrong.key))
            and _in_plain_letters(slip.people[0].surname) != _in_plain_letters(slip.right)
        ]
        told = {slip.wrong.key for slip in found} | {slip.other.key for slip in found if slip.other}
        findings = [
            *(_finding(slip, names, material) for slip in found),
            *wrong_initials(names, material.draft),
            *misspelled_places(names, material, told),
        ]
        by_ear = [finding for finding in findings if _is_of_notes_alone(finding, material.draft)]
        if len(by_ear) >= _BY_EAR:
            findings = [finding for finding in findings if finding not in by_ear]
        return tuple(sorted(findings, key=lambda finding: finding.places[0].span))


def _is_of_notes_alone(finding: Finding, draft: Document) -> bool:
    """Whether only the notes spell a name otherwise."""
    here = {place.quote for place in finding.places if place.file == draft.file}
    return len(here) == 1 and any(place.file != draft.file for place in finding.places)


def _in_plain_letters(name: str) -> str:
    """A name without umlauts as those write it who have none: "Kaebisch" for "Käbisch"."""
    return "".join(_PLAIN.get(letter, letter) for letter in name.casefold())


def _finding(slip: Slip, names: NameSpellings, material: Material) -> Finding:
    draft = material.draft
    wrong = [draft.place(_surname_span(person, draft)) for person in slip.people[:_MOST_PLACES]]
    beside = tuple(_right_places(slip, names, draft))
    first = slip.people[0]
    where = _where_right(slip, names, beside, draft.file)
    message = f"{_quoted_name(first)} (line {wrong[0].line}) is spelled {where}{_doubt(slip, names)}."
    certain = slip.severity is not Severity.HINT and slip.is_sure
    span = _surname_span(first, draft)
    suggestion = Suggestion(span, _cased(slip.right, span.of(draft.text))) if certain else None
    return Finding(NamesCheck.id, slip.severity, message, (*wrong, *beside), suggestion)


def _quoted_name(person: Person) -> str:
    return f"\u201c{person.text}\u201d"


def _doubt(slip: Slip, names: NameSpellings) -> str:
    """What to think of where one listing stands against the draft: either may hold the slip."""
    if slip.is_sure or slip.other is None:
        return ""
    if slip.wrong.entries:
        return "; the list may be the one to mend"
    if len(slip.people) == 1:
        return "; either may be the slip"
    which = "roll" if names.roll.is_official else "list"
    often = "twice" if len(slip.people) == 2 else f"{len(slip.people)} times"  # noqa: PLR2004 -- two
    return f"; as the draft has it {often}, the {which} may be the one to mend"


def _where_right(slip: Slip, names: NameSpellings, beside: tuple[Location, ...], draft: str) -> str:
    right = f"\u201c{slip.right}\u201d"
    if slip.other is None:
        return f"{right} in the notes ({_file_line(beside[0])})"
    noted = next((p for p in beside if p.file != draft), None)
    also = f", and in the notes ({_file_line(noted)})" if noted else ""
    if slip.other.entries and names.roll.is_official:
        return f"{right} on the roll of the meeting{also}"
    if slip.other.entries and slip.other.entries[0].place:
        return f"{right} in the list of attendance (line {slip.other.entries[0].place.line}){also}"
    count = len(slip.other.people)
    often = {1: "once", 2: "twice"}.get(count, f"{count} times")
    return f"{right} {often} elsewhere in the draft (line {beside[0].line}){also}"


def _file_line(place: Location) -> str:
    return f"{notes_name(place.file)} line {place.line}"


def _right_places(slip: Slip, names: NameSpellings, draft: Document) -> Iterator[Location]:
    """Where the right spelling stands: on the draft's own list, elsewhere in the draft, in the notes."""
    if slip.other:
        listed = [entry.place for entry in slip.other.entries if entry.place]
        yield from listed[:1]
        seen = {place.span.end for place in listed[:1]}
        others = [p for p in slip.other.people if p.span.end not in seen]
        for person in others[:_MOST_BESIDE]:
            yield draft.place(_surname_span(person, draft))
    if slip.key in names.noted:
        note, at, word = names.noted[slip.key]
        yield note.place(Span(at, at + len(word)))


def _surname_span(person: Person, draft: Document) -> Span:
    """The surname alone, which is all that is to be mended."""
    at = person.span.of(draft.text).rfind(person.surname)
    start = person.span.start + max(0, at)
    return Span(start, person.span.end)


def _cased(name: str, like: str) -> str:
    return name.upper() if like.isupper() and len(like) > 1 else name
