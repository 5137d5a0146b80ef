"""The words of votes as minutes write them, as bounded patterns that take time in proportion to the text."""

import re

from review_tui.language.bounded_repeats import repeat_up_to
from review_tui.language.number_words import NUMBER_WORDS_BELOW_A_THOUSAND

_DASH = "[-\u2010-\u2015\u2212]"
_FIGURE = r"(?:\d{1,3}(?![\d.,:/%]\d|\d|%|st\b|nd\b|rd\b|th\b))"
_NOBODY = r"no ?one|nobody|none|nil|no"
NUMBER = (
    r"(?:(?<![^\W_])(?<![.,:/\u00a3$\u20ac\u20b9#])"
    rf"(?:{_FIGURE}|{NUMBER_WORDS_BELOW_A_THOUSAND}|{_NOBODY})(?![^\W_]))"
)
"""How many voted: figures, words, or nobody."""
_MEMBERS = (
    r"(?:members?|councillors?|cllrs?|governors?|trustees?|directors?|people|persons?|delegates?|residents"
    r"|parishioners|shareholders|those|hands|voters|families|households|delegations|clubs|shares|votes)"
)
_WHO = rf"(?:of the )?(?:{_MEMBERS}(?: present)?|(?P<votes>votes?))"
_VERB = (
    r"(?:(?:were|was|being|is|are|had|have|having|who)\s{1,2})?"
    r"(?:(?P<voted>voted|voting|votes?|cast|recorded)\s{1,2})?"
)
FOR = (
    r"(?:in\s{1,2}(?:favou?r|support)|favou?r|for|pros?(?!\s(?:rata|forma|tem))|supporters?"
    r"|ayes?|yes|agreed|supported|supporting)"
)
AGAINST = (
    r"(?:against|opponents?|contra|cons(?=\W)|agst|agt|agin|ag(?![.])|opposed|opposing|noes|nays?"
    r"|not in favou?r|dissent(?:ed|ing)?|no(?= votes?\b|\s?[,;)=(\u2192]|\s[-\u2013]|,? and \d|\.?\Z))"
)
ABSTAINED = r"(?:abst(?:ain(?:ed|ing|s)?|en?tions?|ainers?)?)"
SILENT = r"(?:(?:did|do|does) not vote|not voting)"
_MOTION = (
    r"(?: (?:of )?(?:the|this) (?:motion|proposal|amendment|resolution|recommendation"
    r"|(?:planning )?application|plans?|request|idea|suggestion|project|offer))?"
)


def _any_side(which: int) -> str:
    """Any side, as a group whose name ends in ``which``."""
    sides = {"for": FOR, "against": AGAINST, "abstained": ABSTAINED, "silent": SILENT}
    return f"(?:{'|'.join(f'(?P<{name}{which}>{words})' for name, words in sides.items())})"


