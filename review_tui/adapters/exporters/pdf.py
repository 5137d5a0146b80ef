"""Minutes as a PDF with tags (PDF/UA), set by typst: the words go to it as data, never as its source.

typst brings fonts of its own for the scripts of Europe, so the same minutes give the same bytes anywhere.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from importlib.resources import files
from itertools import groupby

from review_tui.adapters.export_mark import WRITER
from review_tui.adapters.exporters.document import (
    CERTIFICATE,
    DRAFT,
    SIGNED,
    Paragraph,
    Run,
    Style,
    cells,
    columns,
    paragraphs,
    tables_apart,
)
from review_tui.application.ports import ExportedItem, MeetingMinutes
from review_tui.model.date_format import format_moment
from review_tui.model.errors import Refusal
from review_tui.model.visible import sendable

_NOT_THERE = (
    "A PDF needs typst, which is not installed: pip install 'review-tui[pdf]'. "
    "Or export to docx or odt, and save that as PDF in its own program."
)
_NO_GLYPH = "could not be displayed with"
"""What typst says of letters that would be left out."""
_NO_FONT = (
    "A PDF of these minutes would lack letters for which there is no font on this computer. "
    "Install one that has them, or export to docx or odt."
)


def to_pdf(minutes: MeetingMinutes) -> bytes:
    """The whole minutes as one PDF. Raises ``Refusal`` where typst is not installed."""
    try:
        import typst  # noqa: PLC0415 -- an extra, which most do without
    except ImportError:
        raise Refusal(_NOT_THERE) from None
    compile_: Callable[..., bytes] = typst.compile
    set_ = partial(
        compile_,
        (files("review_tui.adapters.exporters") / "minutes.typ").read_bytes(),
        format="pdf",
        sys_inputs={"minutes": json.dumps(_template_data(minutes), ensure_ascii=False)},
    )
    # Its own fonts first, by which the bytes are the same anywhere; those of the computer for what they lack.
    for is_own in (True, False):
        try:
            return set_(ignore_system_fonts=is_own, pdf_standards="ua-1")
        except typst.TypstError as error:
            if _NO_GLYPH not in str(error):
                return set_(ignore_system_fonts=is_own)  # without the tags: better than none
    raise Refusal(_NO_FONT)


def _template_data(minutes: MeetingMinutes) -> dict[str, object]:
    return {
        "writer": WRITER,
        "title": _sendable(", ".join((minutes.body, *minutes.held[:1]))),
        "body": _sendable(minutes.body),
        "held": [*map(_sendable, minutes.held)],
        "standing": _sendable(minutes.standing),
        "draft": DRAFT if minutes.is_draft else "",
        "roll": [
            [
                _sendable(label),
                _sendable(
                    "; ".join(f"{each.name}, {each.role}" if each.role else each.name for each in people)
                ),
            ]
            for label, people in minutes.attendance
        ],
        "items": [*map(_item, minutes.items)],
        "signed": SIGNED,
        "certificate-title": CERTIFICATE,
        "certificate": [*map(_sendable, minutes.certificate)],
    }


def _item(item: ExportedItem) -> dict[str, object]:
    amendments = dict.fromkeys(
        f"Amendment {number}, {made.author}{f', {format_moment(made.at)}' if made.at else ''}: {made.reason}"
        for number, made in item.changes.items()
    )
    return {
        "heading": _sendable(item.heading),
        "blocks": [*_blocks(item)],
        "notes": [*map(_sendable, _remarks(item)), *map(_sendable, amendments)],
        "corrections": [*map(_sendable, item.corrections)],
    }


def _remarks(item: ExportedItem) -> Iterator[str]:
    """What was said in the margin, with the number that stands where its words begin."""
    for place, flag in enumerate(item.flags, start=1):
        settled = " (settled)" if flag.is_settled else ""
        for remark in flag.remarks:
            yield f"[{place}]{settled} {remark.author}, {format_moment(remark.at)}: {remark.words}"


def _blocks(item: ExportedItem) -> Iterator[dict[str, object]]:
    depth = 0  # PDF/UA knows no heading of the third order below one of the first
    for is_row, group in groupby(paragraphs(item), key=lambda each: each.kind is Style.ROW):
        if is_row:
            yield from map(_table, tables_apart(list(group)))
            continue
        for each in group:
            level = each.level
            if each.kind is Style.HEADING:
                level = depth = min(level, depth + 1)
            yield {"kind": each.kind.value, "level": level, "runs": _runs(each.runs)}


def _table(rows: list[Paragraph]) -> dict[str, object]:
    set_ = columns(rows)
    return {
        "kind": "table",
        "shares": [column.share for column in set_],
        "figures": [column.is_number for column in set_],
        "rows": [[*map(_runs, [*cells(row), *([[]] * len(set_))][: len(set_)])] for row in rows],
    }


def _runs(runs: Iterable[Run]) -> list[dict[str, object]]:
    return [
        {
            "text": "".join(f"[{place + 1}]" for place in run.begins) + _sendable(run.text),
            "bold": run.bold,
            "italic": run.italic,
            "change": "came" if run.came else "went" if run.went is not None else "",
        }
        for run in runs
    ]


def _sendable(text: str) -> str:
    return sendable(text)
