"""A text as a policy reads it that does not count white space or the numbering of passages."""

import re

from review_tui.model.policy import Policy
from review_tui.model.text import digest

# A number is taken for a passage's own only with its full stop or bracket: "12 voted for" is a figure.
_NUMBER = re.compile(
    r"^([^\S\n]{0,24}(?:#{1,6}[^\S\n]{1,8})?)"
    r"(?:\(?\d{1,3}(?:\.\d{1,3}){0,4}\\?[.)]|\(?(?:[a-z]|[ivx]{2,5})\\?\)|[a-z]\.)(?=[^\S\n])",
    re.MULTILINE,
)


def relaxed_digest(text: str, policy: Policy) -> str:
    """The digest of what counts of ``text``: the same for two texts that differ only in what does not."""
    counted = text if policy.numbering else _NUMBER.sub(r"\1#.", text)
    return digest(counted if policy.white_space else " ".join(counted.split()))
