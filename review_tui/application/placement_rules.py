"""The rules about where acts stand: with minutes that are shown, and each under an id of its own."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from review_tui.application.book_record import BookRecord, agenda, listed
from review_tui.application.ledger import ActTrack
from review_tui.model.act_registry import UNKNOWN, Scope, kind_of, word_of
from review_tui.model.item_state import fold_acts, sign_offs_in_force
from review_tui.model.policy_codec import BOOK
from review_tui.model.record_paths import (
    is_of_whole_meeting,
    minutes_paths,
    path_pattern,
    record_path,
    review_of,
)
from review_tui.model.verification import PLACED, READABLE, Breach
from review_tui.model.visible import visible


def placement_breaches(record: BookRecord) -> Iterator[Breach]:
    """What does not hold of where acts stand."""
    for place, tracks in record.acts_at.items():
        yield from _hidden_acts(record, place, tracks)
        yield from _twins(record, tracks)
        yield from _misplaced(record, place, tracks)


def _hidden_acts(record: BookRecord, place: str, tracks: Sequence[ActTrack]) -> Iterator[Breach]:
    """Acts that nobody sees who reads the book, though they are there."""
    why, path = _why_hidden(record, place, tracks)
    if not why:
        return
    acts = [track.act for track in tracks if track.act]
    state = fold_acts("", acts)
    counts = bool(state.objections or state.unsettled_flags or state.approvals or sign_offs_in_force(acts))
    many = len(acts)
    what = f"{many} acts" if many > 1 else f"The {visible(word_of(acts[0]))}"
    events = record.ledger.events.get(path, ())
    commit = record.ledger.commits[events[-1].place] if events else None
    by = ""
    if commit:
        who, when = record.who_and_when(commit)
        by = f" (last changed by {who}, {when})"
    yield Breach(
        PLACED,
        f"{what} of {listed(visible(act.by.name) for act in acts)} in {record.shown(place)} "
        f"{'are' if many > 1 else 'is'} not shown with what they are about: {why}{by}. Put that back, or "
        "move the acts along.",
        tracks[0].path,
        commit.id if commit else "",
        is_told=not counts,
        blocks=counts,
    )


def _why_hidden(record: BookRecord, place: str, tracks: Sequence[ActTrack]) -> tuple[str, str]:
    """Why acts at a place are not shown, and the path that it lies with; empty where they are."""
    review = review_of(place)
    meeting = record.meeting(place)
    if any(part.startswith(".") for part in place.split("/")):
        return "a folder whose name begins with a dot is not read", ""
    yaml = f"{meeting}/meeting.yaml"
    if review:
        return _why_hidden_beside_file(record, place, yaml)
    if yaml not in record.files:
        return f"there is no plain file {record.shown(yaml)}", yaml
    if _was_taken_deeper(record, meeting, tracks):
        return "the meeting was moved to where this book does not look for meetings", yaml
    minutes = f"{place}/minutes.md"
    if not record.is_meeting(place) and minutes not in record.files:
        return f"there is no plain file {record.shown(minutes)}", minutes
    return "", ""


def _why_hidden_beside_file(record: BookRecord, place: str, yaml: str) -> tuple[str, str]:
    found = [each for each in minutes_paths(place) if each in record.files]
    if not found:
        gone = record.minutes_path(place)
        return f"there is no plain file {record.shown(gone)}", gone
    if len(found) > 1:
        return f"{' and '.join(map(record.shown, found))} share their review", found[-1]
    patterns, inside = record.minutes_patterns, record.shown(found[0])
    if patterns and not any(path_pattern(each).fullmatch(inside) for each in patterns):
        return f"`meetings` in {BOOK} leaves out {inside}", record.own_policy_path
    return _why_no_item(record, place, yaml, found[0])


def _why_no_item(record: BookRecord, place: str, yaml: str, minutes: str) -> tuple[str, str]:
    """Why no item of a file is the one that acts at a place are about."""
    items = agenda(record.fields(record.files.get(yaml, "")) or {})
    item = place.rpartition("/")[2]
    if is_of_whole_meeting(place):
        return ("an item of the same id hides them", yaml) if item in items else ("", "")
    if items and item not in items:
        return f"no item in {record.shown(yaml)} has this id", yaml
    reviewed = [each for each in record.meetings.get(record.meeting(place), ()) if each in record.acts_at]
    if len(reviewed) > len(record.texts_of(place, record.files[minutes], record.files)):
        return f"{record.shown(minutes)} has fewer items than have been reviewed", minutes
    return "", ""


def _was_taken_deeper(record: BookRecord, meeting: str, tracks: Sequence[ActTrack]) -> bool:
    """Whether a meeting was moved into a folder below those of other meetings."""
    book = meeting.rpartition("/")[0]
    rest = tracks[0].place.removeprefix(meeting)
    born = {record_path(track.born).place.removesuffix(rest).rpartition("/")[0] for track in tracks}
    others = {each.rpartition("/")[0] for each in record.all_meetings if not each.endswith(".review")}
    return any(
        above != book and above in others and f"{book}/".startswith(f"{above}/" if above else "")
        for above in born
    )


def _twins(record: BookRecord, tracks: Sequence[ActTrack]) -> Iterator[Breach]:
    """Acts that share an id: whatever names it, such as a withdrawal, could mean either."""
    by_id: dict[str, list[ActTrack]] = defaultdict(list)
    for track in tracks:
        if track.act:
            by_id[track.act.id].append(track)
    for name, twins in by_id.items():
        if len(twins) > 1:
            first, *others = sorted(twins, key=lambda track: track.origin)
            who, when = record.who_and_when(record.ledger.commits[others[-1].origin])
            yield Breach(
                READABLE,
                f"{who} recorded an act with the id of another ({visible(name)}, {when}, "
                f"{record.shown(others[-1].path)}), so nobody can tell which of the two is meant where the "
                f"id is named. Take it out again; the first is {record.shown(first.path)}.",
                others[-1].path,
                record.ledger.commits[others[-1].origin].id,
                is_told=len({track.blob for track in twins}) == 1,
            )


def _misplaced(record: BookRecord, place: str, tracks: Sequence[ActTrack]) -> Iterator[Breach]:
    """Acts on a whole meeting among those on an item, and the other way round: they count for nothing."""
    scope = Scope.MEETING if record.is_meeting(place) else Scope.ITEM
    for track in tracks:
        if track.act and kind_of(track.act).scope is not scope and kind_of(track.act) is not UNKNOWN:
            yield Breach(
                READABLE,
                f"The {visible(word_of(track.act))} in {record.shown(track.path)} stands where such acts do "
                "not count. Ask whoever recorded it.",
                track.path,
                record.ledger.commits[track.origin].id,
                is_told=True,
                blocks=False,
            )
