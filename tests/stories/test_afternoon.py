"""An afternoon: three people, nine items, forty acts; then acts, tree, history and status must agree."""

import re
from collections import Counter
from pathlib import Path

import pytest

from review_tui.model.text import digest
from tests.stories.afternoon import TWIN, VERBS, Afternoon
from tests.stories.office import MEETING, PEOPLE, TEXTS, Office, item_id

WRONG, RIGHT = "October, 2020-September, 2022", "October, 2020-September, 2021"

TILL_APPROVED = f"""
alex year= flag 5 --quote '{WRONG}' --kind date --comment 'Not as above.'
dawn reply @year --comment 'The notes say 2021.'
alex twin= flag 4 --quote '{TWIN}' --kind date --comment 'Since when?'
ben gap= flag 6 --gap --after 'were approved' --kind omission --comment 'By whom?'
ben legal= flag 2 --quote Interest --kind legal --comment 'Which?'
ben receipt 1
dawn amend 5 --replace '{WRONG}' '{RIGHT}' --reason 'The year was a slip.' --settles @year
alex no= object 7 --comment 'Not what was said.'
dawn amend 7 --replace 'taken as read' discussed --reason 'As Alex remembers it.'
alex settle @no --as withdrawn --reason 'It is right now.'
ben settle @legal --as withdrawn --reason 'I misread it.'
dawn settle @gap --as held --reason 'Ask the treasurer.'
dawn undo
dawn redo
alex amend 6 --replace 'were approved' 'were approved by all' --reason 'Who they were.' --settles @gap
dawn amend 4 --file twins.md --reason 'The first was said twice.'
ben pick @twin --quote '{TWIN}' --nth 2 --comment 'The second is meant.'
dawn settle @twin --as accepted --reason 'January it was.'
dawn link 5 --quote 'Members thanked' --nothing
dawn amend 5 --replace 'Members thanked' 'All members thanked' --reason 'It was unanimous.'
dawn amend 5 --replace 'report was long' 'report was short' --reason 'A joke.'
dawn amend 5 --recorded --reason 'Edited at home.'
dawn revert 5 3 --reason 'No jokes in the minutes.'
not dawn settle @year --as accepted --reason 'It is settled already.'
not dawn approve 5
not ben sign-off 2022-03-16
alex approve 7
ben approve 7
alex approve 5
ben approve 5
alex approve 4
ben approve 4
dawn approve 6
ben approve 6
dawn approve 1
ben approve 1
ben undo --reason 'Too fast.'
ben approve 1
dawn approve 2
ben approve 2
dawn approve 3
ben approve 3
dawn approve 8
ben approve 8
dawn approve 9
ben approve 9
dawn amend 4 --replace '1. That' '2. That' --reason 'Numbers as printed.'
"""
"""A line an act: who, what later acts call it, and the command; "not" before what is refused."""
TILL_SIGNED = f"""
ben sign-off {MEETING} --statement 'With thanks.' --dissent 'I spoke against item 5.'
dawn correct 5 --quote 'report was long' --wording 'report was full' --reason 'As read out.' --made-at April
ben reopen {MEETING} --reason 'One more reading.'
ben sign-off {MEETING}
"""
MINUTES = {
    4: f"{TWIN}\n\n{TEXTS['4']}".replace("1. That", "2. That"),
    5: TEXTS["5"].replace(WRONG, RIGHT).replace("Members", "All members").replace("officers.", "officer."),
    6: TEXTS["6"].replace("were approved", "were approved by all"),
    7: "Cemetery was discussed.\n",
}
"""The minutes that the afternoon leaves behind, where it changed any."""


@pytest.fixture(scope="module")
def before_signing(tmp_path_factory: pytest.TempPathFactory) -> Afternoon:
    afternoon = Afternoon(Office.founded(tmp_path_factory.mktemp("afternoon") / "book"))
    afternoon.goes_on(TILL_APPROVED)
    (afternoon.office.top / "twins.md").unlink()
    return afternoon


