"""Acts that are signed with SSH keys: what that proves, and what anybody can check without this program."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from review_tui.adapters.book.record_format import RecordFormat
from review_tui.adapters.git import GitHistory
from review_tui.adapters.ssh_keys import SshKeys
from review_tui.application.book_context import BookContext
from review_tui.application.signing import UserKey
from review_tui.application.verifier import Verified, Verifier
from review_tui.composition import open_book_context, run
from review_tui.model.errors import Refusal
from tests.composition.tampered_books import (
    ONE_FILE,
    SIGNED,
    WORDS,
    YAML,
    Seen,
    act,
    approves,
    at_desk,
    broken,
    commit,
    copied,
    git,
    reword,
    signs,
)

PEOPLE = ("Dawn", "Alex", "Mallory")


def made_key(folder: Path, who: str, passphrase: str = "") -> UserKey:
    path = folder / who
    words = ["ssh-keygen", "-q", "-t", "ed25519", "-N", passphrase, "-C", who, "-f", str(path)]
    subprocess.run(words, check=True)
    public = path.with_suffix(".pub").read_text("utf-8").split()
    return UserKey(" ".join(public[:2]), who, str(path))


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> dict[str, UserKey]:
    folder = tmp_path_factory.mktemp("keys")
    return {who: made_key(folder, who) for who in PEOPLE}


def uses(key: UserKey) -> None:
    SshKeys().choose(key)


def book_yaml(keys: dict[str, UserKey]) -> str:
    listed = "".join(
        f"  - {{name: {who} Example, email: {who.lower()}@example.org, keys: [{keys[who].public}]}}\n"
        for who in ("Dawn", "Alex")
    )
    return f"reviewers:\n{listed}signing:\n  needed: yes\n"


def make(book: Path, keys: dict[str, UserKey], *, is_file: bool) -> Path:
    """A signed meeting in a book where everything has to be signed."""
    book.mkdir(parents=True)
    if is_file:
        (book / f"{SIGNED}.md").write_text(ONE_FILE.format(date=SIGNED[:10]), encoding="utf-8")
    else:
        for name, words in WORDS.items():
            (book / SIGNED / name).mkdir(parents=True)
            (book / SIGNED / name / "minutes.md").write_text(f"{words}\n", encoding="utf-8")
        (book / SIGNED / "meeting.yaml").write_text(YAML.format(date=SIGNED[:10]), encoding="utf-8")
    (book / "book.yaml").write_text(book_yaml(keys), encoding="utf-8")
    subprocess.run(["git", "init", "--quiet", "--template=", "--initial-branch=main", str(book)], check=True)
    commit(book, "Draft minutes", who="Clerk Example")
    uses(keys["Alex"])
    at_desk(book, "Alex Example", approves(SIGNED, "5"))
    uses(keys["Dawn"])
    more = ("opening",) if is_file else ()
    at_desk(book, "Dawn Example", approves(SIGNED, *more, "6", "5"), signs(SIGNED))
    return book


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory, keys: dict[str, UserKey]) -> Path:
    return _made_apart(tmp_path_factory.mktemp("signed"), keys, is_file=False)


def _made_apart(folder: Path, keys: dict[str, UserKey], *, is_file: bool) -> Path:
    """Made with a home of its own, for many tests."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
            patch.setenv(name, str(folder / "home"))
        return make(folder / "drafts", keys, is_file=is_file)


def verified(book: Path, trusted: dict[str, tuple[str, ...]] | None = None) -> Verified:
    with GitHistory(book) as history:
        verifier = Verifier(history.raw, RecordFormat(), Seen(), checker=SshKeys())
        if trusted is not None:
            verifier.trust(trusted)
        return verifier.quick()


def approval(book: Path, by: str = "dawn") -> Path:
    return act(book, "approval", by, f"{SIGNED}/05-report")


def test_what_is_signed_holds_and_says_so(folders: Path, keys: dict[str, UserKey]) -> None:
    found = verified(folders)
    assert found.breaches == ()
    assert set(found.signatures.values()) == {"signed"}
    assert len(found.signatures) == 4
    known: dict[str, tuple[str, ...]] = {
        f"{who.lower()}@example.org": (keys[who].public,) for who in ("Dawn", "Alex")
    }
    assert verified(folders, known).holds
    others = {**known, "dawn@example.org": (keys["Mallory"].public,)}
    assert broken(verified(folders, others)) == {"signed"}


