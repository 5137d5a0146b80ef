"""Several people, each with a copy of the book, and a hub: nothing is lost, and nobody has to know git."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import one_file
from tests.stories.office import MEETING, Office, Told, _named, item_id

REPORT = "The report for October, 2020-September, 2021 was received."
THANKS = "Members thanked the officers."
LONG = "The report was long."


class Desk(Office):
    """Somebody's own copy of the book."""

    def __init__(self, top: Path, who: str) -> None:
        super().__init__(top)
        self.who = who

    def runs(self, *words: str) -> Told:
        return self.does(self.who, *words)

    def done(self, *words: str) -> str:
        told = self.runs(*words)
        assert told.code == 0, told
        return told.out

    def amends(self, old: str, new: str, number: int = 5, reason: str = "A slip.") -> None:
        self.done("amend", str(number), "--replace", old, new, "--reason", reason)

    def syncs(self) -> str:
        return self.done("sync")

    def is_clean(self) -> bool:
        return self.git("status", "--porcelain") == ""


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    return tmp_path / "hub.git"


@pytest.fixture
def dawn(tmp_path: Path, hub: Path) -> Desk:
    """Dawn, who has founded the book and put it on the hub."""
    Office.founded(tmp_path / "dawn")
    desk = Desk(tmp_path / "dawn", "dawn")
    assert "1 act sent" in desk.done("hub", "--new", str(hub))
    return desk


@pytest.fixture
def alex(tmp_path: Path, dawn: Desk, hub: Path) -> Desk:
    """Alex, who has a copy."""
    desk = Desk(tmp_path / "alex", "alex")
    told = dawn.does("alex", "clone", str(hub), str(desk.top))
    assert str(desk.book) in told.out
    return desk


def test_two_people_work_apart_and_have_the_same_afterwards(dawn: Desk, alex: Desk, hub: Path) -> None:
    dawn.amends("2021 was", "2022 was")
    dawn.done("flag", "4", "--quote", "Howland", "--kind", "name", "--comment", "Spelt so?")
    alex.amends(THANKS, "Members warmly thanked the officers.")
    alex.amends("£310", "£311", 6)
    alex.done("approve", "4")
    assert "2 acts sent" in dawn.syncs()
    assert alex.syncs().splitlines() == [
        "Dawn Clerk amended item 5; flagged item 4.",
        "2 acts received, 3 acts sent.",
    ]
    assert dawn.syncs().splitlines() == [
        "Alex Officer amended items 5 and 6; approved item 4.",
        "3 acts received.",
    ]
    assert dawn.syncs().splitlines() == ["Nothing new: you and the others have the same."]
    assert dawn.git("rev-parse", "HEAD") == alex.git("rev-parse", "HEAD")
    assert dawn.git("rev-parse", "HEAD") == dawn.git("--git-dir", str(hub), "rev-parse", "main")
    assert "2022 was received.\n\nMembers warmly thanked" in dawn.minutes(5)
    assert len(dawn.act_files()) == 2
    assert dawn.is_clean()
    assert alex.is_clean()
    subject = dawn.git("log", "-1", "--format=%s").strip()
    assert subject == "Bring together Alex Officer's 3 acts and Dawn Clerk's 2"


def test_what_was_brought_together_is_nobodys_own_words(dawn: Desk, alex: Desk) -> None:
    dawn.amends("2021 was", "2022 was", reason="The period.")
    alex.amends("The report for October", "The annual report for October", reason="Its name.")
    dawn.syncs()
    alex.syncs()
    told = alex.asks("log", "5")["entries"]
    assert sorted(each["amendment"] for each in told if each["amendment"]) == [1, 2]
    said = alex.asks("blame", "5")["sentences"][0]
    wrote = {each["by"]["name"] for each in (said["entry"], *said["also"])}
    assert {"Dawn Clerk", "Alex Officer"} <= wrote
    assert all(each["subject"].startswith("Amend") for each in (said["entry"], *said["also"][:1]))


def test_an_approval_never_counts_for_words_that_only_a_merge_made(dawn: Desk, alex: Desk) -> None:
    dawn.amends("2021 was", "2022 was")
    assert dawn.does("ben", "approve", "5").code == 0
    alex.amends("The report for October", "The annual report for October")
    assert alex.does("ben", "approve", "5").code == 0
    dawn.syncs()
    alex.syncs()
    for desk in (dawn, alex):
        desk.syncs()
        (item,) = [i for i in desk.asks("status")["meetings"][0]["items"] if i["number"] == "5"]
        assert item["standing"] == "stale"


