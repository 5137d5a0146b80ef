import errno
import os
import stat
from pathlib import Path

import pytest

from review_tui.adapters import durable_files


def test_a_new_file_holds_the_bytes_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    durable_files.write_new(tmp_path / "act.yaml", b"act: flag\r\n\x00")
    assert (tmp_path / "act.yaml").read_bytes() == b"act: flag\r\n\x00"
    assert [p.name for p in tmp_path.iterdir()] == ["act.yaml"]


def test_a_new_file_never_overwrites_one_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(FileExistsError):
        durable_files.write_new(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


def test_a_new_file_is_not_written_through_a_dangling_link(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FileExistsError):
        durable_files.write_new(tmp_path / "a", b"new")
    assert not (tmp_path / "elsewhere").exists()


def test_a_disk_without_hard_links_still_takes_new_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", no_links)
    durable_files.write_new(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"new"
    with pytest.raises(FileExistsError):
        durable_files.write_new(tmp_path / "a", b"newer")
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


def test_replacing_keeps_the_mode(tmp_path: Path) -> None:
    target = tmp_path / "minutes.md"
    target.write_bytes(b"old")
    target.chmod(0o640)
    durable_files.replace(target, b"new")
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert [p.name for p in tmp_path.iterdir()] == ["minutes.md"]


def test_replacing_makes_the_file_when_there_is_none(tmp_path: Path) -> None:
    durable_files.replace(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"new"


def test_a_link_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with pytest.raises(OSError, match="plain file"):
        durable_files.replace(tmp_path / "link", b"new")
    assert (tmp_path / "real").read_bytes() == b"old"
    assert (tmp_path / "link").is_symlink()


def test_a_prepared_file_that_is_no_longer_right_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    prepared = durable_files.prepare(tmp_path / "a", b"new", is_new=False)
    assert not prepared.put(lambda: False)
    assert (tmp_path / "a").read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


def test_a_full_disk_leaves_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        durable_files.replace(tmp_path / "a", b"new")
    with pytest.raises(OSError, match="No space"):
        durable_files.write_new(tmp_path / "b", b"new")
    assert (tmp_path / "a").read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


def test_the_bytes_reach_the_disk_before_the_name_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    fsync, rename = os.fsync, Path.replace

    def seen_fsync(descriptor: int) -> None:
        is_folder = stat.S_ISDIR(os.fstat(descriptor).st_mode)
        steps.append("flush folder" if is_folder else "flush file")
        fsync(descriptor)

    def seen_rename(self: Path, target: Path) -> Path:
        steps.append("name")
        return rename(self, target)

    monkeypatch.setattr(os, "fsync", seen_fsync)
    monkeypatch.setattr(Path, "replace", seen_rename)
    durable_files.replace(tmp_path / "a", b"new")
    assert steps == ["flush file", "name", "flush folder"]


def test_short_writes_are_carried_on_to_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, data[:3]))
    durable_files.write_new(tmp_path / "a", b"0123456789")
    assert (tmp_path / "a").read_bytes() == b"0123456789"


def test_missing_folders_are_made_and_present_ones_left(tmp_path: Path) -> None:
    durable_files.make_folder(tmp_path / "a" / "b" / "c")
    durable_files.make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b" / "c").is_dir()


def test_removing_what_is_not_there_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    durable_files.remove(tmp_path / "a")
    durable_files.remove(tmp_path / "a")
    assert not list(tmp_path.iterdir())
