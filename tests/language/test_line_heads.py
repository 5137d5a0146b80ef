"""Which lines head items where no headings do."""

import pytest

from review_tui.language.file_sections import file_sections, item_section

PROSE = "The warden spoke of the weather, and nobody had a question for her."


def items(text: str) -> list[tuple[str, str]]:
    return [(s.number, s.title) for s in file_sections(text)]


def titles(text: str) -> list[str]:
    return [s.title for s in file_sections(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"Moss Lane\n\nA. Start\n{PROSE}\n\nB. Bins\n{PROSE}\n\nC. Paint\n{PROSE}\n\nD. End\n{PROSE}",
            [("", "Opening"), ("A", "Start"), ("B", "Bins"), ("C", "Paint"), ("D", "End")],
        ),
        (
            f"1 \u00b7 Opening\n{PROSE}\n\n2 \u00b7 Loan\n{PROSE}\n\n3 \u00b7 Bags\n{PROSE}",
            [("1", "Opening"), ("2", "Loan"), ("3", "Bags")],
        ),
        (
            f"04.1 Interests\n{PROSE}\n\n04.2 Rents\n{PROSE}\n\n04.3 Risk\n{PROSE}",
            [("04.1", "Interests"), ("04.2", "Rents"), ("04.3", "Risk")],
        ),
        (
            f"BC/7. APOLOGIES. {PROSE}\n\nBC/8. FEES. {PROSE}\n\nBC/9. ROOF. {PROSE}",
            [("BC/7", "APOLOGIES"), ("BC/8", "FEES"), ("BC/9", "ROOF")],
        ),
        (
            f"MIN 1/3/2024: PRAYER\n{PROSE}\n\nMIN 2/3/2024: WATER\n{PROSE}\n\nMIN 3/3/2024: A.O.B.\n{PROSE}",
            [("1/3/2024", "PRAYER"), ("2/3/2024", "WATER"), ("3/3/2024", "A.O.B.")],
        ),
        (
            f"**24/7 Rent.** {PROSE}\n\n**24/8 Trees.**\n\n(a) {PROSE}\n\n**24/9 Paths.** {PROSE}",
            [("24/7", "Rent"), ("24/8", "Trees"), ("24/9", "Paths")],
        ),
        (
            f"1. **Welcome.** {PROSE}\n2. **Boats.** {PROSE}\n3. **Nets.** {PROSE}",
            [("1", "Welcome"), ("2", "Boats"), ("3", "Nets")],
        ),
        (
            f"1) Boats. {PROSE}\n\n2) Nets - {PROSE}\n\n3) Grants: {PROSE}",
            [("1", "Boats"), ("2", "Nets"), ("3", "Grants")],
        ),
        (
            f"12/24 Boats The shed was full.\n{PROSE}\n13/24 Nets There was none.\n14/24 Fish It is ill.",
            [("12/24", "Boats"), ("13/24", "Nets"), ("14/24", "Fish")],
        ),
        (
            f"**Boats.** {PROSE}\n\n**Nets.** {PROSE}\n\n**RESOLVED:** to buy two.\n\n**Fish.** {PROSE}",
            [("1", "Boats"), ("2", "Nets"), ("3", "Fish")],
        ),
        (
            f"BOATS. {PROSE}\n\nNETS. {PROSE}\n\nFISH - {PROSE}",
            [("1", "BOATS"), ("2", "NETS"), ("3", "FISH")],
        ),
        (
            f"*Boats*\n\n{PROSE}\n\n*Nets*\n\n{PROSE}\n\n*Fish*\n\n{PROSE}\n\n*Tide*\n\n{PROSE}",
            [("1", "Boats"), ("2", "Nets"), ("3", "Fish"), ("4", "Tide")],
        ),
        (
            f"*Boats.* {PROSE}\n\n*Nets.* {PROSE}\n\n*Fish.* {PROSE}\n\n*Tide.* {PROSE}",
            [("1", "Boats"), ("2", "Nets"), ("3", "Fish"), ("4", "Tide")],
        ),
        (
            f"The warden's report\n\n{PROSE}\n\nBoat shed\n\n{PROSE}\n\nNets:\n\n{PROSE}\n\nFish\n\n{PROSE}",
            [("1", "The warden's report"), ("2", "Boat shed"), ("3", "Nets"), ("4", "Fish")],
        ),
        (
            f"Boats - {PROSE}\n\nNew nets. {PROSE}\n\nFish: {PROSE}\n\nTide. {PROSE}",
            [("1", "Boats"), ("2", "New nets"), ("3", "Fish"), ("4", "Tide")],
        ),
    ],
)
def test_each_way_of_heading_items_without_headings_is_known(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert items(text) == expected


def test_a_paragraph_with_a_number_and_no_title_is_called_by_its_first_words() -> None:
    text = "\n\n".join(
        f"{n}. The board considered at some length what to do about wall {n}." for n in range(1, 6)
    )
    first = file_sections(text)[0]
    assert (first.number, first.title) == ("1", "The board considered at some length what to")
    assert text[first.heading_end :].startswith("The board considered")


def test_words_behind_a_head_in_its_line_are_those_of_the_item() -> None:
    text = f"**24/7 Rent.** {PROSE}\n\n**24/8 Trees.** Two fell.\n\n**24/9 Paths.** {PROSE}\n"
    trees = file_sections(text)[1]
    assert (trees.heading, text[trees.heading_end : trees.span.end]) == ("24/8 Trees", "Two fell.\n\n")


def test_who_met_when_and_who_was_there_is_the_opening() -> None:
    text = (
        "**Moss Lane Boat Club**\n**Minutes of the meeting held on 4 May 2024 in the shed**\n\n"
        "**Present:** Ann Ott (Chair), Bo Fry\n\n**Staff:** Cy Elm\n\n"
        f"**Boats.** {PROSE}\n\n**Nets.** {PROSE}\n\n**Fish.** {PROSE}\n\nAnn Ott, Secretary\n"
    )
    assert titles(text) == ["Opening", "Boats", "Nets", "Fish"]


def test_a_short_first_item_is_no_list_of_people() -> None:
    text = f"**Welcome.** All came.\n\n**Boats.** Bo Fry, the warden, saw to it.\n\n**Nets.** {PROSE}\n"
    assert titles(text) == ["Welcome", "Boats", "Nets"]


def test_a_numbered_list_of_people_does_not_begin_the_items() -> None:
    text = (
        "MEMBERS PRESENT\n1. Ann Ott \u2013 Chairman\n2. Bo Fry \u2013 Secretary\n3. Cy Elm\n4. Di Ash\n\n"
        f"1. Boats. {PROSE}\n\n2. Nets. {PROSE}\n\n3. Fish. {PROSE}\n\n4. Tide. {PROSE}\n\n5. Rope. {PROSE}\n"
    )
    assert titles(text) == ["Opening", "Boats", "Nets", "Fish", "Tide", "Rope"]


def test_who_was_there_is_no_item_though_it_has_a_number() -> None:
    text = (
        f"1. Present: Ann Ott (Chair), Bo Fry.\n\n2. Nets. {PROSE}\n\n3. Fish. {PROSE}\n\n4. Tide. {PROSE}\n"
    )
    assert items(text)[1:] == [("2", "Nets"), ("3", "Fish"), ("4", "Tide")]


def test_headings_that_name_the_meeting_do_not_keep_its_items_together() -> None:
    text = (
        "# Town of Moss\n\n## Regular meeting\n\n### Tuesday, 7 May 2024\n\n"
        f"**BOATS.** {PROSE}\n\n### Consent\n\n**ITEM 2. Nets.** {PROSE}\n\n**ITEM 3. Fish.** {PROSE}\n"
    )
    assert titles(text) == ["Opening", "BOATS", "Nets", "Fish"]


def test_parts_of_numbered_items_are_none() -> None:
    text = (
        f"1. Boats.\n1.1 {PROSE}\n1.2 {PROSE}\n1.3 {PROSE}\n1.4 {PROSE}\n\n2. Nets. {PROSE}\n\n"
        f"3. Fish.\n3.1 {PROSE}\n3.2 {PROSE}\n"
    )
    assert titles(text) == ["Boats", "Nets", "Fish"]


def test_a_numbered_list_within_an_item_does_not_go_before_lines_in_capitals() -> None:
    numbered = "".join(
        f"{n}. The harbour office wrote about a loose rope at post {n}.\n\n" for n in range(1, 9)
    )
    text = f"BOATS\n\n{PROSE}\n\nLETTERS\n\n{numbered}NETS\n\n{PROSE}\n\nFISH\n\n{PROSE}\n"
    assert titles(text) == ["BOATS", "LETTERS", "NETS", "FISH"]


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join(f"On day {n} we met again. {PROSE}" for n in range(8)),
        "\n\n".join(f"{word} was there. {PROSE}" for word in ("Ann", "Bo", "Cy", "Di", "Ed")),
        f"{PROSE}\n\nVotes:\n\nAnn Ott: for\nBo Fry: for\nCy Elm: against\nDi Ash: for\n\n{PROSE}\n",
        f"{PROSE}\n\n- **Ann:** to buy rope\n- **Bo:** to sell rope\n- **Cy:** to mend rope\n\n{PROSE}\n",
        f"{PROSE}\n\nRope 12.50\n\nPaint 30.00\n\nNails 4.25\n\nOil 8.10\n\n{PROSE}\n",
        f"ACTION: {PROSE}\n\nDECISION: {PROSE}\n\nACTION: {PROSE}\n\nVOTE: {PROSE}\n",
        f"{PROSE}\n\n*Mr Ott left the room.*\n\n{PROSE}\n\n*Mr Ott came back.*\n\n{PROSE}\n\n*He left.*\n",
    ],
)
def test_one_run_of_prose_is_one_item(text: str) -> None:
    assert items(text) == [("1", "Minutes")]


