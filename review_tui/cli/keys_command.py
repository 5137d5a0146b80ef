"""The command that sets up which key somebody signs with."""

import argparse

from review_tui.application.signing import UserKey
from review_tui.cli.output import give_json, say
from review_tui.cli.ports import Backend
from review_tui.model.act_signatures import same_key
from review_tui.model.errors import WrongUsage


def keys(backend: Backend, asked: argparse.Namespace) -> int:
    """List one's keys, or use one of them from now on."""
    service = backend.context(asked.book).keys
    found = service.found()
    if asked.use is None:
        _print_keys(asked, found, service.chosen())
        return 0
    number = int(asked.number) if (asked.number or "").isdecimal() else 0
    if asked.use != "use" or not 1 <= number <= len(found):
        raise WrongUsage("Say which key, such as: review-tui keys use 1. review-tui keys lists them.")
    said = service.use(found[number - 1])
    if asked.json:
        give_json({"keys": _as_json(found, service.chosen()), "done": said})
    else:
        say(said)
    return 0


def _print_keys(asked: argparse.Namespace, found: tuple[UserKey, ...], chosen: str) -> None:
    if asked.json:
        give_json({"keys": _as_json(found, chosen), "done": None})
        return
    if not found:
        say(
            "You have no SSH key here, neither in ssh-agent nor in ~/.ssh. Make one: ssh-keygen -t ed25519",
            "Then run review-tui keys again.",
        )
        return
    for number, key in enumerate(found, 1):
        used = "*" if same_key(key.public, chosen) else " "
        kind, _, rest = key.public.partition(" ")
        place = key.file or "in ssh-agent"
        say(f"{used} {number}  {kind} …{rest[-12:]}  {key.comment or '(no comment)'}  {place}")
    is_used = any(same_key(key.public, chosen) for key in found)
    say("", "* is used to sign." if is_used else "None is used yet: review-tui keys use 1")


def _as_json(found: tuple[UserKey, ...], chosen: str) -> list[dict[str, object]]:
    return [
        {
            "key": key.public,
            "comment": key.comment,
            "file": key.file or None,
            "is_used": same_key(key.public, chosen),
        }
        for key in found
    ]
