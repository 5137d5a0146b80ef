"""A ``meeting.yaml`` as a meeting, with a sentence for each thing that it should say otherwise."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from review_tui.adapters.book.book_paths import MEETING, number_and_title, why_not_a_name
from review_tui.adapters.book.yaml_reader import YamlRefused, YamlTree, read_yaml
from review_tui.model.errors import Refusal
from review_tui.model.meeting import Extra, Item, Meeting, Problem
from review_tui.model.people import Attendee
from review_tui.model.text import encode
from review_tui.model.visible import visible

_KNOWN_FIELDS = {"body", "date", "start", "venue", "chair", "present", "apologies", "in_attendance", "items"}
_ITEM_FIELDS = ("number", "title", "presenter")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_YES = {"true", "yes", "on", "1"}
_NO = {"false", "no", "off", "0", ""}


def parse_meeting(meeting: str, tree: YamlTree) -> tuple[Meeting | None, tuple[Problem, ...]]:
    """The meeting in the folder ``meeting`` whose file says ``tree``; ``None`` without its date."""
    return _MeetingParser(meeting, tree).meeting()


def read_meeting(path: Path, text: str) -> Meeting:
    """The meeting that the text of one ``meeting.yaml`` describes. Raises ``Refusal`` when it says none."""
    try:
        meeting, problems = parse_meeting(path.resolve().parent.name, read_yaml(encode(text)))
    except YamlRefused as refused:
        line = f", line {refused.line}" if refused.line else ""
        raise Refusal(f"{visible(str(path))}{line}: {refused.sentence}") from refused
    if meeting is None:
        raise Refusal(f"{visible(str(path))}: {problems[0].sentence}")
    return meeting


class _MeetingParser:
    """Reads one tree, gathering problems and what is not understood."""

    def __init__(self, meeting: str, tree: YamlTree) -> None:
        self._id = meeting
        self._tree = tree
        self._fields = tree.fields
        self._problems: list[Problem] = []
        self._extra: list[tuple[str, object]] = [
            (k, v) for k, v in tree.fields.items() if k not in _KNOWN_FIELDS
        ]

    def meeting(self) -> tuple[Meeting | None, tuple[Problem, ...]]:
        date = self._date()
        # All of it is looked at, so that every problem is told at once.
        made = Meeting(
            id=self._id,
            date=date or dt.date.min,
            body=self._text(self._fields, "body") or self._body_from_folder(),
            start=self._text(self._fields, "start"),
            venue=self._text(self._fields, "venue"),
            chair=self._chair(),
            present=self._people("present"),
            apologies=self._people("apologies"),
            in_attendance=self._people("in_attendance"),
            items=self._items(),
        )
        return (replace(made, extra=tuple(self._extra)) if date else None), tuple(self._problems)

    def _body_from_folder(self) -> str:
        self._report("`body` is missing. Say who met, such as body: Health and Wellbeing Board.", "body")
        return number_and_title(re.sub(r"^\d{4}-\d{2}-\d{2}[-_ ]+", "", self._id))[1]

    def _report(self, sentence: str, *path: str | int) -> None:
        self._problems.append(Problem(f"{self._id}/{MEETING}", sentence, self._tree.line(*path)))

    def _date(self) -> dt.date | None:
        said = self._fields.get("date", "")
        what = f"`date` says “{visible(said)}”. " if isinstance(said, str) and said else "`date` is missing. "
        try:
            if isinstance(said, str) and _DATE.fullmatch(said):
                return dt.date.fromisoformat(said)
        except ValueError:
            what = f"`date` says {said}, and there is no such day. "
        self._report(f"{what}Write it as year-month-day, such as date: 2022-03-16.", "date")
        return None

    def _text(self, fields: Mapping[str, object], key: str, *path: str | int) -> str:
        value = fields.get(key, "")
        if isinstance(value, str):
            return value
        self._report(f"`{key}` should be words on one line.", *path, key)
        if not path:
            self._extra.append((key, value))
        return ""

    def _chair(self) -> str:
        """The chair's name: given plainly, or as a person with ``name`` and ``role``."""
        chair = self._fields.get("chair", "")
        name = chair.get("name") if isinstance(chair, Mapping) else chair
        if isinstance(name, str):
            if name != chair:
                self._extra.append(("chair", chair))
            return name
        self._report("`chair` should be a name, or have `name` and `role`.", "chair")
        self._extra.append(("chair", chair))
        return ""

    def _list(self, key: str) -> list[object]:
        value = self._fields.get(key, "")
        if isinstance(value, list):
            return value
        if value != "":
            self._report(f"`{key}` should be a list: one line for each, beginning with “- ”.", key)
            self._extra.append((key, value))
        return []

    def _people(self, key: str) -> tuple[Attendee, ...]:
        people = []
        for position, entry in enumerate(self._list(key)):
            fields = entry if isinstance(entry, dict) else {"name": entry}
            name, role = fields.get("name"), fields.get("role", "")
            if not isinstance(name, str) or not name.strip() or not isinstance(role, str):
                self._report(
                    f"This entry of `{key}` should be a name, or have `name` and `role`.", key, position
                )
                self._extra.append((key, entry))
                continue
            people.append(Attendee(name, role))
            if fields.keys() - {"name", "role"}:
                self._extra.append((key, entry))
        return tuple(people)

    def _items(self) -> tuple[Item, ...]:
        items: dict[str, Item] = {}
        for position, entry in enumerate(self._list("items")):
            item = self._item(entry, position)
            if item is None:
                self._extra.append(("items", entry))
            elif item.id in items:
                self._report(
                    f"The item “{visible(item.id)}” is listed twice. Remove one of the two.",
                    "items",
                    position,
                )
                self._extra.append(("items", entry))
            else:
                items[item.id] = item
        return tuple(items.values())

    def _item(self, entry: object, position: int) -> Item | None:
        """One entry of ``items``, a mapping or only an id; ``None``, and told, for one that is neither."""
        where = ("items", position)
        fields = entry if isinstance(entry, dict) else {"id": entry}
        folder = fields.get("id")
        if not isinstance(folder, str):
            self._report(
                "This item has no `id`. Give it the name of its folder, such as id: 05-any-questions.", *where
            )
            return None
        if refusal := why_not_a_name(folder):
            self._report(f"{refusal} Give the item the `id` that its folder is named.", *where, "id")
            return None
        words = {key: self._text(fields, key, *where) for key in _ITEM_FIELDS}
        number, title = number_and_title(folder)
        if "number" not in fields:
            words["number"] = number
        words["title"] = words["title"] or title
        known = {"id", "exempt", *(key for key in _ITEM_FIELDS if isinstance(fields.get(key), str))}
        extra: Extra = tuple((k, v) for k, v in fields.items() if k not in known)
        return Item(id=folder, exempt=self._exempt(fields, position), extra=extra, **words)

    def _exempt(self, fields: Mapping[str, object], position: int) -> bool:
        """Whether the item is not for publication. What can't be understood counts as yes: nothing leaks."""
        said = fields.get("exempt", "")
        known = said.casefold() if isinstance(said, str) else None
        if known not in _YES | _NO:
            self._report("`exempt` should be true or false; taken as true.", "items", position, "exempt")
        return known not in _NO
