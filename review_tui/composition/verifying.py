"""Puts together what verifies a book: its raw history, its format, and what this computer saw of it last."""

import hashlib
from pathlib import Path

from review_tui.adapters.book.file_history import FileHistory
from review_tui.adapters.book.record_format import RecordFormat
from review_tui.adapters.git import GitHistory
from review_tui.adapters.seen_states import SeenStateFile
from review_tui.adapters.ssh_keys import SshKeys
from review_tui.application.ports import Cache
from review_tui.application.signing import SignatureChecker
from review_tui.application.verdicts import VerdictCache
from review_tui.application.verifier import Verifier
from review_tui.composition.user_folders import state_folder


def open_verifier(book: Path, history: GitHistory | FileHistory, cache: Cache) -> Verifier:
    """What verifies the book in the folder ``book``, whose history is ``history``."""
    seen = SeenStateFile(state_folder(book) / "seen.json")
    return Verifier(
        history.raw,
        RecordFormat(),
        seen,
        lambda: history.unrecorded([""], ("notes", ".git")),
        VerdictCache(cache, str(book.resolve())),
        RememberedChecks(SshKeys(), cache),
    )


class RememberedChecks:
    """Looks whether signatures are good, each once: what is good over some bytes is so for ever."""

    def __init__(self, checker: SignatureChecker, cache: Cache) -> None:
        self._checker = checker
        self._cache = cache

    def is_good(self, payload: bytes, armoured: str) -> bool:
        """Whether a signature is over these bytes, by the key that it names."""
        key = f"signature {hashlib.sha256(payload + bytes(1) + armoured.encode()).hexdigest()}"
        if self._cache.get(key) is True:
            return True
        is_good = self._checker.is_good(payload, armoured)
        if is_good:
            self._cache.put(key, True)  # noqa: FBT003 -- the value that is kept
        return is_good
