"""What a document brings back, in the lines that every face shows before anything is recorded."""

from collections.abc import Iterator

from review_tui.application.ports import Author
from review_tui.application.returned_document import ReturnPlan, Unplaced
from review_tui.model.date_format import format_day, format_moment
from review_tui.model.frozen import frozen
from review_tui.model.text import shorten
from review_tui.model.visible import visible

_SHOWN = 100
"""Characters of words that are shown."""


@frozen
class PlanLine:
    """One line."""

    words: str
    is_warning: bool = False
    """Whether it asks for a look: somebody who is not known, or what could not be placed."""


def plan_lines(name: str, plan: ReturnPlan, *, is_command: bool = True) -> Iterator[PlanLine]:
    """What the file ``name`` brings: amendments, flags, who is not known, what can't be placed."""
    meeting = plan.view.meeting
    yield PlanLine(f"{visible(name)} comes back to {meeting.body}, {format_day(meeting.date)}:")
    numbers = {item.id: item.number or item.id for item in meeting.items}
    for amendment in plan.amendments:
        how = "" if amendment.is_tracked else " (not tracked)"
        by = _author_words(amendment.author)
        yield PlanLine(f"  amend item {numbers[amendment.item]}: {amendment.what}{by}{how}")
    for flag in plan.flags:
        if not flag.known:
            on = f"“{shorten(flag.quote, _SHOWN)}”" if flag.quote else "a gap"
            said = shorten(flag.comment, _SHOWN)
            by = _author_words(flag.author)
            yield PlanLine(f"  flag item {numbers[flag.item]}, {flag.kind}, on {on}: {said}{by}")
        for reply in flag.replies:
            where = f" to flag {flag.known} of item {numbers[flag.item]}" if flag.known else ""
            yield PlanLine(f"    reply{where}: {shorten(reply.words, _SHOWN)}{_author_words(reply.author)}")
    if plan.already:
        yield PlanLine(f"  {plan.already} change{'' if plan.already == 1 else 's'} stand here already")
    for person, address in plan.people.items():
        yield PlanLine(
            f"? Nobody here is called {visible(person)}: recorded as {address}"
            + (f', or say --person "{visible(person)} <address>".' if is_command else "."),
            is_warning=True,
        )
    for lost in plan.unplaced:
        yield PlanLine(f"! {_unplaced(lost)}", is_warning=True)
    if plan.is_empty:
        yield PlanLine("  Nothing of it is new.")


def _author_words(author: Author | None) -> str:
    return f" \u2013 {author.who.name}, {format_moment(author.at)}" if author else ""


def _unplaced(lost: Unplaced) -> str:
    item = f"Item {lost.item}, " if lost.item else ""
    by = f"{visible(lost.by)}: " if lost.by else ""
    return f"Not taken: {item}{by}{visible(' '.join(lost.sentence.split()))}"
