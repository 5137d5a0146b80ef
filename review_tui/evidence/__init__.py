"""Which notes a passage rests on: pure, text in, links out. Loaded on first use, as it needs numpy."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from review_tui.evidence.aligner import Aligner, align
    from review_tui.evidence.alignment import Alignment, Link, UnitEvidence, UnitKind
    from review_tui.evidence.ranking import Ranked, SpokenUnit, rank

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
    "alignment": ("Alignment", "Link", "UnitEvidence", "UnitKind"),
    "ranking": ("Ranked", "SpokenUnit", "rank"),
}


def __getattr__(name: str) -> Any:
    """The public names, loaded when they are first asked for."""
    from importlib import import_module  # noqa: PLC0415 -- as above

    for room, names in _ROOMS.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{room}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
