"""What became of a thing, by the thing that the notes name beside the word for it."""

import pytest

from review_tui.facts.outcome_odds import outcome_clashes
from review_tui.facts.outcome_words import stated_outcomes
from review_tui.facts.pair import pair_of
from review_tui.model.material import Document, Material

NOTES = (
    "requests: bay 12 awning no, too wide, can try again. bay 30 hot tub ok\n"
    "Harbour Lane kiosk - granted\n"
    "Sailmakers sponsorship \u2717\n"
)
DRAFT = (
    "# Requests\n\n"
    "Bay 12 (awning) was denied as too wide; the owner may try again. Bay 30 (hot tub) was approved.\n\n"
    "# Decisions of the port\n\n"
    "A kiosk with a hatch and two doors, at Harbour Lane.\n\n"
    "Permission granted\n\n"
    "# Letters\n\n"
    "The Sailmakers asked for sponsorship. It was not agreed.\n"
)


def told(draft: str, notes: str = NOTES) -> set[str]:
    material = Material(Document.read("minutes.md", draft), (Document.read("notes/purser.md", notes),))
    return {clash.places[0].quote for clash in outcome_clashes(pair_of(material))}


def test_right_minutes_are_left_alone() -> None:
    assert told(DRAFT) == set()


@pytest.mark.parametrize(
    ("true", "slip", "quote"),
    [
        ("denied as too wide; the owner may try again", "approved though wide", "approved"),
    ],
)
def test_another_outcome_is_found_though_far_from_its_thing(true: str, slip: str, quote: str) -> None:
    assert told(DRAFT.replace(true, slip)) == {quote}


def test_a_number_is_no_refusal_and_getting_hold_no_deferral() -> None:
    assert stated_outcomes("rang the port on the 101 no") == ()
    assert (
        told("The purser was asked to reach the Sailmakers.\n", "purser to get hold of Sailmakers\n") == set()
    )


@pytest.mark.parametrize(
    ("draft", "notes"),
    [
        ("The jetty rules were approved.\n", "jetty rules -> spring mtg, ask crews 1st\n"),
        ("The request for a mast was approved.\n", "mast request, table til June\n"),
        ("The request for storage was approved.\n", "storage request - leave to Dec\n"),
        ("The request for a kiosk was approved.\n", "kiosk request -> plg cttee 20/1\n"),
        ("The petition against the kiosk was granted.\n", "petition agst kiosk - rej 5/1\n"),
        ("The crane at Bell Wharf was not supported by the port.\n", "crane Bell Wharf \u2013 supp.\n"),
        ("A sauna by the slipway was refused by the port.\n", "sauna slipway | supp'd |\n"),
    ],
)
def test_what_is_put_off_or_refused_in_short_is_known(draft: str, notes: str) -> None:
    assert told(draft, notes) != set()


def test_the_same_votes_link_what_shares_no_word() -> None:
    notes = "pay: they offer 3.2, we want 6. rejected 21-2. no ballot yet\n"
    draft = "The offer was rejected on a show of hands, 21 to 2.\n"
    assert told(draft, notes) == set()
    assert told(draft.replace("rejected", "accepted"), notes) == {"accepted"}


def test_leave_to_attend_puts_nothing_off() -> None:
    assert told("Tara took leave to attend two races.\n", "TQ took leave to attend 2 races\n") == set()


def test_a_deficit_of_so_much_puts_nothing_off() -> None:
    assert told("A forecast deficit of 12,400 was reported.\n", "f'cast def 12.4k reported\n") == set()


def test_a_sentence_that_shares_no_word_goes_on_with_the_line_before() -> None:
    draft = (
        "A letter from the Sailmakers about their rent was read.\n"
        "It was resolved that this be {}.\n\n"
        "The slipway will be scraped in April.\n"
    )
    notes = "Sailmakers letter re rent \u2717 too much\nslipway scrape April\n"
    assert told(draft.format("refused"), notes) == set()
    assert told(draft.format("approved"), notes) == {"approved"}


def test_a_name_is_no_outcome_and_a_turned_word_is_its_opposite() -> None:
    assert [v.name for v in stated_outcomes("claim would not be accepted")] == ["refused"]
    assert told("Grant Weller spoke on the jetty.\n", "jetty, Grant W spoke - not tonight\n") == set()


def test_a_refusal_is_quoted_with_its_not() -> None:
    material = Material(
        Document.read("minutes.md", "The attendance policy was approved.\n"),
        (Document.read("notes/clerk.md", "attendance policy NOT approved\n"),),
    )
    said = [clash.message for clash in outcome_clashes(pair_of(material))]
    assert said
    assert [message for message in said if "“NOT approved”" not in message] == []


@pytest.mark.parametrize("verb", ["deny", "refuse", "reject"])
def test_a_motion_to_refuse_is_no_approval(verb: str) -> None:
    draft = "Mr Kowalski moved to approve the request for a food truck permit.\n"
    notes = f"Kowalski: I'd move to {verb} the request for the food truck permit\n"
    assert told(draft, notes) == {"approve"}


