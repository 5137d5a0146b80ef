"""Who sent apologies: by name or initials, in minutes and in notes."""

import re
from collections.abc import Iterator

from review_tui.facts.clash import Clash
from review_tui.facts.clauses import Clause
from review_tui.facts.links import telling_words
from review_tui.facts.pair import Pair
from review_tui.language.person_mentions import is_title
from review_tui.language.person_names import NAME_WORD
from review_tui.language.stop_words import GRAMMAR_WORDS
from review_tui.language.word_match import is_near, may_name

_APOLOGY = re.compile(r"\b(?:apolog\w+|apols?|ap|sorry|absent|regrets|abs)\b", re.IGNORECASE)
_APOLOGIES = re.compile(r"\W*(?:\d+\W+)?(?:an )?apolog|regrets|absent", re.IGNORECASE)


def apology_clashes(pair: Pair) -> Iterator[Clash]:
    """Who sent apologies, by name or initials, in both lists."""
    headed = [c for c in pair.clauses if _APOLOGIES.match(c.text)]
    headed += [
        pair.clauses[c.index + 1]
        for c in headed
        if len(c.text.split()) <= 5 and c.index + 1 < len(pair.clauses)
    ]
    noted = [
        j
        for j in pair.jottings
        if _APOLOGY.search(j.text) and not re.search(r"not apol", j.text, re.IGNORECASE)
    ][:2]
    if not headed or not noted:
        return
    words = [word for jotting in noted for word in _apology_words(pair, jotting)]
    names = [name for clause in dict.fromkeys(headed) for name in _apology_names(clause)]
    used: set[int] = set()
    lone = []
    for name in names:
        taken = {n for n, word in enumerate(words) if _sends(name, words, n)}
        used |= taken
        if not taken:
            lone.append(name)
    left = [
        w for n, w in enumerate(words)
        if n not in used and w[1][0][0].isupper() and len(w[1][0]) > 1 and not (w[1][0].isupper() and not pair.meant_by(w[1][0])[0])
    ]  # fmt: skip
    if len(lone) == 1 and left and left[0][1][0] != lone[0][1]["first"]:
        clause, match = lone[0]
        jotting, word = left[0]
        message = f"The draft has apologies from {match['last']}; the notes have them from {word[0]} ({jotting.where})."
        yield Clash(
            message, (clause.place(match.start(), match.end()), jotting.place(word.start(), word.end())), 3.0
        )


def _apology_words(pair: Pair, jotting: Clause) -> Iterator[tuple[Clause, re.Match[str]]]:
    line = [pair.jottings[j] for j in pair.links.lines[jotting.item]]
    lone = len(telling_words(jotting.text)) <= 1
    for piece in line:
        joined = piece is jotting or (
            0 <= piece.start - jotting.start - len(jotting.text) < 8 and jotting.text.rstrip()[-1:] == ","
        )
        if not joined and not (lone and piece.start > jotting.start and piece.start - jotting.start < 60):
            continue
        begin, end = _cell(piece.text, _APOLOGY.search(piece.text))
        for word in re.finditer(r"[A-Za-z][A-Za-z'-]*", piece.text):
            if (
                begin <= word.start() < end
                and not _APOLOGY.fullmatch(word[0])
                and word[0].lower() not in GRAMMAR_WORDS
                and word[0] not in {"Mr", "Mrs", "Ms", "Cllr", "Dr", "sends", "sent", "Absence"}
            ):
                yield piece, word


def _cell(text: str, match: re.Match[str] | None) -> tuple[int, int]:
    """Of a row of a table, the cell that tells of apologies, or the one before it."""
    if not match or "|" not in text:
        return 0, len(text)
    begin = text.rfind("|", 0, match.start())
    end = text.find("|", match.end())
    end = len(text) if end < 0 else end
    if re.fullmatch(r"\W*", text[begin + 1 : match.start()] + text[match.end() : end]):
        begin = text.rfind("|", 0, max(0, begin))
    return begin + 1, end


_NAMED = re.compile(
    rf"(?:(?P<first>{NAME_WORD}|[A-Z])\.?\s+)?(?:[A-Z]\.?\s+)?(?<![a-z])(?P<last>{NAME_WORD})(?=\s*(?:[,;.(\u2013-]|and\b|&|\Z|who|for))"
)
_NOBODY = frozenset(
    [
        "Apologies",
        "Apology",
        "Absence",
        "Team",
        "Councillors",
        "Cllrs",
        "Governors",
        "Members",
        "Parish",
        "Council",
        "Borough",
        "County",
        "Committee",
        "None",
        "There",
        "Board",
        "Health",
        "Care",
    ]
)


def _apology_names(clause: Clause) -> Iterator[tuple[Clause, re.Match[str]]]:
    for match in _NAMED.finditer(clause.text):
        inside = re.search(r"\([^)]*\Z", clause.text[: match.start()])
        if match["last"] not in _NOBODY and not is_title(match["last"]) and not inside:
            yield clause, match


def _sends(name: tuple[Clause, re.Match[str]], words: list[tuple[Clause, re.Match[str]]], n: int) -> bool:
    """Whether a word of the notes means somebody who sent apologies."""
    first, last = name[1]["first"] or "", name[1]["last"]
    first = "" if is_title(first) else first
    word = words[n][1][0]
    low = word.lower()
    if word.isupper() and 2 <= len(word) <= 3 and word[-1] == last[0] and (not first or word[0] == first[0]):
        return True
    if (
        word.isupper()
        and len(word) == 3
        and "-" in last
        and word == (first[:1] + "".join(p[0] for p in last.split("-")))
    ):
        return True
    before, after = _beside(words, n)
    if len(low) > 1 and may_name(low, last.lower()) and not (len(word) == 2 and word.isupper()):
        return not (
            len(first) > 2
            and len(before) > 2
            and before[0].isupper()
            and not is_near(before.lower(), first.lower())
            and not may_name(before.lower(), first.lower())
        )
    if len(first) > 2 and len(low) > 2 and may_name(low, first.lower()):
        return not (len(after) > 3 and after[0].isupper() and not may_name(after.lower(), last.lower()))
    return False


def _beside(words: list[tuple[Clause, re.Match[str]]], n: int) -> tuple[str, str]:
    piece, word = words[n]
    before = words[n - 1] if n else None
    after = words[n + 1] if n + 1 < len(words) else None
    return (
        before[1][0] if before and before[0] is piece and word.start() - before[1].end() <= 1 else "",
        after[1][0] if after and after[0] is piece and after[1].start() - word.end() <= 1 else "",
    )
