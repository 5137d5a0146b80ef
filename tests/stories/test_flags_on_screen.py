"""Flags as conversations: on a gap, of the book's own kinds, disputed, without a place, all in one list."""

import subprocess
from pathlib import Path

from textual.widgets import Select

from review_tui.anchoring.placement import PlacementKind
from review_tui.composition import SAMPLE_ITEM
from review_tui.model.acts import DispositionOutcome
from tests.stories.reviewers import amend, become, flag, rule, settle_first
from tests.stories.robot import Robot, reviewing


def git(book: Path, *words: str) -> None:
    subprocess.run(["git", "-C", str(book), *words], check=True, stdout=subprocess.DEVNULL)


def fates(robot: Robot) -> list[PlacementKind]:
    return [placed.placement.fate for placed in robot.book.session.item.flags]


async def test_something_missing_is_flagged_after_a_passage(sample_book: Path) -> None:
    async with reviewing(sample_book, size=(80, 24)) as robot:
        await robot.press("f")
        await robot.sees("Flag this passage", "these words", "What is wrong?", "Flag it Ctrl+S")
        robot.app.screen.query_one("#where", Select).value = "gap"
        await robot.sees("What is missing?", "omission")
        await robot.types("Nobody says who chaired.")
        await robot.press("ctrl+s")
        await robot.is_told("Flagged as omission.")
        (placed,) = robot.book.session.item.flags
        assert placed.thread.flag.quote.quote == ""
        assert placed.placement.span is not None
        assert placed.placement.span.start == robot.book.session.item.passages[0].words.end
        await robot.press("enter")
        await robot.sees("▲", "Nobody says who chaired.")


async def test_what_is_missing_is_put_in_after_a_blank(sample_book: Path) -> None:
    async with reviewing(sample_book) as robot:
        await robot.press("f")
        await robot.sees("Flag this passage")
        robot.app.screen.query_one("#where", Select).value = "gap"
        await robot.press("tab")
        await robot.types("Noted.")
        await robot.press("ctrl+s")
        await robot.is_told("Flagged")
        await robot.press("s")
        await robot.sees("Use the suggested wording?", "{+ Noted.+}")


async def test_chosen_words_are_no_gap_and_the_book_has_its_own_kinds(sample_book: Path) -> None:
    rule(sample_book)
    async with reviewing(sample_book) as robot:
        await robot.press("right", "f")
        await robot.sees("Flag these words")
        assert not robot.app.screen.query("#where")
        robot.app.screen.query_one("#kind", Select).value = "confidential"
        await robot.types("Not for the public.")
        await robot.press("ctrl+s")
        await robot.is_told("Flagged as confidential.")


async def test_all_flags_are_listed_filtered_read_and_gone_to(sample_book: Path) -> None:
    flag(sample_book, "Laura Gough", "name", "Her title?")
    settle_first(sample_book, DispositionOutcome.ACCEPTED, "Checked with her.")
    become(sample_book, "Carol Chair")
    flag(sample_book, "The Board received", "figure", "Which one?", item="6")
    async with reviewing(sample_book, size=(80, 24)) as robot:
        await robot.press("F")
        await robot.sees("Flags: 2 of 2", "✓ 5 name accepted · Dawn Example", "⚑ 6 figure open · Carol Chair")
        await robot.press("w")
        await robot.sees("this item", "Flags: 1 of 2")
        await robot.press("w", "t")
        await robot.sees("Flags: 1 of 2", "figure")
        await robot.press("s", "s")
        await robot.sees("Flags: 0 of 2", "No flag is like that.")
        await robot.press("t", "space")
        await robot.sees("The flag", "accepted: Checked with her.")
        await robot.press("escape", "s", "t")
        await robot.sees("Flags: 2 of 2")
        await robot.press("b")
        await robot.sees("Carol Chair", "Flags: 1 of 2")
        await robot.press("enter")
        await robot.until(lambda: robot.book.session.item.view.item.number == "6", "does not go there")
        await robot.sees("⚑ figure", "Which one?")


async def test_going_to_a_settled_flag_shows_its_conversation(sample_book: Path) -> None:
    flag(sample_book, "Laura Gough", "name", "Her title?")
    settle_first(sample_book, DispositionOutcome.ACCEPTED, "Checked with her.")
    async with reviewing(sample_book, item="1") as robot:
        await robot.press("F", "enter")
        await robot.sees("The flag", "name, accepted", "Her title?", "accepted: Checked with her.")
        assert robot.book.session.item.view.name == SAMPLE_ITEM


