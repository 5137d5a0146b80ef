import pytest

from review_tui.model.act_file_names import kind_and_id_of


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("m/05-x/acts/20220320T101502Z-flag-7f3a91c2.yaml", ("flag", "7f3a91c2")),
        ("m/acts/20220320T101502Z-sign-off-7f3a91c2.yaml", ("sign-off", "7f3a91c2")),
        ("acts/20220320T101502Z-a-b-c-7f3a91c2.yaml", ("a-b-c", "7f3a91c2")),
        ("m/05-x/minutes.md", None),
        ("m/05-x/notes/20220320T101502Z-flag-7f3a91c2.yaml", None),
        ("m/facts/20220320T101502Z-flag-7f3a91c2.yaml", None),
        ("m/acts/flag.yaml", None),
        ("m/acts/20220320T101502Z-flag-7f3a91c2.yaml~", None),
    ],
)
def test_the_name_of_an_acts_file_says_what_it_keeps(path: str, kept: tuple[str, str] | None) -> None:
    assert kind_and_id_of(path) == kept
