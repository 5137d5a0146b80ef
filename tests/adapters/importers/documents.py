"""Small documents made by hand, as the tests need them."""

import io
import zipfile
import zlib
from collections.abc import Mapping, Sequence

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def paragraph(*runs: str, properties: str = "") -> str:
    """A paragraph of plain words, or of XML where a run begins with ``<``."""
    inside = "".join(run if run.startswith("<") else f"<w:r><w:t>{run}</w:t></w:r>" for run in runs)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inside}</w:p>"


def table(*rows: Sequence[str]) -> str:
    """A table; each cell is a plain word or XML."""
    cells = [[cell if cell.startswith("<") else paragraph(cell) for cell in row] for row in rows]
    inside = "".join("<w:tr>" + "".join(f"<w:tc>{c}</w:tc>" for c in row) + "</w:tr>" for row in cells)
    return f"<w:tbl>{inside}</w:tbl>"


def docx(body: str, parts: Mapping[str, str] | None = None, head: str = HEAD) -> bytes:
    """A Word document; ``parts`` are further ones by kind: styles, numbering, footnotes…"""
    parts = parts or {}
    relations = "".join(f'<Relationship Type="x/{kind}" Target="{kind}.xml"/>' for kind in parts)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"{head}<w:document {W}><w:body>{body}</w:body></w:document>")
        archive.writestr("word/_rels/document.xml.rels", f"<Relationships>{relations}</Relationships>")
        for kind, inside in parts.items():
            archive.writestr(f"word/{kind}.xml", f"{HEAD}<w:{kind} {W}>{inside}</w:{kind}>")
    return made.getvalue()


ODT = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
)


def odt(body: str, styles: str = "", manifest: str = "<manifest/>", head: str = HEAD) -> bytes:
    """An OpenDocument text with these automatic styles."""
    content = (
        f"{head}<office:document-content {ODT}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", HEAD + manifest)
    return made.getvalue()


def stream(content: bytes, *, packed: bool = False) -> bytes:
    """A stream of a PDF."""
    data = zlib.compress(content, 9) if packed else content
    how = b"/Filter/FlateDecode" if packed else b""
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (how, len(data), data)


def pdf_of(objects: Sequence[bytes]) -> bytes:
    """A PDF of these objects, the first its catalogue."""
    made = b"%PDF-1.7\n"
    places = []
    for number, inside in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, inside)
    table_at = len(made)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    made += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(places) + 1, rows)
    return made + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(places) + 1, table_at)


def pdf(*pages: bytes) -> bytes:
    """A PDF with these streams as its pages, in Helvetica (``/F``)."""
    kids = b" ".join(b"%d 0 R" % (3 + 2 * n) for n in range(len(pages)))
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(pages))]
    font = b"<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>>>>>"
    for n, content in enumerate(pages):
        size = b"/MediaBox[0 0 600 800]"
        objects.append(
            b"<</Type/Page/Parent 2 0 R%s/Contents %d 0 R/Resources %s>>" % (size, 4 + 2 * n, font)
        )
        objects.append(content)
    return pdf_of(objects)


def page(*lines: tuple[float, float, str], size: int = 12) -> bytes:
    """A page with words at places: points from the left, points from below."""
    shown = "".join(f"BT /F {size} Tf {x} {y} Td ({words}) Tj ET\n" for x, y, words in lines)
    return stream(shown.encode("cp1252"))


def printed(text: str, top: float = 700, pitch: float = 14) -> bytes:
    """A page with the lines of ``text`` one below the other; a blank line leaves a gap."""
    rows = text.split("\n")
    return page(*((50, top - n * pitch, row) for n, row in enumerate(rows) if row))


def cues(*said: tuple[str, str], head: str = "WEBVTT\n\n") -> str:
    """Captions: the second when each begins, and what is said."""
    return head + "".join(f"{_time(int(at))} --> {_time(int(at) + 2)}\n{words}\n\n" for at, words in said)


def _time(seconds: int) -> str:
    return f"00:{seconds // 60:02}:{seconds % 60:02}.000"
