"""Writes the files of a commit in two steps: on the disk before the branch moves, in their place after."""

import contextlib
from collections.abc import Sequence
from pathlib import Path

from review_tui.stores import durable
from review_tui.stores.git_history.deciding import Step
from review_tui.stores.git_history.workfiles import take_away


class Putting:
    """The new versions of the files of one commit, and the files that it takes away."""

    def __init__(self, steps: Sequence[Step], book: Path) -> None:
        self._book = book
        self._steps = [
            (step, new) for step in steps if step.needs_writing and (new := step.change.new) is not None
        ]
        self._gone = [step for step in steps if step.change.new is None and step.before]
        self._prepared: list[durable.Prepared] = []
        self._made: list[Path] = []
        """Folders made for them, innermost first."""

    def prepare(self) -> None:
        """Do all that can fail for want of space. Raises ``OSError``."""
        for step, new in self._steps:
            folder = step.target.parent
            self._made += [above for above in (folder, *folder.parents) if not above.exists()]
            durable.make_folder(folder)
            is_new = step.found is None
            self._prepared.append(durable.prepare(step.target, new, is_new=is_new))

    def put(self) -> None:
        """Put every file in its place, unless another has got there meanwhile. Raises ``OSError``."""
        for prepared, (step, _) in zip(self._prepared, self._steps, strict=True):
            with contextlib.suppress(FileExistsError):
                prepared.put(step.still_stands)
        for step in self._gone:
            if step.still_stands():
                take_away(step.target, self._book)

    def give_up(self) -> None:
        """Leave everything as it was."""
        for prepared in self._prepared:
            prepared.discard()
        for folder in self._made:
            with contextlib.suppress(OSError):
                folder.rmdir()
