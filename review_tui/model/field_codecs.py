"""The values that the fields of acts hold: a codec for each sort of value, checked on the way in and out.

A codec is given the key, for the sentence that says what is wrong, and a plain value: words, a list of plain
values or a mapping from words to plain values.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import Any

from review_tui.model.acts import OpenFinding, SignedItem
from review_tui.model.frozen import frozen
from review_tui.model.people import Reviewer
from review_tui.model.quotes import Quote, SourceQuote

Fields = dict[str, object]


class ActFieldError(ValueError):
    """Fields that are not an act, or an act that can't be kept: a sentence that names the key."""

    key = ""
    """The key of the act's own that makes no sense, where it is one that is there."""


def read_words(key: str, value: object) -> str:
    """Words as they are."""
    if not isinstance(value, str):
        raise ActFieldError(f"`{key}` should be words.")
    return value


def read_name(key: str, value: object) -> str:
    """Words that say something."""
    words = read_words(key, value)
    if not words.strip():
        raise ActFieldError(f"`{key}` is empty.")
    return words


# Ids become part of file names and of commit messages, so nothing else is let through.
_ID = re.compile(r"[0-9A-Za-z_]{6,64}")
_FINGERPRINT = re.compile(r"v1:[0-9a-f]{32}")
_DIGEST = re.compile(r"v1:[0-9a-f]{64}")


def read_act_id(key: str, value: object) -> str:
    """The id of an act."""
    words = read_words(key, value)
    if not _ID.fullmatch(words):
        raise ActFieldError(f"`{key}` should be 6 to 64 letters and digits, such as 7f3a91c2.")
    return words


def read_act_ids(key: str, value: object) -> tuple[str, ...]:
    """Ids of acts; an empty value is none."""
    if value == "":
        return ()
    if not isinstance(value, (list, tuple)):
        raise ActFieldError(f"`{key}` should be a list of ids.")
    return tuple(read_act_id(key, each) for each in value)


def read_digest(key: str, value: object) -> str:
    """The digest of a text."""
    words = read_words(key, value)
    if not _DIGEST.fullmatch(words):
        raise ActFieldError(f"`{key}` should be a digest: v1: and 64 digits from 0 to 9 and a to f.")
    return words


def read_fingerprint(key: str, value: object) -> str:
    """The fingerprint of a finding."""
    words = read_words(key, value)
    if not _FINGERPRINT.fullmatch(words):
        raise ActFieldError(f"`{key}` should be the fingerprint of a finding: v1: and 32 digits from 0 to f.")
    return words


def read_time(key: str, value: object) -> dt.datetime:
    """A time in UTC."""
    words = read_words(key, value)
    try:
        at = dt.datetime.fromisoformat(words)
        return _in_utc(key, at)
    except (ValueError, OverflowError) as error:
        if isinstance(error, ActFieldError):
            raise
        raise ActFieldError(
            f"`{key}` should be a date and time in UTC, such as 2022-03-20T10:15:02Z."
        ) from error


def _in_utc(key: str, at: dt.datetime) -> dt.datetime:
    if at.utcoffset() is None:
        raise ActFieldError(f"`{key}` does not say in which time zone it is. End it with Z for UTC.")
    return at.astimezone(dt.UTC)


def write_time(at: dt.datetime) -> str:
    """``at`` to the second, or as finely as it is known."""
    return _in_utc("at", at).replace(tzinfo=None).isoformat() + "Z"


PARTS: dict[str, tuple[str, ...]] = {
    "by": ("name", "email"),
    "passage": ("quote", "before", "after", "text"),
    "sources": ("file", "quote", "before", "after", "text"),
}


def _read_parts(key: str, value: object) -> dict[str, str]:
    """The parts of a mapping that we know, each of them words."""
    if not isinstance(value, Mapping):
        raise ActFieldError(f"`{key}` should say {', '.join(f'`{part}`' for part in PARTS[key])}.")
    for part in PARTS[key]:
        if part not in value:
            raise ActFieldError(f"`{part}` is missing in `{key}`.")
    return {part: read_words(f"{key}: {part}", value[part]) for part in PARTS[key]}


def read_reviewer(key: str, value: object) -> Reviewer:
    """A reviewer."""
    parts = _read_parts(key, value)
    return Reviewer(name=parts["name"], email=read_name(f"{key}: email", parts["email"]))


def read_quote(key: str, value: object) -> Quote:
    """Words of the minutes."""
    parts = _read_parts(key, value)
    read_digest(f"{key}: text", parts["text"])
    return Quote(**parts)


