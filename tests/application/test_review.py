import pytest

from review_tui.model.acts import Approval, Disposition, DispositionOutcome, Flag, Objection
from review_tui.model.errors import Refusal, StaleDraft
from review_tui.model.quotes import occurrences, quote_at
from review_tui.model.text import digest
from review_tui.model.transitions import Move, Status
from tests.application.fakes import ALEX, DAWN, PATH, Table


def flag_the_year(table: Table) -> str:
    """Flag "2020-22" and answer the flag's id."""
    view = table.item
    (span,) = occurrences(view.draft.text, "2020-22")
    done = table.review.flag(
        view, quote_at(view.draft.text, span), "date", "Not the period above.", "2020-21"
    )
    assert isinstance(done.act, Flag)
    return done.act.id


def trailers(table: Table) -> list[str]:
    """The last paragraph of the newest message."""
    return table.history.commits[-1][1].rstrip("\n").split("\n\n")[-1].splitlines()


def test_a_flag_is_one_commit_of_one_new_file(table: Table) -> None:
    flag = flag_the_year(table)
    ((changes, message),) = table.history.commits
    assert [(c.path.endswith(f"{flag}.yaml"), c.old) for c in changes] == [(True, None)]
    assert message.splitlines()[0] == "Flag item 5: date"
    assert f"Flag: {flag}" in trailers(table)
    assert table.stands(Status.IN_REVIEW)


def test_a_flag_that_says_nothing_is_refused(table: Table) -> None:
    text = table.item.draft.text
    quote = quote_at(text, occurrences(text, "report")[0])
    with pytest.raises(Refusal, match="what is wrong"):
        table.review.flag(table.item, quote, "date", "  ")
    assert table.history.commits == []


def test_amending_replaces_the_text_and_says_why(table: Table) -> None:
    view = table.item
    new = view.draft.text.replace("2020-22", "2020-21")
    table.review.amend(view, new, "The year was a slip.")
    ((changes, message),) = table.history.commits
    assert [c.new for c in changes] == [new.encode()]
    assert message.startswith("Amend item 5: ")
    assert "\n\nThe year was a slip.\n\n" in message
    assert trailers(table) == ["Meeting: 2022-03-16-board", "Item: 05-annual-report", f"Text: {digest(new)}"]


def test_an_amendment_settles_the_flags_it_names_in_the_same_commit(table: Table) -> None:
    flag = flag_the_year(table)
    view = table.item
    table.review.amend(view, view.draft.text.replace("2020-22", "2020-21"), "A slip.", [flag])
    changes, _ = table.history.commits[-1]
    assert len(changes) == 2
    assert f"Settles: {flag}" in trailers(table)
    (thread,) = table.item.state.flags
    assert thread.outcome == DispositionOutcome.AMENDED


def test_an_amendment_needs_a_reason_and_a_change(table: Table) -> None:
    view = table.item
    with pytest.raises(Refusal, match="reason"):
        table.review.amend(view, "Other words.\n", " \n")
    with pytest.raises(Refusal, match="same as before"):
        table.review.amend(view, view.draft.text, "Because.")
    assert table.history.commits == []


def test_a_draft_that_moved_on_is_never_overwritten(table: Table) -> None:
    seen = table.item
    table.review.amend(seen, "Somebody was faster.\n", "Faster.")
    with pytest.raises(StaleDraft) as refused:
        table.review.amend(seen, "Slow words.\n", "Slower.")
    assert refused.value.expected == seen.draft.text.encode()
    assert refused.value.found == b"Somebody was faster.\n"
    assert table.item.draft.text == "Somebody was faster.\n"


def test_approval_is_bound_to_the_text_and_stale_when_it_changes(table: Table) -> None:
    done = table.review.approve(table.item)
    assert isinstance(done.act, Approval)
    assert done.act.text_digest == table.item.draft.digest
    assert table.stands(Status.APPROVED)
    view = table.item
    table.review.amend(view, view.draft.text.replace("noted", "received"), "As moved.")
    assert table.stands(Status.STALE)
    table.review.approve(table.item)
    assert table.stands(Status.APPROVED)


def test_a_text_read_before_it_changed_can_not_be_approved(table: Table) -> None:
    seen = table.item
    table.review.amend(seen, "New words.\n", "Because.")
    with pytest.raises(StaleDraft, match="changed since you read"):
        table.review.approve(seen)


def test_an_open_flag_stands_in_the_way_of_approval_until_it_is_settled(table: Table) -> None:
    flag = flag_the_year(table)
    with pytest.raises(Refusal, match="still open"):
        table.review.approve(table.item)
    table.review.settle(table.item, flag, DispositionOutcome.ACCEPTED, "It was read out so.")
    table.review.approve(table.item)
    assert table.stands(Status.APPROVED)


