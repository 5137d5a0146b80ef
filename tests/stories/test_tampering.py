"""Acts that somebody meddled with: the gate, `status`, `show` and the screen all say so."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from review_tui.application.book_context import BookContext
from review_tui.composition import open_book_context, run
from review_tui.model.quotes import occurrences, quote_at
from review_tui.tui.item_loader import ItemLoader

MEETING, ITEM = "2022-03-16-board", "05-report"
ACTS = f"{MEETING}/{ITEM}/acts"
YAML = f"""\
body: The Board
date: 2022-03-16
items:
  - {{id: {ITEM}, number: "5", title: Report}}
  - {{id: 06-other, number: "6", title: Other}}
"""


def git(book: Path, *words: str, who: str = "Mallory Example") -> str:
    email = f"{who.split(maxsplit=1)[0].lower()}@example.org"
    names = {
        f"GIT_{role}_{what}": said
        for role in ("AUTHOR", "COMMITTER")
        for what, said in (("NAME", who), ("EMAIL", email))
    }
    ran = subprocess.run(
        ["git", "-C", str(book), *words], check=True, capture_output=True, text=True, env=os.environ | names
    )
    return ran.stdout


def commit(book: Path, *message: str, who: str = "Mallory Example") -> None:
    """Record all that stands there, with a message of these paragraphs."""
    git(book, "add", "-A")
    git(book, "commit", "--quiet", *(word for part in message or ("Tidy",) for word in ("-m", part)), who=who)


def at_desk(book: Path, who: str, *jobs: Callable[[BookContext], object]) -> None:
    email = f"{who.split(maxsplit=1)[0].lower()}@example.org"
    git(book, "config", "user.name", who)
    git(book, "config", "user.email", email)
    context = open_book_context(book)
    for job in jobs:
        job(context)
    context.history.close()


def objects(context: BookContext) -> None:
    context.review.object(context.reading.find("5"), "Not what was said.")


def approves(context: BookContext) -> None:
    context.review.approve(context.reading.find("5"))


def flags(context: BookContext) -> None:
    view = context.reading.find("5")
    quote = quote_at(view.draft.text, occurrences(view.draft.text, "noted")[0])
    context.review.flag(view, quote, "wording", "Was it?")


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book in which Dawn objected and flagged, and Alex objected, all with the program."""
    book = tmp_path_factory.mktemp("sound") / "drafts"
    for item in (ITEM, "06-other"):
        (book / MEETING / item).mkdir(parents=True)
        (book / MEETING / item / "minutes.md").write_text("The report was noted.\n", encoding="utf-8")
    (book / MEETING / "meeting.yaml").write_text(YAML, encoding="utf-8")
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main", str(book)], check=True)
    commit(book, "Draft minutes", who="Clerk Example")
    at_desk(book, "Dawn Example", objects, flags)
    at_desk(book, "Alex Example", objects)
    git(book, "config", "user.name", "Mallory Example")
    git(book, "config", "user.email", "mallory@example.org")
    return book


@pytest.fixture
def book(sound: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sound, tmp_path / "drafts"))


def act(book: Path, kind: str = "objection", by: str = "dawn", folder: str = ACTS) -> Path:
    """The file of an act that was recorded with the program."""
    recorded = (p for p in (book / folder).glob(f"*-{kind}-*.yaml") if "-0badcaf" not in p.name)
    (found,) = (p for p in recorded if f"{by}@" in p.read_text("utf-8"))
    return found


def reword(path: Path, old: str = "Not what was said.", new: str = "It is fine.") -> None:
    words = path.read_text("utf-8")
    assert old in words
    path.write_text(words.replace(old, new), encoding="utf-8")


def forged(book: Path, name: str = "20220401T100000Z-objection-0badcafe.yaml", by: str = "dawn") -> Path:
    """A copy of Dawn's objection under another id."""
    words = act(book).read_text("utf-8")
    own_id = act(book).stem.rpartition("-")[2]
    path = book / ACTS / name
    words = words.replace(own_id, path.stem.rpartition("-")[2])
    path.write_text(words.replace("Dawn", by.capitalize()).replace("dawn@", f"{by}@"), encoding="utf-8")
    return path


def edited(book: Path) -> None:
    reword(act(book))
    commit(book)


def deleted(book: Path) -> None:
    act(book).unlink()
    commit(book)


def deleted_by_its_maker(book: Path) -> None:
    act(book).unlink()
    commit(book, who="Dawn Example")


def linked(book: Path) -> None:
    path = act(book)
    kept = book / "kept.yaml"
    path.rename(kept)
    path.symlink_to(kept)
    commit(book)


def added_in_anothers_name(book: Path) -> None:
    forged(book)
    commit(book)


def sign_off_added(book: Path) -> None:
    (book / MEETING / "acts").mkdir()
    name = "20220401T100000Z-sign-off-0badcafe.yaml"
    words = (
        "act: sign-off\nid: 0badcafe\nby:\n  name: Dawn Example\n  email: dawn@example.org\n"
        "at: 2022-04-01T10:00:00Z\n"
    )
    (book / MEETING / "acts" / name).write_text(words, encoding="utf-8")
    commit(book)


def many_added(book: Path) -> None:
    for number in range(5):
        forged(book, f"20220401T10000{number}Z-objection-0badcaf{number}.yaml", ("dawn", "alex")[number % 2])
    commit(book)


