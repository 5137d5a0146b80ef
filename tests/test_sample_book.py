"""The sample book: the seed minutes word for word, and nothing else wrong in it."""

import datetime as dt
import hashlib
import re
from pathlib import Path

import pytest

from review_tui.adapters.book import BookFiles
from review_tui.checks.engine import run_checks
from review_tui.model.material import Document, Material
from review_tui.model.passages import PassageKind, passages

MEETING = Path(__file__).parents[1] / "drafts" / "2022-03-16-health-and-wellbeing-board"
SEED = MEETING / "05-safeguarding-children-annual-report"

# The published page between "Minutes:" and "Supporting documents:", split at white space (a no-break space
# counts), the bullets "-" and "·" that stand alone left out, joined by single spaces, as UTF-8, SHA-256.
SEED_WORDS = 650
SEED_DIGEST = "b9644e7aedd61c9c3ae5f09df121ff46cdbdae8a7208bb0b97952442e8d36397"

PAGES = sorted(MEETING.rglob("*.md")) + sorted(MEETING.rglob("*.txt"))
WEEKDAY_AND_DATE = re.compile(
    r"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w*,? (\d{1,2})(?:st|nd|rd|th)? (\w{3})\w*,? (?:20)?(22)\b"
)


def seed_minutes() -> str:
    return (SEED / "minutes.md").read_bytes().decode("utf-8")


def test_every_word_of_the_seed_minutes_is_kept_in_order() -> None:
    words = [word for word in seed_minutes().split() if word != "-"]
    assert len(words) == SEED_WORDS
    assert hashlib.sha256(" ".join(words).encode()).hexdigest() == SEED_DIGEST


def test_the_wrong_year_stands_once_and_in_the_resolution() -> None:
    text = seed_minutes()
    resolutions = [p.span.of(text) for p in passages(text) if p.kind is PassageKind.RESOLUTION]
    assert text.count("2022") == 1
    assert [r.count("October, 2020-September, 2022") for r in resolutions] == [1]
    assert text.count("October, 2020-September, 2021") == 1


def test_the_seed_minutes_come_apart_into_their_paragraphs_and_bullets() -> None:
    kinds = [p.kind for p in passages(seed_minutes())]
    assert kinds.count(PassageKind.BULLET) == 24
    assert kinds.count(PassageKind.PARAGRAPH) == 7
    assert kinds.count(PassageKind.RESOLUTION) == 1


@pytest.mark.parametrize(
    ("source", "period"),
    [("clerk.md", "Oct 20–Sep 21"), ("slides.txt", "October 2020 – September 2021")],
)
def test_the_notes_bear_out_the_right_year_only(source: str, period: str) -> None:
    notes = (SEED / "notes" / source).read_text(encoding="utf-8")
    assert period in notes
    assert "22" not in notes


def test_the_notes_are_not_the_minutes_over_again() -> None:
    """Evidence is found by meaning: a run of ten words in common would make the sample too easy."""
    words = seed_minutes().casefold().split()
    minutes = " ".join(words)
    for source in sorted((SEED / "notes").iterdir()):
        said = source.read_text(encoding="utf-8").casefold().split()
        runs = (" ".join(said[at : at + 10]) for at in range(len(said) - 9))
        assert [run for run in runs if run in minutes] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(MEETING)))
def test_every_page_is_utf_8_with_plain_line_ends(page: Path) -> None:
    text = page.read_bytes().decode("utf-8")
    assert "\r" not in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\N{NO-BREAK SPACE}" not in text


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(MEETING)))
def test_every_weekday_is_that_of_its_date(page: Path) -> None:
    for weekday, day, month, year in WEEKDAY_AND_DATE.findall(page.read_text(encoding="utf-8")):
        date = dt.datetime.strptime(f"{day} {month} 20{year}", "%d %b %Y").replace(tzinfo=dt.UTC)
        assert date.strftime("%a") == weekday


def test_the_dates_with_weekdays_are_seen_by_the_test_above() -> None:
    said = [found for page in PAGES for found in WEEKDAY_AND_DATE.findall(page.read_text(encoding="utf-8"))]
    assert len(said) == 6


def test_the_agenda_names_every_folder_in_order_and_each_has_minutes_and_notes() -> None:
    agenda = re.findall(
        r"^ +- id: (\S+)$", (MEETING / "meeting.yaml").read_text(encoding="utf-8"), re.MULTILINE
    )
    folders = sorted(path.name for path in MEETING.iterdir() if path.is_dir())
    assert agenda == folders
    assert len(agenda) == 8
    for item in agenda:
        assert (MEETING / item / "minutes.md").is_file()
        assert (MEETING / item / "notes" / "clerk.md").is_file()


def test_the_program_reads_the_whole_book_and_finds_the_wrong_year_only() -> None:
    book = BookFiles(MEETING.parent)
    meetings, problems = book.meetings()
    (meeting,) = (m for m in meetings if m.id == MEETING.name)
    drafts = [book.draft(meeting.id, item.id) for item in meeting.items]
    assert problems == ()
    assert [draft.problems for draft in drafts] == [()] * 8
    materials = [
        Material(
            Document.read("minutes.md", draft.text),
            tuple(Document.read(source.name, source.text) for source in draft.notes),
            meeting,
        )
        for draft in drafts
    ]
    found = {draft.item.id: run_checks(material) for draft, material in zip(drafts, materials, strict=True)}
    assert [outcome.failures for outcome in found.values()] == [()] * 8
    noticed = [(item, f.places[0].quote) for item, outcome in found.items() for f in outcome.findings]
    assert noticed == [(SEED.name, "October, 2020-September, 2022")]
    (finding,) = found[SEED.name].findings
    assert finding.suggestion is not None
    assert finding.suggestion.text == "October, 2020-September, 2021"


def test_the_copy_for_tests_is_committed_whole_and_knows_its_reviewer(sample_book: Path) -> None:
    copied = sorted(p.relative_to(sample_book) for p in sample_book.rglob("*") if p.is_file())
    assert Path(MEETING.name, SEED.name, "minutes.md") in copied
    assert len(copied) == len(PAGES) + 2  # meeting.yaml and book.yaml
    assert (sample_book.parent / ".git" / "HEAD").read_text(encoding="utf-8") == "ref: refs/heads/main\n"
