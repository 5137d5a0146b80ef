"""The rules of the house that no linter knows: what a command may import, what a test may see."""

import ast
import itertools
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "review_tui"
CODE = sorted(PACKAGE.rglob("*.py"))
PYTHON = [*CODE, *sorted((ROOT / "tests").rglob("*.py")), *sorted((ROOT / "benchmarks").rglob("*.py"))]

HEAVY = frozenset(
    {"textual", "rich", "git", "gitdb", "ruamel", "diff_match_patch", "shtab", "numpy", "lxml", "pypdfium2"}
)
"""What takes longer to import than most commands take to answer: loaded on use only."""


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def imported(module: ast.Module) -> Iterator[str]:
    """Every module that is imported anywhere in ``module``, also by name."""
    by_name = {"import_module", "__import__", "importorskip"}
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
        elif isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in by_name:
            yield from (ast.literal_eval(word) for word in node.args if isinstance(word, ast.Constant))


def test_nothing_imports_difflib() -> None:
    """The customer's word: on long minutes it takes seconds, and its pieces are hard to read."""
    suspects = [path for path in PYTHON if "difflib" in path.read_text(encoding="utf-8")]
    assert [name_of(path) for path in suspects if "difflib" in set(imported(tree(path)))] == []


@pytest.mark.parametrize(
    "code",
    ["import difflib", "def f():\n    from difflib import ndiff", 'importlib.import_module("difflib")'],
)
def test_an_import_of_difflib_is_seen(code: str) -> None:
    assert "difflib" in set(imported(ast.parse(code)))


def test_values_are_made_by_one_decorator() -> None:
    """The standard's costs five times as much at every start: see ``model/frozen.py``."""
    standard = [name_of(path) for path in CODE if "dataclass(frozen=True" in path.read_text(encoding="utf-8")]
    assert standard == ["review_tui/model/frozen.py"]  # which names it


def loaded_after(statement: str) -> set[str]:
    """The heavy packages that a fresh Python has loaded after ``statement``."""
    done = subprocess.run(
        [sys.executable, "-c", f"{statement}\nimport sys\nprint(*sys.modules)"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return {name.partition(".")[0] for name in done.stdout.split()} & HEAVY


def modules_of(package: str) -> list[str]:
    """The modules of one package, as Python names them."""
    paths = (path.relative_to(ROOT).with_suffix("") for path in sorted((PACKAGE / package).rglob("*.py")))
    return [".".join(path.parts).removesuffix(".__init__") for path in paths]


def test_a_heavy_import_is_seen() -> None:
    assert loaded_after("import ruamel.yaml") == {"ruamel"}


@pytest.mark.parametrize(
    "modules",
    [["review_tui.__main__", "review_tui.composition"], modules_of("cli")],
    ids=["the command itself", "all of cli"],
)
def test_a_command_pays_for_nothing_heavy_before_it_is_used(modules: list[str]) -> None:
    assert loaded_after(f"import {', '.join(modules)}") == set()


def test_every_test_file_has_a_name_of_its_own() -> None:
    """A run that fails names the file alone: one look must tell which."""
    counted = Counter(path.name for path in (ROOT / "tests").rglob("test_*.py"))
    assert [name for name, count in counted.items() if count > 1] == []


FOREIGN = re.compile(r"\.\./shared|(?<![\w.])/(?:work|root)/|pypi\.org|pythonhosted", re.IGNORECASE)


def test_the_project_stands_on_its_own() -> None:
    """No path of one machine, no neighbour of this repository, no host to download from."""
    texts = [path for path in PYTHON if path != Path(__file__).resolve()]
    texts += [*(ROOT / "docs").rglob("*.md"), *ROOT.glob("*.md"), ROOT / "Makefile", ROOT / "pyproject.toml"]
    texts += [path for path in (ROOT / ".ci").iterdir() if path.is_file()]
    found = [name_of(p) for p in texts if FOREIGN.search(p.read_text(encoding="utf-8", errors="replace"))]
    assert found == []


def test_a_benchmark_is_a_module_with_a_main_and_no_helper(tmp_path: Path) -> None:
    from benchmarks.__main__ import ONLY_WHEN_NAMED, names  # noqa: PLC0415 -- found from the checkout only

    for name, code in {
        "start": "def main() -> int: ...",
        "_pty": "def main() -> int: ...",
        "data": "WORDS = ()",
    }.items():
        (tmp_path / f"{name}.py").write_text(code, encoding="utf-8")
    assert names(tmp_path) == ("start",)
    assert set(names()) >= ONLY_WHEN_NAMED


def test_a_test_sees_no_git_identity_and_nobodys_home(home: Path) -> None:
    assert Path.home() == home
    assert list(home.iterdir()) == []
    asked = subprocess.run(
        ["git", "config", "user.email"], cwd=home, capture_output=True, text=True, check=False
    )
    assert (asked.returncode, asked.stdout) == (1, "")


ELSEWHERE = frozenset(
    {
        *(
            "crud",
            "git_config_perm",
            "calc_shared_perm",
            "write_loose_object",
        ),  # functions in git's own source
        *("core", "sharedRepository", "sshCommand"),  # its settings
        *("InitVar", "PYTHONPATH", "sqlite3"),  # of Python
        *("DE", "DE2", "PNA", "cafe", "kmte", "name1", "name4", "rept", "riting"),  # what people might write
    }
)
"""What docstrings name in the manner of code, and which is not in ours."""
NAMED = re.compile(r"``([A-Za-z_][\w.]*)(?:\(\))?``")


def docstrings(block: ast.AST) -> Iterator[ast.Constant]:
    """Those of modules, classes and functions, and the words below fields and constants."""
    for node in getattr(block, "body", ()):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value
        elif isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef | ast.If):
            yield from docstrings(node)


def without(told: list[ast.Constant], text: str) -> str:
    """The lines of ``text`` that hold code."""
    gone = {line for node in told for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)}
    return "\n".join(line for number, line in enumerate(text.split("\n"), start=1) if number not in gone)