def test_the_same_words_are_settled_by_a_person_and_nothing_waits_for_it(dawn: Desk, alex: Desk) -> None:
    dawn.amends("2021 was", "2022 was", reason="As the notes say.")
    alex.amends("2021 was", "2023 was", reason="As the slides say.")
    dawn.syncs()
    told = alex.runs("sync")
    assert told.code == 1
    assert "changed by others and by you in the same words" in told.err
    assert "<<<" not in alex.minutes(5)
    assert alex.is_clean()
    alex.done("approve", "4")
    listed = alex.runs("settle")
    assert listed.code == 1
    for words in (REPORT, "2022 was", "2023 was", "As the notes say.", "As the slides say.", "Item 5"):
        assert words in listed.out
    assert "Settled" in alex.done(
        "settle", "--words", "The report for 2020 to 2022 was received.", "--reason", "Asked the chair."
    )
    assert "The report for 2020 to 2022 was received.\n" in alex.minutes(5)
    alex.syncs()
    dawn.syncs()
    assert dawn.tree() == alex.tree()
    assert "Asked the chair." in dawn.git("log", "-1", "--format=%b", "--merges")
    assert "Nothing is to be settled" in dawn.done("settle")


def test_an_answer_is_kept_while_others_go_on(dawn: Desk, alex: Desk) -> None:
    dawn.amends("2021 was", "2022 was")
    dawn.amends("£310", "£320", 6)
    alex.amends("2021 was", "2023 was")
    alex.amends("£310", "£330", 6)
    dawn.syncs()
    assert alex.runs("sync").code == 1
    assert "1 more to settle" in alex.done("settle", "--question", "1", "--take", "theirs")
    dawn.amends(LONG, "It was long.")
    dawn.syncs()
    assert alex.runs("sync").code == 1
    assert "Item 6" in alex.runs("settle").out
    alex.done("settle", "--take", "mine")
    alex.syncs()
    assert "2022 was" in alex.minutes(5)
    assert "It was long." in alex.minutes(5)
    assert "£330" in alex.minutes(6)
    assert (
        alex.done("log", "5")
        .splitlines()[1]
        .endswith("Brought together Alex Officer's 2 acts and Dawn Clerk's 3")
    )
    assert "Item 5, Annual Report: both had changed it; the wording of Dawn Clerk stands." in alex.done(
        "log", "5"
    )
    assert "Brought together" not in alex.done("log", "7")


def test_without_the_hub_the_work_goes_on_and_is_counted(dawn: Desk, alex: Desk, hub: Path) -> None:
    hub.rename(hub.with_name("away"))
    dawn.amends("2021 was", "2022 was")
    dawn.done("approve", "4")
    told = dawn.runs("sync", "--json")
    assert told.code == 1
    assert told.json["left_to_send"] == 2
    assert "2 acts still to be sent" in told.json["done"]
    assert told.json["offline"]
    hub.with_name("away").rename(hub)
    assert "2 acts sent" in dawn.syncs()
    assert "2 acts received" in alex.syncs()


def test_a_merge_that_plain_git_has_begun_is_taken_over(dawn: Desk, alex: Desk) -> None:
    dawn.amends("2021 was", "2022 was")
    dawn.amends("£310", "£320", 6)
    dawn.syncs()
    alex.amends("2021 was", "2023 was")
    alex.amends("£310", "£330", 6)
    alex.git("fetch", "--quiet")
    with pytest.raises(AssertionError):
        alex.git("merge", "--quiet", "origin/main", who="alex")
    assert "<<<<<<<" in alex.minutes(5)
    assert "review-tui settle" in alex.runs("approve", "4").err
    alex.write(f"{MEETING}/{item_id(6)}/minutes.md", "The balance stood at £1,250.\n\nAccounts of £340.\n")
    assert alex.runs("settle").out.count("Both began from") == 1
    alex.done("settle", "--take", "theirs")
    assert alex.is_clean()
    assert not (alex.top / ".git" / "MERGE_HEAD").exists()
    assert "2022 was" in alex.minutes(5)
    assert "£340" in alex.minutes(6)
    alex.syncs()
    dawn.syncs()
    assert dawn.tree() == alex.tree()


