"""Each word for an outcome with its own thing, whatever else the line or the sentence decides."""

import pytest

from review_tui.facts.outcome_odds import outcome_clashes
from review_tui.facts.pair import pair_of
from review_tui.model.material import Document, Material


def told(draft: str, notes: str) -> set[str]:
    material = Material(Document.read("minutes.md", draft), (Document.read("notes/clerk.md", notes),))
    return {clash.places[0].quote for clash in outcome_clashes(pair_of(material))}


HALL = (
    "# Hall\n\n"
    "The judo class may have the hall on Mondays, which was granted. The request of the pottery group for a "
    "kiln was refused, as the wiring is old.\n\n"
    "# Lighting\n\n"
    "The new lanterns for Quay Street were approved.\n"
)


@pytest.mark.parametrize(
    "notes",
    [
        "judo Mondays YES, pottery kiln NO\n\nQuay St lanterns ok\n",
        "judo Mondays ok. pottery kiln? no, wiring\n\nQuay St lanterns \u2713\n",
        "judo class granted, pottery wanted kiln - not agreed\n\nQuay St lanterns appd\n",
    ],
)
def test_of_two_things_in_one_line_each_has_its_own_outcome(notes: str) -> None:
    assert told(HALL, notes) == set()
    assert told(HALL.replace("kiln was refused, as", "kiln was granted, though"), notes) == {"granted"}


@pytest.mark.parametrize(
    "noted", ["lanterns Quay St > Sept mtg", "Quay St lanterns -> Nov", "Quay St lanterns wait (wiring)"]
)
def test_an_arrow_to_another_meeting_puts_off(noted: str) -> None:
    notes = f"judo Mondays granted, pottery kiln refused\n\n{noted}\n"
    assert told(HALL, notes) == {"approved"}
    put_off = HALL.replace("were approved", "were put off until the wiring is done")
    assert told(put_off, notes) == set()


@pytest.mark.parametrize(
    ("draft", "notes"),
    [
        # asked for, or only spoken of
        ("Ms Fell moved that the lower tender be accepted.\n", "Fell mvd lower tender: lost\n"),
        ("The union had withdrawn its pay claim before.\n", "pay claim union - adopted at last mtg\n"),
        # a figure that is put right
        ("The levy of \u00a319 a household was approved.\n", "levy household \u00a318 \u2013 no, \u00a319\n"),
        # money that was lost, not a motion
        ("The bar made a loss. The bar stock was approved.\n", "bar stock: so we lost 3425 on it\n"),
        # a number that is no refusal, the day of the next meeting, an item of the agenda
        ("The mower was confirmed as stolen.\n", "mower stolen, reg no \u2192 police\n"),
        ("The date of the spring meeting was approved.\n", "Date of spring meeting / next meeting\n"),
        # all were for leaving it
        ("It was decided not to fence the pond this year.\n", "fence pond this yr? no. yes all\n"),
        # who was against, who did not vote, and what was not there
        ("The motion for the ramp was carried by five votes to one.\n", "ramp motion 5-1 Tod no\n"),
        ("The motion for the ramp was carried by four votes to two.\n", "ramp motion 4-2 (JD, CO no)\n"),
        ("The motion for the ramp was carried.\n", "ramp motion 8-0, Des no vote\n"),
        ("The grant for the brass band was deferred.\n", "brass band grant - no accts, defer Feb\n"),
        # a cross beside what was put off
        ("The grant for the brass band was deferred.\n", "brass band grant \u2717 deferred Apr\n"),
        # what somebody says is so
        ("Mr Orr confirmed that the bench would be moved.\n", "bench: Orr says wait, will be moved\n"),
        # a motion that was itself to put off or refuse
        ("The motion to defer the barn was lost.\n", "barn: mtn defer, LOST\n"),
    ],
)
def test_what_has_not_come_of_the_thing_is_no_outcome_of_it(draft: str, notes: str) -> None:
    assert told(draft, notes) == set()


def test_what_is_lost_by_its_votes_is_not_held_against_what_was_carried_beside_it() -> None:
    draft = (
        "Mr Tait moved that the fee stay as it is; the motion fell, three voting for and four against. "
        "RESOLVED, by four votes to two, to approve the fee of \u00a324.\n"
    )
    notes = "Fee: Tait wants nothing on the fee, lost three four. Recommend the fee, four two carried.\n"
    assert told(draft, notes) == set()


