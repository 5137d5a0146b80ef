"""Who says what in a cue: WebVTT's voices, names before a colon, the ``>>`` of broadcast captions."""

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from review_tui.adapters.importers.captions import Cue, without_tags
from review_tui.model.frozen import frozen

_TAG = re.compile(
    r"<(/?)([a-zA-Z0-9:]{0,20})(?:\.[^\s<>]{0,80})?(?:\s([^<>]{0,200}))?[^<>]{0,200}>|\{\\[^{}]{1,80}\}"
)
_WHOLE = re.compile(r"<v(?:\.[^\s<>]{1,80})?\s([^<>]{1,200})>([^<{]*)(?:</v>)?")
"""A cue of one voice, which most are."""
_CHANGE = re.compile(r"(?:>|&gt;){2,3}")
_NAMED = re.compile(
    r"(?:\[([^\]:]{1,60})\]|([^:]{1,60}?))\s?:(?=\s)|([^:]{1,60}):\Z|\[([^\]:]{2,60})\](?=\s+\S)"
)
_NOISE = re.compile(
    r"(?:music|applause|laughter|laughs|inaudible|crosstalk|silence|noise|cough|sigh|blank|pause|foreign|background)",
    re.IGNORECASE,
)
"""What stands in brackets in captions and is nobody."""
_CAPITAL = re.compile(r"[A-Z\u00c0-\u00de(+]|[^\W\d_]’|\d")
_SMALL = frozenset(
    [
        "of",
        "the",
        "and",
        "de",
        "la",
        "le",
        "da",
        "di",
        "du",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "bin",
        "al",
        "for",
        "y",
        "e",
        "&",
        "–",
        "-",
    ]
)
_NO_NAMES = re.compile(
    r"(?:agenda|item|action|agreed|resolved|resolution|recommendation|motion|note|notes|nb|question|answer|re|"
    r"subject|update|reminder|example|warning|point|part|section|appendix|page|paragraph|step|number|http|https|"
    r"first|second|third|one|two|three|also|and|but|so|well|because|that|this|it|i|we|he|she|they|you|what|why|"
    r"yes|no|okay|ok|right|now|then)\b",
    re.IGNORECASE,
)
_MIN_NAMED_SHARE = 0.8
"""The share of cues with a name in front, from which every cue has one, as in Zoom's files."""
_MAX_NAME_WORDS = 6
"""Words in a name with its title: Professor Dame Mary Jane van Dyck."""
_LONGEST_NAME = 64
"""Characters in which the colon after a name must stand."""


class Utterance(NamedTuple):
    """Words of one speaker in one cue."""

    start: float
    end: float
    words: str
    speaker: str = ""
    is_new: bool = False
    """Whether the file says that somebody else begins here, without saying who."""
    has_voice: bool = False
    """Whether the file marks the speaker itself, so that no name is looked for in the words."""


def split_utterances(cue: Cue) -> Iterator[Utterance]:
    """The words of a cue, cut where the speaker changes; tags and signs put into letters."""
    for voice, raw in _voice_spans("\n".join(cue.lines)):
        for n, part in enumerate(_CHANGE.split(raw) if ">>" in raw or "&gt;" in raw else (raw,)):
            words = html.unescape(part) if "&" in part else part
            if words.strip():
                yield Utterance(cue.start, cue.end, words, voice, is_new=n > 0, has_voice=bool(voice))


def _voice_spans(text: str) -> Iterator[tuple[str, str]]:
    """Runs of ``text`` without its tags, each with the voice that it is marked with."""
    if whole := _WHOLE.fullmatch(text):
        yield " ".join(html.unescape(whole[1]).split()), whole[2]
        return
    if "<v" not in text and "<V" not in text:
        yield "", without_tags(text)
        return
    voice, run, place = "", [], 0
    for tag in _TAG.finditer(text):
        run.append(text[place : tag.start()])
        place = tag.end()
        if tag[2] in {"v", "V"}:
            yield voice, "".join(run)
            voice = "" if tag[1] else " ".join(html.unescape(tag[3] or "").split())
            run = []
    run.append(text[place:])
    yield voice, "".join(run)


@frozen
class Speakers:
    """How a file names its speakers, where it has no voices."""

    names: frozenset[str]
    goes_on: bool
    """Whether words without a name are those of the speaker before: only a change of speaker is marked."""

    @classmethod
    def of(cls, said: Sequence[Utterance]) -> "Speakers":
        """The names that stand before a colon in what is said."""
        plain = [
            [name for name, _, _ in _named_parts(piece.words) if name]
            for piece in said
            if not piece.has_voice
        ]
        found = Counter(name for names in plain for name in names)
        is_each = sum(bool(names) for names in plain) >= _MIN_NAMED_SHARE * len(plain) > 0
        names = frozenset(name for name, times in found.items() if _is_name(name, times, is_each=is_each))
        return cls(names, goes_on=bool(names) and not is_each)

    def name(self, said: Iterable[Utterance]) -> Iterator[Utterance]:
        """What is said, each piece with its speaker as far as the file tells."""
        last = ""
        for piece in said:
            if piece.has_voice:
                yield piece._replace(words=" ".join(piece.words.split()))
                last = ""
                continue
            is_new = piece.is_new
            for speaker, words in self._split_names(piece.words):
                last = speaker or (last if self.goes_on and not is_new else "")
                if words:
                    yield Utterance(piece.start, piece.end, words, last, is_new)
                is_new = False

    def _split_names(self, words: str) -> Iterator[tuple[str, str]]:
        """The words of one piece, cut at each name."""
        speaker, run = "", list[str]()
        for name, line, whole in _named_parts(words):
            if name in self.names:
                yield speaker, " ".join(" ".join(run).split())
                speaker, run = name, [line]
            else:
                run.append(whole)
        yield speaker, " ".join(" ".join(run).split())


def _named_parts(words: str) -> Iterator[tuple[str, str, str]]:
    """Each line as what might be a name before a colon or in brackets (or empty), the rest, and all of it."""
    for whole in words.split("\n"):
        line = whole.strip()
        match = _NAMED.match(line) if ":" in line[:_LONGEST_NAME] or line.startswith("[") else None
        name = " ".join((match[1] or match[2] or match[3] or match[4] or "").split()) if match else ""
        yield (name, line[match.end() :].strip(), line) if match and name else ("", line, line)


def _is_name(name: str, times: int, *, is_each: bool) -> bool:
    words = name.split()
    if len(words) > _MAX_NAME_WORDS or name[-1] in ".,;!?" or _NOISE.match(name):
        return False
    if is_each and (times > 1 or len(words) < _MAX_NAME_WORDS // 2 + 1):
        return True
    if _NO_NAMES.match(name):
        return False
    is_capital = all(_CAPITAL.match(word) or word in _SMALL for word in words)
    return is_capital and (times > 1 or len(words) > 1)
