"""Books to tamper with, of folders and of files: with minutes that are signed and minutes that are not."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

from review_tui.adapters.book.record_format import RecordFormat
from review_tui.adapters.git import GitHistory
from review_tui.application.book_context import BookContext
from review_tui.application.verifier import SeenState, Verified, Verifier
from review_tui.composition import open_book_context
from review_tui.model.acts import DispositionOutcome
from review_tui.model.quotes import occurrences, quote_at

SIGNED, OPEN = "2022-03-16-board", "2022-04-20-board"
YAML = """\
body: The Board
date: {date}
venue: Town Hall
present: [Dawn Example, {{name: Alex Example, role: Officer}}]
items:
  - {{id: 05-report, number: "5", title: Report}}
  - {{id: 06-other, number: "6", title: Other, presenter: Alex Example}}
"""
WORDS = {"05-report": "The report was noted.", "06-other": "Other business was discussed."}
ONE_FILE = """\
---
present: [Dawn Example]
---
# The Board, {date}

## 5. Report

The report was noted.

## 6. Other

Other business was discussed.
"""


def names(who: str) -> dict[str, str]:
    email = f"{who.split(maxsplit=1)[0].lower()}@example.org"
    return {
        f"GIT_{role}_{what}": said
        for role in ("AUTHOR", "COMMITTER")
        for what, said in (("NAME", who), ("EMAIL", email))
    }


def git(book: Path, *words: str, who: str = "Mallory Example", data: str | None = None) -> str:
    ran = subprocess.run(
        ["git", "-C", str(book), *words],
        check=True,
        capture_output=True,
        text=True,
        input=data,
        env=os.environ | names(who),
    )
    return ran.stdout.strip()


def commit(book: Path, *message: str, who: str = "Mallory Example") -> None:
    """Record all that stands there, with a message of these paragraphs."""
    git(book, "add", "-A")
    git(book, "commit", "--quiet", *(word for part in message or ("Tidy",) for word in ("-m", part)), who=who)


def at_desk(book: Path, who: str, *jobs: Callable[[BookContext], object]) -> None:
    email = f"{who.split(maxsplit=1)[0].lower()}@example.org"
    config = book / ".git" / "config"
    kept = config.read_text(encoding="utf-8")
    config.write_text(f"{kept}[user]\n\tname = {who}\n\temail = {email}\n", encoding="utf-8")
    context = open_book_context(book)
    try:
        for job in jobs:
            job(context)
    finally:
        context.history.close()
        config.write_text(kept, encoding="utf-8")


def item(context: BookContext, meeting: str, number: str):  # type: ignore[no-untyped-def]  # noqa: ANN201 -- an ItemView
    return context.reading.find(f"{meeting}/{number}")


def approves(meeting: str, *numbers: str) -> Callable[[BookContext], object]:
    return lambda context: [context.review.approve(item(context, meeting, n)) for n in numbers]


def objects(meeting: str, number: str) -> Callable[[BookContext], object]:
    return lambda context: context.review.object(item(context, meeting, number), "Not what was said.")


def flags(meeting: str, number: str, words: str = "was") -> Callable[[BookContext], object]:
    def flag(context: BookContext) -> None:
        view = item(context, meeting, number)
        quote = quote_at(view.draft.text, occurrences(view.draft.text, words)[0])
        context.review.flag(view, quote, "wording", "Was it?")

    return flag


def settles(meeting: str, number: str) -> Callable[[BookContext], object]:
    def settle(context: BookContext) -> None:
        view = item(context, meeting, number)
        flag = view.state.open_flags[0]
        context.review.settle(view, flag.id, DispositionOutcome.ACCEPTED, "As read out.")

    return settle


def amends(meeting: str, number: str, old: str, new: str) -> Callable[[BookContext], object]:
    def amend(context: BookContext) -> None:
        view = item(context, meeting, number)
        context.review.amend(view, view.draft.text.replace(old, new), "A slip.")

    return amend


def signs(meeting: str) -> Callable[[BookContext], object]:
    def sign(context: BookContext) -> None:
        (found,) = (m for m in context.reading.meetings()[0] if m.id == meeting)
        context.sign_off.sign(context.sign_off.gate(found))

    return sign


def reopens(meeting: str) -> Callable[[BookContext], object]:
    def reopen(context: BookContext) -> None:
        (found,) = (m for m in context.reading.meetings()[0] if m.id == meeting)
        context.sign_off.reopen(found, "A figure was wrong.")

    return reopen


def make_folders(book: Path) -> Path:
    """A book of folders."""
    for meeting in (SIGNED, OPEN):
        for name, words in WORDS.items():
            (book / meeting / name / "notes").mkdir(parents=True)
            (book / meeting / name / "minutes.md").write_text(f"{words}\n", encoding="utf-8")
            (book / meeting / name / "notes" / "clerk.md").write_text("noted\n", encoding="utf-8")
        (book / meeting / "meeting.yaml").write_text(YAML.format(date=meeting[:10]), encoding="utf-8")
    (book / "book.yaml").write_text("approval:\n  own_words: no\n", encoding="utf-8")
    return _reviewed(book, "6")


def make_files(book: Path) -> Path:
    """A book of files."""
    book.mkdir(parents=True)
    for meeting in (SIGNED, OPEN):
        text = ONE_FILE.format(date=meeting[:10])
        (book / f"{meeting}.md").write_text(text, encoding="utf-8")
    return _reviewed(book, "6", "opening")


def _reviewed(book: Path, *last: str) -> Path:
    subprocess.run(["git", "init", "--quiet", "--template=", "--initial-branch=main", str(book)], check=True)
    commit(book, "Draft minutes", who="Clerk Example")
    at_desk(book, "Dawn Example", amends(SIGNED, "5", "noted", "received"))
    at_desk(book, "Alex Example", flags(SIGNED, "6"), approves(SIGNED, "5"), objects(OPEN, "6"))
    at_desk(book, "Dawn Example", settles(SIGNED, "6"), approves(SIGNED, *last), signs(SIGNED))
    at_desk(book, "Dawn Example", approves(OPEN, "5"), flags(OPEN, "6"), objects(OPEN, "6"))
    return book


class Seen:
    """What was seen of a book, in memory."""

    def __init__(self) -> None:
        self.state: SeenState | None = None

    def load(self) -> SeenState | None:
        return self.state

    def save(self, seen: SeenState) -> None:
        self.state = seen


def verified(book: Path, seen: Seen | None = None, *, is_whole: bool = False) -> Verified:
    """What the history says; with the objects themselves and what is on disk where it is whole."""
    with GitHistory(book) as history:
        verifier = Verifier(
            history.raw, RecordFormat(), seen or Seen(), lambda: history.unrecorded([""], ("notes", ".git"))
        )
        return verifier.full() if is_whole else verifier.quick()


def broken(found: Verified) -> set[str]:
    """The rules that do not hold."""
    return {breach.rule.word for breach in found.breaches if not breach.is_told}


def copied(book: Path, to: Path) -> Path:
    return Path(shutil.copytree(book, to, symlinks=True))


def walk(book: Path, pattern: str) -> Iterator[Path]:
    return iter(sorted(book.glob(pattern)))


def act(book: Path, kind: str, by: str, meeting: str = OPEN) -> Path:
    """The file of an act, in either form of a book."""
    found = [p for p in sorted(book.rglob(f"*-{kind}-*.yaml")) if meeting in p.as_posix()]
    return next(p for p in found if f"{by}@" in p.read_text("utf-8"))


def reword(path: Path, old: str, new: str) -> None:
    raw = path.read_bytes()
    assert old.encode() in raw, (path, old)
    path.write_bytes(raw.replace(old.encode(), new.encode()))
