"""What became of one item's minutes in a document that came back: a row of texts, one change apart.

The minutes that were sent out are Markdown; a document has only the words that a reader sees. Its paragraphs
are paired with the passages of the minutes and its words with theirs, so that each change of a word is made
in the Markdown, and all that the document can't show (wrapping, emphasis, comments) stays as it is.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import NamedTuple

from review_tui.anchoring.line_diff import diff_lines
from review_tui.anchoring.word_diff import Op, word_pieces
from review_tui.application.tracked_document import DocumentParagraph
from review_tui.markdown.inline import edits_of
from review_tui.model.frozen import frozen
from review_tui.model.passages import Passage, PassageKind, passage_at, passages
from review_tui.model.rendered import flowing
from review_tui.model.rewrapping import with_words
from review_tui.model.text import Span

_NUMBER = re.compile(r"\\?\(?[0-9A-Za-z]{1,5}(?:\.[0-9A-Za-z]{1,3}){0,3}\\?[.)]?")
"""What may stand before the words of a numbered paragraph."""
_SIGNS = frozenset("\\`*_<>[]~|&")
"""What Markdown may take for more than it says."""
_AS_TYPED = frozenset("\u2013\u2014 ")
"""What dashes and special blanks are read as: they may stay as they are."""
_LINE_SIGN = re.compile(r"#{1,6}\s|[>+]|={2,}|-{2,}")
"""As above, at the beginning of a line."""
_EMPHASIS = frozenset("*_~")


@frozen
class ChangedBy:
    """What one change of an item is: of which author's, or nobody's that the document names."""

    change: int | None
    """The newest of the document's changes in it; ``None`` for what was changed without tracking."""
    paragraph: int | None
    """The first paragraph of the document that it changes; ``None`` where a passage is missing there."""


class _Letter(NamedTuple):
    text: str
    came: int | None
    went: int | None
    paragraph: int
    offset: int


@dataclass(slots=True)
class _Entry:
    """A stretch of a passage's Markdown: one character that is read, or a sign that is not."""

    source: str
    shown: str
    pair: int | None = None
    """Of a sign that opens or closes: the place of the other."""


@dataclass(slots=True)
class _Chunk:
    """What a paragraph of the document becomes in the text."""

    words: str
    letters: list[tuple[_Letter, int, int]]
    """Where each of its letters stands in ``words``."""
    passage: int | None
    mark: str = ""
    is_row: bool = False
    paragraph: int = 0
    start: int = 0
    """Where it begins in the whole text, once that is made."""


@dataclass(slots=True)
class ReturnedText:
    """The texts of one item, from what was sent out to what came back."""

    texts: list[str]
    """The first is what was sent out, the last what came back."""
    steps: list[ChangedBy]
    """What changed each text into the next."""
    _chunks: list[_Chunk] = field(default_factory=list)

    def span(self, start: tuple[int, int], end: tuple[int, int]) -> Span | None:
        """Where words of the document stand in the last text, by paragraph and offset.

        A gap where none of them stand there any more; ``None`` where the paragraph itself does not.
        """
        text = self.texts[-1]
        inside: list[Span] = []
        before: int | None = None
        after: int | None = None
        for chunk in self._chunks:
            place = _place_in(text, chunk)
            for letter, first, last in chunk.letters:
                at = (letter.paragraph, letter.offset)
                if start <= at < end:
                    inside.append(place(first, last))
                elif at < start and letter.paragraph == start[0]:
                    before = place(first, last).end
                elif at >= end and after is None and letter.paragraph == end[0]:
                    after = place(first, last).start
        if inside:
            return _without_blanks(text, Span(inside[0].start, inside[-1].end))
        at_gap = before if before is not None else after
        return None if at_gap is None else Span(at_gap, at_gap)


def returned_text(
    sent: str,
    paragraphs: Sequence[tuple[int, DocumentParagraph]],
    order: Mapping[int, int],
    authors: Sequence[str],
    deeper: int = 1,
) -> ReturnedText:
    """How ``sent`` became what ``paragraphs`` hold, each with its number in the document.

    ``order`` are the changes that count, by when they were made; what others brought stays and what they took
    is gone, as they are known already. ``authors`` are those of all changes: what one changed in one passage
    is one step. Headings of the document count ``deeper`` levels more than those of the minutes.
    """
    return _Returned(sent, paragraphs, order, authors, deeper).result()


