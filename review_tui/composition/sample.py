"""The sample book: a copy of it in a repository of its own."""

from pathlib import Path

from review_tui.model.errors import Refusal
from review_tui.model.people import Reviewer
from review_tui.model.visible import visible

SAMPLE_MEETING = "2022-03-16-health-and-wellbeing-board"
SAMPLE_ITEM = f"{SAMPLE_MEETING}/05-safeguarding-children-annual-report"
DEMO_REVIEWER = Reviewer("Demo Reviewer", "reviewer@example.org")


def copy_sample(folder: Path) -> Path:
    """A copy of the sample book in a repository of its own, below ``folder``; the book."""
    import shutil  # noqa: PLC0415 -- only for the demonstration

    from review_tui.adapters.git import make_repository  # noqa: PLC0415 -- only for the demonstration

    if folder.exists() and any(folder.iterdir()):
        raise Refusal(f"{visible(str(folder))} is not empty. Name a new folder for the copy.")
    book = folder / "drafts"
    shutil.copytree(_sample() / SAMPLE_MEETING, book / SAMPLE_MEETING)
    for name in ("book.yaml", ".gitattributes"):
        shutil.copy(_sample() / name, book / name)
    make_repository(folder, DEMO_REVIEWER)
    return book


def _sample() -> Path:
    """Where the sample book is: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).parents[1]
    inside = package / "sample_book"
    return inside if inside.is_dir() else package.parent / "drafts"
