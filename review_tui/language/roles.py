"""Roles that stand for whoever holds them, "the Chair", and what clerks write for them."""

import re

ROLE = (
    r"(?:vice[- ](?:chair(?:man|person|woman)?|president)|chair(?:man|person|woman)?|treasurer|secretary"
    r"|clerk|president|chief executive|headteacher|finance director|finance manager"
    r"|director of (?:[a-z]{1,20} ?){1,4}|planning manager|principal planner|solicitor|mayor|legal adviser"
    r"|city attorney|city manager|city clerk|bursar|registrar)"
)
"""Any role, as a pattern; any case."""
ROLE_WORDS = (
    *("chair", "president", "treasurer", "secretary", "clerk", "executive", "headteacher", "director"),
    *("manager", "planner", "solicitor", "mayor", "adviser", "attorney", "bursar", "registrar"),
)
"""Of which every role has one."""
_MAN = re.compile(r"(?:man|person|woman)\Z")
_JOTTED = {
    jotted: role
    for role, words in {
        "chair": "ch chair chairman",
        "vice chair": "vc",
        "treasurer": "treas",
        "secretary": "sec",
        "clerk": "clerk clk me",
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


def role_of(words: str) -> str:
    """A role in small letters without its man or woman: "chair" for "Chairman"."""
    return _MAN.sub("", words.lower().replace("-", " ")).strip()


def jotted_role(word: str) -> str:
    """The role that a clerk's word stands for, as ``role_of`` has it; empty for none."""
    low = word.lower()
    return _JOTTED.get(low, "") if low not in _ONLY_IN_CAPITALS or word.isupper() else ""
