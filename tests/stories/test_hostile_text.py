"""Whatever stands in files is shown letter for letter on every screen, and does nothing."""

import re
import subprocess
from pathlib import Path

import pytest

from review_tui.composition import open_book_context
from review_tui.model.acts import FlagKind
from review_tui.model.quotes import quote_at
from review_tui.model.text import Span
from tests.stories.robot import Robot, reviewing

HOSTILE = '[sic] [/] [@click=app.quit]go[/] [bold]B \x1b]0;APPROVED\x07 \x9b31m \u202egnorw [a="]x'
SHOWN = '[sic] [/] [@click=app.quit]go[/] [bold]B ␛]0;APPROVED␇ ⟨U+009B⟩31m ⟨U+202E⟩gnorw [a="]x'
MANY = 8
"""Places on the screen at which hostile words stand, at least."""
STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
MEETING = """\
body: "Board [sic] [/x] [@click=app.quit]q"
date: 2022-03-16
items:
  - id: 01-first
    number: "1[/]"
    title: "[@click=app.quit]T[/] [sic] \\e]0;X\\a \\u202Ex"
  - id: 02-second
    title: "[/] plain"
"""


@pytest.fixture
def hostile_book(tmp_path: Path) -> Path:
    """A book in which every text tries something."""
    book = tmp_path / "drafts"
    item = book / "2022-03-16-board" / "01-first"
    (item / "notes").mkdir(parents=True)
    (book / "2022-03-16-board" / "02-second").mkdir()
    (book / "2022-03-16-board" / "meeting.yaml").write_text(MEETING, encoding="utf-8")
    (item / "minutes.md").write_text(f"{HOSTILE}\n\n- {HOSTILE}\n", encoding="utf-8")
    (item / "notes" / "[b] clerk.md").write_text(f"{HOSTILE}\n", encoding="utf-8")
    (book / "2022-03-16-board" / "02-second" / "minutes.md").write_text("Nothing.\n", encoding="utf-8")
    for words in (
        ("init", "-q", "-b", "main"),
        ("config", "user.name", "Dawn [/] [@click=app.quit]D"),
        ("config", "user.email", "dawn@example.org"),
        ("add", "-A"),
        ("commit", "-q", "-m", f"Start {HOSTILE}".replace("\x07", "")),
    ):
        subprocess.run(["git", "-C", str(book), *words], check=True)
    return book


def commits(book: Path) -> int:
    counted = subprocess.run(
        ["git", "-C", str(book), "rev-list", "--count", "HEAD"], capture_output=True, text=True, check=True
    )
    return int(counted.stdout)


def assert_harmless(robot: Robot) -> None:
    found = STEERING.search(robot.page.replace("\n", ""))
    assert found is None, f"{found!r} on\n{robot.page}"
    assert robot.app.is_running


@pytest.mark.parametrize("size", [(140, 40), pytest.param((80, 24), marks=pytest.mark.soak)])
async def test_every_screen_shows_it_letter_for_letter_and_obeys_nothing(
    hostile_book: Path, size: tuple[int, int]
) -> None:
    context = open_book_context(hostile_book)
    view = context.reading.find("01-first")
    whole = Span(0, len(HOSTILE))
    context.review.flag(view, quote_at(view.draft.text, whole), FlagKind.OTHER, HOSTILE, HOSTILE)
    context.history.close()
    async with reviewing(hostile_book, item="01-first", size=size) as robot:
        await robot.sees(SHOWN, "Board [sic] [/x] [@click=app.quit]q", "[@click=app.quit]T[/] [sic]")
        assert_harmless(robot)
        for key, heading in (
            ("f", "Flag this passage"),
            ("e", "Amend this passage"),
            ("s", "Use the suggested wording?"),
            ("o", "Object to this item"),
            ("r", "Reply to Dawn [/] [@click=app.quit]D"),
            ("x", "Close this flag"),
            ("t", "Things to look at"),
            ("h", "What was done to item 1[/]"),
            ("u", "Undo your flag on item 1[/]"),
            ("d", "What changed since the first draft"),
            ("v", "Views of this item"),
            ("b", "Who wrote the sentences"),
        ):
            await robot.press(key)
            await robot.sees(heading)
            assert_harmless(robot)
            await robot.press("escape")
            await robot.until(lambda: robot.app.screen is robot.book, f"{key} does not close")
        await robot.press("ctrl+p")
        await robot.types("go to item")
        await robot.sees("Go to item 1[/]: [@click=app.quit]T[/]")
        assert_harmless(robot)
        await robot.press("escape")
        await robot.press("tab")
        await robot.sees("[b] clerk.md")
        assert_harmless(robot)
        await robot.press("tab")
        await robot.sees("[/] plain")
        assert_harmless(robot)


async def test_clicking_on_hostile_words_does_nothing(hostile_book: Path) -> None:
    async with reviewing(hostile_book, item="01-first", size=(140, 40)) as robot:
        places = [
            (found.start() + 1, y)
            for y, line in enumerate(robot.page.splitlines())
            for found in re.finditer(r"\[@click|go\[/]|\[sic]", line)
        ]
        assert len(places) > MANY
        for place in places:
            await robot.pilot.click(offset=place)
        await robot.press("escape")  # a click on the open item of the agenda lists what can be done
        await robot.sees("Board [sic]")
        assert_harmless(robot)
    assert commits(hostile_book) == 1


async def test_signs_can_be_amended_away_and_what_is_kept_stays_byte_for_byte(hostile_book: Path) -> None:
    minutes = hostile_book / "2022-03-16-board" / "01-first" / "minutes.md"
    before = minutes.read_bytes()
    async with reviewing(hostile_book, item="01-first") as robot:
        await robot.press("e")
        await robot.sees("Amend this passage")
        await robot.types("!")
        await robot.records("Emphasis.")
    assert minutes.read_bytes() == before.replace(b"\n", b"!\n", 1)
