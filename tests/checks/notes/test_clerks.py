"""Clerks of many bodies jot in many ways: true minutes are left alone, slips are found."""

import pytest

from review_tui.checks.engine import run_checks
from review_tui.checks.table import CHECKS
from review_tui.model.findings import Severity
from review_tui.model.material import Document, Material

COMMUNITY = (
    (
        "Present: Cllr Gwen Parry (Chair), Cllr Huw Rees, Cllr Sian Morgan, Cllr Dai Bowen\n\n"
        "Apologies were received from Cllr Owen Pugh.\n\n"
        "Cllr Morgan declared an interest in item 6, the chapel hall grant.\n\n"
        "It was resolved to accept the tender of \u00a38,450 from Jones Bros for resurfacing the path "
        "at Heol y Felin.\n\n"
        "The Council resolved not to object to the application for four caravans at Fferm "
        "Uchaf.\n\n"
        "It was resolved to increase the burial fees by 4% from 1 April 2024.\n\n"
        "The request for a grant to the chapel hall was refused as the accounts had not been "
        "received.\n\n"
        "The Clerk will write to the county council about the bus stop at Pont Newydd before the "
        "end of October.\n"
    ),
    (
        "apols: O Pugh\n"
        "SM dec int item 6\n"
        "Heol y Felin path: 3 tenders, Jones Bros 8450 \u2713\n"
        "caravans Fferm Uchaf (4) - no objn\n"
        "burial fees +4% from 1/4/24 agd\n"
        "chapel hall grant - ref'd, no a/cs rec'd\n"
        "clerk > county re bus stop Pont Newydd b4 end Oct\n"
    ),
)
SCHOOL = (
    (
        "Present: Mrs K Adeyemi (Chair), Mr P Novak, Ms R Tan, Mrs L Scott (Headteacher)\n\n"
        "Governors approved the budget for 2023/24 with a carry forward of \u00a331,200.\n\n"
        "The Headteacher reported that attendance had risen to 94.6% since the autumn term.\n\n"
        "It was agreed that the behaviour policy would not be changed this year.\n\n"
        "Governors agreed to defer the pay policy to the meeting on 14 March.\n\n"
        "It was unanimously agreed to appoint Ms Tan as link governor for safeguarding.\n\n"
        "Ms Tan will visit the nursery in the second half of term and report to the next "
        "meeting.\n"
    ),
    (
        "Budget 23/24 approved. c/fwd 31.2k\n"
        "HT: attendance up, 94.6% (since autumn)\n"
        "behaviour pol - no change this yr, agreed\n"
        "pay policy deferred -> 14/3\n"
        "RT link gov safeguarding - all agreed\n"
        "ACTION RT visit nursery 2nd half term, rpt back\n"
    ),
)
TENANTS = (
    (
        "The lift in block B had been out of order for eleven days.\n\n"
        "A proposal to allow barbecues on the roof terrace was defeated.\n\n"
        "Mrs Osei said the new lighting in the car park was satisfactory. Mr Lund disagreed and "
        "said that it was not bright enough.\n\n"
        "The treasurer reported a surplus of \u00a3318 for the year.\n\n"
        "It was agreed that the association would apply to the community fund for \u00a32,500 for "
        "play equipment.\n"
    ),
    (
        "Lift blk B out 11 days\n"
        "BBQs roof terrace? voted down\n"
        "Osei - car park lights fine. Lund - not bright enough\n"
        "Treas: 318 surplus\n"
        "Comm fund - apply 2500, play equip. All OK\n"
    ),
)
BOARD = (
    (
        "The Board approved the winter plan, noting that the funding of \u00a33.4m was not "
        "recurrent.\n\n"
        "The Chief Nurse reported that falls with harm had decreased by 11 compared with the "
        "previous quarter.\n\n"
        "The Board did not approve the business case for the second CT scanner.\n\n"
        "It was agreed that the Audit Committee would review the cyber risk by the end of "
        "November.\n"
    ),
    (
        "Winter plan APPROVED - \u00a33.4m non recurrent\n"
        "CN - falls w harm down 11 on last qtr\n"
        "CT scanner 2 bus case NOT approved\n"
        "Audit Cttee review cyber risk end Nov - agreed\n"
    ),
)
PLOTS = (
    (
        "Present: Brenda Cole (BC), Farid Aziz (FA), Tom Reilly (TR), Nia Webb (NW)\n\n"
        "FA proposed that rents be held at \u00a338 for 2025. TR seconded and this was carried.\n\n"
        "NW reported that the waiting list had grown to 57.\n\n"
        "The committee did not support the request to keep bees on plot 12.\n\n"
        "It was agreed that the toilet would be closed from November to March.\n"
    ),
    (
        "FA p TR s: rents stay 38 for 2025. carr'd\n"
        "NW - wait list up, 57 now\n"
        "bees plot 12? no\n"
        "loo shut Nov-Mar, all agd\n"
    ),
)
BODIES = (COMMUNITY, SCHOOL, TENANTS, BOARD, PLOTS)


