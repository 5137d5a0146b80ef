"""What is written beside a pull request: what does not hold, what changed, in words that steer nothing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from tests.composition.tampered_books import OPEN, amends, at_desk, commit, git, make_folders
from tests.composition.test_tamperings import signed_text

HERE = Path(__file__).resolve().parents[2]
FOLDER = HERE / "docs" / "pull-requests"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return make_folders(tmp_path / "drafts")


def commented(book: Path, base: str) -> tuple[int, str]:
    words = [sys.executable, str(FOLDER / "comment.py"), base, git(book, "rev-parse", "HEAD"), "."]
    env = {**os.environ, "PYTHONPATH": str(HERE)}
    ran = subprocess.run(words, cwd=book, env=env, capture_output=True, text=True, check=False)
    return ran.returncode, ran.stdout + ran.stderr


def test_the_comment_tells_what_is_broken_and_what_changed(book: Path) -> None:
    base = git(book, "rev-parse", "HEAD")
    (book / "review_tui").mkdir()
    for name in ("review_tui/__init__.py", "review_tui/__main__.py", "json.py"):
        (book / name).write_text("raise SystemExit('It ran.')", encoding="utf-8")
    commit(book, who="Alex Example")
    at_desk(book, "Alex Example", amends(OPEN, "5", "noted", "welcomed ```` @everyone"))
    signed_text(book)
    code, said = commented(book, base)
    assert (code, "not what was signed off any more" in said) == (1, True), said
    assert "The Board, 2022-04-20, item 5\n\nThe report was [-noted-]{+welcomed ```` @everyone+}.\n" in said
    assert said.count("`````") == 2
    assert "item 6" not in said
    assert "[-received-]{+refused+}" in said


@pytest.mark.parametrize("name", ["github.yml", "gitlab.yml"])
def test_what_looks_a_request_over_does_not_come_with_it(name: str) -> None:
    text = (FOLDER / name).read_text("utf-8")
    loaded = YAML(typ="safe", pure=True).load(text)
    if name == "github.yml":
        (job,) = loaded["jobs"].values()
        steps = job["steps"]
        assert all(
            step["with"]["persist-credentials"] is False
            for step in steps
            if "checkout" in step.get("uses", "")
        )
        # Whatever the request says comes in as variables, never into the words of a script.
        assert not any("${{" in step.get("run", "") for step in steps)
        assert loaded["permissions"] == {"contents": "read", "pull-requests": "write"}
    else:
        assert any("git show" in line and "comment.py" in line for line in loaded["minutes"]["script"])
