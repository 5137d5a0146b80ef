"""Run benchmarks: those named, or all but the long ones. ``python -m benchmarks [NAME ...]``."""

import argparse
import ast
import importlib
import sys
import time
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent

ONLY_WHEN_NAMED = frozenset(
    {"checks_quality", "clerk_hands", "facts_learning", "git_faults", "word_round_trip"}
)
"""Benchmarks that take many minutes, left out when all are run."""


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one benchmark."""

    name: str
    outcome: str
    seconds: float


def names(folder: Path = FOLDER) -> tuple[str, ...]:
    """The benchmarks in ``folder`` by name: modules that define ``main``. None of them is imported."""
    return tuple(
        path.stem for path in sorted(folder.glob("*.py")) if not path.stem.startswith("_") and _has_main(path)
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what is asked for; 0 when every benchmark returned 0, else 1."""
    known = names()
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of: {', '.join(known) or 'none yet'}")
    asked = parser.parse_args(arguments).names
    unknown = [name for name in asked if name not in known]
    if unknown:
        parser.error(f"there is no benchmark called {', '.join(unknown)}. There are: {', '.join(known)}.")
    results = [run(name) for name in asked or known if asked or name not in ONLY_WHEN_NAMED]
    print(table(results))
    left_out = [] if asked else sorted(ONLY_WHEN_NAMED.intersection(known))
    if left_out:
        print(f"\nLeft out, as they are long (name them to run them): {', '.join(left_out)}")
    return 0 if all(result.outcome == "ok" for result in results) else 1


def run(name: str) -> Result:
    """Run one benchmark; whatever goes wrong in it is told in its outcome, and the others still run."""
    print(f"== {name}", flush=True)
    began = time.perf_counter()
    try:
        code = importlib.import_module(f"benchmarks.{name}").main()
        outcome = "ok" if code == 0 else f"missed ({code})"
    except Exception as mishap:  # noqa: BLE001 -- one broken benchmark must not hide the figures of the others
        traceback.print_exc()
        outcome = f"broken ({type(mishap).__name__})"
    print(flush=True)
    return Result(name, outcome, time.perf_counter() - began)


def table(results: Sequence[Result]) -> str:
    """The results, a line each under a heading."""
    width = max([len("benchmark"), *(len(result.name) for result in results)])
    outcomes = max([len("outcome"), *(len(result.outcome) for result in results)])
    lines = [f"{'benchmark':{width}}  {'outcome':{outcomes}}  seconds"]
    lines += [f"{r.name:{width}}  {r.outcome:{outcomes}}  {r.seconds:7.1f}" for r in results]
    return "\n".join(lines)


def _has_main(path: Path) -> bool:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return any(isinstance(node, ast.FunctionDef) and node.name == "main" for node in tree.body)


if __name__ == "__main__":
    sys.exit(main())
