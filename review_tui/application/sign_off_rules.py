"""The rules about signed minutes: signed when all was there, as their tag says, and not touched since."""

import re
from collections.abc import Iterator, Mapping, Sequence

from review_tui.application.approval_rules import NOT_COUNTED, relaxed_twins
from review_tui.application.book_record import BookRecord, agenda, listed
from review_tui.application.ledger import ActTrack
from review_tui.application.record_authorship import contributors_of
from review_tui.application.recorded import RawTag
from review_tui.model.act_registry import SIGN_OFF
from review_tui.model.acts import Act, Approval, SignedItem, SignOff
from review_tui.model.frozen import frozen
from review_tui.model.item_state import StatusTerms, fold_acts, sign_offs_in_force
from review_tui.model.record_paths import PathKind, minutes_paths, record_path, review_of
from review_tui.model.tag_names import TAGS, tag_for
from review_tui.model.text import decode
from review_tui.model.transitions import sign_off_blocks
from review_tui.model.verification import FINAL, GATE, TAG, TAGGED, Breach
from review_tui.model.visible import visible

_MEETING_FIELDS = {
    "body": "who met",
    "date": "the date",
    "start": "the time",
    "venue": "the venue",
    "chair": "the chair",
    "present": "who was present",
    "apologies": "the apologies",
    "in_attendance": "who was in attendance",
}
"""What a ``meeting.yaml`` says that is signed with the minutes, and how it is told."""
_TEXTS = re.compile(r"\btext (v1:[0-9a-f]{64})")
"""The texts that a tag names."""
_NOT_SIGNED = frozenset({"items", "notes", "headings"})
_ITEM_FIELDS = ("number", "title", "presenter", "exempt")


@frozen
class SignedMeeting:
    """One sign-off, and the files as they were on its commit."""

    track: ActTrack
    act: SignOff
    folder: str
    """Of the meeting."""
    then: str
    """The meeting's folder when it was signed."""
    files: Mapping[str, str]
    is_in_force: bool


def signed_meetings(record: BookRecord) -> dict[str, bool]:
    """Whether the minutes of each meeting with sign-offs are signed off now, by its folder."""
    return {folder: any(each.is_in_force for each in signed) for folder, signed in sign_offs(record).items()}


def sign_off_breaches(record: BookRecord) -> Iterator[Breach]:
    """What does not hold of signed minutes and their tags."""
    tags = record.history.tags(TAGS)
    met: set[str] = set()
    for signed in sign_offs(record).values():
        for each in signed:
            yield from _gate(record, each)
            tag = tag_of(record, each, tags)
            yield from _tag(record, each, tag, tags)
            met |= {tag.ref} if tag else set()
            if each.is_in_force:
                yield from _final(record, each)
        named = [tag for tag in tags if any(_is_tag_of(tag, _tag_name(record, each)) for each in signed)]
        if any(tag.ref in met for tag in named):
            yield from _stray_tags(record, signed, named)
        met |= {tag.ref for tag in named}
    yield from _idle_tags(record, [tag for tag in tags if tag.ref not in met])


def sign_offs(record: BookRecord) -> dict[str, list[SignedMeeting]]:
    """The sign-offs of each meeting, oldest first."""
    found: dict[str, list[SignedMeeting]] = {}
    for place, tracks in record.acts_at.items():
        if not any(isinstance(t.act, SignOff) for t in tracks) or not record.is_meeting(place):
            continue
        acts: list[Act] = [t.act for t in tracks if t.act]
        in_force = {act.id for act in sign_offs_in_force(acts)}
        folder = record.meeting(place)
        for track in sorted(tracks, key=lambda each: each.origin):
            if isinstance(track.act, SignOff):
                born = record_path(track.born).place
                then = review_of(born) or born
                files = record.files_at(track.origin, then)
                signed = SignedMeeting(track, track.act, folder, then, files, track.act.id in in_force)
                found.setdefault(folder, []).append(signed)
    return found


def item_place(folder: str, item: str) -> str:
    """Where the acts on an item are kept, of the meeting in ``folder``."""
    return f"{folder}/acts/{item}" if folder.endswith(".review") else f"{folder}/{item}"


