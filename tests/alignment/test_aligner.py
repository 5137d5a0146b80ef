import pytest

from review_tui.alignment.aligner import Aligner, align
from review_tui.alignment.links import Alignment, UnitEvidence
from review_tui.alignment.ranking import SpokenUnit, rank
from review_tui.model.meeting import Source

NOTES = Source(
    "notes/clerk.md",
    "# Item 7\n"
    "MB – flood rpt, Jan 21–Mar 22. MB = Drainage Engineer\n"
    "2 culverts blocked nr Mill Lane, pumps ran 9 hrs\n"
    "grant of £4,250 from county, must be spent by end Sept\n"
    "\n"
    "footpath 12 – stile broken, landowner written to twice\n"
    "TH: wants gate instead of stile, easier for prams\n"
    "agd – clerk to get 3 quotes for gate\n"
    "\n"
    "bus shelter: glass smashed again, police told\n"
    "allotments: 5 plots vacant, waiting list now nil\n",
)
DRAFT = (
    "Martin Brook, Drainage Engineer, presented the flood report for January 2021 to March 2022.\n"
    "Two culverts near Mill Lane had been blocked. The county had given a grant of £4,250.\n"
    "- Councillor Tessa Hale wanted a gate instead of the stile, as it would be easier for prams.\n"
    "It was agreed that the Clerk would obtain three quotations for the gate.\n"
    "The swimming pool would be repainted in turquoise before the regatta.\n"
)


def sentence(found: Alignment, draft: str, opening: str) -> UnitEvidence:
    return next(s for s in found.sentences if s.span.of(draft).startswith(opening))


def best(found: UnitEvidence, source: Source) -> str:
    return found.links[0].span.of(source.text)


@pytest.mark.parametrize(
    ("opening", "line"),
    [
        ("Martin Brook", "MB – flood rpt"),
        ("Two culverts", "2 culverts"),
        ("The county", "grant of £4,250"),
        ("Councillor Tessa", "TH: wants gate"),
        ("It was agreed", "agd – clerk"),
    ],
)
def test_a_sentence_finds_the_clerks_line_behind_it(opening: str, line: str) -> None:
    found = align(DRAFT, [NOTES])
    assert best(sentence(found, DRAFT, opening), NOTES).startswith(line)


def test_a_sentence_with_nothing_behind_it_gets_nothing() -> None:
    found = align(DRAFT, [NOTES])
    assert sentence(found, DRAFT, "The swimming pool").links == ()
    assert found.passages[-1].links == ()


def test_a_link_says_what_both_share() -> None:
    found = align(DRAFT, [NOTES])
    assert "£4,250" in sentence(found, DRAFT, "The county").links[0].why
    why = sentence(found, DRAFT, "Martin Brook").links[0].why
    assert "“MB” for Martin Brook" in why or "“Drainage Engineer”" in why


def test_notes_that_nothing_uses_are_told_and_headings_are_not() -> None:
    unused = [span.of(NOTES.text) for _, span in align(DRAFT, [NOTES]).unused]
    assert any("allotments" in part for part in unused)
    assert not any("Item 7" in part or "4,250" in part for part in unused)


def test_a_line_of_the_notes_tells_which_passages_use_it() -> None:
    found = align(DRAFT, [NOTES])
    link = sentence(found, DRAFT, "The county").links[0]
    assert [p.span.of(DRAFT)[:12] for p in found.using(link.file, link.span)] == ["Two culverts"]


def test_several_sources_may_be_behind_one_sentence() -> None:
    slides = Source("notes/slides.txt", "Slide 1\nFlood report, January 2021 to March 2022\nMartin Brook\n")
    found = align(DRAFT, [NOTES, slides])
    files = {link.file for link in sentence(found, DRAFT, "Martin Brook").links}
    assert files == {"notes/clerk.md", "notes/slides.txt"}


def test_after_a_change_the_answer_is_as_if_worked_out_anew() -> None:
    aligner = Aligner([NOTES])
    aligner.align(DRAFT)
    changed = DRAFT.replace("three quotations", "two quotations from Martin Brook")
    assert aligner.align(changed) == Aligner([NOTES]).align(changed)
    assert align(DRAFT, [NOTES], before=aligner) == align(DRAFT, [NOTES])


def test_an_aligner_for_other_notes_is_not_used() -> None:
    other = Aligner([Source("notes/clerk.md", "nothing here\n")])
    assert align(DRAFT, [NOTES], before=other) == align(DRAFT, [NOTES])