def test_words_that_are_not_recorded_yet_are_neither_lost_nor_sent(dawn: Desk, alex: Desk) -> None:
    dawn.amends("2021 was", "2022 was")
    dawn.syncs()
    path = f"{MEETING}/{item_id(5)}/minutes.md"
    alex.write(path, alex.minutes(5).replace(LONG, "Typed in an editor."))
    alex.syncs()
    assert "2022 was" in alex.minutes(5)
    assert "Typed in an editor." in alex.minutes(5)
    assert "Typed" not in alex.git("show", f"HEAD:drafts/{path}")
    dawn.amends("Members", "The members")
    dawn.syncs()
    alex.write(path, alex.minutes(5).replace("Members", "All members"))
    told = alex.runs("sync")
    assert told.code == 1
    assert "not recorded" in told.err
    assert "All members" in alex.minutes(5)


def test_nothing_that_the_repository_says_is_run(dawn: Desk, alex: Desk, tmp_path: Path) -> None:
    dawn.amends("2021 was", "2022 was")
    dawn.syncs()
    touched = tmp_path / "touched"
    program = f"touch {touched}; false"
    for key in (
        *(
            "core.sshCommand",
            "credential.helper",
            "core.askPass",
            "core.fsmonitor",
            "core.alternateRefsCommand",
        ),
        *("remote.origin.uploadpack", "remote.origin.receivepack", "core.editor", "core.gitProxy"),
    ):
        alex.git("config", key, f"!{program}" if key == "credential.helper" else program)
    for name in (
        "pre-push",
        "post-merge",
        "post-checkout",
        "pre-merge-commit",
        "post-rewrite",
        "post-index-change",
    ):
        hook = alex.top / ".git" / "hooks" / name
        hook.parent.mkdir(exist_ok=True)
        hook.write_text(f"#!/bin/sh\n{program}\n")
        hook.chmod(0o755)
    alex.done("programs", "--refuse")
    alex.amends("£310", "£311", 6)
    assert not touched.exists()
    assert "1 act received, 1 act sent" in alex.syncs()
    alex.git("config", "remote.origin.url", f"ext::sh -c touch% {touched}")
    assert alex.runs("sync").code == 1
    assert not touched.exists()


TWO_AT_ONCE = """
import os, sys
from pathlib import Path
from review_tui.composition import run
book, number = sys.argv[1:]
os.chdir(book)
for n in range(2):
    run(["flag", number, "--quote", "was taken", "--kind", "other", "--comment", f"{number} {n}"])
    code = run(["sync"])
    assert code == 0, code
"""


def test_two_programs_that_send_at_once_lose_nothing(dawn: Desk, alex: Desk) -> None:
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", TWO_AT_ONCE, str(desk.book), number],
            env={**os.environ, **_named(desk.who)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for desk, number in ((dawn, "8"), (alex, "9"))
    ]
    said = [program.communicate(timeout=300) for program in programs]
    assert [program.returncode for program in programs] == [0, 0], said
    dawn.syncs()
    alex.syncs()
    assert dawn.tree() == alex.tree()
    assert len(dawn.act_files()) == 4


@pytest.fixture
def small(dawn: Desk, alex: Desk) -> str:
    """A meeting of one item that both have approved and that can be signed off."""
    meeting = "2022-04-20-parish-council"
    dawn.write("book.yaml", "flags: {kinds: [legal]}\n")
    dawn.write(
        f"{meeting}/meeting.yaml",
        "body: Parish Council\ndate: 2022-04-20\nitems:\n  - {id: 01-roads, number: '1', title: Roads}\n",
    )
    dawn.write(f"{meeting}/01-roads/minutes.md", "The road was closed.\n")
    dawn.git("add", "--all")
    dawn.git("commit", "--quiet", "--message", "A small meeting", who="dawn")
    dawn.done("approve", f"{meeting}/01-roads")
    dawn.syncs()
    alex.syncs()
    return meeting


