"""The rules about signatures: whose key, over exactly this act; and who changed which keys count."""

from collections.abc import Iterator, Mapping

from review_tui.application.book_record import BookRecord
from review_tui.application.ledger import ActTrack
from review_tui.application.signing import SignatureChecker
from review_tui.model.act_registry import word_of
from review_tui.model.act_signatures import (
    WITHDRAWAL,
    SignatureState,
    kind_to_sign,
    public_key_of,
    same_key,
    split_signature,
    to_sign,
)
from review_tui.model.acts import Act, Objection
from review_tui.model.policy import Member, Policy
from review_tui.model.record_paths import PathKind, is_of_whole_meeting, record_path, review_of
from review_tui.model.verification import SIGNED, TERMS, Breach
from review_tui.model.visible import visible

TrustedKeys = Mapping[str, tuple[str, ...]]
"""The keys of each reviewer, by address in small letters, from outside the repository."""


def signature_states(
    record: BookRecord, checker: SignatureChecker, trusted: TrustedKeys | None
) -> dict[str, SignatureState]:
    """What there is to say of the signature of every act that can be signed, by the act's path."""
    here = [(t, t.act) for t in record.tracks if t.act and record.files.get(t.path) == t.blob]
    record.read_all(track.blob for track, act in here if act.signature)
    return {
        track.path: _state(record, track, act, checker, trusted) if act.signature else SignatureState.UNSIGNED
        for track, act in here
        if kind_to_sign(act) or act.signature
    }


def _state(
    record: BookRecord, track: ActTrack, act: Act, checker: SignatureChecker, trusted: TrustedKeys | None
) -> SignatureState:
    raw = record.read(track.blob)
    parts = split_signature(raw)
    if parts is None:
        return SignatureState.FALSE
    unsigned, armoured = parts
    key = public_key_of(armoured)
    if not key or not checker.is_good(to_sign(*place_signed_for(record, track), unsigned), armoured):
        return SignatureState.FALSE
    if trusted is not None:
        own = trusted.get(act.by.email.casefold(), ())
        return SignatureState.SIGNED if any(same_key(key, e) for e in own) else SignatureState.WRONG_KEY
    then = policy_at(record, record_path(track.born).place, track.origin).member(act.by)
    if then and any(same_key(key, each) for each in then.keys):
        return SignatureState.SIGNED
    ended = then and any(same_key(key, each) for each, _ in then.ended)
    return SignatureState.ENDED_KEY if ended else SignatureState.WRONG_KEY


def place_signed_for(record: BookRecord, track: ActTrack) -> tuple[str, str]:
    """The ids of the meeting and of the item that an act was made for, where it was kept at first."""
    place = record_path(track.born).place
    review = review_of(place)
    if review:
        fields = record.fields(blob_at(record, f"{review}/meeting.yaml", track.origin)) or {}
        return str(fields.get("id", "")), "" if is_of_whole_meeting(place) else place.rpartition("/")[2]
    above, _, name = place.rpartition("/")
    if record.is_meeting(track.place):
        return name, ""
    return above.rpartition("/")[2], name


def blob_at(record: BookRecord, path: str, place: int) -> str:
    """What a file held when the commit at ``place`` was recorded, by name; empty where it was not there."""
    is_behind = record.ledger.ancestry.is_ancestor
    events = record.ledger.events.get(path, ())
    return next((event.after for event in reversed(events) if is_behind(event.place, place)), "")


def policy_at(record: BookRecord, around: str, place: int) -> Policy:
    """What the book asked for when the commit at ``place`` was recorded."""
    if not record.has_policy:
        return Policy()
    paths = record.policy_paths(around, lambda path: bool(blob_at(record, path, place)))
    blob = next((found for path in paths if (found := blob_at(record, path, place))), "")
    return record.policy_in(blob) if blob else Policy()


def signing_breaches(
    record: BookRecord, states: Mapping[str, SignatureState], *, is_trusted: bool
) -> Iterator[Breach]:
    """What does not hold of signatures and of those who sign."""
    for track in record.tracks:
        state, act = states.get(track.path), track.act
        if act is None:
            continue
        if state in {None, SignatureState.SIGNED}:
            yield from _unsigned_undo(record, track)
            continue
        needed = kind_to_sign(act) in policy_at(record, record_path(track.born).place, track.origin).must_sign
        if state is SignatureState.UNSIGNED and not needed:
            continue
        name, what, shown = visible(act.by.name), visible(word_of(act)), record.shown(track.path)
        told = f"The {what} of {name} is not signed, and in this book it has to be ({shown})."
        if state is not SignatureState.UNSIGNED:
            told = f"The {what} of {name} can't be theirs: {state} ({shown})."
        yield Breach(SIGNED, f"{told} Ask {name}.", track.path, record.ledger.commits[track.origin].id)
    if not is_trusted:
        yield from _terms(record)


def _unsigned_undo(record: BookRecord, track: ActTrack) -> Iterator[Breach]:
    """Objections that were taken back without a signature, where lifting them wants one."""
    gap = track.open_gap()
    act = track.act
    if act is None or gap is None or not gap.is_undo or track.path in record.files:
        return
    then = policy_at(record, record_path(track.born).place, gap.start)
    if isinstance(act, Objection) and WITHDRAWAL in then.must_sign:
        name = visible(act.by.name)
        yield Breach(
            SIGNED,
            f"The {word_of(act)} of {name} was taken back, and in this book that has to be signed "
            f"({record.shown(track.path)}). Ask {name}.",
            track.path,
            record.ledger.commits[gap.start].id,
        )


def _terms(record: BookRecord) -> Iterator[Breach]:
    """Changes of who reviews, with which keys, and of what has to be signed."""
    prefix = f"{record.history.prefix}/" if record.history.prefix else ""
    for path, events in record.ledger.events.items():
        if record_path(path).kind is not PathKind.BOOK or not path.startswith(prefix):
            continue
        for event in events:
            if not event.before:
                continue
            before = record.policy_in(event.before)
            after = record.policy_in(event.after) if event.after else Policy()
            commit = record.ledger.commits[event.place]
            who, when = record.who_and_when(commit)
            for sentence in _weaker(before, after, commit.author.email.casefold()):
                yield Breach(TERMS, f"{who} {sentence} ({when}, {record.shown(path)}).", path, commit.id)
            if before != after:
                yield Breach(
                    TERMS,
                    f"{who} changed who reviews, or what an approval needs ({when}, {record.shown(path)}).",
                    path,
                    commit.id,
                    is_told=True,
                    blocks=False,
                    is_past=not _is_easier(before, after),
                )


def _is_easier(before: Policy, after: Policy) -> bool:
    """Whether less is needed for an approval, or for a sign-off, than before."""
    rules = [
        (policy.own_words, not policy.white_space, not policy.numbering, not policy.findings_block)
        for policy in (before, after)
    ]
    return any(now and not then for then, now in zip(*rules, strict=True)) or any(
        need not in after.needs for need in before.needs
    )


def _weaker(before: Policy, after: Policy, author: str) -> Iterator[str]:
    """How a change of the book made it easier to sign in somebody's name."""
    if not before.must_sign <= after.must_sign:
        yield "had the book ask for fewer signatures"
    for member in after.members:
        known = before.member(member.who)
        if known is None or not (known.keys or known.ended) or member.who.email.casefold() == author:
            continue
        if any(not _has(known, key) for key in member.keys):
            name = visible(member.who.name or member.who.email)
            yield f"gave {name} a key, which only {name} may do: ask {name} whether it is theirs"


def _has(member: Member, key: str) -> bool:
    return any(same_key(key, each) for each in member.keys)
