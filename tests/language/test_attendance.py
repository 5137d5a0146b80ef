"""Reading who was there: from the meeting, and from the draft's own lists in every usual layout."""

import datetime as dt

import pytest

from review_tui.checks.people.attendance_lookup import AttendanceLookup
from review_tui.language.attendance import Attendance, attendance_in, attendance_of, person_of
from review_tui.model.material import Document, Material
from review_tui.model.meeting import Item, Meeting
from review_tui.model.people import Attendee


def roll(text: str) -> Attendance:
    """The roll that ``text`` lists."""
    return attendance_in(Document.read("minutes.md", text))


def present(text: str) -> list[str]:
    """The names of those present."""
    return [entry.name for entry in roll(text).present]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Present: Cllr A White (Chair), Cllr B Green and Mrs C Brown (Clerk)\n",
            ["Cllr A White", "Cllr B Green", "Mrs C Brown"],
        ),
        (
            "Those attending Mr A White (Chairman) Mr B Green,\nMrs C Brown, 8 members of the public\n",
            ["Mr A White", "Mr B Green", "Mrs C Brown"],
        ),
        ("PRESENT: Cllrs White, Green and Brown.\n", ["Cllrs White", "Green", "Brown"]),
        ("## Present\n\n- Helaine Wyett\n- Guy de Montfort\n", ["Helaine Wyett", "Guy de Montfort"]),
        (
            "**PRESENT (3 Councillors)**: - Pam Bull (PB), Claire Tann (CT) \u2013 Chairman, Tom Fay (TF)\n",
            ["Pam Bull", "Claire Tann", "Tom Fay"],
        ),
        (
            "Attendance: Chairman S Lane Vice Chairman Mrs J Taylor Councillors Mrs D Clem M Storm\n",
            ["S Lane", "Mrs J Taylor", "Councillors Mrs D Clem", "M Storm"],
        ),
        (
            "Those Attending\n\n:Cllr T Rye (Chairman), Cllr Mrs J Stevens and 6 Members of the Public\n",
            ["Cllr T Rye", "Cllr Mrs J Stevens"],
        ),
        (
            "Present: E. Drew - Chairman, P. Wood, Miss Rich together with 2 members of the public.\n",
            ["E. Drew", "P. Wood", "Miss Rich"],
        ),
        ("In attendance: Cllr Sue Lane (Chair) Cllr Jim Mac\n", ["Cllr Sue Lane", "Cllr Jim Mac"]),
        (
            "Members present: Ada Quist (Chair), Rolf Ames. Participating remotely: Ida Stone.\n",
            ["Ada Quist", "Rolf Ames", "Ida Stone"],
        ),
        (
            "Present: Ada Quist.\n\nAttending via Zoom: Ida Stone, Rolf Ames\n",
            ["Ada Quist", "Ida Stone", "Rolf Ames"],
        ),
    ],
)
def test_those_present_are_read_in_every_layout(text: str, expected: list[str]) -> None:
    assert present(text) == expected


def test_parts_within_one_line_are_told_apart() -> None:
    read = roll(
        "PRESENT: Pam Bull, Tom Fay In attendance: Peter King, Parish Clerk, and 4 members of the public.\n"
    )
    assert [e.name for e in read.present] == ["Pam Bull", "Tom Fay"]
    assert [(e.name, e.role) for e in read.in_attendance] == [("Peter King", "Parish Clerk")]


def test_staff_named_after_those_absent_are_there() -> None:
    read = roll(
        "**Trustees present:** Ann Lee. **Absent:** Walt Moss (excused). **Staff:** Naomi Adler, Director.\n"
    )
    assert [e.name for e in read.absent] == ["Walt Moss"]
    assert [e.name for e in read.in_attendance] == ["Naomi Adler"]


