"""Sends and receives with git, and brings two lines of work together: the ``Exchange`` port."""

import contextlib
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from review_tui.adapters import durable_files
from review_tui.adapters.git import bundles, log, recovery, repository
from review_tui.adapters.git.config import LIST_CONFIG, Config, identity, parse_config
from review_tui.adapters.git.file_versions import versions_between
from review_tui.adapters.git.history import GitHistory, os_errors_as_refusals
from review_tui.adapters.git.join import Joint, fast_forward_joint, join
from review_tui.adapters.git.locks import remove_stale_locks, write_lock
from review_tui.adapters.git.network import Network, Scratch, refusal_of, shown_url
from review_tui.adapters.git.objects import PathParts, TreeEntry
from review_tui.adapters.git.repository import BRANCHES, Repository
from review_tui.adapters.git.runner import GitResult
from review_tui.adapters.git.signed_objects import make_tag
from review_tui.adapters.git.tree_merge import (
    Sides,
    TreeMerge,
    changed_by_both,
    merge_bases,
    merge_trees,
    tree_of,
)
from review_tui.adapters.git.worktree import read_file, split_path
from review_tui.application.ports import HistoryEntry, NewTag
from review_tui.application.sync_ports import (
    Chosen,
    Divergence,
    FileOutcome,
    Hub,
    PushOutcome,
    Received,
    Relation,
    Watch,
)
from review_tui.model.errors import Refusal
from review_tui.model.frozen import frozen
from review_tui.model.tag_names import SIGNED_APART
from review_tui.model.tag_names import TAGS as SIGNED
from review_tui.model.text import decode, encode
from review_tui.model.visible import visible

_TAGS: Final = f"refs/tags/{SIGNED}"
_INCOMING_BRANCH: Final = "refs/incoming/branch"
_INCOMING_TAGS: Final = f"refs/incoming/tags/{SIGNED}"
_REMOTES: Final = "refs/remotes/"
_APART: Final = "refs/review-tui/signed-apart/"
"""Where a tag is kept that made way for another of its name."""
NO_HUB: Final = (
    "This book has no hub yet, so there is nobody to send to or to receive from. Name one: review-tui "
    "hub URL. "
    "Without one, review-tui pack FILE writes what is new to a file that can be sent by mail."
)


@frozen
class _Surroundings:
    """What there is to reach others with."""

    settings: Config
    own: Config
    """The user's settings, without those of the repository."""
    refs: Mapping[str, str]
    """Branches here and elsewhere, and tags of signed minutes, each with what it names."""


def _look_around(repo: Repository) -> _Surroundings:
    listed, refs = repo.run.read_both(LIST_CONFIG, _list_refs("refs/heads/", _REMOTES, _TAGS))
    said = decode(repo.require_success(listed, "read git's settings").out)
    own = parse_config(said, {"system", "global", "command"})
    return _Surroundings(parse_config(said), own, _parse_refs(repo, refs))


