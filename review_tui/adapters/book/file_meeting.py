"""A meeting whose minutes are one file, read from the file and what is kept beside it. Opens nothing."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import field, replace

from review_tui.adapters.book.book_paths import MEETING
from review_tui.adapters.book.meeting_yaml import parse_meeting
from review_tui.adapters.book.minutes_files import MinutesFile
from review_tui.adapters.book.review_yaml import item_fields, known_items, updated
from review_tui.adapters.book.yaml_reader import YamlRefused, YamlTree, read_yaml
from review_tui.anchoring.item_identity import HowFound, ItemFound, KnownItem, assign_ids
from review_tui.language.file_sections import OPENING, FileSection, file_sections, split_level
from review_tui.language.minutes_head import MinutesHead, any_date_in, read_head
from review_tui.markdown.headings import find_headings, words_begin
from review_tui.model.date_format import format_date
from review_tui.model.frozen import frozen
from review_tui.model.meeting import UNDATED, Item, Meeting, Problem, Unsure
from review_tui.model.text import encode
from review_tui.model.visible import visible

MEETING_ACTS = "meeting"
"""The folder in ``acts`` that keeps those on the whole meeting; the others are called as the items."""
TEXT_FIELDS = ("body", "start", "venue", "chair")
"""What ``meeting.yaml`` says of a meeting in words."""
_ITEM_FIELDS = ("number", "title", "presenter")
_LEVELS = frozenset("123456")
_MOST_NAMED = 3
"""Items that a sentence names."""
_NAMELESS = "Meeting"
"""What a meeting is called whose body is not known."""


@frozen
class ReviewFacts:
    """What is kept beside a file of minutes, and what was said of its meeting in this session."""

    tree: YamlTree
    """What ``meeting.yaml`` says."""
    raw: bytes | None
    """Its bytes; ``None`` where there is none."""
    problems: Sequence[Problem]
    """What of it can't be read."""
    acted: Sequence[str]
    """The ids of items with acts."""
    said: Mapping[str, object]
    """``date`` and ``body``, where they were said and are not kept yet."""
    notes: Sequence[str] = ()
    """Notes elsewhere that were named, relative to the file."""


@frozen
class FileMeeting:
    """A meeting as its file has it now."""

    file: MinutesFile
    text: str
    locked: str
    """Why the minutes can't be amended, or empty."""
    sections: tuple[FileSection, ...]
    ids: tuple[str, ...]
    """The id of each section."""
    level: int
    """The level of the headings that begin items, where the book or the meeting fixes it; else 0."""
    known: tuple[KnownItem, ...]
    """The items as they were last recorded."""
    lost: Mapping[str, str]
    """A sentence for each item with acts whose text can't be told any more, by its id."""
    meeting: Meeting
    tree: YamlTree
    raw_yaml: bytes | None
    """The ``meeting.yaml`` beside the file; ``None`` where there is none."""
    problems: tuple[Problem, ...] = ()
    kept: Mapping[str, object] = field(default_factory=dict)
    """What was said of the meeting in this session, to be kept with the first act."""

    def section(self, item: str) -> FileSection | None:
        """The section that is ``item``; ``None`` where it can't be told."""
        return self.sections[self.ids.index(item)] if item in self.ids else None

    def yaml_with(self, text: str, ids: Sequence[str], sections: Sequence[FileSection]) -> bytes:
        """The ``meeting.yaml`` that records the items of ``text`` as they are."""
        now = [KnownItem.of(id_, section, text) for id_, section in zip(ids, sections, strict=True)]
        gone = [item for item in self.known if item.id in self.lost]
        fields = {"id": self.meeting.id, **self.kept}
        return updated(self.raw_yaml, self.tree, fields, [*now, *gone])


