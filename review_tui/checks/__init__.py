"""What a program can notice in minutes: pure, text in, findings out. One file per check."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # read on first use: whoever wants one check need not load the patterns of dates
    from review_tui.language.periods import Period, find_periods

__all__ = ["Period", "find_periods"]


def __getattr__(name: str) -> Any:
    """The public readers of text, loaded when they are first asked for."""
    if name in __all__:
        from review_tui.language import periods  # noqa: PLC0415 -- see above

        return getattr(periods, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
