"""A world of its own for every test: a home, no git identity, one terminal, one language, one time zone."""

import gc
import itertools
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]
SAMPLE_MEETING = "2022-03-16-health-and-wellbeing-board"

_CLEARED_FAMILIES = ("GIT_", "XDG_", "LC_", "TEXTUAL_", "REVIEW_TUI_", "SSH_")
_CLEARED = (
    "CI",
    "CLICOLOR",
    "COLUMNS",
    "EDITOR",
    "EMAIL",
    "FORCE_COLOR",
    "GITHUB_ACTIONS",
    "LANGUAGE",
    "LESS",
    "LINES",
    "NO_COLOR",
    "PAGER",
    "TTY_COMPATIBLE",
    "TTY_INTERACTIVE",
    "VISUAL",
)
_SET = {
    "COLORTERM": "truecolor",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "LANG": "C.UTF-8",
    "TERM": "xterm-256color",
    "TZ": "UTC",
}
_XDG = {
    "XDG_CACHE_HOME": ".cache",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_RUNTIME_DIR": ".run",
    "XDG_STATE_HOME": ".local/state",
}
_OF_PICTURES = {"TEXTUAL_SNAPSHOT_TEMPDIR"}
"""Set by the plugin that takes and compares pictures."""
_homes = itertools.count(1)


def pytest_collection_finish() -> None:
    """What is loaded by now stays: no collection, the program's own neither, looks through it again."""
    gc.collect()
    gc.freeze()


# The same examples every time, so that a run means the same everywhere; to look for new ones:
# HYPOTHESIS_PROFILE=explore make test
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("explore", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


def pytest_configure() -> None:
    """Clear this process before anything is imported that looks at its environment only once."""
    for name in list(os.environ):
        if name not in _OF_PICTURES and (name in _CLEARED or name.startswith(_CLEARED_FAMILIES)):
            del os.environ[name]
    os.environ.update(_SET)
    # What is set up for many tests at once has no home; the tests themselves have (see below).
    os.environ["GIT_CONFIG_GLOBAL"] = os.devnull
    time.tzset()


@pytest.fixture(scope="session")
def _homes_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("homes", numbered=False)


@pytest.fixture(autouse=True)
def home(_homes_folder: Path) -> Iterator[Path]:
    """An empty home folder of the test's own; the environment is put back afterwards."""
    folder = _homes_folder / str(next(_homes))
    folder.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        for name in list(os.environ):
            if name in _CLEARED or (
                name.startswith(_CLEARED_FAMILIES) and name not in {*_SET, *_OF_PICTURES}
            ):
                patch.delenv(name)
        for name, value in _SET.items():
            patch.setenv(name, value)
        patch.setenv("HOME", str(folder))
        patch.setenv("GIT_CONFIG_GLOBAL", str(folder / ".gitconfig"))
        for name, place in _XDG.items():
            patch.setenv(name, str(folder / place))
        yield folder


@pytest.fixture(autouse=True)
def _no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests outlive no power cut; whoever tests what is flushed, and in what order, notes the calls."""
    monkeypatch.setattr(os, "fsync", os.fstat)  # a descriptor that is none is still an error


@pytest.fixture
def sample_book(tmp_path: Path) -> Path:
    """A copy of the sample book, committed on ``main`` of a repository of its own by Dawn Example.

    The book is the folder ``drafts`` of that repository: paths in the book and in git differ.
    """
    book = tmp_path / "sample" / "drafts"
    book.mkdir(parents=True)
    shutil.copy(ROOT / "drafts" / "book.yaml", book)
    shutil.copytree(ROOT / "drafts" / SAMPLE_MEETING, book / SAMPLE_MEETING)
    _git(book.parent, "init", "--quiet", "--template=", "--initial-branch=main")
    _git(book.parent, "config", "user.name", "Dawn Example")
    _git(book.parent, "config", "user.email", "dawn@example.org")
    _git(book.parent, "add", "--all")
    _git(book.parent, "commit", "--quiet", "--message", "Draft minutes of 16 March 2022")
    return book


def _git(repository: Path, *arguments: str) -> None:
    when = "2022-03-18T09:00:00+00:00"
    subprocess.run(
        ["git", "-C", str(repository), *arguments],
        check=True,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when},
    )
