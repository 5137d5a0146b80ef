"""The merge-markers check: two versions of a text that were to be joined, and both still stand in it."""

from collections.abc import Iterable

from review_tui.checks.check import Check
from review_tui.model.acts import FlagKind
from review_tui.model.findings import Finding, Severity
from review_tui.model.material import Material
from review_tui.model.merge_markers import merge_markers
from review_tui.model.text import Span


class MergingCheck(Check):
    """Finds the lines that an unfinished merge leaves around two versions of the same words."""

    id = "merge-markers"
    finds = "Lines like <<<<<<< and >>>>>>>: two versions of the same words, of which nobody has chosen one."
    severity = Severity.ERROR
    flag_kind = FlagKind.WORDING
    example = (
        "The meeting opened.\n\n<<<<<<< HEAD\nThe grant was \u00a3400.\n=======\nThe grant was \u00a3450.\n"
        ">>>>>>> from the clerk\n"
    )

    def run(self, material: Material) -> Iterable[Finding]:
        """Findings in the order of the draft: one for each place where two versions stand."""
        return tuple(_finding(material, marks) for marks in _marker_places(material.draft.text))


def _marker_places(text: str) -> list[list[Span]]:
    """The marks of each place where two versions stand; marks without beginning or end make one too."""
    places: list[list[Span]] = []
    open_ = False
    for mark in merge_markers(text):
        sign = text[mark.start]
        if sign == "<" or not open_:
            places.append([])
        places[-1].append(mark)
        open_ = sign != ">"
    return places


def _finding(material: Material, marks: list[Span]) -> Finding:
    places = tuple(material.draft.place(mark) for mark in marks)
    lines = [place.line for place in places]
    where = f"line {lines[0]}" if len(lines) == 1 else f"lines {lines[0]} to {lines[-1]}"
    message = (
        f"Two versions of the same words are marked in {where}, and nobody has chosen one: keep the right "
        "words and delete the lines of marks."
    )
    return Finding(MergingCheck.id, Severity.ERROR, message, places)
