"""Makes the newest commit here one that holds others' work too, by the same way as every other commit.

The steps, and what a crash leaves, are those of ``commit``: objects first, then the intent, then the
branch by
compare-and-swap, then work tree and index. Nothing that somebody typed is at stake, so a crash before the
branch moved leaves nothing behind; the sync is simply done again.
"""

import os
import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from review_tui.adapters import durable_files
from review_tui.adapters.git import recovery
from review_tui.adapters.git.commit import CommitAttempt, check_commit
from review_tui.adapters.git.objects import PathParts, TreeEntry
from review_tui.adapters.git.repository import Repository
from review_tui.adapters.git.signed_objects import commit_tree
from review_tui.adapters.git.tree_merge import check_name, tree_of
from review_tui.adapters.git.worktree import FileUpdate, join_path, read_file
from review_tui.anchoring.three_way import merge_texts
from review_tui.model.errors import Refusal
from review_tui.model.frozen import frozen
from review_tui.model.merge_markers import merge_markers
from review_tui.model.text import decode, encode
from review_tui.model.visible import visible

REPLACED: Final = "replaced"
"""The folder of files that a merge of plain git left, and which were not what was settled."""


@frozen
class Joint:
    """Two lines of work as one."""

    theirs: str
    """Their newest commit."""
    entries: Mapping[PathParts, TreeEntry | None]
    """What has to be put into our tree."""
    blobs: tuple[bytes, ...] = ()
    """Contents that are in neither line."""
    message: str = ""
    """Of the commit that joins them; empty where theirs was built on ours, and becomes the newest."""
    ours: str | None = None
    """Our newest commit, which must still be that; ``None`` where there is none yet."""
    takes_over: bool = False
    """Whether it ends a merge that plain git has begun."""


@frozen
class PlannedEntry(FileUpdate):
    """One file that changes with the commit."""

    parts: PathParts
    entry: TreeEntry | None
    before: TreeEntry | None
    text: bytes | None = None
    """The bytes for the work tree, where they are not simply the committed ones."""

    @property
    def path(self) -> str:
        """From the top of the work tree, as git names it."""
        return join_path(self.parts)


