import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review_tui.model.visible import is_plain, sign, visible

SHOWN_THOUGH_FORMAT = {
    # Signs of Arabic, Syriac, Kaithi and Egyptian script: format characters to Unicode, but with ink.
    *range(0x600, 0x606),
    0x6DD,
    0x70F,
    0x890,
    0x891,
    0x8E2,
    0x110BD,
    0x110CD,
    *range(0x13430, 0x13440),
}


def test_every_character_without_a_picture_is_washed() -> None:
    unsafe = {"Cc", "Cf", "Cs", "Zl", "Zp"}
    left = [
        f"U+{code:04X}"
        for code in range(sys.maxunicode + 1)
        if unicodedata.category(chr(code)) in unsafe
        and code not in SHOWN_THOUGH_FORMAT
        and is_plain(chr(code))
    ]
    assert left == []


@given(st.text(st.characters()))
def test_washed_text_is_plain_and_washing_again_changes_nothing(text: str) -> None:
    washed = visible(text)
    assert is_plain(washed)
    assert visible(washed) == washed


@given(st.text(st.sampled_from("aé\n\t\x1b\u202e")))
def test_what_is_kept_stays_and_the_rest_is_washed(text: str) -> None:
    washed = visible(text, keep="\n\t")
    assert washed.count("\n") == text.count("\n")
    assert "\x1b" not in washed
    assert "\u202e" not in washed


@pytest.mark.parametrize(
    "text", ["Cllr Smith [AB] moved", "£1,200 – café “x”", "a\u00a0b", "日本 😀", "⚠\ufe0f", ""]
)
def test_ordinary_words_stay_letter_for_letter(text: str) -> None:
    assert is_plain(text)
    assert visible(text) == text


@pytest.mark.parametrize(
    ("character", "shown"),
    [
        ("\x1b", "␛"),
        ("\x00", "␀"),
        ("\n", "␊"),
        ("\x7f", "␡"),
        ("\x9b", "⟨U+009B⟩"),
        ("\u202e", "⟨U+202E⟩"),
        ("\u2028", "⟨U+2028⟩"),
        ("\udce9", "⟨byte E9⟩"),
        ("\ud800", "⟨U+D800⟩"),
        ("\U000e0041", "⟨U+E0041⟩"),
    ],
)
def test_a_sign_names_the_character(character: str, shown: str) -> None:
    assert sign(character) == visible(character) == shown