def _gate(record: BookRecord, signed: SignedMeeting) -> Iterator[Breach]:
    """What was missing when the minutes were signed."""
    track = signed.track
    commit = record.ledger.commits[track.origin]
    who = visible(signed.act.by.name)

    def missing(sentence: str, item: str = "") -> Breach:
        where = f" item {visible(item)}" if item else ""
        return Breach(GATE, f"When {who} signed off{where}: {sentence}", track.path, commit.id)

    fields = record.fields(signed.files.get(f"{signed.then}/meeting.yaml", ""))
    if fields is None:
        yield missing("the meeting.yaml could not be understood.")
        return
    items = agenda(fields)
    said = {each.item for each in signed.act.items}
    if not said:
        yield missing("the sign-off does not say which texts were signed.")
    for item in items:
        if said and item not in said and f"{signed.then}/{item}/minutes.md" in signed.files:
            yield missing(
                "it was on the agenda, and the sign-off does not say which text of it was signed.", item
            )
    policy = record.policy(signed.files, signed.then)
    for each in signed.act.items:
        place = item_place(signed.then, each.item)
        _, blob = record.minutes(place, signed.files)
        digests = record.texts_of(place, blob, signed.files) if blob else ()
        if each.text_digest not in digests:
            yield missing("the text that the sign-off names is not the one that stood there.", each.item)
            continue
        acts = [
            act
            for at, name in signed.files.items()
            if record_path(at) == (PathKind.ACT, place) and (act := record.act_in(name))
        ]
        approvals = {act.id for act in acts if isinstance(act, Approval)}
        if lacking := [it for it in each.approvals if it not in approvals]:
            yield missing(f"the approval {lacking[0]} that it was signed on is not there.", each.item)
        presenter = str(items.get(each.item, {}).get("presenter", ""))
        wrote = (
            frozenset[str]()
            if policy.own_words
            else contributors_of(record, place, policy).get(each.text_digest, frozenset())
        )
        text = "" if review_of(place) else decode(record.read(blob))
        same = relaxed_twins(record, place, text, policy) if text else frozenset()
        terms = StatusTerms(policy, each.item, presenter, wrote, same, includes_history=True)
        for sentence, _ in sign_off_blocks(fold_acts(each.text_digest, acts, (), terms)):
            yield missing(visible(sentence), each.item)


def _final(record: BookRecord, signed: SignedMeeting) -> Iterator[Breach]:
    """What of signed minutes is not now as it was signed."""
    yield from _final_fields(record, signed)
    done: set[str] = set()
    for each in signed.act.items:
        place = item_place(signed.folder, each.item)
        then_path, then = record.minutes(item_place(signed.then, each.item), signed.files)
        path, now = record.minutes(place)
        if not now:
            yield _touched(
                record, signed, then_path, f"The signed minutes of item {visible(each.item)} are gone"
            )
        elif each.text_digest not in record.texts_of(place, now, record.files):
            what = f"The signed minutes of item {visible(each.item)} are not what was signed off any more"
            yield _touched(record, signed, path, what)
            done.add(path)
        elif now != then and path not in done:
            done.add(path)
            what = f"Bytes of the signed {record.shown(path)} changed that the fingerprint does not count"
            if review_of(place) and record.texts_of(place, now, record.files) != record.texts_of(
                place, then, signed.files
            ):
                what = f"Something of {record.shown(path)} changed that stands in none of the signed items"
            yield _touched(record, signed, path, what, "" if review_of(place) else f" ({NOT_COUNTED})")


def _touched(
    record: BookRecord, signed: SignedMeeting, path: str, what: str, more: str = "", *, blocks: bool = True
) -> Breach:
    """A sentence that says what of signed minutes changed, and who did it."""
    events = list(record.ledger.changed_after(path, signed.track.origin))
    by = ""
    if events:
        who, when = record.who_and_when(record.ledger.commits[events[-1].place])
        by = f": {who} changed {record.shown(path)} ({when})"
    commit = record.ledger.commits[events[-1].place].id if events else ""
    end = "Put them back as they were signed, or reopen the meeting."
    return Breach(FINAL, f"{what}{more}{by}. {end}", path, commit, blocks=blocks)


