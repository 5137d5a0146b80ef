"""What is built holds the whole program and the sample book, and CI's own look at it sees what is missing."""

import subprocess
import sys
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, built without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stderr
    (found,) = folder.glob("*.whl")
    return found


def look_at(wheel: Path) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, str(ROOT / ".ci" / "wheel_contents.py"), str(wheel)],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def remade(wheel: Path, folder: Path, *, without: str = "", also: str = "") -> Path:
    """A copy of the wheel in ``folder`` with one file left out or put in."""
    copy = folder / wheel.name
    with zipfile.ZipFile(wheel) as old, zipfile.ZipFile(copy, "w") as new:
        for name in old.namelist():
            if name != without:
                new.writestr(name, old.read(name))
        if also:
            new.writestr(also, "something")
    return copy


def test_the_wheel_holds_the_program_and_the_sample_book_and_nothing_else(wheel: Path) -> None:
    code, said = look_at(wheel)
    assert code == 0, said


@pytest.mark.parametrize(
    "name",
    [
        "review_tui/model/text.py",
        "review_tui/sample_book/book.yaml",
        "review_tui/sample_book/2022-03-16-health-and-wellbeing-board/meeting.yaml",
    ],
)
def test_a_file_left_out_of_the_wheel_is_named(wheel: Path, tmp_path: Path, name: str) -> None:
    code, said = look_at(remade(wheel, tmp_path, without=name))
    assert code == 1
    assert f"{name} is not in the wheel." in said


def test_a_file_that_has_no_place_in_the_wheel_is_named(wheel: Path, tmp_path: Path) -> None:
    code, said = look_at(remade(wheel, tmp_path, also="tests/test_house.py"))
    assert code == 1
    assert "tests/test_house.py is in the wheel and should not be." in said


def test_every_style_sheet_and_help_page_is_looked_for(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
    pages = [p for p in (ROOT / "review_tui").rglob("*") if p.suffix in {".tcss", ".md", ".txt"}]
    assert pages, "There is no style sheet in review_tui: has it moved?"
    assert [str(p.relative_to(ROOT)) for p in pages if str(p.relative_to(ROOT)) not in held] == []


def test_the_sample_in_the_wheel_is_the_sample_byte_for_byte(wheel: Path) -> None:
    minutes = "2022-03-16-health-and-wellbeing-board/05-safeguarding-children-annual-report/minutes.md"
    with zipfile.ZipFile(wheel) as archive:
        assert archive.read(f"review_tui/sample_book/{minutes}") == (ROOT / "drafts" / minutes).read_bytes()


def test_the_wheel_gives_the_command_and_asks_for_ranges_of_versions(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        scripts = archive.read(next(n for n in names if n.endswith("entry_points.txt"))).decode()
        metadata = Parser().parsestr(
            archive.read(next(n for n in names if n.endswith("METADATA"))).decode("utf-8")
        )
    assert "review-tui = review_tui.__main__:main" in scripts
    needs = metadata.get_all("Requires-Dist", [])
    assert needs
    assert [need for need in needs if ">=" not in need] == []
    assert metadata["Requires-Python"] == ">=3.11"
