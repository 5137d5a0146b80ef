"""The lines of words around the panes: title, standing, the thing at the cursor. Facts in, ``Content`` out.

Text from files and people enters as plain ``Content``: never as markup, and with nothing in it that could
steer a terminal.
"""

from textual.content import Content

from review_tui.anchoring.corrections import corrected
from review_tui.application.reading import MeetingView, PlacedFlag
from review_tui.model.acts import Correction
from review_tui.model.date_format import NO_DATE, format_date
from review_tui.model.findings import Finding
from review_tui.model.meeting import Item, Meeting, notes_name
from review_tui.model.rendered import word_count
from review_tui.model.visible import visible
from review_tui.tui.open_item import Concern, OpenItem


def plain(words: str) -> Content:
    """Words from a file or a person, safe and literal."""
    return Content(visible(words, keep="\n"))


def count(number: int, one: str, many: str = "") -> str:
    """``1 flag``, ``2 flags``."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def copied_words(text: str, *, is_chosen: bool) -> str:
    """What was copied: the words that were chosen, or the passage at the cursor."""
    words = count(word_count(text), "word")
    return f"Copied {words}." if is_chosen else f"Copied the passage at the cursor, {words}.   q: leave"


def meeting_title(view: MeetingView) -> Content:
    """``Health and Wellbeing Board · 16 March 2022``."""
    it = view.meeting
    return Content.assemble((visible(it.body), "bold"), f" · {format_date(it.date)}")


def numbered(item: Item) -> str:
    """``5  Safeguarding Children Board Annual Report``."""
    return visible(f"{item.number}  {item.title}" if item.number else item.title)


def item_title(item: OpenItem) -> Content:
    """The item's number and title, above the draft."""
    return Content.styled(numbered(item.view.item), "bold")


def notes_line(item: OpenItem, file: str) -> Content:
    """What the notes pane shows: the source at the cursor, how many there are, and what is none."""
    sources = len(item.view.draft.notes)
    name = visible(notes_name(file))
    which = f"  {name}" if sources == 1 else f"  {name} · {count(sources, 'source')}" if sources else ""
    left_out = "  exports left out" if any(p.is_notice for p in item.view.draft.problems) else ""
    return Content.assemble(("Notes", "bold"), which, (left_out, "dim"))


def finding_line(found: Finding) -> Content:
    """A finding in one sentence."""
    return Content.assemble((f"! {found.check}  ", "bold"), plain(found.message))


def flag_line(placed: PlacedFlag) -> Content:
    """A flag in one sentence, with what was suggested and said."""
    flag = placed.thread.flag
    thread = placed.thread
    held = " disputed" if thread.is_disputed else " held" if thread.outcome == "held" else ""
    parts = [
        Content.styled(f"⚑ {visible(flag.kind)}{held}  ", "bold"),
        plain(f"{flag.by.name}: {flag.comment or '…'}"),
    ]
    if flag.suggest is not None:
        parts.append(plain(f"  Suggests “{flag.suggest}”."))
    replies = [reply for reply in thread.replies if reply.comment]
    if replies:
        parts.append(plain(f"  {replies[-1].by.name}: {replies[-1].comment}"))
    if placed.placement.span is None or placed.placement.fate.value != "placed":
        parts.append(plain(f"  {placed.placement.sentence}"))
    return Content("").join(parts)


def concern_line(concern: Concern) -> Content:
    """Whatever there is to look at, in one sentence, without keys: in a list they do nothing."""
    if concern.finding:
        return finding_line(concern.finding)
    if concern.flag:
        return flag_line(concern.flag)
    if concern.objection:
        sentence = plain(f"{concern.objection.by.name} objects: {concern.objection.comment}")
        return Content.assemble(("✗ objection  ", "bold"), sentence)
    if concern.correction:
        return correction_line(concern.correction)
    return stale_words(concern)


def stale_words(concern: Concern) -> Content:
    """Whose approval is of another text than there is now."""
    names = ", ".join(dict.fromkeys(a.by.name for a in concern.approvals))
    sentence = plain(f"{names} approved an earlier text of this item.")
    return Content.assemble(("~ changed since approval  ", "bold"), sentence)


def correction_line(correction: Correction) -> Content:
    """What a later meeting put right, in one sentence."""
    what = corrected(correction.quote.quote, correction.wording)
    sentence = f"At {correction.meeting}: {what}. {correction.reason}"
    return Content.assemble(("✎ correction  ", "bold"), plain(sentence))


def message_line(sentence: str) -> Content:
    """A word from the program to the reviewer."""
    return Content.assemble(("» ", "bold"), plain(sentence))


def warning_line(sentence: str) -> Content:
    """A sentence that must not be overlooked."""
    return Content.styled(f" {visible(sentence)} ", "reverse bold")


def meeting_line(meeting: Meeting, *, is_open: bool) -> Content:
    """One meeting in a list."""
    date = f"{meeting.date:%a} {meeting.date.day} {meeting.date:%b %Y}" if meeting.is_dated else NO_DATE
    return Content.assemble(f"{date:<16} ", plain(meeting.body), "  (open)" if is_open else "")