class GitExchange:
    """Sends and receives for the book of ``history``."""

    def __init__(self, history: GitHistory) -> None:
        self._history = history
        self._looked: _Surroundings | None = None
        """The settings and branches as they were last read; used once, by what follows at once."""
        self._tags: Mapping[str, str] | None = None
        """The tags of signed minutes as they were read when the hub was asked for last."""
        self._counted: tuple[tuple[str, str], tuple[HistoryEntry, ...]] = ("", ""), ()
        """What is to be sent between two commits, as it was last counted."""

    def close(self) -> None:
        """End whatever runs in the background."""
        self._history.close()

    def hub(self) -> Hub:
        """The hub of the branch that is checked out. Raises ``Refusal`` where there is none."""
        repo = self._repo()
        self._looked = _look_around(repo)
        self._tags = {name: tag for name, tag in self._looked.refs.items() if name.startswith(_TAGS)}
        return _hub(repo, self._looked.settings)

    def shown_hub(self) -> str:
        """The hub's address, fit to show. Raises ``Refusal`` where there is none."""
        return shown_url(self.hub().url)

    def newest(self) -> str:
        """The newest commit here; empty where there is none."""
        return self._repo().branch().tip or ""

    def fetch(self, hub: Hub, watch: Watch) -> Received:
        """What the hub has now."""
        with self._scratch() as (repo, scratch):
            wanted = (f"+{hub.branch}:{_INCOMING_BRANCH}", f"+{_TAGS}*:{_INCOMING_TAGS}*")
            ran = _fetch(scratch, hub.url, wanted, watch)
            if ran.code and re.search(r"couldn't find remote ref", ran.message):
                scratch.forget(_INCOMING_BRANCH)
                ran = _fetch(scratch, hub.url, wanted[1:], watch)
            if ran.code:
                raise refusal_of(ran, hub.url)
            found = scratch.refs("refs/incoming")
            tip = found.get("branch", "")
            before = repo.objects.read(f"{hub.tracking}^{{commit}}")
            is_rewound = before is not None and before.id != tip and not repo.contains(tip or None, before.id)
            self._set_tracking_ref(repo, hub, tip)
            tags = {n.removeprefix("tags/"): i for n, i in found.items() if n.startswith("tags/")}
            return Received(tip, tags, hub, is_rewound)

    def push(self, hub: Hub, tags: Mapping[str, str], watch: Watch) -> PushOutcome:
        """Send the branch, and ``tags`` that the hub lacks."""
        with self._scratch() as (repo, scratch):
            tip = repo.branch().tip
            if tip is None:
                raise Refusal("Nothing is recorded in this book yet, so there is nothing to send.")
            specs = [f"{tip}:{hub.branch}", *(f"{i}:refs/tags/{name}" for name, i in tags.items())]
            for atomic in (("--atomic",), ()):
                ran = scratch.run(
                    *("push", "--porcelain", "--progress", "--no-verify", "--recurse-submodules=no"),
                    *(*atomic, "--end-of-options", hub.push_url or hub.url, *specs),
                    watch=watch,
                    doing="Sending",
                )
                if "does not support --atomic" not in ran.message:
                    break
            if ran.code == 0:
                self._set_tracking_ref(repo, hub, tip)
                return PushOutcome.SENT
            return _why_not_sent(ran, hub)

    def to_send(self) -> tuple[HistoryEntry, ...]:
        """What is recorded here and not at the hub, as far as is known; nothing without a hub."""
        try:
            repo = self._repo()
            hub = _hub(repo, repo.config())
        except (Refusal, OSError):
            return ()
        there = repo.objects.read(f"{hub.tracking}^{{commit}}")
        tip = repo.branch().tip
        if tip is None or (there is not None and there.id == tip):
            return ()
        key = (there.id if there else "", tip)
        if self._counted[0] != key:
            self._counted = key, self.entries_between(*key)
        return self._counted[1]

    def relation(self, theirs: str) -> Relation:
        """How the branch here stands to a commit that is here."""
        repo = self._repo()
        ours = repo.branch().tip
        if theirs == (ours or ""):
            return Relation.SAME
        if not theirs:
            return Relation.AHEAD
        if ours is None:
            return Relation.BEHIND
        bases = merge_bases(repo, ours, theirs)
        if not bases:
            return Relation.UNRELATED
        if bases == (ours,):
            return Relation.BEHIND
        return Relation.AHEAD if bases == (theirs,) else Relation.APART

    def divergence(self, theirs: str) -> Divergence:
        """What has to be put together to bring both lines of work together."""
        repo = self._repo()
        ours = repo.branch().tip
        if ours is None:
            raise Refusal("Nothing is recorded in this book yet. Sync again.")
        bases = merge_bases(repo, ours, theirs)
        if not bases:  # whoever asks knows that there are some
            raise Refusal("git could not say what was begun from. Try again; nothing was changed.")
        merge = merge_trees(repo, bases, ours, theirs)
        sides = Sides(repo, bases, ours, theirs)

        def read_sides(path: str) -> tuple[bytes | None, bytes | None, bytes | None]:
            parts = split_path(path)
            found = sides.base(parts), sides.ours(parts), sides.theirs(parts)
            base, mine, other = (
                repo.objects.blob(entry.id) if entry and entry.is_regular_file else None for entry in found
            )
            return base, mine, other

        return Divergence(
            ours,
            theirs,
            bases,
            changed_by_both(repo, merge),
            self.entries_between(theirs, ours),
            self.entries_between(ours, theirs),
            read_sides,
            "".join(f"{os.fsdecode(part)}/" for part in repo.prefix),
            bool(self.unfinished_merge()),
        )

    def entries_between(self, since: str, until: str) -> tuple[HistoryEntry, ...]:
        """What ``until`` has and ``since`` has not, newest first, without what only joined lines of work."""
        if not until or since == until:
            return ()
        but = (f"^{since}",) if since else ()
        return log.entries(self._repo(), "--no-merges", "--date-order", *but, until, "--")

    def work_tree_file(self, path: str) -> bytes | None:
        """A file as it is on disk, by its path from the top of the repository."""
        split_path(path)
        return read_file(self._repo().top / path)

    def fast_forward(self, theirs: str) -> None:
        """Make ``theirs``, which was built on all that is here, the newest commit here."""
        with self._only_writer() as repo:
            join(repo, fast_forward_joint(repo, repo.branch().tip, theirs))

    def join(self, divergence: Divergence, files: Mapping[str, FileOutcome], message: str) -> HistoryEntry:
        """Record the two lines as one, with what became of each file that both had changed."""
        with self._only_writer() as repo:
            merge = merge_trees(repo, divergence.bases, divergence.ours, divergence.theirs)
            entries, blobs = _entries(repo, merge, files)
            joint = Joint(
                divergence.theirs,
                entries,
                blobs,
                message,
                divergence.ours,
                takes_over=divergence.is_under_way,
            )
            return log.entry_of(repo, join(repo, joint))

    def tags(self) -> Mapping[str, str]:
        """The tags of signed minutes here: each name with the id of its object."""
        if self._tags is None:
            self._tags = _refs(self._repo(), _TAGS)
        return {name.removeprefix("refs/tags/"): object_id for name, object_id in self._tags.items()}

    def take_tags(self, tags: Mapping[str, str]) -> tuple[str, ...]:
        """Have the tags that are missing here; the names of those that are others here already."""
        if not tags:
            return ()
        here = self.tags()
        missing = {name: object_id for name, object_id in tags.items() if name not in here}
        if missing:
            self._tags = None
            with self._only_writer() as repo:
                for name, object_id in missing.items():
                    _create_tag(repo, name, object_id)
        return tuple(name for name, object_id in tags.items() if here.get(name, object_id) != object_id)

    def rename_own_tag(self, name: str, theirs: str, new_name: str) -> str:
        """Let our own tag make way for ``theirs``, and stand as ``new_name`` on the same commit."""
        self._tags = None
        ours = self.tags().get(name, "")
        self._tags = None
        with self._only_writer() as repo:
            found = repo.objects.read(ours)
            config = repo.config()
            who = identity(config)
            if found is None or found.kind != "tag" or not _is_by(found.data, who.committer.email):
                return ""
            head, _, message = found.data.partition(b"\n\n")
            words, _, _ = decode(message).partition("-----BEGIN ")
            kept = f"{words.rstrip()}\n{SIGNED_APART}: {name} {ours}\n"
            commit = decode(head.partition(b"\n")[0].removeprefix(b"object "))
            made, data = make_tag(repo, config, NewTag(new_name, kept), commit, who.env)
            repo.objects.store([("tag", data)], shared_mode=config.shared_mode)
            repo.objects.flush({made.id})
            steps = (
                *("start", f"update refs/tags/{name}", theirs, ours),
                *(f"create {made.ref}", made.id),
                # What was made first is kept too: nothing that was signed is ever thrown away.
                *(f"create {_APART}{name}-{ours[:12]}", ours, "prepare", "commit", ""),
            )
            refs = (f"refs/tags/{name}", made.ref, f"{_APART}{name}-{ours[:12]}")
            ran = _update_refs(repo, refs, "--stdin", "-z", data=encode("\0".join(steps)))
            repo.require_success(ran, "give the tag another name")
        return new_name

    def tag_time(self, tag: str) -> tuple[int, str]:
        """When the tag with this id was made, in seconds, and its id: to put tags in order."""
        found = self._repo().objects.read(tag) if tag else None
        at = re.search(rb"^tagger [^\n]*> (\d{1,12}) ", found.data, re.MULTILINE) if found else None
        return int(at[1]) if at else 0, tag

    def unfinished_merge(self) -> str:
        """The commit that plain git is bringing together with what is here; empty when it is not."""
        repo = self._repo()
        try:
            named = (repo.git_dir / "MERGE_HEAD").read_bytes().split()
        except OSError:
            return ""
        if len(named) != 1:  # git can bring more than two together, which nobody does with minutes
            return ""
        found = repo.objects.read(f"{decode(named[0])}^{{commit}}")
        return found.id if found else ""

    def keep_state(self, name: str, data: bytes | None) -> None:
        """Durably keep ``data`` with the repository, outside the history; ``None`` forgets it."""
        with os_errors_as_refusals("try again"):
            repo = self._repo()
            repository.check_private_dir(repo)
            path = repo.private_dir / recovery.STATES / name
            with write_lock(repo.common_dir / repository.PRIVATE_DIR):
                if data is None:
                    durable_files.remove(path)
                else:
                    durable_files.make_folder(path.parent)
                    durable_files.replace(path, data)

    def kept_state(self, name: str) -> bytes | None:
        """What was kept under ``name``."""
        repo = self._repo()
        if repository.why_private_dir_unsafe(repo):
            return None
        with os_errors_as_refusals("try again"):  # what was chosen is never taken for nothing
            try:
                return (repo.private_dir / recovery.STATES / name).read_bytes()
            except (FileNotFoundError, NotADirectoryError):
                return None

    def pack(self, file: Path, *, is_all: bool) -> int:
        """Write what others may not have yet to one file; how many commits that is."""
        with self._scratch() as (repo, scratch):
            return bundles.pack(repo, scratch, file, self._known_elsewhere(repo) if not is_all else ())

    def unpack(self, file: Path) -> Received:
        """What such a file brings. Raises ``Refusal`` where it builds on what is not here."""
        with self._scratch() as (repo, scratch):
            self._tags = None
            tip, tags = bundles.unpack(repo, scratch, file)
            _set_ref(repo, bundles.UNPACKED, tip)
            return Received(tip, tags)

    def set_hub(self, url: str, *, is_new: bool) -> Hub:
        """Make ``url`` the hub of the branch that is checked out; ``is_new`` also makes it, in a folder."""
        repo = self._repo()
        return _set_hub(repo, repo.config(), url, is_new=is_new)

    def texts_since(
        self, path: str, since: Sequence[str], until: str
    ) -> tuple[tuple[HistoryEntry, bytes], ...]:
        """The versions of a file, by its path from the top, that ``until`` has and ``since`` have not."""
        return versions_between(self._repo(), path, since, until)

    def _known_elsewhere(self, repo: Repository) -> tuple[str, ...]:
        """The commits that somebody else is known to have."""
        found = [_refs(repo, bundles.UNPACKED).get(bundles.UNPACKED, "")]
        with contextlib.suppress(Refusal):
            there = repo.objects.read(f"{self.hub().tracking}^{{commit}}")
            found.append(there.id if there else "")
        return tuple(each for each in found if each)

    def _repo(self) -> Repository:
        return self._history.repository()

    @contextlib.contextmanager
    def _only_writer(self) -> Iterator[Repository]:
        """Be the only writer, with everything tidy that a crash may have left."""
        with os_errors_as_refusals("make sure that it was recorded before you go on"):
            repo = self._repo()
            repository.check_private_dir(repo)
            with write_lock(repo.common_dir / repository.PRIVATE_DIR) as alone:
                if alone and recovery.pending_intents(repo.private_dir):
                    recovery.recover(repo)
                yield repo

    @contextlib.contextmanager
    def _scratch(self) -> Iterator[tuple[Repository, Scratch]]:
        """A repository to reach others from, which knows what is here."""
        with os_errors_as_refusals("try again"):
            repo = self._repo()
            repository.check_private_dir(repo)
            around, self._looked = self._looked or _look_around(repo), None
            with Network(repo, around.own, around.settings).scratch(around.refs) as scratch:
                yield repo, scratch

    def _set_tracking_ref(self, repo: Repository, hub: Hub, tip: str) -> None:
        """Note what the hub has, as git itself does after every fetch and push."""
        if tip:
            _set_ref(repo, hub.tracking, tip)


