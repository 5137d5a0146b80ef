"""Takes the pictures in this folder from the program on the sample book: ``python docs/take_pictures.py``."""

import asyncio
import tempfile
from pathlib import Path

from review_tui.composition import SAMPLE_ITEM, copy_sample, open_book_context
from review_tui.tui.app import ReviewApp
from review_tui.tui.item_loader import ItemLoader
from review_tui.tui.main_screen import MainScreen

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
    context = open_book_context(book)
    loader = ItemLoader(context)
    meeting, item_id, _ = loader.first_meeting(SAMPLE_ITEM)
    item = loader.at_once(meeting, item_id) if meeting else None
    if meeting is None or item is None:
        raise SystemExit("The sample book can't be read.")
    app = ReviewApp(loader, meeting, item)
    async with app.run_test(size=size) as pilot:
        while not any(isinstance(s, MainScreen) and s.session.findings for s in app.screen_stack):
            await pilot.pause(0.05)
        for key in keys:
            await pilot.press(key)
            await pilot.pause(0.3)
        (PICTURES / name).write_text(app.export_screenshot(), encoding="utf-8")
    context.history.close()


async def main() -> None:
    """All of them."""
    with tempfile.TemporaryDirectory() as folder:
        book = copy_sample(Path(folder))
        for name, (size, keys) in TAKEN.items():
            await take(book, name, size, keys)


if __name__ == "__main__":
    asyncio.run(main())
