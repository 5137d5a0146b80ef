"""Takes the pictures in this folder from the program on the sample book: ``python docs/take_pictures.py``."""

import asyncio
import tempfile
from pathlib import Path

from review_tui.tui.app import ReviewApp
from review_tui.tui.opener import Opener
from review_tui.tui.screens.reading import ReadingScreen
from review_tui.wiring import SAMPLE_ITEM, copy_sample, lay_desk

PICTURES = Path(__file__).parent / "pictures"
TAKEN = {
    "reading.svg": ((120, 36), ("n",)),
    "put-right.svg": ((100, 30), ("n", "s")),
    "flag.svg": ((100, 30), ("n", "f")),
    "approve.svg": ((100, 30), ("a",)),
}
"""For each picture: the size of the terminal in cells, and the keys pressed before it is taken."""


async def take(book: Path, name: str, size: tuple[int, int], keys: tuple[str, ...]) -> None:
    """One picture."""
    desk = lay_desk(book)
    opener = Opener(desk)
    meeting, item_id, _ = opener.first_meeting(SAMPLE_ITEM)
    item = opener.at_once(meeting, item_id) if meeting else None
    if meeting is None or item is None:
        raise SystemExit("The sample book can't be read.")
    app = ReviewApp(opener, meeting, item)
    async with app.run_test(size=size) as pilot:
        while not any(isinstance(s, ReadingScreen) and s.findings for s in app.screen_stack):
            await pilot.pause(0.05)
        for key in keys:
            await pilot.press(key)
            await pilot.pause(0.3)
        (PICTURES / name).write_text(app.export_screenshot(), encoding="utf-8")
    desk.history.close()


async def main() -> None:
    """All of them."""
    with tempfile.TemporaryDirectory() as folder:
        book = copy_sample(Path(folder))
        for name, (size, keys) in TAKEN.items():
            await take(book, name, size, keys)


if __name__ == "__main__":
    asyncio.run(main())
