import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from review_tui.domain.act_fields import act_word, from_fields, to_fields
from review_tui.domain.act_values import ActError
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
from review_tui.domain.people import Reviewer
from review_tui.domain.quotes import Quote, SourceQuote

DIGEST = "v1:" + "0123456789abcdef" * 4
DAWN = Reviewer("Dawn Example", "dawn@example.org")
AT = dt.datetime(2022, 3, 20, 10, 15, 2, tzinfo=dt.UTC)

FLAG_FIELDS = {
    "act": "flag",
    "id": "7f3a91c2",
    "by": {"name": "Dawn Example", "email": "dawn@example.org"},
    "at": "2022-03-20T10:15:02Z",
    "kind": "date",
    "comment": "2021 above, 2022 here.",
    "suggest": "2021",
    "passage": {
        "quote": "2022",
        "before": "October, 2020-September, ",
        "after": ", be noted",
        "text": DIGEST,
    },
}
FLAG = Flag(
    id="7f3a91c2",
    by=DAWN,
    at=AT,
    kind="date",
    comment="2021 above, 2022 here.",
    suggest="2021",
    quote=Quote("2022", "October, 2020-September, ", ", be noted", DIGEST),
)

words = st.text()
names = st.text(min_size=1).filter(lambda name: bool(name.strip()))
ids = st.from_regex(r"[0-9A-Za-z_]{6,64}", fullmatch=True)
fingerprints = st.from_regex(r"v1:[0-9a-f]{32}", fullmatch=True)
digests = st.from_regex(r"v1:[0-9a-f]{64}", fullmatch=True)
trees = st.recursive(
    words, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3), max_leaves=6
)
KNOWN = {"act", "id", "by", "at", "kind", "comment", "suggest", "passage", "to", "of", "outcome", "reason"}
KNOWN |= {"text", "lifts", "sources", "replaces", "after", "items", "dissent", "statement"}
KNOWN |= {"item", "wording", "meeting"}
unknown = st.dictionaries(words.filter(lambda key: key not in KNOWN), trees, max_size=3)
every = st.fixed_dictionaries(
    {
        "id": ids,
        "by": st.builds(Reviewer, words, names),
        "at": st.datetimes(timezones=st.just(dt.UTC)),
        "extra": unknown.map(lambda fields: tuple(fields.items())),
    }
)


def acts() -> st.SearchStrategy[Act]:
    quotes = st.builds(Quote, words, words, words, digests)
    some_ids = st.lists(ids, max_size=2).map(tuple)
    beside = st.dictionaries(
        words.filter(lambda key: key not in {"file", "quote", "before", "after", "text"}), trees, max_size=2
    ).map(lambda fields: tuple(fields.items()))
    kinds: list[st.SearchStrategy[Act]] = [
        every.flatmap(
            lambda e: st.builds(
                Flag,
                **_fixed(e),
                quote=quotes,
                kind=names,
                comment=words,
                suggest=st.none() | words,
            )
        ),
        every.flatmap(
            lambda e: st.builds(
                Reply, **_fixed(e), to=ids, comment=words, quote=st.none() | quotes, replaces=some_ids
            )
        ),
        every.flatmap(
            lambda e: st.builds(Disposition, **_fixed(e), of=ids, outcome=names, reason=words, after=some_ids)
        ),
        every.flatmap(lambda e: st.builds(Receipt, **_fixed(e), text=digests)),
        every.flatmap(lambda e: st.builds(Approval, **_fixed(e), text=digests, lifts=some_ids)),
        every.flatmap(lambda e: st.builds(Objection, **_fixed(e), text=digests, comment=words)),
        every.flatmap(
            lambda e: st.builds(
                Dismissal, **_fixed(e), finding=fingerprints, check=names, message=words, reason=words
            )
        ),
        every.flatmap(
            lambda e: st.builds(
                Evidence,
                **_fixed(e),
                quote=quotes,
                sources=st.lists(st.builds(SourceQuote, names, quotes, beside), max_size=3).map(tuple),
                replaces=some_ids,
            )
        ),
        every.flatmap(
            lambda e: st.builds(
                SignOff,
                **_fixed(e),
                items=st.lists(st.builds(SignedItem, names, digests, some_ids), max_size=3).map(tuple),
                dissent=words,
                statement=words,
            )
        ),
        every.flatmap(
            lambda e: st.builds(
                Correction,
                **_fixed(e),
                item=names,
                quote=quotes,
                wording=words,
                reason=words,
                meeting=words,
            )
        ),
        every.flatmap(lambda e: st.builds(Reopening, **_fixed(e), of=ids, reason=words)),
        every.flatmap(lambda e: st.builds(OtherAct, **_fixed(e), act=st.sampled_from(["nod", "a wave"]))),
    ]
    return st.one_of(kinds)


