from pathlib import Path

from review_tui.adapters.crash_report import write_crash_report


def fault() -> BaseException:
    words = ["from the minutes", "secret"]
    try:
        int(" ".join(words))
    except ValueError as error:
        return error
    return AssertionError()


def test_a_mishap_is_told_in_a_sentence_and_described_in_a_file(tmp_path: Path) -> None:
    sentence = write_crash_report(fault(), tmp_path / "mishaps")
    (kept,) = (tmp_path / "mishaps").iterdir()
    assert str(kept) in sentence
    assert "Traceback" not in sentence
    words = kept.read_text(encoding="utf-8")
    assert "ValueError" in words
    assert "in fault" in words
    assert "from the minutes secret" not in words


def test_a_mishap_is_told_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "went wrong" in write_crash_report(fault(), tmp_path / "file" / "mishaps")
