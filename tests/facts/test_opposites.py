"""The opposite of what the notes say of the same thing."""

import pytest

from review_tui.facts.opposites import opposite_clashes
from review_tui.facts.pair import pair_of
from review_tui.model.material import Document, Material


def told(draft: str, notes: str) -> list[str]:
    material = Material(Document.read("minutes.md", draft), (Document.read("notes/coach.md", notes),))
    return [clash.places[0].quote for clash in opposite_clashes(pair_of(material))]


@pytest.mark.parametrize(
    ("draft", "notes", "quote"),
    [
        # a word cut short, learned from the whole one
        ("The entry fee for juniors would be reduced to 9.\n", "junior entry fee incr'd to 9\n", "reduced"),
        # of two things that went different ways, by what stands with each
        ("E-book loans were down and DVD loans were up.\n", "1 pc down. ebooks up dvds down\n", "up"),
        # a "not" elsewhere in the line turns something else
        ("Dogs on the outfield are now permitted.\n", "dogs outfield: NO - stays banned\n", "permitted"),
        # a "no" of the thing before turns nothing of this one
        ("Prices will go down by 5%.\n", "no mondays term 2!  prices up 5%\n", "down"),
        ("The shop made a loss of $1,140 in the month.\n", "shop +1140 month\n", "loss"),
        # a figure with a blank between its thousands
        ("Sales of the stall fell by 12 400 in the month.\n", "stall sales +12,400 month\n", "fell"),
        ("Two windows on the south side leak.\n", "2 leaky windows N side\n", "south"),
        # the second of two jottings that one sentence comes from
        (
            "The steward said that lane 4 was dry and that the east gate would close on Monday 3 June.\n",
            "lane 4 dry, says steward. E gate reopens Mon 3 June\n",
            "close",
        ),
        (
            "The coaching of juniors was stopped at half term.\n",
            "coaching juniors - carry on half term\n",
            "was stopped",
        ),
        ("The roller came in 40 over the estimate.\n", "roller 40 under est\n", "over"),
        # the other side stands in the line too, but is said of something else
        ("The levy was decreased by 11 to 943.\n", "levy up 11 to 943, lower seats?\n", "decreased"),
        ("The skips are in the south yard.\n", "skips N yard\n", "south"),
        # both ways in both texts: each is said of what stands nearest
        (
            "Bar takings had risen and gate money had fallen.\n",
            "bar takings \u2193, gate money \u2191\n",
            "risen",
        ),
    ],
)
def test_the_opposite_is_found(draft: str, notes: str, quote: str) -> None:
    assert told(draft, notes)[:1] == [quote]


@pytest.mark.parametrize(
    ("draft", "notes"),
    [
        ("Bar takings had risen and gate money had fallen.\n", "gate money down, bar takings up\n"),
        ("The pavilion had not opened before noon.\n", "pavilion shut before noon\n"),
        (
            "Takings had fallen, but concerns were raised at the gate.\n",
            "takings fell, concerns raised re gate\n",
        ),
        ("Keys were kept prior to the draw.\n", "keys out at once, with the draw\n"),
        ("Temporary nets will be put up.\n", "temp nets up\n"),
        ("The score board was kept in private hands.\n", "score board: private hands, kept\n"),
        ("Mrs Ahn will stand down as scorer in May.\n", "Mrs Ahn giving up as scorer, May\n"),
        ("Match fees fall due in May.\n", "match fees due May, +5% if late\n"),
        ("Adult match fees were raised to \u00a39.\n", "match fees: junior stay 4, adult 8 -> 9\n"),
    ],
)
def test_right_minutes_are_left_alone(draft: str, notes: str) -> None:
    assert told(draft, notes) == []


