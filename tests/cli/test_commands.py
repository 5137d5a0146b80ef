"""The commands on a real book in a real repository."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., tuple[int, str, str]]
ITEM = "2022-03-16-health-and-wellbeing-board/05-safeguarding-children-annual-report"
WRONG, RIGHT = "October, 2020-September, 2022", "October, 2020-September, 2021"


def as_json(command: Command, *words: str) -> Any:
    return json.loads(command(*words, "--json")[1])


def git(*words: str) -> str:
    return subprocess.run(["git", *words], capture_output=True, text=True, check=True).stdout


def test_check_names_both_passages_of_the_contradiction_with_exact_offsets(command: Command) -> None:
    code, out, _ = command("check", "drafts", "--json")
    assert code == 1
    (finding,) = json.loads(out)["findings"]
    text = Path(f"drafts/{ITEM}/minutes.md").read_bytes().decode()
    assert (finding["check"], finding["severity"]) == ("period", "error")
    assert f"{finding['meeting']}/{finding['item']}" == ITEM
    in_minutes = [p for p in finding["passages"] if p["file"] == f"drafts/{ITEM}/minutes.md"]
    assert {p["quote"] for p in in_minutes} == {WRONG, RIGHT}
    for passage in finding["passages"]:
        whole = Path(passage["file"]).read_bytes().decode()
        assert whole[passage["start"] : passage["end"]] == passage["quote"]
        assert passage["quote"] in whole.split("\n")[passage["line"] - 1]
    mend = finding["suggestion"]
    assert RIGHT in text[: mend["start"]] + mend["text"] + text[mend["end"] :]
    assert WRONG not in text[: mend["start"]] + mend["text"] + text[mend["end"] :]


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
def test_check_speaks_four_forms(command: Command, form: str) -> None:
    code, out, _ = command("check", "drafts", "--format", form)
    assert code == 1
    assert "period" in out
    if form == "sarif":
        (ran,) = json.loads(out)["runs"]
        assert ran["results"][0]["ruleId"] == "period"
    if form == "github":
        assert out.startswith("::error file=drafts/")


def test_an_item_is_checked_by_its_number_as_other_commands_take_it(command: Command) -> None:
    code, out, _ = command("check", "5", "--json")
    assert code == 1
    assert {finding["item"] for finding in json.loads(out)["findings"]} == {
        "05-safeguarding-children-annual-report"
    }
    assert command("check", "6")[0] == 0
    code, _, err = command("check", "nowhere")
    assert code == 3
    assert "nowhere does not exist" in err


def test_check_reads_plain_files(command: Command, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(
        f"The Annual Report for {RIGHT} was given.\n\n"
        f"Resolved:- That the Annual Report for {WRONG} be noted.\n",
        encoding="utf-8",
    )
    code, out, _ = command("check", "--draft", str(draft), "--json")
    (finding,) = json.loads(out)["findings"]
    assert code == 1
    assert (finding["meeting"], finding["item"]) == (None, None)
    assert {p["file"] for p in finding["passages"]} == {draft.as_posix()}


def test_check_of_a_sound_item_finds_nothing(command: Command) -> None:
    assert (
        command("check", f"drafts/{ITEM.replace('05-safeguarding-children-annual-report', '06-loneliness')}")[
            0
        ]
        == 0
    )


def test_the_whole_review_by_commands(command: Command) -> None:
    code, out, _ = command(
        "flag", "5", "--quote", WRONG, "--kind", "date", "--comment", "Not as above.", "--json"
    )
    assert code == 0
    flag = json.loads(out)["act"]["id"]
    assert as_json(command, "show", "5")["flags"][0]["place"]["outcome"] == "placed"

    code, _, err = command("approve", "5")
    assert code == 1
    assert "still open" in err

    assert command("reply", flag, "--comment", "The notes say 2021.")[0] == 0
    code, out, _ = command(
        "amend",
        "5",
        "--replace",
        WRONG,
        RIGHT,
        "--reason",
        "The year was a slip.",
        "--settles",
        flag,
        "--json",
    )
    assert code == 0
    amended = json.loads(out)
    assert amended["subject"].startswith("Amend item 5: ")
    assert {"key": "Settles", "value": flag} in amended["trailers"]

    assert command("approve", "5")[0] == 0
    (meeting,) = as_json(command, "status")["meetings"]
    five = next(i for i in meeting["items"] if i["number"] == "5")
    assert five["standing"] == "approved"

    assert command("amend", "5", "--replace", "Safe at Home", "Safe at home", "--reason", "Style.")[0] == 0
    (meeting,) = as_json(command, "status")["meetings"]
    five = next(i for i in meeting["items"] if i["number"] == "5")
    assert five["standing"] == "stale"
    assert command("approve", "5")[0] == 0
    assert command("check", "drafts")[0] == 0
    subjects = [entry["subject"] for entry in as_json(command, "log", "5")["entries"]]
    assert [s.split(" item")[0] for s in subjects[:6]] == [
        "Approve",
        "Amend",
        "Approve",
        "Amend",
        "Reply on",
        "Flag",
    ]
    assert git("status", "--porcelain") == ""


def test_objecting_and_lifting_the_objection(command: Command) -> None:
    code, out, _ = command("object", "5", "--comment", "Not what was said.", "--json")
    assert code == 0
    objection = json.loads(out)["act"]["id"]
    assert as_json(command, "show", "5")["objections"][0]["comment"] == "Not what was said."
    assert command("settle", objection, "--as", "withdrawn", "--reason", "I misread it.")[0] == 0
    assert as_json(command, "show", "5")["objections"] == []


def test_a_dismissed_finding_stays_away_until_its_passage_changes(command: Command) -> None:
    (finding,) = as_json(command, "check", "drafts")["findings"]
    assert command("dismiss", "5", "v1:ffff", "--reason", "x")[0] == 1
    code, out, _ = command("dismiss", "5", finding["fingerprint"][:12], "--reason", "As read out.", "--json")
    assert code == 0
    assert {"key": "Finding", "value": finding["fingerprint"]} in json.loads(out)["trailers"]
    assert command("check", "drafts")[0] == 0
    command("amend", "5", "--replace", "be noted.", "be noted with thanks.", "--reason", "As moved.")
    assert command("check", "drafts")[0] == 1


def test_check_takes_the_roll_from_a_meeting_file(command: Command, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("Nothing of note.\n", encoding="utf-8")
    meeting = Path("drafts/2022-03-16-health-and-wellbeing-board/meeting.yaml")
    assert command("check", "--draft", str(draft), "--meeting", str(meeting))[0] == 0
    # In a folder of its own: beside other tests' folders it would make a book of all of them.
    broken = tmp_path / "of" / "a-meeting" / "meeting.yaml"
    broken.parent.mkdir(parents=True)
    broken.write_text("body: X\n", encoding="utf-8")
    code, _, err = command("check", "--draft", str(draft), "--meeting", str(broken))
    assert code == 1
    assert "date" in err
    assert command("check", "--meeting", str(meeting))[0] == 2


def test_what_can_not_be_read_is_never_no_findings(command: Command) -> None:
    minutes = Path(f"drafts/{ITEM}/minutes.md")
    minutes.rename(minutes.with_suffix(".kept"))
    code, _, err = command("check", "drafts")
    assert code == 1
    assert "05-safeguarding" in err
    code, _, err = command("check", f"drafts/{ITEM}")
    assert code == 3
    assert "05-safeguarding" in err
    meeting = Path("drafts/2022-03-16-health-and-wellbeing-board/meeting.yaml")
    meeting.write_text("date: [", encoding="utf-8")
    code, _, err = command("check", "drafts")
    assert code == 1
    assert "meeting.yaml" in err


def test_an_act_that_is_not_known_is_shown(command: Command) -> None:
    act = Path(f"drafts/{ITEM}/acts/20220320T101502Z-veto-7f3a91c2.yaml")
    act.parent.mkdir(exist_ok=True)
    act.write_text(
        "act: veto\nid: 7f3a91c2\nby: {name: D, email: d@e.org}\nat: 2022-03-20T10:15:02Z\nwhy: so\n",
        encoding="utf-8",
    )
    assert "veto by D" in command("show", "5")[1]
    (other,) = as_json(command, "show", "5")["other_acts"]
    assert (other["act"], other["fields"]) == ("veto", {"why": "so"})


def test_words_that_stand_twice_have_to_be_told_apart(command: Command) -> None:
    code, _, err = command("flag", "5", "--quote", "Safeguarding", "--kind", "style", "--comment", "?")
    assert code == 1
    assert "--nth" in err
    assert (
        command("flag", "5", "--quote", "Safeguarding", "--nth", "2", "--kind", "style", "--comment", "?")[0]
        == 0
    )


def test_an_outside_edit_is_recorded_as_an_amendment(command: Command) -> None:
    minutes = Path(f"drafts/{ITEM}/minutes.md")
    minutes.write_bytes(minutes.read_bytes().replace(WRONG.encode(), RIGHT.encode()))
    code, _, err = command("approve", "5")
    assert code == 1
    assert "--recorded" in err
    assert command("amend", "5", "--recorded", "--reason", "Corrected in an editor.")[0] == 0
    assert git("status", "--porcelain") == ""
    assert command("approve", "5")[0] == 0


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("show", "no such item"), 1),
        (("show", "health"), 2),
        (("settle", "ffffffff", "--as", "held", "--reason", "x"), 1),
        (("amend", "5", "--replace", "no such words", "x", "--reason", "y"), 1),
        (("amend", "5", "--reason", "y"), 2),
        (("check", "--only", "nonsense"), 2),
        (("nonsense",), 2),
        (("status", "no/such/folder"), 3),
    ],
)
def test_what_can_not_be_done_is_said_in_a_sentence(
    command: Command, words: tuple[str, ...], code: int
) -> None:
    found, _, err = command(*words)
    assert found == code
    assert err.strip()
    assert "Traceback" not in err


def test_an_approval_can_be_tied_to_a_digest(command: Command) -> None:
    digest = as_json(command, "show", "5")["text"]
    code, _, err = command("approve", "5", "--text", "v1:00000000")
    assert code == 1
    assert digest in err
    for nothing in ("", "v1:", digest[:4]):
        assert command("approve", "5", "--text", nothing)[0] == 2
    assert command("amend", "5", "--replace", WRONG, RIGHT, "--reason", "x", "--text", "00000000")[0] == 1
    assert command("approve", "5", "--text", digest)[0] == 0


def test_text_from_files_never_steers_the_terminal(command: Command) -> None:
    minutes = Path(f"drafts/{ITEM}/minutes.md")
    minutes.write_text("\x1b]0;APPROVED\x07 [sic] \u202egnorw\x9b31m\n", encoding="utf-8")
    looks = (
        "show 5",
        "status",
        "check drafts",
        "diff 5",
        "blame 5",
        "show 5 --view redline",
        "hand-over health",
        "export health --to md",
        "export health --to txt",
    )
    for words in map(str.split, looks):
        _, out, err = command(*words)
        assert not set("\x1b\x07\u202e\x9b") & set(out + err)
    assert "␛]0;APPROVED␇ [sic] ⟨U+202E⟩gnorw⟨U+009B⟩31m" in command("show", "5")[1]


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_completion_scripts_know_the_commands(command: Command, shell: str) -> None:
    code, out, _ = command("completion", shell)
    assert code == 0
    assert "approve" in out


def test_the_checks_are_listed_with_examples(command: Command) -> None:
    listed = as_json(command, "checks")["checks"]
    assert "period" in [c["id"] for c in listed]
    assert all(c["example"] for c in listed)
