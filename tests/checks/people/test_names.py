"""The names check: one person, one spelling."""

import datetime as dt

import pytest

from review_tui.checks.people.name_twins import is_far_twin, is_soft, is_twin, same_given, twins_in
from review_tui.checks.people.names import NamesCheck
from review_tui.model.findings import Finding, Severity
from review_tui.model.material import Document, Material
from review_tui.model.meeting import Meeting
from review_tui.model.people import Attendee

LISTS = "Present: Cllr G Patterson (Chair), Cllr Mrs M Leamon, Cllr Sue Lantern.\n\n"
ROLL = Meeting(
    "m",
    "Board",
    dt.date(2022, 3, 16),
    present=(Attendee("Cllr G Patterson"), Attendee("Cllr Mrs M Leamon"), Attendee("Sue Lantern")),
)


def findings(draft: str, *notes: str, meeting: Meeting | None = None) -> tuple[Finding, ...]:
    """What the check finds in ``draft`` beside ``notes``, which are the clerk's."""
    documents = tuple(Document.read("notes/clerk.md", text) for text in notes)
    return tuple(NamesCheck().run(Material(Document.read("minutes.md", draft), documents, meeting)))


def test_a_near_twin_of_a_name_on_the_list_is_found() -> None:
    draft = LISTS + "Cllr Paterson proposed that the minutes be adopted.\n"
    (finding,) = findings(draft)
    assert (finding.check, finding.severity) == ("names", Severity.WARNING)
    assert finding.message == (
        "\u201cCllr Paterson\u201d (line 3) is spelled \u201cPatterson\u201d "
        "in the list of attendance (line 1); either may be the slip."
    )
    assert finding.suggestion is None
    assert [(p.line, p.quote) for p in finding.places] == [(3, "Paterson"), (1, "Cllr G Patterson")]


def test_the_suggestion_mends_the_surname_only() -> None:
    draft = "Cllr G Paterson proposed it.\n"
    (finding,) = findings(draft, meeting=ROLL)
    assert finding.severity is Severity.ERROR
    assert finding.message.endswith("is spelled \u201cPatterson\u201d on the roll of the meeting.")
    assert finding.suggestion is not None
    span = finding.suggestion.span
    mended = draft[: span.start] + finding.suggestion.text + draft[span.end :]
    assert mended == "Cllr G Patterson proposed it.\n"
    assert findings(mended, meeting=ROLL) == ()


def test_a_list_that_the_rest_of_the_draft_outvotes_is_to_be_mended() -> None:
    draft = LISTS + "Mrs Leaman spoke.\n\nCllr Mrs Leaman proposed it.\n\nCllr Leaman agreed.\n"
    (finding,) = findings(draft)
    assert (finding.places[0].line, finding.places[0].quote) == (1, "Leamon")
    assert finding.message.endswith(
        "3 times elsewhere in the draft (line 3); the list may be the one to mend."
    )
    assert finding.suggestion is None


def test_a_second_mention_tells_which_of_two_spellings_is_wrong() -> None:
    draft = LISTS + "Cllr Patterson spoke.\n\nCllr Paterson proposed it.\n"
    (finding,) = findings(draft)
    assert finding.message.endswith("in the list of attendance (line 1).")
    assert finding.suggestion is not None
    assert finding.suggestion.text == "Patterson"


def test_a_roll_that_the_draft_never_follows_may_be_wrong_itself() -> None:
    draft = "Cllr G Paterson proposed it.\n\nCllr Paterson agreed.\n"
    (finding,) = findings(draft, meeting=ROLL)
    assert finding.message.endswith("as the draft has it twice, the roll may be the one to mend.")
    assert finding.suggestion is None


def test_notes_that_concur_say_which_is_right() -> None:
    (finding,) = findings(LISTS + "Cllr Leaman spoke.\n", "Cllr Leamon - lights\n")
    assert finding.suggestion is not None
    assert finding.suggestion.text == "Leamon"


def test_two_spellings_that_stand_once_each_are_told_without_taking_sides() -> None:
    draft = "Richard Rockliffe spoke.\n\nRichard Rockcliffe left.\n"
    (finding,) = findings(draft)
    assert finding.message.endswith("either may be the slip.")
    assert finding.suggestion is None


def test_notes_decide_between_two_spellings_in_the_draft() -> None:
    draft = LISTS + "Cllr Leaman spoke.\n"
    (finding,) = findings(draft, "Cllr Leaman - lights\n")
    assert finding.places[0].quote == "Leamon"
    assert finding.message.endswith("and in the notes (clerk.md line 1).")


