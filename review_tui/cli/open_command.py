"""The command that opens the screen."""

import argparse

from review_tui.cli.ports import Backend
from review_tui.cli.targets import split_target


def open_screen(backend: Backend, asked: argparse.Namespace) -> int:
    """Open a book, or a file of minutes, at an item if one is named."""
    book, item = asked.book, asked.item
    if book is not None and (target := split_target(str(book))):
        book, item = target[0], item or target[1]
    return backend.screen(book, item, asked.notes)
