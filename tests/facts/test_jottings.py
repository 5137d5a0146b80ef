"""What of notes is one jotting, in the hands in which people take them down."""

import pytest

from review_tui.facts.jottings import jottings_of_notes
from review_tui.model.material import Document

LOG = """0900 Open. Ana chair
0904 Kiln 2 cold since 3/6, elt snapped
0911 Glaze order 212.40, Piet pays
0920 Ana out
0926 Piet: wheel 4 squeaks
"""
DASHES = (
    "kiln out 3 wks - element gone - 212 - Piet to order new one from Limoges in May - "
    "shelves warped, bin them - wheel 4 squeaks again"
)
CHAT = (
    "[03/06/24, 19:02:11] Ana: kiln cold\n03/06/2024, 19:05 - Piet: <Media omitted>\n"
    "03/06/2024, 19:06 - Piet: wheel 4 squeaks"
)


@pytest.mark.parametrize(
    ("notes", "found"),
    [
        (  # a line that is set in is one of its own; Markdown takes it for the same paragraph
            "2. Kiln\n   >> element gone, 3 wks\n   >> Piet orders new one\n",
            ["Kiln", "   >> element gone, 3 wks", "Piet orders new one"],
        ),
        (  # but a line that was wrapped at the edge goes on
            "The kiln has had no element for three weeks, Piet will\norder one from Limoges.\n",
            ["The kiln has had no element for three weeks, Piet will order one from Limoges."],
        ),
        (  # run together with dashes: a figure stays with what stands before it
            DASHES,
            [
                "kiln out 3 wks",
                "element gone - 212",
                "Piet to order new one from Limoges in May",
                "shelves warped, bin them",
                "wheel 4 squeaks again",
            ],
        ),
        (
            CHAT,
            ["Ana: kiln cold", "Piet: wheel 4 squeaks"],
        ),
        (  # the time of a log is no figure of what it says
            LOG,
            [
                "Open",
                "Ana chair",
                "Kiln 2 cold since 3/6, elt snapped",
                "Glaze order 212.40, Piet pays",
                "Ana out",
                "Piet: wheel 4 squeaks",
            ],
        ),
        ("[07/03, 18:42] Ana: kiln cold\n[7 Mar, 6.44 pm] Piet: yes", ["Ana: kiln cold", "Piet: yes"]),
        ("[18:42, 07/03/2026] Ana: kiln cold", ["Ana: kiln cold"]),
        ("kiln fee adopted Ana / Piet", ["kiln fee adopted Ana / Piet"]),
        ("[Ana / Piet]", ["[Ana", "Piet]"]),
        ("kiln cold / Piet orders clay", ["kiln cold", "Piet orders clay"]),
        ("Dr. Ilic asks for 40 kg. Piet has it", ["Dr. Ilic asks for 40 kg", "Piet has it"]),
        ("73 kg of clay - no, 37", ["   kg of clay       37"]),
        (
            "kiln fee 640 from May\nshelves\ncorrection: fee is 460 not 640",
            ["kiln fee     from May", "shelves", "correction: fee is 460 not 640"],
        ),
    ],
)
def test_jottings_of_a_hand(notes: str, found: list[str]) -> None:
    """Each is what one would say in a breath."""
    assert [j.text for j in jottings_of_notes((Document.read("notes/clerk.md", notes),))] == found


@pytest.mark.parametrize(
    ("line", "is_private"),
    [
        ("[margin: wet in here again]", True),
        ("margin: his third coffee", True),
        ("margin 1.95 down to 1.70", False),
        ("[voice memo, in the van, 6.35]", True),
        ("(typed up from wet pages 14/3)", True),
        ("[auto-transcript, 2 of 3]", True),
        ("typed up the lease (14 pp), it was recorded in May", False),
        ("op margin 5.9", False),
        ("ROB SWAP 6 APR ASK (NOT CTTEE)", True),
        ("ring printer tues, not for committee", True),
        ("treasurer decides, not the committee", False),
    ],
)
def test_only_what_stands_in_the_margin_is_private(line: str, is_private: bool) -> None:
    (jotting,) = jottings_of_notes((Document.read("notes/clerk.txt", line + "\n"),))
    assert jotting.is_private is is_private


