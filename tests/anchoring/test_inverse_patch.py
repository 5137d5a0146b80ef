"""A change is turned round where its words stand now, beside near-twins, or it says that it can't be."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from review_tui.anchoring.inverse_patch import hunks_of, invert_change
from review_tui.model.text import digest
from tests.anchoring.test_placement import EXTRA, NOUNS, Game, Para, Word

BEFORE = """# Report

Laura Gough gave a presentation; it covers 2020-21.

Resolved:- That the report for 2020-22 be noted.
"""
AFTER = BEFORE.replace("2020-22", "2020-21")


def test_a_change_that_nothing_followed_is_turned_round_to_the_letter() -> None:
    assert invert_change("a  \r\nb", "a\nc", "a\nc").text == "a  \r\nb"


def test_later_changes_elsewhere_stay() -> None:
    now = AFTER.replace("covers", "spans").replace("noted", "received")
    turned = invert_change(BEFORE, AFTER, now)
    assert turned.text == now.replace("for 2020-21", "for 2020-22")


def test_a_later_change_of_the_same_words_stands_in_the_way() -> None:
    turned = invert_change(BEFORE, AFTER, AFTER.replace("for 2020-21", "for 2019-21"))
    assert (turned.text, turned.overlaps) == (None, ("2020-21",))


def test_a_passage_that_was_taken_out_comes_back_in_its_place() -> None:
    after = BEFORE.replace("Laura Gough gave a presentation; it covers 2020-21.\n\n", "")
    now = after.replace("noted", "received")
    assert invert_change(BEFORE, after, now).text == BEFORE.replace("noted", "received")


def test_a_passage_that_was_put_in_is_taken_out_and_nothing_else() -> None:
    after = BEFORE.replace("Resolved", "The report covers 2020-22.\n\nResolved")
    now = after.replace("noted", "received") + "\nThe end.\n"
    assert invert_change(BEFORE, after, now).text == BEFORE.replace("noted", "received") + "\nThe end.\n"


def test_words_that_were_put_in_or_taken_out_within_a_passage() -> None:
    after = BEFORE.replace("the report for", "the annual report for")
    now = after.replace("covers", "spans")
    assert invert_change(BEFORE, after, now).text == BEFORE.replace("covers", "spans")
    assert invert_change(after, BEFORE, BEFORE.replace("covers", "spans")).text == now


def test_a_passage_that_moved_since_is_changed_where_it_stands() -> None:
    lines = AFTER.split("\n\n")
    now = "\n\n".join([lines[0], lines[2].rstrip("\n"), lines[1]]) + "\n"
    text = invert_change(BEFORE, AFTER, now).text
    assert text is None or "for 2020-22 be noted" in text


def test_of_a_change_in_two_places_nothing_is_turned_round_when_one_was_changed_again() -> None:
    after = AFTER.replace("covers", "spans")
    turned = invert_change(BEFORE, after, after.replace("spans", "is about"))
    assert (turned.text, turned.overlaps) == (None, ("spans",))


def test_spaces_at_the_ends_of_lines_are_no_change_to_turn_round() -> None:
    assert list(hunks_of("a \nb\n\n", "a\nb\n")) == []


@dataclass
class Change:
    """What was done to the model, and how to take it out of it again: whether it still can be."""

    paras: list[Para]
    dice: random.Random
    back: list[Callable[[], bool]] = field(default_factory=list)
    touched: set[int] = field(default_factory=set)

    def make(self) -> None:
        para = self.dice.choice(self.paras)
        kind = self.dice.choice(["word", "word", "add word", "drop word", "add", "delete"])
        self.touched.add(para.id)
        if kind == "word":
            self.reword(para)
        elif kind == "add word":
            word = Word(self.dice.choice(EXTRA))
            para.words.insert(self.dice.randint(1, len(para.words)), word)
            self.back.append(lambda: _drop(para.words, word))
        elif kind == "drop word" and len(para.words) > 4:
            place = self.dice.randint(1, len(para.words) - 2)
            word, left, right = para.words[place], para.words[place - 1], para.words[place + 1]
            para.words.remove(word)
            self.back.append(lambda: _insert(para.words, word, left, right))
        elif kind == "delete" and len(self.paras) > 3:
            place = self.dice.randint(1, len(self.paras) - 2)
            gone, above, below = self.paras[place], self.paras[place - 1], self.paras[place + 1]
            self.paras.remove(gone)
            self.touched |= {gone.id, above.id, below.id}
            self.back.append(lambda: _insert(self.paras, gone, above, below))

    def reword(self, para: Para) -> None:
        word = self.dice.choice(para.words)
        old = word.text
        word.text = self.dice.choice([w for w in (*NOUNS, "2019", "2023") if w != old])
        new = word.text

        def back() -> bool:
            is_as_it_was = word.text == new and para in self.paras
            word.text = old
            return is_as_it_was

        self.back.append(back)


def _drop(things: list[Word], thing: Word) -> bool:
    if thing in things:
        things.remove(thing)
        return True
    return False


def _insert(things: list[Word] | list[Para], thing: Word | Para, left: object, right: object) -> bool:
    if left not in things or right not in things:
        return False
    place = things.index(left)  # type: ignore[arg-type]
    if things.index(right) != place + 1:  # type: ignore[arg-type]
        return False
    things.insert(place + 1, thing)  # type: ignore[arg-type]
    return True


def _undo(back: Callable[[], bool]) -> bool:
    return back()


def played(seed: int) -> tuple[str, str, str, str, bool]:
    """Before and after a change, the text now, what it should read with the change out, whether it can be."""
    dice = random.Random(seed)  # noqa: S311 -- a game, not a secret
    game = Game(dice)
    game.set_up()
    before = game.render()[0]
    change = Change(game.paras, dice)
    for _ in range(dice.choice([1, 1, 2])):
        change.make()
    after = game.render()[0]
    for _ in range(dice.randint(1, 3)):
        game.edit()
    now = game.render()[0]
    may = all(list(map(_undo, reversed(change.back))))
    return before, after, now, game.render()[0], may


@pytest.mark.parametrize("start", range(0, 4_000, 1_000))
def test_a_change_is_never_turned_round_at_a_look_alike(start: int) -> None:
    turned = refused = 0
    for seed in range(start, start + 1_000):
        before, after, now, expected, may = played(seed)
        if before == after or has_copies(before) or has_copies(after):
            continue
        text = invert_change(before, after, now).text
        if text is None:
            refused += 1
        else:
            turned += 1
            is_right = (
                not may or digest(text) == digest(expected) or stands_letter_for_letter(before, after, now)
            )
            assert is_right, (seed, before, after, now, text, expected)
    assert turned > refused, (turned, refused)


def has_copies(text: str) -> bool:
    """Whether two passages read the same to the letter, so that nobody can tell which of them was changed."""
    lines = [line for line in text.splitlines() if line]
    return len(set(lines)) < len(lines)


def stands_letter_for_letter(before: str, after: str, now: str) -> bool:
    """Whether a passage that the change made stands now as it made it: a copy is not told apart."""
    made = set(after.splitlines()) - set(before.splitlines())
    return bool(made & set(now.splitlines()))


def test_two_parts_of_a_change_that_have_come_to_lie_over_each_other_are_not_turned_round() -> None:
    before, after, now = "report. the £40 the\n", "the    the £40\n", "the   \n"
    turned = invert_change(before, after, now)
    assert turned.text is None
    assert len(turned.overlaps) > 1
