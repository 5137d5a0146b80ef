"""The lines of words around the panes: title, standing, the thing at the cursor. Facts in, ``Content`` out.

Text from files and people enters as plain ``Content``: never as markup, and with nothing in it that could
steer a terminal.
"""

from collections.abc import Mapping, Sequence

from textual.content import Content

from review_tui.domain.findings import Finding
from review_tui.domain.meeting import Item
from review_tui.domain.standing import Standing
from review_tui.domain.text import short_digest
from review_tui.domain.visible import visible
from review_tui.services.checking import MINUTES
from review_tui.services.reading import ItemView, MeetingView, PlacedFlag
from review_tui.tui.open_item import OpenItem, Thing
from review_tui.tui.widgets.agenda import AgendaRow

SIGNS = {
    Standing.DRAFT: " ",
    Standing.IN_REVIEW: "·",
    Standing.APPROVED: "✓",
    Standing.STALE: "~",
    Standing.SIGNED_OFF: "■",
}


def plain(words: str) -> Content:
    """Words from a file or a person, safe and literal."""
    return Content(visible(words, keep="\n"))


def count(number: int, one: str, many: str = "") -> str:
    """``1 flag``, ``2 flags``."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def meeting_title(view: MeetingView) -> Content:
    """``Health and Wellbeing Board · 16 March 2022``."""
    it = view.meeting
    return Content.assemble((visible(it.body), "bold"), f" · {it.date.day} {it.date:%B %Y}")


def progress(view: MeetingView, findings: Mapping[str, int]) -> Content:
    """``3 of 9 approved · 1 finding · 2 flags``."""
    found = sum(findings.values())
    parts = [
        f"{view.approved} of {len(view.items)} approved",
        count(found, "finding") if found else "",
        count(view.open_flags, "flag") if view.open_flags else "",
    ]
    return Content(" · ".join(part for part in parts if part))


def agenda_rows(
    views: Sequence[ItemView], current: str, findings: Mapping[str, int]
) -> tuple[AgendaRow, ...]:
    """The agenda: a sign for the open flags of an item, else for its findings, else for its standing."""
    return tuple(_agenda_row(view, current, findings.get(view.item.id, 0)) for view in views)


def _agenda_row(view: ItemView, current: str, findings: int) -> AgendaRow:
    state = view.state
    sign, tone = SIGNS[state.standing], "plain"
    if state.open_flags:
        sign, tone = "⚑", "attention"
    elif findings and state.standing in {Standing.DRAFT, Standing.IN_REVIEW}:
        sign, tone = "!", "attention"
    elif state.standing in {Standing.APPROVED, Standing.SIGNED_OFF}:
        tone = "good"
    elif state.standing is Standing.STALE:
        tone = "attention"
    return AgendaRow(
        number=visible(view.item.number),
        sign=sign,
        title=visible(view.item.title),
        current=view.item.id == current,
        tone=tone,
    )


def numbered(item: Item) -> str:
    """``5  Safeguarding Children Board Annual Report``."""
    return visible(f"{item.number}  {item.title}" if item.number else item.title)


def item_line(item: OpenItem) -> Content:
    """The item's title and where it stands, above the draft."""
    state = item.view.state
    names = ", ".join(visible(a.by.name) for a in state.current_approvals)
    stands = {
        Standing.APPROVED: f"✓ approved by {names}",
        Standing.STALE: "~ stale: changed since it was approved",
        Standing.SIGNED_OFF: "■ signed off",
    }.get(state.standing, state.standing.value)
    exempt = " · not for publication" if item.view.item.exempt else ""
    objections = f" · {count(len(state.objections), 'objection')}" if state.objections else ""
    title = numbered(item.view.item)
    return Content.assemble((title, "bold"), f"  {stands}{objections}{exempt}")


def notes_line(item: OpenItem) -> Content:
    """What the notes pane shows."""
    sources = len(item.view.draft.notes)
    said = f"  {count(sources, 'source')}" if sources else ""
    return Content.assemble(("Notes", "bold"), said)


def finding_line(found: Finding, *, can_put_right: bool) -> Content:
    """A finding in one sentence, with the key that mends it."""
    end = Content.styled("  s: put right", "bold") if can_put_right and found.suggestion else Content("")
    return Content.assemble((f"! {found.check}  ", "bold"), plain(found.message), end)


def flag_line(placed: PlacedFlag) -> Content:
    """A flag in one sentence, with what was suggested and said."""
    flag = placed.conversation.flag
    parts = [
        Content.styled(f"⚑ {visible(flag.kind)}  ", "bold"),
        plain(f"{flag.by.name}: {flag.comment or '…'}"),
    ]
    if flag.suggest is not None:
        parts.append(plain(f"  Suggests “{flag.suggest}”."))
    replies = placed.conversation.replies
    if replies:
        parts.append(plain(f"  {replies[-1].by.name}: {replies[-1].comment}"))
    if placed.placement.span is None or placed.placement.fate.value != "placed":
        parts.append(plain(f"  {placed.placement.sentence}"))
    return Content("").join(parts)


def thing_line(thing: Thing) -> Content:
    """Whatever there is to look at, in one sentence."""
    if thing.finding:
        return finding_line(thing.finding, can_put_right=True)
    if thing.flag is None:
        return Content("")
    return flag_line(thing.flag)


def elsewhere_line(item: OpenItem) -> Content:
    """For a passage with nothing to look at: the first thing that waits elsewhere."""
    things = item.things
    if not things:
        return Content.styled(
            "Nothing to look at in this item.  n: look in the items after it", "$text-muted"
        )
    where = Content.styled("  n: go there", "bold")
    first = things[0]
    words = flag_line(first.flag) if first.flag else Content("")
    if first.finding:
        words = finding_line(first.finding, can_put_right=False)
    return Content.assemble(words, where)


def warning_line(sentence: str) -> Content:
    """A sentence that must not be overlooked."""
    return Content.styled(f" {visible(sentence)} ", "reverse bold")


def found_words(words: str, files: Sequence[str]) -> str:
    """How often words were found."""
    if not words.strip():
        return "Type the words to find."
    if not files:
        return f"“{words}” stands neither in the draft nor in the notes."
    draft = sum(file == MINUTES for file in files)
    return f"“{words}”: {draft} in the draft, {len(files) - draft} in the notes. F3: the next."


def approval_words(item: OpenItem, who: str) -> Content:
    """What a reviewer is about to put their name to."""
    view = item.view
    return Content.assemble(
        "Item ",
        plain(view.item.number),
        ": ",
        (visible(view.item.title), "bold"),
        "\n\nText  ",
        (short_digest(view.draft.digest), "bold"),
        f"  ({count(len(view.draft.text.split()), 'word')})",
        "\nBy    ",
        plain(who),
    )
