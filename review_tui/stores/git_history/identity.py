"""Who is working here, as git would sign a commit; but a name or address that git had to guess is no name."""

import os
from collections.abc import Mapping
from dataclasses import dataclass

from review_tui.domain.people import Reviewer
from review_tui.domain.refusals import Refusal
from review_tui.stores.git_history.config import Config

_CRUD = "".join(map(chr, range(33))) + ".,:;<>\"\\'"
"""What git strips from both ends of names and addresses."""

NOBODY = (
    "git does not know who you are, and an amendment must carry its maker's name. Tell it once: "
    "git config --global user.name 'Your Name' and git config --global user.email you@example.org"
)


@dataclass(frozen=True, slots=True)
class Identity:
    """Author and committer of what is recorded here."""

    author: Reviewer
    committer: Reviewer

    @property
    def env(self) -> dict[str, str]:
        """As variables for git, so that it guesses nothing."""
        return {
            "GIT_AUTHOR_NAME": self.author.name,
            "GIT_AUTHOR_EMAIL": self.author.email,
            "GIT_COMMITTER_NAME": self.committer.name,
            "GIT_COMMITTER_EMAIL": self.committer.email,
        }


def identity(config: Config, env: Mapping[str, str] = os.environ) -> Identity:
    """The identity that git's variables and settings give. Raises ``Refusal`` when they give none."""
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
    reviewer = Reviewer(_clean(name), _clean(email))
    if not reviewer.name or not reviewer.email:
        raise Refusal(NOBODY)
    return reviewer


def _clean(value: str) -> str:
    return value.strip(_CRUD).translate({ord(c): None for c in "<>\n"})
