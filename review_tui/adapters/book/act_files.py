"""The act files of a folder: each parsed once, one that can't be understood never hiding the others."""

from collections.abc import Sequence

from review_tui.adapters.book.book_paths import ACTS
from review_tui.adapters.book.safe_open import MissingFile, OpenFolder, StatSignature, UnreadableFile
from review_tui.adapters.book.yaml_reader import MAX_BYTES, YamlRefused, read_yaml_cached
from review_tui.application.ports import Cache
from review_tui.model.act_codec import decode_act, encode_act
from review_tui.model.acts import Act
from review_tui.model.field_codecs import ActFieldError
from review_tui.model.meeting import Problem


def act_bytes(act: Act) -> bytes:
    """The file that keeps ``act``. Raises ``ActFieldError`` or ``Refusal`` when it can't be kept."""
    from review_tui.adapters.book.yaml_writer import write_yaml  # noqa: PLC0415 -- whoever reads writes nothing

    return write_yaml(encode_act(act))


class ActFiles:
    """Reads acts, and remembers what each file said for as long as the file stays the same."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._parsed_files: dict[str, tuple[StatSignature, Act | Problem]] = {}

    def read_folder(
        self, around: OpenFolder, name: str = ACTS
    ) -> tuple[tuple[Act, ...], tuple[Problem, ...]]:
        """The acts in the folder ``name`` of ``around``, oldest first, and what could not be read."""
        try:
            with around.open_folder(name) as folder:
                parsed = [
                    (name, self._read_file(folder, name)) for name in folder.names() if _is_act_file(name)
                ]
                path = folder.path
        except MissingFile:
            return (), ()
        except UnreadableFile as refused:
            return (), (Problem(refused.path, refused.sentence),)
        acts = [(name, each) for name, each in parsed if isinstance(each, Act)]
        problems = [each for _, each in parsed if isinstance(each, Problem)]
        problems += _duplicate_ids(path, acts)
        return tuple(sorted((act for _, act in acts), key=lambda act: (act.at, act.id))), tuple(problems)

    def _read_file(self, folder: OpenFolder, name: str) -> Act | Problem:
        path = folder.path_of(name)
        try:
            signature = folder.stat_signature(name)
            known = self._parsed_files.get(path)
            if known and known[0] == signature:
                return known[1]
            parsed = _parse(folder.read(name, MAX_BYTES), path, self._cache)
        except UnreadableFile as refused:
            return Problem(path, refused.sentence)
        if signature:
            self._parsed_files[path] = (signature, parsed)
        return parsed


def _parse(raw: bytes, path: str, cache: Cache) -> Act | Problem:
    try:
        tree = read_yaml_cached(raw, cache)
    except YamlRefused as refused:
        return Problem(path, refused.sentence, refused.line)
    try:
        return decode_act(tree.fields)
    except ActFieldError as error:
        line = tree.line(error.key) if error.key else None
        return Problem(path, f"This act can't be understood, so it does not count: {error}", line)


def _is_act_file(name: str) -> bool:
    return name.endswith(".yaml") and not name.startswith(".")


def _duplicate_ids(folder: str, acts: Sequence[tuple[str, Act]]) -> list[Problem]:
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
