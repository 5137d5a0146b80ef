"""The story that everything started from: a wrong year in a resolution, put right before it is the record."""

import subprocess
from pathlib import Path

from review_tui.composition import SAMPLE_ITEM
from review_tui.model.text import decode, digest
from tests.stories.robot import reviewing

WRONG, RIGHT = "October, 2020-September, 2022", "October, 2020-September, 2021"


def git(book: Path, *words: str, given: str | None = None) -> str:
    run = subprocess.run(
        ["git", "-C", str(book), *words], capture_output=True, text=True, check=True, input=given
    )
    return run.stdout


def trailers(book: Path, commit: str) -> dict[str, str]:
    """What git reads from a message's end."""
    lines = git(book, "interpret-trailers", "--parse", given=git(book, "log", "-1", "--format=%B", commit))
    return dict(line.split(": ", 1) for line in lines.splitlines())


async def test_from_the_wrong_year_to_an_approval_that_goes_stale_and_is_renewed(sample_book: Path) -> None:
    minutes = sample_book / SAMPLE_ITEM / "minutes.md"
    before = minutes.read_bytes()
    async with reviewing(sample_book, size=(80, 24)) as robot:
        await robot.sees("! period")
        await robot.goes_to_next_concern()
        await robot.sees("September, 2022", "s: use suggestion")

        await robot.press("s")
        await robot.sees("Use the suggested wording?", "{+")
        await robot.records("The year was a slip of the pen.")
        assert minutes.read_bytes() == before.replace(WRONG.encode(), RIGHT.encode())
        await robot.no_longer_sees("! period")

        await robot.approves()
        await robot.sees("✓ approved by Dawn Example")
        approved = digest(decode(minutes.read_bytes()))

        await robot.press("home", "e")
        await robot.sees("Amend this passage")
        await robot.types(" Questions followed.")
        await robot.sees("{+")
        await robot.records("Left out by mistake.")
        await robot.sees("~ changed since approval")

        await robot.approves()
        await robot.sees("✓ approved by Dawn Example")

    subjects = git(sample_book, "log", "--format=%s").splitlines()
    assert [s.partition(":")[0] for s in subjects[:4]] == [
        "Approve item 5",
        "Amend item 5",
        "Approve item 5",
        "Amend item 5",
    ]
    first = trailers(sample_book, "HEAD~3")
    assert f"{first['Meeting']}/{first['Item']}" == SAMPLE_ITEM
    assert first["Text"] == approved == trailers(sample_book, "HEAD~2")["Text"]
    assert "The year was a slip of the pen." in git(sample_book, "log", "-1", "--format=%b", "HEAD~3")
    assert git(sample_book, "log", "-1", "--format=%an <%ae>").strip() == "Dawn Example <dawn@example.org>"
    assert git(sample_book, "status", "--porcelain") == ""
    changed = git(sample_book, "show", "--name-only", "--format=", "HEAD~3").split()
    assert changed == [f"drafts/{SAMPLE_ITEM}/minutes.md"]


async def test_flagging_chosen_words_and_settling_the_flag_by_an_amendment(sample_book: Path) -> None:
    async with reviewing(sample_book) as robot:
        await robot.press("right", "right", "shift+right")
        chosen = robot.book.here
        assert chosen is not None
        assert chosen.chosen is not None
        words = chosen.chosen.of(chosen.item.view.draft.text)
        assert len(words.split()) == 2
        await robot.press("f")
        await robot.sees("Flag these words", words)
        await robot.types("Her title is wrong.")
        await robot.press("ctrl+s")
        await robot.is_told("Flagged")
        await robot.sees("⚑ wording Dawn Example: Her title is wrong.")

        await robot.press("a")
        await robot.is_told("still open")

        await robot.press("e")
        await robot.sees("Closes Dawn Example’s flag")
        await robot.types(" Indeed.")
        await robot.records("Title corrected.")
        await robot.no_longer_sees("Her title is wrong.")
    assert "Settles" in trailers(sample_book, "HEAD")


