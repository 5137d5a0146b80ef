"""What is shown of a passage that both changed."""

from collections.abc import Sequence

from textual.content import Content

from review_tui.anchoring.redline import word_pieces
from review_tui.application.sync import OpenQuestion, SideOfQuestion
from review_tui.application.sync_ports import Question
from review_tui.tui.presenters.redlines import redline_content
from review_tui.tui.presenters.status_lines import plain

_MOST_NOTES = 4
"""Lines of the notes that are shown beside."""


def heading(question: Question, number: int, count: int) -> Content:
    """``Item 5, Annual report: you and others changed the same words (1 of 2)``."""
    which = f" ({number} of {count})" if count > 1 else ""
    what = f"{question.what[:1].upper()}{question.what[1:]}"
    return plain(f"{what}: you and others changed the same words{which}")


def sides_words(it: OpenQuestion) -> Content:
    """What each made of it, with who and why, and what both began from."""
    question = it.question
    began = plain(question.base) if question.base else Content.styled("nothing stood there", "dim")
    return Content("\n").join(
        [
            _who("F2  Yours", it.ours),
            _wording(question, question.ours, is_gone=question.is_gone[0]),
            _who("F3  Theirs", it.theirs),
            _wording(question, question.theirs, is_gone=question.is_gone[1]),
            Content.styled("Both began from", "bold"),
            began,
        ]
    )


def _who(name: str, side: SideOfQuestion | None) -> Content:
    if side is None:
        return Content.styled(name, "bold")
    reason = " ".join(side.reason.split())
    return Content.assemble((name, "bold"), plain(f", {side.by}, {side.at}: {reason}"))


def _wording(question: Question, words: str, *, is_gone: bool) -> Content:
    if is_gone or not words:
        return Content.styled("taken out", "dim")
    if question.is_whole or not question.base:
        return plain(words)
    return redline_content(word_pieces(question.base, words), shortened=True)


def notes_words(lines: Sequence[str]) -> Content:
    """The lines of the notes that it comes from."""
    if not lines:
        return Content("")
    more = [f"and {len(lines) - _MOST_NOTES} more lines"] if len(lines) > _MOST_NOTES else []
    told = "\n".join((*lines[:_MOST_NOTES], *more))
    return Content.assemble("\n", ("In the notes", "bold"), "\n", plain(told))
