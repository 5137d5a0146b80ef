"""Names and sums of items that are left out of public minutes, and that stand in others all the same."""

import re
from collections.abc import Iterator, Sequence

from review_tui.language.money import find_money
from review_tui.language.person_mentions import find_people
from review_tui.language.person_names import name_key
from review_tui.model.meeting import Meeting

Titled = tuple[str, str]
"""What an item is called (``Item 5``), and its words."""


def leaks(meeting: Meeting, left_out: Sequence[Titled], public: Sequence[Titled]) -> tuple[str, ...]:
    """Sentences: what of ``left_out`` stands in ``public`` too. People of the roll are no secret."""
    roll = (*meeting.present, *meeting.apologies, *meeting.in_attendance)
    known = {name_key(word) for person in roll for word in person.name.split()}
    known |= {name_key(word) for word in meeting.chair.split()}
    found: dict[str, None] = {}
    for secret, words in left_out:
        for title, text in public:
            for said in (*_leaked_names(words, text, known), *_leaked_sums(words, text)):
                found[f"“{said}” stands in {title} and in {secret}, which is left out."] = None
    return tuple(found)


def _leaked_names(secret: str, public: str, known: set[str]) -> Iterator[str]:
    surnames = {p.surname: p.text for p in find_people(secret) if name_key(p.surname) not in known | {""}}
    for surname, name in surnames.items():
        if re.search(rf"(?<!\w){re.escape(surname)}(?!\w)", public):
            yield name


def _leaked_sums(secret: str, public: str) -> Iterator[str]:
    there = {(money.value, money.currency) for money in find_money(public)}
    said = {(money.value, money.currency): money.text for money in find_money(secret)}
    yield from (text for sum_, text in said.items() if sum_ in there)