def test_a_twin_that_only_the_notes_have_is_found() -> None:
    (finding,) = findings("Mr Hollyer gave a talk.\n", "Mr Hollier - talk\n")
    assert finding.message == (
        "\u201cMr Hollyer\u201d (line 1) is spelled \u201cHollier\u201d in the notes (clerk.md line 1)."
    )
    assert [p.file for p in finding.places] == ["minutes.md", "notes/clerk.md"]


def test_two_spellings_that_the_notes_both_have_are_two_people() -> None:
    draft = "Mrs Leamon spoke. Mrs Leamon sat. Mrs Leamon rose. Mrs Leaman left.\n"
    assert findings(draft, "Mrs Leamon rose, Mrs Leaman left\n") == ()


def test_the_odd_one_out_is_found_without_any_roll() -> None:
    draft = "Mrs Mendoza spoke.\n\nMrs Mendoza sat.\n\nMrs Mendoza rose.\n\nMrs Medoza left.\n"
    (finding,) = findings(draft)
    assert (finding.severity, finding.places[0].line) == (Severity.WARNING, 7)


def test_two_spellings_of_equal_standing_are_a_hint_at_most() -> None:
    assert all(f.severity is Severity.HINT for f in findings("Mrs Carin spoke.\n\nMrs Cairn spoke.\n"))


@pytest.mark.parametrize(
    "draft",
    [
        LISTS + "Cllr Patterson proposed it, Mrs Leamon seconded.\n",
        LISTS + "Mr Leaman, a resident, asked about the lights.\n",
        LISTS + "Mr B Paterson asked about the lights.\n",
        "Present: Cllr A Berry, Cllr B Perry, Cllr C Lee.\n\nCllr Berry thanked Cllr Perry.\n",
        "Mrs Mann thanked Mrs Manning.\n",
        "Mr Barton met Mr Burton.\n",
        LISTS + "Cllr Susan Lantern proposed it.\n",
        LISTS + "Cllr S Lantern proposed it.\n",
        "Mr. T. Sato, Deputy Governor, spoke. Mr. T. Kato, Head of Research, replied.\n",
        "Present: Councillors Dale, Sheahan, Moss.\n\nCouncillor Sheahan rose. (Mr J Sheehan) replied.\n",
        "Present: Se\u00e1n Tighe, Ann Lee, Bo Moss.\n\nSean Tighe spoke.\n",
        "Present: J\u00f6rg K\u00e4bisch, Ann Lee, Bo Moss.\n\nJ\u00f6rg Kaebisch spoke.\n",
        "Present: Cllrs Dale, Hickey-O\u2019Mara and Moss.\n\nCllr Hickey-O\u2019Mara spoke.\n",
        "Present: Cllrs Al Davies, Bo Davies, C Moss.\n\nApologies from Cllr Kim Davies.\n\nCllr K Davies.\n",
        "The Indira Gandhi Hall. India said. To India went. For India came. By India sat. Of India rose.\n",
    ],
)
def test_namesakes_strangers_and_short_forms_are_left_alone(draft: str) -> None:
    assert [f for f in findings(draft) if f.severity is not Severity.HINT] == []


def test_initials_that_nobody_of_the_surname_has_are_found() -> None:
    (finding,) = findings(LISTS + "Cllr Mrs B Leamon proposed it.\n")
    assert finding.severity is Severity.WARNING
    assert finding.message == (
        "\u201cCllr Mrs B Leamon\u201d (line 3) is not on the roll; of that surname line 1 has "
        "\u201cCllr Mrs M Leamon\u201d."
    )


def test_a_given_name_a_letter_out_is_found() -> None:
    (finding,) = findings(LISTS + "Cllr Sua Lantern proposed it.\n")
    assert finding.message == (
        "\u201cCllr Sua Lantern\u201d (line 3) has the given name \u201cSua\u201d; "
        "line 1 has \u201cSue\u201d."
    )
    assert finding.suggestion is not None
    assert finding.suggestion.text == "Sue"


def test_a_resident_with_other_initials_is_somebody_else() -> None:
    assert findings(LISTS + "Mr J Patterson wrote about the lights.\n") == ()


def test_a_street_spelled_two_ways_is_found() -> None:
    draft = "Lights in Buckenham Drive.\n\nHoles in Buckenham Drive.\n\nA sign for Buckenam Drive.\n"
    (finding,) = findings(draft)
    assert finding.message == (
        "\u201cBuckenam\u201d (line 5) is spelled \u201cBuckenham\u201d "
        "twice elsewhere in the draft (line 1)."
    )
    assert finding.suggestion is not None
    assert finding.suggestion.text == "Buckenham"


@pytest.mark.parametrize(
    "draft",
    [
        "Lights in Mill Drive. Holes in Mill Drove. A sign in Mill Drive. Trees in Mill Drive.\n",
        "The Highway Code. The Highways said. The Highways saw. The Highways went. The Highways came.\n",
        "Bonnett came. Then Bonnetts came, and Bonnetts left, and Bonnetts sat, and Bonnetts rose.\n",
    ],
)
def test_other_words_are_no_misspellings(draft: str) -> None:
    assert findings(draft) == ()


