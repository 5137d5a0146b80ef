"""One changed passage in a short phrase, for the subject of a commit."""

import re
from collections.abc import Sequence

from review_tui.anchoring.word_diff import Op, Piece
from review_tui.language.tokens import is_word, token_cores, tokenize
from review_tui.model.text import shorten
from review_tui.model.visible import visible

LONGEST = 60
"""Characters that a phrase may have."""
_SHORT = 3
"""Words of so few letters say little alone ("a" to "the"), so a neighbour is told with them."""
_FEW_WORDS = 4
"""Words by which a listener finds a place: "1" alone may stand anywhere."""
_SENTENCE_ENDS = frozenset({".", "!", "?", ":", ";"})
_JOINS = frozenset({"", ",", "-", "\u2013", "\u2014", "/", "to", "and"})
_SPANS = _JOINS - {"", ","}
_MONTH = re.compile(
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\Z",
    re.IGNORECASE,
)


def change_phrase(pieces: Sequence[Piece]) -> str:
    """What changed, on one line of at most 60 characters: ``“September, 2021” to “September, 2022”``.

    A date or period is told as a whole. Changes too many or too long to tell are "several words" and
    "new wording".
    """
    told = change_phrases(pieces)
    return told[0] if len(told) == 1 else "several words"


def change_phrases(pieces: Sequence[Piece]) -> tuple[str, ...]:
    """What changed, a phrase for each stretch of words between others that stayed; at least one."""
    runs = _changed_runs(pieces)
    if not runs:
        return ("spacing" if any(piece.op is not Op.SAME for piece in pieces) else "no change",)
    return tuple(_run_phrase(pieces, first, last) for first, last in runs)


def each_reading(pieces: Sequence[Piece], *, is_aloud: bool = False) -> tuple[str, ...]:
    """What changed as a list of corrections tells it, however long: ``for “2022” read “2021”``.

    None where only spacing did. Words that came in are told with the word they stand beside. What is read
    aloud has words enough around it for a listener to find it: ``for “4 votes to 1” read “4 votes to 2”``.
    """
    runs = _not_within_words(pieces, _changed_runs(pieces))
    return tuple(_as_read(pieces, first, last, is_aloud=is_aloud) for first, last in runs)


