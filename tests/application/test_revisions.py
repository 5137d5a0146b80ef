import pytest

from review_tui.application.item_versions import ItemVersions
from review_tui.application.review import Review
from review_tui.application.revisions import Revision, Revisions
from review_tui.application.undo import UndoService
from review_tui.model.acts import DispositionOutcome
from review_tui.model.errors import Refusal
from review_tui.model.text import encode
from tests.application.fakes import ALEX, DAWN, TEXT, Table

FIXED = TEXT.replace("2020-22", "2020-21")
NOTED = FIXED.replace("noted", "received")


def find(table: Table, asked: str) -> Revision:
    return Revisions(table.history, table.item, ItemVersions(table.history)).find(asked)


@pytest.fixture
def amended(table: Table) -> Table:
    """Two amendments; Dawn approved after the first, Alex read after it."""
    table.review.amend(table.item, FIXED, "A slip.")
    table.review.approve(table.item)
    table.history.who = ALEX
    table.another(Review).receipt(table.item)
    table.history.who = DAWN
    table.review.amend(table.item, NOTED, "As resolved.")
    return table


@pytest.mark.parametrize(
    ("asked", "what", "text"),
    [
        ("first", "the first draft", TEXT),
        ("now", "the draft now", NOTED),
        ("approved", "the text as last approved", FIXED),
        ("MINE", "the text as you last approved it", FIXED),
        ("read", "the text as you last read it", FIXED),
        ("1", "amendment 1 (by Dawn Example)", FIXED),
        ("2", "amendment 2 (by Dawn Example)", NOTED),
    ],
)
def test_points_are_found_by_the_names_that_people_give_them(
    amended: Table, asked: str, what: str, text: str
) -> None:
    assert find(amended, asked) == Revision(what, text)


def test_what_was_never_said_is_no_point(amended: Table) -> None:
    amended.history.who = ALEX
    with pytest.raises(Refusal, match="You have not approved item 5 yet"):
        find(amended, "mine")
    assert find(amended, "read").text == FIXED
    for asked in ("3", "0", "", "abcdef123"):
        with pytest.raises(Refusal, match="has no point called"):
            find(amended, asked)


def test_a_commit_that_changed_no_words_is_the_text_it_was_about(amended: Table) -> None:
    entries = amended.history.log([amended.item.name])
    approving = next(e for e in entries if e.subject.startswith("Approve"))
    found = find(amended, approving.id)
    assert found.text == FIXED
    assert found.what.startswith("“Approve item 5: Annual Report” (Dawn Example, Sunday 20 March 2022, ")


def test_a_commit_that_names_no_text_is_the_text_as_it_was_then(table: Table) -> None:
    table.review.object(table.item, "Not so.")
    table.review.settle(
        table.item, table.item.state.objections[0].id, DispositionOutcome.WITHDRAWN, "I misread."
    )
    settled = table.history.log([table.item.name])[0]
    table.review.amend(table.item, FIXED, "A slip.")
    assert find(table, settled.id).text == TEXT


def test_an_amendment_taken_back_is_still_a_point(amended: Table) -> None:
    amended.another(UndoService).undo()
    assert find(amended, "2") == Revision("amendment 2 (by Dawn Example, taken back since)", NOTED)
    assert find(amended, "now").text == FIXED
    assert encode(FIXED) == amended.history.tip[amended.item.draft.path]
