"""Git's settings, as one run of git lists them."""

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import field
from typing import Final

from review_tui.application.ports import Author
from review_tui.model.errors import NameUnknown, Refusal
from review_tui.model.frozen import frozen
from review_tui.model.people import Reviewer

LIST_CONFIG: Final = ("config", "--list", "-z", "--show-scope", "--includes")
"""The git command whose output ``parse_config`` reads."""
_OF_THE_REPOSITORY: Final = frozenset({"local", "worktree"})
"""The scopes of what a repository itself sets, and not its user."""

# git also takes numbers, see ``git_parse_maybe_bool`` in its source.
_YES: Final = frozenset({"true", "yes", "on"})
_NOT_SHARED: Final = frozenset({"", "umask", "0", "false", "no", "off"})
_SHARED_WITH_ALL: Final = frozenset({"all", "world", "everybody", "2"})
_GROUP_BITS, _ALL_BITS = 0o660, 0o664
"""The permissions that ``core.sharedRepository`` adds: PERM_GROUP and PERM_EVERYBODY in git's source."""


@frozen
class Config:
    """What git's settings say, as one run of ``git config --list -z`` gives them."""

    values: dict[str, list[str | None]]
    """By name, lower case but for its middle part, in git's order; ``None`` for a name without "=" ."""
    local: Mapping[str, Sequence[str | None]] = field(default_factory=dict)
    """Those of them that the repository itself sets."""
    own: Mapping[str, list[str | None]] = field(default_factory=dict)
    """Those of them that its user sets."""

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
    def shared_mode(self) -> int:
        """The permissions that git gives what it makes here (``git_config_perm`` in git's setup.c).

        Positive: bits added to what the umask leaves. Negative: the very bits, negated. 0: the umask's own.
        """
        value = self.text("core.sharedrepository").lower()
        if value in _NOT_SHARED and "core.sharedrepository" in self.values:
            # A name without "=" means yes, as everywhere in git.
            return _GROUP_BITS if self.values["core.sharedrepository"][-1] is None else 0
        if value in _NOT_SHARED:
            return 0
        if value in _SHARED_WITH_ALL:
            return _ALL_BITS
        is_octal = value != "1" and set(value) <= set("01234567")
        return -(int(value, 8) & 0o666) if is_octal else _GROUP_BITS

    def without_local(self, drops: Callable[[str], bool]) -> "Config":
        """The same without what the repository itself sets under names that ``drops`` says yes to."""
        kept = {name: values for name, values in self.values.items() if not drops(name) or name in self.own}
        kept |= {name: self.own[name] for name in kept if drops(name)}
        local = {name: values for name, values in self.local.items() if not drops(name)}
        return Config(kept, local, self.own)

    def subsections(self, section: str) -> tuple[str, ...]:
        """The names between the dots: those of all filters, of all hooks."""
        found = {
            n.split(".", 1)[1].rpartition(".")[0]: None for n in self.values if n.startswith(section + ".")
        }
        return tuple(name for name in found if name)


def parse_config(listed: str, scopes: Collection[str] | None = None) -> Config:
    """The settings of ``scopes``, or all, in what ``LIST_CONFIG`` lists."""
    values: dict[str, list[str | None]] = {}
    local: dict[str, list[str | None]] = {}
    own: dict[str, list[str | None]] = {}
    fields = listed.split("\0")[:-1]
    for scope, line in zip(fields[::2], fields[1::2], strict=False):
        if scopes is None or scope in scopes:
            name, equals, value = line.partition("\n")
            for kept in (values, local if scope in _OF_THE_REPOSITORY else own):
                kept.setdefault(name, []).append(value if equals else None)
    return Config(values, local, own)


_CRUD = "".join(map(chr, range(33))) + ".,:;<>\"\\'"
"""What git strips from both ends of names and addresses: ``crud()`` in its ident.c."""

IDENTITY_UNKNOWN = (
    "git does not know who you are, and whatever is recorded must carry its maker's name. The screen asks "
    "for it; or tell it once, here for this book or with --global for all of yours: "
    "git config user.name 'Your Name' and git config user.email you@example.org"
)


@frozen
class Identity:
    """Author and committer of what is recorded here."""

    author: Reviewer
    committer: Reviewer

    @property
    def env(self) -> dict[str, str]:
        """Both as variables for git, which would make them up from the computer's name otherwise."""
        return {
            "GIT_AUTHOR_NAME": self.author.name,
            "GIT_AUTHOR_EMAIL": self.author.email,
            "GIT_COMMITTER_NAME": self.committer.name,
            "GIT_COMMITTER_EMAIL": self.committer.email,
        }

    def env_for(self, author: Author | None) -> dict[str, str]:
        """The same for what ``author`` wrote and whoever works here only records."""
        if author is None:
            return self.env
        name, email = _without_crud(author.who.name), _without_crud(author.who.email)
        if not (name and email):
            raise Refusal("Nothing can be recorded for somebody without a name or an address.")
        at = f"@{int(author.at.timestamp())} +0000"
        return {
            **self.env,
            "GIT_AUTHOR_NAME": name,
            "GIT_AUTHOR_EMAIL": email,
            "GIT_AUTHOR_DATE": at,
        }


def identity(config: Config, env: Mapping[str, str] = os.environ) -> Identity:
    """The identity that git's variables and settings give. Raises ``NameUnknown`` when they give none."""
    return Identity(_person("author", config, env), _person("committer", config, env))


def _person(role: str, config: Config, env: Mapping[str, str]) -> Reviewer:
    upper = role.upper()
    name = env.get(f"GIT_{upper}_NAME") or config.text(f"{role}.name") or config.text("user.name")
    email = (
        env.get(f"GIT_{upper}_EMAIL")
        or config.text(f"{role}.email")
        or config.text("user.email")
        or ("" if config.is_on("user.useconfigonly") else env.get("EMAIL", ""))
    )
    reviewer = Reviewer(_without_crud(name), _without_crud(email))
    if not reviewer.name or not reviewer.email:
        raise NameUnknown(IDENTITY_UNKNOWN, reviewer.name, reviewer.email)
    return reviewer


def _without_crud(value: str) -> str:
    return value.strip(_CRUD).translate({ord(c): None for c in "<>\n"})
