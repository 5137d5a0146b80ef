import datetime as dt
import os
from pathlib import Path

import pytest

from review_tui.adapters.book import BookFiles
from review_tui.application.ports import Files
from review_tui.model.acts import Approval, Flag, OtherAct, SignOff
from review_tui.model.errors import Refusal, UnusableBook
from review_tui.model.meeting import Item, Meeting, Problem
from review_tui.model.people import Attendee, Reviewer
from review_tui.model.quotes import Quote
from review_tui.model.text import digest

BOARD = "2022-03-16-board"
ITEM = "05-annual-report"
DAWN = Reviewer("Dawn Example", "dawn@example.org")
AT = dt.datetime(2022, 3, 20, 10, 15, 2, tzinfo=dt.UTC)
MEETING = """\
# a comment that stays
body: Health and Wellbeing Board
date: 2022-03-16
start: 09:00
venue: Council Chamber
chair: Cllr Anna Poole
present:
  - Chris Edwards
  - name: Laura Gough
    role: Head of Safeguarding
apologies: []
quorum: 4
items:
  - id: 05-annual-report
    number: "5"
    title: Annual Report
    presenter: Laura Gough
    exempt: true
    colour: blue
"""


@pytest.fixture
def book(tmp_path: Path) -> Path:
    item = tmp_path / "drafts" / BOARD / ITEM
    (item / "notes").mkdir(parents=True)
    (item.parent / "meeting.yaml").write_text(MEETING)
    (item / "minutes.md").write_text("Resolved: noted.\n")
    (item / "notes" / "clerk.md").write_text("noted\n")
    return tmp_path / "drafts"


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def add_meeting(book: Path, name: str, text: str) -> None:
    write(book / name / "meeting.yaml", text)


def add_act(book: Path, files: BookFiles, item: str, act: Flag | Approval | SignOff) -> Path:
    change = files.act_file(BOARD, item, act)
    path = book / change.path
    path.parent.mkdir(exist_ok=True)
    assert change.new is not None
    path.write_bytes(change.new)
    return path


def test_a_meeting_is_read_as_it_is_written(book: Path) -> None:
    files: Files = BookFiles(book)
    assert files.name == "drafts"
    assert files.meetings() == (
        (
            Meeting(
                id=BOARD,
                body="Health and Wellbeing Board",
                date=dt.date(2022, 3, 16),
                start="09:00",
                venue="Council Chamber",
                chair="Cllr Anna Poole",
                present=(Attendee("Chris Edwards"), Attendee("Laura Gough", "Head of Safeguarding")),
                items=(
                    Item(
                        id=ITEM,
                        number="5",
                        title="Annual Report",
                        presenter="Laura Gough",
                        exempt=True,
                        extra=(("colour", "blue"),),
                    ),
                ),
                extra=(("quorum", "4"),),
            ),
        ),
        (),
    )


def test_meetings_stand_by_date_whatever_their_folders_are_called(book: Path) -> None:
    add_meeting(book, "a-later-one", "body: Board\ndate: 2022-04-20\n")
    add_meeting(book, "z-first-one", "body: Board\ndate: 2021-12-01\n")
    assert [meeting.id for meeting in BookFiles(book).meetings()[0]] == ["z-first-one", BOARD, "a-later-one"]


def test_folders_and_files_that_are_no_meeting_are_let_be(book: Path) -> None:
    write(book / "templates" / "letter.md", "Dear")
    write(book / "README.md", "hello")
    write(book / ".git" / "meeting.yaml", "x")
    write(book / BOARD / "agenda.pdf", "%PDF")
    write(book / BOARD / "papers" / "report.md", "a paper")
    meetings, problems = BookFiles(book).meetings()
    assert [meeting.id for meeting in meetings] == [BOARD]
    assert problems == ()


@pytest.mark.parametrize(
    ("date", "said", "line"),
    [
        ("date: 16 March 2022", "“16 March 2022”. Write it as year-month-day, such as date: 2022-03-16.", 2),
        ("date: 2022-02-30", "2022-02-30, and there is no such day. Write it as", 2),
        ("date: 20220316", "“20220316”. Write it as", 2),
        ("date:", "`date` is missing. Write it as", 2),
        ("date: [2022-03-16]", "`date` is missing. Write it as", 2),
        ("venue: here", "`date` is missing. Write it as", None),
    ],
)
def test_a_meeting_without_a_date_is_told_what_to_write(
    book: Path, date: str, said: str, line: int | None
) -> None:
    add_meeting(book, "undated", f"body: Board\n{date}\n")
    meetings, problems = BookFiles(book).meetings()
    assert [meeting.id for meeting in meetings] == [BOARD]
    assert [(problem.file, problem.line) for problem in problems] == [("undated/meeting.yaml", line)]
    assert said in problems[0].sentence


