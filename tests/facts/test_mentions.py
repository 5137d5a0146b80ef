"""Whom jottings mean: by title and initial, nickname, office, "me", and what they are called here."""

import pytest

from review_tui.facts.pair import pair_of
from review_tui.model.material import Document, Material

MINUTES = (
    "Present: Dr Luca Moretti (Chair), Patricia Lin (Harbour Manager), Mr G. Kovac, Norman Brodie, "
    "Fr Sean Tait, Morag Orchard (minutes)\n\n"
    "Norman Brodie reported that the crane was out of use.\n\n"
    "Norman Brodie will ask the insurers about the slipway.\n\n"
    "Morag Orchard asked about the orchard wall.\n"
)


def named(*jottings: str) -> set[str]:
    """Whom the last of the jottings names."""
    notes = Document.read("notes/c.txt", "\n".join(jottings) + "\n")
    pair = pair_of(Material(Document.read("minutes.md", MINUTES), (notes,)))
    return {name for mention in pair.noted[-1] if (name := pair.roster.name_of(mention.who))}


@pytest.mark.parametrize(
    ("jotting", "whom"),
    [
        ("dr: wall is down", {"Luca Moretti"}),
        ("Fr S. on the wall", {"Sean Tait"}),
        ("Mr K on the wall", {"G Kovac"}),
        ("trish on the wall", {"Patricia Lin"}),
        ("HM on the wall", {"Patricia Lin"}),
        ("geoff on the wall", {"G Kovac"}),
        ("me to mend the wall", {"Morag Orchard"}),
        ("i will mend the wall", {"Morag Orchard"}),
        ("Patricia: I will mend the wall", {"Patricia Lin"}),
        ("the orchard wall", set()),
        ("see Part I of the plan", set()),
    ],
)
def test_who_is_meant(jotting: str, whom: set[str]) -> None:
    assert named(jotting) == whom


def test_what_somebody_is_called_is_learned_from_the_sentences_that_the_lines_went_into() -> None:
    lines = ("Nobby: crane out of use", "Nobby ask insurers slipway")
    assert named(*lines) == {"Norman Brodie"}
    assert named(lines[0]) == set()


def test_who_takes_the_notes_is_whom_they_say() -> None:
    assert named("GK = Goran Kovac sec (me)", "me to mend the wall") == {"Goran Kovac"}


def test_initials_of_a_double_surname_are_hers_though_no_first_name_is_known() -> None:
    minutes = "Present: Mr Ward, Mrs Hadley-Moore\n\nMrs Hadley-Moore opened the meeting.\n"
    notes = Document.read("notes/c.txt", "JHM opened\n")
    pair = pair_of(Material(Document.read("minutes.md", minutes), (notes,)))
    assert [pair.roster.name_of(mention.who) for mention in pair.noted[-1]] == ["Hadley-Moore"]


def test_a_person_of_whom_only_one_letter_is_known_is_no_stumbling_block() -> None:
    minutes = "Members: Mr HO Yiu-cheung (Chairman), Ms LEUNG Suk-yee\n\nMr HO opened the meeting.\n"
    notes = Document.read("notes/c.txt", "Ha Ho Hy opened\n")
    pair = pair_of(Material(Document.read("minutes.md", minutes), (notes,)))
    assert len(pair.noted) == 1
    assert [person.last for person in pair.roster.all] == ["Yiu-cheung", "Suk-yee"]


@pytest.mark.parametrize(
    ("jotting", "whom"),
    [
        ("Andreas: roof", {"Andreas Winter"}),
        ("Andrea: roof", {"Andrea Bell"}),
        ("Dijkers on roof", {"Piet van Dijkers"}),
        ("Pricey on roof", {"Carys Vaughan-Pricey"}),
        ("olesand: roof", {"Ole Sandmo"}),
    ],
)
def test_a_whole_name_is_nearer_than_one_like_it_and_a_part_of_a_surname_is_enough(
    jotting: str, whom: set[str]
) -> None:
    minutes = (
        "Present: Andrea Bell, Andreas Winter, Piet van Dijkers, Carys Vaughan-Pricey, Ole Sandmo\n\nRoof.\n"
    )
    notes = Document.read("notes/c.txt", jotting + "\n")
    pair = pair_of(Material(Document.read("minutes.md", minutes), (notes,)))
    assert {pair.roster.name_of(mention.who) for mention in pair.noted[0]} == whom