@pytest.mark.parametrize(
    "text",
    [
        "Apologies: Apologies were received from Cllr A White and Cllr B Green. Cllr C Brown spoke.",
        "1. Apologies for absence were received from Cllr A White and Cllr B Green",
        "APOLOGIES Cllr A White and Cllr B Green.",
        "12/20 Notices were read. Apologies were accepted from Cllr A White and Cllr B Green.",
    ],
)
def test_apologies_end_with_their_sentence(text: str) -> None:
    assert [e.name for e in roll(text).apologies] == ["Cllr A White", "Cllr B Green"]


@pytest.mark.parametrize(
    "text",
    [
        "Apologies: None",
        "No apologies had been received as Tom Fay had returned.",
        "Apologies\n\nVillage sign",
    ],
)
def test_no_apologies_are_none(text: str) -> None:
    assert roll(text).apologies == ()


@pytest.mark.parametrize(
    "text",
    [
        "Attendance at meetings is important, said Cllr White.",
        "At present the site is closed.",
        "The minutes were signed.",
    ],
)
def test_prose_is_no_roll(text: str) -> None:
    assert present(text) == []


def test_an_entry_knows_its_role_initials_remark_and_place() -> None:
    text = "Present: Pam Bull (PB) (from 7.40pm), Laura Gough, Head of Care and Safety, Tom Fay\n"
    bull, gough, fay = roll(text).present
    assert (bull.initials, bull.remark) == ("PB", "from 7.40pm")
    assert gough.role == "Head of Care and Safety"
    assert fay.place is not None
    assert (fay.place.line, fay.place.quote) == (1, "Tom Fay")


def test_an_office_without_a_name_is_noticed() -> None:
    assert roll("PRESENT. Chairman, V.Chairman & Messrs Patton, Ward and Lee.\n").has_unnamed
    assert not roll("PRESENT: Chairman Mr Lee, Mr Ward\n").has_unnamed


def meeting(**lists: tuple[Attendee, ...]) -> Meeting:
    """A meeting with these lists."""
    return Meeting("m", "Board", dt.date(2022, 3, 16), **lists)  # type: ignore[arg-type]


def test_the_roll_of_the_meeting_comes_before_that_of_the_draft() -> None:
    draft = Document.read("minutes.md", "Present: Cllr A White, Cllr B Green\n")
    people = (Attendee("Cllr C Brown", "Chair"),)
    read = attendance_of(Material(draft, (), meeting(present=people)))
    assert (read.is_official, [e.name for e in read.present]) == (True, ["Cllr C Brown"])
    assert [e.name for e in attendance_of(Material(draft, (), meeting())).present] == [
        "Cllr A White",
        "Cllr B Green",
    ]


def test_chair_and_presenters_of_the_meeting_are_there() -> None:
    there = Meeting(
        "m",
        "Board",
        dt.date(2022, 3, 16),
        chair="Ann Lee",
        present=(Attendee("Tom Fay"),),
        items=(Item("1", "1", "Report", presenter="Laura Gough"),),
    )
    read = attendance_of(Material(Document.read("minutes.md", ""), (), there))
    assert [e.name for e in read.present] == ["Tom Fay", "Ann Lee"]
    assert [e.name for e in read.in_attendance] == ["Laura Gough"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Cllr Jane Smith", ("Cllr", "", "Jane", "Smith")),
        ("Smith, Jane", ("", "", "Jane", "Smith")),
        ("J Smith", ("", "J", "", "Smith")),
    ],
)
def test_a_name_on_the_roll_is_taken_apart(name: str, expected: tuple[str, str, str, str]) -> None:
    person = person_of(name)
    assert (person.title, person.initials, person.given, person.surname) == expected


def test_the_register_knows_people_by_parts_of_their_name_and_by_initials() -> None:
    register = AttendanceLookup(roll("Present: Sue Hale-Pitt (SHP), Tom Fay (TF), Cllr A White\n"))
    assert [e.name for e in register.named(person_of("Cllr Pitt"))] == ["Sue Hale-Pitt"]
    assert register.has_anyone_like(person_of("Cllr Sue"))
    assert register.has_anyone_like(person_of("Cllr Whyte"))
    assert not register.has_anyone_like(person_of("Cllr Jones"))
    assert register.matching(person_of("Cllr B White")) == ()


