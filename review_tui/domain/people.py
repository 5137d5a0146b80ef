"""The people of the program: reviewers, who act, and attendees, who are minuted."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Attendee:
    """A person on the roll of a meeting."""

    name: str
    role: str = ""
