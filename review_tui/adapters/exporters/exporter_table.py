"""What writes each format that minutes can be exported to."""

from review_tui.adapters.export_mark import marked_markdown, marked_text
from review_tui.application.ports import MeetingMinutes
from review_tui.loading import load
from review_tui.model.export_formats import FORMATS, ExportFormat

_MARKED = {"md": marked_markdown, "txt": marked_text}
"""What marks a file of these formats, which have no properties to do it by."""


class ExporterTable:
    """The formats, each loaded when it is first used. Keeps the promises of ``ports.Exporters``."""

    def formats(self) -> dict[str, ExportFormat]:
        """Every format, by the word that ``--to`` takes."""
        return FORMATS

    def write(self, to: str, minutes: MeetingMinutes) -> bytes:
        """The file that holds ``minutes`` in the format ``to``."""
        written: bytes = load(f"adapters.exporters.{FORMATS[to].writer}")(minutes)
        return _MARKED[to](written) if to in _MARKED else written
