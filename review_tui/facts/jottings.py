"""Takes notes apart into jottings, each with the line that it is of: one thing that somebody took down.

Hands differ: a line for each thing, a page run together with dashes, talk without stops, a log with the time before
each line. What a line begins with (its number, the time at which it was said or sent) is no part of what it says.
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from review_tui.facts.clauses import Clause, short_enough
from review_tui.language.calendar_words import MONTH, WEEKDAY
from review_tui.language.note_marks import without_note_marks
from review_tui.language.number_words import NUMBER_WORDS, ORDINALS, SPOKEN
from review_tui.language.word_index import WordIndex
from review_tui.model.material import Document
from review_tui.model.passages import passages
from review_tui.model.soft_wraps import NARROWEST, WIDEST, can_not_end
from review_tui.model.text import Span

_LONG_JOTTING = 22
"""Words from which a jotting, of speech say, is cut into pieces."""
_PIECE = 14
"""Words of such a piece."""
_ROW_WORDS = 24
"""A row of a table with at most so many words is one jotting."""
_FEWEST_DASHES, _DASHED = 3, 12
"""Dashes of a line whose jottings stand between them, and the words on each at most."""
_SAYS_LITTLE = 2
"""Words from which what stands between two dashes says something by itself, but for a figure."""
_FULL, _LONG = 0.9, 0.75
"""Share of the widest line that one has to reach, with the next word, to have been wrapped; and one that can't end so."""
_FEWEST_STAMPS = 5
_HALF_A_DAY, _LONG_PAUSE = 720, 120
"""Minutes after which a clock without am or pm begins again, and that pass between two lines of a log at most."""
_RISING = 0.85
"""Share of such lines that are no earlier than the one before, in a log."""

