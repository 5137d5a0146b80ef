"""What is left to do when the program ends."""

import os
import subprocess
import sys
from pathlib import Path

ENDS_WITH_WORDS_UNWRITTEN = """
import sys
from review_tui.composition import run
sys.stdout.write("the last frame")
sys.exit(run(["status", "nowhere"]))
"""


def test_words_that_nobody_can_be_shown_do_not_change_the_exit_code(tmp_path: Path) -> None:
    # A full device refuses every word, as a terminal that is gone does.
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [sys.executable, "-c", ENDS_WITH_WORDS_UNWRITTEN],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            cwd=tmp_path,
            env={name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"},
        )
    assert ended.returncode == 3
    assert str(tmp_path) in ended.stderr
    assert "Exception ignored" not in ended.stderr
