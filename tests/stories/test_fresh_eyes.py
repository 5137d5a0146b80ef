"""Races and refusals that fresh eyes found: nobody approves or amends a text that was not on the screen."""

import subprocess
from pathlib import Path

from review_tui.composition import SAMPLE_ITEM, open_book_context
from review_tui.model.acts import FlagKind
from review_tui.model.quotes import occurrences, quote_at
from tests.stories.robot import Robot, reviewing


def git(book: Path, *words: str) -> None:
    subprocess.run(["git", "-C", str(book), *words], check=True)


def colleague_amends(book: Path, old: str, new: str) -> None:
    context = open_book_context(book)
    view = context.reading.find(SAMPLE_ITEM)
    context.review.amend(view, view.draft.text.replace(old, new), "A colleague's.")
    context.history.close()


def flag_first(book: Path, words: str, suggest: str | None = None) -> None:
    context = open_book_context(book)
    view = context.reading.find(SAMPLE_ITEM)
    span = occurrences(view.draft.text, words)[0]
    context.review.flag(view, quote_at(view.draft.text, span), FlagKind.OTHER, "Hm.", suggest)
    context.history.close()


async def settles(robot: Robot) -> None:
    await robot.press("x")
    await robot.sees("Close this flag")
    await robot.types("Fine.")
    await robot.press("ctrl+s")
    await robot.is_told("Flag closed")


async def test_a_change_that_came_with_ones_own_act_has_to_be_seen_before_approving(
    sample_book: Path,
) -> None:
    flag_first(sample_book, "Laura Gough")
    async with reviewing(sample_book) as robot:
        colleague_amends(sample_book, "be noted", "be rejected")
        await settles(robot)
        await robot.sees(" amended item 5 (", ").  F5: see what changed".replace("  ", " "))
        await robot.press("a")
        await robot.is_told("Press F5")
        await robot.press("f5")
        await robot.sees("What changed", "[-noted-]{+rejected+}")
        await robot.press("escape")
        await robot.approves()


async def test_a_colleagues_amendment_is_never_offered_as_an_outside_edit(sample_book: Path) -> None:
    async with reviewing(sample_book) as robot:
        colleague_amends(sample_book, "2022", "2021")
        await robot.press("e")
        await robot.is_told("changed since you read them")
        await robot.sees("F5: see what changed")


async def test_the_cursor_stays_on_its_passage_when_lines_come_in_above(sample_book: Path) -> None:
    minutes = sample_book / SAMPLE_ITEM / "minutes.md"
    async with reviewing(sample_book) as robot:
        await robot.press("j", "j")
        before = robot.book.here
        assert before is not None
        words = before.passage.words.of(before.item.view.draft.text)
        minutes.write_text(f"Another opening.\n\n{minutes.read_text(encoding='utf-8')}", encoding="utf-8")
        await robot.press("f5")
        await robot.sees("What changed")
        await robot.press("escape")
        after = robot.book.here
        assert after is not None
        assert after.passage.words.of(after.item.view.draft.text) == words


async def test_a_suggestion_with_an_invisible_character_is_recorded_as_it_is(sample_book: Path) -> None:
    flag_first(sample_book, "Laura Gough", "Laura\u00ad Gough")
    async with reviewing(sample_book) as robot:
        await robot.press("s")
        await robot.sees("Use the suggested wording?")
        await robot.records("As suggested.")
    text = (sample_book / SAMPLE_ITEM / "minutes.md").read_text(encoding="utf-8")
    assert "Laura\u00ad Gough" in text
    assert "\u27e8" not in text


async def test_a_refused_amendment_keeps_its_words_and_so_does_ctrl_q(sample_book: Path) -> None:
    hook = sample_book.parent / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho not today >&2\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    async with reviewing(sample_book) as robot:
        await robot.sees("Its hook pre-commit")
        await robot.press("down", "enter")
        await robot.is_told("They run when")
        await robot.press("e")
        await robot.sees("Amend this passage")
        await robot.types(" Refused.")
        await robot.press("tab")
        await robot.types("Why.")
        await robot.press("ctrl+s")
        await robot.is_told("not today")
        assert any("Refused." in t.words for t in robot.book.context.typing.left_over())
        await robot.press("j", "e")
        await robot.sees("Amend this passage")
        await robot.types(" Cut off.")
        await robot.press("ctrl+q")
        await robot.until(lambda: not robot.app.is_running, "does not end")
    context = open_book_context(sample_book)
    assert {t.words[-8:] for t in context.typing.left_over()} == {"Refused.", "Cut off."[-8:]}
    context.history.close()


