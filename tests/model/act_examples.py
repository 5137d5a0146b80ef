"""Acts of every kind, made by the registry: whatever their fields may hold."""

import dataclasses
import datetime as dt
from typing import Any

from hypothesis import strategies as st

from review_tui.model import field_codecs
from review_tui.model.act_registry import KINDS, ActField, ActKind
from review_tui.model.acts import Act, OpenFinding, OtherAct, SignedItem
from review_tui.model.field_codecs import FieldCodec
from review_tui.model.people import Reviewer
from review_tui.model.quotes import Quote, SourceQuote

words = st.text()
QUOTE_FIELDS = {each.name for each in dataclasses.fields(Quote)}
names = st.text(min_size=1).filter(lambda name: bool(name.strip()))
ids = st.from_regex(r"[0-9A-Za-z_]{6,64}", fullmatch=True)
fingerprints = st.from_regex(r"v1:[0-9a-f]{32}", fullmatch=True)
digests = st.from_regex(r"v1:[0-9a-f]{64}", fullmatch=True)
quotes = st.builds(Quote, words, words, words, digests)
trees = st.recursive(
    words, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3), max_leaves=6
)


def _extras(known: set[str], most: int = 3) -> st.SearchStrategy[tuple[tuple[str, object], ...]]:
    """Fields that this version does not know: none of those ``known``."""
    fields = st.dictionaries(words.filter(lambda key: key not in known), trees, max_size=most)
    return fields.map(lambda found: tuple(found.items()))


def _some(values: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(values, max_size=3).map(tuple)


VALUES: dict[FieldCodec, st.SearchStrategy[Any]] = {
    field_codecs.WORDS: words,
    field_codecs.NAME: names,
    field_codecs.ACT_ID: ids,
    field_codecs.ACT_IDS: _some(ids),
    field_codecs.DIGEST: digests,
    field_codecs.FINGERPRINT: fingerprints,
    field_codecs.QUOTE: quotes,
    field_codecs.SOURCES: _some(
        st.builds(
            SourceQuote,
            names,
            quotes,
            _extras({"file", *(each.name for each in dataclasses.fields(Quote))}, 2),
        )
    ),
    field_codecs.SIGNED_ITEMS: _some(st.builds(SignedItem, names, digests, _some(ids))),
    field_codecs.OPEN_FINDINGS: _some(st.builds(OpenFinding, names, fingerprints, names, names, words)),
}
"""What a field with each codec may hold."""
_STANDARD = {"act", "id", "by", "at"}
_KEYS = _STANDARD | {field.key for kind in KINDS for field in kind.fields}


def _value(field: ActField) -> st.SearchStrategy[Any]:
    value = VALUES[field.codec]
    return value if field.is_required else st.just(field.absent) | value


def _standard() -> dict[str, st.SearchStrategy[Any]]:
    return {
        "id": ids,
        "by": st.builds(Reviewer, words, names),
        "at": st.datetimes(timezones=st.just(dt.UTC)),
        "extra": _extras(_KEYS),
    }


def acts_of(kind: ActKind) -> st.SearchStrategy[Act]:
    """Acts of one kind."""
    own = {field.name: _value(field) for field in kind.fields}
    return st.builds(kind.made, **_standard(), **own)


def acts() -> st.SearchStrategy[Act]:
    """Acts of every kind, and of kinds that this version does not know."""
    others = st.builds(OtherAct, **_standard(), act=st.sampled_from(["nod", "a wave"]))
    return st.one_of(*map(acts_of, KINDS), others)


DIGEST = "v1:" + "0123456789abcdef" * 4
FINGERPRINT = "v1:" + "0123456789abcdef" * 2
QUOTE = Quote("They", "", " met.", DIGEST)
_EXAMPLES: dict[FieldCodec, Any] = {
    field_codecs.WORDS: "some words",
    field_codecs.NAME: "a name",
    field_codecs.ACT_ID: "f1a60001",
    field_codecs.ACT_IDS: ("f1a60001",),
    field_codecs.DIGEST: DIGEST,
    field_codecs.FINGERPRINT: FINGERPRINT,
    field_codecs.QUOTE: QUOTE,
    field_codecs.SOURCES: (SourceQuote("notes/a.md", QUOTE),),
    field_codecs.SIGNED_ITEMS: (SignedItem("01", DIGEST, ("f1a60001",)),),
    field_codecs.OPEN_FINDINGS: (OpenFinding("01", FINGERPRINT, "period", "warning", "Odd."),),
}


def example(kind: ActKind, act_id: str, by: Reviewer, at: dt.datetime, **values: Any) -> Act:
    """One plain act of a kind; ``values`` instead of those that it would have."""
    own = {field.name: _EXAMPLES[field.codec] for field in kind.fields}
    return kind.made(**{"id": act_id, "by": by, "at": at, **own, **values})


def class_fields(made: type[Act]) -> set[str]:
    """The fields that a class of acts has of its own."""
    return {field.name for field in dataclasses.fields(made)} - {
        each.name for each in dataclasses.fields(Act)
    }
