"""All that a text went through as one: the words that stayed, those that came, and those that went.

What came and went again on the way is left out, so that accepting everything gives the newest text, to the
letter, and rejecting everything the first.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from review_tui.anchoring.redline import Op, RowKind, redline, word_pieces
from review_tui.model.frozen import frozen

FIRST = 0
"""The version that everything is measured from."""


@frozen
class TrackedPiece:
    """Words with what became of them."""

    text: str
    came: int = FIRST
    """The version that brought them; 0 for words of the first."""
    went: int | None = None
    """The version that took them out; ``None`` where they still stand."""

    @property
    def stayed(self) -> bool:
        """Whether they stand in the first version and in the newest."""
        return self.came == FIRST and self.went is None


_Letter = tuple[str, int, int | None]
"""A character, the version that it came with and the one that it went with."""


def tracked(versions: Sequence[str]) -> tuple[TrackedPiece, ...]:
    """The first and the newest of ``versions`` (oldest first) as one text.

    The pieces that did not come later make up the first exactly, those that did not go the newest. A passage
    that moved goes in one place and comes in the other. Versions that were taken back change nothing.
    """
    if not versions:
        return ()
    kept = _without_returns(versions)
    letters: list[_Letter] = [(letter, FIRST, None) for letter in versions[kept[0]]]
    for before, after in pairwise(kept):
        letters = list(_apply_version(letters, _changes(versions[before], versions[after]), after))
    return tuple(
        _joined_pieces(
            _without_round_trips(letter for letter in letters if letter[1] == FIRST or letter[2] is None)
        )
    )


def _without_returns(versions: Sequence[str]) -> list[int]:
    """The places of the versions, without what lies between two that are the same."""
    kept: list[int] = []
    at: dict[str, int] = {}
    for place, text in enumerate(versions):
        if text in at:
            for gone in kept[at[text] + 1 :]:
                del at[versions[gone]]
            del kept[at[text] + 1 :]
            continue
        at[text] = len(kept)
        kept.append(place)
    return kept


def _changes(old: str, new: str) -> Iterator[tuple[Op, str]]:
    """The redline in the order of both texts: what moved goes there and comes here."""
    for row in redline(old, new).rows:
        for piece in row.pieces:
            if row.kind is not RowKind.MOVED_HERE:
                yield piece.op, piece.text
            elif piece.op is not Op.DELETED:
                yield Op.INSERTED, piece.text


def _apply_version(
    letters: list[_Letter], changes: Iterable[tuple[Op, str]], version: int
) -> Iterator[_Letter]:
    """``letters`` after one more version. Those that went before stay where they stood."""
    at = 0
    for op, text in changes:
        if op is Op.INSERTED:
            yield from ((letter, version, None) for letter in text)
            continue
        left = len(text)
        while left:
            letter, came, went = letters[at]
            at += 1
            if went is not None:
                yield letter, came, went
                continue
            yield letter, came, version if op is Op.DELETED else None
            left -= 1
    yield from letters[at:]


def _without_round_trips(letters: Iterable[_Letter]) -> Iterator[_Letter]:
    """``letters`` where words that went and came again side by side count as having stayed."""
    for stayed, group in groupby(letters, key=lambda letter: letter[1] == FIRST and letter[2] is None):
        run = list(group)
        went = [letter for letter in run if letter[1] == FIRST]
        came = [letter for letter in run if letter[1] != FIRST]
        if stayed or not went or not came:
            yield from run
            continue
        at = new_at = 0
        for piece in word_pieces("".join(x[0] for x in went), "".join(x[0] for x in came)):
            size = len(piece.text)
            if piece.op is Op.INSERTED:
                yield from came[new_at : new_at + size]
            elif piece.op is Op.DELETED:
                yield from went[at : at + size]
            else:
                yield from ((letter, FIRST, None) for letter in piece.text)
            at += size if piece.op is not Op.INSERTED else 0
            new_at += size if piece.op is not Op.DELETED else 0


def _joined_pieces(letters: Iterable[_Letter]) -> Iterator[TrackedPiece]:
    for (came, went), group in groupby(_with_blanks(letters), key=lambda letter: letter[1:]):
        yield TrackedPiece("".join(letter[0] for letter in group), came, went)


def _with_blanks(letters: Iterable[_Letter]) -> Iterator[_Letter]:
    """``letters``, white space that came counting to the words that came right before it."""
    before = FIRST
    for letter, came, went in letters:
        before = before if FIRST not in {before, came} and letter.isspace() else came
        yield letter, before, went