class _Returned:
    def __init__(
        self,
        sent: str,
        paragraphs: Sequence[tuple[int, DocumentParagraph]],
        order: Mapping[int, int],
        authors: Sequence[str],
        deeper: int,
    ) -> None:
        self._sent = sent
        self._paragraphs = dict(paragraphs)
        self._order = order
        self._deeper = deeper
        self._passages = passages(sent)
        self._entries = [_entries_of(flowing(sent, passage).text, passage) for passage in self._passages]
        self._letters = [letter for number, each in paragraphs for letter in _letters_of(number, each, order)]
        self._groups, self._group_of = _group_changes(self._letters, authors, order)
        self._refs: dict[tuple[int, int], tuple[int, list[int]]] = {}
        """Of letters that stood there when it was sent: the passage and the entries they are."""
        self._fixed: set[tuple[int, int]] = set()
        """Letters of numbers before the words."""
        self._untracked: list[ChangedBy] = []
        self._changed_at: dict[int, int] = {}
        """The step at which a paragraph, by its number, was changed without tracking."""
        self._gone_at: dict[int, int] = {}
        """The step at which a passage was left out without tracking."""
        self._pair_up()

    def result(self) -> ReturnedText:
        steps = [*self._untracked, *(ChangedBy(newest, paragraph) for newest, paragraph in self._groups)]
        texts = [self._sent]
        chunks: list[_Chunk] = []
        for step in range(1, len(steps) + 1):
            text, chunks = self._text_at(step)
            texts.append(text)
        if not steps:
            _, chunks = self._text_at(0)
        return ReturnedText(texts, steps, chunks)

    def _is_present(self, letter: _Letter, step: int) -> bool:
        first = len(self._untracked) + 1
        came = 0 if letter.came is None else first + self._group_of[letter.came, letter.paragraph]
        went = step + 1 if letter.went is None else first + self._group_of[letter.went, letter.paragraph]
        return came <= step < went

    def _lines_at(self, step: int) -> Iterator[list[_Letter]]:
        """The paragraphs of the document at a step, those without words left out."""
        line: list[_Letter] = []
        for letter in self._letters:
            if not self._is_present(letter, step):
                continue
            if letter.text != "\n":
                line.append(letter)
                continue
            if any(not each.text.isspace() for each in line):
                yield _stripped_letters(line)
            line = []
        if any(not each.text.isspace() for each in line):
            yield _stripped_letters(line)

    def _pair_up(self) -> None:
        """Pair the paragraphs that were there before all tracked changes with the passages that were sent."""
        lines = list(self._lines_at(0))
        shown = [
            _number_of(p) + _entries_text(entries)
            for p, entries in zip(self._passages, self._entries, strict=True)
        ]
        read = [_label(self._paragraphs[line[0].paragraph]) + _text(line) for line in lines]
        kept = {d: p for p, d in diff_lines(list(map(_comparable, shown)), list(map(_comparable, read))).kept}
        for place, line in enumerate(lines):
            passage = kept.get(place)
            if passage is None or not shown[passage].strip():
                self._untracked.append(ChangedBy(None, line[0].paragraph))
                self._changed_at[line[0].paragraph] = len(self._untracked)
                continue
            words = self._without_number(line, self._passages[passage])
            if self._match(words, passage):
                self._untracked.append(ChangedBy(None, line[0].paragraph))
                self._changed_at[line[0].paragraph] = len(self._untracked)
        there = set(kept.values())
        for place, said in enumerate(shown):
            if said.strip() and place not in there:
                self._untracked.append(ChangedBy(None, None))
                self._gone_at[place] = len(self._untracked)
        self._join_steps(lines, read, shown, kept)

    def _join_steps(
        self,
        lines: Sequence[list[_Letter]],
        read: Sequence[str],
        shown: Sequence[str],
        kept: Mapping[int, int],
    ) -> None:
        """Let a passage that was divided or moved, or several that were joined, be one step."""
        same = [
            (passage, line)
            for line, passage in sorted(kept.items())
            if lines[line][0].paragraph not in self._changed_at
        ]
        joined: dict[int, int] = {}
        places = {_comparable(said): n for n, said in enumerate(shown) if n in self._gone_at}
        for place, said in enumerate(read):
            if place not in kept and (gone := places.pop(_comparable(said), None)) is not None:
                steps = self._gone_at[gone], self._changed_at[lines[place][0].paragraph]
                joined |= dict.fromkeys(steps, min(steps))
        for (passage, line), (next_passage, next_line) in pairwise(
            [(-1, -1), *same, (len(shown), len(lines))]
        ):
            old, new = range(passage + 1, next_passage), range(line + 1, next_line)
            together = [self._gone_at[n] for n in old if n in self._gone_at]
            together += [self._changed_at[lines[n][0].paragraph] for n in new]
            is_moved = any(step in joined for step in together)
            if not is_moved and _letters_only(shown[n] for n in old) == _letters_only(read[n] for n in new):
                joined |= dict.fromkeys(together, min(together, default=0))
        firsts = [n for n in range(1, len(self._untracked) + 1) if joined.get(n, n) == n]
        now = {old: firsts.index(joined.get(old, old)) + 1 for old in range(1, len(self._untracked) + 1)}
        self._untracked = [self._untracked[n - 1] for n in firsts]
        self._changed_at = {paragraph: now[step] for paragraph, step in self._changed_at.items()}
        self._gone_at = {passage: now[step] for passage, step in self._gone_at.items()}

    def _without_number(self, line: list[_Letter], passage: Passage) -> list[_Letter]:
        """A line without the number that it begins with, where the passage has one before its words."""
        number = _number_of(passage).strip()
        sign = passage.marker.strip()
        if _label(self._paragraphs[line[0].paragraph]) or not (number or sign):
            return line
        match = _NUMBER.match(_text(line)) if number else None
        said = match[0] if match else sign if _text(line).startswith(sign) else ""
        if not said or not _text(line)[len(said) :][:1].isspace():
            return line
        self._fixed |= {(each.paragraph, each.offset) for each in line[: len(said)]}
        return _stripped_letters(line[len(said) :])

    def _match(self, line: list[_Letter], passage: int) -> bool:
        """Note which letters are which of the passage's; whether any word differs."""
        old, new = _collapsed(self._entries[passage]), _collapsed_letters(line)
        at = new_at = 0
        differs = False
        pieces = word_pieces("".join(c for c, _ in old), "".join(c for c, _ in new))
        for piece in pieces:
            size = len(piece.text)
            if piece.op is Op.SAME:
                for (_, entries), (_, letters) in zip(
                    old[at : at + size], new[new_at : new_at + size], strict=True
                ):
                    for letter in letters:
                        self._refs[letter.paragraph, letter.offset] = (passage, entries)
            elif piece.text.strip():
                differs = True
            at += size if piece.op is not Op.INSERTED else 0
            new_at += size if piece.op is not Op.DELETED else 0
        return differs

    def _text_at(self, step: int) -> tuple[str, list[_Chunk]]:
        """The whole text at a step, and what each paragraph of the document is in it."""
        chunks = list(self._chunks_at(step))
        kept = {chunk.passage: chunk for chunk in chunks if chunk.passage is not None}
        added: dict[int, list[_Chunk]] = {}
        last = -1
        for chunk in chunks:
            last = last if chunk.passage is None else chunk.passage
            if chunk.passage is None:
                added.setdefault(last, []).append(chunk)
        paired = {passage for passage, _ in self._refs.values()}
        text = _Assembled()
        self._add_new(text, added.get(-1, []), None)
        at = 0
        for place, passage in enumerate(self._passages):
            gap = self._sent[at : passage.span.start]
            at = self._end_of(passage)
            is_gone = place not in kept and (
                place in paired or (place in self._gone_at and self._gone_at[place] <= step)
            )
            if is_gone:
                text.skip(gap)
            else:
                text.add_gap(gap, passage)
                begin = text.length
                text.add(self._passage_source(passage, kept.get(place)) + self._sent[passage.span.end : at])
                if place in kept:
                    kept[place].start = begin
            self._add_new(text, added.get(place, []), passage)
        return text.done(self._sent[at:]), chunks

    def _add_new(self, text: "_Assembled", chunks: Sequence[_Chunk], after: Passage | None) -> None:
        for chunk in chunks:
            source = f"| {chunk.words} |" if chunk.is_row else chunk.mark + chunk.words
            is_like = after is not None and (
                (chunk.is_row and bool(after.cells))
                or (bool(chunk.mark.strip("# ")) and bool(after.marker.strip("# ")))
            )
            text.add_apart(source, is_close=is_like)
            chunk.start = text.length - len(source) + (2 if chunk.is_row else len(chunk.mark))

    def _end_of(self, passage: Passage) -> int:
        """Where a passage ends in the file: below the head of a table stands the rule that makes it one."""
        end = passage.span.end
        if not passage.is_head:
            return end
        following = self._sent.find("\n", end + 1)
        return following if following >= 0 else len(self._sent)

    def _passage_source(self, passage: Passage, chunk: _Chunk | None) -> str:
        """The passage in the file with the words that it has now."""
        if chunk is None:
            return passage.span.of(self._sent)
        changed = with_words(self._sent, passage, chunk.words)
        return changed[passage.span.start : len(changed) - (len(self._sent) - passage.span.end)]

    def _chunks_at(self, step: int) -> Iterator[_Chunk]:
        """The paragraphs as they stood after ``step`` changes; those changed later are as they were sent."""
        last = -1
        for line in self._lines_at(step):
            number = line[0].paragraph
            owner = next((self._refs[key][0] for key in map(_letter_key, line) if key in self._refs), None)
            due = self._changed_at.get(number, 0)
            if owner is None and due > step:
                continue  # a paragraph that is not there yet
            if owner is not None and owner > last:
                last = owner
                if due > step:
                    yield self._unchanged(owner, line)
                    continue
                words, letters = self._source_of(line, owner)
                yield _Chunk(words, letters, owner, paragraph=number)
                continue
            words, letters = self._source_of(line, None)
            paragraph = self._paragraphs[number]
            mark = _shallower(paragraph.mark, self._deeper)
            yield _Chunk(words, letters, None, mark, paragraph.is_row, number)

    def _unchanged(self, passage: int, line: list[_Letter]) -> _Chunk:
        source = "".join(entry.source for entry in self._entries[passage])
        starts: list[int] = []
        at = 0
        for entry in self._entries[passage]:
            starts.append(at)
            at += len(entry.source)
        letters = []
        for letter in line:
            _, entries = self._refs.get(_letter_key(letter), (passage, []))
            if entries:
                first, last = (
                    starts[entries[0]],
                    starts[entries[-1]] + len(self._entries[passage][entries[-1]].source),
                )
                letters.append((letter, first, last))
        return _Chunk(source, letters, passage, paragraph=line[0].paragraph)

    def _source_of(
        self, line: list[_Letter], owner: int | None
    ) -> tuple[str, list[tuple[_Letter, int, int]]]:
        """The Markdown of a line, and where its letters stand in it."""
        is_row = self._paragraphs[line[0].paragraph].is_row
        writer = _Writer(self._entries, may_bar=is_row)
        fresh: list[_Letter] = []
        for letter in line:
            key = _letter_key(letter)
            if key in self._fixed and owner is not None:
                continue
            if key in self._refs:
                writer.add_new(fresh)
                fresh = []
                writer.add_known(letter, *self._refs[key])
            else:
                fresh.append(letter)
        writer.add_new(fresh)
        words, letters = writer.done(owner)
        if owner is None and not is_row and _LINE_SIGN.match(words):
            return f"\\{words}", [(letter, first + 1, last + 1) for letter, first, last in letters]
        return words, letters


