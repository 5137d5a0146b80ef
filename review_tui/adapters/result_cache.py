"""Keeps what was worked out, so that it is worked out once: a cache in one file of the user's own.

It stands in the user's cache folder and not in the repository: a repository that was handed over as a folder
brings no answers of somebody else's, and one that can't be written is as quick as any other. SQLite keeps it
sound with several processes at once. Nothing rests on it: an entry whose sum is not right is as good as none,
a file that is broken is made anew, and where none can be kept everything is worked out each time.

Every key holds a digest of the program itself, so that no other version's answers are ever given.
"""

import contextlib
import hashlib
import json
import os
import stat
import sys
import threading
import time
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import review_tui

if TYPE_CHECKING:
    import sqlite3

LIMIT = 128_000_000
"""Bytes of answers; those that nobody asked for the longest go first."""
_LARGEST = 32_000_000
"""Bytes of one answer."""
_WAIT = 0.5
"""Seconds to wait for another process; then it is done without."""
_DAY = 86_400
"""Seconds."""
_DISPLAY_PACKAGES = frozenset(("cli", "tui", "composition"))
"""Packages that only show: what they say is not kept."""
_TABLE = (
    "CREATE TABLE IF NOT EXISTS answers "
    "(key BLOB PRIMARY KEY, value BLOB NOT NULL, sum BLOB NOT NULL, used INTEGER NOT NULL) WITHOUT ROWID"
)


@cache
def program() -> str:
    """A mark of the program's source and of the Python that runs it: another answers otherwise, perhaps."""
    found = hashlib.sha256(f"{review_tui.__version__}\0{sys.version}".encode())
    root = str(Path(review_tui.__file__).parent)
    for name, about in sorted(_source_files(root, left_out=_DISPLAY_PACKAGES)):
        # No file is written, or put in the place of another, without its time of change (ctime) being set.
        marks = (about.st_ino, about.st_size, about.st_mtime_ns, about.st_ctime_ns)
        found.update(f"{name}\0{marks}\0".encode("utf-8", "surrogateescape"))
    return found.hexdigest()


def _source_files(folder: str, left_out: Collection[str] = ()) -> Iterator[tuple[str, os.stat_result]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                yield entry.path, entry.stat()
            elif entry.is_dir() and not entry.name.startswith("__") and entry.name not in left_out:
                yield from _source_files(entry.path)


class CacheFile:
    """Answers in the file ``path``. Keeps the promises of ``ports.Cache``; any thread may ask."""

    def __init__(self, path: Path, limit: int = LIMIT) -> None:
        self._path = path
        self._limit = limit
        self._lock = threading.Lock()
        self._database: sqlite3.Connection | None = None
        self._is_out_of_use = False
        self._has_tidied = False

    def get(self, key: str) -> object:
        """The value kept under ``key``; ``None`` when there is none, or it is not whole."""
        digest = _digest(key)
        with self._lock, contextlib.suppress(ValueError, TypeError, RecursionError):
            row = self._first_row("SELECT value, sum, used FROM answers WHERE key = ?", digest)
            if row is None or hashlib.sha256(digest + row[0]).digest() != row[1]:
                return None
            if row[2] < _today():
                self._first_row("UPDATE answers SET used = ? WHERE key = ?", _today(), digest)
            value: object = json.loads(row[0])
            return value
        return None

    def put(self, key: str, value: object) -> None:
        """Keep ``value``, made of what JSON knows, under ``key``."""
        raw = json.dumps(value, separators=(",", ":")).encode("ascii")
        if len(raw) > min(_LARGEST, self._limit):
            return
        digest = _digest(key)
        with self._lock:
            said = hashlib.sha256(digest + raw).digest()
            self._first_row("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?)", digest, raw, said, _today())
            self._remove_oldest()

    def __del__(self) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; the next question opens it again."""
        with self._lock:
            if self._database is not None:
                with contextlib.suppress(Exception):
                    self._database.close()
            self._database = None

    def _first_row(self, words: str, *values: object) -> "tuple[bytes, bytes, int] | None":
        """The first row of the answer. Whatever goes wrong with the file, it is as if nothing were kept."""
        if self._is_out_of_use:
            return None
        import sqlite3  # noqa: PLC0415 -- 15 ms, and only where something is asked

        try:
            if self._database is None:
                self._database = _open_database(self._path)
            row: tuple[bytes, bytes, int] | None = self._database.execute(words, values).fetchone()
        except sqlite3.OperationalError:  # locked, full or not to be written: it is done without for now
            self._give_up()
            return None
        except sqlite3.Error:  # broken: the next process makes it anew
            self._give_up()
            with contextlib.suppress(OSError):
                self._path.unlink()
            return None
        except OSError:
            self._give_up()
            return None
        return row

    def _give_up(self) -> None:
        self._is_out_of_use = True
        if self._database is not None:
            with contextlib.suppress(Exception):
                self._database.close()
        self._database = None

    def _remove_oldest(self) -> None:
        """Once in a session remove what was not asked for the longest, where there is too much."""
        if self._has_tidied:
            return
        self._has_tidied = True
        row = self._first_row("SELECT COALESCE(SUM(LENGTH(value) + 100), 0), '', 0 FROM answers")
        if row is None or int(row[0]) <= self._limit:
            return
        self._first_row(
            "DELETE FROM answers WHERE key IN (SELECT key FROM (SELECT key, SUM(LENGTH(value) + 100) OVER "
            "(ORDER BY used DESC, key) AS upto FROM answers) WHERE upto > ?)",
            self._limit // 2,
        )


def _open_database(path: Path) -> "sqlite3.Connection":
    """The database. Raises ``OSError`` or ``sqlite3.Error``."""
    import sqlite3  # noqa: PLC0415 -- see above

    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    for place, is_right in ((path.parent, stat.S_ISDIR), (path, stat.S_ISREG)):
        with contextlib.suppress(FileNotFoundError):
            found = place.lstat()
            if not is_right(found.st_mode) or found.st_uid != os.getuid():
                raise PermissionError(f"{place} is a link, or somebody else's")
    if not path.exists():
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600))
    database = sqlite3.connect(path, timeout=_WAIT, isolation_level=None, check_same_thread=False)
    # What a power cut may cost is worked out again, so the disk is not waited for.
    database.execute("PRAGMA synchronous=OFF")
    database.execute(_TABLE)
    return database


def _digest(key: str) -> bytes:
    return hashlib.sha256(f"{program()}\0{key}".encode("utf-8", "surrogatepass")).digest()


def _today() -> int:
    return int(time.time()) // _DAY
