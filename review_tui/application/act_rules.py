"""The rules about single acts: each as it was recorded, by whoever it names, and only what they may do."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from review_tui.application.book_record import BookRecord, listed
from review_tui.application.ledger import ActTrack, Gap
from review_tui.model.act_file_names import kind_and_id_of
from review_tui.model.act_registry import kind_named, kind_of, word_of
from review_tui.model.acts import Approval, Disposition, DispositionOutcome, Flag, Objection, SignOff
from review_tui.model.verification import JOINED, MAKER, MAY, READABLE, UNCHANGED, Breach
from review_tui.model.visible import visible

_MOST_NAMED = 3
"""Acts that one commit brought in others' names: up to here a sentence each, beyond it one for all."""


def act_breaches(record: BookRecord) -> Iterator[Breach]:
    """What does not hold of single acts, in the order in which they were recorded."""
    foreign: dict[int, list[ActTrack]] = defaultdict(list)
    for track in record.tracks:
        yield from _altered_acts(record, track)
        is_there = record.files.get(track.path) == track.blob
        if is_there and track.is_foreign:
            foreign[track.origin].append(track)
        if is_there:
            yield from _misnamed_acts(record, track)
    for origin, tracks in foreign.items():
        yield from _acts_of_others(record, origin, tracks)
    for each in record.acts_at.values():
        yield from _false_withdrawals(record, each)
    yield from _signed_meanwhile(record)


def _kind_of(track: ActTrack) -> str:
    if track.act is not None:
        return visible(word_of(track.act))
    known = kind_and_id_of(f"acts/{track.path.rpartition('/')[2]}")
    return known[0] if known else "act"


def _act_words(record: BookRecord, track: ActTrack) -> str:
    who = record.ledger.commits[track.origin].author
    return f"the {_kind_of(track)} that {visible(who.name)} recorded"


def _altered_acts(record: BookRecord, track: ActTrack) -> Iterator[Breach]:
    """How an act is not now as it was recorded, or was not for a time."""
    now = record.files.get(track.path, "")
    if now == track.blob and not (track.gaps or track.resurrected or track.put_back):
        return  # as nearly all are
    ledger, what, shown = record.ledger, _act_words(record, track), record.shown(track.path)
    for merge in track.resurrected:
        who, when = record.who_and_when(ledger.commits[merge])
        yield Breach(
            JOINED,
            f"When {who} put two people's work together ({when}), {what} came back, though its maker had "
            f"taken it back ({shown}). Ask them whether it stands.",
            track.path,
            ledger.commits[merge].id,
        )
    for place in track.put_back if now == track.blob else ():
        who, when = record.who_and_when(ledger.commits[place])
        yield Breach(
            UNCHANGED,
            f"{who} put back {what} ({when}, {shown}), which its maker had taken back. Ask them whether it "
            "stands; if not, take it out again.",
            track.path,
            ledger.commits[place].id,
        )
    if now == track.blob:
        yield from _restored_acts(record, track)
        return
    was_signed = _was_signed(record, track)
    gap = track.open_gap() or (track.gaps[-1] if track.gaps else Gap(len(ledger.commits) - 1, "lost"))
    commit = ledger.commits[gap.start]
    who, when = record.who_and_when(commit)
    if gap.how == "lost":
        sentence = (
            f"When two people's work was put together, {what} got lost ({shown}). Acts are never taken away: "
            "put it back as it was."
        )
        yield Breach(JOINED, sentence, track.path, commit.id)
        return
    may_go = not was_signed and not (track.act and kind_of(track.act).why_not_undone)
    if not now and gap.is_undo and may_go:
        return
    did = "changed" if now else "took away"
    is_remedy = not now and (track.is_foreign or (gap.is_own and may_go))
    yield Breach(
        UNCHANGED,
        f"{who} {did} {what} ({when}, {shown}). Acts are never {'changed' if now else 'taken away'}: put it "
        "back as it was.",
        track.path,
        commit.id,
        is_told=is_remedy,
        blocks=bool(now) or (kind_named(_kind_of(track)).weakens_when_missing and not is_remedy),
    )


def _was_signed(record: BookRecord, track: ActTrack) -> bool:
    """Whether an act that is not as it was stood so when its meeting was signed off, and still is."""
    gap = track.open_gap()
    is_behind = record.ledger.ancestry.is_ancestor
    return gap is not None and any(
        is_behind(track.origin, signed) and not is_behind(gap.start, signed)
        for signed in record.signed_at.get(record.meeting(track.place), ())
    )


