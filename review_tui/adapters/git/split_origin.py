"""The history of an item from before its file of minutes was split into folders."""

from dataclasses import replace

from review_tui.adapters.git.content_filters import ContentFilters
from review_tui.adapters.git.file_versions import versions_under
from review_tui.adapters.git.repository import Repository
from review_tui.anchoring.item_identity import KnownItem, find_items
from review_tui.application.ports import Version
from review_tui.language.file_sections import file_sections, item_section
from review_tui.model.commit_messages import SPLIT_FROM
from review_tui.model.text import decode, digest, encode


def before_split(
    repo: Repository, first: Version, filters: ContentFilters
) -> tuple[Version, tuple[Version, ...]]:
    """The oldest version of an item's file, and those that its text had in the file it was split from.

    Without a split there are none.
    """
    source = next((value for key, value in first.entry.trailers if key == SPLIT_FROM), "")
    if not source or first.content is None:
        return first, ()
    text = decode(first.content)
    older = versions_under(repo, source, f"{first.entry.id}^", filters)
    kept: list[Version] = []
    for version in older:
        found = _text_in(version, text)
        if found is None:
            break
        if kept and found == text:
            kept[-1] = replace(version, content=encode(text), parents=())
            continue
        if kept:
            kept[-1] = replace(kept[-1], parents=(version.entry.id,))
        kept.append(replace(version, content=encode(found), parents=()))
        text = found
    parents = (kept[0].entry.id,) if kept else ()
    return replace(first, parents=first.parents or parents), tuple(kept)


def _text_in(version: Version, newer: str) -> str | None:
    """The text of the item in a version of the file, known by the text that it had next."""
    if version.content is None:
        return None
    whole = decode(version.content)
    sections = file_sections(whole)
    same = next((s.words(whole) for s in sections if newer.endswith(s.words(whole))), None)
    if same is not None:
        return newer if whole.startswith(newer) else same
    own = item_section(newer)
    if own is None:
        return None
    known = KnownItem.of("item", own, newer)
    found = find_items([replace(known, text=digest(newer))], whole, sections, lambda _: newer)["item"]
    return None if found.place is None else sections[found.place].words(whole)
