"""What of an act's file is signed, and what no signature covers."""

import pytest

from review_tui.model.act_signatures import public_key_of, split_signature

ARMOURED = """\
-----BEGIN SSH SIGNATURE-----
U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=
-----END SSH SIGNATURE-----
"""
SIGNED = "act: approval\nid: x\nsignature: |\n" + "".join(f"  {line}\n" for line in ARMOURED.splitlines())


def test_all_before_the_signature_is_signed() -> None:
    assert split_signature(SIGNED.encode()) == (b"act: approval\nid: x\n", ARMOURED)
    assert public_key_of(ARMOURED).startswith("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGFhYWFh")


@pytest.mark.parametrize(
    "raw",
    [
        f"{SIGNED}lifts: [abcdef12]\n",
        f"{SIGNED}  more\n",
        f"signature: x\n{SIGNED}",
        SIGNED.replace("signature: |", "signature: |-"),
        SIGNED.replace("\n", "\r\n"),
        SIGNED.rstrip("\n"),
        "act: approval\n",
    ],
)
def test_a_signature_that_is_not_the_very_end_is_none(raw: str) -> None:
    assert split_signature(raw.encode()) is None


@pytest.mark.parametrize("words", ["", "nonsense", ARMOURED.replace("U1NIU0lH", "AAAAAAAA"), "U1NIU0lHAAAA"])
def test_what_is_no_signature_names_no_key(words: str) -> None:
    assert public_key_of(words) == ""
