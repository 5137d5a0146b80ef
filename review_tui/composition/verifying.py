"""Puts together what verifies a book: its raw history, its format, and what this computer saw of it last."""

from pathlib import Path

from review_tui.adapters.book.record_format import RecordFormat
from review_tui.adapters.git import GitHistory
from review_tui.adapters.seen_states import SeenStateFile
from review_tui.application.ports import Cache
from review_tui.application.verdicts import VerdictCache
from review_tui.application.verifier import Verifier
from review_tui.composition.user_folders import state_folder


def open_verifier(book: Path, git: GitHistory, cache: Cache) -> Verifier:
    """What verifies the book in the folder ``book``, whose history is ``git``."""
    seen = SeenStateFile(state_folder(book) / "seen.json")
    verdicts = VerdictCache(cache, str(book.resolve()))
    return Verifier(git.raw, RecordFormat(), seen, lambda: git.unrecorded([""], ("notes", ".git")), verdicts)
