"""What a signed act is signed over, read back from its file byte for byte, and whose key it was.

A signature is one of OpenSSH's (PROTOCOL.sshsig), in a namespace of our own, so that none made for
anything else
can pass for one. It stands last in the act's file, and is over which meeting and item the act belongs to
and all
that stands before it in the file: what was done, by whom, when, on which text, and after which act of theirs.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum

from review_tui.model.act_registry import word_of
from review_tui.model.acts import Act, Approval, Disposition, DispositionOutcome, Reopening, SignOff
from review_tui.model.policy import Policy

NAMESPACE = "act@review-tui"
"""Of the signatures: OpenSSH keeps those of one use apart from those of any other."""
WITHDRAWAL = "withdrawal"
"""What book.yaml calls an objection that is lifted."""
SIGNED_KINDS = ("approval", "sign-off", "reopening", WITHDRAWAL)
"""What can be signed, as book.yaml calls it."""
_SIGNATURE = re.compile(
    rb"^signature: \|\n((?:  -----BEGIN SSH SIGNATURE-----\n)(?:  [A-Za-z0-9+/=]+\n)+"
    rb"(?:  -----END SSH SIGNATURE-----\n))\Z",
    re.MULTILINE,
)
_ANY_SIGNATURE = re.compile(rb"^signature:", re.MULTILINE)


def kind_to_sign(act: Act) -> str:
    """What book.yaml calls an act that can be signed; empty for any other."""
    if isinstance(act, (Approval, SignOff, Reopening)):
        return word_of(act)
    is_withdrawal = isinstance(act, Disposition) and act.outcome == DispositionOutcome.WITHDRAWN
    return WITHDRAWAL if is_withdrawal else ""


def to_sign(meeting: str, item: str, unsigned: bytes) -> bytes:
    """What is signed: where the act belongs, and its file without a signature."""
    return f"review-tui 1\nmeeting: {meeting}\nitem: {item}\n".encode() + unsigned


def with_signature(act: Act, armoured: str) -> Act:
    """``act`` with a signature, as its file keeps it."""
    return replace(act, signature=armoured.rstrip("\n") + "\n")


def split_signature(raw: bytes) -> tuple[bytes, str] | None:
    """What of an act's file is signed, and the signature; ``None`` where there is none at its very end."""
    found = _SIGNATURE.search(raw)
    if found is None or _ANY_SIGNATURE.search(raw[: found.start()]):
        return None
    return raw[: found.start()], found[1].decode("ascii").replace("  ", "")


def public_key_of(armoured: str) -> str:
    """The public key that a signature names, such as ``ssh-ed25519 AAAA…``; empty for no signature."""
    import base64  # noqa: PLC0415 -- most acts are not signed

    body = "".join(line for line in armoured.split("\n") if line and not line.startswith("-----"))
    try:
        blob = base64.b64decode(body, validate=True)
        if blob[:6] != b"SSHSIG":
            return ""
        size = int.from_bytes(blob[10:14], "big")
        key = blob[14 : 14 + size]
        kind = key[4 : 4 + int.from_bytes(key[:4], "big")].decode("ascii")
    except ValueError:
        return ""
    return f"{kind} {base64.b64encode(key).decode('ascii')}" if kind.isprintable() and kind else ""


def same_key(one: str, other: str) -> bool:
    """Whether two public keys are the same, whatever comment stands behind them."""
    return one.split()[:2] == other.split()[:2] and len(one.split()) > 1


class SignatureState(StrEnum):
    """What there is to say of an act's signature."""

    SIGNED = "signed"
    """By a key that is its maker's."""
    UNSIGNED = "not signed"
    WRONG_KEY = "signed with a key that is not theirs"
    """Of a key that the book, or whoever verifies, does not know as its maker's."""
    ENDED_KEY = "signed with a key that was not theirs any more"
    FALSE = "its signature does not fit"
    """Over other words, for another place, or damaged."""


def signature_note(act: Act, states: Mapping[str, str], policy: Policy) -> str:
    """What to say of an act's signature, for a reader; nothing of one that is not signed where nobody signs.

    ``states`` are those of a ``Verified``, by the act's id.
    """
    state = states.get(act.id, "")
    signs = bool(policy.must_sign) or any(member.keys for member in policy.members)
    return state if state != SignatureState.UNSIGNED or signs else ""