async def test_a_flag_settled_apart_is_shown_as_disputed_and_can_be_settled_again(sample_book: Path) -> None:
    flag(sample_book, "Laura Gough", "name", "Her title?")
    git(sample_book, "checkout", "--quiet", "-b", "carol")
    become(sample_book, "Carol Chair")
    settle_first(sample_book, DispositionOutcome.ACCEPTED, "It is right.")
    git(sample_book, "checkout", "--quiet", "main")
    become(sample_book, "Dawn Example")
    settle_first(sample_book, DispositionOutcome.WITHDRAWN, "My mistake.")
    git(sample_book, "merge", "--quiet", "--no-edit", "carol")
    async with reviewing(sample_book) as robot:
        await robot.sees("⚑ name disputed")
        await robot.press("enter")
        await robot.sees("disputed:", "accepted by Carol Chair", "withdrawn by Dawn Example")
        await robot.press("escape", "x")
        await robot.sees("Close this flag")
        await robot.types("Agreed with Carol.")
        await robot.press("ctrl+s")
        await robot.is_told("Flag closed")
        assert not robot.book.session.item.view.state.flags[0].is_disputed


def twins(text: str) -> tuple[str, str]:
    """A line of the sample, and two in its place that it may have become."""
    line = next(line for line in text.splitlines() if "fuel prices" in line)
    return line, f"{line.replace('The ', 'A ')}\n{line.replace('poverty', 'hardship')}"


async def test_a_person_picks_between_two_places_by_their_sentences(sample_book: Path) -> None:
    flag(sample_book, "fuel prices", "figure", "How much?")
    amend(sample_book, *twins((sample_book / SAMPLE_ITEM / "minutes.md").read_text(encoding="utf-8")))
    async with reviewing(sample_book, size=(80, 24)) as robot:
        assert fates(robot) == [PlacementKind.AMBIGUOUS]
        await robot.press("p")
        await robot.sees("Which words is this flag about now?", "Dawn Example: How much?", "hardship")
        await robot.sees("Enter choose Esc cancel")
        await robot.press("j", "enter")
        await robot.is_told("The flag stands there now.")
        (placed,) = robot.book.session.item.flags
        assert placed.placement.span is not None
        text = robot.book.session.item.view.draft.text
        assert "hardship" in text[placed.placement.span.end :].partition("\n")[0]


async def test_lost_words_are_readable_and_chosen_words_take_their_place(sample_book: Path) -> None:
    flag(sample_book, "Chris Edwards", "name", "Is it Edwards?")
    text = (sample_book / SAMPLE_ITEM / "minutes.md").read_text(encoding="utf-8")
    amend(sample_book, next(line for line in text.splitlines() if "Chris Edwards" in line), "He left.")
    async with reviewing(sample_book) as robot:
        assert fates(robot) == [PlacementKind.LOST]
        await robot.press("home", "right", "shift+right", "p")
        await robot.sees("Chris Edwards reported that", "The words are gone", "(the words you have chosen)")
        await robot.press("enter")
        await robot.is_told("The flag stands there now.")
        (placed,) = robot.book.session.item.flags
        assert placed.placement.span is not None
        assert placed.placement.span.of(robot.book.session.item.view.draft.text).startswith("Laura")


async def test_with_nothing_to_place_p_says_so(sample_book: Path) -> None:
    flag(sample_book, "Laura Gough")
    async with reviewing(sample_book) as robot:
        await robot.press("p")
        await robot.is_told("Every flag here has its place.")


HOSTILE = "[sic] [/] [@click=app.quit]go[/] \x1b]0;APPROVED\x07 \u202ex"
SHOWN = "[sic] [/] [@click=app.quit]go[/] ␛]0;APPROVED␇ ⟨U+202E⟩x"


async def test_what_people_write_is_shown_as_they_wrote_it_on_every_page(sample_book: Path) -> None:
    become(sample_book, "Carol [/] [@click=app.quit]C")
    flag(sample_book, "Laura Gough", "wor[/]ding", HOSTILE)
    become(sample_book, "Dawn Example")
    async with reviewing(sample_book) as robot:
        await robot.press("F")
        await robot.sees(SHOWN[:45], "wor[/]ding open · Carol [/] [@click=app.quit]C")
        await robot.press("space")
        await robot.sees(SHOWN, "Carol [/] [@click=app.quit]C")
        await robot.press("escape", "escape", "S")
        await robot.sees("The wor[/]ding flag by Carol [/] [@click=app.quit]C on")
        await robot.press("escape", "c")
        await robot.sees("Carol [/] [@click=app.quit]C: has read nothing")
        await robot.press("escape", "right", "p")
        await robot.sees(SHOWN, "(the words you have chosen)")
        await robot.press("escape", "x")
        await robot.types("[/] so")
        await robot.press("ctrl+s")
        await robot.is_told("Flag closed")
        await robot.press("a", "enter")
        await robot.is_told("approved")
        await robot.press("q")
        await robot.sees("accepted: [/] so")
