"""Mends what a crash left half done: finishes what was recorded, clears away what was not.

Called while being the only writer, so whatever intent lies about belongs to a process that is gone.
"""

import base64
import contextlib
import hashlib
import json
import os
import shutil
import stat
import time
from collections.abc import Iterable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Final

from review_tui.adapters import durable_files
from review_tui.adapters.git import user_index
from review_tui.adapters.git.content_filters import ContentFilters
from review_tui.adapters.git.locks import remove_stale_locks
from review_tui.adapters.git.objects import TreeEntry
from review_tui.adapters.git.ref_update import (
    TAGS,
    TagState,
    TagUpdate,
    branch_locks,
    reconcile_tag,
    tag_locks,
)
from review_tui.adapters.git.repository import Repository
from review_tui.adapters.git.signed_objects import SCRATCH_REPOSITORIES
from review_tui.adapters.git.worktree import read_file, remove_file
from review_tui.model.act_registry import own_phrase
from review_tui.model.errors import Refusal
from review_tui.model.frozen import frozen
from review_tui.model.visible import visible

_FORMAT_VERSION: Final = 3
"""Of an intent as it is written now."""
_READABLE_VERSIONS: Final = frozenset({1, 2, 3})
"""The first form knew no tags and took no files away, the second brought no lines of work together."""


@frozen
class IntendedFile:
    """One file of an intent."""

    path: str
    """From the top of the work tree."""
    mode: str
    """As git names it: ``100644``."""
    before: str | None
    """Id of the committed version; ``None`` for a new file."""
    after: str | None
    """Id of the version to be recorded; ``None`` for a file to be taken away."""
    found: str | None
    """SHA-256 of what the work tree held; ``None`` for no file."""
    text: str | None
    """The new bytes, in base 64; ``None`` for a file to be taken away, or whose bytes git has already."""

    @property
    def data(self) -> bytes | None:
        """The new bytes, where they are written down here."""
        return None if self.text is None else base64.b64decode(self.text)

    @property
    def entry(self) -> TreeEntry | None:
        """What the commit has there; ``None`` for a file to be taken away."""
        return TreeEntry(self.mode.encode("ascii"), self.after) if self.after else None

    def was_found(self, found: bytes | None) -> bool:
        """Whether ``found`` is what the work tree held when this was intended."""
        return (found and sha256(found)) == self.found if found is not None else self.found is None


@frozen
class Intent:
    """A commit that is about to be made."""

    ref: str
    files: tuple[IntendedFile, ...]
    recorded: bool = False
    """Whether the branch is known to have moved, so that only the index is to be brought up to date."""
    tag: TagUpdate | None = None
    commit: str = ""
    """The commit, where it brings others' work here: nothing that somebody typed is at stake then."""
    takes_over: bool = False
    """Whether it ends a merge that plain git has begun."""
    subject: str = ""
    """Of its message, so that what was cut short can be told; empty where an older version wrote this."""

    def write(self, private_dir: Path) -> Path:
        """Durably write this down in ``private_dir``; where. Raises ``OSError``."""
        durable_files.make_folder(private_dir)
        path = private_dir / f"intent-{time.time_ns():020d}-{os.getpid()}.json"
        durable_files.write_new(path, self.as_bytes())
        return path

    def write_with_tag(self, tag: TagUpdate, path: Path) -> "Intent":
        """Durably write the tag down too, in the place of ``path``; the fuller intent. Raises ``OSError``."""
        fuller = replace(self, tag=tag)
        durable_files.replace(path, fuller.as_bytes())
        return fuller

    def mark_recorded(self, path: Path) -> None:
        """Note that the branch has moved. Raises ``OSError``."""
        recorded = replace(self, recorded=True, tag=None)
        durable_files.replace(path, recorded.as_bytes())

    @property
    def shown(self) -> str:
        """What is to be recorded, to begin a sentence with."""
        return shown(self.subject)

    def as_bytes(self) -> bytes:
        """As it is written down: JSON."""
        return json.dumps({"form": _FORMAT_VERSION, **asdict(self)}, indent=1).encode("ascii")


def shown(subject: str, otherwise: str = "what you did") -> str:
    """What a commit with this subject records, in its maker's words and to begin a sentence with."""
    words = visible(own_phrase(subject)) or otherwise
    return f"{words[:1].upper()}{words[1:]}"


def encoded(data: bytes | None) -> str | None:
    """Bytes as an intent keeps them."""
    return None if data is None else base64.b64encode(data).decode("ascii")


