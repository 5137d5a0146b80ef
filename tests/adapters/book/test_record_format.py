"""The plainest acts are read without YAML, and say the same as by YAML."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review_tui.adapters.book.act_files import act_bytes
from review_tui.adapters.book.record_format import RecordFormat, _plain_fields
from review_tui.adapters.book.yaml_reader import YamlRefused, read_yaml
from review_tui.model.acts import Approval, Objection
from review_tui.model.people import Reviewer

AT = dt.datetime(2022, 3, 20, 10, 15, 2, tzinfo=dt.UTC)
TEXT = f"v1:{'0' * 64}"
WORDS = st.text("abzAZ019 .,;:#'\"@-_/&*!|>%{}[]\n\\nullyestrue", max_size=12)


@given(WORDS, WORDS, WORDS, st.sampled_from(["7f3a91c2", "abcdef12", '"abcdef12"', '"12345678"', "12345678"]))
def test_what_is_read_plainly_is_what_yaml_says(name: str, email: str, comment: str, act_id: str) -> None:
    words = (
        f'act: objection\nid: {act_id}\nby:\n  name: {name}\n  email: {email}\nat: "2022-03-20T10:15:02Z"\n'
    )
    raw = f"{words}text: {TEXT}\ncomment: {comment}\n".encode()
    plain = _plain_fields(raw)
    if plain is not None:
        assert plain == read_yaml(raw).fields


@pytest.mark.parametrize("act_id", ["7f3a91c2", "abcdef12", "12345678"])
def test_what_this_program_writes_is_read_plainly(act_id: str) -> None:
    who = Reviewer("Dawn O'Example-Smith", "dawn@example.org")
    for act in (
        Approval(id=act_id, by=who, at=AT, text_digest=TEXT),
        Objection(id=act_id, by=who, at=AT, text_digest=TEXT, comment="Not what was said (twice)."),
    ):
        assert _plain_fields(act_bytes(act)) is not None
        assert RecordFormat().act(act_bytes(act)) == act


def test_what_is_no_yaml_is_no_act() -> None:
    with pytest.raises(YamlRefused):
        read_yaml(b"a: [\n")
    assert RecordFormat().act(b"a: [\n") is None
