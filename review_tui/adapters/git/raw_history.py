"""Reads the objects of a repository through a scratch one, so that nothing else of it is believed.

The scratch repository has settings, references and hooks of its own, which are none; it only sees the
objects of the real one. So the settings of the repository and of the user, replaced objects, grafts, marks of
a shallow copy and the commit graph, which all make git tell another history, are never read.
"""

import datetime as dt
import hashlib
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Final, Self

from review_tui.adapters.git.repository import Repository
from review_tui.adapters.git.runner import GitResult, GitRunner
from review_tui.adapters.git.signed_objects import init_scratch_repository, quote_path
from review_tui.application.recorded import (
    HistoryUnverifiable,
    RawChange,
    RawCommit,
    RawTag,
    RecordedStep,
)
from review_tui.model.errors import Refusal
from review_tui.model.people import Reviewer
from review_tui.model.text import decode, encode
from review_tui.model.visible import visible

_TIMEOUT: Final = 600.0
"""Seconds that git may take to check every object there is."""
_ENVIRONMENT: Final = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_OPTIONAL_LOCKS": "0",
}
_NOT_READ: Final = ("GIT_CONFIG_COUNT", "GIT_CONFIG_PARAMETERS", "GIT_CONFIG")
_OPTIONS: Final = (
    # Files beside the objects that say what the objects would: they could say something else.
    *("-c", "core.commitGraph=false", "-c", "core.multiPackIndex=false"),
    *("-c", "advice.graftFileDeprecated=false"),
)
_BELIEVING: Final = ("-c", "core.commitGraph=true", "-c", "core.multiPackIndex=true")
_GRAPHS: Final = ("info/commit-graph", "info/commit-graphs")
_PACK_INDEXES: Final = ("pack/multi-pack-index",)
_HEADER: Final = re.compile(
    rb"tree ([0-9a-f]{40,64})\n((?:parent [0-9a-f]{40,64}\n)*)"
    rb"author ([^<>\n\0]* <[^<>\n\0]*)> (-?\d{1,19}) ([+-]\d{4})\n"
    rb"committer ([^<>\n\0]* <[^<>\n\0]*)> -?\d{1,19} [+-]\d{4}\n"
)
_SIGNATURE: Final = re.compile(rb"^gpgsig(?:-sha256)? ", re.MULTILINE)
_TAG: Final = re.compile(
    rb"object ([0-9a-f]{40,64})\ntype ([a-z]+)\ntag ([^\n\0]+)\n"
    rb"(?:tagger ([^<>\n\0]*) <([^<>\n\0]*)>[^\n]*\n)?"
)
_SHA256_DIGITS: Final = 64
"""Hexadecimal digits of an id in a repository of git's newer kind."""
_LONG_AGO: Final = dt.datetime.fromtimestamp(0, dt.UTC)
_MOST_LOST: Final = 1_000
"""Commits that are told of one by one when a history no longer leads to what was seen of it."""


