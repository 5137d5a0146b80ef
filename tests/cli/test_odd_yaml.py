"""Whatever shape of YAML stands in a book, each command answers in its own words, never the last ones."""

import contextlib
import io
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from review_tui.adapters.book import BookFiles
from review_tui.composition import run
from tests.adapters.real_book import RealBook

MEETING = "2022-03-16-board"
ITEM = "05-annual-report"
MEETING_FILE = f"{MEETING}/meeting.yaml"
BOOK_FILE = "book.yaml"
ACT_FILE = f"{MEETING}/{ITEM}/acts/20220320T101502Z-flag-7f3a91c2.yaml"
COMMANDS = (
    ("status",),
    ("show", "5"),
    ("check", "5"),
    ("log", "5"),
    ("sign-off", "2022", "--preview"),
)
NOT_OURS = ("went wrong in the program", "Traceback", "could not be carried out")
GOOD = {
    MEETING_FILE: {"body": "The Board", "date": "2022-03-16", "items": f"[{{id: {ITEM}}}]"},
    BOOK_FILE: {},
    ACT_FILE: {
        "act": "flag",
        "id": "7f3a91c2",
        "by": "{name: Dawn Example, email: dawn@example.org}",
        "at": "2022-03-20T10:15:02Z",
        "kind": "date",
        "comment": "Not as above.",
        "passage": f'{{quote: noted, before: "be ", after: ".", text: "v1:{"0" * 64}"}}',
    },
}


def _split(words: str) -> tuple[str, ...]:
    return tuple(words.split())


KEYS = {
    MEETING_FILE: _split("body date start venue chair present apologies in_attendance items"),
    BOOK_FILE: _split("reviewers approval flags style sign_off"),
    ACT_FILE: _split("act id by at kind comment suggest passage text of items sources"),
}
INNER = (
    *_split(
        "id number title presenter exempt name role email roles keys needs own_words white_space numbering"
    ),
    *_split("kinds dates preferred forbidden tense findings quote before after text file"),
)
ODD = (
    *_split(
        "~ null true no on 0 -1 0x1F 0o17 1_000 12e4567 .inf .nan 10:15 2022-03-16 2022-13-45 0000-00-00"
    ),
    *_split(
        "'' [/b] ../x acts notes minutes.md .git chair presenter dawn@example.org = % ` @ | > # { ] *a <<"
    ),
    *_split(f"{'x' * 300} {'9' * 400} \uff21 e\u0301 \u200b {ITEM} 2022-03-16T10:00:00Z"),
    *('"\\ud800"', '"\\0"', '"\\e[31m"', '"\\u202e"', '"a\\nb"', '""', "'[/b]'", "Dawn Example"),
    *("!!int 3", "!!binary aGk=", "!x y", "&a x", "a: b", "- ", "? "),
)
Text = st.SearchStrategy[str]
scalars: Text = st.sampled_from(ODD) | st.text("ab 0:-,'\"", max_size=6)


def keys(known: tuple[str, ...]) -> Text:
    return st.sampled_from(known) | st.sampled_from(ODD)


def lists(inner: Text) -> Text:
    return st.lists(inner, max_size=3).map(lambda each: f"[{', '.join(each)}]")


def mappings(inner: Text) -> Text:
    pairs = st.tuples(keys(INNER), inner).map(": ".join)
    return st.lists(pairs, max_size=3).map(lambda each: f"{{{', '.join(each)}}}")


values: Text = st.recursive(scalars, lambda inner: lists(inner) | mappings(inner), max_leaves=8)


def whole(file: str) -> st.SearchStrategy[bytes]:
    """A file that says what it should, but for some keys, and perhaps strangely written."""
    odd = st.lists(st.tuples(keys(KEYS[file]), values), min_size=1, max_size=4)
    lines = odd.map(lambda pairs: {**GOOD[file], **dict(pairs)}).map(
        lambda fields: "".join(f"{key}: {value}\n" for key, value in fields.items()).encode()
    )
    written = st.sampled_from(
        (
            lambda raw: raw,
            lambda raw: raw,
            lambda raw: raw,
            lambda raw: b"\xef\xbb\xbf" + raw,
            lambda raw: raw.replace(b"\n", b"\r\n"),
            lambda raw: raw + raw,
            lambda raw: raw + b"--- \n" + raw,
            lambda raw: raw + b"x: \xff\xfe\n",
            lambda raw: b"%YAML 1.1\n---\n" + raw,
            lambda raw: raw.decode().encode("utf-16"),
            lambda raw: b"- " + raw,
            lambda raw: b"",
        )
    )
    return st.builds(lambda raw, way: way(raw), lines, written)


@pytest.fixture(scope="module")
def odd_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    book = tmp_path_factory.mktemp("odd") / "drafts"
    item = book / MEETING / ITEM
    (item / "acts").mkdir(parents=True)
    (item / "notes").mkdir()
    (item / "minutes.md").write_text("The report for October 2020 was presented.\n\nIt was to be noted.\n")
    (item / "notes" / "clerk.md").write_text("Report Oct 2020, noted.\n")
    for file in GOOD:
        (book / file).write_bytes(good(file))
    subprocess.run(["git", "init", "-q", "-b", "main", str(book.parent)], check=True)
    for key, value in {"name": "Dawn Example", "email": "dawn@example.org"}.items():
        subprocess.run(["git", "-C", str(book), "config", f"user.{key}", value], check=True)
    RealBook(book.parent).commit_all("Draft")
    return book


def good(file: str) -> bytes:
    return "".join(f"{key}: {value}\n" for key, value in GOOD[file].items()).encode()


