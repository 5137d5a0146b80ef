from review_tui.tui.presenters.notice import CATCHING_UP, notice


def rows(
    warning: str = "", complaints: tuple[str, ...] = (), message: str = "", *, slow: bool = False
) -> list[str]:
    return notice(warning, complaints, message, is_slow=slow).plain.splitlines()


def test_where_there_is_nothing_to_say_no_row_is_taken() -> None:
    assert rows() == []


def test_what_stays_comes_first_and_what_was_said_last_below_it() -> None:
    shown = rows("Changed.", ("One act can't be read.",), "Flagged.", slow=True)
    assert [row.strip("»! ") for row in shown[:3]] == ["Changed.", "One act can't be read.", "Flagged."]
    assert shown[3:] == [CATCHING_UP]


def test_a_warning_that_was_just_said_is_not_said_twice() -> None:
    assert len(rows("A merge.", (), "A merge.")) == 1


def test_of_several_complaints_the_first_is_said_and_the_others_counted_each_once() -> None:
    (row,) = rows(complaints=("One.", "Two.", "One.", "Three."))
    assert row == "! One. (and 2 more: see `review-tui status`)"
