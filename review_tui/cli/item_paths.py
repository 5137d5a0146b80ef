"""Where the words of an item stand as printed: in a file of its own, or in one of the whole meeting."""

from collections.abc import Mapping, Sequence
from dataclasses import field

from review_tui.application.meeting_checks import MINUTES, item_of
from review_tui.application.ports import ItemText
from review_tui.application.reading import ItemView
from review_tui.model.frozen import frozen
from review_tui.model.meeting import NO_BASE, NOTES, TextBase, is_shared


@frozen
class ItemPaths:
    """The files of one item, by the names that findings have for them."""

    folder: str = ""
    """Goes before the names of its notes, ending in a slash where it is not empty."""
    minutes: str = MINUTES
    """The file that its text stands in."""
    base: TextBase = NO_BASE
    """What of that file stands before its text."""
    review: str = ""
    """Goes before ``notes/…`` where that is another folder."""
    others: Mapping[str, TextBase] = field(default_factory=dict)
    """What stands before the texts of other items in the same file, by their ids."""

    def file(self, name: str) -> str:
        """The path of the file that a finding calls ``name``."""
        if name == MINUTES or (item_of(name) and self.review):
            return self.minutes
        if item_of(name) or is_shared(name):
            return f"{self.folder.rstrip('/').rpartition('/')[0]}/{name.removeprefix('../')}".lstrip("/")
        return f"{self.review if name.startswith(NOTES) and self.review else self.folder}{name}"

    def short(self, name: str) -> str:
        """What a list of places calls the file: the item's own name for it, or that of the meeting's file."""
        if self.review and (name == MINUTES or item_of(name)):
            return self.minutes.rpartition("/")[2]
        return name

    def base_of(self, name: str) -> TextBase:
        """What stands before the words of ``name`` in its file."""
        return self.base if name == MINUTES else self.others.get(item_of(name), NO_BASE)


def item_paths(view: ItemView, book: str = "", texts: Sequence[ItemText] = ()) -> ItemPaths:
    """The files of an item; ``book`` goes before all of them. ``texts`` are those of its meeting."""
    before = f"{book.rstrip('/')}/" if book else ""
    place = view.draft.place
    if place is None:
        folder = f"{before}{view.name}/"
        return ItemPaths(folder, f"{folder}{MINUTES}")
    before = "" if book == "." else before
    inner = place.file.rpartition("/")[0]
    folder = f"{before}{inner}/" if inner else before
    review = f"{before}{place.file.rpartition('.')[0]}.review/"
    others = {each.item.id: each.base for each in texts}
    return ItemPaths(folder, f"{before}{place.file}", view.draft.base, review, others)