class _Writer:
    """Puts a paragraph's Markdown together: known characters bring the signs around them along."""

    def __init__(self, entries: Sequence[Sequence[_Entry]], *, may_bar: bool) -> None:
        self._entries = entries
        self._may_bar = may_bar
        self._parts: list[tuple[str, _Letter | None, tuple[int, int] | None]] = []
        """Source, the letter it is, and for a sign its passage and place."""
        self._at: dict[int, int] = {}
        """How far each passage was written."""

    def add_known(self, letter: _Letter, passage: int, places: list[int]) -> None:
        """A letter that was sent, as these entries of its passage."""
        entries = self._entries[passage]
        at = self._at.get(passage, 0)
        first, last = places[0], places[-1]
        if first < at:  # the blank before it already stands for this one
            return
        for place in range(at, first):
            if entries[place].source and not entries[place].shown:
                self._parts.append((entries[place].source, None, (passage, place)))
        source = "".join(entries[place].source for place in range(first, last + 1))
        self._parts.append((source, letter, None))
        after = last + 1
        while after < len(entries) and not entries[after].shown and _closes_emphasis(entries, after):
            self._parts.append((entries[after].source, None, (passage, after)))
            after += 1
        self._at[passage] = after

    def add_new(self, letters: Sequence[_Letter]) -> None:
        """Letters that were not sent."""
        words = "".join(letter.text for letter in letters)
        for letter, source in zip(letters, _escaped(words, may_bar=self._may_bar), strict=True):
            self._parts.append((source, letter, None))

    def done(self, owner: int | None) -> tuple[str, list[tuple[_Letter, int, int]]]:
        """The words and where the letters are in them. Signs around nothing are left out."""
        if owner is not None:
            entries = self._entries[owner]
            for place in range(self._at.get(owner, 0), len(entries)):
                if entries[place].source and not entries[place].shown:
                    self._parts.append((entries[place].source, None, (owner, place)))
        parts = _tidied(self._without_empty_pairs())
        words, letters = "", []
        for source, letter, _ in parts:
            if letter is not None:
                letters.append((letter, len(words), len(words) + len(source)))
            words += source
        lead = len(words) - len(words.lstrip())
        words = words.strip()
        return words, [
            (letter, max(0, first - lead), min(len(words), last - lead))
            for letter, first, last in letters
            if first - lead < len(words)
        ]

    def _without_empty_pairs(self) -> list[tuple[str, _Letter | None, tuple[int, int] | None]]:
        where = {sign: at for at, (_, _, sign) in enumerate(self._parts) if sign}
        dropped: set[int] = set()
        for (passage, place), at in where.items():
            other = self._entries[passage][place].pair
            if other is None or other < place:
                continue
            end = where.get((passage, other))
            between = self._parts[at + 1 : end] if end is not None else []
            if end is None or not any(letter and letter.text.strip() for _, letter, _ in between):
                dropped |= {at} if end is None else {at, end}
        lone = {
            at
            for (passage, place), at in where.items()
            if (other := self._entries[passage][place].pair) is not None and (passage, other) not in where
        }
        return [part for at, part in enumerate(self._parts) if at not in dropped | lone]


