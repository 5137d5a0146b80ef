"""Puts two versions of a book's files together: the ``FileMerger`` port.

Acts merge by being files of their own. Minutes merge by passages and words, in a folder of their own or in
one
file; ``book.yaml`` and ``meeting.yaml`` by key; what records which heading of a file is which item is worked
out anew from the merged file. Of anything else that both changed a person takes one.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from review_tui.adapters.book.book_files import BookFiles
from review_tui.adapters.book.book_paths import MEETING, MINUTES, REVIEW
from review_tui.adapters.book.review_yaml import known_items, updated
from review_tui.adapters.book.yaml_merge import UnmergeableYaml, merge_yaml
from review_tui.adapters.book.yaml_reader import YamlRefused, YamlTree, read_yaml
from review_tui.anchoring.item_identity import KnownItem, find_items
from review_tui.anchoring.three_way import Conflict, MergedText, merge_texts
from review_tui.application.sync_ports import (
    Answer,
    ChangedByBoth,
    Chosen,
    Divergence,
    FileOutcome,
    MergedFiles,
    Question,
)
from review_tui.language.file_sections import file_sections, fresh_id
from review_tui.model.act_file_names import is_act_file
from review_tui.model.frozen import frozen
from review_tui.model.meeting import Item
from review_tui.model.text import decode, digest, encode
from review_tui.model.visible import visible

_TEXTS: Final = (".md", ".markdown", ".txt")
"""Ends of the names of files that are words, and so merge as words."""
_DERIVED: Final = (", heading", ", begins", ", text")
"""What a ``meeting.yaml`` beside a file records of each item and is worked out anew."""


class _Unanswered(Exception):  # noqa: N818 -- an answer, not a mishap
    """Something in a file is still to be settled."""


@dataclass(slots=True)
class _Merging:
    """One bringing together at work."""

    divergence: Divergence
    answers: Mapping[str, Answer]
    files: dict[str, FileOutcome] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)
    answered: list[tuple[Question, Answer]] = field(default_factory=list)

    def settle(self, question: Question) -> Answer:
        """How a question is settled. Raises ``_Unanswered``, having noted it."""
        answer = self.answers.get(question.key)
        if answer is None or (question.is_whole and answer.choice is None):
            self.questions.append(question)
            raise _Unanswered
        self.answered.append((question, answer))
        return answer


class BookMerger:
    """Knows what the files of one book mean."""

    def __init__(self, files: BookFiles) -> None:
        self._files = files

    def merge(self, divergence: Divergence, answers: Mapping[str, Answer]) -> MergedFiles:
        """The files that both sides changed, with ``answers`` by the keys of questions."""
        merging = _Merging(divergence, answers)
        # What says whose items are whose comes after the file that has them.
        for changed in sorted(divergence.both, key=lambda each: each.path.endswith(f"{REVIEW}/{MEETING}")):
            try:
                merging.files[changed.path] = self._merge_file(merging, changed)
            except _Unanswered:
                continue
        self._record_items_anew(merging)
        return MergedFiles(merging.files, tuple(merging.questions), tuple(merging.answered))

    def _merge_file(self, merging: _Merging, changed: ChangedByBoth) -> FileOutcome:
        path = changed.path.removeprefix(merging.divergence.prefix)
        name = path.rpartition("/")[2]
        ours, theirs = changed.ours, changed.theirs
        if not changed.is_plain or ours is None or theirs is None or is_act_file(path):
            return self._choose_whole(merging, changed)
        if name.endswith((".yaml", ".yml")):
            return self._merge_yaml(merging, changed, ours, theirs)
        if name.lower().endswith(_TEXTS):
            return self._merge_words(merging, changed, ours, theirs)
        return self._choose_whole(merging, changed)

    def _choose_whole(self, merging: _Merging, changed: ChangedByBoth) -> Chosen:
        gone = (changed.ours is None, changed.theirs is None) if changed.is_plain else (False, False)
        base, ours, theirs = (_readable_text(data) for data in (changed.base, changed.ours, changed.theirs))
        place = self._place(merging.divergence, changed.path)
        question = Question(
            _question_key(changed.path, base, ours, theirs, *map(str, gone)),
            changed.path,
            place.what,
            base,
            ours,
            theirs,
            place.meeting,
            place.item,
            is_whole=True,
            is_gone=gone,
        )
        return merging.settle(question).choice or Chosen.OURS

    def _merge_words(self, merging: _Merging, changed: ChangedByBoth, ours: bytes, theirs: bytes) -> bytes:
        texts = [decode(data) for data in (changed.base or b"", ours, theirs)]
        merged = merge_texts(*texts)
        words: list[str] = []
        is_open = False
        for conflict, before in _conflicts(merged):
            place = self._place(merging.divergence, changed.path, before)
            question = Question(
                _question_key(changed.path, conflict.base, conflict.ours, conflict.theirs),
                changed.path,
                place.what,
                conflict.base,
                conflict.ours,
                conflict.theirs,
                place.meeting,
                place.item,
            )
            try:
                answer = merging.settle(question)
            except _Unanswered:
                is_open = True
                continue
            taken = {Chosen.OURS: conflict.ours, Chosen.THEIRS: conflict.theirs}
            words.append(taken[answer.choice] if answer.choice else answer.words)
        if is_open:
            raise _Unanswered
        return encode(merged.settled(words))

    def _merge_yaml(
        self, merging: _Merging, changed: ChangedByBoth, ours: bytes, theirs: bytes
    ) -> FileOutcome:
        is_open = False
        is_review = changed.path.endswith(f"{REVIEW}/{MEETING}")

        def choose(place: str, *values: object) -> object:
            nonlocal is_open
            if is_review and place.endswith(_DERIVED):
                return values[1] if values[1] is not None else values[2]
            was, mine, other = (_value_words(value) for value in values)
            question = Question(
                _question_key(changed.path, place, was, mine, other),
                changed.path,
                f"“{visible(place.strip(', '))}” in {visible(changed.path)}",
                was,
                mine,
                other,
            )
            try:
                answer = merging.settle(question)
            except _Unanswered:
                is_open = True
                return values[1]
            if answer.choice is None:
                return answer.words
            return values[1] if answer.choice is Chosen.OURS else values[2]

        try:
            merged = merge_yaml(changed.base, ours, theirs, choose)
        except UnmergeableYaml:
            return self._choose_whole(merging, changed)
        if is_open:
            raise _Unanswered
        return merged

    def _record_items_anew(self, merging: _Merging) -> None:
        """Where a file of minutes is merged, write down again which of its headings is which item."""
        changed = [each.path for each in merging.divergence.both]
        stems = {
            path.removesuffix(f"{REVIEW}/{MEETING}")
            for path in changed
            if path.endswith(f"{REVIEW}/{MEETING}")
        }
        stems |= {path.rpartition(".")[0] for path in changed if path.lower().endswith(_TEXTS[:2])}
        for stem in stems:
            yaml = f"{stem}{REVIEW}/{MEETING}"
            sides = [merging.divergence.read_sides(f"{stem}{end}") for end in _TEXTS[:2]]
            file, versions = next(
                ((f"{stem}{end}", s) for end, s in zip(_TEXTS, sides, strict=False) if any(s)), ("", None)
            )
            raw = self._outcome_of_file(merging, yaml)
            text = self._outcome_of_file(merging, file) if file else None
            if versions and isinstance(raw, bytes) and isinstance(text, bytes):
                merging.files[yaml] = _recorded_anew(raw, decode(text), [decode(v) for v in versions if v])

    def _outcome_of_file(self, merging: _Merging, path: str) -> FileOutcome:
        """A file as it is to be; ``None`` where it is not there, or not settled yet."""
        if path in {question.path for question in merging.questions}:
            return None
        if path in merging.files:
            return merging.files[path]
        base, ours, theirs = merging.divergence.read_sides(path)
        return theirs if ours == base else ours

    def _place(self, divergence: Divergence, path: str, before: str = "") -> "_Place":
        """What a reader calls a place in a file: the meeting's item, where it is one."""
        own = path.removeprefix(divergence.prefix)
        parts = own.split("/")
        meetings, _ = self._files.meetings()
        if len(parts) == 3 and parts[2] == MINUTES:  # noqa: PLR2004 -- meeting, item, file
            for meeting in (m for m in meetings if m.id == parts[0]):
                for item in (i for i in meeting.items if i.id == parts[1]):
                    return _Place(_item_name(item), meeting.id, item.id)
        for meeting in (m for m in meetings if m.file == own):
            sections = file_sections(before + "\n")
            heading = sections[-1].heading if sections else ""
            titled = file_sections(before + "\n")[-1] if sections else None
            for item in meeting.items:
                if titled and heading and (item.title, item.number) == (titled.title, titled.number):
                    return _Place(_item_name(item), meeting.id, item.id)
            return _Place(visible(heading) or visible(path), meeting.id)
        return _Place(visible(path))


