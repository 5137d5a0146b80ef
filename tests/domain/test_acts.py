"""What a finding becomes when it is flagged."""

import pytest

from review_tui.checks.table import CHECKS
from review_tui.domain.acts import FlagKind, kind_for


@pytest.mark.parametrize(
    ("check", "kind"),
    [
        ("weekday", FlagKind.DATE),
        ("times", FlagKind.DATE),
        ("sums", FlagKind.FIGURE),
        ("votes", FlagKind.FIGURE),
        ("names", FlagKind.NAME),
        ("roll", FlagKind.ATTRIBUTION),
        ("notes-names", FlagKind.ATTRIBUTION),
        ("notes-omitted", FlagKind.OMISSION),
        ("notes-polarity", FlagKind.WORDING),
        ("house-style", FlagKind.STYLE),
    ],
)
def test_a_finding_becomes_a_flag_of_its_own_kind(check: str, kind: FlagKind) -> None:
    assert kind_for(check) is kind


def test_every_check_of_ours_has_a_kind_and_others_become_other() -> None:
    assert [check.id for check in CHECKS if kind_for(check.id) is FlagKind.OTHER] == []
    assert kind_for("a-check-of-a-third-party") is FlagKind.OTHER
