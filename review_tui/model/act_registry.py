"""Every kind of act that there is, a row each: all that is particular to one kind stands in its row.

Whoever keeps, shows, undoes or checks acts asks the row (``kind_of``, ``kind_named``), not the class.
A new kind is a row here and its class in ``acts``; ``tests/test_act_kinds.py`` says what a face still lacks.
An act of a kind that this version does not know has the row ``UNKNOWN``: kept, counted and shown.

What a move is refused for stands in ``transitions``, what acts make of an item's status in ``item_state``:
these are rules between kinds, one table each.
"""

from collections.abc import Callable, Iterable
from enum import Enum
from typing import Any

from review_tui.model.acts import (
    Act,
    Approval,
    Correction,
    Dismissal,
    Disposition,
    Evidence,
    Flag,
    Objection,
    OtherAct,
    Receipt,
    Reopening,
    Reply,
    SignOff,
)
from review_tui.model.commit_messages import REDO, UNDO, parse_subject
from review_tui.model.field_codecs import (
    ACT_ID,
    ACT_IDS,
    DIGEST,
    FINGERPRINT,
    NAME,
    OPEN_FINDINGS,
    QUOTE,
    SIGNED_ITEMS,
    SOURCES,
    WORDS,
    FieldCodec,
)
from review_tui.model.frozen import frozen
from review_tui.model.moves import Move


class Scope(Enum):
    """What an act is kept with."""

    ITEM = "item"
    MEETING = "meeting"


class Target(Enum):
    """What an act speaks of that has to be there still when it is done again after an undo."""

    NOTHING = "nothing"
    TEXT = "text"
    """Exactly one text, by its digest (trailer ``Text``)."""
    FLAG = "flag"
    """A flag that is there, by its id (trailer ``Flag``)."""
    UNSETTLED = "unsettled"
    """A flag or objection that nobody else has settled since (trailers ``Settles``)."""


@frozen
class ActField:
    """One field that acts of some kind have of their own."""

    key: str
    """In the file."""
    codec: FieldCodec
    attribute: str = ""
    """Of the class; the key where it is empty."""
    is_required: bool = True
    absent: object = None
    """What the attribute is when the file does not have the key."""

    @property
    def name(self) -> str:
        """The attribute of the class."""
        return self.attribute or self.key


@frozen
class ActTally:
    """How acts are counted when a session is summed up: ``2 flags raised``."""

    rank: int
    """Counts are told from the lowest rank to the highest; no two are the same."""
    words: str
    """With ``{s}``, ``{ies}`` and ``{its}`` where one and several differ."""
    counts_places: bool = False
    """Whether it says how many items or meetings: one approved twice is one."""

    def counted(self, number: int) -> str:
        """``2 flags raised``."""
        ends = ("", "y", "its") if number == 1 else ("s", "ies", "their")
        return self.words.format(number, s=ends[0], ies=ends[1], its=ends[2])


CLOSED = ActTally(40, "{} flag{s} closed")
LIFTED = ActTally(60, "{} objection{s} lifted")
UNDONE = ActTally(160, "{} act{s} taken back")
REDONE = ActTally(170, "{} act{s} done again")


@frozen(kw_only=True)
class ActForm:
    """One way in which acts of a kind are made: how its commit begins, and how it is told."""

    subject: str
    """What the commit's subject begins with, before ``item 5: …``."""
    names_item: bool = True
    """Whether an item follows in the subject; else the meeting's name does."""
    begins: str = ""
    """How the subject goes on after that, where only this tells the form from another."""
    timeline: str
    """For the history. ``{what}`` is what the subject says after the item's number, ``{What}`` the same with
    a capital letter, ``{rest}`` the same without ``begins``."""
    timeline_of: Callable[[Any], str] | None = None
    """The same where the act itself is at hand, which says more than its subject."""
    own: str
    """One's own act as one speaks of it: ``your flag on {item}``; ``{what}`` as above."""
    since: str = "built on it"
    """What its maker did to the act that it depends on: "Alex Example *replied to it* since"."""
    tally: ActTally
    settles: ActTally | None = None
    """How each flag or objection counts that it settles by the way."""
    summary: Callable[[Any, str], str]
    """A line of the session's summary, from the act and ``what``."""
    applies: Callable[[Any, Act | None], bool] = lambda *_: True
    """Whether an act has this form, given the flag or objection that it settles. The first that says yes."""
    own_id: str = ""
    """The trailer that holds the act's own id, if one does."""
    is_listed: bool = False
    """Whether the commit's body lists what the act is about, and so gives no reason."""
    command: str
    """The command that makes it."""
    key: str
    """The key of the screen that leads to it, by its id."""
    move: Move | None = None
    """The move that it is, where that is not its kind's."""
    is_on_text: bool = False
    """Whether it is about an exact text, which others have to find in the history by its digest: an edit made
    in another program has to be recorded first."""


