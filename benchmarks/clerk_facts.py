"""How clerks write the facts of a meeting: the same day, sum, number or person, in their own form."""

import random
import re
from collections.abc import Mapping, Sequence

from benchmarks.checks_corpus import Minutes
from benchmarks.clerk_words import VERBS
from benchmarks.minute_facts import MONTHS, NUMBER_WORDS, WEEKDAYS, Fact

_WORDED = re.compile(
    r"(?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?:of )?(?P<month>[A-Za-z]{3,9})"
    r"|(?P<month2>[A-Za-z]{3,9}) (?P<day2>\d{1,2})"
)
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_SUFFIXES = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
_RANK = re.compile(r"Cllr|Coun|Mrs?\Z|Miss|Ms\Z|Dr\Z|Borough|County|Parish|Chair|Vice")


def rendered(fact: Fact, dice: random.Random, dates: Sequence[str], names: Mapping[str, str]) -> str:
    """A fact as this clerk writes it; ``dates`` are the forms of dates, ``names`` those of people."""
    if fact.kind == "name":
        return names.get(fact.text, fact.text)
    if fact.kind == "date":
        return _date(fact.text, dice, dates)
    if fact.kind == "money":
        plain = re.sub(r"\.00\Z", "", fact.text) if dice.random() < 0.6 else fact.text
        return plain.replace(",", "").replace(" ", "") if dice.random() < 0.5 else plain
    if fact.kind == "verb":
        return dice.choice(VERBS.get(fact.text.lower(), (fact.text,)))
    if fact.text.lower() in NUMBER_WORDS:
        return str(NUMBER_WORDS.index(fact.text.lower())) if dice.random() < 0.7 else fact.text
    return re.sub(r" ?(?:per cent|percent)", "%", fact.text)


def keeps_year(fact: Fact, said: str) -> bool:
    """Whether the form of a date that was noted has its year, where the minutes have one."""
    year = _YEAR.search(fact.text)
    return fact.kind != "date" or not year or said.endswith(year[0][2:])


def _date(text: str, dice: random.Random, forms: Sequence[str]) -> str:
    worded = _WORDED.search(text)
    month = (worded["month"] or worded["month2"])[:3].lower() if worded else ""
    number = next((i for i, m in enumerate(MONTHS, 1) if m[:3].lower() == month), 0)
    if not worded or not number:
        return text
    day, year = int(worded["day"] or worded["day2"]), _YEAR.search(text)
    form = dice.choice(forms)
    if not year:
        form = re.sub(r"[./ ]?\{yy(?:yy)?\}", "", form) if "mon" in form else "{d}/{m}"
    yyyy, th = year[0] if year else "", _SUFFIXES.get(day, "th")
    said = form.format(d=day, m=number, mon=MONTHS[number - 1][:3], yy=yyyy[-2:], yyyy=yyyy, th=th)
    named = next((w for w in WEEKDAYS if text.lower().startswith(w.lower())), "")
    return f"{named[:3]} {said}" if named and dice.random() < 0.6 else said


def name_forms(source: Minutes, names: str) -> dict[str, str]:
    """How each name that is minuted is noted: ``full`` as it is, by ``surname`` or by ``initials``."""
    if names == "full":
        return {}
    people = {p.surname: p for p in (*source.present, *source.apologies)}
    forms = {}
    for mention in source.mentions:
        words, person = mention.fact.text, people.get(mention.surname)
        if person and words == person.short:
            continue
        forms[words] = _short(words, mention.surname)
        if names == "initials" and person:
            forms[words] = _initials(person.name, source) or forms[words]
    return forms


def _short(words: str, surname: str) -> str:
    if " " not in words and "." not in words:
        return words
    title = "Cllr " if re.match(r"Cllr|Coun", words) else "Mrs " if "Mrs" in words else ""
    return title + surname


def _initials(name: str, source: Minutes) -> str:
    """The initials of somebody on the roll, or empty when another has the same or too little is known."""
    mine = _letters(name)
    same = [p for p in (*source.present, *source.apologies) if _letters(p.name) == mine]
    return mine if len(same) == 1 else ""


def _letters(full: str) -> str:
    kept = [word for word in re.findall(r"[A-Z][\w'\u2019]*", full) if not _RANK.match(word)]
    return "".join(word[0] for word in kept) if len(kept) > 1 else ""
