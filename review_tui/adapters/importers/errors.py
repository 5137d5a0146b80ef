"""A document that is not read, or not in all its words, and why."""

from collections.abc import Iterable

NO_WORDS = "There are no words in this document; it may hold a picture of a page. Have it recognised."


class UnreadableDocument(Exception):  # noqa: N818 -- a refusal is an answer, not a fault
    """The message is a sentence for the reviewer: what is wrong and what to do."""


def left_out_of_pages(lines: Iterable[str]) -> tuple[str, ...]:
    """That lines stand on every page and are none of the text, in a sentence; none where there are none."""
    said = dict.fromkeys(plain for line in lines if (plain := " ".join(line.split())))
    return (f"Left out, as it stands at the edge of the pages: {'; '.join(said)}",) if said else ()