def _tidied(
    parts: list[tuple[str, _Letter | None, tuple[int, int] | None]],
) -> list[tuple[str, _Letter | None, tuple[int, int] | None]]:
    """Without a blank beside a blank, and with blanks outside of emphasis."""
    kept: list[tuple[str, _Letter | None, tuple[int, int] | None]] = []
    for part in parts:
        source, letter, _ = part
        previous = next((each for each in reversed(kept) if each[1] is not None), None)
        is_blank = letter is not None and source.isspace()
        if is_blank and (previous is None or previous[0][-1:].isspace()):
            continue
        if is_blank and kept and kept[-1][1] is None and _opens_emphasis(kept):
            kept.insert(len(kept) - 1, part)
            continue
        if letter is None and set(source) <= _EMPHASIS and kept and kept[-1][1] and kept[-1][0].isspace():
            opened = sum(1 for each in kept if each[1] is None and each[0] == source) % 2
            if opened:
                kept.insert(len(kept) - 1, part)
                continue
        kept.append(part)
    return kept


def _opens_emphasis(kept: list[tuple[str, _Letter | None, tuple[int, int] | None]]) -> bool:
    """Whether the last part is emphasis that begins there."""
    source = kept[-1][0]
    return (
        set(source) <= _EMPHASIS and sum(1 for each in kept if each[1] is None and each[0] == source) % 2 == 1
    )


