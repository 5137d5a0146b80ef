"""Fourteen pushes to a hub on a real server: what it takes in, what it refuses and in which words."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.composition.tampered_books import (
    OPEN,
    SIGNED,
    amends,
    at_desk,
    copied,
    flags,
    git,
    make_folders,
    names,
    objects,
    reopens,
    signs,
)
from tests.composition.test_tamperings import (
    deleted,
    merged_ours,
    signed_text,
    tag_moved,
    text_edited_and_approved_for_another,
)
from tests.hubs.servers import READER, STRANGER, Http, Server, gitolite, over_http

pytestmark = pytest.mark.soak
DAWN, ALEX = "dawn@example.org", "alex@example.org"
NAMED = {DAWN: "Dawn Example", ALEX: "Alex Example"}
SERVERS = {"gitolite": gitolite, "http": over_http}


@pytest.fixture(scope="module", params=sorted(SERVERS))
def world(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator["World"]:
    """A hub with a book, and how the book was."""
    folder = tmp_path_factory.mktemp(request.param)
    with pytest.MonkeyPatch.context() as patch:  # no test has a home of its own yet
        patch.setenv("XDG_STATE_HOME", str(folder / "state"))
        patch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
        book = make_folders(folder / "drafts")
    with SERVERS[request.param](folder / "server", book) as server:
        shutil.copytree(server.book, folder / "as-it-was", symlinks=True)  # type: ignore[attr-defined]
        yield World(server, book, folder / "as-it-was")


class World:
    """A hub, the book as it was put there, and what people see of it."""

    def __init__(self, server: Server, book: Path, before: Path) -> None:
        self.server = server
        self.book = book
        self._before = before

    @property
    def bare(self) -> Path:
        return self.server.book  # type: ignore[attr-defined,no-any-return]

    def reset(self) -> None:
        """The hub as it was."""
        shutil.rmtree(self.bare)
        shutil.copytree(self._before, self.bare, symlinks=True)

    def copy(self, to: Path, who: str) -> Path:
        """Somebody's own copy."""
        book = copied(self.book, to)
        git(book, "remote", "add", "hub", self.server.url(who))
        return book

    def push(self, book: Path, who: str, *words: str) -> str:
        """What the hub says; empty when it took everything."""
        ran = subprocess.run(
            ["git", "-C", str(book), "push", "--quiet", "hub", *(words or ("main", "--tags"))],
            env={**os.environ, **names(NAMED.get(who, "Reader Example")), **self.server.environment(who)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert bool(ran.returncode) == bool(ran.stderr), ran
        return ran.stderr

    def tip(self, ref: str = "main") -> str:
        return git(self.bare, "rev-parse", ref)


@pytest.fixture
def hub(world: World) -> World:
    world.reset()
    return world


def test_a_reviewers_own_acts_are_taken(hub: World, tmp_path: Path) -> None:
    book = hub.copy(tmp_path / "alex", ALEX)
    at_desk(book, "Alex Example", amends(OPEN, "5", "noted", "welcomed"), flags(OPEN, "6", "business"))
    assert hub.push(book, ALEX) == ""
    assert hub.tip() == git(book, "rev-parse", "HEAD")


def test_who_was_not_let_in_pushes_nothing(hub: World, tmp_path: Path) -> None:
    book = hub.copy(tmp_path / "s", STRANGER)
    at_desk(book, "Alex Example", flags(OPEN, "6", "business"))
    before = hub.tip()
    assert hub.push(book, STRANGER)
    assert hub.tip() == before


def test_who_may_only_read_fetches_and_does_not_push(hub: World, tmp_path: Path) -> None:
    book = hub.copy(tmp_path / "r", READER)
    at_desk(book, "Alex Example", flags(OPEN, "6", "business"))
    before = hub.tip()
    assert hub.push(book, READER)
    assert hub.tip() == before
    seen = subprocess.run(
        ["git", "ls-remote", hub.server.url(READER), "main"],
        env={**os.environ, **hub.server.environment(READER)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert before in seen.stdout


def test_nobody_pushes_what_another_recorded(hub: World, tmp_path: Path) -> None:
    book = hub.copy(tmp_path / "dawn", DAWN)
    at_desk(book, "Alex Example", flags(OPEN, "6", "business"))
    before = hub.tip()
    assert "may push none but their own" in hub.push(book, DAWN)
    assert hub.tip() == before


def by_dawn(tamper: Callable[[Path], None]) -> Callable[[Path], None]:
    """The same, committed by Dawn, so that it is not for the committer that it is refused."""

    def tampers(book: Path) -> None:
        before = git(book, "rev-parse", "HEAD")
        tamper(book)
        listed = git(book, "rev-list", "--reverse", "--topo-order", f"{before}..HEAD").split()
        anew: dict[str, str] = {}
        for each in listed:
            tree = git(book, "rev-parse", f"{each}^{{tree}}")
            parents = git(book, "rev-parse", f"{each}^@").split()
            said = git(book, "log", "-1", "--format=%B", each)
            links = [word for parent in parents for word in ("-p", anew.get(parent, parent))]
            anew[each] = git(book, "commit-tree", tree, *links, who="Dawn Example", data=f"{said}\n")
        git(book, "reset", "--quiet", "--hard", anew[listed[-1]])

    return tampers


REFUSED: dict[str, tuple[Callable[[Path], None], str]] = {
    "an approval in another's name": (text_edited_and_approved_for_another, "in the name of Alex Example"),
    "another's objection taken away": (deleted("objection", "alex"), "took away the objection"),
    "another's flag taken away": (deleted("flag", "alex", SIGNED), "took away the flag"),
    "signed minutes changed": (signed_text, "not what was signed off any more"),
    "an act lost in a merge": (merged_ours, "got lost"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_breaks_a_rule_is_refused_in_words(hub: World, tmp_path: Path, what: str) -> None:
    tamper, said = REFUSED[what]
    book, before = hub.copy(tmp_path / "dawn", DAWN), hub.tip()
    by_dawn(tamper)(book)
    told = hub.push(book, DAWN, "main")
    assert said in told
    assert "nothing of this push was taken" in told
    assert "may push none" not in told
    assert hub.tip() == before


def test_history_is_not_put_back(hub: World, tmp_path: Path) -> None:
    book, before = hub.copy(tmp_path / "dawn", DAWN), hub.tip()
    git(book, "reset", "--quiet", "--hard", "HEAD~2")
    assert "is never put back" in hub.push(book, DAWN, "+main")
    assert hub.tip() == before


def test_a_branch_is_not_deleted(hub: World, tmp_path: Path) -> None:
    book, before = hub.copy(tmp_path / "dawn", DAWN), hub.tip()
    assert "is never deleted" in hub.push(book, DAWN, ":main")
    assert hub.tip() == before


def test_the_tag_of_signed_minutes_is_neither_moved_nor_deleted(hub: World, tmp_path: Path) -> None:
    book, tag = hub.copy(tmp_path / "dawn", DAWN), f"refs/tags/minutes/{SIGNED}"
    before = hub.tip(tag)
    tag_moved(book)
    assert "is never moved or deleted" in hub.push(book, DAWN, f"+{tag}")
    assert "is never moved or deleted" in hub.push(book, DAWN, f":{tag}")
    assert hub.tip(tag) == before


def test_a_reopening_and_a_new_sign_off_are_taken_with_the_tag(hub: World, tmp_path: Path) -> None:
    book, tag = hub.copy(tmp_path / "dawn", DAWN), f"refs/tags/minutes/{SIGNED}"
    before = hub.tip(tag)
    at_desk(book, "Dawn Example", reopens(SIGNED), signs(SIGNED))
    assert hub.push(book, DAWN) == ""
    assert hub.tip(f"{tag}.2^{{commit}}") == hub.tip() == git(book, "rev-parse", "HEAD")
    assert hub.tip(tag) == before


def test_of_two_who_push_at_once_one_is_told_to_receive_first_and_nothing_is_lost(
    hub: World, tmp_path: Path
) -> None:
    books = {who: hub.copy(tmp_path / who, who) for who in (DAWN, ALEX)}
    for who, book in books.items():
        git(book, "remote", "rename", "hub", "origin")
        git(book, "config", "branch.main.remote", "origin")
        git(book, "config", "branch.main.merge", "refs/heads/main")
        at_desk(book, NAMED[who], flags(OPEN, "6", "business"), objects(OPEN, "5"))
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "review_tui", "sync"],
            cwd=book,
            env={**os.environ, **names(NAMED[who]), **hub.server.environment(who)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for who, book in books.items()
    ]
    for each in running:
        told, _ = each.communicate()
        assert each.returncode == 0, told
    listed = git(hub.bare, "ls-tree", "-r", "--name-only", "main").split()
    assert all(any(kind in name for name in listed) for kind in ("-flag-", "-objection-"))
    for book in books.values():
        for path in book.rglob("*/acts/*.yaml"):
            assert path.relative_to(book).as_posix() in listed


@pytest.mark.parametrize("when", ["before push", "after push", "in fetch"])
def test_a_hub_that_goes_away_in_the_middle_is_told_and_the_next_sync_goes_on(
    hub: World, tmp_path: Path, when: str
) -> None:
    if not isinstance(hub.server, Http):
        pytest.skip("ssh breaks off in the same words of git's; it is done once")
    book = hub.copy(tmp_path / "dawn", DAWN)
    for words in (
        ("remote", "rename", "hub", "origin"),
        ("config", "branch.main.remote", "origin"),
        ("config", "branch.main.merge", "refs/heads/main"),
    ):
        git(book, *words)
    at_desk(book, "Dawn Example", flags(OPEN, "6", "business"))
    elsewhere = hub.copy(tmp_path / "alex", ALEX)
    at_desk(elsewhere, "Alex Example", flags(OPEN, "5", "noted"))
    assert hub.push(elsewhere, ALEX) == ""

    def syncs() -> tuple[int, str]:
        ran = subprocess.run(
            [sys.executable, "-m", "review_tui", "sync"],
            cwd=book,
            env={**os.environ, **names("Dawn Example")},
            capture_output=True,
            text=True,
            check=False,
        )
        return ran.returncode, ran.stdout + ran.stderr

    hub.server.goes_away.add(when)
    code, told = syncs()
    hub.server.goes_away.clear()
    assert (code, "can't be reached just now" in told) == (1, True), told
    assert "objects" not in told
    assert "still to be sent" in told
    code, told = syncs()
    assert code == 0, told
    assert hub.tip() == git(book, "rev-parse", "HEAD")
    flagged = git(hub.bare, "ls-tree", "-r", "--name-only", "main").split()
    assert sum("-flag-" in name for name in flagged) == 4
