import datetime as dt

import pytest
from hypothesis import given, settings

from review_tui.model.act_codec import decode_act, encode_act
from review_tui.model.act_registry import word_of
from review_tui.model.acts import (
    Act,
    Approval,
    Flag,
    OpenFinding,
    OtherAct,
    Reply,
    SignedItem,
    SignOff,
)
from review_tui.model.field_codecs import ActFieldError
from review_tui.model.people import Reviewer
from review_tui.model.quotes import Quote
from tests.model.act_examples import acts

DIGEST = "v1:" + "0123456789abcdef" * 4
FINGERPRINT = "v1:" + "0123456789abcdef" * 2
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


@given(acts())
@settings(deadline=None)
def test_every_act_comes_back_from_its_fields_as_it_was(act: Act) -> None:
    assert decode_act(encode_act(act)) == act


def test_a_flag_has_the_fields_of_the_contract_in_their_order() -> None:
    fields = encode_act(FLAG)
    assert fields == FLAG_FIELDS
    assert list(fields) == list(FLAG_FIELDS)


def test_fields_of_a_flag_are_read() -> None:
    assert decode_act(FLAG_FIELDS) == FLAG


def test_what_is_optional_is_left_out_when_there_is_none() -> None:
    approval = Approval(id="7f3a91c2", by=DAWN, at=AT, text_digest=DIGEST)
    assert list(encode_act(approval)) == ["act", "id", "by", "at", "text"]
    fields = {key: value for key, value in FLAG_FIELDS.items() if key != "suggest"}
    flag = decode_act(fields)
    assert isinstance(flag, Flag)
    assert flag.suggest is None


def test_a_suggestion_to_leave_words_out_is_not_the_same_as_none() -> None:
    flag = decode_act({**FLAG_FIELDS, "suggest": ""})
    assert isinstance(flag, Flag)
    assert flag.suggest == ""
    assert encode_act(flag)["suggest"] == ""


def test_keys_that_are_not_known_are_kept_wherever_they_stand_and_written_back() -> None:
    fields = {
        **FLAG_FIELDS,
        "by": {"name": "Dawn Example", "email": "dawn@example.org", "role": "Chair"},
        "seen": ["notes", {"page": "3"}],
    }
    act = decode_act(fields)
    assert act.extra == (("by", {"role": "Chair"}), ("seen", ["notes", {"page": "3"}]))
    assert encode_act(act) == fields


def test_an_act_that_is_not_known_keeps_all_its_fields() -> None:
    fields = {**FLAG_FIELDS, "act": "nod"}
    act = decode_act(fields)
    assert isinstance(act, OtherAct)
    assert word_of(act) == "nod"
    assert dict(act.extra).keys() == {"kind", "comment", "suggest", "passage"}
    assert encode_act(act) == fields


def test_a_time_in_another_zone_is_the_same_moment_in_utc() -> None:
    act = decode_act({**FLAG_FIELDS, "at": "2022-03-20T12:15:02+02:00"})
    assert act.at == AT
    assert encode_act(act)["at"] == "2022-03-20T10:15:02Z"


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
    with pytest.raises(ActFieldError, match=said):
        decode_act({**FLAG_FIELDS, key: value})


@pytest.mark.parametrize("key", ["act", "id", "by", "at", "kind", "comment", "passage"])
def test_a_field_that_is_missing_is_named(key: str) -> None:
    with pytest.raises(ActFieldError, match=f"`{key}` is missing"):
        decode_act({k: v for k, v in FLAG_FIELDS.items() if k != key})


@pytest.mark.parametrize("lifts", ["7f3a91c2", ["../x"], {"a": "b"}])
def test_lifted_objections_are_a_list_of_ids(lifts: object) -> None:
    common = {key: FLAG_FIELDS[key] for key in ("id", "by", "at")}
    with pytest.raises(ActFieldError, match="`lifts` should be"):
        decode_act({"act": "approval", **common, "text": DIGEST, "lifts": lifts})


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
    with pytest.raises(ActFieldError, match=said):
        decode_act({"act": "sign-off", **common, "items": items})


def test_what_a_later_version_says_of_a_signed_item_is_kept() -> None:
    common = {key: FLAG_FIELDS[key] for key in ("id", "by", "at")}
    item = {"item": "05", "text": DIGEST, "approvals": ["7f3a91c2"], "vote": "7 to 2"}
    fields = {"act": "sign-off", **common, "items": [item]}
    act = decode_act(fields)
    assert isinstance(act, SignOff)
    assert act.of_item("05") == SignedItem("05", DIGEST, ("7f3a91c2",), (("vote", "7 to 2"),))
    assert act.of_item("06") is None
    assert encode_act(act) == fields


def test_a_sign_off_keeps_what_was_open_and_told_and_what_the_file_says_beside() -> None:
    common = {key: FLAG_FIELDS[key] for key in ("id", "by", "at")}
    told = {"item": "05", "finding": FINGERPRINT, "check": "period", "severity": "error", "message": "No."}
    fields = {"act": "sign-off", **common, "findings": [{**told, "seen": "twice"}]}
    act = decode_act(fields)
    assert isinstance(act, SignOff)
    assert act.findings == (OpenFinding("05", FINGERPRINT, "period", "error", "No.", (("seen", "twice"),)),)
    assert encode_act(act) == fields


@pytest.mark.parametrize(
    ("findings", "said"),
    [("one", "a list"), (["one"], "of every finding"), ([{"item": "05"}], "of every finding")],
)
def test_open_findings_that_make_no_sense_are_refused(findings: object, said: str) -> None:
    common = {key: FLAG_FIELDS[key] for key in ("id", "by", "at")}
    with pytest.raises(ActFieldError, match=said):
        decode_act({"act": "sign-off", **common, "findings": findings})


def test_a_sign_off_of_an_earlier_version_is_read_without_its_items() -> None:
    common = {key: FLAG_FIELDS[key] for key in ("id", "by", "at")}
    assert decode_act({"act": "sign-off", **common}) == SignOff(id="7f3a91c2", by=DAWN, at=AT)


@pytest.mark.parametrize(
    "act",
    [
        SignOff(id="../evil", by=DAWN, at=AT),
        SignOff(id="7f3a91c2", by=DAWN, at=AT.replace(tzinfo=None)),
        SignOff(id="7f3a91c2", by=DAWN, at=AT, extra=(("id", "another1"),)),
        SignOff(id="7f3a91c2", by=DAWN, at=AT, extra=(("by", {"name": "Somebody else"}),)),
        Approval(id="7f3a91c2", by=DAWN, at=AT, text_digest="not a digest"),
        Reply(id="7f3a91c2", by=DAWN, at=AT, to="no/path", comment=""),
        OtherAct(id="7f3a91c2", by=DAWN, at=AT, act="flag"),
    ],
)
def test_an_act_that_could_not_be_read_again_is_not_written(act: Act) -> None:
    with pytest.raises(ActFieldError):
        encode_act(act)