@pytest.fixture(scope="module")
def signed(before_signing: Afternoon, tmp_path_factory: pytest.TempPathFactory) -> Afternoon:
    folder = tmp_path_factory.mktemp("signed")
    stacks = {who: list(stack) for who, stack in before_signing.stacks.items()}
    afternoon = Afternoon(before_signing.copy(folder), list(before_signing.done), stacks)
    afternoon.goes_on(TILL_SIGNED)
    return afternoon


def kinds_on_disk(office: Office) -> Counter[str]:
    found = [re.search(r"/acts/\d{8}T\d{6}Z-([a-z-]+)-[0-9a-f]{8}\.yaml$", n) for n in office.act_files()]
    return Counter(match[1] for match in found if match)


def test_the_tree_holds_exactly_what_was_done(signed: Afternoon) -> None:
    office = signed.office
    assert office.git("status", "--porcelain") == ""
    assert kinds_on_disk(office) == signed.kinds
    for number in range(1, 10):
        before = office.git("show", f"{signed.done[0][2]}^:drafts/{MEETING}/{item_id(number)}/minutes.md")
        assert office.minutes(number) == MINUTES.get(number, before)


def test_the_history_is_an_act_a_commit_in_the_name_of_whoever_did_it(signed: Afternoon) -> None:
    office = signed.office
    listed = office.git("log", "--reverse", "--format=%H\t%an <%ae>\t%cn\t%s").splitlines()[1:]
    assert [line.split("\t")[0] for line in listed] == [commit for _, _, commit in signed.done]
    for (who, verb, _), line in zip(signed.done, listed, strict=True):
        assert line.split("\t")[1:3] == [f"{PEOPLE[who]} <{who}@example.org>", PEOPLE[who]]
        assert line.split("\t")[3].startswith(VERBS[verb][0])


def test_git_alone_reads_the_trailers_of_every_act(signed: Afternoon) -> None:
    office = signed.office
    for _, verb, commit in signed.done:
        said = dict(office.trailers(commit))
        assert said["Meeting"] == MEETING
        assert said[VERBS[verb][2]]
        if "Text" in said:
            text = office.git("show", f"{commit}:drafts/{MEETING}/{said['Item']}/minutes.md")
            assert said["Text"] == digest(text)
    flags = office.git("log", "--format=%s", "--grep=^Flag: ").splitlines()
    assert len([s for s in flags if s.startswith("Flag ")]) == 4


def test_git_log_of_an_item_and_the_timeline_tell_the_same_story(signed: Afternoon) -> None:
    office = signed.office
    told = office.asks("log", "5")["entries"]
    paths = [f"drafts/{MEETING}/{item_id(5)}", f"drafts/{MEETING}/acts"]
    assert [each["commit"] for each in told] == office.git("log", "--format=%H", "--", *paths).split()
    amended = [each["told"] for each in told if each["amendment"]]
    assert [line.split(",")[0] for line in amended] == [
        "Amendment 5",
        "Amendment 4",
        "Amendment 3",
        "Amendment 2",
        "Amendment 1",
    ]


def test_status_agrees_with_what_was_done(before_signing: Afternoon) -> None:
    status = before_signing.office.asks("status")
    (meeting,) = status["meetings"]
    assert (meeting["signed_off"], meeting["problems"], status["read_only"]) == (None, [], None)
    approved = {
        item["number"]: sorted(by["name"].split()[0] for by in item["approved_by"])
        for item in meeting["items"]
    }
    with_alex, with_dawn = ["Alex", "Ben"], ["Ben", "Dawn"]
    assert approved == {str(n): with_alex if n in {4, 5, 7} else with_dawn for n in range(1, 10)}
    for item in meeting["items"]:
        assert (item["standing"], item["blocks_sign_off"], item["waits_for"]) == ("approved", [], [])
        assert item["text"] == digest(before_signing.office.minutes(int(item["number"])))
    assert {f["state"] for f in before_signing.office.asks("flags")["flags"]} == {
        "amended",
        "accepted",
        "withdrawn",
    }