@pytest.mark.parametrize("draft", ["", "\n\n", "---\n", "…\n", "\udc80\n"])
@pytest.mark.parametrize("notes", ["", "\n", "word\n", "???\n"])
def test_empty_and_odd_texts_are_aligned_with_nothing(draft: str, notes: str) -> None:
    found = align(draft, [Source("notes/a.md", notes)])
    assert all(part.links == () for part in found.sentences)
    assert align(draft, []).unused == ()


def test_a_transcript_full_of_ums_is_searched_by_what_is_said() -> None:
    filler = ["Ann Pell 00:00:01: um yeah so", "Joe Marsh: mm-hmm", "Ann Pell: right okay um"]
    told = "Joe Marsh 00:07:10: um so the the hedge at uh Cobbler's Corner it's er blocking the sign"
    source = Source("notes/talk.vtt", "\n".join([*filler * 20, told, *filler * 20]) + "\n")
    draft = "Joe Marsh reported that the hedge at Cobbler's Corner blocked the road sign.\n"
    found = align(draft, [source])
    assert best(found.sentences[0], source) == told


def test_czech_notes_are_found_whatever_their_endings() -> None:
    notes = Source(
        "notes/zapis.md",
        "rozpočet na rok 2023 – schválen, 7 pro\n"
        "oprava střechy školy, firma Novák, 350 tis.\n"
        "p. Dvořáková: chybí osvětlení u hřbitova\n"
        "příští schůze 14. 3.\n",
    )
    draft = (
        "Zastupitelstvo schválilo rozpočtem obce na rok 2023.\n"
        "Opravu školní střechy provede firma Novák.\n"
        "Paní Dvořáková upozornila na chybějící osvětlení hřbitova.\n"
    )
    found = align(draft, [notes])
    firsts = [best(s, notes).split()[0] for s in found.sentences]
    assert firsts == ["rozpočet", "oprava", "p."]


def test_german_notes_are_found_by_pieces_of_long_words() -> None:
    notes = Source(
        "notes/protokoll.md",
        "Straßenbeleuchtung Dorfplatz defekt\nFeuerwehr: neues Fahrzeug, 80.000 €\nKita-Gebühren bleiben\n",
    )
    draft = (
        "Die Beleuchtung am Dorfplatz ist ausgefallen.\nDie Gebühren der Kindertagesstätte bleiben gleich.\n"
    )
    units = [SpokenUnit(line.split()[0], line) for line in notes.text.splitlines()]
    ranked = rank(units, [(line, line) for line in draft.splitlines()])
    assert [one.units[0][0] for one in ranked] == ["Straßenbeleuchtung", "Kita-Gebühren"]


@pytest.mark.parametrize(
    ("draft", "notes", "line"),
    [
        (
            "There were no declarations of interest made by those present.",
            "decs of int – none",
            "decs of int",
        ),
        ("No letters had been handed in beforehand.", "hedge is tall\nletters beforehand: none", "letters"),
        (
            "The next meeting would be held on Tuesday, 14th June, 2022, at 10.30 a.m.",
            "next mtg Tue 14 Jun 22, 10.30\nagreed",
            "next mtg",
        ),
    ],
)
def test_the_few_lines_of_a_short_item_are_found(draft: str, notes: str, line: str) -> None:
    source = Source("notes/clerk.md", f"# Item 1\n\n{notes}\n")
    found = align(draft + "\n", [source])
    assert best(found.sentences[0], source).startswith(line)


def test_the_few_lines_of_a_short_item_are_not_made_to_fit() -> None:
    source = Source("notes/clerk.md", "# Item 1\n\nmower broken, get it mended\nbees asleep\n")
    assert align("The Treasurer reported a balance of £450.\n", [source]).sentences[0].links == ()


def test_a_doubtful_guess_by_place_does_not_hide_that_nothing_uses_a_line() -> None:
    lost = "RESOLVED to buy a noticeboard from Greenbarnes, £640"
    source = Source(NOTES.name, NOTES.text + lost + "\nclosed 8.05\n")
    unused = [span.of(source.text) for _, span in align(DRAFT, [source]).unused]
    assert any(lost in part for part in unused)


def test_of_talk_only_what_says_much_is_told_as_used_by_nothing() -> None:
    chatter = "Ann Lee (0:00:05): Right, shall we open the window then?\n"
    speech = (
        "Bo Roe (0:00:09): The contractor quoted eleven thousand pounds for resurfacing the playground at"
        " Wereham, with drainage, rubber matting, fencing and a bench included before Christmas.\n"
    )
    thread = Source("notes/meeting.vtt", chatter + speech)
    unused = [span.of(thread.text) for _, span in align(DRAFT, [NOTES, thread]).unused if _ == thread.name]
    assert [part for part in unused if "window" in part] == []
    assert any("playground" in part for part in unused)
