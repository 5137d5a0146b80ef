"""Asking before something is written that was shown."""

import argparse
import sys

from review_tui.model.errors import Refusal


def confirm(asked: argparse.Namespace, question: str, otherwise: str) -> None:
    """Go on only with ``--yes`` or a yes at the terminal.

    Raises ``Refusal``: ``otherwise`` says what to do, where nobody can be asked or the answer is no.
    """
    if asked.yes:
        return
    if not asked.json and sys.stdin.isatty() and sys.stderr.isatty():
        sys.stderr.write(f"{question} [y/N] ")
        sys.stderr.flush()
        if sys.stdin.readline().strip().casefold() in {"y", "yes"}:
            return
    raise Refusal(f"Nothing was written: {otherwise}")
