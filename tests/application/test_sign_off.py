import datetime as dt
from dataclasses import replace

import pytest

from review_tui.application.hand_over import hand_over
from review_tui.application.item_versions import ItemVersions
from review_tui.application.ports import FileChange
from review_tui.application.sign_off import SignOffService
from review_tui.application.sign_off_gate import SignOffGate
from review_tui.application.undo import UndoService
from review_tui.model.acts import Approval, Correction, Reopening, SignOff
from review_tui.model.errors import Refusal
from review_tui.model.meeting import Item, Meeting, Problem
from review_tui.model.people import Reviewer
from review_tui.model.quotes import occurrences, quote_at
from review_tui.model.transitions import Move, Status
from tests.application.fakes import ALEX, ITEM, MEETING, OTHER, PATH, TEXT, Table

TAG = "minutes/2022-03-16-board"


@pytest.fixture
def signing(table: Table) -> SignOffService:
    return table.sign_off


def approve_all(table: Table) -> None:
    for item in MEETING.items:
        table.review.approve(table.reading.item(MEETING, item))


def sign(table: Table, signing: SignOffService) -> SignOff:
    approve_all(table)
    act = signing.sign(signing.gate(MEETING)).act
    assert isinstance(act, SignOff)
    return act


def test_the_gate_lists_exactly_what_blocks_item_by_item(table: Table, signing: SignOffService) -> None:
    text = table.item.draft.text
    flag = table.review.flag(table.item, quote_at(text, occurrences(text, "2020-22")[0]), "date", "?").act
    objection = table.review.object(table.item, "Not what was said.").act
    assert flag is not None
    assert objection is not None
    blocks = signing.gate(MEETING).blocks
    assert [(str(b), b.act) for b in blocks] == [
        ("Item 5: Nobody has approved it yet.", ""),
        ("Item 5: The date flag by Dawn Example on “2020-22” is open.", flag.id),
        ("Item 5: Dawn Example objects: Not what was said.", objection.id),
        ("Item 6: Nobody has approved it yet.", ""),
    ]
    with pytest.raises(Refusal, match=r"off yet\. Items 5 and 6 are not approved yet\. Item 5: The"):
        signing.sign(signing.gate(MEETING))


def test_the_gate_says_whom_it_waits_for_by_the_policy(table: Table, signing: SignOffService) -> None:
    chair = {"name": "Alex Example", "email": ALEX.email, "roles": ["chair"]}
    table.book.policy = {"reviewers": [chair], "approval": {"needs": ["chair"]}}
    approve_all(table)
    assert signing.why_not_sign(MEETING) == "Items 5 and 6 are not approved yet: they wait for the chair."
    table.history.who = ALEX
    approve_all(table)
    assert signing.gate(MEETING).is_open


@pytest.mark.parametrize(
    ("text", "said"),
    [("\n", "These minutes are empty"), ("<<<<<<< ours\nA.\n=======\nB.\n>>>>>>> theirs\n", "two versions")],
)
def test_what_can_be_no_record_is_not_signed_though_it_was_approved(
    table: Table, signing: SignOffService, text: str, said: str
) -> None:
    table.book.texts[PATH], table.history.tip[PATH] = text, text.encode()
    at = dt.datetime(2022, 3, 20, tzinfo=dt.UTC)
    for item in MEETING.items:
        digest = table.reading.item(MEETING, item).draft.digest
        table.book.acts[item.id] = [Approval(id=f"approve{item.number}", by=ALEX, at=at, text_digest=digest)]
    (block,) = signing.gate(MEETING).blocks
    assert str(block).startswith("Item 5: ")
    assert said in block.sentence
    assert said in signing.blocks_of(table.item)[0].sentence
    assert said in signing.why_not(Move.SIGN_OFF, table.item)
    with pytest.raises(Refusal, match=said):
        signing.sign(signing.gate(MEETING))


def test_what_blocks_an_item_is_said_in_words(table: Table, signing: SignOffService) -> None:
    def blocks() -> list[str]:
        return [block.sentence for block in signing.blocks_of(table.item)]

    assert blocks() == ["Nobody has approved it yet."]
    table.review.approve(table.item)
    assert blocks() == []
    table.review.object(table.item, "No.")
    assert blocks() == ["Dawn Example objects: No."]


