"""What a Word document holds beside its words: comments with their replies, and what programs noted in it."""

from review_tui.adapters.importers.docx_parts import DocxPackage, ParserTarget, parse, value


def comments_of(parts: DocxPackage) -> list[dict[str, object]]:
    """Each comment with ``id``, ``author``, ``date``, ``words``, ``answers`` (an id) and ``done``."""
    comments, threads = _Comments(), _Threads()
    parse(parts.chunks(parts.related_part("comments")), comments)
    parse(parts.chunks(parts.related_part("commentsExtended")), threads)
    ids = {name: comment.id for comment in comments.found for name in comment.paragraphs if name}
    told: list[dict[str, object]] = []
    for comment in comments.found:
        ends = [threads.found[name] for name in comment.paragraphs if name in threads.found]
        parent = next((ids[above] for above, _ in ends if above in ids), "")
        told.append(
            {
                "id": comment.id,
                "author": comment.author,
                "date": comment.date,
                "words": "\n".join(words for words in map(_plain, comment.lines) if words),
                "answers": parent if parent != comment.id else "",
                "done": any(is_done for _, is_done in ends),
            }
        )
    return told


def properties_of(parts: DocxPackage) -> dict[str, str]:
    """What programs noted in the document, by name."""
    properties = _Properties()
    parse(parts.chunks(parts.package_part("custom-properties")), properties)
    return properties.found


def _plain(words: list[str]) -> str:
    return " ".join("".join(words).split())


class _Comment:
    def __init__(self, attributes: dict[str, str]) -> None:
        self.id = value(attributes, "id")
        self.author = value(attributes, "author")
        self.date = value(attributes, "dateUtc") or value(attributes, "date")
        self.lines: list[list[str]] = []
        self.paragraphs: list[str] = []
        """The names of its paragraphs; threads go by the last."""


class _Comments(ParserTarget):
    """Hears what stands in the margin."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[_Comment] = []
        self._is_text = False

    def start_element(self, name: str, attributes: dict[str, str]) -> None:
        """Take in one comment after the other."""
        if name == "comment":
            self.found.append(_Comment(attributes))
        elif name == "p" and self.found:
            self.found[-1].lines.append([])
            self.found[-1].paragraphs.append(value(attributes, "paraId"))
        elif name in {"tab", "br"} and self.found and self.found[-1].lines:
            self.found[-1].lines[-1].append(" ")
        self._is_text = name == "t"

    def end(self, _: str) -> None:
        """Words stand in text only."""
        self._is_text = False

    def data(self, words: str) -> None:
        """Words of the comment."""
        if self._is_text and self.found and self.found[-1].lines:
            self.found[-1].lines[-1].append(words)


class _Threads(ParserTarget):
    """Hears which comments answer which, and which are done with."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, tuple[str, bool]] = {}

    def start_element(self, name: str, attributes: dict[str, str]) -> None:
        """Take in one comment after the other."""
        if name == "commentEx":
            is_done = value(attributes, "done") in {"1", "true", "on"}
            self.found[value(attributes, "paraId")] = (value(attributes, "paraIdParent"), is_done)


class _Properties(ParserTarget):
    """Hears the custom properties."""

    most = 20_000

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self._name = ""

    def start_element(self, name: str, attributes: dict[str, str]) -> None:
        """Take in one property after the other."""
        if name == "property":
            self._name = value(attributes, "name")

    def data(self, words: str) -> None:
        """What it says."""
        if self._name:
            self.found[self._name] = self.found.get(self._name, "") + words
