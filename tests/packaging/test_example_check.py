"""The package in docs/example-check: built, installed beside the program, listed and run."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "docs" / "example-check"


def run(*words: str, cwd: Path, path: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run Python, with what is installed in ``path`` beside the program."""
    beside = os.pathsep.join([str(path or ""), str(ROOT)]).strip(os.pathsep)
    return subprocess.run(
        [sys.executable, *words],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": beside},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, built and installed into a folder, without a network."""
    built, target = tmp_path_factory.mktemp("built"), tmp_path_factory.mktemp("installed")
    source = built / "source"
    shutil.copytree(EXAMPLE, source, ignore=shutil.ignore_patterns("__pycache__", ".pytest_cache"))
    done = run("-m", "hatchling", "build", "-t", "wheel", "-d", str(built), cwd=source)
    assert done.returncode == 0, done.stderr
    (wheel,) = built.glob("*.whl")
    pip = ["-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--disable-pip-version-check"]
    done = run(*pip, "--target", str(target), str(wheel), cwd=built)
    assert done.returncode == 0, done.stderr
    return target


def test_it_is_listed_and_finds(installed: Path, tmp_path: Path) -> None:
    listed = run("-m", "review_tui", "checks", cwd=tmp_path, path=installed)
    assert (listed.returncode, listed.stderr) == (0, "")
    assert "quorum (warning): A decision in minutes that say that the meeting was inquorate." in listed.stdout
    draft = tmp_path / "draft.md"
    draft.write_text("The meeting was inquorate.\n\nAgreed to buy a bench.\n", encoding="utf-8")
    found = run("-m", "review_tui", "check", "--draft", str(draft), "--json", cwd=tmp_path, path=installed)
    assert found.returncode == 1, found.stderr
    (finding,) = json.loads(found.stdout)["findings"]
    assert finding["check"] == "quorum"
    assert [place["quote"] for place in finding["passages"]] == ["Agreed", "inquorate"]


def test_its_own_test_passes(installed: Path, tmp_path: Path) -> None:
    shutil.copy(EXAMPLE / "test_quorum_check.py", tmp_path)
    done = run("-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path), cwd=tmp_path, path=installed)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "2 passed" in done.stdout


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("api_version = 1", "api_version = 2", "was made for version 2 of review_tui.plugin"),
        ("import Check,", "import NotYetThere, Check,", "was made for another version of review_tui.plugin"),
    ],
)
def test_a_check_made_for_a_newer_version_is_told_and_costs_nothing(
    installed: Path, tmp_path: Path, old: str, new: str, said: str
) -> None:
    newer = tmp_path / "newer"
    shutil.copytree(installed, newer)
    module = newer / "quorum_check.py"
    code = module.read_text(encoding="utf-8")
    assert old in code
    module.write_text(code.replace(old, new), encoding="utf-8")
    draft = tmp_path / "draft.md"
    draft.write_text("The Board met on Thursday 16th March 2022.\n", encoding="utf-8")
    for words in (("checks",), ("check", "--draft", str(draft))):
        done = run("-m", "review_tui", *words, cwd=tmp_path, path=newer)
        assert f"The check 'quorum' of quorum_check:QuorumCheck {said}" in done.stderr
        assert "weekday" in done.stdout
        assert "quorum" not in done.stdout
