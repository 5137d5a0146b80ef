"""Has git make the objects that a user may sign: commits and tags.

git itself writes a tag's words and signs them, in a scratch repository of its own that sees the real objects;
so a tag that is refused or cut short leaves nothing behind.
"""

import secrets
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from review_tui.adapters import durable_files
from review_tui.adapters.git.config import Config
from review_tui.adapters.git.objects import strip_space
from review_tui.adapters.git.ref_update import TAGS, TagUpdate
from review_tui.adapters.git.repository import Branch, Repository
from review_tui.application.ports import NewTag
from review_tui.model.errors import Refusal
from review_tui.model.text import decode, encode

SIGNING_TIMEOUT: Final = 180.0
"""Seconds: a person may have to touch a key or type into a window."""


def commit_tree(
    repo: Repository,
    branch: Branch,
    tree: str,
    message: str,
    env: Mapping[str, str],
    *,
    signs: bool,
    joins: str = "",
    meanwhile: Callable[[], None] = lambda: None,
) -> str:
    """The id of a new commit of ``tree`` on top of ``branch``. Raises ``Refusal``.

    ``joins`` is the other commit that it is built on, where it brings two lines together. ``meanwhile`` is
    done while git works; what it raises is raised here.
    """
    if not message:
        raise Refusal("Your repository's own commit-msg check left no message, so nothing was recorded.")
    parent = tuple(part for each in (branch.tip, joins) if each for part in ("-p", each))
    ran = repo.run.write(
        *("commit-tree", *(("-S",) if signs else ()), *parent, tree),
        data=encode(message),
        env=env,
        timeout=SIGNING_TIMEOUT,
        unset=("GPG_TTY",),  # gpg would ask for the passphrase on the terminal that the screen is on
        meanwhile=meanwhile,
    )
    if ran.code:
        raise Refusal(
            describe_signing_failure(ran.message)
            if signs
            else f"git could not make the commit: {ran.reason}."
        )
    return decode(ran.out).strip()


def describe_signing_failure(words: str) -> str:
    """What to tell a reviewer whose key could not be used; ``words`` is what git says."""
    return (
        "Your git is set to sign what it records, and signing did not work, so nothing was changed. Unlock "
        "your key first (ssh-add, or your key's own window), or mend user.signingkey. "
        f"It says:\n{words or 'nothing'}"
    )


SCRATCH_REPOSITORIES: Final = "tagging-*"
"""The pattern of scratch repositories; a crash can leave one behind, and whoever recovers may remove it."""


_SHA256_HEX_DIGITS: Final = 64
"""Letters in the name of an object of the newer form."""


_SIGNING_SECTIONS: Final = ("user.", "gpg.")
"""What the user's settings may say about signing."""


def make_tag(
    repo: Repository, config: Config, tag: NewTag, commit: str, env: Mapping[str, str]
) -> tuple[TagUpdate, bytes]:
    """What is to stand for ``tag`` on ``commit``, and the tag object, not stored yet. Raises ``Refusal``."""
    signs = config.is_on("tag.gpgsign") or config.is_on("tag.forcesignannotated")
    message = encode(strip_space(tag.message))
    durable_files.make_folder(repo.private_dir)
    scratch = repo.private_dir / SCRATCH_REPOSITORIES.replace("*", secrets.token_hex(8))
    try:
        init_scratch_repository(scratch, len(commit))
        real = quote_path(str(repo.common_dir / "objects"))
        around = {**env, "GIT_DIR": str(scratch), "GIT_ALTERNATE_OBJECT_DIRECTORIES": real}
        ran = repo.run.write(
            *("tag", "-s" if signs else "--no-sign", "--annotate", "--cleanup=verbatim", "--file=-"),
            *("--end-of-options", tag.name, commit),
            data=message,
            env=around,
            config=_signing_options(config),
            timeout=SIGNING_TIMEOUT,
            unset=("GPG_TTY",),
        )
        read = repo.run.write("cat-file", "tag", f"{TAGS}{tag.name}", env=around)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    head, _, body = read.out.partition(b"\n\n")
    signature = body.removeprefix(message)
    if signs and (ran.code or not signature.startswith(b"-----BEGIN ")):  # gits before 2.41 fail in silence
        raise Refusal(describe_signing_failure(ran.message))
    if ran.code:
        raise Refusal(f"git could not make the tag: {ran.reason}.")
    wanted = encode(f"object {commit}\ntype commit\ntag {tag.name}\ntagger ")
    if not (head.startswith(wanted) and body == message + (signature if signs else b"")):
        raise Refusal("The tag that git made is not what was asked for, so nothing was changed.")
    return TagUpdate(TAGS + tag.name, repo.objects.hash_object("tag", read.out), commit), read.out


def init_scratch_repository(scratch: Path, id_length: int) -> None:
    """A repository of nothing but what git needs to take it for one."""
    for folder in ("objects", "refs"):
        (scratch / folder).mkdir(parents=True)
    (scratch / "HEAD").write_text("ref: refs/heads/none\n", encoding="ascii")
    form = "[core]\n\trepositoryFormatVersion = 1\n"
    if id_length == _SHA256_HEX_DIGITS:
        form += "[extensions]\n\tobjectFormat = sha256\n"
    (scratch / "config").write_text(form, encoding="ascii")


def _signing_options(config: Config) -> list[str]:
    """The user's settings on signing, which the scratch repository does not know, as arguments; no hooks."""
    given = [
        name if value is None else f"{name}={value}"
        for name, values in config.values.items()
        if name.startswith(_SIGNING_SECTIONS)
        for value in values
    ]
    return [part for setting in (*given, "core.hooksPath=/dev/null") for part in ("-c", setting)]


def quote_path(path: str) -> str:
    """A path as git reads it in a list of paths."""
    escaped = path.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
