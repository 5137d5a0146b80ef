"""Which words can stand twice in a row, and which never do."""

ALWAYS = frozenset(
    """
    a an and any are be been but by can could each every from has have he into its may mr mrs ms must not of
    or our should some than the their them then there these they this those to we were when where whether
    which will with would your
    """.split()  # noqa: SIM905 -- reads better as prose
)
"""Never twice in a row."""
PERHAPS = frozenset(
    """
    about above after all also as at before between did do does down for how if in is it no off on only out
    over she so through under until up upon was what who you
    """.split()  # noqa: SIM905 -- as above
)
"""Mostly a slip, yet "be looked at at the next meeting" is English."""
TITLES = frozenset({"cllr", "cllrs", "councillor", "mr", "mrs", "ms", "miss", "dr"})
MEANT = frozenset(
    """
    away bye etc far ha had hear her him his how knock long many more much never nil none pro really so such
    that time too tut very yes years
    """.split()  # noqa: SIM905 -- as above
)
"""Twice for emphasis, or by grammar: "had had", "gave her her prize"."""
FOLLOWS_THAT = frozenset(
    """
    a all an any each every he her his i it its our she some the their there these they this those we you your
    """.split()  # noqa: SIM905 -- as above
)
"""After "that that" one of these shows that one "that" is too many."""
LINKS = frozenset({"after", "and", "at", "by", "for", "in", "on", "or", "to", "upon"})
"""Between the words of "more and more and more" and "step by step by step"."""
