"""What is installed is what pyproject.toml asks for: the lock files hold its versions, each with hashes."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]
PIN = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.MULTILINE)


def project() -> dict[str, list[str]]:
    """What pyproject.toml asks for: to run, to build and to test."""
    read = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    run = [*read["project"]["dependencies"], *read["build-system"]["requires"]]
    return {"run": run, "test": run + read["dependency-groups"]["test"]}


def pins(text: str) -> dict[str, str]:
    return {re.sub(r"[._-]+", "-", name).lower(): version for name, version in PIN.findall(text)}


def lock(name: str) -> str:
    return (ROOT / ".ci" / f"lock-{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["run", "test"])
def test_the_lock_holds_a_version_of_everything_that_the_project_asks_for(name: str) -> None:
    locked = pins(lock(name))
    asked = [Requirement(line) for line in project()[name]]
    wrong = {
        str(wanted): locked.get(re.sub(r"[._-]+", "-", wanted.name).lower())
        for wanted in asked
        if not wanted.specifier.contains(locked.get(re.sub(r"[._-]+", "-", wanted.name).lower(), "0"))
    }
    assert asked
    assert wrong == {}


def test_what_users_install_is_a_range_and_not_one_version() -> None:
    """One version each can't stand beside other programs, nor on a Python that came later."""
    asked = [Requirement(line) for line in project()["run"]]
    pinned = [str(one) for one in asked if any(part.operator in {"==", "==="} for part in one.specifier)]
    open_below = [str(one) for one in asked if not any(part.operator == ">=" for part in one.specifier)]
    assert (pinned, open_below) == ([], [])
    assert all(one.marker is None or one.marker.evaluate() for one in asked)


@pytest.mark.parametrize("name", ["run", "test"])
def test_every_line_of_the_lock_has_a_hash(name: str) -> None:
    blocks = re.split(r"\n(?=\S)", lock(name).strip())
    assert [block for block in blocks if "--hash=sha256:" not in block] == []
    assert len(blocks) == len(pins(lock(name)))


def test_the_tests_run_on_the_versions_that_users_get() -> None:
    run, test = pins(lock("run")), pins(lock("test"))
    assert {package: test.get(package) for package in run} == run


def test_the_locks_name_no_place_to_download_from() -> None:
    assert "://" not in lock("run") + lock("test")
