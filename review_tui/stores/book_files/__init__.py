"""The book's files on disk: found, read, watched and written. The only room that knows ruamel."""

from review_tui.stores.book_files.layout import find_book
from review_tui.stores.book_files.meeting_file import read_meeting
from review_tui.stores.book_files.reader import BookFiles

__all__ = ["BookFiles", "find_book", "read_meeting"]
