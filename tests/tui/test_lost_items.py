"""An item of a file that lost its place, as the screen reads it before that is told and after."""

from pathlib import Path

from review_tui.composition import open_book_context
from review_tui.tui.features.undo import actions as undoing
from review_tui.tui.item_loader import ItemLoader
from tests.one_file import MINUTES, commit, make


def test_what_is_read_for_the_screen_follows_which_item_is_told_to_be_which(tmp_path: Path) -> None:
    file = make(tmp_path)
    context = open_book_context(file.parent, file=file.name)
    context.review.approve(context.reading.find("6"))
    words = MINUTES.rpartition("## 6. Loneliness")[2]
    file.write_text(MINUTES.replace("## 6. Loneliness", "## One") + f"\n## Two{words}")
    commit(tmp_path, "Edited elsewhere")
    loader = ItemLoader(context)

    def ids() -> list[str]:
        return [view.item.id for view in loader.read_meeting(before).items][3:]

    (before,) = context.reading.meetings()[0]
    assert [item.id for item in before.unsure.lost] == ["loneliness"]
    assert ids() == ["one", "two"]
    one = loader.at_once(loader.read_meeting(before), "one")
    assert one is not None
    context.review.identify_item(before, "loneliness", one.view)
    assert ids() == ["loneliness", "two"]
    again = loader.read_again(loader.read_meeting(before), one).looked
    assert again is not None
    assert again.item.view.item.id == "loneliness"
    context.undo.undo()
    assert ids() == ["one", "two"]
    found = undoing._find(context, is_redo=True)
    assert not isinstance(found, str)
    assert found.item is None
    context.history.close()