def _final_fields(record: BookRecord, signed: SignedMeeting) -> Iterator[Breach]:
    path = f"{signed.folder}/meeting.yaml"
    blobs = signed.files.get(f"{signed.then}/meeting.yaml", ""), record.files.get(path, "")
    if blobs[0] == blobs[1]:
        return
    then, now = record.fields(blobs[0]), record.fields(blobs[1])
    if then is None or now is None:
        yield _touched(record, signed, path, "What was signed of the meeting can't be read any more")
        return
    keys = dict.fromkeys(key for key in (*_MEETING_FIELDS, *then, *now) if key not in _NOT_SIGNED)
    told = [_MEETING_FIELDS.get(k, f"“{visible(k)}”") for k in keys if then.get(k, "") != now.get(k, "")]
    items = agenda(then), agenda(now)
    is_file = signed.folder.endswith(".review")
    is_same = then.get("items") == now.get("items") if is_file else list(items[0]) == list(items[1])
    told += [] if is_same else ["the agenda"]
    for item, own in items[0].items():
        other = items[1].get(item, own)
        told += [
            f"the {key} of item {visible(item)}" for key in _ITEM_FIELDS if own.get(key) != other.get(key)
        ]
    if told:
        yield _touched(record, signed, path, f"After the minutes were signed off, {listed(told)} changed")


def _tag_name(record: BookRecord, signed: SignedMeeting) -> str:
    """The first tag that the minutes of a meeting have."""
    name = signed.then.rpartition("/")[2]
    if signed.then.endswith(".review"):
        fields = record.fields(signed.files.get(f"{signed.then}/meeting.yaml", "")) or {}
        name = str(fields.get("id", "")) or name.removesuffix(".review")
    return tag_for(name)


def _is_tag_of(tag: RawTag, first: str) -> bool:
    name, _, number = tag.ref.rpartition(".")
    return tag.ref == first or (name == first and number.isdecimal())


def tag_of(record: BookRecord, signed: SignedMeeting, tags: "tuple[RawTag, ...]") -> RawTag | None:
    """The tag on the commit of a sign-off; where plain git recorded that anew (a rebase), on its twin."""
    own = [tag for tag in tags if _is_tag_of(tag, _tag_name(record, signed))]
    commit = record.ledger.commits[signed.track.origin].id
    exact = next((tag for tag in own if tag.commit == commit), None)
    return exact or next((tag for tag in own if _is_on_twin(record, signed, tag)), None)


def _is_on_twin(record: BookRecord, signed: SignedMeeting, tag: RawTag) -> bool:
    """Whether a tag is on a commit that the sign-off's was made of anew, with the same files."""
    if not tag.commit or tag.commit in record.ledger.places or not record.history.holds(tag.commit):
        return False
    beside = minutes_paths(f"{signed.then}/acts/meeting") if signed.then.endswith(".review") else ()
    files = record.history.files(tag.commit, [signed.then, *beside])
    return files == {
        path: blob
        for path, blob in signed.files.items()
        if path.startswith(f"{signed.then}/") or path in beside
    }


def _stray_tags(
    record: BookRecord, signed: Sequence[SignedMeeting], named: Sequence[RawTag]
) -> Iterator[Breach]:
    """Tags that are called as those of a meeting's signed minutes, and are on no sign-off of it."""
    commits = {record.ledger.commits[each.track.origin].id for each in signed}
    for tag in named:
        if tag.commit in commits or any(_is_on_twin(record, each, tag) for each in signed):
            continue
        who = f" by {visible(tag.tagger.name)}" if tag.tagger.name else ""
        yield Breach(
            TAG,
            f"The tag {visible(tag.ref)}, made{who}, is called as those of signed minutes, and is on no "
            f"sign-off of theirs. Delete it (git tag -d {visible(tag.ref)}), here and where it came from.",
            signed[-1].track.path,
            tag.commit,
        )


