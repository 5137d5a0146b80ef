import datetime as dt
import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from review_tui.adapters import durable_files
from review_tui.adapters.typing_journal import TypingFiles
from review_tui.application.ports import TypedText, TypingJournal
from review_tui.model.errors import Refusal

TYPING = TypedText(
    meeting="2022-03-16-board",
    item="05-annual-report",
    base="v1:" + "0" * 64,
    passage=3,
    original="October, 2020-September, 2022",
    words="October, 2020-September, 2021\u2028 caf\udce9 \x00",
    reason="The notes say 2021.",
    at=dt.datetime(2022, 3, 20, 10, 15, 2, 125, tzinfo=dt.UTC),
)


def journal(tmp_path: Path) -> TypingFiles:
    return TypingFiles(lambda: tmp_path / "git" / "review-tui" / "typing")


def only_file(tmp_path: Path) -> Path:
    (path,) = (tmp_path / "git" / "review-tui" / "typing").iterdir()
    return path


def test_what_was_typed_is_there_after_a_crash(tmp_path: Path) -> None:
    kept: TypingJournal = journal(tmp_path)
    kept.keep(TYPING)
    assert journal(tmp_path).left_over() == (TYPING,)


def test_only_the_newest_typing_of_an_item_is_kept_and_the_oldest_item_comes_first(tmp_path: Path) -> None:
    kept = journal(tmp_path)
    kept.keep(replace(TYPING, words="first"))
    other = replace(TYPING, item="06-loneliness", at=TYPING.at - dt.timedelta(days=1))
    kept.keep(other)
    kept.keep(TYPING)
    assert kept.left_over() == (other, TYPING)


def test_what_was_used_is_forgotten(tmp_path: Path) -> None:
    kept = journal(tmp_path)
    other = replace(TYPING, item="06-loneliness")
    kept.keep(TYPING)
    kept.keep(other)
    kept.forget(TYPING.meeting, TYPING.item, TYPING.purpose, TYPING.original)
    kept.forget(TYPING.meeting, TYPING.item, TYPING.purpose, TYPING.original)
    assert kept.left_over() == (other,)


def test_a_flag_being_written_does_not_push_out_an_amendment_put_aside(tmp_path: Path) -> None:
    kept = journal(tmp_path)
    flag = replace(TYPING, purpose="flag")
    kept.keep(TYPING)
    kept.keep(flag)
    assert set(kept.left_over()) == {TYPING, flag}
    kept.forget(flag.meeting, flag.item, "flag", flag.original)
    assert kept.left_over() == (TYPING,)


def test_nothing_was_typed_where_there_is_no_folder(tmp_path: Path) -> None:
    kept = journal(tmp_path)
    assert kept.left_over() == ()
    kept.forget("a", "b", "amend", "c")
    assert list(tmp_path.iterdir()) == []


def test_meetings_and_items_that_run_together_are_kept_apart(tmp_path: Path) -> None:
    kept = journal(tmp_path)
    kept.keep(replace(TYPING, meeting="ab", item="c"))
    kept.keep(replace(TYPING, meeting="a", item="bc"))
    assert len(kept.left_over()) == 2


@pytest.mark.parametrize("item", ["../../../evil", "/etc/passwd", "a\0b", "x" * 5000, "\udce9", ""])
def test_no_name_leads_out_of_the_folder(tmp_path: Path, item: str) -> None:
    kept = journal(tmp_path)
    kept.keep(replace(TYPING, item=item))
    assert kept.left_over() == (replace(TYPING, item=item),)
    assert [p.suffix for p in tmp_path.rglob("*") if p.is_file()] == [".json"]
    assert only_file(tmp_path).is_file()


def test_only_its_owner_may_read_what_is_being_typed(tmp_path: Path) -> None:
    kept = journal(tmp_path)
    before = os.umask(0)
    try:
        kept.keep(TYPING)
        kept.keep(TYPING)
    finally:
        os.umask(before)
    path = only_file(tmp_path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_what_is_kept_is_written_durably(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[Path] = []

    def replacing(path: Path, data: bytes) -> None:
        written.append(path)
        real(path, data)

    real = durable_files.replace
    monkeypatch.setattr(durable_files, "replace", replacing)
    journal(tmp_path).keep(TYPING)
    assert written == [only_file(tmp_path)]


@pytest.mark.parametrize(
    "raw",
    [
        b"{",
        b"\xff",
        b"[]",
        b"{}",
        b"[" * 100_000,
        (
            b'{"meeting": "m", "item": "i", "base": "", "passage": "3", "original": "", "words": "w",'
            b' "reason": "", "at": "2022-03-20T10:15:02+00:00"}'
        ),
        (
            b'{"meeting": "m", "item": "i", "base": "", "passage": 3, "original": "", "words": "w",'
            b' "reason": "", "at": "2022-03-20T10:15:02"}'
        ),
    ],
    ids=["cut off", "bytes", "a list", "empty", "deep", "a passage in words", "no time zone"],
)
def test_what_is_broken_is_put_aside_and_hides_nothing(tmp_path: Path, raw: bytes) -> None:
    kept = journal(tmp_path)
    kept.keep(replace(TYPING, item="06-loneliness"))
    broken = only_file(tmp_path)
    broken.write_bytes(raw)
    kept.keep(TYPING)
    assert kept.left_over() == (TYPING,)
    aside = [path for path in broken.parent.iterdir() if path.name.endswith(".broken")]
    assert [path.read_bytes() for path in aside] == [raw]
    assert kept.left_over() == (TYPING,)


def test_a_file_made_but_never_filled_is_no_typing(tmp_path: Path) -> None:
    kept = journal(tmp_path)
    kept.keep(TYPING)
    only_file(tmp_path).write_bytes(b"")
    assert kept.left_over() == ()
    assert only_file(tmp_path).suffix == ".json"


def test_links_and_folders_in_the_way_are_left_alone(tmp_path: Path) -> None:
    kept = journal(tmp_path)
    kept.keep(TYPING)
    path = only_file(tmp_path)
    path.rename(tmp_path / "outside.json")
    path.symlink_to(tmp_path / "outside.json")
    (path.parent / "folder.json").mkdir()
    assert kept.left_over() == ()
    with pytest.raises(Refusal, match="can't be kept safe from a crash"):
        kept.keep(TYPING)
    assert (tmp_path / "outside.json").exists()


def test_a_disk_that_takes_nothing_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "git").write_text("a file in the way")
    with pytest.raises(Refusal, match="can't be kept safe from a crash"):
        journal(tmp_path).keep(TYPING)
