"""The lines of words around the panes: title, standing, the thing at the cursor. Facts in, ``Content`` out.

Text from files and people enters as plain ``Content``: never as markup, and with nothing in it that could
steer a terminal.
"""

from collections.abc import Mapping, Sequence

from textual.content import Content

from review_tui.domain.findings import Finding
from review_tui.domain.meeting import Item, Meeting
from review_tui.domain.standing import Standing
from review_tui.domain.text import short_digest
from review_tui.domain.visible import visible
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
    """``3 of 9 approved · 1 stale · 1 finding · 2 flags``."""
    states = [v.state for v in view.items]
    counted = (
        (sum(s.standing is Standing.STALE for s in states), "stale", "stale"),
        (sum(findings.values()), "finding", ""),
        (view.open_flags, "flag", ""),
        (sum(len(s.objections) for s in states), "objection", ""),
    )
    parts = [f"{view.approved} of {len(view.items)} approved"]
    return Content(" · ".join(parts + [count(*each) for each in counted if each[0]]))


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
    elif state.objections:
        sign, tone = "✗", "attention"
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


def standing_words(item: OpenItem) -> Content:
    """Where the item stands, at the right above the draft."""
    state = item.view.state
    names = ", ".join(visible(a.by.name) for a in state.current_approvals)
    stands = {
        Standing.APPROVED: f"✓ approved by {names}",
        Standing.STALE: "~ stale",
        Standing.SIGNED_OFF: "■ signed off",
    }.get(state.standing, state.standing.value)
    if names and state.standing is not Standing.APPROVED:
        stands += f" · ✓ by {names}"
    objections = f" · {count(len(state.objections), 'objection')}" if state.objections else ""
    exempt = " · not for publication" if item.view.item.exempt else ""
    return Content(f"{stands}{objections}{exempt}")


def item_title(item: OpenItem) -> Content:
    """The item's number and title, above the draft."""
    return Content.styled(numbered(item.view.item), "bold")


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
    held = " held" if placed.conversation.outcome == "held" else ""
    parts = [
        Content.styled(f"⚑ {visible(flag.kind)}{held}  ", "bold"),
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
    if thing.flag:
        return flag_line(thing.flag)
    if thing.objection:
        said = plain(f"{thing.objection.by.name} objects: {thing.objection.comment}")
        return Content.assemble(("✗ objection  ", "bold"), said)
    names = ", ".join(dict.fromkeys(a.by.name for a in thing.approvals))
    said = plain(f"{names} approved this item, and its text has changed since.")
    return Content.assemble(("~ stale  ", "bold"), said, ("  a: approve as it reads now", "bold"))


def here_line(thing: Thing, place: int, of: int) -> Content:
    """What the reviewer is looking at; which one, where a passage has several."""
    several = f"{place + 1} of {of}  " if of > 1 else ""
    return Content.assemble((several, "bold"), thing_line(thing), ("  Enter: read it all", "$text-muted"))


def elsewhere_line(item: OpenItem, *, is_last: bool) -> Content:
    """For a passage with nothing to look at: what waits elsewhere in the item."""
    if not item.is_checked:
        return Content.styled("Looking this item over …", "$text-muted")
    if not item.things:
        onward = "" if is_last else "  n: look in the items after it"
        return Content.styled(f"Nothing to look at in this item.{onward}", "$text-muted")
    first = item.things[0]
    words = finding_line(first.finding, can_put_right=False) if first.finding else thing_line(first)
    return Content.assemble(("Elsewhere in this item: ", "$text-muted"), words, ("  n: go there", "bold"))


def message_line(sentence: str) -> Content:
    """A word from the program to the reviewer."""
    return Content.assemble(("» ", "bold"), plain(sentence))


def approval_warnings(item: OpenItem) -> tuple[str, ...]:
    """What a reviewer should know before approving."""
    state = item.view.state
    findings = len(item.findings)
    shown = f"! {count(findings, 'finding')} {'is' if findings == 1 else 'are'} still shown in this item."
    others = [
        f"✗ Your own objection is lifted by this: {visible(o.comment)}"
        if o in item.lifts
        else f"✗ {visible(o.by.name)} objects: {visible(o.comment)}"
        for o in state.objections
    ]
    return (*([shown] if findings else []), *others)


def warning_line(sentence: str) -> Content:
    """A sentence that must not be overlooked."""
    return Content.styled(f" {visible(sentence)} ", "reverse bold")


def not_found(words: str) -> str:
    """Words that stand nowhere."""
    if not words.strip():
        return "Type the words to find."
    return f"“{words}” stands neither in the draft nor in the notes."


def meeting_line(meeting: Meeting, *, is_open: bool) -> Content:
    """One meeting in a list."""
    date = f"{meeting.date:%a} {meeting.date.day} {meeting.date:%b %Y}"
    return Content.assemble(f"{date:<16} ", plain(meeting.body), "  (open)" if is_open else "")


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
