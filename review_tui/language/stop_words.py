"""Words that say little of what a sentence is about: the one list, in groups, all in small letters.

Every reader takes ``STOP_WORDS`` and those groups beside it that its material has.
"""


def word_set_of(words: str) -> frozenset[str]:
    """The words of a text that lists them, as a set."""
    return frozenset(words.split())


STOP_WORDS = word_set_of(
    """
    a about above after again all also although am an and any are as at be because been before being below
    between both but by can could did do does done due during each few for from further get getting got had
    has have having he her here him his how i if in into is it its itself just made make may me might more
    most must my no nor not of off on once only or other our ours out over own per same shall she should so
    some such than that the their them then there these they this those through throughout to too under until
    up upon us very via was we were what when where which while who whom why will with within would you your
    """
)
"""Words of English grammar: articles, pronouns, prepositions, helping verbs, "not" among them."""
TITLES = word_set_of("mr mrs ms miss dr rev cllr cllrs councillor")
"""What stands before names of people."""
JOTTED_STOP_WORDS = word_set_of("c d eg etc hold ie ll nb ok pm re s t thro vs w yes")
"""What clerks write for words of grammar, and what is left of them where an apostrophe was cut off."""
FILLERS = word_set_of(
    "actually because dont going gonna hmm know like mean okay really right said thats think well yeah youre"
)
"""What people say while they think; transcripts are full of it."""

VOTING_WORDS = word_set_of(
    """
    agreed agree agr'd agrd agd agr approved approve ok'd okd resolved resolve res decided carried
    passed lost refused rejected ref'd proposed propose prop propd prop'd proposer seconded second
    sec secd sec'd 2nd seconder p s all favour favor unanimously unanimous unan nem con meeting mtg
    held true correct record sign signed come abstained abs abst vote votes voted against agst
    present objection objections objn min mins minutes accepted accept acceptance duly yes no nope
    ok okay down fine carr'd okayed go ahead
    """
)
"""Words that only say that something was moved or agreed, and how."""


def is_stop_word(word: str) -> bool:
    """Whether a word of minutes or notes, in small letters, tells nothing of a subject."""
    return word in STOP_WORDS or word in TITLES or word in JOTTED_STOP_WORDS


def is_voting_word(raw: str) -> bool:
    """Whether a word only says that something was moved or agreed, and how."""
    return raw.casefold().replace("\u2019", "'") in VOTING_WORDS
