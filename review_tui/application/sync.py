"""Sending and receiving: fetch, bring together, push, and again when somebody was quicker.

Nothing here waits for a person. What only a person can settle is kept as questions, with the answers given so
far; the book stays as it is until every one of them is answered, and can be worked on meanwhile.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, Final

from review_tui.application.news import news, people_and_counts
from review_tui.application.ports import Files, History, HistoryEntry
from review_tui.application.sync_ports import (
    Answer,
    Chosen,
    Divergence,
    Exchange,
    FileMerger,
    FileOutcome,
    Hub,
    HubUnreachable,
    MergedFiles,
    PushOutcome,
    Question,
    Received,
    Relation,
    Watch,
)
from review_tui.application.verifier import Verifier
from review_tui.model import commit_messages
from review_tui.model.acts import SignOff
from review_tui.model.date_format import format_day, format_moment
from review_tui.model.errors import NameUnknown, Refusal
from review_tui.model.frozen import frozen
from review_tui.model.item_state import sign_offs_in_force, signed_apart
from review_tui.model.merge_markers import merge_markers
from review_tui.model.people import Reviewer
from review_tui.model.tag_names import tag_for
from review_tui.model.text import decode
from review_tui.model.visible import visible

TRIES: Final = 12
"""How often to receive and send anew when somebody else is quicker each time."""
_STATE: Final = "settling.json"
_FORM: Final = 1
"""Of what is kept of a settling."""
_REWOUND: Final = (
    "The hub has not all any more that it had the last time: somebody has taken work away there. All of it "
    "is still here, and is sent again."
)
_NAMED: Final = 3
"""People whom a subject names one by one."""


@frozen
class SyncOutcome:
    """What came of sending and receiving."""

    received: tuple[HistoryEntry, ...] = ()
    """What others had done, newest first."""
    sent: tuple[HistoryEntry, ...] = ()
    """What was sent, newest first."""
    news: tuple[str, ...] = ()
    """The same in sentences: what others did, and what is to be known of it."""
    questions: tuple[Question, ...] = ()
    """What has to be settled before more can be received or sent."""
    doubts: tuple[str, ...] = ()
    """What does not hold of the history that came: a sentence for each rule that it breaks."""
    left: int = 0
    """How many acts are still to be sent."""
    offline: str = ""
    """Why the hub could not be reached, or empty."""

    def and_then(self, later: "SyncOutcome") -> "SyncOutcome":
        """The same with what came of receiving once more."""
        return replace(
            later,
            received=(*later.received, *self.received),
            news=(*self.news, *later.news),
            doubts=later.doubts or self.doubts,
        )

    @property
    def sentence(self) -> str:
        """All of it in one sentence."""
        if self.offline:
            waits = (
                f" {_counted(self.left, 'act')} still to be sent."
                if self.left
                else " Nothing waits to be sent."
            )
            return (
                f"{self.offline}{waits} All that you do is recorded here; sync again when it can be reached."
            )
        if self.questions:
            count = len(self.questions)
            return (
                f"{'One passage was' if count == 1 else f'{count} passages were'} changed by others and "
                "by you in "
                f"the same words. Settle {'it' if count == 1 else 'them'} first; until then your work "
                "stays here."
            )
        parts = [f"{_counted(len(self.received), 'act')} received"] if self.received else []
        parts += [f"{_counted(len(self.sent), 'act')} sent"] if self.sent else []
        if not parts:
            return "Nothing new: you and the others have the same."
        return f"{', '.join(parts)}."


@frozen
class SideOfQuestion:
    """Who wrote one of two wordings, and why."""

    by: str
    at: str
    reason: str


@frozen
class OpenQuestion:
    """A question with all that helps to answer it."""

    question: Question
    ours: SideOfQuestion | None
    theirs: SideOfQuestion | None


class SyncService:
    """Sends, receives and settles for one book."""

    def __init__(
        self, exchange: Exchange, merger: FileMerger, files: Files, history: History, verifier: Verifier
    ) -> None:
        self._verifier = verifier
        self._exchange = exchange
        self._merger = merger
        self._files = files
        self._history = history

    def close(self) -> None:
        """End whatever runs in the background."""
        self._exchange.close()

    def sync(self, watch: Watch | None = None) -> SyncOutcome:
        """Receive, bring together, send. Raises ``Refusal``; that the hub is out of reach is an outcome."""
        watch = watch or Watch()
        outcome = self._take_over()
        if outcome.questions:
            return outcome
        hub = self._exchange.hub()
        for _ in range(TRIES):
            try:
                got = self._exchange.fetch(hub, watch)
                outcome = outcome.and_then(self.bring_together(got))
                is_same = self._exchange.newest() == got.tip
                waiting = () if is_same else self._exchange.to_send()
                if outcome.questions:
                    return replace(outcome, left=len(waiting))
                sent = self._send(hub, got, watch)
            except HubUnreachable as unreachable:
                return replace(outcome, offline=str(unreachable), left=len(self._exchange.to_send()))
            if sent is PushOutcome.SENT:
                return replace(outcome, sent=waiting)
        raise Refusal("Others keep sending at the same moment. What you did is recorded here; sync again.")

    def _send(self, hub: Hub, got: Received, watch: Watch) -> PushOutcome:
        """Send what the hub lacks, if anything."""
        tags = {name: tag for name, tag in self._exchange.tags().items() if name not in got.tags}
        if self._exchange.newest() == got.tip and not tags:
            return PushOutcome.SENT
        return self._exchange.push(hub, tags, watch)

    def bring_together(self, got: Received) -> SyncOutcome:
        """Have what another copy of the book has, whether it came from a hub or in a file."""
        before = self._exchange.newest()
        relation = self._exchange.relation(got.tip) if got.tip else Relation.AHEAD
        if relation is Relation.UNRELATED:
            raise Refusal(
                "What is there has no beginning in common with this book: it is another book. Nothing "
                "was changed. "
                "To have that one, make a copy of it: review-tui clone URL"
            )
        rewound = (_REWOUND,) if got.is_rewound else ()
        if relation in {Relation.SAME, Relation.AHEAD}:
            self._forget()
            return SyncOutcome(news=(*rewound, *self._take_tags(got)))
        signed = self._sign_offs()
        if relation is Relation.BEHIND:
            came = self._exchange.entries_between(before, got.tip)
            self._exchange.fast_forward(got.tip)
        else:
            divergence = self._exchange.divergence(got.tip)
            merged = self._merge(divergence)
            if merged.questions:
                self._keep_answers(got.tip, self._answers())
                return SyncOutcome(questions=merged.questions)
            self._exchange.join(divergence, merged.files, join_message(divergence, merged))
            came = divergence.their_commits
        self._forget()
        told = (*rewound, *self.news(came), *self._take_tags(got), *self._signed_apart(signed))
        return SyncOutcome(received=came, news=told, doubts=self._doubts())

    def to_send(self) -> int | None:
        """How many acts are recorded here and not at the hub, as far as is known; ``None`` without a hub."""
        try:
            self._exchange.hub()
        except Refusal:
            return None
        return len(self._exchange.to_send())

    def hub_url(self) -> str:
        """Where the hub is, without a password that somebody wrote into its address."""
        return self._exchange.shown_hub()

    def set_hub(self, url: str, watch: Watch | None = None, *, is_new: bool = False) -> SyncOutcome:
        """Make ``url`` the hub, and send the book there. ``is_new`` makes it first, in a folder."""
        self._exchange.set_hub(url, is_new=is_new)
        return self.sync(watch)

    def pack(self, file: Path, *, is_all: bool = False) -> int:
        """Write what others may not have yet to ``file``; how many acts that is."""
        return self._exchange.pack(file, is_all=is_all)

    def unpack(self, file: Path) -> SyncOutcome:
        """Bring together what somebody packed with what is here; nothing is sent."""
        outcome = self._take_over()
        if outcome.questions:
            return outcome
        return outcome.and_then(self.bring_together(self._exchange.unpack(file)))

    # What is to be settled

    def questions(self) -> tuple[OpenQuestion, ...]:
        """What has to be settled, with whose wordings they are; nothing where nothing is."""
        divergence = self._divergence()
        if divergence is None:
            return ()
        return tuple(self._opened(divergence, each) for each in self._merge(divergence).questions)

    def answer(self, key: str, answer: Answer) -> int:
        """Keep how one question is settled; how many are left. They are recorded once none is."""
        known = {each.question.key: each.question for each in self.questions()}
        question = known.get(key)
        if question is None:
            raise Refusal(
                "This is settled already, or others have changed it since. Look again what is left."
            )
        if answer.choice is None and question.is_whole:
            raise Refusal("Of this file one has to be taken as it is: yours or theirs.")
        if answer.choice is None and merge_markers(answer.words):
            raise Refusal(
                "These words still hold the marks of two versions. Take out the lines <<<<<<< to >>>>>>>."
            )
        self._keep_answers(self._theirs(), {**self._answers(), key: answer})
        return len(known) - 1

    def is_merge_under_way(self) -> bool:
        """Whether plain git has begun to bring two lines of work together."""
        return bool(self._exchange.unfinished_merge())

    def finish(self) -> SyncOutcome:
        """Record what was settled, if nothing is left to settle; nothing is sent."""
        if self._exchange.unfinished_merge():
            return self._take_over()
        theirs = self._theirs()
        return self.bring_together(Received(theirs)) if theirs else SyncOutcome()

    def _take_over(self) -> SyncOutcome:
        """Finish a merge that plain git has begun, if there is one."""
        theirs = self._exchange.unfinished_merge()
        if not theirs:
            return SyncOutcome()
        divergence = self._exchange.divergence(theirs)
        merged = self._merge(divergence)
        if merged.questions:
            self._keep_answers(theirs, self._answers())
            return SyncOutcome(questions=merged.questions)
        self._exchange.join(divergence, merged.files, join_message(divergence, merged))
        self._forget()
        return SyncOutcome(received=divergence.their_commits, news=self.news(divergence.their_commits))

    def _merge(self, divergence: Divergence) -> MergedFiles:
        merged = self._merger.merge(divergence, self._answers())
        if not divergence.is_under_way or not merged.questions:
            return merged
        by_hand = self._settled_by_hand(divergence, merged)
        left = tuple(each for each in merged.questions if each.path not in by_hand)
        return replace(merged, files={**merged.files, **by_hand}, questions=left)

    def _settled_by_hand(self, divergence: Divergence, merged: MergedFiles) -> dict[str, FileOutcome]:
        """Files that plain git could not merge and somebody has put right in an editor since."""
        sides = {each.path: each for each in divergence.both}
        found: dict[str, FileOutcome] = {}
        for path in {question.path for question in merged.questions}:
            here = self._exchange.work_tree_file(path)
            both = (sides[path].ours, sides[path].theirs) if path in sides else ()
            if here is not None and here not in both and not merge_markers(decode(here)):
                found[path] = here
        return found

    def _divergence(self) -> Divergence | None:
        theirs = self._exchange.unfinished_merge() or self._theirs()
        if not theirs or (
            not self._exchange.unfinished_merge() and self._exchange.relation(theirs) is not Relation.APART
        ):
            return None
        return self._exchange.divergence(theirs)

    def _opened(self, divergence: Divergence, question: Question) -> OpenQuestion:
        sides = (
            (question.ours, divergence.ours, divergence.theirs),
            (question.theirs, divergence.theirs, divergence.ours),
        )
        told = []
        for words, until, _ in sides:
            versions = self._exchange.texts_since(question.path, divergence.bases, until)
            told.append(_who_wrote(words, question.base, versions))
        return OpenQuestion(question, *told)

    # What is kept while something is to be settled

    def _state(self) -> dict[str, Any]:
        raw = self._exchange.kept_state(_STATE)
        try:
            found = json.loads(raw) if raw else {}
        except ValueError:
            return {}
        return found if isinstance(found, dict) and found.get("form") == _FORM else {}

    def _theirs(self) -> str:
        return str(self._state().get("theirs", ""))

    def _answers(self) -> dict[str, Answer]:
        kept = self._state().get("answers", {})
        found = {}
        for key, value in kept.items() if isinstance(kept, dict) else ():
            choice = {each.value: each for each in Chosen}.get(value.get("choice"))
            found[key] = Answer(choice, str(value.get("words", "")), str(value.get("reason", "")))
        return found

    def _keep_answers(self, theirs: str, answers: Mapping[str, Answer]) -> None:
        kept = {
            key: {**asdict(answer), "choice": answer.choice.value if answer.choice else None}
            for key, answer in answers.items()
        }
        state = {"form": _FORM, "theirs": theirs, "answers": kept}
        self._exchange.keep_state(_STATE, json.dumps(state, indent=1).encode())

    def _forget(self) -> None:
        if self._exchange.kept_state(_STATE) is not None:
            self._exchange.keep_state(_STATE, None)

    # What is told

    def news(self, entries: Sequence[HistoryEntry]) -> tuple[str, ...]:
        """What others did, a sentence for each."""
        return news(entries, self._meeting_names() if entries else {}, self._me())

    def _me(self) -> Reviewer | None:
        try:
            return self._history.reviewer()
        except NameUnknown:
            return None

    def _doubts(self) -> tuple[str, ...]:
        """What a quick look at the history says that has come."""
        return tuple(b.sentence for b in self._verifier.quick().breaches if not b.is_told)

    def _meeting_names(self) -> dict[str, str]:
        return {m.id: f"{m.body}, {format_day(m.date)}" for m in self._files.meetings()[0]}

    def _take_tags(self, got: Received) -> tuple[str, ...]:
        """Have the tags of signed minutes that are missing here; a sentence for each that is another here.

        A tag that others have is never moved. Our own, which nobody has seen yet, makes way: it gets the next
        free name. Where both came to each other in a file, and none is at a hub, the first signed keeps
        its name.
        """
        told = []
        for name in self._exchange.take_tags(got.tags):
            keeps_mine = got.hub is None and self._signed_before(name, got.tags[name])
            free = self._free_tag(name, got)
            renamed = "" if keeps_mine else self._exchange.rename_own_tag(name, got.tags[name], free)
            told.append(
                f"The tag “{visible(name)}” is that of the other sign-off; yours is “{visible(renamed)}” now."
                if renamed
                else f"The tag “{visible(name)}” of signed minutes is another one there than here. Tags are "
                "never moved: both stay as they are."
            )
        return tuple(told)

    def _signed_before(self, name: str, theirs: str) -> bool:
        """Whether the sign-off that our tag is on was made before the one that theirs is on."""
        ours = self._exchange.tags().get(name, "")
        return self._exchange.tag_time(ours) < self._exchange.tag_time(theirs)

    def _free_tag(self, name: str, got: Received) -> str:
        """The next name for a tag of the same meeting."""
        taken = {*self._exchange.tags(), *got.tags}
        firsts = {tag_for(meeting.id) for meeting in self._files.meetings()[0]}
        base, _, number = name.rpartition(".")
        first = base if number.isdecimal() and base in firsts else name
        return next(each for n in range(2, len(taken) + 3) if (each := f"{first}.{n}") not in taken)

    def _sign_offs(self) -> dict[str, tuple[SignOff, ...]]:
        """The sign-offs in force, by meeting."""
        found = {}
        for meeting in self._files.meetings()[0]:
            found[meeting.id] = sign_offs_in_force(self._files.meeting_acts(meeting.id)[0])
        return found

    def _signed_apart(self, before: Mapping[str, Sequence[SignOff]]) -> tuple[str, ...]:
        """A sentence for each meeting that was signed off here and elsewhere, apart from each other."""
        names = self._meeting_names()
        return tuple(
            signed_apart(names.get(meeting, meeting), signed)
            for meeting, signed in self._sign_offs().items()
            if len(signed) > 1 and signed != before.get(meeting)
        )


def join_message(divergence: Divergence, merged: MergedFiles) -> str:
    """The message of the commit that brings two lines together: what it joined, and what was settled how."""
    people = list(people_and_counts((*divergence.their_commits, *divergence.our_commits)))
    if 0 < len(people) <= _NAMED:
        told = [f"{name}'s {_counted(count, 'act')}" for name, count in people]
        told[1:] = [f"{name}'s {count}" for name, count in people[1:]]
        what = told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]}"
    else:
        what = f"{len(people)} people's {_counted(sum(count for _, count in people), 'act')}"
    names = {
        Chosen.OURS: _only_name(divergence.our_commits),
        Chosen.THEIRS: _only_name(divergence.their_commits),
    }
    body = "\n".join(_settled_line(question, answer, names) for question, answer in merged.answered)
    subject = f"{commit_messages.BRING_TOGETHER} {what}"
    return commit_messages.message(subject, body, [(commit_messages.JOINS, divergence.theirs)])


def _only_name(entries: Sequence[HistoryEntry]) -> str:
    """Whose work it is, where it is one person's; else empty."""
    people = list(people_and_counts(entries))
    return people[0][0] if len(people) == 1 else ""


