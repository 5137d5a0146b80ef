"""Every committed version of a file, who wrote it, and the tags."""

from pathlib import Path

import pytest

from review_tui.adapters.git import GitHistory
from review_tui.adapters.git.runner import GitResult, GitRunner
from review_tui.application.ports import Version
from review_tui.model.errors import Refusal
from review_tui.model.people import Reviewer
from review_tui.model.text import digest
from tests import one_file
from tests.adapters.real_book import FIRST, ITEM, MINUTES, RealBook

SECOND = FIRST + b"It was agreed.\n"
FLAG = f"{ITEM}/acts/flag.yaml"


def told(book: RealBook, path: str = MINUTES) -> list[tuple[str, bytes | None]]:
    return [(version.entry.subject, version.content) for version in book.history.versions(path)]


def merge(book: RealBook, words: bytes | None, *, subject: str = "Merge") -> None:
    """Merge "side" into "main", with ``words`` as the minutes, or ours as they are for ``None``."""
    book.git("merge", "--quiet", "--no-commit", "--no-ff", "-s", "ours", "side")
    if words is not None:
        book.put(MINUTES, words)
    book.commit_all(subject)


def test_every_version_is_told_newest_first_with_its_entry(book: RealBook) -> None:
    book.amend(SECOND, message="Amend item 5: say it\n\nThe notes do.\n\nItem: 05")
    book.amend(b"act: flag\n", None, FLAG)
    book.amend(b"third \xff\n", SECOND, message="Third")
    assert told(book) == [("Third", b"third \xff\n"), ("Amend item 5: say it", SECOND), ("Start", FIRST)]
    assert [v.entry for v in book.history.versions(MINUTES)] == list(book.history.log([MINUTES]))
    assert told(book, FLAG) == [("Amend", b"act: flag\n")]


def test_a_file_taken_away_and_put_back_has_a_version_for_each(book: RealBook) -> None:
    book.amend(None, FIRST, message="Away")
    book.amend(FIRST, None, message="Back")
    assert told(book) == [("Back", FIRST), ("Away", None), ("Start", FIRST)]


def test_a_link_in_its_place_is_no_version_of_the_words(book: RealBook) -> None:
    (book.book / MINUTES).unlink()
    (book.book / MINUTES).symlink_to("elsewhere")
    book.commit_all("Link")
    assert told(book) == [("Link", None), ("Start", FIRST)]


def test_both_sides_of_a_merge_are_told_but_not_the_merge_that_took_one_of_them(book: RealBook) -> None:
    book.git("switch", "--quiet", "-c", "side")
    book.amend(SECOND, message="Side")
    book.git("switch", "--quiet", "main")
    book.amend(b"ours\n", message="Ours")
    merge(book, None)
    assert sorted(told(book)) == [("Ours", b"ours\n"), ("Side", SECOND), ("Start", FIRST)]
    assert told(book)[-1] == ("Start", FIRST)


def test_a_merge_with_words_of_its_own_is_a_version(book: RealBook) -> None:
    book.git("switch", "--quiet", "-c", "side")
    book.amend(SECOND, message="Side")
    book.git("switch", "--quiet", "main")
    book.amend(b"ours\n", message="Ours")
    merge(book, b"both\n", subject="Put together")
    assert told(book)[0] == ("Put together", b"both\n")
    assert len(told(book)) == 4
    book.amend(b"after\n", b"both\n", message="After")
    assert [subject for subject, _ in told(book)][:2] == ["After", "Put together"]


def test_a_merge_of_many_branches_is_read_too(book: RealBook) -> None:
    for name in ("one", "two", "three"):
        book.git("switch", "--quiet", "-c", name, "main")
        book.amend(b"x", None, f"acts/{name}.yaml", name)
    book.git("switch", "--quiet", "main")
    book.git("merge", "--quiet", "--no-commit", "one", "two", "three")
    book.put(MINUTES, SECOND)
    book.commit_all("Octopus")
    assert told(book) == [("Octopus", SECOND), ("Start", FIRST)]
    assert told(book, "acts/two.yaml") == [("two", b"x")]


