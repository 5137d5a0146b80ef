"""Roles that stand for whoever holds them, "the Chair", and what clerks write for them."""

import re

ROLE = (
    r"(?:vice[- ](?:chair(?:man|person|woman)?|president)|chair(?:man|person|woman)?|treasurer|secretary"
    r"|clerk|president|chief executive|head[- ]?teacher|finance director|finance manager"
    r"|director of (?:[a-z]{1,20} ?){1,4}|planning manager|principal planner|solicitor|mayor|legal adviser"
    r"|city attorney|city manager|city clerk|bursar|registrar)"
)
"""Any role, as a pattern; any case."""
ROLE_WORDS = (
    *("chair", "president", "treasurer", "secretary", "clerk", "executive", "teacher", "director"),
    *("manager", "planner", "solicitor", "mayor", "adviser", "attorney", "bursar", "registrar"),
)
"""Of which every role has one."""
_OFFICE_END = re.compile(
    r"\b(?:chair(?:man|person|woman)?|president|secretary|treasurer|clerk|manager|officer|director|principal|master|vicar|padre|chaplain|rector"
    r"|curate|priest|minister|pastor|head(?:teacher|master|mistress)?|captain|commodore|conven[eo]r|moderator"
    r"|superintendent|librarian|administrator|executive|registrar|bursar|solicitor|attorney|counsel|mayor|reeve"
    r"|warden|churchwarden|dean|provost|chancellor|engineer|planner|accountant|surveyor|steward|editor|archivist|curator"
    r"|organist|caretaker|coach|chief|marshal|harbourmaster|lead|co-?ordinator|comptroller|controller|professional|scribe"
    r"|recorder|taker|organi[sz]er|bearer|(?:house|green|grounds)?keeper|fore(?:man|woman)|groundsman|verger|sexton"
    r"|custodian|janitor|porter|matron|supervisor|inspector|auditor|examiner|producer"
    r"|adviser|constable|commissioner|speaker|ranger|nurse|cathaoirleach|presiding member)\Z"
)
"""The last word of an office, in small letters, as lists of those present give it."""
_SCRIBE = re.compile(
    r"\b(?:scribe|(?:minutes?|notes?)(?: secretary|[- ]taker)?|record(?:ing(?: secretary)?|er))\b",
    re.IGNORECASE,
)
_NOT_SCRIBE = re.compile(r"\d|\b(?:from|until|till|for|only|items?|of)\b", re.IGNORECASE)
"""With which "minutes" are those of an item, or of the clock."""
_NO_PART = re.compile(r"(?:the|our|also|as|hon(?:orary|ourable)?|acting|interim|and|&|dr|mrs?|ms)\b[. ]{1,3}")
_NO_OFFICE = re.compile(r"\b(?:by|in|from|to|for|with|was|were|including|is|on|at|who)\b")
"""Words that no office has."""
_MAN = re.compile(r"(?<=chair)(?:man|person|woman)\Z")
_JOTTED = {
    jotted: role
    for role, words in {
        "chair": "ch chair chairman",
        "vice chair": "vc",
        "treasurer": "treas",
        "secretary": "sec secy",
        "clerk": "clerk clk",
        "chief executive": "ceo ce",
        "finance director": "fd",
        "headteacher": "head ht",
        "mayor": "mayor",
        "president": "pres",
    }.items()
    for jotted in words.split()
}
_ONLY_IN_CAPITALS = frozenset({"sec", "head", "ce", "fd", "vc", "ht", "ch", "pres"})
"""Short forms that in small letters are words, or short for others."""
_MOST_WORDS = 5
"""Words of an office."""


def role_of(words: str) -> str:
    """A role in small letters without its man or woman: "chair" for "Chairman"."""
    return _MAN.sub("", words.lower().replace("-", " ")).strip().replace("head teacher", "headteacher")


def office_of(words: str) -> str:
    """An office as a list of those present gives it, as ``role_of`` has it; empty where it is none."""
    plain = " ".join(words.lower().replace("co-ord", "coord").replace("-", " ").split())
    while part := _NO_PART.match(plain):
        plain = plain[part.end() :]
    is_office = _OFFICE_END.search(plain) and not _NO_OFFICE.search(plain)
    return role_of(plain) if is_office and len(plain.split()) <= _MOST_WORDS else ""


def is_scribe(words: str) -> bool:
    """Whether a list says so of whoever takes the minutes."""
    return _SCRIBE.search(words) is not None and not _NOT_SCRIBE.search(words)


def jotted_role(word: str) -> str:
    """The role that a clerk's word stands for, as ``role_of`` has it; empty for none."""
    low = word.lower()
    return _JOTTED.get(low, "") if low not in _ONLY_IN_CAPITALS or word.isupper() else ""
