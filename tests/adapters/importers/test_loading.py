"""Nothing is loaded before a document asks for it: the screen is painted first."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    "statement",
    [
        (
            "from review_tui.adapters.importers import notes_reader; "
            "notes_reader.NotesImporter().read('a.vtt', b'WEBVTT\\n\\nhi')"
        ),
        "import review_tui.adapters.importers.sandbox",
        "import review_tui.adapters.importers.plain_files",
    ],
)
def test_no_library_for_documents_is_loaded_here(statement: str) -> None:
    code = f"{statement}\nimport sys\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()).isdisjoint({"lxml", "pypdfium2", "pypdfium2_raw", "zipfile", "ctypes"})
