"""The parts of a Word document, taken out of its archive only as far as they may be.

Nothing is unpacked at once: a part comes in pieces, and what would grow without bound is refused.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from posixpath import basename, dirname, join, normpath

from lxml import etree

from review_tui.adapters.importers.errors import UnreadableDocument

_MAX_DIRECTORY_BYTES = 2_000_000
"""The list of what a package holds: some 80 bytes for each part."""
_MAX_PART_BYTES = 100_000_000
"""One part, unpacked: what a zip bomb may cost."""
_CHUNK = 1 << 16
"""Bytes that are unpacked at once."""
_END_OF_DIRECTORY = b"PK\x05\x06"
_END_OF_DIRECTORY_BYTES = 22
"""Of that record without its comment: PKWARE's APPNOTE 4.3.16."""
_DIRECTORY_SIZE_FIELD = slice(12, 16)
_PROTECTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BROKEN = "This document is broken. Open it in its own program and save it again."
_MOST_PARAGRAPHS = 50_000
"""A thousand pages; what is longer is refused before it is read."""
_MOST_MARKS = 1_200_000
"""Tags that open and close, of the part with the words: as many as ``ParserTarget`` bears."""


class DocxPackage:
    """The archive of a Word document."""

    called = "Word document (.docx)"
    paragraph = b"<w:p"
    """What a paragraph begins with."""

    def __init__(self, raw: bytes) -> None:
        if raw.startswith(_PROTECTED):
            raise UnreadableDocument(
                "This is protected by a password, or in Word's old format. "
                "Open it in Word and save it as .docx without a password."
            )
        end = raw.rfind(_END_OF_DIRECTORY, -_END_OF_DIRECTORY_BYTES - 65_535)
        if end < 0 or len(raw) < end + _END_OF_DIRECTORY_BYTES:
            raise UnreadableDocument(
                f"This is no {self.called}, or only a part of one. Save it again in its own program."
            )
        if (
            int.from_bytes(raw[end : end + _END_OF_DIRECTORY_BYTES][_DIRECTORY_SIZE_FIELD], "little")
            > _MAX_DIRECTORY_BYTES
        ):
            raise UnreadableDocument(
                f"This has far too many parts to be a {self.called}. Save it again in its own program."
            )
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(raw))
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            raise UnreadableDocument(_BROKEN) from error
        self._names = set(self._archive.namelist())
        self.main = self._main_part()
        self._refuse_endless()

    @property
    def has_macros(self) -> bool:
        """Whether it brings programs of its own, which nobody runs here."""
        return any(name.endswith("vbaProject.bin") or name.startswith("Basic/") for name in self._names)

    def _refuse_endless(self) -> None:
        """Refuse what is too long before any of it is read: counting takes a hundredth of the time."""
        paragraphs = marks = 0
        end = b""
        for piece in self.chunks(self.main):
            joined = end + piece
            paragraphs += joined.count(self.paragraph + b">") + joined.count(self.paragraph + b" ")
            marks += piece.count(b"<")
            end = piece[-len(self.paragraph) :]
            if paragraphs > _MOST_PARAGRAPHS:
                raise UnreadableDocument(
                    f"There are more than {_MOST_PARAGRAPHS:,} paragraphs in this document. Divide it."
                )
            if marks > _MOST_MARKS:
                raise UnreadableDocument(
                    f"There are more than {_MOST_MARKS:,} marks in this document. Divide it."
                )

    def chunks(self, name: str) -> Iterator[bytes]:
        """The part ``name``, piece by piece; nothing when there is none. Raises ``UnreadableDocument``."""
        if name not in self._names:
            return
        info = self._archive.getinfo(name)
        if info.flag_bits & 1 or info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise UnreadableDocument(
                "This is packed as Word never does it. Open it in Word and save it again."
            )
        left = _MAX_PART_BYTES
        try:
            with self._archive.open(info) as part:
                while piece := part.read(_CHUNK):
                    left -= len(piece)
                    if left < 0:
                        raise UnreadableDocument(
                            f"This unpacks to more than {_MAX_PART_BYTES // 1_000_000} MB. Divide it."
                        )
                    yield piece
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as error:
            raise UnreadableDocument(_BROKEN) from error

    def related_part(self, kind: str) -> str:
        """The part that the main one names as its ``kind`` (styles, numbering…), or empty."""
        return self._relationships(self.main).get(kind, "")

    def related_parts(self, kind: str) -> tuple[str, ...]:
        """All parts that the main one names as of this ``kind``: a document has a header for each section."""
        return tuple(where for of, where in self._all_relationships(self.main) if of == kind)

    def package_part(self, kind: str) -> str:
        """The part that the package itself names as its ``kind`` (properties…), or empty."""
        return self._relationships("").get(kind, "")

    def _main_part(self) -> str:
        main = self._relationships("").get("officeDocument", "word/document.xml")
        if main not in self._names:
            raise UnreadableDocument(
                "There is no Word document in this file. Open it in its own program and save it as .docx."
            )
        return main

    def _relationships(self, part: str) -> dict[str, str]:
        """Kinds of the parts that ``part`` points to, with the name of the first of each."""
        return dict(reversed(self._all_relationships(part)))

    def _all_relationships(self, part: str) -> list[tuple[str, str]]:
        """The parts that ``part`` points to, with their kinds; what lies outside is left out."""
        target = _Relationships()
        parse(self.chunks(join(dirname(part), "_rels", f"{basename(part)}.rels")), target)
        return [(kind, normpath(join("/", dirname(part), where)).lstrip("/")) for kind, where in target.found]


class ParserTarget:
    """Hears the tags of an XML part; what is not overridden is passed over."""

    most = 200_000
    """Tags that a part may have."""

    def __init__(self) -> None:
        self._tags = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """A tag opens. Names come with their name space, as ``{…}name``."""
        self._tags += 1
        if self._tags > self.most:
            raise UnreadableDocument(f"There are more than {self.most:,} marks in this document. Divide it.")
        self.start_element(tag.rpartition("}")[2], attributes)

    def start_element(self, name: str, attributes: dict[str, str]) -> None:
        """A tag opens; ``name`` is without its name space."""

    def end(self, tag: str) -> None:
        """A tag closes."""

    def data(self, words: str) -> None:
        """Words between tags."""

    def doctype(self, *_: str | None) -> None:
        """A document type can define entities and name files: Word writes none."""
        raise UnreadableDocument(
            "This has a document type, which no Word document has. Save it again in Word."
        )

    def comment(self, _: str) -> None:
        """Nothing to read."""

    def pi(self, target: str, data: str | None = None) -> None:
        """Nothing to read."""

    def close(self) -> None:
        """The part is complete."""


def parse(chunks: Iterator[bytes], target: ParserTarget) -> None:
    """Tell ``target`` of an XML part; no entity is put in, no file opened. Raises ``UnreadableDocument``."""
    parser = etree.XMLParser(target=target, resolve_entities=False, no_network=True, load_dtd=False)
    is_empty = True
    try:
        for piece in chunks:
            parser.feed(piece)
            is_empty = False
        if not is_empty:
            parser.close()
    except etree.LxmlError as error:
        raise UnreadableDocument(_BROKEN) from error


def value(attributes: dict[str, str], name: str) -> str:
    """An attribute by its name without name space, or empty."""
    return next((said for key, said in attributes.items() if key.rpartition("}")[2] == name), "")


class _Relationships(ParserTarget):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []

    def start_element(self, name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            self.found.append((kind, attributes.get("Target", "")))
