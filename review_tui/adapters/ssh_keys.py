"""A user's SSH keys and what is signed with them, through OpenSSH's own programs.

``ssh-agent`` holds keys that are unlocked; a key without a passphrase can be used from its file. For one with
a passphrase that no agent holds, whoever asked is told so, and can give it: a prompt of OpenSSH's would stand
on the screen's terminal.
"""

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import platformdirs

from review_tui.application.signing import UserKey
from review_tui.model.act_signatures import NAMESPACE
from review_tui.model.errors import PassphraseNeeded, Refusal
from review_tui.model.text import decode, encode
from review_tui.model.visible import visible

_TIMEOUT: Final = 120.0
"""Seconds: somebody may have to touch a key, or to type into a window."""
_PASSPHRASE: Final = "REVIEW_TUI_PASSPHRASE"  # noqa: S105 -- a name
"""The variable by which our answer reaches OpenSSH: only its owner can read a program's variables."""
_MOST: Final = 64_000
"""Bytes of a file that holds nothing but a key."""
_KINDS: Final = ("ssh-ed25519", "ecdsa-sha2-", "ssh-rsa", "sk-ssh-", "sk-ecdsa-")


class SshKeys:
    """Keeps the promises of ``application.signing.Signer`` and of ``SignatureChecker``."""

    def __init__(self, chosen: Path | None = None) -> None:
        """``chosen`` is the file that says which key is used; by default with the user's settings."""
        self._chosen = chosen or platformdirs.user_config_path("review-tui") / "key.json"
        self._passphrase = ""

    def found(self) -> tuple[UserKey, ...]:
        """The keys in the agent, with their files where those are known, then those in ``~/.ssh`` alone."""
        keys = [_user_key(line, "") for line in _lines(_run_openssh(["ssh-add", "-L"], b""))]
        for path in sorted((Path.home() / ".ssh").glob("*.pub")):
            keys += [_user_key(line, str(path.with_suffix(""))) for line in _first_line(path)]
        kept: dict[str, UserKey] = {}
        for key in filter(None, keys):
            held = kept.get(key.public)
            kept[key.public] = replace(held, file=held.file or key.file) if held else key
        return tuple(kept.values())

    def key(self) -> str:
        """The public key that this user chose; empty where none was."""
        return self._read_choices().get("key", "")

    def choose(self, key: UserKey) -> None:
        """Sign with this key from now on."""
        self._chosen.parent.mkdir(parents=True, exist_ok=True)
        said = json.dumps({"version": 1, "key": key.public, "file": key.file})
        self._chosen.write_text(f"{said}\n", encoding="utf-8")

    def unlock(self, passphrase: str) -> None:
        """Use this passphrase for the chosen key as long as the program runs; it is kept nowhere."""
        self._passphrase = passphrase

    def sign(self, payload: bytes, /) -> str:
        """A signature with the chosen key. Raises ``PassphraseNeeded``, or ``Refusal`` with what to do."""
        kept = self._read_choices()
        public, file = kept.get("key", ""), kept.get("file", "")
        if not public:
            raise Refusal("No key is chosen to sign with. Choose one: K on the screen, or review-tui keys.")
        passphrase, said = self._passphrase, b""
        with tempfile.TemporaryDirectory(prefix="review-tui-sign-") as scratch:
            beside = Path(scratch) / "key.pub"
            beside.write_text(f"{public}\n", encoding="utf-8")
            # First as the agent holds it; else its own file.
            for name in [str(beside), *([file] if file and Path(file).is_file() else [])]:
                asking = _asking(Path(scratch), passphrase) if passphrase and name == file else {}
                code, out, said = _run_openssh(
                    ["ssh-keygen", "-Y", "sign", "-q", "-n", NAMESPACE, "-f", name], payload, asking
                )
                if code == 0 and out.startswith(b"-----BEGIN SSH SIGNATURE-----"):
                    return decode(out)
        sentence = (
            "Your key could not be used to sign, so nothing was changed. If it has a passphrase, unlock "
            "it first: "
            f"ssh-add {visible(file) or '~/.ssh/YOUR-KEY'}. ssh-keygen says: "
            f"{visible(decode(said).strip().splitlines()[-1]) if said.strip() else 'nothing'}"
        )
        if b"passphrase" in said and file:
            self._passphrase = ""
            raise PassphraseNeeded(sentence, file, was_wrong=bool(passphrase))
        raise Refusal(sentence)

    def is_good(self, payload: bytes, armoured: str) -> bool:
        """Whether a signature is over these bytes, by the key that it names, in our namespace."""
        with tempfile.TemporaryDirectory(prefix="review-tui-check-") as scratch:
            signature = Path(scratch) / "act.sig"
            signature.write_bytes(encode(armoured))
            words = ["ssh-keygen", "-Y", "check-novalidate", "-n", NAMESPACE, "-s", str(signature)]
            return _run_openssh(words, payload)[0] == 0

    def _read_choices(self) -> dict[str, str]:
        try:
            with self._chosen.open("rb") as file:
                kept = json.loads(file.read(_MOST))
        except (OSError, ValueError, RecursionError):
            return {}
        items = kept.items() if isinstance(kept, dict) else ()
        return {key: value for key, value in items if isinstance(value, str)}


def _user_key(line: str, file: str) -> UserKey | None:
    parts = line.split(maxsplit=2)
    if len(parts) < 2 or not parts[0].startswith(_KINDS):  # noqa: PLR2004 -- kind and key
        return None
    return UserKey(" ".join(parts[:2]), parts[2] if parts[2:] else "", file)


def _lines(ran: tuple[int, bytes, bytes]) -> list[str]:
    return decode(ran[1]).splitlines() if ran[0] == 0 else []


def _first_line(path: Path) -> list[str]:
    try:
        with path.open("rb") as file:
            return decode(file.read(_MOST)).splitlines()[:1]
    except OSError:
        return []


def _asking(scratch: Path, passphrase: str) -> dict[str, str]:
    """What has OpenSSH get the passphrase from us, and not from the terminal; it stands in no file."""
    program = scratch / "ask"
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "${_PASSPHRASE}"\n', encoding="ascii")
    program.chmod(0o700)
    return {"SSH_ASKPASS": str(program), _PASSPHRASE: passphrase}


def _run_openssh(
    words: Sequence[str], data: bytes, asking: Mapping[str, str] | None = None
) -> tuple[int, bytes, bytes]:
    """Run one of OpenSSH's programs away from the terminal: its exit code, and what it wrote."""
    if not shutil.which(words[0]):
        raise Refusal(f"{words[0]} is not installed, and signatures need it. Install OpenSSH.")
    has_window = os.environ.get("SSH_ASKPASS") and (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )
    asking = asking or ({} if has_window else {"SSH_ASKPASS": "false"})
    try:
        ran = subprocess.run(  # noqa: S603 -- a fixed list of arguments
            list(words),
            input=data,
            capture_output=True,
            check=False,
            timeout=_TIMEOUT,
            start_new_session=True,
            env={**os.environ, "SSH_ASKPASS_REQUIRE": "force", "LC_ALL": "C", **asking},
        )
    except subprocess.TimeoutExpired:
        raise Refusal(f"{words[0]} gave no answer. It may be waiting for a key to be touched.") from None
    return ran.returncode, ran.stdout, ran.stderr
