"""What is about to be recorded, kept in the git folder until it is done, so that a crash can be mended.

One file, ``review-tui/intent-*.json`` in the git folder of the work tree: the branch, and for every file its
path from the top, old and new stored ids, the digest of what the work tree held, and the new bytes. Before a
tag is set, also the new commit and the tag.
"""

import base64
import contextlib
import hashlib
import json
import os
import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Final

from review_tui.domain.visible import visible
from review_tui.stores import durable
from review_tui.stores.git_history.trees import Leaf

_FORM: Final = 2
_READABLE: Final = frozenset({1, 2})
"""The first form knew no tags and took no files away."""


@dataclass(frozen=True, slots=True)
class IntendedFile:
    """One file of an intent."""

    path: str
    """From the top of the work tree."""
    mode: str
    """As git names it: ``100644``."""
    before: str | None
    """Id of the committed version; ``None`` for a new file."""
    after: str | None
    """Id of the version to be recorded; ``None`` for a file to be taken away."""
    found: str | None
    """SHA-256 of what the work tree held; ``None`` for no file."""
    text: str | None
    """The new bytes, in base 64; ``None`` for a file to be taken away."""

    @property
    def data(self) -> bytes | None:
        """The new bytes; ``None`` for a file to be taken away."""
        return None if self.text is None else base64.b64decode(self.text)

    @property
    def leaf(self) -> Leaf | None:
        """What the commit has there; ``None`` for a file to be taken away."""
        return Leaf(self.mode.encode("ascii"), self.after) if self.after else None

    def stood_on(self, found: bytes | None) -> bool:
        """Whether ``found`` is what the work tree held when this was intended."""
        return (found and fingerprint(found)) == self.found if found is not None else self.found is None


@dataclass(frozen=True, slots=True)
class IntendedTag:
    """A tag that is to stand on the new commit: both or neither."""

    ref: str
    """Full: ``refs/tags/minutes/2022-03-16-board``."""
    id: str
    """Of the tag's own object."""
    commit: str


@dataclass(frozen=True, slots=True)
class Intent:
    """A commit that is about to be made."""

    ref: str
    files: tuple[IntendedFile, ...]
    recorded: bool = False
    """Whether the branch is known to have moved, so that only the index is to be brought up to date."""
    tag: IntendedTag | None = None

    def keep(self, room: Path) -> Path:
        """Durably write this down in ``room``; where. Raises ``OSError``."""
        durable.make_folder(room)
        path = room / f"intent-{time.time_ns():020d}-{os.getpid()}.json"
        durable.write_new(path, self.as_bytes())
        return path

    def keep_with(self, tag: IntendedTag, path: Path) -> "Intent":
        """Durably write the tag down too, in the place of ``path``; the fuller intent. Raises ``OSError``."""
        fuller = replace(self, tag=tag)
        durable.replace(path, fuller.as_bytes())
        return fuller

    def keep_as_recorded(self, path: Path) -> None:
        """Note that the branch has moved. Raises ``OSError``."""
        durable.replace(path, Intent(self.ref, self.files, recorded=True).as_bytes())

    @property
    def shown(self) -> str:
        """The files, fit to show in a sentence."""
        return ", ".join(visible(file.path) for file in self.files)

    def as_bytes(self) -> bytes:
        """As it is written down: JSON."""
        return json.dumps({"form": _FORM, **asdict(self)}, indent=1).encode("ascii")


def fingerprint(data: bytes) -> str:
    """SHA-256 in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def left_over(room: Path) -> list[Path]:
    """The intents in ``room``, oldest first."""
    return sorted(room.glob("intent-*.json"))


def waiting(room: Path, but: Path | None) -> set[str]:
    """The paths of all intents in ``room`` other than ``but``: they are not settled yet."""
    found: set[str] = set()
    for path in left_over(room):
        if path != but:
            with contextlib.suppress(OSError, ValueError):
                found |= {file.path for file in read(path).files}
    return found


def read(path: Path) -> Intent:
    """The intent in a file. Raises ``OSError`` or ``ValueError``."""
    said = json.loads(path.read_bytes())
    try:
        if said["form"] not in _READABLE:
            raise ValueError("written by another version of review-tui")
        files = tuple(IntendedFile(**file) for file in _dicts(said["files"]))
        tag = IntendedTag(**said["tag"]) if said.get("tag") else None
        return Intent(str(said["ref"]), files, recorded=bool(said["recorded"]), tag=tag)
    except (KeyError, TypeError) as mishap:
        raise ValueError("not an intent") from mishap


def _dicts(found: Iterable[object]) -> list[dict[str, str]]:
    return [{str(k): v for k, v in file.items()} for file in found if isinstance(file, dict)]
