"""A "not" under which a word stands in one text only, by the clause that answers the jotting."""

import pytest

from review_tui.facts.negations import negation_clashes
from review_tui.facts.negatives import DENIES, denies_nothing
from review_tui.facts.pair import Pair, pair_of
from review_tui.model.findings import Severity
from review_tui.model.material import Document, Material

NOTES = (
    "boathouse roof leaks again; slipway cannot be widened, harbour office says\n"
    "- rowing kit inventory in folder, nobody checked it\n"
    "- Ines stepping down, not standing for captain\n"
    "- new oars, no doubles this year\n"
)
DRAFT = (
    "The roof of the boathouse was leaking again.\n\n"
    "The harbour office had said that the slipway could not be widened.\n\n"
    "The inventory of the rowing kit was in the folder. It had not been checked.\n\n"
    "Ines Moreau will not stand for captain.\n\n"
    "It was agreed to buy new oars, with no double sculls this year.\n"
)


def read(draft: str, notes: str) -> Pair:
    return pair_of(
        Material(Document.read("minutes.md", draft), (Document.read("notes/secretary.md", notes),))
    )


def told(draft: str, notes: str = NOTES) -> list[str]:
    return [
        clash.places[0].quote
        for clash in negation_clashes(read(draft, notes))
        if clash.severity is not Severity.HINT
    ]


def test_right_minutes_are_left_alone() -> None:
    assert told(DRAFT) == []


def test_a_not_written_without_its_stroke_is_one() -> None:
    notes = "licence doesnt cover outdoor music\n"
    assert told("The licence does not cover outdoor music.\n", notes) == []
    assert told("The licence covers outdoor music.\n", notes) != []


@pytest.mark.parametrize(
    ("true", "slip"),
    [
        ("could not be widened", "could be widened"),
        ("had not been checked", "had been checked"),
        ("will not stand", "will stand"),
        ("with no double sculls", "with double sculls"),
    ],
)
def test_a_lost_not_is_found_in_the_clause_that_answers_it(true: str, slip: str) -> None:
    draft = DRAFT.replace(true, slip)
    (quote,) = told(draft)
    assert slip in quote


@pytest.mark.parametrize(
    ("draft", "notes"),
    [
        (
            "Members were asked who would volunteer, and no volunteers came forward.\n",
            "who would volunteer? no volunteers came forward\n",
        ),
        ("The phone number of the boathouse was given out.\n", "given out: phone no of boathouse\n"),
        ("Constable Cant spoke about thefts from the boathouse.\n", "Constable Cant re thefts boathouse\n"),
        (
            "One of the oars had been varnished but the other had not.\n",
            "oars: 1 varnished 1 not\n",
        ),
        (
            "Rising demand had exposed a shortage of upstream moorings and a long list for one.\n",
            "demand up, not enough upstream moorings, long list\n",
        ),
        (
            "Not many upstream moorings were free.\n",
            "upstream moorings - short, list long\n",
        ),
        ("The slipway gate was painted rather than replaced.\n", "slipway gate painted, not replaced\n"),
        ("A ban on rowers in the loft was discussed at length.\n", "loft: Ines wants no rowers in loft\n"),
        ('In the last minutes "slipway" should read "jetty".\n', 'last mins jetty, not "slipway"\n'),
        ("Work on the slip begins once the regatta is over.\n", "slip work cant begin before regatta over\n"),
        (
            "The regatta dinner is in the loft, as the boathouse floor is wet.\n",
            "regatta dinner not in boathouse, floor wet\n",
        ),
        (
            "Dogs are barred from the slip, but may come to the regatta.\n",
            "dogs barred slip, not at regatta\n",
        ),
        ("The regatta pontoon had yet to be anchored in the bay.\n", "regatta pontoon in bay not anchored\n"),
        ("Ines Moreau would price a winch for the slip.\n", "Ines: why don't we price winch for slip\n"),
        (
            "Four tenders had come for the slip; one was thrown out for want of a tender bond.\n",
            "slip: 4 tenders, 1 out - no tender bond\n",
        ),
        (
            "Ines Moreau considered the slip too near to the weir to widen.\n",
            "Ines doesnt like slip, too near weir\n",
        ),
        (
            "Ines Moreau and Tom Ware voted for a new slip by the weir; Ben Price abstained.\n",
            "new slip by weir: 2 for, Ben didnt vote\n",
        ),
        (
            "Ines Moreau proposed that any balance should go to the slip bank; there was no seconder.\n",
            "Ines wants slip bank - nobody, cant carry fwd\n",
        ),
        (
            "Junior regatta: tabled to the October meeting, as no leader has come forward.\n",
            "junior regatta - nobody, october mtg\n",
        ),
    ],
)
def test_a_not_that_turns_something_else_is_not_missed(draft: str, notes: str) -> None:
    assert told(draft, notes) == []