def sha256(data: bytes) -> str:
    """In hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def pending_intents(private_dir: Path) -> list[Path]:
    """The intents in ``private_dir``, oldest first."""
    return sorted(private_dir.glob("intent-*.json"))


def pending_paths(private_dir: Path, but: Path | None) -> set[str]:
    """The paths of all intents in ``private_dir`` other than ``but``: they are not settled yet."""
    found: set[str] = set()
    for path in pending_intents(private_dir):
        if path != but:
            with contextlib.suppress(OSError, ValueError):
                found |= {file.path for file in read_intent(path).files}
    return found


def read_intent(path: Path) -> Intent:
    """The intent in a file. Raises ``OSError`` or ``ValueError``."""
    fields = json.loads(path.read_bytes())
    try:
        if fields["form"] not in _READABLE_VERSIONS:
            raise ValueError("written by another version of review-tui")
        files = tuple(IntendedFile(**file) for file in _dicts(fields["files"]))
        tag = TagUpdate(**fields["tag"]) if fields.get("tag") else None
        return Intent(
            str(fields["ref"]),
            files,
            recorded=bool(fields["recorded"]),
            tag=tag,
            commit=str(fields.get("commit", "")),
            takes_over=bool(fields.get("takes_over", False)),
            subject=str(fields.get("subject", "")),
        )
    except (KeyError, TypeError) as error:
        raise ValueError("not an intent") from error


def _dicts(found: Iterable[object]) -> list[dict[str, str]]:
    return [{str(k): v for k, v in file.items()} for file in found if isinstance(file, dict)]


STATES: Final = "sync"
"""The folder of what is kept beside the history while something is to be settled."""


def recover(repo: Repository) -> tuple[str, ...]:
    """Finish or clear away everything left over; a sentence for each thing done.

    This happens on opening, and whoever handed the repository over may have begun it: nothing of it runs.
    """
    sentences: list[str] = []
    folders = {repo.private_dir, repo.private_dir / STATES}
    pending = pending_intents(repo.private_dir)
    repo = repo.without_programs(repo.config()) if pending else repo
    for path in pending:
        folders |= _scratch_folders(repo, path)
        try:
            sentences += _recover_intent(repo, path)
        except (OSError, Refusal) as error:
            sentences.append(
                f"{_shown_at(path)} was cut short earlier and can't be finished yet "
                f"({visible(str(error))}). It will be tried again at the next start."
            )
    _remove_scratch(repo, folders)
    return tuple(sentences)


def _shown_at(path: Path) -> str:
    with contextlib.suppress(OSError, ValueError):
        return read_intent(path).shown
    return shown("")


def _recover_intent(repo: Repository, path: Path) -> list[str]:
    """Finish what one intent began if its branch moved, else put it aside; a sentence for each thing done."""
    try:
        intent = read_intent(path)
    except ValueError:
        aside = path.with_name(f"unreadable-{path.name}")
        path.replace(aside)
        return [f"A note about what was cut short can't be read; it was put aside as {visible(str(aside))}."]
    # Once the branch has moved and only the index was held, the lock was another program's.
    sentences = [] if intent.recorded else _remove_locks(repo, intent, path)
    is_here = repo.ref() == intent.ref
    if intent.recorded or _is_recorded(repo, intent):
        finished = is_here and _finish_files(repo, intent)
        sentences += _reconcile_tag(repo, intent, recorded=True)
        if is_here and not _finish_index(repo, intent):
            return sentences  # another program holds the index: next time
        if intent.takes_over and is_here:
            for name in MERGE_STATE:
                durable_files.remove(repo.git_dir / name)
        durable_files.remove(path)
        if finished:
            sentences.append(_FINISHED_JOIN if intent.commit else _FINISHED.format(shown=intent.shown))
        return sentences
    sentences += _reconcile_tag(repo, intent, recorded=False)
    if intent.commit:
        durable_files.remove(path)
        return [*sentences, _CUT_SHORT_JOIN]
    kept = _save_cut_short(repo, intent)
    durable_files.remove(path)
    where = f" What was to be written is kept in {visible(str(kept))}." if kept else ""
    sentences.append(
        f"{intent.shown} was cut short before it was recorded, so nothing of it is in the book. Do it "
        f"again.{where}"
    )
    return sentences


_FINISHED: Final = (
    "{shown} was recorded, but the program was cut short before the files were brought up to date. That is "
    "done now."
)
_FINISHED_JOIN: Final = (
    "What others have done was received but the program was cut short before the files were brought up to "
    "date. That is done now."
)
_CUT_SHORT_JOIN: Final = (
    "Receiving what others have done was cut short before it was recorded, so "
    "nothing was changed. Sync again."
)
MERGE_STATE: Final = ("MERGE_HEAD", "MERGE_MSG", "MERGE_MODE", "AUTO_MERGE", "MERGE_RR")
"""What plain git keeps of a merge that it has begun."""


def _reconcile_tag(repo: Repository, intent: Intent, *, recorded: bool) -> list[str]:
    """See that the tag stands with its commit, or not at all; a sentence when a person should know."""
    if not intent.tag:
        return []
    name = visible(intent.tag.ref.removeprefix(TAGS))
    found = reconcile_tag(repo, intent.tag, recorded=recorded)
    if recorded and found is TagState.REPAIRED:
        return [f"The tag “{name}” was still to be set when the program was cut short. That is done now."]
    if recorded and found is TagState.TAKEN:
        sentence = (
            f"The tag “{name}” could not be set: since the program was cut short another has taken the name. "
            f"What it was to stand on is recorded: {intent.tag.commit}."
        )
        return [sentence]
    return []


def _is_recorded(repo: Repository, intent: Intent) -> bool:
    """Whether the newest commit of the branch holds what was intended."""
    commit = intent.commit or (intent.tag.commit if intent.tag else "")
    if commit:
        return repo.contains(repo.branch_at(intent.ref).tip, commit)
    tip = repo.objects.read(f"{intent.ref}^{{tree}}")
    return tip is not None and all(
        repo.objects.find(tip.id, tuple(os.fsencode(file.path).split(b"/"))) == file.entry
        for file in intent.files
    )


def _finish_files(repo: Repository, intent: Intent) -> bool:
    """Write the files that still are as they were when the amendment was made; whether there was any."""
    any_written = False
    for file in intent.files:
        target = repo.top / os.fsdecode(file.path)
        root = repo.top if intent.commit else repo.book
        if any(above.is_symlink() for above in (target, *target.parents) if above.is_relative_to(root)):
            continue
        if not file.mode.startswith("100") or target.is_dir():
            continue  # a link or a repository within: git shows that it is missing, and nothing is lost
        found = read_file(target)
        if file.after is None:
            if found is None or file.was_found(found):
                remove_file(target, root)
                any_written |= found is not None
            continue
        data = _bytes_of(repo, file)
        if found == data or not file.was_found(found):
            continue
        durable_files.make_folder(target.parent)
        prepared = durable_files.prepare(target, data, is_new=found is None)
        written = prepared.put(lambda target=target, found=found: read_file(target) == found)  # type: ignore[misc]
        any_written |= written
        if written and file.mode == EXECUTABLE.decode("ascii"):
            make_executable(target)
    return any_written


EXECUTABLE: Final = b"100755"
"""What git calls a file that is a program."""


def make_executable(target: Path) -> None:
    """Let whoever may read a file run it, as git does."""
    with contextlib.suppress(OSError):
        mode = target.lstat().st_mode
        if stat.S_ISREG(mode):
            target.chmod(stat.S_IMODE(mode) | (mode & 0o444) >> 2)


def _bytes_of(repo: Repository, file: IntendedFile) -> bytes:
    """What a file of the work tree is to hold."""
    if file.data is not None or file.after is None:
        return file.data or b""
    filters = ContentFilters(repo, repo.config())
    return filters.smudge(file.path, file.after, repo.objects.blob(file.after))


def _finish_index(repo: Repository, intent: Intent) -> bool:
    """Bring the index up to date where it still has the old version; whether that was possible."""
    present = user_index.index_ids(repo, [file.path for file in intent.files])
    entries = {
        file.path: file.entry
        for file in intent.files
        if intent.takes_over or present.get(file.path) == file.before
    }
    return user_index.refresh_entries(repo, entries)


def _remove_locks(repo: Repository, intent: Intent, path: Path) -> list[str]:
    """Remove the locks that git children killed in the middle of this commit left behind."""
    locks = (
        *branch_locks(repo, intent.ref),
        *tag_locks(repo, intent.tag),
        repo.git_dir / "index.lock",
    )
    return [
        f"A lock that was left when the program was cut short was removed: {visible(str(lock))}"
        for lock in remove_stale_locks(locks, since=path.stat().st_mtime)
    ]


def _save_cut_short(repo: Repository, intent: Intent) -> Path | None:
    """Put the text of what never was recorded where it can be found; the folder, if any."""
    folder = repo.private_dir / "cut-short" / time.strftime("%Y%m%dT%H%M%S", time.gmtime())
    texts = [(file.path, file.data) for file in intent.files if file.data is not None]
    for number, (path, data) in enumerate(texts, start=1):
        durable_files.make_folder(folder)
        durable_files.replace(folder / f"{number}-{Path(path).name}", data)
    return folder if texts else None


def _scratch_folders(repo: Repository, path: Path) -> set[Path]:
    """The folders in which an intent may have left scratch files."""
    with contextlib.suppress(OSError, ValueError):
        intent = read_intent(path)
        files = [repo.top / file.path for file in intent.files]
        objects = (repo.common_dir / "objects").glob("??")
        root = repo.top if intent.commit else repo.book
        return {*objects, *(file.parent for file in files if file.is_relative_to(root))}
    return set()


def _remove_scratch(repo: Repository, folders: set[Path]) -> None:
    """Remove scratch files of ours: nobody else is writing now."""
    scratches = [file for folder in folders for file in folder.glob(durable_files.SCRATCH)]
    scratches += [file for name in ("index-*", "message-*") for file in repo.private_dir.glob(name)]
    for scratch in scratches:
        with contextlib.suppress(OSError):
            scratch.unlink()
    for scratch in repo.private_dir.glob(SCRATCH_REPOSITORIES):
        shutil.rmtree(scratch, ignore_errors=True)
