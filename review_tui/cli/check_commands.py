"""The commands that look drafts over."""

import argparse
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from review_tui.application.book_context import BookContext
from review_tui.application.checking import Checking
from review_tui.application.fact_reading import FactReader
from review_tui.application.meeting_checks import MINUTES
from review_tui.application.reading import ItemView
from review_tui.checks.check import Check
from review_tui.checks.entry_points import all_checks
from review_tui.cli.finding_formats import report
from review_tui.cli.item_paths import ItemPaths, item_paths
from review_tui.cli.minutes_commands import item_called
from review_tui.cli.output import complain, give_json, say
from review_tui.cli.ports import Backend
from review_tui.cli.reported import Reported
from review_tui.cli.targets import split_target
from review_tui.model.errors import Refusal, UnusableBook, WrongUsage
from review_tui.model.findings import Severity
from review_tui.model.meeting import Problem, Source


def check(backend: Backend, asked: argparse.Namespace) -> int:
    """Findings; exit code 1 when there are any."""
    form = "json" if asked.json else asked.format
    unknown = set(asked.only) - {c.id for c in all_checks()[0]}
    if unknown:
        raise WrongUsage(f"No check is called {', '.join(sorted(unknown))}. `review-tui checks` lists them.")
    least = Severity(asked.severity) if asked.severity else None
    is_whole = not asked.only and least is None and form in {"text", "json"}
    if asked.draft:
        if asked.paths:
            raise WrongUsage("Give either --draft with a plain file, or the PATH of a book, not both.")
        draft, notes = backend.plain_texts(asked.draft, asked.notes)
        meeting = backend.meeting_file(asked.meeting) if asked.meeting else None
        outcome = Checking().of_texts(draft, notes, meeting, only=asked.only, least=least)
        facts = None
        if is_whole:
            sources = tuple(Source(*note) for note in notes)
            facts = FactReader(Checking()).of_texts(draft, sources, outcome.findings, meeting)
        return report([Reported("", "", ItemPaths(), outcome, dict([draft, *notes]), facts)], form)
    if asked.meeting:
        raise WrongUsage("--meeting goes with --draft FILE.")
    found, unread = [], 0
    for path in asked.paths or [None]:
        context, views, problems = _items_asked(backend, path, asked.notes)
        for view in views:
            outcome = context.checking.of_item(view, only=asked.only, least=least)
            paths = item_paths(view, context.book, context.files.item_texts(view.meeting.id))
            facts = context.facts.of_item(view) if is_whole else None
            found.append(Reported(view.meeting.id, view.item.id, paths, outcome, _texts(view), facts))
        for problem in problems:
            complain(f"! {problem}")
        unread += sum(not problem.is_notice for problem in problems)
    # What could not be read was not checked: that is never "no findings".
    return report(found, form) or int(unread > 0)


def checks(_: Backend, asked: argparse.Namespace) -> int:
    """What the program looks out for."""
    found, unusable = all_checks()
    for sentence in unusable:
        complain(f"! {sentence}")
    if asked.json:
        give_json({"checks": [_described(check) for check in found]})
        return 0
    for it in found:
        say(f"{it.id} ({it.severity.value}): {it.finds}")
        say(*(f"    {line}" for line in it.example.strip().splitlines() if line))
        say(*(f"    notes: {line}" for line in it.example_notes.strip().splitlines()), "")
    return 0


def _texts(view: ItemView) -> dict[str, str]:
    return {MINUTES: view.draft.text, **{note.name: note.text for note in view.draft.notes}}


def _described(check: Check) -> dict[str, str]:
    parts = {"id": check.id, "severity": check.severity.value, "finds": check.finds}
    return {**parts, "example": check.example}


def _items_asked(
    backend: Backend, path: Path | None, notes: Sequence[Path]
) -> tuple[BookContext, list[ItemView], list[Problem]]:
    """The book, and the items that are meant: by a path, or an item by its name as other commands take it."""
    if path is not None and (target := split_target(str(path))) and target[1]:
        context = backend.context(target[0], notes)
        view = item_called(context, target[1])
        return context, [view], list(view.draft.problems)
    if path is not None and not path.exists():
        # What is no item either is answered for as the path that it may have been meant for.
        with suppress(UnusableBook):
            nearest = backend.context(None)
            try:
                view = item_called(nearest, str(path))
            except Refusal:
                if nearest.reading.meetings()[1]:
                    raise  # it may be there, in what can't be read
            else:
                return nearest, [view], list(view.draft.problems)
    context = backend.context(path, notes)
    return context, *_below(context, path)


def _below(context: BookContext, path: Path | None) -> tuple[list[ItemView], list[Problem]]:
    """The items that a path means (one item, one meeting's, or the whole book's), and what can't be read."""
    meetings, problems = context.reading.meetings()
    parts = path.resolve().parts if path else ()
    meant = [m for m in meetings if _is_below(parts, m.id)] or list(meetings)
    for meeting in meant:
        for item in meeting.items:
            if _is_below(parts, meeting.id, item.id):
                view = context.reading.item(meeting, item)
                return [view], list(view.draft.problems)
    if path is None or path.is_dir() or any(m.file and path.name == Path(m.file).name for m in meant):
        views = [context.reading.meeting(m) for m in meant]
        told = [*problems, *(problem for view in views for problem in view.problems)]
        return [it for view in views for it in view.items], told
    raise Refusal(
        f"{path} is no part of a minute book. To check a plain file: review-tui check --draft {path}"
    )


def _is_below(parts: tuple[str, ...], *names: str) -> bool:
    return any(parts[n : n + len(names)] == names for n in range(len(parts)))
