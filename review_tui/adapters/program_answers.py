"""Keeps, in the user's folder, whether the programs that a repository names may run."""

import json
import os
import tempfile
from pathlib import Path
from typing import Final

MOST: Final = 256_000
"""Bytes that are read at most."""
_KEPT: Final = 200
"""Answers that are kept, the newest."""


class ProgramAnswersFile:
    """Keeps the promises of ``application.programs.ProgramAnswers``. A damaged file is as good as none."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def may_run(self, fingerprint: str) -> bool | None:
        """What was answered of exactly these; ``None`` where nobody has been asked."""
        return self._read().get(fingerprint)

    def keep(self, fingerprint: str, *, may_run: bool) -> None:
        """Keep an answer. Raises ``OSError`` where it can't be written."""
        answers = {name: said for name, said in self._read().items() if name != fingerprint}
        answers[fingerprint] = may_run
        newest = dict(list(answers.items())[-_KEPT:])
        self._path.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=self._path.parent, prefix=".programs-")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump({"version": 1, "may_run": newest}, file)
        Path(beside).replace(self._path)

    def _read(self) -> dict[str, bool]:
        try:
            with self._path.open("rb") as file:
                kept = json.loads(file.read(MOST))["may_run"]
            return {str(name): said for name, said in kept.items() if isinstance(said, bool)}
        except (OSError, ValueError, RecursionError, KeyError, TypeError, AttributeError):
            return {}
