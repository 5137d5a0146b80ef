"""Makes one commit of exactly the given files, so that it survives being cut short anywhere.

The order, and what is left when the program, git or the computer stops there:

1. Decide (``plan``): every file must be what the reviewer saw. Nothing is written yet.
2. Intent: what is to be recorded is written down and flushed to the disk. Cut short from here to 4, recovery
   finds the intent but not the commit: it puts the text aside and removes the intent. The book is as it was.
3. Objects: blobs, trees, the commit, the tag. No name leads to them, so git takes them for garbage. Hooks
   look at them and may say no. The new files of the work tree are written beside their places: all that can
   fail for want of space or rights has been done by now.
4. Branch and tag move by compare-and-swap, in one transaction of git's, and only from the very commit that
   step 1 looked at. From here on it IS recorded. Whoever else was quicker wins; we decide anew.
5. Work tree: the new files take their places, each in one step, unless somebody has edited them meanwhile.
6. Index: only these files, and only where the user has staged nothing of them.
7. The intent is removed. Cut short from 4 to here, recovery finds intent and commit, and does 5 to 7 again:
   each can be done twice without harm.

``git commit`` itself does not serve: it commits what else is staged, takes the files as the work tree has
them at that moment, and promises nothing about the three being one after a crash.
"""

import contextlib
import random
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from review_tui.adapters.git import recovery, user_index
from review_tui.adapters.git.config import LIST_CONFIG, identity
from review_tui.adapters.git.content_filters import ContentFilters
from review_tui.adapters.git.executable_config import is_on_recording
from review_tui.adapters.git.hooks import Hooks
from review_tui.adapters.git.log import entry_of
from review_tui.adapters.git.objects import Kind, PathParts, TreeEntry, parse_commit, strip_space
from review_tui.adapters.git.plan import PlannedChange, plan_changes
from review_tui.adapters.git.preflight import why_not_write
from review_tui.adapters.git.ref_update import (
    RefUpdate,
    RefUpdateUncertain,
    check_tag_name,
    update_refs,
)
from review_tui.adapters.git.repository import Branch, Repository
from review_tui.adapters.git.signed_objects import commit_tree, make_tag
from review_tui.adapters.git.worktree import WorktreeUpdate
from review_tui.adapters.system_errors import system_trouble
from review_tui.application.ports import Author, FileChange, HistoryEntry, NewTag
from review_tui.model.errors import Refusal
from review_tui.model.visible import visible

if TYPE_CHECKING:
    from review_tui.adapters.git.join import PlannedEntry  # which is built on this

TRIES: Final = 25
"""How often to decide anew when others move the branch first (``benchmarks/git_faults``: race)."""


RECEIVED: Final = "review-tui sync"
"""What git's diary of a branch says where it moved to a commit that another made."""


def record(
    repo: Repository,
    changes: Sequence[FileChange],
    message: str,
    tag: NewTag | None = None,
    author: Author | None = None,
) -> HistoryEntry:
    """One commit of ``changes``, perhaps tagged, as the ``History`` port promises.

    Call it while being the only writer.
    """
    if not changes:
        raise Refusal("There is nothing to record.")
    if "\0" in message or not strip_space(message):
        raise Refusal("What is recorded needs a message in plain words. Nothing was changed.")
    for trial in range(TRIES):
        if trial:
            time.sleep(random.uniform(0, 0.01 * trial))  # noqa: S311 -- only so that rivals do not march in step
        attempt = CommitAttempt(repo, changes, strip_space(message), tag, author)
        if tag and tag.upon and not attempt.is_based_on(tag.upon):
            raise Refusal(
                "Something was recorded since this was read. Look at it again; nothing was changed."
            )
        if attempt.try_commit():
            attempt.update_worktree()
            return attempt.entry()
    raise Refusal("Others keep recording at the same moment. Nothing was changed; try again.")


