"""Makes one commit of exactly the given files.

The order, so that a crash at any point can be mended: intent, objects, branch and tag (from here on it is
recorded), work tree, index, intent cleared. Everything that can fail for want of space or rights comes before
the branch moves, and the branch moves only from the very commit that was decided upon.
"""

import base64
import contextlib
import random
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from review_tui.domain.refusals import Refusal
from review_tui.domain.visible import visible
from review_tui.services.ports import Entry, FileChange, NewTag
from review_tui.stores.git_history import intent as intents
from review_tui.stores.git_history import staging, tagging
from review_tui.stores.git_history.committing import check, commit_tree, tidied
from review_tui.stores.git_history.config import ASK_CONFIG
from review_tui.stores.git_history.deciding import Step, decide
from review_tui.stores.git_history.forms import Forms
from review_tui.stores.git_history.hooks import Hooks
from review_tui.stores.git_history.identity import identity
from review_tui.stores.git_history.moving import Goal, Unsure, move
from review_tui.stores.git_history.preflight import why_not_write
from review_tui.stores.git_history.putting import Putting
from review_tui.stores.git_history.reading import entry_of
from review_tui.stores.git_history.repository import Repository
from review_tui.stores.git_history.trees import Kind, Leaf

_CAME_BETWEEN: Final = "Something was recorded since this was read. Nothing was changed; look at it again."
TRIES: Final = 25
"""How often to decide anew when others move the branch first."""


def record(repo: Repository, changes: Sequence[FileChange], message: str, tag: NewTag | None = None) -> Entry:
    """One commit of ``changes``, perhaps tagged, as the ``History`` port promises.

    Call it while being the only writer.
    """
    if not changes:
        raise Refusal("There is nothing to record.")
    if "\0" in message or not tidied(message):
        raise Refusal("An amendment needs a message in plain words. Nothing was changed.")
    for trial in range(TRIES):
        if trial:
            time.sleep(random.uniform(0, 0.01 * trial))  # noqa: S311 -- only so that rivals do not march in step
        attempt = _Attempt(repo, changes, tidied(message), tag)
        if tag and tag.upon and not attempt.stands_upon(tag.upon):
            raise Refusal(
                "Something was recorded since this was read. Look at it again; nothing was changed."
            )
        if attempt.succeeds():
            attempt.finish()
            return attempt.entry()
    raise Refusal("Others keep recording at the same moment. Nothing was changed; try again.")