@pytest.mark.parametrize(
    ("said", "true", "slip", "notes"),
    [
        ("The boiler in the east wing was {} replaced.", "not to be", "to be", "boiler E wing NOT this yr\n"),
        ("The pipe band {} come to the gala.", "could not", "could", "gala: pipe band cant\n"),
    ],
)
def test_a_not_that_ends_a_jotting_is_said_of_the_word_before(
    said: str, true: str, slip: str, notes: str
) -> None:
    fence = "\n\nThe fence was painted in May.\n"
    assert told(said.format(true) + fence, notes + "fence painted may\n") == []
    assert len(told(said.format(slip) + fence, notes + "fence painted may\n")) == 1


def test_a_no_to_a_motion_is_no_not_of_its_votes() -> None:
    draft = "A move of the inset day was not supported, by two votes to five, with one abstention.\n"
    assert told(draft, "move inset day: 2 for 5 agst 1 abs - no\n") == []


@pytest.mark.parametrize(
    ("true", "slip", "notes"),
    [
        ("could not enforce this", "could enforce this", "speeding vans at the depot - cant police them"),
        ("was unable to enforce", "was able to enforce", "speeding vans at the depot - cant police"),
    ],
)
def test_what_cannot_be_done_is_missed_though_no_word_answers_what(true: str, slip: str, notes: str) -> None:
    draft = f"Speeding vans at the depot were raised. {true} any campaign on speeding vans at the depot.\n"
    after = "\nThe flag will be mended.\n"
    assert told(draft + after, f"{notes}\nflag mend\n") == []
    assert told(draft.replace(true, slip) + after, f"{notes}\nflag mend\n") != []


def test_initials_and_a_number_are_no_not() -> None:
    draft = "Present: Nina Olsen (Clerk), Ben Price\n\nMs Olsen will tell Mr Price the registration number.\n"
    assert told(draft, "NO tells Price reg no\n") == []


FENCE = "\n\nThe fence of the yard was painted in May.\n"


@pytest.mark.parametrize(
    ("true", "slip", "notes"),
    [
        # what is denied is said in other words, but the rest of the part is there
        ("{} would not be permitted on the pier.", "{} would be permitted on the pier.", "NO lamps pier"),
        ("{} will not be in the marsh.", "{} will be in the marsh.", "lamps not put in marsh"),
        # with a sign for a "not"
        ("The group for {} had not yet met.", "The group for {} had now met.", "lamps grp x met"),
        # a word that may turn a sentence stands for one of the notes
        (
            "The charge for {} will not be reduced.",
            "The charge for {} will be reduced.",
            "no cut lamps charge",
        ),
        ("{} are not lit before June.", "{} are lit before June.", "lamps NOT before June"),
    ],
)
def test_a_part_of_the_notes_is_not_minuted_without_its_not(true: str, slip: str, notes: str) -> None:
    assert told(true.format("Lamps") + FENCE, f"{notes}\nfence yard painted may\n") == []
    (quote,) = told(slip.format("Lamps") + FENCE, f"{notes}\nfence yard painted may\n")
    assert quote == slip.format("Lamps")


@pytest.mark.parametrize(
    ("draft", "notes"),
    [
        # the "not" is said of a thing that the sentence does not name
        ("The grant of 400 for lamps is paid at the end of June.", "lamps grant 400 end june no interest"),
        # asked, not said
        ("Ines asked whether the lamps of the pier had been mended.", "Ines lamps pier? not mended"),
        # of another day than until then
        ("Lamps are lit from June.", "lamps NOT before June"),
        ("The lamps have the number 8 on the lower pier.", "lamps lower pier no 8"),
        ("The lamps came from the pier. None of these lamps was new.", "no new lamps pier"),
        # turned by another word
        ("The lamps on the lower pier were left unlit.", "NO lamps lower pier"),
    ],
)
def test_a_part_with_a_not_is_compared_with_what_is_said_of_it(draft: str, notes: str) -> None:
    assert told(draft + FENCE, f"{notes}\nfence yard painted may\n") == []