_JOT_END = re.compile(
    r"\s\|\s|(?<=\S)\s{2,}(?=\S)(?!-1:)|(?<=[a-z\u2713\u2717)\"'])\.\s+|\.\.+\s*|;\s+(?![-\u2212]1\b)|[?!]+\s+(?=\S)|\s+/\s+(?=[A-Za-z]{3}|\d{2,} [a-z]{3})(?![A-Za-z]+[^\w\n\])]*\Z)"
    r"|\s+um\s+|(?<=\s)\[|(?<=\w{4})\.\s+|(?<=\b[A-Z]{2})\.\s+(?=[A-Z])|(?<=\d)\.\s+(?=[a-zA-Z]|\d{1,3} [a-z]{3})|(?<=[%+])\.\s+(?=\w)|(?:(?<=[A-Z]{3})|(?<=\bNO)|(?<=\bOK))\.\s+(?=[a-z]{3}|[a-z]{2} [a-z]|\d{1,2} [a-z]{3})|\s[\u00b7\u2022]\s|\s//\s"
)
"""Where one jotting of a line ends and the next begins."""
_TICK = re.compile(r"(?<=\w \S)\s+(?<=[\u2713\u2714\u2717\u2718] )(?=[^\W\d_]{3})")
"""What stands between a thing that was ticked off and the next, where a line has several."""
_DASH = re.compile(r"\s+[-\u2013\u2014]\s+(?=\S)")
_SHORT_WORD = re.compile(r"(?<![^\W_])([^\W\d_]{2,6})(?![^\W_])(\.(?=\s))?")
"""A word that may be cut short, and the stop behind it."""
_LAST_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]+\Z")
_TITLE = re.compile(
    r"(?<![^\W_])(?:Dr|Mr|Mrs|Ms|Mx|Prof|Revd?|Hon|Cllrs?|St|Sgt|Capt|Col|Supt|No|Nos|Rs|Smt|Adv|[Vv]s|[vc])\Z"
)
"""A word whose stop ends nothing: a name or a number follows."""
_OF_CALENDAR = re.compile(rf"{MONTH}|{WEEKDAY}", re.IGNORECASE)
_SURELY_SHORT = 0.6
"""How surely it must stand for a word of the draft."""
_TIMED = re.compile(r"\d\d:\d\d(?::\d\d)?[.,]\d+\s*(?:-->|\u2013>|\u2014)|WEBVTT|NOTE\b|\W*\Z")
"""A line of captions or a table that says nothing."""
_COUNTED_CUE = re.compile(r"\s*\d{1,6}\s*\Z")
"""A line of captions that only counts them; in other notes it may be the hour at which the meeting closed."""
_STAMP = re.compile(
    r"\s*\[?\d{1,2}:\d\d(?::\d\d)?\]?\s+(?=[A-Za-z<@#])"
    r"|[\s\u200e\u200f]*\[?\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},?\s+\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?)?(?:\]\s*|\s+[-\u2013]\s+)[\u200e\u200f]*"
    rf"|\s*\[(?:(?:{WEEKDAY}\.?,?\s)?(?:\d{{1,2}}[/.]\d{{1,2}}|\d{{1,2}}\s{MONTH}|{MONTH}\s\d{{1,2}}),?\s+)?\d{{1,2}}[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?)?(?:,\s\d{{1,4}}[/.-]\d{{1,2}}(?:[/.-]\d{{2,4}})?)?\]\s*(?=\S)",
    re.IGNORECASE,
)
"""The time at which a line of a log was said, or the day and time at which a message was sent."""
_CLOCK = re.compile(
    r"[ \t]*\[?(?P<hour>[01]?\d|2[0-4])[:.h]?(?P<minute>[0-5]\d)\]?(?:\s?[ap]m)?[ \t]*[-\u2013|]?[ \t]+(?=\S)"
)
"""The same without a colon, where the lines of the notes go on so."""
_NUMBERED = re.compile(rf"[\s>]*(?:\d{{1,2}}\.|\(?\d{{1,2}}\))\s+(?=[^\W\d_])(?!{MONTH})", re.IGNORECASE)
_NOTHING_SENT = re.compile(
    r"(?:[^:\n]{1,40}:)?[<\u200e ]*(?:media|image|video|audio|sticker|gif|document) omitted|(?:this message was|you) deleted|messages and calls are",
    re.IGNORECASE,
)
"""What a chat puts in the place of a message."""
_COLUMNS = re.compile(r"\s\|(?:\s|\Z)")
"""What stands between the columns of a page that is written in columns, where no line goes on in the next."""
_RULE = re.compile(r"\n\s*\|?[\s:|\u2013-]+\|[\s|:\u2013-]*(?:\n|\Z)")
_NUMBER = (
    rf"(?:\d[\d.,]*(?:st|nd|rd|th)?|{NUMBER_WORDS}(?:[\s-]{NUMBER_WORDS})*(?:[\s-](?:{'|'.join(ORDINALS)}))?)"
)
_CORRECTED = re.compile(
    rf"\b(?:{WEEKDAY}\.?,? )?{_NUMBER}(?P<of>(?:/?[a-z]{{1,5}}|)(?: (?!(?:{SPOKEN})\b)[a-z]+){{0,3}}?)(?P<sign>[,.;]?\s+(?:no,? sorry|sorry|no wait|er no|i mean|correction|scratch that|scrap that|scrub that|no (?:he|she|they) (?:said|says|meant|means))[, ]+|,?\s+no,\s+"
    rf"|\s*[-\u2013,]\s*(?:no,|no wait,?|sorry,?|correction:?|i mean) "
    rf"|[,.!]?\s+no,?\s+(?:(?:wait|sorry|hang on|actually|e?rr?m?|um+|that'?s|that (?:is|was)|it'?s|it was|was|i mean|make (?:it|that)|so|but|(?:the|a|for) \w+),?\s+){{1,6}}"
    rf"|\s*[\u2717\u2718\u274c]\s*|\s*\(\s*(?:no,? )?(?:it'?s|actually|really|s/b|shd be|should be)\s)(?=(?:{WEEKDAY}\.?,? )?{_NUMBER})",
    re.IGNORECASE,
)
"""A figure that is taken back: "twelve, no sorry, thirteen", "mon 15 sept no thats the count so tues 16th", "15y \u2717 7y", "27 mar (its
24"."""
_PAST = re.compile(
    rf"(?<![\w.,:/-]){_NUMBER}(?P<of> past| to)(?P<sign> no,? )(?={_NUMBER}(?P=of)\b)", re.IGNORECASE
)
"""The same of an hour: "ten past no twenty past two"."""
_MONTH_BEFORE = re.compile(rf"\b{MONTH}\.?\s\Z", re.IGNORECASE)
_SO_LONG = re.compile(
    rf"{_NUMBER}\s?(?:y(?:ea)?rs?|m(?:on)?ths?|w(?:ee)?ks?|days?|hrs?|hours?|mins?)\b", re.IGNORECASE
)
"""A month before what is taken back, and a length of time in its place."""
_INSTEAD = re.compile(
    rf"(?<![\w.,:/-]){_NUMBER}(?:st|nd|rd|th)? (?P<of>{MONTH}|y(?:ea)?rs?|m(?:on)?ths?|w(?:ee)?ks?|days?|hrs?|hours?|mins?|minutes?|miles?|metres?|km|[ap]m|pounds?|quid|%)(?P<sign>,? no,? )(?={_NUMBER}(?:st|nd|rd|th)? (?P=of)\b)",
    re.IGNORECASE,
)
"""The same where only what it is of is said again: "sun 22 june no 15th june", "8 yr no TEN yr"."""
_IN_BRACKETS = re.compile(
    r"(?<![\w.,:/-])\d{2,4}(?P<of>(?: [a-z]+){0,3}?)(?P<sign>\s*\(no,?\s+)(?=\d{1,2}[.:]?\d\d\))",
    re.IGNORECASE,
)
"""The same of an hour in brackets: "705 CU out (no 7.15)"."""
_OTHER_MONTH = re.compile(
    rf"(?<![\w/])(?:(?:end|mid|early|late|beg(?:inning)?)[\s-](?:of\s)?|\d{{1,2}}(?:st|nd|rd|th)?\s)?{MONTH}\b(?P<of>)"
    rf"(?P<sign>(?:\s*[-\u2013\u2014]{{1,2}}\s*no,?|,?\s+(?:sorry|er no),?|,\s*no,)\s+)(?=(?:(?:end|mid|early|late)[\s-]|\d{{1,2}}(?:st|nd|rd|th)?\s)?{MONTH}\b)",
    re.IGNORECASE,
)
"""The same of a day or month: "by end nov - no, 31 oct"."""
_SAID_AGAIN = re.compile(
    rf"(?<![\w/])(?:(?:(?:by|on|at) )?(?:end|mid|early|late)[\s-](?:of\s)?|\d{{1,2}}(?:st|nd|rd|th)?\s)?{MONTH}\b(?P<of>)"
    rf"(?P<sign>,? no,? (?:he|she|they|it'?s) (?:said |says |meant )?(?:the )?)(?={WEEKDAY}|\d{{1,2}}(?:st|nd|rd|th)|{MONTH}\b)",
    re.IGNORECASE,
)
"""The same of a day that somebody gave otherwise at once: "by end of jan, no he said friday 30th"."""
_STRUCK = re.compile(r"(?<![\w~])~(?=[^\s~])[^~\n]{1,40}(?<=[^\s~])~(?![\w~])")
"""What is struck out between single tildes: "~1,268~ 1,286"."""
_SUBSTITUTED = re.compile(r"(?m)^[^\n]*?\bs/(?P<old>[^/\n]{1,40})/(?P<new>[^/\n]{1,40})/")
_NOT_OLD = re.compile(
    r"(?<![\w./])[\d][\d.,/]*\w{0,3}(?:,? (?:not|NOT) (?P<old>\d[\d.,/]+\d)|!{1,3} (?:not|NOT) (?P<short>\d{2}))(?![\w/])"
)
"""A figure of which a later line says that it was wrong: "new fee is 545 not 560"."""
_UNSPLIT = re.compile(
    rf"(?:(?:{SPOKEN})(?:-(?:{SPOKEN}))?|pounds?|of|point|and|to|hundred|a|half|quarters?|(?:\w+(?:st|nd|rd|th|ird|ond|fth))|{MONTH}|\d.*)[.,]?",
    re.IGNORECASE,
)
"""A word of a number, a sum or a day that is told in several."""
_COUNTS = re.compile(rf"(?:{SPOKEN})|\d{{1,3}}", re.IGNORECASE)
"""A number by itself, which counts what follows it."""
_TURNS = re.compile(
    r"(?:um+|uh+|er+m?|anyway|okay|right|so|then|next|also|now|but|because|moving|item|number)\Z",
    re.IGNORECASE,
)
"""Words with which who speaks goes on to something else."""
_NOT_MINUTED = re.compile(
    r"(?:don'?t|do not|not)\s+(?:to\s+)?(?:be\s+)?(?:minuted?|for (?:the )?min|record)|leave (?:that )?out|off the record"
    r"|^\W{0,3}[\[(][^\])\n]*?\b(?:voice (?:memo|note)|(?:auto\W?)?transcri\w+|dictated|typed (?:up|off|from)|recorded (?:in|on))\b[^\])\n]*[\])]\W*\Z"
    r"|not minuted|\(not now\)|no mins?\b|^\W*(?:in )?(?:the )?margin\b\W*[:\]]|^\W*off:|off mike|not minutes|\bnot for (?:the )?(?:cttee|ctte|committee)\b|\(not (?:cttee|ctte|committee)\)",
    re.IGNORECASE,
)


