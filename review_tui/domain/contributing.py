"""Whose words a text holds that nobody has approved yet."""

from collections.abc import Callable, Iterable

Emails = frozenset[str]
"""Addresses in small letters."""


def contributors(
    versions: Iterable[tuple[str, str]], is_approved: Callable[[str, Emails], bool]
) -> dict[str, Emails]:
    """Who contributed to each text since the last one that was approved.

    ``versions`` are the digest and the author's address of each, oldest first; the first is the draft as it
    was received and nobody's amendment. ``is_approved`` says whether a text is, given who contributed to it.
    A text that comes back holds the words of those who wrote it then.
    """
    found: dict[str, Emails] = {}
    before: Emails | None = None
    for digest, author in versions:
        if digest not in found:
            found[digest] = frozenset() if before is None else before | {author.casefold()}
        before = frozenset() if is_approved(digest, found[digest]) else found[digest]
    return found
