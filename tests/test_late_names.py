"""What is loaded late can be loaded, and is named in one way. (Commands: ``cli/test_main.py``.)"""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

import review_tui
from review_tui.loading import load

PACKAGE = Path(review_tui.__file__).parent
SERVICES = re.findall(r'lazy\("(\S+)"', (PACKAGE / "composition" / "assemble.py").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", SERVICES)
def test_the_name_of_a_service_stands_for_something_to_call(name: str) -> None:
    assert callable(load(name))


def test_the_services_are_found() -> None:
    assert len(SERVICES) > 15


LATER = {
    "zipfile",
    "review_tui.adapters.book.yaml_writer",
    "review_tui.adapters.git",
    "review_tui.anchoring.word_diff",
    "review_tui.application.checking",
    "review_tui.checks",
    "review_tui.tui.actions",
    "review_tui.tui.dialogs",
    "review_tui.tui.palette",
}
"""What the screen can do without until its first key."""


def test_the_screen_is_ready_for_keys_without_what_only_keys_and_checks_use() -> None:
    statement = (
        "import sys, review_tui.adapters.book, review_tui.composition.start_screen, review_tui.tui.app"
    )
    ended = subprocess.run(
        [sys.executable, "-c", f"{statement}; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(ended.stdout.split())
    assert "review_tui.tui.main_screen" in loaded
    assert loaded & LATER == set()


def imports_by_name(code: str) -> bool:
    """Whether a module imports what it names in words, or makes its own names when they are asked for."""
    tree = ast.parse(code)
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    functions = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    return bool(names & {"import_module", "__import__"} or "__getattr__" in functions)


def test_nothing_but_load_imports_by_name() -> None:
    does = [path for path in PACKAGE.rglob("*.py") if imports_by_name(path.read_text(encoding="utf-8"))]
    assert does == [PACKAGE / "loading.py"], "This would be one more way of loading late: see loading.py."


@pytest.mark.parametrize("code", ["a = import_module('b')", "def __getattr__(name):\n    return 1"])
def test_a_module_that_imports_by_name_is_seen(code: str) -> None:
    assert imports_by_name(code)
