"""The actions check: every action says who is to do it."""

import re
from collections.abc import Iterable

from review_tui.checks.check import Check
from review_tui.language.sentences import sentences
from review_tui.model.acts import FlagKind
from review_tui.model.findings import Finding, Severity
from review_tui.model.material import Document, Material
from review_tui.model.meeting import Meeting
from review_tui.model.passages import PassageKind
from review_tui.model.text import Span

_LEAD = re.compile(
    r"[*_\s]{0,4}(?:\d{1,3}(?:\.\d{1,3})?\.?\s{1,8})?[*_]{0,3}"
    r"actions?(?P<ask> points?| items?| required| requested)?(?P<owner>[^:\n\u2013\u2014]{0,60}?)"
    r"[*_]{0,3}\s{0,3}[:\-\u2013\u2014]{1,2}[*_\s]{0,4}",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"(?:none|nil|no |n/a|not applicable|complete|done|closed|as above|see |-)", re.IGNORECASE
)
_ROLE = re.compile(
    r"(?<!\bto )(?<!\bto the )(?<!\bwith )(?<!\bwith the )(?<!\bfrom the )(?<!\bfor the )(?<!\bof the )"
    r"\b(?:administrator|auditor|board|both|cabinet|chair|chairman|chairperson|chairwoman|clerk|cllrs?"
    r"|committee|contractor|coordinator|co-ordinator|council|councillors?|deputy|directors?|everyone|governors?"
    r"|group|handyman|head|lead|leader|managers?|mayor|members?|officers?|panel|partners?|police|president"
    r"|representatives?|responsible|rfo|secretary|solicitor|team|treasurer|trustees?|warden|he|she|we"
    r"|mr|mrs|ms|miss|dr|prof|professor|rev|sir|dame|lord|lady)\b",
    re.IGNORECASE,
)
_UNDERTAKES = re.compile(
    r"(?P<who>[^\s.,;:]{2,40}),?\s{1,2}(?:to|will|shall|agreed|offered|undertook)\b(?! be\b)"
)
"""Who is to do something: "Jo Bloggs to ...", "AB will ..."; nobody in "a letter to be sent"."""
_SIGNED = re.compile(
    r"(?:[\u2013\u2014:;>(\[]|\s-|\b[Bb]y\b|\b[Oo]wner)\s{0,3}(?P<who>[^\u2013\u2014:;>()\[\]\n]{2,40})[)\]*_.\s]{0,4}\Z"
)
"""Ends with a name: "... (AB)", "... - Jo Bloggs", "... by AB"."""
_ORDERS = frozenset(
    """
    add advise apply arrange ask bring check circulate collect complete confirm consider contact continue
    draft email ensure find follow forward get go include invite investigate issue look make monitor obtain
    organise pay pass prepare provide publish purchase pursue put refer remind remove repair reply report
    request respond return review send speak submit talk update write
    """.split()  # noqa: SIM905 -- reads better as prose
)
"""How an order begins: "Contact the Council" and "Write to Highways to ask" name nobody who does it."""
_INITIALS = re.compile(r"\b[A-Z]{2,4}\b")
_MOST_NAMES = 8
"""Words of an action that says nothing but who."""
_SHORTEST = 2
"""Words; what is shorter is a heading."""


class ActionsCheck(Check):
    """Finds actions that nobody has been given."""

    id = "actions"
    finds = "An action that does not say who is to carry it out."
    severity = Severity.HINT
    flag_kind = FlagKind.OMISSION
    example = "Action: A letter of thanks to be sent to the school.\n"

    def run(self, material: Material) -> Iterable[Finding]:
        """Findings in the order of the draft."""
        draft = material.draft
        known = _roll_words(material.meeting)
        written = (
            passage.words
            for passage in draft.passages
            if passage.kind is PassageKind.ACTION
            and not passage.cells
            and _is_nobodys(passage.words.of(draft.text), known)
        )
        listed = _unowned_in_tables(draft)
        return tuple(_finding(draft, span) for span in sorted((*written, *listed)))


