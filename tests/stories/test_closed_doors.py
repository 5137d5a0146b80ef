"""A repository that somebody hands over runs no program of its own choosing."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from review_tui.adapters.git import runner
from tests.conftest import SAMPLE_MEETING
from tests.stories.office import Office
from tests.stories.robot import reviewing

ITEM = "5"
READING: tuple[tuple[str, ...], ...] = (
    ("status", "drafts"),
    ("show", ITEM),
    ("check",),
    ("log",),
    ("log", ITEM),
    ("diff", ITEM),
    ("blame", ITEM),
    ("align", ITEM),
    ("flags", ITEM),
    ("receipts", SAMPLE_MEETING),
    ("sign-off", SAMPLE_MEETING, "--preview"),
    ("hand-over", SAMPLE_MEETING),
    ("export", SAMPLE_MEETING, "--to", "txt"),
)
ACTING: tuple[tuple[str, ...], ...] = (
    ("flag", ITEM, "--quote", "September, 2022", "--kind", "date", "--comment", "The notes say 2021."),
    ("amend", ITEM, "--replace", "September, 2022", "September, 2021", "--reason", "The notes say so."),
    ("approve", ITEM),
    ("undo",),
    ("sign-off", SAMPLE_MEETING),
)
NAMES_A_PROGRAM = (
    *("core.fsmonitor", "core.pager", "core.editor", "core.sshCommand", "core.askPass", "core.gitProxy"),
    *("core.alternateRefsCommand", "sequence.editor", "diff.external", "diff.evil.textconv"),
    *("diff.evil.command", "merge.evil.driver", "interactive.diffFilter", "filter.evil.smudge"),
    *("filter.evil.clean", "filter.evil.process", "gpg.program", "gpg.ssh.program", "gpg.x509.program"),
    *("gpg.ssh.defaultKeyCommand", "credential.helper", "uploadpack.packObjectsHook", "pager.log"),
    *("pager.diff", "pager.status", "trailer.item.command", "trailer.item.cmd", "trailer.meeting.cmd"),
    *("browser.evil.cmd", "man.evil.cmd", "difftool.evil.cmd", "mergetool.evil.cmd", "web.browser"),
    *("remote.evil.uploadpack", "remote.evil.receivepack", "sendemail.smtpserver", "tar.evil.command"),
)
"""Settings whose value git runs, at one command or another."""
ALIASES = ("log", "config", "cat-file", "rev-parse", "diff-index", "ls-files", "for-each-ref", "status")
AT_HOOKS = (
    *("pre-commit", "post-commit", "post-index-change", "reference-transaction", "post-checkout"),
    *("fsmonitor-watchman", "pre-auto-gc", "post-rewrite", "prepare-commit-msg", "commit-msg"),
)


class HandedOver:
    """A clone with an edit that is not recorded, and a program that leaves a mark when anybody runs it."""

    def __init__(self, book: Path, place: Path) -> None:
        self.office = Office(book.parent)
        self.marks = place / "marks"
        self.canary = place / "canary"
        self.canary.write_text(f'#!/bin/sh\necho "$0 $*" >> "{self.marks}"\nexit 1\n', encoding="ascii")
        self.canary.chmod(0o755)

    def says(self, name: str, value: str) -> None:
        self.office.git("config", name, value)

    def loses(self, what: str) -> None:
        """What ``what`` names is not among the objects any more."""
        name = self.office.git("rev-parse", what).strip()
        (self.office.top / ".git" / "objects" / name[:2] / name[2:]).unlink()

    @property
    def ran(self) -> str:
        return self.marks.read_text() if self.marks.exists() else ""


@pytest.fixture
def handed(sample_book: Path, tmp_path: Path) -> HandedOver:
    return HandedOver(sample_book, tmp_path)


async def test_looking_runs_no_program_that_the_repository_names(handed: HandedOver) -> None:
    book = handed.office.book
    (book.parent / ".gitattributes").write_text("* diff=evil filter=evil merge=evil\n", encoding="ascii")
    for name in NAMES_A_PROGRAM:
        handed.says(name, str(handed.canary))
    for name in ALIASES:
        handed.says(f"alias.{name}", f"!{handed.canary}")
    handed.says("log.showSignature", "true")
    handed.says("include.path", str(handed.canary.parent / "more"))
    (handed.canary.parent / "more").write_text(f"[core]\n\tpager = {handed.canary}\n", encoding="ascii")
    hooks = handed.canary.parent / "hooks"
    hooks.mkdir()
    for name in AT_HOOKS:
        shutil.copy(handed.canary, hooks / name)
    handed.says("core.hooksPath", str(hooks))
    minutes = next(book.glob("*/05-*/minutes.md"))
    minutes.write_text(minutes.read_text(encoding="utf-8") + "\nAdded by hand.\n", encoding="utf-8")
    for words in READING:
        told = handed.office.does("dawn", *words)
        assert "program itself" not in told.err, words
        assert handed.ran == "", words
    async with reviewing(book) as robot:
        await robot.sees("names programs")
        await robot.press("enter")
        await robot.is_told("None of them is run")
        await robot.sees("Safeguarding Children")
    assert handed.ran == ""


def by_ext(handed: HandedOver) -> None:
    handed.says("remote.evil.url", f"ext::{handed.canary}")
    handed.says("protocol.ext.allow", "always")


def by_ssh(handed: HandedOver) -> None:
    handed.says("remote.evil.url", "ssh://nowhere.invalid/book")
    handed.says("core.sshCommand", str(handed.canary))


def by_upload_pack(handed: HandedOver) -> None:
    handed.says("remote.evil.url", str(handed.office.top))
    handed.says("remote.evil.uploadpack", str(handed.canary))


def by_proxy(handed: HandedOver) -> None:
    handed.says("remote.evil.url", "git://nowhere.invalid/book")
    handed.says("core.gitProxy", str(handed.canary))


def by_a_helper(handed: HandedOver) -> None:
    handed.says("remote.evil.url", "book")
    handed.says("remote.evil.vcs", "ext")
    handed.says("protocol.allow", "always")
    handed.says("url.ext::sh -c.insteadOf", "book")


def by_pack_objects(handed: HandedOver) -> None:
    handed.says("remote.evil.url", f"file://{handed.office.top}")
    handed.says("uploadpack.packObjectsHook", str(handed.canary))


@pytest.mark.parametrize("way", [by_ext, by_ssh, by_upload_pack, by_proxy, by_a_helper, by_pack_objects])
@pytest.mark.parametrize(
    "leaves_alone",
    [pytest.param("1", id="git of today"), pytest.param("0", id="git of old", marks=pytest.mark.soak)],
)
def test_what_is_missing_is_never_fetched(
    handed: HandedOver, way: Callable[[HandedOver], None], leaves_alone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A git of old does not know how to leave fetching alone.
    monkeypatch.setitem(runner._ISOLATED_ENV, "GIT_NO_LAZY_FETCH", leaves_alone)
    handed.says("core.repositoryformatversion", "1")
    handed.says("extensions.partialClone", "evil")
    handed.says("remote.evil.promisor", "true")
    way(handed)
    handed.loses(f"HEAD:drafts/{SAMPLE_MEETING}/05-safeguarding-children-annual-report/minutes.md")
    asked = (*READING, *ACTING) if way is by_ext else (("show", ITEM), ACTING[1])
    for words in asked:
        told = handed.office.does("dawn", *words)
        assert "program itself" not in told.err + told.out, words
        assert handed.ran == "", words
    told = handed.office.does("dawn", "diff", ITEM)
    assert (told.code, "partial copy" in told.err) == (1, True)


@pytest.mark.parametrize("is_partial", [False, True], ids=["whole", "partial"])
@pytest.mark.parametrize("what", ["HEAD^{tree}", "HEAD:drafts", f"HEAD:drafts/{SAMPLE_MEETING}"])
def test_a_missing_folder_is_a_sentence(handed: HandedOver, what: str, is_partial: bool) -> None:
    if is_partial:  # and what it was copied from is gone
        handed.says("core.repositoryformatversion", "1")
        handed.says("extensions.partialClone", "gone")
        handed.says("remote.gone.promisor", "true")
        handed.says("remote.gone.url", str(handed.canary.parent / "nowhere"))
    handed.loses(what)
    said = "partial copy" if is_partial else "missing or damaged"
    for words in (*READING, *ACTING):
        told = handed.office.does("dawn", *words)
        assert "program itself" not in told.err + told.out, words
        assert "git could not" not in told.err + told.out, (words, told)
    for words in (READING[0], READING[3], ACTING[0], ACTING[1]):
        told = handed.office.does("dawn", *words)
        assert (told.code, said in told.err) == (1, True), (words, told)


def test_acting_runs_the_users_own_hooks_and_nothing_else(handed: HandedOver) -> None:
    harmless = {
        "gpg.program",
        "gpg.ssh.program",
        "filter.evil.clean",
        "filter.evil.smudge",
        "filter.evil.process",
    }
    for name in NAMES_A_PROGRAM:
        if name not in harmless:
            handed.says(name, str(handed.canary))
    hook = handed.office.top / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f'#!/bin/sh\necho hook >> "{handed.marks}.hook"\n', encoding="ascii")
    hook.chmod(0o755)
    told = handed.office.does("dawn", *ACTING[0])
    assert (told.code, "review-tui programs" in told.err) == (1, True)
    handed.office.does("dawn", "programs", "--allow")
    acts = [ACTING[0], ("undo",), ACTING[1], ("undo",), ("redo",)]
    acts += [*(("approve", str(number)) for number in range(1, 9)), ("sign-off", SAMPLE_MEETING)]
    for words in acts:
        told = handed.office.does("dawn", *words)
        assert told.code == 0, (words, told)
    assert handed.ran == ""
    assert Path(f"{handed.marks}.hook").read_text().split() == ["hook"] * len(acts)
    assert os.environ.get("GIT_ALLOW_PROTOCOL") is None