class _Assembled:
    """A text as it is put together from passages and what stands between them."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.length = 0
        self._after_new = False

    def add(self, source: str) -> None:
        """A passage."""
        self._append(source)
        self._after_new = False

    def add_gap(self, gap: str, passage: Passage) -> None:
        """What stands before a passage."""
        if not self._parts:
            self._append(gap.lstrip("\n") if not gap.strip() else gap)
        elif (
            self._after_new and gap == "\n" and not passage.marker.strip("# ") and not passage.cells
        ) or not gap:
            self._append("\n\n")
        else:
            self._append(gap)

    def skip(self, gap: str) -> None:
        """What stood before a passage that is left out; only what says something stays."""
        if gap.strip():
            self._append(gap.rstrip("\n"))

    def add_apart(self, source: str, *, is_close: bool) -> None:
        """A new passage."""
        if self._parts:
            self._append("\n" if is_close else "\n\n")
        self._append(source)
        self._after_new = True

    def done(self, rest: str) -> str:
        """The whole text."""
        whole = "".join(self._parts)
        return whole + (rest if rest or not whole else "")

    def _append(self, words: str) -> None:
        if words:
            self._parts.append(words)
            self.length += len(words)


def _letters_of(number: int, paragraph: DocumentParagraph, order: Mapping[int, int]) -> Iterator[_Letter]:
    at = 0
    for piece in paragraph.pieces:
        for character in piece.text:
            if piece.went is None or piece.went in order:
                text = " " if character.isspace() else character
                came = piece.came if piece.came in order else None
                yield _Letter(text, came, piece.went, number, at)
            at += 1
    if paragraph.went is None or paragraph.went in order:
        came = paragraph.came if paragraph.came in order else None
        yield _Letter("\n", came, paragraph.went, number, at)


def _group_changes(
    letters: Sequence[_Letter], authors: Sequence[str], order: Mapping[int, int]
) -> tuple[list[tuple[int, int]], dict[tuple[int, int], int]]:
    """What one author changed in one passage, oldest first: its newest change and its first paragraph.

    Second, the place of the group that each change of each paragraph is in.
    """
    changes = {(c, each.paragraph) for each in letters for c in (each.came, each.went) if c is not None}
    joined = _joined_passages(
        letters, {(authors[change], paragraph) for change, paragraph in changes}, authors
    )
    members: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for change, paragraph in sorted(changes):
        members.setdefault(_first_of((authors[change], paragraph), joined), []).append((change, paragraph))
    groups = [
        (max((order[change], change) for change, _ in pairs), min(paragraph for _, paragraph in pairs), pairs)
        for pairs in members.values()
    ]
    groups.sort(key=lambda group: (group[0], group[1]))
    place_of = {pair: place for place, (_, _, pairs) in enumerate(groups) for pair in pairs}
    return _after_what_they_change(letters, groups, place_of)


def _joined_passages(
    letters: Sequence[_Letter], known: set[tuple[str, int]], authors: Sequence[str]
) -> dict[tuple[str, int], tuple[str, int]]:
    """What an author changed in the passage after one whose end they changed is part of that change."""
    numbers = sorted({letter.paragraph for letter in letters})
    following = dict(pairwise(numbers))
    joined: dict[tuple[str, int], tuple[str, int]] = {}
    for letter in letters:
        if letter.text != "\n" or letter.paragraph not in following:
            continue
        for change in (letter.came, letter.went):
            if change is None:
                continue
            here, then = ((authors[change], n) for n in (letter.paragraph, following[letter.paragraph]))
            if then in known:
                joined[then] = here
    for pair in _moved_passages(letters, authors):
        first, *other = sorted({_first_of(key, joined) for key in pair}, key=lambda key: key[1])
        joined |= dict.fromkeys(other, first)
    return joined


def _moved_passages(
    letters: Sequence[_Letter], authors: Sequence[str]
) -> Iterator[tuple[tuple[str, int], tuple[str, int]]]:
    """The two paragraphs of what an author took out in one place and put in in another, word for word."""
    gone: dict[tuple[str, str], int] = {}
    come: dict[tuple[str, str], int] = {}
    for number, group in groupby(letters, key=lambda letter: letter.paragraph):
        words = [letter for letter in group if not letter.text.isspace()]
        said = "".join(letter.text for letter in words)
        for changes, found in (
            ({letter.went for letter in words}, gone),
            ({letter.came for letter in words}, come),
        ):
            by = {authors[change] if change is not None else None for change in changes}
            author = next(iter(by), None)
            if author is not None and len(by) == 1:
                found.setdefault((author, said), number)
    for (author, said), number in gone.items():
        if (author, said) in come:
            yield (author, number), (author, come[author, said])


def _first_of(key: tuple[str, int], joined: Mapping[tuple[str, int], tuple[str, int]]) -> tuple[str, int]:
    while key in joined:
        key = joined[key]
    return key


def _after_what_they_change(
    letters: Sequence[_Letter],
    groups: list[tuple[tuple[int, int], int, list[tuple[int, int]]]],
    place_of: dict[tuple[int, int], int],
) -> tuple[list[tuple[int, int]], dict[tuple[int, int], int]]:
    """The groups so that words that one takes out came with an earlier one, whatever the clocks said."""
    needs: dict[int, set[int]] = {place: set() for place in range(len(groups))}
    for letter in letters:
        if letter.came is not None and letter.went is not None:
            first, then = place_of[letter.came, letter.paragraph], place_of[letter.went, letter.paragraph]
            if first != then:
                needs[then].add(first)
    ranked: list[int] = []
    left = list(range(len(groups)))
    while left:
        ready = next((place for place in left if needs[place] <= set(ranked)), left[0])
        ranked.append(ready)
        left.remove(ready)
    rank = {place: at for at, place in enumerate(ranked)}
    return (
        [(groups[place][0][1], groups[place][1]) for place in ranked],
        {pair: rank[place] for pair, place in place_of.items()},
    )


def _entries_of(flow: str, passage: Passage) -> list[_Entry]:
    """A passage's flowing words, character by character, with the signs between."""
    entries: list[_Entry] = []
    at = 0
    for edit in () if passage.is_code else edits_of(flow):
        entries += (_Entry(c, c) for c in flow[at : edit.start])
        source = flow[edit.start : edit.end]
        if edit.words:
            entries.append(_Entry(source, edit.words[0]))
            entries += (_Entry("", c) for c in edit.words[1:])
        else:
            entries.append(_Entry(source, ""))
        at = edit.end
    entries += (_Entry(c, c) for c in flow[at:])
    if passage.cells:
        _hide_outer_bars(entries)
    _pair_signs(entries)
    _bind_escapes(entries)
    return entries


