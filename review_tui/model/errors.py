"""Refusals: sentences for the reviewer that say what is wrong and what to do. Never a traceback."""

from pathlib import Path


class Refusal(Exception):  # noqa: N818 -- a refusal is an answer, not a mishap
    """Something that can't be done now. The message is a sentence for the reviewer. Exit code 1."""


class StaleDraft(Refusal):
    """The draft has moved on since the reviewer read it; nothing was written."""

    def __init__(self, sentence: str, *, path: str, expected: bytes | None, found: bytes | None) -> None:
        super().__init__(sentence)
        self.path = path
        """The file, relative to the book."""
        self.expected = expected
        """What the reviewer read; ``None`` for no file."""
        self.found = found
        """What stands there now; ``None`` for no file."""


class UnusableBook(Refusal):
    """The book or its repository can't be used at all. Exit code 3."""


class NoBook(UnusableBook):
    """There is no minute book where one was looked for."""

    def __init__(self, sentence: str, folder: Path) -> None:
        super().__init__(sentence)
        self.folder = folder
        """Where a new one would be made."""


class NameUnknown(Refusal):
    """Nobody knows who is acting: a name or an address is missing. Nothing was written."""

    def __init__(self, sentence: str, name: str = "", email: str = "") -> None:
        super().__init__(sentence)
        self.name = name
        """As far as it is known."""
        self.email = email


class PassphraseNeeded(Refusal):
    """The key to sign with is locked, and nothing holds it unlocked. Nothing was written."""

    def __init__(self, sentence: str, file: str, *, was_wrong: bool = False) -> None:
        super().__init__(sentence)
        self.file = file
        """Where the key is."""
        self.was_wrong = was_wrong
        """Whether a passphrase was given that does not open it."""


class WrongUsage(Refusal):
    """The command was asked for in a way that has no meaning. Exit code 2."""
