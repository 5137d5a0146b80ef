"""A thousand books, each tampered with at random in one or several ways: none of them is taken for good."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.composition.tampered_books import (
    SIGNED,
    Seen,
    commit,
    copied,
    git,
    make_files,
    make_folders,
    verified,
)

BOOKS = 1_000
Mutation = Callable[[Path, random.Random], None]


def acts(book: Path) -> list[Path]:
    """The acts that are recorded and stand there still: what a mutation brought is no act of anybody's."""
    recorded = (book / name for name in git(book, "ls-files", "*/acts/*.yaml").splitlines())
    return [path for path in recorded if path.is_file() and not path.is_symlink()]


def changes_a_byte(book: Path, dice: random.Random) -> None:
    path = dice.choice(acts(book))
    raw = bytearray(path.read_bytes())
    at = dice.randrange(len(raw))
    raw[at] = dice.choice([each for each in range(32, 127) if each != raw[at]])
    path.write_bytes(bytes(raw))


def cuts_off(book: Path, dice: random.Random) -> None:
    path = dice.choice(acts(book))
    path.write_bytes(path.read_bytes()[: dice.randrange(path.stat().st_size)])


def takes_away(book: Path, dice: random.Random) -> None:
    dice.choice(acts(book)).unlink()


def renames(book: Path, dice: random.Random) -> None:
    path = dice.choice(acts(book))
    path.rename(
        path.with_name(dice.choice([f".{path.name}", f"{path.stem}.yml", f"{path.stem}.YAML", "x.txt"]))
    )


def exchanges(book: Path, dice: random.Random) -> None:
    one, other = dice.sample(acts(book), 2)
    kept = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(kept)


def moves_elsewhere(book: Path, dice: random.Random) -> None:
    path = dice.choice(acts(book))
    to = dice.choice([each.parent for each in acts(book) if each.parent != path.parent])
    path.rename(to / path.name)


def copies_under_another_id(book: Path, dice: random.Random) -> None:
    path = dice.choice(acts(book))
    name = path.stem.rpartition("-")[2]
    other = f"{dice.randrange(16**8):08x}"
    path.with_name(path.name.replace(name, other)).write_text(
        path.read_text("utf-8").replace(name, other), encoding="utf-8"
    )


def makes_a_link(book: Path, dice: random.Random) -> None:
    one, other = dice.sample(acts(book), 2)
    one.unlink()
    one.symlink_to(other)


def changes_signed_minutes(book: Path, dice: random.Random) -> None:
    names = (f"{SIGNED}.md", f"{SIGNED}/05-report/minutes.md", f"{SIGNED}/06-other/minutes.md")
    there = [book / name for name in names if (book / name).exists()]
    if not there:
        return  # another mutation took them away
    path = dice.choice(there)
    raw = bytearray(path.read_bytes())
    at = dice.randrange(len(raw))
    raw[at:at] = dice.choice([b" ", b"x", b"\r", "\u200b".encode(), b"not ", b"\n\n## 9. More\n\nMore.\n\n"])
    path.write_bytes(bytes(raw))


def takes_signed_minutes_away(book: Path, dice: random.Random) -> None:
    for name in (f"{SIGNED}.md", f"{SIGNED}/05-report"):
        path = book / name
        if path.is_dir():
            shutil.rmtree(path)
        elif path.exists():
            path.unlink()


def puts_the_history_back(book: Path, dice: random.Random) -> None:
    git(book, "reset", "--quiet", "--hard", f"HEAD~{dice.randint(1, 4)}")


def touches_the_tag(book: Path, dice: random.Random) -> None:
    tag = f"minutes/{SIGNED}"
    if dice.random() < 1 / 2:
        git(book, "tag", "-d", tag)
    else:
        git(book, "tag", "-f", "-a", tag, "-m", "Minutes", f"HEAD~{dice.randint(0, 3)}", who="Dawn Example")


MUTATIONS: list[Mutation] = [
    *(changes_a_byte, cuts_off, takes_away, renames, exchanges, moves_elsewhere, copies_under_another_id),
    *(makes_a_link, changes_signed_minutes, takes_signed_minutes_away),
]
OF_THE_REPOSITORY: list[Mutation] = [puts_the_history_back, touches_the_tag]


def tampered(book: Path, seed: int) -> str:
    """Tamper with a book as a throw of dice says; what was done."""
    dice = random.Random(seed)  # noqa: S311 -- a throw that can be repeated
    if dice.random() < 1 / 10:
        chosen = [dice.choice(OF_THE_REPOSITORY)]
        chosen[0](book, dice)
        return chosen[0].__name__
    chosen = dice.sample(MUTATIONS, dice.choice([1, 1, 1, 2, 3]))
    for mutate in chosen:
        mutate(book, dice)
    if dice.random() < 1 / 4:
        git(book, "switch", "--quiet", "-c", "side")
    commit(book, dice.choice(["Tidy", "Undo: Flag item 6: wording", "Amend item 5"]), "Meeting: x\nUndoes: y")
    if git(book, "branch", "--show-current") == "side":
        git(book, "switch", "--quiet", "main")
        git(book, "commit", "--quiet", "--allow-empty", "-m", "Work")
        git(book, "merge", "--quiet", "--no-edit", "side")
    return ", ".join(mutate.__name__ for mutate in chosen)


@pytest.mark.soak
@pytest.mark.parametrize("make", [make_folders, make_files], ids=["folders", "one file"])
def test_no_book_that_was_tampered_with_is_taken_for_good(
    make: Callable[[Path], Path], tmp_path: Path
) -> None:
    made, seen = make(tmp_path / "made" / "drafts"), Seen()
    assert verified(made, seen).holds
    taken = []
    for seed in range(BOOKS // 2):
        book = copied(made, tmp_path / "drafts")
        then = Seen()
        then.state = seen.state
        did = tampered(book, seed)
        if verified(book, then).holds:
            taken.append((seed, did))
        shutil.rmtree(book)
    assert taken == []
