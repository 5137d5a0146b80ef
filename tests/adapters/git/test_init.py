from pathlib import Path

import pytest

from review_tui.adapters.git import GitHistory, make_repository
from review_tui.model.errors import Refusal
from review_tui.model.people import Reviewer
from tests.adapters.real_book import FIRST, MINUTES, RealBook

DEMO = Reviewer("Demo Clerk", "clerk@example.org")


@pytest.fixture
def folder(tmp_path: Path) -> RealBook:
    made = RealBook(tmp_path / "demo", "drafts")
    made.put(MINUTES, FIRST)
    made.put("ignored.log", b"x")
    (made.top / ".gitignore").write_text("*.log\n", encoding="ascii")
    return made


def test_a_folder_becomes_a_repository_with_everything_in_it(folder: RealBook, home: Path) -> None:
    make_repository(folder.top, DEMO)
    assert folder.subjects() == ["Start the minute book"]
    assert folder.git("symbolic-ref", "HEAD").strip() == "refs/heads/main"
    assert folder.git("log", "--format=%an <%ae> %cn").strip() == "Demo Clerk <clerk@example.org> Demo Clerk"
    brought = [".gitattributes", ".gitignore", f"drafts/{MINUTES}", "drafts/ignored.log"]
    assert sorted(folder.changed()) == brought
    assert folder.status() == []
    assert not folder.history.why_read_only()
    assert folder.history.reviewer() == DEMO
    folder.amend(b"second\n")
    folder.history.close()


def test_the_users_own_settings_do_not_get_in_the_way_of_a_throw_away(
    folder: RealBook, home: Path, tmp_path: Path
) -> None:
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    (hooks / "pre-commit").write_text("#!/bin/sh\nexit 1\n", encoding="ascii")
    (hooks / "pre-commit").chmod(0o755)
    template = tmp_path / "template" / "hooks"
    template.mkdir(parents=True)
    (template / "commit-msg").write_text("#!/bin/sh\nexit 1\n", encoding="ascii")
    (template / "commit-msg").chmod(0o755)
    (home / ".gitconfig").write_text(
        f"[user]\n\tuseConfigOnly = true\n[commit]\n\tgpgSign = true\n[gpg]\n\tprogram = false\n"
        f"[core]\n\thooksPath = {hooks}\n\tautocrlf = true\n"
        f"[init]\n\tdefaultBranch = trunk\n\ttemplateDir = {tmp_path}/template\n",
        encoding="ascii",
    )
    make_repository(folder.top, DEMO)
    folder.amend(b"second\r\n")
    folder.history.close()
    assert folder.subjects() == ["Amend", "Start the minute book"]
    assert folder.at_tip() == b"second\r\n"
    assert folder.status() == []


def test_without_a_reviewer_git_must_know_who_is_working(folder: RealBook, home: Path) -> None:
    with pytest.raises(Refusal, match="does not know who you are"):
        make_repository(folder.top, None)
    assert not (folder.top / ".git").exists()
    assert not (folder.top / ".gitattributes").exists()


def test_a_repository_that_can_not_be_made_leaves_nothing(folder: RealBook, git_home: Path) -> None:
    hooks = folder.top.parent / "hooks"
    hooks.mkdir()
    (hooks / "pre-commit").write_text("#!/bin/sh\nexit 1\n", encoding="ascii")
    (hooks / "pre-commit").chmod(0o755)
    folder.git("config", "--global", "core.hooksPath", str(hooks))
    with pytest.raises(Refusal, match="could not make the repository"):
        make_repository(folder.top, None, throw_away=False)
    assert sorted(p.name for p in folder.top.iterdir()) == [".gitignore", "drafts"]


def test_without_a_reviewer_the_users_own_name_is_taken(folder: RealBook, git_home: Path) -> None:
    make_repository(folder.top, None)
    assert folder.git("log", "--format=%an").strip() == "Dawn Harper"


def test_a_repository_is_not_made_twice(folder: RealBook, git_home: Path) -> None:
    make_repository(folder.top, DEMO)
    with pytest.raises(Refusal, match="already"):
        make_repository(folder.top, DEMO)


def test_a_book_of_ones_own_keeps_the_users_settings(folder: RealBook, git_home: Path) -> None:
    make_repository(folder.top, None, throw_away=False)
    assert folder.git("config", "--local", "commit.gpgSign", check=False) == ""
    with GitHistory(folder.book) as history:
        assert not history.why_read_only()


def test_a_folder_may_be_named_from_where_one_stands(
    folder: RealBook, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.top.parent)
    make_repository(Path(folder.top.name), DEMO)
    assert folder.subjects() == ["Start the minute book"]
