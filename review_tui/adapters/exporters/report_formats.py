"""Reports as plain text, Markdown and web pages."""

import textwrap
from collections.abc import Callable, Mapping, Sequence
from html import escape

from review_tui.adapters.export_mark import HTML_MARK, marked_markdown, marked_text
from review_tui.adapters.exporters.markdown import escape_markdown
from review_tui.application.report import ReportLine, ReportPart
from review_tui.model.visible import sendable

_WIDTH = 78
"""Characters of a line of plain text."""
_TEXT_INDENTS = {ReportPart.POINT: ("- ", "  "), ReportPart.DETAIL: ("    ", "    ")}
_APART = frozenset((ReportPart.SECTION, ReportPart.ITEM, ReportPart.LINE, ReportPart.MOTION))
"""What has a blank line before it."""
_HEADS = frozenset((ReportPart.TITLE, ReportPart.SECTION, ReportPart.ITEM))
_UNDERLINES = {ReportPart.TITLE: "=", ReportPart.SECTION: "-"}
_MARKDOWN = {
    ReportPart.TITLE: "# {}\n",
    ReportPart.SECTION: "\n## {}\n",
    ReportPart.ITEM: "\n### {}\n",
    ReportPart.LINE: "\n{}\n",
    ReportPart.POINT: "- {}",
    ReportPart.DETAIL: "  - {}",
    ReportPart.MOTION: "\n**Motion:** {}\n",
}
_HTML = {
    ReportPart.TITLE: "h1",
    ReportPart.SECTION: "h2",
    ReportPart.ITEM: "h3",
    ReportPart.LINE: "p",
    ReportPart.MOTION: "blockquote",
}
_LOOKS = """
body { font: 1rem/1.5 Arial, sans-serif; max-width: 45rem; margin: 2rem auto; padding: 0 1rem; }
li { margin: .35rem 0; } li li { color: #444; } h3 { margin-bottom: .25rem; }
blockquote { border-left: .25rem solid #888; margin-left: 0; padding-left: 1rem; }
"""
_MOTION = "Motion:"


def formats() -> Mapping[str, Callable[[Sequence[ReportLine]], bytes]]:
    """What writes a report, by the word that ``--to`` takes."""
    return {"txt": to_text, "md": to_markdown, "html": to_html}


def to_text(lines: Sequence[ReportLine]) -> bytes:
    """A report to be printed."""
    told: list[str] = []
    before: ReportPart | None = None
    for line in lines:
        first, later = _TEXT_INDENTS.get(line.part, ("", ""))
        words = f"{_MOTION} {line.words}" if line.part is ReportPart.MOTION else line.words
        if line.part in _APART or (line.part is ReportPart.POINT and before in _HEADS):
            told.append("")
        wrapped = textwrap.wrap(
            " ".join(words.split()),
            _WIDTH,
            initial_indent=first,
            subsequent_indent=later,
            break_long_words=False,
        )
        told += wrapped
        if sign := _UNDERLINES.get(line.part):
            told += [sign * max(map(len, wrapped), default=0)]
        before = line.part
    return marked_text(sendable("\n".join(told) + "\n").encode("utf-8"))


def to_markdown(lines: Sequence[ReportLine]) -> bytes:
    """A report as one Markdown file."""
    told = "\n".join(_MARKDOWN[line.part].format(escape_markdown(line.words)) for line in lines)
    while "\n\n\n" in told:
        told = told.replace("\n\n\n", "\n\n")
    return marked_markdown(sendable(f"{told.strip()}\n").encode("utf-8"))


def to_html(lines: Sequence[ReportLine]) -> bytes:
    """A report as one page, with nothing loaded from elsewhere."""
    title = next((_escaped(line.words) for line in lines if line.part is ReportPart.TITLE), "")
    told = [
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width">',
        HTML_MARK,
        f"<title>{title}</title>\n<style>{_LOOKS}</style>\n</head>\n<body>",
    ]
    level = 0
    for line in lines:
        wanted = {ReportPart.POINT: 1, ReportPart.DETAIL: 2}.get(line.part, 0)
        told += ["<ul>"] * (wanted - level) + ["</ul>"] * (level - wanted)
        level = wanted
        tag = _HTML.get(line.part, "li")
        lead = f"<b>{_MOTION}</b> " if line.part is ReportPart.MOTION else ""
        told.append(f"<{tag}>{lead}{_escaped(line.words)}</{tag}>")
    told += ["</ul>"] * level
    return ("\n".join(told) + "\n</body>\n</html>\n").encode("utf-8")


def _escaped(words: str) -> str:
    return escape(" ".join(sendable(words).split()), quote=False)