def _is_by(tag: bytes, email: str) -> bool:
    """Whether a tag was made by whoever has this address."""
    by = re.search(rb"^tagger [^\n<]*<([^\n>]*)>", tag, re.MULTILINE)
    return by is not None and decode(by[1]).casefold() == email.casefold()


def _fetch(scratch: Scratch, url: str, wanted: Sequence[str], watch: Watch) -> GitResult:
    return scratch.run(
        *("fetch", "--no-tags", "--no-write-fetch-head", "--no-auto-maintenance", "--no-recurse-submodules"),
        *("--no-show-forced-updates", "--prune", "--progress", "--end-of-options", url, *wanted),
        watch=watch,
        doing="Receiving",
    )


def _list_refs(*prefixes: str) -> tuple[str, ...]:
    return ("for-each-ref", "--format=%(objectname) %(refname) %(symref)", *prefixes)


def _parse_refs(repo: Repository, ran: GitResult) -> dict[str, str]:
    lines = decode(repo.require_success(ran, "list its branches").out).split("\n")[:-1]
    rows = (line.split(" ") for line in lines)
    return {name: object_id for object_id, name, symbolic in rows if not symbolic}


def _refs(repo: Repository, prefix: str) -> dict[str, str]:
    return _parse_refs(repo, repo.run.read(*_list_refs(prefix)))


