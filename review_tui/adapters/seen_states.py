"""Keeps what this computer saw of a book's history last, in the user's folder, never in the repository."""

import json
import os
import tempfile
from pathlib import Path

from review_tui.application.verifier import SeenState

MOST = 4_000_000
"""Bytes that are read at most: a few hundred a meeting."""


class SeenStateFile:
    """Keeps the promises of ``application.verifier.SeenStates``."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> SeenState | None:
        """What was seen last."""
        try:
            with self._path.open("rb") as file:
                kept = json.loads(file.read(MOST))
            tags = {str(name): str(target) for name, target in kept["tags"].items()}
            return SeenState(str(kept["tip"]), tags, str(kept.get("since", kept["tip"])))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, RecursionError, KeyError, TypeError, AttributeError):
            return SeenState("", is_damaged=True)

    def save(self, seen: SeenState) -> None:
        """Keep it for the next time. What can't be written is not kept: the next time sees less."""
        beside = ""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            handle, beside = tempfile.mkstemp(dir=self._path.parent, prefix=".seen-")
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump({"version": 1, "tip": seen.tip, "tags": dict(seen.tags), "since": seen.since}, file)
            Path(beside).replace(self._path)
        except OSError:
            if beside:
                Path(beside).unlink(missing_ok=True)