def jottings_of_notes(
    documents: tuple[Document, ...], told: frozenset[str] = frozenset()
) -> tuple[Clause, ...]:
    """The jottings of all notes, in order. ``told``: the words of the draft, by which a word cut short is known."""
    found: list[Clause] = []
    line = 0
    for document in documents:
        plain = without_note_marks(document.text)
        lines = _by_line(document, plain.text, plain.from_source)
        starred = [plain.from_source(Span(*star.span("words"))) for star in _STARRED.finditer(document.text)]
        text = _without_what_was_taken_back(_without_starred(lines, starred))
        short = _cut_short_with_stop(text, told)
        is_log = _is_log(text)
        for match in re.finditer(r"[^\n]+", text):
            words = match[0]
            if _TIMED.match(words) or not any(map(str.isalnum, words)):
                continue
            if _COUNTED_CUE.match(words) and "-->" in text:
                continue
            if words.lstrip().startswith("|") and _RULE.match(text, match.end()):
                continue
            begin = _words_begin(words, is_log=is_log)
            if _NOTHING_SENT.match(words, begin) or not words[begin:].strip():
                continue
            line += 1
            opens, closes = _not_minuted(words)
            ends = _jottings(lines[slice(*match.span())], begin, short)
            for start, end in short_enough(words, ends):
                found.append(
                    Clause(
                        len(found), document, plain, words[start:end], match.start() + start, 0, line,
                        line, is_private=opens <= start and end <= closes, stamp=words[:begin] if start == begin else "",
                    )
                )  # fmt: skip
    return tuple(found)


