"""Changes what ``book.yaml`` says of a reviewer; comments, order and everything else stay as they are."""

import io

from review_tui.adapters.book.yaml_reader import YamlRefused, read_yaml
from review_tui.model.errors import Refusal
from review_tui.model.people import Reviewer
from review_tui.model.policy_codec import read_policy
from review_tui.model.text import decode

_WIDE = 1 << 20
"""Characters of a line, so that no line is folded."""


def with_key(raw: bytes | None, who: Reviewer, key: str) -> bytes:
    """The file in which ``key`` is among those of ``who``, who is listed where they were not.

    Raises ``Refusal`` where that can't be put into the file.
    """
    from ruamel.yaml import YAML  # noqa: PLC0415 -- only this command needs it
    from ruamel.yaml.error import YAMLError  # noqa: PLC0415 -- as above

    yaml = YAML(typ="rt")
    yaml.preserve_quotes = True
    yaml.width = _WIDE
    yaml.indent(mapping=2, sequence=4, offset=2)
    try:
        read_yaml(raw or b"")  # refuses what is not to be read at all
        tree = yaml.load(decode(raw)) if raw and raw.strip() else {}
        people = tree.setdefault("reviewers", [])
        own = next(
            (each for each in people if str(each.get("email", "")).casefold() == who.email.casefold()), None
        )
        if own is None:
            own = {"name": who.name, "email": who.email}
            people.append(own)
        keys = own.get("keys", [])
        own["keys"] = [*([keys] if isinstance(keys, str) else keys), key]
    except (YamlRefused, YAMLError, AttributeError, TypeError) as error:
        raise Refusal(
            f"The key can't be put into book.yaml as it stands. Put it there by hand, under {who.email}: "
            f"keys: [{key}]"
        ) from error
    written = io.StringIO()
    yaml.dump(tree, written)
    made = written.getvalue().encode("utf-8", "surrogateescape")
    member = read_policy(read_yaml(made).fields)[0].member(who)
    if member is None or key not in member.keys:
        raise Refusal(f"The key can't be put into book.yaml. Put it there by hand, under {who.email}.")
    return made
