"""Whose words a text holds that nobody has approved yet."""

from collections.abc import Callable, Sequence

from review_tui.model.frozen import frozen

Emails = frozenset[str]
"""Addresses in small letters."""


@frozen
class AuthoredText:
    """One version of a text, as far as it matters who wrote it."""

    text: str
    """Its digest."""
    author: str
    """Their address; empty where they only put together what others had written."""
    parents: tuple[int, ...] = ()
    """The places of the versions that it was made from, all of them before its own."""
    others: tuple[str, ...] = ()
    """The addresses of those who wrote it with its author, or recorded it for them."""


def contributors(
    versions: Sequence[AuthoredText], is_approved: Callable[[str, Emails], bool]
) -> dict[str, Emails]:
    """Who contributed to each text since the last one that was approved.

    No version stands before one that it was made from; one made from none is the draft as it was received
    and nobody's amendment. ``is_approved`` says whether a text is, given who contributed to it. A text that
    comes back holds the words of those who wrote it then.
    """
    found: dict[str, Emails] = {}
    behind: list[int] = []
    """Of each version the places of those it was built on, as bits."""
    after: list[Emails] = []
    """What each version hands on."""
    places: dict[str, int] = {}
    for place, version in enumerate(versions):
        behind.append(0)
        for parent in version.parents:
            behind[place] |= behind[parent] | 1 << parent
        wrote = frozenset[str]().union(*(after[parent] for parent in version.parents))
        if version.parents and version.author:
            # Whoever records another's words could have written them: they are neither's to approve.
            wrote |= {each.casefold() for each in (version.author, *version.others) if each}
        if behind[place] & places.get(version.text, 0):
            wrote = found[version.text]
        places[version.text] = places.get(version.text, 0) | 1 << place
        found[version.text] = found.get(version.text, frozenset()) | wrote
        after.append(frozenset() if is_approved(version.text, wrote) else wrote)
    return found
