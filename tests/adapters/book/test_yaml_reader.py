import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from review_tui.adapters.book.yaml_reader import (
    MAX_BYTES,
    MAX_DEPTH,
    MAX_NODES,
    YamlRefused,
    YamlTree,
    read_yaml,
)


def test_words_stay_the_words_that_are_written() -> None:
    raw = b"a: 12e4567\nb: 0012345\nc: yes\nd: 2022-03-16\ne: 14:00\nf: Null\ng: 0x1F\nh: =\ni: .inf\n"
    assert read_yaml(raw).fields == {
        "a": "12e4567",
        "b": "0012345",
        "c": "yes",
        "d": "2022-03-16",
        "e": "14:00",
        "f": "Null",
        "g": "0x1F",
        "h": "=",
        "i": ".inf",
    }


def test_nothing_is_empty_words_but_quoted_words_are_themselves() -> None:
    assert read_yaml(b"a:\nb: ~\nc: null\nd: 'null'\ne: \"~\"\n").fields == {
        "a": "",
        "b": "",
        "c": "",
        "d": "null",
        "e": "~",
    }


def test_mappings_and_lists_are_built_with_the_lines_they_stand_on() -> None:
    tree = read_yaml(b"# who sat\nbody: Board\nitems:\n  - id: 05-x\n    title: X\n  - id: 06-y\n")
    assert tree.fields == {"body": "Board", "items": [{"id": "05-x", "title": "X"}, {"id": "06-y"}]}
    assert tree.line("body") == 2
    assert tree.line("items", 0, "title") == 5
    assert tree.line("items", 1) == 6
    assert tree.line("items", 1, "title") == 6
    assert tree.line("date") is None


@pytest.mark.parametrize(
    "raw", [b"", b"\n\n", b"# only a comment\n", b"---\n...\n", b"~\n", "\ufeff".encode()]
)
def test_a_file_that_says_nothing_is_empty(raw: bytes) -> None:
    assert read_yaml(raw) == YamlTree()


LAUGHS = b"a: &a [x, x, x, x, x, x, x, x, x]\n" + b"".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n".encode() for n in range(9)
)
MERGES = b"a: &a {x: y}\n" + b"".join(
    f"{chr(98 + n)}: &{chr(98 + n)}\n  <<: [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n".encode()
    for n in range(20)
)
HOSTILE = {
    "a billion laughs": (LAUGHS, "Anchors and aliases", 1),
    "a bomb of merges": (MERGES, "Anchors and aliases", 1),
    "a merge key": (b"a: b\n<<: {c: d}\n", "Merge keys", 2),
    "a thousand brackets": (b"[" * 5000, "more than 20 deep", 1),
    "a thousand braces": (b"{" * 5000, "A key should be words", 1),
    "brackets in a value": (b"x:\n a: " + b"[" * 200_000, "more than 20 deep", 2),
    "a flight of stairs": (b"".join(b" " * n + b"a:\n" for n in range(600)), "more than 20 deep", 21),
    "dashes": (b"- " * 100_000, "more than 20 deep", 1),
    "question marks": (b"? " * 100_000, "A key should be words", 1),
    "too many words": (b"a:\n" + b"- b\n" * MAX_NODES, "more than 20,000 things", None),
    "too many keys": (
        b"".join(b"k%d: v\n" % n for n in range(MAX_NODES // 2)),
        "more than 20,000 things",
        None,
    ),
    "too many bytes": (b"a: " + b"x" * MAX_BYTES, "larger than 256 kB", None),
    "an anchor on a key": (b"&a b: c\n", "Anchors and aliases", 1),
    "an alias as a key": (b"a: b\n*a : c\n", "Anchors and aliases", 2),
    "a tag on words": (b"a: b\nc: !!int 3\n", "Tags", 2),
    "a tag on a mapping": (b"a: !!python/object:os.system {}\n", "Tags", 1),
    "a tag on everything": (b"!x {a: b}\n", "Tags", 1),
    "the tag that is only a sign": (b"a: ! b\n", "Tags", 1),
    "a version": (b"# hello\n%YAML 1.1\n---\na: yes\n", "Directives", 2),
    "a tag's directive": (b"%TAG ! tag:x,2002:\n---\na: b\n", "Directives", 1),
    "two documents": (b"a: b\n---\nc: d\n", "second document", 2),
    "two of a key": (b"a: b\nc: d\na: e\n", "“a” stands here twice", 3),
    "two of a key inside": (b"x:\n  a: b\n  a: e\n", "“a” stands here twice", 3),
    "a key composed and decomposed": ("\u00e9: b\ne\u0301: c\n".encode(), "stands here twice", 2),
    "Latin letters of Windows": (b"a: b\nc: caf\xe9\n", "Byte E9 is not UTF-8", 2),
    "UTF-16": ("a: b".encode("utf-16"), "is not UTF-8", 1),
    "UTF-16 without a mark": ("a: b".encode("utf-16-le"), "can't be made out", None),
    "an escape sequence": (b"a: \x1b]0;x\n", "can't be made out", None),
    "a colon too many": (b"a: b\ntitle: This: that\n", "Put quotes round", 2),
    "a quote left open": (b'a: "b\n', "can't be made out", 2),
    "a tab": (b"a:\n\t- b\n", "can't be made out", 2),
    "a list": (b"- a\n", "lines like “key: value”", 1),
    "a word": (b"\nhello\n", "lines like “key: value”", 2),
    "a list for a key": (b"? [a]\n: b\n", "A key should be words", 1),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_the_book_does_not_need_is_refused_with_its_line(name: str) -> None:
    raw, said, line = HOSTILE[name]
    with pytest.raises(YamlRefused, match=said) as refused:
        read_yaml(raw)
    if line is not None:
        assert refused.value.line == line


def test_the_limits_themselves_are_still_read() -> None:
    assert read_yaml(b"a: " + b"x" * (MAX_BYTES - 3)).fields["a"] == "x" * (MAX_BYTES - 3)
    deep = b"".join(b" " * n + b"a:\n" for n in range(MAX_DEPTH))
    assert read_yaml(deep).line("a", "a", "a") == 3


@given(
    st.binary(max_size=200) | st.text(alphabet="ab:-?[]{}&*!|>'\"%#@`, \n\t<~", max_size=60).map(str.encode)
)
@settings(deadline=None)
def test_whatever_the_bytes_there_is_a_tree_or_a_sentence(raw: bytes) -> None:
    said: YamlTree | str
    try:
        said = read_yaml(raw)
    except YamlRefused as refused:
        said = refused.sentence
    assert isinstance(said, YamlTree) or (said.endswith(".") and "\n" not in said)


def test_ruamel_is_loaded_only_when_yaml_is_read() -> None:
    code = "import sys, review_tui.adapters.book; sys.exit('ruamel.yaml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
