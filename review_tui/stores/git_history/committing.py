"""Has git make a commit, signed when the user signs, and makes sure that it is the one asked for."""

from collections.abc import Mapping
from typing import Final

from review_tui.domain.refusals import Refusal
from review_tui.domain.text import decode, encode
from review_tui.stores.git_history.repository import Branch, Repository
from review_tui.stores.git_history.trees import Leaf, Parts

SIGNING_PATIENCE: Final = 180.0
"""Seconds: a person may have to touch a key or type into a window."""


def tidied(message: str) -> str:
    """The message as git tidies it: no white space at line ends, single blank lines, one last line end."""
    lines: list[str] = []
    for line in (line.rstrip() for line in message.replace("\r\n", "\n").split("\n")):
        if line or (lines and lines[-1]):
            lines.append(line)
    text = "\n".join(lines).strip("\n")
    return text + "\n" if text else ""


def commit_tree(
    repo: Repository, branch: Branch, tree: str, message: str, env: Mapping[str, str], *, signs: bool
) -> str:
    """The id of a new commit of ``tree`` on top of ``branch``. Raises ``Refusal``."""
    if not message:
        raise Refusal("Your repository's own commit-msg check left no message, so nothing was recorded.")
    parent = ("-p", branch.tip) if branch.tip else ()
    ran = repo.run.write(
        *("commit-tree", *(("-S",) if signs else ()), *parent, tree),
        data=encode(message),
        env=env,
        patience=SIGNING_PATIENCE,
        without=("GPG_TTY",),
    )
    if ran.code:
        raise Refusal(cannot_sign(ran.words) if signs else f"git could not make the commit: {ran.reason}.")
    return decode(ran.out).strip()


def check(repo: Repository, branch: Branch, commit: str, leaves: Mapping[Parts, Leaf | None]) -> None:
    """Raise ``Refusal`` unless ``commit`` changes exactly ``leaves`` of ``branch``, as read back from git."""
    found = repo.objects.read(commit)
    tree, parents = tree_and_parents(found.data) if found else ("", [])
    if parents == ([branch.tip] if branch.tip else []) and tree:
        is_right = all(repo.objects.find(tree, path) == leaf for path, leaf in leaves.items())
        if is_right and repo.objects.changed(branch.tree, tree) == set(leaves):
            return
    raise Refusal(
        "The commit that git made is not what was asked for, so it was not used and nothing was changed. "
        "Run 'git fsck' to check the repository."
    )


def tree_and_parents(data: bytes) -> tuple[str, list[str]]:
    """The tree and the parents that a commit names, from the commit's data."""
    head = data.partition(b"\n\n")[0].decode("ascii", "replace").split("\n")
    fields = [line.partition(" ") for line in head]
    return fields[0][2], [value for name, _, value in fields if name == "parent"]


def cannot_sign(words: str) -> str:
    """What to tell a reviewer whose key could not be used; ``words`` is what git says."""
    return (
        "Your git is set to sign what it records, and signing did not work, so nothing was changed. Unlock "
        "your key first (ssh-add, or your key's own window), or mend user.signingkey. "
        f"It says:\n{words or 'nothing'}"
    )
