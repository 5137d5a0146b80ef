"""The lines of words around the panes: title, standing, the thing at the cursor. Facts in, ``Content`` out.

Text from files and people enters as plain ``Content``: never as markup, and with nothing in it that could
steer a terminal.
"""

from textual.content import Content

from review_tui.domain.acts import Correction
from review_tui.domain.findings import Finding
from review_tui.domain.meeting import Item, Meeting
from review_tui.domain.standing import Move
from review_tui.domain.visible import visible
from review_tui.services.reading import MeetingView, PlacedFlag
from review_tui.tui.open_item import OpenItem, Thing


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


def numbered(item: Item) -> str:
    """``5  Safeguarding Children Board Annual Report``."""
    return visible(f"{item.number}  {item.title}" if item.number else item.title)


def item_title(item: OpenItem) -> Content:
    """The item's number and title, above the draft."""
    return Content.styled(numbered(item.view.item), "bold")


def notes_line(item: OpenItem, file: str) -> Content:
    """What the notes pane shows: the source at the cursor, and how many there are."""
    sources = len(item.view.draft.notes)
    name = visible(file.removeprefix("notes/"))
    said = f"  {name}" if sources == 1 else f"  {name} · {count(sources, 'source')}" if sources else ""
    return Content.assemble(("Notes", "bold"), said)


def finding_line(found: Finding, *, can_put_right: bool) -> Content:
    """A finding in one sentence, with the key that mends it."""
    end = Content.styled("  s: put right", "bold") if can_put_right and found.suggestion else Content("")
    return Content.assemble((f"! {found.check}  ", "bold"), plain(found.message), end)


def flag_line(placed: PlacedFlag) -> Content:
    """A flag in one sentence, with what was suggested and said."""
    flag = placed.conversation.flag
    talk = placed.conversation
    held = " disputed" if talk.is_disputed else " held" if talk.outcome == "held" else ""
    parts = [
        Content.styled(f"⚑ {visible(flag.kind)}{held}  ", "bold"),
        plain(f"{flag.by.name}: {flag.comment or '…'}"),
    ]
    if flag.suggest is not None:
        parts.append(plain(f"  Suggests “{flag.suggest}”."))
    replies = [reply for reply in talk.replies if reply.comment]
    if replies:
        parts.append(plain(f"  {replies[-1].by.name}: {replies[-1].comment}"))
    if placed.placement.span is None or placed.placement.fate.value != "placed":
        parts.append(plain(f"  {placed.placement.sentence}"))
    if placed.placement.span is None:
        parts.append(Content.styled("  p: pick the place", "bold"))
    return Content("").join(parts)


def thing_line(thing: Thing, item: OpenItem | None = None) -> Content:
    """Whatever there is to look at, in one sentence; with what may be done about it in ``item`` now."""
    if thing.finding:
        return finding_line(thing.finding, can_put_right=True)
    if thing.flag:
        return flag_line(thing.flag)
    if thing.objection:
        said = plain(f"{thing.objection.by.name} objects: {thing.objection.comment}")
        return Content.assemble(("✗ objection  ", "bold"), said)
    if thing.correction:
        return correction_line(thing.correction)
    names = ", ".join(dict.fromkeys(a.by.name for a in thing.approvals))
    said = plain(f"{names} approved this item, and its text has changed since.")
    may_approve = item is not None and not item.refusals.get(Move.APPROVE)
    keys = "  d: what changed" + ("  a: approve as it reads now" if may_approve else "")
    return Content.assemble(("~ stale  ", "bold"), said, (keys, "bold"))


def correction_line(correction: Correction) -> Content:
    """What a later meeting put right, in one sentence."""
    wording = f"read “{correction.wording}”" if correction.wording else "leave them out"
    said = f"At {correction.meeting}: for “{correction.quote.quote}” {wording}. {correction.reason}"
    return Content.assemble(("✎ correction  ", "bold"), plain(said))


def here_line(thing: Thing, item: OpenItem, place: int, of: int) -> Content:
    """What the reviewer is looking at; which one, where a passage has several."""
    several = f"{place + 1} of {of}  " if of > 1 else ""
    return Content.assemble(
        (several, "bold"), thing_line(thing, item), ("  Enter: read it all", "$text-muted")
    )


def elsewhere_line(item: OpenItem, passage: int, *, is_last: bool) -> Content:
    """For a ``passage`` with nothing to look at: what waits elsewhere in the item, and the key to it.

    That is the next thing further on, and after the last of them the one before.
    """
    if not item.is_checked:
        return Content.styled("Looking this item over …", "$text-muted")
    if not item.things:
        onward = "" if is_last else "  n: look in the items after it"
        return Content.styled(f"Nothing to look at in this item.{onward}", "$text-muted")
    ahead = [thing for thing in item.things if thing.passage >= passage]
    there = ahead[0] if ahead else item.things[-1]
    key = "n" if ahead else "N"
    words = finding_line(there.finding, can_put_right=False) if there.finding else thing_line(there, item)
    return Content.assemble(
        ("Elsewhere in this item: ", "$text-muted"), words, (f"  {key}: go there", "bold")
    )


def message_line(sentence: str) -> Content:
    """A word from the program to the reviewer."""
    return Content.assemble(("» ", "bold"), plain(sentence))


def warning_line(sentence: str) -> Content:
    """A sentence that must not be overlooked."""
    return Content.styled(f" {visible(sentence)} ", "reverse bold")


def not_found(words: str) -> str:
    """Words that stand nowhere."""
    if not words.strip():
        return "Type the words to find."
    return f"“{words}” stands neither in the draft nor in the notes of this item."


def meeting_line(meeting: Meeting, *, is_open: bool) -> Content:
    """One meeting in a list."""
    date = f"{meeting.date:%a} {meeting.date.day} {meeting.date:%b %Y}"
    return Content.assemble(f"{date:<16} ", plain(meeting.body), "  (open)" if is_open else "")