@pytest.mark.parametrize(
    ("draft", "notes"),
    [
        ("The request of the Rovers for floodlights was agreed to.\n", "Rovers floodlights - NO\n"),
        ("A proposal to allow barbecues on the green was agreed.\n", "barbecues green dropd.\n"),
        (
            "That the hedge be cut, and the request for a trampoline be approved. Carried.\n",
            "hedge yes trampoline NO 6-0\n",
        ),
        ("The request of the Brass Band for uniforms was granted.\n", "Brass Band uniforms - NO for now\n"),
        ("The charge for paper bags was approved.\n", "paper bags charge tbl til Mar\n"),
        ("The opening of the Millbrook library was approved.\n", "Millbrook library, table 5/13\n"),
        ("The loan to the Motocross Club was declined.\n", "Motocross loan, lie on table\n"),
        (
            "The charge for hot showers was adopted. The certificates of four managers lapse in June.\n",
            "hot showers charge - knocked back\n",
        ),
        (
            "The purchase of a trampoline was approved, though nobody had yet offered to run it.\n",
            "trampoline purchase deferred\n",
        ),
        ("The orchard fence was approved pending a drawing.\n", "orchard fence DEFER\n"),
        (
            "The move to flat 14 was approved, although it is kept for a wheelchair tenant.\n",
            "Dora: 9 > 14 NO, wheelchair tenant\n",
        ),
    ],
)
def test_what_became_of_a_thing_is_known_however_it_is_said(draft: str, notes: str) -> None:
    assert told(draft, notes)


@pytest.mark.parametrize(
    ("draft", "notes"),
    [
        ("The Board approved a transfer of funds to Indigent Defense.\n", "transfer funds > Indigent Def\n"),
        (
            "The school fund was agreed, with thanks. The Kigezi school had written again.\n",
            "Kigezi school fund said no more this yr\n",
        ),
        (
            "The assessment of the risk of fire was referred to the full authority for a decision.\n",
            "risk of fire assessment: send to full authority decision 4-2 yes\n",
        ),
        (
            "Members resolved to object to the barn on grounds of access.\n",
            "barn x4 access bad, design ok. Rose/Sam object\n",
        ),
        ("The barn door had not yet passed its tests.\n", "barn door hasnae passed tests\n"),
    ],
)
def test_a_name_or_part_of_the_thing_is_no_other_outcome(draft: str, notes: str) -> None:
    assert not told(draft, notes)


GATES = "Ms Orr answered that fishing was permitted, but that swimming was not.\n"


@pytest.mark.parametrize(
    "notes", ["fish YES swim NO\n", "fishing ok, swimming no\n", "swim NO. fish \u2713\n"]
)
def test_what_the_other_thing_was_not_is_an_outcome_too(notes: str) -> None:
    assert told(GATES, notes) == set()


@pytest.mark.parametrize(
    ("draft", "notes"),
    [
        # a figure alone is what the word behind it is of
        (
            "Mr Lark proposed $31, but this was not supported.\n\nIt was resolved that the fee be $27.\n",
            "Lark 31, no takers. 27 ok\n",
        ),
        # a tree
        ("Old Forge: fell one oak and trim two hollies. No objection.\n", "Old Forge oak OK, hollies too\n"),
    ],
)
def test_the_outcome_of_one_thing_is_not_held_against_another(draft: str, notes: str) -> None:
    assert told(draft, notes) == set()


POOL = (
    "# Pool\n\nThe Otters had written to ask for the small pool on Sunday mornings. Ms Orr said that it was "
    "full at that hour.\n\nRESOLVED (i) that the request be refused; (ii) that they be offered Fridays.\n\n"
    "# Kiosk\n\nMr Lark reported that the kiosk had been painted.\n"
)


@pytest.mark.parametrize(
    "notes",
    [
        "Otters want small pool Sun am. Orr - pool full then\nREFUSED, offer Fri\n\nkiosk painted - Lark\n",
        "Otters: small pool Sun mornings? Orr says full\nrejected\n\nLark: kiosk painted\n",
        "small pool Suns for Otters\nfull (Orr)\ndeclined - Fridays instead\n\nkiosk: Lark, painted\n",
    ],
)
def test_an_outcome_without_a_thing_is_of_what_its_item_is_of(notes: str) -> None:
    assert told(POOL, notes) == set()
    assert told(POOL.replace("be refused", "be granted"), notes) == {"granted"}