LISTED = (
    "Present: Ewa \u017bak (EZ), Noel \u00c1vila (NA), Kofi Marsh\n\n"
    "Warden Ewa \u017bak opened. Warden \u00c1vila thanked Warden Marsh.\n\n"
)


@pytest.mark.parametrize(
    ("sentence", "whom"),
    [
        ("It was moved by Warden Marsh.", {"Kofi Marsh"}),
        ("It was moved by Warden \u00c1vila.", {"Noel \u00c1vila"}),
        ("EZ moved it.", {"Ewa \u017bak"}),
        ("Proposed NA, all in favour.", {"Noel \u00c1vila"}),
        ("The NA-SEZ grant came.", set()),
        ("It was moved by Ewa \u017bak.", {"Ewa \u017bak"}),
    ],
)
def test_a_draft_names_by_its_own_titles_by_listed_initials_and_in_any_letters(
    sentence: str, whom: set[str]
) -> None:
    pair = pair_of(Material(Document.read("minutes.md", LISTED + sentence + "\n"), ()))
    assert {name for m in pair.mentions[-1] if (name := pair.roster.name_of(m.who))} == whom


HANDS = (
    "Present: Sheila Munn (Secretary), Ross Tarn, Raewyn Dow, Bo Reed, Mr Imrie, Ana Orr (Deputy Clerk)\n\n"
)


@pytest.mark.parametrize(
    ("file", "jottings", "whom"),
    [
        ("clerk.md", ["ross sheela (me) raewyn", "me book hall"], {"Sheila Munn"}),
        ("clerk.md", ["ana + me", "me book hall"], {"Sheila Munn"}),
        ("ross-second-half.txt", ["me book hall"], {"Ross Tarn"}),
        ("clerk.md", ["excuse me. raewyn writing to them", "me book hall"], {"Sheila Munn"}),
        ("chat.txt", ["10:01 <bor> hi", "10:02 <ross> I will. names to me"], {"Ross Tarn"}),
        ("talk.vtt", ["WEBVTT", "Ross: lunch is on me"], {"Ross Tarn"}),
        ("talk.vtt", ["WEBVTT", "s8: lunch is on me"], set()),
    ],
)
def test_me_is_whoever_writes_or_speaks(file: str, jottings: list[str], whom: set[str]) -> None:
    notes = Document.read(f"notes/{file}", "\n".join(jottings) + "\n")
    pair = pair_of(Material(Document.read("minutes.md", HANDS + "It met.\n"), (notes,)))
    last = pair.jottings[-1].item
    meant = [
        m for j in pair.jottings if j.item == last for m in pair.noted[j.index] if m.text.lower() == "me"
    ]
    assert {pair.roster.name_of(m.who) for m in meant} == whom


@pytest.mark.parametrize(
    ("jotting", "whom"),
    [
        ("still in raewyns shed", {"Raewyn Dow"}),
        ("raywin out of it", {"Raewyn Dow"}),
        ("ROSS: second", {"Ross Tarn"}),
        ("rost: +1", {"Ross Tarn"}),
        ("NI water", {"Imrie"}),
        ("NO water", set()),
    ],
)
def test_a_name_is_known_by_its_sound_as_a_label_and_with_what_is_theirs(
    jotting: str, whom: set[str]
) -> None:
    notes = Document.read("notes/clerk.md", jotting + "\n")
    pair = pair_of(Material(Document.read("minutes.md", HANDS + "It met.\n"), (notes,)))
    assert {name for m in pair.noted[0] if (name := pair.roster.name_of(m.who))} == whom


