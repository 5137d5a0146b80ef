"""Asking for a file: what is listed comes from the disk, and may come late."""

import threading
from pathlib import Path

import pytest
from textual.app import App
from textual.widgets import Input, OptionList

from review_tui.tui.features.documents.file_dialog import FileDialog, FileQuestion
from tests.waiting import until


@pytest.mark.parametrize("gone", [Input, OptionList])
async def test_a_folder_that_is_listed_late_finds_the_dialog_being_closed(gone: type) -> None:
    may_answer, was_asked = threading.Event(), threading.Event()

    def listed(_: Path) -> tuple[tuple[str, bool], ...]:
        was_asked.set()
        may_answer.wait(10)
        return (("may.md", False),)

    app: App[None] = App()
    async with app.run_test():
        dialog = FileDialog(FileQuestion("A file", "Which?", lambda _: True), listed)
        await app.push_screen(dialog)
        await until(was_asked.is_set, "does not ask for names")
        await dialog.query_one(gone).remove()
        may_answer.set()
        await app.workers.wait_for_complete()
        assert dialog._names == []
