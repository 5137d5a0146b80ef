"""Minutes as a Word document: tracked changes and comments are Word's own."""

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from review_tui.adapters.exporters.document import (
    CERTIFICATE,
    DRAFT,
    MOST_BESIDE,
    SIGNED,
    Column,
    Paragraph,
    Run,
    Style,
    cells,
    columns,
    is_list,
    is_whole_row,
    paragraphs,
    tables_apart,
    with_tab,
)
from review_tui.adapters.exporters.docx_comments import Comments
from review_tui.adapters.exporters.docx_package import (
    NAMESPACES,
    TEXT_WIDTH,
    attribute,
    bookmark,
    package,
    relation_id,
    words,
)
from review_tui.application.ports import ExportedChange, ExportedItem, MeetingMinutes, Remark
from review_tui.application.tracked_document import (
    END_BOOKMARK,
    ITEM_BOOKMARK,
    origin_properties,
)
from review_tui.model.people import Attendee

_HEADINGS = 6
"""Levels of headings that have a style."""
_STYLES = {
    Style.BULLET: "ListBullet",
    Style.NUMBERED: "ListNumber",
    Style.RESOLUTION: "Resolution",
    Style.QUOTE: "Quote",
    Style.ROW: "Normal",
}


def to_docx(minutes: MeetingMinutes) -> bytes:
    """The whole minutes as one Word document."""
    comments = Comments()
    revisions = _Numbers()
    body = [
        _plain_paragraph("Title", minutes.body),
        *(_plain_paragraph("Normal", line) for line in minutes.held),
    ]
    body.append(_paragraph("Normal", _text_xml(minutes.standing, italic=True)))
    body += (_roll(label, people) for label, people in minutes.attendance)
    for number, item in enumerate(minutes.items, start=1):
        body += _ItemWriter(item, comments, revisions, number).xml()
    body += _signature(bookmark(END_BOOKMARK, len(minutes.items) + 1))
    if minutes.certificate:
        body.append(_paragraph("Heading1", _text_xml(CERTIFICATE), "<w:pageBreakBefore/>"))
        body += (_plain_paragraph("Normal", line) for line in minutes.certificate)
    title = ", ".join((minutes.body, *minutes.held[:1]))
    parts = {
        "document": f"<w:document {NAMESPACES}><w:body>{''.join(body)}{_section()}</w:body></w:document>",
        "header": _header(title, is_draft=minutes.is_draft),
        "footer": _footer(),
        **comments.parts(),
    }
    return package(title, parts, origin_properties(minutes))


class _Numbers:
    """Numbers for tracked changes: no two have the same."""

    def __init__(self) -> None:
        self._last = 0

    def next(self) -> int:
        self._last += 1
        return self._last