@pytest.mark.parametrize(
    ("jotting", "whom"),
    [
        ("Sep + Q3 sales", set()),
        ("til Sep shut", set()),
        ("Aug/Sep shut", set()),
        ("Sep asks for keys", {"Seppo Lund"}),
    ],
)
def test_a_month_beside_another_is_nobodys_short_name(jotting: str, whom: set[str]) -> None:
    notes = Document.read("notes/clerk.md", jotting + "\n")
    pair = pair_of(
        Material(Document.read("minutes.md", "Present: Seppo Lund, Bo Reed\n\nIt met.\n"), (notes,))
    )
    assert {name for m in pair.noted[0] if (name := pair.roster.name_of(m.who))} == whom


@pytest.mark.parametrize(
    ("jotting", "whom"), [("SEPP ASKS FOR KEYS", {"Seppo Lund"}), ("SEPTIC TANK IS FULL", set())]
)
def test_a_first_name_is_known_by_its_beginning_in_notes_all_in_capitals(
    jotting: str, whom: set[str]
) -> None:
    notes = Document.read("notes/clerk.md", jotting + "\n")
    pair = pair_of(
        Material(Document.read("minutes.md", "Present: Seppo Lund, Bo Reed\n\nIt met.\n"), (notes,))
    )
    assert {name for m in pair.noted[0] if (name := pair.roster.name_of(m.who))} == whom


@pytest.mark.parametrize(("word", "whom"), [("He", set()), ("he", set()), ("Hes", {"Kit Hesling-Hart"})])
def test_a_pronoun_is_nobody_s_name_cut_short(word: str, whom: set[str]) -> None:
    draft = Document.read(
        "minutes.md", "Present: Kit Hesling-Hart (Chair), Tom Mann\n\nThe wall was looked at.\n"
    )
    pair = pair_of(Material(draft, (Document.read("notes/c.txt", f"{word} looked at wall\n"),)))
    assert {pair.roster.name_of(m.who) for m in pair.noted[0]} == whom


CALLED = (
    "Present: Jo Marsh, Ben Fry, Tony Reece\n\n"
    "Bill Tasker asked about the water bill. Marta Leigh was elected secretary. Jo spoke of the hedge.\n"
)


@pytest.mark.parametrize(
    ("jotting", "whom"),
    [
        ("jo re hedge", {"Jo Marsh"}),
        ("cttee tony, bill, ben", {"Tony Reece", "Bill Tasker", "Ben Fry"}),
        ("tony, water bill up", {"Tony Reece"}),  # no list of people
        ("marta in as sec", {"Marta Leigh"}),
    ],
)
def test_short_first_names_and_those_that_are_words_are_names_where_they_must_be(
    jotting: str, whom: set[str]
) -> None:
    notes = Document.read("notes/c.txt", jotting + "\n")
    pair = pair_of(Material(Document.read("minutes.md", CALLED), (notes,)))
    assert {name for mention in pair.noted[-1] if (name := pair.roster.name_of(mention.who))} == whom


@pytest.mark.parametrize(
    ("sentence", "whom"),
    [
        ("Ann Lee stood down as Secretary.", {"Ann Lee"}),
        ("Ann Lee was elected Secretary.", {"Ann Lee"}),
        ("Ann Lee thanked the Secretary.", {"Ann Lee", "Bo Fry"}),
    ],
)
def test_an_office_that_somebody_takes_or_leaves_names_nobody(sentence: str, whom: set[str]) -> None:
    draft = f"Present: Ann Lee, Bo Fry (Secretary)\n\n{sentence}\n"
    pair = pair_of(Material(Document.read("minutes.md", draft), ()))
    assert {name for m in pair.mentions[-1] if (name := pair.roster.name_of(m.who))} == whom


SPELT = "Present: Sin\u00e9ad Kehoe, Grace Otieno, Caitr\u00edona Burke, Niall Duggan\n\n{}\n"


