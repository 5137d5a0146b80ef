"""Nothing of disk or git runs on the screen's thread, whatever key is pressed."""

import os
import shutil
import sys
import threading
import traceback
from pathlib import Path

import pytest
from textual.widgets import TextArea

from review_tui.tui.keys import KEYS
from tests.stories.robot import Robot, reviewing

SCREEN = threading.main_thread()
STARTS = {"subprocess.Popen", "os.posix_spawn", "os.system", "os.fork", "os.exec"}
TOUCHES = {
    *("open", "os.listdir", "os.scandir", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.chmod"),
    *("os.link", "os.symlink", "os.truncate", "os.utime", "glob.glob", "shutil.rmtree"),
}


class Watch:
    """Notes what the screen's thread does with the disk, while it is on."""

    def __init__(self) -> None:
        self.top = ""
        self.seen: list[str] = []
        sys.addaudithook(self._hook)

    def _hook(self, event: str, given: tuple[object, ...]) -> None:
        if not self.top or threading.current_thread() is not SCREEN:
            return
        is_ours = event in TOUCHES and any(
            isinstance(each, str | bytes | os.PathLike) and os.fsdecode(each).startswith(self.top)
            for each in given
        )
        if event in STARTS or is_ours:
            top, self.top = self.top, ""  # telling it may read files
            self.seen.append(f"{event} {given!r}\n{''.join(traceback.format_stack(limit=14))}")
            self.top = top

    def on(self, folder: Path) -> None:
        self.seen, self.top = [], str(folder)

    def off(self) -> None:
        self.top = ""


WATCH = Watch()


async def answers(robot: Robot) -> None:
    """If a dialog has a field, type into it and do what it asks; then leave whatever is open."""
    await robot.until(lambda: not robot.book.key_queue.is_working or not on_top(robot), "is at work for ever")
    if not on_top(robot):
        for field in robot.app.screen.query(TextArea):
            field.focus()
            await robot.types(" Odd")
        await robot.press("ctrl+s")
    while not on_top(robot):
        await robot.press("escape")
        await robot.pilot.pause()
    await robot.press("escape")
    await robot.until(lambda: not robot.book.key_queue.is_working, "is at work for ever")
    await robot.until(lambda: not robot.book.session.is_looking_over, "looks the item over for ever")


def on_top(robot: Robot) -> bool:
    return robot.app.screen is robot.book


async def test_no_key_of_the_table_touches_the_disk_on_the_screens_thread(sample_book: Path) -> None:
    told: dict[str, list[str]] = {}
    async with reviewing(sample_book) as robot:
        for key in KEYS:
            if key.id == "quit":
                continue
            WATCH.on(sample_book.parent)
            try:
                await robot.press(key.keys.split(",")[0])
                await answers(robot)
            finally:
                WATCH.off()
            if WATCH.seen:
                told[key.id] = WATCH.seen
        WATCH.on(sample_book.parent)
        try:
            await robot.press("q")
            await robot.sees("In this session")
            await robot.press("q")
            await robot.until(lambda: not robot.app.is_running, "does not end")
        finally:
            WATCH.off()
        if WATCH.seen:
            told["quit"] = WATCH.seen
    assert not told, "\n\n".join(f"{name}: {seen[0]}" for name, seen in told.items())


async def test_the_watch_sees_what_it_is_there_for(sample_book: Path) -> None:
    WATCH.on(sample_book.parent)
    try:
        (sample_book / "book.yaml").exists()
        with pytest.raises(FileNotFoundError):
            (sample_book / "none.yaml").read_text()
        (sample_book / "some.yaml").touch()
    finally:
        WATCH.off()
    assert {seen.split()[0] for seen in WATCH.seen} == {"open", "os.utime"}


async def test_the_screen_answers_while_git_does_not(
    sample_book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, gate = shutil.which("git"), tmp_path / "shut"
    slow = tmp_path / "first" / "git"
    slow.parent.mkdir()
    slow.write_text(f'#!/bin/sh\nwhile [ -e "{gate}" ]; do sleep 0.05; done\nexec "{real}" "$@"\n')
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", f"{slow.parent}{os.pathsep}{os.environ['PATH']}")
    async with reviewing(sample_book) as robot:
        await robot.press("home", "f")
        await robot.sees("Flag this passage")
        await robot.types("Odd.")
        gate.touch()
        try:
            await robot.press("ctrl+s")
            await robot.until(lambda: robot.book.session.acting > 0, "begins nothing")
            await robot.press("down")
            assert robot.book.panes.draft.cursor == 1
            await robot.press("question_mark")
            await robot.sees("Moving about")
            await robot.press("escape", "h")
            await robot.sees("catching up")
            assert robot.book.session.acting > 0
        finally:
            gate.unlink()
        await robot.sees("What was done to item 5", "flag on")