def _set_ref(repo: Repository, ref: str, commit: str) -> None:
    """Have ``ref`` name ``commit``, which need not be newer: it is a note of what another has."""
    found = repo.objects.read(f"{ref}^{{commit}}")
    if found is None or found.id != commit:
        ran = _update_refs(repo, (ref,), "-m", "review-tui sync", ref, commit)
        repo.require_success(ran, "note what the others have")


def _update_refs(repo: Repository, refs: Sequence[str], *words: str, data: bytes | None = None) -> GitResult:
    """Have git move ``refs``; where a git that was killed has left them locked, without its locks."""
    runner = repo.run.without_hooks()
    ran = runner.write("update-ref", *words, data=data)
    # git holds such a lock for milliseconds: one that stays while it is watched is nobody's, however old.
    if ran.code and remove_stale_locks([repo.common_dir / f"{ref}.lock" for ref in refs], since=0):
        ran = runner.write("update-ref", *words, data=data)
    return ran


def _create_tag(repo: Repository, name: str, object_id: str) -> None:
    ref = f"refs/tags/{name}"
    ran = _update_refs(repo, (ref,), ref, object_id, "0" * len(object_id))
    repo.require_success(ran, "keep the tag of signed minutes")


def _hub(repo: Repository, config: Config) -> Hub:
    ref = repo.ref()
    if not ref.startswith(BRANCHES):
        raise Refusal(
            "The history stands at no branch, so nothing can be sent or received. In a terminal, in this "
            "book's "
            "folder: git switch main (or whatever your branch is called)."
        )
    name = ref.removeprefix(BRANCHES)
    remotes = [each for each in config.subsections("remote") if config.text(f"remote.{each}.url")]
    remote = config.text(f"branch.{name}.remote") or (remotes[0] if len(remotes) == 1 else "")
    url = config.text(f"remote.{remote}.url")
    if remote == "." or (remotes and not url):
        raise Refusal(
            f"git does not say which of its remotes ({', '.join(map(visible, remotes))}) the branch "
            f"{visible(name)} belongs to. Say it: review-tui hub URL"
        )
    if not url:
        raise Refusal(NO_HUB)
    branch = config.text(f"branch.{name}.merge") or ref
    if not branch.startswith(BRANCHES):
        branch = BRANCHES + branch
    tracking = f"{_REMOTES}{remote}/{branch.removeprefix(BRANCHES)}"
    push_url = config.text(f"remote.{remote}.pushurl")
    return Hub(remote, _address(repo, url), branch, tracking, _address(repo, push_url) if push_url else "")