@frozen(kw_only=True)
class ActKind:
    """One kind of act."""

    word: str
    """In the file: ``act: flag``; part of the file's name too."""
    made: type[Act]
    fields: tuple[ActField, ...] = ()
    """Its own, in writing order."""
    scope: Scope = Scope.ITEM
    move: Move | None
    """The move that it is: its row of ``transitions.TABLE`` says where it is open. ``None``: always."""
    forms: tuple[ActForm, ...]
    news: str
    """What its maker did, before the places: "Dawn *flagged* item 5"."""
    item_of: Callable[[Any], str] = lambda _: ""
    """The id of the item that it is about, where it is kept with the meeting all the same."""
    depends_on: Callable[[Any], tuple[str, ...]] = lambda _: ()
    """The ids of the acts that it speaks of: none of these can be undone while it stands."""
    target: Target = Target.NOTHING
    why_not_undone: str = ""
    """Why it can't be undone, in a sentence; empty when it can."""
    weakens_when_missing: bool = False
    """Whether minutes look more agreed than they are without it: then its loss blocks the sign-off."""
    listing: Callable[[Any], str] | None = lambda act: f"by {act.by.name}"
    """What ``show`` says of it before its fields; ``None`` where status, flags or evidence tell it."""

    def form(self, act: Act, settled: Act | None = None) -> ActForm:
        """How ``act`` was made. ``settled`` is the flag or objection that it settles."""
        return next(form for form in self.forms if form.applies(act, settled))


def _quoted(words: str) -> str:
    line = " ".join(words.split())
    return f"“{line}”" if line else "something missing"


_REPLACES = ActField("replaces", ACT_IDS, is_required=False, absent=())

