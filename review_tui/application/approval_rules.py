"""The rules about approvals: of a text that was there, of no one's own words, with what stood beside it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from review_tui.application.book_record import BookRecord, agenda, listed
from review_tui.application.ledger import ActTrack, Event
from review_tui.application.record_authorship import contributors_of
from review_tui.model.acts import Approval
from review_tui.model.policy import Policy
from review_tui.model.record_paths import minutes_paths, record_path, review_of
from review_tui.model.relaxed_digest import relaxed_digest
from review_tui.model.text import decode
from review_tui.model.verification import AROUND, FINAL, OWN_WORDS, READ_FIRST, Breach
from review_tui.model.visible import visible

_KEPT_BESIDE = {"title": "title", "exempt": "secrecy (exempt)", "presenter": "presenter"}
"""What of the agenda an approver reads beside the words of an item, and how it is told."""


def approval_breaches(record: BookRecord, signed: Mapping[str, bool]) -> Iterator[Breach]:
    """What does not hold of the approvals that count now.

    ``signed`` says of each meeting, by its folder, whether its minutes are signed off.
    """
    for place, tracks in record.acts_at.items():
        approvals = [t for t in tracks if isinstance(t.act, Approval)]
        if not approvals:
            continue
        meeting = record.meeting(place)
        path, blob = record.minutes(place)
        now = record.texts_of(place, blob, record.files) if blob else ()
        current = [t for t in approvals if isinstance(t.act, Approval) and t.act.text_digest in now]
        for track in current:
            yield from _read_first(record, track)
        yield from _own_words(record, place, current, record.policy(record.files, place))
        yield from _changed_notes(record, place, current)
        if current and not signed.get(meeting):
            yield from _changed_bytes(record, current, path)
            yield from _changed_agenda(record, place, current)


def _read_first(record: BookRecord, track: ActTrack) -> Iterator[Breach]:
    act = track.act
    if not isinstance(act, Approval) or record.ledger.stood_before(act.text_digest, track.origin):
        return
    if review_of(track.place) and _stood_at_level(record, track, act.text_digest):
        return
    yield Breach(
        READ_FIRST,
        f"{visible(act.by.name)} is said to have approved a text that was not recorded yet when the "
        f"approval was ({record.shown(track.path)}). Have it approved anew.",
        track.path,
        record.ledger.commits[track.origin].id,
    )


def _stood_at_level(record: BookRecord, track: ActTrack, text: str) -> bool:
    """Whether a file of minutes had the text where its items begin at a level of headings that is fixed."""
    is_behind = record.ledger.ancestry.is_ancestor
    return any(
        event.after
        and is_behind(event.place, track.origin)
        and text in record.texts_of(track.place, event.after, record.files)
        for path in minutes_paths(track.place)
        for event in record.ledger.events.get(path, ())
    )


def _own_words(
    record: BookRecord, place: str, approvals: Sequence[ActTrack], policy: Policy
) -> Iterator[Breach]:
    """Approvals of their makers' own words; the book does not count them, and whoever reads must know."""
    if policy.own_words or not approvals:
        return
    wrote = contributors_of(record, place, policy)
    for track in approvals:
        act = track.act
        if isinstance(act, Approval) and act.by.email.casefold() in wrote.get(act.text_digest, frozenset()):
            yield Breach(
                OWN_WORDS,
                f"{visible(act.by.name)} approved words of their own ({record.shown(track.path)}), which "
                "does not count in this book: somebody else has to.",
                track.path,
                record.ledger.commits[track.origin].id,
                is_told=True,
                blocks=False,
            )