def signature_of(path: Path) -> str:
    return path.read_text("utf-8").partition("signature:")[2]


def signed_by_another(book: Path, keys: dict[str, UserKey]) -> None:
    path = approval(book)
    words = path.read_text("utf-8").partition("signature:")[0]
    uses(keys["Mallory"])
    payload = f"review-tui 1\nmeeting: {SIGNED}\nitem: 05-report\n{words}".encode()
    indented = "".join(f"  {line}\n" for line in SshKeys().sign(payload).splitlines())
    path.write_text(f"{words}signature: |\n{indented}", encoding="utf-8")


def signature_of_another_item(book: Path, keys: dict[str, UserKey]) -> None:
    other = act(book, "approval", "dawn", f"{SIGNED}/06-other")
    reword(approval(book), signature_of(approval(book)), signature_of(other))


def another_item_with_its_signature(book: Path, keys: dict[str, UserKey]) -> None:
    """Item 6 holds the words of item 5, and Alex's approval of those is copied there."""
    there = book / SIGNED / "06-other"
    shutil.copy(book / SIGNED / "05-report" / "minutes.md", there)
    path = approval(book, "alex")
    shutil.copy(path, there / "acts" / path.name)


def text_under_a_signature(book: Path, keys: dict[str, UserKey]) -> None:
    path = approval(book)
    path.write_text(
        re.sub(r"text: v1:[0-9a-f]{64}", f"text: v1:{'0' * 64}", path.read_text("utf-8")), "utf-8"
    )


def more_after_the_signature(book: Path, keys: dict[str, UserKey]) -> None:
    path = approval(book)
    path.write_text(f"{path.read_text('utf-8')}lifts: [abcdef12]\n", encoding="utf-8")


def signature_taken_away(book: Path, keys: dict[str, UserKey]) -> None:
    path = approval(book)
    path.write_text(path.read_text("utf-8").partition("signature:")[0], encoding="utf-8")


def sign_off_without_signature(book: Path, keys: dict[str, UserKey]) -> None:
    path = act(book, "sign-off", "dawn", SIGNED)
    path.write_text(path.read_text("utf-8").partition("signature:")[0], encoding="utf-8")


FORGED = [
    *(signed_by_another, signature_of_another_item, another_item_with_its_signature, text_under_a_signature),
    *(more_after_the_signature, signature_taken_away, sign_off_without_signature),
]


@pytest.mark.parametrize("forge", FORGED, ids=[each.__name__ for each in FORGED])
def test_a_forged_signature_is_told_whoever_is_said_to_have_recorded_it(
    folders: Path, keys: dict[str, UserKey], tmp_path: Path, forge: Callable[[Path, dict[str, UserKey]], None]
) -> None:
    book = copied(folders, tmp_path / "drafts")
    forge(book, keys)
    # The whole history is written anew, so that nothing is told but by signatures.
    shutil.rmtree(book / ".git")
    subprocess.run(["git", "init", "--quiet", "--template=", "--initial-branch=main", str(book)], check=True)
    commit(book, who="Dawn Example")
    assert "signed" in broken(verified(book))


def ends_a_key(book: Path, keys: dict[str, UserKey]) -> None:
    old = keys["Dawn"].public
    reword(book / "book.yaml", f"keys: [{old}]", f"keys: [{{key: {old}, until: 2022-04-01}}]")
    commit(book, who="Dawn Example")


def leaves(book: Path, keys: dict[str, UserKey]) -> None:
    reword(book / "book.yaml", "email: dawn@example.org", "email: dawn@example.org, left: 2022-04-01")
    commit(book, who="Dawn Example")


@pytest.mark.parametrize("end", [ends_a_key, leaves])
def test_a_key_that_ended_is_good_for_what_came_before_and_for_nothing_after(
    folders: Path, keys: dict[str, UserKey], tmp_path: Path, end: Callable[[Path, dict[str, UserKey]], None]
) -> None:
    book = copied(folders, tmp_path / "drafts")
    end(book, keys)
    assert verified(book).holds
    uses(keys["Dawn"])
    with pytest.raises(Refusal, match="has to be signed, and your key is not among those"):
        at_desk(book, "Dawn Example", reopens_it)


