"""Makes text safe to show, letter for letter: what would steer a terminal becomes a sign to read.

Only what goes to a screen or a terminal is washed; what is stored stays byte for byte.
"""

import re

_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_ZERO_WIDTH = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200d\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0"
    "\ufff9-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_UNSAFE = re.compile(f"[\x00-\x1f\x7f-\x9f\u2028\u2029{_BIDI}{_ZERO_WIDTH}\ud800-\udfff]")


def visible(text: str, *, keep: str = "") -> str:
    r"""``text`` with every control, bidi, invisible and undecodable character made a visible sign.

    Characters in ``keep`` (say ``"\\n"``) stay. Signs: ``␛`` for ESC and other C0 controls, ``⟨U+202E⟩`` for
    what has no picture, ``⟨byte E9⟩`` for a byte that is not UTF-8.
    """
    return _UNSAFE.sub(lambda m: m[0] if m[0] in keep else sign(m[0]), text)


def sendable(text: str) -> str:
    """``text`` for another program: as it is, without what would steer it or a terminal, or can't be sent."""
    return _UNSAFE.sub(lambda m: m[0] if m[0] in "\n\t" else "", text)


def is_plain(text: str) -> bool:
    """Whether ``text`` shows as it stands, with nothing to make visible."""
    return _UNSAFE.search(text) is None


def sign(character: str) -> str:
    """The visible sign for one character that must not reach a terminal."""
    code = ord(character)
    if code < 0x20:  # noqa: PLR2004 -- the C0 controls have pictures of their own
        return chr(0x2400 + code)
    if code == 0x7F:  # noqa: PLR2004 -- DEL likewise
        return "\u2421"
    if 0xDC80 <= code <= 0xDCFF:  # noqa: PLR2004 -- Python's stand-ins for undecodable bytes
        return f"\u27e8byte {code - 0xDC00:02X}\u27e9"
    return f"\u27e8U+{code:04X}\u27e9"