def _changed_notes(record: BookRecord, place: str, current: Sequence[ActTrack]) -> Iterator[Breach]:
    """Notes that stood beside the words when they were approved, and are not as they were."""
    changed: dict[tuple[str, str], list[tuple[ActTrack, Event]]] = defaultdict(list)
    for track in current:
        for path in record.notes(place):
            for event in record.ledger.changed_after(path, track.origin):
                how = "changed" if event.before and event.after else "added" if event.after else "taken away"
                if record.files.get(path, "") != _text_approved(record, path, track):
                    changed[path, how].append((track, event))
    for (path, how), each in changed.items():
        track, event = each[-1]
        commit = record.ledger.commits[event.place]
        who, when = record.who_and_when(commit)
        names = listed(visible(t.act.by.name) for t, _ in each if t.act)
        yield Breach(
            AROUND,
            f"The notes {record.shown(path)} were {how} by {who} ({when}), after {names} approved the item. "
            "Have it approved again with them.",
            track.path,
            commit.id,
            is_told=how == "added",
            blocks=False,
        )


def _text_approved(record: BookRecord, path: str, track: ActTrack) -> str:
    """What a file held for whoever approved: before the first change that they did not have."""
    first = next(record.ledger.changed_after(path, track.origin), None)
    return first.before if first else record.files.get(path, "")


def _changed_bytes(record: BookRecord, current: Sequence[ActTrack], minutes: str) -> Iterator[Breach]:
    """Bytes of the minutes that changed under an approval in what its digest does not count."""
    if review_of(current[0].place):
        return
    names = []
    for track in current:
        before = _text_approved(record, minutes, track)
        if before != record.files.get(minutes, "") and before:
            now = record.digests(record.files[minutes], is_whole=False)
            same = record.digests(before, is_whole=False) == now
            names += [visible(track.act.by.name)] if track.act and same else []
    if names:
        event = record.ledger.events[minutes][-1]
        commit = record.ledger.commits[event.place]
        who, when = record.who_and_when(commit)
        yield Breach(
            FINAL,
            f"{who} changed bytes of {record.shown(minutes)} ({when}) that the fingerprint of an approval "
            f"does not count: {NOT_COUNTED}. The approval of {listed(names)} still stands.",
            minutes,
            commit.id,
            is_told=True,
            blocks=False,
        )


NOT_COUNTED = (
    "white space at the ends of lines and of the text (U+2028 there too), CR, and how letters are composed"
)
"""What the digest of a text leaves out."""


def _changed_agenda(record: BookRecord, place: str, current: Sequence[ActTrack]) -> Iterator[Breach]:
    """What the agenda says otherwise of an item than when it was approved."""
    path = f"{record.meeting(place)}/meeting.yaml"
    now = record.agenda_of(place)
    told: dict[str, list[tuple[ActTrack, Event]]] = defaultdict(list)
    for track in current:
        events = list(record.ledger.changed_after(path, track.origin))
        if not events or not events[0].before:
            continue  # nothing said of it before: a file that came into being beside its minutes
        item = record_path(track.born).place.rpartition("/")[2]
        then = agenda(record.fields(events[0].before) or {}).get(item, {})
        for key in _KEPT_BESIDE:
            if now.get(key, "") != then.get(key, ""):
                told[key].append((track, events[-1]))
    for key, each in told.items():
        commit = record.ledger.commits[each[-1][1].place]
        who, when = record.who_and_when(commit)
        names = listed(visible(t.act.by.name) for t, _ in each if t.act)
        yield Breach(
            AROUND,
            f"The {_KEPT_BESIDE[key]} of the item was changed by {who} ({when}, {record.shown(path)}), after "
            f"{names} approved it. Have it approved again.",
            each[-1][0].path,
            commit.id,
            blocks=False,
        )


def relaxed_twins(record: BookRecord, place: str, text: str, policy: Policy) -> frozenset[str]:
    """The digests of earlier texts of an item that differ from ``text`` only in what the policy ignores."""
    if policy.white_space and policy.numbering:
        return frozenset()
    counted = relaxed_digest(text, policy)
    found: set[str] = set()
    for path in minutes_paths(place):
        for event in record.ledger.events.get(path, ()):
            if event.after and relaxed_digest(decode(record.read(event.after)), policy) == counted:
                found.update(record.digests(event.after, is_whole=False))
    return frozenset(found)
