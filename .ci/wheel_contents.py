"""Is everything of the program in the wheel, and nothing else? ``python .ci/wheel_contents.py WHEEL``.

Everything: every file of ``review_tui`` (code, styles, help pages) and every file of the sample book.
"""
# ruff: noqa: INP001, T201 -- a script of CI's, not a package; it is there to print

import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = Path("drafts", "2022-03-16-health-and-wellbeing-board")
_LEFT_BY_PYTHON = {"__pycache__"}


def expected() -> set[str]:
    """The names that the wheel must hold beside its own ``dist-info``."""
    code = {str(path.relative_to(ROOT)) for path in _files(ROOT / "review_tui")}
    sample = {path.relative_to(ROOT / "drafts") for path in _files(ROOT / SAMPLE)} | {
        Path("book.yaml"),
        Path(".gitattributes"),
    }
    return code | {f"review_tui/sample_book/{path}" for path in sample}


def complaints(wheel: Path) -> list[str]:
    """What is wrong with ``wheel``, a sentence each."""
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
        empty = {info.filename for info in archive.infolist() if info.file_size == 0}
    wanted = expected()
    return [
        *(f"{name} is not in the wheel." for name in sorted(wanted - held)),
        *(f"{name} is in the wheel and should not be." for name in sorted(held - wanted)),
        *(f"{name} is empty in the wheel." for name in sorted(empty & wanted) if _has_words(name)),
    ]


def _files(folder: Path) -> set[Path]:
    return {p for p in folder.rglob("*") if p.is_file() and not _LEFT_BY_PYTHON.intersection(p.parts)}


def _has_words(name: str) -> bool:
    return (ROOT / name).is_file() and (ROOT / name).stat().st_size > 0


def main() -> int:
    """Say what is wrong, or how much is right."""
    wheel = Path(sys.argv[1])
    wrong = complaints(wheel)
    right = f"{wheel.name} holds the program and the sample book: {len(expected())} files."
    print(*wrong or [right], sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
