"""Writes YAML that every reader, of YAML 1.1 or 1.2, gives back as the same words.

What any reader might take for a number, a date or a truth value is quoted; several lines are written as a
block where that is safe; control, bidi and invisible characters are escaped, all others stay as they are.
"""

import io
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from review_tui.adapters.book.yaml_reader import YamlRefused, read_yaml
from review_tui.model.errors import Refusal
from review_tui.model.visible import is_plain, visible

# A word that begins with a letter is no number or date; these are what some reader takes for something else.
_AMBIGUOUS_WORDS = {"y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"}
_PLAIN_SCALAR = re.compile(r"[^\W\d_](?:[\w .,;()/+@'\u2019\u2013\u2014-]|:(?=[\w/])){0,119}")
_NO_LINE_WIDTH = 1 << 30
"""Characters of a line, so that no line is folded."""


def write_yaml(fields: Mapping[str, object]) -> bytes:
    """``fields`` (words, lists and mappings) as YAML, in their order.

    What is written has been read back and found the same; raises ``Refusal`` where that can't be.
    """
    try:
        raw = _emit(fields).encode()
    except UnicodeEncodeError as error:
        bad = visible(error.object[error.start])
        raise Refusal(
            f"This can't be kept, because its words hold {bad}, which is no letter of UTF-8. "
            "Save the file that they come from as UTF-8 first, or type them afresh."
        ) from error
    _check_round_trip(raw, fields)
    return raw


def _check_round_trip(raw: bytes, fields: Mapping[str, object]) -> None:
    try:
        same = read_yaml(raw).fields == fields
    except YamlRefused as error:
        raise Refusal(
            f"This can't be kept in a file. {error.sentence} Make it shorter or plainer."
        ) from error
    if not same:
        raise Refusal("This can't be kept in a file as it stands. Make it shorter or plainer.")


def _emit(fields: Mapping[str, object]) -> str:
    """``fields`` as the text of a YAML file."""
    # Imported on first use: a command that writes no act should not pay for it.
    from ruamel.yaml.emitter import Emitter, ScalarAnalysis  # noqa: PLC0415 -- see above

    class Quoting(Emitter):
        """Writes in the styles chosen here, quoted words on one line, unseen characters escaped."""

        # A longer key is written after a question mark. Escaped, this many stay within the 1,024 of YAML.
        MAX_SIMPLE_KEY_LENGTH = 100

        def analyze_scalar(self, scalar: str) -> ScalarAnalysis:
            return ScalarAnalysis(
                scalar=scalar,
                empty=not scalar,
                multiline=False,
                allow_flow_plain=True,
                allow_block_plain=True,
                allow_single_quoted=False,
                allow_double_quoted=True,
                allow_block=True,
            )

        def choose_scalar_style(self) -> str:
            self.analysis = self.analyze_scalar(self.event.value)
            return self.event.style or ""

        def write_double_quoted(self, text: str, split: bool = True) -> None:  # noqa: ARG002 -- ruamel's way
            self.write_indicator(_quote(text), need_whitespace=True)

    stream = io.StringIO()
    emitter = Quoting(stream, width=_NO_LINE_WIDTH, allow_unicode=True)
    for event in _document_events(fields):
        emitter.emit(event)
    return stream.getvalue()


def _document_events(fields: Mapping[str, object]) -> Iterator[Any]:
    """The events of one document that holds ``fields``."""
    from ruamel.yaml import events  # noqa: PLC0415 -- see _emitted

    yield events.StreamStartEvent()
    yield events.DocumentStartEvent(explicit=False)
    yield from _value_events(events, fields)
    yield events.DocumentEndEvent(explicit=False)
    yield events.StreamEndEvent()


def _value_events(events: Any, value: object) -> Iterator[Any]:
    """The events of ``value``, made by ruamel's module ``events``."""
    if isinstance(value, Mapping):
        yield events.MappingStartEvent(anchor=None, tag=None, implicit=True, flow_style=not value)
        for key, inner in value.items():
            yield _scalar_event(events, key, is_key=True)
            yield from _value_events(events, inner)
        yield events.MappingEndEvent()
    elif isinstance(value, (list, tuple)):
        yield events.SequenceStartEvent(anchor=None, tag=None, implicit=True, flow_style=not value)
        for inner in value:
            yield from _value_events(events, inner)
        yield events.SequenceEndEvent()
    else:
        yield _scalar_event(events, value, is_key=False)


def _scalar_event(events: Any, value: object, *, is_key: bool) -> Any:
    words = value if isinstance(value, str) else str(value)
    style = _scalar_style(words, is_key=is_key)
    implicit = (style is None, style is not None, False)
    return events.ScalarEvent(anchor=None, tag=None, implicit=implicit, value=words, style=style)


def _scalar_style(words: str, *, is_key: bool) -> str | None:
    """How to write ``words``: plain (``None``), as a block (``|``) or quoted."""
    if _PLAIN_SCALAR.fullmatch(words) and words[-1] not in " '" and words.casefold() not in _AMBIGUOUS_WORDS:
        return None
    return "|" if not is_key and _is_safe_block(words) else '"'


def _is_safe_block(words: str) -> bool:
    """Whether ``words`` are lines that stay themselves in a block, whatever an editor trims."""
    lines = words.removesuffix("\n").split("\n")
    return (
        "\n" in words
        and bool(lines[0].strip())
        and bool(lines[-1].strip())
        and not lines[0].startswith(" ")
        and all(is_plain(line) and line == line.rstrip() for line in lines)
    )


def _quote(words: str) -> str:
    """``words`` between quotes. JSON's escapes are YAML's, and a few more characters want one."""
    escaped = json.dumps(words, ensure_ascii=False)
    return "".join(character if is_plain(character) else _escape(character) for character in escaped)


def _escape(character: str) -> str:
    code = ord(character)
    if 0xD800 <= code <= 0xDFFF:  # noqa: PLR2004 -- lone surrogates: encoding refuses them, with a sentence
        return character
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"  # noqa: PLR2004 -- what \u can hold