async def test_what_was_typed_is_offered_again(sample_book: Path) -> None:
    async with reviewing(sample_book) as robot:
        await robot.press("e")
        await robot.sees("Amend this passage")
        await robot.types(" Half a sentence")
        await robot.until(
            lambda: any("Half a sentence" in t.words for t in robot.book.context.typing.left_over()),
            "what is typed is not kept",
        )
    async with reviewing(sample_book) as robot:
        await robot.sees("You were amending this, and it is not recorded", "Half a sentence")
        await robot.press("enter")
        await robot.sees("Amend this passage", "Half a sentence")
        await robot.records("Finished at last.")
    assert b"Half a sentence" in (sample_book / SAMPLE_ITEM / "minutes.md").read_bytes()


async def test_a_flag_being_written_is_offered_again(sample_book: Path) -> None:
    async with reviewing(sample_book) as robot:
        await robot.press("n", "f")
        await robot.sees("Flag these words")
        await robot.types(" And more.")
        await robot.until(
            lambda: any("And more." in t.words for t in robot.book.context.typing.left_over()),
            "what is typed is not kept",
        )
    async with reviewing(sample_book) as robot:
        await robot.sees("You were writing this flag, and it is not recorded", "And more.")
        await robot.press("enter")
        await robot.sees("Flag these words", WRONG, "And more.")
        await robot.press("ctrl+s")
        await robot.is_told("Flagged")
        assert robot.book.context.typing.left_over() == ()
    assert git(sample_book, "log", "-1", "--format=%s").startswith("Flag item 5: ")


async def test_next_thing_leads_through_the_items(sample_book: Path) -> None:
    async with reviewing(sample_book, item="1") as robot:
        await robot.goes_to_next_concern()
        assert robot.book.session.item.view.item.number == "5"
        await robot.press("n")
        await robot.is_told("the only thing to look at")


async def test_a_finding_is_dismissed_with_a_reason(sample_book: Path) -> None:
    async with reviewing(sample_book) as robot:
        await robot.goes_to_next_concern()
        await robot.press("x")
        await robot.sees("Dismiss this finding", "The resolution gives the period")
        await robot.types("It was read out so.")
        await robot.press("ctrl+s")
        await robot.is_told("dismissed")
        await robot.sees("Nothing to look at in this item.")
    message = git(sample_book, "log", "-1", "--format=%B")
    assert message.startswith("Dismiss in item 5: period finding")
    assert "It was read out so." in message


async def test_an_edit_outside_is_noticed_and_recorded(sample_book: Path) -> None:
    minutes = sample_book / SAMPLE_ITEM / "minutes.md"
    async with reviewing(sample_book) as robot:
        minutes.write_bytes(minutes.read_bytes() + b"\nAn addition from elsewhere.\n")
        robot.book._watch()
        await robot.sees("minutes.md of item 5 was edited in another program. F5: see what changed")
        await robot.press("a")
        await robot.is_told("Press F5")
        await robot.press("f5")
        await robot.sees("What changed", "{+An addition from elsewhere.")
        await robot.press("escape")
        await robot.no_longer_sees("minutes.md of item 5 was edited in another program. F5: see what changed")
        await robot.press("e")
        await robot.sees("edited in another program", "{+An addition from elsewhere.")
        await robot.records("The clerk added it.")
    assert git(sample_book, "status", "--porcelain") == ""


async def test_a_book_under_a_merge_opens_to_read_and_says_why(sample_book: Path) -> None:
    (sample_book.parent / ".git" / "MERGE_HEAD").write_text(
        git(sample_book, "rev-parse", "HEAD"), encoding="utf-8"
    )
    async with reviewing(sample_book) as robot:
        await robot.sees("merg")
        await robot.press("a")
        await robot.is_told("merg")
    assert git(sample_book, "log", "--format=%s").count("\n") == 1


async def test_find_marks_the_words_in_draft_and_notes(sample_book: Path) -> None:
    async with reviewing(sample_book) as robot:
        await robot.press("slash")
        await robot.types("fuel")
        await robot.press("enter")
        await robot.is_told(", in the draft")
        here = robot.book.here
        assert here is not None
        assert "fuel" in here.passage.words.of(here.item.view.draft.text).lower()


async def test_help_and_history_open_and_close(sample_book: Path) -> None:
    async with reviewing(sample_book, size=(80, 24)) as robot:
        await robot.press("question_mark")
        await robot.sees("Moving about", "Go to the next passage.")
        await robot.press("escape", "h")
        await robot.sees("What was done to item 5", "The draft as it was received")
        await robot.press("escape", "t")
        await robot.sees("Things to look at")
        await robot.press("enter")
        await robot.sees("s: use suggestion")