def _not_minuted(words: str) -> tuple[int, int]:
    """From where to where a line is not to be minuted, if it says so: all of it, or what the brackets around that hold."""
    said = _NOT_MINUTED.search(words)
    if said is None:
        return len(words), 0
    opens, closes = words.rfind("(", 0, said.start()), words.find(")", said.end())
    if opens >= 0 and ")" not in words[opens : said.start()]:
        end = closes if closes >= 0 else len(words)
        if re.search(r"\w", words[opens : said.start()] + words[said.end() : end]):
            return opens, end + 1
    return 0, len(words)


def _by_line(document: Document, text: str, from_source: Callable[[Span], Span]) -> str:
    """``text`` with the line ends of the file, but where a line was only wrapped; as long as before.

    Markdown takes a line that is set in under another for the same paragraph. A clerk does not.
    """
    found = passages(document.source)
    lines = document.source.split("\n")
    widest = max(map(len, lines), default=0)
    parts = list(text)
    for joint, before, after in (
        (joint, found_before, found_after)
        for passage in found
        if passage.joints
        for joint, (found_before, found_after) in zip(passage.joints, pairwise(passage.lines), strict=True)
    ):
        words = before.of(document.source).rstrip()
        first = after.of(document.source).split(None, 1)
        width = joint.start - document.source.rfind("\n", 0, joint.start) + len(first[0] if first else "")
        is_full = NARROWEST <= widest <= WIDEST and width > widest * _FULL
        is_row = _COLUMNS.search(words) is not None and _COLUMNS.search(after.of(document.source)) is not None
        is_further_out = _indent(document.source, after.start) < _indent(document.source, before.start)
        is_long = width > widest * _LONG
        if is_row or is_further_out or not (is_full or (is_long and can_not_end(words))):
            at = from_source(document.map.from_source(joint)).start
            if parts[at : at + 1] == [" "]:
                parts[at] = "\n"
    return "".join(parts)