async def test_a_name_that_goes_missing_in_the_middle_of_things_is_asked_for_and_they_go_on(
    sample_book: Path,
) -> None:
    flag_first(sample_book, "Laura Gough")
    async with reviewing(sample_book) as robot:
        git(sample_book, "config", "--unset", "user.name")
        await robot.press("x")
        await robot.sees("Who are you?")
        assert not robot.book.message
        await robot.types("Dawn Example")
        await robot.press("ctrl+s")
        await robot.sees("Close this flag")


async def test_what_git_refuses_in_the_middle_of_things_is_only_said(sample_book: Path) -> None:
    flag_first(sample_book, "Laura Gough")
    async with reviewing(sample_book) as robot:
        settings = sample_book.parent / ".git" / "config"
        right = settings.read_text(encoding="utf-8")
        settings.write_text(f"{right}[broken\n", encoding="utf-8")
        await robot.press("x")
        await robot.is_told("git could not read git's settings: bad config line")
        assert robot.app.screen is robot.book
        settings.write_text(right, encoding="utf-8")
        await settles(robot)


async def test_reading_again_an_item_that_is_gone_says_so_and_leaves_it_on_the_screen(
    sample_book: Path,
) -> None:
    async with reviewing(sample_book) as robot:
        item = sample_book / SAMPLE_ITEM
        item.rename(item.with_name("elsewhere"))
        await robot.press("f5")
        await robot.until(lambda: not robot.book.key_queue.is_working, "does not come to an end")
        assert robot.book.message.startswith("This item can't be read any more; what you see is how it was.")
        await robot.sees("Safeguarding Children Board Annual Report")


async def test_finding_a_rule_that_belongs_to_no_passage_does_no_harm(sample_book: Path) -> None:
    minutes = sample_book / SAMPLE_ITEM / "minutes.md"
    minutes.write_text("One.\n\n---\n\nTwo.\n", encoding="utf-8")
    async with reviewing(sample_book) as robot:
        await robot.press("slash")
        await robot.types("---")
        await robot.press("enter", "f3", "f3")
        await robot.is_told("of 1")


async def test_held_flags_can_still_be_reached(sample_book: Path) -> None:
    flag_first(sample_book, "Laura Gough")
    async with reviewing(sample_book) as robot:
        await robot.press("x")
        await robot.sees("Close this flag")
        await robot.press("shift+tab", "enter", "down", "down", "enter", "tab")
        await robot.types("Later.")
        await robot.press("ctrl+s")
        await robot.is_told("Held for later")
        await robot.sees("⚑ other held")


async def test_empty_minutes_can_be_written_and_approved(sample_book: Path) -> None:
    minutes = sample_book / SAMPLE_ITEM / "minutes.md"
    minutes.write_bytes(b"")
    git(sample_book, "commit", "-qam", "Empty")
    async with reviewing(sample_book) as robot:
        await robot.press("e")
        await robot.sees("Amend this passage")
        await robot.types("At last.")
        await robot.records("They were empty.")
        await robot.approves()
    assert minutes.read_bytes() == b"At last."


async def test_a_meeting_with_an_agenda_only_does_not_block_the_book(sample_book: Path) -> None:
    later = sample_book / "2022-06-01-board"
    later.mkdir()
    (later / "meeting.yaml").write_text(
        "body: Board\ndate: 2022-06-01\nitems:\n  - {id: 01-x, title: X}\n", encoding="utf-8"
    )
    async with reviewing(sample_book, item="") as robot:
        await robot.sees("Health and Wellbeing Board")


async def test_a_namesakes_objection_is_not_taken_for_ones_own(sample_book: Path) -> None:
    context = open_book_context(sample_book)
    context.review.object(context.reading.find(SAMPLE_ITEM), "Not so.")
    context.history.close()
    git(sample_book, "config", "user.email", "another.dawn@example.org")
    async with reviewing(sample_book) as robot:
        await robot.press("a")
        await robot.sees("Dawn Example objects: Not so.")
        await robot.press("y")
        await robot.is_told("approved")
        await robot.sees("1 objection")
