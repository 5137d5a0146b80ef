"""Acts as the plain fields of their files, and back: ``act: flag``, ``id``, ``by``, ``at`` and the act's own.

Plain fields are words, lists of plain values and mappings from words to plain values, so any file format can
hold them. What this version does not know is kept on the act as ``extra`` and written back in its place.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from review_tui.domain.acts import (
    Act,
    Approval,
    Dismissal,
    Disposition,
    Flag,
    Objection,
    OtherAct,
    Reopening,
    Reply,
    SignOff,
)
from review_tui.domain.people import Reviewer
from review_tui.domain.quotes import Quote

Fields = dict[str, object]


class ActError(ValueError):
    """Fields that are not an act, or an act that can't be kept: a sentence that names the key."""


def act_word(act: Act) -> str:
    """What kind of act this is, in the word its file uses: ``flag``, ``sign-off``."""
    if isinstance(act, OtherAct):
        return act.act
    return next(word for word, form in _FORMS.items() if form.made is type(act))


def to_fields(act: Act) -> Fields:
    """The fields that keep ``act``, in writing order. Raises ``ActError`` when it can't be kept."""
    word = act_word(act)
    if isinstance(act, OtherAct) and word in _FORMS:
        raise ActError(f"`act` is “{word}”, which has a form of its own.")
    fields: Fields = {"act": _name("act", word), "id": _act_id("id", act.id)}
    fields |= {"by": {"name": act.by.name, "email": act.by.email}, "at": _written_time(act.at)}
    for own in _own_fields(word):
        value = getattr(act, own.attribute)
        if own.is_required or value != own.absent:
            fields[own.key] = own.write(value)
    for key, value in act.extra:
        _add_extra(fields, key, value)
    return fields


def from_fields(fields: Mapping[str, object]) -> Act:
    """The act that ``fields`` keep. Raises ``ActError`` for the first key that makes no sense."""
    word = _required(fields, "act", _name)
    values: dict[str, Any] = {
        "id": _required(fields, "id", _act_id),
        "by": _required(fields, "by", _reviewer),
        "at": _required(fields, "at", _time),
    }
    for own in _own_fields(word):
        if own.is_required or own.key in fields:
            values[own.attribute] = _required(fields, own.key, own.read)
    values["extra"] = tuple(_extra_of(fields, word))
    form = _FORMS.get(word)
    return form.made(**values) if form else OtherAct(act=word, **values)


def _extra_of(fields: Mapping[str, object], word: str) -> list[tuple[str, object]]:
    """What ``fields`` say beyond what such an act has, unknown keys inside known mappings included."""
    own = {"by", *(each.key for each in _own_fields(word))}
    extra: list[tuple[str, object]] = []
    for key in sorted(own & _PARTS.keys()):
        parts = fields[key]
        rest = {k: v for k, v in parts.items() if k not in _PARTS[key]} if isinstance(parts, Mapping) else {}
        extra += [(key, rest)] if rest else []
    return extra + [(key, value) for key, value in fields.items() if key not in own | {"act", "id", "at"}]


def _add_extra(fields: Fields, key: str, value: object) -> None:
    """Put ``value`` back where ``_extra_of`` found it."""
    known = fields.get(key)
    if key not in fields:
        fields[key] = value
    elif isinstance(known, dict) and isinstance(value, Mapping) and not known.keys() & value.keys():
        fields[key] = {**known, **value}
    else:
        raise ActError(f"`{key}` is said twice.")


def _required(fields: Mapping[str, object], key: str, read: Callable[[str, object], Any]) -> Any:
    if key not in fields:
        raise ActError(f"`{key}` is missing.")
    return read(key, fields[key])


def _words(key: str, value: object) -> str:
    if not isinstance(value, str):
        raise ActError(f"`{key}` should be words.")
    return value


def _name(key: str, value: object) -> str:
    words = _words(key, value)
    if not words.strip():
        raise ActError(f"`{key}` is empty.")
    return words


# Ids become part of file names and of commit messages, so nothing else is let through.
_ID = re.compile(r"[0-9A-Za-z_]{6,64}")
_FINGERPRINT = re.compile(r"v1:[0-9a-f]{32}")
_DIGEST = re.compile(r"v1:[0-9a-f]{64}")


def _act_id(key: str, value: object) -> str:
    words = _words(key, value)
    if not _ID.fullmatch(words):
        raise ActError(f"`{key}` should be 6 to 64 letters and digits, such as 7f3a91c2.")
    return words


def _act_ids(key: str, value: object) -> tuple[str, ...]:
    if value == "":
        return ()
    if not isinstance(value, (list, tuple)):
        raise ActError(f"`{key}` should be a list of ids.")
    return tuple(_act_id(key, each) for each in value)


