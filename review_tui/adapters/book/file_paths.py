"""What paths of items mean where the minutes of a meeting are one file."""

from review_tui.adapters.book.book_paths import ACTS, MINUTES
from review_tui.adapters.book.file_meeting import MEETING_ACTS
from review_tui.adapters.book.minutes_files import MinutesFile
from review_tui.model.frozen import frozen


@frozen
class FilePath:
    """What a path means that names part of a meeting whose minutes are one file."""

    meeting: str
    file: MinutesFile
    item: str = ""
    """Empty for the meeting itself."""
    rest: str = ""
    """What follows: ``minutes.md``, ``acts/…``, ``meeting.yaml``; empty for all of it."""

    @property
    def is_text(self) -> bool:
        """Whether it is the text of an item."""
        return bool(self.item) and self.rest == MINUTES

    @property
    def review_path(self) -> str:
        """The path of a file or folder of the review."""
        if self.rest.startswith(ACTS):
            inner = self.rest.removeprefix(ACTS).strip("/")
            folder = f"{self.file.review}/{ACTS}/{self.item or MEETING_ACTS}"
            return f"{folder}/{inner}" if inner else folder
        return f"{self.file.review}/{self.rest}"
