"""Repeats for patterns that must not run away: spelled out, so that no repeat stands within another."""


def repeat_up_to(most: int, piece: str) -> str:
    """A pattern for ``piece``, itself a pattern, none to ``most`` times in a row."""
    return f"(?:{piece})?" * most


def repeat_one_to(most: int, piece: str) -> str:
    """A pattern for ``piece``, itself a pattern, one to ``most`` times in a row."""
    return f"(?:{piece})" + repeat_up_to(most - 1, piece)