def reopens_it(context: BookContext) -> None:
    (meeting,) = context.reading.meetings()[0]
    context.sign_off.reopen(meeting, "Late.")


def test_nobody_gives_another_a_key_and_nobody_drops_the_need_to_sign(
    folders: Path, keys: dict[str, UserKey], tmp_path: Path
) -> None:
    more = copied(folders, tmp_path / "more")
    old, new = keys["Dawn"].public, keys["Mallory"].public
    reword(more / "book.yaml", f"keys: [{old}]", f"keys: [{old}, {new}]")
    commit(more)
    assert broken(verified(more)) == {"terms"}
    less = copied(folders, tmp_path / "less")
    reword(less / "book.yaml", "needed: yes", "needed: no")
    commit(less)
    assert broken(verified(less)) == {"terms"}
    own = copied(folders, tmp_path / "own")
    reword(own / "book.yaml", f"keys: [{old}]", f"keys: [{old}, {new}]")
    commit(own, who="Dawn Example")
    assert verified(own).holds


def lists(name: str, key: UserKey) -> Callable[[Path], None]:
    entry = f"  - {{name: {name} Example, email: {name.lower()}@example.org, keys: [{key.public}]}}\n"
    return lambda book: reword(book / "book.yaml", "signing:", f"{entry}signing:")


def takes_off(name: str) -> Callable[[Path], None]:
    def take(book: Path) -> None:
        lines = (book / "book.yaml").read_text("utf-8").splitlines(keepends=True)
        kept = [line for line in lines if f"{name.lower()}@" not in line]
        (book / "book.yaml").write_text("".join(kept), encoding="utf-8")

    return take


def test_nobody_lets_themselves_onto_the_list_and_none_who_is_not_on_it_changes_it(
    folders: Path, keys: dict[str, UserKey], tmp_path: Path
) -> None:
    changes = (lists("Mallory", keys["Mallory"]), lists("Olu", keys["Mallory"]), takes_off("Alex"))
    for number, change in enumerate(changes):
        book = copied(folders, tmp_path / str(number))
        change(book)
        commit(book)
        assert broken(verified(book)) == {"terms"}, number
    book = copied(folders, tmp_path / "settled")
    for change, who in (
        (changes[0], "Mallory Example"),
        (takes_off("Mallory"), "Dawn Example"),
        (changes[0], "Dawn Example"),
    ):
        change(book)
        commit(book, who=who)
    assert verified(book).holds, "somebody who was on the list put Mallory on it again"


def test_rules_beside_a_meeting_are_none(folders: Path, keys: dict[str, UserKey], tmp_path: Path) -> None:
    book = copied(folders, tmp_path / "drafts")
    (book / SIGNED / "book.yaml").write_text("signing:\n  needed: no\n", encoding="utf-8")
    signature_taken_away(book, keys)
    shutil.rmtree(book / ".git")
    subprocess.run(["git", "init", "--quiet", "--template=", "--initial-branch=main", str(book)], check=True)
    commit(book, who="Dawn Example")
    assert "signed" in broken(verified(book))


def test_a_book_that_moves_takes_its_rules_along(
    folders: Path, keys: dict[str, UserKey], tmp_path: Path
) -> None:
    book = copied(folders, tmp_path / "drafts")
    (book / "minutes").mkdir()
    for name in (SIGNED, "book.yaml"):
        git(book, "mv", name, f"minutes/{name}")
    commit(book, who="Dawn Example")
    assert verified(book / "minutes").holds


