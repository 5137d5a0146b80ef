"""The cache: what is kept is given back whole or not at all, and nothing ever rests on it."""

import os
import sqlite3
import threading
from pathlib import Path

import pytest

import review_tui
from review_tui.adapters import result_cache
from review_tui.adapters.result_cache import CacheFile
from tests.waiting import wait_until


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "answers.sqlite"


def kept(path: Path, limit: int = result_cache.LIMIT) -> CacheFile:
    """A cache that holds one answer."""
    cache = CacheFile(path, limit)
    cache.put("key", ["a", 1, {"b": None}, "\udce9"])
    cache.close()
    return CacheFile(path, limit)


def test_what_was_kept_is_there_for_the_next_session(path: Path) -> None:
    cache = kept(path)
    assert cache.get("key") == ["a", 1, {"b": None}, "\udce9"]
    assert cache.get("another") is None


def test_only_its_owner_can_read_it(path: Path) -> None:
    kept(path)
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0


def test_another_version_of_the_program_is_given_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = kept(path)
    monkeypatch.setattr(result_cache, "program", lambda: "another")
    assert cache.get("key") is None


def test_a_program_whose_source_was_changed_is_another_whatever_its_size_and_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "program"
    for name, source in (("checks/votes.py", "LIMIT = 1"), ("tui/app.py", "WIDTH = 1")):
        (root / name).parent.mkdir(parents=True)
        (root / name).write_text(source, encoding="utf-8")
    monkeypatch.setattr(review_tui, "__file__", str(root / "__init__.py"))

    def touched(file: Path) -> os.stat_result:
        file.write_bytes(b"")
        return file.stat()

    def change(name: str) -> str:
        about = (root / name).stat()
        # Times are kept to some milliseconds; nobody edits and runs the program within them.
        wait_until(lambda: touched(tmp_path / "probe").st_ctime_ns > about.st_ctime_ns, "no time passes")
        (root / name).write_text(
            (root / name).read_text(encoding="utf-8").replace("1", "2"), encoding="utf-8"
        )
        os.utime(root / name, ns=(about.st_atime_ns, about.st_mtime_ns))
        return result_cache.program.__wrapped__()

    before = result_cache.program.__wrapped__()
    assert result_cache.program.__wrapped__() == before
    assert change("tui/app.py") == before
    assert change("checks/votes.py") != before


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE answers SET value = CAST('[]' AS BLOB)",
        "UPDATE answers SET sum = value",
        "UPDATE answers SET value = 7, used = 'x'",
        "DROP TABLE answers",
        "DROP TABLE answers; CREATE TABLE answers (key)",
    ],
)
def test_an_altered_answer_is_none_and_is_kept_anew(path: Path, harm: str) -> None:
    kept(path).close()
    with sqlite3.connect(path) as database:
        database.executescript(harm)
    database.close()
    assert CacheFile(path).get("key") is None
    CacheFile(path).put("key", "b")
    again = CacheFile(path)
    again.put("key", "b")
    assert again.get("key") == "b" or "CREATE" in harm


@pytest.mark.parametrize("raw", [b"", b"nonsense " * 900, b"SQLite format 3\0" + b"\xff" * 9_000])
def test_a_broken_file_is_made_anew(path: Path, raw: bytes) -> None:
    kept(path).close()
    path.write_bytes(raw)
    assert CacheFile(path).get("key") is None
    CacheFile(path).put("key", "b")
    assert CacheFile(path).get("key") == "b"


def test_links_are_not_followed(path: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(b"")
    path.parent.mkdir()
    path.symlink_to(elsewhere)
    cache = CacheFile(path)
    cache.put("key", "a")
    assert cache.get("key") is None
    assert elsewhere.read_bytes() == b""


def test_where_nothing_can_be_written_nothing_is_kept_and_nothing_fails(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    cache = CacheFile(tmp_path / "file" / "answers.sqlite")
    cache.put("key", "a")
    assert cache.get("key") is None


def test_while_another_process_holds_it_there_is_nothing_and_nothing_fails(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(result_cache, "_WAIT", 0.01)
    kept(path).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    cache = CacheFile(path)
    cache.put("key", "b")
    assert cache.get("key") is None
    other.close()
    assert CacheFile(path).get("key") == ["a", 1, {"b": None}, "\udce9"]


def test_several_threads_may_ask_at_once(path: Path) -> None:
    cache = CacheFile(path)
    wrong: list[object] = []

    def work(number: int) -> None:
        for each in range(20):
            cache.put(f"{number}-{each}", each)
            wrong.extend(x for x in [cache.get(f"{number}-{each}")] if x != each)

    threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_what_was_not_asked_for_the_longest_makes_room(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for day in range(20):
        monkeypatch.setattr(result_cache, "_today", lambda day=day: day)
        cache = CacheFile(path, limit=2_000)
        cache.put(f"{day}", "x" * 200)
        cache.close()
    found = [day for day in range(20) if CacheFile(path, 2_000).get(f"{day}")]
    assert found
    assert found == list(range(found[0], 20))
    assert 300 * len(found) <= 2_000


def test_what_is_larger_than_all_room_is_not_kept(path: Path) -> None:
    cache = CacheFile(path, limit=1_000)
    cache.put("key", "x" * 2_000)
    assert cache.get("key") is None
