"""The one table of formats that minutes can be exported to. The command, its help and its errors read it."""

from review_tui.model.frozen import frozen


@frozen
class ExportFormat:
    """One format that minutes can be exported to."""

    title: str
    """What a reader calls it: ``plain text``."""
    writer: str
    """Where it is written: a module of ``adapters/exporters`` and its function, as ``load`` takes them."""
    is_text: bool
    """Whether it can be shown in a terminal."""
    is_whole: bool = True
    """Whether every word of the minutes stands in it."""
    shows_changes: bool = False
    """Whether what came and went can be told apart in it, and remarks stand beside the words."""


FORMATS: dict[str, ExportFormat] = {
    "docx": ExportFormat("a Word document", writer="docx:to_docx", is_text=False, shows_changes=True),
    "odt": ExportFormat("an OpenDocument text", writer="odt:to_odt", is_text=False, shows_changes=True),
    "pdf": ExportFormat("a PDF", writer="pdf:to_pdf", is_text=False, shows_changes=True),
    "html": ExportFormat("a web page", writer="html:to_html", is_text=True, shows_changes=True),
    "akn": ExportFormat("Akoma Ntoso (XML)", writer="akn:to_akn", is_text=True),
    "popolo": ExportFormat(
        "people and votes as Popolo (JSON)", writer="popolo:to_popolo", is_text=True, is_whole=False
    ),
    "md": ExportFormat("Markdown", writer="markdown:to_markdown", is_text=True),
    "txt": ExportFormat("plain text", writer="plain_text:to_plain_text", is_text=True),
}
"""By the word that ``--to`` takes, which is also the usual end of such a file's name."""
CHANGES_SHOWN = tuple(word for word, each in FORMATS.items() if each.shows_changes)
"""The formats in which changes can be told apart."""