_CAME_OF_IT = (
    "carried|lost|defeated|passed|passes|approved|rejected|refused|agreed|adopted|granted|failed|fails"
    "|tabled|deferred"
)
_NAME_ON = r" [A-Z][\w'\u2019-]{1,24}"
_NAMED = rf"@?[A-Z][\w.'\u2019-]{{0,24}}{repeat_up_to(2, _NAME_ON)}"
_MORE_NAMED = rf"(?:, | and |, and | & ){_NAMED}"
TALLY = re.compile(
    # seven members voted in favour; 2 against; three abstentions
    rf"(?P<number>{NUMBER})\s{{1,2}}(?:{_WHO}\s{{1,2}})?{_VERB}{_any_side(1)}(?![^\W_])"
    # For: 7; Votes against - 2; Abstentions (1)
    rf"|(?<![^\W_])(?P<label>(?:(?:total )?votes? |voting |those |members |recorded )?)"
    rf"(?:{_any_side(2)}|(?P<no2>no)(?=:)){_MOTION}(?P<separator>[ \t]{{0,2}}[{_DASH[1:-1]}:=(]?[ \t]{{0,2}})"
    rf"(?<=[\W_])(?P<number2>{NUMBER})(?! (?:years?|months?|weeks?|days?|hours?|minutes?|of|or)\b)",
    re.IGNORECASE,
)
"""How many took one side."""
TO = re.compile(
    rf"(?P<lead>(?:\b(?:by|majority of|vote of|votes?:?|voted|went|split|divided|show of hands,?"
    rf"|(?:{_CAME_OF_IT}),?)"
    rf"[ (]{{1,2}})?)(?P<number>{NUMBER})(?P<votes>(?: votes?)?)(?P<for>(?: for| in favou?r)?)"
    rf"(?: to |(?P<dash> ?{_DASH} ?))(?P<number2>{NUMBER})(?! ?abst)"
    rf"(?P<votes2>(?: votes?)?)(?P<against>(?: against)?)"
    rf"(?:(?P<dash2> ?{_DASH} ?)(?P<number3>{NUMBER}))?",
    re.IGNORECASE,
)
"""Seven votes to two; a vote of 7-2-1."""
EVERYONE = re.compile(
    r"\b(?<!not )(?<!not been )(?:unanimous(?:ly)?|nem\.? ?con\b|all (?:(?:the )?(?:members|councillors"
    r"|present|those present)"
    r"(?: present)? )?(?:were |being |voted |voting )?in favou?r\b)",
    re.IGNORECASE,
)
"""Nobody against."""
EVERYONE_JOTTED = re.compile(
    r"\bunan\b|\bnem\.? ?cons?\b|\bn\.?c\.(?!\w)|\ball in fav\w{0,4}"
    r"|\ball\s?(?:[\u2713\u2714]|ok\b|hands\b|agreed\b|yes\b)"
    r"|(?:[\u2713\u2714]|yes|ok|okay)[\s,?]{0,3}\ball\b",
    re.IGNORECASE,
)
"""The same as it is jotted down."""
PRESENT = re.compile(
    rf"(?P<of>(?:\b(?:out )?of )?)(?:the )?(?P<number>{NUMBER})(?: (?:elected|eligible|voting|other))?"
    rf"(?: (?:parish |town |borough |district |county |board "
    rf"|committee )?{_MEMBERS})?(?: (?:who )?(?:were|was|being))?"
    r" present\b(?! and (?:correct|past))",
    re.IGNORECASE,
)
"""How many there were to vote."""
CAST = re.compile(
    rf"(?P<number>{NUMBER}) (?:votes (?:were |was |being )?(?:cast|counted|recorded"
    rf"|returned)\b(?! (?:in|for|against))"
    rf"|ballot(?:s| papers) (?:were )?(?:cast|counted|returned|issued)|{_MEMBERS} (?:have "
    rf"|had )?voted(?=[ ,:;.(])"
    rf"(?! (?:in|for|against|to|on|that|unan)))"
    rf"|\btotal (?:number )?(?:of )?(?:votes?|votes? cast|voting"
    rf"|voters)[{_DASH[1:-1]} :=(]{{1,3}}(?:was |were |of )?(?P<number2>{NUMBER})"
    rf"|\b(?:votes cast"
    rf"|number voting)[{_DASH[1:-1]} :=(]{{1,3}}(?P<number6>{NUMBER})(?! ?(?:votes? )?(?:for|in|against)\b)"
    rf"|\ba total of (?P<number3>{NUMBER}) votes?\b(?! (?:in|for|against))"
    rf"|\bof (?:the )?(?P<number4>{NUMBER}) votes\b(?! (?:in|for|against))"
    rf"|\btotal ?[{_DASH[1:-1]}:=(] ?(?P<number5>{NUMBER})",
    re.IGNORECASE,
)
"""How many voted in all."""
MARGIN = re.compile(rf"\bmajority of (?P<number>{NUMBER})(?! ?(?:to\b|{_DASH}|votes? to))", re.IGNORECASE)
"""By how many more it was carried or lost."""
OUTCOME = re.compile(
    r"\b(?:(?P<negated>not |n.t )?(?P<carried>carried(?! (?:out|forward|over|on)\b)"
    r"|passed(?=[ ]{0,2}(?:[.,;:)(*\]\n]|by\b|with\b|unan|\Z)))"
    r"|(?P<lost>lost(?=[ ]{0,2}(?:[.,;:)(*\]\n]|by\b|with\b|on\b|\Z))|defeated"
    r"|fell(?=[ ]{0,2}[.,;:)(\n])|not carried))",
    re.IGNORECASE,
)
"""What became of it."""
WEAK_OUTCOME = re.compile(
    r"(?<!\bbe )\b(?P<negated>(?:not|never)(?: been| be)? )?(?:(?P<carried>approved|adopted|agreed|accepted"
    r"|granted)|(?P<lost>fail(?:ed|s)|rejected|not (?:supported|taken up)))\b(?! by the)",
    re.IGNORECASE,
)
"""What says so in the same sentence only."""
_WORD = r"[^\W\d_]{1,20}[. ]{1,2}"
DISSENT = re.compile(
    rf"{repeat_up_to(3, _WORD)}(?:(?:had |having |who )?(?:voted|voting) against|dissent(?:ed|ing)"
    r"|(?<!as )\bopposed"
    rf"|(?P<abstained>abstain(?:ed|ing)|abstention)|with \w{{1,12}} against)\b",
    re.IGNORECASE,
)
"""Somebody was not for it."""
ONE_VOTE = re.compile(
    r"(?<![\w.'-])@?[^\W\d_][\w.'\u2019-]{1,24}:?\s{1,2}[(\u2013-]?\s?"
    r"(?:(?P<for>ayes?|yes|yea|for)|(?P<against>noe?s?|nays?|against)|(?P<rest>abst(?:ain(?:ed|ing)?)?|present))"
    r"\)?(?=\s?[,;.]|\s{1,2}and\b|\s?\Z|\n)",
    re.IGNORECASE,
)
"""How one member voted, of a roll call: "Ash aye", "Birch: no"."""
CASTING = re.compile(r"\b(?:casting|deciding|second) vote|second or casting", re.IGNORECASE)
BREAK = re.compile(r"\b(?:propos(?:ed|es|er)|second(?:ed|er|s)|moved|resolved)\b|\n\s{0,20}\n", re.IGNORECASE)
"""What stands between two votes and not within one."""
LINK = re.compile(
    r"[\s.,;:()|*_/&\u2013-]{0,12}(?:and|with|there (?:was|were)|votes?)?[\s.,;:()|*_/\u2013-]{0,12}\Z",
    re.IGNORECASE,
)
"""What may join two sides over the ends of lines."""
DASHED = re.compile(
    rf"(?<![\d/.\u2010-\u2015-])(?<![^\W\d_])(?<!from )(?P<for>\d{{1,2}})\s?{_DASH}\s?(?P<against>\d{{1,2}})"
    rf"(?:\s?{_DASH}\s?(?P<rest>\d{{1,2}}))?(?![\d/\u2010-\u2015-]|\.\d|\s?%)"
)
"""Two figures or three that may be a vote, where it says so beside them, and in notes: "6-0", "5 - 2 - 1"."""
VOTED_BEFORE = re.compile(
    rf"(?:\b(?:vot\w{{0,3}}|ballot|hands|motions?|ayes|division|{_CAME_OF_IT}|carr'?d|appr?v?'?d|pass"
    rf"|fav\w{{0,5}})\b[^;\n]{{0,24}}|\bby |\(\s?)\Z",
    re.IGNORECASE,
)
"""What stands before two figures with a dash between them that are a vote."""
VOTED_AFTER = re.compile(
    rf"[ ,(]{{1,2}}(?:vot\w{{0,3}}|in favou?r|ballot|majority|motion|{_CAME_OF_IT})\b", re.IGNORECASE
)
"""What stands behind them."""
COUNTS_THINGS = re.compile(
    r"\s(?!(?:votes?|in|for|with|and|against|by|on|to|as|at|but|the|this|ballot|majority|abst\w{0,7}|opp\w{0,4}"
    rf"|so|motion|vote|{_CAME_OF_IT})\b)[a-z]{{2}}"
)
"""A word behind them that they count: "agreed to buy 2-3 benches"."""
MEASURES = re.compile(
    r"\s?(?:ft|feet|m|mm|cm|km|inch(?:es)?|miles?|yrs?|years?|w(?:ee)?ks?|months?|mths?|days?|h(?:ou)?rs?|mins?"
    r"|minutes?|am|pm|people|pages?|pp|pts?|age)\b",
    re.IGNORECASE,
)
"""What they measure in a jotting: "6-8 ft hedge"."""
NAMED = re.compile(
    rf"(?:,|\band|\bwith|\bbut)\s{{1,2}}(?P<names>{_NAMED}{repeat_up_to(2, _MORE_NAMED)})"
    r"\s{1,2}(?:(?:voting|voted|was|were|being) )?(?:(?P<against>against|opposed|opposing|dissent(?:ing|ed))"
    r"|(?P<rest>abst(?:ain(?:ed|ing)?)?)|(?P<silent>not voting|(?:who )?did not vote)|(?P<for>in favou?r))"
    r"(?![^\W_])"
)
"""Who is named on one side beside a figure for the other: "six in favour and Ms Tull against"."""
SHORT = re.compile(
    # 5f 3a 1ab; 4 yes 2 no; 3+/1-; y6 n2
    r"(?<![\w.])(?P<for>\d{1,2})\s?(?:f|for|fav|yes|y|\+)(?![\w'])[,;/& ]{0,3}"
    r"(?P<against>\d{1,2})\s?(?:a|ag|agst|against|agenst|agin|no|n|opp|-)(?![\w'])"
    r"(?:[,;/& ]{0,3}(?P<rest>\d{1,2})\s?abs?t?\w{0,6})?",
    re.IGNORECASE,
)
"""A vote as it is jotted down."""
RANGE_BEFORE = re.compile(
    r"\b(?:y(?:ea)?rs?|ages?|aged|pp?|pages?|items?|units?|lots?|plots?|nos?|weeks?|wks?|rooms?|chapters?|grades?|classes|paras?|sections?|agenda)\.?\s?\Z",
    re.IGNORECASE,
)
"""What stands before the first and last of what is counted, and before no vote: "yr 3-5 trip"."""
SIDE_BEHIND = re.compile(r"\s?(?:yes|y|for|f|fav)\b[,;/& ]{1,3}\d{1,2}\s?(?:no?|ag\w{0,4})\b", re.IGNORECASE)
"""What follows the figure of one side, which so belongs to none before it: "item 1 - 5 yes 1 no"."""
SIGN = re.compile(r"(?<![\w+.\u00a3$-])(?P<sign>\+1|[-\u2212]1|[+-]?0)s?(?![\d.,%/\w])")
"""Who wants it, who does not and who does not mind, as projects vote: "+1 from a, b; -1 c"."""
SIGNED_COUNT = re.compile(r"\s?(?:[x\u00d7:=(]|votes?:?)?\s?(?P<number>\d{1,2})(?![\w.%])(?=\W|\Z)")
SIGNED_NAMES = re.compile(
    r"\s?(?::|from|by|\()?\s{0,2}(?!(?i:to|for|on|that|this|the|if|i|it|we|agreed?|with|in|as|a|but|let)\b)"
    r"(?P<names>@?[^\W\d][^;:.|()\n+\d]{1,120})"
)
NET = re.compile(
    r"(?<![\w+.\u00a3$])\+(?P<for>\d{1,2})\s?[/,]\s?(?:0\s?[:=]\s?(?P<rest>\d{1,2})(?:\s?[/,]\s?)?)?"
    r"(?:[-\u2212](?:1\s?[:=]\s?)?(?P<against>\d{1,2}))?(?![\w.%])"
)
"""The same in figures: "+5 / 0: 1", "+5 / -2"."""
CUE = re.compile(
    r"against|abst|favou?r|\d pros?\b"
    r"|\bvot(?:e|ing)|unanim|nem\.? ?con|\bayes\b|\bnoes\b|\bnays\b|\byes:|majority"
    r"|oppo[sn]|carried"
    rf"|support(?:ed|ing)?\b|dissent|\b(?:{_CAME_OF_IT}) by"
    rf"|\b(?:{_CAME_OF_IT}|motion|ballot|show of hands)\b[^.\n]{{0,30}}\d"
    rf"|\b(?:carried|lost|defeated|passed),? {NUMBER_WORDS_BELOW_A_THOUSAND} (?:votes? )?to "
    rf"|\d\s?{_DASH}\s?\d[^.\n]{{0,20}}\b(?:{_CAME_OF_IT})|\+1",
    re.IGNORECASE,
)
"""A word that every vote has: only around these is looked for one."""