def test_the_no_of_somebody_is_no_yes() -> None:
    people = "Present: Nina Olsen, Ben Price, Ines Moreau\n\n"
    notes = "new mast for the yawl? Olsen no, too dear\nBen nope\n"
    asked = "Mr Price had asked for a new mast for the yawl. "
    assert told(people + asked + "Ms Olsen did not support this as the price was too high.\n", notes) == []
    said = "Ms Olsen supported this as the price was too high."
    assert told(people + asked + f"{said}\n", notes) == [said]


def test_a_thing_that_an_arrow_points_to_a_no_from_is_not_so() -> None:
    notes = "regatta dinner -> NO, cost\nfence yard painted may\n"
    assert told("The regatta dinner will not be held." + FENCE, notes) == []
    assert told("The regatta dinner will be held." + FENCE, notes) == ["The regatta dinner will be held."]
    # the line has the same with and without it
    assert told("Ines will run the dinner." + FENCE, "Ines: not running so I can run dinner\n") == []


@pytest.mark.parametrize(
    ("draft", "notes"),
    [
        (
            "The regatta, first fixed for the last week of May, was moved to June.",
            "regatta moved, not last week again",
        ),
        ("In the minutes of May, Ash Lane was put for Elm Road.", "mins May: Ash Lane not Elm Road"),
        ("Ms Oyelaran will paint the cabin.\n\n", "Oyelaran paints cabin. its MS Oyelaran not mrs"),
    ],
)
def test_a_not_of_a_time_or_of_one_name_of_two_denies_nothing(draft: str, notes: str) -> None:
    assert told(draft + FENCE, f"{notes}\nfence yard painted may\n") == []


@pytest.mark.parametrize(
    ("draft", "notes"),
    [
        (
            "Seven governors voted for the auditor, none against it.\n",
            "auditor seven governors. against none\n",
        ),
        (
            "Of the households, 22 have sent in their forms.\n",
            "22 of 27 forms in. C phones 5. no forms no $\n",
        ),
        ("Keys go to households with a form.\n", "households: no form, no keys\n"),
        ("The next meeting is on Tuesday at the Depot.\n", "next meeting Tuesday 4 Depot not here\n"),
        (
            "The minutes were agreed, with the Pound Lane of minute 119 read as Field.\n",
            "minutes ok, 119 shd be Pound FIELD not Lane\n",
        ),
        ("Takings of the slope fell, owing to the poor snow year.\n", "takings slope down (no snow)\n"),
    ],
)
def test_a_not_that_counts_or_corrects_or_sets_a_condition_denies_nothing(draft: str, notes: str) -> None:
    assert not told(draft, notes)


@pytest.mark.parametrize("line", ["GAZEBO - DON'T HIRE", "gazebo Don't Hire", "GAZEBO NOT HIRED OUT"])
def test_a_line_in_capitals_still_has_its_not(line: str) -> None:
    (sign,) = DENIES.finditer(line)
    assert not denies_nothing(line, *sign.span())


@pytest.mark.parametrize(
    ("draft", "notes"),
    [
        ("A bid to the Larch Trust for $40,000 had been turned down.\n", "Larch Trust 40k NO\n"),
        ("Rowing tank - $38,000 - declined, as beyond the purse.\n", "rowing tank 38k NO, too dear\n"),
        (
            "The request for a ten-foot mast was denied because the limit at the quay is seven feet.\n",
            "quay 10 ft mast NO limit is 7 ft\n",
        ),
        # told in the sentence after it
        (
            "Kit wanted to hire a crane for $450. It was turned down.\n",
            "kit wants crane 450 NO. Hugh has one\n",
        ),
        (
            "Jo wanted to hire a crane for $450. The crew did not agree to this.\n",
            "jo wants crane 450 NO. Hugh has one\n",
        ),
        # a cross beside what was put off
        ("The bylaws of the quay were sent back for redrafting.\n", "quay bylaws \u2717 redraft\n"),
        # "again" is no "against"
        (
            "Mr Delphine spoke against the longer season.\n",
            "Delphine = no to longer season (over time again)\n",
        ),
        # a name at the head of the minutes
        (
            "Harbour Office Annexe, 12 Quay Road.\n\nThe form goes to Ms Orr.\n",
            "form to Orr, not harbour office\n",
        ),
    ],
)
def test_a_no_that_the_draft_has_in_other_words_is_not_missed(draft: str, notes: str) -> None:
    assert told(draft, notes) == []