def _not_within_words(pieces: Sequence[Piece], runs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """``runs`` with those put together that no blank parts: of "4-0" nobody reads the "-0" alone."""
    whole: list[tuple[int, int]] = []
    for first, last in runs:
        between = "".join(piece.text for piece in pieces[whole[-1][1] + 1 : first]) if whole else " "
        if any(c.isspace() for c in between):
            whole.append((first, last))
        else:
            whole[-1] = (whole[-1][0], last)
    return whole


def _changed_runs(pieces: Sequence[Piece]) -> list[tuple[int, int]]:
    """Each stretch of changed words between others that stayed, by its first and its last piece."""
    runs: list[tuple[int, int]] = []
    is_apart = True
    for at, piece in enumerate(pieces):
        if piece.op is Op.SAME:
            is_apart = is_apart or bool(piece.text.strip())
        elif piece.text.strip():
            runs = [*runs, (at, at)] if is_apart else [*runs[:-1], (runs[-1][0], at)]
            is_apart = False
    return runs


def _surroundings(pieces: Sequence[Piece], first: int, last: int) -> tuple[str, str, str, str]:
    """What stands before a stretch, what left in it, what came in, and what stands after."""
    out = "".join(p.text for p in pieces[first : last + 1] if p.op is not Op.INSERTED)
    came = "".join(p.text for p in pieces[first : last + 1] if p.op is not Op.DELETED)
    before = "".join(p.text for p in pieces[:first] if p.op is Op.SAME)
    after = "".join(p.text for p in pieces[last + 1 :] if p.op is Op.SAME)
    return before, out, came, after


def _as_read(pieces: Sequence[Piece], first: int, last: int, *, is_aloud: bool) -> str:
    before, out, came, after = _surroundings(pieces, first, last)
    near, far = _neighbours(before, out, came, after)
    is_whole = not (out.strip() and came.strip()) and f"{out}{came}".rstrip()[-1:] in _SENTENCE_ENDS
    if is_aloud and not is_whole:
        near, far = _widened(near, far, out or came, before, after)
    if not out.strip() and not (near or far):
        near = _to_a_word(tokenize(before)[::-1])
        far = [] if near else _to_a_word(tokenize(after))
    start, end = "".join(near[::-1]), "".join(far)
    out, came = _one_line(start + out + end), _one_line(start + came + end)
    if not came:
        return f"leave out “{out}”"
    return f"for “{out}” read “{came}”" if out else f"add “{came}”"


def _widened(
    near: list[str], far: list[str], words: str, before: str, after: str
) -> tuple[list[str], list[str]]:
    """``near`` and ``far`` with more of the sentence, by turns, until the whole has a few words."""
    sides = [
        _RestOf(tokenize(before)[::-1], near, is_before=True),
        _RestOf(tokenize(after), far, is_before=False),
    ]
    while sum(map(is_word, token_cores([*sides[0].taken, *tokenize(words), *sides[1].taken]))) < _FEW_WORDS:
        grown = [side.grow() for side in sides]
        if not any(grown):
            break
    return sides[0].taken, sides[1].taken


class _RestOf:
    """What stands on one side of changed words, the nearest first, and how much of it is told."""

    def __init__(self, run: list[str], taken: list[str], *, is_before: bool) -> None:
        self.taken = list(taken)
        self._run, self._is_before = run, is_before

    def grow(self) -> bool:
        """Take one word more, with its marks, but none of another sentence. Whether there was one."""
        rest = self._run[len(self.taken) :]
        length = len(_to_a_word(rest))
        more = rest[:length]
        ends = [core in _SENTENCE_ENDS for core in token_cores(more)]
        if not more or (any(ends) and (self._is_before or not ends[-1])):
            return False
        self.taken += more
        return True


def _to_a_word(run: list[str]) -> list[str]:
    """The first tokens of ``run`` up to a word; none where it has none."""
    word = next((at for at, core in enumerate(token_cores(run)) if is_word(core)), None)
    return [] if word is None else run[: word + 1]


def _run_phrase(pieces: Sequence[Piece], first: int, last: int) -> str:
    before, out, came, after = _surroundings(pieces, first, last)
    near, far = _neighbours(before, out, came, after)
    told = _phrase(near, out, came, far)
    while len(told) > LONGEST and (near or far):
        near, far = (near, _without_far_end(far)) if len(far) > len(near) else (_without_far_end(near), far)
        told = _phrase(near, out, came, far)
    if len(told) <= LONGEST:
        return told
    if out.strip() and came.strip():
        return "new wording"
    cut = shorten(_one_line(came if came.strip() else out), LONGEST - len("leave out “”"))
    return f"add “{cut}”" if came.strip() else f"leave out “{cut}”"


def _without_far_end(run: list[str]) -> list[str]:
    """``run`` without the far end of a period, or without its last word."""
    joined = [at for at, core in enumerate(token_cores(run)) if core in _SPANS]
    return _dated_start(run[: joined[-1] if joined else -1])


def _phrase(left: list[str], out: str, came: str, right: list[str]) -> str:
    start, end = "".join(left[::-1]), "".join(right)
    out, came = _one_line(start + out + end), _one_line(start + came + end)
    if not came:
        return f"leave out “{out}”"
    return f"“{out}” to “{came}”" if out else f"add “{came}”"


def _one_line(words: str) -> str:
    return visible(" ".join(words.split()))


def _neighbours(before: str, out: str, came: str, after: str) -> tuple[list[str], list[str]]:
    """What makes a whole of the changed words: the rest of a date, or a word beside a short one.

    Those to the left and those to the right, each with the nearest first.
    """
    left, right = tokenize(before)[::-1], tokenize(after)
    if out.strip() and came.strip() and any(map(_is_dated, token_cores(tokenize(f"{out} {came}")))):
        return _dated_start(left), _dated_start(right)
    if max(len(out.strip()), len(came.strip())) > _SHORT:
        return [], []
    return left[:1], right[: 1 if right and right[0].strip() else 2]


def _dated_start(run: list[str]) -> list[str]:
    """The first tokens of ``run`` that belong to a date or period, joining words only between two of them."""
    end = 0
    for at, core in enumerate(token_cores(run)):
        if _is_dated(core):
            end = at + 1
        elif core not in _JOINS:
            break
    return run[:end]


def _is_dated(core: str) -> bool:
    return is_word(core) and (core[0].isdigit() or _MONTH.match(core) is not None)
