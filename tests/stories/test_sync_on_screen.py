"""y on the screen: in the background, told as news, both wordings side by side where somebody chooses."""

import subprocess
import threading
from pathlib import Path

import pytest
from textual.widgets import TextArea

from review_tui.adapters.git.exchange import GitExchange
from review_tui.application.sync_ports import Hub, Received, SyncCancelled, Watch
from tests.stories.robot import reviewing
from tests.stories.test_sync import Desk, alex, dawn, hub  # noqa: F401 -- fixtures
from tests.waiting import wait_until


@pytest.fixture
def sits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Dawn sits at the screen."""
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Dawn Clerk")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "dawn@example.org")


async def test_what_others_did_is_told_and_nothing_moves(
    dawn: Desk,  # noqa: F811
    alex: Desk,  # noqa: F811
    sits: None,
) -> None:
    alex.amends("2021 was", "2022 was")
    alex.done("flag", "6", "--quote", "£310", "--kind", "figure", "--comment", "Which?")
    alex.syncs()
    dawn.done("approve", "4")
    async with reviewing(dawn.book, item="5") as robot:
        await robot.sees("1 to send")
        await robot.press("y")
        await robot.is_told("2 acts received, 1 act sent.")
        await robot.sees("Alex Officer amended item 5; flagged item 6. F5: see what changed")
        assert "2021 was" in robot.page
        assert "to send" not in robot.page
        await robot.press("a")
        await robot.is_told("Press F5")
        await robot.press("f5")
        await robot.sees("What changed", "Alex Officer")
        await robot.press("escape")
        await robot.press("y")
        await robot.is_told("Nothing new")


async def test_both_wordings_are_settled_side_by_side(
    dawn: Desk,  # noqa: F811
    alex: Desk,  # noqa: F811
    sits: None,
) -> None:
    for desk, year, count in ((alex, "2022", "320"), (dawn, "2023", "330")):
        desk.amends("2021 was", f"{year} was", reason=f"As {desk.who} heard it.")
        desk.amends("£310", f"£{count}", 6)
    alex.syncs()
    async with reviewing(dawn.book, item="5", size=(80, 24)) as robot:
        await robot.press("y")
        await robot.is_told("2 passages were changed by others and by you in the same words")
        await robot.press("y")
        await robot.sees("Item 5, Annual Report: you and others changed the same words (1 of 2)")
        await robot.sees("Both began from", "Dawn Clerk", "[-2021-]{+2023+}")
        await robot.press("ctrl+s")
        await robot.sees("Take yours (F2) or theirs (F3), or write")
        await robot.press("f3")
        await robot.press("ctrl+s")
        await robot.sees("(2 of 2)")
        robot.app.screen.query_one("#words", TextArea).text = "Accounts of about £325 were approved."
        await robot.press("ctrl+s")
        await robot.sees("Give a reason")
        await robot.press("escape")
        await robot.is_told("still to be settled")
        await robot.press("y")
        await robot.sees("about £325")
        robot.app.screen.query_one("#reason", TextArea).text = "Between the two."
        await robot.press("ctrl+s")
        await robot.is_told("sent")
    assert "2022 was" in dawn.minutes(5)
    assert "about £325" in dawn.minutes(6)
    alex.syncs()
    assert alex.tree() == dawn.tree()


async def test_it_is_broken_off_by_escape_and_the_screen_is_free_meanwhile(
    dawn: Desk,  # noqa: F811
    sits: None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    entered = threading.Event()

    def waits(self: GitExchange, hub: Hub, watch: Watch) -> Received:  # noqa: F811
        entered.set()
        watch.tell("Receiving, 45%")
        while not watch.is_cancelled():
            threading.Event().wait(0.01)
        raise SyncCancelled("It was broken off.")

    monkeypatch.setattr(GitExchange, "fetch", waits)
    async with reviewing(dawn.book, item="4") as robot:
        await robot.press("y")
        await robot.sees("Receiving, 45% …  Esc: break off".replace("  ", " "))
        assert entered.is_set()
        await robot.press("right_square_bracket")
        await robot.until(lambda: robot.book.session.item.view.item.number == "5", "stands still")
        await robot.press("escape")
        await robot.is_told("It was broken off.")
        assert "Receiving" not in robot.page


def is_running(process: str) -> bool:
    """Whether a process runs; one that nobody has asked for its end since does not."""
    try:
        return "State:\tZ" not in Path(f"/proc/{process}/status").read_text()
    except OSError:
        return False


def test_a_transfer_that_hangs_is_ended_with_all_it_started(dawn: Desk, tmp_path: Path) -> None:  # noqa: F811
    from review_tui.adapters.git import GitHistory  # noqa: PLC0415 -- only here

    ssh = tmp_path / "ssh"
    ssh.write_text(f"#!/bin/sh\necho $$ > {tmp_path}/pid\nexec sleep 600\n")
    ssh.chmod(0o755)
    subprocess.run(["git", "config", "--global", "core.sshCommand", str(ssh)], check=True)
    dawn.git("config", "remote.origin.url", "ssh://example.org/book")
    started = tmp_path / "pid"
    with GitHistory(dawn.book) as history:
        exchange = GitExchange(history)
        with pytest.raises(SyncCancelled):
            exchange.fetch(exchange.hub(), Watch(is_cancelled=started.exists))
    process = started.read_text().strip()
    wait_until(lambda: not is_running(process), "what was started goes on")