class RawHistory:
    """The history that leads to ``tip``, from the objects in ``folders``. Close it when done.

    ``refs`` are the names of the repository with what they lead to; ``prefix`` is the folder, from the top of
    the repository, that alone is looked at.
    """

    def __init__(
        self,
        folders: Sequence[Path],
        tip: str,
        refs: Mapping[str, str],
        prefix: str = "",
        diversions: Sequence[str] = (),
        programs: Callable[[], tuple[str, ...]] = tuple,
    ) -> None:
        self._tip = tip
        self._refs = refs
        self.prefix = prefix
        self._diversions = tuple(diversions)
        self._programs = programs
        self._objects_dir = folders[0]
        self._scratch = Path(tempfile.mkdtemp(prefix="review-tui-verify-"))
        digits = len(tip) or 40
        init_scratch_repository(self._scratch, digits)
        self._algorithm = "sha256" if digits == _SHA256_DIGITS else "sha1"
        self._runner = GitRunner(self._scratch)
        self._environment = {
            **_ENVIRONMENT,
            "GIT_DIR": str(self._scratch),
            "GIT_OBJECT_DIRECTORY": str(folders[0]),
            "GIT_ALTERNATE_OBJECT_DIRECTORIES": os.pathsep.join(map(quote_path, map(str, folders[1:]))),
        }

    def close(self) -> None:
        """Take the scratch repository away."""
        shutil.rmtree(self._scratch, ignore_errors=True)

    def __enter__(self) -> Self:
        """Closes itself at the end of a ``with``."""
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def tip(self) -> str:
        """The commit that the history leads to; empty where there is none."""
        return self._tip

    def tags(self, prefix: str) -> tuple[RawTag, ...]:
        """The tags whose names begin with ``prefix``, by name, each as its own bytes say."""
        found = {
            ref.removeprefix("refs/tags/"): name
            for ref, name in sorted(self._refs.items())
            if ref.startswith(f"refs/tags/{prefix}")
        }
        read = {name: (kind, data) for name, kind, data in self._objects(dict.fromkeys(found.values()))}
        return tuple(_parse_tag(ref, name, *read[name]) for ref, name in found.items())

    def steps(self, after: str = "") -> Iterator[RecordedStep]:
        """The history of the tip, or what of it does not lead to ``after``; parents always come first."""
        if not self._tip:
            return
        commits = self._commits("--topo-order", "--reverse", self._tip, *([f"^{after}"] if after else ()))
        trees = {commit.id: commit.tree for commit in commits}
        older = {p for commit in commits for p in commit.parents if p not in trees}
        if older and not after:
            raise HistoryUnverifiable(_NO_BEGINNING)
        trees |= {commit.id: commit.tree for commit in self._read_commits(older)}
        pairs = [(trees.get(p, ""), c.tree) for c in commits for p in c.parents or ("",)]
        changes = self._differences(pairs, self._hash("tree", b""))
        for commit in commits:
            sides = tuple(changes[trees.get(p, ""), commit.tree] for p in commit.parents or ("",))
            yield RecordedStep(commit, sides)

    def files(self, commit: str, folders: Sequence[str] = ("",)) -> dict[str, str]:
        """The plain files at or below ``folders`` in a commit, with the names of their contents."""
        paths = list(filter(None, folders if any(folders) else [self.prefix]))
        ran = self._run_git("ls-tree", "-r", "-z", "--full-tree", commit, "--", *paths)
        rows = (row.partition("\t") for row in decode(ran.out).split("\0")[:-1])
        return {path: facts.split(" ")[2] for facts, _, path in rows if facts.startswith("100")}

    def contents(self, names: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """What files hold, each hashed anew. Raises ``HistoryUnverifiable``."""
        for name, kind, data in self._objects(names):
            if kind != "blob":
                raise _damaged(name)
            yield name, data

    def holds(self, commit: str) -> bool:
        """Whether this commit is in the repository, wherever."""
        return self._git("cat-file", "-e", f"{commit}^{{commit}}").code == 0

    def lost_since(self, commit: str) -> tuple[RawCommit, ...]:
        """The commits that led to ``commit`` and do not lead to the tip, newest first."""
        return tuple(self._commits(f"--max-count={_MOST_LOST}", commit, f"^{self._tip}"))

    def damage(self) -> str:
        """What git finds wrong with the objects, every one of them hashed; empty when nothing is."""
        heads = [self._tip, *(name for ref, name in self._refs.items() if ref.startswith("refs/tags/"))]
        fsck = ("fsck", "--full", "--no-dangling", "--no-progress", "--no-reflogs")
        ran = self._git(*fsck, *dict.fromkeys(filter(None, heads)))
        if ran.code:
            lines = [line for line in ran.message.splitlines() if not line.startswith("hint:")]
            return lines[0] if lines else ran.reason
        # Plain git believes these files about which commit holds what; nothing here does.
        for place, name in ((_GRAPHS, "commit-graph"), (_PACK_INDEXES, "multi-pack-index")):
            if any((self._objects_dir / each).exists() for each in place):
                looked = self._git(*_BELIEVING, name, "verify")
                if looked.code:
                    return f"{name}: {looked.reason}"
        return ""

    def programs(self) -> tuple[str, ...]:
        """A sentence for each program that the repository itself would have git run."""
        return self._programs()

    def diversions(self) -> tuple[str, ...]:
        """A sentence for each thing that makes plain git show another history here than its objects say."""
        return self._diversions

    def _commits(self, *args: str) -> list[RawCommit]:
        listed = self._git("rev-list", *args, "--")
        if listed.code:
            is_cut = _CUT_OFF.search(listed.message)
            raise HistoryUnverifiable(_NO_BEGINNING if is_cut else _unread_sentence(listed))
        return list(self._read_commits(decode(listed.out).split("\n")[:-1]))

    def _read_commits(self, names: Iterable[str]) -> Iterator[RawCommit]:
        for name, kind, data in self._objects(names):
            if kind != "commit":
                raise _damaged(name)
            yield _parse_commit(name, data)

    def _differences(
        self, pairs: Iterable[tuple[str, str]], empty: str
    ) -> dict[tuple[str, str], tuple[RawChange, ...]]:
        """How each pair of trees differs; an empty name is the empty tree."""
        found: dict[tuple[str, str], tuple[RawChange, ...]] = {}
        asked = []
        for old, new in dict.fromkeys(pairs):
            found[old, new] = ()
            if (old or empty) != new:
                asked.append((old, new))
        if not asked:
            return found
        lines = "".join(f"{old or empty} {new}\n" for old, new in asked)
        ran = self._run_git(
            *("diff-tree", "--stdin", "-r", "--raw", "-z", "--no-renames", "--no-abbrev"),
            data=encode(lines),
        )
        parsed = list(_parse_differences(ran.out))
        if [pair for pair, _ in parsed] != [(old or empty, new) for old, new in asked]:
            raise HistoryUnverifiable("git did not compare what it was asked to. Try again.")
        found |= {pair: changes for pair, (_, changes) in zip(asked, parsed, strict=True)}
        return found

    def _objects(self, names: Iterable[str]) -> Iterator[tuple[str, str, bytes]]:
        """Objects in order, each hashed anew. Raises ``HistoryUnverifiable`` for what is not as named."""
        left = iter(names)
        while batch := list(islice(left, _READ_TOGETHER)):
            ran = self._run_git(
                "cat-file", "--batch", "--buffer", data=encode("".join(f"{name}\n" for name in batch))
            )
            at = 0
            for name in batch:
                end = ran.out.find(b"\n", at)
                said = ran.out[at:end].split(b" ")
                if len(said) != 3 or said[0] != encode(name):  # noqa: PLR2004 -- name, kind, size
                    raise HistoryUnverifiable(
                        f"A part of the history is missing or damaged ({visible(name[:12])}), so nothing can "
                        "be proved. Fetch it again from where it came, or make a whole copy: git clone, "
                        "without --depth or --filter."
                    )
                size = int(said[2])
                data = ran.out[end + 1 : end + 1 + size]
                at = end + 2 + size
                kind = said[1].decode()
                if self._hash(kind, data) != name:
                    raise _damaged(name)
                yield name, kind, data

    def _hash(self, kind: str, data: bytes) -> str:
        framed = b"%b %d\0%b" % (kind.encode(), len(data), data)
        return hashlib.new(self._algorithm, framed, usedforsecurity=False).hexdigest()

    def _run_git(self, *args: str, data: bytes | None = None) -> GitResult:
        ran = self._git(*args, data=data)
        if ran.code:
            raise HistoryUnverifiable(_unread_sentence(ran))
        return ran

    def _git(self, *args: str, data: bytes | None = None) -> GitResult:
        try:
            return self._runner.write(
                *args,
                data=data,
                env=self._environment,
                config=_OPTIONS,
                timeout=_TIMEOUT,
                unset=_NOT_READ,
            )
        except Refusal as refusal:
            raise HistoryUnverifiable(str(refusal)) from refusal


_READ_TOGETHER: Final = 4_000
"""Objects that are read at one go: some ten megabytes of minutes."""


_NO_BEGINNING: Final = (
    "The beginning of this history is not on this computer, so nothing of it can be proved. Make a whole "
    "copy: git fetch --unshallow."
)
_CUT_OFF: Final = re.compile(
    r"traverse parents|[Cc]ould not read|unable to parse|walk setup failed", re.ASCII
)
"""What git says when a commit is missing that another was built on."""


def _unread_sentence(ran: GitResult) -> str:
    return f"The history can't be read to its end: {ran.reason}."


def _damaged(name: str) -> HistoryUnverifiable:
    return HistoryUnverifiable(
        f"An object of the history is not what its name says ({visible(name[:12])}): the repository is "
        "damaged, or somebody changed it. Run 'git fsck', and make a fresh copy from where it came."
    )


def _parse_commit(name: str, data: bytes) -> RawCommit:
    head, _, message = data.partition(b"\n\n")
    found = _HEADER.match(head + b"\n")
    if found is None:
        raise _damaged(name)
    tree, parents, author, at, zone, committer = found.groups()
    return RawCommit(
        id=name,
        tree=tree.decode("ascii"),
        parents=tuple(decode(parents).replace("parent ", "").split("\n")[:-1]),
        author=_person(author),
        committer=_person(committer),
        at=_commit_time(int(at), zone),
        message=decode(message),
        signed=bool(_SIGNATURE.search(head)),
    )


@lru_cache(maxsize=1_000)
def _person(said: bytes) -> Reviewer:
    name, _, email = decode(said).partition(" <")
    return Reviewer(name, email)


def _commit_time(seconds: int, zone: bytes) -> dt.datetime:
    try:
        return dt.datetime.fromtimestamp(seconds, _zone(zone))
    except (ValueError, OverflowError, OSError):
        return _LONG_AGO


@lru_cache(maxsize=1_000)
def _zone(said: bytes) -> dt.timezone:
    offset = dt.timedelta(hours=int(said[1:3]), minutes=int(said[3:]))
    return dt.timezone(-offset if said[:1] == b"-" else offset)


def _parse_tag(ref: str, name: str, kind: str, data: bytes) -> RawTag:
    found = _TAG.match(data) if kind == "tag" else None
    if found is None:
        return RawTag(ref, name)
    target, of_kind, own, who, email = (decode(each or b"") for each in found.groups())
    message = decode(data.partition(b"\n\n")[2])
    return RawTag(ref, name, own, target if of_kind == "commit" else "", Reviewer(who, email), message)


def _parse_differences(out: bytes) -> Iterator[tuple[tuple[str, str], tuple[RawChange, ...]]]:
    """The pairs of trees in what git gave, each with how they differ."""
    pair: tuple[str, str] | None = None
    changes: list[RawChange] = []
    parts = iter(out.split(b"\0"))
    for part in parts:
        line = part
        while line and not line.startswith(b":"):
            if pair:
                yield pair, tuple(changes)
            head, _, line = line.partition(b"\n")
            old, _, new = head.decode("ascii", "replace").partition(" ")
            pair, changes = (old, new), []
        if line:
            modes_and_names = line[1:].decode("ascii").split(" ")
            before, after = (
                name if mode.startswith("100") else ""
                for mode, name in zip(modes_and_names[:2], modes_and_names[2:4], strict=True)
            )
            changes.append(RawChange(os.fsdecode(next(parts)), before, after))
    if pair:
        yield pair, tuple(changes)


def raw_history_of(repo: Repository) -> RawHistory:
    """The history of the book that lives in ``repo``. Close it when done."""
    listed = repo.require_success(
        repo.run.read("for-each-ref", "--format=%(refname)%00%(objectname)", "refs/tags/", "refs/replace/"),
        "list its names",
    )
    refs = dict(line.split("\0") for line in decode(listed.out).split("\n")[:-1])
    newest = repo.head_commit()
    return RawHistory(
        [repo.common_dir / "objects"],
        newest[0] if newest else "",
        refs,
        b"/".join(repo.prefix).decode("utf-8", "surrogateescape"),
        tuple(_diversions(repo.common_dir, refs)),
        lambda: repo.programs().sentences,
    )


_DIVERTING: Final = (
    ("info/grafts", "says which commits come after which (grafts)"),
    ("shallow", "leaves out the beginning of the history (a shallow copy)"),
)


def _diversions(git_dir: Path, refs: Mapping[str, str]) -> Iterator[str]:
    """What in a repository has plain git show something else than the objects are."""
    if replaced := [ref for ref in refs if ref.startswith("refs/replace/")]:
        yield (
            f"Git is told here to show something else in the place of {len(replaced)} of its objects "
            f"({visible(replaced[0])}), so plain git shows another history than the one that was verified. "
            "Remove it: git replace --delete."
        )
    for name, what in _DIVERTING:
        path = git_dir / name
        try:
            is_there = path.stat().st_size > 0
        except OSError:
            is_there = False
        if is_there:
            yield (
                f"The file {visible(str(path))} {what}, so plain git shows another history than the one "
                "that was verified."
            )


def hub_references(git_dir: Path) -> dict[str, str]:
    """The tags of a repository that has no work tree, with what they lead to."""
    listed = GitRunner(git_dir).write(
        *("for-each-ref", "--format=%(refname)%00%(objectname)", "refs/tags/"), env={"GIT_DIR": str(git_dir)}
    )
    if listed.code:
        raise HistoryUnverifiable(_unread_sentence(listed))
    return dict(line.split("\0") for line in decode(listed.out).split("\n")[:-1])