@pytest.mark.parametrize(
    ("true", "slip", "notes"),
    [
        (
            "The port would not be paying for a further pontoon this year.",
            "The port would be paying for a further pontoon this year.",
            "no more pontoons from the port this year\n",
        ),
        (
            "She asked that members not be told to pay before the survey was out.",
            "She asked that members be told to pay before the survey was out.",
            "members NOT to be told to pay before survey out\n",
        ),
        # another "not" of the sentence is of another thing, as it is in the notes
        (
            "There was no lasting damage to the hull, and a second survey is not needed.",
            "There was no lasting damage to the hull, and a second survey is needed.",
            "hull no lasting damage, no second survey needed\n",
        ),
        (
            "The Otters had not yet agreed to the exception for the slipway.",
            "The Otters had now agreed to the exception for the slipway.",
            "slipway - Otters NOT agrd yet\n",
        ),
        # "he" is the one of the sentence before
        (
            "Mr Jon Lark gave the balance. He did not advise a further loan.",
            "Mr Jon Lark gave the balance. He advised a further loan.",
            "Jon Lark bal\nJon Lark doesnt advise more loan\n",
        ),
        (
            "Juniors did not favour the new start.",
            "Juniors favoured the new start.",
            "jnrs do not like new start\n",
        ),
    ],
)
def test_a_not_that_was_lost_beside_others_is_found(true: str, slip: str, notes: str) -> None:
    assert told(true + "\n", notes) == []
    assert told(slip + "\n", notes) != []


@pytest.mark.parametrize(
    ("true", "slip", "notes"),
    [
        (
            "The mooring fee is not in that figure.",
            "The mooring fee is in that figure.",
            "mooring fee NOT in that figure\n",
        ),
        (
            "Ms Kay Orr said that children of the crew should not be considered.",
            "Ms Kay Orr said that children of the crew should be considered.",
            "Kay: no crew children pls\n",
        ),
        (
            "The regatta dinner will not be held.",
            "The regatta dinner will be held.",
            "regatta dinner \u2192 NO, cost\n",
        ),
        # of which kind a thing is turns nothing
        (
            "Unspent berth money may not be carried forward.",
            "Unspent berth money may be carried forward.",
            "no carry fwd berth money!!\n",
        ),
        (
            "The new licence has not been received.",
            "The new licence has been received.",
            "new licence still not here\n",
        ),
        # who votes no says nothing of the sentence
        (
            "Carried 4 to 1, Ms Orr voting no; tide tables will not be issued.",
            "Carried 4 to 1, Ms Orr voting no; tide tables will be issued.",
            "no tide tables\n",
        ),
    ],
)
def test_a_not_is_missed_whatever_else_stands_in_the_sentence(true: str, slip: str, notes: str) -> None:
    assert told(true + "\n", notes) == []
    assert told(slip + "\n", notes) != []


@pytest.mark.parametrize(
    ("draft", "notes"),
    [
        # a reason has the "not"
        ("The tiled deck was denied, as no sound report was given.\n", "tiled deck, no, no sound report\n"),
        # said of the next word, which the draft turns otherwise
        ("Ms Orr urged the Board to keep the junior races.\n", "Orr: please don't cut junior races\n"),
        # two signs for one "not"
        ("Berth charges would not change before May.\n", "berth charges \u2717 no change b4 May\n"),
        ("The next meeting is on 9 May at the depot.\n", "next mtg 9 May DEPOT not here\n"),
    ],
)
def test_a_not_that_is_told_or_of_another_word_is_not_missed(draft: str, notes: str) -> None:
    assert told(draft, notes) == []


@pytest.mark.parametrize(
    ("draft", "notes"),
    [
        (
            "Mr. Dahl proposed shutting the lower lock at 8:00 p.m. instead of 9:00 p.m. in winter.\n",
            "lower lock winter shut 8 not 9, Dahl\n",
        ),
        (
            "The slipway at Dahl Mill would open at 7:30 a.m. rather than 7:00 a.m. on Sundays.\n",
            "slipway Dahl Mill open 7.30 not 7 Sundays\n",
        ),
    ],
)
def test_a_not_between_two_values_denies_nothing(draft: str, notes: str) -> None:
    assert list(negation_clashes(read(draft, notes))) == []


@pytest.mark.parametrize("notes", ["two not three", "tues not weds", "may, not april", "\u00a340 (not 35)"])
def test_a_not_is_of_a_value_only_between_two_of_a_kind(notes: str) -> None:
    start = notes.index("not")
    assert denies_nothing(notes, start, start + 3)
    assert not denies_nothing("bay 4 not dredged", 6, 9)