@pytest.mark.parametrize(
    ("true", "slip", "notes"),
    [
        ("worse than plan", "better than plan", "month 7: 6.4m deficit, 1.1 adverse to plan\n"),
        ("a deficit", "a deficit", "month 7: 6.4m deficit, 1.1 adv to plan\n"),
    ],
)
def test_a_word_for_what_a_plan_missed_has_its_opposite(true: str, slip: str, notes: str) -> None:
    draft = "The position at month 7 was a deficit of £6.4 million, £1.1 million worse than plan.\n"
    assert told(draft, notes) == []
    assert bool(told(draft.replace(true, slip), notes)) is (true != slip)


def test_a_whole_word_is_not_another_cut_short() -> None:
    draft = "Gail Reeve was co-opted as a councillor, and all were in favour.\n"
    assert told(draft, "co-option Gail Reeve again as councillor, all there\n") == []


def test_who_declines_an_offer_takes_nothing_away() -> None:
    draft = "The Board declined the plan from Beacon ($18,000) and asked for two others.\n"
    assert told(draft, "plan: Beacon 18K - no. get 2 more\n") == []


def test_what_a_figure_is_held_against_is_opposed_to_nothing() -> None:
    draft = "Compliance with training was 86% against the required 90%; the safety champion was told.\n"
    assert told(draft, "training 86 vs 90. safety champion supports\n") == []
    opposed = draft.replace("was told", "spoke against the plan to train")
    assert told(opposed, "training 86 vs 90. safety champion supports plan to train\n") == ["against"]


@pytest.mark.parametrize(
    ("draft", "notes", "quote"),
    [
        # the word and its own figures
        (
            "The berth rate rises from 31.9p to 27.4p.\n",
            "berth rate 27.4p now\n",
            "rises from 31.9p to 27.4p",
        ),
        ("Rowers stand at 47, up from 52.\n", "rowers 47\n", "47, up from 52"),
        # the figures of the notes, with their units between
        ("Diesel use rose from 142 to 151.\n", "diesel use 142 l/boat, was 151\n", "rose from 142 to 151"),
        ("Dues were moved from 18% to 21%.\n", "dues 21% down to 18\n", "from 18% to 21%"),
        # a "not" turns its own word only
        ("The regatta will be held after Easter.\n", "regatta before Easter not after\n", "after"),
        # both words in both, each of the other thing
        (
            "Fewer juniors rowed than in spring, but more seniors trained at weekends.\n",
            "more juniors rowed than spring, fewer seniors at wkends\n",
            "Fewer",
        ),
        ("The rack was moved nearer to the weir.\n", "rack moved away from weir\n", "nearer to"),
        ("The price of a locker was raised.\n", "locker price stays\n", "raised"),
        # one telling figure in both is link enough
        ("The rent of it would fall by 37 per cent.\n", "up 37% if signed now\n", "fall"),
    ],
)
def test_the_way_that_figures_went_is_compared(draft: str, notes: str, quote: str) -> None:
    assert any(quote in said for said in told(f"{draft}\nThe flag was washed.\n", f"{notes}flag washed\n"))


@pytest.mark.parametrize(
    "draft",
    [
        "The lease was cut from 18 months to 2 years.\n",
        "The crew moved up from 5th to 3rd.\n",
        "The race was moved up from 3 April to 2 May.\n",
        "The grant was reduced from \u00a31.2 million to \u00a3900,000.\n",
        "Takings rose from 1.2 to 1.4 million.\n",
        "Costs fell from 2023 to 2024.\n",
        "Costs in 2024 were down from 129 in 2023; it was 2024, down from 129.\n",
    ],
)
def test_no_figure_is_taken_for_another_kind_of_figure(draft: str) -> None:
    assert told(draft, "lease, crew, race, grant, takings, costs\n") == []


