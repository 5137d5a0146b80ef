"""Words that say little of what a sentence is about: the one list, in groups, all in small letters.

Every reader takes ``STOP_WORDS`` and those groups beside it that its material has.
"""


def word_set_of(words: str) -> frozenset[str]:
    """The words of a text that lists them, as a set."""
    return frozenset(words.split())


GRAMMAR_WORDS = word_set_of(
    """
    a about after all also an and any are as at be been before but by during for from had has have he her his
    in into is it its no not of on or she so than that the their them then there they this to was were which
    who will with would
    """
)
"""Articles, pronouns, prepositions and helping verbs: even in a note of five words they say nothing."""
STOP_WORDS = GRAMMAR_WORDS | word_set_of(
    """
    above again although am because being below between both can could did do does done due each few further
    get getting got having here him how i if itself just made make may me might more most must my nor off once
    only other our ours out over own per same shall should some such these those through throughout too under
    until up upon us very via we what when where while whom why within you your
    """
)
"""With what else sentences about anything have, though in a note it may say something: over, off, done."""
FORMAL_WORDS = word_set_of(
    """
    agreed board chair clerk cllr committee council councillor item meeting member members minutes miss mr mrs
    ms noted parish report resolved
    """
)
"""Words of every set of minutes."""
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
