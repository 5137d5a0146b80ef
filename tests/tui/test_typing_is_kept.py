"""What is typed in a dialog survives whatever ends the program: in every dialog there is."""

import importlib
import inspect
import pkgutil

import pytest

from review_tui import tui
from review_tui.tui.dialogs.dialog import Dialog
from review_tui.tui.dialogs.name_dialog import NameDialog
from review_tui.tui.dialogs.passphrase_dialog import PassphraseDialog
from review_tui.tui.dialogs.typing_dialog import TypingDialog
from review_tui.tui.features.documents.export_dialog import ExportDialog
from review_tui.tui.features.documents.file_dialog import FileDialog
from review_tui.tui.features.documents.import_dialog import ImportDialog
from review_tui.tui.features.file_questions.dialog import AboutMeetingDialog

FIELDS = ("TypingArea(", "TextArea(", "Input(")
NOT_KEPT = {NameDialog, PassphraseDialog, AboutMeetingDialog, FileDialog, ExportDialog, ImportDialog}
"""Names, a passphrase, a meeting's day and body, a file's name: asked again, and no words of an item."""


def dialogs() -> list[type]:
    for module in pkgutil.walk_packages(tui.__path__, f"{tui.__name__}."):
        importlib.import_module(module.name)
    found: list[type] = []
    waiting: list[type] = [Dialog]
    while waiting:
        subclasses: list[type] = waiting.pop().__subclasses__()
        for inner in subclasses:
            if inner.__module__.startswith("review_tui."):
                found.append(inner)
                waiting.append(inner)
    return found


def source(dialog: type, method: str) -> str:
    """What ``method`` says in the class and in all that it is built on, within the program."""
    parts = [c.__dict__[method] for c in dialog.__mro__ if method in c.__dict__]
    return "".join(inspect.getsource(part) for part in parts if part.__module__.startswith("review_tui."))


TYPED_IN = [d for d in dialogs() if any(field in source(d, "body") for field in FIELDS)]


def test_the_dialogs_in_which_one_types_are_found() -> None:
    names = {dialog.__name__ for dialog in TYPED_IN}
    assert names >= {"AmendDialog", "CorrectDialog", "FlagDialog", "ReasonDialog", "SignDialog", "NameDialog"}


@pytest.mark.parametrize("dialog", TYPED_IN, ids=lambda dialog: dialog.__name__)
def test_every_dialog_in_which_one_types_keeps_it(dialog: type) -> None:
    if dialog not in NOT_KEPT:
        assert issubclass(dialog, TypingDialog)
        assert "self.watch_typing()" in source(dialog, "on_mount")