def parse_file_meeting(
    file: MinutesFile,
    id_: str,
    words: tuple[str, str],
    facts: ReviewFacts,
    names: tuple[str, str],
    text_of: Callable[[str, int], str | None],
) -> FileMeeting:
    """The meeting ``id_`` whose minutes are ``file``.

    ``words`` are its text and why it can't be amended (or empty). ``names`` are its whole path, by which its
    date may be told, and what goes before the names of its items as one would type them. ``text_of``, given a
    digest and the level of headings, is the newest recorded text of the item that had it.
    """
    text, locked = words
    tree = facts.tree
    known = known_items(tree)
    level = _heading_level(tree, facts.said) or _level_of_acts(text, known, facts.acted)
    sections = file_sections(text, level)
    ids, places = assign_ids(known, text, sections, lambda value: text_of(value, level))
    lost = _lost_item_sentences(places, known, facts.acted, ids, sections, names[1])
    has_title = len(sections) < 2 or not sections[0].heading  # noqa: PLR2004 -- the first of several items
    head = read_head(text, names[0], _front_matter(text), has_title=has_title)
    meeting, problems = _meeting(file, id_, tree, head, facts.said)
    items = _items(sections, ids, item_fields(tree))
    named = {item.id: item.heading for item in known}
    lost_items = tuple(Item(item, "", named.get(item) or item) for item in lost)
    told = [
        Problem(file.path, sentence)
        for sentence in (*lost.values(), *_found_by_text(places, known, sections, facts.acted))
    ]
    items += lost_items
    if not items:
        told.append(Problem(file.path, "Nothing is written in this file yet, so there is nothing to review."))
    unsure = meeting.unsure
    if unsure.date and unsure.likely_date is None:
        unsure = replace(unsure, likely_date=any_date_in(text, names[0]))
    meeting = replace(meeting, items=tuple(items), file=file.path, unsure=replace(unsure, lost=lost_items))
    kept = {**facts.said, **({"notes": list(facts.notes)} if facts.notes else {})}
    return FileMeeting(
        file,
        text,
        locked,
        sections,
        tuple(ids),
        level,
        known,
        lost,
        meeting,
        tree,
        facts.raw,
        (*facts.problems, *problems, *told),
        kept,
    )


def _heading_level(tree: YamlTree, said: Mapping[str, object]) -> int:
    """The level of headings that is fixed; 0 where it is found."""
    value = tree.fields.get("headings", said.get("headings", ""))
    return int(value) if isinstance(value, str) and value in _LEVELS else 0


def _level_of_acts(text: str, known: Sequence[KnownItem], acted: Collection[str]) -> int:
    """The level by which items that have acts are there, where they are not as the file is cut by itself.

    So what was reviewed as one item stays one, though a later version of this program finds more in it.
    Where headings split it, somebody meant them to.
    """
    if split_level(find_headings(text)):
        return 0
    there = {item.heading or (OPENING if item.id == OPENING else "") for item in known if item.id in acted}
    if not there or there <= _headings(file_sections(text)):
        return 0
    return next((int(n) for n in sorted(_LEVELS) if there <= _headings(file_sections(text, int(n)))), 0)


def _headings(sections: Sequence[FileSection]) -> set[str]:
    """What heads each section; the opening by its id, a text that nothing heads by nothing."""
    is_cut = len(sections) > 1
    return {section.heading or (OPENING if is_cut else "") for section in sections}


