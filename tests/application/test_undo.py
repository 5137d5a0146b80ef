"""Undo and redo, each a commit; and that undoing everything gives the starting files bit for bit."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from review_tui.application.ports import FileChange, HistoryEntry
from review_tui.application.reading import ItemView
from review_tui.application.review import Review
from review_tui.application.timeline import Timeline
from review_tui.application.undo import UndoService
from review_tui.model.acts import DispositionOutcome
from review_tui.model.errors import Refusal
from review_tui.model.passages import passages
from review_tui.model.people import Reviewer
from review_tui.model.quotes import occurrences, quote_at
from review_tui.model.text import Span
from review_tui.model.transitions import Status
from tests.application.fakes import ALEX, DAWN, ITEM, MEETING, OTHER, TEXT, Table

BEN = Reviewer("Ben Example", "ben@example.org")
FIXED = TEXT.replace("2020-22", "2020-21")


@pytest.fixture
def undoing(table: Table) -> UndoService:
    return table.another(UndoService)


def flag(table: Table, words: str = "2020-22") -> str:
    view = table.item
    span = occurrences(view.draft.text, words)[0]
    act = table.review.flag(view, quote_at(view.draft.text, span), "date", "Right?").act
    assert act is not None
    return act.id


def test_undoing_a_flag_takes_its_file_away_in_a_commit_that_names_it(
    table: Table, undoing: UndoService
) -> None:
    start = dict(table.history.tip)
    flag(table)
    flagged = table.history.entries[-1][0]
    done = undoing.undo()
    assert done.sentence == "Undone: Flag item 5: date."
    assert table.history.tip == start
    assert table.item.state.flags == ()
    assert table.history.commits[-1][1] == (
        "Undo: Flag item 5: date\n\nTaken back by Dawn Example.\n\n"
        f"Meeting: {MEETING.id}\nItem: {ITEM.id}\nUndoes: {flagged.id}\n"
    )


def test_undoing_an_amendment_gives_the_text_back_and_opens_what_it_settled(
    table: Table, undoing: UndoService
) -> None:
    act = flag(table)
    table.review.amend(table.item, FIXED, "A slip.", [act])
    undoing.undo(reason="It was no slip.")
    assert table.item.draft.text == TEXT
    assert [f.id for f in table.item.state.open_flags] == [act]
    assert "\n\nIt was no slip.\n\n" in table.history.commits[-1][1]
    assert f"\nText: {table.item.draft.digest}\n" in table.history.commits[-1][1]


def test_all_that_could_be_taken_back_is_listed_newest_first(table: Table, undoing: UndoService) -> None:
    flag(table)
    table.history.who = ALEX
    table.another(Review).receipt(table.item)
    table.history.who = DAWN
    flag(table, "noted")
    table.review.amend(table.item, FIXED, "A slip.")
    undoing.undo()
    assert [step.what for step in undoing.all_undos()] == ["Flag item 5: date", "Flag item 5: date"]
    assert [step.entry for step in undoing.all_undos(1)] == [table.history.entries[4][0]]
    undoing.redo()
    assert undoing.all_undos()[0].what.startswith("Amend item 5: ")


def test_acts_are_undone_newest_first_and_done_again_in_their_order(
    table: Table, undoing: UndoService
) -> None:
    first, second = flag(table), flag(table, "noted")
    table.review.approve(table.reading.item(MEETING, OTHER))
    undoing.undo()
    undoing.undo()
    assert [thread.flag.id for thread in table.item.state.flags] == [first]
    assert undoing.redo().sentence == "Done again: Flag item 5: wording.".replace("wording", "date")
    assert [thread.flag.id for thread in table.item.state.flags] == [first, second]
    undoing.redo()
    assert table.reading.item(MEETING, OTHER).state.status is Status.APPROVED
    with pytest.raises(Refusal, match="nothing to redo"):
        undoing.redo()


def test_what_was_done_again_can_be_undone_again(table: Table, undoing: UndoService) -> None:
    start = dict(table.history.tip)
    flag(table)
    for _ in range(3):
        undoing.undo()
        assert table.history.tip == start
        undoing.redo()
        assert len(table.item.state.flags) == 1
    assert table.history.commits[-1][1].startswith("Redo: Flag item 5: date\n")
    undoing.undo()
    with pytest.raises(Refusal, match="nothing of yours"):
        undoing.undo()


def test_a_new_act_ends_what_could_be_done_again(table: Table, undoing: UndoService) -> None:
    flag(table)
    undoing.undo()
    flag(table, "noted")
    assert undoing.next_redo() is None


def test_each_undoes_only_their_own_acts(table: Table, undoing: UndoService) -> None:
    flag(table)
    table.history.who = ALEX
    assert "nothing of yours" in undoing.why_not_undo()
    flag(table, "noted")
    undoing.undo()
    assert [thread.flag.by for thread in table.item.state.flags] == [DAWN]


def test_a_flag_that_another_replied_to_is_not_undone(table: Table, undoing: UndoService) -> None:
    act = flag(table)
    table.history.who = ALEX
    table.review.reply(table.item, act, "The notes agree.")
    table.history.who = DAWN
    assert undoing.why_not_undo().startswith("Alex Example replied to it since (")
    with pytest.raises(Refusal, match="Close or withdraw"):
        undoing.undo()
    assert len(table.history.commits) == 2


def test_a_flag_that_another_settled_is_not_undone(table: Table, undoing: UndoService) -> None:
    act = flag(table)
    table.history.who = ALEX
    table.review.settle(table.item, act, DispositionOutcome.ACCEPTED, "As read out.")
    table.history.who = DAWN
    assert "Alex Example closed it since" in undoing.why_not_undo()


def test_an_amendment_that_another_amended_since_is_put_back_instead(
    table: Table, undoing: UndoService
) -> None:
    table.review.amend(table.item, FIXED, "A slip.")
    mine = table.history.entries[-1][0]
    table.history.who = ALEX
    table.review.amend(table.item, FIXED.replace("noted", "received"), "As moved.")
    table.history.who = DAWN
    said = undoing.why_not_undo()
    assert "amended since by Alex Example (Sunday 20 March, 12:04: Amend item 5" in said
    assert f"review-tui revert {MEETING.id}/{ITEM.id} {mine.id[:10]}" in said


def test_an_edit_made_outside_is_never_undone_away(table: Table, undoing: UndoService) -> None:
    table.review.amend(table.item, FIXED, "A slip.")
    table.book.texts[table.item.draft.path] = "Edited in another program.\n"
    with pytest.raises(Refusal, match="edited in another program"):
        undoing.undo()


def test_an_approval_can_be_undone_and_is_not_done_again_over_a_changed_text(
    table: Table, undoing: UndoService
) -> None:
    table.review.approve(table.item)
    undoing.undo()
    assert table.stands(Status.DRAFT)
    table.history.who = ALEX
    table.review.amend(table.item, FIXED, "A slip.")
    table.history.who = DAWN
    with pytest.raises(Refusal, match="text has changed since you said that"):
        undoing.redo()


def test_an_approval_is_not_done_again_over_an_open_flag(table: Table, undoing: UndoService) -> None:
    table.review.approve(table.item)
    undoing.undo()
    table.history.who = ALEX
    flag(table)
    table.history.who = DAWN
    assert "still open" in undoing.why_not_redo()


def test_a_settlement_is_not_done_again_over_anothers(table: Table, undoing: UndoService) -> None:
    act = flag(table)
    table.review.settle(table.item, act, DispositionOutcome.ACCEPTED, "Fine.")
    undoing.undo()
    table.history.who = ALEX
    table.review.settle(table.item, act, DispositionOutcome.HELD, "Wait.")
    table.history.who = DAWN
    assert undoing.why_not_redo().startswith("Alex Example closed it since")


def test_taking_a_draft_in_is_no_act_and_stays(table: Table, undoing: UndoService) -> None:
    del table.history.tip[table.item.draft.path]
    flag(table)
    assert table.history.commits[0][1].startswith("Take in item 5")
    undoing.undo()
    assert table.history.committed(table.item.draft.path) == TEXT.encode()
    assert undoing.next_undo() is None


def test_the_act_undone_is_the_one_that_was_shown(table: Table, undoing: UndoService) -> None:
    flag(table)
    step = undoing.next_undo()
    assert step is not None
    flag(table, "noted")
    with pytest.raises(Refusal, match="in the meantime"):
        undoing.undo(step.entry.id)


def test_nothing_is_undone_in_a_book_that_is_read_only(table: Table, undoing: UndoService) -> None:
    flag(table)
    table.history.read_only = "Two versions are being merged."
    assert undoing.why_not_undo() == "Two versions are being merged."
    with pytest.raises(Refusal, match="being merged"):
        undoing.undo()


def test_what_to_undo_is_found_however_long_ago_it_was(table: Table, undoing: UndoService) -> None:
    mine = flag(table)
    table.history.who = ALEX
    for n in range(150):
        table.review.amend(table.reading.item(MEETING, OTHER), f"Version {n}.\n", "Because.")
    table.history.who = DAWN
    step = undoing.next_undo()
    assert step is not None
    assert (step.what, len(step.since)) == ("Flag item 5: date", 150)
    undoing.undo()
    assert mine not in {thread.flag.id for thread in table.item.state.flags}


# Any sequence of acts


PEOPLE = (DAWN, ALEX, BEN)
WORDS = ("The", "Board", "noted", "2020-21", "2020-22", "report", "received")


def some_act(table: Table, answering: Review, undoing: UndoService | None, dice: random.Random) -> None:
    """One act of whoever sits at the desk; what is refused is refused."""
    view: ItemView = table.reading.item(MEETING, dice.choice([ITEM, OTHER]))
    flags = [thread.flag.id for thread in view.state.flags] or ["none"]
    targets = [*flags, *(o.id for o in view.state.objections)]
    text = view.draft.text
    words = dice.choice(passages(text)).words
    acts: tuple[Callable[[], object], ...] = (
        lambda: table.review.flag(view, quote_at(text, words), "date", "?"),
        lambda: table.review.flag(view, quote_at(text, Span(words.start, words.start)), "omission", "?"),
        lambda: table.review.reply(view, dice.choice(flags), "!"),
        lambda: table.review.settle(view, dice.choice(targets), dice.choice(list(DispositionOutcome)), "so"),
        lambda: table.review.approve(view),
        lambda: table.review.object(view, "no"),
        lambda: table.review.amend(view, f"{text}{dice.choice(WORDS)}\n", "so"),
        lambda: table.review.amend(view, text.replace("2020", "2019"), "so", [dice.choice(targets)]),
        lambda: answering.receipt(view),
        lambda: answering.pick(view, dice.choice(flags), words),
        *([undoing.undo, undoing.redo] if undoing else []),
    )
    try:
        dice.choice(acts)()
    except Refusal:
        return


def played(table: Table, undoing: UndoService | None, dice: random.Random) -> None:
    """Forty tries at an act by three reviewers; undo and redo among them when they are given."""
    answering = table.another(Review)
    if dice.random() < 0.3:
        table.book.policy = {"approval": {"own_words": "no", "white_space": "ignored"}}
    for _ in range(40):
        table.history.who = dice.choice(PEOPLE)
        some_act(table, answering, undoing, dice)


@pytest.mark.parametrize("seed", range(20))
def test_undoing_everything_in_any_order_gives_the_starting_files_bit_for_bit(
    table: Table, undoing: UndoService, seed: int
) -> None:
    dice = random.Random(seed)  # noqa: S311 -- a game, not a secret
    start = dict(table.history.tip)
    played(table, undoing, dice)
    assert table.history.tip != start
    while may := [who for who in PEOPLE if not refused(table, undoing, who)]:
        table.history.who = dice.choice(may)
        undoing.undo()
    assert table.history.tip == start
    assert table.item.draft.text == TEXT
    assert not any(table.book.acts.values())


def refused(table: Table, undoing: UndoService, who: Reviewer) -> str:
    table.history.who = who
    return undoing.why_not_undo()


@pytest.mark.parametrize("seed", range(20, 40))
def test_redoing_everything_that_was_undone_gives_the_end_again(
    table: Table, undoing: UndoService, seed: int
) -> None:
    played(table, None, random.Random(seed))  # noqa: S311 -- a game, not a secret
    end = dict(table.history.tip)
    order: list[Reviewer] = []
    while (who := newest_first(table, undoing)) is not None:
        table.history.who = who
        undoing.undo()
        order.append(who)
    assert len(order) > 3
    for who in reversed(order):
        table.history.who = who
        undoing.redo()
    assert table.history.tip == end


def newest_first(table: Table, undoing: UndoService) -> Reviewer | None:
    """Whose act is the newest that is not undone."""
    ages: list[tuple[int, Reviewer]] = []
    for table.history.who in PEOPLE:
        step = undoing.next_undo()
        ages += [(len(step.since), table.history.who)] if step else []
    return min(ages)[1] if ages else None


def test_what_plain_git_recorded_together_with_anothers_act_is_not_undone(
    table: Table, undoing: UndoService
) -> None:
    table.history.who = ALEX
    act = table.review.object(table.item, "Not what was said.").act
    table.history.who = DAWN
    entry, changes = table.history.entries.pop()
    table.history.entries.append((replace(entry, by=DAWN), changes))
    with pytest.raises(Refusal, match="together with what Alex Example did"):
        undoing.undo()
    assert table.item.state.objections == (act,)


def test_what_was_recorded_together_with_another_items_words_is_not_undone(
    table: Table, undoing: UndoService
) -> None:
    table.review.amend(table.item, FIXED, "A slip.")
    path = f"{MEETING.id}/{OTHER.id}/minutes.md"
    entry, changes = table.history.entries.pop()
    other = FileChange(path, new=table.history.tip[path], old=b"Others wrote this.\n")
    table.history.entries.append((entry, (*changes, other)))
    with pytest.raises(Refusal, match="changes elsewhere in the book"):
        undoing.undo()


def anew(table: Table, since: int) -> None:
    """Give what was recorded since other ids, as ``git pull --rebase`` does."""
    kept = table.history.entries
    kept[since:] = [(replace(entry, id=f"a{entry.id[1:]}"), changes) for entry, changes in kept[since:]]


def test_what_was_taken_back_stays_so_when_git_records_it_anew(table: Table, undoing: UndoService) -> None:
    before = len(table.history.entries)
    table.review.amend(table.item, FIXED, "A slip.")
    undoing.undo()
    undoing.redo()
    undoing.undo()
    anew(table, before)
    assert undoing.next_undo() is None
    gone = [t.entry.subject for t in Timeline(table.history).of_item(table.item) if t.is_undone]
    what = "Amend item 5: “2020-22” to “2020-21”"
    assert gone == [what, f"Redo: {what}"]
    undoing.redo()
    assert table.item.draft.text == FIXED
    undoing.undo()
    assert table.item.draft.text == TEXT


def test_an_approval_recorded_anew_can_be_done_again(table: Table, undoing: UndoService) -> None:
    before = len(table.history.entries)
    table.review.approve(table.item)
    undoing.undo()
    anew(table, before)
    undoing.redo()
    assert table.stands(Status.APPROVED)


def test_an_undo_by_a_slow_clock_is_found_behind_what_it_took_back(
    table: Table, undoing: UndoService, monkeypatch: pytest.MonkeyPatch
) -> None:
    flag(table, "2020-21")
    table.review.amend(table.item, FIXED, "A slip.")
    undoing.undo()
    in_order = table.history.log

    def by_clock(paths: Sequence[str], limit: int | None = None) -> tuple[HistoryEntry, ...]:
        found = in_order(paths, limit)
        return found if limit is None else found[1:] + found[:1]

    monkeypatch.setattr(table.history, "log", by_clock)
    step = undoing.next_undo()
    assert step is not None
    assert step.what == "Flag item 5: date"


def by_other_means(table: Table, *changes: FileChange) -> None:
    """A commit that this program did not make."""
    for change in changes:
        table.history.tip.pop(change.path, None)
        if change.new is not None:
            table.history.tip[change.path] = change.new
        table.book.put(change.path, change.new)
    table.history.keep(changes, "By hand\n")


def test_what_plain_git_took_back_does_not_stand_in_the_way(table: Table, undoing: UndoService) -> None:
    flag(table, "2020-21")
    table.review.amend(table.item, FIXED, "A slip.")
    path = table.item.draft.path
    by_other_means(table, FileChange(path, new=TEXT.encode(), old=FIXED.encode()))
    assert undoing.undo().sentence == "Undone: Flag item 5: date."
    assert table.item.draft.text == TEXT


def test_what_left_the_book_with_its_item_does_not_stand_in_the_way(
    table: Table, undoing: UndoService
) -> None:
    flag(table)
    other = table.reading.item(MEETING, OTHER)
    table.review.amend(other, "Loneliness was noted.\n", "As moved.")
    by_other_means(table, FileChange(other.draft.path, new=None, old=b"Loneliness was noted.\n"))
    step = undoing.next_undo()
    assert step is not None
    assert step.what == "Flag item 5: date"


def test_an_objection_is_not_undone_where_lifting_it_has_to_be_signed(table: Table) -> None:
    table.review.object(table.item, "Not what was said.")
    table.book.policy = {"signing": {"needed": "yes"}}
    with pytest.raises(Refusal, match="lifted with a signature"):
        table.another(UndoService).undo()
    assert table.item.state.objections
