import datetime as dt

import pytest

from benchmarks import (
    clerk_notes,
    slips_of_dates,
    slips_of_decisions,
    slips_of_figures,
    slips_of_people,
)
from benchmarks.checks_corpus import Minutes, read
from benchmarks.checks_recall import PLANTERS
from benchmarks.clerk_manners import MANNERS
from benchmarks.minute_facts import dice_of
from benchmarks.planting import NOTES, Slip, choose, plant

TEXT = """Minutes of Nether Wallop Parish Council held on Wednesday 9 March 2022 in the Hall

Present: Cllr Ann Barrow (Chair), Cllr Tom Ellis, Cllr Jane Foss, Cllr Ravi Patel, Mrs H Quill (Clerk)

Apologies: Cllr Maud Trent

1. Declarations of interest

Cllr Foss declared an interest in the village hall lease.

2. Finance

Cllr Ellis proposed that the donation of £1,250.00 to the playgroup be approved, seconded by Cllr Foss.
It was agreed that the Clerk would write to County Highways about the broken drain in Mill Lane.
Cllr Patel reported that 14 residents had written in by 21 February 2022 about the increase in traffic.
The accounts for the year 2020-21 were received. The vote was 3 votes for and 1 against.
The next meeting will be held at 7.30pm on Wednesday 13 April 2022.
"""


@pytest.fixture
def source() -> Minutes:
    return read("minutes", TEXT, dt.date(2022, 4, 1))


def all_slips(source: Minutes) -> list[Slip]:
    return [slip for planter in PLANTERS.values() for slip in planter(source, dice_of("7"))]


def changed(source: Minutes, slip: Slip) -> str:
    return " / ".join(f"{source.text[c.start : c.end]} -> {c.text}" for c in slip.changes)


def test_the_roll_and_the_date_are_read_from_the_first_lines(source: Minutes) -> None:
    assert [p.name for p in source.present][:2] == ["Cllr Ann Barrow", "Cllr Tom Ellis"]
    assert [p.surname for p in source.apologies] == ["Trent"]
    assert source.date == dt.date(2022, 3, 9)


def test_every_kind_of_slip_finds_room_in_plain_minutes(source: Minutes) -> None:
    kinds = {slip.kind for slip in all_slips(source)}
    decided = {"polarity", "omitted decision", "other omission", "vote", "vote arithmetic"}
    assert {"weekday", "period", "date", "time", "figure", "name", "attribution", "roll"} | decided <= kinds


def test_a_planted_slip_changes_the_words_it_says_and_nothing_else(source: Minutes) -> None:
    for slip in all_slips(source):
        true = slip.base or source.text
        spoilt, spans = plant(true, slip)
        assert spoilt != true, slip
        assert [spoilt[a:b] for a, b in spans] == [change.text for change in slip.changes]
        for (start, end), change in zip(reversed(spans), reversed(slip.changes), strict=True):
            spoilt = spoilt[:start] + true[change.start : change.end] + spoilt[end:]
        assert spoilt == true


def test_a_wrong_weekday_is_wrong(source: Minutes) -> None:
    for slip in slips_of_dates.weekdays(source, dice_of("1")):
        spoilt, ((start, _),) = plant(source.text, slip)
        said = next(f.text for f in read("spoilt", spoilt).facts if f.start <= start < f.end)
        day = slips_of_dates.value(said)
        assert day is not None
        assert f"{day:%A}" not in said, said


def test_proposer_and_seconder_change_places(source: Minutes) -> None:
    told = [changed(source, s) for s in slips_of_people.attributions(source, dice_of("1"))]
    assert "Cllr Ellis -> Cllr Foss / Cllr Foss -> Cllr Ellis" in told


def test_whoever_sent_apologies_is_made_to_move_under_the_title_that_stood_there(source: Minutes) -> None:
    told = [changed(source, s) for s in slips_of_people.absentees(source, dice_of("1"))]
    assert "Cllr Ellis -> Cllr Trent" in told


def test_a_decision_is_turned_round_and_left_out(source: Minutes) -> None:
    told = [changed(source, s) for s in slips_of_decisions.polarities(source, dice_of("1"))]
    assert any(line.startswith("increase -> ") for line in told)
    left_out = [changed(source, s) for s in slips_of_decisions.omissions(source, dice_of("1"))]
    assert any(line.startswith("It was agreed that the Clerk would write") for line in left_out)


def test_a_changed_sum_is_another_sum(source: Minutes) -> None:
    told = [changed(source, s) for s in slips_of_figures.figures(source, dice_of("1"))]
    assert any(line.startswith("£1,250.00 -> £") for line in told)
    assert not any(line.split(" -> ")[0] == line.split(" -> ")[1] for line in told)


@pytest.mark.parametrize("seed", range(len(MANNERS)))
def test_notes_hold_the_facts_they_are_said_to_hold(source: Minutes, seed: int) -> None:
    notes = clerk_notes.write(source, seed)
    assert notes.text != source.text
    for note in notes.notes:
        said = notes.text[note.start : note.end]
        assert said.strip()
        for fact in note.held:
            if fact.kind in {"money", "count"}:
                figures = [c for c in fact.text.split(".")[0] if c.isdigit()]
                assert "".join(figures) in said.replace(",", ""), (fact, said)
            if fact.kind == "date":
                assert fact.text[-2:] in said, (fact, said)


def test_the_same_seed_gives_the_same_notes_and_slips(source: Minutes) -> None:
    assert clerk_notes.write(source, 3) == clerk_notes.write(source, 3)
    once, again = (choose([source], slips_of_people.names, 5, "seed") for _ in range(2))
    assert once == again


def test_only_slips_told_by_notes_need_facts_in_the_notes(source: Minutes) -> None:
    assert all(slip.facts or slip.is_omission for slip in all_slips(source) if NOTES in slip.told_by)
