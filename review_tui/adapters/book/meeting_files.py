"""The meetings of a book: what each ``meeting.yaml`` says, compared with the folders that are there."""

from dataclasses import replace

from review_tui.adapters.book.book_paths import (
    ACTS,
    MEETING,
    MINUTES,
    NOTES,
    REVIEW,
    number_and_title,
    why_not_a_name,
)
from review_tui.adapters.book.meeting_index import MeetingIndex
from review_tui.adapters.book.meeting_yaml import parse_meeting
from review_tui.adapters.book.safe_open import MissingFile, OpenFolder, StatSignature, UnreadableFile
from review_tui.adapters.book.yaml_reader import MAX_BYTES, YamlRefused, read_yaml
from review_tui.model.meeting import Item, Meeting, Problem
from review_tui.model.visible import visible

MeetingResult = tuple[Meeting | None, tuple[Problem, ...]]
"""A meeting, unless there is none or it can't be made out, and what could not be read."""


class MeetingFiles:
    """Reads meetings, and remembers what each file said for as long as the file stays the same."""

    def __init__(self, index: MeetingIndex) -> None:
        self._index = index
        self._parsed: dict[str, tuple[StatSignature, MeetingResult]] = {}
        self._indexed: dict[str, tuple[StatSignature, Meeting]] = {}
        """What the index knew, by the path of its file."""

    def read_all(self, book: OpenFolder) -> tuple[list[Meeting], list[Problem]]:
        """The meetings of ``book``, and what could not be read."""
        found = [self.read_at(book, name) for name in book.names()]
        self._index.save()
        meetings = [meeting for meeting, _ in found if meeting]
        return meetings, [problem for _, problems in found for problem in problems]

    def read_at(self, book: OpenFolder, name: str) -> MeetingResult:
        """The meeting in the folder ``name`` of ``book``, if there is one."""
        if name.startswith(".") or name.endswith(REVIEW):
            return None, ()
        if known := self._index.get(book, name):
            path = book.path_of(f"{name}/{MEETING}")
            self._indexed[path] = (known.signatures[MEETING], known.meeting)
            return known.meeting, known.problems
        try:
            if book.is_link_to_folder_with(name, MEETING):
                sentence = "This meeting is a link to somewhere else, and links are not followed."
                return None, (Problem(name, sentence),)
            if not book.has_folder(name):
                return None, ()
            with book.open_folder(name) as folder:
                return self._read_folder(folder, name) if folder.file_stat(MEETING) else (None, ())
        except UnreadableFile as refused:
            return None, (Problem(refused.path, refused.sentence),)

    def item(self, meeting: OpenFolder, item: str) -> Item:
        """The item as the agenda lists it, or as its folder is named when it is not on the agenda."""
        signature, known = self._indexed.get(meeting.path_of(MEETING), ((), None))
        said = (
            known
            if signature and signature == meeting.stat_signature(MEETING)
            else self._parse_meeting(meeting)[0]
        )
        listed = next((each for each in said.items if each.id == item), None) if said else None
        return listed or _item_from_folder(item)

    def _read_folder(self, folder: OpenFolder, name: str) -> MeetingResult:
        if refusal := why_not_a_name(name):
            return None, (Problem(name, f"{refusal} The meeting in it is not read."),)
        meeting, problems = self._parse_meeting(folder)
        if meeting is None:
            return None, problems
        unlisted, more = _compare_with_folders(meeting, folder)
        whole, all_problems = replace(meeting, items=(*meeting.items, *unlisted)), (*problems, *more)
        self._index.put(folder, whole, all_problems)
        return whole, all_problems

    def _parse_meeting(self, folder: OpenFolder) -> MeetingResult:
        """What the ``meeting.yaml`` in ``folder`` says."""
        path = folder.path_of(MEETING)
        try:
            signature = folder.stat_signature(MEETING)
            known = self._parsed.get(path)
            if known and known[0] == signature:
                return known[1]
            said = parse_meeting(folder.path, read_yaml(folder.read(MEETING, MAX_BYTES)))
        except YamlRefused as refused:
            said = None, (Problem(path, refused.sentence, refused.line),)
        except UnreadableFile as refused:
            return None, (Problem(refused.path, refused.sentence),)
        if signature:
            self._parsed[path] = (signature, said)
        return said


def _compare_with_folders(meeting: Meeting, folder: OpenFolder) -> tuple[list[Item], list[Problem]]:
    """The items that only have a folder, and a problem for each thing that agenda and folders disagree on."""
    listed = {item.id for item in meeting.items}
    found = [_why_no_minutes(folder, item.id) for item in meeting.items]
    unlisted = []
    for name in folder.names():
        if name not in listed and name not in {ACTS, NOTES} and not name.startswith("."):
            item, problem = _unlisted_item(folder, name)
            unlisted += [item] if item else []
            found.append(problem)
    return unlisted, [problem for problem in found if problem]


def _why_no_minutes(folder: OpenFolder, item: str) -> Problem | None:
    """What keeps the minutes of an item on the agenda from being read, if anything does."""
    try:
        with folder.open_folder(item) as inner:
            inner.expect_file(MINUTES)
    except MissingFile as missing:
        if missing.path.endswith(MINUTES):
            return Problem(missing.path, "There are no minutes of this item yet. Make this file.")
        said = f"The agenda lists “{visible(item)}”, but there is no such folder. Make it, or mend the id."
        return Problem(folder.path_of(MEETING), said)
    except UnreadableFile as refused:
        return Problem(refused.path, refused.sentence)
    return None


def _unlisted_item(folder: OpenFolder, name: str) -> tuple[Item | None, Problem | None]:
    """The item in a folder that the agenda does not list, if it is one, and a word about it."""
    path = folder.path_of(name)
    try:
        if folder.is_link_to_folder_with(name, MINUTES):
            return None, Problem(path, "This item is a link to somewhere else, and links are not followed.")
        if not folder.has_folder(name):
            return None, None
        with folder.open_folder(name) as inner:
            if inner.file_stat(MINUTES) is None:
                return None, None
    except UnreadableFile as refused:
        return None, Problem(refused.path, refused.sentence)
    if refusal := why_not_a_name(name):
        return None, Problem(path, f"{refusal} The item in it is not read.")
    said = f"This item is not on the agenda. It is shown at the end; list it under `items` in {MEETING}."
    return _item_from_folder(name), Problem(path, said)


def _item_from_folder(folder: str) -> Item:
    number, title = number_and_title(folder)
    return Item(id=folder, number=number, title=title)