def _address(repo: Repository, url: str) -> str:
    """A URL as it means the same from every folder."""
    return url if _is_elsewhere(url) else str((repo.top / Path(url).expanduser()).resolve())


def _is_elsewhere(url: str) -> bool:
    """Whether a URL names another computer, and not a folder of this one."""
    return "://" in url or re.match(r"[^/]+:", url) is not None


def _why_not_sent(ran: GitResult, hub: Hub) -> PushOutcome:
    """Whether somebody was quicker; else raises what is wrong."""
    lines = decode(ran.out).split("\n")
    refused = [line for line in lines if line.startswith("!")]
    why = " ".join(refused)
    quicker = ("fetch first", "non-fast-forward", "stale info", "failed to update ref", "cannot lock ref")
    if (
        any(word in why for word in quicker)
        or "cannot lock ref" in ran.message
        or "incorrect old value" in why
    ):
        return PushOutcome.SOMEBODY_WAS_QUICKER
    shown = shown_url(hub.url)
    if "branch is currently checked out" in ran.message:
        raise Refusal(
            f"{shown} is somebody's own working folder, and can't be a hub too. Make one beside it: "
            "review-tui hub "
            "--new FOLDER"
        )
    if "already exists" in why:
        return PushOutcome.SOMEBODY_WAS_QUICKER  # a tag of that name came meanwhile: receive it first
    if refused:
        said = [
            line.removeprefix("remote:").strip() for line in ran.message.splitlines() if "remote:" in line
        ]
        told = f" It says: {' '.join(filter(None, said))}" if any(said) else ""
        raise Refusal(
            f"{shown} refuses what you would send, so it is still only here. Ask whoever keeps the hub.{told}"
        )
    raise refusal_of(ran, hub.url)


