"""Line ends and other conversions: how bytes in the work tree and bytes in the history belong together.

The rule, which keeps ``git status`` clean and touches no line that nobody changed:

- Where nothing is converted (the usual case) the history holds the file's bytes as they are. An attributes
  file that only says how to show differences, as the one that a new book gets, converts nothing.
- Where ``core.autocrlf`` or an attributes file may convert, git itself makes the stored form (line ends,
  encoding, the user's filters). One exception, which is git's own: a file with ``text=auto`` or only
  ``autocrlf`` whose committed version has CR LF line ends keeps them.
- What is only looked at is converted by git with every filter program switched off.
"""

import os
import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from review_tui.adapters.git.config import Config
from review_tui.adapters.git.objects import Kind
from review_tui.adapters.git.repository import Repository
from review_tui.model.errors import Refusal
from review_tui.model.text import decode, encode
from review_tui.model.visible import visible

# git asks the one that it was built with; which that is, it tells since 2.42 only (git var GIT_ATTR_SYSTEM).
_SYSTEM_WIDE: Final = (
    Path("/etc/gitattributes"),
    Path("/usr/local/etc/gitattributes"),
    Path("/opt/homebrew/etc/gitattributes"),
)
_ATTRIBUTES: Final = ("text", "eol", "crlf", "filter", "ident", "working-tree-encoding")
_SHOW: Final = "show a version of a file"
_CONVERTING: Final = frozenset(map(os.fsencode, (*_ATTRIBUTES, "binary")))