def _hide_outer_bars(entries: list[_Entry]) -> None:
    """The bars at the ends of a row are not read."""
    for inward in (entries, entries[::-1]):
        bar = next((at for at, entry in enumerate(inward) if not entry.shown.isspace()), None)
        if bar is not None and inward[bar].source == "|":
            inner = (at for at in range(bar + 1, len(inward)) if not inward[at].shown.isspace())
            for entry in inward[: next(inner, bar + 1)]:
                entry.shown = ""


def _pair_signs(entries: list[_Entry]) -> None:
    """Tell signs that open from those that close them."""
    waiting: list[int] = []
    for place, entry in enumerate(entries):
        if entry.shown or not entry.source:
            continue
        kind = "[" if entry.source.startswith("](") else entry.source
        opener = next((at for at in reversed(waiting) if entries[at].source == kind), None)
        if opener is not None and ((kind == "[" and entry.source != "[") or set(kind) <= _EMPHASIS):
            entries[opener].pair, entry.pair = place, opener
            waiting.remove(opener)
        elif entry.source == "[" or set(entry.source) <= _EMPHASIS:
            waiting.append(place)


def _bind_escapes(entries: list[_Entry]) -> None:
    """A backslash goes where the character goes that it stands before."""
    for place in range(len(entries) - 1):
        if entries[place].source == "\\" and not entries[place].shown and entries[place + 1].shown:
            entries[place + 1].source = "\\" + entries[place + 1].source
            entries[place].source = ""


