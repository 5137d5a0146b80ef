"""A document that is not read, and why."""

NO_WORDS = "There are no words in this document; it may hold a picture of a page. Have it recognised."


class UnreadableDocument(Exception):  # noqa: N818 -- a refusal is an answer, not a fault
    """The message is a sentence for the reviewer: what is wrong and what to do."""