class CommitAttempt:
    """One try at a commit on top of one particular tip."""

    _takes_over = False
    """Whether a merge that plain git has begun is no hindrance, because it ends with this commit."""

    _runs_hooks = True

    def __init__(
        self,
        repo: Repository,
        changes: Sequence[FileChange],
        message: str,
        tag: NewTag | None,
        author: Author | None,
    ) -> None:
        self._repo = repo
        self._message = message
        self._tag = tag
        self._branch = repo.branch()
        # Two questions in one wait: a run of git costs more than anything else here.
        asked = repo.run.read_both(user_index.diff_index_command(repo, self._branch.tree), LIST_CONFIG)
        self._staged = user_index.parse_staged(repo, asked[0])
        self._config = repo.config_from(asked[1])
        self._check_writable()
        self._identity_env = identity(self._config).env_for(author)
        if tag:
            check_tag_name(repo, tag)
        may_run = bool(repo.may_run_programs(self._config))
        self._filters = ContentFilters(repo, self._config, may_run=may_run)
        if not may_run:
            self._repo = repo = repo.without_programs(self._config)
            self._config = self._config.without_local(is_on_recording)
        self._hooks = Hooks(repo, self._config, runs_own=may_run)
        self._planned = self._plan(changes)
        self._worktree = WorktreeUpdate(
            [planned for planned in self._planned if planned.new is not None or planned.before], self._root()
        )
        self._intent = recovery.Intent(self._branch.ref, ())
        """What is about to be recorded, as far as it is known."""
        self._intent_file: Path | None = None
        self._fresh: set[str] = set()
        """Ids of what was stored for it."""
        self._may_have_moved = False
        self.commit = ""
        """The id of the new commit."""

    def _plan(self, changes: Sequence[FileChange]) -> "Sequence[PlannedChange | PlannedEntry]":
        """What becomes of each file. Raises ``StaleDraft`` or ``Refusal``."""
        return plan_changes(self._repo, self._filters, self._branch.tree, changes)

    def _root(self) -> Path:
        """The folder that stays however empty it gets."""
        return self._repo.book

    def is_based_on(self, commit: str) -> bool:
        """Whether ``commit`` is the newest, on which this one would be made."""
        return self._branch.tip == commit

    def try_commit(self) -> bool:
        """Whether the commit was made: the branch moved. Raises ``Refusal``, having changed nothing."""
        try:
            self._write_objects()
            self._worktree.prepare()
            return self._move_branch()
        except OSError as error:
            raise Refusal(_cannot_write(error)) from error
        finally:
            if not self._may_have_moved:
                self._roll_back()

    def update_worktree(self) -> None:
        """Bring work tree and index up to the commit. What fails here is finished by the next ``recover``."""
        try:
            self._worktree.put_in_place()
            is_done = self._update_index_entries()
        except (OSError, Refusal) as error:
            raise Refusal(
                f"{self._subject_shown} is recorded, but its file could not be written "
                f"({visible(str(error))}). Free space or mend the disk and start again: the file "
                "is then brought up to date."
            ) from error
        with contextlib.suppress(OSError):  # a note that stays does no harm: recovery finds nothing to do
            if is_done and self._intent_file:
                self._intent_file.unlink(missing_ok=True)
            elif self._intent_file:
                self._intent.mark_recorded(self._intent_file)
        if self._runs_hooks:
            self._hooks.run_post_commit(self._identity_env)

    def entry(self) -> HistoryEntry:
        """The commit as the log tells of it."""
        try:
            return entry_of(self._repo, self.commit)
        except (OSError, Refusal) as error:
            raise Refusal(
                f"{self._subject_shown} is recorded, but the history can't be read just now "
                f"({visible(str(error))}). Start again."
            ) from error

    @property
    def _subject_shown(self) -> str:
        return recovery.shown(self._subject, "this")

    @property
    def _subject(self) -> str:
        return self._message.partition("\n")[0]

    def _write_objects(self) -> None:
        """Everything that git is to keep, on the disk, but on no branch yet."""
        entries, new = self._tree_entries()
        self._intent = self._write_intent(entries)
        tree = self._store_trees(entries, new)
        if self._hooks.has_commit_hooks:
            self._message = strip_space(self._hooks.run_commit_hooks(tree, self._message, self._identity_env))
            asked = self._repo.run.read(*user_index.diff_index_command(self._repo, self._branch.tree))
            # A hook may have taken minutes, in which the user can have staged a file or begun a merge.
            self._staged = user_index.parse_staged(self._repo, asked)
            self._check_writable()
        self.commit = commit_tree(
            self._repo,
            self._branch,
            tree,
            self._message,
            self._identity_env,
            signs=self._config.is_on("commit.gpgsign"),
            meanwhile=lambda: self._repo.objects.flush(self._fresh),
        )
        made = {self.commit, *([self._make_tag(self._tag)] if self._tag else [])}
        # Before anything names them: a branch must never lead to what a power cut can take away.
        self._repo.objects.flush(made)
        check_commit(
            self._repo,
            self._branch,
            self.commit,
            {planned.parts: entry for planned, entry in entries.items()},
        )

    def _make_tag(self, tag: NewTag) -> str:
        """The id of the tag object, on the disk but under no name yet; and the intent that knows of it."""
        made, data = make_tag(self._repo, self._config, tag, self.commit, self._identity_env)
        self._repo.objects.store([("tag", data)], shared_mode=self._config.shared_mode)
        if self._intent_file:
            self._intent = self._intent.write_with_tag(made, self._intent_file)
        return made.id

    def _check_writable(self) -> None:
        unmerged = [path for path, how in self._staged.items() if how == "U"]
        why = why_not_write(
            self._repo,
            self._config,
            unmerged,
            takes_over=self._takes_over,
            runs_programs=self._runs_hooks,
        )
        if why:
            raise Refusal(why)

    def _tree_entries(self) -> tuple[dict[PlannedChange, TreeEntry | None], list[tuple[Kind, bytes]]]:
        """The new line of each file in its tree, for files whose stored form changes, and what to store."""
        entries: dict[PlannedChange, TreeEntry | None] = {}
        new: list[tuple[Kind, bytes]] = []
        for planned in self._changes():
            content = planned.change.new
            if content is None:
                if planned.before:
                    entries[planned] = None
                continue
            blob_id, to_store = self._filters.clean(planned.path, content, planned.blob)
            if planned.before is None or blob_id != planned.before.id:
                entries[planned] = TreeEntry(planned.mode, blob_id)
                new += to_store
        if not entries:
            raise Refusal("The text is the same as before, so there is nothing to record.")
        return entries, new

    def _changes(self) -> tuple[PlannedChange, ...]:
        return tuple(planned for planned in self._planned if isinstance(planned, PlannedChange))

    def _write_intent(self, entries: dict[PlannedChange, TreeEntry | None]) -> recovery.Intent:
        files = tuple(
            recovery.IntendedFile(
                path=planned.path,
                mode=planned.mode.decode("ascii"),
                before=planned.before.id if planned.before else None,
                after=entry.id if entry else None,
                found=None if planned.found is None else recovery.sha256(planned.found),
                text=recovery.encoded(planned.new),
            )
            for planned, entry in entries.items()
        )
        intent = recovery.Intent(self._branch.ref, files, subject=self._subject)
        self._intent_file = intent.write(self._repo.private_dir)
        return intent

    def _store_trees(
        self, entries: dict[PlannedChange, TreeEntry | None], new: list[tuple[Kind, bytes]]
    ) -> str:
        objects = self._repo.objects
        tree, trees = objects.edit_tree(
            self._branch.tree, {planned.parts: entry for planned, entry in entries.items()}
        )
        fresh: list[tuple[Kind, bytes]] = [*new, *(("tree", data) for data in trees)]
        objects.store(fresh, shared_mode=self._config.shared_mode)
        self._fresh = {objects.hash_object(kind, data) for kind, data in fresh} | {
            entry.id for entry in entries.values() if entry
        }
        return tree

    def _move_branch(self) -> bool:
        """Move the branch if all still is as it was decided upon; whether it moved."""
        if self._repo.ref() != self._branch.ref or not all(
            planned.still_stands() for planned in self._planned
        ):
            return False  # decide anew: that will say what changed
        self._may_have_moved = True  # until it is known better, even when we are interrupted
        try:
            goal = RefUpdate(self.commit, self._subject or RECEIVED, self._intent.tag)
            self._may_have_moved = update_refs(self._repo, self._branch, goal, self._identity_env)
        except RefUpdateUncertain:
            raise
        except Refusal:
            self._may_have_moved = False
            raise
        return self._may_have_moved

    def _update_index_entries(self) -> bool:
        """Bring the index up to date where the user has staged nothing; whether it is done with."""
        pending = recovery.pending_paths(self._repo.private_dir, but=self._intent_file)
        entries = {
            file.path: file.entry
            for file in self._intent.files
            if (file.path not in self._staged or self._takes_over) and file.path not in pending
        }
        late = any(file.path in pending for file in self._intent.files)
        return user_index.refresh_entries(self._repo, entries) and not late

    def _roll_back(self) -> None:
        self._worktree.discard()
        if self._intent_file:
            with contextlib.suppress(OSError):
                self._intent_file.unlink(missing_ok=True)


def _cannot_write(error: OSError) -> str:
    where = f" ({visible(str(error.filename))})" if error.filename else ""
    return (
        f"This could not be written{where}: {system_trouble(error.errno)}. Nothing was changed; try again "
        "afterwards."
    )


def check_commit(
    repo: Repository,
    branch: Branch,
    commit: str,
    entries: Mapping[PathParts, TreeEntry | None],
    joins: str = "",
) -> None:
    """Raise ``Refusal`` unless ``commit`` changes exactly ``entries`` of ``branch``, read back from git.

    ``joins`` is the other commit that it is built on, where it brings two lines together.
    """
    found = repo.objects.read(commit)
    tree, parents = parse_commit(found.data) if found else ("", [])
    if parents == [each for each in (branch.tip, joins) if each] and tree:
        is_right = all(repo.objects.find(tree, path) == entry for path, entry in entries.items())
        if is_right and repo.objects.diff_trees(branch.tree, tree) == set(entries):
            return
    raise Refusal(
        "The commit that git made is not what was asked for, so it was not used and nothing was changed. "
        "Run 'git fsck' to check the repository."
    )
