import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from review_tui.adapters.book.yaml_reader import read_yaml
from review_tui.adapters.book.yaml_writer import write_yaml
from review_tui.model.act_codec import decode_act, encode_act
from review_tui.model.acts import Flag
from review_tui.model.errors import Refusal
from review_tui.model.people import Reviewer
from review_tui.model.quotes import Quote
from review_tui.model.visible import is_plain

DIGEST = "v1:" + "0123456789abcdef" * 4
TRICKY = [
    "yes",
    "No",
    "on",
    "OFF",
    "y",
    "n",
    "true",
    "Null",
    "~",
    "",
    " ",
    "12e4567",
    "0012345",
    "7f3a91c2",
    "1_000",
    "0x1F",
    "0o17",
    "190:20:30",
    "14:00",
    "2022-03-16",
    "2022-03-20T10:15:02Z",
    ".inf",
    "-.INF",
    ".nan",
    "=",
    "<<",
    "- a",
    "? a",
    "a: b",
    "a:",
    "a #b",
    "# a",
    "&a",
    "*a",
    "!a",
    "%a",
    "@a",
    "`a",
    "[a]",
    "{a}",
    "'a'",
    '"a"',
    "|",
    ">",
    "---",
    "...",
    "a\\b",
    "one\ntwo",
    "one\ntwo\n",
    "one\n\n\ntwo\n\n",
    "\none",
    " one\ntwo",
    "one \ntwo",
    "one\n two",
    "one\n---\n...\n# two",
    "one\r\ntwo",
    "one\ttwo",
    "one\n\ttwo",
    "caf\u00e9 \u4e2d\u6587 \U0001f600",
    "\ufeffone",
    "one\u2028two\u2029three\u0085four",
    "\u202eone",
    "\x00\x1b]0;x\x07\x7f\x9b",
    "x" * 5000,
    "word " * 900 + "end",
]

words = st.one_of(
    st.text(max_size=40),
    st.sampled_from(TRICKY),
    st.text(alphabet="ab \n\t:#-'\"|>\u202e\u00e9", max_size=20),
)
# Keys that are the same once composed can't both stand in one mapping, so keys here are ASCII.
keys = st.text(st.characters(codec="ascii"), max_size=200) | st.sampled_from(
    [t for t in TRICKY if t.isascii()]
)
mappings = st.dictionaries(
    keys,
    st.recursive(
        words,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
        max_leaves=8,
    ),
    max_size=4,
)


@given(mappings)
@settings(deadline=None)
def test_what_is_written_is_read_back_the_same(fields: dict[str, object]) -> None:
    assert read_yaml(write_yaml(fields)).fields == fields


@given(st.dictionaries(st.sampled_from(["a", "yes", "12"]), st.lists(words, max_size=3) | words))
@settings(deadline=None, max_examples=50)
def test_nothing_unseen_stands_in_a_file(fields: dict[str, object]) -> None:
    assert is_plain(write_yaml(fields).decode().replace("\n", ""))


@pytest.mark.parametrize("version", ["1.1", "1.2"])
@pytest.mark.parametrize("text", TRICKY)
def test_every_reader_of_yaml_gets_words_back(text: str, version: str) -> None:
    reader = YAML(typ="safe", pure=True)
    reader.version = version
    fields = {"value": text, "list": [text, {"inner": text}]}
    if "\n" not in text and len(text) < 100:
        fields[text] = "key"
    assert reader.load(write_yaml(fields).decode()) == fields


@pytest.mark.parametrize(
    "text", ["one \ntwo", " one\ntwo", "one\n\ttwo", "one\r\ntwo", "one\ntwo\n\n", "\none"]
)
def test_lines_that_an_editor_may_trim_are_quoted(text: str) -> None:
    assert write_yaml({"comment": text}).startswith(b'comment: "')


def test_a_key_that_grows_when_escaped_is_still_a_key() -> None:
    fields: dict[str, object] = {"\U000e0001" * 120: "value"}
    assert read_yaml(write_yaml(fields)).fields == fields


def test_an_act_reads_well_and_stands_in_its_order() -> None:
    flag = Flag(
        id="7f3a91c2",
        by=Reviewer("Zo\u00eb O\u2019Neill", "zoe@example.org"),
        at=dt.datetime(2022, 3, 20, 10, 15, 2, tzinfo=dt.UTC),
        kind="date",
        comment="2021 above.\n\n  See the notes: page 3\nyes",
        suggest="",
        quote=Quote("2022", "October, 2020-September, ", ", be\u202e noted", DIGEST),
        extra=(("seen", ["notes", "0012345"]),),
    )
    raw = write_yaml(encode_act(flag))
    assert raw.decode() == (
        "act: flag\n"
        'id: "7f3a91c2"\n'
        "by:\n"
        "  name: Zo\u00eb O\u2019Neill\n"
        "  email: zoe@example.org\n"
        'at: "2022-03-20T10:15:02Z"\n'
        "kind: date\n"
        "comment: |-\n"
        "  2021 above.\n"
        "\n"
        "    See the notes: page 3\n"
        "  yes\n"
        'suggest: ""\n'
        "passage:\n"
        '  quote: "2022"\n'
        '  before: "October, 2020-September, "\n'
        '  after: ", be\\u202E noted"\n'
        f"  text: {DIGEST}\n"
        "seen:\n"
        "- notes\n"
        '- "0012345"\n'
    )
    assert decode_act(read_yaml(raw).fields) == flag


def test_a_byte_that_is_not_utf8_is_refused_with_a_sentence() -> None:
    with pytest.raises(Refusal, match="hold \u27e8byte E9\u27e9, which"):
        write_yaml({"comment": "Minutes of the caf\udce9"})


def test_a_lone_surrogate_in_a_block_is_refused_as_well() -> None:
    with pytest.raises(Refusal, match="no letter of UTF-8"):
        write_yaml({"comment": "one\ntwo \ud800"})


@pytest.mark.parametrize(
    "value",
    [12, None, "x" * 300_000, {"\u00e9": "", "e\u0301": ""}, ("a", "b")],
    ids=["a number", "nothing", "too much", "twins", "a tuple"],
)
def test_what_would_not_come_back_the_same_is_refused(value: object) -> None:
    with pytest.raises(Refusal, match="can't be kept in a file"):
        write_yaml({"value": value})


def test_what_stands_too_deep_to_be_read_is_refused() -> None:
    deep: object = "x"
    for _ in range(25):
        deep = [deep]
    with pytest.raises(Refusal, match="more than 20 deep"):
        write_yaml({"value": deep})
