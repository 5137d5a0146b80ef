"""What a newcomer stumbled over, mended: each of these was seen to go wrong."""

import shutil
from pathlib import Path

from review_tui.composition import SAMPLE_ITEM, open_book_context
from review_tui.model.acts import FlagKind
from review_tui.model.quotes import occurrences, quote_at
from tests.stories.reviewers import become
from tests.stories.robot import reviewing


def flag_words(book: Path, *words: str) -> None:
    """Flag words of item 5, each with itself as the comment."""
    context = open_book_context(book)
    for each in words:
        view = context.reading.find(SAMPLE_ITEM)
        span = occurrences(view.draft.text, each)[0]
        context.review.flag(
            view, quote_at(view.draft.text, span), FlagKind.OTHER, f"About {each}.", f"{each}!"
        )
    context.history.close()


async def test_each_of_several_flags_on_one_passage_can_be_reached(sample_book: Path) -> None:
    flag_words(sample_book, "Laura Gough", "keep children", "statutory guidance")
    async with reviewing(sample_book) as robot:
        await robot.sees("1 of 4", "About Laura Gough.")
        await robot.press("n")
        await robot.sees("2 of 4", "About keep children.")
        await robot.press("n")
        await robot.sees("3 of 4", "About statutory guidance.")
        await robot.press("x")
        await robot.sees("Close this flag", "About statutory guidance.")
        await robot.press("escape", "N")
        await robot.sees("2 of 4")
        await robot.press("s")
        await robot.sees("Use the suggested wording?", "{+")


async def test_anothers_objection_is_a_thing_to_look_at_and_to_be_told_of(sample_book: Path) -> None:
    context = open_book_context(sample_book)
    context.review.object(context.reading.find(SAMPLE_ITEM), "This is not what was said.")
    context.history.close()
    become(sample_book, "Chris Example")
    async with reviewing(sample_book) as robot:
        await robot.sees("1 objection")
        await robot.press("t")
        await robot.sees("Dawn Example objects: This is not what was said.")
        await robot.press("enter", "x")
        await robot.is_told("Only Dawn Example")
        await robot.press("a")
        await robot.sees("Approve this item", "Dawn Example objects: This is not what was said.")


async def test_objecting_twice_is_refused(sample_book: Path) -> None:
    async with reviewing(sample_book) as robot:
        await robot.press("o")
        await robot.types("No.")
        await robot.press("ctrl+s")
        await robot.is_told("Objection recorded")
        await robot.press("o")
        await robot.is_told("object to this item already")


async def test_a_stale_approval_is_a_thing_to_look_at(sample_book: Path) -> None:
    context = open_book_context(sample_book)
    context.review.approve(context.reading.find(SAMPLE_ITEM))
    view = context.reading.find(SAMPLE_ITEM)
    context.review.amend(view, view.draft.text.replace("2022", "2021"), "A slip.")
    context.history.close()
    async with reviewing(sample_book) as robot:
        await robot.sees(
            "1 changed since approval",
            "Elsewhere in this item: ~ changed since approval",
            "approved an earlier text",
        )


async def test_typing_that_was_left_is_there_again_for_each_passage_and_purpose(sample_book: Path) -> None:
    async with reviewing(sample_book) as robot:
        await robot.press("e")
        await robot.sees("Amend this passage")
        await robot.types(" First.")
        await robot.press("escape", "j", "e")
        await robot.sees("Amend this passage")
        await robot.press("escape", "f")
        await robot.sees("Flag this passage")
        await robot.types("A doubt.")
        await robot.press("escape", "f")
        await robot.sees("Flag this passage", "A doubt.")
        await robot.press("escape", "k", "e")
        await robot.sees("going on with what you typed before", "First.")


async def test_what_was_typed_outlives_an_edit_outside(sample_book: Path) -> None:
    minutes = sample_book / SAMPLE_ITEM / "minutes.md"
    async with reviewing(sample_book) as robot:
        await robot.press("e")
        await robot.sees("Amend this passage")
        await robot.types(" Mine.")
        minutes.write_bytes(minutes.read_bytes() + b"\nFrom elsewhere.\n")
        await robot.press("tab")
        await robot.types("Why.")
        await robot.press("ctrl+s")
        await robot.is_told("changed since you read")
        await robot.press("f5")
        await robot.sees("What changed", "{+From elsewhere.")
        await robot.press("escape")
        await robot.sees("edited in another program, and that is not recorded")
        await robot.press("e")
        await robot.sees("Record the edit", "{+From elsewhere.")
        await robot.records("The clerk's.")
        await robot.press("e")
        await robot.sees("going on with what you typed before", "Mine.")


async def test_a_second_meeting_is_one_key_away_and_an_item_without_folder_is_told(sample_book: Path) -> None:
    meeting = sample_book / "2022-01-12-planning"
    (meeting / "01-apologies").mkdir(parents=True)
    (meeting / "01-apologies" / "minutes.md").write_text("None.\n", encoding="utf-8")
    (meeting / "meeting.yaml").write_text(
        "body: Planning\ndate: 2022-01-12\nitems:\n"
        "  - {id: 01-apologies, number: '1', title: Apologies}\n"
        "  - {id: 02-missing, number: '2', title: Gone}\n",
        encoding="utf-8",
    )
    async with reviewing(sample_book) as robot:
        await robot.press("m")
        await robot.sees("Meetings of this book", "Planning")
        await robot.press("down", "enter")
        await robot.sees("Planning · 12 January 2022", "None.", "02-missing")
        assert "02-missing: 2022-01-12" not in robot.words


async def test_a_long_flag_is_read_whole_with_its_conversation(sample_book: Path) -> None:
    long = " ".join(f"word{n}" for n in range(120))
    context = open_book_context(sample_book)
    view = context.reading.find(SAMPLE_ITEM)
    span = occurrences(view.draft.text, "Laura Gough")[0]
    act = context.review.flag(view, quote_at(view.draft.text, span), FlagKind.NAME, long).act
    assert act is not None
    for words in ("First answer.", "Second answer."):
        context.review.reply(context.reading.find(SAMPLE_ITEM), act.id, words)
    context.history.close()
    async with reviewing(sample_book) as robot:
        await robot.press("enter")
        await robot.sees("word119", "First answer.", "Second answer.")


async def test_the_kinds_of_a_flag_can_be_seen_all_at_once(sample_book: Path) -> None:
    async with reviewing(sample_book, size=(80, 24)) as robot:
        await robot.press("f", "shift+tab", "enter")
        await robot.until(
            lambda: "attribution" in robot.page and "omission" in robot.page, "sees no list of kinds"
        )


async def test_find_goes_on_into_the_notes(sample_book: Path) -> None:
    async with reviewing(sample_book, size=(80, 24)) as robot:
        await robot.press("slash")
        await robot.types("ICB")
        await robot.press("enter")
        await robot.is_told("in notes/clerk.md")
        await robot.sees("ICB")


async def test_the_right_passage_of_a_finding_leads_to_the_one_to_mend(sample_book: Path) -> None:
    async with reviewing(sample_book) as robot:
        await robot.press("s")
        await robot.sees("Use the suggested wording?", "Resolved:-", "[-2022-]{+2021+}")


async def test_a_book_that_vanishes_while_it_is_open_costs_only_a_sentence(sample_book: Path) -> None:
    async with reviewing(sample_book) as robot:
        shutil.rmtree(sample_book / SAMPLE_ITEM)
        await robot.press("f5")
        await robot.until(lambda: bool(robot.book.message), "is told nothing")
        await robot.press("a")
        assert robot.app.is_running
