import argparse
import re
from pathlib import Path

import pytest

from review_tui.cli import main, parser

SILENT = {"open", "demo", "completion", "hub-hook"}
"""Commands that print nothing that could be JSON."""


def commands(asked: str = "") -> dict[str, argparse.ArgumentParser]:
    (found,) = (a for a in parser.build(asked)._actions if isinstance(a, argparse._SubParsersAction))
    return dict(found.choices)


@pytest.mark.parametrize("name", sorted(main.COMMANDS))
def test_every_command_has_its_function_and_its_help(name: str) -> None:
    assert callable(main._command(name))
    assert name in parser.build().format_help().split()


def test_a_command_reads_its_options_without_those_of_other_families() -> None:
    whole = commands()
    assert set(commands("completion")) == {"completion"}
    assert set(whole) == set(main.COMMANDS)
    for family, names in parser.FAMILIES.items():
        alone = commands(names[0])
        assert set(alone) == set(names), family
        assert [alone[name].format_help() for name in names] == [whole[name].format_help() for name in names]


def test_every_command_that_prints_takes_json() -> None:
    lack = {name for name, its in commands().items() if "--json" not in its._option_string_actions}
    assert lack == SILENT


def test_the_readme_lists_every_command_and_no_other() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    listed = re.findall(r"^    review-tui ([a-z][a-z-]+)", readme.partition("## Commands")[2], re.MULTILINE)
    assert set(listed) | {"open"} == set(main.COMMANDS)
