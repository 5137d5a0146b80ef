"""Which jottings give somebody something to do."""

import re

from review_tui.facts.clauses import Clause
from review_tui.facts.coverage import is_talk
from review_tui.facts.mentions import Mention
from review_tui.facts.pair import Pair
from review_tui.facts.values import Kind
from review_tui.language.note_kinds import DEED, NoteKind, kind_of_jotting

_DEED_OUTSIDE = r"(?!(?:be|second|move|propose|say|vote|abstain)\b)[a-z]{2,}"
"""A verb that is no part of what goes on in the meeting."""
_TO_DO = (
    rf"(?:(?:agree[sd]?|offer(?:s|ed)?|promise[sd]?|volunteer(?:s|ed)?|happy) to|to|will|'ll|shall)\s+{_DEED_OUTSIDE}"
    r"(?=\W{1,3}\w)"
)
_DOING = (
    r"(?:add|advertise|advise|apply|approach|bring|build|buy|call|change|clean|clear|confirm|deal|deliver"
    r"|do|escort|explain|file|fill|finish|fix|forward|give|help|hire|hold|inspect|install|lead|let"
    r"|make|measure|mend|move|negotiate|notify|obtain|offer|open|paint|pass|pay|post|present|price|print|produce|provide"
    r"|publish|quote|redo|redraft|remove|renew|repair|replace|reply|resend|return|revise|rewrite|run|see|sell"
    r"|share|sign|sort|start|submit|supply|take|talk|tell|tidy|try|update|visit)"
)
_VERB = DEED.removesuffix(r"\b")
_DOES = re.compile(
    rf"(?:\s*[&+,]\s*\w+)?\s*(?:(?:->|=>|\u2192|[:,>\u2013-])\s*)?(?:{_TO_DO}|(?:{_VERB}|{_DOING})\b(?!\s*(?:\Z|[,;?])))"
    r"|\s?(?:->|=>|\u2192)\s?[a-z]{3,} \S"
    rf"|\s(?:{_VERB}|{_DOING})e?s\b(?!\s*(?:\Z|[,;?]))",
    re.IGNORECASE,
)
"""What stands after who is to do something: "to ask", ": ask", "will write", "books the hall"."""
_WILL = re.compile(rf"\s*{_TO_DO}", re.IGNORECASE)
_SAYS = re.compile(
    r"\s*(?:(?:[:,\u2013-]|->|=>|\u2192)\s*)?(?:says?|sees|asked|told|thinks?|wants?|asks?|is|was|has|likes?|does|feels?|needs?|hopes?|knows?|agrees?|opposes?|suggests?"
    r"|reports?|moves?|seconds?|votes?|leaves?|joins?|goes|comes|gets|explains?|worries|notes|supports?|prefers?|claims?|warns?|stays?"
    r"|remains?|declares?|abstains?|observes?|disagrees?|objects?|raises|questions|mentions|complains?|arrives|returns|gives|tells|shows)\b",
    re.IGNORECASE,
)
"""What people say, think or do in the room."""
_OWNER_LAST = re.compile(r"(?:->|\u2192|=>|\bAP|\bact(?:ion)?:?)[\s:]*\Z")
"""What stands before an owner that ends a jotting: "get quotes \u2192 JS"."""
_MINE = re.compile(
    rf"\bme\s+to\s+(?!be\b)[a-z]{{2,}}|\bme\s+{DEED}|(?:->|\u2192)\s*me\b|\bI(?:'?ll| will| have to| am to)\s+{_DEED_OUTSIDE}"
)
"""A task of whoever takes the notes or speaks."""
_UNKNOWN = re.compile(
    rf"[ \-*\u2022|>\u2192]{{0,6}}(?:[A-Z]{{2,3}}\s(?:will|to)\s(?!be\b)[a-z]{{3,}}\s\S"
    rf"|[A-Z][a-z]{{2,}}(?<!ed)\s(?:(?:will|'ll)\s(?!be\b)[a-z]{{3,}}|to\s(?:{_VERB}|{_DOING}))\s\S"
    rf"|[A-Z][a-z]{{2,}}(?:/|\s?[+&]\s?)[A-Z][a-z]{{2,}}\s(?:(?:will|to)\s(?!be\b)[a-z]{{3,}}|{_VERB}|{_DOING})\s\S)"
)
"""A task of somebody whom the draft does not name."""
_LABELLED = re.compile(r"\[ \]|\A\W*AP\b(?!\w)|\A\W*action\b|#action\b(?! #)(?!\W*\Z)", re.IGNORECASE)
"""A task that is told to be one."""
_BARE = re.compile(
    r"(?:\A|[>\u2192])\W*(?:to )?(?P<verb>buy|ask|get|order|write|chase|fix|send|check|ring|book|arrange|find|pay|invite|email|contact)"
    r"\s(?!(?:was|is|has|for|in|from)\b)\w",
    re.IGNORECASE,
)
"""A task that begins with what is to be done, of nobody or of whoever takes the notes."""
_OWN_VERBS = frozenset({"chase", "send", "check", "ring", "book", "find", "email", "contact"})
"""What clerks remind themselves to do; what a meeting wants done is bought, asked for, got or mended."""
_BY_DAY = re.compile(r"\b(?:by|b4|before|bef|due)\W{1,3}(?:the )?\Z", re.IGNORECASE)
_LEADS = " -*\u2022|>\u2192.;:"