class ContentFilters:
    """The conversions that apply to the files of one repository now."""

    def __init__(self, repo: Repository, config: Config, *, may_run: bool = True) -> None:
        """Without ``may_run`` no filter program is run that the repository itself names."""
        self._repo = repo
        self._may_run = may_run
        self._config = config

    def may_convert(self, path: str) -> bool:
        """Whether the stored form of ``path`` (relative to the top) may differ from the file."""
        autocrlf = self._config.text("core.autocrlf").lower()
        return (
            autocrlf == "input"
            or self._config.is_on("core.autocrlf")
            or "attr.tree" in self._config.values
            or any(map(_may_convert_content, self._attribute_files(path)))
        )

    def is_version(self, path: str, data: bytes, stored_id: str) -> bool:
        """Whether ``data`` in the work tree is the stored version of that id."""
        if self._repo.objects.hash_object("blob", data) == stored_id:
            return True
        return self.may_convert(path) and self._clean_with_git(path, data, keep=False) == stored_id

    def looks_like_version(self, path: str, data: bytes, stored_id: str) -> bool:
        """The same for looking only: no filter program is run, so where one is at work the answer is yes."""
        if self._repo.objects.hash_object("blob", data) == stored_id:
            return True
        if not self.may_convert(path):
            return False
        ran = self._repo.run.read(
            "hash-object", "--stdin", f"--path={path}", data=data, config=self._filters_off()
        )
        same = (
            decode(self._repo.require_success(ran, "compare the file with its history").out).strip()
            == stored_id
        )
        return same or self._is_filtered(path, self._config.values)

    def _is_filtered(self, path: str, settings: Iterable[str]) -> bool:
        """Whether a filter program that ``settings`` name stands between the file and its stored form."""
        ran = self._repo.run.read("check-attr", "-z", "filter", "--", path)
        attributes = decode(self._repo.require_success(ran, "read the attributes of a file").out).split("\0")[
            2:3
        ]
        named = {name.split(".", 1)[1].rpartition(".")[0] for name in settings if name.startswith("filter.")}
        return bool(set(attributes) & named)

    def _filters_off(self) -> list[str]:
        """Settings by which no filter program is run."""
        return [
            part
            for name in self._config.subsections("filter")
            for key in ("clean=", "smudge=", "process=", "required=false")
            for part in ("-c", f"filter.{name}.{key}")
        ]

    def are_same(self, path: str, one: bytes, other: bytes) -> bool:
        """Whether two contents of the work tree differ at most in line ends that git converts anyway."""
        if one == other:
            return True
        return one.replace(b"\r\n", b"\n") == other.replace(b"\r\n", b"\n") and self.may_convert(path)

    def clean(self, path: str, data: bytes, before: bytes | None) -> tuple[str, list[tuple[Kind, bytes]]]:
        """The id of the stored form of ``data``, and the objects still to store for it.

        ``before`` is the committed version as stored, if there is one.
        """
        raw_id = self._repo.objects.hash_object("blob", data)
        if not self.may_convert(path) or (before and b"\r\n" in before and self._keeps_line_ends(path)):
            return raw_id, [("blob", data)]
        return self._clean_with_git(path, data, keep=True), []

    def smudge(self, path: str, blob_id: str, data: bytes) -> bytes:
        """A stored version in the form it has in the work tree; no filter program is run for it."""
        return self.smudge_all(path, {blob_id: data})[blob_id]

    def smudge_all(self, path: str, stored: Mapping[str, bytes]) -> dict[str, bytes]:
        """Stored versions of one path, by id, each in the form it has in the work tree."""
        if not stored or not self.may_convert(path):
            return dict(stored)
        off = self._filters_off()
        if "\n" not in path and not path.startswith((" ", "\t")):
            return self._smudge_batch(path, list(stored), off)
        return {blob_id: self._smudge_one(path, blob_id, off) for blob_id in stored}

    def _smudge_batch(self, path: str, blob_ids: Sequence[str], off: Sequence[str]) -> dict[str, bytes]:
        # git gives the size before it converts, so a name that nobody can foresee ends each answer.
        end = f"end-{secrets.token_hex(16)}"
        asked = "".join(f"{blob_id} {path}\n{end} x\n" for blob_id in blob_ids)
        ran = self._repo.run.read("cat-file", "--batch", "--filters", data=encode(asked), config=off)
        answers = self._repo.require_success(ran, _SHOW).out.split(f"\n{end} missing\n".encode())
        if len(answers) != len(blob_ids) + 1:
            raise Refusal("git could not show the versions of a file. Try again.")
        return {blob_id: answers[at].partition(b"\n")[2] for at, blob_id in enumerate(blob_ids)}

    def _smudge_one(self, path: str, blob_id: str, off: Sequence[str]) -> bytes:
        ran = self._repo.run.read("cat-file", "--filters", f"--path={path}", blob_id, config=off)
        return self._repo.require_success(ran, _SHOW).out

    def _clean_with_git(self, path: str, data: bytes, *, keep: bool) -> str:
        """The id of the form that git would store; the object too is stored when it is to ``keep``."""
        write = ("-w",) if keep else ()
        if not self._may_run and self._is_filtered(path, self._config.local):
            raise Refusal(
                f"{visible(path)} is stored only as a program makes it that the settings of this copy "
                "name, and none of them may run. Nothing was changed. To say otherwise: review-tui programs"
            )
        ran = self._repo.run.write("hash-object", *write, "--stdin", f"--path={path}", data=data)
        return decode(self._repo.require_success(ran, "prepare the file for its history").out).strip()

    def _keeps_line_ends(self, path: str) -> bool:
        """Whether git itself would leave CR LF alone where the committed version has it."""
        ran = self._repo.run.read("check-attr", "-z", *_ATTRIBUTES, "--", path)
        fields = decode(self._repo.require_success(ran, "read the attributes of a file").out).split("\0")
        attributes = dict(zip(fields[1::3], fields[2::3], strict=False))
        plain = {"unspecified", "unset"}
        others = all(attributes.get(name, "unset") in plain for name in _ATTRIBUTES[2:])
        text, eol = attributes.get("text", "unspecified"), attributes.get("eol", "unspecified")
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


def _may_convert_content(place: Path) -> bool:
    """Whether an attributes file could make git convert anything; when in doubt, it could."""
    try:
        data = place.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    attributes = [line.split()[1:] for line in data.splitlines() if not line.lstrip().startswith(b"#")]
    names = {word.lstrip(b"-!").partition(b"=")[0] for words in attributes for word in words}
    return b"[attr]" in data or bool(names & _CONVERTING)
