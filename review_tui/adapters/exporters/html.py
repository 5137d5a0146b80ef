"""Minutes as one web page, with nothing loaded from elsewhere. Changes are ``ins`` and ``del``."""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from review_tui.adapters.export_mark import HTML_MARK
from review_tui.adapters.exporters.document import (
    Column,
    Paragraph,
    Run,
    Style,
    cells,
    columns,
    paragraphs,
    tables_apart,
)
from review_tui.application.ports import ExportedFlag, ExportedItem, MeetingMinutes
from review_tui.model.date_format import format_moment
from review_tui.model.people import Attendee
from review_tui.model.visible import sendable

_ITEM_LEVEL = 2
_LOWEST_LEVEL = 6
"""Levels of headings: items stand on the first of these, and none below the second."""
_LOOKS = """
body { font: 1rem/1.5 Arial, sans-serif; max-width: 45rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; margin: 1rem 0; } td, th { border: 1px solid #888; padding: .25rem .6rem; }
th { text-align: left; background: #eee; } .number { text-align: right; }
.numbered, .resolution { margin-left: 2rem; }
.resolution { break-inside: avoid; border-left: 2px solid #888; padding-left: .6rem; }
dt { font-weight: bold; }
ins { background: #d8f0d8; } del { background: #f6d8d8; } mark { background: #fff0b0; }
aside { border-left: .25rem solid #c09000; padding-left: 1rem; } .draft { font-weight: bold; }
"""


def to_html(minutes: MeetingMinutes) -> bytes:
    """The whole minutes as one page in UTF-8."""
    title = _escaped(", ".join((minutes.body, *minutes.held[:1])))
    lines = [
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width">',
        HTML_MARK,
        f"<title>{title}</title>\n<style>{_LOOKS}</style>\n</head>\n<body>\n<h1>{_escaped(minutes.body)}</h1>",
        *(f"<p>{_escaped(line)}</p>" for line in minutes.held),
        f"<p{' class=draft' if minutes.is_draft else ''}>{_escaped(minutes.standing)}</p>",
    ]
    lines += [
        f"<p><b>{_escaped(label)}:</b> {_escaped(_listed_names(people))}</p>"
        for label, people in minutes.attendance
    ]
    for item in minutes.items:
        lines += _item(item)
    if minutes.certificate:
        lines += ["<h2>Certificate</h2>", *(f"<p>{_escaped(line)}</p>" for line in minutes.certificate)]
    return ("\n".join(lines) + "\n</body>\n</html>\n").encode("utf-8")


def _item(item: ExportedItem) -> Iterator[str]:
    yield f"<h2>{_escaped(item.heading)}</h2>"
    for form, group in groupby(paragraphs(item), key=_group_kind):
        if form == "table":
            yield from (line for rows in tables_apart(list(group)) for line in _table(item, rows))
        elif form == "list":
            yield from _list(item, list(group))
        else:
            yield from (_block(item, paragraph) for paragraph in group)
    for place, flag in enumerate(item.flags, start=1):
        yield _margin_note(place, flag)
    told: dict[str, None] = {}
    for number, made in item.changes.items():
        when = f", {format_moment(made.at)}" if made.at else ""
        told[f"<li>{number}. {_escaped(made.author + when)}: {_escaped(made.reason)}</li>"] = None
    if told:
        yield f"<aside><p>Amendments:</p><ul>{''.join(told)}</ul></aside>"
    yield from (f"<p><em>{_escaped(correction)}</em></p>" for correction in item.corrections)


def _group_kind(paragraph: Paragraph) -> str:
    return {Style.ROW: "table", Style.BULLET: "list"}.get(paragraph.kind, "")


def _list(item: ExportedItem, entries: list[Paragraph]) -> Iterator[str]:
    level = -1
    for entry in entries:
        while level < entry.level:
            yield "<ul>"
            level += 1
        while level > entry.level:
            yield "</ul>"
            level -= 1
        yield f"<li>{_runs(item, entry.runs)}</li>"
    yield "</ul>" * (level + 1)


def _table(item: ExportedItem, rows: list[Paragraph]) -> Iterator[str]:
    set_ = columns(rows)
    yield "<table>"
    yield from (_row(item, row, set_, "th" if row is rows[0] else "td") for row in rows)
    yield "</table>"


def _row(item: ExportedItem, row: Paragraph, set_: list[Column], tag: str) -> str:
    inner = "".join(
        f"<{tag}{' class=number' if column.is_number else ''}>{_runs(item, runs)}</{tag}>"
        for column, runs in zip(set_, cells(row), strict=False)
    )
    return f"<tr>{inner}</tr>"


def _block(item: ExportedItem, paragraph: Paragraph) -> str:
    inner = _runs(item, paragraph.runs)
    if paragraph.kind is Style.HEADING:
        tag = f"h{min(_LOWEST_LEVEL, paragraph.level + _ITEM_LEVEL)}"
        return f"<{tag}>{inner}</{tag}>"
    if paragraph.kind is Style.QUOTE:
        return f"<blockquote class=quote><p>{inner}</p></blockquote>"
    name = f' class="{paragraph.kind}"' if paragraph.kind in {Style.NUMBERED, Style.RESOLUTION} else ""
    return f"<p{name}>{inner}</p>"


def _runs(item: ExportedItem, runs: Iterable[Run]) -> str:
    return "".join(_run_html(item, run) for run in runs)


def _run_html(item: ExportedItem, run: Run) -> str:
    signs = "".join(f"<mark>[{n + 1}]</mark>" for n in run.begins)
    inner = _escaped(run.text)
    for is_so, tag in ((run.bold, "b"), (run.italic, "i")):
        inner = f"<{tag}>{inner}</{tag}>" if is_so and inner else inner
    change = run.came or run.went
    if not change or not inner:
        return signs + inner
    tag, made = ("ins" if run.came else "del"), item.changes[change]
    when = f' datetime="{made.at.isoformat()}"' if made.at else ""
    return f"{signs}<{tag}{when} title={_attribute(f'{made.author}: {made.reason}')}>{inner}</{tag}>"


def _margin_note(place: int, flag: ExportedFlag) -> str:
    said = "".join(
        f"<p>{_escaped(f'{remark.author}, {format_moment(remark.at)}: {remark.words}')}</p>"
        for remark in flag.remarks
    )
    return f"<aside><p>[{place}]{' (settled)' if flag.is_settled else ''}</p>{said}</aside>"


def _escaped(text: str) -> str:
    return escape(sendable(text), quote=False)


def _attribute(text: str) -> str:
    return f'"{escape(" ".join(sendable(text).split()))}"'


def _listed_names(people: Iterable[Attendee]) -> str:
    return "; ".join(f"{person.name}, {person.role}" if person.role else person.name for person in people)
