"""The people of the program: reviewers, who act, and attendees, who are minuted."""

from review_tui.model.frozen import frozen
from review_tui.model.visible import is_plain


@frozen(order=True)
class Reviewer:
    """Whoever acts on the minutes. Two names with one e-mail address are one reviewer."""

    name: str
    email: str

    def __str__(self) -> str:
        """The name and address as git writes them."""
        return f"{self.name} <{self.email}>"

    def is_same(self, other: "Reviewer") -> bool:
        """Whether both are the same person: the same address, whatever the case of its letters."""
        return self.email.casefold() == other.email.casefold()


@frozen
class Attendee:
    """A person on the roll of a meeting."""

    name: str
    role: str = ""


_TRIMMED = "".join(map(chr, range(33))) + ".,:;<>\"\\'"
"""What git strips from both ends of names and addresses."""


def why_not_named(name: str, email: str) -> str:
    """Why nobody can act under this name and address, in a sentence, or empty."""
    for what, said in (("name", name), ("e-mail address", email)):
        if not said.strip(_TRIMMED):
            return f"The {what} is empty. Type your {what}."
        if any(character in said for character in "<>") or not is_plain(said):
            return f"The {what} may hold no <, no >, no line break and nothing that can't be seen."
    before, at, after = email.strip().partition("@")
    if not (before and at and after) or " " in email.strip():
        return "That is no e-mail address: it should be like you@example.org."
    return ""
