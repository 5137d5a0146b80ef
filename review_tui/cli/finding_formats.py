"""Findings in the four forms that `check` speaks: text, JSON, SARIF 2.1.0 and GitHub's workflow commands."""

from collections import Counter
from collections.abc import Iterator, Sequence

from review_tui.cli import json_shapes
from review_tui.cli.output import complain, give_json, print_json, say
from review_tui.cli.reported import Reported
from review_tui.model.fact_support import ItemFacts, summary_of
from review_tui.model.findings import Location, Severity, on_one_line

_GITHUB_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


def report(all_reported: Sequence[Reported], form: str) -> int:
    """Print every finding in ``form``; exit code 1 if there are any, or if a check failed."""
    {"text": _text, "json": _json, "sarif": _sarif, "github": _github}[form](all_reported)
    for reported in all_reported:
        for failure in reported.outcome.failures:
            complain(f"! {failure.sentence}")
    return int(any(r.outcome.findings or r.outcome.failures for r in all_reported))


def _text(all_reported: Sequence[Reported]) -> None:
    count = 0
    for reported in all_reported:
        for found in reported.outcome.findings:
            count += 1
            first = found.places[0]
            where = _file_and_line(reported, first)
            say(f"{where}: {found.severity.value}: {found.message} [{found.check}]")
            places = [
                (p, reported.paths.short(p.file), p.line + _lines_before(reported, p)) for p in found.places
            ]
            say(*(f"    {file}:{line}: “{on_one_line(p.quote)}”" for p, file, line in places))
            if found.suggestion:
                say(f"    suggested wording: “{found.suggestion.text}”")
    say(f"{count} finding{'' if count == 1 else 's'}." if count else "No findings.")
    say(*facts_lines([r.facts for r in all_reported if r.facts is not None]))


def facts_lines(looked: Sequence[ItemFacts], *, are_listed: bool = False) -> Iterator[str]:
    """How many facts the notes bear out, and what nothing was held against: no finding is no proof.

    Where the passages ``are_listed`` above, it isn't said how to have them listed.
    """
    summary = summary_of([fact for each in looked for fact in each.facts])
    if summary:
        yield f"{summary}."
    whole = Counter(each.why for item in looked for each in item.unchecked if each.place is None)
    yield from (
        f"Not checked: {why}{f' ({count} items)' if count > 1 else ''}" for why, count in whole.items()
    )
    passages = sum(each.place is not None for item in looked for each in item.unchecked)
    if passages:
        several = f"{passages} passages have" if passages > 1 else "1 passage has"
        how = "" if are_listed else "; `review-tui align` shows which"
        yield f"Not checked: {several} nothing that the notes bear out{how}."


def _json(all_reported: Sequence[Reported]) -> None:
    found = [
        json_shapes.finding(found, meeting_id=r.meeting, item_id=r.item, paths=r.paths)
        for r in all_reported
        for found in r.outcome.findings
    ]
    looked = [
        {"meeting": r.meeting, "item": r.item, **json_shapes.facts(r.facts, r.paths)}
        for r in all_reported
        if r.facts is not None
    ]
    give_json({"findings": found, "items": looked})


def _sarif(all_reported: Sequence[Reported]) -> None:
    from review_tui.cli.sarif import sarif  # noqa: PLC0415 -- only this form needs it

    print_json(sarif(all_reported))


def _github(all_reported: Sequence[Reported]) -> None:
    for reported in all_reported:
        for found in reported.outcome.findings:
            first = found.places[0]
            file, title = _property(reported.paths.file(first.file)), _property(found.check)
            line = first.line + _lines_before(reported, first)
            level = _GITHUB_LEVEL[found.severity]
            say(f"::{level} file={file},line={line},title={title}::{_data(found.message)}")


def _file_and_line(reported: Reported, place: Location) -> str:
    return f"{reported.paths.file(place.file)}:{place.line + _lines_before(reported, place)}"


def _lines_before(reported: Reported, place: Location) -> int:
    """Lines of the file that stand before the item's text."""
    return reported.paths.base_of(place.file).line


def _data(words: str) -> str:
    """Words as the value of a workflow command."""
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    """Words as a property of a workflow command."""
    return _data(words).replace(":", "%3A").replace(",", "%2C")
