"""The command that lists the programs that a copy of a book names, and whether they may run."""

import argparse
import sys

from review_tui.application.programs import UNANSWERED, NamedPrograms, ProgramService
from review_tui.cli.output import complain, give_json, say
from review_tui.cli.ports import Backend
from review_tui.model.errors import Refusal, WrongUsage

_ALLOW, _REFUSE = "review-tui programs --allow", "review-tui programs --refuse"
_SAID = {True: "They may run when you record something.", False: "None of them is run."}


def programs(backend: Backend, asked: argparse.Namespace) -> int:
    """List them, or keep an answer."""
    service = backend.context(asked.book).programs
    found = service.found()
    if asked.allow and asked.refuse:
        raise WrongUsage("Either --allow or --refuse.")
    if (asked.allow or asked.refuse) and found.fingerprint:
        service.keep(found, may_run=asked.allow)
    answer = service.answer(found) if found.fingerprint else None
    if asked.json:
        give_json(
            {
                "on_recording": list(found.on_recording),
                "by_git_only": list(found.by_git),
                "may_run": answer,
            }
        )
    elif not found.fingerprint:
        say("The settings of this copy of the book name no programs.")
    else:
        say(
            *_listed(found),
            "",
            _SAID[answer] if answer is not None else "Nobody has said yet whether they may.",
        )
        say(f"To let them run: {_ALLOW}", f"To run none:     {_REFUSE}")
    return 0


def is_unanswered(refusal: Refusal) -> bool:
    """Whether something was refused because nobody has said yet whether programs may run."""
    return UNANSWERED in str(refusal)


def ask(service: ProgramService) -> bool:
    """Ask on the terminal whether they may run, and keep it; whether somebody answered."""
    found = service.unanswered()
    if found is None:
        return False
    complain("\n".join(_listed(found)))
    sys.stderr.write("Let them run when you record something? [yes/no] ")
    sys.stderr.flush()
    answer = sys.stdin.readline().strip().casefold()
    if answer not in {"y", "yes", "n", "no"}:
        return False
    service.keep(found, may_run=answer.startswith("y"))
    return True


def _listed(found: NamedPrograms) -> list[str]:
    told = ["The settings of this copy of the book name programs. None has been run on reading."]
    for head, sentences in (
        ("When something is recorded, if you let them:", found.on_recording),
        ("Never by this program, only by git where somebody uses it here by hand:", found.by_git),
    ):
        told += [head, *(f"  {sentence}" for sentence in sentences)] if sentences else []
    return told
