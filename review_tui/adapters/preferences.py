"""How a person likes the screen: kept with the user's own settings, since it is nobody's minutes."""

import json
import os
import tempfile
from pathlib import Path

import platformdirs

MOST = 64_000
"""Bytes that are read at most: nothing we write comes near it."""


class PreferencesFile:
    """Keeps the promises of ``ports.Preferences`` in one small file. A damaged file is as good as none."""

    def __init__(self, path: Path | None = None) -> None:
        """``path`` is by default in the user's folder for settings."""
        self._path = path or platformdirs.user_config_path("review-tui") / "screen.json"

    def theme(self) -> str:
        """The name of the theme that was chosen, or empty."""
        try:
            with self._path.open("rb") as file:
                kept = json.loads(file.read(MOST))
        except (OSError, ValueError, RecursionError):
            return ""
        name = kept.get("theme") if isinstance(kept, dict) else None
        return name if isinstance(name, str) else ""

    def keep_theme(self, name: str) -> None:
        """Keep it for the next time. What can't be written is forgotten: the screen is right as it is."""
        beside = ""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            handle, beside = tempfile.mkstemp(dir=self._path.parent, prefix=".screen-")
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(json.dumps({"version": 1, "theme": name}) + "\n")
            Path(beside).replace(self._path)
        except OSError:
            if beside:
                Path(beside).unlink(missing_ok=True)