def _tag(
    record: BookRecord, signed: SignedMeeting, tag: RawTag | None, tags: "tuple[RawTag, ...]"
) -> Iterator[Breach]:
    commit = record.ledger.commits[signed.track.origin]
    name = visible(signed.act.by.name)
    path = signed.track.path
    if tag is None:
        first = _tag_name(record, signed)
        moved = [each for each in tags if _is_tag_of(each, first)]
        if moved:
            what = (
                f"The tag {visible(moved[0].ref)} is not on the commit in which {name} signed the minutes off"
            )
        else:
            what = f"The tag {visible(first)} of the minutes that {name} signed off is not here"
        yield Breach(
            TAG if moved else TAGGED,
            f"{what}: it was moved, deleted, or never fetched. Fetch it from where it was (git fetch "
            f"--tags), and compare it with what others have.",
            path,
            commit.id,
            blocks=signed.is_in_force,
        )
        return
    if tag.name != tag.ref:
        what = f"calls itself {visible(tag.name)}"
        yield Breach(TAG, f"The tag {visible(tag.ref)} {what}: it was copied or renamed.", path, commit.id)
    if not tag.tagger.is_same(signed.act.by):
        who = visible(tag.tagger.name)
        yield Breach(
            TAG, f"The tag {visible(tag.ref)} was made by {who}, and {name} signed off.", path, commit.id
        )
    if not _says_all(tag, signed.act.items):
        yield Breach(
            TAG,
            f"The tag {visible(tag.ref)} does not name the texts that {name} signed off.",
            path,
            commit.id,
        )


def _says_all(tag: RawTag, items: "tuple[SignedItem, ...]") -> bool:
    """Whether a tag names every signed text, in order, and no other."""
    return _TEXTS.findall(tag.message) == [each.text_digest for each in items]


def _idle_tags(record: BookRecord, tags: "list[RawTag]") -> Iterator[Breach]:
    """Tags of signed minutes whose sign-off is not in the history."""
    prefix = f"{record.history.prefix}/" if record.history.prefix else ""
    unsigned = {_first_tag_now(record, folder): folder for folder in record.all_meetings}
    for tag in tags:
        name = tag.ref.removeprefix(TAGS)
        if folder := next((at for first, at in unsigned.items() if _is_tag_of(tag, first)), ""):
            who = f" by {visible(tag.tagger.name)}" if tag.tagger.name else ""
            yield Breach(
                TAG,
                f"The tag {visible(tag.ref)}, made{who}, is called as those of signed minutes, and these are "
                f"not signed off. Delete it (git tag -d {visible(tag.ref)}), here and where it came from; or "
                "ask whoever signed, if a sign-off was taken away.",
                f"{folder}/meeting.yaml",
                tag.commit,
            )
            continue
        if not tag.commit or not record.history.holds(tag.commit):
            continue
        files = record.history.files(tag.commit)
        signed = [
            path
            for path, blob in files.items()
            if path.startswith(prefix)
            and f"-{SIGN_OFF.word}-" in path
            and record_path(path).kind is PathKind.ACT
            and record.files.get(path) != blob
            and _is_tag_of(tag, _name_then(record, path, files))
        ]
        if signed:
            yield Breach(
                TAG,
                f"The tag {visible(tag.ref)} is on minutes of {visible(name)} that were signed off, and that "
                "sign-off is not in the history any more: the history was put back, or the sign-off taken "
                "away. Ask whoever signed.",
                signed[-1],
                tag.commit,
            )


def _first_tag_now(record: BookRecord, folder: str) -> str:
    """The first tag that a meeting would have if it were signed now."""
    name = folder.rpartition("/")[2]
    if not name.endswith(".review"):
        return tag_for(name)
    fields = record.fields(record.files.get(f"{folder}/meeting.yaml", "")) or {}
    return tag_for(str(fields.get("id", "")) or name.removesuffix(".review"))


def _name_then(record: BookRecord, path: str, files: Mapping[str, str]) -> str:
    """The first tag of the meeting that a sign-off at ``path`` belongs to, as ``files`` had it."""
    place = record_path(path).place
    review = review_of(place)
    if not review:
        return tag_for(place.rpartition("/")[2])
    fields = record.fields(files.get(f"{review}/meeting.yaml", "")) or {}
    return tag_for(str(fields.get("id", "")))