def _meeting(
    file: MinutesFile, id_: str, tree: YamlTree, head: MinutesHead, said: Mapping[str, object]
) -> tuple[Meeting, list[Problem]]:
    """The meeting without its items: what its ``meeting.yaml`` says goes before what the file says."""
    read: dict[str, object] = {key: getattr(head, key) for key in TEXT_FIELDS}
    read["date"] = head.date.isoformat() if head.date else ""
    read |= {key: value for key, value in said.items() if key != "notes"}
    own = {k: v for k, v in tree.fields.items() if k not in {"id", "items", "notes", "headings"}}
    fields = {k: v for k, v in {**read, **own}.items() if v or k in own}
    is_dated, is_named = bool(fields.get("date")), bool(fields.get("body"))
    fields.setdefault("date", UNDATED.isoformat())
    fields.setdefault("body", _NAMELESS)
    made, problems = parse_meeting(id_, YamlTree(fields, tree.lines))
    where = f"{file.review}/{MEETING}"
    told = [replace(problem, file=where) for problem in problems]
    if made is None:
        made = parse_meeting(id_, YamlTree({**fields, "date": UNDATED.isoformat()}, tree.lines))[0]
    assert made is not None  # noqa: S101 -- a date was given
    is_told = bool({"date"} & (own.keys() | said.keys()))
    is_doubtful = bool(head.title_date) and made.date not in {head.title_date, UNDATED} and not is_told
    if head.title_date and is_doubtful:
        told.append(
            Problem(
                file.path,
                f"The title gives {format_date(head.title_date)} as the day of the meeting, but "
                f"{format_date(made.date)} is taken, as the file's name or front matter has it. Put the "
                f"wrong one right, or write the right day into {where}, such as date: {head.title_date}.",
            )
        )
    if not is_dated:
        told.append(
            Problem(
                file.path,
                "The date of this meeting can't be read from the file or its name. Say it with "
                f"--date 2024-05-01, or write it into {where}, such as date: 2024-05-01.",
            )
        )
    if not (made.present or made.apologies or made.in_attendance):
        # Lists in the text are read by the checks, which see it whole.
        made = replace(made, present=head.present, apologies=head.apologies, in_attendance=head.in_attendance)
    unsure = Unsure(
        date=not is_dated or is_doubtful,
        body=not is_named,
        likely_date=head.title_date if is_doubtful else None,
    )
    return replace(made, unsure=unsure), told


def _front_matter(text: str) -> Mapping[str, object]:
    """What the front matter says; nothing where there is none, or it can't be understood."""
    end = words_begin(text)
    block = text[:end].removeprefix("\ufeff").strip()
    if not block.startswith("---"):
        return {}
    try:
        return read_yaml(encode("\n".join(block.splitlines()[1:-1]) + "\n")).fields
    except YamlRefused:
        return {}


def _items(
    sections: Sequence[FileSection], ids: Sequence[str], said: Mapping[str, Mapping[str, object]]
) -> list[Item]:
    made = []
    for section, id_ in zip(sections, ids, strict=True):
        own = said.get(id_, {})
        is_exempt = str(own.get("exempt", "")).casefold() not in {"", "false", "no", "off", "0"}
        number, title, presenter = (str(own.get(k) or getattr(section, k)) for k in _ITEM_FIELDS)
        made.append(Item(id_, number, title, presenter, exempt=is_exempt))
    return made


def _lost_item_sentences(
    places: Mapping[str, ItemFound],
    known: Sequence[KnownItem],
    acted: Sequence[str],
    ids: Sequence[str],
    sections: Sequence[FileSection],
    called: str,
) -> dict[str, str]:
    """A sentence for each item with acts that can't be told any more."""
    headings = {item.id: item.heading for item in known}
    found = {}
    for item in acted:
        if item in ids:
            continue
        heading = headings.get(item)
        what = f"the item “{visible(heading)}”" if heading else f"the item “{visible(item)}”"
        candidates = places[item].candidates if item in places else ()
        if candidates:
            names = " or ".join(
                f"“{visible(sections[n].title)}” ({called}{ids[n]})" for n in candidates[:_MOST_NAMED]
            )
            told = f"It may be {names} now, and the program does not guess."
        else:
            told = "Nothing in the file reads like it any more."
        found[item] = (
            f"What was done with {what} has lost its place: its heading or its text was changed in another "
            f"program. {told} Say which it is: review-tui place {called}{item} --now ITEM"
        )
    return found


def _found_by_text(
    places: Mapping[str, ItemFound],
    known: Sequence[KnownItem],
    sections: Sequence[FileSection],
    acted: Collection[str],
) -> Iterator[str]:
    """A sentence for each item with acts that has another heading now and was known by its text."""
    for item in known:
        found = places[item.id]
        if found.how is HowFound.BY_TEXT and found.place is not None and item.id in acted:
            now = visible(sections[found.place].heading)
            yield (
                f"The item “{visible(item.heading)}” is called “{now}” now, "
                "in another program's edit. It was known by its text, and what was done with it goes with it."
            )
