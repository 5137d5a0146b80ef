"""Reads who is listed anywhere in minutes, with what the list says that each is.

The roll (``attendance``) says who was there, and is shown to the reader, so it knows its labels. To know whom
a draft means, any list will do: "Workers' side: Jan Moor (SK), Eva Lind (Chair)", "Tellers: Ann Fry, Bo Lee",
"Convenor: Dr Ada Hart". It is one by its form: a label, and behind it names, offices and remarks.
"""

import re
from collections.abc import Iterator, Sequence

from review_tui.language.name_words import GIVEN, MAYBE_NAMES, NOT_NAMES, PARTICLES, PLACE_TYPES, SHORT_FORMS
from review_tui.language.person_mentions import TITLE, Person, is_title, title_of
from review_tui.language.person_names import read_name_at
from review_tui.language.roles import is_scribe, office_of
from review_tui.language.whole_names import read_whole_name
from review_tui.model.frozen import frozen
from review_tui.model.text import Span

_MARKS = re.compile(r"\*\*|__|(?<!\w)[*_]|[*_](?!\w)|\s[*\u2020](?=[;,.]|\s{0,4}\Z)|^[#>]{1,6}\s")
_LABEL = re.compile(
    r"[\W\d]{0,8}(?P<label>[^\W\d_][^:\n|;\d()]{1,70}?)\s{0,2}(?P<aside>\([^()\n]{1,40}\)\s{0,2})?"
    r":\s{0,4}(?P<rest>.{0,1800})"
)
"""The beginning of a list in its line: "Trustees present: ..."."""
_PEOPLE = re.compile(
    r"\b(?:present|roll|attend\w{0,6}|attendance|attendees|there|apolog\w{1,6}|regrets|absent|excused|sederunt|platform|members?|membership"
    r"|staff|board|side|team|panel|committee|guests?|delegates?|(?!(?:matt|pap|ord|off|lett|oth|numb|regist)ers\b)"
    r"[a-z]{3,20}(?:ers|ors|ees|ants|ents|ials|ars|ians|ists|men|women))\b",
    re.IGNORECASE,
)
"""What a label calls people of whom several follow."""
_NO_LABEL = re.compile(
    r"\b(?:date|time|venue|place|location|where|when|subject|agenda|minutes? of|next|note|to|cc|ref\w{0,8}"
    r"|action)\b",
    re.IGNORECASE,
)
_STOP = re.compile(r"(?<=[\w)\]*])\.\s{1,4}(?=[A-Z\d])")
_ALONE = re.compile(
    r"\b(?:present|attend\w{0,6}|attendance|attendees|apologies|regrets|absent|excused|sederunt|platform|members|membership|staff|officers"
    r"|trustees|governors|directors|councillors|delegates|guests)\W{0,4}\Z",
    re.IGNORECASE,
)
"""A line that announces a list below it."""
_BRACKETS = re.compile(r"\(([^()]{0,120})\)|\[([^\[\]]{0,120})\]")
_OF = re.compile(r"\s{1,4}(?:of|for|from|on behalf of)\s")
_AND = re.compile(r"(?:\A|\s)(?:and|&|together with|with)\s")
_DASH = re.compile(r"\s[\u2013\u2014/|-]\s")
_GIVEN = GIVEN | {name for group in SHORT_FORMS for name in group.split()}
_BULLET = re.compile(r"\A\s{0,8}(?:[-*\u2022\u2013]|\d{1,2}[.)])\s{1,8}")
_SURROUNDED = " \t.,:;*_\u2022"
_TOP, _LONGEST = 5000, 1800
"""Characters of a draft in which lists are looked for, and of a line of them."""
_MOST_LINES = 40
"""Lines below a label alone."""
_NAMES = re.compile(r"(?:full )?names?", re.IGNORECASE)
"""What heads a column of names that no word for people heads."""
_RULE = re.compile(r"[\s|:-]{1,400}")
_CROWD = 3
"""Pairs of capital words between commas that are people if as many are known to be as not."""
_FEWEST_SURNAMES, _MOSTLY_SURNAMES = 3, 0.6
"""Single words with a capital that are surnames in a list of those, and their share of its entries."""
_SHORTEST_SURNAME = 2
"""Letters than which a surname has more."""
_WERE_THERE = re.compile(
    r"(?P<people>[A-Z][^:;.|]{4,400}?)\s(?:were|was)\s(?:all\s|also\s)?"
    r"(?:present|in attendance|absent|excused)\b"
)
"""A list that is a sentence: "Directors Hale, Lind and Moor were present"."""
_THERE_WERE = re.compile(
    r"(?P<label>(?:Also )?(?:Present|In attendance|Attending|Those (?:present|attending|in attendance)))"
    r"(?: at the meeting)? (?:were|was)\s(?P<rest>[A-Z].{0,1800})"
    r"|.{0,40}?\b(?P<away>[Aa]pologies|[Rr]egrets)\b[^.:;]{0,50}? from:? (?P<absent>[A-Z].{0,1800})"
)
"""The same the other way round: "Present were Ann Lee (Chair), Bo Fry and Eva Lind"."""
_IN_BRACKETS = re.compile(r"[ \t]{0,2}\(([^()\n]{3,60})\)")
_MOST_WORDS, _LONGEST_LABEL = 5, 6
"""Words of a name, and of a label."""


