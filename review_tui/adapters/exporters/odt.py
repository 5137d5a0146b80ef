"""Minutes as an OpenDocument text, as LibreOffice writes it, with a running header and numbered leaves."""

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from review_tui.adapters.export_mark import WRITER
from review_tui.adapters.exporters.document import (
    CERTIFICATE,
    DRAFT,
    MOST_BESIDE,
    SIGNED,
    Paragraph,
    Style,
    cells,
    columns,
    is_whole_row,
    paragraphs,
    tables_apart,
    with_tab,
)
from review_tui.adapters.exporters.docx_package import attribute
from review_tui.adapters.exporters.odt_flow import Flow, Margin, span, with_ends_moved, xml_text
from review_tui.application.ports import ExportedItem, MeetingMinutes
from review_tui.application.tracked_document import END_BOOKMARK, ITEM_BOOKMARK, origin_properties
from review_tui.model.frozen import frozen
from review_tui.model.people import Attendee

_MIME = "application/vnd.oasis.opendocument.text"
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip archive knows: every part is as old."""
_PROLOGUE = '<?xml version="1.0" encoding="UTF-8"?>\n'
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_NAMESPACES = (
    " ".join(
        f'xmlns:{short}="{_OASIS}:{name}:1.0"'
        for short, name in (
            ("office", "office"),
            ("style", "style"),
            ("text", "text"),
            ("table", "table"),
            ("fo", "xsl-fo-compatible"),
            ("meta", "meta"),
            ("svg", "svg-compatible"),
        )
    )
    + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" office:version="1.3"'
)
_WIDTH = 16.0
"""Centimetres between the margins of an A4 page."""
_IN_CELL = 'fo:margin-bottom="0cm" fo:margin-left="0.1cm" fo:margin-right="0.1cm"'
"""Room beside the words of a cell: LibreOffice leaves none where cells share their borders."""
_HEADINGS = 6
"""Levels of headings that have a style."""
_STYLES_OF = {
    Style.BULLET: "Entry",
    Style.NUMBERED: "Numbered",
    Style.RESOLUTION: "Resolution",
    Style.QUOTE: "Quotations",
}


def to_odt(minutes: MeetingMinutes) -> bytes:
    """The whole minutes as one OpenDocument text."""
    title = ", ".join((minutes.body, *minutes.held[:1]))
    tables = _Tables()
    margin = Margin()
    body = [_paragraph("Title", xml_text(minutes.body))]
    body += (_paragraph("Standard", xml_text(line)) for line in minutes.held)
    body.append(_paragraph("Standard", span(minutes.standing, "I")))
    body += (_roll(label, people) for label, people in minutes.attendance)
    for number, item in enumerate(minutes.items, start=1):
        body += _ItemWriter(item, tables, margin).xml(_bookmark(f"{ITEM_BOOKMARK}{number}"))
    body.append(_paragraph("Signed", _bookmark(END_BOOKMARK) + xml_text(SIGNED)))
    body.append(_paragraph("Signature", "Chair <text:tab/> Date <text:tab/>"))
    if minutes.certificate:
        body.append(f'<text:h text:style-name="Page" text:outline-level="1">{CERTIFICATE}</text:h>')
        body += (_paragraph("Standard", xml_text(line)) for line in minutes.certificate)
    files = {
        "META-INF/manifest.xml": _manifest(),
        "content.xml": _content(margin.xml() + "".join(body), tables),
        "styles.xml": _styles(title, is_draft=minutes.is_draft),
        "meta.xml": (
            f"<office:document-meta {_NAMESPACES}><office:meta>"
            f"<meta:generator>{WRITER}</meta:generator><dc:title>{xml_text(title)}</dc:title>"
            f"{_origin_xml(minutes)}</office:meta></office:document-meta>"
        ),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        # By this part at the very beginning, not packed, other programs tell what the file is.
        _add_part(archive, "mimetype", _MIME, zipfile.ZIP_STORED)
        for name, xml in files.items():
            _add_part(archive, name, _PROLOGUE + xml, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _add_part(archive: zipfile.ZipFile, name: str, text: str, how: int) -> None:
    info = zipfile.ZipInfo(name, _EARLIEST)
    info.compress_type = how
    info.create_system = 0
    archive.writestr(info, text.encode("utf-8"))


class _Tables:
    """Gathers the widths of the columns of all tables, which are styles."""

    def __init__(self) -> None:
        self.styles: list[str] = []

    def xml(self, rows: list[Paragraph], flow: Flow) -> str:
        """One table."""
        set_ = columns(rows)
        number = len(self.styles) + 1
        self.styles.append(
            "".join(
                f'<style:style style:name="T{number}.{place}" style:family="table-column">'
                f'<style:table-column-properties style:column-width="{_WIDTH * column.share:.2f}cm"/>'
                "</style:style>"
                for place, column in enumerate(set_)
            )
        )
        widths = "".join(f'<table:table-column table:style-name="T{number}.{n}"/>' for n in range(len(set_)))
        told = []
        for row in rows:
            style = "HeadCell" if row is rows[0] else "Cell"
            inner = ""
            for column, runs in zip(set_, [*cells(row), *([[]] * len(set_))], strict=False):
                flow.add(runs)
                words = _paragraph("Figures" if column.is_number else "CellText", flow.end(is_last=True))
                inner += (
                    f'<table:table-cell table:style-name="{style}" office:value-type="string">{words}'
                    "</table:table-cell>"
                )
            told.append(f'<table:table-row table:style-name="Row">{inner}</table:table-row>')
        head = f"<table:table-header-rows>{told[0]}</table:table-header-rows>"
        return (
            f'<table:table table:name="Table{number}" table:style-name="Table">'
            f"{widths}{head}{''.join(told[1:])}</table:table>{_paragraph('CellText', '')}"
        )


def _bookmark(name: str) -> str:
    return f'<text:bookmark text:name="{name}"/>'


def _origin_xml(minutes: MeetingMinutes) -> str:
    """What was sent out, so that the document can come back."""
    return "".join(
        f"<meta:user-defined meta:name={attribute(name)}>{xml_text(words)}</meta:user-defined>"
        for name, words in origin_properties(minutes).items()
    )


@frozen
class _Standing:
    """A paragraph as it stands now, or a table."""

    kind: Style
    level: int
    inner: str
    """What stands in it; of a table all of it."""


class _ItemWriter:
    """Writes one item: its heading, its paragraphs with changes and comments, later corrections."""

    def __init__(self, item: ExportedItem, tables: _Tables, margin: Margin) -> None:
        self._item = item
        self._tables = tables
        self._margin = margin

    def xml(self, bookmark: str) -> Iterator[str]:
        """One piece of XML a paragraph, list or table."""
        all_ = list(self._standing(bookmark))
        following = {id(each): then for each, then in pairwise(all_)}
        for is_bullet, group in groupby(all_, key=lambda each: each.kind is Style.BULLET):
            if is_bullet:
                yield _list(list(group))
            else:
                yield from (_block(each, following.get(id(each))) for each in group)
        yield from (_paragraph("Standard", span(said, "I")) for said in self._item.corrections)

    def _standing(self, bookmark: str) -> Iterator[_Standing]:
        flow = Flow(self._item, self._margin)
        before = after = ""
        for flag in (each for each in self._item.flags if each.span is None):
            starts, ends = self._margin.comment(flag.remarks, is_settled=flag.is_settled)
            before, after = before + starts, ends + after
        flow.set(before + bookmark + xml_text(self._item.heading) + after)
        all_ = [Paragraph(Style.HEADING), *paragraphs(self._item)]
        for is_table, group in groupby(all_, key=is_whole_row):
            if is_table:
                yield from (
                    _Standing(Style.ROW, 0, self._tables.xml(rows, flow))
                    for rows in tables_apart(list(group))
                )
            else:
                yield from self._joined(list(group), flow)

    def _joined(self, together: Sequence[Paragraph], flow: Flow) -> Iterator[_Standing]:
        """Paragraphs as they stand now, those whose ends went in one with what follows them."""
        form: Paragraph | None = None
        together = with_ends_moved(together)
        for paragraph in together:
            is_last = paragraph is together[-1]
            runs = paragraph.runs
            look = _look(paragraph.kind, paragraph.level)
            flow.add(with_tab(runs) if paragraph.kind is Style.NUMBERED else runs, look)
            if form is None and (not runs or any(run.went is None and run.text.strip() for run in runs)):
                form = paragraph
            if not is_last and flow.joins_next(paragraph):
                continue
            shown = form or paragraph
            kind = Style.PARAGRAPH if shown.kind is Style.ROW else shown.kind
            yield _Standing(kind, shown.level, flow.end(paragraph.came, is_last=is_last))
            form = None


def _block(standing: _Standing, after: _Standing | None) -> str:
    if standing.kind is Style.ROW:
        return standing.inner
    leads = after is not None and after.kind in {Style.BULLET, Style.NUMBERED, Style.ROW}
    begin, end = _look(standing.kind, standing.level, leads=leads)
    return begin + standing.inner + end


def _look(kind: Style, level: int, *, leads: bool = False) -> tuple[str, str]:
    """What opens and closes a paragraph; one that leads in a list or table stays on its page."""
    if kind is Style.HEADING:
        level = min(_HEADINGS, level + 1)
        return f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">', "</text:h>"
    style = _STYLES_OF.get(kind, "Lead" if leads else "Standard")
    style = f"Numbered{level}" if kind is Style.NUMBERED else style
    return f'<text:p text:style-name="{style}">', "</text:p>"


def _list(entries: Sequence[_Standing]) -> str:
    """Entries within entries, as deep as they stand in."""
    told, level = "", -1
    for entry in entries:
        if entry.level > level:
            told += '<text:list text:style-name="Bullets"><text:list-item>' * (entry.level - level)
        else:
            told += (
                "</text:list-item></text:list>" * (level - entry.level) + "</text:list-item><text:list-item>"
            )
        level = entry.level
        told += _paragraph("LastEntry" if entry is entries[-1] else "Entry", entry.inner)
    return told + "</text:list-item></text:list>" * (level + 1)


def _paragraph(style: str, inner: str) -> str:
    return f'<text:p text:style-name="{style}">{inner}</text:p>'


def _roll(label: str, people: Iterable[Attendee]) -> str:
    names = "; ".join(f"{person.name}, {person.role}" if person.role else person.name for person in people)
    return _paragraph("Roll", f"{span(f'{label}:', 'B')}<text:tab/>{xml_text(names)}")


def _manifest() -> str:
    parts = {"/": _MIME, "content.xml": "text/xml", "styles.xml": "text/xml", "meta.xml": "text/xml"}
    inner = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
        for name, kind in parts.items()
    )
    return (
        f'<manifest:manifest xmlns:manifest="{_OASIS}:manifest:1.0" manifest:version="1.3">'
        f"{inner}</manifest:manifest>"
    )


def _content(body: str, tables: _Tables) -> str:
    edge = 'fo:border="0.5pt solid #808080" fo:padding="0.1cm"'
    automatic = (
        _text_style("B", 'fo:font-weight="bold"')
        + _text_style("I", 'fo:font-style="italic"')
        + _text_style("BI", 'fo:font-weight="bold" fo:font-style="italic"')
        + '<style:style style:name="Table" style:family="table">'
        f'<style:table-properties style:width="{_WIDTH}cm" table:align="left" '
        'table:border-model="collapsing"/></style:style>'
        '<style:style style:name="Row" style:family="table-row">'
        '<style:table-row-properties fo:keep-together="always"/></style:style>'
        f'<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties {edge}/>'
        "</style:style>"
        '<style:style style:name="HeadCell" style:family="table-cell">'
        f'<style:table-cell-properties {edge} fo:background-color="#e8e8e8"/></style:style>'
    )
    return (
        f"<office:document-content {_NAMESPACES}><office:automatic-styles>{automatic}{''.join(tables.styles)}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )


def _text_style(name: str, how: str) -> str:
    """A style of words."""
    return (
        f'<style:style style:name="{name}" style:family="text"><style:text-properties {how}/></style:style>'
    )


def _style(name: str, paragraph: str = "", text: str = "", *, stops: str = "", extra: str = "") -> str:
    """A style of paragraphs. ``stops`` are its tabs."""
    tabs = f"<style:tab-stops>{stops}</style:tab-stops>" if stops else ""
    shown = name.replace("_20_", " ")
    base = "" if name == "Standard" else ' style:parent-style-name="Standard"'
    return (
        f'<style:style style:name="{name}" style:display-name="{shown}" style:family="paragraph"'
        f"{base}{extra}>"
        f"<style:paragraph-properties {paragraph}>{tabs}</style:paragraph-properties>"
        f"<style:text-properties {text}/></style:style>"
    )


def _tab_stop(at: float, kind: str = "left", *, is_line: bool = False) -> str:
    leader = ' style:leader-style="solid" style:leader-text="_"' if is_line else ""
    return f'<style:tab-stop style:position="{at}cm" style:type="{kind}"{leader}/>'


def _styles(title: str, *, is_draft: bool) -> str:
    small = 'fo:font-size="9pt"'
    named = (
        _style(
            "Standard",
            'fo:margin-bottom="0.21cm" fo:line-height="110%" fo:orphans="2" fo:widows="2"',
            'style:font-name="Arial" fo:font-size="11pt" fo:language="en" fo:country="GB"',
        )
        + _style("Title", 'fo:margin-bottom="0.1cm"', 'fo:font-size="18pt" fo:font-weight="bold"')
        + "".join(_heading(level) for level in range(1, _HEADINGS + 1))
        + _style("Page", 'fo:break-before="page"', 'fo:font-size="13pt" fo:font-weight="bold"')
        + _style("Roll", 'fo:margin-left="3.5cm" fo:text-indent="-3.5cm"', stops=_tab_stop(3.5))
        + _style("Lead", 'fo:keep-with-next="always"')
        + _style("Entry", 'fo:margin-bottom="0.1cm"')
        + _style("LastEntry", 'fo:margin-bottom="0.21cm"')
        + "".join(
            _style(
                f"Numbered{level}",
                f'fo:margin-left="{1 + 0.75 * level}cm" fo:text-indent="-1cm" fo:margin-bottom="0.1cm"',
                stops=_tab_stop(1 + 0.75 * level),
            )
            for level in range(4)
        )
        + _style(
            "Resolution",
            'fo:margin-left="1cm" fo:border-left="1.5pt solid #808080" fo:padding-left="0.25cm" '
            'fo:keep-together="always"',
        )
        + _style("Quotations", 'fo:margin-left="1cm" fo:margin-right="1cm"')
        + _style("CellText", _IN_CELL)
        + _style("Figures", f'{_IN_CELL} fo:text-align="end"')
        + _style("Signed", 'fo:margin-top="1cm" fo:keep-with-next="always"')
        + _style(
            "Signature",
            'fo:margin-top="0.85cm"',
            stops=_tab_stop(9.5, is_line=True) + _tab_stop(_WIDTH, "right", is_line=True),
        )
        + _style("Header", text=small, stops=_tab_stop(_WIDTH, "right"))
        + _style("Footer", text=small, stops=_tab_stop(12.4) + _tab_stop(_WIDTH, "right", is_line=True))
    )
    bullets = "".join(
        f'<text:list-level-style-bullet text:level="{level + 1}" text:bullet-char="{sign}">'
        '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
        '<style:list-level-label-alignment text:label-followed-by="listtab" '
        f'fo:text-indent="-0.75cm" fo:margin-left="{1 + 0.75 * level}cm"/>'
        "</style:list-level-properties></text:list-level-style-bullet>"
        for level, sign in enumerate("\u2022\u2013\u2022\u2013")
    )
    draft = f"<text:tab/>{span(DRAFT, 'HB')}" if is_draft else ""
    if draft and len(title) > MOST_BESIDE:
        header = _paragraph("Header", xml_text(title)) + _paragraph("Header", draft)
    else:
        header = _paragraph("Header", xml_text(title) + draft)
    footer = _paragraph(
        "Footer",
        'Page <text:page-number text:select-page="current">1</text:page-number> of '
        "<text:page-count>1</text:page-count><text:tab/>Initials <text:tab/>",
    )
    room = '<style:header-footer-properties fo:min-height="1cm"'
    layout = (
        '<style:page-layout style:name="A4">'
        '<style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" '
        'fo:margin-top="1.25cm" fo:margin-bottom="1.5cm" fo:margin-left="2.5cm" fo:margin-right="2.5cm"/>'
        f'<style:header-style>{room} fo:margin-bottom="0.3cm"/></style:header-style>'
        f'<style:footer-style>{room} fo:margin-top="0.5cm"/></style:footer-style></style:page-layout>'
        + _text_style("HB", 'fo:font-weight="bold"')
    )
    return (
        f"<office:document-styles {_NAMESPACES}><office:font-face-decls>"
        '<style:font-face style:name="Arial" svg:font-family="Arial" style:font-family-generic="swiss"/>'
        f"</office:font-face-decls><office:styles>{named}"
        f'<text:list-style style:name="Bullets">{bullets}</text:list-style></office:styles>'
        f"<office:automatic-styles>{layout}</office:automatic-styles><office:master-styles>"
        '<style:master-page style:name="Standard" style:page-layout-name="A4">'
        f"<style:header>{header}</style:header><style:footer>{footer}</style:footer></style:master-page></office:master-styles>"
        "</office:document-styles>"
    )


def _heading(level: int) -> str:
    return _style(
        f"Heading_20_{level}",
        'fo:margin-top="0.42cm" fo:margin-bottom="0.21cm" fo:keep-with-next="always"',
        f'fo:font-size="{max(22, 28 - 2 * level) / 2}pt" fo:font-weight="bold"',
        extra=f' style:default-outline-level="{level}"',
    )
