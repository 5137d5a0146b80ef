"""Reads YAML by its parsing events, so that a hostile file is refused before anything is built from it.

Only what the book's files need is let through: mappings, lists and words. Every scalar stays the words that
are written, so ids like ``12e4567`` and ``0012345`` stay themselves; no value, ``~`` or ``null`` is ``""``.
"""

import hashlib
import unicodedata
from collections.abc import Iterator
from dataclasses import field
from typing import Any

from review_tui.application.ports import Cache
from review_tui.model.frozen import frozen
from review_tui.model.visible import visible

MAX_BYTES = 256_000
"""Bytes in one file."""
MAX_DEPTH = 20
"""Mappings and lists within one another."""
MAX_NODES = 20_000
"""Words, lists and mappings in one file."""

_NULLS = {"", "~", "null"}
_LINE_DEPTH = 3
"""Steps down to which the lines of values are kept: ``items``, its position, the key."""


class YamlRefused(Exception):  # noqa: N818 -- a refusal is an answer, not a fault
    """YAML that is not read. The message is a sentence for the reviewer."""

    def __init__(self, sentence: str, line: int | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.line = line
        """Counted from 1, where it is known."""


@frozen
class YamlTree:
    """What a file says: words, lists and mappings, and the lines that they stand on."""

    fields: dict[str, object] = field(default_factory=dict)
    lines: dict[tuple[str | int, ...], int] = field(default_factory=dict)
    """The line, counted from 1, of each value up to three steps deep, by the keys and positions to it."""

    def line(self, *path: str | int) -> int | None:
        """The line of the value at ``path``, or of the nearest thing around it."""
        return next((self.lines[path[:n]] for n in range(len(path), 0, -1) if path[:n] in self.lines), None)


def read_yaml(raw: bytes) -> YamlTree:
    """What ``raw`` says; nothing for an empty file. Raises ``YamlRefused``."""
    if len(raw) > MAX_BYTES:
        raise YamlRefused(
            f"This file is larger than {MAX_BYTES // 1000} kB, far more than it should ever be."
        )
    try:
        raw.decode()
    except UnicodeDecodeError as error:
        byte, line = raw[error.start], raw.count(b"\n", 0, error.start) + 1
        raise YamlRefused(f"Byte {byte:02X} is not UTF-8. Save the file as UTF-8.", line) from error
    return _TreeBuilder(raw).tree()


class _TreeBuilder:
    """Builds one tree from the events of one file, counting as it goes."""

    def __init__(self, raw: bytes) -> None:
        self._events = _events(raw)
        self._nodes = 0
        self._lines: dict[tuple[str | int, ...], int] = {}

    def tree(self) -> YamlTree:
        next(self._events)  # the start of the stream
        start = next(self._events)
        if _event_kind(start) == "StreamEnd":
            return YamlTree()
        if start.version is not None or start.tags:
            raise YamlRefused("Directives (lines that begin with %) are not read. Remove them.", _line(start))
        top = next(self._events)
        fields = self._value(top, ())
        next(self._events)  # the end of the document
        another = next(self._events)
        if _event_kind(another) != "StreamEnd":
            raise YamlRefused("A second document begins here (---). Keep one to a file.", _line(another))
        if fields == "":
            return YamlTree()
        if not isinstance(fields, dict):
            raise YamlRefused("The file should be made of lines like “key: value”.", _line(top))
        return YamlTree(fields, self._lines)

    def _value(self, event: Any, path: tuple[str | int, ...]) -> object:
        """The value that begins with ``event``."""
        self._nodes += 1
        self._check_event(event, len(path))
        if 0 < len(path) <= _LINE_DEPTH:
            self._lines.setdefault(path, _line(event))
        match _event_kind(event):
            case "MappingStart":
                return self._mapping(path)
            case "SequenceStart":
                return self._sequence(path)
        is_nothing = not event.style and event.value in _NULLS
        return "" if is_nothing else event.value

    def _mapping(self, path: tuple[str | int, ...]) -> dict[str, object]:
        fields: dict[str, object] = {}
        seen: set[str] = set()
        while _event_kind(event := next(self._events)) != "MappingEnd":
            key = self._mapping_key(event, len(path))
            same = unicodedata.normalize("NFC", key)
            if same in seen:
                raise YamlRefused(
                    f"“{visible(key[:60])}” stands here twice. Keep one of the two.", _line(event)
                )
            seen.add(same)
            if len(path) < _LINE_DEPTH:
                self._lines[*path, key] = _line(event)
            fields[key] = self._value(next(self._events), (*path, key))
        return fields

    def _sequence(self, path: tuple[str | int, ...]) -> list[object]:
        values: list[object] = []
        while _event_kind(event := next(self._events)) != "SequenceEnd":
            values.append(self._value(event, (*path, len(values))))
        return values

    def _mapping_key(self, event: Any, depth: int) -> str:
        self._nodes += 1
        self._check_event(event, depth)
        if _event_kind(event) != "Scalar":
            raise YamlRefused("A key should be words, not a list or a mapping.", _line(event))
        if event.value == "<<" and not event.style:
            raise YamlRefused("Merge keys (<<) are not read. Write the values out.", _line(event))
        return str(event.value)

    def _check_event(self, event: Any, depth: int) -> None:
        line = _line(event)
        if self._nodes > MAX_NODES:
            raise YamlRefused(
                f"This file says more than {MAX_NODES:,} things, far more than it should.", line
            )
        if _event_kind(event) == "Alias" or event.anchor is not None:
            raise YamlRefused("Anchors and aliases (& and *) are not read. Write the value out.", line)
        if event.tag is not None:
            raise YamlRefused("Tags (such as !!int) are not read. Remove the tag.", line)
        if _event_kind(event) != "Scalar" and depth >= MAX_DEPTH:
            raise YamlRefused(
                f"Lists and mappings stand more than {MAX_DEPTH} deep in one another here.", line
            )


def _event_kind(event: Any) -> str:
    """What kind of event this is: ``Scalar``, ``MappingStart`` and the like."""
    return type(event).__name__.removesuffix("Event")


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


def _events(raw: bytes) -> Iterator[Any]:
    """The parsing events of ``raw``, one by one."""
    # Imported on first use: a command that reads no YAML should not pay for it.
    from ruamel.yaml.cyaml import CParser  # type: ignore[attr-defined]  # noqa: PLC0415 -- see above
    from ruamel.yaml.error import MarkedYAMLError, YAMLError  # noqa: PLC0415 -- see above

    parser = CParser(raw)
    try:
        while parser.check_event():
            yield parser.get_event()
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = error.problem or error.context or "it breaks off"
        raise YamlRefused(
            f"This can't be made out ({what}). Put quotes round words that hold a colon, a # or a quote.",
            mark.line + 1 if mark else None,
        ) from error
    except YAMLError as error:
        raise YamlRefused(f"This can't be made out ({' '.join(str(error).split())}).") from error
    finally:
        parser.dispose()


def read_yaml_cached(raw: bytes, cache: Cache) -> YamlTree:
    """What ``raw`` says, as ``read_yaml`` reads it, or as it was read before. Raises ``YamlRefused``."""
    key = f"yaml {hashlib.sha256(raw).hexdigest()}"
    kept = cache.get(key)
    if isinstance(kept, dict):
        return YamlTree(kept["fields"], {tuple(path): line for path, line in kept["lines"]})
    tree = read_yaml(raw)
    lines = [[list(path), line] for path, line in tree.lines.items()]
    cache.put(key, {"fields": tree.fields, "lines": lines})
    return tree