def test_the_sign_off_is_a_tag_that_lists_every_item_and_who_approved_it(signed: Afternoon) -> None:
    office = signed.office
    (meeting,) = office.asks("status")["meetings"]
    assert meeting["signed_off"]["by"]["name"] == PEOPLE["ben"]
    assert {item["standing"] for item in meeting["items"]} == {"signed off"}
    signs = [commit for _, verb, commit in signed.done if verb == "sign-off"]
    tags = office.git("for-each-ref", "--format=%(refname:short) %(*objectname)", "refs/tags").splitlines()
    assert tags == [f"minutes/{MEETING} {signs[0]}", f"minutes/{MEETING}.2 {signs[1]}"]
    told = office.git("tag", "--list", "--format=%(contents)", f"minutes/{MEETING}")
    for item in meeting["items"]:
        assert f"text {item['text']}" in told
    assert "I spoke against item 5." in told
    assert office.does("dawn", "approve", "5").code == 1


def test_undoing_everything_gives_the_starting_tree_bit_for_bit(
    before_signing: Afternoon, tmp_path: Path
) -> None:
    office = before_signing.copy(tmp_path)
    start = office.git("rev-list", "--max-parents=0", "HEAD").strip()
    left = [each for each in office.asks("log")["entries"] if not each["undone"]]
    acts = [each for each in left if not each["subject"].startswith(("Undo: ", "Redo: ", "Draft "))]
    for each in acts:
        who = each["by"]["email"].partition("@")[0]
        told = office.does(who, "undo", "--json")
        assert told.code == 0, (each, told)
    assert office.tree() == office.tree(start)
    assert office.git("status", "--porcelain") == ""
    assert kinds_on_disk(office) == Counter()
    assert {who: office.does(who, "undo").code for who in PEOPLE} == dict.fromkeys(PEOPLE, 1)


def test_a_plain_git_revert_of_an_amendment_leaves_a_sound_book(
    before_signing: Afternoon, tmp_path: Path
) -> None:
    office = before_signing.copy(tmp_path)
    slip = next(c for who, verb, c in before_signing.done if verb == "amend")
    office.git("revert", "--no-edit", slip, who="ben")
    (meeting,) = office.asks("status")["meetings"]
    five = meeting["items"][4]
    assert meeting["problems"] == []
    assert (five["standing"], five["open_flags"]) == ("stale", 1)
    (year,) = office.asks("flags", "5")["flags"]
    assert (year["state"], year["place"]["outcome"]) == ("open", "placed")
    assert WRONG in office.minutes(5)
    again = ("amend", "5", "--replace", WRONG, RIGHT, "--reason", "It was right.", "--settles", year["id"])
    assert office.does("dawn", *again).code == 0
    assert office.asks("log", "5")["entries"][0]["amendment"] == 7


def test_two_clones_merged_by_plain_git_keep_every_act(tmp_path: Path) -> None:
    office = Office.founded(tmp_path / "book")
    one, two = Afternoon(office.clone(tmp_path / "one")), Afternoon(office.clone(tmp_path / "two"))
    one.goes_on(f"""
alex year= flag 5 --quote '{WRONG}' --kind date --comment 'Not as above.'
alex amend 5 --replace '{WRONG}' '{RIGHT}' --reason 'The year was a slip.' --settles @year
alex approve 6
alex receipt 1
""")
    two.goes_on(f"""
ben flag 4 --quote '{TWIN}' --kind date --comment 'Since when?'
dawn amend 5 --replace 'The report for' 'The long report for' --reason 'It was.'
ben approve 5
ben approve 6
""")
    for mine, theirs in ((one.office, two.office), (two.office, one.office)):
        mine.git("fetch", "--quiet", str(theirs.top), "main")
        mine.git("merge", "--quiet", "--no-edit", "FETCH_HEAD", who="dawn")
    assert one.office.tree() == two.office.tree()
    assert kinds_on_disk(one.office) == one.kinds + two.kinds
    (meeting,) = one.office.asks("status")["meetings"]
    status = {item["number"]: item["standing"] for item in meeting["items"]}
    assert (status["4"], status["5"], status["6"]) == ("in review", "stale", "approved")
    assert "The long report for" in one.office.minutes(5)
    assert WRONG not in one.office.minutes(5)
    commits = set(one.office.git("rev-list", "HEAD").split())
    assert {commit for _, _, commit in one.done + two.done} <= commits
    assert {each["commit"] for each in one.office.asks("log")["entries"]} >= {
        c for _, _, c in one.done + two.done
    }
