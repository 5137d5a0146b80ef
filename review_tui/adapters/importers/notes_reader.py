"""Reads source notes of every usual kind as text. Keeps the promises of ``ports.NotesReader``.

What was read is remembered by the digest of the bytes, so that the same file costs nothing the next time. The
same bytes always give the same text: offsets in it can be kept.
"""

import hashlib
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from review_tui.adapters.importers.errors import UnreadableDocument
from review_tui.adapters.importers.text_decoding import decoded
from review_tui.application.ports import BEING_READ, ReadNotes
from review_tui.model import note_formats

Answer = tuple[str, tuple[str, ...]]
SubprocessReader = Callable[[str, bytes], Answer]
_MAX_CACHED_CHARACTERS = 24_000_000
"""Characters of text that are remembered at most."""
_MAX_PARALLEL = 2
"""Documents that are read at once, each in a process of its own."""
_SHORT = 100_000
"""Bytes of captions that are read in no time."""


@dataclass(slots=True)
class _PendingRead:
    """One document's reading: going on, or ended with an answer or a mistake of ours."""

    ended: threading.Event = field(default_factory=threading.Event)
    answer: ReadNotes | None = None
    error: BaseException | None = None

    def result(self) -> ReadNotes:
        self.ended.wait()
        if self.answer is None:
            raise self.error or RuntimeError
        return self.answer


class NotesImporter:
    """Reads every kind of ``model/note_formats.py``, documents in another process. Any thread may ask."""

    def __init__(
        self, is_hasty: Callable[[], bool] = lambda: False, apart: SubprocessReader | None = None
    ) -> None:
        """While ``is_hasty`` says so nothing is waited for: a document is begun and said to be being read."""
        self._is_hasty = is_hasty
        self._read_apart = apart or _read_apart
        self._readings: dict[tuple[str, str], _PendingRead] = {}
        self._lock = threading.Lock()
        self._turn = threading.Semaphore(_MAX_PARALLEL)

    def why_not(self, name: str) -> str:
        """Why a file of this name is not read and what to do, in a sentence; empty when it is."""
        return note_formats.why_not_readable(name)

    def most(self, name: str) -> int:
        """The bytes that a file of this name may have; one of no known kind counts as plain text."""
        return (note_formats.note_format_of(name) or note_formats.NOTE_FORMATS["txt"]).most

    def read(self, name: str, raw: bytes) -> ReadNotes:
        """The text of a file; what can't be read is said in the answer, nothing is raised."""
        if why_not := note_formats.why_not_readable(name):
            return ReadNotes(None, (why_not,))
        return self._read_as(note_formats.note_format_of(name), raw)

    def read_plain(self, name: str, raw: bytes) -> ReadNotes:
        """As ``read``, for a file that somebody named: one of no known kind is taken to be plain text."""
        return self.read(name, raw) if note_formats.is_known(name) else self._read_as(None, raw)

    def _read_as(self, kind: note_formats.NoteFormat | None, raw: bytes) -> ReadNotes:
        if kind is None or kind.how == "text":
            return _read_notes(lambda: decoded(raw))
        reading = self._start_read(kind.how, raw)
        if self._is_hasty() and not reading.ended.is_set():
            return ReadNotes(None, (BEING_READ,), is_ready=False)
        return reading.result()

    def _start_read(self, how: str, raw: bytes) -> _PendingRead:
        """The reading of these bytes: ended, going on, or begun now."""
        key = (how, hashlib.sha256(raw).hexdigest())
        with self._lock:
            reading = self._readings.pop(key, None)
            is_new = reading is None
            if reading is None:
                reading = _PendingRead()
                self._drop_oldest()
            self._readings[key] = reading
        if is_new:
            is_quick = how == "captions" and len(raw) <= _SHORT
            if is_quick or not self._is_hasty():
                self._read_into(how, raw, reading)
            else:
                threading.Thread(target=self._read_into, args=(how, raw, reading), daemon=True).start()
        return reading

    def _read_into(self, how: str, raw: bytes, reading: _PendingRead) -> None:
        read = _transcript if how == "captions" else lambda raw: self._read_apart(how, raw)
        try:
            with self._turn:
                reading.answer = _read_notes(lambda: read(raw))
        except Exception as error:  # noqa: BLE001 -- it is raised where the answer is asked for
            reading.error = error
        finally:
            reading.ended.set()

    def _drop_oldest(self) -> None:
        """Let go of what was read longest ago, when there is too much."""
        sizes = {key: len(r.answer.text or "") for key, r in self._readings.items() if r.answer}
        total = sum(sizes.values())
        for key, size in sizes.items():
            if total <= _MAX_CACHED_CHARACTERS:
                break
            del self._readings[key]
            total -= size


def _read_apart(how: str, raw: bytes) -> Answer:
    from review_tui.adapters.importers.sandbox import read_in_subprocess  # noqa: PLC0415 -- transcripts need no second process

    return read_in_subprocess(how, raw)


def _transcript(raw: bytes) -> Answer:
    from review_tui.adapters.importers.transcript import transcript  # noqa: PLC0415 -- documents need no turns

    text, problems = decoded(raw)
    turns, more = transcript(text)
    return turns, (*problems, *more)


def _read_notes(read: Callable[[], Answer]) -> ReadNotes:
    try:
        return ReadNotes(*read())
    except UnreadableDocument as refused:
        return ReadNotes(None, (str(refused),))
