from pathlib import Path

import pytest

from review_tui.adapters.book import find_book
from review_tui.model.errors import UnusableBook


def meeting(book: Path, name: str = "2022-03-16-board") -> Path:
    folder = book / name
    (folder / "05-item").mkdir(parents=True)
    (folder / "meeting.yaml").write_text("date: 2022-03-16\n")
    return folder


def test_drafts_beside_us_comes_before_a_book_that_we_stand_in(tmp_path: Path) -> None:
    meeting(tmp_path)
    assert find_book(tmp_path, None) == tmp_path
    meeting(tmp_path / "drafts")
    assert find_book(tmp_path, None) == tmp_path / "drafts"


def test_a_book_yaml_makes_a_book(tmp_path: Path) -> None:
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "book.yaml").write_text("")
    assert find_book(tmp_path, None) == tmp_path / "drafts"


def test_the_nearest_book_above_is_found_from_within(tmp_path: Path) -> None:
    meeting(tmp_path / "drafts")
    folder = meeting(tmp_path / "archive" / "2022")
    (tmp_path / "src" / "deep").mkdir(parents=True)
    assert find_book(folder, None) == tmp_path / "archive" / "2022"
    assert find_book(folder / "05-item", None) == tmp_path / "archive" / "2022"
    assert find_book(tmp_path / "src" / "deep", None) == tmp_path / "drafts"


def test_a_folder_that_is_asked_for_is_opened_or_the_book_around_it(tmp_path: Path) -> None:
    folder = meeting(tmp_path / "minutes")
    assert find_book(tmp_path, tmp_path / "minutes") == tmp_path / "minutes"
    assert find_book(tmp_path, Path("minutes")) == tmp_path / "minutes"
    assert find_book(tmp_path, folder) == tmp_path / "minutes"
    assert find_book(tmp_path, folder / "05-item") == tmp_path / "minutes"
    (folder / "05-item" / "notes").mkdir()
    assert find_book(tmp_path, folder / "05-item" / "notes") == tmp_path / "minutes"


def test_a_book_that_is_asked_for_comes_before_its_own_drafts(tmp_path: Path) -> None:
    meeting(tmp_path)
    meeting(tmp_path / "drafts")
    assert find_book(tmp_path / "elsewhere", tmp_path) == tmp_path


def test_a_repository_that_is_asked_for_means_its_drafts(tmp_path: Path) -> None:
    meeting(tmp_path / "drafts")
    assert find_book(Path("/"), tmp_path) == tmp_path / "drafts"


def test_without_a_book_it_is_said_what_was_looked_for(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "link").symlink_to(meeting(tmp_path / "other" / "place"))
    with pytest.raises(UnusableBook, match="review-tui demo") as refused:
        find_book(tmp_path / "elsewhere", None)
    assert str(tmp_path / "elsewhere" / "drafts") in str(refused.value)


@pytest.mark.parametrize(
    ("asked", "said"),
    [("missing", "does not exist"), ("file", "is not a folder"), ("empty", "is no minute book")],
)
def test_what_is_asked_for_but_is_no_book_is_named(tmp_path: Path, asked: str, said: str) -> None:
    meeting(tmp_path / "drafts")
    (tmp_path / "file").write_text("")
    (tmp_path / "x" / "y" / "empty").mkdir(parents=True)
    place = tmp_path / "x" / "y" / "empty" if asked == "empty" else tmp_path / asked
    with pytest.raises(UnusableBook, match=said) as refused:
        find_book(tmp_path, place)
    assert str(place) in str(refused.value)
