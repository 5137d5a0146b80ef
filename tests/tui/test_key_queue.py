"""Keys pressed while the screen catches up: none acts too early, none is lost, none overtakes another."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, cast

from textual import events
from textual.widgets import Input

from review_tui.tui.key_queue import KeyQueue
from review_tui.tui.review_session import ReviewSession
from tests.application.fakes import Table
from tests.tui.sessions import sit_down


@dataclass
class Standing:
    """As much of a screen and its app as the queue asks of them."""

    screen: Any = None
    """What lies on top."""
    focused: object = None
    posted: list[events.Key] = field(default_factory=list)
    timers: list[Callable[[], None]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.screen = self

    @property
    def app(self) -> "Standing":
        return self

    def set_timer(self, _: float, callback: Callable[[], None]) -> None:
        self.timers.append(callback)

    def post_message(self, message: events.Key) -> None:
        self.posted.append(message)


class Desk:
    """A queue before a screen that is not there, and what it has pressed."""

    def __init__(self, table: Table) -> None:
        self.session: ReviewSession = sit_down(table).session
        self.screen = Standing()
        self.pressed: list[str] = []
        self.drawn: list[bool] = []
        self.queue = KeyQueue(
            cast("Any", self.screen),
            self.session,
            lambda key: self.pressed.append(key.id),
            lambda: self.drawn.append(self.queue.is_slow),
        )
        self.session.on_looked_over = self.queue.press_ready

    def types(self, keys: str) -> list[bool]:
        """Whether each key has to wait."""
        return [self.queue.takes({"?": "question_mark"}.get(key, key), key) for key in keys]

    def comes_to_know(self, **what: bool) -> None:
        """More is found out, and the looking over goes on."""
        self.session.item = replace(self.session.item, **what)  # type: ignore[arg-type]
        self.queue.press_ready()


def busy_desk(table: Table) -> Desk:
    desk = Desk(table)
    desk.session.begin_looking_over()
    return desk


def test_where_nothing_is_being_done_no_key_waits(table: Table) -> None:
    assert Desk(table).types("jfaeuz?") == [False] * 7


def test_each_key_waits_for_what_it_needs(table: Table) -> None:
    desk = busy_desk(table)
    assert desk.types("j?q") == [False, False, False]
    assert desk.types("a") == [False]  # its dialog waits by itself
    assert desk.types("e") == [True]
    desk.comes_to_know(is_known=True)
    assert desk.pressed == ["amend"]
    assert desk.types("f") == [True]
    desk.comes_to_know(is_checked=True)
    assert desk.pressed == ["amend", "flag"]


def test_keys_after_one_that_waits_wait_behind_it_and_act_in_order(table: Table) -> None:
    desk = busy_desk(table)
    assert desk.types("eja?") == [True] * 4
    desk.comes_to_know(is_known=True, is_checked=True)
    assert desk.pressed == ["amend", "next-passage", "approve", "help"]


def test_a_key_that_waited_does_not_overtake_what_the_one_before_it_began(table: Table) -> None:
    desk = Desk(table)
    desk.queue.begin_work()
    assert desk.types("uj") == [True, True]
    desk.queue.press_ready()
    assert desk.pressed == []
    desk.queue.end_work()
    assert desk.pressed == ["undo", "next-passage"]
    assert not desk.queue.is_working


def test_looking_over_that_fails_lets_the_keys_go_too(table: Table) -> None:
    desk = busy_desk(table)
    desk.types("e")
    desk.session.end_looking_over()
    assert desk.pressed == ["amend"]


def test_escape_lets_go_of_what_waits_and_only_then(table: Table) -> None:
    desk = busy_desk(table)
    assert not desk.queue.takes("escape")
    desk.types("ee")
    assert desk.queue.takes("escape")
    desk.comes_to_know(is_known=True)
    assert desk.pressed == []


def test_ctrl_keys_never_wait(table: Table) -> None:
    desk = busy_desk(table)
    desk.types("e")
    assert not desk.queue.takes("ctrl+q")


def test_while_a_dialog_lies_on_top_keys_are_its_own(table: Table) -> None:
    desk = busy_desk(table)
    desk.screen.screen = Standing()
    assert desk.types("e") == [False]


def test_what_was_typed_ahead_goes_to_the_dialog_that_opens(table: Table) -> None:
    desk = busy_desk(table)
    desk.types("eab")
    desk.queue.hand_over()
    assert [(event.key, event.character) for event in desk.screen.posted] == [
        ("e", "e"),
        ("a", "a"),
        ("b", "b"),
    ]
    desk.comes_to_know(is_known=True)
    assert desk.pressed == []


def test_words_to_find_are_typed_without_waiting(table: Table) -> None:
    desk = busy_desk(table)
    desk.screen.focused = Input()
    assert desk.types("ef") == [False, False]


def test_a_key_that_waits_long_is_told_and_that_goes_when_it_acts(table: Table) -> None:
    desk = busy_desk(table)
    desk.types("ee")
    (too_long,) = desk.screen.timers
    too_long()
    desk.comes_to_know(is_known=True)
    assert desk.drawn == [True, False]
    too_long()
    assert desk.drawn == [True, False]


async def test_whoever_waits_until_something_is_so_goes_on_when_it_is(table: Table) -> None:
    desk = Desk(table)
    desk.queue.begin_work()
    desk.queue.end_work()
    await desk.queue.until(lambda: not desk.queue.is_working)
    assert not desk.queue.is_working