def _restored_acts(record: BookRecord, track: ActTrack) -> Iterator[Breach]:
    """What is told of an act that was put back."""
    for gap in track.gaps:
        if gap.is_undo or gap.is_own:
            continue
        commit = record.ledger.commits[gap.start]
        who, when = record.who_and_when(commit)
        did = {"changed": "changed", "lost": "lost"}.get(gap.how, "took away")
        yield Breach(
            UNCHANGED,
            f"{who} {did} {_act_words(record, track)} ({when}, {record.shown(track.path)}), and it was put "
            "back as it was since.",
            track.path,
            commit.id,
            is_told=True,
            blocks=False,
            is_past=True,
        )


def _signed_meanwhile(record: BookRecord) -> Iterator[Breach]:
    """Meetings that were signed while acts were missing."""
    signed = [t for t in record.tracks if isinstance(t.act, SignOff)]
    is_behind = record.ledger.ancestry.is_ancestor
    for track in record.tracks if signed else ():
        for gap in track.gaps:
            if gap.is_undo or gap.is_own or track.is_foreign:
                continue
            for it in signed:
                meant = record.meeting(it.place) == record.meeting(track.place)
                back = gap.end is not None and is_behind(gap.end, it.origin)
                if meant and is_behind(gap.start, it.origin) and not back and it is not track:
                    yield Breach(
                        UNCHANGED,
                        f"The minutes were signed off by {visible(it.act.by.name) if it.act else ''} while "
                        f"{_act_words(record, track)} was not there as it was recorded "
                        f"({record.shown(track.path)}).",
                        it.path,
                        record.ledger.commits[gap.start].id,
                    )


def _misnamed_acts(record: BookRecord, track: ActTrack) -> Iterator[Breach]:
    """Acts that can't be understood, or whose file says something else than they do."""
    shown = record.shown(track.path)
    if track.act is None:
        yield Breach(
            READABLE,
            f"The act in {shown} can't be understood, so it does not count, and may be an objection.",
            track.path,
        )
        return
    named = kind_and_id_of(f"acts/{track.path.rpartition('/')[2]}")
    if named != (word_of(track.act), track.act.id):
        yield Breach(
            READABLE,
            f"The file {shown} does not have the name of the {_kind_of(track)} {track.act.id} that it holds.",
            track.path,
            record.ledger.commits[track.origin].id,
            is_told=True,
            blocks=False,
        )


def _acts_of_others(record: BookRecord, origin: int, tracks: list[ActTrack]) -> Iterator[Breach]:
    """Acts that one commit brought in the names of others than whoever made it."""
    commit = record.ledger.commits[origin]
    who, when = record.who_and_when(commit)
    blocks = bool(commit.parents)
    if len(tracks) <= _MOST_NAMED:
        for track in tracks:
            name = visible(track.act.by.name) if track.act else ""
            yield Breach(
                MAKER,
                f"The {_kind_of(track)} in the name of {name} was recorded by {who} ({when}, "
                f"{record.shown(track.path)}). Ask {name}: what they did not do has to be taken out again.",
                track.path,
                commit.id,
                blocks=blocks,
            )
        return
    by_meeting: dict[str, list[ActTrack]] = defaultdict(list)
    for track in tracks:
        by_meeting[record.meeting(track.place)].append(track)
    for each in by_meeting.values():
        names = listed(visible(track.act.by.name) for track in each if track.act)
        yield Breach(
            MAKER,
            f"{len(each)} acts in the names of others ({names}) were recorded by {who} ({when}). Ask them: "
            "what they did not do has to be taken out again.",
            each[0].path,
            commit.id,
            blocks=blocks,
        )


def _false_withdrawals(record: BookRecord, tracks: Sequence[ActTrack]) -> Iterator[Breach]:
    """Objections and flags that somebody else than their maker withdrew."""
    made = {t.act.id: t.act for t in tracks if t.act and isinstance(t.act, (Flag, Objection))}
    for track in tracks:
        act = track.act
        withdrawn: tuple[str, ...] = ()
        if isinstance(act, Disposition) and act.outcome == DispositionOutcome.WITHDRAWN:
            withdrawn = (act.of,)
        elif isinstance(act, Approval):
            withdrawn = act.lifts
        for target in withdrawn:
            about = made.get(target)
            if act and about and not about.by.is_same(act.by):
                what, name = word_of(about), visible(about.by.name)
                yield Breach(
                    MAY,
                    f"{visible(act.by.name)} withdrew the {what} of {name} ({record.shown(track.path)}). "
                    f"Only {name} may do that, so the {what} stands.",
                    track.path,
                    record.ledger.commits[track.origin].id,
                    blocks=False,
                )