@pytest.mark.parametrize(
    ("draft", "notes"),
    [
        # what the notes say is the draft's in other words
        (
            "The crane club asked for a slot in May. Its insurance was acceptable. It was declined.\n",
            "crane club: slot in May? insurance ok (3rd party). we say no\n",
        ),
        # a question of the notes, and its answer
        (
            "The crane log was approved with a change on page 2.\n",
            "crane log, change page 2. Any other changes to it? No. fine then\n",
        ),
        # what may come is not told to have come
        (
            "The crane grant is unsettled; should the lender withdraw, the purser reports again.\n",
            "crane grant, lender not yet settled, purser reports again\n",
        ),
        (
            "The harbour master declined a rebate for the crane but agreed to waive the slip dues.\n",
            "harbour master: crane no rebate, slip dues waived, ok\n",
        ),
    ],
)
def test_what_may_be_told_in_other_words_is_left_alone(draft: str, notes: str) -> None:
    assert told(f"{draft}\nThe buoys were painted.\n", f"{notes}buoys painted\n") == set()


@pytest.mark.parametrize(
    ("draft", "notes", "quote"),
    [
        (
            "RESOLVED that the purchase of the Marl crane be approved after a trial in the yard.\n",
            "Marl crane purchase: defer, trial yard, all \u2713\n",
            "approved",
        ),
        (
            "It was decided to proceed with the Marl crane.\n",
            "Marl crane - put back to spring\n",
            "decided to proceed",
        ),
        ("A bid for the Marl crane was approved.\n", "#agreed Marl crane bid no for now\n", "approved"),
    ],
)
def test_what_became_of_a_thing_is_compared_in_its_last_words(draft: str, notes: str, quote: str) -> None:
    assert quote in told(f"{draft}\nThe buoys were painted.\n", f"{notes}buoys painted\n")


@pytest.mark.parametrize(
    "notes", ["Dora no, others yes", "dues: 4 yes, 2 no (Dora & Tom)", "DQ no - too dear"]
)
def test_a_no_of_somebody_decides_nothing(notes: str) -> None:
    assert "refused" not in {outcome.name for outcome in stated_outcomes(notes)}


def test_a_no_that_says_why_answers_somebody() -> None:
    draft = "The raft race in June was approved, with Mr Orr in charge of the boats.\n"
    notes = "raft race June, Orr in charge of boats. no, nobody else can\n"
    assert told(draft, notes) == set()
    assert told(draft, notes.replace("no, nobody else can", "not agreed")) == {"approved"}


@pytest.mark.parametrize(
    ("draft", "notes"),
    [
        ("The request of the Otters for the bus was granted.\n", "otters want bus - NO.\n"),
        (
            "As only 161 shares were in favour, the keel proposal was adopted.\n",
            "keel needs 2/3. 161 - 129 -> NOT\n",
        ),
        ("The decision on the weir was confirmed and takes effect.\n", "weir decision: refer it back\n"),
    ],
)
def test_an_outcome_at_the_end_of_its_own_line_is_of_its_sentence(draft: str, notes: str) -> None:
    assert told(draft, notes)


@pytest.mark.parametrize(
    ("draft", "notes"),
    [
        ("The calendar for 2026/27 was approved.\n", "calendar 26-27 (NOT 25-26, done before)\n"),
        ("The wider channel was endorsed by four votes to one.\n", "wider channel four for one against\n"),
    ],
)
def test_a_not_within_a_line_is_no_outcome_of_all_of_it(draft: str, notes: str) -> None:
    assert told(draft, notes) == set()


def test_what_names_the_thing_may_stand_in_another_part_of_the_line() -> None:
    draft = "The request for a swap to berth 4, Harbour Lane was {}, there being no reason of health;\n"
    notes = "| berths | 0417 waits. swap berth 4. Harb Lane NO no reason health |\n"
    assert told(draft.format("refused"), notes) == set()
    assert told(draft.format("approved"), notes) == {"approved"}


def test_initials_that_look_like_a_refusal_are_somebody() -> None:
    draft = "Present: Nadia Osman, Tom Hall\n\n# Roof\n\nThe quotation of Apex for the roof was accepted.\n"
    assert told(draft, "apex roof NO / TH 3-1\n") == set()
    assert told(draft.replace("Nadia Osman", "Nadia Pell"), "apex roof NO. TH 3-1\n") == {"accepted"}


def test_of_two_policies_that_changed_places_each_is_held_against_its_own_line() -> None:
    draft = "The {} policy was adopted without change. The {} policy was held over to the May meeting.\n"
    notes = "policies - concussion ok no chg\ncellphone -> held over to May, ask parents first\n"

    assert told(draft.format("concussion", "cellphone"), notes) == set()
    assert "adopted" in told(draft.format("cellphone", "concussion"), notes)


def test_one_line_of_the_notes_is_of_one_thing_of_a_paragraph() -> None:
    draft = (
        "# Loans\n\nNine were granted, in all £405,000. The application of Mr Mbaabu was {}, "
        "because he has not repaid his loan of 2022.\n"
    )
    notes = "loans 11 appl. 9 given 405,000 tot. Mbaabu refused - 2022 loan not pd\n"
    document = (Document.read("notes/purser.md", notes),)
    found = [
        clash.places[0].span.start
        for clash in outcome_clashes(
            pair_of(Material(Document.read("m.md", draft.format("granted")), document))
        )
    ]

    assert told(draft.format("refused"), notes) == set()
    assert found == [draft.index("{}")]
