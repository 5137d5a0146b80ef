"""The comments of a Word document: each with its author and date, replies below what they answer."""

from dataclasses import dataclass, field

from review_tui.adapters.exporters.docx_package import NAMESPACES, attribute, words
from review_tui.application.ports import Remark


@dataclass(slots=True)
class Comments:
    """Gathers comments; their numbers are those that the document's words are marked with."""

    _written: list[str] = field(default_factory=list)
    _threads: list[str] = field(default_factory=list)

    def add(self, remarks: tuple[Remark, ...], *, is_settled: bool = False) -> tuple[int, ...]:
        """The numbers of a comment and of its replies."""
        numbers: list[int] = []
        for remark in remarks:
            number = len(self._written)
            name = f"{number + 1:08X}"
            parent = f' w15:paraIdParent="{numbers[0] + 1:08X}"' if numbers else ""
            self._written.append(
                f'<w:comment w:id="{number}" w:author={attribute(remark.author)} '
                f'w:date="{remark.at:%Y-%m-%dT%H:%M:%SZ}" w:initials={attribute(_initials(remark.author))}>'
                f'<w:p w14:paraId="{name}" w14:textId="77777777">'
                '<w:pPr><w:pStyle w:val="CommentText"/></w:pPr><w:r><w:t xml:space="preserve">'
                f"{words(' '.join(remark.words.split()))}</w:t></w:r></w:p></w:comment>"
            )
            self._threads.append(f'<w15:commentEx w15:paraId="{name}"{parent} w15:done="{int(is_settled)}"/>')
            numbers.append(number)
        return tuple(numbers)

    def parts(self) -> dict[str, str]:
        """The parts that hold them; none without comments."""
        if not self._written:
            return {}
        return {
            "comments": f"<w:comments {NAMESPACES}>{''.join(self._written)}</w:comments>",
            "commentsExtended": f"<w15:commentsEx {NAMESPACES}>{''.join(self._threads)}</w15:commentsEx>",
        }


def _initials(author: str) -> str:
    return "".join(word[0] for word in author.split() if word[0].isalnum())[:4]