def test_a_broken_meeting_does_not_hide_the_others(book: Path) -> None:
    add_meeting(book, "broken", "body: Board: of what\n")
    (book / "latin").mkdir()
    (book / "latin" / "meeting.yaml").write_bytes(b"date: 2022-03-16\nbody: Caf\xe9\n")
    (book / "folder" / "meeting.yaml").mkdir(parents=True)
    meetings, problems = BookFiles(book).meetings()
    assert [meeting.id for meeting in meetings] == [BOARD]
    assert [(problem.file, problem.line) for problem in problems] == [
        ("broken/meeting.yaml", 1),
        ("folder/meeting.yaml", None),
        ("latin/meeting.yaml", 2),
    ]


def test_all_that_is_wrong_with_a_meeting_is_told_at_once_and_kept(book: Path) -> None:
    text = """\
date: 2022-03-16
venue: [here, there]
chair: {name: Anna, party: none}
present: everybody
apologies:
  - {role: Mayor}
  - {name: Bo, absent: ill}
items:
  - title: No id
  - id: ../05-annual-report
  - id: 05-a
    exempt: perhaps
  - id: 05-a
"""
    add_meeting(book, "2022-03-16-untidy-board", text)
    write(book / "2022-03-16-untidy-board" / "05-a" / "minutes.md", "x")
    (meeting,) = [m for m in BookFiles(book).meetings()[0] if m.id != BOARD]
    problems = BookFiles(book).meetings()[1]
    assert [(problem.line, problem.sentence.split(".")[0]) for problem in problems] == [
        (None, "`body` is missing"),
        (2, "`venue` should be words on one line"),
        (4, "`present` should be a list: one line for each, beginning with “- ”"),
        (6, "This entry of `apologies` should be a name, or have `name` and `role`"),
        (9, "This item has no `id`"),
        (10, "“"),
        (12, "`exempt` should be true or false; taken as true"),
        (13, "The item “05-a” is listed twice"),
    ]
    assert meeting.body == "Untidy board"
    assert meeting.chair == "Anna"
    assert meeting.apologies == (Attendee("Bo"),)
    assert meeting.items == (Item(id="05-a", number="5", title="A", exempt=True),)
    assert meeting.extra == (
        ("venue", ["here", "there"]),
        ("chair", {"name": "Anna", "party": "none"}),
        ("present", "everybody"),
        ("apologies", {"role": "Mayor"}),
        ("apologies", {"name": "Bo", "absent": "ill"}),
        ("items", {"title": "No id"}),
        ("items", {"id": "../05-annual-report"}),
        ("items", {"id": "05-a"}),
    )


def test_agenda_and_folders_are_compared(book: Path) -> None:
    write(book / BOARD / "meeting.yaml", MEETING + "  - id: 06-loneliness\n  - id: 07-empty\n")
    (book / BOARD / "07-empty").mkdir()
    write(book / BOARD / "08_any other-business" / "minutes.md", "None.")
    (meeting,), problems = BookFiles(book).meetings()
    assert [item.id for item in meeting.items] == [
        ITEM,
        "06-loneliness",
        "07-empty",
        "08_any other-business",
    ]
    assert meeting.items[-1] == Item(id="08_any other-business", number="8", title="Any other business")
    assert [(problem.file, problem.sentence.split(".")[0]) for problem in problems] == [
        (f"{BOARD}/meeting.yaml", "The agenda lists “06-loneliness”, but there is no such folder"),
        (f"{BOARD}/07-empty/minutes.md", "There are no minutes of this item yet"),
        (f"{BOARD}/08_any other-business", "This item is not on the agenda"),
    ]
    assert BookFiles(book).draft(BOARD, "08_any other-business").text == "None."


def test_a_meeting_that_was_changed_is_read_again(book: Path) -> None:
    files = BookFiles(book)
    assert files.meetings()[0][0].venue == "Council Chamber"
    write(book / BOARD / "meeting.yaml", MEETING.replace("Council Chamber", "Town Hall"))
    assert files.meetings()[0][0].venue == "Town Hall"


