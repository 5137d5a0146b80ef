"""Trees and packs as git writes them: bytes in, values out, and back."""

import hashlib
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Kind = Literal["commit", "tree", "blob", "tag"]
Parts = tuple[bytes, ...]
FOLDER = b"40000"
_PACK_KINDS: dict[str, int] = {"commit": 1, "tree": 2, "blob": 3, "tag": 4}


@dataclass(frozen=True, slots=True)
class Leaf:
    """One line of a tree: a file, a folder (``40000``), a link (``120000``) or a submodule (``160000``)."""

    mode: bytes
    id: str

    @property
    def is_folder(self) -> bool:
        """Whether a tree stands there."""
        return self.mode == FOLDER

    @property
    def is_plain(self) -> bool:
        """Whether an ordinary file stands there."""
        return self.mode.startswith(b"100")


Tree = dict[bytes, Leaf]


def parsed_tree(data: bytes, id_size: int) -> Tree:
    """The lines of a tree; ids are ``id_size`` bytes long. Raises ``ValueError`` for no tree."""
    lines: Tree = {}
    at = 0
    while at < len(data):
        space = data.index(b" ", at)
        nul = data.index(b"\0", space)
        at_end = nul + 1 + id_size
        lines[data[space + 1 : nul]] = Leaf(data[at:space], data[nul + 1 : at_end].hex())
        at = at_end
    return lines


def written_tree(lines: Tree) -> bytes:
    """The bytes of a tree: git sorts a folder as if its name ended in "/"."""
    ordered = sorted(lines.items(), key=lambda line: line[0] + b"/" if line[1].is_folder else line[0])
    return b"".join(leaf.mode + b" " + name + b"\0" + bytes.fromhex(leaf.id) for name, leaf in ordered)


def pack(objects: Iterable[tuple[Kind, bytes]], algorithm: str) -> bytes:
    """Objects in one pack, as ``git unpack-objects`` reads them."""
    listed = list(objects)
    parts = [b"PACK", (2).to_bytes(4, "big"), len(listed).to_bytes(4, "big")]
    for kind, data in listed:
        parts += [_pack_header(_PACK_KINDS[kind], len(data)), zlib.compress(data, 1)]
    body = b"".join(parts)
    return body + hashlib.new(algorithm, body, usedforsecurity=False).digest()


def _pack_header(kind: int, size: int) -> bytes:
    """Kind and size as a pack writes them: four bits of the size, then seven at a time, lowest first."""
    head = (kind << 4) | (size & 0x0F)
    size >>= 4
    out = bytearray()
    while size:
        out.append(head | 0x80)
        head = size & 0x7F
        size >>= 7
    out.append(head)
    return bytes(out)