@contextlib.contextmanager
def status(book: Path, file: str, raw: bytes) -> Iterator[None]:
    """``raw`` in the place of what ``file`` says."""
    (book / file).write_bytes(raw)
    try:
        yield
    finally:
        (book / file).write_bytes(good(file))


def ran(book: Path, *words: str) -> tuple[int, str]:
    """The exit code and everything that a command says."""
    out = io.StringIO()
    named = (words[0], str(book)) if words[0] == "status" else words
    where = () if words[0] in {"status", "check"} else ("--book", str(book))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out), contextlib.chdir(book):
        code = run([*named, *where])
    return code, out.getvalue()


def looked_at(book: Path) -> None:
    for words in COMMANDS:
        code, said = ran(book, *words)
        assert code in {0, 1, 3}, (words, said)
        assert not [each for each in NOT_OURS if each in said], (words, said)


ONE_BY_ONE = {
    "an unknown list": (MEETING_FILE, b"links: [a, b]\n", ""),
    "an unknown mapping": (MEETING_FILE, b"links: {a: {b: [c]}}\n", ""),
    "a chair with a role": (MEETING_FILE, b"chair: {name: Anna Poole, role: Mayor}\n", ""),
    "a chair with more": (MEETING_FILE, b"chair: {name: Anna Poole, terms: [1, 2]}\n", ""),
    "a chair that is a list": (MEETING_FILE, b"chair: [Anna, Bo]\n", "line 4: `chair` should be a name"),
    "a venue that is a list": (MEETING_FILE, b"venue: [a, b]\n", "line 4: `venue` should be words"),
    "a start that is a mapping": (MEETING_FILE, b"start: {at: 9}\n", "line 4: `start` should be words"),
    "people who are no list": (MEETING_FILE, b"present: {a: b}\n", "line 4: `present` should be a list"),
    "a person who is a list": (MEETING_FILE, b"present: [[a]]\n", "line 4: This entry of `present`"),
    "reviewers who are no list": (BOOK_FILE, b"reviewers: 12\n", "line 1: `reviewers` should be a list"),
    "a style of wrong shape": (BOOK_FILE, b"x: 1\nstyle:\n  dates: [a]\n", "line 3: `dates` of `style`"),
    "a need of wrong shape": (
        BOOK_FILE,
        b"approval:\n  needs:\n    - {a: b}\n",
        "line 3: An entry of `needs`",
    ),
    "an act of wrong shape": (ACT_FILE, b"suggest: [a]\n", "line 8: This act can't be understood"),
}


@pytest.mark.parametrize("name", ONE_BY_ONE)
def test_what_is_not_understood_is_kept_or_told_with_its_line(odd_book: Path, name: str) -> None:
    file, more, told = ONE_BY_ONE[name]
    with status(odd_book, file, good(file) + more):
        for words in COMMANDS:
            said = ran(odd_book, *words)[1]
            assert not [each for each in NOT_OURS if each in said], (words, said)
            if told and words[0] in {"status", "show"}:
                assert told in said, (words, said)


@pytest.mark.parametrize(
    "items", ["[{title: No id}]", "[{id: [a]}]", "[{id: ''}]", "[12]", "[~]", "[[[]]]", "{a: b}"]
)
def test_an_item_without_an_id_or_with_an_odd_one_is_told_with_its_line(odd_book: Path, items: str) -> None:
    raw = f"body: The Board\ndate: 2022-03-16\nitems: {items}\n".encode()
    with status(odd_book, MEETING_FILE, raw):
        looked_at(odd_book)
        assert "meeting.yaml" in ran(odd_book, "status")[1]


def test_a_chair_named_with_a_role_is_the_person(odd_book: Path) -> None:
    with status(odd_book, MEETING_FILE, good(MEETING_FILE) + b"chair: {name: Anna Poole, role: Mayor}\n"):
        (meeting,), problems = BookFiles(odd_book).meetings()
    assert meeting.chair == "Anna Poole"
    assert dict(meeting.extra) == {"chair": {"name": "Anna Poole", "role": "Mayor"}}
    assert problems == ()


@pytest.mark.parametrize(
    "words", [("show", "5"), ("log", "5"), ("check", "5"), ("approve", "5"), ("receipts",)]
)
def test_a_meeting_that_can_not_be_read_is_told_by_whoever_looks_for_what_is_in_it(
    odd_book: Path, words: tuple[str, ...]
) -> None:
    with status(odd_book, MEETING_FILE, good(MEETING_FILE) + b"x: &a 1\n"):
        said = ran(odd_book, *words)[1]
    assert f"{MEETING_FILE}, line 4: Anchors and aliases" in said


@given(st.data())
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@pytest.mark.parametrize("file", list(GOOD))
def test_no_shape_reaches_the_last_sentence(odd_book: Path, file: str, data: st.DataObject) -> None:
    with status(odd_book, file, data.draw(whole(file))):
        looked_at(odd_book)


@given(st.data())
@settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_an_act_leaves_every_file_as_it_was(odd_book: Path, data: st.DataObject) -> None:
    file = data.draw(st.sampled_from(list(GOOD)))
    with status(odd_book, file, data.draw(whole(file))):
        before = {path: path.read_bytes() for path in odd_book.rglob("*.*") if path.is_file()}
        said = ran(odd_book, "flag", "5", "--quote", "noted", "--kind", "wording", "--comment", "So?")[1]
        assert not [each for each in NOT_OURS if each in said], said
        assert {path: path.read_bytes() for path in before} == before
