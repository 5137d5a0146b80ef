"""Names that a reader takes for one another: their letters look the same, or some can't be seen."""

import unicodedata

from review_tui.model.visible import is_plain

_SAME = str.maketrans(
    "аеорсхуіјѕкмтвнԁԛԝһӏαονρτυικχεηıɑɡ" + "01i",
    "aeopcxyljskmtbhdqwhl" + "aovptulkxenlag" + "oll",
)
"""Letters of Cyrillic and Greek, and figures, each with the Latin one that it looks like; i is l."""


def skeleton(name: str) -> str:
    """What ``name`` looks like: the same for two names that a reader takes for one another."""
    plain = "".join(c for c in unicodedata.normalize("NFKC", name) if is_plain(c))
    return " ".join(plain.casefold().translate(_SAME).split())