class _ItemWriter:
    """Writes one item: its heading, its paragraphs with changes and comments, later corrections."""

    def __init__(self, item: ExportedItem, comments: Comments, revisions: _Numbers, number: int) -> None:
        self._item = item
        self._bookmark = bookmark(f"{ITEM_BOOKMARK}{number}", number)
        self._comments = comments
        self._revisions = revisions
        self._open: dict[int, tuple[int, ...]] = {}
        """The numbers of the comments on each flag whose words have begun."""
        self._told: set[int] = set()
        """The changes whose reasons stand in the margin already."""

    def xml(self) -> Iterator[str]:
        """One piece of XML a paragraph or table."""
        unplaced = [flag for flag in self._item.flags if flag.span is None]
        before, after = "", ""
        for flag in unplaced:
            numbers = self._comments.add(flag.remarks, is_settled=flag.is_settled)
            before, after = before + _comment_starts(numbers), after + _comment_ends(numbers)
        yield _paragraph("Heading1", before + self._bookmark + _text_xml(self._item.heading) + after)
        all_ = paragraphs(self._item)
        following = {id(each): after for each, after in pairwise(all_)}
        for is_table, group in groupby(all_, key=is_whole_row):
            if is_table:
                yield from map(self._table, tables_apart(list(group)))
            else:
                yield from (self._paragraph_in_style(each, following.get(id(each))) for each in group)
        for correction in self._item.corrections:
            yield _paragraph("Normal", _text_xml(correction, italic=True))

    def _paragraph_in_style(self, paragraph: Paragraph, after: Paragraph | None) -> str:
        """One paragraph with its style; what leads in a list or a table stays on its page."""
        style = _STYLES.get(paragraph.kind, "Normal")
        extra = ""
        leads = after is not None and not is_list(paragraph) and (is_list(after) or after.kind is Style.ROW)
        keep = "<w:keepNext/>" if leads else ""  # what leads in a list or table is no last line of a page
        ends_list = is_list(paragraph) and not (after and is_list(after))
        space = '<w:spacing w:after="120"/>' if ends_list else ""
        runs = paragraph.runs
        if paragraph.kind is Style.HEADING:
            style = f"Heading{min(_HEADINGS, paragraph.level + 1)}"
        elif paragraph.kind is Style.BULLET:
            extra = f'<w:numPr><w:ilvl w:val="{paragraph.level}"/><w:numId w:val="1"/></w:numPr>{space}'
        elif paragraph.kind is Style.NUMBERED:
            left = 567 + 425 * paragraph.level
            extra = (
                f'<w:tabs><w:tab w:val="left" w:pos="{left}"/></w:tabs>{space}'
                f'<w:ind w:left="{left}" w:hanging="567"/>'
            )
            runs = with_tab(runs)
        return _paragraph(style, self._runs(runs), keep + extra, self._end_change("ins", "del", paragraph))

    def _end_change(self, came: str, went: str, paragraph: Paragraph) -> str:
        """What says that the end of a paragraph, or a row, came or went."""
        mark = f"<w:{came} {self._author_attributes(paragraph.came)}/>" if paragraph.came else ""
        return mark + (f"<w:{went} {self._author_attributes(paragraph.went)}/>" if paragraph.went else "")

    def _table(self, rows: list[Paragraph]) -> str:
        set_ = columns(rows)
        edges = "".join(
            f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
            for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        grid = "".join(f'<w:gridCol w:w="{_column_width(column)}"/>' for column in set_)
        inner = "".join(self._row(row, set_, is_head=row is rows[0]) for row in rows)
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(map(_column_width, set_))}" w:type="dxa"/>'
            f'<w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{inner}</w:tbl>" + _paragraph("Cell", "")
        )

    def _row(self, row: Paragraph, set_: list[Column], *, is_head: bool) -> str:
        marks = "<w:tblHeader/>" if is_head else ""
        marks += self._end_change("ins", "del", row)
        shade = '<w:shd w:val="clear" w:color="auto" w:fill="E8E8E8"/>' if is_head else ""
        inner = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{_column_width(column)}" w:type="dxa"/>{shade}</w:tcPr>'
            + _paragraph(
                "Cell",
                self._runs(runs),
                '<w:jc w:val="right"/>' if column.is_number else "",
                self._end_change("ins", "del", row),
            )
            + "</w:tc>"
            for column, runs in zip(set_, [*cells(row), *([[]] * len(set_))], strict=False)
        )
        return f"<w:tr><w:trPr><w:cantSplit/>{marks}</w:trPr>{inner}</w:tr>"

    def _runs(self, runs: Iterable[Run]) -> str:
        return "".join(self._run_xml(run) for run in runs)

    def _run_xml(self, run: Run) -> str:
        xml = "".join(_comment_ends(self._open.pop(place)) for place in run.ends if place in self._open)
        for place in run.begins:
            flag = self._item.flags[place]
            numbers = self._comments.add(flag.remarks, is_settled=flag.is_settled)
            xml += _comment_starts(numbers)
            if place in run.ends:  # a gap, or words that end here
                xml += _comment_ends(numbers)
            else:
                self._open[place] = numbers
        if not run.text:
            return xml
        change = run.came or run.went
        inner = _text_xml(run.text, bold=run.bold, italic=run.italic, is_deleted=run.went is not None)
        if not change:
            return xml + inner
        kind = "ins" if run.came else "del"
        inner = f"<w:{kind} {self._author_attributes(change)}>{inner}</w:{kind}>"
        reason = self._reason_comment(change)
        return xml + _comment_starts(reason) + inner + _comment_ends(reason)

    def _reason_comment(self, change: int) -> tuple[int, ...]:
        """The comment that says why, at the first place of a change."""
        made = self._item.changes[change]
        if change in self._told or made.at is None or not made.reason:
            return ()
        self._told.add(change)
        return self._comments.add((Remark(made.author, made.at, made.reason),))

    def _author_attributes(self, change: int) -> str:
        made: ExportedChange = self._item.changes[change]
        date = f' w:date="{made.at:%Y-%m-%dT%H:%M:%SZ}"' if made.at else ""
        return f'w:id="{self._revisions.next()}" w:author={attribute(made.author)}{date}'