def _fixed(values: dict[str, object]) -> dict[str, st.SearchStrategy[object]]:
    return {key: st.just(value) for key, value in values.items()}


@given(acts())
@settings(deadline=None)
def test_every_act_comes_back_from_its_fields_as_it_was(act: Act) -> None:
    assert from_fields(to_fields(act)) == act


def test_a_flag_has_the_fields_of_the_contract_in_their_order() -> None:
    fields = to_fields(FLAG)
    assert fields == FLAG_FIELDS
    assert list(fields) == list(FLAG_FIELDS)


def test_fields_of_a_flag_are_read() -> None:
    assert from_fields(FLAG_FIELDS) == FLAG


def test_what_is_optional_is_left_out_when_there_is_none() -> None:
    approval = Approval(id="7f3a91c2", by=DAWN, at=AT, text=DIGEST)
    assert list(to_fields(approval)) == ["act", "id", "by", "at", "text"]
    fields = {key: value for key, value in FLAG_FIELDS.items() if key != "suggest"}
    flag = from_fields(fields)
    assert isinstance(flag, Flag)
    assert flag.suggest is None


def test_a_suggestion_to_leave_words_out_is_not_the_same_as_none() -> None:
    flag = from_fields({**FLAG_FIELDS, "suggest": ""})
    assert isinstance(flag, Flag)
    assert flag.suggest == ""
    assert to_fields(flag)["suggest"] == ""


def test_keys_that_are_not_known_are_kept_wherever_they_stand_and_written_back() -> None:
    fields = {
        **FLAG_FIELDS,
        "by": {"name": "Dawn Example", "email": "dawn@example.org", "role": "Chair"},
        "seen": ["notes", {"page": "3"}],
    }
    act = from_fields(fields)
    assert act.extra == (("by", {"role": "Chair"}), ("seen", ["notes", {"page": "3"}]))
    assert to_fields(act) == fields


def test_an_act_that_is_not_known_keeps_all_its_fields() -> None:
    fields = {**FLAG_FIELDS, "act": "nod"}
    act = from_fields(fields)
    assert isinstance(act, OtherAct)
    assert act_word(act) == "nod"
    assert dict(act.extra).keys() == {"kind", "comment", "suggest", "passage"}
    assert to_fields(act) == fields


def test_a_time_in_another_zone_is_the_same_moment_in_utc() -> None:
    act = from_fields({**FLAG_FIELDS, "at": "2022-03-20T12:15:02+02:00"})
    assert act.at == AT
    assert to_fields(act)["at"] == "2022-03-20T10:15:02Z"


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("act", "", "`act` is empty"),
        ("act", ["flag"], "`act` should be words"),
        ("id", "../../etc", "`id` should be"),
        ("id", "7f3a", "`id` should be"),
        ("id", "7f3a91c2\n", "`id` should be"),
        ("id", "a" * 65, "`id` should be"),
        ("id", 12345678, "`id` should be words"),
        ("at", "2022-03-20T10:15:02", "`at` does not say in which time zone"),
        ("at", "yesterday", "`at` should be a date and time"),
        ("at", "0001-01-01T00:00:00+14:00", "`at` should be a date and time"),
        ("by", "Dawn", "`by` should say `name`, `email`"),
        ("by", {"name": "Dawn"}, "`email` is missing in `by`"),
        ("by", {"name": "Dawn", "email": " "}, "`by: email` is empty"),
        ("kind", "", "`kind` is empty"),
        ("comment", {"a": "b"}, "`comment` should be words"),
        ("suggest", ["2021"], "`suggest` should be words"),
        ("passage", {"quote": "2022"}, "`before` is missing in `passage`"),
        (
            "passage",
            {"quote": "", "before": "", "after": "", "text": "v1:12"},
            "`passage: text` should be a digest",
        ),
        (
            "passage",
            {"quote": "", "before": "", "after": "", "text": f"{DIGEST}0"},
            "`passage: text` should be a digest",
        ),
        (
            "passage",
            {"quote": [], "before": "", "after": "", "text": DIGEST},
            "`passage: quote` should be words",
        ),
    ],
)
def test_a_field_that_makes_no_sense_is_named(key: str, value: object, said: str) -> None:
    with pytest.raises(ActError, match=said):
        from_fields({**FLAG_FIELDS, key: value})


