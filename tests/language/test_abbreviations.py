"""Finding where abbreviations are introduced."""

import pytest

from review_tui.language.abbreviations import find_abbreviations


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("a letter from Norfolk County Council (NCC) came", "NCC", "Norfolk County Council"),
        ("the Board of Health and Care (BHC)", "BHC", "Board of Health and Care"),
        ("the Department for Transport (DfT) wrote", "DfT", "Department for Transport"),
        ("Vehicle and Operator Services Agency [VOSA]", "VOSA", "Vehicle and Operator Services Agency"),
        ("police community support officers (PCSOs)", "PCSOs", "police community support officers"),
        ("the public right of way (PROW)", "PROW", "public right of way"),
        ("Health & Safety Executive (the HSE)", "HSE", "Health & Safety Executive"),
        ("LPA (Local Planning Authority) said", "LPA", "Local Planning Authority"),
        ("One sentence. Local Planning Authority (\u201cLPA\u201d)", "LPA", "Local Planning Authority"),
    ],
)
def test_an_introduction_is_found_with_its_full_name(text: str, short: str, long: str) -> None:
    (found,) = find_abbreviations(text)
    assert (found.short, found.long) == (short, long)
    assert found.span.of(text) == found.text
    assert long in found.text
    assert short in found.text


@pytest.mark.parametrize(
    "text",
    [
        "Mrs A Leman (Clerk)",
        "Post Office Ltd (PAYE)",
        "the grass (see Item 4)",
        "Water bill (DD)",
        "The Head of Service (JB)",
        "the Council. (TC)",
        "(NCC)",
        "no council at all (NB)",
    ],
)
def test_what_stands_in_brackets_otherwise_is_none(text: str) -> None:
    assert find_abbreviations(text) == ()


def test_the_same_name_written_otherwise_has_the_same_key() -> None:
    one, other = find_abbreviations(
        "the Society of Local Council Clerks (SLCC) and the Society for local Councils\u2019 Clerks (SLCC)"
    )
    assert one.key == other.key
