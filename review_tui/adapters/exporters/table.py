"""The one table of formats that minutes can be exported to. The command, its help and its errors read it."""

from importlib import import_module

from review_tui.application.ports import ExportFormat, MeetingMinutes

FORMATS: dict[str, ExportFormat] = {
    "docx": ExportFormat("a Word document", writer="docx.to_docx", is_text=False, shows_changes=True),
    "odt": ExportFormat("an OpenDocument text", writer="odt.to_odt", is_text=False),
    "pdf": ExportFormat("a PDF", writer="pdf.to_pdf", is_text=False, shows_changes=True),
    "html": ExportFormat("a web page", writer="html.to_html", is_text=True, shows_changes=True),
    "md": ExportFormat("Markdown", writer="markdown.to_markdown", is_text=True),
    "txt": ExportFormat("plain text", writer="plain_text.to_plain_text", is_text=True),
}
"""By the word that ``--to`` takes, which is also the usual end of such a file's name."""


class ExporterTable:
    """The formats, each loaded when it is first used. Keeps the promises of ``ports.Exporters``."""

    def formats(self) -> dict[str, ExportFormat]:
        """Every format, by the word that ``--to`` takes."""
        return FORMATS

    def write(self, to: str, minutes: MeetingMinutes) -> bytes:
        """The file that holds ``minutes`` in the format ``to``."""
        module, _, function = FORMATS[to].writer.partition(".")
        written: bytes = getattr(import_module(f"review_tui.adapters.exporters.{module}"), function)(minutes)
        return written