def test_what_can_not_be_read_blocks(table: Table, signing: SignOffService) -> None:
    approve_all(table)
    problem = Problem(
        f"{table.item.name}/acts/20220320T101502Z-objection-7f3a91c2.yaml", "Line 3 is no YAML."
    )
    table.book.act_problems = (problem, Problem("x/notes/a.pdf", "Too large."))
    blocks = signing.gate(MEETING).blocks
    assert [b.item for b in blocks] == [ITEM, OTHER]
    assert all("may be an objection" in b.sentence for b in blocks)
    table.book.act_problems = ()
    del table.book.texts[table.item.draft.path]
    assert [str(b) for b in signing.gate(MEETING).blocks] == ["Item 5: Its minutes can't be read."]


def test_an_edit_that_is_not_recorded_blocks(table: Table, signing: SignOffService) -> None:
    approve_all(table)
    table.book.texts[table.item.draft.path] = TEXT + " \n"
    assert "not recorded" in signing.why_not_sign(MEETING)


def test_signing_is_one_commit_with_a_tag_that_lists_items_digests_and_approvals(
    table: Table, signing: SignOffService
) -> None:
    approve_all(table)
    gate = signing.gate(MEETING)
    done = signing.sign(gate, "Approved with thanks.", "I voted against item 5.\nSo did others.")
    assert isinstance(done.act, SignOff)
    assert [(s.item, s.text_digest) for s in done.act.items] == [
        (it.view.item.id, it.text) for it in gate.items
    ]
    assert done.act.items[0].approvals == (table.item.state.approvals[0].id,)
    ((tag, commit),) = table.history.tagged
    assert (tag.name, commit) == (TAG, done.entry.id)
    changes, message = table.history.commits[-1]
    assert [c.path.split("/")[1] for c in changes if c.new != c.old] == ["acts"]
    assert message.startswith("Sign off the minutes of The Board, Wednesday 16 March 2022\n\n")
    for told in (message, tag.message):
        assert f"Item 5: Annual Report\n  text {gate.items[0].text}\n  approved by Dawn Example\n" in told
        assert (
            "does not agree, and wished that to be recorded:\nI voted against item 5.\nSo did others." in told
        )
        assert told.endswith(f"Approved with thanks.\n\nMeeting: {MEETING.id}\nSign-off: {done.act.id}\n")
    assert table.stands(Status.SIGNED_OFF)


def test_what_is_signed_is_what_was_seen(table: Table, signing: SignOffService) -> None:
    approve_all(table)
    seen = signing.gate(MEETING)
    table.history.who = ALEX
    table.review.approve(table.item)
    with pytest.raises(Refusal, match="Something changed since you read"):
        signing.sign(seen)
    assert table.history.tagged == []


def test_signed_minutes_are_read_only_until_reopened_with_a_reason(
    table: Table, signing: SignOffService
) -> None:
    act = sign(table, signing)
    with pytest.raises(Refusal, match="signed off"):
        table.review.amend(table.item, "Other.\n", "Because.")
    with pytest.raises(Refusal, match=r"\AThese minutes are signed off already\.\Z"):
        signing.sign(signing.gate(MEETING))
    with pytest.raises(Refusal, match="Give a reason"):
        signing.reopen(MEETING, " ")
    done = signing.reopen(MEETING, "A late correction.")
    assert isinstance(done.act, Reopening)
    assert done.act.of == act.id
    assert table.history.commits[-1][1] == (
        "Reopen the minutes of The Board, Wednesday 16 March 2022\n\nA late correction.\n\n"
        f"Meeting: {MEETING.id}\nReopens: {act.id}\n"
    )
    table.review.amend(table.item, "Other.\n", "Because.")
    with pytest.raises(Refusal, match="not signed off"):
        signing.reopen(MEETING, "Again.")


def test_after_a_reopening_the_next_tag_has_a_number_and_the_first_stays(
    table: Table, signing: SignOffService
) -> None:
    sign(table, signing)
    signing.reopen(MEETING, "Late.")
    signing.sign(signing.gate(MEETING))
    signing.reopen(MEETING, "Later.")
    signing.sign(signing.gate(MEETING))
    assert [tag.name for tag, _ in table.history.tagged] == [TAG, f"{TAG}.2", f"{TAG}.3"]


def test_a_reopening_ends_every_sign_off_that_stands(table: Table, signing: SignOffService) -> None:
    act = sign(table, signing)
    apart = SignOff(id="apart001", by=ALEX, at=act.at)
    table.book.acts[""].append(apart)
    signing.reopen(MEETING, "Late.")
    assert not table.item.state.signed_off