def test_only_its_maker_withdraws_a_flag_or_lifts_an_objection(table: Table) -> None:
    flag = flag_the_year(table)
    objection = table.review.object(table.item, "Not what was said.").act
    assert isinstance(objection, Objection)
    table.history.who = ALEX
    for target in (flag, objection.id):
        with pytest.raises(Refusal, match="Only Dawn Example"):
            table.review.settle(table.item, target, DispositionOutcome.WITHDRAWN, "Because.")
    table.history.who = DAWN
    for target in (flag, objection.id):
        done = table.review.settle(table.item, target, DispositionOutcome.WITHDRAWN, "I was wrong.")
        assert isinstance(done.act, Disposition)
    assert table.item.state.objections == ()


def test_approving_lifts_ones_own_objection_and_nobody_elses(table: Table) -> None:
    table.review.object(table.item, "Mine.")
    table.history.who = ALEX
    table.review.object(table.item, "His.")
    table.history.who = DAWN
    table.review.approve(table.item)
    assert [o.comment for o in table.item.state.objections] == ["His."]
    assert table.stands(Status.IN_REVIEW)


def test_replying_adds_to_the_flags_conversation(table: Table) -> None:
    flag = flag_the_year(table)
    table.review.reply(table.item, flag, "The notes agree.")
    (thread,) = table.item.state.flags
    assert [r.comment for r in thread.replies] == ["The notes agree."]


def test_an_edit_made_outside_has_to_be_recorded_before_anything_else(table: Table) -> None:
    path = table.item.draft.path
    table.book.texts[path] = "Edited in another program.\n"
    with pytest.raises(Refusal, match="edited in another program"):
        table.review.approve(table.item)
    with pytest.raises(Refusal, match="edited in another program"):
        table.review.amend(table.item, "More.\n", "Because.")
    table.review.record_outside_edit(table.item, "Corrected by the clerk.")
    ((changes, message),) = table.history.commits
    assert changes[0].new == b"Edited in another program.\n"
    assert "Corrected by the clerk." in message
    table.review.approve(table.item)


def test_a_draft_that_git_does_not_know_is_taken_in_first(table: Table) -> None:
    view = table.item
    del table.history.tip[view.draft.path]
    table.review.amend(view, "New words.\n", "Because.")
    subjects = [message.splitlines()[0] for _, message in table.history.commits]
    assert subjects[0] == "Take in item 5: Annual Report"
    assert subjects[1].startswith("Amend item 5")
    assert table.history.commits[0][0][0].new == view.draft.text.encode()


def test_nothing_is_written_where_the_book_is_read_only(table: Table) -> None:
    table.history.read_only = "Two versions are being merged."
    for act in (
        lambda: flag_the_year(table),
        lambda: table.review.approve(table.item),
        lambda: table.review.amend(table.item, "x\n", "y"),
        lambda: table.review.object(table.item, "z"),
    ):
        with pytest.raises(Refusal, match="being merged"):
            act()
    assert table.history.commits == []


def test_minutes_that_are_not_utf_8_are_not_amended(table: Table) -> None:
    table.book.locked = "Byte E9 on line 2 is not UTF-8."
    with pytest.raises(Refusal, match="Byte E9"):
        table.review.amend(table.item, "x\n", "y")


def test_wording_with_broken_characters_is_refused(table: Table) -> None:
    with pytest.raises(Refusal, match="line 2"):
        table.review.amend(table.item, "One.\n\udce9\n", "Because.")


def test_a_reason_of_dashes_does_not_hide_the_trailers(table: Table) -> None:
    table.review.amend(table.item, "Other.\n", "---\nMeeting: forged")
    message = table.history.commits[-1][1]
    assert "\n---\n" not in message
    assert trailers(table)[0] == "Meeting: 2022-03-16-board"


def test_two_versions_left_by_a_merge_cannot_be_approved(table: Table) -> None:
    view = table.item
    both = f"<<<<<<< ours\n{view.draft.text}=======\nOther words.\n>>>>>>> theirs\n"
    table.review.amend(view, both, "A merge that nobody finished.")
    with pytest.raises(Refusal, match="two versions of the same words"):
        table.review.approve(table.item)
    table.review.amend(table.item, view.draft.text, "Put right.")
    table.review.approve(table.item)
    assert table.stands(Status.APPROVED)


@pytest.mark.parametrize("text", ["", "\n \n", "\ufeff\n---\n\n- \n"])
def test_minutes_without_words_cannot_be_approved(table: Table, text: str) -> None:
    table.book.texts[PATH], table.history.tip[PATH] = text, text.encode()
    assert "no words" in table.review.why_not(Move.APPROVE, table.item)
    with pytest.raises(Refusal, match="These minutes are empty"):
        table.review.approve(table.item)
    assert table.history.commits == []


def test_a_held_flag_is_told_to_wait(table: Table) -> None:
    flag = flag_the_year(table)
    done = table.review.settle(table.item, flag, DispositionOutcome.HELD, "Ask the author.")
    assert done.sentence.startswith("Held for later")
