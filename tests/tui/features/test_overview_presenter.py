from rich.cells import cell_len

from review_tui.application.receipts import who_has_read
from review_tui.model.people import Reviewer
from review_tui.tui.features.overview.presenter import circulation_page, initials
from tests.tui.facts import ANN, BO, approval, meeting_of, objection

CROWD = [Reviewer(f"Person Number{n}", f"p{n}@example.org") for n in range(14)]


def test_each_item_has_a_sign_for_each_reviewer() -> None:
    page = circulation_page(who_has_read(meeting_of([approval(ANN)], [objection(BO)]))).plain
    rows = [line.split() for line in page.splitlines() if line[:1] in "12"]
    assert [row[-2:] for row in rows if row] == [["✓", "·"], ["·", "✗"]]
    assert "Ann Lee: still to read: 2" in page
    assert "Bo Roe: has read nothing as it is now" in page


def test_a_crowd_of_reviewers_still_fits_a_narrow_screen() -> None:
    page = circulation_page(who_has_read(meeting_of([approval(who) for who in CROWD]))).plain
    assert max(cell_len(line) for line in page.splitlines()) <= 70
    assert page.count("1  Item 1") == 3
    assert page.count("✓") == len(CROWD) + 1


def test_who_has_the_same_initials_is_told_apart() -> None:
    names = ["Dawn Example", "Dora Ellis", "Cher", ""]
    assert initials([Reviewer(n, f"{n}x@example.org") for n in names]) == ["DE", "DE2", "C", "X"]


def test_with_nobody_listed_and_nothing_done_the_page_says_how_to_list_people() -> None:
    assert "book.yaml lists no reviewers" in circulation_page(who_has_read(meeting_of([]))).plain