def _indent(text: str, at: int) -> int:
    """The columns before the words that begin at ``at``."""
    return at - text.rfind("\n", 0, at) - 1


def _words_begin(words: str, *, is_log: bool) -> int:
    """Where what a line says begins, behind its time or its number."""
    stamp = _STAMP.match(words) or (_CLOCK.match(words) if is_log else None)
    begin = stamp.end() if stamp else 0
    number = _NUMBERED.match(words, begin)
    return number.end() if number else begin


def _is_log(text: str) -> bool:
    """Whether lines of notes begin with the time of day, though without a colon: "0938 pilot reports", "602 call to order"."""
    hours = [int(m["hour"]) * 60 + int(m["minute"]) for line in text.split("\n") if (m := _CLOCK.match(line))]
    rising = sum(0 <= (later - earlier) % _HALF_A_DAY <= _LONG_PAUSE for earlier, later in pairwise(hours))
    return len(hours) >= _FEWEST_STAMPS and rising >= _RISING * (len(hours) - 1)


def _without_what_was_taken_back(text: str) -> str:
    """``text`` with blanks for figures that were corrected at once, in a later line, or by ``s/old/new/`` in a log."""
    text = _STRUCK.sub(lambda struck: " " * len(struck[0]), text)
    for pattern in (_CORRECTED, _INSTEAD, _IN_BRACKETS, _OTHER_MONTH, _SAID_AGAIN, _PAST):
        text = pattern.sub(_blanks_for, text)
    for change in _SUBSTITUTED.finditer(text):
        before = text.rfind(change["old"], 0, change.start())
        if before >= 0:
            text = _without(text, before, before + len(change["old"]))
        text = _without(text, *change.span("old"))
    for change in _NOT_OLD.finditer(text):
        line, old = text.rfind("\n", 0, change.start()), change["old"] or change["short"]
        said = [*re.finditer(rf"(?<![\w.,/]){re.escape(old)}(?![\w/]|[.,]\d)", text[: max(line, 0)])]
        if len(said) == 1:
            text = _without(text, *said[0].span())
    return text


def _without(text: str, start: int, end: int) -> str:
    """``text`` with blanks between two places, so that all others stay where they are."""
    return text[:start] + " " * (end - start) + text[end:]


def _without_starred(text: str, starred: Iterable[Span]) -> str:
    """``text`` with blanks for what the next line puts right behind a star, as chats do: "Stu chairing", "*Wes chairing sorry".

    ``starred``: where such lines say it.
    """
    for star in starred:
        line = text.rfind("\n", 0, star.start) + 1
        before = [*_BARE_WORD.finditer(text, text.rfind("\n", 0, max(0, line - 1)) + 1, line)]
        words = [*_BARE_WORD.finditer(text, star.start, star.end)]
        if len(words) == 1 and words[0][0].isdigit():  # "budget nxt yr 2025", "*2026"
            figures = [m for m in before if m[0].isdigit() and len(m[0]) == len(words[0][0])]
            if len(figures) == 1:
                text = _without(text, *figures[0].span())
        for word, then in pairwise(words):
            wrong = [m for one, other in pairwise(before) for m in [_put_right(one, other, word, then)] if m]
            if len(wrong) == 1:
                text = _without(text, *wrong[0].span())
                break
    return text


