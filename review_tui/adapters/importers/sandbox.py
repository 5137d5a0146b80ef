"""Has a document read in a process of its own, and ends that process when it takes too long."""

import json
import subprocess
import sys
import threading
from pathlib import Path

import review_tui
from review_tui.adapters.importers.errors import UnreadableDocument
from review_tui.adapters.importers.worker import OUR_FAULT

_TIMEOUT = 10.0
"""Of waiting. The process may compute for 3 seconds, which take longer on a machine that is busy."""
_MAX_ANSWER_BYTES = 64_000_000
"""Bytes that are taken of what the process answers."""
_TOO_LONG = (
    "This takes longer to read than a document should, so it is left out. "
    "Save it again in its own program, or its text as .txt."
)
_FAILED = (
    "This can't be read safely, so it is left out: it is broken, or made to do harm. "
    "Save it again in its own program, or its text as .txt."
)
_NO_PROCESS = "No second process can be started to read this safely ({why}). Save its text as .txt."
_TIME_LIMIT_EXITS = (-9, -24, -27)
"""How a process ends that was killed, or has used up its time, all of it or that of one step."""
_BOOTSTRAP = """
import importlib.util, json, sys
init, others = json.loads(sys.argv[2])
sys.path += [place for place in others if place not in sys.path]
spec = importlib.util.spec_from_file_location("review_tui", init)
sys.modules["review_tui"] = package = importlib.util.module_from_spec(spec)
spec.loader.exec_module(package)
from review_tui.adapters.importers.worker import main
main(sys.argv[1])
"""
"""As ``python -m review_tui.adapters.importers.worker``, but with the very code that this process runs.

An isolated Python knows neither the folder it is started in nor ``PYTHONPATH``, as it must not. So it is told
where this program stands, which another one that is installed can't take the place of, and last of all
where this process has found its libraries.
"""
_BY_US = 1
"""How a process ends that failed before it could say anything: not by the document, which it had not seen."""


def read_in_subprocess(how: str, raw: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of a ``docx``, ``html`` or ``pdf``, and complaints about it. Raises ``UnreadableDocument``."""
    try:
        process = subprocess.Popen(  # noqa: S603 -- ourselves, with nothing of the document's
            [sys.executable, "-I", "-c", _BOOTSTRAP, how, json.dumps(_import_paths())],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={"LC_ALL": "C.UTF-8"},
            cwd="/",
            start_new_session=True,
        )
    except OSError as error:
        raise UnreadableDocument(_NO_PROCESS.format(why=error.strerror or error)) from error
    said = _exchange(process, raw)
    if process.returncode in _TIME_LIMIT_EXITS:
        raise UnreadableDocument(_TOO_LONG)
    if process.returncode == _BY_US and not said:
        raise UnreadableDocument(OUR_FAULT)
    return _parse_answer(said)


def _import_paths() -> tuple[str, list[str]]:
    """Where this program begins, and where this process finds libraries; never in the folder it stands in."""
    here = Path.cwd()
    others = [place for place in sys.path if Path(place).is_absolute() and Path(place) != here]
    return str(Path(review_tui.__file__).resolve()), others


def _exchange(process: subprocess.Popen[bytes], raw: bytes) -> bytes:
    """Give the document, take the answer; whatever happens, the process has ended afterwards."""
    alarm = threading.Timer(_TIMEOUT, process.kill)
    giving = threading.Thread(target=_send, args=(process, raw), daemon=True)
    with process:
        try:
            alarm.start()
            giving.start()
            return process.stdout.read(_MAX_ANSWER_BYTES) if process.stdout else b""
        finally:
            if process.stdout and process.stdout.read(1):
                process.kill()
            process.wait()
            alarm.cancel()
            giving.join()


def _send(process: subprocess.Popen[bytes], raw: bytes) -> None:
    if process.stdin:
        try:
            process.stdin.write(raw)
            process.stdin.close()
        except OSError:
            pass  # it has ended before it had read everything


def _parse_answer(said: bytes) -> tuple[str, tuple[str, ...]]:
    try:
        answer = json.loads(said)
        text, problems = answer["text"], tuple(map(str, answer["problems"]))
    except (ValueError, TypeError, LookupError, RecursionError) as error:
        raise UnreadableDocument(_FAILED) from error
    if text is None and problems:
        raise UnreadableDocument(problems[0])
    if not isinstance(text, str):
        raise UnreadableDocument(_FAILED)
    return text, problems
