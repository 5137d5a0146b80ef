"""Runs commands on a copy of the sample book, as whoever git says."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from review_tui.composition import run

Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def command(
    sample_book: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    """Runs ``review-tui`` with words, in the folder that holds the sample book."""
    monkeypatch.chdir(sample_book.parent)

    def ran(*words: str) -> tuple[int, str, str]:
        capsys.readouterr()
        try:
            code = run(list(words))
        except SystemExit as stop:
            code = int(stop.code or 0)
        out, err = capsys.readouterr()
        return code, out, err

    return ran


@pytest.fixture
def as_json(command: Command) -> Callable[..., Any]:
    """What a command answers as JSON."""
    return lambda *words: json.loads(command(*words, "--json")[1])


@pytest.fixture
def sit_down(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Let somebody else work from now on: ``Alex Example``, whose address follows from the name."""

    def sits(name: str) -> None:
        email = f"{name.split(maxsplit=1)[0].lower()}@example.org"
        for role in ("AUTHOR", "COMMITTER"):
            monkeypatch.setenv(f"GIT_{role}_NAME", name)
            monkeypatch.setenv(f"GIT_{role}_EMAIL", email)

    return sits
