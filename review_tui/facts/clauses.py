"""Takes a draft apart into clauses, each with the heading that it is under."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from review_tui.language.note_marks import without_note_marks
from review_tui.language.sentences import sentences
from review_tui.model.findings import Location
from review_tui.model.frozen import frozen
from review_tui.model.material import Document
from review_tui.model.meeting import notes_name
from review_tui.model.passages import Passage, PassageKind
from review_tui.model.text import Span
from review_tui.model.text_map import TextMap

_LONGEST_TITLE = 9
"""Words of a line that may be a heading."""
_PLAIN_TITLE = 5
"""Words of a heading that has no number and no capitals to show that it is one."""
_LONGEST = 1500
"""Characters of a clause."""

_NUMBERED = re.compile(
    r"\s*(?:#{1,6}\s+)?(?:(?:item|agenda item|minute)\s+)?\d{1,3}[a-z]?(?:\.\d{1,2})?\s?[.):]?\s+(?=[A-Z*])",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(r"[\u00a3$]|\d\s?[ap]\.?m\b|[.;,:]\Z|@", re.IGNORECASE)
_OUTCOME = re.compile(
    r"\b(?:approved|granted|refused|agreed|carried|lost|deferred|rejected|noted|adopted|accepted|withdrawn|supported)\W*\Z",
    re.IGNORECASE,
)
"""How a line ends that tells what became of the thing in the line before, and is no heading."""
_PART = re.compile(r"\W{0,4}\(?(?:[a-z]|[ivx]{1,4})\\?\)", re.IGNORECASE)


_RUN_IN = re.compile(
    r"\s*(\*\*|__)(?!(?:action|resolv|resolution|agreed|decision|decided|motion|vote|carried|lost|present|apolog|absent|noted?\b"
    r"|approved|proposed|moved|second|recommend|attend|in attendance|by \w|owner|deadline|due|date|time|place|venue|chair))"
    r"(?![^*_\n]{0,60}\b(?:resolved|agreed|decided|carried|moved|approved|adopted)\b)"
    r"(?P<title>[A-Z\d][^*_\n]{1,70}?)(?:[.:\u2013-]{1,2}\1|\1[.:]|\1(?=\s+(?-i:[A-Z])))[ ]+(?=\S)",
    re.IGNORECASE,
)
"""A heading in the line of its text: "**Audit.** The firm of ...", which no outcome, action or roll is."""


@frozen(eq=False)
class Clause:
    """A sentence of the draft, or a jotting of the notes."""

    index: int
    document: Document
    plain: TextMap
    text: str
    start: int
    """Where ``text`` begins in ``plain``."""
    origin: int
    """Where ``plain`` begins in the document."""
    item: int
    """Counts headings in a draft, lines in notes."""
    passage: int
    """Index of the passage."""
    is_heading: bool = False
    is_private: bool = False
    """Whether a note says that it is not to be minuted."""
    is_part: bool = False
    """Whether it is one of a list: "(a) That …"."""
    stamp: str = ""
    """What stands before it in its line as the time at which it was noted."""

    def span(self, start: int, end: int) -> Span:
        """Where ``text[start:end]`` stands in the document."""
        return self.plain.to_source(Span(self.start + start, self.start + end)).moved(self.origin)

    def place(self, start: int = 0, end: int | None = None) -> Location:
        """The same as a place to show."""
        return self.document.place(self.span(start, len(self.text) if end is None else end))

    def line_before(self, at: int = 0) -> str:
        """What stands in its line before a place in ``text``."""
        end, text = self.start + at, self.plain.text
        return text[text.rfind("\n", 0, end) + 1 : end]

    @property
    def rest_of_line(self) -> str:
        """Its line from where it begins, with all that stands behind it."""
        end = self.plain.text.find("\n", self.start)
        return self.plain.text[self.start : None if end < 0 else end]

    @property
    def where(self) -> str:
        """The file and line, as a sentence names them: ``clerk.md line 3``."""
        place = self.place()
        return f"{notes_name(place.file)} line {place.line}"


def clauses_of_draft(document: Document) -> tuple[Clause, ...]:
    """The sentences of minutes, in order."""
    found: list[Clause] = []
    item = 0
    for passage in document.passages:
        plain = without_note_marks(passage.words.of(document.text))
        title = _is_title(passage, plain.text)
        whole = passage.span.of(document.text)
        run_in = None if title else _run_in_heading(document, passage)
        if title or run_in or _NUMBERED.match(whole):
            item += 1
        part = _PART.match(whole) is not None
        for start, end in short_enough(plain.text, _sentences(plain.text)):
            found.append(
                Clause(
                    len(found), document, plain, _on_one_line(plain.text[start:end]), start, passage.words.start, item,
                    passage.index, title or _is_run_in(run_in, plain.text, end), is_part=part,
                )
            )  # fmt: skip
    return tuple(found)


@lru_cache(maxsize=4096)
def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    flat = _on_one_line(text)
    return tuple((s.start, s.end) for s in sentences(flat, Span(0, len(flat)), clauses=True))


def short_enough(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans, those cut that no sentence is as long as: what is read of each takes a set time at most."""
    for start, end in spans:
        at = start
        while end - at > _LONGEST:
            blank = text.rfind(" ", at + 1, at + _LONGEST)
            cut = blank if blank > at else at + _LONGEST
            yield at, cut
            at = cut
        yield at, end


def _run_in_heading(document: Document, passage: Passage) -> re.Match[str] | None:
    """The heading in bold type at the beginning of a passage, with the text after it."""
    at = document.map.to_source(passage.words).start
    return _RUN_IN.match(document.source, document.source.rfind("\n", 0, at) + 1)


def _is_run_in(heading: re.Match[str] | None, text: str, end: int) -> bool:
    """Whether the sentence that ends there is the heading at the beginning of a passage."""
    return heading is not None and text[:end].strip(" .:") == heading["title"].strip(" .:")


def _on_one_line(text: str) -> str:
    return text.replace("\n", " ").replace("\r", " ")


def _is_title(passage: Passage, words: str) -> bool:
    if passage.kind is PassageKind.HEADING:
        return True
    text = words.strip()
    count = len(text.split())
    if (
        not text
        or count > _LONGEST_TITLE
        or _NO_TITLE.search(text)
        or (_OUTCOME.search(text) and not _NUMBERED.match(passage.marker + words))
        or passage.kind is not PassageKind.PARAGRAPH
    ):
        return False
    numbered = re.match(r"\s*(?:item\s*)?\d+[a-z]?[.):]?\s+(?=[A-Z])", passage.marker + words, re.IGNORECASE)
    plain = count <= _PLAIN_TITLE and text[0].isupper() and not _PART.match(passage.marker + words)
    return bool(numbered) or text.isupper() or plain