def test_a_book_that_is_gone_is_unusable(tmp_path: Path) -> None:
    with pytest.raises(UnusableBook, match="This is not there"):
        BookFiles(tmp_path / "nowhere").meetings()


def test_the_policy_of_the_book_is_read(book: Path) -> None:
    files = BookFiles(book)
    assert files.policy_fields() == {}
    write(book / "book.yaml", "reviewers:\n  - name: Dawn\n    email: dawn@example.org\n")
    assert files.policy_fields() == {"reviewers": [{"name": "Dawn", "email": "dawn@example.org"}]}
    assert files.meetings()[1] == ()


def test_a_policy_that_can_not_be_read_is_a_problem(book: Path) -> None:
    write(book / "book.yaml", "reviewers: []\nreviewers: []\n")
    files = BookFiles(book)
    assert files.policy_fields() == {}
    assert files.meetings()[1] == (
        Problem("book.yaml", "“reviewers” stands here twice. Keep one of the two.", 2),
    )
    assert [meeting.id for meeting in files.meetings()[0]] == [BOARD]


def test_an_act_is_a_new_file_named_after_what_it_is(book: Path) -> None:
    sign_off = SignOff(id="7f3a91c2", by=DAWN, at=AT)
    change = BookFiles(book).act_file(BOARD, "", sign_off)
    assert change.path == f"{BOARD}/acts/20220320T101502Z-sign-off-7f3a91c2.yaml"
    assert change.old is None
    assert change.new is not None
    assert change.new.startswith(b'act: sign-off\nid: "7f3a91c2"\n')
    approval = Approval(
        id="0012345678",
        by=DAWN,
        at=AT.astimezone(dt.timezone(dt.timedelta(hours=9))),
        text_digest=digest("x"),
    )
    assert (
        BookFiles(book).act_file(BOARD, ITEM, approval).path
        == f"{BOARD}/{ITEM}/acts/20220320T101502Z-approval-0012345678.yaml"
    )


@pytest.mark.parametrize(
    ("meeting", "item", "act"),
    [
        ("..", ITEM, SignOff(id="7f3a91c2", by=DAWN, at=AT)),
        (BOARD, "../other", SignOff(id="7f3a91c2", by=DAWN, at=AT)),
        (BOARD, ITEM, SignOff(id="../7f3a91c2", by=DAWN, at=AT)),
        (BOARD, ITEM, OtherAct(act="../evil", id="7f3a91c2", by=DAWN, at=AT)),
        (BOARD, ITEM, OtherAct(act="receipt", id="7f3a91c2", by=DAWN, at=AT, extra=(("a", "\udce9"),))),
    ],
)
def test_an_act_that_can_not_be_kept_is_refused(
    book: Path, meeting: str, item: str, act: SignOff | OtherAct
) -> None:
    with pytest.raises(Refusal):
        BookFiles(book).act_file(meeting, item, act)


def test_acts_are_read_back_oldest_first_and_those_of_the_meeting_apart(book: Path) -> None:
    files = BookFiles(book)
    flag = Flag(
        id="9f3a91c2", by=DAWN, at=AT, kind="date", comment="?", quote=Quote("a", "", "", digest("a"))
    )
    approval = Approval(id="7f3a91c2", by=DAWN, at=AT + dt.timedelta(days=1), text_digest=digest("a"))
    sign_off = SignOff(id="8f3a91c2", by=DAWN, at=AT)
    for item, act in ((ITEM, approval), (ITEM, flag), ("", sign_off)):
        add_act(book, files, item, act)
    assert files.draft(BOARD, ITEM).acts == (flag, approval)
    assert files.meeting_acts(BOARD) == ((sign_off,), ())


def test_an_act_that_can_not_be_understood_does_not_hide_the_others(book: Path) -> None:
    files = BookFiles(book)
    approval = Approval(id="7f3a91c2", by=DAWN, at=AT, text_digest=digest("a"))
    path = add_act(book, files, ITEM, approval)
    write(path.with_name("1-not-yaml.yaml"), "act: [\n")
    write(path.with_name("2-no-act.yaml"), "id: 7f3a91c2\n")
    write(path.with_name("README.md"), "let be")
    write(path.with_name(".hidden.yaml"), "let be")
    path.with_name("3-folder.yaml").mkdir()
    draft = files.draft(BOARD, ITEM)
    assert draft.acts == (approval,)
    assert [Path(problem.file).name for problem in draft.problems] == [
        "1-not-yaml.yaml",
        "2-no-act.yaml",
        "3-folder.yaml",
    ]
    assert (
        draft.problems[1].sentence == "This act can't be understood, so it does not count: `act` is missing."
    )


