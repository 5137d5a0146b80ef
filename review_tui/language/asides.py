"""What stands in notes and in no minutes: remarks in brackets, refreshments, moods, how notes were taken."""

import re
from functools import lru_cache

from review_tui.language.stop_words import word_set_of

_REFRESHMENTS = word_set_of(
    """
    bickie bikkie biscuit breakfast buffet bun butter buttie cake cheese choc chocolate coffee cookie crisp
    croissant curry dinner donut doughnut flapjack kettle lunch milk mint muffin mug nibble pastries pie
    pint pizza quiche samosa sandwich sandwiche sarnie scone shortbread snack soup supper tea urn
    """
)
_MOODS = word_set_of(
    """
    angry asleep awkward birthday boiling bored boring chilly chuffed cough crying draughty embarrassing
    freezing furious giggle giggling glare glared gossip grumble grumpy haha headache hmm hooray huff hungry
    joke joking knackered laugh laughed laughing laughter lol moan moaned moaning phew rant rambled reckon
    sigh smug sneeze snoring starving stuffy sulk sulking tears thirsty tired typical ugh waffle whinge yawn
    """
)
_NOTE_TAKING = word_set_of(
    """
    aircon biro brolly charger dictaphone glasse handwriting illegible ink laptop mic microphone mute muted
    nib pen pencil photographed projector raining reminder ringtone scribble scribbled self snowing spec
    sunny umbrella unmute wifi
    """
)
_NOBODY = word_set_of("anyone mine nil nobody none nothing somebody someone sorry thank whose")
"""What says that there is nothing to tell, or of nobody that can be named."""
_WORDS = _REFRESHMENTS | _MOODS | _NOTE_TAKING | _NOBODY
_PHRASES = re.compile(
    r"\b(?:says (?!no\b|yes\b|ok\b|to\b)|i said\b|as (?:usual|ever)\b|at length\b|on and on\b|went on a\b"
    r"|long story\b|sez\b|bo{2,5}\b"
    r"|auto[- ]?t|typed up\b|voice (?:memo|note)\b|phone r|don'?t (?:ask|forget)\b|no[- ]one\b"
    r"|who(?:'?s)? (?:has|got|took|left|is|was)\b)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z]{1,30}")
_MOSTLY = 0.5
"""Share of a remark that stands in brackets, so that it is one."""


@lru_cache(maxsize=8192)
def is_aside(text: str, start: int, words: str) -> bool:
    """Whether ``words``, at ``start`` of notes, are a remark that belongs in no minutes."""
    said = _WORD.findall(words.lower())
    return (
        any(word in _WORDS or word.removesuffix("s") in _WORDS for word in said)
        or _PHRASES.search(words) is not None
        or _share_in_brackets(text, start, words) > _MOSTLY
    )


def _share_in_brackets(text: str, start: int, words: str) -> float:
    depth = inside = letters = 0
    first, end = text.rfind("\n", 0, start) + 1, start + len(words)
    if text.find("(", first, end) < 0 and text.find("[", first, end) < 0:
        return 0.0
    for at in range(first, end):
        if text[at] in "([":
            depth += 1
        elif text[at] in ")]":
            depth = max(0, depth - 1)
        elif at >= start and text[at].isalnum():
            letters += 1
            inside += depth > 0
    return inside / max(1, letters)
