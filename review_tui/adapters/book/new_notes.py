"""Puts new files of notes beside minutes: all of them or none, and never in another's place."""

from collections.abc import Sequence
from pathlib import Path

from review_tui.adapters import durable_files
from review_tui.model.errors import Refusal
from review_tui.model.visible import visible


def attach(book: Path, files: Sequence[tuple[str, str, bytes]]) -> tuple[Path, ...]:
    """New files of the book, each given by folder, name and bytes; where they are. Raises ``Refusal``."""
    places = [_place(book, folder) / name for folder, name, _ in files]
    for place in places:
        if place.exists() or place.is_symlink():
            raise _is_there(place)
    for place, (_, _, data) in zip(places, files, strict=True):
        durable_files.make_folder(place.parent)
        try:
            durable_files.write_new(place, data)
        except FileExistsError as error:  # somebody else's, just now
            raise _is_there(place) from error
    return tuple(places)


def _place(book: Path, folder: str) -> Path:
    place = book
    for part in folder.split("/"):
        place /= part
        if place.is_symlink() or (place.exists() and not place.is_dir()):
            raise Refusal(f"{visible(str(place))} is no folder of the book, so nothing is put there.")
    return place


def _is_there(place: Path) -> Refusal:
    return Refusal(f"{visible(str(place))} is there already, and nothing is written over it.")
