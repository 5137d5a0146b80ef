"""Minutes as Markdown."""

import pytest

from review_tui.adapters.exporters.markdown import escape_markdown, to_markdown
from tests.adapters.exporters.sample_minutes import MINUTES


def test_items_are_headings_and_their_own_headings_stand_below() -> None:
    text = to_markdown(MINUTES).decode("utf-8")
    headings = [line for line in text.splitlines() if line.startswith("#")]
    assert headings == ["# The Board", "## 5. Report", "### Noted", r"## 6. Loneliness \[AB\] \*moved\*"]
    assert "The **annual** report.\n\n- one\n- two_three_four\n" in text
    assert "**Present:** B. Fox, Mayor\n" in text
    assert text.endswith("moved\\*\n")


@pytest.mark.parametrize(
    ("words", "escaped"),
    [
        ("[x](y)", r"\[x\](y)"),
        ("# a\n# b", r"\# a \# b"),
        ("a_b <c> `d`", r"a\_b \<c\> \`d\`"),
        ("5. x", "5. x"),
    ],
)
def test_words_of_people_are_never_markdown(words: str, escaped: str) -> None:
    assert escape_markdown(words) == escaped