def told(draft: str, notes: str) -> list[str]:
    material = Material(Document.read("minutes.md", draft), (Document.read("notes/clerk.md", notes),))
    checks = [check for check in CHECKS if check.id.startswith("notes-")]
    return [f"{f.check}: {f.message}" for f in run_checks(material, checks, least=Severity.WARNING).findings]


@pytest.mark.parametrize(("draft", "notes"), BODIES, ids=["community", "school", "tenants", "board", "plots"])
def test_true_minutes_are_left_alone(draft: str, notes: str) -> None:
    assert told(draft, notes) == []


@pytest.mark.parametrize(
    ("body", "true", "slip"),
    [
        (COMMUNITY, "accept the tender", "reject the tender"),
        (COMMUNITY, "not to object", "to object"),
        (COMMUNITY, "increase the burial", "reduce the burial"),
        (COMMUNITY, "refused as", "approved as"),
        (COMMUNITY, "before the end", "after the end"),
        (SCHOOL, "approved the budget", "rejected the budget"),
        (SCHOOL, "had risen to", "had fallen to"),
        (SCHOOL, "would not be changed", "would be changed"),
        (TENANTS, "was defeated", "was carried"),
        (TENANTS, "was not bright", "was bright"),
        (TENANTS, "a surplus of", "a deficit of"),
        (BOARD, "approved the winter", "rejected the winter"),
        (BOARD, "was not recurrent", "was recurrent"),
        (BOARD, "decreased by", "increased by"),
        (BOARD, "did not approve the", "approved the"),
        (PLOTS, "was carried", "was lost"),
        (PLOTS, "had grown to", "had fallen to"),
        (PLOTS, "did not support", "supported"),
        (PLOTS, "would be closed", "would be open"),
    ],
)
def test_a_statement_turned_round_is_found(body: tuple[str, str], true: str, slip: str) -> None:
    draft, notes = body
    assert draft.count(true) == 1
    assert any(line.startswith("notes-polarity") for line in told(draft.replace(true, slip), notes))


@pytest.mark.parametrize(
    ("body", "true", "slip"),
    [
        (COMMUNITY, "\u00a38,450", "\u00a38,540"),
        (COMMUNITY, "by 4%", "by 14%"),
        (SCHOOL, "94.6%", "96.4%"),
        (SCHOOL, "14 March", "4 March"),
        (TENANTS, "\u00a32,500", "\u00a35,200"),
        (BOARD, "\u00a33.4m", "\u00a34.3m"),
        (PLOTS, "\u00a338", "\u00a383"),
        (PLOTS, "57.", "75."),
    ],
)
def test_a_figure_changed_is_found(body: tuple[str, str], true: str, slip: str) -> None:
    draft, notes = body
    assert draft.count(true) == 1
    assert any(line.startswith("notes-facts") for line in told(draft.replace(true, slip), notes))


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (COMMUNITY, "Apologies"),
        (COMMUNITY, "Cllr Morgan declared"),
        (COMMUNITY, "It was resolved to accept"),
        (COMMUNITY, "It was resolved to increase"),
        (COMMUNITY, "The Clerk will write"),
        (SCHOOL, "It was agreed that the behaviour"),
        (SCHOOL, "Governors agreed to defer"),
        (SCHOOL, "Ms Tan will"),
        (TENANTS, "A proposal"),
        (TENANTS, "It was agreed"),
        (BOARD, "The Board approved"),
        (BOARD, "The Board did not"),
        (BOARD, "It was agreed"),
        (PLOTS, "It was agreed"),
    ],
)
def test_what_is_left_out_is_missed(body: tuple[str, str], words: str) -> None:
    draft, notes = body
    kept = [passage for passage in draft.split("\n\n") if not passage.startswith(words)]
    assert len(kept) == len(draft.split("\n\n")) - 1
    assert any(line.startswith("notes-omitted") for line in told("\n\n".join(kept), notes))


@pytest.mark.parametrize("noted", ["Dale's a no", "\u2717 won't pay, try elsewhere"])
def test_a_refusal_of_which_the_draft_has_not_even_the_subject_is_no_decision_left_out(noted: str) -> None:
    draft, notes = COMMUNITY
    assert not any("this decision" in line for line in told(draft, f"{notes}{noted}\n"))