def _digest(key: str, value: object) -> str:
    words = _words(key, value)
    if not _DIGEST.fullmatch(words):
        raise ActError(f"`{key}` should be a digest: v1: and 64 digits from 0 to 9 and a to f.")
    return words


def _fingerprint(key: str, value: object) -> str:
    words = _words(key, value)
    if not _FINGERPRINT.fullmatch(words):
        raise ActError(f"`{key}` should be the fingerprint of a finding: v1: and 32 digits from 0 to f.")
    return words


def _time(key: str, value: object) -> dt.datetime:
    words = _words(key, value)
    try:
        at = dt.datetime.fromisoformat(words)
        return _in_utc(key, at)
    except (ValueError, OverflowError) as mishap:
        if isinstance(mishap, ActError):
            raise
        raise ActError(f"`{key}` should be a date and time in UTC, such as 2022-03-20T10:15:02Z.") from mishap


def _in_utc(key: str, at: dt.datetime) -> dt.datetime:
    if at.utcoffset() is None:
        raise ActError(f"`{key}` does not say in which time zone it is. End it with Z for UTC.")
    return at.astimezone(dt.UTC)


def _written_time(at: dt.datetime) -> str:
    """``at`` to the second, or as finely as it is known."""
    return _in_utc("at", at).replace(tzinfo=None).isoformat() + "Z"


_PARTS: dict[str, tuple[str, ...]] = {
    "by": ("name", "email"),
    "passage": ("quote", "before", "after", "text"),
}


def _parts(key: str, value: object) -> dict[str, str]:
    """The parts of a mapping that we know, each of them words."""
    if not isinstance(value, Mapping):
        raise ActError(f"`{key}` should say {', '.join(f'`{part}`' for part in _PARTS[key])}.")
    for part in _PARTS[key]:
        if part not in value:
            raise ActError(f"`{part}` is missing in `{key}`.")
    return {part: _words(f"{key}: {part}", value[part]) for part in _PARTS[key]}


def _reviewer(key: str, value: object) -> Reviewer:
    parts = _parts(key, value)
    return Reviewer(name=parts["name"], email=_name(f"{key}: email", parts["email"]))


def _quote(key: str, value: object) -> Quote:
    parts = _parts(key, value)
    _digest(f"{key}: text", parts["text"])
    return Quote(**parts)


def _written_quote(quote: Quote) -> Fields:
    fields = {part: getattr(quote, part) for part in _PARTS["passage"]}
    _digest("passage: text", fields["text"])
    return fields


@dataclass(frozen=True, slots=True)
class _Own:
    """One field that some kind of act has of its own."""

    key: str
    attribute: str
    read: Callable[[str, object], object] = _words
    is_required: bool = True
    absent: object = None
    """What the attribute is when the file does not have the key."""

    def write(self, value: Any) -> object:
        """``value`` as plain fields, checked as it will be on the way back."""
        if isinstance(value, Quote):
            return _written_quote(value)
        plain = list(value) if isinstance(value, tuple) else value
        self.read(self.key, plain)
        return plain


@dataclass(frozen=True, slots=True)
class _Form:
    """How one kind of act is kept."""

    made: Callable[..., Act]
    own: tuple[_Own, ...] = ()


def _plain(key: str, read: Callable[[str, object], object] = _words) -> _Own:
    return _Own(key, key, read)


_FORMS: dict[str, _Form] = {
    "flag": _Form(
        Flag,
        (
            _plain("kind", _name),
            _plain("comment"),
            _Own("suggest", "suggest", is_required=False),
            _Own("passage", "quote", _quote),
        ),
    ),
    "reply": _Form(Reply, (_plain("to", _act_id), _plain("comment"))),
    "disposition": _Form(Disposition, (_plain("of", _act_id), _plain("outcome", _name), _plain("reason"))),
    "approval": _Form(
        Approval,
        (_plain("text", _digest), _Own("lifts", "lifts", _act_ids, is_required=False, absent=())),
    ),
    "objection": _Form(Objection, (_plain("text", _digest), _plain("comment"))),
    "dismissal": _Form(
        Dismissal,
        (_plain("finding", _fingerprint), _plain("check", _name), _plain("message"), _plain("reason")),
    ),
    "sign-off": _Form(SignOff),
    "reopening": _Form(Reopening, (_plain("of", _act_id), _plain("reason"))),
}


def _own_fields(word: str) -> tuple[_Own, ...]:
    form = _FORMS.get(word)
    return form.own if form else ()
