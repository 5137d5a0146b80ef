"""What a file is by its first bytes, whatever its name says."""

import re

_WEB_PAGE = re.compile(
    rb"\s{0,99}(?:<!--.{0,400}?-->\s{0,99})?<(?:!doctype html|html|head|body)[\s>]", re.IGNORECASE | re.DOTALL
)
_FLAT_ODT = re.compile(rb"<office:document[\s>]")
_MESSAGE = re.compile(rb"(?:[A-Za-z-]{2,40}: [^\r\n]{0,900}\r?\n){0,40}?MIME-Version:", re.IGNORECASE)
_SNIFFED_BYTES = 8_192
"""In which a file says what it is."""


def true_ending(raw: bytes) -> str:
    """How the name of a file with these bytes should end; empty where they do not say."""
    head = raw[:_SNIFFED_BYTES].lstrip(b"\xef\xbb\xbf")
    is_page = b"multipart/related" in head or b"text/html" in head
    signs = (
        ("pdf", head.startswith(b"%PDF-")),
        ("rtf", head.startswith(b"{\\rtf")),
        ("odt", head.startswith(b"PK") and b"META-INF/manifest.xml" in raw and b"content.xml" in raw),
        ("docx", head.startswith(b"PK") and b"word/document.xml" in raw),
        ("fodt", _FLAT_ODT.search(head)),
        ("html", _WEB_PAGE.match(head)),
        ("mht", is_page and b"\nTo:" not in head and _MESSAGE.match(head)),
        ("eml", _MESSAGE.match(head)),
    )
    return next((ending for ending, is_so in signs if is_so), "")