@pytest.mark.parametrize(
    ("draft", "notes", "quote"),
    [
        # a figure held against another of the sentence, before or behind it
        (
            "There were 41 entries, more than the 52 of the spring.\n",
            "41 entries\n",
            "41 entries, more than the 52",
        ),
        ("Moorings came to \u00a36,200, up on the \u00a37,050 of last season.\n", "moorings 6200\n", "up on"),
        ("Bar takings were lower than in 2023: \u00a34,900 against \u00a34,100.\n", "bar 4900\n", "lower"),
        ("The draught was 31 inches, which had fallen from 28 inches in May.\n", "draught 31\n", "fallen"),
        # or of the sentence before
        (
            "Repairs cost \u00a32,300. This was less than the \u00a31,900 of 2022.\n",
            "repairs 2300\n",
            "less than",
        ),
        # units between, and only behind the second
        ("The queue had lengthened from 38 boats to 29.\n", "queue 29\n", "lengthened from 38 boats to 29"),
        ("Lateness rose from 14 to 11 per cent.\n", "lateness 11\n", "rose from 14 to 11"),
        # the notes alone have the figure of before
        ("The mooring rate climbed to 38.\n", "mooring rate 51 -> 38\n", "climbed to 38"),
        (
            "The score for moorings had come down from 16 to 12.\n",
            "moorings score 12\u219216\n",
            "from 16 to 12",
        ),
        ("Berth income had fallen to \u00a33,265.\n", "berth income 3265 (2890 last yr)\n", "fallen to"),
    ],
)
def test_a_figure_goes_the_way_that_the_words_say(draft: str, notes: str, quote: str) -> None:
    assert any(quote in said for said in told(f"{draft}\nThe flag was washed.\n", f"{notes}flag washed\n"))


@pytest.mark.parametrize(
    "draft",
    [
        "There were 41 entries, fewer than the 52 of the spring.\n",
        "Fourteen boats had waited longer than 65 days.\n",
        "All 62 berths were let, and the queue had shortened from 45 boats to 38.\n",
        "It was proposed that risk 4, on moorings, be raised from 12 to 16.\n",
        "Takings rose to \u00a3410, against a budget of \u00a3500.\n",
        "More than 15 people came; the fee was \u00a330, \u00a35 more than the \u00a325 of 2022.\n",
        "The rate was 38, but had not fallen from 31.\n",
    ],
)
def test_figures_of_other_things_are_not_held_against_each_other(draft: str) -> None:
    assert told(draft, "entries, boats, berths, risk, takings, fee, rate\n") == []


@pytest.mark.parametrize(
    ("draft", "notes"),
    [
        # the word of the notes is said of what stands right beside it, which the sentence is not about
        ("Crane income was 915, down on the year.\n", "total 41230; crane income 915 (rain); lockers UP\n"),
        ("The south crane was retained.\n", "s crane IN / paddling pool OUT (insurers)\n"),
        (
            "Repairs were 61 over budget, offset by lower interest.\n",
            "repairs +61 masts, interest low helps\n",
        ),
        ("The levy is 33, an increase of 2.\n", "3650 shelter 9400 less 5k from grant levy 33\n"),
        # a thing that stays beside one that moves
        ("Only the summer rate of lockers is raised.\n", "lockers: winter rate stays, summer +10\n"),
        # the same of something, which is no word for staying as it was
        ("An increase of 7.8 in the levy was noted.\n", "levy 7.8 v 9.4 plan for same yr\n"),
        # a price, where another thing is free
        ("The charge for the crane rises to 95.\n", "crane 95, juniors free\n"),
        # more of a word that itself goes the other way
        ("Margins rose through lower diesel prices.\n", "margins up. diesel more cheap\n"),
    ],
)
def test_the_direction_of_another_thing_is_not_held_against_this_one(draft: str, notes: str) -> None:
    assert told(f"{draft}\nThe flag was washed.\n", f"{notes}flag washed\n") == []


@pytest.mark.parametrize(
    ("draft", "notes", "quote"),
    [
        ("The deposit for a key is altered.\n", "key deposit same\n", "altered"),
        ("Locker income had grown by 4.8%.\n", "locker income minus 4,8%\n", "grown"),
        ("It was an increase in real terms.\n", "= real cut\n", "increase"),
        ("The balance had risen to 1.3 million.\n", "balance \u2198 1.3m\n", "risen"),
    ],
)
def test_a_direction_is_read_from_signs_and_plain_words(draft: str, notes: str, quote: str) -> None:
    assert quote in told(f"{draft}\nThe flag was washed.\n", f"{notes}flag washed\n")


