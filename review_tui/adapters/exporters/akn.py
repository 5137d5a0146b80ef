"""Minutes as a debate in Akoma Ntoso 3.0, the open standard of parliaments (OASIS LegalDocML).

Each item is a section of the debate, each motion that was voted on a voting of the analysis. The standard
asks for a country, which minutes do not say: ``zz`` is the code that ISO 3166 leaves for users.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from review_tui.adapters.exporters.document import (
    Paragraph,
    Run,
    Style,
    cells,
    paragraphs,
    tables_apart,
)
from review_tui.application.open_record import OpenRecord, RecordedMotion, open_record
from review_tui.application.ports import ExportedItem, MeetingMinutes
from review_tui.language.file_sections import slug
from review_tui.model.visible import sendable

_NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_COUNTRY = "zz"
_LANGUAGE = "eng"
_US = "#review-tui"
_BODY = "#body"
_RESULTS = {True: "carried", False: "lost", None: "undetermined"}
_NO_DATE = "0001-01-01"
"""Where the minutes give no day: the standard asks for one."""


def to_akn(minutes: MeetingMinutes) -> bytes:
    """The whole minutes as one XML file in UTF-8."""
    record = open_record(minutes)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<akomaNtoso xmlns="{_NAMESPACE}">',
        '<debate name="minutes" contains="originalVersion">',
        *_meta(minutes, record),
        "<preface>",
        f"<p><docTitle>{_escaped(minutes.body)}</docTitle></p>",
        *(f"<p>{_meeting_line(line, minutes, is_day=n == 0)}</p>" for n, line in enumerate(minutes.held)),
        f"<p><docStatus>{_escaped(minutes.standing)}</docStatus></p>",
        "</preface>",
        "<debateBody>",
        *_roll(minutes, record),
    ]
    for number, item in enumerate(minutes.items, start=1):
        lines += _section(number, item)
    if not (minutes.attendance or minutes.items):
        said = f"<p>{_escaped(minutes.standing)}</p>"
        lines.append(f'<debateSection name="minutes" eId="dbsect_0">{said}</debateSection>')
    lines += ["</debateBody>", *_conclusions(minutes), "</debate>", "</akomaNtoso>"]
    return ("\n".join(lines) + "\n").encode("utf-8")


def _meta(minutes: MeetingMinutes, record: OpenRecord) -> Iterator[str]:
    date = minutes.date or _NO_DATE
    work = f"/akn/{_COUNTRY}/debate/{slug(minutes.body) or 'body'}/{date}"
    expression = f"{work}/{_LANGUAGE}@"
    day = f'<FRBRdate date="{date}" name="sitting"/><FRBRauthor href="{_BODY}"/>'
    yield f'<meta><identification source="{_US}">'
    yield f'<FRBRWork><FRBRthis value="{work}/!main"/><FRBRuri value="{work}"/>{day}'
    yield f'<FRBRcountry value="{_COUNTRY}"/></FRBRWork>'
    yield f'<FRBRExpression><FRBRthis value="{expression}/!main"/><FRBRuri value="{expression}"/>{day}'
    yield f'<FRBRlanguage language="{_LANGUAGE}"/></FRBRExpression>'
    yield f'<FRBRManifestation><FRBRthis value="{expression}/!main.xml"/>'
    yield f'<FRBRuri value="{expression}.akn"/>{day}'
    yield '<FRBRformat value="application/akn+xml"/></FRBRManifestation></identification>'
    votings = [motion for motion in record.motions if motion.counts]
    if votings:
        yield f'<analysis source="{_US}"><parliamentary>'
        yield from map(_voting, votings)
        yield "</parliamentary></analysis>"
    yield f'<references source="{_US}">'
    name = slug(minutes.body) or "body"
    yield f'<TLCOrganization eId="body" href="/ontology/organization/{name}" {_show_as(minutes.body)}/>'
    yield '<TLCOrganization eId="review-tui" href="/ontology/organization/review-tui" showAs="review-tui"/>'
    for person in record.people:
        href = f"/ontology/person/{person.id}"
        yield f'<TLCPerson eId="person_{person.id}" href="{href}" {_show_as(person.name)}/>'
    results = (_RESULTS[motion.passed] for motion in votings)
    sides = (_side(side) for motion in votings for side, _ in motion.counts)
    for concept in dict.fromkeys((*results, *sides)):
        yield f'<TLCConcept eId="{concept}" href="/ontology/concept/{concept}" showAs="{concept}"/>'
    yield "</references></meta>"


def _voting(motion: RecordedMotion) -> str:
    counts = "".join(
        f'<count eId="{motion.id}_{_side(side)}" value="{figure}" refersTo="#{_side(side)}"/>'
        for side, figure in motion.counts
    )
    return (
        f'<voting eId="{motion.id}" outcome="#{_RESULTS[motion.passed]}" href="#dbsect_{motion.item}">'
        f"{counts}</voting>"
    )


def _side(side: str) -> str:
    return side.replace(" ", "-")


def _meeting_line(line: str, minutes: MeetingMinutes, *, is_day: bool) -> str:
    said = _escaped(line)
    return f'<docDate date="{minutes.date}">{said}</docDate>' if is_day and minutes.date else said


def _roll(minutes: MeetingMinutes, record: OpenRecord) -> Iterator[str]:
    if not minutes.attendance:
        return
    yield '<rollCall eId="rollCall_1">'
    for label, people in minutes.attendance:
        named = "; ".join(
            (
                f'<person refersTo="#person_{id_}">{_escaped(each.name)}</person>'
                if (id_ := record.id_of(each.name))
                else _escaped(each.name)
            )
            + (f", {_escaped(each.role)}" if each.role else "")
            for each in people
        )
        yield f"<p>{_escaped(label)}: {named}</p>"
    yield "</rollCall>"


def _section(number: int, item: ExportedItem) -> Iterator[str]:
    first, blank, rest = item.heading.partition(". ")
    is_numbered = blank and len(first) <= _LONGEST_NUMBER and any(c.isdigit() for c in first)
    yield f'<debateSection name="item" eId="dbsect_{number}">'
    if is_numbered:
        yield f"<num>{_escaped(first)}.</num>"
    yield f"<heading>{_escaped(rest if is_numbered else item.heading)}</heading>"
    count = 0
    for kind, group in groupby(paragraphs(item), key=_group_kind):
        together = list(group)
        if kind is Style.ROW:
            yield from map(_table, tables_apart(together))
        elif kind is Style.BULLET:
            yield _list(together)
        elif kind is Style.RESOLUTION:
            count += 1
            inner = "".join(f"<p>{_runs(each.runs)}</p>" for each in together)
            yield f'<resolutions eId="dbsect_{number}__resolutions_{count}">{inner}</resolutions>'
        else:
            yield from map(_paragraph, together)
    yield from (f'<p class="correction">{_escaped(correction)}</p>' for correction in item.corrections)
    yield "</debateSection>"


_LONGEST_NUMBER = 12
"""Characters of a number at the head of a paragraph."""
_GROUPED = frozenset((Style.ROW, Style.BULLET, Style.RESOLUTION))


def _group_kind(paragraph: Paragraph) -> Style | None:
    return paragraph.kind if paragraph.kind in _GROUPED else None


def _paragraph(paragraph: Paragraph) -> str:
    is_plain = paragraph.kind is Style.PARAGRAPH
    return f"<p{'' if is_plain else f' class={quoteattr(paragraph.kind)}'}>{_runs(paragraph.runs)}</p>"


def _list(entries: list[Paragraph]) -> str:
    """Entries within entries, as deep as they stand in."""
    told, level = "", -1
    for entry in entries:
        if entry.level > level:
            told += "<ul><li>" + "<ul><li>" * (entry.level - level - 1)
        else:
            told += "</li></ul>" * (level - entry.level) + "</li><li>"
        level = entry.level
        told += f"<p>{_runs(entry.runs)}</p>"
    return told + "</li></ul>" * (level + 1)


def _table(rows: list[Paragraph]) -> str:
    most = max(len(cells(row)) for row in rows)
    told = ""
    for row in rows:
        tag = "th" if row is rows[0] else "td"
        filled = [*cells(row), *([[]] * most)][:most]
        told += f"<tr>{''.join(f'<{tag}><p>{_runs(runs)}</p></{tag}>' for runs in filled)}</tr>"
    return f"<table>{told}</table>"


def _runs(runs: Iterable[Run]) -> str:
    told = ""
    for run in runs:
        inner = _escaped(run.text)
        for is_so, tag in ((run.bold, "b"), (run.italic, "i")):
            inner = f"<{tag}>{inner}</{tag}>" if is_so and inner else inner
        told += inner
    return told


def _conclusions(minutes: MeetingMinutes) -> Iterator[str]:
    """Who approved which text: the signature of the record."""
    if minutes.certificate:
        yield "<conclusions>"
        yield from (f"<p>{_escaped(line)}</p>" for line in minutes.certificate)
        yield "</conclusions>"


def _escaped(text: str) -> str:
    return escape(sendable(text))


def _show_as(text: str) -> str:
    return f"showAs={quoteattr(' '.join(sendable(text).split()))}"
