"""The command that proves what a book says of itself, trusting nothing in its repository."""

import argparse

from review_tui.application.verifier import Verified
from review_tui.cli.output import complain, give_json, say
from review_tui.cli.ports import Backend
from review_tui.model.errors import UnusableBook
from review_tui.model.verification import RULES, Breach

HOLDS, BREACHED, UNVERIFIABLE = 0, 1, 2
"""Exit codes: everything holds, something does not, it can't be told."""


def verify(backend: Backend, asked: argparse.Namespace) -> int:
    """Everything that the rules say of a book; nothing is written but what was seen, in the user's folder."""
    try:
        context = backend.context(asked.book)
        if asked.accept:
            context.verifier.accept()
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