@pytest.mark.parametrize(
    ("draft", "notes", "quote"),
    [
        ("Boat hire had grown by 14%.\n", "boat hire -14%\n", "grown"),
        ("Gate money was $9,500 below last season.\n", "gate money +9.5k\n", "below"),
        ("Berth fees were running $92,000 over budget.\n", "berth fees ninety two under\n", "over"),
        ("Swim lessons had risen by 6%.\n", "swim lessons down six per cent\n", "risen"),
        # the draft has both ways, and only the one is of what the notes name
        (
            "Ticket income had risen, fewer school parties having booked.\n",
            "ticket inc dn, parties?\n",
            "risen",
        ),
        # the notes have both
        (
            "Berth fees were running $92,000 under budget.\n",
            "berth fees ninety two over, diesel eleven under\n",
            "under",
        ),
        ("Donations were higher than in Q2.\n", "donations below q2\n", "higher than"),
    ],
)
def test_signs_and_figures_in_words_say_which_way_it_went(draft: str, notes: str, quote: str) -> None:
    assert told(draft, notes)[:1] == [quote]


@pytest.mark.parametrize(
    ("draft", "notes"),
    [
        # a plus is of its figure only
        (
            "Wages were $21,000 less than planned, so that a surplus of $16,000 was left.\n",
            "wages 21\n +16\n",
        ),
        ("Fuel cost less than expected, while rent rose by 12%.\n", "fuel cheaper, rent +12%\n"),
        # said of another thing in the same line
        ("The club enters five crews, one more than last year.\n", "Lane 5 down\nenter 5 crews\n"),
        # no change of anything
        ("Two places on the panel fall vacant on 30 June.\n", "panel: 2 places, terms up 30 jun\n"),
        (
            "He consented to continue as captain after the withdrawal of Mr Lark.\n",
            "Lark off, he stays captain\n",
        ),
    ],
)
def test_a_sign_of_another_thing_is_not_held_against_this_one(draft: str, notes: str) -> None:
    assert told(draft, notes) == []


@pytest.mark.parametrize(
    ("draft", "notes", "quote"),
    [
        ("The lamp at the lower lock had now been repaired.\n", "lamp lower lock STILL dead\n", "repaired"),
        ("The crane at the slip has been mended.\n", "slip crane bust since June\n", "mended"),
        ("Hire came to 310 more than a year ago.\n", "hire three hundred and ten down\n", "more"),
        # "no longer remain" is no "stays"
        ("The quay fee would change and would no longer remain at $35.\n", "quay fee stays 35\n", "change"),
    ],
)
def test_what_is_broken_or_stays_is_not_mended_or_changed(draft: str, notes: str, quote: str) -> None:
    assert told(draft, notes)[:1] == [quote]


@pytest.mark.parametrize(
    ("draft", "notes"),
    [
        (
            "Of the repairs, all but one were completed: Ove Dahl still had to paint the upper jetty.\n",
            "Repairs: all done bar Ove paint upper jetty\n",
        ),
        (
            "Petra Lund still had the winch at the inner lock to grease.\n",
            "jobs complete apart from Petra winch inner lock\n",
        ),
        ("The inner lock at Dahl Mill was closed.\n", "all open except inner lock Dahl Mill\n"),
    ],
)
def test_what_is_said_of_all_is_not_said_of_the_exception(draft: str, notes: str) -> None:
    assert told(draft, notes) == []


@pytest.mark.parametrize(
    ("draft", "notes"),
    [
        (
            "The towpath at lock 4 had not yet been reopened, although the railing was complete.\n",
            "lock 4 towpath still shut though railing cmplt\n",
        ),
        (
            "Work on the gauge was completed, and the water was high.\n",
            "gauge water still rising tho work fin\n",
        ),
    ],
)
def test_a_still_before_a_state_says_nothing_of_what_is_done(draft: str, notes: str) -> None:
    assert told(draft, notes) == []


