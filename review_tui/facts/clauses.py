"""Takes a draft apart into clauses and notes into jottings, each with the heading or line that it is under."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from review_tui.language.calendar_words import MONTH
from review_tui.language.note_marks import without_note_marks
from review_tui.language.number_words import NUMBER_WORDS, SPOKEN
from review_tui.language.sentences import sentences
from review_tui.language.word_match import stands_for
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
_LONG_JOTTING = 22
"""Words from which a jotting, of speech say, is cut into pieces."""
_PIECE = 14
"""Words of such a piece."""
_LONGEST = 1500
"""Characters of a clause."""
_ROW_WORDS = 24
"""A row of a table with at most so many words is one jotting."""

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
_JOT_END = re.compile(
    r"\s\|\s|(?<=\S)\s{2,}(?=\S)(?!-1:)|(?<=[a-z\u2713\u2717)\"'])\.\s+|\.\.+\s*|;\s+|[?!]+\s+(?=\S)|\s+/\s+(?=[A-Za-z]{3}|\d{2,} [a-z]{3})"
    r"|\s+um\s+|(?<=\s)\[|(?<=\w{4})\.\s+|(?<=\b[A-Z]{2})\.\s+(?=[A-Z])|(?<=\d)\.\s+(?=[a-zA-Z])|\s[\u00b7\u2022]\s"
)
"""Where one jotting of a line ends and the next begins."""
_SHORT_WORD = re.compile(r"(?<![^\W_])([^\W\d_]{2,6})(?![^\W_])(\.(?=\s))?")
"""A word that may be cut short, and the stop behind it."""
_LAST_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]+\Z")
_SURELY_SHORT = 0.6
"""How surely it must stand for a word of the draft."""
_TIMED = re.compile(
    r"\d\d:\d\d(?::\d\d)?[.,]\d+\s*(?:-->|\u2013>|\u2014)|\s*\d{1,6}\s*\Z|WEBVTT|NOTE\b|\W*\Z"
)
"""A line of captions or a table that says nothing."""
_STAMP = re.compile(r"\s*\[?\d{1,2}:\d\d(?::\d\d)?\]?\s+(?=[A-Za-z<@#])")
"""The time at which a line of a log was said."""
_CLOCK = re.compile(
    r"[ \t]*\[?(?P<hour>[01]?\d|2[0-4])[:.h]?(?P<minute>[0-5]\d)\]?(?:\s?[ap]m)?[ \t]*[-\u2013|]?[ \t]+(?=\S)"
)
"""The same without a colon, where the lines of the notes go on so."""
_FEWEST_STAMPS = 5
_HALF_A_DAY, _LONG_PAUSE = 720, 120
"""Minutes after which a clock without am or pm begins again, and that pass between two lines of a log at most."""
_RISING = 0.85
"""Share of such lines that are no earlier than the one before, in a log."""
_RULE = re.compile(r"\n\s*\|?[\s:|\u2013-]+\|[\s|:\u2013-]*(?:\n|\Z)")
_NUMBER = rf"(?:\d[\d.,]*|{NUMBER_WORDS}(?:[\s-]{NUMBER_WORDS})*)"
_CORRECTED = re.compile(
    rf"\b{_NUMBER}(?=,?\s+(?:no,? sorry|sorry|no wait|er no|i mean|correction|no)[, ]+{_NUMBER})",
    re.IGNORECASE,
)
"""A figure that the speaker takes back: "twelve, no sorry, thirteen"."""
_SUBSTITUTED = re.compile(r"(?m)^[^\n]*?\bs/(?P<old>[^/\n]{1,40})/(?P<new>[^/\n]{1,40})/")
_UNSPLIT = re.compile(
    rf"(?:(?:{SPOKEN})(?:-(?:{SPOKEN}))?|pounds?|of|point|and|to|hundred|(?:\w+(?:st|nd|rd|th|ird|ond|fth))|{MONTH}|\d.*)[.,]?",
    re.IGNORECASE,
)
_NOT_MINUTED = re.compile(
    r"(?:don'?t|do not|not)\s+(?:to\s+)?(?:be\s+)?(?:minuted?|for (?:the )?min|record)|leave (?:that )?out|off the record"
    r"|not minuted|\(not now\)|no mins?\b|\bmargin\b|^\W*off:|off mike|not minutes",
    re.IGNORECASE,
)


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
        if title or _NUMBERED.match(passage.span.of(document.text)):
            item += 1
        part = _PART.match(passage.span.of(document.text)) is not None
        for start, end in _short_enough(plain.text, _sentences(plain.text)):
            found.append(
                Clause(
                    len(found), document, plain, _on_one_line(plain.text[start:end]), start, passage.words.start, item,
                    passage.index, title, is_part=part,
                )
            )  # fmt: skip
    return tuple(found)


def jottings_of_notes(
    documents: tuple[Document, ...], told: frozenset[str] = frozenset()
) -> tuple[Clause, ...]:
    """The jottings of all notes, in order. ``told``: the words of the draft, by which a word cut short is known."""
    found: list[Clause] = []
    line = 0
    for document in documents:
        plain = without_note_marks(document.text)
        text = _without_what_was_taken_back(plain.text)
        short = _cut_short_with_stop(text, told)
        logged = _is_log(text)
        for match in re.finditer(r"[^\n]+", text):
            words = match[0]
            if _TIMED.match(words) or not any(map(str.isalnum, words)):
                continue
            if words.lstrip().startswith("|") and _RULE.match(text, match.end()):
                continue
            line += 1
            private = _NOT_MINUTED.search(words) is not None
            stamp = _STAMP.match(words) or (_CLOCK.match(words) if logged else None)
            begin = stamp.end() if stamp else 0
            for start, end in _short_enough(words, _jottings(words, begin, short)):
                found.append(
                    Clause(
                        len(found), document, plain, words[start:end], match.start() + start, 0, line,
                        line, is_private=private, stamp=words[:begin] if start == begin else "",
                    )
                )  # fmt: skip
    return tuple(found)


def _is_log(text: str) -> bool:
    """Whether lines of notes begin with the time of day, though without a colon: "0938 pilot reports", "602 call to order"."""
    hours = [int(m["hour"]) * 60 + int(m["minute"]) for line in text.split("\n") if (m := _CLOCK.match(line))]
    rising = sum(0 <= (later - earlier) % _HALF_A_DAY <= _LONG_PAUSE for earlier, later in pairwise(hours))
    return len(hours) >= _FEWEST_STAMPS and rising >= _RISING * (len(hours) - 1)


def _without_what_was_taken_back(text: str) -> str:
    """``text`` with blanks for figures that were corrected at once, or by ``s/old/new/`` in a log."""
    text = _CORRECTED.sub(lambda m: " " * len(m[0]), text)
    for change in _SUBSTITUTED.finditer(text):
        before = text.rfind(change["old"], 0, change.start())
        if before >= 0:
            text = text[:before] + " " * len(change["old"]) + text[before + len(change["old"]) :]
        start = change.start("old")
        text = text[:start] + " " * len(change["old"]) + text[start + len(change["old"]) :]
    return text


@lru_cache(maxsize=4096)
def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    flat = _on_one_line(text)
    return tuple((s.start, s.end) for s in sentences(flat, Span(0, len(flat)), clauses=True))


def _short_enough(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans, those cut that no sentence is as long as: what is read of each takes a set time at most."""
    for start, end in spans:
        at = start
        while end - at > _LONGEST:
            blank = text.rfind(" ", at + 1, at + _LONGEST)
            cut = blank if blank > at else at + _LONGEST
            yield at, cut
            at = cut
        yield at, end


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


