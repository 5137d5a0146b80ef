"""The history of an item on the screen: a list in plain words, one thing whole, one amendment put back."""

from pathlib import Path

from review_tui.composition import SAMPLE_ITEM, open_book_context
from tests.stories.reviewers import become
from tests.stories.robot import reviewing
from tests.stories.test_taking_back import RIGHT, WRONG, amend, flag

HOSTILE = "[/red] [@click=app.quit]x[/] \x1b]0;mine\x07 [b"


async def two_amendments(book: Path) -> None:
    """A date flagged by Alex, settled by Dawn's amendment; then one by Ann elsewhere."""
    become(book, "Alex Example")
    flag(book, SAMPLE_ITEM, WRONG, "It ended in 2021.")
    become(book, "Dawn Example")
    context = open_book_context(book)
    view = context.reading.find(SAMPLE_ITEM)
    flags = [thread.flag.id for thread in view.state.flags]
    context.review.amend(view, view.draft.text.replace(WRONG, RIGHT), "A slip of the pen.", flags)
    context.history.close()
    become(book, "Ann Example")
    amend(book, "powerpoint", "PowerPoint", "It is a name.")
    become(book, "Dawn Example")


async def test_the_list_is_newest_first_and_opens_each_thing_whole(sample_book: Path) -> None:
    await two_amendments(sample_book)
    async with reviewing(sample_book, size=(80, 24)) as robot:
        await robot.press("h")
        await robot.sees(
            "What was done to item 5, newest first", "closed the date flag by Alex Example.", "Today"
        )
        said = robot.words
        heads = (
            "Today",
            "Ann Example · Amendment 2: “powerpoint” to “PowerPoint” It is a name.",
            "Dawn Example · Amendment 1: “September, 2022” to “September, 2021” A slip of the pen;",
            "Alex Example · Date flag on",
            "Friday 18 March 2022 09:00 · Dawn Example ·",
            "The draft as it was received",
        )
        places = [said.index(head) for head in heads]
        assert places == sorted(places)
        await robot.press("down", "enter")
        await robot.sees("Amendment 1 of item 5", "By Dawn Example", "Why: A slip of the pen.")
        await robot.sees("Closed: the date flag by Alex Example: It ended in 2021.", "[-2022-]{+2021+}")
        await robot.press("escape", "enter")
        await robot.sees("Amendment 1 of item 5")
        await robot.press("escape", "down", "enter")
        await robot.sees("Item 5 Safeguarding", "Date flag on", "It ended in 2021.")
        await robot.press("p", "escape", "escape")
        await robot.no_longer_sees("newest first")


async def test_an_amendment_is_put_back_alone_with_a_reason(sample_book: Path) -> None:
    await two_amendments(sample_book)
    async with reviewing(sample_book, size=(80, 24)) as robot:
        await robot.press("h", "down", "enter")
        await robot.sees("restore the wording from before it")
        await robot.press("p")
        await robot.sees("Restore the wording from before amendment 1, by Dawn Example?", "[-2021-]{+2022+}")
        await robot.sees("The date flag by Alex Example, which it closed, stays closed.")
        await robot.press("ctrl+s")
        await robot.sees("Give a reason")
        await robot.types("It was right.")
        await robot.press("ctrl+s")
        await robot.is_told("The wording from before amendment 1 of item 5 is restored.")
        text = robot.book.session.item.view.draft.text
        assert WRONG in text
        assert "PowerPoint" in text
        await robot.press("h")
        await robot.sees(
            "Dawn Example · Amendment 3, which restores the wording from before amendment 1",
            "It was right.",
        )
        await robot.press("down", "down", "enter", "p")
        await robot.sees(
            "The wording from before this amendment can’t be restored",
            "The minutes read as before amendment 1 already",
        )
        await robot.press("enter")
        await robot.sees("Amendment 1 of item 5")


async def test_a_later_change_of_the_same_words_is_named(sample_book: Path) -> None:
    await two_amendments(sample_book)
    amend(sample_book, RIGHT, "September, 2020", "It ended earlier.")
    async with reviewing(sample_book, size=(80, 24)) as robot:
        await robot.press("h", "down", "down", "enter")
        await robot.sees("Amendment 1 of item 5")
        await robot.press("p")
        await robot.sees(
            "before this amendment can’t be restored", "Amendment 3 by Dawn Example", "Nothing was changed."
        )


async def test_a_reason_that_was_being_typed_is_offered_again(sample_book: Path) -> None:
    await two_amendments(sample_book)
    async with reviewing(sample_book) as robot:
        await robot.press("h", "enter")
        await robot.sees("Amendment 2 of item 5")
        await robot.press("p")
        await robot.sees("Restore the wording from before")
        await robot.types("It was better")
        await robot.until(
            lambda: any(t.words == "It was better" for t in robot.book.context.typing.left_over()), "not kept"
        )
    async with reviewing(sample_book) as robot:
        await robot.sees("You were restoring earlier wording with this", "It was better")
        await robot.press("enter")
        await robot.sees("Restore the wording from before amendment 2, by Ann Example", "It was better")
        await robot.press("ctrl+s")
        await robot.is_told("is restored")
        assert robot.book.context.typing.left_over() == ()


async def test_words_of_people_are_shown_as_they_are(sample_book: Path) -> None:
    amend(sample_book, WRONG, RIGHT, HOSTILE)
    shown = "[/red] [@click=app.quit]x[/] ␛]0;mine␇ [b"
    async with reviewing(sample_book, size=(120, 40)) as robot:
        await robot.press("u")
        await robot.sees(shown)
        await robot.press("escape", "h")
        await robot.sees(shown)
        await robot.press("enter")
        await robot.sees("Amendment 1 of item 5", shown)
        await robot.press("escape", "escape", "end", "b")
        await robot.sees("Who wrote", shown)


async def test_a_book_without_history_has_nothing_to_tell_and_says_so(tmp_path: Path) -> None:
    item = tmp_path / "drafts" / "2022-03-16-board" / "01-welcome"
    item.mkdir(parents=True)
    (item / "minutes.md").write_text("Welcome.\n")
    (item.parent / "meeting.yaml").write_text(
        "body: The Board\ndate: 2022-03-16\nitems:\n  - id: 01-welcome\n    number: '1'\n    title: Welcome\n"
    )
    async with reviewing(tmp_path / "drafts", item="1", settled=False) as robot:
        await robot.sees("This book has no history")
        await robot.press("escape", "h")
        await robot.sees("Nothing has been recorded for this item yet.")
        await robot.press("escape", "d")
        await robot.sees("What changed since the first draft", "Nothing has changed since the first draft.")
        await robot.press("escape", "v", "3")
        await robot.sees("Welcome.")
        await robot.press("escape", "b")
        await robot.sees("“Welcome.”", "Not recorded yet.")
        await robot.press("escape", "u")
        await robot.until(lambda: bool(robot.book.message), "is told nothing")
