"""The act files of a folder: each parsed once, one that can't be understood never hiding the others."""

from collections.abc import Sequence

from review_tui.domain.act_fields import from_fields, to_fields
from review_tui.domain.act_values import ActError
from review_tui.domain.acts import Act
from review_tui.domain.meeting import Problem
from review_tui.stores.book_files.beneath import Folder, Missing, Stamp, Unreadable
from review_tui.stores.book_files.layout import ACTS
from review_tui.stores.book_files.yaml_in import LIMIT, YamlRefused, read_yaml
from review_tui.stores.book_files.yaml_out import write_yaml


def act_bytes(act: Act) -> bytes:
    """The file that keeps ``act``. Raises ``ActError`` or ``Refusal`` when it can't be kept."""
    return write_yaml(to_fields(act))


class ActFiles:
    """Reads acts, and remembers what each file said for as long as the file stays the same."""

    def __init__(self) -> None:
        self._said: dict[str, tuple[Stamp, Act | Problem]] = {}

    def beneath(self, around: Folder) -> tuple[tuple[Act, ...], tuple[Problem, ...]]:
        """The acts in the folder ``acts`` of ``around``, oldest first, and what could not be read."""
        try:
            with around.inner(ACTS) as folder:
                said = [(name, self._read(folder, name)) for name in folder.names() if _is_act_file(name)]
                path = folder.path
        except Missing:
            return (), ()
        except Unreadable as refused:
            return (), (Problem(refused.path, refused.sentence),)
        acts = [(name, each) for name, each in said if isinstance(each, Act)]
        problems = [each for _, each in said if isinstance(each, Problem)]
        problems += _namesakes(path, acts)
        return tuple(sorted((act for _, act in acts), key=lambda act: (act.at, act.id))), tuple(problems)

    def _read(self, folder: Folder, name: str) -> Act | Problem:
        path = folder.path_of(name)
        try:
            stamp = folder.stamp(name)
            known = self._said.get(path)
            if known and known[0] == stamp:
                return known[1]
            said = _parsed(folder.read(name, LIMIT), path)
        except Unreadable as refused:
            return Problem(path, refused.sentence)
        if stamp:
            self._said[path] = (stamp, said)
        return said


def _parsed(raw: bytes, path: str) -> Act | Problem:
    try:
        tree = read_yaml(raw)
    except YamlRefused as refused:
        return Problem(path, refused.sentence, refused.line)
    try:
        return from_fields(tree.fields)
    except ActError as mishap:
        return Problem(path, f"This act can't be understood, so it does not count: {mishap}")


def _is_act_file(name: str) -> bool:
    return name.endswith(".yaml") and not name.startswith(".")


def _namesakes(folder: str, acts: Sequence[tuple[str, Act]]) -> list[Problem]:
    """A problem for every act whose id another file has taken already. Both acts count all the same."""
    first: dict[str, str] = {}
    problems = []
    for name, act in acts:
        other = first.setdefault(act.id, name)
        if other != name:
            problems.append(
                Problem(
                    f"{folder}/{name}",
                    f"The id {act.id} is also that of {other}. Find out which one is meant.",
                )
            )
    return problems
