"""Transcripts in JSON, as Whisper, Otter and their like write them: who says what, since when."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from review_tui.adapters.importers.errors import UnreadableDocument
from review_tui.adapters.importers.speakers import Utterance
from review_tui.adapters.importers.text_decoding import decoded
from review_tui.adapters.importers.transcript import turns_text

_LISTS = ("segments", "transcripts", "utterances", "monologues", "results")
"""What programs call the list of pieces."""
_WORDS = ("text", "transcript", "words", "content")
_STARTS = ("start", "start_time", "startTime", "start_offset", "begin")
_ENDS = ("end", "end_time", "endTime", "end_offset")
_SPEAKERS = ("speaker", "speaker_name", "speakerName", "speaker_id", "name")
_DEEPEST = 4
"""Objects that may stand around the list of pieces."""
_MILLISECONDS = 1_000.0
"""In a second; whole numbers from this on count them."""
_OFFSET_UNIT = 16_000.0
"""Otter counts ``start_offset`` in samples of 16 kHz."""
_NOT_KNOWN = (
    "There is no transcript in this that can be told from other data. "
    "Export it from the program that made it as .vtt or .txt."
)


def prepare(raw: bytes) -> Callable[[], tuple[str, tuple[str, ...]]]:
    """For ``worker``: nothing has to be opened to read ``raw``."""
    return lambda: json_text(raw)


def json_text(raw: bytes) -> tuple[str, tuple[str, ...]]:
    """The turns of a transcript, and what is to be said about it. Raises ``UnreadableDocument``."""
    text, problems = decoded(raw)
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableDocument("This is no JSON, or only a part of it. Export it again.") from error
    said = [piece for entry in _find_pieces(data, _DEEPEST) if (piece := _utterance(entry))]
    if not said:
        raise UnreadableDocument(_NOT_KNOWN)
    return turns_text(said), problems


def _find_pieces(data: object, depth: int) -> list[Mapping[str, Any]]:
    """The list of pieces, wherever it stands."""
    if isinstance(data, list):
        entries: list[Mapping[str, Any]] = [entry for entry in data if isinstance(entry, dict)]
        return entries if any(_first_of(entry, _WORDS) for entry in entries) else []
    if not isinstance(data, dict) or not depth:
        return []
    named = [data[key] for key in _LISTS if key in data]
    others = [value for value in data.values() if isinstance(value, dict)]
    for each in (*named, *others):
        if found := _find_pieces(each, depth - 1):
            return found
    return []


def _utterance(entry: Mapping[str, Any]) -> Utterance | None:
    words = _first_of(entry, _WORDS)
    if not isinstance(words, str) or not words.strip():
        return None
    speaker = _first_of(entry, _SPEAKERS)
    speaker = _first_of(speaker, ("name", "id")) if isinstance(speaker, dict) else speaker
    name = " ".join(str(speaker).split()) if speaker not in {None, ""} else ""
    start = _seconds(entry, _STARTS)
    end = max(start, _seconds(entry, _ENDS))
    return Utterance(start, end, " ".join(words.split()), name, has_voice=bool(name))


def _first_of(entry: Mapping[str, Any], names: tuple[str, ...]) -> Any:
    return next((entry[name] for name in names if entry.get(name) is not None), None)


def _seconds(entry: Mapping[str, Any], names: tuple[str, ...]) -> float:
    for name in names:
        value = entry.get(name)
        if isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value < _LATEST:
            if name.endswith("_offset"):
                return value / _OFFSET_UNIT
            return (
                value / _MILLISECONDS if isinstance(value, int) and value >= _MILLISECONDS else float(value)
            )
    return 0.0


_LATEST = 1e12
"""A greater number is no time."""