@pytest.mark.parametrize(
    ("draft", "notes", "quote"),
    [
        # a figure in words, beside the plus of the notes
        (
            "The number of rowers stood at 46 on 1 May, which is nine fewer than in March.\n",
            "46 rowers (+9 since Mar)\n",
            "fewer",
        ),
        ("The weir fund had dwindled by \u00a3310.\n", "weir fund up 310\n", "dwindled"),
        (
            "Rats at the inner lock had become commoner since the traps were set.\n",
            "rats inner lock less since traps set\n",
            "commoner",
        ),
        # the same word under a "not" in the notes alone
        (
            "The dredger will be sold before 2031, Ove Dahl said.\n",
            "dredger NOT BEFORE 2031 Dahl\n",
            "before",
        ),
        (
            "The crane at the mill would be painted before Easter.\n",
            "crane mill paint, not b4 Easter\n",
            "before",
        ),
        ("Tariffs would change after the regatta.\n", "tariffs change NOT after regatta\n", "after"),
        # the total of the sentence before, and not its parts
        (
            "Boats went out 47 times: 29 in fog and 18 by day. This was up from 61 in the last season.\n",
            "launched 47, 29 fog 18 day. LAST SEASON 61\n",
            "up from 61",
        ),
        (
            "The barge carried 310 loads (290 of coal). This was more than the 340 of last year.\n",
            "barge 310 loads, 340 last yr\n",
            "more than the 340",
        ),
        # what members said before a colon lists nobody
        (
            "Members felt that the report was too rosy: rescues with harm had fallen from 37 to 31.\n",
            "rescues too rosy, with harm thirty one up to thirty seven\n",
            "fallen from 37 to 31",
        ),
    ],
)
def test_the_other_way_is_told_in_words_and_figures(draft: str, notes: str, quote: str) -> None:
    assert told(draft, notes) == [quote]


@pytest.mark.parametrize(
    "draft",
    [
        "The dredger will not be sold before 2031, Ove Dahl said.\n",
        "Ove Dahl asked that nobody be told to bid before the sale of the dredger in 2031.\n",
        "The dredger will be sold in 2031 at the earliest, Ove Dahl said.\n",
        "Ove Dahl refused to sell the dredger before 2031.\n",
    ],
)
def test_not_before_is_met_in_other_words(draft: str) -> None:
    assert told(draft, "dredger NOT BEFORE 2031 Dahl\n") == []


@pytest.mark.parametrize(
    ("draft", "notes", "quote"),
    [
        (
            "The basket swing was to be taken out of use, but its chains should be replaced before June.\n",
            "basket swing chains b4 June, can stay open; PL 2 quotes\n",
            "taken out",
        ),
        (
            "The rope ladder was to be taken out of use, but its rungs should be renewed before June.\n",
            "rope ladder rungs b4 June, could stay up; PL 2 prices\n",
            "taken out",
        ),
        (
            "The crane was to be demolished, but its chains should be oiled before the regatta.\n",
            "crane chains oil b4 regatta, it can stay; Lund 2 bids\n",
            "demolished",
        ),
    ],
)
def test_helping_verbs_are_no_other_thing(draft: str, notes: str, quote: str) -> None:
    assert told(draft, notes) == [quote]


@pytest.mark.parametrize(
    ("jotted", "told"),
    [("slates slipped n aisle", 1), ("slates slipped s aisle", 0), ("s slates slipped", 0)],
)
def test_a_small_letter_before_a_side_is_a_point_of_the_compass(jotted: str, told: int) -> None:
    found = "The architect found slipped slates on the south aisle."
    draft = f"The bar was painted.\n\n{found}\n\nThe hedge was cut.\n"
    documents = (Document.read("notes/a.txt", f"bar painted\n{jotted}\nhedge cut\n"),)
    pair = pair_of(Material(Document.read("minutes.md", draft), documents))
    assert len([*opposite_clashes(pair)]) == told
