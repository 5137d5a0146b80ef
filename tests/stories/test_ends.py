"""However the program ends, in a real terminal: what was typed is kept and the terminal is put right."""

import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.stories.seat import LEAVES_SCREEN, OPENS_SCREEN, Seat, kept
from tests.waiting import wait_until

NUMBERS = [
    signal.SIGHUP,
    signal.SIGTERM,
    *(pytest.param(number, marks=pytest.mark.soak) for number in (signal.SIGINT, signal.SIGQUIT)),
]


@pytest.fixture
def seat(sample_book: Path) -> Iterator[Seat]:
    taken = Seat(sample_book)
    yield taken
    taken.leaves()


@pytest.mark.parametrize("number", NUMBERS)
def test_whoever_ends_it_nothing_typed_is_lost(seat: Seat, sample_book: Path, number: int) -> None:
    seat.begins_to_type()
    os.kill(seat.program.pid, number)
    assert seat.ends() == 128 + number
    assert LEAVES_SCREEN in seat.seen
    (words,) = kept(sample_book)
    assert words.endswith(" cut short")


def test_even_a_kill_leaves_what_was_typed(seat: Seat, sample_book: Path) -> None:
    seat.begins_to_type()
    wait_until(
        lambda: any(words.endswith(" cut short") for words in kept(sample_book)),
        "does not keep what is typed",
        meanwhile=seat.looks,
    )
    seat.program.kill()
    seat.ends()
    (words,) = kept(sample_book)
    assert words.endswith(" cut short")


def test_bytes_that_are_no_text_do_not_end_the_program(seat: Seat) -> None:
    seat.sees(b"Approve")
    seat.types(b"\xe9\xff\x9b")
    seat.types(b"?")
    seat.sees(b"Moving about")
    seat.seen = b""
    seat.types(b"q")
    seat.sees(b"Approve")
    seat.types(b"q")
    assert seat.ends() == 0
    assert LEAVES_SCREEN in seat.seen


def test_q_leaves_and_nothing_was_changed(seat: Seat, sample_book: Path) -> None:
    seat.sees(b"Approve")
    seat.types(b"jjjk]q")
    assert seat.ends() == 0
    changed = subprocess.run(
        ["git", "-C", str(sample_book), "status", "--porcelain"], capture_output=True, text=True, check=True
    )
    assert changed.stdout == ""


@pytest.mark.parametrize("number", NUMBERS)
def test_ended_while_it_starts_it_puts_the_terminal_right(seat: Seat, number: int) -> None:
    seat.sees(OPENS_SCREEN)
    os.kill(seat.program.pid, number)
    assert seat.ends() == 128 + number
    assert seat.seen.count(LEAVES_SCREEN) >= 1
    assert b"Traceback" not in seat.seen