def _closes_emphasis(entries: Sequence[_Entry], place: int) -> bool:
    pair = entries[place].pair
    return pair is not None and pair < place


def _entries_text(entries: Sequence[_Entry]) -> str:
    return "".join(entry.shown for entry in entries)


def _number_of(passage: Passage) -> str:
    """The number or letter before a passage's words as it is printed; empty for bullets and headings."""
    if passage.kind is PassageKind.HEADING or passage.cells:
        return ""
    marker = passage.marker.strip().strip("> ").replace("\\", "")
    return f"{marker} " if any(c.isalnum() for c in marker) else ""


def _label(paragraph: DocumentParagraph) -> str:
    """The number that Word itself counts before a paragraph."""
    mark = paragraph.mark.lstrip("# ")
    return mark if any(c.isalnum() for c in mark) else ""


def _letters_only(lines: Iterable[str]) -> str:
    """What several lines say, whatever blanks and ends of lines are between."""
    return "".join("".join(lines).split())


def _comparable(words: str) -> str:
    return " ".join(words.replace("|", " ").split())


def _collapsed(entries: Sequence[_Entry]) -> list[tuple[str, list[int]]]:
    """Characters as read, each with its entries; white space is one blank."""
    found: list[tuple[str, list[int]]] = []
    for place, entry in enumerate(entries):
        if not entry.shown:
            continue
        if entry.shown.isspace() and found and found[-1][0] == " " and found[-1][1][-1] == place - 1:
            found[-1][1].append(place)
        else:
            found.append((" " if entry.shown.isspace() else entry.shown, [place]))
    return found


