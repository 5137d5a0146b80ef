"""A fault forced into the start of git or the first write: the sentence is about that trouble."""

import errno
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from review_tui.adapters.system_errors import start_trouble, system_trouble

REAL = shutil.which("git") or "git"
FAKES = {
    "gives up": ("exit 127", "git can't be used: it gave up at once (code 127)"),
    "is killed": ("kill -9 $$", "git can't be used: it was stopped while it ran (SIGKILL)"),
    "crashes": ("kill -11 $$", "git can't be used: it was stopped while it ran (SIGSEGV)"),
    "cannot fork": (
        "echo 'fatal: cannot fork() for x: Resource temporarily unavailable' >&2; exit 128",
        "git can't be used: it says “fatal: cannot fork() for x: Resource temporarily unavailable”",
    ),
    "is no git": ("echo hello", "git can't be used: it does not answer as it should"),
    "is old": ("echo git version 2.20.1", "git 2.20.1 is too old"),
    "finds the disk full": (
        f"""case " $* " in *" commit-tree "*) echo "error: No space left on device" >&2; exit 128;; esac
exec {REAL} "$@" """,
        "git could not make the commit: No space left on device.",
    ),
}
LIMITS: dict[str, tuple[int, int, str]] = {
    "no file may be opened": (resource.RLIMIT_NOFILE, 12, "too many files are open; close other programs"),
    "no file may be written": (
        resource.RLIMIT_FSIZE,
        0,
        "the system lets you write no file as large as this",
    ),
}


def ran(
    book: Path, *words: str, path: str = "", limited: Callable[[], None] | None = None
) -> tuple[int, str]:
    """The exit code of a command and what it says on standard error."""
    done = subprocess.run(
        [sys.executable, "-m", "review_tui", *words],
        cwd=book.parent,
        env={**os.environ, "PATH": path or os.environ["PATH"], "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limited,
    )
    assert "went wrong in the program" not in done.stderr, done.stderr
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, done.stderr


@pytest.mark.parametrize("name", FAKES)
def test_a_git_that_fails_is_told_as_it_failed(sample_book: Path, tmp_path: Path, name: str) -> None:
    script, told = FAKES[name]
    fake = tmp_path / "bin" / "git"
    fake.parent.mkdir()
    fake.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    fake.chmod(0o755)
    path = f"{fake.parent}:{os.environ['PATH']}"
    code, said = ran(sample_book, "approve", "5", path=path)
    assert (code in {1, 3}, told in said) == (True, True), said
    if name in {"gives up", "is old"}:  # looking goes on without git
        code, said = ran(sample_book, "status", path=path)
        assert (code, told in said) == (0, True), said


def test_a_git_that_is_not_there_is_told(sample_book: Path, tmp_path: Path) -> None:
    code, said = ran(sample_book, "approve", "5", path=str(tmp_path))
    assert (code, "git is not installed" in said) == (3, True)


@pytest.mark.parametrize("name", LIMITS)
def test_what_the_system_does_not_allow_is_told(sample_book: Path, name: str) -> None:
    which, most, told = LIMITS[name]
    code, said = ran(sample_book, "approve", "5", limited=lambda: resource.setrlimit(which, (most, most)))
    assert (code, told in said) == (1, True), said


@pytest.mark.parametrize(
    "code",
    [
        *(errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EMFILE, errno.ENFILE, errno.EIO),
        *(errno.EAGAIN, errno.ENOMEM, errno.ENOEXEC, errno.EFBIG, errno.ENOENT),
    ],
)
def test_each_trouble_has_words_of_its_own_that_say_what_to_do(code: int) -> None:
    what, _, advice = system_trouble(code).partition("; ")
    assert what
    assert advice
    wrapped = RuntimeError("git")
    wrapped.__cause__ = OSError(code, "x")
    assert start_trouble(wrapped) == system_trouble(code)
