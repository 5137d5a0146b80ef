"""Checks that others have added: any installed package can bring some through an entry point.

A package names a class or function that makes a check under the group ``review_tui.checks``::

    [project.entry-points."review_tui.checks"]
    quorum = "our_checks:QuorumCheck"

Such a check may do anything, and may never end. So it runs in a process of its own, which ends with it: a
thread could not be ended, and counting its steps would slow it down and not see what a library does. How much
it may do is counted in seconds of computing, not of waiting, so that a busy machine changes no finding. Our
own checks need no such thing: their patterns can't run away (a test reads them all), and the text that they
are given is of limited length.
"""

import json
import pickle
import subprocess
import sys
import threading
from collections.abc import Iterable
from typing import NamedTuple

from review_tui.checks.check import Check
from review_tui.checks.outcome import findings_from_json, findings_to_json
from review_tui.model.acts import FlagKind
from review_tui.model.findings import Finding
from review_tui.model.material import Material

ENTRY_POINT_GROUP = "review_tui.checks"
CPU_SECONDS = 10
"""Of computing that one check may take."""
WAIT_SECONDS = 120.0
"""Seconds to wait for one that does nothing and does not end either. Only a last resort."""
_CHILD_CODE = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from review_tui.checks.isolated_check import main; main(sys.argv[2])"
)
_CPU_LIMIT_EXIT = -24
"""How a process ends that has used up its time (SIGXCPU)."""


class AddedCheck(NamedTuple):
    """An entry point: what is added, and by which version of which package."""

    name: str
    value: str
    package: str
    version: str
    is_in_work: bool
    """Whether the package is worked on where it stands (editable): its version says nothing then."""


class CheckTimeoutError(Exception):
    """A check that was ended because it did too much. The message is a sentence for the reviewer."""


class CheckFailedError(Exception):
    """What went wrong within a check: the kind of error and what it said."""


def added_checks() -> tuple[AddedCheck, ...]:
    """What installed packages add, by name. Nothing of theirs is loaded."""
    from importlib.metadata import entry_points  # noqa: PLC0415 -- slow to load, and only checking needs it

    found = []
    for point in sorted(entry_points(group=ENTRY_POINT_GROUP), key=lambda p: p.name):
        package = point.dist
        origin = (package.read_text("direct_url.json") or "") if package else ""
        named = (package.name, package.version) if package else ("", "")
        found.append(AddedCheck(point.name, point.value, *named, '"editable": true' in origin))
    return tuple(found)


class IsolatedCheck(Check):
    """A check of another package, which runs in a process of its own."""

    def __init__(
        self, check: Check, value: str, seconds: int = CPU_SECONDS, patience: float = WAIT_SECONDS
    ) -> None:
        """``value`` is that of its entry point: ``our_checks:QuorumCheck``."""
        self.id = check.id
        self.finds = check.finds
        self.severity = check.severity
        self.example = check.example
        # A check need not derive from Check, so it may lack what Check has a value for.
        self.example_notes = getattr(check, "example_notes", Check.example_notes)
        self.example_meeting = getattr(check, "example_meeting", Check.example_meeting)
        self.example_style = getattr(check, "example_style", Check.example_style)
        self.flag_kind = FlagKind(getattr(check, "flag_kind", Check.flag_kind))
        self.yields_to = tuple(getattr(check, "yields_to", Check.yields_to))
        self.is_about_notes = bool(getattr(check, "is_about_notes", Check.is_about_notes))
        self._value = value
        self._seconds = seconds
        self._patience = patience

    def run(self, material: Material) -> Iterable[Finding]:
        """Its findings. However it ends, its process has ended too.

        Raises ``CheckTimeoutError`` or ``CheckFailedError``.
        """
        process = subprocess.Popen(  # noqa: S603 -- ourselves
            [sys.executable, "-c", _CHILD_CODE, json.dumps(sys.path), self._value],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        alarm = threading.Timer(self._patience, process.kill)
        with process:
            try:
                alarm.start()
                out, _ = process.communicate(pickle.dumps((self._seconds, material)))
            finally:
                is_late = not alarm.is_alive()
                alarm.cancel()
                alarm.join()
                process.kill()
        if process.returncode == _CPU_LIMIT_EXIT:
            raise CheckTimeoutError(
                _ENDED.format(id=self.id, what=f"computed for more than {self._seconds} seconds")
            )
        if is_late:
            raise CheckTimeoutError(
                _ENDED.format(id=self.id, what=f"gave no answer for {self._patience:g} seconds")
            )
        return _decode_answer(out)


_ENDED = (
    "The check '{id}' {what}, so it was ended and what it looks for was not looked at. It is tried again the "
    "next time."
)


def _decode_answer(out: bytes) -> tuple[Finding, ...]:
    try:
        said = json.loads(out)
        if error := said.get("error"):
            raise CheckFailedError(str(error))
        return findings_from_json(said["findings"])
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as mishap:
        raise CheckFailedError("its process ended without an answer") from mishap


def main(value: str) -> None:
    """In the process of one check: run it over what comes on standard input, and say what it found."""
    from importlib.metadata import EntryPoint  # noqa: PLC0415 -- see above

    answer, sys.stdout = sys.stdout.buffer, sys.stderr  # what the check prints is no answer
    seconds, material = pickle.loads(sys.stdin.buffer.read())  # noqa: S301 -- our own process wrote it
    _limit_computing(seconds)
    said: dict[str, object]
    try:
        check: Check = EntryPoint(value, value, ENTRY_POINT_GROUP).load()()
        said = {"findings": findings_to_json(tuple(check.run(material)))}
    except Exception as error:  # noqa: BLE001 -- whatever goes wrong is told by the process that waits for us
        words = " ".join(str(error).split())
        said = {"error": f"{type(error).__name__}: {words}" if words else type(error).__name__}
    answer.write(json.dumps(said).encode("ascii"))
    answer.flush()


def _limit_computing(seconds: int) -> None:
    import resource  # noqa: PLC0415 -- only this process needs it

    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