def test_a_row_of_a_page_in_columns_goes_on_in_no_other() -> None:
    page = (
        "crane        | Weir ln, 18.6k 4 yr, two bids in      | HOLD to May\n"
        "tariff       | 31.00 -> 33.50 slip, pontoon less     | Lund asks\n"
    )
    found = [jotting.text.strip() for jotting in jottings_of_notes((Document.read("notes/keeper.md", page),))]
    assert found[2:4] == ["| HOLD to May", "tariff"]


def test_what_stands_in_the_line_of_a_jotting() -> None:
    notes = "- lane floods\n- gate: bolt gone; Tom mends it\n- boiler\n"

    found = jottings_of_notes((Document.read("clerk.txt", notes),))
    mended = next(jotting for jotting in found if "Tom" in jotting.text)

    assert mended.line_before().endswith("gate: bolt gone; ")
    assert mended.rest_of_line == "Tom mends it"
    assert mended.line_before(len("Tom")).endswith("gone; Tom")
    assert found[-1].rest_of_line == "- boiler"


@pytest.mark.parametrize(
    ("notes", "found"),
    [
        (
            "lamp ok. Hag. prop Wint. as chair, v. keen. next one",
            ["lamp ok", "Hag. prop Wint. as chair, v. keen", "next one"],
        ),
        ("wint asked hag re lamp. Mar. next one", ["wint asked hag re lamp", "Mar", "next one"]),
    ],
)
def test_a_stop_before_a_small_letter_ends_no_name_cut_short_with_a_large_one(
    notes: str, found: list[str]
) -> None:
    told = frozenset({"hagworth", "winterbourne", "march", "lamp"})
    jottings = jottings_of_notes((Document.read("notes/clerk.md", notes),), told)
    assert [j.text for j in jottings] == found


@pytest.mark.parametrize(
    ("notes", "left"),
    [
        ("fair sun 22 june no 15th june", "fair sun june 15th june"),
        ("lamp warranty 8 yr no TEN yr", "lamp warranty yr TEN yr"),
        ("easy read by end nov - no, 31 oct", "easy read by 31 oct"),
        ("no meeting in may no june either", "no meeting in may no june either"),
        ("5 yes 1 no 1 abst", "5 yes 1 no 1 abst"),
        ("4 votes no 2 votes yes", "4 votes no 2 votes yes"),
    ],
)
def test_what_is_said_anew_of_the_same_thing_takes_back_what_was_said_before(notes: str, left: str) -> None:
    (jotting,) = jottings_of_notes((Document.read("notes/clerk.md", notes),))
    assert " ".join(jotting.text.split()) == left


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("hall max 500. 46 kids (52 last yr)", ["hall max 500", "46 kids (52 last yr)"]),
        ("ins quote up 12%. renew with Dale", ["ins quote up 12%", "renew with Dale"]),
        (
            "floor ok if 5 star+. lot 2 dog NO. lot 20 noise",
            ["floor ok if 5 star+", "lot 2 dog NO", "lot 20 noise"],
        ),
        ("Mei by-law for AGM. no ban wanted", ["Mei by-law for AGM", "no ban wanted"]),
        ("AOB? TT. twin with a town abroad", ["AOB", "TT. twin with a town abroad"]),  # whose idea it is
        ("No. 14 leaks", ["No. 14 leaks"]),
    ],
)
def test_a_stop_behind_a_figure_a_sign_or_capitals_ends_a_jotting(line: str, found: list[str]) -> None:
    jotted = jottings_of_notes((Document.read("notes/a.txt", line + "\n"),))
    assert [clause.text for clause in jotted] == found
