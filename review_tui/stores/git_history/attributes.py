"""The attributes that a new book gets, so that plain git shows its differences well."""

from pathlib import Path
from typing import Final

from review_tui.stores import durable

NAME: Final = ".gitattributes"
ATTRIBUTES: Final = """\
# For "git diff --word-diff" and "git log -p": the heading above each change is shown, and the two spaces that
# break a line in Markdown are no mistake. Nothing here changes a byte of any file.
*.md diff=markdown whitespace=-blank-at-eol,-blank-at-eof,cr-at-eol
# Acts are written by review-tui, one small file each, and never changed.
**/acts/*.yaml linguist-generated
"""
"""They must not speak of line ends or filters: see ``forms``."""


def write_attributes(folder: Path) -> Path | None:
    """Give a book its attributes, unless the folder, or one right below it, has some. The file made."""
    if any((place / NAME).exists() for place in (folder, *(p for p in folder.iterdir() if p.is_dir()))):
        return None
    durable.write_new(folder / NAME, ATTRIBUTES.encode("ascii"))
    return folder / NAME
