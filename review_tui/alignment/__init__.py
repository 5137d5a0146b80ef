"""Which notes a passage rests on: pure, text in, links out.

``aligner`` gives links with chances, in talk as in notes, for people to look at; it needs numpy, so its names
are loaded on first use. What checks compare is linked in ``facts``.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from review_tui.alignment.aligner import Aligner, align
    from review_tui.alignment.links import Alignment, Link, UnitEvidence, UnitKind
    from review_tui.alignment.ranking import Ranked, SpokenUnit, rank

__all__ = [
    "Aligner",
    "Alignment",
    "Link",
    "Ranked",
    "SpokenUnit",
    "UnitEvidence",
    "UnitKind",
    "align",
    "rank",
]

_ROOMS = {
    "aligner": ("Aligner", "align"),
    "links": ("Alignment", "Link", "UnitEvidence", "UnitKind"),
    "ranking": ("Ranked", "SpokenUnit", "rank"),
}


def __getattr__(name: str) -> Any:
    """The public names, loaded when they are first asked for."""
    from importlib import import_module  # noqa: PLC0415 -- as above

    for room, names in _ROOMS.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{room}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
