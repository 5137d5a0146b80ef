"""The book's files on disk: found, read, watched and written. The only package that knows ruamel."""

from review_tui.adapters.book.book_files import BookFiles
from review_tui.adapters.book.book_paths import OneFile, find_book
from review_tui.adapters.book.finding import find_place
from review_tui.adapters.book.meeting_yaml import read_meeting

__all__ = ["BookFiles", "OneFile", "find_book", "find_place", "read_meeting"]