def test_a_sign_off_is_not_undone_but_reopened(table: Table, signing: SignOffService) -> None:
    sign(table, signing)
    undoing = table.another(UndoService)
    assert "reopen the meeting" in undoing.why_not_undo()
    signing.reopen(MEETING, "Late.")
    assert "sign the meeting off again" in undoing.why_not_undo()


def test_minutes_edited_outside_after_signing_are_told(table: Table, signing: SignOffService) -> None:
    sign(table, signing)
    assert not table.item.state.differs_from_signed
    table.book.texts[table.item.draft.path] = "Tampered.\n"
    assert table.item.state.differs_from_signed


def test_a_correction_is_recorded_against_signed_minutes_without_touching_them(
    table: Table, signing: SignOffService
) -> None:
    text = table.item.draft.text
    quote = quote_at(text, occurrences(text, "2020-22")[0])
    with pytest.raises(Refusal, match="not signed off: amend"):
        signing.correct(table.item, quote, "2020-21", "A slip.", "20 April 2022")
    sign(table, signing)
    before = dict(table.history.tip)
    done = signing.correct(table.item, quote, "2020-21", "A slip.", "20 April 2022")
    assert isinstance(done.act, Correction)
    assert table.item.state.corrections == (done.act,)
    assert (table.item.draft.text, table.item.state.status) == (TEXT, Status.SIGNED_OFF)
    assert table.history.commits[-1][1].startswith(
        "Correct item 5: for “2020-22” read “2020-21”\n\nA slip.\n\nCorrected"
    )
    undoing = table.another(UndoService)
    undoing.undo()
    assert table.history.tip == before
    undoing.redo()
    assert table.item.state.corrections == (done.act,)


@pytest.mark.parametrize(
    ("wording", "reason", "made_at", "said"),
    [
        ("2020-22", "A slip.", "April", "nothing to correct"),
        ("2020-21", " ", "April", "Say why"),
        ("2020-21", "A slip.", "", "at which meeting"),
    ],
)
def test_a_correction_says_what_why_and_where(
    table: Table, signing: SignOffService, wording: str, reason: str, made_at: str, said: str
) -> None:
    sign(table, signing)
    text = table.item.draft.text
    with pytest.raises(Refusal, match=said):
        signing.correct(table.item, quote_at(text, occurrences(text, "2020-22")[0]), wording, reason, made_at)


def test_the_next_meeting_is_handed_what_was_amended_since_circulation(
    table: Table, signing: SignOffService
) -> None:
    versions = ItemVersions(table.history)
    assert hand_over(signing.gate(MEETING).view, versions).endswith(
        "Nothing was amended since circulation.\n"
    )
    table.review.amend(table.item, TEXT.replace("2020-22", "2020-21"), "A slip.")
    assert hand_over(signing.gate(MEETING).view, versions) == (
        "To approve the minutes of the meeting of The Board held on Wednesday 16 March 2022.\n\n"
        "Amended since circulation:\n"
        "- Item 5, Annual Report: resolution: for “for 2020-22 be” read “for 2020-21 be”\n"
        "  - amendment 1, by Dawn Example: A slip.\n"
    )


def test_the_hand_over_tells_corrections(table: Table, signing: SignOffService) -> None:
    sign(table, signing)
    text = table.item.draft.text
    signing.correct(
        table.item, quote_at(text, occurrences(text, "noted")[0]), "", "Not said.", "the next meeting"
    )
    told = hand_over(signing.gate(MEETING).view, ItemVersions(table.history))
    assert "- Item 5: leave out “noted”. Corrected at the next meeting: Not said." in told


def test_the_hand_over_tells_only_the_corrected_words_that_differ(
    table: Table, signing: SignOffService
) -> None:
    sign(table, signing)
    text = table.item.draft.text
    start = occurrences(text, "2020-22")[0].start
    line = text[text.rfind("\n", 0, start) + 1 : text.index("\n", start)]
    quote = quote_at(text, occurrences(text, line)[0])
    signing.correct(table.item, quote, line.replace("2020-22", "2020-21"), "A slip.", "the next meeting")
    told = hand_over(signing.gate(MEETING).view, ItemVersions(table.history))
    assert "- Item 5: for “2020-22” read “2020-21”. Corrected at the next meeting: A slip." in told


def test_nothing_is_signed_in_a_book_that_is_read_only(table: Table, signing: SignOffService) -> None:
    approve_all(table)
    table.history.read_only = "Two versions are being merged."
    assert signing.why_not_sign(MEETING) == "Two versions are being merged."
    with pytest.raises(Refusal, match="being merged"):
        signing.sign(signing.gate(MEETING))


