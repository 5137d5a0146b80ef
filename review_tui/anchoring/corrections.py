"""What a correction puts right, in the one wording that every face shows."""


def corrected(quote: str, wording: str) -> str:
    """Narrowed to the words that differ, as a list of corrections tells it: ``for “2022” read “2021”``."""
    from review_tui.anchoring.redline import describe_correction  # noqa: PLC0415 -- first paint needs no redline

    return describe_correction(quote, wording)
