"""What is installed is what pyproject.toml asks for: the lock files hold its versions, each with hashes."""

import re
import tomllib
from pathlib import Path

import pytest

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
def test_the_lock_holds_every_version_that_the_project_asks_for(name: str) -> None:
    asked = pins("\n".join(project()[name]))
    assert len(asked) == len(set(project()[name]))
    assert {package: pins(lock(name)).get(package) for package in asked} == asked


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
