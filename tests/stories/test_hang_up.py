"""A terminal that goes away, and one that is taken for a while, whoever started the program."""

import os
import shutil
import signal
import sys
import termios
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.stories.seat import LEAVES_SCREEN, OPENS_SCREEN, Seat, kept
from tests.waiting import wait_until

Sits = Callable[..., Seat]
CUT_SHORT = " cut short"
# What a shell does that has job control: the program gets a process group of its own, and the terminal.
SHELL = """
import os, signal, subprocess, sys
os.close(os.open(os.ttyname(0), os.O_RDWR))
signal.signal(signal.SIGTTOU, signal.SIG_IGN)
signal.signal(signal.SIGHUP, signal.SIG_IGN)
job = subprocess.Popen(sys.argv[2:], process_group=0)
os.tcsetpgrp(0, job.pid)
open(sys.argv[1], "w").write(str(job.pid))
while True:
    _, how = os.waitpid(job.pid, os.WUNTRACED)
    if not os.WIFSTOPPED(how):
        sys.exit(os.waitstatus_to_exitcode(how))
    os.tcsetpgrp(0, os.getpgrp())
    open(sys.argv[1] + ".stopped", "w").close()
    signal.sigwait({signal.SIGUSR1})
    os.tcsetpgrp(0, job.pid)
    os.killpg(job.pid, signal.SIGCONT)
""".replace("job = ", "signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1})\njob = ")


@pytest.fixture
def sits(sample_book: Path) -> Iterator[Sits]:
    with ExitStack() as at_the_end:

        def sit(*within: str, keyboard: bool = False) -> Seat:
            seat = Seat(sample_book, within=within, keyboard=keyboard)
            at_the_end.callback(seat.leaves)
            return seat

        yield sit


def named(pid: Path, *within: str) -> Sequence[str]:
    """``within`` and then the program, whose process is named in the file ``pid``."""
    return (*within, "sh", "-c", f'echo $$ > "{pid}"; exec "$@"', "sh")


def is_over(pid: Path) -> bool:
    """Whether the process named in the file ``pid`` has ended."""
    try:
        return Path(f"/proc/{pid.read_text().strip()}/stat").read_text().rpartition(")")[2].split()[0] in "ZX"
    except OSError:
        return True


def test_what_is_typed_before_the_live_screen_stands_is_not_echoed_and_not_lost(sits: Sits) -> None:
    seat = sits()
    seat.sees(OPENS_SCREEN)
    seat.types(b"\x1b[Be")
    seat.sees(b"What changes")
    assert b"^[" not in seat.seen
    os.kill(seat.program.pid, signal.SIGTERM)
    assert seat.ends() == 128 + signal.SIGTERM
    cooked = termios.ICANON | termios.ECHO
    assert termios.tcgetattr(seat.master)[3] & cooked == cooked


def test_ended_before_the_live_screen_stands_it_leaves_the_terminal_as_it_was(sits: Sits) -> None:
    seat = sits()
    seat.sees(OPENS_SCREEN)
    os.kill(seat.program.pid, signal.SIGTERM)
    assert seat.ends() == 128 + signal.SIGTERM
    assert LEAVES_SCREEN in seat.seen
    cooked = termios.ICANON | termios.ECHO
    assert termios.tcgetattr(seat.master)[3] & cooked == cooked


def test_a_terminal_that_is_asked_whether_it_is_there_and_answers_is_typed_on_at(sits: Sits) -> None:
    seat = sits()
    seat.begins_to_type()
    seat.types(b"\x04")
    seat.sees(b"\x1b[5n")
    seat.types(b"\x1b[0n")
    seat.types(b"er")
    seat.sees(b"shorter+}")


def test_a_window_that_is_closed_ends_it(sits: Sits, sample_book: Path) -> None:
    seat = sits()
    seat.begins_to_type()
    seat.closes(seat.master)
    assert seat.ends() == 128 + signal.SIGHUP
    assert kept(sample_book)[0].endswith(CUT_SHORT)


def test_a_keyboard_that_is_gone_ends_it_and_the_screen_is_put_right(sits: Sits, sample_book: Path) -> None:
    seat = sits(keyboard=True)
    seat.begins_to_type()
    seat.closes(seat.keyboard)
    assert seat.ends() == 128 + signal.SIGHUP
    assert LEAVES_SCREEN in seat.seen
    assert kept(sample_book)[0].endswith(CUT_SHORT)


