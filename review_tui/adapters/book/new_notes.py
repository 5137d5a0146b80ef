"""Puts a new file of notes beside minutes: whole or not at all, and never in another's place."""

from pathlib import Path

from review_tui.adapters import durable_files
from review_tui.model.errors import Refusal
from review_tui.model.visible import visible


def attach(book: Path, folder: str, name: str, data: bytes) -> Path:
    """The file ``name`` in ``folder`` of the book, new, with its folder. Raises ``Refusal``."""
    place = book
    for part in folder.split("/"):
        place /= part
        if place.is_symlink() or (place.exists() and not place.is_dir()):
            raise Refusal(f"{visible(str(place))} is no folder of the book, so nothing is put there.")
    durable_files.make_folder(place)
    try:
        durable_files.write_new(place / name, data)
    except FileExistsError as error:
        raise Refusal(
            f"{visible(str(place / name))} is there already, and nothing is written over it."
        ) from error
    return place / name
