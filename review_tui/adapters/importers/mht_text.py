"""The text of a web page in one file (MHTML, RFC 2557): a message of which the first page counts."""

import email
import email.policy
from collections.abc import Callable
from email.message import EmailMessage

from review_tui.adapters.importers.errors import UnreadableDocument
from review_tui.adapters.importers.html_text import decode_page, page_text

_NO_PAGE = "There is no web page in this file. Open it in a browser and save it as .html."
_MOST_PARTS = 2_000
"""Parts of one file: each picture of a page is one."""


def prepare(raw: bytes) -> Callable[[], tuple[str, tuple[str, ...]]]:
    """For ``worker``: the file is taken apart first, as its parts ask for codecs."""
    letters, problems = _page(raw)
    return lambda: (page_text(letters), problems)


def prepare_markdown(raw: bytes) -> Callable[[], tuple[str, tuple[str, ...]]]:
    """As ``prepare``, for a text in which bold words and tables are marked."""
    letters, problems = _page(raw)
    return lambda: (page_text(letters, is_markdown=True), problems)


def _page(raw: bytes) -> tuple[str, tuple[str, ...]]:
    """The letters of the page. Raises ``UnreadableDocument``."""
    if raw.count(b"\n--") > 2 * _MOST_PARTS:
        raise UnreadableDocument(_NO_PAGE)
    message = email.message_from_bytes(raw, EmailMessage, policy=email.policy.default)
    for count, part in enumerate(message.walk()):
        if count > _MOST_PARTS:
            break
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            inside = part.get_payload(decode=True)
            said = part.get_content_charset()
            page = inside if isinstance(inside, bytes) else b""
            return decode_page(page, said or "")
    raise UnreadableDocument(_NO_PAGE)