@frozen
class Listed:
    """Somebody in a list."""

    person: Person
    roles: tuple[str, ...] = ()
    """Offices, as ``roles.office_of`` has them, and "scribe"."""
    handles: tuple[str, ...] = ()
    """Short names in brackets, as written: "PB", "@kim"."""


def people_listed(text: str) -> Iterator[Listed]:
    """The people of every list near the top of ``text``, in order; some may stand twice."""
    lines = [_MARKS.sub("", line).strip() for line in text[:_TOP].split("\n")]
    at = 0
    while at < len(lines):
        line = lines[at]
        at += 1
        if len(line) > _LONGEST:
            continue
        if line.startswith("|"):
            column = _column_of_names(line)
            at, found = _below_head(lines, at, column) if column is not None else (at, [])
            yield from found
            continue
        is_list = False
        for sentence in _sentences(line):
            label = _LABEL.match(sentence)
            if label and not label["rest"] and _is_label(label["label"]):
                at, found = _below(lines, at)
                yield from found
            elif label and label["rest"]:
                found = list(_behind(label["label"], label["rest"], goes_on=is_list))
                is_list = is_list or bool(found)
                yield from found
            else:
                yield from _told_in(sentence)
        if _ALONE.search(line) and not _LABEL.match(line) and len(line.split()) <= _LONGEST_LABEL:
            after, found = _below(lines, at)
            if found:
                at = after
                yield from found


def _told_in(sentence: str) -> Iterator[Listed]:
    """The people of a list that is a sentence, and those whose office stands in brackets."""
    if (there := _WERE_THERE.match(sentence)) and _is_of_surnames(there["people"]):
        yield from _people_of(there["people"])
    elif there := _THERE_WERE.match(sentence):
        label, rest = there["label"] or there["away"], there["rest"] or there["absent"]
        yield from _behind(label, rest, goes_on=False)
    else:
        yield from _with_offices(sentence)


def _with_offices(sentence: str) -> Iterator[Listed]:
    """Those with an office in brackets: "At the table were Ann Lee (Chair) and Bo Fry (Clerk)"."""
    for held in _IN_BRACKETS.finditer(sentence):
        if roles := tuple(_roles_in(held[1])):
            before = sentence[: held.start()].split()[-_MOST_WORDS:]
            lower = [n for n, word in enumerate(before) if not word[0].isupper() or word[-1] in ",;:"]
            name = " ".join(before[lower[-1] + 1 :] if lower else before)
            yield from (Listed(one.person, (*one.roles, *roles)) for one in _people_of(name))


def _sentences(line: str) -> Iterator[str]:
    """The sentences of a line; the stop of a title or an initial ends none."""
    start = 0
    for stop in _STOP.finditer(line):
        word = line[start : stop.start()].rsplit(maxsplit=1)[-1].strip("(")
        if len(word) > 1 and word != "Hon" and not is_title(word) and not is_title(word.capitalize()):
            yield line[start : stop.start()]
            start = stop.end()
    yield line[start:]


def _is_label(label: str) -> bool:
    return _PEOPLE.search(label) is not None and not _NO_LABEL.search(label)


def _below(lines: Sequence[str], at: int) -> tuple[int, list[Listed]]:
    """The entries in the lines below a label, and the line after them."""
    found: list[Listed] = []
    for line in lines[at : at + _MOST_LINES]:
        entry = _BULLET.sub("", line, count=1)
        if not entry:
            at += 1
            continue
        people = [] if _LABEL.match(entry) else list(_people_of(next(_sentences(entry)), is_entry=True))
        if not people:
            break
        found += people
        at += 1
    return at, found


def _column_of_names(head: str) -> int | None:
    """Which column of a table lists people, as its head says."""
    cells = [cell.strip(_SURROUNDED) for cell in head.strip("|").split("|")]
    return next(
        (n for n, cell in enumerate(cells) if _NAMES.fullmatch(cell) or _PEOPLE.fullmatch(cell)), None
    )


