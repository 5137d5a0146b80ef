"""Reads one document, given as standard input, in a process of its own: ``python -m ….worker KIND``.

Only the document's bytes come in and one line of JSON goes out: ``{"text": … or null, "problems": […]}``.
Before it looks at the document, the process gives up what it could do harm with: time and memory are limited,
and no file, socket or program can be opened any more, neither by Python nor by a library.
"""

import codecs
import contextlib
import json
import os
import sys
from collections.abc import Callable

from review_tui.adapters.importers.errors import UnreadableDocument
from review_tui.loading import load

_CODECS = ("cp437", "cp1252", "latin-1", "utf-16", "utf-16-le", "utf-32")
OUR_FAULT = (
    "review-tui itself failed to read this, so it is left out; the document may be in order. "
    "Save its text as .txt, and please tell whoever looks after review-tui."
)
_PROGRAM_FAULTS = (AssertionError, AttributeError, ImportError, NameError, NotImplementedError, TypeError)
"""What only a mistake in a program raises; a broken document, all else, and these within a library."""
Answer = tuple[str, tuple[str, ...]]

SECONDS = 3
"""Of computing, not of waiting."""
MEMORY = 160_000_000
"""Bytes that it may take."""
TOO_MUCH = (
    "This takes more memory to read than a document should, so it is left out. "
    "Save it again in its own program, or its text as .txt."
)
BROKEN = "This can't be read: it is broken, or not what its name says. Save it again in its own program."


Prepare = Callable[[bytes], Callable[[], Answer]]
"""What a module that reads documents calls ``prepare``: first what may still open files of Python's own, such
as codecs; what it returns does all the rest, when nothing can be opened any more."""


def prepare_of(how: str) -> Prepare:
    """What reads documents of the kind that ``note_formats`` calls ``how``: ``docx_text.prepare``.

    With ``+markdown`` behind it, it is ``docx_text.prepare_markdown``.
    """
    kind, _, form = how.partition("+")
    prepare: Prepare = load(f"adapters.importers.{kind}_text:{f'prepare_{form}' if form else 'prepare'}")
    return prepare


def main(how: str) -> None:
    """Read, answer, and end at once."""
    _set_limit("RLIMIT_CPU", SECONDS)
    _set_limit("RLIMIT_DATA", MEMORY)
    _set_limit("RLIMIT_CORE", 0)
    prepare = prepare_of(how)
    text: str | None = None
    problems: tuple[str, ...] = (TOO_MUCH,)
    with contextlib.suppress(MemoryError):
        text, problems = answer(prepare, sys.stdin.buffer.read())
    sys.stdout.buffer.write(json.dumps({"text": text, "problems": problems}).encode("ascii"))
    sys.stdout.buffer.flush()
    os._exit(0)  # nothing is left to tidy, and a library's tidying could hang


def answer(prepare: Prepare, raw: bytes) -> tuple[str | None, tuple[str, ...]]:
    """The text of a document and what is to be said about it; no text when it can't be read."""
    try:
        read = prepare(raw)
        _shut_the_doors()
        return read()
    except UnreadableDocument as refused:
        return None, (str(refused),)
    except MemoryError:
        return None, (TOO_MUCH,)
    except Exception as error:  # noqa: BLE001 -- whatever it is, the reader gets a sentence
        return None, (OUR_FAULT if _is_program_fault(error) else BROKEN,)


def _is_program_fault(error: Exception) -> bool:
    """Whether it is a mistake in our own code and no fault of the document."""
    if not isinstance(error, _PROGRAM_FAULTS):
        return False
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    return frame is not None and str(frame.tb_frame.f_globals.get("__name__")).startswith("review_tui.")


def _shut_the_doors() -> None:
    """From here on nothing can be opened or written but what is open already."""
    for name in _CODECS:
        codecs.lookup(name)  # which Python reads from a file when it is first asked for
    _set_limit("RLIMIT_FSIZE", 0)
    _set_limit("RLIMIT_NOFILE", 0)


def _set_limit(name: str, most: int) -> None:
    """Limit what this process may use; systems that know no such limit go without."""
    with contextlib.suppress(ImportError, AttributeError, ValueError, OSError):
        import resource  # noqa: PLC0415 -- not everywhere

        which = getattr(resource, name)
        resource.setrlimit(which, (most, most))


if __name__ == "__main__":
    main(sys.argv[1])