def test_a_screen_that_is_gone_ends_it_at_the_next_word(sits: Sits, sample_book: Path) -> None:
    seat = sits(keyboard=True)
    seat.begins_to_type()
    seat.closes(seat.master)
    seat.types(b" again" * 40)
    assert seat.ends() == 128 + signal.SIGHUP
    assert CUT_SHORT in kept(sample_book)[0]


@pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up in /proc")
@pytest.mark.parametrize(
    "around",
    [
        "make",
        "script",
        *(pytest.param(it, marks=pytest.mark.soak) for it in ("sh that ignores it", "setsid")),
    ],
)
def test_whoever_started_it_a_closed_window_ends_it(
    sits: Sits, sample_book: Path, tmp_path: Path, around: str
) -> None:
    pid, runs = tmp_path / "pid", tmp_path / "runs"
    runs.write_text(f'echo $$ > "{pid}"\nexec "$@"\n')
    program = f"{sys.executable} -m review_tui open {sample_book} --item 5"
    (tmp_path / "Makefile").write_text(f"demo:\n\t@sh {runs} {program}\n")
    within = {
        "make": ("sh", "-c", f"exec make -s -C {tmp_path} demo"),
        "sh that ignores it": named(pid, "sh", "-c", "trap '' HUP; \"$@\"; true", "sh"),
        "setsid": named(pid, "setsid", "--wait"),
        "script": ("sh", "-c", f"exec script -qec 'sh {runs} {program}' /dev/null"),
    }[around]
    if not all(shutil.which(name) for name in ("make", "setsid", "script")):
        pytest.skip("needs make, setsid and script")
    seat = sits(*within)
    seat.begins_to_type()
    seat.closes(seat.master)
    wait_until(lambda: is_over(pid), "goes on without a terminal")
    assert kept(sample_book)[0].endswith(CUT_SHORT)


def test_stopped_it_gives_the_terminal_back_and_continued_it_takes_it_again(
    sits: Sits, sample_book: Path, tmp_path: Path
) -> None:
    pid, stopped = tmp_path / "pid", tmp_path / "pid.stopped"
    seat = sits(sys.executable, "-c", SHELL, str(pid))
    seat.begins_to_type()
    cooked = termios.ICANON | termios.ECHO
    os.kill(int(pid.read_text()), signal.SIGTSTP)
    wait_until(stopped.exists, "does not stop", meanwhile=seat.looks)
    seat.sees(LEAVES_SCREEN)
    assert termios.tcgetattr(seat.master)[3] & cooked == cooked
    assert kept(sample_book)[0].endswith(CUT_SHORT)
    seat.seen = b""
    os.kill(seat.program.pid, signal.SIGUSR1)
    seat.sees(OPENS_SCREEN)
    seat.sees(b"What changes")
    seat.types(b"er")
    seat.sees(b"shorter+}")
    assert not termios.tcgetattr(seat.master)[3] & cooked
    os.kill(int(pid.read_text()), signal.SIGTERM)
    assert seat.ends() == 128 + signal.SIGTERM
    assert kept(sample_book)[0].endswith(" cut shorter")


def test_stopped_by_force_and_continued_it_paints_everything_again(sits: Sits) -> None:
    seat = sits()
    seat.begins_to_type()
    os.kill(seat.program.pid, signal.SIGSTOP)
    os.waitpid(seat.program.pid, os.WUNTRACED)
    seat.seen = b""
    os.kill(seat.program.pid, signal.SIGCONT)
    seat.sees(OPENS_SCREEN)
    seat.sees(b"What changes")
    seat.types(b"er")
    seat.sees(b"shorter+}")


def test_where_nobody_could_continue_it_it_does_not_stop(sits: Sits) -> None:
    seat = sits()
    seat.begins_to_type()
    os.kill(seat.program.pid, signal.SIGTSTP)
    seat.sees(LEAVES_SCREEN)
    seat.types(b"er")
    seat.sees(b"shorter+}")


@pytest.mark.parametrize(
    "surroundings", ["as sudo leaves them", pytest.param("as ssh -t finds them", marks=pytest.mark.soak)]
)
def test_it_opens_where_the_environment_says_next_to_nothing(
    sits: Sits, sample_book: Path, surroundings: str
) -> None:
    told = {
        "as sudo leaves them": ("TERM=unknown", "LANG=C", "LC_ALL=C"),
        "as ssh -t finds them": ("TERM=dumb", "HOME=/nonexistent"),
    }[surroundings]
    seat = sits("env", "-i", f"PATH={os.environ['PATH']}", *told)
    seat.begins_to_type()
    os.kill(seat.program.pid, signal.SIGTERM)
    assert seat.ends() == 128 + signal.SIGTERM
    assert kept(sample_book)[0].endswith(CUT_SHORT)
