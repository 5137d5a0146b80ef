"""What is proved of a book whose repository nobody has to trust: one table of rules, and what breaks them."""

from review_tui.model.frozen import frozen


@frozen
class Rule:
    """One thing that has to hold."""

    word: str
    """In JSON and in the tables of the documentation."""
    proves: str
    """What is so when nothing breaks it, in a sentence."""


WHOLE = Rule("whole", "Every object of the history is what its name says, and none is missing.")
SHOWN = Rule("shown", "Plain git shows here the same history that was verified.")
RUNS = Rule(
    "runs", "Nothing of the repository's own is run on reading; what would be at other times is told."
)
SEEN = Rule("seen", "The history goes on from what this computer saw of it last, and its tags are the same.")
RECORDED = Rule("recorded", "What stands on this disk is what is recorded.")
READABLE = Rule("readable", "Every act can be understood and is kept in the place that its name says.")
PLACED = Rule("placed", "Every act is shown: it stands with the minutes that it is about.")
UNCHANGED = Rule("unchanged", "No act was changed or taken away after it was recorded.")
JOINED = Rule("joined", "No merge dropped, changed or brought back an act.")
MAKER = Rule("maker", "Whoever an act names as its maker is the author of the commit that brought it.")
READ_FIRST = Rule("read-first", "Every approval is of a text that was recorded before it was approved.")
OWN_WORDS = Rule("own-words", "Nobody's approval counts for words of their own, where the book says so.")
SIGNED = Rule("signed", "What is signed is signed with a key of its maker, and so is all that has to be.")
MAY = Rule("may", "Objections and flags were withdrawn by nobody but whoever made them.")
AROUND = Rule(
    "around", "The notes, the title and the secrecy of an item are those that it was approved with."
)
GATE = Rule("gate", "Everything that a sign-off needs was there when it was signed.")
FINAL = Rule("final", "Signed minutes, their agenda, attendance, date and title are those that were signed.")
TERMS = Rule("terms", "Nobody gave another a key, or had the book ask for fewer signatures.")
TAGGED = Rule("tagged", "Every sign-off has its tag here.")
TAG = Rule("tag", "Every tag of signed minutes is on their sign-off, by the same person, for the same texts.")

RULES = (
    *(WHOLE, SHOWN, RUNS, SEEN, RECORDED, READABLE, PLACED, UNCHANGED, JOINED, MAKER, READ_FIRST, OWN_WORDS),
    *(SIGNED, TERMS, MAY, AROUND, GATE, FINAL, TAGGED, TAG),
)
"""Every rule, in the order in which a report tells of them."""


@frozen
class Breach:
    """Something that is not as a rule says, or that is to be told though the rule holds."""

    rule: Rule
    sentence: str
    """What is so, where, and what to do."""
    path: str = ""
    """The file that it is about, from the top of the repository; empty for the whole history."""
    commit: str = ""
    """The commit that did it, where one did."""
    is_told: bool = False
    """Whether the rule holds all the same: whoever reads the report is told, and that is all."""
    blocks: bool = True
    """Whether minutes can't be signed off until it is settled."""
    is_past: bool = False
    """Whether it is over and done with: only a report tells it, and neither the screen nor ``status``."""