def _collapsed_letters(line: Sequence[_Letter]) -> list[tuple[str, list[_Letter]]]:
    found: list[tuple[str, list[_Letter]]] = []
    for letter in line:
        if letter.text.isspace() and found and found[-1][0] == " ":
            found[-1][1].append(letter)
        else:
            found.append((" " if letter.text.isspace() else letter.text, [letter]))
    return found


def _letter_key(letter: _Letter) -> tuple[int, int]:
    return letter.paragraph, letter.offset


def _text(line: Sequence[_Letter]) -> str:
    return "".join(letter.text for letter in line)


def _stripped_letters(line: list[_Letter]) -> list[_Letter]:
    start = next((n for n, each in enumerate(line) if not each.text.isspace()), len(line))
    end = next((n for n in range(len(line), start, -1) if not line[n - 1].text.isspace()), start)
    return line[start:end]


def _escaped(words: str, *, may_bar: bool) -> list[str]:
    """Each character of new words as Markdown that reads as it; ``may_bar`` where bars divide cells."""
    if all(edit.words in _AS_TYPED for edit in edits_of(words)) and (may_bar or "|" not in words):
        return list(words)
    return [f"\\{c}" if c in _SIGNS and not (may_bar and c == "|") else c for c in words]


def _shallower(mark: str, by: int) -> str:
    if not mark.startswith("#"):
        return mark
    level = len(mark) - len(mark.lstrip("#"))
    return "#" * max(1, level - by) + mark[level:]


def _place_in(text: str, chunk: _Chunk) -> "_ChunkPlace":
    return _ChunkPlace(text, chunk)


class _ChunkPlace:
    """Where characters of a chunk's words stand in the whole text."""

    def __init__(self, text: str, chunk: _Chunk) -> None:
        self._chunk = chunk
        passage = passage_at(passages(text), chunk.start) if chunk.passage is not None else None
        self._flow = flowing(text, passage) if passage else None

    def __call__(self, first: int, last: int) -> Span:
        if self._flow is None or self._flow.text != self._chunk.words:
            return Span(self._chunk.start + first, self._chunk.start + last)
        return self._flow.to_source(Span(first, last))


def _without_blanks(text: str, span: Span) -> Span:
    words = span.of(text)
    lead = len(words) - len(words.lstrip())
    return Span(span.start + lead, max(span.start + lead, span.end - (len(words) - len(words.rstrip()))))
