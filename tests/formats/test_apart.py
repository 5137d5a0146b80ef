"""Documents read in a process of their own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from review_tui.formats import apart, worker
from review_tui.formats.apart import read_apart
from review_tui.formats.refused import NotRead
from tests.formats.documents import docx, paragraph, pdf, pdf_of, printed, stream


@pytest.mark.parametrize(
    ("how", "raw", "text"),
    [
        ("docx", docx(paragraph("Noted – £5.")), "Noted – £5.\n"),
        ("html", "<meta charset=windows-1252><p>Noted – £5.".encode("cp1252"), "Noted – £5.\n"),
        ("html", "<meta charset=euc-jp><p>議事録".encode("euc-jp"), "議事録\n"),
        ("html", "<p>lone \\ud800 é".encode("utf-16"), "lone \\ud800 é\n"),
        ("pdf", pdf(printed("Noted – £5.")), "Noted – £5.\n"),
    ],
    ids=["docx", "html of Windows", "html of Japan", "html marked", "pdf"],
)
def test_the_answer_is_the_text(how: str, raw: bytes, text: str) -> None:
    assert read_apart(how, raw) == (text, ())


def test_it_reads_the_same_from_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('the wrong json')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert read_apart("docx", docx(paragraph("x"))) == ("x\n", ())


def test_a_refusal_comes_back_in_its_words() -> None:
    with pytest.raises(NotRead, match="This is no PDF"):
        read_apart("pdf", b"GIF89a")


def bomb() -> bytes:
    """A stream that unpacks without end."""
    return pdf(stream(b" " * 170_000_000, packed=True))


def circle() -> bytes:
    """A drawing that draws itself, twice."""
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>/Length"
    return pdf_of(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>",
            stream(b"/X Do"),
            stream(b"/X Do /X Do").replace(b"/Length", form, 1),
        ]
    )


@pytest.mark.parametrize("made", [bomb, circle])
def test_what_would_take_all_memory_is_ended(made: Callable[[], bytes]) -> None:
    with pytest.raises(NotRead, match=r"made to do harm|more memory|longer to read|no words|nothing on"):
        read_apart("pdf", made())


def started_as(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have ``code`` run where the worker would."""
    monkeypatch.setattr(apart, "_START", code)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("import time; time.sleep(60)", "takes longer to read"),
        ("import os; os.kill(os.getpid(), 9)", "takes longer to read"),
        ("import os; os.abort()", "can't be read safely"),
        ("print('x' * 5_000)", "can't be read safely"),
        ("print('[' * 5_000)", "can't be read safely"),
        ('print(\'{"text": 3, "problems": []}\')', "can't be read safely"),
        ('print(\'{"text": null, "problems": []}\')', "can't be read safely"),
        ("1 / 0", "can't be read safely"),
    ],
)
def test_a_process_that_fails_or_hangs_gives_a_sentence(
    code: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    started_as(code, monkeypatch)
    monkeypatch.setattr(apart, "_SECONDS", 0.3 if "sleep" in code else 60.0)
    monkeypatch.setattr(apart, "_ANSWER_BYTES", 10_000)
    with pytest.raises(NotRead, match=said):
        read_apart("docx", b"x" * 1_000_000)


def test_an_answer_without_end_is_cut_short(monkeypatch: pytest.MonkeyPatch) -> None:
    started_as("while True: print('x' * 9_999)", monkeypatch)
    monkeypatch.setattr(apart, "_ANSWER_BYTES", 100_000)
    with pytest.raises(NotRead):
        read_apart("docx", b"")


def test_without_a_second_process_there_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(NotRead, match="No second process can be started"):
        read_apart("docx", b"")


def answered_apart(prepare: str) -> dict[str, object]:
    """What the worker answers when reading is this expression, in a process of its own."""
    steps = f"worker._KINDS['x'] = lambda: worker.Steps({prepare})"
    code = f"from review_tui.formats import worker\n{steps}\nworker.main('x')"
    done = subprocess.run([sys.executable, "-c", code], input=b"doc", capture_output=True, check=True)
    return dict(json.loads(done.stdout))


@pytest.mark.skipif(sys.platform != "linux", reason="limits are the system's, and other systems know fewer")
@pytest.mark.parametrize(
    "deed",
    [
        "open('/etc/passwd').read()",
        "open('/dev/null', 'w')",
        "__import__('socket').socket()",
        "__import__('subprocess').check_output(['true'])",
    ],
)
def test_behind_shut_doors_nothing_can_be_opened(deed: str) -> None:
    assert answered_apart(f"lambda raw: lambda: (str({deed}), ())") == {
        "text": None,
        "problems": [worker.BROKEN],
    }


@pytest.mark.skipif(sys.platform != "linux", reason="as above")
def test_memory_is_limited() -> None:
    answer = answered_apart("lambda raw: lambda: (str(len(bytearray(200_000_000))), ())")
    assert answer == {"text": None, "problems": [worker.TOO_MUCH]}


@pytest.mark.skipif(sys.platform != "linux", reason="as above")
def test_time_is_limited() -> None:
    code = "from review_tui.formats import worker; worker._limit('RLIMIT_CPU', 1)\nwhile True: pass"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, env={**os.environ})
    assert done.returncode in apart._BY_TIME