@pytest.mark.parametrize("key", ["act", "id", "by", "at", "kind", "comment", "passage"])
def test_a_field_that_is_missing_is_named(key: str) -> None:
    with pytest.raises(ActError, match=f"`{key}` is missing"):
        from_fields({k: v for k, v in FLAG_FIELDS.items() if k != key})


@pytest.mark.parametrize("lifts", ["7f3a91c2", ["../x"], {"a": "b"}])
def test_lifted_objections_are_a_list_of_ids(lifts: object) -> None:
    common = {key: FLAG_FIELDS[key] for key in ("id", "by", "at")}
    with pytest.raises(ActError, match="`lifts` should be"):
        from_fields({"act": "approval", **common, "text": DIGEST, "lifts": lifts})


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ("all", "`items` should be a list"),
        (["05"], "`items` should say `item` and `text`"),
        ([{"item": "05", "text": "x"}], "`items: text` should be a digest"),
        ([{"item": "05", "text": DIGEST, "approvals": ["../x"]}], "`items: approvals` should be"),
    ],
)
def test_signed_items_that_make_no_sense_are_named(items: object, said: str) -> None:
    common = {key: FLAG_FIELDS[key] for key in ("id", "by", "at")}
    with pytest.raises(ActError, match=said):
        from_fields({"act": "sign-off", **common, "items": items})


def test_what_a_later_version_says_of_a_signed_item_is_kept() -> None:
    common = {key: FLAG_FIELDS[key] for key in ("id", "by", "at")}
    item = {"item": "05", "text": DIGEST, "approvals": ["7f3a91c2"], "vote": "7 to 2"}
    fields = {"act": "sign-off", **common, "items": [item]}
    act = from_fields(fields)
    assert isinstance(act, SignOff)
    assert act.of_item("05") == SignedItem("05", DIGEST, ("7f3a91c2",), (("vote", "7 to 2"),))
    assert act.of_item("06") is None
    assert to_fields(act) == fields


def test_a_sign_off_of_an_earlier_version_is_read_without_its_items() -> None:
    common = {key: FLAG_FIELDS[key] for key in ("id", "by", "at")}
    assert from_fields({"act": "sign-off", **common}) == SignOff(id="7f3a91c2", by=DAWN, at=AT)


@pytest.mark.parametrize(
    "act",
    [
        SignOff(id="../evil", by=DAWN, at=AT),
        SignOff(id="7f3a91c2", by=DAWN, at=AT.replace(tzinfo=None)),
        SignOff(id="7f3a91c2", by=DAWN, at=AT, extra=(("id", "another1"),)),
        SignOff(id="7f3a91c2", by=DAWN, at=AT, extra=(("by", {"name": "Somebody else"}),)),
        Approval(id="7f3a91c2", by=DAWN, at=AT, text="not a digest"),
        Reply(id="7f3a91c2", by=DAWN, at=AT, to="no/path", comment=""),
        OtherAct(id="7f3a91c2", by=DAWN, at=AT, act="flag"),
    ],
)
def test_an_act_that_could_not_be_read_again_is_not_written(act: Act) -> None:
    with pytest.raises(ActError):
        to_fields(act)
