"""Keeps what is being typed safe from crashes, in files of its own outside the work tree."""

import contextlib
import datetime as dt
import hashlib
import json
import os
import secrets
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from review_tui.adapters import durable_files
from review_tui.application.ports import TypedText
from review_tui.model.errors import Refusal

_WORDS = ("meeting", "item", "base", "original", "words", "reason", "purpose")
_LIMIT = 20_000_000
"""Bytes; a file larger than this is not one of ours."""


class TypingFiles:
    """One small file for each passage typed in and each purpose. Keeps the ``TypingJournal`` port.

    ``folder`` says where; it is asked each time, because a repository may be made while the program runs.
    """

    def __init__(self, folder: Callable[[], Path]) -> None:
        self._folder = folder

    def keep(self, typing: TypedText) -> None:
        """Durably remember ``typing`` in place of what was remembered for the same words and purpose.

        Raises ``Refusal`` when the disk does not take it.
        """
        fields = asdict(typing) | {"at": typing.at.isoformat()}
        try:
            path = self._path(typing.meeting, typing.item, typing.purpose, typing.original)
            _make_private(path)
            # Plain ASCII, so that bytes of the minutes that are not UTF-8 come through as well.
            durable_files.replace(path, json.dumps(fields, indent=1).encode("ascii"))
        except OSError as error:
            raise Refusal(
                f"What you are typing can't be kept safe from a crash ({error.strerror}). "
                "Finish this passage, or make room on the disk."
            ) from error

    def left_over(self) -> tuple[TypedText, ...]:
        """What earlier sessions were cut short in, oldest first.

        A file that can't be understood is put aside as ``.broken``, never deleted.
        """
        try:
            paths = sorted(self._folder().glob("*.json"))
        except OSError:
            return ()
        found = [typing for path in paths if (typing := _read_or_put_aside(path))]
        return tuple(sorted(found, key=lambda typing: (typing.at, typing.meeting, typing.item)))

    def forget(self, meeting: str, item: str, purpose: str, original: str) -> None:
        """What was typed there was used or given up."""
        with contextlib.suppress(OSError):
            durable_files.remove(self._path(meeting, item, purpose, original))

    def _path(self, *names: str) -> Path:
        """The file for one purpose and passage. Its name is a digest: no name can lead out of the folder."""
        framed = json.dumps(names).encode("ascii")
        return self._folder() / f"{hashlib.sha256(framed).hexdigest()[:32]}.json"


def _make_private(path: Path) -> None:
    """Make an empty file at ``path``, if there is none, that only its owner may read; the folder likewise."""
    if path.exists():
        return
    if not path.parent.is_dir():
        durable_files.make_folder(path.parent)
        path.parent.chmod(0o700)
    with contextlib.suppress(FileExistsError):
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600))


def _read_or_put_aside(path: Path) -> TypedText | None:
    try:
        raw = _read_raw(path)
        if not raw:
            return None  # made, and cut short before a word was kept
        return _typed_text(json.loads(raw))
    except (ValueError, TypeError, KeyError, RecursionError):
        _put_aside(path)
    except OSError:
        pass
    return None


def _read_raw(path: Path) -> bytes:
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    with open(descriptor, "rb") as file:  # noqa: PTH123 -- a descriptor is no path
        raw = file.read(_LIMIT + 1)
    if len(raw) > _LIMIT:
        raise ValueError(path)
    return raw


def _typed_text(fields: dict[str, object]) -> TypedText:
    """The typing that ``fields`` keep. ``TypeError``, ``KeyError`` or ``ValueError`` for anything else."""
    passage, at = fields["passage"], dt.datetime.fromisoformat(_words(fields["at"]))
    if not isinstance(passage, int) or at.utcoffset() is None:
        raise TypeError(passage, at)
    return TypedText(passage=passage, at=at, **{key: _words(fields[key]) for key in _WORDS})


def _words(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _put_aside(path: Path) -> None:
    """Give ``path`` a new name that ends in ``.broken``; a person may still find words in it."""
    with contextlib.suppress(OSError):
        path.rename(path.with_name(f"{path.name}.{secrets.token_hex(4)}.broken"))
