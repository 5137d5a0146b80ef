"""Which lines of a document begin its items."""

import pytest

from review_tui.language.item_heads import HeadKind, find_heads


def told(text: str) -> tuple[HeadKind, list[tuple[str, str]]]:
    found = find_heads(text.split("\n"))
    return found.kind, [(head.number, head.title) for head in found.heads]


@pytest.mark.parametrize(
    ("text", "kind", "heads"),
    [
        ("# Board\nx\n## 1. A\ny\n### in\n## 2. B", HeadKind.HEADINGS, [("1", "A"), ("2", "B")]),
        ("# Board\n# 1. A\ny\n# 2. B", HeadKind.HEADINGS, [("1", "A"), ("2", "B")]),
        (
            "## Present\nA. Lee\n## Planning\n## Finance",
            HeadKind.HEADINGS,
            [("", "Planning"), ("", "Finance")],
        ),
        (
            "Board\n1. Welcome\nAll came.\n2. Planning\n3. Finance",
            HeadKind.NUMBERS,
            [("1", "Welcome"), ("2", "Planning"), ("3", "Finance")],
        ),
        (
            "**23/01 Welcome**\n1. an entry that ends as a sentence.\n2. so does this.\n**Planning**",
            HeadKind.BOLD,
            [("23/01", "Welcome"), ("", "Planning")],
        ),
        (
            "**Present:**\n**Welcome**\nx\n**Planning:**\ny",
            HeadKind.BOLD,
            [("", "Welcome"), ("", "Planning")],
        ),
        ("APOLOGIES\nnone\nPLANNING\nx\nFINANCE", HeadKind.CAPITALS, [("", "PLANNING"), ("", "FINANCE")]),
        (
            "**Roads:** a\n**Trees.** b\n**Paths** - c",
            HeadKind.RUN_IN,
            [("", "Roads"), ("", "Trees"), ("", "Paths")],
        ),
        (
            "Present: A\nRoads: a\nTrees: b\nPaths: c",
            HeadKind.LABELS,
            [("", "Roads"), ("", "Trees"), ("", "Paths")],
        ),
        ("**Agenda**:\n- Start:\n  - so\n- End", HeadKind.BULLETS, [("", "Start"), ("", "End")]),
        (
            "Agenda item\n\nReport\n\nAnn Lee to present\n\nMinutes:\n\nIt was so.",
            HeadKind.PAGE,
            [("", "Report")],
        ),
        (
            "TOP 1 Eröffnung\nx\n1. eins\nTOP 2: Bauanträge\n§ 3 Ekonomi",
            HeadKind.NUMBERS,
            [("1", "Eröffnung"), ("2", "Bauanträge"), ("3", "Ekonomi")],
        ),
        (
            "PRIMERO.- Aprobación del acta\nx\nSEGUNDO.- Presupuesto\nPunto 3.- Ruegos",
            HeadKind.NUMBERS,
            [("1", "Aprobación del acta"), ("2", "Presupuesto"), ("3", "Ruegos")],
        ),
        (
            "I. Call to Order\n1. Pledge\n2. Roll\n3. Prayer\nII. Consent\nIII. Business\nIV. Adjournment",
            HeadKind.NUMBERS,
            [("I", "Call to Order"), ("II", "Consent"), ("III", "Business"), ("IV", "Adjournment")],
        ),
        (
            "**Town Council**\n**Minutes of the meeting**\nHeld on 4 May 2024\n**Roads**\na\n**Trees**\nb",
            HeadKind.BOLD,
            [("", "Roads"), ("", "Trees")],
        ),
        (
            "**Gemeinderat**\n**Niederschrift**\n**Anwesend:** Julia Weiß\n**Straßen**\na\n**Wald**\nb",
            HeadKind.BOLD,
            [("", "Straßen"), ("", "Wald")],
        ),
        ("12 mars 2024\nx\n13. März 2024", HeadKind.NONE, []),
        ("Only words.\nAnd more of them.", HeadKind.NONE, []),
    ],
)
def test_each_way_of_dividing_minutes_is_known(
    text: str, kind: HeadKind, heads: list[tuple[str, str]]
) -> None:
    assert told(text) == (kind, heads)


def test_a_page_says_who_presents() -> None:
    found = find_heads(["Agenda item", "Report", "Ann Lee to present", "Minutes:", "It was so."])
    assert found.heads[0].presenter == "Ann Lee"
