"""Web pages as text."""

import pytest

from review_tui.adapters.importers.errors import UnreadableDocument
from review_tui.adapters.importers.html_text import decode_page, page_and_around, page_text


def lines(page: str) -> list[str]:
    return page_text(page).splitlines()


def test_headings_paragraphs_and_breaks_are_lines() -> None:
    page = (
        "<title>T</title><h1>Minutes\n of the</h1><p>One <b>two</b>&nbsp;&amp;\n three<br>four"
        "<p>five<div>six</div>seven"
    )
    assert lines(page) == ["# Minutes of the", "One two & three", "four", "five", "six", "seven"]


def test_lists_have_their_numbers_and_depth() -> None:
    page = (
        "<ul><li>a<ol start=3><li>b</li><li value=7><p>c</p></li><li></li></ol></li><li>d</ul>"
        "<ol type=a><li>e<li>f</ol><ol type=I><li>g</ol><li>stray<ol start=x><li>h</ol>"
    )
    assert lines(page) == ["- a", "  3. b", "  7. c", "- d", "a. e", "b. f", "I. g", "- stray", "1. h"]


def test_tables_are_read_row_by_row_and_tables_for_layout_as_they_stand() -> None:
    page = (
        "<table><caption>Votes</caption><thead><tr><th>For<th>Against</tr></thead><tr><td>5<td><p>2</p></table>"
        "<table><tr><td><h2>Items</h2><table><tr><td>1<td>Apologies</table></td></tr></table>end"
    )
    assert lines(page) == ["Votes", "For | Against", "5 | 2", "## Items", "1 | Apologies", "end"]


def test_what_nobody_sees_or_reads_is_left_out() -> None:
    page = (
        "<head><style>p{}</style></head><nav>Home <a href=/>x</a></nav><div role=navigation>Menu</div>"
        "<script>1<2</script><p hidden>h</p><p style='color:red; display : none'>n</p>"
        "<p style=visibility:hidden>v</p><noscript>ns</noscript><!-- c --><template><p>t</p></template>"
        "<button>Print</button><del>old</del><svg><title>s</title></svg>"
        "<p>seen<img alt=i hidden> still</p><footer>Clerk</footer>"
    )
    assert lines(page) == ["seen still", "Clerk"]


def test_lines_of_preformatted_text_are_kept() -> None:
    assert lines("<pre>one\n  two\n\nthree</pre><p>four\nfive") == ["one", "two", "three", "four five"]


def test_broken_pages_are_read_as_far_as_they_go() -> None:
    assert lines("</p></ul></tr></pre><td>a</td><p>b</b><<>&;&#0;<p title='>c") == ["a", "b<<>&;\ufffd"]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("<meta charset=utf-8><p>é".encode(), "é"),
        (
            '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>– £'.encode("cp1252"),
            "– £",
        ),
        ("<?xml version='1.0' encoding='koi8-r'?><p>Привет".encode("koi8-r"), "Привет"),
        ("<meta charset=shift_jis><p>議事録".encode("shift_jis"), "議事録"),
        ("<p>é".encode("utf-16"), "é"),
        ("\ufeff<meta charset=koi8-r><p>é".encode(), "é"),
        ("<meta charset=utf-16><p>é".encode(), "é"),
        ("<p>é".encode(), "é"),
    ],
)
def test_a_page_is_read_in_the_letters_that_it_names(raw: bytes, text: str) -> None:
    letters, problems = decode_page(raw)
    assert page_text(letters) == f"{text}\n"
    assert problems == ()


@pytest.mark.parametrize("name", ["rot13", "punycode", "unicode_escape", "idna", "hex", "nonsense", "utf-8"])
def test_a_charset_that_is_none_is_not_believed_and_the_guess_is_told(name: str) -> None:
    letters, (problem,) = decode_page(f"<meta charset={name}><p>caf".encode() + b"\xe9")
    assert page_text(letters) == "café\n"
    assert "Windows-1252" in problem


@pytest.mark.parametrize("page", ["", "<p> </p>", "<script>x</script>", "<!-- only"])
def test_a_page_without_words_says_so(page: str) -> None:
    with pytest.raises(UnreadableDocument, match="no words to read in this page"):
        page_text(page)


def test_entities_of_its_own_are_not_put_in() -> None:
    page = '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>a&x;b'
    assert "root" not in page_text(page)


@pytest.mark.parametrize(
    "page", ["<div>" * 2_001, "<ul><li>" * 1_001, "x" * 4_000_001], ids=["tags", "lists", "letters"]
)
def test_what_no_page_of_notes_can_be_is_refused(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("review_tui.adapters.importers.html_text._MAX_TAGS", 2_000)
    with pytest.raises(UnreadableDocument, match="Divide it"):
        page_text(page)


def test_words_in_more_pieces_than_a_page_can_have_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("review_tui.adapters.importers.html_text._MAX_PIECES", 2_000)
    with pytest.raises(UnreadableDocument, match="more than 2,000 pieces"):
        page_text("<" * 3_000)


def test_lines_that_say_nothing_keep_their_mark_for_the_next() -> None:
    assert lines("<ul><li><pre>\n\n\nOne\n\nTwo</pre></ul>") == ["- One", "Two"]


def test_depth_is_no_hindrance() -> None:
    assert lines("<div>" * 30_000 + "x") == ["x"]


MAIN = "<p>" + "The council met. " * 20 + "</p>"


@pytest.mark.parametrize(
    ("page", "around"),
    [
        (
            f"<nav><li>Home</nav><header role=banner>Site</header><main><h1>Board</h1>{MAIN}</main>x",
            "Home; Site; x",
        ),
        (
            f"<a class='skip-link'>Skip</a><h1>Board</h1>{MAIN}<div class='site-footer'>Call us</div>",
            "Skip; Call us",
        ),
        (
            f"<div role='main'><div class='breadcrumbs'>Home</div><h1>Board</h1><div>{MAIN}</div></div>y",
            "Home; y",
        ),
    ],
    ids=["main", "names", "role"],
)
def test_of_a_page_what_leads_elsewhere_is_left_out_and_named(page: str, around: str) -> None:
    text, told = page_and_around(f"<body>{page}</body>")
    assert text.startswith("# Board\nThe council met. The")
    assert text.count("\n") == 2
    assert told == (f"Left out, as it is around the minutes: {around}",)


def test_a_main_part_that_says_next_to_nothing_is_none() -> None:
    text, told = page_and_around(f"<main>Loading</main>{MAIN}<script>x</script>")
    assert text.startswith("Loading\nThe council met.")
    assert told == ()


def test_bold_and_italics_by_style_are_seen() -> None:
    page = (
        "<style>.c1{color:red;font-weight:700}.c2{font-style:italic}.c3{font-weight:400}</style>"
        "<p><span class='c3'>A </span><span class='c1 c2'>b</span></p>"
        "<p><span style='font-weight:bold'>Roads</span></p><p><span>c</span></p>"
    )
    assert page_text(page, is_markdown=True) == "A ***b***\n**Roads**\nc\n"