def _put_right(
    one: re.Match[str], other: re.Match[str], word: re.Match[str], then: re.Match[str]
) -> re.Match[str] | None:
    """Which of two words is put right by two others: a figure behind the same word, a name before it."""
    if one[0] == word[0] and other[0] != then[0] and other[0][:1].isdigit() and then[0][:1].isdigit():
        return other
    is_name = one[0] != word[0] and one[0].istitle() and word[0].istitle()
    return one if is_name and other[0] == then[0] else None


_STARRED = re.compile(r"(?m)^(?:[ \t]*\[?\d{1,2}[:.]\d\d\]?)?[ \t]*\*(?P<words>(?=\w)[^*\n]+)$")
"""A line that puts the one before right."""
_BARE_WORD = re.compile(r"\w[\w'.-]*")
"""A word or figure without the signs around it."""


def _blanks_for(taken_back: re.Match[str]) -> str:
    """Blanks for a figure and for the sign that takes it back; what it was of stays."""
    text = taken_back.string
    if _MONTH_BEFORE.search(text, 0, taken_back.start()) and _SO_LONG.match(text, taken_back.end()):
        return taken_back[0]  # "from nov 1 - no wait 3 yrs": it is not the day that is taken back
    kept = taken_back["of"]
    before = taken_back.start("of") - taken_back.start()
    return " " * before + kept + " " * (len(taken_back[0]) - before - len(kept))


@lru_cache(maxsize=8192)
def _jottings(words: str, begin: int, short: frozenset[str]) -> tuple[tuple[int, int], ...]:
    """The jottings of a line as offsets in it."""
    ends: list[re.Match[str]] = (
        []
        if words.lstrip().startswith("|") and len(words.split()) <= _ROW_WORDS
        else [
            m
            for m in _JOT_END.finditer(words, begin)
            if not (_only_ends_short_word(words, m, short) or _parts_names(words, m))
        ]
    )
    ticks = [*_TICK.finditer(words, begin)]
    if len(ticks) > 1:
        ends = sorted([*ends, *ticks], key=lambda m: m.start())
    dashes = [*_DASH.finditer(words, begin)]
    count = len(words[begin:].split())
    if count > _LONG_JOTTING and len(dashes) >= max(_FEWEST_DASHES, count / _DASHED, 2 * len(ends)):
        ends = _merged_ends(words, begin, [*ends, *dashes])
    found: list[tuple[int, int]] = []
    at = begin
    for start, end in [*((m.start(), m.end()) for m in ends), (len(words), len(words))]:
        if any(letter.isalnum() or letter in "\u2713\u2717" for letter in words[at:start]):
            found += _pieces(words, at, start)
        at = end
    return tuple(found)


