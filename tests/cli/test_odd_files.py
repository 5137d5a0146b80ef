"""Files that somebody names to a command: whatever they are, there is a sentence, and it says which file."""

import json
import os
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from review_tui.composition import run
from tests.cli.conftest import Command

KINDS = {
    "missing": "is not there",
    "folder": "is a folder",
    "pipe": "is a pipe or a device",
    "loop": "a link that leads round in a circle",
    "below-a-file": "part of the way to it is a file",
    "long": "its name is too long",
}
BYTES = {
    "binary": (bytes(range(256)) * 40, "no plain text"),
    "latin": (b"One.\nCaf\xe9\n", "line 2: byte E9 is not UTF-8"),
    "utf-16": ("Résumé\n".encode("utf-16"), "no plain text"),
}
PLAIN = ("amend", "align-units", "check-meeting")
COMMANDS = {
    "amend": ("amend", "5", "--reason", "New.", "--file", "{}"),
    "align-units": ("align", "--units", "{}"),
    "align-draft": ("align", "--draft", "{}", "--notes", "good.md"),
    "align-notes": ("align", "--draft", "good.md", "--notes", "{}"),
    "check-draft": ("check", "--draft", "{}"),
    "check-notes": ("check", "--draft", "good.md", "--notes", "{}"),
    "check-meeting": ("check", "--draft", "good.md", "--meeting", "{}"),
    "check-path": ("check", "{}"),
    "status": ("status", "{}"),
    "show": ("show", "5", "--book", "{}"),
}
NAMES_A_BOOK = {"check-path", "status", "show"}


def made(kind: str) -> str:
    """A path of that kind in the folder we are in."""
    if kind == "folder":
        Path(kind).mkdir()
    elif kind == "pipe":
        os.mkfifo(kind)
    elif kind == "loop":
        Path(kind).symlink_to(kind)
    elif kind == "below-a-file":
        return "good.md/more"
    elif kind == "long":
        return "x" * 300
    elif kind in BYTES:
        Path(kind).write_bytes(BYTES[kind][0])
    return kind


@pytest.fixture
def asked(command: Command) -> Command:
    Path("good.md").write_text("Resolved: that the report be noted.\n", encoding="utf-8")
    return command


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", COMMANDS)
def test_what_is_no_file_is_told_in_a_sentence(asked: Command, name: str, kind: str) -> None:
    path = made(kind)
    code, out, err = asked(*(word.format(path) for word in COMMANDS[name]))
    assert (code in {1, 3}, out) == (True, ""), (code, out, err)
    assert path[:40] in err
    assert "went wrong in the program" not in err
    if name not in NAMES_A_BOOK:
        assert KINDS[kind] in err


@pytest.mark.parametrize("kind", BYTES)
@pytest.mark.parametrize("name", COMMANDS)
def test_what_is_no_plain_text_is_told_or_read_as_well_as_can_be(
    asked: Command, name: str, kind: str
) -> None:
    path = made(kind)
    code, out, err = asked(*(word.format(path) for word in COMMANDS[name]))
    assert "went wrong in the program" not in err
    if name in PLAIN:
        assert (code, out) == (1, "")
        assert path in err
        assert BYTES[kind][1] in err
    else:
        assert code in {0, 1, 3}


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to the superuser")
@pytest.mark.parametrize("name", sorted(COMMANDS.keys() - NAMES_A_BOOK))
def test_a_file_that_is_closed_to_us_is_told(asked: Command, name: str) -> None:
    Path("closed").write_text("x", encoding="utf-8")
    Path("closed").chmod(0)
    code, out, err = asked(*(word.format("closed") for word in COMMANDS[name]))
    assert (code, out) == (1, "")
    assert "closed can't be read: you have no right to read it." in err


GOOD = {
    "units": [{"id": "1", "speaker": "A", "text": "The fence."}],
    "draft": [{"id": "a", "text": "A fence."}],
}


@pytest.mark.parametrize(
    "line",
    [
        '{"units": [{"id": "1", "speaker": null, "text": "x"}], "draft": []}',
        '{"units": [{"id": "1", "text": null}], "draft": []}',
        '{"units": [{"id": null, "text": "x"}], "draft": []}',
        '{"units": [{"id": [], "text": "x"}], "draft": []}',
        '{"units": [], "draft": [{"id": "1", "text": 5}]}',
        '{"units": [], "draft": {"id": "1"}}',
        '{"units": "ab", "draft": []}',
        '{"units": []}',
        "[" * 100_000,
        "9" * 5_000,
        "null",
        "{",
        '"a"',
    ],
)
def test_units_of_wrong_shape_are_told_with_their_line(asked: Command, line: str) -> None:
    Path("units.jsonl").write_text(json.dumps(GOOD) + "\n" + line + "\n", encoding="utf-8")
    code, out, err = asked("align", "--units", "units.jsonl")
    assert code == 1
    assert len(out.splitlines()) == 1
    assert "Line 2 of units.jsonl is not a meeting" in err


odd = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.just("\ud800"),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "text", "speaker", "x"]), inner)
    ),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(("units", "draft", "meeting")), st.lists(odd, max_size=3) | odd))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_no_shape_of_units_ends_otherwise_than_in_an_answer_or_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], row: object
) -> None:
    file = tmp_path / "units.jsonl"
    file.write_text(json.dumps(row) + "\n", encoding="utf-8")
    capsys.readouterr()
    code = run(["align", "--units", str(file)])
    out, err = capsys.readouterr()
    assert (code, bool(out), bool(err)) in {(0, True, False), (1, False, True)}
    assert not err or re.search("Line 1 of .* is not a meeting", err)