@pytest.mark.parametrize(
    ("draft", "slip", "notes"),
    [
        (
            "The sale of Quay Cottage was remitted to the Works Committee.",
            "approved",
            "Quay Cottage sale >> back to Works Cttee\n",
        ),
        ("The lease of the kiosk was tabled until 3 June.", "approved", "kiosk lease - table it, June\n"),
        (
            "The pottery rota was continued to the June meeting.",
            "approved",
            "judo ok / pottery rota cont to june\n",
        ),
        ("The bid for the sauna had been unsuccessful.", "successful", "sauna bid KNOCKED BACK\n"),
        (
            "The appeal of Unit 417 was rejected, the shed having gone.",
            "was confirmed",
            "four seventeen rejected, shed gone\n",
        ),
        (
            "Mill Barn: the Council objected on grounds of access.",
            "raised no objection",
            "Mill Barn \u2192 OBJECT (access)\n",
        ),
    ],
)
def test_put_off_turned_down_and_objected_to_in_clerks_words(draft: str, slip: str, notes: str) -> None:
    words = (
        "was remitted to",
        "was tabled until",
        "was continued to",
        "unsuccessful",
        "was rejected",
        "objected",
    )
    right = next(word for word in words if word in draft)
    assert told(draft + "\n", notes) == set()
    assert told(draft.replace(right, f"was {slip} for" if slip == "approved" else slip) + "\n", notes)


OBJECTIONS = (
    "# Planning\n\n"
    "Porch at Weir Lane. It was RESOLVED to raise no objection.\n\n"
    "Four houses at Quarry Farm. It was RESOLVED to object on the ground of access.\n"
)


@pytest.mark.parametrize(
    "notes",
    [
        "PLNG weir ln porch - no objn. quarry fm 4 hses - OBJ access, PL abst\n",
        "weir lane porch: no obj. quarry farm 4 houses - obj'd, access\n",
    ],
)
def test_an_objection_that_names_no_thing_is_to_what_was_spoken_of_before(notes: str) -> None:
    assert told(OBJECTIONS, notes) == set()
    assert told(OBJECTIONS.replace("raise no objection", "not to object"), notes) == set()
    slip = OBJECTIONS.replace("to object on", "to raise no objection on")
    assert told(slip, notes) == {"raise no objection"}


@pytest.mark.parametrize(
    ("draft", "notes", "quote"),
    [
        # without vowels
        ("After discussion the crane was approved.\n", "crane dfrrd, cmpre tariffs\n", "approved"),
        ("The slip extension was approved after a vote.\n", "slip extn rjctd, vote\n", "approved"),
        ("The kiosk at Weir Lane was refused.\n", "kiosk weir ln grntd\n", "refused"),
        # a shouted "no" and why
        (
            "Petra Lund's boat at the weir was approved, the channel being too narrow.\n",
            "Lund boat at weir NO too narrow\n",
            "approved",
        ),
        (
            "The second mooring at Dahl Mill was granted.\n",
            "2nd mooring dahl mill NO not enough room\n",
            "granted",
        ),
        # initials with an "of" among them
        ("The memorandum of understanding was approved.\n", "MOU - refused\n", "approved"),
        ("The terms of reference were refused.\n", "TOR - ok'd\n", "refused"),
        # what is not so in the sentence before is of another line of the notes
        (
            "Four owners had not paid.\n\nThe crane at Dahl Mill was approved for the winter.\n",
            "4 owners not paid\ncrane dahl mill winter NO too dear\n",
            "approved",
        ),
    ],
)
def test_how_clerks_put_an_outcome_short(draft: str, notes: str, quote: str) -> None:
    assert told(draft, notes) == {quote}


@pytest.mark.parametrize(
    ("draft", "notes"),
    [
        (
            "A request by the Sailmakers to be left out of the next regatta was declined.\n",
            "Sailmakers asked to be left out of regatta next time - declined\n",
        ),
        (
            "The request of the Sailmakers to be left out of the regatta was declined, as they had signed.\n",
            "Sailmakers asked left out of regatta next time - declined\n",
        ),
        (
            "Petra Lund moved the former tariff for the crane. The motion was lost by three votes to five.\n",
            "Lund, crane: go back to old tariff. lost. three five\n",
        ),
    ],
)
def test_what_was_put_and_lost_was_not_put_off(draft: str, notes: str) -> None:
    assert told(draft, notes) == set()


@pytest.mark.parametrize(
    ("draft", "notes", "quote"),
    [
        (
            "The Board approved the paint for the slip and directed staff not to touch the pontoon.\n",
            "paint slip - refused. pontoon: hands off\n",
            {"approved"},
        ),
        (
            "The Board granted the use of the slip and requested that no fires be lit.\n",
            "slip use - denied\n",
            {"granted"},
        ),
    ],
)
def test_what_was_asked_besides_refuses_nothing(draft: str, notes: str, quote: set[str]) -> None:
    assert told(draft, notes) == quote
