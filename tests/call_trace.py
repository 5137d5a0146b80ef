"""Which functions of the program are entered, and in what order: what docs/architecture.md is held to."""

import functools
import importlib
import inspect
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType, FunctionType
from typing import Any

import pytest

import review_tui

PACKAGE = str(Path(review_tui.__file__).resolve().parent) + "/"
Entered = tuple[str, str]
"""A file within the package, and the name of a function: ``cli/main.py``, ``run``."""


class CallTrace:
    """The functions that were entered, in order, by all threads that began since it did."""

    def __init__(self) -> None:
        self.entered: list[Entered] = []
        self.is_on = True
        """Whether what is entered now counts."""

    @property
    def files(self) -> set[str]:
        """Every file of the package in which a function was entered."""
        return {file for file, _ in self.entered}

    def first_missing(self, steps: list[Entered]) -> Entered | None:
        """The first of ``steps`` that was not entered after the one before it; ``None`` if all were."""
        going = iter(self.entered)
        return next((step for step in steps if step not in going), None)

    def note(self, frame: FrameType, event: str, _: object) -> None:
        """For ``sys.setprofile``."""
        code = frame.f_code
        # The bodies of modules and classes run once, when they are imported: they belong to no walk.
        if self.is_on and event == "call" and code.co_flags & inspect.CO_OPTIMIZED:
            file = code.co_filename
            if file.startswith(PACKAGE):
                self.entered.append((file.removeprefix(PACKAGE), code.co_name))


@contextmanager
def tracing() -> Iterator[CallTrace]:
    """Trace what this thread, and those that begin meanwhile, enter."""
    trace = CallTrace()
    before = sys.getprofile()
    threading.setprofile(trace.note)
    sys.setprofile(trace.note)
    try:
        yield trace
    finally:
        sys.setprofile(before)
        threading.setprofile(None)


@contextmanager
def watching(steps: list[Entered]) -> Iterator[CallTrace]:
    """Trace only when the functions of ``steps`` are entered: a whole screen can be followed so.

    A step that names no function of its file is an error of whoever named it: ``LookupError``.
    """
    trace = CallTrace()
    with pytest.MonkeyPatch.context() as patch:
        for file, name in dict.fromkeys(steps):
            module = importlib.import_module(f"review_tui.{file.removesuffix('.py').replace('/', '.')}")
            found = [
                (owner, function)
                for owner in (module, *filter(inspect.isclass, vars(module).values()))
                if isinstance(function := vars(owner).get(name), FunctionType)
                and function.__module__ == module.__name__
            ]
            if not found:
                raise LookupError(f"{file} has no function {name}.")
            for owner, function in found:
                noting = _noting(trace, (file, name), function)
                patch.setattr(owner, name, noting)
                for holder in list(sys.modules.values()):  # whoever imported it by name
                    if getattr(holder, "__name__", "").startswith("review_tui.") and (
                        vars(holder).get(name) is function
                    ):
                        patch.setattr(holder, name, noting)
        yield trace


def _noting(trace: CallTrace, step: Entered, function: Callable[..., Any]) -> Callable[..., Any]:
    """The function, which notes first that it is entered."""

    @functools.wraps(function)
    def enter(*args: Any, **kwargs: Any) -> Any:
        trace.entered.append(step)
        return function(*args, **kwargs)

    return enter
