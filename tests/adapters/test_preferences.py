"""The look that a person chose: kept, and never in the way."""

from pathlib import Path

import pytest

from review_tui.adapters.preferences import PreferencesFile


def test_a_theme_is_kept_in_a_folder_that_is_made_for_it(tmp_path: Path) -> None:
    file = tmp_path / "new" / "screen.json"
    assert PreferencesFile(file).theme() == ""
    for name in ("textual-light", "nord"):
        PreferencesFile(file).keep_theme(name)
        assert PreferencesFile(file).theme() == name
    assert [path.name for path in file.parent.iterdir()] == ["screen.json"]


def test_it_belongs_to_the_user(home: Path) -> None:
    PreferencesFile().keep_theme("nord")
    assert (home / ".config" / "review-tui" / "screen.json").is_file()


@pytest.mark.parametrize("damage", [b"", b"\xff\x00", b"[", b"[" * 50_000, b"[1]", b'{"theme": 3}', b"null"])
def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, damage: bytes) -> None:
    file = tmp_path / "screen.json"
    file.write_bytes(damage)
    assert PreferencesFile(file).theme() == ""


def test_what_can_not_be_written_costs_nothing(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    PreferencesFile(tmp_path / "taken" / "screen.json").keep_theme("nord")
    (tmp_path / "folder").mkdir()
    PreferencesFile(tmp_path / "folder").keep_theme("nord")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder", "taken"]
