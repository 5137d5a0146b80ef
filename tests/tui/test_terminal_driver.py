from review_tui.tui.terminal_driver import Presence


def presence() -> tuple[Presence, list[str]]:
    asked: list[str] = []
    return Presence(asked.append), asked


def test_an_end_of_input_that_nothing_follows_means_that_nobody_is_there() -> None:
    here, asked = presence()
    here.hears("j\x04", 10.0)
    here.hears("", 10.1)
    assert (asked, here.is_over) == (["\x1b[5n"], False)
    here.hears("", 20.0)
    assert here.is_over


def test_a_terminal_that_answers_is_there_however_long_nobody_types() -> None:
    here, asked = presence()
    here.hears("\x04", 10.0)
    here.hears("\x1b[0n", 10.2)
    here.hears("", 99.0)
    assert (len(asked), here.is_over) == (1, False)


def test_nobody_who_only_reads_is_asked() -> None:
    here, asked = presence()
    here.hears("j", 10.0)
    here.hears("", 99.0)
    assert (asked, here.is_over) == ([], False)
