from review_tui.model.authorship import AuthoredText, Emails, contributors


def in_a_row(*told: tuple[str, str]) -> list[AuthoredText]:
    return [AuthoredText(*each, (n - 1,) if n else ()) for n, each in enumerate(told)]


def never(_: str, __: Emails) -> bool:
    return False


def test_the_draft_as_received_is_nobodys_amendment() -> None:
    assert contributors(in_a_row(("A", "clerk@x")), never) == {"A": frozenset()}


def test_everybody_who_amended_since_the_last_approved_text_contributed() -> None:
    versions = in_a_row(("A", "clerk@x"), ("B", "Dawn@x"), ("C", "alex@x"), ("D", "ben@x"))
    assert contributors(versions, never)["D"] == {"dawn@x", "alex@x", "ben@x"}
    found = contributors(versions, lambda text, _: text == "C")
    assert found["C"] == {"dawn@x", "alex@x"}
    assert found["D"] == {"ben@x"}


def test_a_text_that_comes_back_holds_the_words_of_those_who_wrote_it_then() -> None:
    versions = in_a_row(("A", "clerk@x"), ("B", "dawn@x"), ("A", "alex@x"), ("C", "ben@x"))
    found = contributors(versions, never)
    assert found["A"] == frozenset()
    assert found["C"] == {"ben@x"}


def test_whether_a_text_is_approved_depends_on_who_wrote_it() -> None:
    asked: list[tuple[str, Emails]] = []

    def is_approved(text: str, wrote: Emails) -> bool:
        asked.append((text, wrote))
        return False

    contributors(in_a_row(("A", "clerk@x"), ("B", "dawn@x")), is_approved)
    assert asked == [("A", frozenset()), ("B", frozenset({"dawn@x"}))]


APART = [AuthoredText("A", "clerk@x"), AuthoredText("B", "ann@x", (0,)), AuthoredText("C", "ben@x", (0,))]


def test_an_approval_of_one_side_of_a_merge_says_nothing_of_the_words_of_the_other() -> None:
    merged = [*APART, AuthoredText("D", "", (1, 2))]
    assert contributors(merged, lambda text, _: text == "C")["D"] == {"ann@x"}
    assert contributors(merged, lambda text, _: text == "B")["D"] == {"ben@x"}


def test_what_somebody_wrote_apart_is_not_in_the_text_of_the_other_side() -> None:
    assert contributors(APART, never)["C"] == {"ben@x"}


def test_who_writes_the_same_words_apart_wrote_them_too() -> None:
    versions = [*APART, AuthoredText("C", "ann@x", (1,))]
    assert contributors(versions, never)["C"] == {"ann@x", "ben@x"}
