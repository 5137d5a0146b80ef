"""Acts as the plain fields of their files, and back: ``act: flag``, ``id``, ``by``, ``at`` and the act's own.

Plain fields are words, lists of plain values and mappings from words to plain values, so any file format can
hold them. What this version does not know is kept on the act as ``extra`` and written back in its place.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from review_tui.model.act_registry import UNKNOWN, kind_named, kind_of, word_of
from review_tui.model.acts import Act, OtherAct
from review_tui.model.field_codecs import (
    PARTS,
    ActFieldError,
    Fields,
    read_act_id,
    read_name,
    read_reviewer,
    read_time,
    read_words,
    write_time,
)

_SIGNING = ("previous", "signature")
"""What only signed acts say, in writing order."""
_NOT_EXTRA = {"act", "id", "at", *_SIGNING}


def encode_act(act: Act) -> Fields:
    """The fields that keep ``act``, in writing order. Raises ``ActFieldError`` when it can't be kept."""
    word = word_of(act)
    if kind_of(act) is UNKNOWN and kind_named(word) is not UNKNOWN:
        raise ActFieldError(f"`act` is “{word}”, which has a form of its own.")
    fields: Fields = {"act": read_name("act", word), "id": read_act_id("id", act.id)}
    fields |= {"by": {"name": act.by.name, "email": act.by.email}, "at": write_time(act.at)}
    fields |= own_fields(act)
    for key, value in act.extra:
        _add_extra(fields, key, value)
    # The signature is over all that stands before it, so it comes last.
    return fields | {key: value for key in _SIGNING if (value := getattr(act, key))}


def own_fields(act: Act) -> Fields:
    """The fields that only acts of this kind have."""
    return {
        field.key: field.codec.write(field.key, value)
        for field in kind_of(act).fields
        if (value := getattr(act, field.name)) != field.absent or field.is_required
    }


def decode_act(fields: Mapping[str, object]) -> Act:
    """The act that ``fields`` keep. Raises ``ActFieldError`` for the first key that makes no sense."""
    word = _required(fields, "act", read_name)
    values: dict[str, Any] = {
        "id": _required(fields, "id", read_act_id),
        "by": _required(fields, "by", read_reviewer),
        "at": _required(fields, "at", read_time),
    }
    kind = kind_named(word)
    for field in kind.fields:
        if field.is_required or field.key in fields:
            values[field.name] = _required(fields, field.key, field.codec.read)
    values |= {key: read_words(key, fields[key]) for key in _SIGNING if key in fields}
    values["extra"] = tuple(_extra_of(fields, [field.key for field in kind.fields]))
    return OtherAct(act=word, **values) if kind is UNKNOWN else kind.made(**values)


def _extra_of(fields: Mapping[str, object], known: Sequence[str]) -> list[tuple[str, object]]:
    """What ``fields`` say beyond what such an act has, unknown keys inside known mappings included."""
    extra: list[tuple[str, object]] = []
    for key in PARTS:
        parts = fields.get(key) if key == "by" or key in known else None
        if isinstance(parts, Mapping) and len(parts) > len(PARTS[key]):  # all of those are needed
            extra.append((key, {k: v for k, v in parts.items() if k not in PARTS[key]}))
    return extra + [
        (key, value)
        for key, value in fields.items()
        if key not in _NOT_EXTRA and key != "by" and key not in known
    ]


def _add_extra(fields: Fields, key: str, value: object) -> None:
    """Put ``value`` back where ``_extra_of`` found it."""
    written = fields.get(key)
    if key not in fields:
        fields[key] = value
    elif isinstance(written, dict) and isinstance(value, Mapping) and not written.keys() & value.keys():
        fields[key] = {**written, **value}
    else:
        raise ActFieldError(f"`{key}` is said twice.")


def _required(fields: Mapping[str, object], key: str, read: Callable[[str, object], Any]) -> Any:
    if key not in fields:
        raise ActFieldError(f"`{key}` is missing.")
    try:
        return read(key, fields[key])
    except ActFieldError as error:
        error.key = key
        raise
