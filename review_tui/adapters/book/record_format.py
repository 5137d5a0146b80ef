"""Makes values of the bytes of a book's files, for whoever verifies a history. Nothing is opened."""

import re
from collections.abc import Mapping

from review_tui.adapters.book.yaml_reader import YamlRefused, read_yaml
from review_tui.language.file_sections import file_sections
from review_tui.model.act_codec import decode_act
from review_tui.model.acts import Act
from review_tui.model.field_codecs import ActFieldError
from review_tui.model.text import decode, digest

_WORDS = (
    r"(?!(?:null|y|n|yes|no|on|off|true|false|nan|inf)\n)[A-Za-z](?:[\w .,;()/+@'-]{0,118}[\w.,;()/+@-])?"
)
_PLAIN_ACT = re.compile(
    r"act: (?P<act>approval|objection|receipt)\nid: "
    r'"?(?P<id>(?<=")[0-9A-Za-z_]{6,64}(?=")|(?<!")[A-Za-z]\w{5,63})"?\n'
    rf"by:\n  name: (?P<name>{_WORDS})\n  email: (?P<email>{_WORDS})\n"
    r'at: "(?P<at>[0-9T:.Z-]+)"\ntext: (?P<text>v1:[0-9a-f]{64})\n'
    rf"(?:comment: (?P<comment>{_WORDS})\n)?",
    re.ASCII,
)
"""The plainest acts, as this program writes them: most of all there are, read at a tenth of the cost."""


def _plain_fields(raw: bytes) -> dict[str, object] | None:
    """What the file of a plain act says; ``None`` where YAML has to be asked."""
    found = _PLAIN_ACT.fullmatch(decode(raw))
    if found is None:
        return None
    said: dict[str, object] = {key: value for key, value in found.groupdict().items() if value is not None}
    by = {"name": said.pop("name"), "email": said.pop("email")}
    return {**said, "by": by}


class RecordFormat:
    """Keeps the promises of ``application.recorded.RecordFormat``."""

    def act(self, raw: bytes) -> Act | None:
        """The act that a file keeps; ``None`` where it can't be understood."""
        try:
            return decode_act(_plain_fields(raw) or read_yaml(raw).fields)
        except (YamlRefused, ActFieldError):
            return None

    def texts(self, raw: bytes, *, is_whole: bool, level: int = 0) -> tuple[str, ...]:
        """The digest of the minutes in a file, or those of each item where it holds a whole meeting."""
        text = decode(raw)
        if not is_whole:
            return (digest(text),)
        return tuple(digest(section.words(text)) for section in file_sections(text, level))

    def fields(self, raw: bytes) -> Mapping[str, object] | None:
        """What a ``meeting.yaml`` or ``book.yaml`` says; ``None`` where it can't be understood."""
        try:
            return read_yaml(raw).fields
        except YamlRefused:
            return None