@pytest.mark.parametrize(
    "text",
    [
        f"**24/7 Rent.** {PROSE}\n\n**24/8 Trees.** Two fell.\n\n**24/9 Paths.** {PROSE}\n",
        f"BOATS. {PROSE}\n\nNETS. {PROSE}\n\nFISH - {PROSE}\n",
        f"*Boats*\n\n{PROSE}\n\n*Nets*\n\n{PROSE}\n\n*Fish*\n\n{PROSE}\n\n*Tide*\n\n{PROSE}\n",
        f"Boat shed\n\n{PROSE}\n\nNets\n\n{PROSE}\n\nRope and oil\n\n{PROSE}\n\nOther things\n\n{PROSE}\n",
        "\n\n".join(f"{n}\\. The board considered at some length what to do next." for n in range(1, 6)),
    ],
)
def test_an_item_alone_has_the_head_that_it_has_in_its_file(text: str) -> None:
    for section in file_sections(text):
        alone = item_section(section.words(text))
        assert alone is not None
        assert (alone.heading, alone.title) == (section.heading, section.title)
        assert alone.heading_end == section.heading_end - section.span.start


def test_a_file_without_headings_stays_one_item_where_a_level_is_fixed() -> None:
    text = f"1. Boats\n\n{PROSE}\n\n2. Nets\n\n{PROSE}\n\n3. Fish\n\n{PROSE}\n"
    assert (len(file_sections(text)), len(file_sections(text, 1))) == (3, 1)