def _below_head(lines: Sequence[str], at: int, column: int) -> tuple[int, list[Listed]]:
    """The people of a column of a table, and the line after it."""
    found: list[Listed] = []
    for line in lines[at : at + _MOST_LINES]:
        if not line.startswith("|"):
            break
        at += 1
        cells = line.strip("|").split("|")
        if not _RULE.fullmatch(line) and column < len(cells):
            beside = " ".join(cells[:column] + cells[column + 1 :])
            is_of_several = any(said[0].lower().endswith("s") for said in _PEOPLE.finditer(beside))
            found += _people_of(cells[column], is_entry=True, is_of_several=is_of_several)
    return at, found


def _behind(label: str, rest: str, *, goes_on: bool) -> Iterator[Listed]:
    """The people behind a label in its line; ``goes_on``: another list stands before it."""
    if len(label.split()) > _LONGEST_LABEL or _NO_LABEL.search(label):
        return
    people = list(_people_of(rest))
    offices = list(_roles_in(label.replace("in the", "")))
    if len(people) == 1 and offices:
        one = people[0]
        yield Listed(one.person, (*offices, *one.roles), one.handles)
    elif people and (goes_on or _is_label(label) or any(p.roles or p.person.title for p in people)):
        yield from people


def _people_of(words: str, *, is_entry: bool = False, is_of_several: bool = False) -> Iterator[Listed]:
    """The people of a list without its label; nobody where it holds more of something else.

    ``is_of_several``: what stands beside calls them so, "Parent members".
    """
    found: list[Listed] = []
    before: list[str] = []
    others = 0
    is_crowd = is_of_several or _is_crowd(words)
    are_surnames = _is_of_surnames(words)
    for part in _BRACKETS.sub(_closed, words).split(";"):
        own: list[Listed] = []
        for is_behind_dash, piece in _pieces(part):
            said, aside = _BRACKETS.sub(" ", piece), _aside(piece)
            roles = [*_roles_in(aside)]
            if (held := office_of(said.strip(_SURROUNDED))) and TITLE.match(aside):
                said, roles = aside, [held]  # "the Treasurer (Mr Clore)"
            handles = re.findall(r"(?<!\w)@[\w-]{2,30}", aside)
            may_be_any = not own or is_crowd or not (is_entry or is_behind_dash or ";" in words)
            lead, person = _entry(said, may_be_any=may_be_any, is_surname=are_surnames)
            if person is not None:
                own.append(Listed(person, (*before, *lead, *roles), tuple(handles)))
                before = []
            elif own:
                more = (*_roles_in(said), *roles)
                own[-1] = Listed(own[-1].person, (*own[-1].roles, *more), (*own[-1].handles, *handles))
            elif office := [*_roles_in(said)]:
                before = office  # "Chairman - Mr Ambler"
            elif said.strip(_SURROUNDED):
                others += 1
                if is_entry:
                    return
        found += own
    if len(found) >= others:
        yield from found


def _is_crowd(words: str) -> bool:
    """Whether commas part people and not somebody from an office: "Bo Fry (Chair), Hine Pere and Ann Lee"."""
    pieces = [
        (_BRACKETS.sub(" ", piece).split(), piece) for _, piece in _pieces(_BRACKETS.sub(_closed, words))
    ]
    names = [(said, piece) for said, piece in pieces if len(said) > 1 and all(map(_may_be_part, said))]
    known = [said for said, piece in names if said[0].casefold() in _GIVEN or any(_roles_in(_aside(piece)))]
    return len(names) >= _CROWD and 2 * len(known) >= len(names)


def _entry(said: str, *, may_be_any: bool, is_surname: bool) -> tuple[list[str], Person | None]:
    alone = _surname_alone(said) if is_surname else ([], None)
    return alone if alone[1] else _named(said, may_be_any=may_be_any)


def _is_of_surnames(words: str) -> bool:
    """Whether most entries are single words with a capital: "Council Members Hale, Lind and Moor"."""
    pieces = [
        _BRACKETS.sub(" ", piece).strip(_SURROUNDED) for _, piece in _pieces(_BRACKETS.sub(_closed, words))
    ]
    entries = [piece for piece in pieces if piece and not office_of(piece)]
    alone = [piece for piece in entries if _surname_alone(piece)[1]]
    is_called = any(len(piece.split()) > 1 for piece in alone)
    return len(alone) >= _FEWEST_SURNAMES - is_called and len(alone) >= _MOSTLY_SURNAMES * len(entries)