def _settled_line(question: Question, answer: Answer, names: Mapping[Chosen, str]) -> str:
    """How one question was settled, for the history."""
    if answer.choice is None:
        how = "other words were put in the place of both"
    else:
        others = "the others'" if answer.choice is Chosen.THEIRS else "the one that was here"
        how = f"the wording of {names[answer.choice]} stands" if names[answer.choice] else f"{others} stands"
    reason = f" {' '.join(answer.reason.split())}" if answer.reason.strip() else ""
    return f"{question.what[:1].upper()}{question.what[1:]}: both had changed it; {how}.{reason}"


def _who_wrote(
    words: str, base: str, versions: Sequence[tuple[HistoryEntry, bytes]]
) -> SideOfQuestion | None:
    """Who gave a passage its wording, of the versions of its file, newest first."""
    lines = [line for line in words.split("\n") if line.strip()]
    texts = [decode(data) for _, data in versions]

    def has(text: str) -> bool:
        return all(line in text for line in lines) if lines else bool(base) and base not in text

    for place, (entry, _) in enumerate(versions):
        older = texts[place + 1] if place + 1 < len(texts) else None
        if has(texts[place]) and (older is None or not has(older)):
            return SideOfQuestion(
                entry.by.name, format_moment(entry.at), entry.reason.strip() or entry.subject
            )
    if versions:
        entry = versions[0][0]
        return SideOfQuestion(entry.by.name, format_moment(entry.at), entry.reason.strip() or entry.subject)
    return None


def _counted(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"
