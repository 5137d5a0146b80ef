"""The files that a meeting of folders has, made from minutes in one file and what was done with its items."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain, count
from pathlib import Path

from review_tui.adapters.book.book_paths import ACTS, MEETING, NOTES
from review_tui.adapters.book.file_meeting import MEETING_ACTS, TEXT_FIELDS, FileMeeting
from review_tui.adapters.book.yaml_writer import write_yaml
from review_tui.application.ports import FileChange
from review_tui.language.file_sections import OPENING
from review_tui.language.minutes_head import people_text
from review_tui.model.errors import Refusal
from review_tui.model.meeting import Meeting
from review_tui.model.people import Attendee
from review_tui.model.text import encode


def as_folders(
    root: Path, found: FileMeeting, folder: str, notes: Sequence[FileChange], *, moves: bool
) -> list[FileChange]:
    """The files of a meeting of the book at ``root`` as folders below ``folder``.

    ``notes`` are the meeting's as they lie now, which become those in its folder. With ``moves`` all this
    takes the place of the one file. Every byte of the file goes into the minutes of an item; what stands
    before the first into that. Raises ``Refusal`` where some acts have lost their item.
    """
    if found.lost:
        raise Refusal(next(iter(found.lost.values())))
    first = 0 if found.ids[0] == OPENING else 1
    names = {id_: f"{n:02}-{id_}" for n, id_ in enumerate(found.ids, first)}
    changes = [FileChange(f"{folder}/{MEETING}", write_yaml(_meeting_fields(_people(found), names)))]
    for n, (id_, section) in enumerate(zip(found.ids, found.sections, strict=True)):
        text = found.text[0 if n == 0 else section.span.start : section.span.end]
        changes.append(FileChange(f"{folder}/{names[id_]}/minutes.md", encode(text)))
    changes += [FileChange(f"{folder}/{NOTES}/{name}", raw) for name, raw in _named_apart(notes).items()]
    if moves:
        kept = f"{found.file.review}/"
        moved = [note for note in notes if not note.path.startswith(kept)]
        changes += [replace(note, new=None) for note in moved]
        changes += _moved_review(root, found, folder, names)
    return changes


def _named_apart(notes: Sequence[FileChange]) -> dict[str, bytes]:
    """What each of the ``notes`` says, by a name that no other has."""
    named: dict[str, bytes] = {}
    for note in notes:
        name = note.path.rpartition("/")[2]
        stem, dot, end = name.rpartition(".")
        others = (f"{stem or end}-{k}{dot}{end}" for k in count(2))
        free = next(each for each in chain([name], others) if each not in named)
        named[free] = note.new or b""
    return named


def _moved_review(root: Path, found: FileMeeting, folder: str, names: Mapping[str, str]) -> list[FileChange]:
    """The acts as files of the folders, and the file and its review taken away."""
    changes = [FileChange(found.file.path, None, encode(found.text))]
    review = root / found.file.review
    for path in sorted(p for p in review.rglob("*") if p.is_file() and not p.is_symlink()):
        inner = path.relative_to(review).as_posix()
        raw = path.read_bytes()
        changes.append(FileChange(f"{found.file.review}/{inner}", None, raw))
        parts = inner.split("/")
        if parts[0] == ACTS and len(parts) > 2:  # noqa: PLR2004 -- acts, the item, the act
            item = "" if parts[1] == MEETING_ACTS else f"{names[parts[1]]}/"
            changes.append(FileChange(f"{folder}/{item}{ACTS}/{'/'.join(parts[2:])}", raw))
    return changes


def _people(found: FileMeeting) -> Meeting:
    """The meeting with those who were there, as the lists in the text say where nothing else does."""
    known = found.meeting
    if known.present or known.apologies or known.in_attendance:
        return known
    from review_tui.language.attendance import attendance_in  # noqa: PLC0415 -- heavy, and seldom needed
    from review_tui.model.material import Document  # noqa: PLC0415 -- as above

    listed = attendance_in(Document.read("", people_text(found.text, found.sections)))
    parts = (listed.present, (*listed.apologies, *listed.absent), listed.in_attendance)
    present, apologies, others = (tuple(Attendee(e.name, e.role) for e in entries) for entries in parts)
    return replace(known, present=present, apologies=apologies, in_attendance=others)


def _meeting_fields(meeting: Meeting, names: Mapping[str, str]) -> dict[str, object]:
    """A meeting as the ``meeting.yaml`` of a folder says it; ``names`` are the folders of its items."""
    people = {
        key: [{"name": a.name, "role": a.role} if a.role else a.name for a in getattr(meeting, key)]
        for key in ("present", "apologies", "in_attendance")
    }
    said = {key: getattr(meeting, key) for key in TEXT_FIELDS}
    fields: dict[str, object] = {"body": said.pop("body"), "date": meeting.date.isoformat()}
    fields |= {key: value for key, value in {**said, **people}.items() if value}
    items = []
    for item in meeting.items:
        known = {
            "id": names[item.id],
            "number": item.number,
            "title": item.title,
            "presenter": item.presenter,
        }
        items.append({k: v for k, v in known.items() if v} | ({"exempt": "true"} if item.exempt else {}))
    return {**fields, "items": items}
