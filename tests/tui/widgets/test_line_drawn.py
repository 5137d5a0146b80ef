from hypothesis import given
from hypothesis import strategies as st

from review_tui.tui.widgets.line_drawn import thumb


@given(st.integers(0, 500), st.integers(1, 60), st.integers(1, 500))
def test_the_thumb_touches_the_ends_only_at_the_ends(first: int, shown: int, total: int) -> None:
    start, end = thumb(first, shown, total)
    assert 0 <= start < end <= shown
    hidden = max(total, shown + 1) - shown
    if shown - (end - start) > 1:
        assert (start == 0) == (first == 0)
        assert (end == shown) == (first >= hidden)