def test_of_two_sign_offs_apart_one_stands_and_both_are_told(dawn: Desk, alex: Desk, small: str) -> None:
    dawn.done("sign-off", small)
    alex.done("sign-off", small, "--statement", "By me too.")
    first = {desk: desk.git("rev-parse", f"minutes/{small}").strip() for desk in (dawn, alex)}
    assert "1 act sent" in dawn.syncs()
    told = alex.syncs()
    assert "was signed off twice" in told
    assert f"yours is “minutes/{small}.2” now" in told
    assert "was signed off twice" in dawn.syncs()
    for desk in (dawn, alex):
        assert desk.git("rev-parse", f"minutes/{small}").strip() == first[dawn]
        assert desk.git("tag", "--list").split() == [f"minutes/{small}", f"minutes/{small}.2"]
        status = desk.runs("status", small)
        assert "signed off by Dawn Clerk" in status.out
        assert "was signed off twice" in status.out + status.err
        (meeting,) = desk.runs("status", small, "--json").json["meetings"]
        assert meeting["signed_off"]["by"]["name"] == "Dawn Clerk"
        assert desk.runs("verify").code == 0
    assert alex.git("cat-file", "-t", first[alex]).strip() == "tag"
    assert alex.git("rev-parse", f"minutes/{small}.2^{{commit}}") == alex.git(
        "rev-parse", f"{first[alex]}^{{commit}}"
    )
    alex.git("fsck", "--strict")
    assert "Nothing new" in alex.syncs()


def test_it_goes_by_mail_as_well(dawn: Desk, alex: Desk, hub: Path, tmp_path: Path) -> None:
    hub.rename(hub.with_name("away"))
    for_alex, for_dawn = tmp_path / "for-alex", tmp_path / "for-dawn"
    dawn.amends("2021 was", "2022 was")
    alex.amends("The report for October", "The annual report for October")
    alex.done("flag", "4", "--quote", "Howland", "--kind", "name", "--comment", "Spelt so?")
    assert "1 act packed" in dawn.done("pack", str(for_alex))
    assert "Dawn Clerk amended item 5." in alex.done("unpack", str(for_alex))
    alex.done("pack", str(for_dawn))
    assert "Alex Officer amended item 5; flagged item 4." in dawn.done("unpack", str(for_dawn))
    assert dawn.git("rev-parse", "HEAD") == alex.git("rev-parse", "HEAD")
    assert "Nothing new" in dawn.done("unpack", str(for_dawn))
    dawn.amends(LONG, "It was long.")
    dawn.done("pack", str(for_alex))
    ben = Desk(tmp_path / "ben", "ben")
    dawn.done("pack", str(tmp_path / "whole"), "--all")
    assert dawn.does("ben", "clone", str(tmp_path / "whole"), str(ben.top)).code == 0
    assert ben.tree() == dawn.tree()
    for_alex.write_bytes(for_alex.read_bytes()[:-40])
    assert "can't be read" in alex.runs("unpack", str(for_alex)).err
    (tmp_path / "letter").write_text("Dear Alex")
    assert "no packed work" in alex.runs("unpack", str(tmp_path / "letter")).err


def test_a_file_that_one_takes_away_and_the_other_changes_is_asked_about_as_a_whole(
    dawn: Desk, alex: Desk
) -> None:
    notes = f"{MEETING}/{item_id(5)}/notes/clerk.md"
    dawn.git("rm", "--quiet", f"drafts/{notes}")
    dawn.git("commit", "--quiet", "--message", "No notes", who="dawn")
    dawn.syncs()
    alex.write(notes, "- Annual Report\n- the period ends in 2021\n")
    alex.git("commit", "--quiet", "--all", "--message", "More notes", who="alex")
    assert alex.runs("sync").code == 1
    assert "(taken out)" in alex.runs("settle").out
    assert "has to be taken as it is" in alex.runs("settle", "--words", "x", "--reason", "y").err
    alex.done("settle", "--take", "mine")
    alex.syncs()
    dawn.syncs()
    assert "ends in 2021" in (dawn.book / notes).read_text()
    assert dawn.is_clean()


def test_the_agenda_and_the_rules_merge_by_key(dawn: Desk, alex: Desk) -> None:
    agenda = dawn.book / MEETING / "meeting.yaml"
    for desk, old, new in (
        (dawn, "body: Parish", "venue: The hall\nbody: Parish"),
        (alex, "Finance", "Money"),
    ):
        path = desk.book / MEETING / "meeting.yaml"
        path.write_text(path.read_text().replace(old, new))
        desk.git("commit", "--quiet", "--all", "--message", f"{new} in the agenda", who=desk.who)
    dawn.syncs()
    alex.syncs()
    dawn.syncs()
    assert "venue: The hall\n" in agenda.read_text()
    assert "title: Money" in agenda.read_text()