def _entries(
    repo: Repository, merge: TreeMerge, files: Mapping[str, FileOutcome]
) -> tuple[dict[PathParts, TreeEntry | None], tuple[bytes, ...]]:
    """What to put into our tree, and the contents that are in neither line."""
    entries = dict(merge.taken)
    blobs: list[bytes] = []
    for path, outcome in files.items():
        parts = split_path(path)
        base, ours, theirs = merge.both.get(parts, (None, None, None))
        if parts not in merge.both:
            ours = entries.pop(parts, None) if parts in entries else None
            ours = ours or repo.objects.find(tree_of(repo, repo.branch().tip or ""), parts)
        if isinstance(outcome, Chosen):
            if outcome is Chosen.THEIRS or parts in merge.both:
                entries[parts] = theirs if outcome is Chosen.THEIRS else ours
        elif outcome is None:
            entries[parts] = None
        else:
            blob = repo.objects.hash_object("blob", outcome)
            modes = [entry.mode for entry in (ours, theirs) if entry and entry.is_regular_file]
            changed = [mode for mode in modes if base is None or mode != base.mode]
            entries[parts] = TreeEntry((changed or modes or [b"100644"])[0], blob)
            blobs.append(outcome)
    return entries, tuple(blobs)


def _set_hub(repo: Repository, config: Config, url: str, *, is_new: bool) -> Hub:
    ref = repo.ref()
    name = ref.removeprefix(BRANCHES)
    if not ref.startswith(BRANCHES):
        raise Refusal("The history stands at no branch, so it can't be given a hub.")
    if url.startswith("-") or "\n" in url or not url.strip():
        raise Refusal(f"“{visible(url)}” can't be the address of a hub.")
    if not _is_elsewhere(url):
        url = str(Path(url).expanduser().resolve())
    if is_new:
        _make_hub(repo, url, name)
    remotes = [each for each in config.subsections("remote") if config.text(f"remote.{each}.url")]
    remote = next((each for each in remotes if config.text(f"remote.{each}.url") == url), "")
    if not remote:
        remote = next(each for n in range(len(remotes) + 1) if (each := f"hub{n or ''}") not in remotes)
        remote = "origin" if "origin" not in remotes else remote
        _configure(repo, f"remote.{remote}.url", url)
        _configure(repo, f"remote.{remote}.fetch", f"+refs/heads/*:{_REMOTES}{remote}/*")
    _configure(repo, f"branch.{name}.remote", remote)
    _configure(repo, f"branch.{name}.merge", ref)
    return _hub(repo, repo.config())


def _make_hub(repo: Repository, url: str, branch: str) -> None:
    """Make a hub in a folder: a repository without files, that takes nothing back."""
    if _is_elsewhere(url):
        raise Refusal(
            "A hub can be made in a folder of this computer or of your network only. Name a folder."
        )
    place = Path(url)
    if place.exists() and (not place.is_dir() or any(place.iterdir())):
        raise Refusal(
            f"{visible(url)} is there already and is not empty. Name a folder that is still to be made."
        )
    made = repo.run.write(
        *("init", "--quiet", "--bare", "--template=", f"--initial-branch={branch}", "--end-of-options", url)
    )
    repo.require_success(made, "make the hub")
    for key, value in (("receive.denyNonFastForwards", "true"), ("receive.denyDeletes", "true")):
        repo.require_success(
            repo.run.write("config", "--file", str(place / "config"), key, value), "set up the hub"
        )


def _configure(repo: Repository, name: str, value: str) -> None:
    repo.require_success(
        repo.run.write("config", "--local", "--replace-all", name, value), "keep where the hub is"
    )
