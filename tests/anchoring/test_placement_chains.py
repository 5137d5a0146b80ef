"""A flag through a long afternoon among near-twins: edits, a person's picks where it is ambiguous, edits."""

import datetime as dt
import random
from dataclasses import dataclass, field
from typing import Any

import pytest

from review_tui.anchoring.picked_places import place_from_picks
from review_tui.anchoring.placement import Placement, PlacementKind, place
from review_tui.model.acts import Flag, Reply
from review_tui.model.flag_threads import FlagThread
from review_tui.model.people import Reviewer
from review_tui.model.quotes import Quote, quote_at, quote_uniquely
from review_tui.model.text import Span
from tests.anchoring.test_placement import Game, Played

DAWN = Reviewer("Dawn Example", "dawn@example.org")
AT = dt.datetime(2022, 3, 20, tzinfo=dt.UTC)
ROUNDS = 10


@dataclass
class Afternoon:
    """One flag, followed by the conversation's own rules, beside the truth."""

    game: Game
    thread: FlagThread
    texts: dict[str, str]
    """Every text there was, by the digest that its quotes carry."""
    ids: list[int]
    """The words that the flag is about."""
    anchor: str
    """The text that the anchor was made in, by the flag or by the last pick."""
    quoted: Span
    """Where the words stood in it."""
    before: set[int] = field(default_factory=set)

    @classmethod
    def begin(cls, dice: random.Random) -> "Afternoon":
        game = Game(dice)
        game.set_up()
        text, where = game.render()
        para = dice.choice(game.paras)
        first = dice.randrange(len(para.words))
        ids = [word.id for word in para.words[first : first + dice.choice([1, 2, 3])]]
        span = Span(where[ids[0]].start, where[ids[-1]].end)
        made: Any = {"id": "flag01", "by": DAWN, "at": AT}
        quote = quote_at(text, span)
        thread = FlagThread(Flag(**made, quote=quote, kind="date", comment="?"))
        ages = {para.id for para in game.paras}
        return cls(game, thread, {quote.text: text}, ids, quote.text, span, ages)

    def placed(self, now: str) -> Placement:
        found = [place(quote, now, self.texts[quote.text]) for quote in self.thread.quotes]
        return place_from_picks(self.thread, found, now) if self.thread.picks else found[0]

    def truth(self, where: dict[int, Span]) -> Span | None:
        left = [where[word] for word in self.ids if word in where]
        return Span(left[0].start, left[-1].end) if left else None

    def pick(self, now: str, span: Span) -> None:
        quote: Quote = quote_uniquely(now, span)
        self.texts[quote.text] = now
        made: Any = {"id": f"pick{len(self.thread.replies):02}", "by": DAWN, "at": AT}
        earlier = tuple(reply.id for reply in self.thread.picks)
        reply = Reply(**made, to="flag01", comment="", quote=quote, replaces=earlier)
        self.thread = FlagThread(self.thread.flag, (*self.thread.replies, reply))
        self.anchor, self.quoted = quote.text, span
        self.before = {para.id for para in self.game.paras}

    def judged(self, now: str, where: dict[int, Span], found: Placement) -> Played:
        words = set(self.ids)
        para = next((p for p in self.game.paras if words & {w.id for w in p.words}), None)
        arrived = frozenset(p.line for p in self.game.paras if p.id not in self.before)
        then = self.texts[self.anchor]
        return Played(then, now, self.quoted, self.truth(where), para.line if para else None, arrived, found)


@pytest.mark.parametrize("start", range(0, 400, 100))
def test_through_thousands_of_edits_and_picks_an_anchor_is_right_or_not_sure(start: int) -> None:
    for seed in range(start, start + 100):
        afternoon = Afternoon.begin(random.Random(seed))  # noqa: S311 -- a game, not a secret
        for _ in range(ROUNDS):
            afternoon.game.edit()
            now, where = afternoon.game.render()
            found = afternoon.placed(now)
            told = afternoon.judged(now, where, found)
            if not told.is_true:
                assert told.is_same_passage_word_for_word or told.was_replaced, (seed, told)
                break  # the text alone can't tell the two apart: a reader could not either
            truth = afternoon.truth(where)
            if found.fate is PlacementKind.AMBIGUOUS and truth and "\n" not in truth.of(now):
                afternoon.pick(now, truth)
                assert afternoon.placed(now).span == truth


def test_a_person_is_asked_to_pick_only_now_and_then() -> None:
    asked = 0
    for seed in range(200):
        afternoon = Afternoon.begin(random.Random(seed))  # noqa: S311 -- as above
        afternoon.game.edit()
        now, _ = afternoon.game.render()
        asked += afternoon.placed(now).fate is PlacementKind.AMBIGUOUS
    assert 0 < asked < 60