def test_no_version_comes_before_one_built_on_it_whatever_the_clocks_say(
    book: RealBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    def amend_in(year: str, words: bytes, old: bytes) -> None:
        monkeypatch.setenv("GIT_COMMITTER_DATE", f"{year}-01-01T00:00:00Z")
        book.amend(words, old, message=year)

    amend_in("2029", b"ground\n", FIRST)
    book.git("switch", "--quiet", "-c", "side")
    amend_in("2010", b"slow clock\n", b"ground\n")
    book.git("switch", "--quiet", "main")
    amend_in("2030", b"fast clock\n", b"ground\n")
    merge(book, b"both\n")
    assert [subject for subject, _ in told(book)] == ["Merge", "2030", "2010", "2029", "Start"]


def made_from(book: RealBook) -> dict[str, list[str]]:
    found = book.history.versions(MINUTES)
    names = {version.entry.id: version.entry.subject for version in found}
    return {v.entry.subject: [names[parent] for parent in v.parents] for v in found}


def test_each_version_says_what_it_was_made_from(book: RealBook) -> None:
    book.git("switch", "--quiet", "-c", "side")
    book.amend(SECOND, message="Side")
    book.git("switch", "--quiet", "main")
    book.amend(b"ours\n", message="Ours")
    book.put("elsewhere.txt", b"x")
    book.commit_all("Elsewhere")
    merge(book, b"both\n")
    book.amend(None, b"both\n", message="Away")
    book.amend(b"after\n", None, message="After")
    assert made_from(book) == {
        "After": ["Away"],
        "Away": ["Merge"],
        "Merge": ["Ours", "Side"],
        "Ours": ["Start"],
        "Side": ["Start"],
        "Start": [],
    }


def test_what_comes_after_a_merge_that_took_one_side_was_made_from_that_side(book: RealBook) -> None:
    book.git("switch", "--quiet", "-c", "side")
    book.amend(SECOND, message="Side")
    book.git("switch", "--quiet", "main")
    book.amend(b"ours\n", message="Ours")
    merge(book, None)
    book.amend(b"after\n", b"ours\n", message="After")
    assert made_from(book)["After"] == ["Ours"]


def test_a_merge_that_brings_the_work_of_one_side_alone_is_that_sides(book: RealBook) -> None:
    book.git("switch", "--quiet", "-c", "side")
    book.amend(SECOND, message="Side")
    book.git("switch", "--quiet", "main")
    book.put("elsewhere.txt", b"x")
    book.commit_all("Elsewhere")
    book.git("merge", "--quiet", "--no-edit", "side")
    book.amend(b"after\n", SECOND, message="After")
    assert made_from(book) == {"After": ["Side"], "Side": ["Start"], "Start": []}


def test_line_ends_are_told_as_the_work_tree_has_them(book: RealBook) -> None:
    (book.top / ".gitattributes").write_text("*.md text eol=crlf\n", encoding="ascii")
    for path in (MINUTES, "odd\nname.md", " begins with a space.md"):
        words = [b"a\r\nb\r\n", b"end-x missing\r\n", b"", b"no line end", b"\r\n\r\n"]
        for old, new in zip([FIRST if path == MINUTES else None, *words], words, strict=False):
            book.amend(new, old, path)
        assert [content for _, content in told(book, path)][: len(words)] == words[::-1]
    assert book.git("cat-file", "blob", f"HEAD~4:drafts/{MINUTES}").count("\r") == 0


def test_attributes_that_convert_nothing_cost_nothing(
    book: RealBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    (book.top / ".gitattributes").write_text("# text\n*.md diff=markdown -whitespace\n", encoding="ascii")
    seen: list[str] = []
    read = GitRunner.read

    def watched(self: GitRunner, *args: str, **more: object) -> GitResult:
        seen.append(args[0])
        return read(self, *args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(GitRunner, "read", watched)
    assert told(book) == [("Start", FIRST)]
    assert "cat-file" not in seen


def test_looking_runs_no_filter_of_the_repository(book: RealBook, tmp_path: Path) -> None:
    (book.top / ".gitattributes").write_text("*.md filter=evil diff=evil\n", encoding="ascii")
    book.commit_all("Attributes")
    for name in ("filter.evil.smudge", "filter.evil.process", "diff.evil.textconv", "diff.external"):
        book.git("config", name, f"touch {tmp_path}/ran; cat")
    book.git("config", "filter.evil.required", "true")
    assert told(book) == [("Start", FIRST)]
    assert book.history.changes("HEAD^")[0].new == FIRST
    assert not (tmp_path / "ran").exists()


def test_there_are_no_versions_of_what_never_was(book: RealBook, tmp_path: Path) -> None:
    assert book.history.versions("none/such.md") == ()
    assert book.history.versions(ITEM) == ()
    with pytest.raises(Refusal):
        book.history.versions("../other.txt")
    with GitHistory(tmp_path / "nowhere") as history:
        assert (history.versions(MINUTES), history.tags("")) == ((), ())


def test_replaced_commits_are_not_believed(book: RealBook) -> None:
    book.amend(SECOND, message="Real")
    fake = book.git("commit-tree", "-m", "FAKE", "HEAD^{tree}").strip()
    book.git("replace", book.tip(), fake)
    assert told(book) == [("Real", SECOND), ("Start", FIRST)]


@pytest.mark.parametrize(
    ("name", "email"),
    [
        ("Zoë Łukasz 李雷 🐦", "zoë@example.org"),
        ("J. O'Neill-Smith, Esq.", "j+minutes@example.org"),
        ("tab\tand\x1b[31mred\x07", "x\x1b@example.org"),
        ("%an %H %x00", "100%@example.org"),
        ("a\u2028b\x85c\x1fd\x1ee", "no-at-sign"),
        ("\udcff\udce9 not UTF-8", "x@example.org"),
        ("commit " + "0" * 40, ":100644@example.org"),
    ],
)
def test_odd_names_come_through_letter_for_letter(book: RealBook, name: str, email: str) -> None:
    raw = f"tree {book.git('rev-parse', 'HEAD^{tree}').strip()}\nparent {book.tip()}\n"
    raw += f"author {name} <{email}> 1647856502 +0530\ncommitter {name} <{email}> 1647856502 +0530\n\nOdd\n"
    changed = book.put(MINUTES, SECOND)
    book.git("add", str(changed))
    tree = book.git("write-tree").strip()
    raw = raw.replace(raw.split("\n", 1)[0], f"tree {tree}", 1)
    made = book.git(
        *("hash-object", "-w", "-t", "commit", "--literally", "--stdin"),
        data=raw.encode("utf-8", "surrogateescape"),
    ).strip()
    book.git("update-ref", "refs/heads/main", made)
    [version, first] = book.history.versions(MINUTES)
    assert version == Version(book.history.log([], 1)[0], SECOND, (first.entry.id,))
    assert (version.entry.by, version.entry.subject) == (Reviewer(name, email), "Odd")
    assert version.entry.at.isoformat() == "2022-03-21T15:25:02+05:30"


def test_a_commit_in_another_encoding_is_read_in_it(book: RealBook) -> None:
    changed = book.put(MINUTES, SECOND)
    book.git("add", str(changed))
    head = f"tree {book.git('write-tree').strip()}\nparent {book.tip()}\n"
    who = "J\xfcrgen <j@example.org> 1647856502 +0000"
    raw = f"{head}author {who}\ncommitter {who}\nencoding ISO-8859-1\n\n"
    raw += "Gr\xfc\xdfe\n\nF\xfcr alle.\n\nItem: f\xfcnf\n"
    made = book.git("hash-object", "-w", "-t", "commit", "--stdin", data=raw.encode("latin-1")).strip()
    book.git("update-ref", "refs/heads/main", made)
    [entry, _] = [version.entry for version in book.history.versions(MINUTES)]
    assert (entry.by.name, entry.subject, entry.reason) == ("Jürgen", "Grüße", "Für alle.")
    assert entry.trailers == (("Item", "fünf"),)


def test_a_message_that_looks_like_gits_own_lines_is_only_a_message(book: RealBook) -> None:
    line = f":100644 100644 {'0' * 40} {'1' * 40} M"
    book.amend(SECOND, message=f"{line}\n\n{line}\n{MINUTES}\n\nItem: {line}")
    book.amend(b"third\n", SECOND, message=":")
    assert [content for _, content in told(book)] == [b"third\n", SECOND, FIRST]
    assert told(book)[1][0] == line


def test_only_annotated_tags_that_stand_on_commits_are_told(book: RealBook) -> None:
    first = book.tip()
    book.amend(SECOND)
    book.git("tag", "minutes/light")
    book.git("tag", "-a", "-m", "Signed", "minutes/b", first)
    book.git("tag", "-a", "-m", "Signed", "minutes/a")
    book.git("tag", "-a", "-m", "Signed", "other")
    book.git("tag", "-a", "-m", "A file", "minutes/file", "HEAD:other.txt")
    assert book.history.tags("minutes/") == (("minutes/a", book.tip()), ("minutes/b", first))
    assert [name for name, _ in book.history.tags("")] == ["minutes/a", "minutes/b", "other"]
    assert book.history.tags("minutes/*") == book.history.tags("--format") == ()


def test_a_tag_copied_under_a_false_name_is_not_believed(book: RealBook) -> None:
    book.git("tag", "-a", "-m", "Signed", "minutes/january")
    book.git("update-ref", "refs/tags/minutes/february", "refs/tags/minutes/january")
    assert [name for name, _ in book.history.tags("minutes/")] == ["minutes/january"]


def test_tags_kept_in_packs_are_told(book: RealBook) -> None:
    book.git("tag", "-a", "-m", "Signed", "minutes/a")
    book.git("pack-refs", "--all")
    assert book.history.tags("minutes/") == (("minutes/a", book.tip()),)
    with pytest.raises(Refusal, match="already"):
        book.tagged("minutes/a", FLAG)


def test_many_flags_ask_for_texts_of_an_item_and_git_lists_them_once(
    book: RealBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    book.amend(SECOND)
    seen: list[str] = []
    read = GitRunner.read

    def watched(self: GitRunner, *args: str, **more: object) -> GitResult:
        seen.append(args[0])
        return read(self, *args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(GitRunner, "read", watched)
    for _ in range(2):
        assert book.history.text_with_digest(MINUTES, digest(FIRST.decode())) == FIRST.decode()
        assert book.history.text_with_digest(MINUTES, digest(SECOND.decode())) == SECOND.decode()
        assert book.history.text_with_digest(MINUTES, digest("third\n")) is None
    assert seen.count("log") == 1
    book.amend(b"third\n", SECOND)
    assert book.history.text_with_digest(MINUTES, digest("third\n")) == "third\n"


def test_the_whole_log_tells_nothing_before_what_was_built_on_it(
    book: RealBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    def amend_in(year: str, words: bytes, old: bytes | None, path: str = MINUTES) -> None:
        monkeypatch.setenv("GIT_COMMITTER_DATE", f"{year}-01-01T00:00:00Z")
        book.amend(words, old, path, message=year)

    amend_in("2029", b"ground\n", FIRST)
    book.git("switch", "--quiet", "-c", "side")
    amend_in("2010", FIRST, b"ground\n")
    book.git("switch", "--quiet", "main")
    amend_in("2030", b"x", None, FLAG)
    book.git("merge", "--quiet", "--no-edit", "side")
    told_of = [entry.subject for entry in book.history.log([""])]
    assert told_of.index("2010") < told_of.index("2029")


def test_a_file_is_followed_to_its_earlier_name_though_other_contents_are_not_on_this_computer(
    tmp_path: Path,
) -> None:
    file = one_file.make(tmp_path)
    (tmp_path / "old.bin").write_bytes(b"slides\n" * 99)
    one_file.commit(tmp_path, "Slides")
    file.write_bytes(file.read_bytes().replace(b"There were none.", b"There was one."))
    file.rename(file.with_name("board.md"))
    (tmp_path / "old.bin").rename(tmp_path / "new.bin")
    (tmp_path / "new.bin").write_bytes(b"slidez\n" * 99)
    one_file.commit(tmp_path, "Rename")
    lacking = one_file.git(tmp_path, "rev-parse", "HEAD:new.bin").strip()
    (tmp_path / ".git" / "objects" / lacking[:2] / lacking[2:]).unlink()
    (tmp_path / "new.bin").unlink()
    with GitHistory(file.parent) as history:
        versions = history.followed("board.md").versions
    assert [version.path for version in versions] == ["meetings/board.md", f"meetings/{one_file.NAME}"]
