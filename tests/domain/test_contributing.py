from review_tui.domain.contributing import Emails, contributors


def never(_: str, __: Emails) -> bool:
    return False


def test_the_draft_as_received_is_nobodys_amendment() -> None:
    assert contributors([("A", "clerk@x")], never) == {"A": frozenset()}


def test_everybody_who_amended_since_the_last_approved_text_contributed() -> None:
    versions = [("A", "clerk@x"), ("B", "Dawn@x"), ("C", "alex@x"), ("D", "ben@x")]
    assert contributors(versions, never)["D"] == {"dawn@x", "alex@x", "ben@x"}
    found = contributors(versions, lambda text, _: text == "C")
    assert found["C"] == {"dawn@x", "alex@x"}
    assert found["D"] == {"ben@x"}


def test_a_text_that_comes_back_holds_the_words_of_those_who_wrote_it_then() -> None:
    versions = [("A", "clerk@x"), ("B", "dawn@x"), ("A", "alex@x"), ("C", "ben@x")]
    found = contributors(versions, never)
    assert found["A"] == frozenset()
    assert found["C"] == {"ben@x"}


def test_whether_a_text_is_approved_depends_on_who_wrote_it() -> None:
    asked: list[tuple[str, Emails]] = []

    def is_approved(text: str, wrote: Emails) -> bool:
        asked.append((text, wrote))
        return False

    contributors([("A", "clerk@x"), ("B", "dawn@x")], is_approved)
    assert asked == [("A", frozenset()), ("B", frozenset({"dawn@x"}))]
