"""Mends what a crash left half done: finishes what was recorded, clears away what was not.

Called while being the only writer, so whatever intent lies about belongs to a process that is gone.
"""

import contextlib
import os
import shutil
import time
from pathlib import Path

from review_tui.domain.refusals import Refusal
from review_tui.domain.visible import visible
from review_tui.stores import durable
from review_tui.stores.git_history import intent as intents
from review_tui.stores.git_history import staging, tagging
from review_tui.stores.git_history.locks import free
from review_tui.stores.git_history.preflight import branch_locks
from review_tui.stores.git_history.repository import Repository
from review_tui.stores.git_history.workfiles import read_file, take_away


def recover(repo: Repository) -> tuple[str, ...]:
    """Finish or clear away everything left over; a sentence for each thing done."""
    said: list[str] = []
    folders = {repo.room}
    for path in intents.left_over(repo.room):
        folders |= _touched(repo, path)
        try:
            said += _mend(repo, path)
        except (OSError, Refusal) as mishap:
            said.append(
                "An amendment that was cut short earlier could not be finished yet "
                f"({visible(str(mishap))}). It will be tried again at the next start."
            )
    _sweep(repo, folders)
    return tuple(said)


def _mend(repo: Repository, path: Path) -> list[str]:
    try:
        intent = intents.read(path)
    except ValueError:
        aside = path.with_name(f"unreadable-{path.name}")
        path.replace(aside)
        return [
            f"A note about an interrupted amendment can't be read; it was put aside as {visible(str(aside))}."
        ]
    # Once the branch has moved and only the index was held, the lock was another program's.
    said = [] if intent.recorded else _free(repo, intent, path)
    is_here = repo.ref() == intent.ref
    if intent.recorded or _is_recorded(repo, intent):
        finished = is_here and _finish_files(repo, intent)
        said += _settle_tag(repo, intent, recorded=True)
        if is_here and not _finish_index(repo, intent):
            return said  # another program holds the index: next time
        durable.remove(path)
        if finished:
            said.append(
                f"The amendment of {intent.shown} was recorded but the program was cut short before the file "
                "was brought up to date. That is done now."
            )
        return said
    said += _settle_tag(repo, intent, recorded=False)
    kept = _kept(repo, intent)
    durable.remove(path)
    where = f" Its text is kept in {visible(str(kept))}." if kept else ""
    said.append(
        f"An amendment of {intent.shown} was cut short before it was recorded, so nothing of it is in the "
        f"book.{where}"
    )
    return said


def _settle_tag(repo: Repository, intent: intents.Intent, *, recorded: bool) -> list[str]:
    """See that the tag stands with its commit, or not at all; a sentence when a person should know."""
    if not intent.tag:
        return []
    name = visible(intent.tag.ref.removeprefix(tagging.TAGS))
    found = tagging.settle(repo, intent.tag, recorded=recorded)
    if recorded and found is tagging.Found.MENDED:
        return [f"The tag “{name}” was still to be set when the program was cut short. That is done now."]
    if recorded and found is tagging.Found.TAKEN:
        sentence = (
            f"The tag “{name}” could not be set: since the program was cut short another has taken the name. "
            f"What it was to stand on is recorded: {intent.tag.commit}."
        )
        return [sentence]
    return []


def _is_recorded(repo: Repository, intent: intents.Intent) -> bool:
    """Whether the newest commit of the branch holds what was intended."""
    if intent.tag:  # then the commit too is known
        return repo.holds(repo.branch_at(intent.ref).tip, intent.tag.commit)
    tip = repo.objects.read(f"{intent.ref}^{{tree}}")
    return tip is not None and all(
        repo.objects.find(tip.id, tuple(os.fsencode(file.path).split(b"/"))) == file.leaf
        for file in intent.files
    )


def _finish_files(repo: Repository, intent: intents.Intent) -> bool:
    """Write the files that still are as they were when the amendment was made; whether there was any."""
    any_written = False
    for file in intent.files:
        target = repo.top / os.fsdecode(file.path)
        if any(above.is_symlink() for above in (target, *target.parents) if above.is_relative_to(repo.book)):
            continue
        found = read_file(target)
        if file.data is None:
            if found is None or file.stood_on(found):
                take_away(target, repo.book)
                any_written |= found is not None
            continue
        if found == file.data or not file.stood_on(found):
            continue
        durable.make_folder(target.parent)
        prepared = durable.prepare(target, file.data, is_new=found is None)
        any_written |= prepared.put(lambda target=target, found=found: read_file(target) == found)  # type: ignore[misc]
    return any_written


def _finish_index(repo: Repository, intent: intents.Intent) -> bool:
    """Bring the index up to date where it still has the old version; whether that was possible."""
    present = staging.entries(repo, [file.path for file in intent.files])
    leaves = {file.path: file.leaf for file in intent.files if present.get(file.path) == file.before}
    return staging.catch_up(repo, leaves)


def _free(repo: Repository, intent: intents.Intent, path: Path) -> list[str]:
    """Remove the locks that git children killed in the middle of this commit left behind."""
    locks = (
        *branch_locks(repo, intent.ref),
        *tagging.locks(repo, intent.tag),
        repo.git_dir / "index.lock",
    )
    return [
        f"A lock that the interrupted amendment left was removed: {visible(str(lock))}"
        for lock in free(locks, since=path.stat().st_mtime)
    ]


def _kept(repo: Repository, intent: intents.Intent) -> Path | None:
    """Put the text of an amendment that never was recorded where it can be found; the folder, if any."""
    folder = repo.room / "cut-short" / time.strftime("%Y%m%dT%H%M%S", time.gmtime())
    texts = [(file.path, file.data) for file in intent.files if file.data is not None]
    for number, (path, data) in enumerate(texts, start=1):
        durable.make_folder(folder)
        durable.replace(folder / f"{number}-{Path(path).name}", data)
    return folder if texts else None


def _touched(repo: Repository, path: Path) -> set[Path]:
    """The folders in which an intent may have left scratch files."""
    with contextlib.suppress(OSError, ValueError):
        files = [repo.top / file.path for file in intents.read(path).files]
        objects = (repo.common_dir / "objects").glob("??")
        return {*objects, *(file.parent for file in files if file.is_relative_to(repo.book))}
    return set()


def _sweep(repo: Repository, folders: set[Path]) -> None:
    """Remove scratch files of ours: nobody else is writing now."""
    scratches = [file for folder in folders for file in folder.glob(durable.SCRATCH)]
    scratches += [file for name in ("index-*", "message-*") for file in repo.room.glob(name)]
    for scratch in scratches:
        with contextlib.suppress(OSError):
            scratch.unlink()
    for scratch in repo.room.glob(tagging.SCRATCH):
        shutil.rmtree(scratch, ignore_errors=True)
