"""The text of an e-mail: who wrote it and when, its subject, its words. What is attached is only named.

Where minutes are taken in, the one document that is attached is what is read.
"""

import contextlib
import email
import email.policy
from collections.abc import Callable
from email.message import EmailMessage

from review_tui.adapters.importers.errors import UnreadableDocument
from review_tui.adapters.importers.html_text import page_text
from review_tui.loading import load
from review_tui.model import note_formats

_HEADERS = ("From", "To", "Cc", "Date", "Subject")
_NOT_READ = "“{name}” is attached to this and is not read. Save it beside it."
_AS_MARKDOWN = frozenset(("docx", "odt", "rtf", "html", "mht", "pdf"))
"""How documents are read that may be attached."""
_MAX_PARTS = 500
"""Parts of one message: a message made to do harm has any number within each other."""


def prepare(raw: bytes) -> Callable[[], tuple[str, tuple[str, ...]]]:
    """For ``worker``: the message is taken apart first, as its parts ask for codecs."""
    message, heads = _message(raw)
    plain, page, attached = _parts(message)
    return lambda: _text(heads, plain, page, [name for name, _ in attached])


def prepare_markdown(raw: bytes) -> Callable[[], tuple[str, tuple[str, ...]]]:
    """As ``prepare``, for minutes: those that are attached, else the message without its head."""
    message, heads = _message(raw)
    plain, pages, attached = _parts(message)
    documents = [(name, part) for name, part in attached if note_formats.note_format_of(name)]
    if len(documents) > 1:
        names = ", ".join(name for name, _ in documents)
        raise UnreadableDocument(
            f"{len(documents)} documents are attached to this: {names}. Save the one with the minutes, "
            "and take that in."
        )
    if documents:
        name, inside = documents[0]
        told = f"“{name}” was read, which is attached. Left out, as it is of the e-mail: "
        around = "; ".join([*heads, " ".join(" ".join(plain).split())])
        kind = note_formats.note_format_of(name)
        if kind is None or kind.how not in _AS_MARKDOWN:
            raise UnreadableDocument(f"“{name}” is attached to this. Save it beside it, and take that in.")
        read = load(f"adapters.importers.{kind.how}_text:prepare_markdown")(inside)

        def of_attached() -> tuple[str, tuple[str, ...]]:
            text, problems = read()
            return text, (told + around, *problems)

        return of_attached
    others = tuple(_NOT_READ.format(name=name) for name, _ in attached)
    around = f"Left out, as it is of the e-mail: {'; '.join(heads)}"
    return lambda: (_words_as_markdown(plain, pages), (around, *others))


def _words_as_markdown(plain: list[str], pages: list[str]) -> str:
    if pages:
        return "\n".join(page_text(page, is_markdown=True) for page in pages)
    return "\n".join(plain).replace("\r\n", "\n").replace("\r", "\n")


def _message(raw: bytes) -> tuple[EmailMessage, list[str]]:
    """The message, and the lines of its head. Raises ``UnreadableDocument``."""
    message = email.message_from_bytes(raw, EmailMessage, policy=email.policy.default)
    heads = [f"{name}: {' '.join(said.split())}" for name in _HEADERS if (said := _header(message, name))]
    if not heads or "From" not in message:
        raise UnreadableDocument(
            "This is no e-mail. Save it again from the mail program, or its text as .txt."
        )
    return message, heads


def _header(message: EmailMessage, name: str) -> str:
    with contextlib.suppress(ValueError, LookupError, TypeError, IndexError, AttributeError):
        return str(message.get(name, ""))  # what is broken in a header can raise almost anything
    return ""


def _parts(message: EmailMessage) -> tuple[list[str], list[str], list[tuple[str, bytes]]]:
    """The plain texts, the pages, and what is attached with its names."""
    plain: list[str] = []
    pages: list[str] = []
    attached: list[tuple[str, bytes]] = []
    for count, part in enumerate(message.walk()):
        if count > _MAX_PARTS:
            raise UnreadableDocument(f"This e-mail has more than {_MAX_PARTS} parts. Save its text as .txt.")
        kind = part.get_content_type()
        if part.get_filename() or part.get_content_disposition() == "attachment":
            inside = part.get_payload(decode=True)
            attached.append((part.get_filename() or kind, inside if isinstance(inside, bytes) else b""))
        elif kind in {"text/plain", "text/html"}:
            raw = part.get_payload(decode=True)
            words = _decoded(raw if isinstance(raw, bytes) else b"", part.get_content_charset() or "utf-8")
            (plain if kind == "text/plain" else pages).append(words)
    return plain, pages, attached


def _decoded(raw: bytes, charset: str) -> str:
    try:
        return raw.decode(charset, "replace")
    except (LookupError, ValueError):
        return raw.decode("utf-8", "replace")


def _text(
    heads: list[str], plain: list[str], pages: list[str], attached: list[str]
) -> tuple[str, tuple[str, ...]]:
    words = "\n".join(plain).replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    if not words.strip() and pages:
        words = "\n".join(map(page_text, pages)).strip("\n")
    told = tuple(_NOT_READ.format(name=name) for name in attached)
    return "\n".join([*heads, "", words]).rstrip("\n") + "\n", told
