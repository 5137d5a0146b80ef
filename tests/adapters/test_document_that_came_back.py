"""Minutes that went out as a Word document, were worked over there and come back, though they moved on."""

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from review_tui.adapters.exporters.exporter_table import ExporterTable
from review_tui.adapters.importers import tracked_document
from review_tui.adapters.importers.docx_tracked_text import docx_tracked_text
from review_tui.adapters.importers.odt_tracked_text import odt_tracked_text
from review_tui.adapters.importers.tracked_document import document_of
from review_tui.application.export import Look, export_minutes
from review_tui.application.export_past import ExportPast
from review_tui.application.item_versions import ItemVersions
from review_tui.application.returned_document import ReturnPlan, ReturnService
from review_tui.application.sync_ports import Watch
from review_tui.model.errors import Refusal
from review_tui.model.quotes import occurrences, quote_at
from tests.application.fakes import ALEX, DAWN, ITEM, MEETING, TEXT, Table, lay_table
from tests.word_hand import WordHand

NOW = dt.datetime(2022, 4, 1, tzinfo=dt.UTC)


@pytest.fixture
def table() -> Table:
    return lay_table()


class Post:
    """Sends the minutes out and takes them back."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.past = ExportPast(ItemVersions(table.history), table.reading)
        self.service = ReturnService(table.review, table.reading, table.history, self.past)

    def sent(self, look: Look = Look.CLEAN) -> WordHand:
        view = self.table.reading.meeting(MEETING)
        return WordHand(export_minutes(view, ExporterTable(), "docx", self.past, look=look).data)

    def plan(self, hand: WordHand) -> ReturnPlan:
        document = document_of(docx_tracked_text(hand.saved())[0])
        return self.service.plan(self.table.reading.meeting(MEETING), document, "back.docx", NOW)

    def back(self, hand: WordHand) -> ReturnPlan:
        plan = self.plan(hand)
        assert len(list(self.service.record(plan))) == plan.acts
        return plan


@pytest.fixture
def post(table: Table) -> Post:
    return Post(table)


def text(post: Post) -> str:
    return post.table.item.draft.text


def test_what_was_not_touched_brings_nothing(post: Post) -> None:
    for look in Look:
        plan = post.plan(post.sent(look))
        assert (plan.is_empty, plan.unplaced) == (True, ())


def test_an_open_document_with_changes_and_flags_that_was_not_touched_brings_nothing(post: Post) -> None:
    post.table.review.amend(post.table.item, f"{TEXT}\nAnd\n\n- one\n- two\n", "More.")
    flag_it(post)
    view = post.table.reading.meeting(MEETING)
    raw = export_minutes(view, ExporterTable(), "odt", post.past, look=Look.REDLINE).data
    plan = post.service.plan(view, document_of(odt_tracked_text(raw)[0]), "back.odt", NOW)
    assert (plan.is_empty, plan.unplaced, plan.already) == (True, (), 0)


def test_a_tracked_change_is_an_amendment_of_whoever_made_it(post: Post) -> None:
    hand = post.sent()
    hand.change("2020-22", "2020-21")
    post.back(hand)
    assert text(post) == TEXT.replace("2020-22", "2020-21")
    entry, _ = post.table.history.entries[-1]
    assert (entry.by.name, entry.by.email) == ("Jane Reader", "jane-reader@unknown.invalid")
    assert entry.at == dt.datetime(2022, 3, 21, 9, 30, tzinfo=dt.UTC)
    assert (entry.reason, dict(entry.trailers)["Recorded-by"]) == ("Changed in back.docx.", str(DAWN))


def test_somebody_whom_the_book_knows_is_known_by_name(post: Post) -> None:
    post.table.book.policy = {"reviewers": [{"name": ALEX.name, "email": ALEX.email}]}
    hand = post.sent()
    hand.author = "alex  example"
    hand.change("2020-22", "2020-21")
    assert not post.back(hand).people
    assert post.table.history.entries[-1][0].by == ALEX


def test_a_change_nobody_tracked_is_that_of_whoever_takes_it_in(post: Post) -> None:
    hand = post.sent()
    hand.type_over("2020-22", "2020-21")
    post.back(hand)
    entry, _ = post.table.history.entries[-1]
    assert (entry.by, entry.reason) == (DAWN, "Changed in back.docx, without tracking.")


def test_it_is_placed_though_the_minutes_moved_on(post: Post) -> None:
    hand = post.sent()
    hand.change("2020-22", "2020-21")
    hand.comment("noted", "By whom?")
    moved_on = f"Alex spoke first.\n\n{TEXT}".replace("covers", "spans")
    post.table.review.amend(post.table.item, moved_on, "Order.")
    post.back(hand)
    assert text(post) == moved_on.replace("2020-22", "2020-21")
    (made,) = (thread.flag for thread in post.table.item.state.flags)
    assert (made.by.name, made.comment, made.quote.quote) == ("Jane Reader", "By whom?", "noted")


def test_what_was_changed_here_in_the_same_words_is_told_and_left(post: Post) -> None:
    hand = post.sent()
    hand.change("2020-22", "2020-21")
    post.table.review.amend(post.table.item, TEXT.replace("2020-22", "2019-20"), "As the notes have it.")
    plan = post.plan(hand)
    assert plan.is_empty
    (lost,) = plan.unplaced
    assert (lost.item, lost.by) == ("5", "Jane Reader")
    assert lost.sentence.startswith("“2020-22” to “2020-21”: the minutes read otherwise here by now")


def test_what_is_not_taken_is_told_word_for_word(post: Post) -> None:
    hand = post.sent()
    hand.change("the report", "our account")
    hand.change("be noted", "be welcomed")
    post.table.review.amend(post.table.item, TEXT.replace("the report for", "the paper on"), "Better.")
    (lost,) = post.plan(hand).unplaced
    assert lost.sentence.startswith(
        "resolution: for “That the report for” read “That our account for”; "
        "for “2020-22 be noted” read “2020-22 be welcomed”: the minutes read otherwise"
    )


def test_between_two_acts_it_can_be_stopped_and_the_others_come_another_time(post: Post) -> None:
    hand = post.sent()
    hand.change("2020-22", "2020-21")
    hand.comment("noted", "By whom?")
    plan, told = post.plan(hand), list[str]()
    watch = Watch(told.append, lambda: bool(told))
    assert (plan.acts, len(list(post.service.record(plan, watch))), told) == (2, 1, ["Recording, 1 of 2"])
    again = post.back(hand)
    assert (again.acts, again.already) == (1, 1)


def test_what_stands_here_already_is_not_done_twice(post: Post) -> None:
    hand = post.sent()
    hand.change("2020-22", "2020-21")
    hand.comment("noted", "By whom?")
    post.back(hand)
    plan = post.plan(hand)
    assert (plan.is_empty, plan.already, plan.unplaced) == (True, 1, ())


def test_what_went_out_tracked_is_known_when_it_comes_back(post: Post) -> None:
    flag_it(post)
    post.table.review.amend(post.table.item, TEXT.replace("2020-22", "2020-21"), "A slip.")
    hand = post.sent(Look.REDLINE)
    hand.change("be noted", "be received")
    plan = post.back(hand)
    assert [each.what for each in plan.amendments] == ["“noted” to “received”"]
    assert (plan.flags, plan.unplaced) == ((), ())
    assert text(post) == TEXT.replace("2020-22", "2020-21").replace("noted", "received")


def test_an_answer_to_a_flag_that_went_out_is_a_reply(post: Post) -> None:
    flag_it(post)
    hand = post.sent(Look.REDLINE)
    hand.comment("", "Certain.", answers=0)
    post.back(hand)
    (flag,) = post.table.item.state.flags
    assert [(reply.by.name, reply.comment) for reply in flag.replies] == [("Jane Reader", "Certain.")]


def test_a_comment_of_two_paragraphs_is_no_answer_where_a_program_names_no_paragraphs(post: Post) -> None:
    hand = post.sent()
    hand.comment("noted", "By whom?")
    hand.comment("covers", "All of it?")
    comments = hand._parts["word/comments.xml"].decode()
    more = "All of it?</w:t></w:r></w:p><w:p><w:r><w:t>Or a part?"
    hand._parts["word/comments.xml"] = comments.replace("All of it?", more).encode()
    plan = post.plan(hand)
    assert [(flag.comment, flag.replies) for flag in plan.flags] == [
        ("By whom?", ()),
        ("All of it?\nOr a part?", ()),
    ]


def test_comments_with_answers_are_flags_with_replies(post: Post) -> None:
    hand = post.sent()
    first = hand.comment("noted", "Wording: “Received”?")
    hand.author = "Olu Officer"
    hand.comment("", "No.", answers=first)
    post.back(hand)
    (thread,) = post.table.item.state.flags
    assert (thread.flag.kind, thread.flag.comment) == ("wording", "“Received”?")
    assert [(reply.by.name, reply.comment) for reply in thread.replies] == [("Olu Officer", "No.")]


def test_answers_are_told_by_their_place_where_a_program_keeps_no_threads(post: Post) -> None:
    hand = post.sent()
    first = hand.comment("noted", "Right?")
    hand.date = "2022-03-22T09:30:00Z"
    hand.comment("", "Yes.", answers=first)
    hand.drop("commentsExtended")
    (flag,) = post.plan(hand).flags
    assert (flag.comment, [reply.words for reply in flag.replies]) == ("Right?", ["Yes."])


def test_what_somebody_says_of_their_own_change_is_its_reason(post: Post) -> None:
    hand = post.sent()
    hand.change("2020-22", "2020-2021")
    hand.comment("2020-2021", "The report says so.")
    assert not post.back(hand).flags
    assert post.table.history.entries[-1][0].reason == "The report says so."
    again = post.plan(hand)
    assert (again.is_empty, again.already, again.unplaced) == (True, 1, ())


@pytest.mark.parametrize(
    ("author", "words", "said"),
    [
        ("Jane Reader", "2020-2021", "Or 2020-22?"),
        ("Olu Officer", "2020-2021", "No."),
        ("Jane Reader", "noted", "No."),
    ],
    ids=["a question", "of another", "beside it"],
)
def test_what_is_no_reason_of_a_change_stays_a_flag(post: Post, author: str, words: str, said: str) -> None:
    hand = post.sent()
    hand.change("2020-22", "2020-2021")
    hand.author = author
    hand.comment(words, said)
    (flag,) = post.back(hand).flags
    assert (flag.comment, flag.quote) == (said, words)


def test_a_comment_on_a_heading_stands_at_the_beginning_of_its_item(post: Post) -> None:
    hand = post.sent()
    hand.comment("5. Annual Report", "Is this all?")
    (flag,) = post.plan(hand).flags
    assert (flag.item, flag.span, flag.quote) == (ITEM.id, flag.span.moved(0), "")


def test_what_is_of_no_item_is_told(post: Post) -> None:
    hand = post.sent()
    hand.change("Board", "Committee")
    hand.comment("Draft minutes, not signed off.", "When?")
    plan = post.plan(hand)
    assert plan.is_empty
    assert {lost.sentence.split("“")[0] for lost in plan.unplaced} == {
        "before the first item it says ",
        "the comment ",
    }


def test_a_heading_that_was_reworded_is_told_and_stays(post: Post) -> None:
    hand = post.sent()
    hand.change("Annual Report", "Annual Reports")
    plan = post.plan(hand)
    assert plan.is_empty
    (lost,) = plan.unplaced
    assert (lost.item, lost.by) == ("5", "Jane Reader")
    assert lost.sentence.startswith("its heading says “5. Annual Reports” there")


def test_a_comment_that_was_marked_as_done_closes_no_flag_and_is_told(post: Post) -> None:
    quote = quote_at(TEXT, occurrences(TEXT, "covers")[0])
    post.table.review.flag(post.table.item, quote, "wording", "All of it?")
    hand = post.sent(Look.REDLINE)
    hand.comment("noted", "By whom?")
    threads = hand._parts["word/commentsExtended.xml"]
    hand._parts["word/commentsExtended.xml"] = threads.replace(b'w15:done="0"', b'w15:done="1"')
    plan = post.plan(hand)
    (flag,) = post.table.item.state.flags
    known, fresh = (lost.sentence for lost in plan.unplaced)
    assert known == (
        f"the comment “Wording: All of it?” is marked as done there; if it is: "
        f"`review-tui settle {flag.flag.id}`."
    )
    assert fresh.endswith("it becomes a flag that is open all the same.")
    assert [made.comment for made in plan.flags] == ["By whom?"]


def test_a_passage_divided_or_joined_without_tracking_is_one_change_and_taken_once(post: Post) -> None:
    whole, halves = f"{TEXT.strip()} Nobody spoke.\n", f"{TEXT.strip()}\n\nNobody spoke.\n"
    post.table.review.amend(post.table.item, whole, "More.")
    for after in (halves, whole):
        hand = post.sent()
        if after == halves:
            hand.type_over("Nobody spoke.", "Nobody spoke.")  # in a run of its own now
            own = '<w:r><w:t xml:space="preserve">Nobody'
            hand.xml = hand.xml.replace(own, f"</w:p><w:p>{own}")
        else:
            hand.xml = re.sub(r"</w:t></w:r></w:p><w:p>(?:(?!</w:p>).)*Nobody", " Nobody", hand.xml)
        assert [len(post.back(hand).amendments), len(post.plan(hand).amendments)] == [1, 0]
        assert text(post) == after


@pytest.mark.parametrize("is_tracked", [True, False])
def test_a_passage_that_was_moved_is_one_change_whatever_became_of_its_words_here(
    post: Post, is_tracked: bool
) -> None:
    first, second = TEXT.split("\n\n")
    hand = post.sent()
    if is_tracked:
        hand.delete_paragraph(first)
        hand.add_paragraph_after("be noted.", first)
    else:
        parts = re.split(f"(<w:p>(?:(?!</w:p>).)*{re.escape(first)}.*?</w:p>)(<w:p>.*?</w:p>)", hand.xml)
        assert second.strip() in parts[2]
        hand.xml = parts[0] + parts[2] + parts[1] + parts[3]
    post.table.review.amend(post.table.item, TEXT.replace("covers", "spans"), "Better.")
    assert [len(post.back(hand).amendments), len(post.plan(hand).amendments)] == [1, 0]
    assert text(post) == f"{second.strip()}\n\n{first.replace('covers', 'spans')}\n"


def test_what_was_changed_beside_no_item_is_told_with_its_author(post: Post) -> None:
    hand = post.sent()
    end = hand.xml.rindex("<w:p>", 0, hand.xml.index("review_tui_end"))
    heading = '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>7. More</w:t></w:r></w:p>'
    words = '<w:p><w:r><w:t xml:space="preserve">None was raised.</w:t></w:r></w:p>'
    hand.xml = hand.xml[:end] + heading + words + hand.xml[end:]
    hand.change("None was", "Nothing was")
    plan = post.plan(hand)
    assert plan.is_empty
    assert [(lost.by, lost.sentence.partition(":")[0]) for lost in plan.unplaced] == [
        ("", "“7. More” and what stands below it is of no item of the book."),
        ("Jane Reader", "what was changed at “Nothing was raised.”"),
    ]


def test_a_table_whose_rows_would_not_fit_is_told_once_and_left(post: Post) -> None:
    table = "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n"
    post.table.review.amend(post.table.item, table, "A table.")
    hand = post.sent()
    hand.type_over("4", "5")
    for row in re.findall(r"<w:tr>.*?</w:tr>", hand.xml)[:2]:
        cell = re.findall(r"<w:tc>.*?</w:tc>", row)[1]
        hand.xml = hand.xml.replace(row, row.replace(cell, ""), 1)
    plan = post.back(hand)
    assert text(post) == table.replace("4", "5")
    assert [lost.sentence.split(":")[0] for lost in plan.unplaced] == [
        "a table has more or fewer cells in a row than in others then"
    ]


def test_where_a_heading_is_gone_the_items_around_it_are_left_alone(post: Post) -> None:
    hand = post.sent()
    hand.type_over("6. Loneliness", "Something else")
    hand.forget_bookmark("review_tui_item_2")
    hand.change("2020-22", "2020-21")
    with pytest.raises(Refusal, match="None of the items"):
        post.plan(hand)


def test_without_what_was_noted_in_it_the_words_tell(post: Post) -> None:
    hand = post.sent()
    hand.forget_origin()
    hand.change("2020-22", "2020-21")
    post.table.review.amend(post.table.item, TEXT.replace("covers", "spans"), "Better.")
    post.back(hand)
    assert text(post) == TEXT.replace("covers", "spans").replace("2020-22", "2020-21")


def test_signed_minutes_are_left_as_they_are(post: Post, sign: Callable[[Table], None]) -> None:
    hand = post.sent()
    hand.change("2020-22", "2020-21")
    sign(post.table)
    plan = post.plan(hand)
    assert plan.is_empty
    assert "nothing is changed: " in plan.unplaced[0].sentence


def flag_it(post: Post) -> None:
    view = post.table.item
    quote = quote_at(view.draft.text, occurrences(view.draft.text, "2020-22")[0])
    post.table.review.flag(view, quote, "date", "Right?")


@pytest.fixture
def sign() -> Callable[[Table], None]:
    def signs(table: Table) -> None:
        for item in table.reading.meeting(MEETING).items:
            table.review.approve(item)
        table.sign_off.sign(table.sign_off.gate(MEETING))

    return signs


def test_more_comments_than_anybody_answers_are_refused_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, post: Post
) -> None:
    monkeypatch.setattr(tracked_document, "_MOST_MARKS", 1)
    hand = post.sent()
    hand.comment("noted", "Right?")
    hand.change("2020-22", "2020-2021")
    (tmp_path / "a.docx").write_bytes(hand.saved())
    with pytest.raises(Refusal, match="there are 2 changes and comments in this, too many"):
        tracked_document.tracked_document(tmp_path / "a.docx")
