"""The command that proves what a book says of itself, trusting nothing in its repository."""

import argparse

from review_tui.application.book_context import BookContext
from review_tui.application.verifier import Verified
from review_tui.cli.at_work import at_work
from review_tui.cli.output import complain, give_json, say
from review_tui.cli.ports import Backend
from review_tui.model.errors import Refusal, UnusableBook, WrongUsage
from review_tui.model.verification import RULES, Breach
from review_tui.model.visible import visible

_KEY_KINDS = ("ssh-", "ecdsa-", "sk-")
HOLDS, BREACHED, UNVERIFIABLE = 0, 1, 2
"""Exit codes: everything holds, something does not, it can't be told."""


def verify(backend: Backend, asked: argparse.Namespace) -> int:
    """Everything that the rules say of a book; nothing is written but what was seen, in the user's folder."""
    try:
        context = backend.context(asked.book)
        if asked.keys:
            context.verifier.trust(_trusted_keys(backend.file_text(asked.keys)))
        if asked.accept:
            context.verifier.accept()
        if asked.certificate:
            return _certify(backend, context, asked)
        with at_work(asked, "Verifying the book"):
            book, verified = context.book, context.verifier.full(afresh=asked.afresh)
    except UnusableBook as unusable:
        book, verified = str(asked.book or ""), Verified(unverifiable=str(unusable))
    if asked.json:
        give_json(_as_json(book, verified))
    else:
        _say(verified)
    if verified.unverifiable:
        return UNVERIFIABLE
    return HOLDS if verified.holds else BREACHED


def _certify(backend: Backend, context: BookContext, asked: argparse.Namespace) -> int:
    """Write the certificate, or print it."""
    words = context.verifier.certificate()
    if asked.output:
        try:
            backend.documents.write_file(
                asked.output, words.encode("utf-8", "surrogateescape"), may_replace=False
            )
        except FileExistsError:
            raise Refusal(f"{asked.output} is there already. Name another file.") from None
    if asked.json:
        give_json({"certificate": words, "file": str(asked.output) if asked.output else None})
    elif asked.output:
        say(f"Certificate written: {asked.output}")
    else:
        say(words.rstrip("\n"))
    return HOLDS


def _trusted_keys(text: str) -> dict[str, tuple[str, ...]]:
    """The keys of each reviewer in a file of lines: an address, perhaps options, a public key."""
    found: dict[str, tuple[str, ...]] = {}
    for line in text.splitlines():
        words = line.split()
        at = next((n for n, word in enumerate(words) if word.startswith(_KEY_KINDS)), 0)
        if not words or words[0].startswith("#"):
            continue
        if at < 1 or len(words) < at + 2 or any(character in words[0] for character in '*?!"'):
            raise WrongUsage(f"This line of the file of keys names no address and key: {visible(line[:80])}")
        if at > 1:
            # They would narrow down what a key is good for, or make it one that vouches for others.
            raise WrongUsage(
                f"This line of the file of keys has options, which are not gone by: {visible(line[:80])}. "
                "Leave them out, and with them each key that is good for less."
            )
        for address in words[0].casefold().split(","):
            found[address] = (*found.get(address, ()), " ".join(words[at : at + 2]))
    return found


def _as_json(book: str, verified: Verified) -> dict[str, object]:
    return {
        "book": book,
        "commit": verified.tip or None,
        "holds": verified.holds,
        "unverifiable": verified.unverifiable or None,
        "roots": list(verified.roots),
        "counts": dict(verified.counts),
        "rules": [
            {
                "rule": rule.word,
                "proves": rule.proves,
                "holds": None
                if verified.unverifiable
                else all(breach.is_told for breach in verified.breaches if breach.rule is rule),
                "findings": [_breach(each) for each in verified.breaches if each.rule is rule],
            }
            for rule in RULES
        ],
    }


def _breach(it: Breach) -> dict[str, object]:
    return {
        "sentence": it.sentence,
        "file": it.path or None,
        "commit": it.commit or None,
        "told_only": it.is_told,
        "blocks_sign_off": it.blocks and not it.is_told,
    }


def _say(verified: Verified) -> None:
    if verified.unverifiable:
        complain(f"This could not be verified. {verified.unverifiable}")
        return
    counts = verified.counts
    say(
        f"Looked at {counts['commits']} commits, {counts['acts']} acts ({counts['approvals']} approvals, "
        f"{counts['sign_offs']} sign-offs) and {counts['meetings']} meetings, up to {verified.tip[:12]}.",
        *verified.roots,
        "",
    )
    for rule in RULES:
        found = [breach for breach in verified.breaches if breach.rule is rule]
        broken = [breach for breach in found if not breach.is_told]
        say(f"{'NO ' if broken else 'yes'}  {rule.proves}")
        say(*(f"     ! {breach.sentence}" for breach in broken))
        say(*(f"     - {breach.sentence}" for breach in found if breach.is_told))
    broken = [breach for breach in verified.breaches if not breach.is_told]
    many = f"{len(broken)} thing{'s do' if len(broken) > 1 else ' does'} not hold."
    say("", many if broken else "Everything holds.")
