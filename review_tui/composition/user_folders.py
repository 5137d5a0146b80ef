"""What the program keeps in the user's own folders, outside any book."""

import hashlib
from pathlib import Path

import platformdirs

from review_tui.adapters.program_answers import ProgramAnswersFile
from review_tui.adapters.result_cache import CacheFile


def open_cache() -> CacheFile:
    """The results of earlier checks and alignments."""
    return CacheFile(platformdirs.user_cache_path("review-tui") / "answers.sqlite")


def open_program_answers(book: Path) -> ProgramAnswersFile:
    """What was answered of the programs that the repository of a book names."""
    return ProgramAnswersFile(state_folder(book) / "programs.json")


def state_folder(book: Path) -> Path:
    """Where to keep what belongs to a book that is in no repository."""
    digest = hashlib.sha256(str(book.resolve()).encode("utf-8", "surrogateescape")).hexdigest()
    return platformdirs.user_state_path("review-tui") / digest[:16]  # 64 bits tell one user's books apart