def test_two_acts_with_one_id_are_a_problem_and_both_count(book: Path) -> None:
    files = BookFiles(book)
    add_act(book, files, ITEM, Approval(id="7f3a91c2", by=DAWN, at=AT, text_digest=digest("a")))
    add_act(
        book,
        files,
        ITEM,
        Approval(id="7f3a91c2", by=DAWN, at=AT + dt.timedelta(days=1), text_digest=digest("a")),
    )
    draft = files.draft(BOARD, ITEM)
    assert len(draft.acts) == 2
    assert [Path(problem.file).name for problem in draft.problems] == [
        "20220321T101502Z-approval-7f3a91c2.yaml"
    ]
    assert "20220320T101502Z-approval-7f3a91c2.yaml" in draft.problems[0].sentence


def test_an_act_file_is_parsed_once_while_it_stays_the_same(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = BookFiles(book)
    path = add_act(book, files, ITEM, Approval(id="7f3a91c2", by=DAWN, at=AT, text_digest=digest("a")))
    before = files.draft(BOARD, ITEM).acts
    with monkeypatch.context() as patch:
        patch.setattr("review_tui.adapters.book.yaml_reader.read_yaml", None)
        assert files.draft(BOARD, ITEM).acts == before
    path.write_text("act: broken, now longer\n")
    assert files.draft(BOARD, ITEM).acts == ()
    path.unlink()
    assert files.draft(BOARD, ITEM).problems == ()


def test_a_fingerprint_differs_after_any_change_and_only_then(book: Path) -> None:
    files = BookFiles(book)
    item = book / BOARD / ITEM
    seen = [files.fingerprint(BOARD)]
    assert files.fingerprint(BOARD) == seen[0]

    def differs() -> bool:
        seen.append(files.fingerprint(BOARD))
        return seen[-1] not in seen[:-1]

    write(item / "minutes.md", "Resolved: not noted.\n")
    assert differs()
    write(item / "notes" / "slides.txt", "a slide")
    assert differs()
    (item / "acts").mkdir()
    assert differs()
    write(item / "acts" / "a.yaml", "")
    assert differs()
    (item / "notes" / "clerk.md").rename(item / "notes" / "clark.md")
    assert differs()
    write(item / ".minutes.md.swp", "vim")
    assert differs()
    write(item / ".minutes.md.swp", "vim is typing")
    assert not differs()
    write(book / BOARD / "meeting.yaml", MEETING + "\n")
    assert differs()
    same = write(book / "another.md", "x")
    assert not differs()
    same.rename(item / "minutes.md")
    assert differs()
    assert files.fingerprint("nowhere") == BookFiles(book).fingerprint("nowhere")
    assert files.fingerprint("..") == ()


def test_each_thing_that_changes_with_a_file_is_enough_to_notice_it(book: Path) -> None:
    files = BookFiles(book)
    minutes = book / BOARD / ITEM / "minutes.md"
    when = (1_600_000_000_000_000_000, 1_600_000_000_000_000_000)
    os.utime(minutes, ns=when)
    before = files.fingerprint(BOARD)
    text = minutes.read_text()

    os.utime(minutes, ns=(when[0], when[1] + 1))
    assert files.fingerprint(BOARD) != before
    os.utime(minutes, ns=when)
    assert files.fingerprint(BOARD) == before

    minutes.write_text(text + "more")
    os.utime(minutes, ns=when)
    assert files.fingerprint(BOARD) != before
    minutes.write_text(text)
    os.utime(minutes, ns=when)
    assert files.fingerprint(BOARD) == before

    write(book / "another.md", text).rename(minutes)
    os.utime(minutes, ns=when)
    assert files.fingerprint(BOARD) != before


def test_looking_changes_nothing(book: Path) -> None:
    def everything() -> dict[str, bytes]:
        return {str(p.relative_to(book)): p.read_bytes() for p in book.rglob("*") if p.is_file()}

    before = everything()
    files = BookFiles(book)
    files.meetings()
    files.draft(BOARD, ITEM)
    files.meeting_acts(BOARD)
    files.fingerprint(BOARD)
    assert everything() == before
