"""Garbage is collected when nobody is typing, and not while the screen starts."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from review_tui.tui.collector import QUIET, Collector


class Loop:
    """Garbage that only the collector can find."""

    def __init__(self) -> None:
        self.itself = self


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(autouse=True)
def python_collects_again_afterwards() -> Iterator[None]:
    yield
    gc.unfreeze()
    gc.enable()


def garbage() -> "weakref.ref[Loop]":
    return weakref.ref(Loop())


def test_the_start_waits_for_no_collection() -> None:
    gc.disable()
    left = garbage()
    Collector(Clock()).take_over()
    assert left() is not None
    assert not gc.isenabled()


def test_it_collects_only_when_no_key_came_just_now() -> None:
    clock = Clock()
    collector = Collector(clock)
    collector.take_over()
    left = garbage()
    clock.now = 10.0
    collector.key_pressed()
    collector.collect_if_quiet()
    assert left() is not None
    clock.now += QUIET
    collector.collect_if_quiet()
    assert left() is None


def test_what_the_start_made_is_frozen_once() -> None:
    clock = Clock()
    collector = Collector(clock)
    clock.now = QUIET
    collector.collect_if_quiet()
    frozen = gc.get_freeze_count()
    assert frozen > 0
    later = [[] for _ in range(1000)]  # type: list[list[int]]
    collector.collect_if_quiet()
    assert gc.get_freeze_count() < frozen + len(later)
