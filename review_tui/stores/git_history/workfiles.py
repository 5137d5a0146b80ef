"""The files of the book as they stand in the work tree: found without following links, read as bytes."""

import errno
import os
import stat
from pathlib import Path

from review_tui.domain.refusals import Refusal
from review_tui.domain.visible import visible
from review_tui.stores import durable
from review_tui.stores.git_history.repository import Repository
from review_tui.stores.git_history.trees import Parts

_GITS_OWN = {".git", "git~1"}


def parts_of(path: str) -> Parts:
    """The parts of a path relative to the book. Raises ``Refusal`` for one that leads out of it."""
    parts = path.split("/")
    if not path or "\0" in path or any(p in {"", ".", ".."} or p.casefold() in _GITS_OWN for p in parts):
        raise Refusal(
            f"“{visible(path)}” is no file of this book. Name files from the book's folder on, as in "
            "meeting/item/minutes.md."
        )
    return tuple(os.fsencode(part) for part in parts)


def target_of(repo: Repository, path: str) -> Path:
    """Where ``path`` stands in the work tree. Raises ``Refusal`` when a link stands anywhere on the way."""
    parts_of(path)
    target = repo.book
    for part in path.split("/"):
        if target != repo.book and (target / ".git").exists():
            raise Refusal(
                f"{visible(path)} belongs to a repository of its own inside this book. Open that folder as "
                "the book."
            )
        target /= part
        if target.is_symlink():
            raise Refusal(
                f"{visible(path)} is reached through a link ({visible(str(target))}), which could lead "
                "anywhere. Put the file itself there in the place of the link."
            )
    return target


def read_file(target: Path) -> bytes | None:
    """The bytes of a plain file; ``None`` when nothing is there. Raises ``Refusal`` for anything else."""
    try:
        descriptor = os.open(target, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as mishap:
        why = "it is a link" if mishap.errno == errno.ELOOP else mishap.strerror
        raise Refusal(f"{visible(str(target))} can't be read: {why}. Nothing was changed.") from mishap
    with open(descriptor, "rb") as file:  # noqa: PTH123 -- a descriptor, so that no link is followed
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise Refusal(f"{visible(str(target))} is not a file. Nothing was changed.")
        return file.read()


def take_away(target: Path, book: Path) -> None:
    """Durably remove the file and the folders it leaves empty, but not the book's own. Raises ``OSError``."""
    durable.remove(target)
    folder = target.parent
    while folder != book and folder.is_relative_to(book):
        try:
            folder.rmdir()
        except FileNotFoundError:
            pass  # somebody else tidied up
        except OSError:
            return  # something else lives there
        else:
            durable.flush_folder(folder.parent)
        folder = folder.parent
