"""Transcripts in JSON."""

import json

import pytest

from review_tui.adapters.importers.errors import UnreadableDocument
from review_tui.adapters.importers.json_text import json_text

WHISPER = {
    "text": " Good evening. We begin.",
    "segments": [
        {"id": 0, "start": 0.0, "end": 2.5, "text": " Good evening."},
        {"id": 1, "start": 12.5, "end": 14.0, "text": " We begin."},
    ],
}
WITH_SPEAKERS = {
    "segments": [
        {"start": 1.0, "end": 2.5, "text": "Good evening.", "speaker": "Ann Lee"},
        {"start": 3.0, "end": 4.0, "text": "Welcome.", "speaker": "Ann Lee"},
        {"start": 62.0, "end": 63.0, "text": "Thank you.", "speaker": {"name": "Bob Fox"}},
    ]
}
OTTER = {
    "data": {
        "transcripts": [
            {"start_offset": 16000, "end_offset": 32000, "transcript": "Hello.", "speaker_name": "Ann"}
        ]
    }
}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (WHISPER, "(0:00:00) Good evening.\n(0:00:12) We begin.\n"),
        (WITH_SPEAKERS, "Ann Lee (0:00:01): Good evening. Welcome.\nBob Fox (0:01:02): Thank you.\n"),
        (OTTER, "Ann (0:00:01): Hello.\n"),
    ],
    ids=["whisper", "speakers", "otter"],
)
def test_turns_are_read_with_speakers_and_times(data: object, said: str) -> None:
    assert json_text(json.dumps(data).encode()) == (said, ())


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"{", "This is no JSON"),
        (b"[" * 100_000, "This is no JSON"),
        (b"{}", "There is no transcript in this"),
        (b'{"segments": [{"text": ""}, 3]}', "There is no transcript in this"),
        (b"\x00\x01\x02\x03", "This is not text"),
    ],
    ids=["cut", "deep", "empty", "wordless", "binary"],
)
def test_other_data_is_refused_in_a_sentence(raw: bytes, said: str) -> None:
    with pytest.raises(UnreadableDocument, match=said):
        json_text(raw)