class JoinAttempt(CommitAttempt):
    """One try at bringing two lines together on top of one particular tip.

    No hooks are run: what others did was let through by theirs, and is not to be judged or rewritten here.
    """

    _runs_hooks = False

    def __init__(self, repo: Repository, joint: Joint) -> None:
        here = repo.branch().tree
        changed = {
            path: entry for path, entry in joint.entries.items() if repo.objects.find(here, path) != entry
        }
        self._joint = replace(joint, entries=changed)
        self._takes_over = joint.takes_over
        super().__init__(repo, (), joint.message, None, None)
        if self._branch.tip != joint.ours:
            raise Refusal("Something was recorded here meanwhile. Sync again; nothing was changed.")

    def _plan(self, _: object) -> tuple[PlannedEntry, ...]:
        return tuple(
            self._planned_entry(parts, entry)
            for parts, entry in self._joint.entries.items()
            if entry is None or entry.is_regular_file
        )

    def _planned_entry(self, parts: PathParts, entry: TreeEntry | None) -> PlannedEntry:
        """What becomes of one file on the disk: what was typed there and is not recorded yet is kept."""
        repo, path = self._repo, join_path(parts)
        target = repo.top / path
        if any(above.is_symlink() for above in target.parents if above.is_relative_to(repo.top)):
            raise Refusal(
                f"{visible(path)} is reached through a link, which could lead anywhere. Put the folder "
                "itself in "
                "the place of the link; nothing was changed."
            )
        before = repo.objects.find(self._branch.tree, parts)
        before = before if before and before.is_regular_file else None
        if target.is_symlink() and not before:  # a link that a file takes the place of, or that goes
            target.unlink()
        found = None if target.is_dir() else read_file(target)
        new = self._smudged(path, entry)
        if self._is_as_recorded(path, found, before) or found == new:
            return PlannedEntry(target, found, new, parts, entry, before)
        if self._joint.takes_over and found is not None:
            self._put_aside(path, found)
            return PlannedEntry(target, found, new, parts, entry, before)
        return self._with_unrecorded(PlannedEntry(target, found, new, parts, entry, before))

    def _smudged(self, path: str, entry: TreeEntry | None) -> bytes | None:
        if entry is None:
            return None
        known = {self._repo.objects.hash_object("blob", data): data for data in self._joint.blobs}
        if entry.id in known:
            self._repo.objects.store([("blob", known[entry.id])], shared_mode=self._config.shared_mode)
            return self._filters.smudge(path, entry.id, known[entry.id])
        return self._filters.smudge(path, entry.id, self._repo.objects.blob(entry.id))

    def _is_as_recorded(self, path: str, found: bytes | None, before: TreeEntry | None) -> bool:
        if found is None:
            return True  # nobody's words are there to be lost
        return before is not None and self._filters.looks_like_version(path, found, before.id)

    def _with_unrecorded(self, planned: PlannedEntry) -> PlannedEntry:
        """The file with what came, and with what somebody has edited in it and not recorded."""
        path = planned.path
        if planned.before and planned.entry and planned.new is not None and planned.found is not None:
            was = self._smudged(path, planned.before) or b""
            texts = [decode(data) for data in (was, planned.found, planned.new)]
            merged = merge_texts(*texts).text if not merge_markers(texts[1]) else None
            if merged is not None:
                text = encode(merged)
                return PlannedEntry(
                    planned.target, planned.found, text, planned.parts, planned.entry, planned.before, text
                )
        told = (
            "was edited in another program, and that is not recorded; what came changes the same words"
            if planned.before
            else "is a file that was never recorded, and what came has another by that name"
        )
        raise Refusal(
            f"{visible(path)} {told}. Record it, or move it away, and sync again; nothing was changed."
        )

    def _put_aside(self, path: str, found: bytes) -> None:
        """Keep what plain git, or a hand, left in a file, where it is not what was settled."""
        folder = self._repo.private_dir / REPLACED / time.strftime("%Y%m%dT%H%M%S", time.gmtime())
        kept = folder / path.replace("/", "__")
        durable_files.make_folder(folder)
        durable_files.replace(kept, found)

    def _root(self) -> Path:
        return self._repo.top

    def _write_objects(self) -> None:
        """The commit of both lines on the disk, if one is needed, and the intent; on no branch yet."""
        objects, joint = self._repo.objects, self._joint
        if joint.message:
            new = [("blob", data) for data in joint.blobs]
            tree, trees = objects.edit_tree(self._branch.tree, joint.entries)
            fresh = [*new, *(("tree", data) for data in trees)]
            objects.store(fresh, shared_mode=self._config.shared_mode)  # type: ignore[arg-type]
            signs = self._config.is_on("commit.gpgsign")
            self.commit = commit_tree(
                self._repo,
                self._branch,
                tree,
                self._message,
                self._identity_env,
                signs=signs,
                joins=joint.theirs,
            )
            ids = {objects.hash_object(kind, data) for kind, data in fresh}  # type: ignore[arg-type]
            objects.flush({*ids, self.commit})
            check_commit(self._repo, self._branch, self.commit, joint.entries, joins=joint.theirs)
        else:
            self.commit = joint.theirs
        planned = {entry.parts: entry for entry in self._entries()}
        files = tuple(
            self._intended(parts, entry, planned.get(parts)) for parts, entry in joint.entries.items()
        )
        self._intent = recovery.Intent(
            self._branch.ref, files, commit=self.commit, takes_over=joint.takes_over
        )
        self._intent_file = self._intent.write(self._repo.private_dir)

    def _intended(
        self, parts: PathParts, entry: TreeEntry | None, planned: PlannedEntry | None
    ) -> recovery.IntendedFile:
        before = self._repo.objects.find(self._branch.tree, parts)
        found = planned.found if planned else None
        return recovery.IntendedFile(
            path=join_path(parts),
            mode=(entry or before or TreeEntry(b"100644", "")).mode.decode("ascii"),
            before=before.id if before and not before.is_tree else None,
            after=entry.id if entry else None,
            found=None if found is None else recovery.sha256(found),
            text=recovery.encoded(planned.text) if planned else None,
        )

    def _entries(self) -> tuple[PlannedEntry, ...]:
        return tuple(planned for planned in self._planned if isinstance(planned, PlannedEntry))

    def update_worktree(self) -> None:
        """Bring work tree and index up to the commit, links and what plain git kept of its merge included."""
        for parts, entry in self._joint.entries.items():
            if entry and not entry.is_regular_file:
                _place_special(self._repo, parts, entry)
        super().update_worktree()
        for planned in self._entries():
            if planned.entry and planned.entry.mode == recovery.EXECUTABLE:
                recovery.make_executable(planned.target)
        if self._joint.takes_over:
            forget_merge(self._repo)


def _place_special(repo: Repository, parts: PathParts, entry: TreeEntry) -> None:
    """Make a link, or the empty folder of a repository within, where nothing stands in its place."""
    target = repo.top / join_path(parts)
    if os.path.lexists(target) and not target.is_symlink():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    if entry.mode == b"120000":
        target.unlink(missing_ok=True)
        target.symlink_to(os.fsdecode(repo.objects.blob(entry.id)))
    elif not target.is_symlink():
        target.mkdir(exist_ok=True)


def forget_merge(repo: Repository) -> None:
    """Take away what plain git keeps of a merge that is done now."""
    for name in recovery.MERGE_STATE:
        durable_files.remove(repo.git_dir / name)


def join(repo: Repository, joint: Joint) -> str:
    """Bring two lines together; the commit. Raises ``Refusal``. Call it while being the only writer."""
    attempt = JoinAttempt(repo.without_hooks(), joint)
    if not attempt.try_commit():
        raise Refusal("Something was recorded here meanwhile. Sync again; nothing was changed.")
    attempt.update_worktree()
    return attempt.commit


def fast_forward_joint(repo: Repository, tip: str | None, theirs: str) -> Joint:
    """What has to be done to make ``theirs`` the newest commit on top of ``tip``."""
    old = tree_of(repo, tip) if tip else None
    new = tree_of(repo, theirs)
    entries: dict[PathParts, TreeEntry | None] = {}
    for path in repo.objects.diff_trees(old, new):
        check_name(path)
        entry = repo.objects.find(new, path)
        entries[path] = None if entry is None or entry.is_tree else entry
    return Joint(theirs, entries, ours=tip)
