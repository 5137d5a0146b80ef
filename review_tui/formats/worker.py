"""``python -m review_tui.formats.worker KIND``: reads one document, given as standard input, by itself.

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
from typing import NamedTuple

from review_tui.formats.refused import NotRead

_CODECS = ("cp437", "cp1252", "latin-1", "utf-16", "utf-16-le", "utf-32")
Answer = tuple[str, tuple[str, ...]]

SECONDS = 3
"""Of computing, not of waiting."""
MEMORY = 160_000_000
TOO_MUCH = (
    "This takes more memory to read than a document should, so it is left out. "
    "Save it again in its own program, or its text as .txt."
)
BROKEN = "This can't be read: it is broken, or not what its name says. Save it again in its own program."


class Steps(NamedTuple):
    """How a kind of document is read: first what may still need files of Python's own, then all the rest."""

    prepare: Callable[[bytes], Callable[[], Answer]]


def _docx() -> Steps:
    from review_tui.formats.docx_text import docx_text  # noqa: PLC0415 -- one kind a process

    return Steps(lambda raw: lambda: docx_text(raw))


def _pdf() -> Steps:
    from review_tui.formats.pdf_text import pdf_text  # noqa: PLC0415 -- as above

    return Steps(lambda raw: lambda: pdf_text(raw))


def _html() -> Steps:
    from review_tui.formats.html_text import page_letters, page_text  # noqa: PLC0415 -- as above

    def prepare(raw: bytes) -> Callable[[], Answer]:
        letters, problems = page_letters(raw)
        return lambda: (page_text(letters), problems)

    return Steps(prepare)


_KINDS = {"docx": _docx, "pdf": _pdf, "html": _html}


def main(kind: str) -> None:
    """Read, answer, and end at once."""
    _limit("RLIMIT_CPU", SECONDS)
    _limit("RLIMIT_DATA", MEMORY)
    _limit("RLIMIT_CORE", 0)
    steps = _KINDS[kind]()
    raw = sys.stdin.buffer.read()
    text, problems = answer(steps, raw)
    sys.stdout.buffer.write(json.dumps({"text": text, "problems": problems}).encode("ascii"))
    sys.stdout.buffer.flush()
    os._exit(0)  # nothing is left to tidy, and a library's tidying could hang


def answer(steps: Steps, raw: bytes) -> tuple[str | None, tuple[str, ...]]:
    """The text of a document and what is to be said about it; no text when it can't be read."""
    try:
        read = steps.prepare(raw)
        _shut_the_doors()
        return read()
    except NotRead as refused:
        return None, (str(refused),)
    except MemoryError:
        return None, (TOO_MUCH,)
    except Exception:  # noqa: BLE001 -- whatever a broken document brings about, the reader gets a sentence
        return None, (BROKEN,)


def _shut_the_doors() -> None:
    """From here on nothing can be opened or written but what is open already."""
    for name in _CODECS:
        codecs.lookup(name)  # which Python reads from a file when it is first asked for
    _limit("RLIMIT_FSIZE", 0)
    _limit("RLIMIT_NOFILE", 0)


def _limit(name: str, most: int) -> None:
    """Limit what this process may use; systems that know no such limit go without."""
    with contextlib.suppress(ImportError, AttributeError, ValueError, OSError):
        import resource  # noqa: PLC0415 -- not everywhere

        which = getattr(resource, name)
        resource.setrlimit(which, (most, most))


if __name__ == "__main__":
    main(sys.argv[1])
