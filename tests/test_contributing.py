"""CONTRIBUTING.md names files, tables and tests that are there: a recipe never leads into a wall."""

import importlib
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PATHS = sorted(set(re.findall(r"(?<![\w/])(?:review_tui|tests|docs|\.ci)/[\w./<>-]*[\w>]", PAGE)))
"""With ``<name>`` in those that a recipe makes."""


def test_every_file_and_folder_of_the_recipes_exists() -> None:
    paths = [path for path in PATHS if "<" not in path]
    assert len(paths) > 25
    assert [path for path in paths if not (ROOT / path).exists()] == []
    folders = {path.partition("<")[0].rpartition("/")[0] for path in PATHS if "<" in path}
    assert [folder for folder in folders if not (ROOT / folder).is_dir()] == []


@pytest.mark.parametrize(
    ("module", "names"),
    [
        ("checks.check", ["Check"]),
        ("checks.table", ["CHECKS"]),
        ("model.act_registry", ["KINDS"]),
        ("model.item_state", ["fold_acts"]),
        ("cli.main", ["COMMANDS"]),
        ("tui.keys", ["Key", "REVIEWING", "Wait"]),
        ("tui.actions", ["CURSOR_ACTIONS", "ACTIONS"]),
        ("model.note_formats", ["NOTE_FORMATS", "_UNSUPPORTED"]),
        ("model.export_formats", ["FORMATS"]),
        ("application.ports", ["MeetingMinutes"]),
    ],
)
def test_every_table_that_a_recipe_sends_to_is_there(module: str, names: list[str]) -> None:
    found = importlib.import_module(f"review_tui.{module}")
    assert [name for name in names if not hasattr(found, name)] == []
    assert module.replace(".", "/") in PAGE


def test_there_are_five_recipes_and_each_ends_in_a_command_that_proves_it() -> None:
    recipes = PAGE.split("\n### ")[1:]
    assert [recipe.splitlines()[0] for recipe in recipes] == [
        "A check",
        "An act",
        "A key",
        "A format of notes",
        "An export",
    ]
    assert [recipe[:20] for recipe in recipes if ".venv/bin/python -m pytest -q tests/" not in recipe] == []
