"""Acts that are not as their makers recorded them: changed, taken away or brought in by other means."""

from collections.abc import Iterator, Mapping, Sequence

from review_tui.application.ports import History, PathChange, PathHistory
from review_tui.application.undo_log import is_doing_of, is_redo, is_undo
from review_tui.model.act_file_names import is_act_file, kind_and_id_of
from review_tui.model.act_registry import kind_named
from review_tui.model.acts import Act
from review_tui.model.date_format import format_moment
from review_tui.model.frozen import frozen
from review_tui.model.people import Reviewer
from review_tui.model.visible import visible

_MOST_NAMED = 3
"""Acts that one commit brought in others' names: up to here a sentence each, beyond it one for all."""


@frozen
class TamperSign:
    """A trace that an act was changed, taken away or brought in: only its file's history tells."""

    sentence: str
    folder: str
    """Where the act is or was kept: ``meeting/item/acts``, or ``meeting/acts``."""
    blocks: bool = True
    """Whether nothing can be signed off until it is settled; else it is only told."""


def find_tampering(acts: Mapping[str, Sequence[Act]], history: History) -> tuple[TamperSign, ...]:
    """A sign for each act of these folders that is not as its maker recorded it, oldest first.

    ``acts`` are those read in each folder. An act that was put back is as it was recorded, and so is one that
    its maker undid with this program.
    """
    recorded = history.path_history(is_act_file)
    act_history = _ActHistory(recorded)
    read = {(folder, act.id): act for folder, each in acts.items() for act in each}
    signs: list[TamperSign] = []
    foreign: dict[str, list[tuple[PathChange, str, Reviewer]]] = {}
    for path in act_history.paths:
        folder, kept = path.rpartition("/")[0], kind_and_id_of(path)
        if folder not in acts or kept is None:
            continue
        signs += act_history.alterations(path, folder, kept[0])
        act, origin = read.get((folder, kept[1])), act_history.origin(path)
        if act and path in recorded.present and not origin.entry.by.is_same(act.by):
            foreign.setdefault(origin.entry.id, []).append((origin, path, act.by))
    return (*signs, *(sign for each in foreign.values() for sign in _foreign_signs(each)))


class _ActHistory:
    """What happened to every act, by its path."""

    def __init__(self, recorded: PathHistory) -> None:
        self._present = recorded.present
        self._by_path: dict[str, list[PathChange]] = {}
        self._removed: dict[tuple[str, str, str], str] = {}
        """The paths that commits took files away from, by commit, file name and content."""
        for change in reversed(recorded.changes):
            self._by_path.setdefault(change.path, []).append(change)
            if not change.after:
                self._removed[change.entry.id, change.path.rpartition("/")[2], change.before] = change.path

    @property
    def paths(self) -> tuple[str, ...]:
        """Every path that an act was ever kept at, the oldest first."""
        return tuple(self._by_path)

    def origin(self, path: str) -> PathChange:
        """The change that brought an act into the book, wherever it was kept then.

        A renamed folder is no new act: a file that one commit removes here and adds there is followed.
        """
        seen: set[str] = set()  # two commits that swap folders would lead round in a circle
        while True:
            first = self._by_path[path][0]
            seen.add(path)
            moved = self._removed.get((first.entry.id, path.rpartition("/")[2], first.after), path)
            if moved in seen:
                return first
            path = moved

    def alterations(self, path: str, folder: str, kind: str) -> Iterator[TamperSign]:
        """A sign where the act is not as it was recorded."""
        first, now = self._by_path[path][0], self._present.get(path, "")
        if now == first.after:
            return
        what = f"the {kind} that {visible(first.entry.by.name)} recorded"
        later = self._by_path[path][1:]
        last = next((change for change in reversed(later) if change.after == now), None)
        if last is None:
            yield TamperSign(
                f"When two people's work was put together, {what} got lost ({visible(first.shown)}). Acts "
                "are never taken away: put it back as it was.",
                folder,
            )
            return
        by = last.entry.by
        own = is_doing_of(first.entry, by)
        if not now and own and (is_undo(last.entry) or is_redo(last.entry)):
            return
        did = "changed" if now else "took away"
        yield TamperSign(
            f"{visible(by.name)} {did} {what} ({format_moment(last.entry.at)}, "
            f"{visible(last.shown)}). Acts are never {'changed' if now else 'taken away'}: put it back as it "
            "was.",
            folder,
            blocks=bool(now) or (kind_named(kind).weakens_when_missing and not own),
        )


def _foreign_signs(brought: Sequence[tuple[PathChange, str, Reviewer]]) -> Iterator[TamperSign]:
    """Signs of acts that one commit brought in the names of others than whoever made it."""
    commit = brought[0][0]
    who, when = visible(commit.entry.by.name), format_moment(commit.entry.at)
    if len(brought) <= _MOST_NAMED:
        for origin, path, named in brought:
            kept, name = kind_and_id_of(path), visible(named.name)
            yield TamperSign(
                f"The {kept[0] if kept else 'act'} in the name of {name} was recorded by {who} ({when}, "
                f"{visible(origin.shown)}). Ask {name}: what they did not do has to be taken out again.",
                path.rpartition("/")[0],
                blocks=not origin.is_root,
            )
        return
    names = list(dict.fromkeys(visible(named.name) for _, _, named in brought))
    listed = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    yield TamperSign(
        f"{len(brought)} acts in the names of others ({listed}) were recorded by {who} ({when}). Ask them: "
        "what they did not do has to be taken out again.",
        brought[0][1].split("/")[0] + "/acts",
        blocks=not commit.is_root,
    )