def test_what_docstrings_name_is_there() -> None:
    modules = {part for path in PYTHON for part in path.relative_to(ROOT).with_suffix("").parts}
    told = {path: list(docstrings(tree(path))) for path in CODE}
    code = (without(those, path.read_text(encoding="utf-8")) for path, those in told.items())
    names = ELSEWHERE | modules | {name for text in code for name in re.findall(r"[A-Za-z_]\w*", text)}
    gone = []
    for path, nodes in told.items():
        for node in nodes:
            for name in NAMED.findall(str(node.value)):
                *leads, last = name.strip(".").split(".")
                is_of_module = last[:1].isupper() and name[:1].islower()
                if last not in names or not (modules | ELSEWHERE if is_of_module else names).issuperset(
                    leads
                ):
                    gone.append(f"{name_of(path)}:{node.lineno}: {name}")
    assert gone == []


def is_figure(node: ast.expr) -> bool:
    match node:
        case ast.Constant(value=value):
            return isinstance(value, int | float) and not isinstance(value, bool)
        case ast.UnaryOp(operand=inner):
            return is_figure(inner)
        case ast.BinOp(left=left, right=right):
            return is_figure(left) and is_figure(right)
        case ast.Tuple(elts=[_, *_] as parts):
            return all(is_figure(part) for part in parts)
    return False


def figures_without_a_word(text: str) -> Iterator[str]:
    """The names of numeric constants with no word beside them, nor one below the run that they stand in."""
    lines = text.split("\n")
    waiting: list[str] = []
    for node in [*ast.parse(text).body, ast.Pass()]:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value and is_figure(node.value):
            end = node.end_lineno or node.lineno
            is_told = "  # " in lines[end - 1] or lines[node.lineno - 2].startswith("#")
            waiting += [] if is_told else [lines[node.lineno - 1].partition(" =")[0]]
            continue
        if not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
            yield from waiting
        waiting = []


def test_a_constant_without_a_word_is_seen() -> None:
    told = 'A, B = 1, 2\nC = 3\n"""Characters."""\nD = 4  # days\n# Days.\nE = -5\n'
    assert list(figures_without_a_word(f"{told}F = 6 * 2\nG = 'g'\nH: Final = 0.5\n")) == ["F", "H: Final"]


def test_every_figure_has_a_word_beside_it() -> None:
    silent = [
        f"{name_of(path)}: {name}"
        for path in CODE
        for name in figures_without_a_word(path.read_text(encoding="utf-8"))
    ]
    assert silent == []


def swallowed_counts(module: ast.Module) -> list[str]:
    """What f-strings fill in that was meant as the repeat of a pattern: ``{3}``, ``{1,3}``, not doubled."""
    filled = (node.value for node in ast.walk(module) if isinstance(node, ast.FormattedValue))
    return [
        ast.unparse(value)
        for value in filled
        if isinstance(value, ast.Constant | ast.Tuple) and ast.unparse(value).strip("(), 0123456789") == ""
    ]


@pytest.mark.parametrize("code", [r'rf"\d{3}"', r'rf"{a}\d{1,3}"'])
def test_a_repeat_that_an_f_string_fills_in_is_seen(code: str) -> None:
    assert len(swallowed_counts(ast.parse(code))) == 1


def test_no_f_string_swallows_the_repeats_of_its_pattern() -> None:
    assert {name_of(p): found for p in CODE if (found := swallowed_counts(tree(p)))} == {}


def judged_after_a_pause(module: ast.Module) -> list[int]:
    """The lines on which something is asserted right after a pause, which a busy machine draws later."""
    bodies = (getattr(node, "body", ()) for node in ast.walk(module))
    pairs = (pair for body in bodies if isinstance(body, list) for pair in itertools.pairwise(body))
    return [
        then.lineno
        for first, then in pairs
        if isinstance(then, ast.Assert) and ast.unparse(first).endswith("pilot.pause()")
    ]


def test_what_is_judged_after_a_pause_is_seen() -> None:
    assert judged_after_a_pause(ast.parse("async def f():\n await pilot.pause()\n assert x")) == [3]


def test_no_test_judges_after_a_pause() -> None:
    """``until`` names what is waited for; a pause ends after a second, whatever has been drawn by then."""
    tests = [p for p in PYTHON if p.is_relative_to(ROOT / "tests")]
    assert {name_of(p): found for p in tests if (found := judged_after_a_pause(tree(p)))} == {}
