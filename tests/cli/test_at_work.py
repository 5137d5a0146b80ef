"""A command that takes long says so at a terminal, and leaves nothing of it behind."""

import argparse
import io
from types import SimpleNamespace

import pytest

from review_tui.cli import at_work as module
from review_tui.cli.at_work import at_work
from tests.waiting import LIMIT, wait_until


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def asked(*, json: bool = False) -> argparse.Namespace:
    return argparse.Namespace(json=json)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    shown = Terminal()
    monkeypatch.setattr(module, "sys", SimpleNamespace(stderr=shown))  # pytest sets that of ``sys`` anew
    monkeypatch.setattr(module, "SLOW", 0.0)
    monkeypatch.setenv("COLUMNS", "60")
    return shown


def test_what_is_done_stands_on_one_line_that_goes_away_whatever_happens(terminal: Terminal) -> None:
    def stop() -> None:
        wait_until(lambda: "Reading" in terminal.getvalue(), "nothing is said")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), at_work(asked(), f"Reading \x1b]{'long ' * 30}.docx"):
        stop()
    *lines, last = terminal.getvalue().split("\r\x1b[K")
    assert last == ""
    assert lines[1].endswith(" …   Ctrl+C: stop")
    assert all(len(line) < 60 and line.isprintable() for line in lines)


def test_what_is_short_says_nothing(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SLOW", LIMIT)
    with at_work(asked(), "Reading"):
        pass
    assert terminal.getvalue() == ""


def test_nothing_is_said_to_a_script(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(module, "_tell", fail)
    with at_work(asked(json=True), "Reading"):
        pass
    monkeypatch.setattr(terminal, "isatty", lambda: False)
    with at_work(asked(), "Reading"):
        pass
    assert terminal.getvalue() == ""