@pytest.mark.parametrize(
    ("path", "item"),
    [
        ("book.yaml", None),
        (f"{MEETING.id}/meeting.yaml", None),
        (f"{MEETING.id}/acts/20220320T101502Z-reopening-7f3a91c2.yaml", None),
        (f"{MEETING.id}/{ITEM.id}/acts/20220320T101502Z-objection-7f3a91c2.yaml", ITEM),
        (f"{MEETING.id}/07-taken-away/minutes.md", None),
    ],
)
def test_what_stands_otherwise_here_than_for_the_others_blocks(
    table: Table, signing: SignOffService, path: str, item: Item | None
) -> None:
    approve_all(table)
    table.history.loose = (path, f"{MEETING.id}/{ITEM.id}/minutes.md~", f"{MEETING.id}/.DS_Store")
    (block,) = signing.gate(MEETING).blocks
    assert block.item == item
    assert block.sentence.startswith(f"{path} was changed, added or taken away by another program")
    with pytest.raises(Refusal, match="others do not have it"):
        signing.sign(signing.gate(MEETING))


def test_the_agenda_and_the_policy_are_signed_as_the_history_has_them(
    table: Table, signing: SignOffService
) -> None:
    approve_all(table)
    table.history.tip["book.yaml"] = b"approval:\n"
    signing.sign(signing.gate(MEETING))
    assert FileChange("book.yaml", b"approval:\n", b"approval:\n") in table.history.commits[-1][0]


def test_a_tag_that_another_computer_must_have_is_not_used_again(
    table: Table, signing: SignOffService
) -> None:
    sign(table, signing)
    signing.reopen(MEETING, "Late.")
    table.history.tagged.clear()
    signing.sign(signing.gate(MEETING))
    assert [tag.name for tag, _ in table.history.tagged] == [f"{TAG}.2"]


def test_an_item_that_came_after_the_sign_off_is_not_what_was_signed(
    table: Table, signing: SignOffService
) -> None:
    act = sign(table, signing)
    assert table.reading.meeting(MEETING).approved == 2
    table.book.acts[""] = [replace(act, items=act.items[:1])]
    views = table.reading.meeting(MEETING).items
    assert [view.state.differs_from_signed for view in views] == [False, True]
    assert table.reading.meeting(MEETING).approved == 1


def test_of_two_sign_offs_made_apart_the_one_that_differs_is_told(
    table: Table, signing: SignOffService
) -> None:
    act = sign(table, signing)
    other = replace(act.items[0], text_digest=f"v1:{'0' * 64}")
    apart = replace(act, id="apart", at=act.at - dt.timedelta(days=1), items=(other, *act.items[1:]))
    table.book.acts[""] = [apart, act]
    assert table.item.state.differs_from_signed


def test_what_was_edited_since_it_was_signed_is_not_corrected(table: Table, signing: SignOffService) -> None:
    sign(table, signing)
    table.book.texts[table.item.draft.path] = TEXT.replace("2020-22", "2020-23")
    text = table.item.draft.text
    quote = quote_at(text, occurrences(text, "2020-23")[0])
    with pytest.raises(Refusal, match="not what was signed off any more"):
        signing.correct(table.item, quote, "2020-21", "A slip.", "April")


def test_one_person_under_two_names_approves_as_one(table: Table, signing: SignOffService) -> None:
    table.review.approve(table.item)
    approval = table.book.acts[ITEM.id][-1]
    later = replace(approval, id="later", at=approval.at + dt.timedelta(days=1))
    table.book.acts[ITEM.id].append(replace(later, by=Reviewer("Dawn Married", approval.by.email.upper())))
    assert signing.gate(MEETING).items[0].approved_by == ("Dawn Married",)


def test_an_objection_recorded_while_signing_stops_it(
    table: Table, signing: SignOffService, monkeypatch: pytest.MonkeyPatch
) -> None:
    approve_all(table)
    seen, read = signing.gate(MEETING), signing.gate

    def read_just_before_another_acts(meeting: Meeting) -> SignOffGate:
        gate = read(meeting)
        table.history.who = ALEX
        table.review.object(table.item, "Not what was said.")
        return gate

    monkeypatch.setattr(signing, "gate", read_just_before_another_acts)
    with pytest.raises(Refusal, match="Something was recorded"):
        signing.sign(seen)
    assert table.history.tagged == []
