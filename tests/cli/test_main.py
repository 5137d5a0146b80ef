import pytest

from review_tui.cli import main, parser


@pytest.mark.parametrize("name", sorted(main.COMMANDS))
def test_every_command_has_its_function_and_its_help(name: str) -> None:
    assert callable(main._command(name))
    assert name in parser.build().format_help().split()
