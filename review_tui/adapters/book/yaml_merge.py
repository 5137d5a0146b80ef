"""Two changes of one YAML file put together, key by key; the text of what nobody touched stays as it is."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from review_tui.adapters.book.yaml_reader import YamlRefused, read_yaml
from review_tui.adapters.book.yaml_writer import write_yaml
from review_tui.model.frozen import frozen
from review_tui.model.text import decode, encode

_HEAD: Final = re.compile(r"^[^\s#-][^\n]*$", re.MULTILINE)
_KEY: Final = re.compile(r"""["']?(?P<key>[^"':]+)["']?\s*:""")
_NAMES: Final = ("id", "email", "finding", "name")
"""Keys by which an entry of a list is told from the others, the surest first."""
_NOTHING: Final = object()
"""In place of a value that is not there."""

Choose = Callable[[str, object, object, object], object]
"""Settles a value that both changed, given where it stands, what it was and what each made of it."""


class UnmergeableYaml(Exception):  # noqa: N818 -- an answer, not a mishap
    """The files can't be put together by key."""


def merge_yaml(base: bytes | None, ours: bytes, theirs: bytes, choose: Choose) -> bytes:
    """``base`` with what either side changed. Raises ``UnmergeableYaml``.

    ``choose`` is asked about what both changed, and may raise.
    """
    sides = [_Document.of(data) for data in (base or b"", ours, theirs)]
    fields = _merge_maps("", sides[0].fields, sides[1].fields, sides[2].fields, choose)
    merged = "".join(_texts(sides, fields))
    data = encode(merged)
    try:
        same = read_yaml(data).fields == fields
    except YamlRefused as refused:
        raise UnmergeableYaml from refused
    if not same:
        data = write_yaml(fields)
    return data


@frozen
class _Document:
    """One version of a file."""

    fields: dict[str, object]
    before: str
    """What stands before the first key."""
    blocks: dict[str, str]
    """The lines of each key, up to the next."""

    @classmethod
    def of(cls, data: bytes) -> "_Document":
        text = decode(data)
        try:
            fields = read_yaml(data).fields if text.strip() else {}
        except YamlRefused as refused:
            raise UnmergeableYaml from refused
        heads = list(_HEAD.finditer(text))
        ends = [*(head.start() for head in heads[1:]), *([len(text)] if heads else [])]
        blocks = {}
        for head, end in zip(heads, ends, strict=True):
            key = _KEY.match(head[0])
            if key:
                block = text[head.start() : end]
                blocks[key["key"].strip()] = block if block.endswith("\n") else f"{block}\n"
        return cls(fields, text[: heads[0].start()] if heads else text, blocks)


def _texts(sides: Sequence[_Document], fields: Mapping[str, object]) -> Iterator[str]:
    """The lines of the merged file: those of a side where its value was taken."""
    base, ours, theirs = sides
    yield ours.before if theirs.before == base.before else theirs.before
    for key, value in fields.items():
        has = [
            side for side in (ours, theirs) if side.fields.get(key, _NOTHING) == value and key in side.blocks
        ]
        changed = [side for side in has if side.blocks[key] != base.blocks.get(key)]
        if has:
            yield (changed or has)[0].blocks[key]
        else:
            yield decode(write_yaml({key: value}))


def _merge_value(place: str, base: object, ours: object, theirs: object, choose: Choose) -> object:
    if ours in (base, theirs):
        return theirs
    if theirs == base:
        return ours
    if isinstance(ours, Mapping) and isinstance(theirs, Mapping):
        return _merge_maps(place, base if isinstance(base, Mapping) else {}, ours, theirs, choose)
    if isinstance(ours, list) and isinstance(theirs, list):
        found = _merge_lists(place, base if isinstance(base, list) else [], ours, theirs, choose)
        if found is not None:
            return found
    return choose(place, *(None if value is _NOTHING else value for value in (base, ours, theirs)))


def _merge_maps(
    place: str,
    base: Mapping[str, object],
    ours: Mapping[str, object],
    theirs: Mapping[str, object],
    choose: Choose,
) -> dict[str, object]:
    merged: dict[str, object] = {}
    for key in _keys_in_order(list(base), list(ours), list(theirs)):
        was, mine, other = (side.get(key, _NOTHING) for side in (base, ours, theirs))
        value = _merge_value(f"{place}{key}", was, mine, other, choose)
        if value is not _NOTHING and value is not None:
            merged[key] = value
    return merged


def _merge_lists(
    place: str, base: Sequence[object], ours: Sequence[object], theirs: Sequence[object], choose: Choose
) -> list[object] | None:
    """Lists whose entries can be told apart; ``None`` for others."""
    named = [_by_name(side) for side in (base, ours, theirs)]
    if any(each is None for each in named):
        return None
    was, mine, other = (each or {} for each in named)
    merged: list[object] = []
    for name in _keys_in_order(list(was), list(mine), list(other)):
        values = [side.get(name, _NOTHING) for side in (was, mine, other)]
        value = _merge_value(f"{place}, {name}, ", values[0], values[1], values[2], choose)
        if value is not _NOTHING and value is not None:
            merged.append(value)
    return merged


def _by_name(entries: Sequence[object]) -> dict[str, object] | None:
    found: dict[str, object] = {}
    for entry in entries:
        if isinstance(entry, Mapping):
            name = next((str(entry[key]) for key in _NAMES if entry.get(key)), "")
        else:
            name = entry if isinstance(entry, str) else ""
        if not name or name in found:
            return None
        found[name] = entry
    return found


def _keys_in_order(base: list[str], ours: list[str], theirs: list[str]) -> list[str]:
    """The names of all sides: what came in stands behind what it was put behind.

    Which side is called ours makes no difference, unless both put what was there into another order.
    """
    was, mine, other = (
        [name for name in side if name in base and name in ours and name in theirs]
        for side in (base, ours, theirs)
    )
    order = other if mine == was else mine
    runs: dict[str, list[list[str]]] = {}
    for side in (ours, theirs):
        anchor = ""
        runs.setdefault(anchor, []).append([])
        for name in side:
            if name in order:
                anchor = name
                runs.setdefault(anchor, []).append([])
            else:
                runs[anchor][-1].append(name)
    found = [
        name
        for anchor in ("", *order)
        for name in (anchor, *(n for run in sorted(runs.get(anchor, ())) for n in run))
    ]
    return [name for name in dict.fromkeys([*found, *base]) if name]