def _merged_ends(words: str, begin: int, ends: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """The ends of the jottings between dashes, without those that leave a word or a figure alone."""
    kept: list[re.Match[str]] = []
    ordered = sorted(ends, key=lambda m: m.start())
    at = begin
    for end, following in zip(ordered, [*(m.start() for m in ordered[1:]), len(words)], strict=True):
        if end.start() < at:
            continue
        is_dash = end[0].strip() in {"-", "\u2013", "\u2014"}
        if is_dash and (
            len(words[at : end.start()].split()) < _SAYS_LITTLE or _says_little(words[end.end() : following])
        ):
            continue
        kept.append(end)
        at = end.end()
    return kept


def _says_little(words: str) -> bool:
    """Whether words between dashes belong to what stands before them: one alone, or a figure."""
    count = len(words.split())
    return count < _SAYS_LITTLE or (count == _SAYS_LITTLE and re.match(r"\W*\d", words) is not None)


_NAME_BEFORE = re.compile(r"(?:\A|[.,;|\u2013\u2014-]\s*|\s{2})[A-Z][a-z]{1,14}(?: [A-Z])?\Z")
_NAME_BEHIND = re.compile(r"[A-Z][a-z]{1,14}(?: [A-Z])?(?=\s*(?:\Z|[.,;|\u2013\u2014(]|\s\s|\d))")


def _parts_names(words: str, end: re.Match[str]) -> bool:
    """Whether a stroke stands between two who move and second: "Tamati / Ellery. carried"."""
    return (
        end[0].strip() == "/"
        and _NAME_BEFORE.search(words, 0, end.start()) is not None
        and _NAME_BEHIND.match(words, end.end()) is not None
    )


def _only_ends_short_word(words: str, end: re.Match[str], short: frozenset[str]) -> bool:
    """Whether a stop ends no jotting but a word cut short: "comm. benefit", "bef. 21st", "Dr. Haroun"."""
    if end[0] not in {". ", "."}:
        return False
    word = _LAST_WORD.search(words, 0, end.start())
    if word is None:
        return False
    if _TITLE.search(words, 0, end.start()):
        return True
    after = words[end.end() : end.end() + 1]
    is_named = word[0] in short and after.islower()
    return is_named or ((after.islower() or after.isdigit()) and word[0].lower() in short)


def _cut_short_with_stop(text: str, told: frozenset[str]) -> frozenset[str]:
    """The words of notes that stand short for the draft's, in a hand that ends most such words with a stop.

    In another hand a stop ends what was said: "til 31 mar. declan puts notice up". Only those with a capital are
    taken there, as they are written: who begins what was said with a small letter begins no word with a large one
    to end it with a stop ("Caw. prop Att., Mox. sec").
    """
    counts = Counter((m[1].lower(), bool(m[2])) for m in _SHORT_WORD.finditer(text))
    index = WordIndex(told)
    short = {w for w in {word for word, _ in counts} if w not in told and _stands_short(w, index)}
    stopped = sum(count for (word, stop), count in counts.items() if word in short and stop)
    if stopped > sum(counts[word, False] for word in short):
        return frozenset(short)
    return frozenset(
        m[1]
        for m in _SHORT_WORD.finditer(text)
        if m[2] and m[1][0].isupper() and m[1].lower() in short and not _OF_CALENDAR.fullmatch(m[1])
    )


def _stands_short(word: str, told: WordIndex) -> bool:
    return any(
        len(other) > len(word) and other[0] == word[0] and share >= _SURELY_SHORT
        for other, share in told.stood_for_by(word).items()
    )


def _pieces(words: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A jotting, cut where it is long, by preference where talk turns to something else; numbers in words stay whole."""
    found = [*re.finditer(r"\S+", words[start:end])]
    if len(found) <= _LONG_JOTTING:
        yield start, end
        return
    step = math.ceil(len(found) / math.ceil(len(found) / _PIECE))
    first = 0
    while first < len(found):
        last = _cut(found, first, step)
        yield start + found[first].start(), start + found[last - 1].end()
        first = last


def _cut(found: Sequence[re.Match[str]], first: int, step: int) -> int:
    """Where a piece ends that is about ``step`` words long."""
    last = min(len(found), first + step)
    if last == len(found):
        return last
    turns = [
        n
        for n in range(first + step // 2, min(len(found), first + step + step // 2))
        if _TURNS.match(found[n][0])
    ]
    if turns:
        return min(turns, key=lambda n: abs(n - last))
    while last < len(found) and _UNSPLIT.fullmatch(found[last][0]) and _UNSPLIT.fullmatch(found[last - 1][0]):
        last += 1
    if last < len(found) and _COUNTS.fullmatch(found[last - 1][0]):
        while last - 1 > first + step // 2 and _UNSPLIT.fullmatch(found[last - 1][0]):
            last -= 1  # "nine" of "nine overdue actions"
    return last
