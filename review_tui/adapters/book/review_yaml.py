"""The ``meeting.yaml`` beside minutes: what can't be read from the file, and whose acts are whose."""

import re
from collections.abc import Mapping, Sequence

from review_tui.adapters.book.book_paths import why_not_a_name
from review_tui.adapters.book.yaml_reader import YamlTree
from review_tui.adapters.book.yaml_writer import write_yaml
from review_tui.anchoring.item_identity import KnownItem
from review_tui.model.text import decode, encode

_OWN_FIELDS = ("id", "heading", "begins", "text")
_TOP_LEVEL = re.compile(r"^[^\s#-][^\n]*$", re.MULTILINE)


def known_items(tree: YamlTree) -> tuple[KnownItem, ...]:
    """The items as they were last recorded, in order; what makes no sense is passed over."""
    found: dict[str, KnownItem] = {}
    for entry in _entries(tree.fields):
        id_, heading, begins, text = (
            said if isinstance(said := entry.get(key, ""), str) else "" for key in _OWN_FIELDS
        )
        if not why_not_a_name(id_):
            found.setdefault(id_, KnownItem(id_, heading, text, begins))
    return tuple(found.values())


def item_fields(tree: YamlTree) -> dict[str, Mapping[str, object]]:
    """What the file says of each item beside, by its id: ``exempt``, a ``presenter``."""
    return {
        str(entry["id"]): {k: v for k, v in entry.items() if k not in _OWN_FIELDS}
        for entry in _entries(tree.fields)
        if isinstance(entry.get("id"), str)
    }


def _entries(fields: Mapping[str, object]) -> list[Mapping[str, object]]:
    items = fields.get("items", ())
    return [entry for entry in items if isinstance(entry, Mapping)] if isinstance(items, list) else []


def updated(
    raw: bytes | None, tree: YamlTree, fields: Mapping[str, object], items: Sequence[KnownItem]
) -> bytes:
    """The file with ``fields`` that it lacks, and with ``items`` as they are now; all else stays as it is.

    Comments within its list of items are lost when that changes, no others. Raises ``Refusal``.
    """
    added = {key: value for key, value in fields.items() if key not in tree.fields}
    beside = item_fields(tree)
    listed = [
        {
            "id": item.id,
            "heading": item.heading,
            "begins": item.begins,
            "text": item.text,
            **beside.get(item.id, {}),
        }
        for item in items
    ]
    if raw is None:
        return write_yaml({**added, "items": listed})
    text = decode(raw)
    if known_items(tree) != tuple(items):
        text = _without(text, "items").rstrip("\n")
        text += ("\n" if text else "") + decode(write_yaml({"items": listed}))
    if added:
        text = decode(write_yaml(added)) + text
    return encode(text)


def _without(text: str, key: str) -> str:
    """``text`` without the block of a key that stands at the beginning of a line."""
    heads = list(_TOP_LEVEL.finditer(text))
    for n, head in enumerate(heads):
        if re.match(rf"[\"']?{key}[\"']?\s*:", head[0]):
            end = heads[n + 1].start() if n + 1 < len(heads) else len(text)
            return text[: head.start()] + text[end:]
    return text
