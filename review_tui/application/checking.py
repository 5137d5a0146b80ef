"""Looking a draft over: the checks, run once for each state of the text and all else that they read."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from review_tui.application.meeting_checks import ACROSS, LONGEST, MINUTES, WholeMinutes, with_lines
from review_tui.application.ports import Cache, Files, ItemText, NoCache
from review_tui.application.reading import ItemView
from review_tui.model.findings import Finding, Severity
from review_tui.model.frozen import frozen
from review_tui.model.meeting import Meeting
from review_tui.model.text import Span

if TYPE_CHECKING:  # the checks are loaded when something is first checked: the screen is painted before
    from review_tui.checks.check import Check
    from review_tui.checks.isolated_check import AddedCheck
    from review_tui.checks.outcome import CheckFailure, CheckOutcome
    from review_tui.model.material import Material

_MOST_KEPT = 64
"""Items whose findings stay in memory: more than the agenda of a long meeting has."""


@frozen
class CheckedItem:
    """What the checks said of one text."""

    findings: tuple[Finding, ...] = ()
    dismissed: tuple[Finding, ...] = ()
    """Findings that a reviewer said are none, and whose passages have not changed since."""
    failures: "tuple[CheckFailure, ...]" = ()


class _Read(NamedTuple):
    """All that the checks read of an item, and what is asked of them: what they say hangs on nothing else."""

    draft: str
    notes: tuple[tuple[str, str], ...]
    """Names and texts."""
    meeting: Meeting
    others: str
    """A digest of all meetings of the same body, this one included: ids and dates."""
    style: Mapping[str, object]
    only: tuple[str, ...]
    least: str
    added: "tuple[AddedCheck, ...]"
    """Which checks of other people's there are."""

    def key(self) -> str:
        """A digest of all of it."""
        return f"checks {hashlib.sha256(repr(tuple(self)).encode('utf-8', 'surrogatepass')).hexdigest()}"