def test_keys_from_outside_with_options_are_refused(
    folders: Path, keys: dict[str, UserKey], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for option in ("cert-authority", 'valid-before="20200101"', 'namespaces="git"'):
        (tmp_path / "keys").write_text(f"dawn@example.org {option} {keys['Dawn'].public}\n", encoding="utf-8")
        assert run(["verify", str(folders), "--keys", str(tmp_path / "keys")]) == 2
        assert "has options, which are not gone by" in capsys.readouterr().err


def test_without_a_key_that_can_be_used_nothing_is_recorded_and_nobody_is_asked(
    folders: Path, keys: dict[str, UserKey], tmp_path: Path, home: Path
) -> None:
    book = copied(folders, tmp_path / "drafts")
    before = git(book, "rev-parse", "HEAD")
    for key, said in (
        (None, "none is chosen"),
        (keys["Mallory"], "not among those that book.yaml lists"),
    ):
        if key:
            uses(key)
        with pytest.raises(Refusal, match=said):
            at_desk(book, "Dawn Example", reopens_it)
    locked = made_key(tmp_path, "Locked", "a long passphrase")
    reword(book / "book.yaml", keys["Dawn"].public, locked.public)
    uses(locked)
    with pytest.raises(Refusal, match=r"unlock it first: ssh-add .*Locked"):
        at_desk(book, "Dawn Example", reopens_it)
    assert git(book, "rev-parse", "HEAD") == before


@pytest.mark.parametrize("is_file", [False, True], ids=["folders", "one file"])
def test_the_certificate_is_checked_with_git_and_ssh_keygen_alone(
    keys: dict[str, UserKey],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    *,
    is_file: bool,
) -> None:
    book = make(tmp_path / "drafts", keys, is_file=is_file)
    assert run(["verify", str(book), "--certificate", "-o", str(tmp_path / "certificate.txt")]) == 0
    words = (tmp_path / "certificate.txt").read_text("utf-8")
    script = "\n".join(line[4:] for line in words.splitlines() if line.startswith("    "))
    assert script.count("ssh-keygen -Y verify") == 4 + is_file
    used = set(re.findall(r"^(?:check=\$\()?([a-z-]+)|\$\(([a-z]+)|\| ([a-z]+)", script, re.MULTILINE))
    assert {word for each in used for word in each if word} <= {
        *("export", "mktemp", "git", "printf", "sed", "ssh-keygen", "test"),
    }

    def check(where: Path) -> int:
        return subprocess.run(["sh", "-eu"], cwd=where, input=script, text=True, check=False).returncode

    assert check(book) == 0
    git(tmp_path, "clone", "--quiet", str(book), "elsewhere")
    assert check(tmp_path / "elsewhere") == 0
    git(tmp_path / "elsewhere", "tag", "-f", "-a", f"minutes/{SIGNED}", "-m", "Other")
    assert check(tmp_path / "elsewhere") != 0
    reword(book / (f"{SIGNED}.md" if is_file else f"{SIGNED}/05-report/minutes.md"), "noted", "refused")
    commit(book)
    capsys.readouterr()
    assert run(["verify", str(book), "--certificate"]) == 1
    assert "Nothing is certified" in capsys.readouterr().err


def test_keys_are_found_used_and_listed_in_two_commands(
    tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / ".ssh").mkdir()
    made_key(home / ".ssh", "id_ed25519")
    book = tmp_path / "drafts"
    (book / SIGNED / "05-report").mkdir(parents=True)
    (book / SIGNED / "05-report" / "minutes.md").write_text("Noted.\n", encoding="utf-8")
    (book / SIGNED / "meeting.yaml").write_text("body: Board\ndate: 2022-03-16\n", encoding="utf-8")
    (book / "book.yaml").write_text("# Ours.\nreviewers:\n  - email: dawn@example.org # the chair\n", "utf-8")
    subprocess.run(["git", "init", "--quiet", "--template=", str(book)], check=True)
    commit(book)
    git(book, "config", "user.name", "Dawn Example")
    git(book, "config", "user.email", "Dawn@example.org")
    monkeypatch.chdir(book)
    assert run(["keys", "--book", "."]) == 0
    assert run(["keys", "use", "2"]) == 2
    assert run(["keys", "use", "1"]) == 0
    assert "book.yaml lists it under your name" in capsys.readouterr().out
    assert run(["keys", "use", "1"]) == 0
    assert "lists it already" in capsys.readouterr().out
    said = (book / "book.yaml").read_text("utf-8")
    assert said.startswith("# Ours.")
    assert "# the chair" in said
    context = open_book_context(book)
    (member,) = context.reading.policy()[0].members
    assert len(member.keys) == 1
    context.history.close()
