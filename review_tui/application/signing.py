"""Signing acts with a reviewer's own SSH key, and what the book says of that."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from review_tui.application.ports import FileChange, Files, History
from review_tui.application.reading import BookReader
from review_tui.model import commit_messages
from review_tui.model.act_signatures import WITHDRAWAL, kind_to_sign, same_key, to_sign, with_signature
from review_tui.model.acts import Act
from review_tui.model.errors import Refusal
from review_tui.model.frozen import frozen
from review_tui.model.policy import Policy
from review_tui.model.policy_codec import BOOK

_SET_UP = "Set it up once: review-tui keys."
_TOLD = {
    "approval": "an approval",
    "sign-off": "a sign-off",
    "reopening": "a reopening",
    WITHDRAWAL: "lifting an objection",
}


@frozen
class UserKey:
    """A key that a user has on this computer."""

    public: str
    """``ssh-ed25519 AAAA…``, without its comment."""
    comment: str
    file: str = ""
    """Where its private half is; empty for one that the agent holds."""


class Signer(Protocol):
    """Signs with the key that whoever works here chose."""

    def key(self) -> str:
        """Their public key; empty where none is chosen."""

    def sign(self, payload: bytes, /) -> str:
        """A signature. Raises ``PassphraseNeeded``, or ``Refusal`` with what to do."""


class UserKeys(Signer, Protocol):
    """The keys of whoever works here."""

    def found(self) -> tuple[UserKey, ...]:
        """Those in the agent, then those in their folder."""

    def choose(self, key: UserKey) -> None:
        """Sign with this key from now on."""

    def unlock(self, passphrase: str) -> None:
        """Use this passphrase for the chosen key as long as the program runs; it is kept nowhere."""


class SignatureChecker(Protocol):
    """Looks whether signatures are what they say."""

    def is_good(self, payload: bytes, armoured: str) -> bool:
        """Whether a signature is over these bytes, by the key that it names."""


class NoSigner:
    """Nobody's key: for where nothing is signed."""

    def key(self) -> str:
        """None."""
        return ""

    def sign(self, _: bytes) -> str:
        """Refuse."""
        raise Refusal(_SET_UP)


def signed_change(
    files: Files, signer: Signer, policy: Policy, where: tuple[str, str], act: Act, before: Sequence[Act]
) -> FileChange:
    """The file that keeps ``act`` at ``where`` (meeting and item), signed if it can be and has to be.

    ``before`` are the acts that stand there. Raises ``Refusal`` where the book wants a signature and none can
    be given.
    """
    kind = kind_to_sign(act)
    key = signer.key() if kind else ""
    if kind in policy.must_sign:
        _check_key(key, policy, act, kind)
    if not key:
        return files.act_file(*where, act)
    own = [each for each in before if each.by.is_same(act.by) and each.id != act.id]
    last = max(own, key=lambda each: (each.at, each.id), default=None)
    act = replace(act, previous=last.id if last else "", signature="")
    unsigned = files.act_file(*where, act).new or b""
    return files.act_file(*where, with_signature(act, signer.sign(to_sign(*where, unsigned))))


def _check_key(key: str, policy: Policy, act: Act, kind: str) -> None:
    """Refuse what others could not accept."""
    what = _TOLD[kind]
    if not key:
        raise Refusal(f"In this book {what} has to be signed with your key, and none is chosen. {_SET_UP}")
    member = policy.member(act.by)
    if member is None or not any(same_key(key, each) for each in member.keys):
        raise Refusal(
            f"In this book {what} has to be signed, and your key is not among those that book.yaml lists for "
            f"{act.by.email}. Have it listed: review-tui keys use shows how."
        )


class KeyService:
    """Sets up whose key is whose: on this computer, and in the book."""

    def __init__(self, keys: UserKeys, files: Files, history: History, reading: BookReader) -> None:
        self._keys = keys
        self._files = files
        self._history = history
        self._reading = reading

    def found(self) -> tuple[UserKey, ...]:
        """The keys of whoever works here, in the agent and in their folder."""
        return self._keys.found()

    def chosen(self) -> str:
        """The public key that they sign with; empty where none is chosen."""
        return self._keys.key()

    def unlock(self, passphrase: str) -> None:
        """Use this passphrase for the chosen key as long as the program runs; it is kept nowhere."""
        self._keys.unlock(passphrase)

    def is_listed(self, key: str) -> bool:
        """Whether the book lists a key for whoever works here."""
        member = self._reading.policy()[0].member(self._history.reviewer())
        return member is not None and any(same_key(key, each) for each in member.keys)

    def use(self, key: UserKey) -> str:
        """Sign with ``key`` from now on, and have the book list it; what was done, in a sentence."""
        who = self._history.reviewer()
        self._keys.choose(key)
        if self.is_listed(key.public):
            return "You sign with this key from now on. The book lists it already."
        if blocked := self._history.why_read_only():
            raise Refusal(blocked)
        change = self._files.list_key(who, key.public)
        message = commit_messages.message(f"List a key of {who.name}", "", [("Key", key.public)])
        self._history.commit([change], message)
        return f"You sign with this key from now on, and {BOOK} lists it under your name."
