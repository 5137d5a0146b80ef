"""The words of an OpenDocument text one after another, with tracked changes and comments of its own.

Such a text holds the words as they stand now: what came is marked where it stands, and what went lies apart,
with a mark where it was. A paragraph whose end went is one with that behind it; the end lies with what went.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from xml.sax.saxutils import escape

from review_tui.adapters.exporters.document import Paragraph, Run
from review_tui.adapters.exporters.docx_package import attribute
from review_tui.application.ports import ExportedChange, ExportedItem, Remark
from review_tui.model.visible import sendable


def xml_text(text: str) -> str:
    """``text`` as XML may hold it; several blanks stay several."""
    words = escape(sendable(text)).replace("\t", "<text:tab/>")
    while "  " in words:
        words = words.replace("  ", " <text:s/>")
    return f"<text:s/>{words[1:]}" if words.startswith(" ") else words


def span(text: str, style: str) -> str:
    """Words in a style of letters, or in none."""
    said = xml_text(text)
    return f'<text:span text:style-name="{style}">{said}</text:span>' if style and said else said


def _run_xml(run: Run) -> str:
    return span(run.text, "B" * run.bold + "I" * run.italic)


def with_ends_moved(together: Sequence[Paragraph]) -> list[Paragraph]:
    """``together``, whole paragraphs told with the end before them instead of their own where that is better.

    The words stay as they are. Of two paragraphs that are joined LibreOffice keeps the looks of the first, so
    what came begins with an end. And two changes on either side of an end it takes for one, with the end.
    """
    moved = [replace(paragraph) for paragraph in together]
    for place, paragraph in enumerate(moved[:-1]):
        last = next((run for run in reversed(paragraph.runs) if run.text), Run(""))
        came, went = moved[place + 1].came, last.went
        if came and not paragraph.came:
            _move_end(moved[place:], "came", came, 0)
        if went and not paragraph.went:
            _move_end(moved[place:], "went", went, None)
    return moved


def _move_end(paragraphs: Sequence[Paragraph], which: str, change: int, nothing: int | None) -> None:
    """Let the end of the first come or go, and not that of the last of those behind it that did so whole."""
    first, *behind = paragraphs
    whole = list(takewhile(lambda each: _is_all(each, which, change), behind))
    if whole:
        setattr(first, which, change)
        setattr(whole[-1], which, nothing)


def _is_all(paragraph: Paragraph, which: str, change: int) -> bool:
    """Whether all of a paragraph, its end included, came or went with one change."""
    words = [run for run in paragraph.runs if run.text]
    return getattr(paragraph, which) == change and all(getattr(run, which) == change for run in words)


_PLAIN = ('<text:p text:style-name="Standard">', "</text:p>")


@dataclass(slots=True)
class Margin:
    """Gathers the changes and comments of all items; each has a name of its own."""

    _regions: list[str] = field(default_factory=list)
    _comments: int = 0

    def region(self, kind: str, made: ExportedChange, gone: str = "") -> str:
        """The name of a new change, an ``insertion`` or a ``deletion`` of what is ``gone``."""
        name = f"ct{len(self._regions) + 1}"
        date = f"{made.at:%Y-%m-%dT%H:%M:%S}" if made.at else "1970-01-01T00:00:00"
        self._regions.append(
            f'<text:changed-region xml:id="{name}" text:id="{name}"><text:{kind}><office:change-info>'
            f"<dc:creator>{xml_text(made.author)}</dc:creator><dc:date>{date}</dc:date>"
            f"</office:change-info>{gone}</text:{kind}></text:changed-region>"
        )
        return name

    def comment(self, remarks: Sequence[Remark], *, is_settled: bool = False) -> tuple[str, str]:
        """What stands where the words of a comment begin, and where they end; replies stand behind it."""
        starts, ends, first = "", "", ""
        for remark in remarks:
            self._comments += 1
            name = f"c{self._comments}"
            parent = f" loext:parent-name={attribute(first)}" if first else ""
            first = first or name
            starts += (
                f'<office:annotation office:name="{name}" loext:resolved="{str(is_settled).lower()}"{parent}>'
                f"<dc:creator>{xml_text(remark.author)}</dc:creator>"
                f"<dc:date>{remark.at:%Y-%m-%dT%H:%M:%S}</dc:date>"
                f"<text:p>{xml_text(' '.join(remark.words.split()))}</text:p></office:annotation>"
            )
            ends = f'<office:annotation-end office:name="{name}"/>{ends}'
        return starts, ends

    def xml(self) -> str:
        """What stands before the text; nothing where nothing changed."""
        inner = "".join(self._regions)
        return f"<text:tracked-changes>{inner}</text:tracked-changes>" if inner else ""


class Flow:
    """Takes the runs of an item in order, and gives the inside of each paragraph as it stands now."""

    def __init__(self, item: ExportedItem, margin: Margin) -> None:
        self._item = item
        self._margin = margin
        self._inner = ""
        self._came = 0
        """The change that is bringing what comes now; 0 for none."""
        self._insertion = ""
        self._went = 0
        self._gone: list[str] = []
        """The insides of the paragraphs that are going with the change ``_went``."""
        self._looks: list[tuple[str, str]] = []
        """What opens and closes each of them."""
        self._look = _PLAIN
        self._is_new = False
        """Whether the end of the last of them went too, and nothing of what follows is told yet."""
        self._open: dict[int, str] = {}
        """What ends the comment on each flag whose words have begun."""
        self._told: set[int] = set()
        """The changes whose reasons stand in the margin already."""

    def add(self, runs: Iterable[Run], look: tuple[str, str] = _PLAIN) -> None:
        """The next words; ``look`` opens and closes their paragraph, should they have gone."""
        self._look = look
        for run in runs:
            self._edges(run)
            if not run.text:
                continue
            if run.went is not None:
                self._go(run.went)
                self._gone[-1] += _run_xml(run)
            else:
                self._come(run.came)
                self._inner += _run_xml(run)

    def set(self, xml: str) -> None:
        """Begin with words that are set already."""
        self._inner += xml

    def joins_next(self, paragraph: Paragraph) -> bool:
        """Whether the end of the paragraph went, so that what follows stands in the same."""
        if paragraph.went is None:
            return False
        self._go(paragraph.went)
        self._is_new = True
        return True

    def end(self, came: int = 0, *, is_last: bool) -> str:
        """The inside of the paragraph, whose end ``came``; nothing is left open behind the last."""
        if is_last:
            came = 0
            self._is_new = False  # the end of what is last stays
        self._come(came)
        inner, self._inner = self._inner, ""
        return inner

    def _come(self, change: int) -> None:
        """What comes now was brought by ``change``, or stood here always."""
        if self._is_new:
            self._gone.append("")
            self._looks.append(self._look)
            self._is_new = False
        if self._went:
            gone = "".join(
                begin + inner + end for (begin, end), inner in zip(self._looks, self._gone, strict=True)
            )
            made = self._item.changes[self._went]
            name = self._margin.region("deletion", made, gone)
            self._inner += self._reason(self._went) + f'<text:change text:change-id="{name}"/>'
            self._went, self._gone, self._looks = 0, [], []
        if change == self._came:
            return
        if self._came:
            self._inner += f'<text:change-end text:change-id="{self._insertion}"/>'
        if change:
            self._insertion = self._margin.region("insertion", self._item.changes[change])
            reason = self._reason(change)
            self._inner += f'{reason}<text:change-start text:change-id="{self._insertion}"/>'
        self._came = change

    def _go(self, change: int) -> None:
        """What comes now went with ``change``."""
        if self._went != change:
            self._come(0)
            self._went, self._gone, self._looks = change, [""], [self._look]
        elif self._is_new:
            self._gone.append("")
            self._looks.append(self._look)
        self._is_new = False

    def _edges(self, run: Run) -> None:
        """Comments whose words end before the run, or begin with it."""
        if run.begins or run.ends:
            self._come(self._came)
        for place in run.ends:
            self._inner += self._open.pop(place, "")
        for place in run.begins:
            flag = self._item.flags[place]
            starts, ends = self._margin.comment(flag.remarks, is_settled=flag.is_settled)
            self._inner += starts
            if place in run.ends:  # a gap, or words that end here
                self._inner += ends
            else:
                self._open[place] = ends

    def _reason(self, change: int) -> str:
        """The comment that says why, at the first place of a change."""
        made = self._item.changes[change]
        if change in self._told or made.at is None or not made.reason:
            return ""
        self._told.add(change)
        return "".join(self._margin.comment((Remark(made.author, made.at, made.reason),)))
