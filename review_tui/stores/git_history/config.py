"""Git's settings, as one run of git lists them."""

from dataclasses import dataclass
from typing import Final

ASK_CONFIG: Final = ("config", "--list", "-z", "--includes")
"""The git command whose output ``parse_config`` reads."""

_YES: Final = frozenset({"true", "yes", "on"})
_UNSHARED: Final = frozenset({"", "umask", "0", "false", "no", "off"})


@dataclass(frozen=True, slots=True)
class Config:
    """What git's settings say, as one run of ``git config --list -z`` gives them."""

    values: dict[str, list[str | None]]
    """By name, lower case but for its middle part, in git's order; ``None`` for a name without "=" ."""

    def text(self, name: str) -> str:
        """The last value of ``name``, or empty."""
        return (self.values.get(name) or [""])[-1] or ""

    def is_on(self, name: str) -> bool:
        """Whether ``name`` is switched on."""
        if name not in self.values:
            return False
        value = (self.values[name][-1] or "").lower() if self.values[name][-1] is not None else "true"
        return value in _YES or (value.isdigit() and int(value) != 0)

    @property
    def is_shared(self) -> bool:
        """Whether several users of the computer write in this repository."""
        return self.text("core.sharedrepository").lower() not in _UNSHARED

    def middles(self, section: str) -> tuple[str, ...]:
        """The names between the dots: those of all filters, of all hooks."""
        found = {
            n.split(".", 1)[1].rpartition(".")[0]: None for n in self.values if n.startswith(section + ".")
        }
        return tuple(name for name in found if name)


def parse_config(listed: str) -> Config:
    """The settings in the output of ``git config --list -z``."""
    values: dict[str, list[str | None]] = {}
    for line in listed.split("\0")[:-1]:
        name, equals, value = line.partition("\n")
        values.setdefault(name, []).append(value if equals else None)
    return Config(values)
