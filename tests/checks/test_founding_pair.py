"""The contradiction that the program was made for is found however the minutes are written."""

import textwrap

import pytest

from review_tui.checks.engine import run_checks
from review_tui.checks.table import CHECKS
from review_tui.model.findings import Finding
from review_tui.model.material import Document, Material

REPORT = (
    "Laura Gough, Head of Safeguarding Quality and Practice, gave a presentation on the Safeguarding "
    "Children Partnership Annual Assurance report for {} and answered questions of members about it."
)
RESOLVED = "Resolved that the Safeguarding Children Partnership Annual Assurance report for {} be noted."
THEN, NOW = "October, 2020-September, 2021", "October, 2020-September, 2022"


def found(draft: str) -> list[Finding]:
    """What the check of periods finds, with every place held against the file."""
    material = Material(Document.read("minutes.md", draft))
    outcome = run_checks(material, [check for check in CHECKS if check.id == "period"])
    assert not outcome.failures
    for finding in outcome.findings:
        for place in finding.places:
            assert place.span.of(draft) == place.quote
            assert draft.count("\n", 0, place.span.start) + 1 == place.line
    return list(outcome.findings)


def assert_found(draft: str) -> None:
    """Both periods are shown, and nothing else is found."""
    (finding,) = found(draft)
    years = {year for place in finding.places for year in ("2021", "2022") if year in place.quote[-12:]}
    assert years == {"2021", "2022"}


@pytest.mark.parametrize("width", [40, 60, 72, 1000])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("first", "rest"),
    [("", ""), ("- ", "  "), ("1. ", "   "), ("> ", "> "), ("> - ", ">   "), ("- [x] ", "  ")],
)
def test_it_is_found_at_every_width(width: int, end: str, first: str, rest: str) -> None:
    parts = [
        textwrap.fill(words, width, initial_indent=first, subsequent_indent=rest)
        for words in (REPORT.format(THEN), RESOLVED.format(NOW))
    ]
    assert_found("\n\n".join(parts).replace("\n", end))


@pytest.mark.parametrize("width", [40, 60, 72])
@pytest.mark.parametrize("cut", range(0, 24, 3))
def test_it_is_found_wherever_the_lines_end(width: int, cut: int) -> None:
    report = " ".join(REPORT.format(THEN).split()[cut % 8 :])
    resolved = RESOLVED.format(NOW).replace("Resolved", "Resolved " + "unanimously " * (cut // 6))
    assert_found(f"{textwrap.fill(report, width)}\n\n{textwrap.fill(resolved, width)}\n")


@pytest.mark.parametrize(
    "head", ["## 5. Annual report\n\n", "Annual report\n-------------\n\n", "**Annual report**\n\n"]
)
def test_it_is_found_under_headings(head: str) -> None:
    report, resolved = (textwrap.fill(words, 72) for words in (REPORT.format(THEN), RESOLVED.format(NOW)))
    assert_found(f"# Minutes\n\n{head}{report}\n\n{resolved}\n")


def test_it_is_found_in_tables() -> None:
    assert_found(
        "| Item | What was said | Decision |\n|------|:-------------:|---------:|\n"
        f"| 5 | {REPORT.format(THEN)} | {RESOLVED.format(NOW)} |\n"
    )
    assert_found(
        f"| Item | What |\n|---|---|\n| 5 | {REPORT.format(THEN)} |\n| 5a | **{RESOLVED.format(NOW)}** |\n"
    )


MARKED = [
    "October, 2020--September, {}",
    "October,&nbsp;2020&ndash;September,&#160;{}",
    "<u>October, 2020-September, {}</u>",
    "October,<br>2020-September,<br/>{}",
    "**October, 2020**-**September, {}**",
    "*October*, 2020-_September_, {}",
    "October, 2020\\-September, {}",
    "Octo\u00adber, 2020-Septem\u00adber, {}",
    "October,\u200b 2020\u200b-\u200bSeptember, {}",
    "October,\u00a02020-September,\u00a0{}",
    "[October, 2020-September, {}](https://example.org/a_b_(c))",
    "![October, 2020-September, {}](period.png)",
    "~~October, 2018-September, 2019~~ October, 2020-September, {}",
    "October, 2020-September, <del>2019</del> {}",
    "October, 2020[^1]-September, {}",
    "October, 2020-September, <!-- 2019 --> {}",
    "October, 2020 -- September, {}",
]


@pytest.mark.parametrize("marked", MARKED)
@pytest.mark.parametrize("width", [50, 1000])
def test_it_is_found_through_marks(marked: str, width: int) -> None:
    plain = "October, 2020-September, {}"
    for one, other in ((marked, plain), (plain, marked), (marked, marked)):
        parts = REPORT.format(one.format("2021")), RESOLVED.format(other.format("2022"))
        assert_found("\n\n".join(textwrap.fill(part, width, break_on_hyphens=False) for part in parts))


@pytest.mark.parametrize("marked", MARKED)
def test_what_agrees_is_left_alone_through_marks(marked: str) -> None:
    parts = REPORT.format(marked.format("2021")), RESOLVED.format(THEN)
    assert not found("\n\n".join(textwrap.fill(part, 60, break_on_hyphens=False) for part in parts))


def test_what_is_suggested_changes_the_year_alone_among_marks() -> None:
    draft = f"{REPORT.format(THEN)}\n\n{RESOLVED.format('**October, 2020**-**September, 2022**')}\n"
    (finding,) = found(draft)
    assert finding.suggestion
    start, end = finding.suggestion.span.start, finding.suggestion.span.end
    assert draft[:start] + finding.suggestion.text + draft[end:] == draft.replace("2022", "2021")