def write_quote(quote: Quote) -> Fields:
    """The fields that keep ``quote``."""
    fields = {part: getattr(quote, part) for part in PARTS["passage"]}
    read_digest("passage: text", fields["text"])
    return fields


def read_sources(key: str, value: object) -> tuple[SourceQuote, ...]:
    """Words of the notes; an empty value is none."""
    if value == "":
        return ()
    if not isinstance(value, (list, tuple)):
        raise ActFieldError(f"`{key}` should be a list of words in the notes.")
    found = []
    for each in value:
        parts = _read_parts(key, each)
        read_digest(f"{key}: text", parts["text"])
        file = read_name(f"{key}: file", parts.pop("file"))
        rest = tuple((k, v) for k, v in dict(each).items() if k not in PARTS[key])
        found.append(SourceQuote(file, Quote(**parts), rest))
    return tuple(found)


def write_source(source: SourceQuote) -> Fields:
    """The fields that keep ``source``."""
    return {"file": source.file, **write_quote(source.quote), **dict(source.extra)}


_FINDING_PARTS = ("item", "finding", "check", "severity", "message")


def read_open_findings(key: str, value: object) -> tuple[OpenFinding, ...]:
    """The findings that were open; an empty value is none."""
    if value == "":
        return ()
    if not isinstance(value, (list, tuple)):
        raise ActFieldError(f"`{key}` should be a list of the findings that were open.")
    found = []
    for each in value:
        if not isinstance(each, Mapping) or not all(part in each for part in _FINDING_PARTS):
            raise ActFieldError(
                f"`{key}` should say {', '.join(f'`{part}`' for part in _FINDING_PARTS)} of every finding."
            )
        item, check, severity = (
            read_name(f"{key}: {part}", each[part]) for part in ("item", "check", "severity")
        )
        finding = read_fingerprint(f"{key}: finding", each["finding"])
        rest = tuple((k, v) for k, v in each.items() if k not in _FINDING_PARTS)
        message = read_words(f"{key}: message", each["message"])
        found.append(OpenFinding(item, finding, check, severity, message, rest))
    return tuple(found)


def write_open_finding(finding: OpenFinding) -> Fields:
    """The fields that keep ``finding``."""
    return {**{part: getattr(finding, part) for part in _FINDING_PARTS}, **dict(finding.extra)}


_SIGNED_PARTS = ("item", "text", "approvals")


def read_signed_items(key: str, value: object) -> tuple[SignedItem, ...]:
    """The items that were signed; an empty value is none."""
    if value == "":
        return ()
    if not isinstance(value, (list, tuple)):
        raise ActFieldError(f"`{key}` should be a list of the items that were signed.")
    found = []
    for each in value:
        if not isinstance(each, Mapping) or "item" not in each or "text" not in each:
            raise ActFieldError(f"`{key}` should say `item` and `text` of every item.")
        rest = tuple((k, v) for k, v in each.items() if k not in _SIGNED_PARTS)
        item, text = read_name(f"{key}: item", each["item"]), read_digest(f"{key}: text", each["text"])
        approvals = read_act_ids(f"{key}: approvals", each.get("approvals", ""))
        found.append(SignedItem(item, text, approvals, rest))
    return tuple(found)


def write_signed_item(signed: SignedItem) -> Fields:
    """The fields that keep ``signed``."""
    return {
        "item": signed.item,
        "text": signed.text_digest,
        "approvals": list(signed.approvals),
        **dict(signed.extra),
    }


@frozen
class FieldCodec:
    """How one sort of value is kept in a file."""

    read: Callable[[str, object], object]
    """The value that a plain one stands for. Raises ``ActFieldError``, which names the key."""
    plain: Callable[[Any], object] = lambda value: value
    """A value as plain fields."""

    def write(self, key: str, value: Any) -> object:
        """``value`` as plain fields, read again first: what could not be read is never written."""
        plain = self.plain(value)
        self.read(key, plain)
        return plain


WORDS = FieldCodec(read_words)
NAME = FieldCodec(read_name)
ACT_ID = FieldCodec(read_act_id)
ACT_IDS = FieldCodec(read_act_ids, list)
DIGEST = FieldCodec(read_digest)
FINGERPRINT = FieldCodec(read_fingerprint)
QUOTE = FieldCodec(read_quote, write_quote)
SOURCES = FieldCodec(read_sources, lambda sources: [write_source(each) for each in sources])
SIGNED_ITEMS = FieldCodec(read_signed_items, lambda items: [write_signed_item(each) for each in items])
OPEN_FINDINGS = FieldCodec(read_open_findings, lambda found: [write_open_finding(each) for each in found])
