"""What GitHub's code scanning asks of an uploaded SARIF file, held against every check there is."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from review_tui.checks.entry_points import all_checks
from review_tui.cli.sarif import sarif
from tests.cli.conftest import Command

LEVELS = {"error", "warning", "note"}
NOTES = "# Roll\n\nThe report for Oct 2020 – Sept 2021 was noted.\n"
DRAFT = (
    "The annual report for October, 2020-September, 2021 was given.\n\n"
    "é 🙂 Resolved:- That the annual report for October, 2020-September, 2022, be noted.\n"
)


def run_of(out: str) -> dict[str, Any]:
    read = json.loads(out)
    assert read["version"] == "2.1.0"
    assert urlsplit(read["$schema"]).scheme == "https"
    (ran,) = read["runs"]
    found: dict[str, Any] = ran
    return found


@pytest.fixture
def ran(command: Command) -> dict[str, Any]:
    return run_of(command("check", "drafts", "--format", "sarif")[1])


def test_the_tool_says_what_it_is_and_where_to_read_of_it(ran: dict[str, Any]) -> None:
    driver = ran["tool"]["driver"]
    assert driver["name"] == "review-tui"
    assert urlsplit(driver["informationUri"]).scheme == "https"
    assert re.fullmatch(r"\d+\.\d+\.\d+\S*", driver["semanticVersion"])
    assert driver["version"] == driver["semanticVersion"]
    assert ran["automationDetails"]["id"].endswith("/")


@pytest.mark.parametrize("place", range(len(all_checks()[0])))
def test_every_check_is_a_rule_with_all_that_is_shown_of_one(place: int) -> None:
    check = all_checks()[0][place]
    rule = sarif([])["runs"][0]["tool"]["driver"]["rules"][place]
    assert rule["id"] == check.id
    assert re.fullmatch(r"[A-Z][A-Za-z0-9]*", rule["name"])
    assert 0 < len(rule["shortDescription"]["text"]) <= 255
    assert 0 < len(rule["fullDescription"]["text"]) <= 1000
    assert check.finds in rule["help"]["text"]
    assert check.example.strip() in rule["help"]["markdown"]
    assert urlsplit(rule["helpUri"]).scheme == "https"
    assert rule["defaultConfiguration"]["level"] in LEVELS
    assert check.id in rule["properties"]["tags"]
    assert len(rule["properties"]["tags"]) <= 10
    assert rule["properties"]["precision"] in {"very-high", "high", "medium", "low"}
    assert rule["properties"]["problem.severity"] in {"error", "warning", "recommendation"}


def test_every_result_names_its_rule_and_lies_in_the_repository(
    ran: dict[str, Any], sample_book: Path
) -> None:
    rules = ran["tool"]["driver"]["rules"]
    assert ran["results"]
    for result in ran["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in LEVELS
        assert result["message"]["text"]
        assert len(result["locations"]) == 1
        for location in (*result["locations"], *result["relatedLocations"]):
            where = location["physicalLocation"]
            path = unquote(where["artifactLocation"]["uri"])
            assert not path.startswith(("/", "file:", ".."))
            text = (sample_book.parent / path).read_text(encoding="utf-8")
            assert words_at(text, where["region"]) == where["region"]["snippet"]["text"]


def words_at(text: str, region: dict[str, int]) -> str:
    """The words of a region, counted as the format counts: lines and columns from 1, the end exclusive."""
    lines = text.split("\n")[region["startLine"] - 1 : region["endLine"]]
    lines[-1] = lines[-1][: region["endColumn"] - 1]
    lines[0] = lines[0][region["startColumn"] - 1 :]
    return "\n".join(lines)


def test_the_same_slip_twice_has_two_fingerprints(command: Command, tmp_path: Path) -> None:
    draft = tmp_path / "draft of mine.md"
    draft.write_text(DRAFT + "\n" + "The the end.\n\n" * 2, encoding="utf-8")
    results = run_of(command("check", "--draft", str(draft), "--format", "sarif")[1])["results"]
    marks = [result["partialFingerprints"]["primaryLocationLineHash"] for result in results]
    assert len(marks) > 1
    assert len(set(marks)) == len(marks)
    assert all(re.fullmatch(r"[0-9a-f]+:\d+", mark) for mark in marks)


def test_places_are_counted_in_code_points_and_paths_are_escaped(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "my notes.md").write_text(NOTES, encoding="utf-8")
    (tmp_path / "draft é.md").write_text(DRAFT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    out = command("check", "--draft", "draft é.md", "--notes", "my notes.md", "--format", "sarif")[1]
    assert run_of(out)["columnKind"] == "unicodeCodePoints"
    where = [
        each["physicalLocation"]
        for result in run_of(out)["results"]
        for each in (*result["locations"], *result["relatedLocations"])
    ]
    uris = {each["artifactLocation"]["uri"] for each in where}
    assert "draft%20%C3%A9.md" in uris
    for each in where:
        text = (tmp_path / unquote(each["artifactLocation"]["uri"])).read_text(encoding="utf-8")
        assert words_at(text, each["region"]) == each["region"]["snippet"]["text"]
