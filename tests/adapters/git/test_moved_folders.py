"""What one side has given another name, and what becomes of the other's work in it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from review_tui.adapters.git.exchange import GitExchange
from review_tui.adapters.git.moved_folders import moved, moves_between
from review_tui.application.sync_ports import FileOutcome
from tests.adapters.real_book import RealBook

WORDS = {"05-report/minutes.md": "Noted.\n", "06-other/minutes.md": "Other.\n", "06-other/notes/c.md": "c\n"}
FLAG = "05-report/acts/x.yaml"


@pytest.fixture
def board(book: RealBook) -> RealBook:
    for name, words in WORDS.items():
        put(book, name, words)
    book.commit_all("Start")
    book.git("switch", "--quiet", "--create", "side")
    book.git("switch", "--quiet", "main")
    return book


def put(book: RealBook, name: str, words: str, meeting: str = "m") -> None:
    path = book.book / meeting / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, encoding="utf-8")


def renames(old: str, new: str) -> Callable[[RealBook], object]:
    return lambda book: (book.book / old).rename(book.book / new)


def works(book: RealBook) -> None:
    put(book, "05-report/minutes.md", "Received.\n")
    put(book, FLAG, "act: flag\n")


def joined(
    book: RealBook, main: Callable[[RealBook], object], side: Callable[[RealBook], object]
) -> list[str]:
    """What both have to be asked about, once the two are brought together; all else is in place then."""
    for branch, does in (("side", side), ("main", main)):
        book.git("switch", "--quiet", branch)
        does(book)
        book.commit_all(f"On {branch}")
    exchange = GitExchange(book.history)
    divergence = exchange.divergence(book.git("rev-parse", "side").strip())
    files: dict[str, FileOutcome] = {each.path: each.ours for each in divergence.both}
    exchange.join(divergence, files, "Bring together")
    assert book.status() == []
    return [each.path for each in divergence.both]


def tracked(book: RealBook) -> dict[str, str]:
    listed = book.git("ls-files", "drafts/m*").split()
    return {name.removeprefix("drafts/"): (book.top / name).read_text("utf-8") for name in listed}


@pytest.mark.parametrize("is_ours", [True, False], ids=["we rename", "they rename"])
@pytest.mark.parametrize(
    ("old", "new", "at"), [("m/05-report", "m/05-annual", "m/05-annual"), ("m", "m-x", "m-x/05-report")]
)
def test_work_goes_with_a_folder_that_the_other_renames(
    board: RealBook, old: str, new: str, at: str, *, is_ours: bool
) -> None:
    sides = (renames(old, new), works)
    assert joined(board, *(sides if is_ours else sides[::-1])) == []
    found = tracked(board)
    assert found[f"{at}/minutes.md"] == "Received.\n"
    assert found[f"{at}/acts/x.yaml"] == "act: flag\n"
    assert len(found) == len(WORDS) + 1


def test_what_both_changed_is_asked_about_under_the_new_name(board: RealBook) -> None:
    def both(book: RealBook) -> None:
        renames("m", "m-x")(book)
        put(book, "05-report/minutes.md", "Welcomed.\n", "m-x")

    assert joined(board, works, both) == ["drafts/m-x/05-report/minutes.md"]
    assert tracked(board)["m-x/05-report/minutes.md"] == "Received.\n"


def test_two_names_or_a_name_that_is_taken_lose_nothing(board: RealBook) -> None:
    def takes_the_name(book: RealBook) -> None:
        works(book)
        put(book, "05-annual/minutes.md", "Another.\n")

    assert joined(board, renames("m/05-report", "m/05-annual"), takes_the_name) != []
    assert {"act: flag\n"} <= set(tracked(board).values())


@pytest.mark.parametrize("is_ours", [True, False], ids=["we rename", "they rename"])
def test_what_one_renames_is_not_taken_away_with_what_the_other_copied(
    board: RealBook, *, is_ours: bool
) -> None:
    def copies(book: RealBook) -> None:
        words = (book.book / "m/05-report/minutes.md").read_text("utf-8")
        (book.book / "m/05-report/minutes.md").unlink()
        put(book, "07-one/minutes.md", words)
        put(book, "08-two/minutes.md", words)

    sides = (renames("m/05-report", "m/05-annual"), copies)
    joined(board, *(sides if is_ours else sides[::-1]))
    assert {f"m/{each}/minutes.md" for each in ("05-annual", "07-one", "08-two")} <= set(tracked(board))


def test_a_folder_is_another_only_where_all_of_it_went(board: RealBook, tmp_path: Path) -> None:
    before = board.git("rev-parse", "HEAD^{tree}").strip()
    renames("m/06-other/minutes.md", "m/06-other/words.md")(board)
    board.commit_all()
    now = board.git("rev-parse", "HEAD^{tree}").strip()
    moves = moves_between(board.history.repository(), before, now)
    assert [b"/".join(new).decode() for new in moves.values()] == ["drafts/m/06-other/words.md"]
    assert moved((b"drafts", b"m", b"06-other", b"notes"), moves)[-1] == b"notes"
