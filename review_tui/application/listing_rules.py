"""The rules about who is on the list of reviewers: nobody lets themselves in, and names are not borrowed."""

from collections import defaultdict
from collections.abc import Iterator

from review_tui.application.book_record import BookRecord, listed
from review_tui.application.ledger import ActTrack, Event
from review_tui.model.lookalikes import skeleton
from review_tui.model.people import Reviewer
from review_tui.model.policy import Member, Policy
from review_tui.model.policy_codec import BOOK
from review_tui.model.verification import MAKER, TERMS, Breach
from review_tui.model.visible import visible

_Grant = tuple[str, str]
"""An address in small letters, and a role or a public key that the book gives it."""


def listing_breaches(record: BookRecord, *, is_trusted: bool) -> Iterator[Breach]:
    """What does not hold of the list of reviewers, and of the names under which others act.

    ``is_trusted``: the keys came from outside, and what the book says of them is nothing to go by.
    """
    if not is_trusted:
        yield from _own_grants(record)
    yield from _borrowed_names(record)


def _grants(policy: Policy) -> set[_Grant]:
    return {
        (member.who.email.casefold(), what)
        for member in policy.members
        for what in (*member.roles, *(" ".join(key.split()[:2]) for key in member.keys))
    }


def _own_grants(record: BookRecord) -> Iterator[Breach]:
    """Roles and keys that people gave themselves, or that nobody gave who was on the list."""
    path = record.own_policy_path
    given: dict[_Grant, Event] = {}
    for event in record.ledger.events.get(path, ()):
        before = _policy_in(record, event.before)
        for grant in _grants(_policy_in(record, event.after)) - _grants(before):
            given[grant] = event
        yield from _taken_off(record, event, before)
    now = _grants(record.policy_now)
    acting = {t.act.by.email.casefold() for tracks in record.acts_at.values() for t in tracks if t.act}
    told: dict[tuple[int, str], list[_Grant]] = defaultdict(list)
    for grant, event in given.items():
        if grant in now or grant[0] in acting:
            told[event.place, grant[0]].append(grant)
    for (place, email), grants in told.items():
        event = given[grants[0]]
        before = _policy_in(record, event.before)
        if event.before and (sentence := _why_not_given(record, place, email, before, grants)):
            who, when = record.who_and_when(record.ledger.commits[place])
            yield Breach(
                TERMS,
                f"{who} {sentence} ({when}, {record.shown(path)}). Have somebody who was on the list before "
                "take that out, and put it in again if it is right.",
                path,
                record.ledger.commits[place].id,
            )


def _why_not_given(record: BookRecord, place: int, email: str, before: Policy, grants: list[_Grant]) -> str:
    """What is wrong with a change that gave ``email`` roles or keys; empty where nothing is."""
    author = record.ledger.commits[place].author
    known = before.member(author)
    roles = [what for _, what in grants if " " not in what]
    if email == author.email.casefold():
        if before.members and roles:
            return f"gave themselves a role ({listed(map(visible, roles))})"
        if before.must_sign and known is None:
            return "put themselves on the list of those whose signatures count"
    elif before.must_sign and known is None:
        return f"is not on the list of reviewers, and gave {visible(email)} a key or a role"
    elif before.must_sign and not roles and _has_no_key(before, email):
        return f"gave {visible(email)} a key, which only they may do"
    return ""


def _has_no_key(policy: Policy, email: str) -> bool:
    """Whether somebody is listed and has no key: who has one is told of otherwise."""
    own = [member for member in policy.members if member.who.email.casefold() == email]
    return bool(own) and not (own[0].keys or own[0].ended)


def _taken_off(record: BookRecord, event: Event, before: Policy) -> Iterator[Breach]:
    """People whom somebody took off the list who is not on it, where signatures are needed."""
    commit = record.ledger.commits[event.place]
    now = record.policy_now
    gone = [
        member
        for member in before.members
        if _policy_in(record, event.after).member(member.who) is None and now.member(member.who) is None
    ]
    if gone and before.must_sign and before.member(commit.author) is None:
        who, when = record.who_and_when(commit)
        yield Breach(
            TERMS,
            f"{who} is not on the list of reviewers, and took {listed(_name(m) for m in gone)} off it "
            f"({when}, {record.shown(event.path)}). Put them back.",
            event.path,
            commit.id,
        )


def _policy_in(record: BookRecord, blob: str) -> Policy:
    return record.policy_in(blob) if blob else Policy()


def _name(member: Member) -> str:
    return visible(member.who.name or member.who.email)


def _borrowed_names(record: BookRecord) -> Iterator[Breach]:
    """Acts under the name of somebody else, or under one that only looks like it."""
    policy = record.policy_now
    listed_as = {skeleton(member.who.name): member.who for member in policy.members if member.who.name}
    acts: dict[Reviewer, list[ActTrack]] = defaultdict(list)
    for track in sorted((t for tracks in record.acts_at.values() for t in tracks), key=lambda t: t.origin):
        if track.act and track.act.by.name.strip():
            acts[track.act.by].append(track)
    first: dict[str, Reviewer] = {}
    for who, tracks in acts.items():
        like = skeleton(who.name)
        known = policy.member(who)
        if known and skeleton(known.who.name) == like:
            continue  # the book lists both
        real = listed_as.get(like) or first.setdefault(like, who)
        if not real.is_same(who):
            yield _borrowed(record, who, real, tracks[0], is_listed=like in listed_as)


def _borrowed(
    record: BookRecord, who: Reviewer, real: Reviewer, track: ActTrack, *, is_listed: bool
) -> Breach:
    name, other = visible(str(who)), visible(str(real))
    is_alike = who.name != real.name
    told = f"{name} is not {other}, " + (
        "whose name is written with other letters that look the same"
        if is_alike
        else "whom the book lists"
        if is_listed
        else "or is the same person under another address: by the name nobody can tell"
    )
    return Breach(
        MAKER,
        f"{told} ({record.shown(track.path)}). Ask {visible(real.name)}: if both addresses are theirs, list "
        f"both under `reviewers` in {BOOK}; else take out what was done under the other.",
        track.path,
        record.ledger.commits[track.origin].id,
        is_told=not (is_alike or is_listed),
        blocks=is_alike or is_listed,
    )
