"""The one stemmer: words without their endings, and what else is written for the same thing.

``stem`` takes English endings off. ``short_stem`` cuts that to the beginning, which words of one root share
in other languages too; the aligner compares by it. ``concept`` puts words together that clerks write for each
other (bought and purchased), which tells more of two lines but less of the very words; the line matcher
compares by it.

Measured on 2,021 sentences with known notes (``python -m benchmarks alignment``): the aligner finds the best
unit first as often by ``short_stem`` as by ``concept``, and its reasons quote words that both texts have.
"""

import re
from functools import lru_cache

from review_tui.language.number_words import number_in_figures

_SHORTEST_STEM = 4
"""Letters that must be left of a word without its ending; an s may go from one more word."""
_SUFFIXES = ("ations", "ation", "ments", "ment", "ings", "ing", "edly", "ed", "als", "al", "es", "s", "ly")
_PAIRED = "bdgmnprt"
"""Consonants that double before an ending: planned, fitted."""
_SHORT = 5
"""Letters that most endings leave alone, whatever the language."""
_DIGITS = re.compile(
    r"(?P<whole>[\d,]{1,20})(?P<part>\.\d{1,6})?(?P<times>[km])?(?:[ap]m|st|nd|rd|th|p)?\Z", re.IGNORECASE
)

_ALIKE = """
buy bought purchase purchased; mend mended fix fixed repair repaired; ask asked request requested;
obtain obtained; end finish finished complete completed; start started commence commenced begin began;
contact contacted touch; worry worries concern concerns; price cost costs; car cars vehicle vehicles; go went
attend attended;
big large; small little; broken damaged; lady woman; kid kids child children; letter wrote write written;
picture photo photograph; quote quotes quotation quotations; extra additional more further; hard difficult;
ring rang phone phoned telephone telephoned; people residents locals; chase chased; remind reminded reminder;
fee charge; hire rent rental; clean cleaned; grass mowing; sign signs signage; give gave provide provided;
send sent forward forwarded; chair chairman chairperson chairwoman; help assist assisted assistance;
check checked inspect inspected inspection; show shown display displayed; thanks thank thanked;
look looked examine examined; wage wages salary pay paid payment payments; tell told inform informed;
job work works; put install installed erect erected; swap replace replaced replacement;
say said state stated advise advised report reported confirm confirmed explain explained note noted;
increase increased rise raise raised; decrease decreased reduce reduced reduction cut fell drop;
choose chose chosen elect elected; stop stopped cease ceased; use used utilise utilised; need needed require
required
"""
"""Groups of words that are written for each other; the first of each stands for all."""


def stem(word: str) -> str:
    """A word in small letters without its ending."""
    if word.endswith(("ies", "ied")) and len(word) > _SHORTEST_STEM + 1:
        return f"{word[:-3]}y"
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST_STEM - (suffix == "s"):
            word = word[: -len(suffix)]
            if len(suffix) > 1 and word[-1] == word[-2] and word[-1] in _PAIRED:
                word = word[:-1]
            break
    return word[:-1] if word.endswith("e") and len(word) > _SHORTEST_STEM else word


@lru_cache(maxsize=65536)
def short_stem(word: str) -> str:
    """The beginning of the stem of a folded word; a figure whole."""
    return word if word[:1].isdigit() else stem(word)[:_SHORT]


@lru_cache(maxsize=65536)
def concept(raw: str) -> str:
    """The same for every form of a word as written, and for words that clerks use for each other.

    Figures come without commas, noughts after the point and "k": "5000" for "5k" and "5,000".
    """
    if raw[0].isdigit():
        return _figure(raw)
    word = raw.casefold().replace("\u2019", "'").replace(".", "").removesuffix("'s")
    return _CONCEPTS.get(word) or _CONCEPTS.get(stem(word)) or number_in_figures(word) or stem(word)


def is_of_deciding(key: str) -> bool:
    """Whether a concept is of a word that says how something went, whatever it was."""
    return key in _DECIDING


def _figure(raw: str) -> str:
    match = _DIGITS.match(raw)
    if match is None:
        return raw
    whole, part = match["whole"].replace(",", ""), match["part"] or ""
    if match["times"]:
        times = {"k": 1000, "m": 1_000_000}[match["times"].casefold()]
        return str(round(float(whole + part) * 100) * times // 100)
    return whole + ("" if part.strip(".0") == "" else part)


_CONCEPTS = {
    key: group.split()[0]
    for group in _ALIKE.split(";")
    for word in group.split()
    for key in (word, stem(word))
}
_DECIDING = frozenset(
    map(
        concept,
        """
        agreed agree agr'd agd approved approve ok'd okd ok yes no voted down carried lost refused rejected
        ref'd defeated resolved res unanimously unan favour decided
        """.split(),  # noqa: SIM905 -- reads better as prose
    )
)
