"""The frame drawn by hand before the live screen: the same words in the same places, and nothing else."""

import re
from pathlib import Path

import pytest

from review_tui.composition import SAMPLE_ITEM
from review_tui.tui.first_frame import OPEN, frame
from tests.stories.robot import reviewing

OURS = re.compile(r"\x1b\[[01]m")


@pytest.mark.parametrize(
    "size",
    [(80, 24), (120, 40), *(pytest.param(it, marks=pytest.mark.soak) for it in ((100, 30), (160, 50)))],
)
async def test_the_draft_stands_where_the_live_screen_shows_it(
    sample_book: Path, size: tuple[int, int]
) -> None:
    async with reviewing(sample_book, size=size) as robot:
        columns, rows = size
        by_hand = OURS.sub("", frame(robot.book.session.item.view, columns, rows).removeprefix(OPEN)).split(
            "\r\n"
        )
        live = robot.page.split("\n")
        left = re.search("5  Safeguarding Children Board", live[1])
        assert left is not None
        shown = [line[left.start() :] for line in by_hand[1:12]]
        same = [line for line, there in zip(shown, live[1:12], strict=True) if line.rstrip() in there]
        assert len(same) >= 10
        assert len(by_hand) <= rows


async def test_nothing_in_the_minutes_steers_the_terminal(sample_book: Path) -> None:
    minutes = sample_book / SAMPLE_ITEM / "minutes.md"
    minutes.write_text("\x1b]0;APPROVED\x07\x9b31m \u202e [/] words\n", encoding="utf-8")
    async with reviewing(sample_book) as robot:
        by_hand = frame(robot.book.session.item.view, 80, 24).removeprefix(OPEN)
    plain = OURS.sub("", by_hand).replace("\r\n", "")
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202e]", plain)
    assert "␛]0;APPROVED␇⟨U+009B⟩31m ⟨U+202E⟩ [/] words" in plain
