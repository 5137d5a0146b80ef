"""Word documents as other programs leave them: all tracked changes accepted, or all rejected."""

import io
import zipfile

from lxml import etree

from review_tui.adapters.importers.docx_text import docx_text

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(raw: bytes, name: str) -> str:
    """One part of a document."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return archive.read(name).decode("utf-8")


def accepted(raw: bytes) -> str:
    """The text once all changes are accepted, without the margin: so our own reader reads."""
    return _body(raw, etree.fromstring(part(raw, "word/document.xml").encode()))


def rejected(raw: bytes) -> str:
    """The text once all changes are rejected."""
    root = etree.fromstring(part(raw, "word/document.xml").encode())
    for element in list(root.iter(f"{_W}ins", f"{_W}del")):
        above = element.getparent()
        is_mark = above.tag in {f"{_W}rPr", f"{_W}trPr"}
        if element.tag == f"{_W}ins":
            if is_mark:
                element.tag = f"{_W}del"  # an end that came is gone
            else:
                above.remove(element)
        elif is_mark:
            above.remove(element)
        else:
            for inner in list(element):
                element.addprevious(inner)
            above.remove(element)
    for words in root.iter(f"{_W}delText"):
        words.tag = f"{_W}t"
    return _body(raw, root)


def _body(raw: bytes, document: etree._Element) -> str:
    for remark in list(document.iter(f"{_W}commentReference")):
        remark.getparent().remove(remark)
    return docx_text(_with_document(raw, etree.tostring(document)))[0]


def _with_document(raw: bytes, document: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(name, document if name == "word/document.xml" else old.read(name))
    return stream.getvalue()
