"""A document that is not read, and why."""


class UnreadableDocument(Exception):  # noqa: N818 -- a refusal is an answer, not a fault
    """The message is a sentence for the reviewer: what is wrong and what to do."""
