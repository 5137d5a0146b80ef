"""Minutes as Markdown (CommonMark). The words of an item are Markdown already and stay as they are."""

import re
from collections.abc import Iterable, Iterator

from review_tui.application.ports import ExportedItem, MeetingMinutes
from review_tui.model.people import Attendee
from review_tui.model.visible import sendable

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")
_HEADING = re.compile(r"^(#{1,6})(?=\s|$)", re.MULTILINE)
_ITEM_LEVEL = 2
"""Items are headings of the second level, so a heading of their own text stands at least one below."""
_LOWEST_LEVEL = 6
"""CommonMark knows no heading below."""


def to_markdown(minutes: MeetingMinutes) -> bytes:
    """The whole minutes as one Markdown file in UTF-8, lines ending in LF."""
    blocks = [f"# {escape_markdown(minutes.body)}", *(escape_markdown(line) for line in minutes.held)]
    blocks += [f"*{escape_markdown(minutes.standing)}*"]
    for label, people in minutes.attendance:
        blocks.append(f"**{label}:** {escape_markdown(_listed_names(people))}")
    for item in minutes.items:
        blocks.append(f"{'#' * _ITEM_LEVEL} {escape_markdown(item.heading)}")
        blocks.extend(_item_lines(item))
    return sendable("\n\n".join(blocks) + "\n").encode("utf-8")


def escape_markdown(words: str) -> str:
    """``words`` on one line, so that nothing in them is taken for Markdown."""
    return _SPECIAL.sub(r"\\\1", " ".join(words.split()))


def _item_lines(item: ExportedItem) -> Iterator[str]:
    if item.text:
        yield _HEADING.sub(lambda m: "#" * min(_LOWEST_LEVEL, len(m[1]) + _ITEM_LEVEL), item.text)
    yield from (f"*{escape_markdown(correction)}*" for correction in item.corrections)


def _listed_names(people: Iterable[Attendee]) -> str:
    return "; ".join(f"{person.name}, {person.role}" if person.role else person.name for person in people)
