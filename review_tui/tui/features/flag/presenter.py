"""Flags in lists: a row for each, the choice of filters, the places a flag may be about."""

from textual.content import Content

from review_tui.application.meeting_checks import MINUTES, item_of
from review_tui.application.reading import ItemView, PlacedFlag
from review_tui.model.acts import Act, Flag, FlagKind
from review_tui.model.date_format import format_moment
from review_tui.model.findings import Finding, on_one_line
from review_tui.model.flag_threads import FlagThread
from review_tui.model.passages import passage_at
from review_tui.model.quotes import CONTEXT
from review_tui.model.text import Span
from review_tui.model.visible import visible
from review_tui.tui.open_item import OpenItem
from review_tui.tui.presenters.status_lines import plain
from review_tui.tui.widgets.agenda import ellipsised

GAP = "▲"
"""Stands where something is missing."""
AROUND = 90
"""Characters shown on either side of words in their passage."""


def flag_row(view: ItemView, placed: PlacedFlag) -> Content:
    """Two lines: which item, what kind, where it stands, by whom; then its words and its comment."""
    thread = placed.thread
    sign, tone = ("⚑", "$text-warning") if thread.is_unsettled else ("✓", "$text-success")
    head = f"{view.item.number or view.item.id}  {thread.flag.kind}"
    fate = "" if placed.placement.fate.value == "placed" else f" · {FATES[placed.placement.fate.value]}"
    return Content.assemble(
        (f"{sign} ", tone),
        (visible(ellipsised(head, 40)), "bold"),
        visible(f"  {outcome_words(thread)} · {thread.flag.by.name}{fate}"),
        "\n   ",
        (ellipsised(_short_line(thread.flag), 68), "$text-muted"),
    )


FATES = {
    "moved": "moved",
    "changed": "words changed",
    "ambiguous": "could be in several places",
    "lost": "words gone",
}
"""What became of a flag's words, in a word or two."""


def outcome_words(thread: FlagThread) -> str:
    """``held``; ``disputed: held by Ann Lee, amended by Bo Roe``."""
    if not thread.is_disputed:
        return visible(thread.outcome)
    outcomes = ", ".join(f"{d.outcome} by {d.by.name}" for d in thread.latest_dispositions)
    return visible(f"disputed: {outcomes}")


def original_words(flag: Flag) -> Content:
    """The words that a flag was made on, with what stood around them then."""
    quote = flag.quote
    before, after = quote.before, quote.after
    if quote.quote:  # what stood in other passages would only confuse
        before, after = before.rpartition("\n")[2], after.partition("\n")[0].rstrip("\r")
    if len(before) >= CONTEXT:  # cut anywhere when it was kept: from a whole word on
        before = before.partition(" ")[2] or before
    if len(after) >= CONTEXT:
        after = after.rpartition(" ")[0] or after
    return Content.assemble(
        ("… ", "$text-muted") if before else "",
        plain(on_one_line(before)).stylize("$text-muted"),
        plain(on_one_line(quote.quote) or f" {GAP} ").stylize("bold"),
        plain(on_one_line(after)).stylize("$text-muted"),
        (" …", "$text-muted") if after else "",
    )


def flag_page(placed: PlacedFlag) -> Content:
    """The whole conversation of a flag: its words then, where they stand now, all that was said."""
    thread = placed.thread
    flag = thread.flag
    parts = [
        Content.styled(f"{visible(flag.kind)}, {outcome_words(thread)}\n\n", "bold"),
        original_words(flag),
        plain(f"\n{placed.placement.sentence}\n\n"),
    ]
    for act, words in _comments(thread):
        head = plain(f"{act.by.name}, {format_moment(act.at.astimezone())}\n").stylize("bold")
        parts += [head, plain(f"  {words}\n")]
    if flag.suggest is not None:
        parts += [
            Content.styled("Suggested wording\n", "bold"),
            plain(f"  {flag.suggest or 'leave it out'}\n"),
        ]
    return Content("").join(parts)


def _comments(thread: FlagThread) -> list[tuple[Act, str]]:
    """Everything said of a flag, in the order of time."""
    comments: list[tuple[Act, str]] = [(thread.flag, thread.flag.comment or "…")]
    for reply in thread.replies:
        place = f"It is about “{on_one_line(reply.quote.quote) or GAP}” now. " if reply.quote else ""
        comments.append((reply, f"{place}{reply.comment}"))
    comments += [(d, f"{d.outcome}: {d.reason}") for d in thread.dispositions]
    return sorted(comments, key=lambda each: each[0].at)


def asked_about(flag: Flag) -> Content:
    """What a reply or a settlement is about: the flagged words, and what was said of them."""
    words = ellipsised(on_one_line(flag.quote.quote), AROUND)
    comment = flag.comment or (f"Suggests “{flag.suggest}”." if flag.suggest else "…")
    return Content.assemble(
        plain(f"“{words}”" if words else "Something is missing").stylize("bold"),
        plain(f"\n{flag.by.name}: {comment}"),
    )


def place_line(item: OpenItem, span: Span) -> Content:
    """A place of the draft: the passage it is in, shortened, with the words themselves in bold."""
    text = item.view.draft.text
    passage = passage_at(item.passages, span.start)
    words = passage.words if passage else span
    before = text[min(words.start, span.start) : span.start]
    after = text[span.end : max(words.end, span.end)]
    there = ellipsised(on_one_line(span.of(text)), 2 * AROUND) or f" {GAP} "
    return Content.assemble(
        (f"Passage {passage.index + 1}  " if passage else "Between passages  ", "bold"),
        plain(_end_of(on_one_line(before))),
        plain(there).stylize("bold underline"),
        plain(ellipsised(on_one_line(after), AROUND)),
    )


def _end_of(words: str) -> str:
    """The last words of a run, from a whole word on."""
    return words if len(words) <= AROUND else f"… {words[-AROUND:].partition(' ')[2]}"


def _short_line(flag: Flag) -> str:
    words = on_one_line(flag.quote.quote)
    on = f"“{ellipsised(words, 30)}”" if words else "something is missing"
    return visible(f"{on}  {on_one_line(flag.comment)}")


def missing_words(found: Finding | None) -> str:
    """What the notes say and the minutes do not, where a finding is about that.

    The words that it is shown beside are true, so the flag must not stand on them.
    """
    if found is None or found.flag_kind is not FlagKind.OMISSION:
        return ""
    noted = next((place for place in found.places if place.file != MINUTES and not item_of(place.file)), None)
    return on_one_line(noted.quote) if noted else ""
