"""Loads what a table names, when it is needed: what a start can do without must not cost it an import.

It matters: in times of what a bare Textual app's whole start costs (instructions, Python 3.11), importing the
modules of all commands costs 3.5, the features of the screen 1.1, the services 0.7.

There are two ways of naming such a thing, and no third:

- a function that alone needs it imports it, in its first lines, and says why behind the statement;
- a table that chooses among many (commands, their options, services, formats) holds their names, written as
  the entry points of packages are: ``cli.undo_commands:redo``. ``load`` finds what is named.
"""

from importlib import import_module
from typing import Any


def load(name: str) -> Any:
    """What ``name`` ("package.module:attribute", below ``review_tui``) stands for; its module is imported.

    A type checker can't look through a name, so a test loads every one that a table holds.
    """
    module, _, attribute = name.partition(":")
    return getattr(import_module(f"review_tui.{module}"), attribute)