def test_what_the_hub_refuses_is_said_and_stays_here(dawn: Desk, hub: Path) -> None:
    (hub / "hooks").mkdir(exist_ok=True)
    (hub / "hooks" / "pre-receive").write_text(
        "#!/bin/sh\necho 'The board is on \033[31mleave.' >&2\nexit 1\n"
    )
    (hub / "hooks" / "pre-receive").chmod(0o755)
    dawn.amends("2021 was", "2022 was")
    told = dawn.runs("sync")
    assert told.code == 1
    assert "refuses what you would send" in told.err
    assert "The board is on" in told.err
    assert "\033" not in told.err
    assert "1 act still to be sent" in dawn.runs("status").out


def test_another_book_is_not_mixed_in(dawn: Desk, tmp_path: Path) -> None:
    other = Office(tmp_path / "other")
    other.write("book.yaml", "flags: {kinds: [a]}\n")
    other.git("init", "--quiet", "--initial-branch=main")
    other.git("add", "--all")
    other.git("commit", "--quiet", "--message", "Another", who="dawn")
    assert "it is another book" in dawn.runs("hub", str(other.top)).err
    assert dawn.is_clean()


def test_items_of_one_file_merge_and_keep_their_acts(tmp_path: Path) -> None:
    file = one_file.make(tmp_path / "dawn")
    dawn = Desk(tmp_path / "dawn", "dawn")
    name = f"meetings/{file.name}"
    dawn.done("hub", "--new", str(tmp_path / "hub"), "--book", "meetings")
    alex = Desk(tmp_path / "alex", "alex")
    assert dawn.does("alex", "clone", str(tmp_path / "hub"), str(alex.top)).code == 0
    dawn.done("flag", f"{name}#5", "--quote", "2022", "--kind", "date", "--comment", "Which year?")
    dawn.done("amend", f"{name}#6", "--replace", "thanked", "warmly thanked", "--reason", "As said.")
    alex.done("amend", f"{name}#5", "--replace", "gave a presentation", "presented", "--reason", "Shorter.")
    alex.done("approve", f"{name}#1")
    alex.done("amend", f"{name}#6", "--replace", "A report", "A full report", "--reason", "It was.")
    dawn.done("sync", "meetings")
    told = alex.done("sync", "meetings")
    assert "Dawn Clerk flagged item 5; amended item 6." in told
    dawn.done("sync", "meetings")
    assert dawn.tree() == alex.tree()
    for desk in (dawn, alex):
        text = (desk.top / name).read_text()
        assert "A full report on loneliness was received and its authors were warmly thanked." in text
        assert "Which year?" in desk.done("show", f"{name}#5")
        assert "approved" in desk.done("show", f"{name}#1")
        assert desk.is_clean()
        assert "lost" not in desk.done("status", "meetings")


def test_what_was_taken_away_at_the_hub_is_told_and_sent_again(dawn: Desk, alex: Desk, hub: Path) -> None:
    dawn.amends("2021 was", "2022 was")
    dawn.syncs()
    alex.syncs()
    dawn.git("--git-dir", str(hub), "update-ref", "refs/heads/main", "main~1")
    told = alex.syncs()
    assert "somebody has taken work away there" in told
    assert "1 act sent" in told
    assert "taken work away" not in dawn.syncs()
    assert "2022 was" in dawn.minutes(5)


def test_words_that_came_apart_from_a_sign_off_are_told_as_not_signed(
    dawn: Desk, alex: Desk, small: str
) -> None:
    dawn.done("sign-off", small)
    alex.done("amend", f"{small}/01-roads", "--replace", "closed", "open", "--reason", "It was.")
    dawn.syncs()
    told = alex.runs("sync")
    assert told.code == 0
    assert "! " in told.err
    dawn.syncs()
    for desk in (dawn, alex):
        (meeting,) = desk.runs("status", small, "--json").json["meetings"]
        assert meeting["items"][0]["differs_from_signed"]
        assert desk.runs("verify").code == 1
