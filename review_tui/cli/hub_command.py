"""The command that a git server runs before it takes anything in."""

import argparse
import os
import sys

from review_tui.cli.output import complain
from review_tui.cli.ports import Backend


def hub_hook(backend: Backend, asked: argparse.Namespace) -> int:
    """Refuse a push that breaks a rule; git tells whoever pushed what is printed here."""
    pusher = asked.pusher or os.environ.get("REVIEW_TUI_PUSHER", "")
    refused = backend.check_push(sys.stdin, asked.book, pusher)
    for sentence in refused:
        complain(f"review-tui: {sentence}")
    if refused:
        complain("review-tui: nothing of this push was taken.")
    return 1 if refused else 0
