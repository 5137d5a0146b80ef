"""What a hub takes in: the rules of verification on what is pushed, before any of it stands."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager

from review_tui.application.recorded import HistoryUnverifiable, RawHistory, RecordFormat
from review_tui.application.signing import SignatureChecker
from review_tui.application.verifier import SeenState, Verified, Verifier
from review_tui.model.frozen import frozen
from review_tui.model.tag_names import TAGS
from review_tui.model.verification import TAGGED, Breach
from review_tui.model.visible import visible

BRANCHES = "refs/heads/"
TAG_REFS = f"refs/tags/{TAGS}"


@frozen
class PushedRef:
    """One reference that somebody wants to move; no commit is an empty name."""

    ref: str
    old: str
    new: str


OpenPushed = Callable[[str, Mapping[str, str]], AbstractContextManager[RawHistory]]
"""Opens the history that leads to a commit, with tags that are pushed beside those that are there."""


class _NothingSeen:
    """A hub remembers by its references alone."""

    def load(self) -> None:
        """Nothing."""

    def save(self, seen: SeenState) -> None:
        """Forget it at once."""


def why_not_pushed(
    pushed: Sequence[PushedRef],
    open_pushed: OpenPushed,
    format_: RecordFormat,
    checker: SignatureChecker,
    pusher: str,
) -> tuple[str, ...]:
    """Why a push is refused, in sentences; none where it may stand.

    ``pusher`` is the address of whoever pushes, where the hub knows it: then they push nobody else's commits.
    """
    tags = {each.ref: each.new for each in pushed if each.ref.startswith(TAG_REFS) and each.new}
    found: list[str] = []
    for each in pushed:
        if each.ref.startswith(TAG_REFS):
            if each.old:
                found.append(
                    f"The tag {visible(each.ref.removeprefix('refs/tags/'))} is that of signed minutes: it "
                    "is never moved or deleted."
                )
        elif each.ref.startswith(BRANCHES):
            found += _why_not_branch(each, tags, open_pushed, format_, checker, pusher)
    return tuple(dict.fromkeys(found))


def _why_not_branch(
    it: PushedRef,
    tags: Mapping[str, str],
    open_pushed: OpenPushed,
    format_: RecordFormat,
    checker: SignatureChecker,
    pusher: str,
) -> list[str]:
    name = visible(it.ref.removeprefix(BRANCHES))
    if not it.new:
        return [f"The branch {name} is never deleted: what was recorded stays."]
    try:
        with open_pushed(it.new, tags) as history:
            if it.old and history.lost_since(it.old):
                return [
                    f"The history of {name} is never put back or written anew. Receive it first, then push."
                ]
            found = _commits_of_others(history, it.old, pusher) if pusher else []
            now = _verify_pushed(history, format_, checker)
        if now.unverifiable:
            return [*found, f"It could not be verified. {now.unverifiable}"]
        known: set[str] = set()
        if it.old:
            with open_pushed(it.old, {}) as before:
                known = {b.sentence for b in _verify_pushed(before, format_, checker).breaches}
    except HistoryUnverifiable as refused:
        return [f"It could not be verified. {refused}"]
    return [*found, *(b.sentence for b in now.breaches if _refuses_push(b) and b.sentence not in known)]


def _refuses_push(breach: Breach) -> bool:
    """Whether a breach refuses a push: a tag may come with the next one."""
    return not breach.is_told and breach.rule is not TAGGED


def _verify_pushed(history: RawHistory, format_: RecordFormat, checker: SignatureChecker) -> Verified:
    verifier = Verifier(lambda: _Opened(history), format_, _NothingSeen(), checker=checker)
    return verifier.quick()


class _Opened(AbstractContextManager[RawHistory]):
    """A history that is open already, and that another closes."""

    def __init__(self, history: RawHistory) -> None:
        self._history = history

    def __enter__(self) -> RawHistory:
        """The history."""
        return self._history

    def __exit__(self, *_: object) -> None:
        """Leave it open."""


def _commits_of_others(history: RawHistory, old: str, pusher: str) -> list[str]:
    """Commits that others made than whoever pushes them; merges bring others' along, which came before."""
    found = []
    for step in history.steps(old):
        commit = step.commit
        if commit.committer.email.casefold() != pusher.casefold():
            found.append(
                f"The commit {commit.id[:12]} was made by {visible(str(commit.committer))}, and "
                f"{visible(pusher)} may push none but their own."
            )
    return found[:3]