_PARTS = re.compile(r"[,;]\s+|\s[-\u2013+&]\s|\s\(|\s?(?:->|=>|\u2192)\s?|\b(?:but|and)\s")
"""Between things that one jotting says."""


def task_in(pair: Pair, jotting: Clause) -> tuple[int, int] | None:
    """The last part of a jotting that says somebody will do something: "latch broken, Dai will fix it"."""
    text = jotting.text
    begins = {m.start for m in pair.noted[jotting.index] if _WILL.match(text, m.end)}
    ends = [m.end() for m in _PARTS.finditer(text) if m.end() in begins] if begins else []
    return (ends[-1], len(text)) if ends else None


def gives_task(pair: Pair, jotting: Clause) -> bool:
    """Whether a jotting gives somebody a task: "JV advertise p/t aide", "me to get plumber", "VO letter by Fri 21st"."""
    text = jotting.text
    if text.rstrip().endswith("?"):
        return False
    if any(task.search(text) for task in (_MINE, _BARE, _LABELLED)) or _UNKNOWN.match(text):
        return True
    if kind_of_jotting(text) is NoteKind.ACTION and any(
        not text[: m.start].strip(_LEADS) for m in pair.noted[jotting.index]
    ):
        return True
    does = _WILL if is_talk(pair) else _DOES
    return has_deadline(pair, jotting) or any(_has_to(text, m, does) for m in pair.noted[jotting.index])


def is_errand(text: str) -> bool:
    """Whether a jotting may remind the clerk of something, and be no action: "ring plumber", "me to chase Jo"."""
    if _MINE.search(text):
        return True
    bare = _BARE.search(text)
    return bare is not None and bare["verb"].lower() in _OWN_VERBS and not _LABELLED.search(text)


def _has_to(text: str, mention: Mention, does: re.Pattern[str]) -> bool:
    if _OWNER_LAST.search(text[: mention.start]) and not text[mention.end :].strip(" .)"):
        return True
    if not (_is_first(text, mention) or _OWNER_LAST.search(text[: mention.start])):
        return False
    return not _SAYS.match(text, mention.end) and does.match(text, mention.end) is not None


def _is_first(text: str, mention: Mention) -> bool:
    before = text[: mention.start].strip(_LEADS)
    return not before or re.search(r"[.,;:\u2013\u2192>-]\s*\Z", text[: mention.start]) is not None


def has_deadline(pair: Pair, jotting: Clause) -> bool:
    """Whether somebody is named first, and then a day by which something is to be done."""
    return any(
        v.start > mention.end
        and v.kind in {Kind.DATE, Kind.WEEKDAY}
        and _BY_DAY.search(jotting.text[: v.start])
        and _is_first(jotting.text, mention)
        for mention in pair.noted[jotting.index]
        for v in pair.noted_values[jotting.index]
    )


_HAS_TO = re.compile(
    r"\s*(?:\([^)]{1,30}\)\s*)?,?\s*(?:will|would|shall|is to|are to|was (?:asked|requested|to)|undertook|agreed to|offered to|promised"
    r"|volunteered|to)\b"
)


def has_such_task(pair: Pair, jotting: Clause, region: frozenset[int] | None) -> bool:
    """Whether the draft gives who is named a task where the jotting would stand, that no other jotting gives."""
    links = pair.links
    who = {key for m in pair.noted[jotting.index] for key in m.who}
    return any(
        m.who & who and _HAS_TO.match(pair.clauses[k].text, m.end)
        for k in region or ()
        if 0 <= k < len(pair.clauses)
        and all(pair.jottings[j].item == jotting.item for j in links.linked[k][:1])
        for m in pair.mentions[k]
    )
