"""Makes a copy of a book that others review too."""

import re
from pathlib import Path
from typing import Final

from review_tui.adapters.git.config import LIST_CONFIG, parse_config
from review_tui.adapters.git.network import environment, refusal_of, run_watched
from review_tui.adapters.git.runner import GitRunner
from review_tui.application.sync_ports import Watch
from review_tui.model.errors import Refusal
from review_tui.model.text import decode
from review_tui.model.visible import visible

_OWN_SCOPES: Final = frozenset({"system", "global", "command"})


def clone(url: str, here: Path, folder: Path | None, watch: Watch) -> Path:
    """Copy the repository at ``url``, into ``folder`` or one of its name; where it is. Raises ``Refusal``."""
    if url.startswith("-") or not url.strip() or "\n" in url:
        raise Refusal(f"“{visible(url)}” can't be the address of a book.")
    place = (here / (folder or _name_of(url))).expanduser()
    if place.exists() and (not place.is_dir() or any(place.iterdir())):
        raise Refusal(f"{visible(str(place))} is there already and is not empty. Name another folder.")
    if not place.parent.is_dir():
        raise Refusal(f"There is no folder {visible(str(place.parent))} to put the copy in.")
    runner = GitRunner(here)
    own = parse_config(decode(runner.read(*LIST_CONFIG).out), _OWN_SCOPES)
    ran = run_watched(
        runner,
        (
            "clone",
            "--template=",
            "--no-recurse-submodules",
            "--progress",
            "--end-of-options",
            url,
            str(place),
        ),
        environment(own),
        watch,
        "Receiving",
    )
    if ran.code:
        raise refusal_of(ran, url)
    return place


def _name_of(url: str) -> str:
    """The folder that git too would make of a URL."""
    name = re.split(r"[/:]", url.rstrip("/").removesuffix("/.git"))[-1].removesuffix(".git")
    return name or "minutes"
