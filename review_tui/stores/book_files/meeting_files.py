"""The meetings of a book: what each ``meeting.yaml`` says, compared with the folders that are there."""

from dataclasses import replace

from review_tui.domain.meeting import Item, Meeting, Problem
from review_tui.domain.visible import visible
from review_tui.stores.book_files.beneath import Folder, Missing, Stamp, Unreadable
from review_tui.stores.book_files.layout import ACTS, MEETING, MINUTES, number_and_title, why_not_a_name
from review_tui.stores.book_files.meeting_file import to_meeting
from review_tui.stores.book_files.yaml_in import LIMIT, YamlRefused, read_yaml

Read = tuple[Meeting | None, tuple[Problem, ...]]
"""A meeting, unless there is none or it can't be made out, and what could not be read."""


class MeetingFiles:
    """Reads meetings, and remembers what each file said for as long as the file stays the same."""

    def __init__(self) -> None:
        self._said: dict[str, tuple[Stamp, Read]] = {}

    def at(self, book: Folder, name: str) -> Read:
        """The meeting in the folder ``name`` of ``book``, if there is one."""
        if name.startswith("."):
            return None, ()
        try:
            if book.is_link_to_folder_with(name, MEETING):
                sentence = "This meeting is a link to somewhere else, and links are not followed."
                return None, (Problem(name, sentence),)
            if not book.has_folder(name):
                return None, ()
            with book.inner(name) as folder:
                return self._in(folder, name) if folder.stamp(MEETING) else (None, ())
        except Unreadable as refused:
            return None, (Problem(refused.path, refused.sentence),)

    def item(self, meeting: Folder, item: str) -> Item:
        """The item as the agenda lists it, or as its folder is named when it is not on the agenda."""
        said = self._said_in(meeting)[0]
        listed = next((each for each in said.items if each.id == item), None) if said else None
        return listed or _titled_from(item)

    def _in(self, folder: Folder, name: str) -> Read:
        if refusal := why_not_a_name(name):
            return None, (Problem(name, f"{refusal} The meeting in it is not read."),)
        meeting, problems = self._said_in(folder)
        if meeting is None:
            return None, problems
        unlisted, more = _compared(meeting, folder)
        return replace(meeting, items=(*meeting.items, *unlisted)), (*problems, *more)

    def _said_in(self, folder: Folder) -> Read:
        """What the ``meeting.yaml`` in ``folder`` says."""
        path = folder.path_of(MEETING)
        try:
            stamp = folder.stamp(MEETING)
            known = self._said.get(path)
            if known and known[0] == stamp:
                return known[1]
            said = to_meeting(folder.path, read_yaml(folder.read(MEETING, LIMIT)))
        except YamlRefused as refused:
            said = None, (Problem(path, refused.sentence, refused.line),)
        except Unreadable as refused:
            return None, (Problem(refused.path, refused.sentence),)
        if stamp:
            self._said[path] = (stamp, said)
        return said


def _compared(meeting: Meeting, folder: Folder) -> tuple[list[Item], list[Problem]]:
    """The items that only have a folder, and a problem for each thing that agenda and folders disagree on."""
    listed = {item.id for item in meeting.items}
    found = [_listed(folder, item.id) for item in meeting.items]
    unlisted = []
    for name in folder.names():
        if name not in listed and name != ACTS and not name.startswith("."):
            item, problem = _unlisted(folder, name)
            unlisted += [item] if item else []
            found.append(problem)
    return unlisted, [problem for problem in found if problem]


def _listed(folder: Folder, item: str) -> Problem | None:
    """What keeps the minutes of an item on the agenda from being read, if anything does."""
    try:
        with folder.inner(item) as inner:
            inner.expect_file(MINUTES)
    except Missing as missing:
        if missing.path.endswith(MINUTES):
            return Problem(missing.path, "There are no minutes of this item yet. Make this file.")
        said = f"The agenda lists “{visible(item)}”, but there is no such folder. Make it, or mend the id."
        return Problem(folder.path_of(MEETING), said)
    except Unreadable as refused:
        return Problem(refused.path, refused.sentence)
    return None


def _unlisted(folder: Folder, name: str) -> tuple[Item | None, Problem | None]:
    """The item in a folder that the agenda does not list, if it is one, and a word about it."""
    path = folder.path_of(name)
    try:
        if folder.is_link_to_folder_with(name, MINUTES):
            return None, Problem(path, "This item is a link to somewhere else, and links are not followed.")
        if not folder.has_folder(name):
            return None, None
        with folder.inner(name) as inner:
            if inner.stamp(MINUTES) is None:
                return None, None
    except Unreadable as refused:
        return None, Problem(refused.path, refused.sentence)
    if refusal := why_not_a_name(name):
        return None, Problem(path, f"{refusal} The item in it is not read.")
    said = f"This item is not on the agenda. It is shown at the end; list it under `items` in {MEETING}."
    return _titled_from(name), Problem(path, said)


def _titled_from(folder: str) -> Item:
    number, title = number_and_title(folder)
    return Item(id=folder, number=number, title=title)
