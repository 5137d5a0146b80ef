"""Which names a reader takes for one another."""

from review_tui.model.lookalikes import skeleton


def test_names_look_alike_whatever_letters_they_are_written_with() -> None:
    same = (
        "Dawn Hill",
        "D\u0430wn Hill",
        "DAWN  HILL",
        "Dawn\u200b Hi1l",
        "Dawn H\u0456ll",
        "\uff24awn Hill",
    )
    assert {skeleton(name) for name in same} == {skeleton("Dawn Hill")}
    assert len({skeleton(name) for name in ("Dawn Hill", "Don Hill", "Dawn Hall", "D\u00e4wn Hill")}) == 4
