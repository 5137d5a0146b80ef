"""Work in one file, to be sent by mail: a bundle of git's."""

import os
import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from review_tui.adapters.git.network import Scratch
from review_tui.adapters.git.repository import BRANCHES, Repository
from review_tui.application.sync_ports import Watch
from review_tui.model.errors import Refusal
from review_tui.model.tag_names import TAGS as SIGNED
from review_tui.model.text import decode
from review_tui.model.visible import visible

UNPACKED: Final = "refs/review-tui/unpacked"
"""The newest commit that came in a file: whoever sent it has it."""
_QUIET = Watch()


def pack(repo: Repository, scratch: Scratch, file: Path, known: Sequence[str]) -> int:
    """Write what none of ``known`` has to ``file``; how many commits that is. Raises ``Refusal``."""
    branch = repo.branch()
    if branch.tip is None:
        raise Refusal("Nothing is recorded in this book yet, so there is nothing to pack.")
    but = [f"^{commit}" for commit in known if repo.objects.read(commit)]
    counted = repo.require_success(
        repo.run.read("rev-list", "--count", "--no-merges", branch.tip, *but, "--"), "count what is new"
    )
    newer = repo.require_success(
        repo.run.read("rev-list", "--count", branch.tip, *but, "--"), "count what is new"
    )
    if int(decode(newer.out)) == 0:
        raise Refusal(
            "There is nothing new to pack: the others have all that is recorded here. With --all the "
            "whole book "
            "is packed."
        )
    place = file.expanduser().resolve()
    half = place.with_name(f".{place.name}-{secrets.token_hex(4)}.part")
    tags = ("--tags=minutes/*",) if _has_tags(repo) else ()
    try:
        ran = scratch.run(
            "bundle", "create", "--quiet", str(half), "HEAD", branch.ref, *tags, *but, watch=_QUIET, doing=""
        )
        repo.require_success(ran, "write the file")
        half.replace(place)
    finally:
        half.unlink(missing_ok=True)
    return int(decode(counted.out))


def _has_tags(repo: Repository) -> bool:
    listed = repo.run.read("for-each-ref", "--count=1", "--format=%(refname)", f"refs/tags/{SIGNED}")
    return bool(listed.out)


def unpack(repo: Repository, scratch: Scratch, file: Path) -> tuple[str, dict[str, str]]:
    """The newest commit and the tags that ``file`` brings; all of it is here then. Raises ``Refusal``."""
    place = file.expanduser().resolve()
    shown = visible(str(file))
    if not place.is_file():
        raise Refusal(f"There is no file {shown}.")
    listed = scratch.run("bundle", "list-heads", os.fspath(place), watch=_QUIET, doing="")
    rows = [line.split(" ", 1) for line in decode(listed.out).split("\n") if " " in line]
    branches = [(name, commit) for commit, name in rows if name.startswith(BRANCHES)]
    if listed.code or not branches:
        raise Refusal(
            f"{shown} is no packed work of a minute book: review-tui pack FILE writes such a file. If it "
            "came by "
            "mail, save it anew; some mail programs change what they carry."
        )
    here = repo.ref()
    name, _ = next((each for each in branches if each[0] == here), branches[0])
    tags = f"+refs/tags/{SIGNED}*:refs/incoming/tags/{SIGNED}*"
    for known in ("branch", *(f"tags/{name}" for name in scratch.refs("refs/incoming/tags"))):
        scratch.forget(f"refs/incoming/{known}")
    ran = scratch.run(
        *("fetch", "--no-tags", "--no-write-fetch-head", "--no-auto-maintenance", "--no-recurse-submodules"),
        *("--quiet", "--end-of-options", os.fspath(place), f"+{name}:refs/incoming/branch", tags),
        watch=_QUIET,
        doing="",
    )
    if ran.code and "prerequisite" in ran.message.lower():
        raise Refusal(
            f"{shown} builds on work that is not here. Read in what was sent before it first, or ask for "
            "all of it: "
            "review-tui pack --all FILE"
        )
    if ran.code:
        raise Refusal(f"{shown} can't be read: {ran.reason}. Ask for it to be sent again.")
    found = scratch.refs("refs/incoming")
    signed = {n.removeprefix("tags/"): i for n, i in found.items() if n.startswith("tags/")}
    return found["branch"], signed