def _surname_alone(piece: str) -> tuple[list[str], Person | None]:
    """Somebody of whom a list gives but the surname, and the office that stands before it."""
    tokens = piece.strip(_SURROUNDED).split()
    lead = tokens[:-1]
    if lead and _PEOPLE.fullmatch(lead[-1]) and lead[-1][0].isupper():
        lead = []
    name = tokens[-1] if tokens else ""
    is_name = (
        len(name) > _SHORTEST_SURNAME
        and _may_be_part(name)
        and name.casefold() not in PLACE_TYPES - MAYBE_NAMES
        and not _PEOPLE.fullmatch(name)
        and all(map(_is_office_word, lead))
    )
    if not is_name:
        return [], None
    office = office_of(" ".join(lead)) if lead else ""
    return ([office] if office else []), Person("", "", "", name, Span(0, len(name)), name)


def _aside(piece: str) -> str:
    """What stands in brackets."""
    return " , ".join(a or b for a, b in _BRACKETS.findall(piece))


def _closed(bracket: re.Match[str]) -> str:
    """Brackets without what parts the entries of a list."""
    return re.sub(r"[,;]|(?<=\s)(?:[/|\u2013\u2014-]|and|with|&)(?=\s)", "\u0001", bracket[0])


def _pieces(part: str) -> Iterator[tuple[bool, str]]:
    """What commas, "and" and dashes part; whether a dash stands before it."""
    for behind_comma in re.split(r",", part):
        for n, behind_dash in enumerate(_DASH.split(behind_comma)):
            if office_of(behind_dash.strip(_SURROUNDED)):  # "Police and Crime Commissioner"
                yield n > 0, behind_dash
            else:
                yield from ((n > 0, piece) for piece in _AND.split(behind_dash))


def _roles_in(words: str) -> Iterator[str]:
    """The offices that brackets, or words behind a name, name."""
    if not re.search(r"[/\u0001]", words) and (office := office_of(words.strip(_SURROUNDED))):
        yield office
        return
    for part in re.split(r"[,\u0001;/]|\band\b", words):
        if office := office_of(part.strip(_SURROUNDED)):
            yield office
        if is_scribe(part):
            yield "scribe"


def _named(words: str, *, may_be_any: bool) -> tuple[list[str], Person | None]:
    """The person that a piece of a list names, with the offices before the name."""
    said = words.strip(_SURROUNDED)
    tokens = said.split()
    if tokens and tokens[0].islower() and is_title(tokens[0].capitalize()):
        tokens[0] = tokens[0].capitalize()
    # "Deputy Chief Constable Ian Hale", "Town Mayor, Councillor Lumb"
    lead = 0
    while lead < len(tokens) - 1 and not is_title(tokens[lead]) and _is_office_word(tokens[lead]):
        lead += 1
    office = office_of(" ".join(tokens[:lead])) if lead else ""
    said = " ".join(tokens[lead:])
    if len(tokens) > lead + 1 and len(tokens[lead]) <= len("Yr") and is_title(tokens[lead + 1]):
        said = " ".join(tokens[lead + 1 :])  # "Y Cyng. Bebb"
    titled = TITLE.match(said)
    if titled:
        said = _OF.split(said, maxsplit=1)[0]
    name = said[titled.end() :] if titled else said
    parts = name.split()
    if not parts or len(parts) > _MOST_WORDS or not all(map(_may_be_part, parts)):
        return [], None
    if len(parts) == 1 and not titled:
        return [], None
    is_known = bool(titled) or parts[0].casefold() in _GIVEN or len(parts[0].strip(".")) == 1
    if not is_known and (parts[-1].casefold() in PLACE_TYPES or not may_be_any):
        return [], None
    person = read_whole_name(said, Span(0, len(said)))
    if person is None and titled:
        read = read_name_at(said, titled.end())
        person = (
            Person(title_of(titled), read.initials, read.given, read.surname, Span(0, len(said)), said)
            if read
            else None
        )
    return ([office] if office else []), person


def _is_office_word(word: str) -> bool:
    low = word.strip(".,").casefold()
    return low in NOT_NAMES or bool(office_of(low))


def _may_be_part(word: str) -> bool:
    """Whether a word may be part of a name in a list."""
    plain = word.strip(".,'\u2019")
    low = plain.casefold()
    if low in PARTICLES or (len(plain) == 1 and plain.isupper()):
        return True
    return (
        bool(plain)
        and plain[0].isupper()
        and not any(map(str.isdigit, plain))
        and low not in NOT_NAMES
        and (low in MAYBE_NAMES or not office_of(low))
        and not (plain.isupper() and len(plain) > 1)
    )
