"""A certificate of signed minutes: what was signed by whom, and the commands by which anybody checks it.

Whoever reads it needs a copy of the repository, git and ssh-keygen, and not this program. Every command ends
without a word when it is so, and with an error when it is not.
"""

from collections.abc import Iterator, Mapping

from review_tui.application.book_record import BookRecord
from review_tui.application.sign_off_rules import SignedMeeting, item_place, sign_offs, tag_of
from review_tui.application.signing_rules import place_signed_for
from review_tui.model.act_signatures import NAMESPACE, SignatureState, public_key_of, split_signature
from review_tui.model.date_format import format_moment
from review_tui.model.errors import Refusal
from review_tui.model.record_paths import PathKind, record_path
from review_tui.model.tag_names import TAGS
from review_tui.model.visible import visible

_HEAD = """\
CERTIFICATE OF SIGNED MINUTES

Made by review-tui, which verified the history up to commit
{tip}
and found that every rule of docs/verify.md holds. {roots}

To check it yourself you need a copy of the repository, git and ssh-keygen. Run the lines that are set in by
four blanks one after another in that copy, in a shell that stops at the first error (sh -eu). The identifiers
and keys below have to reach you from somebody whom you trust, not from the repository.

    export GIT_NO_REPLACE_OBJECTS=1 GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
    check=$(mktemp -d)
    git fsck --no-dangling {tip} >/dev/null
"""
_KEYS = """
WHOSE KEYS ARE WHOSE

{lines}
"""
_SIGNATURE = """\
    git cat-file blob {blob} > "$check/act"
    printf 'review-tui 1\\nmeeting: %s\\nitem: %s\\n' {meeting} {item} > "$check/words"
    sed '/^signature: |$/,$d' "$check/act" >> "$check/words"
    sed -n '/^signature: |$/,$p' "$check/act" | sed '1d; s/^  //' > "$check/act.sig"
    ssh-keygen -Y verify -q -f "$check/keys" -I {who} -n {namespace} -s "$check/act.sig" < "$check/words"
"""


def certificate(record: BookRecord, states: Mapping[str, SignatureState], roots: tuple[str, ...]) -> str:
    """The certificate of every meeting of a book that is signed off. Raises ``Refusal`` when none is."""
    signed = [each for group in sign_offs(record).values() for each in group if each.is_in_force]
    if not signed:
        raise Refusal("No minutes of this book are signed off, so there is nothing to certify.")
    keys: dict[str, str] = {}
    parts = [part for each in signed for part in _meeting(record, each, states, keys)]
    lines = [f"    printf '%s\\n' {_quoted(f'{who} {key}')} >> \"$check/keys\"" for key, who in keys.items()]
    told = _KEYS.format(lines="\n".join(lines)) if lines else "\nNone of its acts are signed with a key.\n"
    tip = record.history.tip()
    return "".join((_HEAD.format(tip=tip, roots=" ".join(roots)), told, *parts))


def _meeting(
    record: BookRecord, signed: SignedMeeting, states: Mapping[str, SignatureState], keys: dict[str, str]
) -> Iterator[str]:
    act = signed.act
    commit = record.ledger.commits[signed.track.origin].id
    tag = tag_of(record, signed, record.history.tags(TAGS))
    name = visible(signed.folder.rpartition("/")[2].removesuffix(".review"))
    yield f"\n{name.upper()}\n\nSigned off by {visible(act.by.name)}, {format_moment(act.at)}.\n\n"
    if tag:
        yield f'    test "$(git rev-parse {_quoted(f"refs/tags/{tag.ref}")})" = {tag.id}\n'
        yield f'    test "$(git rev-parse {_quoted(f"refs/tags/{tag.ref}^{{commit}}")})" = {tag.commit}\n'
    yield f"    git merge-base --is-ancestor {commit} {record.history.tip()}\n"
    yield _act(record, signed.track.path, signed.track.blob, states, keys, record.history.tip())
    for item in act.items:
        place = item_place(signed.folder, item.item)
        path, blob = record.minutes(place)
        yield f"\nItem {visible(item.item)}, fingerprint {item.text_digest}\n\n"
        yield _same_blob(record.history.tip(), path, blob)
        for at, name_of_blob in signed.files.items():
            is_here = record_path(at) == (PathKind.ACT, item_place(signed.then, item.item))
            made = record.act_in(name_of_blob) if is_here else None
            if made and made.id in item.approvals:
                yield f"\n  approved by {visible(made.by.name)}, {format_moment(made.at)}\n\n"
                yield _act(record, at, name_of_blob, states, keys, commit)


def _act(
    record: BookRecord,
    path: str,
    blob: str,
    states: Mapping[str, SignatureState],
    keys: dict[str, str],
    commit: str,
) -> str:
    """The commands that check one act: that it is there, and that its signature is its maker's."""
    told = _same_blob(commit, path, blob)
    track = next((t for t in record.tracks if t.blob == blob), None)
    parts = split_signature(record.read(blob))
    is_signed = track is not None and states.get(track.path) is SignatureState.SIGNED
    if track is None or track.act is None or parts is None or not is_signed:
        return f"{told}\n  It is not signed with a key: that it is theirs is what git was told.\n"
    keys[public_key_of(parts[1])] = track.act.by.email
    meeting, item = place_signed_for(record, track)
    return told + _SIGNATURE.format(
        blob=blob,
        meeting=_quoted(meeting),
        item=_quoted(item),
        who=_quoted(track.act.by.email),
        namespace=NAMESPACE,
    )


def _same_blob(commit: str, path: str, blob: str) -> str:
    return f'    test "$(git rev-parse {_quoted(f"{commit}:{path}")})" = {blob}\n'


def _quoted(words: str) -> str:
    """``words`` as one word of a shell; what can't be seen is spelled out, so that nothing hides in it."""
    return "'" + visible(words).replace("'", "'\\''") + "'"
