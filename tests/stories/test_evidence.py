"""The notes follow the draft, and the draft the notes; what has no counterpart is a key away."""

from pathlib import Path

from review_tui.model.passage_evidence import Support
from tests.stories.robot import Robot, reviewing


def found(book: Path, pattern: str) -> list[Path]:
    return list(book.rglob(pattern))


def add(path: Path, words: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + f"\n{words}\n", encoding="utf-8")


async def evidence_is_known(robot: Robot) -> None:
    await robot.until(lambda: robot.book.session.item.evidence.has_notes, "does not know the evidence")


def lit_lines(robot: Robot) -> list[str]:
    """The lines of the notes that are lit."""
    return [b.text for b in robot.book.panes.notes.blocks if any(m.kind == "evidence" for m in b.marks)]


async def rests_on(robot: Robot, words: str) -> None:
    """Move down until the cursor rests on the passage with these words."""
    for _ in range(60):
        here = robot.book.here
        assert here is not None
        if words in here.passage.words.of(robot.book.session.item.view.draft.text):
            return
        await robot.press("j")
    raise AssertionError(f"no passage says “{words}”")


async def test_moving_in_the_draft_lights_what_it_rests_on(sample_book: Path) -> None:
    async with reviewing(sample_book) as robot:
        await evidence_is_known(robot)
        await rests_on(robot, "Launch of revised Neglect Strategy")
        assert any("Neglect Strategy revised" in line for line in lit_lines(robot))
        await robot.sees("l: confirm")
        await rests_on(robot, "Child Death Overview")
        assert any("CDOP" in line for line in lit_lines(robot))
        assert not any("Neglect Strategy revised" in line for line in lit_lines(robot))


async def test_the_draft_shows_what_rests_on_a_line_of_the_notes(sample_book: Path) -> None:
    async with reviewing(sample_book) as robot:
        await evidence_is_known(robot)
        await robot.press("tab")
        panes = robot.book.panes
        index = next(n for n, b in enumerate(panes.notes.blocks) if "Neglect Strategy revised" in b.text)
        panes.notes.move_to(index)
        await robot.sees("“Launch of revised Neglect Strategy")
        lit = [b.text for b in panes.draft.blocks if any(m.kind == "evidence" for m in b.marks)]
        assert any(text.startswith("Launch of revised Neglect Strategy") for text in lit)
        assert panes.draft.cursor == 0, "the place in the draft is kept"


async def test_confirming_is_one_key_and_a_choice_and_is_kept(sample_book: Path) -> None:
    async with reviewing(sample_book) as robot:
        await evidence_is_known(robot)
        await rests_on(robot, "Launch of revised Neglect Strategy")
        await robot.press("l")
        await robot.sees("Where does this passage come from?", "It comes from these lines")
        await robot.press("enter")
        await robot.is_told("Confirmed where the passage comes from")
        await robot.press("down", "up")  # the sentence stood where the evidence is told, until the next key
        await robot.sees("Dawn Example confirmed")
        here = robot.book.here
        assert here is not None
        grounds = robot.book.session.item.evidence_of(here.passage.index)
        assert grounds is not None
        assert grounds.support is Support.CONFIRMED
    assert len(found(sample_book, "*-evidence-*.yaml")) == 1


async def test_other_lines_are_chosen_in_the_notes(sample_book: Path) -> None:
    async with reviewing(sample_book) as robot:
        await evidence_is_known(robot)
        await rests_on(robot, "Launch of revised Neglect Strategy")
        await robot.press("tab")
        panes = robot.book.panes
        index = next(n for n, b in enumerate(panes.notes.blocks) if b.text == "Safeguarding Awareness Wk")
        panes.notes.move_to(index)
        await robot.press("l")
        await robot.sees("It comes from this line")
        await robot.press("enter")
        await robot.is_told("Confirmed")
        await robot.press("shift+tab")
        assert lit_lines(robot) == ["Safeguarding Awareness Wk"]


async def test_what_has_no_counterpart_is_a_key_away(sample_book: Path) -> None:
    words = "The Morris dancers of Wickersley thanked the caterers for the trifle."
    add(found(sample_book, "05-*/notes/clerk.md")[0], "Mrs Plum's parrot escaped in the interval")
    add(found(sample_book, "05-*/minutes.md")[0], words)
    async with reviewing(sample_book) as robot:
        await evidence_is_known(robot)
        evidence = robot.book.session.item.evidence
        text = robot.book.session.item.view.draft.text
        assert words in [robot.book.session.item.passages[n].words.of(text) for n in evidence.unsupported]
        assert any("parrot" in place.quote for place in evidence.unused)
        for _ in evidence.unsupported:
            await robot.press("w")
        await robot.sees("No line of the notes was found for this")
        await robot.press("tab")
        for _ in evidence.unused:
            await robot.press("w")
        await robot.sees("No passage comes from this line")


async def test_coverage_is_told(sample_book: Path) -> None:
    async with reviewing(sample_book, size=(160, 40)) as robot:
        await evidence_is_known(robot)
        await robot.sees("facts found in the notes; notes for")


async def test_back_from_the_notes_the_cursor_of_the_draft_is_in_sight(sample_book: Path) -> None:
    async with reviewing(sample_book, size=(80, 24)) as robot:
        await evidence_is_known(robot)
        await robot.press("end", "tab", "shift+tab")
        await robot.sees("be noted.")


async def test_how_other_lines_are_chosen_is_told_at_any_size(sample_book: Path) -> None:
    async with reviewing(sample_book, size=(80, 24)) as robot:
        await evidence_is_known(robot)
        await robot.press("l")
        await robot.sees("To choose other lines: press Tab", "Enter choose")
