"""A reviewer with a locked key: chosen, unlocked and used on the screen; the terminal asks nothing."""

import subprocess
from pathlib import Path

from tests.stories.robot import reviewing


def make_key(home: Path) -> None:
    (home / ".ssh").mkdir()
    said = ["-q", "-t", "ed25519", "-N", "open sesame", "-C", "dawn@laptop", "-f", str(home / ".ssh" / "id")]
    subprocess.run(["ssh-keygen", *said], check=True)


async def test_a_locked_key_is_chosen_unlocked_once_and_signs(sample_book: Path, home: Path) -> None:
    make_key(home)
    async with reviewing(sample_book) as robot:
        await robot.press("K")
        await robot.sees("dawn@laptop")
        await robot.press("enter")
        await robot.is_told("You sign with this key from now on")
        await robot.press("left_square_bracket", "a")
        await robot.sees("Approve this item")
        await robot.press("ctrl+s")
        await robot.sees("Unlock your key")
        await robot.types("wrong")
        await robot.press("enter")
        await robot.sees("That does not open it")
        assert "wrong" not in robot.page
        await robot.types("open sesame")
        await robot.press("enter")
        await robot.is_told("Item 4 approved")
        await robot.sees("✓ approved (signed) by Dawn")
        await robot.press("right_square_bracket", "right_square_bracket", "a")
        await robot.sees("Approve this item")
        await robot.press("ctrl+s")
        await robot.is_told("Item 6 approved")
