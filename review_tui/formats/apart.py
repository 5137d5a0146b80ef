"""Has a document read in a process of its own, and ends that process when it takes too long."""

import json
import subprocess
import sys
import threading
from pathlib import Path

from review_tui.formats.refused import NotRead

_SECONDS = 10.0
"""Of waiting. The process may compute for 3 seconds, which take longer on a machine that is busy."""
_ANSWER_BYTES = 64_000_000
_TOO_LONG = (
    "This takes longer to read than a document should, so it is left out. "
    "Save it again in its own program, or its text as .txt."
)
_FAILED = (
    "This can't be read safely, so it is left out: it is broken, or made to do harm. "
    "Save it again in its own program, or its text as .txt."
)
_NO_PROCESS = "No second process can be started to read this safely ({why}). Save its text as .txt."
_BY_TIME = (-9, -24)
"""How a process ends that was killed, or has used up its time."""
_START = (
    "import sys; sys.path.append(sys.argv[2]); from review_tui.formats.worker import main; main(sys.argv[1])"
)
"""As ``python -m review_tui.formats.worker``, for a program that stands in no usual place as well."""


def read_apart(how: str, raw: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of a ``docx``, ``html`` or ``pdf``, and what is to be said about it. Raises ``NotRead``."""
    try:
        process = subprocess.Popen(  # noqa: S603 -- ourselves, with nothing of the document's
            [sys.executable, "-I", "-c", _START, how, str(Path(__file__).parents[2])],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={"LC_ALL": "C.UTF-8"},
            cwd="/",
            start_new_session=True,
        )
    except OSError as mishap:
        raise NotRead(_NO_PROCESS.format(why=mishap.strerror or mishap)) from mishap
    said = _conversation(process, raw)
    if process.returncode in _BY_TIME:
        raise NotRead(_TOO_LONG)
    return _understood(said)


def _conversation(process: subprocess.Popen[bytes], raw: bytes) -> bytes:
    """Give the document, take the answer; whatever happens, the process has ended afterwards."""
    alarm = threading.Timer(_SECONDS, process.kill)
    giving = threading.Thread(target=_give, args=(process, raw), daemon=True)
    with process:
        try:
            alarm.start()
            giving.start()
            return process.stdout.read(_ANSWER_BYTES) if process.stdout else b""
        finally:
            if process.stdout and process.stdout.read(1):
                process.kill()
            process.wait()
            alarm.cancel()
            giving.join()


def _give(process: subprocess.Popen[bytes], raw: bytes) -> None:
    if process.stdin:
        try:
            process.stdin.write(raw)
            process.stdin.close()
        except OSError:
            pass  # it has ended before it had read everything


def _understood(said: bytes) -> tuple[str, tuple[str, ...]]:
    try:
        answer = json.loads(said)
        text, problems = answer["text"], tuple(map(str, answer["problems"]))
    except (ValueError, TypeError, LookupError, RecursionError) as mishap:
        raise NotRead(_FAILED) from mishap
    if text is None and problems:
        raise NotRead(problems[0])
    if not isinstance(text, str):
        raise NotRead(_FAILED)
    return text, problems