def _column_width(column: Column) -> int:
    return int(TEXT_WIDTH * column.share)


def _comment_starts(numbers: Iterable[int]) -> str:
    return "".join(f'<w:commentRangeStart w:id="{number}"/>' for number in numbers)


def _comment_ends(numbers: Iterable[int]) -> str:
    return "".join(
        f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'
        for number in numbers
    )


def _text_xml(said: str, *, bold: bool = False, italic: bool = False, is_deleted: bool = False) -> str:
    properties = ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
    tag = "delText" if is_deleted else "t"
    inner = "<w:tab/>".join(
        f'<w:{tag} xml:space="preserve">{words(part)}</w:{tag}>' if part else "" for part in said.split("\t")
    )
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inner}</w:r>"


def _paragraph(style: str, inner: str, extra: str = "", mark: str = "") -> str:
    marked = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{extra}{marked}</w:pPr>{inner}</w:p>'


def _plain_paragraph(style: str, said: str) -> str:
    return _paragraph(style, _text_xml(said))


def _roll(label: str, people: Iterable[Attendee]) -> str:
    names = "; ".join(f"{person.name}, {person.role}" if person.role else person.name for person in people)
    return _paragraph("Roll", _text_xml(f"{label}:", bold=True) + _text_xml(f"\t{names}"))


def _signature(mark: str) -> Iterator[str]:
    tabs = (
        '<w:keepNext/><w:tabs><w:tab w:val="left" w:pos="5400" w:leader="underscore"/>'
        f'<w:tab w:val="right" w:pos="{TEXT_WIDTH}" w:leader="underscore"/></w:tabs>'
        '<w:spacing w:before="480"/>'
    )
    yield _paragraph("Normal", mark + _text_xml(SIGNED), '<w:keepNext/><w:spacing w:before="600"/>')
    yield _paragraph("Normal", _text_xml("Chair \t Date \t"), tabs)


def _header(title: str, *, is_draft: bool) -> str:
    lines = [title, f"\t{DRAFT}"] if is_draft else [title]
    told = [_text_xml(line, bold=line is not title) for line in lines]
    told = told if len(title) > MOST_BESIDE else ["".join(told)]
    return f"<w:hdr {NAMESPACES}>{''.join(_paragraph('Header', line) for line in told)}</w:hdr>"


def _footer() -> str:
    def field(name: str) -> str:
        return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'

    inner = (
        _text_xml("Page ")
        + field("PAGE")
        + _text_xml(" of ")
        + field("NUMPAGES")
        + _text_xml("\tInitials \t")
    )
    tabs = (
        '<w:tabs><w:tab w:val="clear" w:pos="9070"/><w:tab w:val="left" w:pos="7000"/>'
        f'<w:tab w:val="right" w:pos="{TEXT_WIDTH}" w:leader="underscore"/></w:tabs>'
    )
    return f"<w:ftr {NAMESPACES}>{_paragraph('Footer', inner, tabs)}</w:ftr>"


def _section() -> str:
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{relation_id("header")}"/>'
        f'<w:footerReference w:type="default" r:id="{relation_id("footer")}"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" '
        'w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'
    )
