"""What the name of an act's file says: ``20220320T101502Z-flag-7f3a91c2.yaml`` keeps flag 7f3a91c2."""

import re

_NAME = re.compile(r"(?:\A|/)acts/\d{8}T\d{6}Z-([a-z][a-z-]{0,39})-([0-9A-Za-z_]{6,64})\.yaml\Z")


def kind_and_id_of(path: str) -> tuple[str, str] | None:
    """The word for the act that the file at ``path`` keeps, and its id; ``None`` for any other file."""
    match = _NAME.search(path)
    return (match[1], match[2]) if match else None


def is_act_file(path: str) -> bool:
    """Whether an act is kept at ``path``."""
    return kind_and_id_of(path) is not None
