"""The commands by which several people work on one book: sync, clone, hub, pack, unpack, settle."""

import argparse
import sys
from collections.abc import Sequence

from review_tui.application.sync import OpenQuestion, SideOfQuestion, SyncOutcome
from review_tui.application.sync_ports import Answer, Chosen, Watch
from review_tui.cli import json_shapes
from review_tui.cli.output import complain, give_json, say
from review_tui.cli.ports import Backend
from review_tui.model.errors import Refusal, WrongUsage
from review_tui.model.visible import visible

_SETTLE = "review-tui settle"
_MOST_DOUBTS = 3
"""Sentences about what does not hold that are told at once."""


def sync(backend: Backend, asked: argparse.Namespace) -> int:
    """Receive, bring together, send."""
    context = backend.context(asked.place)
    return _print_outcome(asked, context.syncing.sync(_watch(asked)))


def clone(backend: Backend, asked: argparse.Namespace) -> int:
    """Make a copy of a book that others review too."""
    place = backend.clone(asked.url, asked.folder, _watch(asked))
    if asked.json:
        give_json({"folder": str(place)})
    else:
        say(f"The book is in {place}. Open it: review-tui {place}")
    return 0


def hub(backend: Backend, asked: argparse.Namespace) -> int:
    """Say what the hub is, or name it and send the book there."""
    context = backend.context(asked.book)
    if asked.url is None:
        if asked.new:
            raise WrongUsage("Name the folder in which the hub is to be made.")
        url = context.syncing.hub_url()
        if asked.json:
            give_json({"hub": url})
        else:
            say(f"The hub of this book is {url}.")
        return 0
    outcome = context.syncing.set_hub(asked.url, _watch(asked), is_new=asked.new)
    return _print_outcome(asked, outcome)


def pack(backend: Backend, asked: argparse.Namespace) -> int:
    """Write what is new to one file."""
    count = backend.context(asked.book).syncing.pack(asked.file, is_all=asked.all)
    if asked.json:
        give_json({"file": str(asked.file), "acts": count})
    else:
        acts = f"{count:,} act{'' if count == 1 else 's'}"
        say(
            f"{acts} packed in {asked.file}. Send it; whoever gets it runs: review-tui unpack "
            f"{asked.file.name}"
        )
    return 0


def unpack(backend: Backend, asked: argparse.Namespace) -> int:
    """Take in what somebody packed."""
    return _print_outcome(asked, backend.context(asked.book).syncing.unpack(asked.file))


def questions(backend: Backend, asked: argparse.Namespace) -> int:
    """What others and oneself changed in the same words: list it, or settle one of them."""
    syncing = backend.context(asked.book).syncing
    found = syncing.questions()
    if asked.take is None and asked.words is None:
        return _list(asked, found, syncing.finish() if not found else None)
    if not found:
        raise Refusal("Nothing is to be settled. `review-tui sync` receives what others have done.")
    if asked.question is None and len(found) > 1:
        raise WrongUsage(f"Say which is meant, with --question 1 to {len(found)}. `{_SETTLE}` lists them.")
    number = asked.question or 1
    if number > len(found):
        raise WrongUsage(f"There are only {len(found)} to settle. `{_SETTLE}` lists them.")
    if asked.take is not None and asked.words is not None:
        raise WrongUsage("Either --take one wording, or give other --words.")
    choice = None if asked.take is None else Chosen.OURS if asked.take == "mine" else Chosen.THEIRS
    left = syncing.answer(
        found[number - 1].question.key, Answer(choice, asked.words or "", asked.reason or "")
    )
    if left:
        if asked.json:
            give_json({**json_shapes.synced(SyncOutcome()), "left_to_settle": left})
        else:
            say(f"Kept. {left} more to settle: {_SETTLE}")
        return 0
    return _print_outcome(asked, syncing.finish(), "Settled. `review-tui sync` sends it.")


def _list(asked: argparse.Namespace, found: Sequence[OpenQuestion], done: SyncOutcome | None) -> int:
    if asked.json:
        give_json({"questions": [json_shapes.open_question(each) for each in found]})
        return 1 if found else 0
    if not found:
        told = done.news if done and done.received else ()
        say(*told, "Nothing is to be settled.")
        return 0
    for number, each in enumerate(found, 1):
        _say_question(number, each)
    say(
        "Take one:       review-tui settle --question N --take mine (or theirs)",
        'Or write anew:  review-tui settle --question N --words "…" --reason "…"',
    )
    return 1


def _say_question(number: int, it: OpenQuestion) -> None:
    question = it.question
    say(f"{number}  {question.what[:1].upper()}{question.what[1:]}")
    gone = question.is_gone
    _say_side("Both began from", None, question.base, is_gone=False)
    _say_side("Mine", it.ours, question.ours, is_gone=gone[0])
    _say_side("Theirs", it.theirs, question.theirs, is_gone=gone[1])
    say("")


def _say_side(name: str, side: SideOfQuestion | None, words: str, *, is_gone: bool) -> None:
    by = f" ({side.by}, {side.at}: {side.reason.splitlines()[0]})" if side else ""
    say(f"   {name}{by}:")
    shown = "(taken out)" if is_gone or not words else words
    say(*(f"      {line}" for line in shown.splitlines()))


def _print_outcome(asked: argparse.Namespace, outcome: SyncOutcome, more: str = "") -> int:
    """Print what came of it; the exit code."""
    is_open = bool(outcome.questions or outcome.offline)
    if asked.json:
        give_json(json_shapes.synced(outcome))
        return 1 if is_open else 0
    say(*outcome.news)
    for doubt in outcome.doubts[:_MOST_DOUBTS]:
        complain(f"! {doubt}")
    if len(outcome.doubts) > _MOST_DOUBTS:
        complain(f"! And {len(outcome.doubts) - _MOST_DOUBTS} more: review-tui verify")
    if is_open:
        complain(f"review-tui: {outcome.sentence}")
        if outcome.questions:
            complain(f"Settle it here: {_SETTLE}. Or press y on the screen.")
    else:
        say(more or outcome.sentence)
    return 1 if is_open else 0


def _watch(asked: argparse.Namespace) -> Watch:
    """Somebody at a terminal is told how far it has come; Ctrl+C ends it."""
    if asked.json or not sys.stderr.isatty():
        return Watch()

    def tell(doing: str) -> None:
        print(f"\r\x1b[K{visible(doing)} …", end="\r", file=sys.stderr, flush=True)

    return Watch(tell)
