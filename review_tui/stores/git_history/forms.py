"""Line ends and other conversions: how bytes in the work tree and bytes in the history belong together.

The rule, which keeps ``git status`` clean and touches no line that nobody changed:

- Where nothing is converted (the usual case) the history holds the file's bytes as they are.
- Where ``core.autocrlf`` or an attributes file may convert, git itself makes the stored form (line ends,
  encoding, the user's filters). One exception, which is git's own: a file with ``text=auto`` or only
  ``autocrlf`` whose committed version has CR LF line ends keeps them.
- What is only looked at is converted by git with every filter program switched off.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from review_tui.domain.text import decode
from review_tui.stores.git_history.config import Config
from review_tui.stores.git_history.repository import Repository
from review_tui.stores.git_history.trees import Kind

_SYSTEM_WIDE: Final = (
    Path("/etc/gitattributes"),
    Path("/usr/local/etc/gitattributes"),
    Path("/opt/homebrew/etc/gitattributes"),
)
_ATTRIBUTES: Final = ("text", "eol", "crlf", "filter", "ident", "working-tree-encoding")


class Forms:
    """The conversions that apply to the files of one repository now."""

    def __init__(self, repo: Repository, config: Config) -> None:
        self._repo = repo
        self._config = config

    def may_convert(self, path: str) -> bool:
        """Whether the stored form of ``path`` (relative to the top) may differ from the file."""
        autocrlf = self._config.text("core.autocrlf").lower()
        return (
            autocrlf == "input"
            or self._config.is_on("core.autocrlf")
            or "attr.tree" in self._config.values
            or any(place.exists() for place in self._attribute_files(path))
        )

    def is_version(self, path: str, data: bytes, stored_id: str) -> bool:
        """Whether ``data`` in the work tree is the stored version of that id."""
        if self._repo.objects.id_of("blob", data) == stored_id:
            return True
        return self.may_convert(path) and self._cleaned(path, data, keep=False) == stored_id

    def are_same(self, path: str, one: bytes, other: bytes) -> bool:
        """Whether two contents of the work tree differ at most in line ends that git converts anyway."""
        if one == other:
            return True
        return one.replace(b"\r\n", b"\n") == other.replace(b"\r\n", b"\n") and self.may_convert(path)

    def stored(self, path: str, data: bytes, before: bytes | None) -> tuple[str, list[tuple[Kind, bytes]]]:
        """The id of the stored form of ``data``, and the objects still to store for it.

        ``before`` is the committed version as stored, if there is one.
        """
        raw_id = self._repo.objects.id_of("blob", data)
        if not self.may_convert(path) or (before and b"\r\n" in before and self._keeps_line_ends(path)):
            return raw_id, [("blob", data)]
        return self._cleaned(path, data, keep=True), []

    def shown(self, path: str, blob_id: str, data: bytes) -> bytes:
        """A stored version in the form it has in the work tree; no filter program is run for it."""
        if not self.may_convert(path):
            return data
        off = [
            part
            for name in self._config.middles("filter")
            for key in ("smudge=", "process=", "required=false")
            for part in ("-c", f"filter.{name}.{key}")
        ]
        ran = self._repo.run.read("cat-file", "--filters", f"--path={path}", blob_id, config=off)
        return self._repo.must(ran, "show a version of a file").out

    def _cleaned(self, path: str, data: bytes, *, keep: bool) -> str:
        """The id of the form that git would store; the object too is stored when it is to ``keep``."""
        write = ("-w",) if keep else ()
        ran = self._repo.run.write("hash-object", *write, "--stdin", f"--path={path}", data=data)
        return decode(self._repo.must(ran, "prepare the file for its history").out).strip()

    def _keeps_line_ends(self, path: str) -> bool:
        """Whether git itself would leave CR LF alone where the committed version has it."""
        ran = self._repo.run.read("check-attr", "-z", *_ATTRIBUTES, "--", path)
        fields = decode(self._repo.must(ran, "read the attributes of a file").out).split("\0")
        said = dict(zip(fields[1::3], fields[2::3], strict=False))
        plain = {"unspecified", "unset"}
        others = all(said.get(name, "unset") in plain for name in _ATTRIBUTES[2:])
        text, eol = said.get("text", "unspecified"), said.get("eol", "unspecified")
        return others and (text in {"auto", "unset"} or (text == "unspecified" and eol in plain))

    def _attribute_files(self, path: str) -> Iterator[Path]:
        """Every place where attributes of ``path`` can be set."""
        repo = self._repo
        yield repo.common_dir / "info" / "attributes"
        yield repo.git_dir / "info" / "attributes"
        for folder in Path(path).parents:
            yield repo.top / folder / ".gitattributes"
        yield from _SYSTEM_WIDE
        own = self._config.text("core.attributesfile")
        if own:
            yield Path(own).expanduser()
        else:
            base = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
            yield Path(base) / "git" / "attributes"
