"""What the words of a heading say: a number, a title, who presents. Emphasis, links and tags are left out."""

import re
from functools import lru_cache
from html import unescape

from review_tui.language.calendar_words import MONTH
from review_tui.language.minutes_words import ITEM, MONTH_WORD, ORDINALS
from review_tui.language.person_names import read_name_at

_NUMBER = re.compile(
    r"(?:(?:agenda[ \t]{1,3})?item[ \t]{1,3}(?:no\.?[ \t]{0,2})?(?P<item>\d{1,3}[a-z]?)"
    rf"|(?:{ITEM}\.?[ \t\u00a0]{{1,3}}(?:n[.ro°]{{0,2}}[ \t]{{0,2}})?"
    r"|§[ \t\u00a0]{0,2}|(?-i:[ÖN])[ \t\u00a0]{1,2})"
    r"(?P<other>\d{1,3}(?:[a-z](?![^\W\d_])|(?:\.\d{1,3}){1,2}|/\d{2,4})?)(?=\b)(?![ \t]{0,2}%)"
    rf"|(?P<ordinal>{'|'.join(ORDINALS)})(?=[ \t]{{0,1}}(?:\.[-\u2013]|[.:\u2013-]))"
    r"|(?:(?:min(?:ute)?\.?[ \t]{1,3}(?:no\.?[ \t]{0,2})?(?P<minute>\d{1,4}(?:/\d{1,4}){1,3}))"
    r"|(?P<code>(?-i:(?!(?:FY|[QH])\d)[A-Z]{1,5})\d{0,3}(?:/\d{1,4}){1,3}|\d{1,2},\d{3}\.\d{1,3}))"
    r"(?=\\?[.):]|[ \t]{0,2}[-\u2013\u2014\u00b7]|[ \t]{1,4}(?-i:[A-Z]))"
    r"|(?P<number>\d{1,3}(?:(?:\.\d{1,3}){0,3}[a-z]?|/\d{1,4}[a-z]?))"
    r"(?:[\u00ba\u00aa\u00b0](?=[ \t.)-])"
    r"|(?!:\d\d)(?=\\?[.):]|[ \t]{0,2}[-\u2013\u2014\u00b7]|[ \t]{1,4}[A-Z]))"
    r"|(?P<letter>[A-Z]|[IVX]{2,5})(?=\\?[.)][ \t]))"
    r"[ \t]{0,2}(?:\\?[.):][-\u2013]?|[-\u2013\u2014:\u00b7])?[ \t]{0,4}(?=\S)",
    re.IGNORECASE,
)
_MARKUP = re.compile(
    r"!?\[([^\]]{0,200})\]\([^)\s]{0,400}(?:[ \t]\"[^\"]{0,80}\")?\)"
    r"|</?[A-Za-z][^<>]{0,80}>|`|\{#[^}]{0,80}\}"
)
_PRESENTER = re.compile(
    r"(?P<all>[ \t]{0,3}(?:[(\[](?P<in>[^()\[\]]{3,80})[)\]]"
    r"|[-\u2013\u2014][ \t]{0,2}(?P<dash>[^-\u2013\u2014()\[\]]{3,60})"
    r"|,?[ \t](?P<by>presented by [^()\[\]]{3,60})))[ \t]{0,3}\Z"
)
_MONTH = re.compile(MONTH, re.IGNORECASE)
_OTHER_MONTH = re.compile(rf"(?:de )?{MONTH_WORD}(?![^\W\d_])", re.IGNORECASE)
_ROLE = re.compile(
    r"(?:present(?:er|ed by)|speaker|lead|led by|owner|by|introduced by|report(?:ed)? by)"
    r"[ \t]{0,2}:?[ \t]{0,3}",
    re.IGNORECASE,
)
_KEPT = 4_096
"""Headings whose parts are remembered: the meetings of a book have most of theirs in common."""
_SHORTEST_NAME = 2
"""Words of a name that stands without "presented by"."""


@lru_cache(maxsize=_KEPT)
def read_heading(words: str) -> tuple[str, str, str]:
    """The number, the title and the presenter that a heading says; each may be empty but the title."""
    plain = plain_heading(words)
    number, title = _split_number(plain)
    presenter = ""
    if match := _PRESENTER.search(title):
        named = _person(match["in"] or match["dash"] or match["by"])
        rest = title[: match.start("all")].rstrip(" ,;:-\u2013\u2014")
        if named and rest:
            presenter, title = named, rest
    return number, title or plain, presenter


def number_end(words: str) -> int:
    """Where the number ends that ``words`` begin with, with what parts it from the rest; 0 without one."""
    match = _NUMBER.match(words)
    return match.end() if match and _split_number(words)[0] else 0


def plain_heading(words: str) -> str:
    """The words of a heading as a reader sees them, without emphasis, links and tags."""
    shown = _MARKUP.sub(lambda match: match[1] or "", unescape(words))
    shown = re.sub(r"(\*{1,3}|_{2,3}|~~)(?=\S)(.{1,300}?)(?<=\S)\1", r"\2", shown)
    return " ".join(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", shown).split())


def _split_number(plain: str) -> tuple[str, str]:
    match = _NUMBER.match(plain)
    if match is None:
        return "", plain
    ordinal = match["ordinal"]
    other = match["other"] or (str(ORDINALS[ordinal.casefold()]) if ordinal else "")
    number = match["item"] or other or match["minute"] or match["code"] or match["number"] or match["letter"]
    rest = plain[match.end() :]
    if _begins_with_month(rest) or (match["letter"] and not number.isupper()):
        return "", plain  # "1 May 2024" is a date
    return number, rest


def _begins_with_month(words: str) -> bool:
    return (_MONTH.match(words) or _OTHER_MONTH.match(words)) is not None


def _person(words: str) -> str:
    """The name that ``words`` are, or empty."""
    role = _ROLE.match(words.strip())
    name = words.strip()[role.end() if role else 0 :].strip()
    found = read_name_at(name, 0)
    whole = found is not None and found.end == len(name.rstrip("."))
    is_name = whole and (
        role is not None or (len(name.split()) >= _SHORTEST_NAME and bool(found and found.given))
    )
    return name if is_name else ""