FLAG = ActKind(
    word="flag",
    made=Flag,
    fields=(
        ActField("kind", NAME),
        ActField("comment", WORDS),
        ActField("suggest", WORDS, is_required=False),
        ActField("passage", QUOTE, "quote"),
    ),
    move=Move.FLAG,
    forms=(
        ActForm(
            subject="Flag",
            timeline="{What} flag",
            timeline_of=lambda flag: f"{flag.kind.capitalize()} flag on {_quoted(flag.quote.quote)}",
            own="your flag on {item}",
            tally=ActTally(10, "{} flag{s} raised"),
            summary=lambda flag, _: f"{flag.kind} flag on {_quoted(flag.quote.quote)}: {flag.comment or '…'}",
            own_id="Flag",
            command="flag",
            key="flag",
            is_on_text=True,
        ),
    ),
    news="flagged",
    weakens_when_missing=True,
    listing=None,
)
REPLY = ActKind(
    word="reply",
    made=Reply,
    fields=(
        ActField("to", ACT_ID),
        ActField("comment", WORDS),
        ActField("passage", QUOTE, "quote", is_required=False),
        _REPLACES,
    ),
    move=Move.REPLY,
    forms=(
        ActForm(
            subject="Place",
            timeline="Said where {what} stands",
            own="your word on where {what} of {item} stands",
            since="said where it stands",
            tally=ActTally(30, "{} flag{s} given {its} place"),
            summary=lambda pick, _: f"said where a flag stands: {pick.comment or '…'}",
            applies=lambda reply, _: reply.quote is not None,
            command="pick",
            key="pick",
            move=Move.PICK,
            is_on_text=True,
        ),
        ActForm(
            subject="Reply on",
            timeline="Reply on {what}",
            own="your reply to {what} on {item}",
            since="replied to it",
            tally=ActTally(20, "{} repl{ies} given"),
            summary=lambda reply, _: f"reply: {reply.comment}",
            command="reply",
            key="reply",
        ),
    ),
    news="replied to a flag on",
    depends_on=lambda reply: (reply.to, *reply.replaces),
    target=Target.FLAG,
    listing=None,
)
LIFT = ActForm(
    subject="Settle",
    begins="the objection, ",
    timeline="Lifted the objection",
    own="your word on {what} of {item}",
    since="closed it",
    tally=LIFTED,
    summary=lambda lift, _: f"objection lifted: {lift.reason}",
    applies=lambda _, settled: isinstance(settled, Objection),
    command="settle",
    key="settle",
)
DISPOSITION = ActKind(
    word="disposition",
    made=Disposition,
    fields=(
        ActField("of", ACT_ID),
        ActField("outcome", NAME),
        ActField("reason", WORDS),
        ActField("after", ACT_IDS, is_required=False, absent=()),
    ),
    move=Move.SETTLE,
    forms=(
        LIFT,
        ActForm(
            subject="Settle",
            timeline="Closed {what}",
            own="your word on {what} of {item}",
            since="closed it",
            tally=CLOSED,
            summary=lambda settling, _: f"{settling.outcome}: {settling.reason}",
            command="settle",
            key="settle",
        ),
    ),
    news="closed a flag on",
    depends_on=lambda settling: (settling.of, *settling.after),
    target=Target.UNSETTLED,
    listing=None,
)
APPROVAL = ActKind(
    word="approval",
    made=Approval,
    fields=(
        ActField("text", DIGEST, "text_digest"),
        ActField("lifts", ACT_IDS, is_required=False, absent=()),
    ),
    move=Move.APPROVE,
    forms=(
        ActForm(
            subject="Approve",
            timeline="Approved",
            own="your approval of {item}",
            since="approved the item, which lifted it,",
            tally=ActTally(110, "{} item{s} approved", counts_places=True),
            settles=LIFTED,
            summary=lambda approval, _: "approved" + (", objection lifted" if approval.lifts else ""),
            command="approve",
            key="approve",
            is_on_text=True,
        ),
    ),
    news="approved",
    depends_on=lambda approval: approval.lifts,
    target=Target.TEXT,
    listing=None,
)
RECEIPT = ActKind(
    word="receipt",
    made=Receipt,
    fields=(ActField("text", DIGEST, "text_digest"),),
    move=Move.RECEIPT,
    forms=(
        ActForm(
            subject="Read",
            timeline="Read, no comment",
            own="your “read, no comment” on {item}",
            tally=ActTally(120, "{} item{s} read without comment", counts_places=True),
            summary=lambda *_: "read, no comment",
            command="receipt",
            key="receipt",
            is_on_text=True,
        ),
    ),
    news="read",
    target=Target.TEXT,
    listing=None,
)
OBJECTION = ActKind(
    word="objection",
    made=Objection,
    fields=(ActField("text", DIGEST, "text_digest"), ActField("comment", WORDS)),
    move=Move.OBJECT,
    forms=(
        ActForm(
            subject="Object to",
            timeline="Objection",
            own="your objection to {item}",
            tally=ActTally(50, "{} objection{s} made"),
            summary=lambda objection, _: f"objection: {objection.comment}",
            own_id="Objection",
            command="object",
            key="object",
            is_on_text=True,
        ),
    ),
    news="objected to",
    target=Target.TEXT,
    weakens_when_missing=True,
    listing=None,
)
DISMISSAL = ActKind(
    word="dismissal",
    made=Dismissal,
    fields=(
        ActField("finding", FINGERPRINT),
        ActField("check", NAME),
        ActField("message", WORDS),
        ActField("reason", WORDS),
    ),
    move=Move.DISMISS,
    forms=(
        ActForm(
            subject="Dismiss in",
            timeline="Dismissed a {what}",
            own="your dismissing a {what} in {item}",
            tally=ActTally(70, "{} finding{s} dismissed"),
            summary=lambda dismissal, _: f"dismissed “{dismissal.message}”: {dismissal.reason}",
            command="dismiss",
            key="settle",
        ),
    ),
    news="dismissed a finding in",
    listing=None,
)
EVIDENCE = ActKind(
    word="evidence",
    made=Evidence,
    fields=(ActField("passage", QUOTE, "quote"), ActField("sources", SOURCES), _REPLACES),
    move=Move.LINK,
    forms=(
        ActForm(
            subject="Confirm evidence in",
            timeline="Confirmed where {what} comes from",
            own="your word on where a passage of {item} comes from",
            tally=ActTally(80, "{} passage{s} linked to the notes"),
            summary=lambda evidence, _: f"said where “{evidence.quote.quote}” comes from",
            own_id="Evidence",
            command="link",
            key="link",
            is_on_text=True,
        ),
    ),
    news="said where passages come from in",
    depends_on=lambda evidence: evidence.replaces,
    listing=None,
)
SIGN_OFF = ActKind(
    word="sign-off",
    made=SignOff,
    fields=(
        ActField("items", SIGNED_ITEMS, is_required=False, absent=()),
        ActField("findings", OPEN_FINDINGS, is_required=False, absent=()),
        ActField("dissent", WORDS, is_required=False, absent=""),
        ActField("statement", WORDS, is_required=False, absent=""),
    ),
    scope=Scope.MEETING,
    move=Move.SIGN_OFF,
    forms=(
        ActForm(
            subject="Sign off the minutes of",
            names_item=False,
            timeline="Sign off the minutes of {what}",
            own="“Sign off the minutes of {what}”",
            since="signed it off",
            tally=ActTally(130, "{} meeting{s} signed off", counts_places=True),
            summary=lambda *_: "signed off",
            own_id="Sign-off",
            is_listed=True,
            command="sign-off",
            key="sign-off",
        ),
    ),
    news="signed off",
    depends_on=lambda sign_off: tuple(each for item in sign_off.items for each in item.approvals),
    why_not_undone="A sign-off is not undone: reopen the meeting, and say why.",
    weakens_when_missing=True,
    listing=None,
)
REOPENING = ActKind(
    word="reopening",
    made=Reopening,
    fields=(ActField("of", ACT_ID), ActField("reason", WORDS)),
    scope=Scope.MEETING,
    move=Move.REOPEN,
    forms=(
        ActForm(
            subject="Reopen the minutes of",
            names_item=False,
            timeline="Reopen the minutes of {what}",
            own="“Reopen the minutes of {what}”",
            tally=ActTally(140, "{} meeting{s} reopened", counts_places=True),
            summary=lambda reopening, _: f"reopened: {reopening.reason}",
            command="reopen",
            key="sign-off",
        ),
    ),
    news="reopened",
    depends_on=lambda reopening: (reopening.of,),
    why_not_undone="A reopening is not undone: sign the meeting off again when it is ready.",
    listing=None,
)
CORRECTION = ActKind(
    word="correction",
    made=Correction,
    fields=(
        ActField("item", NAME),
        ActField("passage", QUOTE, "quote"),
        ActField("wording", WORDS),
        ActField("reason", WORDS),
        ActField("meeting", WORDS),
    ),
    scope=Scope.MEETING,
    move=Move.CORRECT,
    forms=(
        ActForm(
            subject="Correct",
            timeline="Corrected at a later meeting: {what}",
            own="your correction of {item}",
            tally=ActTally(150, "{} correction{s} recorded"),
            summary=lambda _, what: f"corrected: {what}",
            own_id="Correction",
            command="correct",
            key="amend",
        ),
    ),
    news="recorded a correction to",
    item_of=lambda correction: correction.item,
    listing=None,
)

