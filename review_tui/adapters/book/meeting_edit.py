"""Changes what a ``meeting.yaml`` says, and leaves all else of it as somebody wrote it."""

import re
from collections.abc import Iterator, Mapping

from review_tui.adapters.book.yaml_reader import YamlRefused, read_yaml
from review_tui.adapters.book.yaml_writer import write_yaml
from review_tui.model.errors import Refusal
from review_tui.model.meeting_details import PEOPLE, Details, list_of
from review_tui.model.people import Attendee
from review_tui.model.text import decode, encode

_TOP_LEVEL = re.compile(r"^(?:\"(?P<quoted>[\w-]+)\"|'(?P<single>[\w-]+)'|(?P<key>[\w-]+))\s*:", re.MULTILINE)
_LAST = "items"
"""The key before which others are put: the agenda is long."""


def with_details(raw: bytes, said: Details, *, keeps_empty: bool = False) -> bytes:
    """The file ``raw`` with other details. Comments outside of them stay.

    An empty one is taken out, or with ``keeps_empty`` stays as such: then the minutes are not asked for it.
    Raises ``Refusal`` where the file is written in a way that can't be changed in part.
    """
    text = decode(raw).replace("\r\n", "\n") if b"\r\n" in raw else decode(raw)
    try:
        before = read_yaml(encode(text)).fields
    except YamlRefused as refused:
        raise Refusal(f"meeting.yaml can't be changed: {refused.sentence}") from refused
    wanted = dict(before)
    for key, value in said.items():
        kept = _yaml_value(key, value, before.get(key))
        wanted.pop(key, None)
        is_said = bool(kept) or keeps_empty
        if is_said:
            wanted[key] = kept
        text = _with_block(text, key, decode(write_yaml({key: kept})) if is_said else "")
    new = encode(text.replace("\n", "\r\n") if b"\r\n" in raw else text)
    try:
        same = read_yaml(new).fields == wanted
    except YamlRefused:
        same = False
    if not same:
        raise Refusal("meeting.yaml is written in a way that can't be changed in part. Change it by hand.")
    return new


def _yaml_value(key: str, value: object, before: object) -> object:
    """A detail as the file has it: entries of people that stay as they were keep all that is said of them."""
    if key not in PEOPLE:
        return str(value)
    known = {_attendee(entry): entry for entry in before} if isinstance(before, list) else {}
    return [
        known.get(person, {"name": person.name, "role": person.role} if person.role else person.name)
        for person in list_of(value)
    ]


def _attendee(entry: object) -> Attendee:
    fields = entry if isinstance(entry, Mapping) else {"name": entry}
    return Attendee(str(fields.get("name", "")), str(fields.get("role", "")))


def _with_block(text: str, key: str, block: str) -> str:
    """``text`` with ``block`` for the lines of a key, or before the agenda where it has none."""
    places = list(_key_blocks(text))
    here = next(((start, end) for name, start, end in places if name == key), None)
    if here is None:
        at = next((start for name, start, _ in places if name == _LAST), len(text))
        gap = "\n" if text[:at] and not text[:at].endswith("\n") and block else ""
        return text[:at] + gap + block + text[at:]
    return text[: here[0]] + block + text[here[1] :]


def _key_blocks(text: str) -> Iterator[tuple[str, int, int]]:
    """Each key of the outermost level with where its lines begin and end, comments after it left out."""
    heads = list(_TOP_LEVEL.finditer(text))
    for n, head in enumerate(heads):
        end = heads[n + 1].start() if n + 1 < len(heads) else len(text)
        lines = text[head.start() : end].splitlines(keepends=True)
        while len(lines) > 1 and (not lines[-1].strip() or lines[-1].startswith("#")):
            end -= len(lines.pop())
        yield head["quoted"] or head["single"] or head["key"], head.start(), end
