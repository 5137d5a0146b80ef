"""The user's own hooks, run where ``git commit`` would run them."""

import contextlib
import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from review_tui.adapters import durable_files
from review_tui.adapters.git.config import Config
from review_tui.adapters.git.repository import Repository
from review_tui.model.errors import Refusal
from review_tui.model.text import decode, encode
from review_tui.model.visible import visible

COMMIT_HOOKS: Final = ("pre-commit", "prepare-commit-msg", "commit-msg")
HOOK_TIMEOUT: Final = 600.0
"""Seconds that one hook may take."""


class Hooks:
    """The hooks of one repository, as they are set up now."""

    def __init__(self, repo: Repository, config: Config, *, runs_own: bool = True) -> None:
        """Without ``runs_own``, those in the repository's own folder are passed over."""
        self._repo = repo
        self._runs_any = runs_own or bool(config.text("core.hookspath")) or bool(config.subsections("hook"))
        # Newer gits know hooks that are named in the settings; "git hook run" finds them.
        self._configured = bool(config.subsections("hook"))
        elsewhere = config.text("core.hookspath")
        self._folder = repo.top / Path(elsewhere).expanduser() if elsewhere else repo.common_dir / "hooks"

    def has(self, name: str) -> bool:
        """Whether there is a hook of that name to run."""
        path = self._folder / name
        if not self._runs_any:
            return False
        return self._configured or (path.is_file() and os.access(path, os.X_OK))

    @property
    def has_commit_hooks(self) -> bool:
        """Whether any hook wants to see a commit before it is made."""
        return any(self.has(name) for name in COMMIT_HOOKS)

    def run_commit_hooks(self, tree: str, message: str, env: Mapping[str, str]) -> str:
        """Show the commit to the hooks that may stop it; the message as they leave it. Raises ``Refusal``.

        They see an index of their own that holds the newest commit with the change and nothing else.
        """
        durable_files.make_folder(self._repo.private_dir)
        name = secrets.token_hex(8)
        index, note = self._repo.private_dir / f"index-{name}", self._repo.private_dir / f"message-{name}"
        env = {**env, "GIT_INDEX_FILE": str(index)}
        try:
            self._repo.require_success(
                self._repo.run.write("read-tree", tree, env=env), "show your hooks what is to be recorded"
            )
            self._repo.run.write("update-index", "-q", "--refresh", env=env)
            self._run_hook("pre-commit", env=env)
            self._check_index(tree, env)
            note.write_bytes(encode(message))
            self._run_hook("prepare-commit-msg", str(note), "message", env=env)
            self._run_hook("commit-msg", str(note), env=env)
            return decode(note.read_bytes())
        finally:
            for leftover in (index, note, index.with_name(f"{index.name}.lock")):
                with contextlib.suppress(OSError):
                    leftover.unlink()

    def run_post_commit(self, env: Mapping[str, str]) -> None:
        """Run ``post-commit``; what comes of it changes nothing."""
        if self.has("post-commit"):
            with contextlib.suppress(Refusal):
                self._repo.run.hook("post-commit", env=env, timeout=HOOK_TIMEOUT)

    def _run_hook(self, name: str, *args: str, env: Mapping[str, str]) -> None:
        if not self.has(name):
            return
        ran = self._repo.run.hook(name, *args, env=env, timeout=HOOK_TIMEOUT)
        if ran.code:
            said = f" It says:\n{ran.message}" if ran.message else " It gave no reason."
            raise Refusal(f"Your repository's own {name} check refused this, so nothing was recorded.{said}")

    def _check_index(self, tree: str, env: Mapping[str, str]) -> None:
        ran = self._repo.require_success(
            self._repo.run.write("write-tree", env=env), "read what your hooks left"
        )
        if decode(ran.out).strip() != tree:
            where = visible(str(self._folder))
            raise Refusal(
                "Your repository's own pre-commit check rewrote the text that was to be recorded, so "
                "nothing was: what is recorded must be word for word what you agreed to. Let the check (in "
                f"{where}) only judge."
            )
