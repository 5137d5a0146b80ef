"""Tags: has git make one, signed when the user signs tags, and sets it together with the branch.

git itself writes a tag's words and signs them, in a scratch repository of its own that sees the real objects;
so a tag that is refused or cut short leaves nothing behind. Branch and tag move in one transaction of git's,
but on the disk that is one file after the other: both are in the intent, and recovery finishes or takes back.
"""

import contextlib
import secrets
import shutil
from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from typing import Final

from review_tui.domain.refusals import Refusal
from review_tui.domain.text import decode, encode
from review_tui.domain.visible import visible
from review_tui.services.ports import NewTag
from review_tui.stores import durable
from review_tui.stores.git_history.committing import SIGNING_PATIENCE, cannot_sign, tidied
from review_tui.stores.git_history.config import Config
from review_tui.stores.git_history.intent import IntendedTag
from review_tui.stores.git_history.repository import Repository

TAGS: Final = "refs/tags/"
SCRATCH: Final = "tagging-*"
"""The pattern of scratch repositories; a crash can leave one behind, and whoever recovers may remove it."""

_LONG_ID: Final = 64
"""Letters in the name of an object of the newer form."""
_PASSED_ON: Final = ("user.", "gpg.")
"""What the user's settings may say about signing."""


def refuse_unless_free(repo: Repository, tag: NewTag) -> None:
    """Raise ``Refusal`` when the name is taken, or is none."""
    ref = TAGS + tag.name
    shown = visible(tag.name)
    if "\0" in tag.name or repo.run.read("check-ref-format", ref).code:
        raise Refusal(f"“{shown}” can't be the name of a tag. Nothing was changed.")
    if "\0" in tag.message or not tidied(tag.message):
        raise Refusal("A tag needs a message in plain words. Nothing was changed.")
    parts = ref.split("/")
    around = ["/".join(parts[:depth]) for depth in range(3, len(parts) + 1)]
    listed = repo.must(repo.run.read("for-each-ref", "--format=%(refname)", *around), "list the tags")
    for found in decode(listed.out).split("\n")[:-1]:
        if found == ref:
            raise Refusal(f"There is a tag “{shown}” already, so nothing was changed. A tag is never moved.")
        if found.startswith(f"{ref}/") or ref.startswith(f"{found}/"):
            other = visible(found.removeprefix(TAGS))
            raise Refusal(
                f"There can be no tag “{shown}” beside the tag “{other}” that is there already, so nothing "
                "was changed."
            )


def make(
    repo: Repository, config: Config, tag: NewTag, commit: str, env: Mapping[str, str]
) -> tuple[IntendedTag, bytes]:
    """What is to stand for ``tag`` on ``commit``, and the tag object, not stored yet. Raises ``Refusal``."""
    signs = config.is_on("tag.gpgsign") or config.is_on("tag.forcesignannotated")
    message = encode(tidied(tag.message))
    durable.make_folder(repo.room)
    scratch = repo.room / SCRATCH.replace("*", secrets.token_hex(8))
    try:
        _begin(scratch, len(commit))
        real = _quoted(str(repo.common_dir / "objects"))
        around = {**env, "GIT_DIR": str(scratch), "GIT_ALTERNATE_OBJECT_DIRECTORIES": real}
        ran = repo.run.write(
            *("tag", "-s" if signs else "--no-sign", "--annotate", "--cleanup=verbatim", "--file=-"),
            *("--end-of-options", tag.name, commit),
            data=message,
            env=around,
            config=_settings(config),
            patience=SIGNING_PATIENCE,
            without=("GPG_TTY",),
        )
        read = repo.run.write("cat-file", "tag", f"{TAGS}{tag.name}", env=around)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    head, _, body = read.out.partition(b"\n\n")
    signature = body.removeprefix(message)
    if signs and (ran.code or not signature.startswith(b"-----BEGIN ")):  # gits before 2.41 fail in silence
        raise Refusal(cannot_sign(ran.words))
    if ran.code:
        raise Refusal(f"git could not make the tag: {ran.reason}.")
    wanted = encode(f"object {commit}\ntype commit\ntag {tag.name}\ntagger ")
    if not (head.startswith(wanted) and body == message + (signature if signs else b"")):
        raise Refusal("The tag that git made is not what was asked for, so nothing was changed.")
    return IntendedTag(TAGS + tag.name, repo.objects.id_of("tag", read.out), commit), read.out


class Found(Enum):
    """What was found where a tag of ours is to be settled."""

    RIGHT = "it stood, or was absent, as it should"
    MENDED = "it was set, or taken back, now"
    TAKEN = "another tag has the name"


def settle(repo: Repository, tag: IntendedTag, *, recorded: bool) -> Found:
    """See that a tag stands if its commit is ``recorded``, and does not if it is not. Raises ``Refusal``."""
    listed = repo.must(
        repo.run.read("for-each-ref", "--format=%(refname) %(objectname)", tag.ref), "read the tags"
    )
    lines = (line.rpartition(" ") for line in decode(listed.out).split("\n")[:-1])
    found = next((object_id for name, _, object_id in lines if name == tag.ref), None)
    if found not in {None, tag.id}:
        return Found.TAKEN
    if recorded == (found is not None):
        return Found.RIGHT
    if recorded:
        repo.must(repo.run.write("update-ref", tag.ref, tag.id, "0" * len(tag.id)), "set the tag")
        flush(repo, tag)
    else:
        repo.must(repo.run.write("update-ref", "-d", tag.ref, tag.id), "take the tag back")
    return Found.MENDED


def flush(repo: Repository, tag: IntendedTag) -> None:
    """See that the name of a tag is on the disk: git flushes only what is in the file. Raises ``OSError``."""
    folder = (repo.common_dir / tag.ref).parent
    with contextlib.suppress(FileNotFoundError):  # tags are kept in another way here
        while folder != repo.common_dir:
            durable.flush_folder(folder)
            folder = folder.parent


def locks(repo: Repository, tag: IntendedTag | None) -> tuple[Path, ...]:
    """The file by which a git program holds the tag, if there is to be one."""
    return (repo.common_dir / f"{tag.ref}.lock",) if tag else ()


def _begin(scratch: Path, id_length: int) -> None:
    """A repository of nothing but what git needs to take it for one."""
    for folder in ("objects", "refs"):
        (scratch / folder).mkdir(parents=True)
    (scratch / "HEAD").write_text("ref: refs/heads/none\n", encoding="ascii")
    form = "[core]\n\trepositoryFormatVersion = 1\n"
    if id_length == _LONG_ID:
        form += "[extensions]\n\tobjectFormat = sha256\n"
    (scratch / "config").write_text(form, encoding="ascii")


def _settings(config: Config) -> list[str]:
    """The user's settings on signing, which the scratch repository does not know, as arguments; no hooks."""
    given = [
        name if value is None else f"{name}={value}"
        for name, values in config.values.items()
        if name.startswith(_PASSED_ON)
        for value in values
    ]
    return [part for setting in (*given, "core.hooksPath=/dev/null") for part in ("-c", setting)]


def _quoted(path: str) -> str:
    """A path as git reads it in a list of paths."""
    escaped = path.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
