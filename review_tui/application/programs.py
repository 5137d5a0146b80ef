"""Programs that a book's repository names, and whether they may run: asked once of whoever opens it."""

from typing import Final, Protocol

from review_tui.model.frozen import frozen

UNANSWERED: Final = (
    "The settings of this copy of the book name programs that would run when something is recorded, and "
    "nobody has said yet whether they may. Until then it can only be read. To see them and to say: "
    "review-tui programs"
)


@frozen
class NamedPrograms:
    """What the settings and hooks of a repository, and not those of its user, would have run."""

    on_recording: tuple[str, ...] = ()
    """A sentence for each that runs when something is recorded, if it may."""
    by_git: tuple[str, ...] = ()
    """A sentence for each that this program never runs: git does, where somebody uses it here by hand."""
    fingerprint: str = ""
    """Of exactly these, what is in their files included; empty where there are none."""

    @property
    def sentences(self) -> tuple[str, ...]:
        """All of them."""
        return (*self.on_recording, *self.by_git)


class ProgramAnswers(Protocol):
    """Keeps outside the repository what was answered."""

    def may_run(self, fingerprint: str) -> bool | None:
        """What was answered of the programs with this fingerprint; ``None`` where nobody has been asked."""

    def keep(self, fingerprint: str, *, may_run: bool) -> None:
        """Keep an answer."""


class AllMayRun:
    """For a repository that is its user's own, and for tests of what runs."""

    def may_run(self, _: str) -> bool:
        """Whatever it is."""
        return True

    def keep(self, _: str, *, may_run: bool) -> None:
        """Nothing is asked."""


class NamesPrograms(Protocol):
    """Looks what a repository names."""

    def programs(self) -> NamedPrograms:
        """The programs that it names."""


class ProgramService:
    """Asks once about what a repository names."""

    def __init__(self, history: NamesPrograms, answers: ProgramAnswers) -> None:
        self._history = history
        self._answers = answers

    def found(self) -> NamedPrograms:
        """What the repository names."""
        return self._history.programs()

    def answer(self, found: NamedPrograms) -> bool | None:
        """Whether they may run; ``None`` where that has still to be asked."""
        return self._answers.may_run(found.fingerprint)

    def unanswered(self) -> NamedPrograms | None:
        """What has still to be asked about, if anything."""
        found = self.found()
        return found if found.fingerprint and self.answer(found) is None else None

    def keep(self, found: NamedPrograms, *, may_run: bool) -> None:
        """Keep the answer that was given of exactly these."""
        self._answers.keep(found.fingerprint, may_run=may_run)