@frozen
class _Place:
    what: str
    meeting: str = ""
    item: str = ""


def _item_name(item: Item) -> str:
    number = f"item {item.label}" if item.number else "the item"
    return f"{number}, {item.title}" if item.title else number


def _conflicts(merged: MergedText) -> Iterator[tuple[Conflict, str]]:
    """Each conflict with the text that goes before it."""
    before = ""
    for piece in merged.pieces:
        if isinstance(piece, Conflict):
            yield piece, before + piece.ours.partition("\n")[0]
            before += piece.ours
        else:
            before += piece


def _question_key(*parts: str) -> str:
    whole = "\0".join(parts)
    return hashlib.sha256(encode(whole)).hexdigest()[:12]


def _readable_text(data: bytes | None) -> str:
    return "" if data is None or b"\0" in data else decode(data)


def _value_words(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {_value_words(inner)}" for key, inner in value.items())
    if isinstance(value, list):
        return "; ".join(map(_value_words, value))
    return str(value)


def _recorded_anew(raw: bytes, text: str, versions: Sequence[str]) -> bytes:
    """The ``meeting.yaml`` beside a file, with the items of ``text``; ``versions`` are those it came from."""
    try:
        tree = read_yaml(raw)
    except YamlRefused:
        return raw
    known = known_items(tree)
    if not known:
        return raw
    level = _heading_level(tree)
    texts = {digest(s.words(v)): s.words(v) for v in versions for s in file_sections(v, level)}
    sections = file_sections(text, level)
    found = find_items(known, text, sections, texts.get)
    ids = {each.place: item for item, each in found.items() if each.place is not None}
    taken = {item.id for item in known}
    now: list[KnownItem] = []
    for place, section in enumerate(sections):
        own = ids.get(place) or fresh_id(section, place + 1, taken)
        taken.add(own)
        now.append(KnownItem.of(own, section, text))
    gone = [item for item in known if found[item.id].place is None]
    return updated(raw, tree, {}, [*now, *gone])


def _heading_level(tree: YamlTree) -> int:
    value = tree.fields.get("headings", "")
    return int(value) if isinstance(value, str) and value.isdecimal() else 0
