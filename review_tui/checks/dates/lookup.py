"""Finds the mentions that could be of the same thing, without comparing all with all."""

from collections import Counter, defaultdict, deque
from collections.abc import Sequence

from review_tui.checks.dates.subjects import PeriodMention

_NEAREST = 12
"""How many earlier mentions with the same word close by are paired with one: the last."""
_LIKELIEST = 12
"""How many mentions are looked at for one: those with most words in common."""
_COMMON = 200
"""A word that stands beside more periods than this tells nothing."""


class MentionIndex:
    """Mentions by the words around them and by their days."""

    def __init__(self, mentions: Sequence[PeriodMention]) -> None:
        self._mentions = tuple(mentions)
        self._by_key: dict[str, list[int]] = defaultdict(list)
        self._by_days: dict[tuple[int, ...], list[PeriodMention]] = defaultdict(list)
        for index, mention in enumerate(self._mentions):
            self._by_days[_days(mention)].append(mention)
            for key in mention.keys:
                self._by_key[key].append(index)

    def pairs(self) -> tuple[tuple[PeriodMention, PeriodMention], ...]:
        """Every two mentions that have a word next to their periods in common, the earlier first."""
        recent: dict[str, deque[int]] = defaultdict(lambda: deque(maxlen=_NEAREST))
        found: list[tuple[PeriodMention, PeriodMention]] = []
        for index, mention in enumerate(self._mentions):
            beside = dict.fromkeys(word.key for word in (*mention.before[-1:], *mention.after[:2]))
            earlier = sorted({i for key in beside for i in recent[key]})
            found.extend((self._mentions[i], mention) for i in earlier)
            for key in beside:
                recent[key].append(index)
        return tuple(found)

    def near(self, mention: PeriodMention) -> tuple[PeriodMention, ...]:
        """The mentions that share most words with ``mention``, in their own order."""
        counts: Counter[int] = Counter()
        for key in mention.keys:
            indices = self._by_key.get(key, [])
            if len(indices) <= _COMMON:
                counts.update(indices)
        likeliest = sorted(counts, key=lambda i: (-counts[i], i))[:_LIKELIEST]
        return tuple(self._mentions[i] for i in sorted(likeliest))

    def same_days(self, mention: PeriodMention) -> tuple[PeriodMention, ...]:
        """The mentions of the same days, of whatever year."""
        return tuple(self._by_days.get(_days(mention), ()))


def _days(mention: PeriodMention) -> tuple[int, ...]:
    start, end = mention.period.start, mention.period.end
    return start.month, start.day, end.month, end.day
