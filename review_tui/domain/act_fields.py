"""Acts as the plain fields of their files, and back: ``act: flag``, ``id``, ``by``, ``at`` and the act's own.

Plain fields are words, lists of plain values and mappings from words to plain values, so any file format can
hold them. What this version does not know is kept on the act as ``extra`` and written back in its place.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from review_tui.domain.act_values import (
    PARTS,
    ActError,
    Fields,
    read_act_id,
    read_act_ids,
    read_digest,
    read_fingerprint,
    read_name,
    read_quote,
    read_reviewer,
    read_signed,
    read_sources,
    read_time,
    read_words,
    written_quote,
    written_signed,
    written_source,
    written_time,
)
from review_tui.domain.acts import (
    Act,
    Approval,
    Correction,
    Dismissal,
    Disposition,
    Evidence,
    Flag,
    Objection,
    OtherAct,
    Receipt,
    Reopening,
    Reply,
    SignedItem,
    SignOff,
)
from review_tui.domain.quotes import Quote, SourceQuote


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
    fields: Fields = {"act": read_name("act", word), "id": read_act_id("id", act.id)}
    fields |= {"by": {"name": act.by.name, "email": act.by.email}, "at": written_time(act.at)}
    for own in _own_fields(word):
        value = getattr(act, own.attribute)
        if own.is_required or value != own.absent:
            fields[own.key] = own.write(value)
    for key, value in act.extra:
        _add_extra(fields, key, value)
    return fields


def from_fields(fields: Mapping[str, object]) -> Act:
    """The act that ``fields`` keep. Raises ``ActError`` for the first key that makes no sense."""
    word = _required(fields, "act", read_name)
    values: dict[str, Any] = {
        "id": _required(fields, "id", read_act_id),
        "by": _required(fields, "by", read_reviewer),
        "at": _required(fields, "at", read_time),
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
    for key in sorted(own & PARTS.keys()):
        parts = fields.get(key)
        rest = {k: v for k, v in parts.items() if k not in PARTS[key]} if isinstance(parts, Mapping) else {}
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


@dataclass(frozen=True, slots=True)
class _Own:
    """One field that some kind of act has of its own."""

    key: str
    attribute: str
    read: Callable[[str, object], object] = read_words
    is_required: bool = True
    absent: object = None
    """What the attribute is when the file does not have the key."""

    def write(self, value: Any) -> object:
        """``value`` as plain fields, checked as it will be on the way back."""
        if isinstance(value, Quote):
            return written_quote(value)
        plain = [_written(each) for each in value] if isinstance(value, tuple) else value
        self.read(self.key, plain)
        return plain


def _written(value: object) -> object:
    """One value of a list as plain fields."""
    if isinstance(value, SourceQuote):
        return written_source(value)
    return written_signed(value) if isinstance(value, SignedItem) else value


@dataclass(frozen=True, slots=True)
class _Form:
    """How one kind of act is kept."""

    made: Callable[..., Act]
    own: tuple[_Own, ...] = ()


def _plain(key: str, read: Callable[[str, object], object] = read_words) -> _Own:
    return _Own(key, key, read)


def _ids(key: str) -> _Own:
    """A list of ids that is left out when there are none."""
    return _Own(key, key, read_act_ids, is_required=False, absent=())


_FORMS: dict[str, _Form] = {
    "flag": _Form(
        Flag,
        (
            _plain("kind", read_name),
            _plain("comment"),
            _Own("suggest", "suggest", is_required=False),
            _Own("passage", "quote", read_quote),
        ),
    ),
    "reply": _Form(
        Reply,
        (
            _plain("to", read_act_id),
            _plain("comment"),
            _Own("passage", "quote", read_quote, is_required=False),
            _ids("replaces"),
        ),
    ),
    "disposition": _Form(
        Disposition,
        (_plain("of", read_act_id), _plain("outcome", read_name), _plain("reason"), _ids("after")),
    ),
    "approval": _Form(Approval, (_plain("text", read_digest), _ids("lifts"))),
    "receipt": _Form(Receipt, (_plain("text", read_digest),)),
    "objection": _Form(Objection, (_plain("text", read_digest), _plain("comment"))),
    "dismissal": _Form(
        Dismissal,
        (
            _plain("finding", read_fingerprint),
            _plain("check", read_name),
            _plain("message"),
            _plain("reason"),
        ),
    ),
    "evidence": _Form(
        Evidence,
        (
            _Own("passage", "quote", read_quote),
            _plain("sources", read_sources),
            _ids("replaces"),
        ),
    ),
    "sign-off": _Form(
        SignOff,
        (
            _Own("items", "items", read_signed, is_required=False, absent=()),
            _Own("dissent", "dissent", is_required=False, absent=""),
            _Own("statement", "statement", is_required=False, absent=""),
        ),
    ),
    "reopening": _Form(Reopening, (_plain("of", read_act_id), _plain("reason"))),
    "correction": _Form(
        Correction,
        (
            _plain("item", read_name),
            _Own("passage", "quote", read_quote),
            _plain("wording"),
            _plain("reason"),
            _plain("meeting"),
        ),
    ),
}


def _own_fields(word: str) -> tuple[_Own, ...]:
    form = _FORMS.get(word)
    return form.own if form else ()
