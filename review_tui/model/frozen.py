"""``@frozen``: what ``@dataclass(frozen=True, slots=True)`` makes, made at a fraction of the cost.

The standard decorator writes six methods of every class as text and compiles each of them, and the screen
has a hundred such classes before its first key. With it, instructions counted on Python 3.11, the screen
would be ready for keys after a quarter more of its time (336 million more, 0.38 of a bare Textual app's whole
start, of which 1.5 is our goal), ``--help`` would take a third more, ``status`` a half, ``check`` a fifth.
Here ``__init__`` alone is compiled, and that with the first value. The other methods are alike for all
classes, but for the names of the fields.

All else is as with a standard one: ``field``, ``fields``, ``replace``, ``asdict``, ``__post_init__``, copying
and pickling. There is no ``InitVar``. A type checker takes it for a frozen dataclass.
"""

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, cast, dataclass_transform, overload

_Class = TypeVar("_Class", bound=type[Any])


@overload
def frozen(cls: _Class, /) -> _Class: ...
@overload
def frozen(
    *, kw_only: bool = False, slots: bool = True, eq: bool = True, order: bool = False
) -> Callable[[_Class], _Class]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(
    cls: type[Any] | None = None,
    /,
    *,
    kw_only: bool = False,
    slots: bool = True,
    eq: bool = True,
    order: bool = False,
) -> Any:
    """Make a class of values: its fields are set once, and two with the same fields are equal.

    Without ``eq`` a value is equal to itself only; with ``order`` values are sorted by their fields in turn.
    ``slots=False`` is for classes that remember what they worked out (``functools.cached_property``).
    """

    def made(cls: type[Any]) -> type[Any]:
        own = set(vars(cls))
        # Of the standard decorator only what is cheap: it gathers the fields, and gives the class its slots.
        cls = dataclass(init=False, repr=False, eq=False, slots=slots, kw_only=kw_only)(cls)
        methods = {
            "__init__": _late_initializer(cls),
            "__repr__": _repr,
            "__setattr__": _refuse,
            "__delattr__": _refuse,
            "__setstate__": _set_state,
            **(_comparing(cls) if eq else {}),
            **(_ordering(cls) if order else {}),
        }
        for name, method in methods.items():
            if name not in own:
                setattr(cls, name, method)
        return cls

    return made if cls is None else made(cls)


def _late_initializer(cls: type[Any]) -> Any:
    """An ``__init__`` that is compiled with the first value: at a start, most classes have none."""

    def __init__(self: Any, *by_place: Any, **by_name: Any) -> None:  # noqa: N807 -- it stands in for it
        compiled = cls.__init__ = _initializer(cls)
        compiled(self, *by_place, **by_name)

    return __init__


def _initializer(cls: type[Any]) -> Any:
    """``__init__``: it sets the fields past ``__setattr__``, which refuses."""
    names: dict[str, object] = {"_set": object.__setattr__, "_not_given": MISSING}
    by_place, by_name, body = ["self"], ["*"], []
    for each in fields(cls):
        name, default, value = each.name, "", each.name
        if each.default is not MISSING:
            default = value_else = f"_default_{name}"
            names[default] = each.default
        elif each.default_factory is not MISSING:
            default, value_else = "_not_given", f"_make_{name}()"
            names[f"_make_{name}"] = each.default_factory
            value = f"{value_else} if {name} is _not_given else {name}"
        if each.init:
            (by_name if each.kw_only else by_place).append(f"{name}={default}" if default else name)
            body.append(f"_set(self, {name!r}, {value})")
        elif default:  # what has none is for __post_init__ to set
            body.append(f"_set(self, {name!r}, {value_else})")
    if hasattr(cls, "__post_init__"):
        body.append("self.__post_init__()")
    parameters = ", ".join([*by_place, *(by_name if len(by_name) > 1 else ())])
    exec(f"def __init__({parameters}):\n " + "\n ".join(body or ["pass"]), names)  # noqa: S102 -- our own fields' names
    initializer = cast("Any", names["__init__"])
    initializer.__qualname__ = f"{cls.__qualname__}.__init__"  # for the message when an argument is missing
    initializer.__annotations__ = {each.name: each.type for each in fields(cls) if each.init}
    return initializer


def _comparing(cls: type[Any]) -> dict[str, Any]:
    compared = _values_of([each for each in fields(cls) if each.compare])
    hashed = _values_of([each for each in fields(cls) if (each.compare if each.hash is None else each.hash)])

    def equal(self: Any, other: object) -> Any:
        return compared(self) == compared(other) if other.__class__ is self.__class__ else NotImplemented

    return {"__eq__": equal, "__hash__": lambda self: hash(hashed(self))}


def _ordering(cls: type[Any]) -> dict[str, Any]:
    key = _values_of([each for each in fields(cls) if each.compare])

    def less(self: Any, other: object) -> Any:
        return key(self) < key(other) if other.__class__ is self.__class__ else NotImplemented

    def at_most(self: Any, other: object) -> Any:
        return key(self) <= key(other) if other.__class__ is self.__class__ else NotImplemented

    return {"__lt__": less, "__le__": at_most}  # Python turns these round for > and >=


def _values_of(named: list[Field[Any]]) -> Callable[[Any], Any]:
    return attrgetter(*(each.name for each in named)) if named else lambda _: ()


def _repr(self: Any) -> str:
    said = ", ".join(f"{each.name}={getattr(self, each.name)!r}" for each in fields(self) if each.repr)
    return f"{type(self).__qualname__}({said})"


def _refuse(self: Any, name: str, *_: object) -> None:
    raise FrozenInstanceError(f"a {type(self).__qualname__} never changes: {name!r} can't be set")


def _set_state(self: Any, state: Any) -> None:
    """Set what a copy, or what was pickled, is to hold: ``__setattr__`` refuses."""
    held, in_slots = state if isinstance(state, tuple) else (state, None)
    for name, value in {**(held or {}), **(in_slots or {})}.items():
        object.__setattr__(self, name, value)
