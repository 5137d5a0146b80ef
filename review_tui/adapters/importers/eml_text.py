"""The text of an e-mail: who wrote it and when, its subject, its words. What is attached is only named."""

import contextlib
import email
import email.policy
from collections.abc import Callable
from email.message import EmailMessage

from review_tui.adapters.importers.errors import UnreadableDocument
from review_tui.adapters.importers.html_text import page_text

_HEADERS = ("From", "To", "Cc", "Date", "Subject")
_MAX_PARTS = 500
"""Parts of one message: a message made to do harm has any number within each other."""


def prepare(raw: bytes) -> Callable[[], tuple[str, tuple[str, ...]]]:
    """For ``worker``: the message is taken apart first, as its parts ask for codecs."""
    message = email.message_from_bytes(raw, EmailMessage, policy=email.policy.default)
    heads = [f"{name}: {' '.join(said.split())}" for name in _HEADERS if (said := _header(message, name))]
    if not heads or "From" not in message:
        raise UnreadableDocument(
            "This is no e-mail. Save it again from the mail program, or its text as .txt."
        )
    plain, page, attached = _parts(message)
    return lambda: _text(heads, plain, page, attached)


def _header(message: EmailMessage, name: str) -> str:
    with contextlib.suppress(ValueError, LookupError, TypeError, IndexError, AttributeError):
        return str(message.get(name, ""))  # what is broken in a header can raise almost anything
    return ""


def _parts(message: EmailMessage) -> tuple[list[str], list[str], list[str]]:
    """The plain texts, the pages, and the names of what is attached."""
    plain: list[str] = []
    pages: list[str] = []
    attached: list[str] = []
    for count, part in enumerate(message.walk()):
        if count > _MAX_PARTS:
            raise UnreadableDocument(f"This e-mail has more than {_MAX_PARTS} parts. Save its text as .txt.")
        kind = part.get_content_type()
        if part.get_filename() or part.get_content_disposition() == "attachment":
            attached.append(part.get_filename() or kind)
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
    told = tuple(f"“{name}” is attached to this and is not read. Save it beside it." for name in attached)
    return "\n".join([*heads, "", words]).rstrip("\n") + "\n", told
