"""Documents read in a process of their own."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import review_tui
from review_tui.adapters.importers import sandbox, worker
from review_tui.adapters.importers.errors import UnreadableDocument
from review_tui.adapters.importers.sandbox import read_in_subprocess
from tests.adapters.importers.documents import docx, paragraph, pdf, pdf_of, printed, stream


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
    assert read_in_subprocess(how, raw) == (text, ())


def test_it_reads_the_same_from_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('the wrong json')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert read_in_subprocess("docx", docx(paragraph("x"))) == ("x\n", ())


def test_the_worker_runs_the_very_code_of_its_parent(tmp_path: Path) -> None:
    """Another review-tui lies where libraries are found, and the program runs from a place of its own."""
    other = tmp_path / "other" / "review_tui"
    other.mkdir(parents=True)
    (other / "__init__.py").write_text("raise SystemExit('the wrong review_tui')", encoding="ascii")
    mine = tmp_path / "mine"
    shutil.copytree(Path(review_tui.__file__).parent, mine / "review_tui")
    with (mine / "review_tui/adapters/importers/docx_text.py").open("a", encoding="ascii") as file:
        file.write("\n\ndef docx_text(raw):\n    return 'read by mine', ()\n")
    code = (
        f"import sys; sys.path.insert(0, {str(mine)!r}); sys.path.append({str(other.parent)!r})\n"
        "from review_tui.adapters.importers import sandbox; print(sandbox.read_in_subprocess('docx', b'')[0])"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", code], cwd=other.parent, capture_output=True, check=False
    )
    assert (done.stdout, done.stderr) == (b"read by mine\n", b"")


def test_libraries_that_only_the_parent_was_told_of_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "only_here.py").write_text("SAID = 'found'", encoding="ascii")
    monkeypatch.syspath_prepend(str(tmp_path))
    tail = "from review_tui.adapters.importers.worker import main\nmain(sys.argv[1])\n"
    code = sandbox._BOOTSTRAP.replace(
        tail, "import only_here\nprint(json.dumps({'text': only_here.SAID, 'problems': []}))"
    )
    started_as(code, monkeypatch)
    assert read_in_subprocess("docx", b"") == ("found", ())


@pytest.mark.parametrize(
    ("deed", "said"),
    [
        ("worker.no_such_name", worker.BROKEN),  # in this test's own code, as in a library's
        ("worker._read_wrongly()", worker.OUR_FAULT),
        ("int('x')", worker.BROKEN),
        ("__import__('zipfile').ZipFile(__import__('io').BytesIO(raw))", worker.BROKEN),
    ],
)
def test_a_mistake_of_ours_is_told_apart_from_a_broken_document(deed: str, said: str) -> None:
    bug = "exec('def _read_wrongly(): return None.text', vars(worker))"
    answer = answered_apart(f"lambda raw: lambda: (str({deed}), ())", first=bug)
    assert answer == {"text": None, "problems": [said]}


def test_a_refusal_comes_back_in_its_words() -> None:
    with pytest.raises(UnreadableDocument, match="This is no PDF"):
        read_in_subprocess("pdf", b"GIF89a")


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
    with pytest.raises(
        UnreadableDocument, match=r"made to do harm|more memory|longer to read|no words|nothing on"
    ):
        read_in_subprocess("pdf", made())


def started_as(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have ``code`` run where the worker would."""
    monkeypatch.setattr(sandbox, "_BOOTSTRAP", code)


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
        ("1 / 0", "review-tui itself failed"),
    ],
)
def test_a_process_that_fails_or_hangs_gives_a_sentence(
    code: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    started_as(code, monkeypatch)
    monkeypatch.setattr(sandbox, "_TIMEOUT", 0.3 if "sleep" in code else 60.0)
    monkeypatch.setattr(sandbox, "_MAX_ANSWER_BYTES", 10_000)
    with pytest.raises(UnreadableDocument, match=said):
        read_in_subprocess("docx", b"x" * 1_000_000)


def test_an_answer_without_end_is_cut_short(monkeypatch: pytest.MonkeyPatch) -> None:
    started_as("while True: print('x' * 9_999)", monkeypatch)
    monkeypatch.setattr(sandbox, "_MAX_ANSWER_BYTES", 100_000)
    with pytest.raises(UnreadableDocument):
        read_in_subprocess("docx", b"")


def test_without_a_second_process_there_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(UnreadableDocument, match="No second process can be started"):
        read_in_subprocess("docx", b"")


def answered_apart(prepare: str, first: str = "") -> dict[str, object]:
    """What the worker answers when reading is this expression, in a process of its own."""
    module = f"types.SimpleNamespace(prepare={prepare})"
    code = "import sys, types\nfrom review_tui.adapters.importers import worker\n"
    code += f"{first}\nsys.modules['review_tui.adapters.importers.x_text'] = {module}\nworker.main('x')"
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
    code = "from review_tui.adapters.importers import worker; worker._set_limit('RLIMIT_CPU', 1)\n"
    code += "while True: pass"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, env={**os.environ})
    assert done.returncode in sandbox._TIME_LIMIT_EXITS


@pytest.mark.skipif(sys.platform != "linux", reason="as above")
def test_the_time_for_one_step_is_limited_and_counts_no_more_after_it() -> None:
    code = "from review_tui.adapters.importers.pdf_text import at_most\n"
    code += "with at_most(0.05): {}\nfor _ in range(10**6): pass"
    for deed, ends in (("pass", (0,)), ("\n  while True: pass", sandbox._TIME_LIMIT_EXITS[2:])):
        done = subprocess.run([sys.executable, "-c", code.format(deed)], capture_output=True, check=False)
        assert done.returncode in ends


@pytest.mark.skipif(sys.platform != "linux", reason="as above")
def test_a_broken_pdf_is_searched_for_its_parts_only_so_long() -> None:
    beginnings = b"%PDF-1.7\n" + b"1 0 obj<</Length 9>>stream\n" * 200_000
    with pytest.raises(UnreadableDocument, match="longer to read"):
        read_in_subprocess("pdf", beginnings)
