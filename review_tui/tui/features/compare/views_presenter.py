"""The five views of an item, and who wrote each of its sentences, in words."""

from collections.abc import Mapping, Sequence

from textual.content import Content

from review_tui.application.amendments import AmendmentRecord
from review_tui.application.item_versions import FiveViews, SentenceBlame
from review_tui.application.ports import HistoryEntry
from review_tui.application.reading import ItemView
from review_tui.application.undo_log import is_redo, is_undo
from review_tui.model.date_format import format_moment
from review_tui.model.visible import visible
from review_tui.tui.presenters.redlines import full_redline
from review_tui.tui.presenters.status_lines import plain

VIEWS = (
    ("Draft now", "The draft as it is now"),
    ("First", "As it was first drafted"),
    ("Redline", "What changed from the first draft to now, in its place"),
    ("Approved", "As it was last approved"),
    ("Clean", "Clean, as it would be published"),
)
"""Each view in a word and in a few."""
UNAPPROVED = "Nobody has approved a text of this item yet, or it is not in the history."


def view_lines(views: FiveViews) -> list[Content]:
    """The five views to pick from; one that there is nothing to see of says so."""
    notes = {3: "" if views.approved is not None else "  (none yet)"}
    notes[2] = "  (no change)" if views.first == views.now else ""
    return [Content.assemble(says, (notes.get(n, ""), "$text-muted")) for n, (_, says) in enumerate(VIEWS)]


def view_heading(views: FiveViews, at: int, number: str) -> Content:
    """Which view is shown, and which others there are."""
    tabs = [
        Content.assemble((f" {n + 1} {name} ", "reverse bold" if n == at else "not bold"))
        for n, (name, _) in enumerate(VIEWS)
    ]
    says = VIEWS[at][1]
    if at == 3 and views.approvals:  # noqa: PLR2004 -- its place in VIEWS
        names = ", ".join(dict.fromkeys(a.by.name for a in views.approvals))
        says = f"{says}, by {names}, {format_moment(views.approvals[-1].at)}"
    item = f"Item {number}: " if number else ""
    return Content.assemble(*tabs, "\n\n", plain(f"{item}{says[0].lower() if item else says[0]}{says[1:]}"))


def view_pages(views: FiveViews) -> tuple[Content, ...]:
    """The words of the five views. Slow enough to want a thread."""
    approved = Content(UNAPPROVED) if views.approved is None else plain(views.approved)
    return (plain(views.now), plain(views.first), full_redline(views.changes), approved, plain(views.clean))


def blame_page(view: ItemView, found: Sequence[SentenceBlame], record: AmendmentRecord) -> Content:
    """Each sentence with who wrote it and why."""
    if not found:
        return Content("There are no words here to tell of.")
    numbers = {amendment.entry.id: amendment.number for amendment in record.amendments}
    first = record.versions[0].entry.id if record.versions else ""
    parts: list[Content] = []
    for each in found:
        parts += [plain(f"“{' '.join(each.words.split())}”"), Content("\n")]
        parts += [
            Content.styled(visible(f"→ {words}\n", keep="\n"), "italic")
            for words in _origin_lines(view, each, numbers, first)
        ]
        parts.append(Content("\n"))
    return Content("").join(parts).rstrip()


def _origin_lines(
    view: ItemView, each: SentenceBlame, numbers: Mapping[str, int], first: str
) -> Sequence[str]:
    """Where a sentence comes from, and where other words of it do."""
    if each.entry is None:
        return ["Not recorded yet." if not first else "Edited in another program, and not recorded yet."]
    who = f"by {each.entry.by.name}, {format_moment(each.entry.at, view.meeting.date.year)}"
    what = _source(each.entry, numbers, first)
    if each.amendment:
        reason = " ".join(each.entry.reason.split()) or each.entry.subject
        sentences = [f"Changed by {what}, {who}: {reason}"]
    else:
        sentences = [f"{what[0].upper()}{what[1:]}, {who}."]
    also = list(dict.fromkeys(_source(entry, numbers, first) for entry in each.also))
    return [*sentences, *([f"Other words of it: {', '.join(also)}."] if also else [])]


def _source(entry: HistoryEntry, numbers: Mapping[str, int], first: str) -> str:
    if entry.id == first:
        return "as first drafted"
    if entry.id in numbers:
        return f"amendment {numbers[entry.id]}"
    if is_undo(entry) or is_redo(entry):
        return f"restored when something was {'taken back' if is_undo(entry) else 'done again'}"
    return f"“{entry.subject}”"