class _Attempt:
    """One try at a commit on top of one particular tip."""

    def __init__(
        self, repo: Repository, changes: Sequence[FileChange], message: str, tag: NewTag | None
    ) -> None:
        self._repo = repo
        self._message = message
        self._tag = tag
        self._branch = repo.branch()
        asked = repo.run.read_both(staging.ask_staged(repo, self._branch.tree), ASK_CONFIG)
        self._staged = staging.staged(repo, asked[0])
        self._config = repo.config_from(asked[1])
        self._refuse_unless_writable()
        self._who = identity(self._config).env
        if tag:
            tagging.refuse_unless_free(repo, tag)
        self._forms = Forms(repo, self._config)
        self._hooks = Hooks(repo, self._config)
        self._steps = decide(repo, self._forms, self._branch.tree, changes)
        self._files = Putting(self._steps, repo.book)
        self._intent_file: Path | None = None
        self._may_have_moved = False
        self.commit = ""
        """The id of the new commit."""

    def stands_upon(self, commit: str) -> bool:
        """Whether ``commit`` is the newest, on which this one would be made."""
        return self._branch.tip == commit

    def succeeds(self) -> bool:
        """Whether the commit was made: the branch moved. Raises ``Refusal``, having changed nothing."""
        try:
            self._make_commit()
            self._files.prepare()
            return self._move_branch()
        except OSError as mishap:
            raise Refusal(_cannot_write(mishap)) from mishap
        finally:
            if not self._may_have_moved:
                self._give_up()

    def finish(self) -> None:
        """Bring work tree and index up to the commit. What fails here is finished by the next ``recover``."""
        try:
            self._files.put()
            is_done = self._catch_up()
        except (OSError, Refusal) as mishap:
            raise Refusal(
                f"The amendment is recorded, but its file could not be written ({visible(str(mishap))}). "
                "Free space or mend the disk and start again: the file is then brought up to date."
            ) from mishap
        with contextlib.suppress(OSError):  # a note that stays does no harm: recovery finds nothing to do
            if is_done and self._intent_file:
                self._intent_file.unlink(missing_ok=True)
            elif self._intent_file:
                self._intent.keep_as_recorded(self._intent_file)
        self._hooks.tell(self._who)

    def entry(self) -> Entry:
        """The commit as the log tells of it."""
        try:
            return entry_of(self._repo, self.commit)
        except (OSError, Refusal) as mishap:
            raise Refusal(
                "The amendment is recorded, but the history can't be read just now "
                f"({visible(str(mishap))}). Start again."
            ) from mishap

    def _make_commit(self) -> None:
        """Everything that git is to keep, on the disk, but on no branch yet."""
        leaves, new = self._leaves()
        self._intent = self._intended(leaves)
        tree = self._store(leaves, new)
        if self._hooks.any_before:
            self._message = tidied(self._hooks.consult(tree, self._message, self._who))
            asked = self._repo.run.read(*staging.ask_staged(self._repo, self._branch.tree))
            self._staged = staging.staged(self._repo, asked)
            self._refuse_unless_writable()
        signs = self._config.is_on("commit.gpgsign")
        self.commit = commit_tree(self._repo, self._branch, tree, self._message, self._who, signs=signs)
        if self._tag:
            self._make_tag(self._tag)
        self._repo.objects.flush({*self._fresh, self.commit})
        check(self._repo, self._branch, self.commit, {step.parts: leaf for step, leaf in leaves.items()})

    def _make_tag(self, tag: NewTag) -> None:
        """The tag object on the disk, but under no name yet, and the intent that knows of it."""
        made, data = tagging.make(self._repo, self._config, tag, self.commit, self._who)
        self._repo.objects.store([("tag", data)], shared=self._config.is_shared)
        self._fresh.add(made.id)
        if self._intent_file:
            self._intent = self._intent.keep_with(made, self._intent_file)

    def _refuse_unless_writable(self) -> None:
        unmerged = [path for path, how in self._staged.items() if how == "U"]
        why = why_not_write(self._repo, self._config, unmerged)
        if why:
            raise Refusal(why)

    def _leaves(self) -> tuple[dict[Step, Leaf | None], list[tuple[Kind, bytes]]]:
        """The new line of each file in its tree, for files whose stored form changes, and what to store."""
        leaves: dict[Step, Leaf | None] = {}
        new: list[tuple[Kind, bytes]] = []
        for step in self._steps:
            if step.change.new is None:
                if step.before:
                    leaves[step] = None
                continue
            blob_id, to_store = self._forms.stored(step.path, step.change.new, step.blob)
            if step.before is None or blob_id != step.before.id:
                leaves[step] = Leaf(step.mode, blob_id)
                new += to_store
        if not leaves:
            raise Refusal("The text is the same as before, so there is nothing to record.")
        return leaves, new

    def _intended(self, leaves: dict[Step, Leaf | None]) -> intents.Intent:
        files = tuple(
            intents.IntendedFile(
                path=step.path,
                mode=step.mode.decode("ascii"),
                before=step.before.id if step.before else None,
                after=leaf.id if leaf else None,
                found=None if step.found is None else intents.fingerprint(step.found),
                text=None if step.change.new is None else base64.b64encode(step.change.new).decode("ascii"),
            )
            for step, leaf in leaves.items()
        )
        intent = intents.Intent(self._branch.ref, files)
        self._intent_file = intent.keep(self._repo.room)
        return intent

    def _store(self, leaves: dict[Step, Leaf | None], new: list[tuple[Kind, bytes]]) -> str:
        objects = self._repo.objects
        tree, trees = objects.edited(self._branch.tree, {step.parts: leaf for step, leaf in leaves.items()})
        fresh: list[tuple[Kind, bytes]] = [*new, *(("tree", data) for data in trees)]
        objects.store(fresh, shared=self._config.is_shared)
        self._fresh = {objects.id_of(kind, data) for kind, data in fresh} | {
            leaf.id for leaf in leaves.values() if leaf
        }
        return tree

    def _move_branch(self) -> bool:
        """Move the branch if all still is as it was decided upon; whether it moved."""
        if self._repo.ref() != self._branch.ref or not all(step.still_stands() for step in self._steps):
            return False  # decide anew: that will say what changed
        subject = self._message.partition("\n")[0]
        self._may_have_moved = True  # until it is known better, even when we are interrupted
        try:
            goal = Goal(self.commit, subject, self._intent.tag)
            self._may_have_moved = move(self._repo, self._branch, goal, self._who)
        except Unsure:
            raise
        except Refusal:
            self._may_have_moved = False
            raise
        return self._may_have_moved

    def _catch_up(self) -> bool:
        """Bring the index up to date where the user has staged nothing; whether it is done with."""
        waiting = intents.waiting(self._repo.room, but=self._intent_file)
        leaves = {
            file.path: file.leaf
            for file in self._intent.files
            if file.path not in self._staged and file.path not in waiting
        }
        late = any(file.path in waiting for file in self._intent.files)
        return staging.catch_up(self._repo, leaves) and not late

    def _give_up(self) -> None:
        self._files.give_up()
        if self._intent_file:
            with contextlib.suppress(OSError):
                self._intent_file.unlink(missing_ok=True)


def _cannot_write(mishap: OSError) -> str:
    where = f" ({visible(str(mishap.filename))})" if mishap.filename else ""
    return (
        f"The disk would not take the amendment: {mishap.strerror}{where}. Nothing was changed. Free space, "
        "or ask for the right to write there, and try again."
    )
