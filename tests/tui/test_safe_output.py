import os
import threading
from codecs import getincrementaldecoder

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import App, ComposeResult
from textual.color import Color
from textual.content import Content
from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message
from textual.widgets import Static

from review_tui.model.visible import is_plain
from review_tui.tui.safe_output import SafeOutput, install, tolerate_bad_input
from tests.waiting import until

BLACK = Color(0, 0, 0)


def washed(*segments: Segment) -> list[Segment]:
    return SafeOutput().apply(list(segments), BLACK)


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("\x1b]52;c;Y3VybA==\x07", "␛]52;c;Y3VybA==␇"),
        ("\x1b]0;APPROVED\x07", "␛]0;APPROVED␇"),
        ("\x9b31m", "⟨U+009B⟩31m"),
        ("\u202egnp", "⟨U+202E⟩gnp"),
        ("a\x00b", "a␀b"),
        ("caf\udce9", "caf⟨byte E9⟩"),
    ],
)
def test_what_would_steer_the_terminal_becomes_a_sign(hostile: str, shown: str) -> None:
    padded = washed(Segment(hostile), Segment(" " * 20))
    assert "".join(segment.text for segment in padded).rstrip() == shown


def test_ordinary_lines_are_passed_on_untouched() -> None:
    line = [Segment("Resolved:- That £1,200 – “noted” – 会議 🎉", Style(bold=True)), Segment("   ")]
    assert SafeOutput().apply(line, BLACK) is line


@given(st.lists(st.text(), max_size=5))
def test_a_washed_line_is_safe_and_as_long_as_before(texts: list[str]) -> None:
    before = [Segment(text) for text in texts]
    after = SafeOutput().apply(before, BLACK)
    assert all(is_plain(segment.text) for segment in after)
    assert sum(cell_len(s.text) for s in after) == sum(cell_len(s.text) for s in before)


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "javascript:alert(1)", "https://a\x1b]52;c;x\x07", "HTTPS:\x07//x"]
)
def test_a_link_that_leads_elsewhere_than_the_web_is_taken_away(address: str) -> None:
    (segment,) = washed(Segment("minutes", Style(bold=True, link=address)))
    assert segment.text == "minutes"
    assert segment.style is not None
    assert segment.style.link is None
    assert segment.style.bold


def test_a_link_to_the_web_stays() -> None:
    line = [Segment("minutes", Style(link="https://example.org/minutes"))]
    assert SafeOutput().apply(line, BLACK) is line


class Careless(App[None]):
    """Shows hostile words without washing them."""

    def compose(self) -> ComposeResult:
        yield Static(Content("\x1b]0;APPROVED \u202egnp"))


def first_line(app: App[None]) -> str:
    """What stands in the first row of the screen."""
    return "".join(segment.text for segment in app.screen._compositor.render_full_update().strips[0])


@pytest.mark.usefixtures("as_textual_is")
async def test_an_installed_filter_guards_careless_widgets() -> None:
    app = Careless()
    install(app)
    async with app.run_test(size=(30, 3)) as pilot:
        await until(lambda: "APPROVED" in first_line(app), "is not drawn", meanwhile=pilot.pause)
        line = first_line(app)
    assert line.startswith("␛]0;APPROVED ⟨U+202E⟩gnp")


async def test_without_the_filter_the_same_widget_lets_them_through() -> None:
    app = Careless()
    async with app.run_test(size=(30, 3)) as pilot:
        await until(
            lambda: "\x1b]0;APPROVED" in first_line(app), "lets nothing through", meanwhile=pilot.pause
        )


def keys_read_from(raw: bytes) -> list[str]:
    """The keys that Textual's own input loop reads from ``raw``, followed by a "z"."""
    driver = LinuxDriver.__new__(LinuxDriver)
    read, write = os.pipe()
    driver.fileno = read
    driver._debug = False
    driver.exit_event = threading.Event()
    keys: list[str] = []

    def take(message: Message) -> None:
        if isinstance(message, events.Key):
            keys.append(message.character or "")
            if message.character == "z":
                driver.exit_event.set()

    driver.process_message = take  # type: ignore[method-assign]
    try:
        os.write(write, raw + b"z")
        driver.run_input_thread()
    finally:
        os.close(read)
        os.close(write)
    return keys


@pytest.fixture
def as_textual_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Gives the driver the decoder it came with, and puts back after the test what it had before."""
    monkeypatch.setattr(linux_driver, "getincrementaldecoder", getincrementaldecoder)


@pytest.mark.usefixtures("as_textual_is")
def test_bytes_that_are_not_utf8_are_borne() -> None:
    tolerate_bad_input()
    assert keys_read_from(b"caf\xe9 ") == ["c", "a", "f", "\ufffd", " ", "z"]


@pytest.mark.usefixtures("as_textual_is")
def test_what_is_utf8_is_read_as_before() -> None:
    tolerate_bad_input()
    assert keys_read_from("é会".encode()) == ["é", "会", "z"]


@pytest.mark.usefixtures("as_textual_is")
def test_textual_does_not_bear_such_bytes_by_itself_yet() -> None:
    """When this fails, Textual has mended it: drop ``tolerate_bad_input``."""
    with pytest.raises(UnicodeDecodeError):
        keys_read_from(b"caf\xe9 ")