def dropped_in_a_merge(book: Path) -> None:
    """Somebody else's work is put together with this, and none of it taken over."""
    git(book, "switch", "--quiet", "-c", "side", "HEAD~1")
    git(book, "merge", "--quiet", "-s", "ours", "--no-edit", "main")
    git(book, "switch", "--quiet", "-C", "main")


def edited_but_not_recorded(book: Path) -> None:
    reword(act(book))


def edited_and_hidden_from_git(book: Path) -> None:
    git(book, "update-index", "--assume-unchanged", str(act(book)))
    reword(act(book))


CHANGED = "changed the objection that Dawn Example recorded"
GONE = "took away the objection that Dawn Example recorded"
FOREIGN = "The objection in the name of Dawn Example was recorded by Mallory Example"
LOOSE = "was changed, added or taken away by another program, and that is not in the history"
KINDS: list[tuple[Callable[[Path], None], str]] = [
    (edited, f"Mallory Example {CHANGED}"),
    (deleted, f"Mallory Example {GONE}"),
    (linked, f"Mallory Example {GONE}"),
    (dropped_in_a_merge, "the objection that Alex Example recorded got lost"),
    (added_in_anothers_name, FOREIGN),
    (many_added, "5 acts in the names of others (Dawn Example and Alex Example) were recorded by Mallory"),
    (edited_but_not_recorded, LOOSE),
    (edited_and_hidden_from_git, LOOSE),
]
"""Some of each sort: every kind of tampering is gone through in tests/composition/test_tamperings.py."""


def printed(book: Path, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    capsys.readouterr()
    run([*words, "--book", str(book)] if words[0] == "show" else [*words, str(book)])
    out, err = capsys.readouterr()
    return out + err


def on_screen(book: Path) -> tuple[str, ...]:
    """What the screen complains of when item 5 is opened."""
    context = open_book_context(book)
    looked = ItemLoader(context).look_over(context.reading.find("5"))
    context.history.close()
    return looked.item.complaints


def at_the_gate(book: Path) -> tuple[list[str], list[str]]:
    """What blocks the sign-off, and what is only told."""
    context = open_book_context(book)
    (meeting,) = context.reading.meetings()[0]
    gate = context.sign_off.gate(meeting)
    context.history.close()
    return [block.sentence for block in gate.blocks], [block.sentence for block in gate.told]


@pytest.mark.parametrize(("tamper", "said"), KINDS, ids=[tamper.__name__ for tamper, _ in KINDS])
def test_tampering_is_told_by_the_gate_status_show_and_the_screen(
    book: Path, capsys: pytest.CaptureFixture[str], tamper: Callable[[Path], None], said: str
) -> None:
    tamper(book)
    blocks, _ = at_the_gate(book)
    assert [block for block in blocks if said in block]
    assert said in printed(book, capsys, "status")
    assert said in printed(book, capsys, "show", "5")
    assert said in printed(book, capsys, "show", "5", "--json").encode().decode("unicode_escape")
    assert [complaint for complaint in on_screen(book) if said in complaint]


def test_a_forged_sign_off_is_told_though_the_minutes_count_as_signed(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sign_off_added(book)
    said = "The sign-off in the name of Dawn Example was recorded by Mallory Example"
    assert said in printed(book, capsys, "status")
    assert said in printed(book, capsys, "show", "5")
    assert [each for each in on_screen(book) if said in each]


def undoes_and_redoes(book: Path) -> None:
    at_desk(book, "Alex Example", lambda context: context.undo.undo(), lambda context: context.undo.redo())


def undoes(book: Path) -> None:
    at_desk(book, "Alex Example", lambda context: context.undo.undo())


def put_back_as_it_was(book: Path) -> None:
    words = act(book).read_bytes()
    path = act(book)
    deleted(book)
    path.write_bytes(words)
    commit(book)


def item_renamed(book: Path) -> None:
    git(book, "mv", f"{MEETING}/{ITEM}", f"{MEETING}/07-report")
    reword(book / MEETING / "meeting.yaml", ITEM, "07-report")
    commit(book)


def branches_merged(book: Path) -> None:
    git(book, "switch", "--quiet", "-c", "side")
    at_desk(book, "Alex Example", flags)
    git(book, "switch", "--quiet", "main")
    at_desk(book, "Dawn Example", approves if not (book / ACTS).exists() else flags)
    git(book, "merge", "--quiet", "--no-ff", "--no-edit", "side")


def rebased(book: Path) -> None:
    git(book, "switch", "--quiet", "-c", "side")
    at_desk(book, "Alex Example", flags)
    git(book, "switch", "--quiet", "main")
    at_desk(book, "Dawn Example", flags)
    git(book, "rebase", "--quiet", "main", "side")


SOUND = [undoes, undoes_and_redoes, put_back_as_it_was, item_renamed, branches_merged, rebased]


@pytest.mark.parametrize("happens", SOUND, ids=[each.__name__ for each in SOUND])
def test_what_is_in_order_raises_no_doubt(book: Path, happens: Callable[[Path], None]) -> None:
    happens(book)
    context = open_book_context(book)
    (meeting,) = context.reading.meetings()[0]
    assert context.sign_off.gate(meeting).tampered == ()
    context.history.close()


def test_a_book_that_came_without_its_history_is_told_and_can_be_signed(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(book / ".git")
    git(book, "init", "--quiet")
    commit(book, who="Clerk Example")
    _, told = at_the_gate(book)
    assert sum("was recorded by Clerk Example" in each for each in told) == 3
    assert "was recorded by Clerk Example" in printed(book, capsys, "status")