_ACTION_COLUMN = re.compile(
    r"(?:agreed )?actions?(?: points?| items?| required| agreed)?|tasks?|to do", re.IGNORECASE
)
_OWNER_COLUMN = re.compile(
    r"(?:action )?(?:owners?|by whom|who|whom|assigned(?: to)?|assignee|lead|responsib(?:le|ility)"
    r"|(?:responsible )?(?:person|officer)|action by|by)\??",
    re.IGNORECASE,
)


def _unowned_in_tables(draft: Document) -> Iterable[Span]:
    """The actions of tables whose column of owners is empty beside them."""
    text = draft.text
    action = owner = -1
    for passage in draft.passages:
        titles = [cell.of(text).strip("*_ ") for cell in passage.cells]
        if passage.is_head:
            action = next((n for n, title in enumerate(titles) if _ACTION_COLUMN.fullmatch(title)), -1)
            owner = next((n for n, title in enumerate(titles) if _OWNER_COLUMN.fullmatch(title)), -1)
        elif action >= 0 <= owner and max(action, owner) < len(titles):
            words = titles[action]
            says = len(words.split()) >= _SHORTEST and not _NOTHING.match(words)
            if says and not titles[owner].strip("-\u2013\u2014 ?"):
                yield passage.cells[action]


def _finding(draft: Document, span: Span) -> Finding:
    return Finding(
        ActionsCheck.id,
        Severity.HINT,
        "This action does not say who is to carry it out.",
        (draft.place(span),),
    )


def _is_nobodys(words: str, known: frozenset[str]) -> bool:
    lead = _LEAD.match(words)
    if lead is None or _is_owner(lead["owner"]):
        return False
    body = words[lead.end() :].strip()
    if len(body.split()) < _SHORTEST or _NOTHING.match(body):
        return False
    if _is_only_names(body):
        return False  # what is to be done is the resolution above
    if known & {word.strip(".,;:()'\u2019").casefold() for word in body.split()}:
        return False
    return not _is_signed(body) and not any(
        _has_doer(span.of(body)) for span in sentences(body, clauses=True)
    )


def _is_only_names(body: str) -> bool:
    """Whether it says nothing but who: "Simon Latch", "S. Latch and H. Tranter"."""
    words = [word for word in re.split(r"[\s/&,]", body.strip(" .*_")) if word and word != "and"]
    if not words or words[0].casefold() in _ORDERS:
        return False
    return len(words) <= _MOST_NAMES and all(word[0].isupper() for word in words)


def _is_signed(body: str) -> bool:
    """Whether it ends with names: "... (AB)", "... by the Clerk"."""
    signed = _SIGNED.search(body)
    if signed is None:
        return False
    who = signed["who"].strip()
    return bool(_ROLE.search(who)) or all(_is_name(w) for w in re.split(r"[\s/&,]{1,3}", who) if w)


def _has_doer(sentence: str) -> bool:
    """Whether a sentence says who does something; an order does not."""
    first = re.match(r"\W{0,4}(\w{1,20})", sentence)
    if first is None or first[1].casefold() in _ORDERS:
        return False
    return bool(_ROLE.search(sentence)) or any(_is_name(m["who"]) for m in _UNDERTAKES.finditer(sentence))


def _is_name(word: str) -> bool:
    """Whether a word may be somebody's name or initials."""
    bare = word.strip("\"'()[]*_")
    return bare == "and" or bare[:1].isupper()


def _is_owner(words: str) -> bool:
    """Whether the opening names somebody: "Action by the Clerk:", "Action (AB):"."""
    return bool(_ROLE.search(words) or _INITIALS.search(words) or any(c.isupper() for c in words))


def _roll_words(meeting: Meeting | None) -> frozenset[str]:
    """The words of the names on the roll, and their initials."""
    if meeting is None:
        return frozenset()
    everybody = (*meeting.present, *meeting.apologies, *meeting.in_attendance)
    names = [meeting.chair, *(person.name for person in everybody)]
    words = {word.strip(".,()").casefold() for name in names for word in name.split()}
    initials = {"".join(word[0] for word in name.split()).casefold() for name in names if name}
    return frozenset(word for word in words | initials if len(word) > 1)