KINDS = (
    *(FLAG, REPLY, DISPOSITION, APPROVAL, RECEIPT, OBJECTION, DISMISSAL, EVIDENCE),
    *(SIGN_OFF, REOPENING, CORRECTION),
)
"""Every kind that this version knows."""

UNKNOWN = ActKind(
    word="",
    made=OtherAct,
    move=None,
    forms=(
        ActForm(
            subject="",
            timeline="{what}",
            own="{what}",
            tally=ActTally(180, "{} other act{s} recorded"),
            summary=lambda other, _: str(other.act),
            command="",
            key="",
        ),
    ),
    news="did something in",
    listing=lambda other: f"by {other.by.name} (not known to this version)",
)
"""For acts of other versions of the program."""

AMENDMENT = ActForm(
    subject="Amend",
    timeline="Amended {what}",
    own="your amendment of {item}",
    tally=ActTally(90, "{} amendment{s} made"),
    settles=CLOSED,
    summary=lambda _, what: f"amended, {what}",
    command="amend",
    key="amend",
)
"""An amendment is its commit itself: no file keeps it, so it is told like an act and is of no kind."""
PUT_BACK = ActForm(
    subject="Amend",
    begins="put back ",
    timeline="Restored the wording from before {rest}",
    own="your amendment of {item}",
    tally=ActTally(100, "{} time{s} earlier wording restored"),
    settles=CLOSED,
    summary=lambda _, what: what.replace(
        "put back amendment", "restored the wording from before amendment", 1
    ),
    command="revert",
    key="history",
)
"""An amendment that puts an earlier wording back."""