def test_a_place_as_the_notes_spell_it_is_found() -> None:
    (finding,) = findings("A sign for Wretten Road was bought.\n", "sign, Wretton Rd\n")
    assert finding.places[-1].quote == "Wretton"


def test_a_register_of_thousands_is_left_alone() -> None:
    letters = "abcdefghij"
    names = [f"Mr B{a}{b}{c}{d}" for a in letters for b in letters for c in letters for d in letters[:3]]
    assert findings(". ".join(names)) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("patterson", "paterson"),
        ("leamon", "leaman"),
        ("fiedler", "fielder"),
        ("ferrie", "ferry"),
        ("stephenson", "stevenson"),
        ("clark", "clarke"),
        ("lintern", "lintem"),
        ("macdonald", "mcdonald"),
    ],
)
def test_what_may_be_one_name_is_a_twin(one: str, other: str) -> None:
    assert is_twin(one, other)
    assert twins_in((one, other)) == (tuple(sorted((one, other))),)


@pytest.mark.parametrize(
    ("one", "other"), [("mann", "manning"), ("lee", "lea"), ("cann", "cairn"), ("ward", "ward")]
)
def test_what_is_not_one_name_is_no_twin(one: str, other: str) -> None:
    assert not is_twin(one, other)


def test_slips_of_the_pen_are_told_from_other_names() -> None:
    assert is_soft("leamon", "leaman")
    assert is_soft("fiedler", "fielder")
    assert not is_soft("berry", "perry")
    assert not is_soft("hardy", "harpy")


def test_long_names_may_be_two_slips_apart() -> None:
    assert is_far_twin("heskethharvey", "hesketharvy")
    assert not is_far_twin("nicholas", "richards")


def test_given_names_have_short_forms() -> None:
    assert same_given("Sue", "Susan")
    assert same_given("Sara", "Sarah")
    assert not same_given("Janet", "Donna")


def test_a_letter_left_out_of_a_name_that_ends_in_s_is_no_ending() -> None:
    draft = (
        "Hastings Road was cut. Cars park in Hastings Road and near Hastings Road. Trees in Hastings Road.\n"
    )
    (finding,) = findings(f"{draft}\nA sign in Hastngs Road was bought.\n")
    assert (finding.places[0].quote, finding.suggestion and finding.suggestion.text) == (
        "Hastngs",
        "Hastings",
    )


def test_a_first_name_that_the_roll_has_begins_a_name_in_the_draft_too() -> None:
    roll = Meeting(
        "m", "Board", dt.date(2022, 3, 16), present=(Attendee("Agnieszka Nowak"), Attendee("Wei Chen"))
    )
    (finding,) = findings("The panel was Wei Chen and Agnieszka Novak.\n", meeting=roll)
    assert (
        finding.message
        == "\u201cAgnieszka Novak\u201d (line 1) is spelled \u201cNowak\u201d on the roll of the meeting."
    )


def test_initials_run_on_before_a_surname_are_no_spelling_of_it() -> None:
    draft = Document.read("minutes.md", "Present: Cllr. F. Coyle.\n\nCllr. Coyle spoke.\n")
    notes = Document.read("notes/c.txt", "FCoyle spoke\n")
    assert not list(NamesCheck().run(Material(draft, (notes,))))


def test_an_office_before_a_name_in_a_cell_is_no_part_of_it() -> None:
    draft = (
        "| Members | Attendance |\n|---|---|\n| Councillor Denise Lumby | Present |\n"
        "| Town Mayor, Councillor Sheila Lumby | Present |\n\nCouncillor Sheila Lumby spoke.\n"
    )
    assert not list(NamesCheck().run(Material(Document.read("minutes.md", draft))))


def test_notes_that_spell_names_by_ear_tell_no_spelling() -> None:
    draft = "Mrs Reidman thanked Agnes Hallow.\n\nMr Vincent rang Trayvel Lodge about Consett.\n"
    notes = "Reedman thanks Agnis\nVinsent rang Trayvil Lodge re Conset\n"
    assert not findings(draft, notes)
    assert findings(draft, "Reedman thanks Agnes\nVincent rang Trayvel Lodge re Consett\n")


def test_whoever_stands_in_a_list_of_members_is_no_stranger() -> None:
    draft = (
        "Members: Ada Holm (Convener), Ian Stead, Kim Orr\nIn attendance: Rhona Stead (Chief Executive)\n\n"
        "Proposed by Ada Holm, seconded by Ian Stead, and approved.\n"
    )
    assert findings(draft) == ()