@lru_cache(maxsize=8192)
def _jottings(words: str, begin: int, short: frozenset[str]) -> tuple[tuple[int, int], ...]:
    """The jottings of a line as offsets in it."""
    ends = (
        []
        if words.lstrip().startswith("|") and len(words.split()) <= _ROW_WORDS
        else [m for m in _JOT_END.finditer(words, begin) if not _only_ends_short_word(words, m, short)]
    )
    found: list[tuple[int, int]] = []
    at = begin
    for start, end in [*((m.start(), m.end()) for m in ends), (len(words), len(words))]:
        if any(letter.isalnum() or letter in "\u2713\u2717" for letter in words[at:start]):
            found += _pieces(words, at, start)
        at = end
    return tuple(found)


def _only_ends_short_word(words: str, end: re.Match[str], short: frozenset[str]) -> bool:
    """Whether a stop ends no jotting but a word cut short: "comm. benefit", "bef. 21st"."""
    if not short or end[0] not in {". ", "."}:
        return False
    after = words[end.end() : end.end() + 1]
    word = _LAST_WORD.search(words, 0, end.start())
    return (after.islower() or after.isdigit()) and word is not None and word[0].lower() in short


def _cut_short_with_stop(text: str, told: frozenset[str]) -> frozenset[str]:
    """The words of notes that stand short for the draft's, in a hand that ends most such words with a stop.

    In another hand a stop ends what was said: "til 31 mar. declan puts notice up".
    """
    counts = Counter((m[1].lower(), bool(m[2])) for m in _SHORT_WORD.finditer(text))
    short = {word for word in {word for word, _ in counts} if word not in told and _stands_short(word, told)}
    stopped = sum(count for (word, stop), count in counts.items() if word in short and stop)
    return frozenset(short) if stopped > sum(counts[word, False] for word in short) else frozenset()


def _stands_short(word: str, told: frozenset[str]) -> bool:
    return any(
        other[0] == word[0] and len(other) > len(word) and stands_for(word, other) >= _SURELY_SHORT
        for other in told
    )


def _pieces(words: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A jotting, cut where it is long; numbers in words stay whole."""
    found = [*re.finditer(r"\S+", words[start:end])]
    if len(found) <= _LONG_JOTTING:
        yield start, end
        return
    step = math.ceil(len(found) / math.ceil(len(found) / _PIECE))
    first = 0
    while first < len(found):
        last = min(len(found), first + step)
        while (
            last < len(found)
            and _UNSPLIT.fullmatch(found[last][0])
            and _UNSPLIT.fullmatch(found[last - 1][0])
        ):
            last += 1
        yield start + found[first].start(), start + found[last - 1].end()
        first = last
