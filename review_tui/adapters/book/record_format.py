"""Makes values of the bytes of a book's files, for whoever verifies a history. Nothing is opened."""

from collections.abc import Mapping

from review_tui.adapters.book.yaml_reader import YamlRefused, read_yaml
from review_tui.language.file_sections import file_sections
from review_tui.model.act_codec import decode_act
from review_tui.model.acts import Act
from review_tui.model.field_codecs import ActFieldError
from review_tui.model.text import decode, digest


class RecordFormat:
    """Keeps the promises of ``application.recorded.RecordFormat``."""

    def act(self, raw: bytes) -> Act | None:
        """The act that a file keeps; ``None`` where it can't be understood."""
        try:
            return decode_act(read_yaml(raw).fields)
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
