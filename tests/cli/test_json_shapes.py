"""``docs/schema.json`` describes every key of every command's answer: no command can be forgotten."""

import argparse
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from review_tui.cli import parser
from review_tui.cli.output import JSON_VERSION
from tests.cli.conftest import Command

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "schema.json").read_text(encoding="utf-8"))
SHAPES: dict[str, Any] = SCHEMA["$defs"]
WRONG = "October, 2020-September, 2022"
MEETING = "2022-03-16-health-and-wellbeing-board"
TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}
UNDERSTOOD = {
    *("type", "properties", "required", "items", "anyOf", "enum", "const", "$ref", "description", "format")
}


def wrong(value: object, shape: dict[str, Any], at: str = "$") -> Iterator[str]:
    """What in ``value`` is not as ``shape`` says; a key that it does not name counts as wrong too."""
    assert shape.keys() <= UNDERSTOOD, shape.keys() - UNDERSTOOD
    if "$ref" in shape:
        yield from wrong(value, SHAPES[shape["$ref"].removeprefix("#/$defs/")], at)
        return
    if "anyOf" in shape:
        tried = [list(wrong(value, each, at)) for each in shape["anyOf"]]
        if all(tried):
            yield from min(tried, key=len)
        return
    if "const" in shape and value != shape["const"]:
        yield f"{at} is {value!r}"
    if "enum" in shape and value not in shape["enum"]:
        yield f"{at} is {value!r}"
    yield from _wrong_kind(value, shape, at)


def _wrong_kind(value: object, shape: dict[str, Any], at: str) -> Iterator[str]:
    kinds = shape.get("type", [])
    types = [t for kind in ([kinds] if isinstance(kinds, str) else kinds) for t in TYPES[kind]]
    if types and (not isinstance(value, tuple(types)) or (isinstance(value, bool) and bool not in types)):
        yield f"{at} is {value!r}"
    elif isinstance(value, dict) and "properties" in shape:
        known = shape["properties"]
        yield from (f"{at}.{key} is missing" for key in shape["required"] if key not in value)
        yield from (f"{at}.{key} is not described" for key in value if key not in known)
        for key in value.keys() & known.keys():
            yield from wrong(value[key], known[key], f"{at}.{key}")
    elif isinstance(value, list) and "items" in shape:
        for place, each in enumerate(value):
            yield from wrong(each, shape["items"], f"{at}[{place}]")


def commands() -> set[str]:
    """Every command that takes ``--json``."""
    (found,) = (a for a in parser.build()._actions if isinstance(a, argparse._SubParsersAction))
    return {name for name, its in found.choices.items() if "--json" in its._option_string_actions}


Asked = Callable[[dict[str, Any]], tuple[str, ...]]
"""The words of a command, which may need what was answered before, by the command's name."""
SESSION: tuple[tuple[str, ...] | Asked, ...] = (
    ("status",),
    ("checks",),
    ("check",),
    ("align", "5"),
    ("link", "5", "--quote", "Safe at Home", "--to", "clerk.md:3"),
    ("flag", "5", "--quote", WRONG, "--kind", "date", "--comment", "Not as above.", "--suggest", "x"),
    lambda made: ("reply", made["flag"]["act"]["id"], "--comment", "The notes say 2021."),
    lambda made: ("pick", made["flag"]["act"]["id"], "--quote", WRONG),
    ("flags",),
    ("show", "5"),
    lambda made: ("dismiss", "5", made["check"]["findings"][0]["fingerprint"], "--reason", "As read out."),
    ("amend", "5", "--replace", "Safe at Home", "Safe at home", "--reason", "Style."),
    lambda made: ("settle", made["flag"]["act"]["id"], "--as", "held", "--reason", "Asked the chair."),
    ("diff", "5"),
    ("blame", "5"),
    ("log", "5"),
    ("log",),
    ("revert", "5", "1", "--preview"),
    ("undo", "--list"),
    ("undo", "--reason", "Too fast."),
    ("undo", "--list"),
    ("redo",),
    ("object", "4", "--comment", "No."),
    ("receipt", "6"),
    ("approve", "5"),
    ("revert", "5", "1", "--reason", "Style."),
    ("show", "5", "--view", "approved"),
    ("show", "5", "--view", "redline"),
    ("receipts",),
    ("details", MEETING),
    ("details", MEETING, "--venue", "The Hall", "--present", "+Wei Chen, Treasurer"),
    ("verify",),
    ("keys",),
    ("programs",),
    ("sign-off", MEETING),
    ("sign-off", MEETING, "--preview"),
    ("hand-over", MEETING),
    ("corrections", MEETING),
    ("report", MEETING),
    ("export", MEETING, "--to", "md"),
    ("export", MEETING, "--to", "txt", "-o", "minutes.txt"),
    ("import", "minutes.txt", "--into", "imported", "--yes"),
    ("import", "minutes.txt", "--notes", "--into", "loneliness"),
    ("reopen", MEETING, "--reason", "Not signed."),
    ("correct", "5", "--quote", WRONG, "--wording", "x", "--reason", "y", "--made-at", "20 April"),
    ("place", "5", "--now", "5"),
    ("join", MEETING),
    ("split", "drafts/book.yaml", "--into", "drafts"),
    ("show", "nothing such"),
    ("settle",),
    ("hub", "--new", "hub.git"),
    ("hub",),
    ("sync",),
    ("clone", "hub.git", "copy"),
    ("pack", "book.minutes", "--all"),
    ("unpack", "book.minutes"),
)
"""Some are refused at this point of the review: a refusal has a shape as well."""


@pytest.fixture
def answers(command: Command) -> list[tuple[str, dict[str, Any]]]:
    """The answers of a session, in order, each with its command."""
    given: list[tuple[str, dict[str, Any]]] = []
    made: dict[str, Any] = {}
    for step in SESSION:
        words = step(made) if callable(step) else step
        out = command(*words, "--json")[1]
        made[words[0]] = json.loads(out)
        given.append((words[0], made[words[0]]))
    return given


def test_every_answer_is_one_object_as_the_schema_says(answers: list[tuple[str, dict[str, Any]]]) -> None:
    assert {name for name, _ in answers} == commands()
    assert all(answer["version"] == JSON_VERSION for _, answer in answers)
    told = {
        name: found
        for name, answer in answers
        if (found := list(wrong(answer, {"anyOf": [SHAPES["refused"], SHAPES[f"command-{name}"]]})))
    }
    assert told == {}
    done = {name for name, answer in answers if "refused" not in answer}
    assert commands() - done == {"reopen", "correct", "sign-off", "place", "split"} - done


def test_the_schema_describes_the_commands_there_are_and_no_other() -> None:
    assert {name.removeprefix("command-") for name in SHAPES if name.startswith("command-")} == commands()
    assert {each["$ref"] for each in SCHEMA["anyOf"]} == {
        "#/$defs/refused",
        *(f"#/$defs/command-{name}" for name in commands()),
    }
    assert {each["const"] for each in all_versions(SCHEMA)} == {JSON_VERSION}


def all_versions(shape: object) -> Iterator[dict[str, Any]]:
    """The shape of every ``version``."""
    if isinstance(shape, dict):
        properties = shape.get("properties")
        if isinstance(properties, dict) and "version" in properties:
            yield properties["version"]
        for inner in shape.values():
            yield from all_versions(inner)
    elif isinstance(shape, list):
        for inner in shape:
            yield from all_versions(inner)
