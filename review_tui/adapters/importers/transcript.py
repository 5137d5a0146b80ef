"""A transcript as it is read: one line a turn, with who speaks and since when.

    Laura Gough (0:12:31): What she said, all cues of her turn joined into one line.
    (0:14:02) What somebody said whom the file does not name.

That is the text that offsets count in. The time is that of the turn's first cue: hours, minutes, seconds.
Where nobody is named a new line begins at a pause, or after a sentence once half a minute has gone by.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from review_tui.adapters.importers.captions import captions
from review_tui.adapters.importers.errors import UnreadableDocument
from review_tui.adapters.importers.rolling_captions import without_repeats
from review_tui.adapters.importers.speakers import Speakers, Utterance, split_utterances

_PAUSE, _LONG, _LONGEST = 5.0, 30.0, 60.0
"""Seconds of silence, and of talk, after which words of nobody in particular begin a new line."""
_MAX_UTTERANCES = 200_000
"""Changes of the speaker: two for each cue."""
_ENDS = (".", "?", "!", "…", ".”", '."')


@dataclass(slots=True)
class _Turn:
    speaker: str
    start: float
    end: float
    words: list[str]

    def line(self) -> str:
        seconds = int(self.start)
        time = f"({seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02})"
        before = f"{self.speaker} {time}: " if self.speaker else f"{time} "
        return before + " ".join(self.words)


def transcript(text: str) -> tuple[str, tuple[str, ...]]:
    """The turns of a WebVTT or SubRip file, and what could not be made out. Raises ``UnreadableDocument``."""
    found = captions(text)
    if not found.cues:
        if text.lstrip("\ufeff").strip().upper() in {"", "WEBVTT"}:
            raise UnreadableDocument("There is nothing in this transcript.")
        sentence = "There are no times in this transcript, so it is read as plain text."
        return text, (sentence,)
    said: list[Utterance] = []
    for cue in without_repeats(found.cues):
        said.extend(islice(split_utterances(cue), _MAX_UTTERANCES + 1 - len(said)))
        if len(said) > _MAX_UTTERANCES:
            raise UnreadableDocument(
                f"Speakers change more than {_MAX_UTTERANCES:,} times in this. Divide it."
            )
    lines = [turn.line() for turn in _merge_turns(Speakers.of(said).name(said))]
    if not lines:
        raise UnreadableDocument("There are times but no words in this transcript.")
    return "\n".join(lines) + "\n", _cue_problems(found.bad_times)


def turns_text(said: Iterable[Utterance]) -> str:
    """What is said as text: a line for each turn."""
    return "".join(f"{turn.line()}\n" for turn in _merge_turns(said))


def _merge_turns(said: Iterable[Utterance]) -> Iterator[_Turn]:
    turn: _Turn | None = None
    for piece in said:
        if turn is None or _starts_turn(turn, piece):
            if turn is not None:
                yield turn
            turn = _Turn(piece.speaker, piece.start, piece.end, [piece.words])
        else:
            turn.words.append(piece.words)
            turn.end = piece.end
    if turn is not None:
        yield turn


def _starts_turn(turn: _Turn, piece: Utterance) -> bool:
    if piece.is_new or piece.speaker != turn.speaker:
        return True
    if turn.speaker:
        return False
    if piece.start - turn.end >= _PAUSE or piece.start - turn.start >= _LONGEST:
        return True
    return piece.start - turn.start >= _LONG and turn.words[-1].endswith(_ENDS)


def _cue_problems(bad_times: tuple[int, ...]) -> tuple[str, ...]:
    if not bad_times:
        return ()
    first, more = bad_times[0], len(bad_times) - 1
    also = f", and {more} more like it," if more else ""
    sentence = (
        f"The time on line {first}{also} can't be read, so what is said there stands with the words before. "
        "A time looks like this: 00:12:31.000 --> 00:12:34.500."
    )
    return (sentence,)
