"""What a stranger meets first: the licence, the metadata, the files for other places."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from review_tui.__main__ import NOT_ON_WINDOWS, why_not_on

ROOT = Path(__file__).resolve().parents[2]


def metadata() -> dict[str, Any]:
    project: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return project


def loaded(name: str) -> Any:
    return YAML(typ="safe", pure=True).load((ROOT / name).read_text(encoding="utf-8"))


def test_the_licence_is_there_and_named() -> None:
    assert metadata()["license"] == "MIT"
    assert [
        (ROOT / name).read_text(encoding="utf-8").split("\n")[0] for name in metadata()["license-files"]
    ] == ["MIT License"]


def test_the_pythons_that_are_promised_are_those_that_are_tried() -> None:
    promised = re.findall(r"Python :: (3\.\d+)", "\n".join(metadata()["classifiers"]))
    tried = loaded(".github/workflows/tests.yml")["jobs"]["tests"]["strategy"]["matrix"]
    assert promised == tried["python"]
    assert metadata()["requires-python"] == f">={promised[0]}"
    assert {name.partition("-")[0] for name in tried["os"]} == {"ubuntu", "macos"}


def test_elsewhere_runs_just_what_anybody_can_run_by_hand() -> None:
    steps = loaded(".github/workflows/tests.yml")["jobs"]["tests"]["steps"]
    assert [step["run"] for step in steps if "run" in step] == ["bash .ci/run"]


def test_the_hook_looks_at_minutes_and_at_nothing_else() -> None:
    (hook,) = loaded(".pre-commit-hooks.yaml")
    assert hook["entry"] == "review-tui check"
    files = re.compile(hook["files"])
    assert [
        bool(files.search(name))
        for name in ("drafts/a/05-x/minutes.md", "minutes.md", "old-minutes.md", "a.md")
    ] == [
        True,
        True,
        False,
        False,
    ]


def test_the_action_speaks_the_language_of_the_place_it_runs_in() -> None:
    runs = loaded("action.yml")["runs"]
    assert runs["using"] == "composite"
    assert any("review-tui check --format github" in step.get("run", "") for step in runs["steps"])


@pytest.mark.parametrize(
    "name",
    ["LICENSE", "SECURITY.md", "CHANGELOG.md", "CONTRIBUTING.md", "docs/windows.md", "review_tui/py.typed"],
)
def test_what_a_stranger_looks_for_is_there(name: str) -> None:
    assert (ROOT / name).is_file()


def test_the_program_says_at_once_where_it_can_not_run() -> None:
    assert why_not_on("win32") == NOT_ON_WINDOWS
    assert "docs/windows.md" in NOT_ON_WINDOWS
    assert (why_not_on("linux"), why_not_on("darwin")) == ("", "")
