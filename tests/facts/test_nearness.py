"""What stands around a word, and how near two texts have the same."""

from review_tui.facts.nearness import near_to, nearness


def test_the_end_of_a_part_puts_words_further_off() -> None:
    text = "crane bought, slip dry"
    near = dict(near_to(text, text.index("bought"), text.index("bought") + len("bought")))
    assert near["crane"] == 1
    assert near["slip"] > near["crane"] + 1


def test_words_that_both_have_nearer_by_count_more() -> None:
    told = near_to("The request for the crane was granted.", 30, 37)
    close, far = near_to("crane - no", 8, 10), near_to("crane; ladders, ropes and nets no", 31, 33)
    assert nearness(told, close) > nearness(told, far) > 0


def test_a_figure_is_itself_in_words() -> None:
    told, noted = near_to("Bay 12 was granted.", 11, 18), near_to("bay twelve no", 11, 13)
    assert nearness(told, noted) > nearness(told, near_to("bay 40 no", 7, 9))
