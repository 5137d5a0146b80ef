"""The history of an item on the screen: a list in plain words, one thing whole, one amendment put back."""

from pathlib import Path

from review_tui.wiring import SAMPLE_ITEM, lay_desk
from tests.stories.reviewers import become
from tests.stories.robot import reviewing
from tests.stories.test_taking_back import RIGHT, WRONG, amend, flag

HOSTILE = "[/red] [@click=app.quit]x[/] \x1b]0;mine\x07 [b"


async def two_amendments(book: Path) -> None:
    """A date flagged by Alex, settled by Dawn's amendment; then one by Ann elsewhere."""
    become(book, "Alex Example")
    flag(book, SAMPLE_ITEM, WRONG, "It ended in 2021.")
    become(book, "Dawn Example")
    desk = lay_desk(book)
    view = desk.reading.find(SAMPLE_ITEM)
    flags = [talk.flag.id for talk in view.state.flags]
    desk.review.amend(view, view.draft.text.replace(WRONG, RIGHT), "A slip of the pen.", flags)
    desk.history.close()
    become(book, "Ann Example")
    amend(book, "powerpoint", "PowerPoint", "It is a name.")
    become(book, "Dawn Example")


async def test_the_list_is_newest_first_and_opens_each_thing_whole(sample_book: Path) -> None:
    await two_amendments(sample_book)
    async with reviewing(sample_book, size=(80, 24)) as robot:
        await robot.press("h")
        await robot.sees("What was done to item 5, newest first", "settled the date flag by Alex Example.")
        said = robot.words
        heads = (
            "Amendment 2, by Ann",
            "Amendment 1, by Dawn",
            "Date flag on",
            "The draft as it was received",
        )
        places = [said.index(head) for head in heads]
        assert places == sorted(places)
        await robot.press("down", "enter")
        await robot.sees("Amendment 1 of item 5", "By Dawn Example", "Why: A slip of the pen.")
        await robot.sees("Settled: the date flag by Alex Example: It ended in 2021.", "[-2022-]{+2021+}")
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
        await robot.sees("put it back alone")
        await robot.press("p")
        await robot.sees("Put back amendment 1, by Dawn Example, and nothing else?", "[-2021-]{+2022+}")
        await robot.sees("The date flag by Alex Example, which it settled, stays settled.")
        await robot.press("ctrl+s")
        await robot.sees("Give a reason")
        await robot.types("It was right.")
        await robot.press("ctrl+s")
        await robot.is_told("Amendment 1 of item 5 is put back.")
        text = robot.book.item.view.draft.text
        assert WRONG in text
        assert "PowerPoint" in text
        await robot.press("h")
        await robot.sees("Amendment 3, which puts back amendment 1, by Dawn Example", "It was right.")
        await robot.press("down", "down", "enter", "p")
        await robot.sees("This amendment can’t be put back alone", "Amendment 1 is put back already")
        await robot.press("enter")
        await robot.sees("Amendment 1 of item 5")


async def test_a_later_change_of_the_same_words_is_named(sample_book: Path) -> None:
    await two_amendments(sample_book)
    amend(sample_book, RIGHT, "September, 2020", "It ended earlier.")
    async with reviewing(sample_book, size=(80, 24)) as robot:
        await robot.press("h", "down", "down", "enter")
        await robot.sees("Amendment 1 of item 5")
        await robot.press("p")
        await robot.sees("can’t be put back alone", "Amendment 3 by Dawn Example", "Nothing was changed.")


async def test_a_reason_that_was_being_typed_is_offered_again(sample_book: Path) -> None:
    await two_amendments(sample_book)
    async with reviewing(sample_book) as robot:
        await robot.press("h", "enter")
        await robot.sees("Amendment 2 of item 5")
        await robot.press("p")
        await robot.sees("and nothing else?")
        await robot.types("It was better")
        await robot.until(
            lambda: any(t.words == "It was better" for t in robot.book.desk.typing.left_over()), "not kept"
        )
    async with reviewing(sample_book) as robot:
        await robot.sees("You were putting an amendment back with this", "It was better")
        await robot.press("enter")
        await robot.sees("Put back amendment 2, by Ann Example", "It was better")
        await robot.press("ctrl+s")
        await robot.is_told("is put back")
        assert robot.book.desk.typing.left_over() == ()


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