@pytest.mark.parametrize(
    ("draft", "notes"),
    [
        ("The new winch has been commissioned.\n", "winch NOT commissioned \u2192 Easter??\n"),
        ("The inner lock has been dredged by Dahl.\n", "inner lock not dredged yet - May?\n"),
        # the word that is said of it may itself be one of stopping
        (
            "Night watches at the weir had been ended, Dr Lund said.\n",
            "night watches weir have NOT stopped, Lund said\n",
        ),
    ],
)
def test_what_is_not_so_is_no_question_for_what_is_asked_behind_it(draft: str, notes: str) -> None:
    assert [clash.severity for clash in negation_clashes(read(draft, notes))] == [Severity.WARNING]


def test_a_whole_question_denies_nothing() -> None:
    pair = read("The winch has been commissioned.\n", "winch not commissioned?\n")
    assert list(negation_clashes(pair)) == []


def test_a_dash_between_the_figures_of_a_vote_turns_nothing() -> None:
    draft = (
        "Mill Lane, four houses. RESOLVED: no objection on grounds of flood risk and safety (5 votes to 1).\n"
    )
    notes = "mill ln 4 hses OBJECT flood risk + safety 5-1\n"
    assert [c.places[0].quote for c in negation_clashes(read(draft, notes))] == ["no"]
    assert [*negation_clashes(read(draft, notes.replace("OBJECT", "object? -")))] == []


INSURED = (
    "The cover with Stockmans Mutual was {}renewed at a premium of $3,150.\n\n"
    "Pump 3 was {}to be repaired before the new year, because parts could not be had.\n"
)


@pytest.mark.parametrize(
    ("nots", "insured", "told"),
    [
        (("", "not "), "renewed", 0),
        (("not ", "not "), "renewed", 1),  # the notes have it without a "not"
        (("not ", "not "), "still no answer, renewed by hand", 0),
        (("", ""), "renewed", 1),  # of the two "no" of the notes one is told, the other lost
    ],
)
def test_a_not_too_many_or_too_few_is_told_though_another_stands_near(
    nots: tuple[str, str], insured: str, told: int
) -> None:
    notes = (
        f"levy 91, carried\ninsurance stockmans 3150 1 oct 25 - 30 sep 26, {insured}\nbar takings good\n"
        "pump 3 no repair till new yr, no parts\n"
    )
    documents = (Document.read("notes/clerk.txt", notes),)
    pair = pair_of(Material(Document.read("minutes.md", INSURED.format(*nots)), documents))
    assert len([c for c in negation_clashes(pair) if c.severity is Severity.WARNING]) == told


@pytest.mark.parametrize(
    ("sentence", "jotted", "told"),
    [
        ("The reserves policy was not approved.", "reserves policy ok", 1),
        ("The complaint of Quay Street has not been resolved.", "Quay St complaint sorted. no cake left", 1),
        ("The checks of three volunteers have not been completed.", "3 volunteers checks done", 1),
        ("The complaint of Quay Street has not been resolved.", "Quay St complaint still open", 0),
        ("Half of the clubs that do well help those not doing well.", "half of clubs do well, help rest", 0),
    ],
)
def test_a_not_that_only_the_draft_has_is_told_beside_what_the_notes_call_well(
    sentence: str, jotted: str, told: int
) -> None:
    draft = f"The bar was painted by the crew.\n\n{sentence}\n\nThe hedge was cut.\n"
    found = negation_clashes(read(draft, f"bar painted\n{jotted}\nhedge cut\n"))
    assert len([c for c in found if c.severity is Severity.WARNING]) == told


@pytest.mark.parametrize(
    ("sentence", "jotted", "told"),
    [
        ("The archdeacon has replied about the bench.", "archd still no answer re bench", 1),
        ("The archdeacon has not replied about the bench.", "archd still no answer re bench", 0),
        ("The guard on press 3 has not been replaced.", "press 3 guard done", 1),
        ("The guard on press 3 has been replaced.", "press 3 guard done", 0),
    ],
)
def test_no_answer_is_no_reply_and_done_is_whatever_was_to_be_done(
    sentence: str, jotted: str, told: int
) -> None:
    draft = f"The bar was painted by the crew.\n\n{sentence}\n\nThe hedge was cut.\n"
    found = negation_clashes(read(draft, f"bar painted\n{jotted}\nhedge cut\n"))
    assert len([c for c in found if c.severity is Severity.WARNING]) == told