FOUND_AGAIN = ActForm(
    subject="Find again",
    timeline="Found again: {what}",
    own="what you said of {item}",
    tally=ActTally(102, "{} item{s} found again"),
    summary=lambda _, what: f"found again, {what.partition(': ')[2]}",
    command="place",
    key="pick",
)
"""Which item of a file some acts are about. It is no act either, and weighs nothing."""
DESCRIBED = ActForm(
    subject="Describe the meeting of",
    names_item=False,
    timeline="Described {what}",
    own="what you said of the meeting",
    tally=ActTally(104, "{} thing{s} said of a meeting"),
    summary=lambda _, what: f"said of it, {what.partition(': ')[2]}",
    command="details",
    key="details",
)
"""What is said of a whole meeting: its day, its place, who was there; likewise."""
FORMS = (PUT_BACK, AMENDMENT, *(form for kind in KINDS for form in kind.forms))
"""Every way in which something is recorded; of two with one subject the one that has ``begins`` is first."""
MOVES_ON_TEXT = frozenset(
    {Move.REVERT}
    | {form.move or kind.move for kind in KINDS if kind.move for form in kind.forms if form.is_on_text}
)
"""The moves about an exact text."""
_BY_WORD = {kind.word: kind for kind in KINDS}
_BY_CLASS = {kind.made: kind for kind in KINDS}


def kind_of(act: Act) -> ActKind:
    """The row of ``act``'s kind; ``UNKNOWN`` for a kind that this version does not know."""
    return _BY_CLASS.get(type(act), UNKNOWN)


def kind_named(word: str) -> ActKind:
    """The row of the kind that files call ``word``; ``UNKNOWN`` for one that this version does not know."""
    return _BY_WORD.get(word, UNKNOWN)


def word_of(act: Act) -> str:
    """What kind of act this is, in the word that its file uses: ``flag``, ``sign-off``."""
    return act.act if isinstance(act, OtherAct) else kind_of(act).word


_NEWS = (
    (LIFT, "lifted an objection to"),
    (AMENDMENT, "amended"),
    (PUT_BACK, "restored an earlier wording of"),
    (FOUND_AGAIN, "said which item of a file is"),
    (DESCRIBED, "described the meeting of"),
    *((form, kind.news) for kind in KINDS for form in kind.forms),
)


def news_of_form(form: ActForm) -> str:
    """What somebody did who recorded something in this way, before the place: ``amended``, ``flagged``."""
    return next((said for each, said in _NEWS if each is form), UNKNOWN.news)


def dependents(on: Iterable[str], acts: Iterable[Act]) -> tuple[Act, ...]:
    """The acts that speak of any of those with the ids ``on``, and are not among them."""
    ids = frozenset(on)
    return tuple(
        act for act in acts if act.id not in ids and not ids.isdisjoint(kind_of(act).depends_on(act))
    )


def form_of_subject(subject: str) -> tuple[ActForm, str] | None:
    """How what a commit with this subject recorded was made, and what it was about.

    The second is what the subject says after the item's number, or the meeting's name. ``None`` for a commit
    that none of our acts made.
    """
    about = parse_subject(subject)
    for form in FORMS:
        if about and about.verb == form.subject and about.what.startswith(form.begins):
            return form, about.what
        if not form.names_item and subject.startswith(f"{form.subject} "):
            return form, subject.removeprefix(f"{form.subject} ")
    return None


def own_phrase(subject: str, item: str = "") -> str:
    """What a commit with this subject recorded, as its maker speaks of it: ``your approval of item 6``.

    ``item`` is what its item is called, where that is not as in the subject. Empty for a commit that none of
    our acts made.
    """
    for begins, doing in ((UNDO, "taking back"), (REDO, "doing again")):
        if subject.startswith(begins):
            what = own_phrase(subject.removeprefix(begins), item)
            return f"{doing} {what}" if what else ""
    recorded, about = form_of_subject(subject), parse_subject(subject)
    if recorded is None:
        return ""
    form, what = recorded
    if form.names_item and ", " in what:
        what = what.replace(", ", " (", 1) + ")"
    return form.own.format(item=item or (f"item {about.number}" if about else "this item"), what=what)
