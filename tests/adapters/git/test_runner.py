"""What a git process answers, whenever it ends."""

import os
from typing import cast

import pytest

from review_tui.adapters.git import runner


class EndsWhenLookedAfter:
    """A process that says what it has to say, and ends, at the very moment somebody asks whether it has."""

    def __init__(self, waits: int) -> None:
        """It still runs the first ``waits`` times it is asked."""
        out, self._writes_out = os.pipe()
        err, self._writes_err = os.pipe()
        self.stdin = None
        self.stdout, self.stderr = os.fdopen(out, "rb", buffering=0), os.fdopen(err, "rb", buffering=0)
        self._waits = waits

    def poll(self) -> int | None:
        """Whether it has ended."""
        self._waits -= 1
        if self._waits == -1:
            os.write(self._writes_out, b"user.name Dawn")
            os.write(self._writes_err, b"a warning")
            os.close(self._writes_out)
            os.close(self._writes_err)
        return 0 if self._waits < 0 else None

    def wait(self) -> int:
        """Its end."""
        return 0


@pytest.mark.parametrize("waits", [0, 1, 2, 3])
def test_no_word_is_lost_of_a_process_that_ends_while_it_is_looked_after(
    waits: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runner, "_POLL_INTERVAL", 0.001)
    process = cast("runner.Process", EndsWhenLookedAfter(waits))
    assert runner.communicate(process, None, 60) == (b"user.name Dawn", b"a warning")
