"""How far draft and notes go together, and what is asked for where they do not."""

import pytest

from review_tui.facts.accord import doubt_of, share_told_by_file
from review_tui.facts.outcome_odds import outcome_clashes
from review_tui.facts.pair import Pair, pair_of
from review_tui.facts.value_odds import DOUBTED, TOLD, odd_values, rival_values
from review_tui.model.material import Document, Material

THINGS = ("hedge", "gate", "boiler", "piano", "curtains", "ladder", "kettle", "stove")
DONE = ("cleaned", "painted", "sold", "tuned", "hemmed", "borrowed", "replaced", "swept")
TOLD_LINES = [f"{thing} {done} in may" for thing, done in zip(THINGS, DONE, strict=True)]
ASIDES = [
    *("rain dripping on my neck", "somebody brought excellent scones", "lorry reversing outside for ages"),
    *("strange smell near radiators", "visitors coughing throughout", "microphone buzzing horribly"),
    *("projector flickering badly", "neighbours hammering upstairs"),
]


def read(*files: list[str], more: str = "") -> Pair:
    draft = "".join(f"The {thing} was {done} in May.\n\n" for thing, done in zip(THINGS, DONE, strict=True))
    notes = tuple(
        Document.read(f"notes/{n}.txt", "".join(f"- {line}\n" for line in lines))
        for n, lines in enumerate(files)
    )
    return pair_of(Material(Document.read("minutes.md", draft + more), notes))


@pytest.mark.parametrize(
    ("lines", "doubt"),
    [(TOLD_LINES, 0.0), ([*TOLD_LINES, *ASIDES], 1.0), (ASIDES, 1.0), (ASIDES[:4], 0.0)],
)
def test_notes_of_which_much_is_not_told_are_doubted_unless_they_are_few(
    lines: list[str], doubt: float
) -> None:
    assert doubt_of(read(lines)) == doubt


def test_of_each_file_it_is_known_how_much_is_told() -> None:
    shares = share_told_by_file(read(TOLD_LINES, ASIDES, ["kettle replaced in may"]))

    assert shares["notes/0.txt"] == 1.0
    assert shares["notes/1.txt"] == 0.0
    assert 0.4 < shares["notes/2.txt"] < 0.6  # of a file with few what is known of all


def test_a_figure_needs_more_where_the_notes_are_doubted(monkeypatch: pytest.MonkeyPatch) -> None:
    odds = TOLD + DOUBTED / 2
    pairs = [
        read([*lines, "shed roof 2480"], more="The shed roof cost £2,840.\n\n")
        for lines in (TOLD_LINES, TOLD_LINES + ASIDES)
    ]
    monkeypatch.setattr("review_tui.facts.value_odds.log_odds", lambda *_: odds)

    assert all(list(rival_values(pair)) for pair in pairs)
    assert [bool(list(odd_values(pair))) for pair in pairs] == [True, False]


@pytest.mark.parametrize("others", [0, 40])
def test_an_outcome_needs_more_among_many_lines(others: int) -> None:
    draft = Document.read("minutes.md", "A sauna by the slipway was refused by the port.\n")
    lines = ["sauna slipway | supp'd |", *(f"{thing} {n}" for n in range(others // 8) for thing in THINGS)]
    pair = pair_of(Material(draft, (Document.read("notes/n.txt", "\n".join(lines) + "\n"),)))

    assert bool(list(outcome_clashes(pair))) is (others == 0)
