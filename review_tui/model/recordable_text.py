"""Whether a text can be the record of anything: what nobody can put their name to, in sentences."""

from review_tui.model.merge_markers import merge_markers
from review_tui.model.text import line_number

_NO_WORDS = (
    "These minutes are empty: there are no words yet that anybody could approve or sign. Write what was "
    "minuted first."
)
_TWO_VERSIONS = (
    "These minutes still hold two versions of the same words, because two people changed them at once and "
    "nobody has said yet which is right (line {line}: {marker}). Keep the words that are right, take out the "
    "others and the lines that begin with <<<<<<<, =======, ||||||| or >>>>>>>, and give your reason."
)
_LONGEST_MARKER = 40
"""Characters of a marker that are told; what follows it is a name of git's."""


def why_no_record(text: str) -> str:
    """Why minutes with this text can't be approved or signed off; empty when they can."""
    if not any(character.isalnum() for character in text):
        return _NO_WORDS
    return why_two_versions(text)


def why_two_versions(text: str) -> str:
    """A sentence about the merge markers in ``text``, and what to do; empty when there are none."""
    marks = merge_markers(text)
    if not marks:
        return ""
    marker = marks[0].of(text)[:_LONGEST_MARKER].rstrip()
    return _TWO_VERSIONS.format(line=line_number(text, marks[0].start), marker=marker)