@pytest.mark.parametrize(
    ("jotting", "whom"),
    [
        ("sinead re uniform", {"Sin\u00e9ad Kehoe"}),
        ("caitriona away", {"Caitr\u00edona Burke"}),
        ("uniform - grace: every day", {"Grace Otieno"}),
        ("grace period of a week", set()),
    ],
)
def test_names_without_their_accents_and_names_that_are_words_before_a_colon(
    jotting: str, whom: set[str]
) -> None:
    notes = Document.read("notes/c.txt", jotting + "\n")
    pair = pair_of(Material(Document.read("minutes.md", SPELT.format("It met.")), (notes,)))
    assert {name for m in pair.noted[-1] if (name := pair.roster.name_of(m.who))} == whom


@pytest.mark.parametrize(
    ("sentence", "whom"),
    [
        ("Grace will run it.", {"Grace Otieno"}),
        ("Niall and Grace will run it.", {"Niall Duggan", "Grace Otieno"}),
        ("Grace was said before the meal.", set()),
    ],
)
def test_a_draft_names_somebody_by_a_first_name_that_is_a_word(sentence: str, whom: set[str]) -> None:
    pair = pair_of(Material(Document.read("minutes.md", SPELT.format(sentence)), ()))
    assert {name for m in pair.mentions[-1] if (name := pair.roster.name_of(m.who))} == whom


def test_titles_of_other_countries_are_no_first_names() -> None:
    listed = "Present: Madam Akosua Frimpong, Alhaji Sulemana Iddrisu, Engr. Tunde Alabi"
    draft = f"{listed}\n\nMadam Frimpong moved it.\n"
    pair = pair_of(Material(Document.read("minutes.md", draft), ()))
    assert {name for m in pair.mentions[-1] if (name := pair.roster.name_of(m.who))} == {"Akosua Frimpong"}


@pytest.mark.parametrize(
    ("listed", "whom"),
    [
        ("ann ben cal dot (me)", {"Tom Birch"}),
        ("ann ben cal dot, tom (me)", {"Tom Birch"}),
        ("dot (me)", {"Dot Kerr"}),
    ],
)
def test_me_behind_a_list_without_the_secretary_is_the_secretary(listed: str, whom: set[str]) -> None:
    present = "Present: Ann Lee, Ben Fry, Cal Hume, Dot Kerr"
    draft = f"{present}\nIn attendance: Tom Birch (Company Secretary)\n\nIt met.\n"
    notes = Document.read("notes/c.txt", f"{listed}\nme to instruct agent\n")
    pair = pair_of(Material(Document.read("minutes.md", draft), (notes,)))
    assert {name for m in pair.noted[-1] if (name := pair.roster.name_of(m.who))} == whom


SURETTE = "Present: Lewis Surette (Chair), Joan Nickerson, Patrick Fournier, Mrs Pell\n\nIt met.\n"


@pytest.mark.parametrize(
    ("jottings", "whom"),
    [
        (["Lewis, Joan, Patrick here. Joan spoke", "Joan made sure of it"], {"Joan Nickerson"}),
        (["lewis, joan, patrick here", "sure moved it"], {"Lewis Surette"}),
        (["lewis, joan, patrick here", "joan moved, four to one"], {"Joan Nickerson"}),
        (["JOAN AND LEWIS HERE", "OP 182.4K IN BANK"], set()),
        (["Joan and Lewis here", "OP will write"], {"Pell"}),
    ],
)
def test_a_word_is_a_surname_cut_short_only_where_names_are_written_so(
    jottings: list[str], whom: set[str]
) -> None:
    notes = Document.read("notes/c.txt", "\n".join(jottings) + "\n")
    pair = pair_of(Material(Document.read("minutes.md", SURETTE), (notes,)))
    assert {name for m in pair.noted[-1] if (name := pair.roster.name_of(m.who))} == whom


@pytest.mark.parametrize(
    ("file", "whom"), [("email to ross.txt", "Sheila Munn"), ("email from ross.txt", "Ross Tarn")]
)
def test_notes_that_are_sent_to_somebody_are_not_theirs(file: str, whom: str) -> None:
    notes = Document.read(f"notes/{file}", "fee up. I moved it\n")
    pair = pair_of(Material(Document.read("minutes.md", HANDS + "It met.\n"), (notes,)))
    assert [pair.roster.name_of(m.who) for m in pair.noted[-1]] == [whom]
