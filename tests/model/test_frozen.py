"""``@frozen`` makes what the standard's frozen dataclasses are."""

import copy
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, replace
from functools import cached_property
from inspect import signature

import pytest

from review_tui.model.frozen import frozen


@frozen
class Line:
    number: int
    words: str = ""
    marks: list[str] = field(default_factory=list, hash=False)
    length: int = field(init=False, repr=False)
    extra: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "length", len(self.words))


@dataclass(frozen=True, slots=True)
class Standard:
    number: int
    words: str = ""
    marks: list[str] = field(default_factory=list, hash=False)
    length: int = field(init=False, repr=False)
    extra: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "length", len(self.words))


Standard.__qualname__ = Line.__qualname__  # so that they say the same of themselves


@frozen(kw_only=True, slots=False)
class Act:
    by: str
    at: int = 0

    @cached_property
    def words(self) -> str:
        return f"{self.by} at {self.at}"


@frozen(kw_only=True, slots=False)
class Flag(Act):
    kind: str


@frozen(order=True)
class Span:
    start: int
    end: int


@frozen(eq=False)
class Mention:
    of: str


@frozen
class Nothing:
    pass


@pytest.mark.parametrize(
    "make",
    [
        lambda made: made(1),
        lambda made: made(1, "two", ["a"]),
        lambda made: made(words="w", number=3, extra="e"),
    ],
)
def test_it_is_what_the_standard_makes(make: Callable[[type], Line]) -> None:
    ours, theirs = make(Line), make(Standard)
    assert (repr(ours), asdict(ours)) == (repr(theirs), asdict(theirs))
    assert signature(Line).parameters.keys() == signature(Standard).parameters.keys()
    assert [each.name for each in fields(Line)] == [each.name for each in fields(Standard)]
    assert hash(ours) == hash(make(Line))
    assert not hasattr(ours, "__dict__")


def test_values_are_equal_when_what_is_compared_is() -> None:
    assert Line(1, "a") == Line(1, "a", extra="other")
    assert Line(1, "a") != Line(1, "b")
    assert Line(1).__eq__(Standard(1)) is NotImplemented
    assert len({Line(1, marks=["a"]), Line(1, marks=["b"])}) == 2  # equal hashes, and not equal
    assert Nothing() == Nothing()
    assert len({Mention("a"), Mention("a")}) == 2


def test_each_is_made_its_own_default() -> None:
    assert Line(1).marks is not Line(1).marks


def test_it_never_changes() -> None:
    line = Line(1)
    with pytest.raises(FrozenInstanceError, match="number"):
        line.number = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError, match="number"):
        del line.number
    assert replace(line, words="new").length == 3


def test_it_is_copied_and_pickled() -> None:
    for value in (Line(1, "a", ["b"]), Flag(by="A", kind="wording")):
        assert copy.copy(value) == copy.deepcopy(value) == pickle.loads(pickle.dumps(value)) == value  # noqa: S301 -- our own
    assert pickle.loads(pickle.dumps(Line(1, "abc"))).length == 3  # noqa: S301 -- our own


def test_fields_come_down_and_what_was_worked_out_is_kept() -> None:
    flag = Flag(by="A", kind="wording")
    assert repr(flag) == "Flag(by='A', at=0, kind='wording')"
    assert flag.words is flag.words
    assert flag != Act(by="A")


def test_they_are_sorted_by_their_fields() -> None:
    assert sorted([Span(2, 3), Span(1, 5), Span(1, 2)]) == [Span(1, 2), Span(1, 5), Span(2, 3)]
    assert Span(1, 2) < Span(1, 3) >= Span(1, 2)
    with pytest.raises(TypeError):
        assert Span(1, 2) < (1, 3)  # type: ignore[operator]


def test_what_is_missing_is_named() -> None:
    with pytest.raises(TypeError, match=r"Line\.__init__\(\) missing .*'number'"):
        Line()  # type: ignore[call-arg]
