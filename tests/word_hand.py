"""Changes Word documents as Word does, in their own XML: words tracked out and in, comments with replies."""

import io
import re
import zipfile
from collections.abc import Callable
from xml.sax.saxutils import escape, quoteattr

_RUN = re.compile(
    r"<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t xml:space=\"preserve\">([^<]*)</w:t></w:r>"
)


class WordHand:
    """A Word document that somebody works over."""

    def __init__(self, raw: bytes, author: str = "Jane Reader", date: str = "2022-03-21T09:30:00Z") -> None:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            self._parts = {name: archive.read(name) for name in archive.namelist()}
        self.author, self.date = author, date
        self._last = 900

    @property
    def xml(self) -> str:
        """The main part."""
        return self._parts["word/document.xml"].decode()

    @xml.setter
    def xml(self, said: str) -> None:
        self._parts["word/document.xml"] = said.encode()

    def saved(self) -> bytes:
        """The document as a file."""
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, part in self._parts.items():
                archive.writestr(name, part)
        return stream.getvalue()

    def type_over(self, old: str, new: str) -> None:
        """Put ``new`` in the place of ``old``, untracked."""
        self._within(old, lambda before, after: _plain(before) + _plain(new) + _plain(after))

    def change(self, old: str, new: str) -> None:
        """Put ``new`` in the place of ``old`` while changes are tracked; an empty ``new`` takes it out."""
        self._within(
            old,
            lambda before, after: _plain(before) + self._del(old) + self._ins(new) + _plain(after),
        )

    def insert_after(self, words: str, new: str) -> None:
        """Type ``new`` behind ``words`` while changes are tracked."""
        self._within(words, lambda before, after: _plain(before + words) + self._ins(new) + _plain(after))

    def add_paragraph_after(self, words: str, new: str) -> None:
        """Press Enter behind the ``words`` that end a paragraph, and type: the old end moves down."""
        place = self.xml.index(f"{escape(words)}</w:t></w:r></w:p>")
        start = self.xml.rindex("<w:p>", 0, place)
        end = self.xml.index("</w:p>", place) + len("</w:p>")
        paragraph = self.xml[start:end]
        style = re.search(r"<w:pPr>(.*?)</w:pPr>", paragraph)
        inner = style[1] if style else ""
        mark = f"<w:rPr><w:ins {self._by()}/></w:rPr>"
        first = paragraph.replace(f"<w:pPr>{inner}</w:pPr>", f"<w:pPr>{inner}{mark}</w:pPr>", 1)
        second = f"<w:p><w:pPr>{inner}</w:pPr>{self._ins(new)}</w:p>"
        self.xml = self.xml[:start] + first + second + self.xml[end:]

    def delete_paragraph(self, words: str) -> None:
        """Take out the whole paragraph that says ``words``, its end too."""
        place = self.xml.index(f">{escape(words)}</w:t>")
        start = self.xml.rindex("<w:p>", 0, place)
        end = self.xml.index("</w:p>", place) + len("</w:p>")
        paragraph = self.xml[start:end]
        gone = paragraph.replace("</w:pPr>", f"<w:rPr><w:del {self._by()}/></w:rPr></w:pPr>", 1)
        gone = _RUN.sub(lambda m: self._del(m[1], is_escaped=True), gone)
        self.xml = self.xml[:start] + gone + self.xml[end:]

    def comment(self, words: str, said: str, answers: int | None = None) -> int:
        """Comment on ``words``; the comment's number, which others may answer."""
        number = self._next()
        if answers is None:
            self._within(
                words,
                lambda before, after: (
                    _plain(before)
                    + f'<w:commentRangeStart w:id="{number}"/>{_plain(words)}'
                    + f'<w:commentRangeEnd w:id="{number}"/>'
                    + f'<w:r><w:commentReference w:id="{number}"/></w:r>{_plain(after)}'
                ),
            )
        else:
            start, end = (f'<w:commentRange{edge} w:id="{answers}"/>' for edge in ("Start", "End"))
            xml = self.xml.replace(start, f'{start}<w:commentRangeStart w:id="{number}"/>')
            reference = f'<w:r><w:commentReference w:id="{number}"/></w:r>'
            self.xml = xml.replace(end, f'{end}<w:commentRangeEnd w:id="{number}"/>{reference}')
        self._add(
            "comments",
            f'<w:comment w:id="{number}" w:author={quoteattr(self.author)} w:date="{self.date}">'
            f'<w:p w14:paraId="{number:08X}"><w:r><w:t>{escape(said)}</w:t></w:r></w:p></w:comment>',
        )
        parent = f' w15:paraIdParent="{answers:08X}"' if answers is not None else ""
        self._add("commentsExtended", f'<w15:commentEx w15:paraId="{number:08X}"{parent} w15:done="0"/>')
        return number

    def drop(self, part: str) -> None:
        """Leave a part out, as programs do that know nothing of it."""
        del self._parts[f"word/{part}.xml"]

    def forget_bookmark(self, name: str) -> None:
        """Lose a bookmark, as whoever deletes its paragraph does."""
        self.xml = self.xml.replace(f'w:name="{name}"', 'w:name="other"')

    def forget_origin(self) -> None:
        """Lose all that says where the document comes from, as whoever pastes it into another does."""
        del self._parts["docProps/custom.xml"]
        self.xml = self.xml.replace("review_tui_", "other_")

    def _within(self, words: str, made: Callable[[str, str], str]) -> None:
        for match in _RUN.finditer(self.xml):
            text = match[1].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
            if words in text:
                before, _, after = text.partition(words)
                self.xml = self.xml[: match.start()] + made(before, after) + self.xml[match.end() :]
                return
        raise AssertionError(f"No run holds “{words}”.")

    def _ins(self, words: str) -> str:
        return f"<w:ins {self._by()}>{_plain(words)}</w:ins>" if words else ""

    def _del(self, words: str, *, is_escaped: bool = False) -> str:
        said = words if is_escaped else escape(words)
        return f'<w:del {self._by()}><w:r><w:delText xml:space="preserve">{said}</w:delText></w:r></w:del>'

    def _by(self) -> str:
        return f'w:id="{self._next()}" w:author={quoteattr(self.author)} w:date="{self.date}"'

    def _next(self) -> int:
        self._last += 1
        return self._last

    def _add(self, part: str, xml: str) -> None:
        """Put ``xml`` at the end of a part, which is made where there is none."""
        name = f"word/{part}.xml"
        tag = {"comments": "w:comments", "commentsExtended": "w15:commentsEx"}[part]
        if name not in self._parts:
            self._parts[name] = f"<{tag} {_NAMESPACES}></{tag}>".encode()
            kind = _KINDS[part]
            rels, types = "word/_rels/document.xml.rels", "[Content_Types].xml"
            relation = f'<Relationship Id="rId{900 + len(part)}" Type="{kind}" Target="{part}.xml"/>'
            self._parts[rels] = self._parts[rels].replace(
                b"</Relationships>", f"{relation}</Relationships>".encode()
            )
            override = (
                f'<Override PartName="/{name}" ContentType="application/vnd.openxmlformats-officedocument.'
                f'wordprocessingml.{part}+xml"/></Types>'
            )
            self._parts[types] = self._parts[types].replace(b"</Types>", override.encode())
        self._parts[name] = self._parts[name].replace(f"</{tag}>".encode(), f"{xml}</{tag}>".encode())


_KINDS = {
    "comments": "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
    "commentsExtended": "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
}
_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
)


def _plain(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r>' if words else ""