class Checking:
    """Runs the checks and remembers what they said, by all that they were given."""

    def __init__(self, files: Files | None = None, cache: Cache | None = None) -> None:
        """What is found is kept in ``cache``, and never looked for again while nothing changes."""
        self._files = files
        self._cache = cache or NoCache()
        self._known: dict[str, CheckOutcome] = {}
        self._added: tuple[AddedCheck, ...] | None = None
        self._sittings: tuple[Sequence[Meeting], dict[str, str]] = ((), {})

    def of_item(
        self,
        view: ItemView,
        *,
        only: Sequence[str] = (),
        least: Severity | None = None,
        meetings: Sequence[Meeting] | None = None,
    ) -> CheckedItem:
        """Findings of one item. Files are named relative to the item's folder.

        ``meetings`` are the book's, for who has read them just now.
        """
        if meetings is None:
            meetings = self._files.meetings()[0] if self._files else ()
        read = self._read_inputs(view, only, least, meetings)
        outcome = self._whole_outcome(view, read, meetings, least) if self._files else None
        if outcome is None or not view.shares_notes:
            across = outcome.findings if outcome else ()
            outcome = self._within_file(view, self._outcome(read, meetings, least))
            known = {found.fingerprint for found in outcome.findings}
            # The same slip with the same cure is told once, whatever it was held against.
            cured = {_cure_of(found) for found in outcome.findings} - {None}
            new = tuple(f for f in across if f.fingerprint not in known and _cure_of(f) not in cured)
            outcome = replace(outcome, findings=(*outcome.findings, *new))
        dismissed = view.state.dismissed
        return CheckedItem(
            tuple(f for f in outcome.findings if f.fingerprint not in dismissed),
            tuple(f for f in outcome.findings if f.fingerprint in dismissed),
            outcome.failures,
        )

    def _whole_outcome(
        self, view: ItemView, read: _Read, meetings: Sequence[Meeting], least: Severity | None
    ) -> "CheckOutcome | None":
        """What the checks say of the item when they see the whole meeting; ``None`` where they don't.

        Where the items share a file or their notes this is all there is to say. Else it is only what one item
        says against another.
        """
        texts = self._files.item_texts(view.meeting.id) if self._files else ()
        if sum(len(each.text) for each in texts) > LONGEST:
            return None
        in_one = view.shares_notes
        if len(texts) <= 1 and not in_one:
            return None
        asked = read.only if in_one else tuple(c for c in ACROSS if not read.only or c in read.only)
        if not texts or (read.only and not asked):
            return None
        whole = WholeMinutes.of(view.meeting, texts, ItemText(view.item, view.draft.text, view.draft.base))
        notes = read.notes if in_one else ()
        outcome = self._outcome(read._replace(draft=whole.text, notes=notes, only=asked), meetings, least)
        is_apart = not view.meeting.file
        own = {note.name for note in view.draft.notes if is_apart and not note.is_of_meeting}
        found = whole.findings_of(view.item.id, outcome.findings, across=not in_one, own_notes=own)
        return replace(outcome, findings=found)

    def _within_file(self, view: ItemView, outcome: "CheckOutcome") -> "CheckOutcome":
        """What the checks say of the text of one item, with the lines of the file that it stands in."""
        before = view.draft.base.line
        if not before:
            return outcome
        told = tuple(with_lines(found, lambda line: f"{line + before}") for found in outcome.findings)
        return replace(outcome, findings=told)

    def _outcome(self, read: _Read, meetings: Sequence[Meeting], least: Severity | None) -> "CheckOutcome":
        """What the checks say of exactly this, run once for it."""
        key = read.key()
        outcome = self._known.get(key)  # several threads may ask; each holds on to what it was told
        if outcome is None:
            outcome = self._from_memory(read, key) or self._run_checks(read, key, meetings, least)
            if len(self._known) >= _MOST_KEPT:
                self._known.clear()
            if outcome.is_final:
                self._known[key] = outcome
        return outcome

    def of_items(
        self, views: Iterable[ItemView], meetings: Sequence[Meeting] | None = None
    ) -> dict[str, CheckedItem]:
        """Findings of several items of one meeting, by their ids."""
        if meetings is None and self._files is not None:
            meetings = self._files.meetings()[0]
        return {view.item.id: self.of_item(view, meetings=meetings) for view in views}

    def of_texts(
        self,
        draft: tuple[str, str],
        notes: Sequence[tuple[str, str]],
        meeting: Meeting | None = None,
        *,
        only: Sequence[str] = (),
        least: Severity | None = None,
    ) -> CheckedItem:
        """Findings of plain texts, each given as its file's name and its words; ``meeting`` for the roll."""
        outcome = _run_all(_material(draft, notes, meeting), only, least)
        return CheckedItem(outcome.findings, (), outcome.failures)

    def checks(self) -> "tuple[Check, ...]":
        """Every check there is, other people's included."""
        from review_tui.checks.entry_points import all_checks  # noqa: PLC0415 -- see above

        return all_checks()[0]

    def _read_inputs(
        self,
        view: ItemView,
        only: Sequence[str],
        least: Severity | None,
        meetings: Sequence[Meeting],
    ) -> _Read:
        return _Read(
            draft=view.draft.text,
            notes=tuple((note.name, note.text) for note in view.draft.notes),
            meeting=view.meeting,
            others=self._digest_of_sittings(meetings, view.meeting.body),
            style=self._style(),
            only=tuple(only),
            least=least.value if least else "",
            added=self._added_checks(),
        )

    def _digest_of_sittings(self, meetings: Sequence[Meeting], body: str) -> str:
        """As ``_Read.others``; worked out once for the same meetings, of which there may be thousands."""
        shelf, known = self._sittings
        if shelf is not meetings:
            known = {}
            self._sittings = (meetings, known)
        if body not in known:
            said = repr([(m.id, m.date) for m in meetings if m.body == body])
            known[body] = hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()
        return known[body]

    def _style(self) -> Mapping[str, object]:
        """The house style."""
        style = self._files.policy_fields().get("style", {}) if self._files else {}
        return style if isinstance(style, Mapping) else {}

    def _added_checks(self) -> "tuple[AddedCheck, ...]":
        if self._added is None:
            from review_tui.checks.isolated_check import added_checks  # noqa: PLC0415 -- see above

            self._added = added_checks()
        return self._added

    def _from_memory(self, read: _Read, key: str) -> "CheckOutcome | None":
        """What was found when the checks last read exactly this."""
        if any(added.is_in_work for added in read.added):
            return None
        said = self._cache.get(key)
        if said is None:
            return None
        from review_tui.checks.outcome import outcome_from_json  # noqa: PLC0415 -- see above

        return outcome_from_json(said)

    def _run_checks(
        self, read: _Read, key: str, meetings: Sequence[Meeting], least: Severity | None
    ) -> "CheckOutcome":
        from review_tui.checks.outcome import outcome_to_json  # noqa: PLC0415 -- see above
        from review_tui.model.material import Sitting  # noqa: PLC0415 -- see above

        me = read.meeting
        # A meeting whose date is not known can't be held against any.
        material = _material((MINUTES, read.draft), read.notes, me if me.is_dated else None)
        same = (m for m in meetings if m.body == me.body and m.id != me.id and m.is_dated)
        others = tuple(Sitting(m.id, m.date) for m in same) if me.is_dated else ()
        outcome = _run_all(replace(material, others=others, style=read.style), read.only, least)
        if outcome.is_final and not any(added.is_in_work for added in read.added):
            self._cache.put(key, outcome_to_json(outcome))
        return outcome


def _material(
    draft: tuple[str, str], notes: Sequence[tuple[str, str]], meeting: Meeting | None
) -> "Material":
    from review_tui.model.material import Document, Material  # noqa: PLC0415 -- see above

    return Material(Document.read(*draft), tuple(Document.read(*note) for note in notes), meeting)


def _run_all(material: "Material", only: Sequence[str], least: Severity | None) -> "CheckOutcome":
    from review_tui.checks.engine import run_checks  # noqa: PLC0415 -- see above
    from review_tui.checks.entry_points import all_checks  # noqa: PLC0415 -- as above
    from review_tui.checks.outcome import CheckFailure  # noqa: PLC0415 -- as above

    checks, sentences = all_checks()
    outcome = run_checks(material, checks, only=only or None, least=least)
    others = tuple(CheckFailure("", sentence, is_passing=True) for sentence in sentences)
    return replace(outcome, failures=(*outcome.failures, *others))


def _cure_of(finding: Finding) -> tuple[str, Span, str] | None:
    """Which check would put which words right, and how; ``None`` where it can't say."""
    suggestion = finding.suggestion
    return None if suggestion is None else (finding.check, suggestion.span, suggestion.text)