def test_an_office_and_initials_may_share_their_brackets() -> None:
    (entry,) = roll("Trustees present: Wendy Ashcombe (Chair, WA)\n").present
    assert (entry.role, entry.initials) == ("Chair", "WA")


def test_scottish_minutes_list_the_sederunt() -> None:
    assert present("SEDERUNT: Morag Kerr (Convener), A. Petrie\n") == ["Morag Kerr", "A. Petrie"]


def test_two_of_one_surname_may_share_it() -> None:
    entries = roll("Present: Cllr A White, Jo & Chris Lee, J. and P. Hartley\n").present
    assert [(e.person.given or e.person.initials, e.person.surname) for e in entries] == [
        ("A", "White"),
        ("Jo", "Lee"),
        ("Chris", "Lee"),
        ("J", "Hartley"),
        ("P", "Hartley"),
    ]


@pytest.mark.parametrize(
    ("text", "here", "away", "beside"),
    [
        (
            """**Présents :** Mme Hélène Girard, maire ; M. Luc Tremblay et M. Karim Benali

Absents excusés : M. Paul Dupuis

Assistent également: Nathalie Côté, secrétaire
""",
            [("Mme Hélène Girard", "maire"), ("M. Luc Tremblay", ""), ("M. Karim Benali", "")],
            ["M. Paul Dupuis"],
            ["Nathalie Côté"],
        ),
        (
            """Anwesend:

- Erste Bürgermeisterin Julia Weiß
- Gemeinderätin Dr. Petra Schäfer (ab TOP 3)

Entschuldigt: Gemeinderat Karl Lang.

Schriftführer: Thomas Bauer
""",
            [("Erste Bürgermeisterin Julia Weiß", ""), ("Gemeinderätin Dr. Petra Schäfer", "ab TOP 3")],
            ["Gemeinderat Karl Lang"],
            ["Thomas Bauer"],
        ),
        (
            "Aanwezig: mevrouw A. de Vries (voorzitter), de heer J. Berg. Afwezig: de heer P. Bakker\n",
            [("mevrouw A. de Vries", "voorzitter"), ("de heer J. Berg", "")],
            ["de heer P. Bakker"],
            [],
        ),
        (
            """| **Yn bresennol:** | Cyng. Gwenllian Parry (Cadeirydd) / Cyng. Rhys ap Dafydd |
|---|---|
| **Ymddiheuriadau:** | Cyng. Siôn Evans |
| **Hefyd yn bresennol:** | Eleri Jones, Clerc |
""",
            [("Cyng. Gwenllian Parry", "Cadeirydd"), ("Cyng. Rhys ap Dafydd", "")],
            ["Cyng. Siôn Evans"],
            ["Eleri Jones"],
        ),
        (
            """Asistentes: D.ª Carmen Ortega Ruiz, alcaldesa; D. José Luis Núñez

Excusan su asistencia: D. Pedro Gil
""",
            [("D.ª Carmen Ortega Ruiz", "alcaldesa"), ("D. José Luis Núñez", "")],
            ["D. Pedro Gil"],
            [],
        ),
    ],
)
def test_the_roll_is_read_in_other_languages(
    text: str, here: list[tuple[str, str]], away: list[str], beside: list[str]
) -> None:
    read = roll(text)
    assert [(e.name, e.role) for e in read.present] == here
    assert [e.name for e in read.apologies] == away
    assert [e.name for e in read.in_attendance] == beside


@pytest.mark.parametrize(
    "text",
    [
        "# Ymddiheuriadau\n\nDerbyniwyd ymddiheuriadau fel uchod.\n",
        "Présents à la réunion, les élus discutent du budget.\n",
        "Presente: el acta de la sesión anterior se aprueba.\n",
    ],
)
def test_a_word_for_those_present_in_a_sentence_lists_nobody(text: str) -> None:
    assert roll(text).everyone == ()
