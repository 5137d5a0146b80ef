"""Reads the history: commits with their reasons, and earlier versions of a file. Runs no one's programs."""

import datetime as dt
import os
import re
from collections.abc import Sequence
from typing import Final

from review_tui.domain.people import Reviewer
from review_tui.domain.refusals import Refusal
from review_tui.domain.text import decode
from review_tui.services.ports import Entry
from review_tui.stores.git_history.forms import Forms
from review_tui.stores.git_history.repository import Repository
from review_tui.stores.git_history.workfiles import parts_of

PLAIN: Final = ("--no-ext-diff", "--no-textconv", "--no-color", "--no-notes", "--no-show-signature")
"""Given to every log, so that it runs no programs and adds nothing."""
FIELDS: Final = (
    *("%H", "%an", "%ae", "%aI", "%s", "%b", "%(trailers)"),
    "%(trailers:only,unfold,key_value_separator=%x1f)",
)
FORMAT: Final = "--format=" + "%x00".join(FIELDS)
_LONG_AGO: Final = dt.datetime.fromtimestamp(0, dt.UTC)
_AUTHOR: Final = re.compile(
    r"^author ([^<>\n]+) <([^<>\n]*)> (\d{1,11}) ([+-])([01]\d)([0-5]\d)$", re.MULTILINE
)
_TRAILER: Final = re.compile(r"([A-Za-z0-9-]+): (\S(?:.*\S)?)")


def log(repo: Repository, paths: Sequence[str], limit: int | None) -> tuple[Entry, ...]:
    """Commits that changed any of ``paths``, newest first.

    Without a limit none comes before one that was built on it, whatever the clocks say; with one that would
    cost reading all.
    """
    newest = repo.newest()
    if newest is None or limit == 0:
        return ()
    count = ("--date-order",) if limit is None else (f"--max-count={limit}",)
    named = [from_top(repo, path) for path in paths]
    return _entries(repo, *count, "--end-of-options", newest[0], "--", *named)


def entry_of(repo: Repository, commit: str) -> Entry:
    """One commit."""
    stored = repo.objects.read(commit)
    simple = _simple_entry(commit, decode(stored.data)) if stored else None
    if simple:
        return simple
    found = _entries(repo, "--no-walk", "--end-of-options", commit, "--")
    if not found:
        raise Refusal("The newest commit can't be read back. Run 'git fsck' to check the repository.")
    return found[0]


def committed(repo: Repository, path: str, forms: Forms) -> bytes | None:
    """The file as the newest commit has it, in the form that it has in the work tree."""
    newest = repo.newest()
    parts = (*repo.prefix, *parts_of(path))
    leaf = repo.objects.find(newest[1], parts) if newest else None
    found = repo.objects.read(leaf.id) if leaf and leaf.is_plain else None
    return None if found is None or leaf is None else forms.shown(joined(parts), leaf.id, found.data)


def tags(repo: Repository, prefix: str) -> tuple[tuple[str, str], ...]:
    """The annotated tags whose names begin with ``prefix``, by name, each with the commit it stands on.

    A tag that says itself that it is another one was copied under a false name; it is left out.
    """
    facts = "%(refname)%00%(tag)%00%(*objecttype)%00%(*objectname)"
    listed = repo.must(repo.run.read("for-each-ref", f"--format={facts}", "refs/tags/"), "list the tags")
    rows = (line.split("\0") for line in decode(listed.out).split("\n")[:-1])
    named = ((ref.removeprefix("refs/tags/"), *rest) for ref, *rest in rows)
    return tuple(
        (name, target)
        for name, own_name, kind, target in named
        if name.startswith(prefix) and own_name == name and kind == "commit"
    )


def _entries(repo: Repository, *args: str) -> tuple[Entry, ...]:
    ran = repo.must(repo.run.read("log", *PLAIN, "-z", FORMAT, *args), "read the history")
    fields = decode(ran.out).split("\0")[:-1]
    width = len(FIELDS)
    return tuple(entry(*fields[at : at + width]) for at in range(0, len(fields) - width + 1, width))


def entry(
    commit: str, name: str, email: str, date: str, subject: str, body: str, block: str, trailers: str
) -> Entry:
    """The entry of a commit from the fields that ``FORMAT`` asks for."""
    pairs = (line.partition("\x1f") for line in trailers.split("\n") if line)
    reason = body.rstrip()
    if block.strip() and reason.endswith(block.rstrip()):
        reason = reason[: -len(block.rstrip())]
    return Entry(
        id=commit,
        by=Reviewer(name, email),
        at=_when(date),
        subject=subject,
        reason=reason.strip("\n").rstrip(),
        trailers=tuple((key, value) for key, _, value in pairs),
    )


def _simple_entry(commit: str, data: str) -> Entry | None:
    """The entry of a commit whose message is as we write them; ``None`` leaves it to git, which knows all."""
    header, _, message = data.partition("\n\n")
    author = _AUTHOR.search(header)
    paragraphs = message.strip("\n").split("\n\n")
    lines = [_TRAILER.fullmatch(line) for line in paragraphs[-1].split("\n")] if paragraphs[1:] else []
    if not author or "\n" in paragraphs[0] or not all(lines):
        return None
    sign = -1 if author[4] == "-" else 1
    offset = sign * dt.timedelta(hours=int(author[5]), minutes=int(author[6]))
    return Entry(
        id=commit,
        by=Reviewer(author[1], author[2]),
        at=dt.datetime.fromtimestamp(int(author[3]), dt.timezone(offset)),
        subject=paragraphs[0],
        reason="\n\n".join(paragraphs[1:-1]),
        trailers=tuple((line[1], line[2]) for line in lines if line),
    )


def _when(date: str) -> dt.datetime:
    """The time that git wrote; the start of 1970 for a commit whose time makes no sense."""
    try:
        return dt.datetime.fromisoformat(date)
    except ValueError:
        return _LONG_AGO


def from_top(repo: Repository, path: str) -> str:
    """A path of the book as git knows it; ``""`` and ``"."`` mean the whole book."""
    parts = repo.prefix if path in {"", "."} else (*repo.prefix, *parts_of(path.rstrip("/")))
    return joined(parts) or "."


def joined(parts: tuple[bytes, ...]) -> str:
    """The parts of a path as one, as git names it."""
    return os.fsdecode(b"/".join(parts))
