"""Tamperings of every kind, each in a real repository, and honest histories that nobody may be accused of."""

import hashlib
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from review_tui.adapters.book.record_format import RecordFormat
from review_tui.adapters.git import GitHistory
from review_tui.adapters.seen_states import SeenStateFile
from review_tui.application.verifier import Verifier
from review_tui.model.text import digest
from tests.composition.tampered_books import (
    OPEN,
    SIGNED,
    YAML,
    Seen,
    act,
    amends,
    approves,
    at_desk,
    broken,
    commit,
    copied,
    flags,
    git,
    make_files,
    make_folders,
    reopens,
    reword,
    signs,
    verified,
)

Tamper = Callable[[Path], None]
ITEM5, ITEM6 = f"{OPEN}/05-report", f"{OPEN}/06-other"


def id_of(path: Path) -> str:
    """The id of the act that a file is named for."""
    return path.stem.rpartition("-")[2]


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Seen]:
    book, seen = make_folders(tmp_path_factory.mktemp("folders") / "drafts"), Seen()
    assert verified(book, seen).breaches == ()
    return book, seen


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Seen]:
    book, seen = make_files(tmp_path_factory.mktemp("files") / "drafts"), Seen()
    assert verified(book, seen).breaches == ()
    return book, seen


def signed_digest(book: Path) -> str:
    """The digest of item 5 as it was signed."""
    found: list[str] = re.findall(
        r"v1:[0-9a-f]{64}", act(book, "sign-off", "dawn", SIGNED).read_text("utf-8")
    )
    return found[0]


def forged(path: Path, kind: str, by: str, rest: str) -> None:
    """An act in another's name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    (path.parent / f"20220601T100000Z-{kind}-0badcafe.yaml").write_text(
        f'act: {kind}\nid: "0badcafe"\nby:\n  name: {by.capitalize()} Example\n  email: {by}@example.org\n'
        f'at: "2022-06-01T10:00:00Z"\n{rest}',
        encoding="utf-8",
    )


# Signed minutes and their digest.


def signed_text(book: Path) -> None:
    reword(book / SIGNED / "05-report/minutes.md", "received", "refused")
    commit(book)


def signed_text_with_our_trailers(book: Path) -> None:
    reword(book / SIGNED / "05-report/minutes.md", "received", "refused")
    commit(book, "Amend item 5: x", f"Meeting: {SIGNED}\nItem: 05-report")


def signed_text_and_digest(book: Path) -> None:
    path = book / SIGNED / "05-report/minutes.md"
    reword(path, "received", "refused")
    reword(act(book, "sign-off", "dawn", SIGNED), signed_digest(book), digest(path.read_text("utf-8")))
    commit(book, "Tidy", f"Meeting: {SIGNED}")


def signed_text_digest_and_tag(book: Path) -> None:
    old = signed_digest(book)
    signed_text_and_digest(book)
    tag = f"minutes/{SIGNED}"
    words = git(book, "for-each-ref", f"refs/tags/{tag}", "--format=%(contents)")
    git(
        book,
        "tag",
        "-f",
        "-a",
        tag,
        "-F",
        "-",
        who="Dawn Example",
        data=words.replace(old, signed_digest(book)),
    )


def signed_text_put_into_the_commit_of_the_sign_off(book: Path) -> None:
    """The history is written anew with other words under the sign-off, and the tag moved there."""
    at = git(book, "rev-parse", f"minutes/{SIGNED}^{{commit}}")
    git(book, "switch", "--quiet", "--detach", at)
    path = book / SIGNED / "05-report/minutes.md"
    old = signed_digest(book)
    reword(path, "received", "refused")
    new = digest(path.read_text("utf-8"))
    reword(act(book, "sign-off", "dawn", SIGNED), old, new)
    git(book, "commit", "--quiet", "-a", "--amend", "--no-edit", who="Dawn Example")
    words = git(book, "for-each-ref", f"refs/tags/minutes/{SIGNED}", "--format=%(contents)")
    git(
        book,
        "tag",
        "-f",
        "-a",
        f"minutes/{SIGNED}",
        "-F",
        "-",
        who="Dawn Example",
        data=words.replace(old, new),
    )
    git(book, "rebase", "--quiet", "--onto", "HEAD", at, "main", who="Dawn Example")


def signed_bytes(book: Path) -> None:
    path = book / SIGNED / "05-report/minutes.md"
    path.write_bytes(path.read_bytes().replace(b".\n", b".  \r\n"))
    commit(book)


def signed_minutes_gone(book: Path) -> None:
    shutil.rmtree(book / SIGNED / "06-other")
    commit(book)


def signed_meeting_gone(book: Path) -> None:
    shutil.rmtree(book / SIGNED)
    commit(book)


# Its tag.


def tag_deleted(book: Path) -> None:
    git(book, "tag", "-d", f"minutes/{SIGNED}")


def tag_moved(book: Path) -> None:
    git(book, "tag", "-f", "-a", f"minutes/{SIGNED}", "-m", "Minutes", "HEAD", who="Dawn Example")


def tag_made_anew(book: Path) -> None:
    at = git(book, "rev-parse", f"minutes/{SIGNED}^{{commit}}")
    git(book, "tag", "-f", "-a", f"minutes/{SIGNED}", "-m", "Minutes", at)


def tag_without_words(book: Path) -> None:
    at = git(book, "rev-parse", f"minutes/{SIGNED}^{{commit}}")
    git(book, "tag", "-f", f"minutes/{SIGNED}", at)


def tag_copied_under_another_name(book: Path) -> None:
    at = git(book, "rev-parse", f"refs/tags/minutes/{SIGNED}")
    git(book, "update-ref", "-d", f"refs/tags/minutes/{SIGNED}")
    git(book, "update-ref", f"refs/tags/minutes/{SIGNED}.2", at)


def one_more_tag(book: Path) -> None:
    """Other words under the name that the next sign-off's tag would have."""
    git(book, "switch", "--quiet", "-c", "side")
    minutes = next(p for p in (book / f"{SIGNED}.md", book / SIGNED / "05-report/minutes.md") if p.exists())
    reword(minutes, "received", "refused")
    commit(book)
    git(book, "tag", "-a", f"minutes/{SIGNED}.2", "-m", "Minutes", who="Dawn Example")
    git(book, "switch", "--quiet", "main")


def tag_of_minutes_that_nobody_signed(book: Path) -> None:
    git(book, "tag", "-a", f"minutes/{OPEN}", "-m", "Minutes", who="Dawn Example")


def tag_that_names_one_more_text(book: Path) -> None:
    at = git(book, "rev-parse", f"minutes/{SIGNED}^{{commit}}")
    words = git(book, "for-each-ref", f"refs/tags/minutes/{SIGNED}", "--format=%(contents)")
    more = words.replace("text v1:", f"text v1:{'0' * 64}\ntext v1:", 1)
    git(book, "tag", "-f", "-a", f"minutes/{SIGNED}", "-F", "-", at, who="Dawn Example", data=more)


# What was signed beside the words.


def meeting_yaml(old: str, new: str, meeting: str = SIGNED) -> Tamper:
    def change(book: Path) -> None:
        reword(book / meeting / "meeting.yaml", old, new)
        commit(book)

    change.__name__ = f"{meeting[5:7]}_{old.split(':', maxsplit=1)[0].strip('- {')}_{new[:8]}"
    return change


def meeting_yaml_gone(book: Path) -> None:
    (book / SIGNED / "meeting.yaml").unlink()
    commit(book)


def meeting_yaml_of_an_open_meeting_gone(book: Path) -> None:
    (book / OPEN / "meeting.yaml").unlink()
    commit(book)


# Acts changed or taken away.


def deleted(kind: str, by: str, meeting: str = OPEN, *message: str) -> Tamper:
    def delete(book: Path) -> None:
        act(book, kind, by, meeting).unlink()
        commit(book, *message)

    delete.__name__ = f"{kind}_of_{by}_deleted{'_with_trailers' if message else ''}"
    return delete


def own_approval_of_signed_minutes_deleted(book: Path) -> None:
    act(book, "approval", "dawn", SIGNED).unlink()
    commit(book, who="Dawn Example")


def rules_made_easier(book: Path) -> None:
    (book / "book.yaml").unlink()
    commit(book)


def reopening_deleted(book: Path) -> None:
    at_desk(book, "Dawn Example", reopens(SIGNED))
    act(book, "reopening", "dawn", SIGNED).unlink()
    commit(book)


def objection_edited(book: Path) -> None:
    reword(act(book, "objection", "dawn"), "Not what was said.", "It is fine.")
    commit(book)


def approval_edited_to_another_text(book: Path) -> None:
    at_desk(book, "Alex Example", amends(OPEN, "5", "noted", "refused"))
    words = (book / ITEM5 / "minutes.md").read_text("utf-8")
    path = act(book, "approval", "dawn")
    path.write_text(re.sub(r"v1:[0-9a-f]{64}", digest(words), path.read_text("utf-8")), encoding="utf-8")
    commit(book)


def maker_written_over(book: Path) -> None:
    reword(act(book, "objection", "dawn"), "dawn@example.org", "mallory@example.org")
    commit(book)


def deleted_as_an_undo(book: Path) -> None:
    act(book, "objection", "dawn").unlink()
    commit(
        book, "Undo: Object to item 6: Other", f"Meeting: {OPEN}\nUndoes: {git(book, 'rev-parse', 'HEAD')}"
    )


def moved_to_another_item(book: Path) -> None:
    path = act(book, "objection", "dawn")
    to = book / ITEM5 / "acts" / path.name
    path.rename(to)
    commit(book)


def moved_out_of_sight(book: Path) -> None:
    path = act(book, "objection", "dawn")
    path.rename(path.with_suffix(".txt"))
    commit(book)


def hidden_behind_a_link(book: Path) -> None:
    path = act(book, "objection", "dawn")
    path.unlink()
    path.symlink_to("/dev/null")
    commit(book)


def made_a_folder(book: Path) -> None:
    path = act(book, "objection", "dawn")
    path.unlink()
    path.mkdir()
    (path / "x").write_text("x", encoding="utf-8")
    commit(book)


def edited_by_its_maker(book: Path) -> None:
    reword(act(book, "objection", "dawn"), "Not what was said.", "It is fine.")
    commit(book, who="Dawn Example")


def reverted(book: Path) -> None:
    path = act(book, "objection", "dawn").relative_to(book).as_posix()
    git(book, "revert", "--no-edit", git(book, "log", "-1", "--format=%H", "--", path))


def deleted_while_it_was_signed(book: Path) -> None:
    path = act(book, "objection", "dawn")
    other, flag = act(book, "objection", "alex"), act(book, "flag", "dawn")
    kept = {each: each.read_bytes() for each in (path, other, flag)}
    for each in kept:
        each.unlink()
    commit(book)
    forged(book / ITEM6 / "acts" / "x", "approval", "mallory", f"text: {signed(book, ITEM6)}\n")
    forged(
        book / OPEN / "acts" / "x",
        "sign-off",
        "mallory",
        f"items:\n- item: 05-report\n  text: {signed(book, ITEM5)}\n- item: 06-other\n"
        f"  text: {signed(book, ITEM6)}\n",
    )
    commit(book)
    told = f"text {signed(book, ITEM5)}\ntext {signed(book, ITEM6)}"
    git(book, "tag", "-a", f"minutes/{OPEN}", "-m", told)
    for each, raw in kept.items():
        each.write_bytes(raw)
    commit(book)


def signed(book: Path, place: str) -> str:
    return digest((book / place / "minutes.md").read_text("utf-8"))


# Acts in others' names.


def text_edited_and_approved_for_another(book: Path) -> None:
    reword(book / ITEM5 / "minutes.md", "noted", "refused")
    forged(book / ITEM5 / "acts" / "x", "approval", "alex", f"text: {signed(book, ITEM5)}\n")
    commit(book)


def approved_for_another_with_our_trailers(book: Path) -> None:
    forged(book / ITEM6 / "acts" / "x", "approval", "alex", f"text: {signed(book, ITEM6)}\n")
    commit(book, "Approve item 6: Other", f"Meeting: {OPEN}\nItem: 06-other\nText: {signed(book, ITEM6)}")


def approved_under_an_odd_name(book: Path) -> None:
    forged(book / ITEM6 / "acts" / "x", "approval", "alex", f"text: {signed(book, ITEM6)}\n")
    path = book / ITEM6 / "acts" / "20220601T100000Z-approval-0badcafe.yaml"
    path.rename(path.with_name("notes.yaml"))
    commit(book)


def objection_withdrawn_for_its_maker(book: Path) -> None:
    path = act(book, "objection", "dawn")
    name = id_of(path)
    forged(path, "disposition", "dawn", f'of: "{name}"\noutcome: withdrawn\nreason: ""\n')
    commit(book)


def objection_withdrawn_by_another(book: Path) -> None:
    path = act(book, "objection", "dawn")
    name = id_of(path)
    forged(path, "disposition", "mallory", f'of: "{name}"\noutcome: withdrawn\nreason: ""\n')
    commit(book)


def objection_lifted_by_anothers_approval(book: Path) -> None:
    path = act(book, "objection", "dawn")
    name = id_of(path)
    forged(path, "approval", "mallory", f'text: {signed(book, ITEM6)}\nlifts:\n- "{name}"\n')
    commit(book)


def flag_settled_for_its_maker(book: Path) -> None:
    path = act(book, "flag", "dawn")
    name = id_of(path)
    forged(path, "disposition", "dawn", f'of: "{name}"\noutcome: accepted\nreason: Fine.\n')
    commit(book)


def reopened_for_another(book: Path) -> None:
    path = act(book, "sign-off", "dawn", SIGNED)
    name = id_of(path)
    forged(path, "reopening", "dawn", f'of: "{name}"\nreason: x\n')
    commit(book)


def signed_for_another(book: Path) -> None:
    forged(book / OPEN / "acts" / "x", "sign-off", "dawn", "")
    commit(book)


def many_at_once(book: Path) -> None:
    for n in range(5):
        forged(
            book / ITEM6 / "acts" / "x",
            "objection",
            ("dawn", "alex")[n % 2],
            f"text: {signed(book, ITEM6)}\ncomment: x\n",
        )
        path = book / ITEM6 / "acts" / "20220601T100000Z-objection-0badcafe.yaml"
        reword(path, "0badcafe", f"0badcaf{n}")
        path.rename(path.with_name(f"20220601T10000{n}Z-objection-0badcaf{n}.yaml"))
    commit(book)


def approved_before_it_was_written(book: Path) -> None:
    text = "The report was refused.\n"
    forged(book / ITEM5 / "acts" / "x", "approval", "alex", f"text: {digest(text)}\n")
    commit(book, who="Alex Example")
    (book / ITEM5 / "minutes.md").write_text(text, encoding="utf-8")
    commit(book)


def signed_with_an_objection_open(book: Path) -> None:
    forged(
        book / OPEN / "acts" / "x",
        "sign-off",
        "mallory",
        f"items:\n- item: 05-report\n  text: {signed(book, ITEM5)}\n- item: 06-other\n"
        f"  text: {signed(book, ITEM6)}\n",
    )
    commit(book)
    told = f"text {signed(book, ITEM5)}\ntext {signed(book, ITEM6)}"
    git(book, "tag", "-a", f"minutes/{OPEN}", "-m", told)


def own_words_signed(book: Path) -> None:
    """Mallory amends, approves their own words, and signs, in a book that does not let them."""
    for each in (act(book, "objection", "dawn"), act(book, "objection", "alex"), act(book, "flag", "dawn")):
        each.unlink()
    reword(book / ITEM6 / "minutes.md", "Other business", "Nothing")
    commit(book)
    forged(book / ITEM6 / "acts" / "x", "approval", "mallory", f"text: {signed(book, ITEM6)}\n")
    commit(book)
    signed_with_an_objection_open(book)


# Acts that are there, and that nobody sees.


def item_exchanged_for_a_twin_without_its_acts(book: Path) -> None:
    git(book, "mv", f"{ITEM6}/minutes.md", f"{OPEN}/minutes.md")
    (book / OPEN / "06-Other").mkdir()
    git(book, "mv", f"{OPEN}/minutes.md", f"{OPEN}/06-Other/minutes.md")
    reword(book / OPEN / "meeting.yaml", "id: 06-other", "id: 06-Other")
    commit(book)


def item_renamed_without_its_objections(book: Path) -> None:
    objections = [act(book, "objection", who) for who in ("dawn", "alex")]
    kept = {path: path.read_bytes() for path in objections}
    git(book, "mv", ITEM6, f"{OPEN}/07-other")
    for path, raw in kept.items():
        (book / OPEN / "07-other" / "acts" / path.name).unlink()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
    reword(book / OPEN / "meeting.yaml", "06-other", "07-other")
    commit(book)


def meeting_hidden(to: str) -> Tamper:
    def hide(book: Path) -> None:
        (book / to).parent.mkdir(exist_ok=True)
        git(book, "mv", OPEN, to)
        commit(book)

    hide.__name__ = f"meeting_moved_to_{to.replace('/', '_')}"
    return hide


def minutes_made_a_link(book: Path) -> None:
    (book / "other.md").write_text("The report was refused.\n", encoding="utf-8")
    (book / ITEM5 / "minutes.md").unlink()
    (book / ITEM5 / "minutes.md").symlink_to("../../other.md")
    commit(book)


def in_a_meeting_called_notes(book: Path) -> None:
    (book / "notes" / "05-report").mkdir(parents=True)
    (book / "notes" / "05-report" / "minutes.md").write_text("All agreed.\n", encoding="utf-8")
    (book / "notes" / "meeting.yaml").write_text(YAML.format(date="2022-05-01"), encoding="utf-8")
    text = f"text: {digest('All agreed.')}\n"
    forged(book / "notes" / "05-report" / "acts" / "x", "approval", "alex", text)
    commit(book)


# Acts that mean others than they seem to.


def objection_withdrawn_under_its_own_id(book: Path) -> None:
    """Mallory objects under the id of Dawn's objection, and withdraws that."""
    path = act(book, "objection", "dawn")
    name = id_of(path)
    twin = path.with_name(f"20220601T100000Z-objection-{name}.yaml")
    twin.write_text(path.read_text("utf-8").replace("Dawn", "Mallory").replace("dawn", "mallory"), "utf-8")
    forged(path, "disposition", "mallory", f'of: "{name}"\noutcome: withdrawn\nreason: ""\n')
    commit(book)


def undone_approval_put_back(book: Path) -> None:
    at_desk(book, "Alex Example", approves(OPEN, "5"))
    path = act(book, "approval", "alex")
    raw = path.read_bytes()
    at_desk(book, "Alex Example", lambda context: context.undo.undo())
    path.write_bytes(raw)
    commit(book)


def sign_off_taken_back(book: Path) -> None:
    """It is never undone; so not even its maker's own undo passes for one."""
    act(book, "sign-off", "dawn", SIGNED).unlink()
    git(book, "tag", "-d", f"minutes/{SIGNED}")
    at = git(book, "rev-parse", "HEAD")
    commit(book, "Undo: Sign off", f"Meeting: {SIGNED}\nUndoes: {at}", who="Dawn Example")


def approved_as(name: str, email: str) -> Tamper:
    """Somebody approves under a name, and records that under the same."""

    def approve(book: Path) -> None:
        forged(book / ITEM6 / "acts" / "x", "approval", "mallory", f"text: {signed(book, ITEM6)}\n")
        path = book / ITEM6 / "acts" / "20220601T100000Z-approval-0badcafe.yaml"
        reword(path, "Mallory Example", name)
        reword(path, "mallory@example.org", email)
        git(book, "add", "-A")
        git(book, "-c", "core.quotePath=no", "commit", "--quiet", "-m", "Tidy", f"--author={name} <{email}>")

    approve.__name__ = f"approved_as_{email}"
    return approve


def role_given_to_oneself(book: Path) -> None:
    people = "reviewers:\n  - {email: dawn@example.org, roles: [chair]}\n  - {email: mallory@example.org}\n"
    (book / "book.yaml").write_text(people, encoding="utf-8")
    commit(book, who="Dawn Example")
    reword(book / "book.yaml", "mallory@example.org", "mallory@example.org, roles: [chair]")
    commit(book)


# Merges.


def side(book: Path) -> None:
    git(book, "switch", "--quiet", "-c", "side")
    (book / "one.txt").write_text("x", encoding="utf-8")
    commit(book)
    git(book, "switch", "--quiet", "main")
    (book / "two.txt").write_text("x", encoding="utf-8")
    commit(book)


def edited_in_a_branch(book: Path) -> None:
    git(book, "switch", "--quiet", "-c", "side")
    objection_edited(book)
    git(book, "switch", "--quiet", "main")
    (book / "two.txt").write_text("x", encoding="utf-8")
    commit(book)
    git(book, "merge", "--quiet", "--no-edit", "side")


def in_a_merge(tamper: Callable[[Path], None]) -> Tamper:
    def merge(book: Path) -> None:
        side(book)
        git(book, "merge", "--quiet", "--no-commit", "--no-ff", "side")
        tamper(book)
        commit(book)

    merge.__name__ = f"{tamper.__name__.strip('_')}_in_a_merge"
    return merge


def _objection_edited(book: Path) -> None:
    reword(act(book, "objection", "dawn"), "Not what was said.", "It is fine.")


def _objection_deleted(book: Path) -> None:
    act(book, "objection", "dawn").unlink()


def _flag_deleted(book: Path) -> None:
    act(book, "flag", "dawn").unlink()


def _approval_forged(book: Path) -> None:
    forged(book / ITEM6 / "acts" / "x", "approval", "alex", f"text: {signed(book, ITEM6)}\n")


def merged_ours(book: Path) -> None:
    git(book, "switch", "--quiet", "-c", "side", "HEAD~1")
    git(book, "merge", "--quiet", "-s", "ours", "--no-edit", "main")
    git(book, "switch", "--quiet", "-C", "main")


def merged_theirs_of_three(book: Path) -> None:
    """An octopus that takes over the tree of one side alone."""
    tip, old, older = (git(book, "rev-parse", at) for at in ("HEAD", "HEAD~1", "HEAD~2"))
    tree = git(book, "rev-parse", f"{old}^{{tree}}")
    parents = [word for each in (old, tip, older) for word in ("-p", each)]
    git(book, "reset", "--quiet", "--hard", git(book, "commit-tree", tree, *parents, "-m", "Merge"))


def undone_act_brought_back_by_a_merge(book: Path) -> None:
    git(book, "switch", "--quiet", "-c", "side")
    at_desk(book, "Dawn Example", lambda context: context.undo.undo())
    git(book, "switch", "--quiet", "main")
    (book / "two.txt").write_text("x", encoding="utf-8")
    commit(book)
    git(book, "merge", "--quiet", "-s", "ours", "--no-edit", "side")


# The history itself.


def reset_back(book: Path) -> None:
    git(book, "reset", "--quiet", "--hard", "HEAD~2")


def reset_before_the_sign_off(book: Path) -> None:
    git(book, "reset", "--quiet", "--hard", f"minutes/{SIGNED}~1")


def squashed(book: Path) -> None:
    git(book, "reset", "--quiet", "--soft", "HEAD~3")
    commit(book, who="Dawn Example")


def squashed_whole(book: Path) -> None:
    tree = git(book, "rev-parse", "HEAD^{tree}")
    git(book, "reset", "--quiet", "--hard", git(book, "commit-tree", tree, "-m", "Start"))


def reset_and_pruned(book: Path) -> None:
    reset_back(book)
    git(book, "reflog", "expire", "--expire=now", "--all")
    git(book, "gc", "--quiet", "--prune=now")


def amended(book: Path) -> None:
    act(book, "flag", "dawn").unlink()
    git(book, "commit", "--quiet", "-a", "--amend", "-m", "Approve", who="Dawn Example")


def amended_under_the_same_message(book: Path) -> None:
    act(book, "flag", "dawn").unlink()
    git(book, "commit", "--quiet", "-a", "--amend", "--no-edit", who="Dawn Example")


def replaced(book: Path) -> None:
    git(book, "replace", "HEAD", "HEAD~1")


def grafted(book: Path) -> None:
    tip, older = git(book, "rev-parse", "HEAD"), git(book, "rev-parse", "HEAD~3")
    (book / ".git/info").mkdir(exist_ok=True)
    (book / ".git/info/grafts").write_text(f"{tip} {older}\n", encoding="utf-8")


# What an approver read beside the words.


def notes_changed(book: Path) -> None:
    (book / ITEM5 / "notes/clerk.md").write_text("refused\n", encoding="utf-8")
    commit(book)


def notes_gone(book: Path) -> None:
    (book / ITEM5 / "notes/clerk.md").unlink()
    commit(book)


def exempt_after_approval(book: Path) -> None:
    reword(book / OPEN / "meeting.yaml", "title: Report}", "title: Report, exempt: true}")
    commit(book)


# On disk alone.


def act_edited_on_disk(book: Path) -> None:
    reword(act(book, "objection", "dawn"), "Not what was said.", "It is fine.")


def act_deleted_on_disk(book: Path) -> None:
    act(book, "objection", "dawn").unlink()


def act_added_on_disk(book: Path) -> None:
    forged(book / ITEM6 / "acts" / "x", "approval", "alex", f"text: {signed(book, ITEM6)}\n")


def act_edited_and_hidden_from_git(book: Path) -> None:
    path = act(book, "objection", "dawn")
    git(book, "update-index", "--assume-unchanged", path.relative_to(book).as_posix())
    act_edited_on_disk(book)


def minutes_edited(old: str, new: str) -> Tamper:
    def edit(book: Path) -> None:
        names = (f"{SIGNED}.md", f"{SIGNED}/05-report/minutes.md")
        reword(next(book / name for name in names if (book / name).exists()), old, new)

    return edit


def behind_a_filter(edit: Tamper) -> Tamper:
    """What stands on disk is said to be what is recorded, by a program and by an encoding."""

    def hide(book: Path) -> None:
        git(book, "config", "filter.x.clean", "git show HEAD:%f")
        (book / ".git/info").mkdir(exist_ok=True)
        words = "*.yaml filter=x\n*.md filter=x working-tree-encoding=UTF-7\n"
        (book / ".git/info/attributes").write_text(words, encoding="utf-8")
        edit(book)

    return hide


def rules_edited_on_disk(book: Path) -> None:
    reword(book / "book.yaml", "own_words: no", "own_words: yes")


def act_edited_behind_a_filter(book: Path) -> None:
    git(book, "config", "filter.x.clean", "cat")
    (book / ".gitattributes").write_text("*.yaml filter=x\n", encoding="utf-8")
    act_edited_on_disk(book)


def object_overwritten(book: Path) -> None:
    """The bytes of an object are exchanged for another's, under its name."""
    blob = git(book, "rev-parse", f"HEAD:{act(book, 'objection', 'dawn').relative_to(book).as_posix()}")
    other = git(book, "rev-parse", f"HEAD:{act(book, 'objection', 'alex').relative_to(book).as_posix()}")
    path = book / ".git/objects" / blob[:2] / blob[2:]
    path.chmod(0o644)
    path.write_bytes((book / ".git/objects" / other[:2] / other[2:]).read_bytes())


UNDO = ("Undo: Object to item 6: Other", f"Meeting: {OPEN}\nItem: 06-other")
KINDS: list[tuple[Tamper, str]] = [
    *[(each, "final") for each in (signed_text, signed_text_with_our_trailers, signed_bytes)],
    (signed_text_and_digest, "unchanged"),
    (signed_text_digest_and_tag, "unchanged"),
    (signed_text_put_into_the_commit_of_the_sign_off, "gate"),
    (signed_minutes_gone, "final"),
    (signed_meeting_gone, "unchanged"),
    (tag_deleted, "tagged"),
    *[(each, "tag") for each in (tag_moved, tag_made_anew, tag_without_words)],
    (tag_copied_under_another_name, "tag"),
    (tag_moved, "seen"),
    (meeting_yaml("title: Report", "title: Refusal"), "final"),
    (meeting_yaml("date: 2022-03-16", "date: 2022-03-17"), "final"),
    (meeting_yaml("present: [Dawn Example", "present: [Mallory Example"), "final"),
    (meeting_yaml("role: Officer", "role: Chair"), "final"),
    (meeting_yaml("body: The Board", "body: The Cabinet"), "final"),
    (meeting_yaml("venue: Town Hall", "venue: Nowhere"), "final"),
    (meeting_yaml('  - {id: 06-other, number: "6", title: Other, presenter: Alex Example}\n', ""), "final"),
    (meeting_yaml('number: "5"', 'number: "7"'), "final"),
    (meeting_yaml("title: Other", "title: Other, exempt: yes"), "final"),
    (meeting_yaml("items:\n", "items:\n  - {id: 07-new, title: New}\n"), "final"),
    (meeting_yaml_gone, "final"),
    *[(deleted(kind, by), "unchanged") for kind, by in (("objection", "dawn"), ("flag", "dawn"))],
    (deleted("approval", "dawn"), "unchanged"),
    (deleted("objection", "alex", OPEN, *UNDO), "unchanged"),
    (deleted("flag", "dawn", OPEN, *UNDO), "unchanged"),
    (deleted("sign-off", "dawn", SIGNED), "unchanged"),
    (deleted("sign-off", "dawn", SIGNED, "Undo: Sign off", f"Meeting: {SIGNED}"), "tag"),
    (reopening_deleted, "unchanged"),
    (own_approval_of_signed_minutes_deleted, "unchanged"),
    *[
        (each, "unchanged")
        for each in (objection_edited, approval_edited_to_another_text, maker_written_over)
    ],
    *[(each, "unchanged") for each in (deleted_as_an_undo, moved_to_another_item, moved_out_of_sight)],
    *[(each, "unchanged") for each in (hidden_behind_a_link, made_a_folder, edited_by_its_maker, reverted)],
    (deleted_while_it_was_signed, "unchanged"),
    *[(each, "maker") for each in (text_edited_and_approved_for_another, approved_under_an_odd_name)],
    *[
        (each, "maker")
        for each in (approved_for_another_with_our_trailers, objection_withdrawn_for_its_maker)
    ],
    *[(each, "maker") for each in (flag_settled_for_its_maker, reopened_for_another, signed_for_another)],
    (many_at_once, "maker"),
    (objection_withdrawn_by_another, "may"),
    (objection_lifted_by_anothers_approval, "may"),
    (approved_before_it_was_written, "read-first"),
    (signed_with_an_objection_open, "gate"),
    (own_words_signed, "gate"),
    (edited_in_a_branch, "unchanged"),
    *[(in_a_merge(each), "unchanged") for each in (_objection_edited, _objection_deleted, _flag_deleted)],
    (in_a_merge(_approval_forged), "maker"),
    *[(each, "joined") for each in (merged_ours, merged_theirs_of_three, undone_act_brought_back_by_a_merge)],
    *[(each, "seen") for each in (reset_back, reset_before_the_sign_off, squashed, squashed_whole, amended)],
    *[(each, "seen") for each in (reset_and_pruned, amended_under_the_same_message)],
    *[(each, "tag") for each in (one_more_tag, tag_of_minutes_that_nobody_signed)],
    (tag_that_names_one_more_text, "tag"),
    (reset_before_the_sign_off, "tag"),
    *[(each, "shown") for each in (replaced, grafted)],
    *[(each, "around") for each in (notes_changed, notes_gone, exempt_after_approval)],
    (meeting_yaml("title: Report", "title: Refusal", OPEN), "around"),
    *[
        (each, "placed")
        for each in (item_exchanged_for_a_twin_without_its_acts, item_renamed_without_its_objections)
    ],
    *[(meeting_hidden(to), "placed") for to in (f".{OPEN}", f"old/{OPEN}")],
    *[(each, "placed") for each in (meeting_yaml_of_an_open_meeting_gone, minutes_made_a_link)],
    (in_a_meeting_called_notes, "maker"),
    (approved_as("D\u0430wn Example", "d\u0430wn@example.org"), "maker"),
    (approved_as("Dawn\u200b Example", "dawn@other.example"), "maker"),
    (role_given_to_oneself, "terms"),
    (objection_withdrawn_under_its_own_id, "readable"),
    *[(each, "unchanged") for each in (undone_approval_put_back, sign_off_taken_back)],
]
ON_DISK: list[Tamper] = [
    *(act_edited_on_disk, act_deleted_on_disk, act_added_on_disk, act_edited_and_hidden_from_git),
    *(act_edited_behind_a_filter, behind_a_filter(rules_edited_on_disk)),
    *(minutes_edited("received", "refused"), behind_a_filter(minutes_edited("received", "refused"))),
    behind_a_filter(minutes_edited("received", "+AHIAZQBm-used")),
]


@pytest.mark.parametrize(
    ("tamper", "rule"), KINDS, ids=[f"{tamper.__name__}-{rule}" for tamper, rule in KINDS]
)
def test_tampering_breaks_its_rule(
    folders: tuple[Path, Seen], tmp_path: Path, tamper: Tamper, rule: str
) -> None:
    book = copied(folders[0], tmp_path / "drafts")
    seen = Seen()
    seen.state = folders[1].state
    tamper(book)
    found = verified(book, seen)
    assert not found.holds
    assert rule in broken(found), found.breaches or found.unverifiable


def in_file(old: str, new: str, meeting: str = SIGNED) -> Tamper:
    def change(book: Path) -> None:
        reword(book / f"{meeting}.md", old, new)
        commit(book)

    change.__name__ = f"file_{old.strip('#.')[:12].strip()}_{new.strip()[:9]}"
    return change


def review_yaml(new: str) -> Tamper:
    def change(book: Path) -> None:
        reword(book / f"{SIGNED}.review/meeting.yaml", "items:", f"{new}\nitems:")
        commit(book)

    change.__name__ = f"review_{new[:8]}"
    return change


def ids_swapped_in_a_review(book: Path) -> None:
    path = book / f"{SIGNED}.review/meeting.yaml"
    for old, new in (
        ("- id: report", "- id: x"),
        ("- id: other", "- id: report"),
        ("- id: x", "- id: other"),
    ):
        reword(path, old, new)
    commit(book)


def signed_file_gone(book: Path) -> None:
    (book / f"{SIGNED}.md").unlink()
    commit(book)


def exempt_in_a_review(book: Path) -> None:
    reword(book / f"{OPEN}.review/meeting.yaml", "- id: report\n", "- id: report\n  exempt: true\n")
    commit(book)


def approved_in_a_review_for_another(book: Path) -> None:
    path = act(book, "approval", "dawn")
    raw = path.read_text("utf-8")
    made = path.with_name("20220601T100000Z-approval-0badcafe.yaml")
    made.write_text(raw.replace(id_of(path), "0badcafe").replace("dawn@", "alex@"), "utf-8")
    commit(book)


def notes_beside_a_file_changed(book: Path) -> None:
    path = book / f"{OPEN}-notes.md"
    path.write_text("noted\n", encoding="utf-8")
    commit(book, who="Clerk Example")
    at_desk(book, "Alex Example", approves(OPEN, "5"))
    path.write_text("refused\n", encoding="utf-8")
    commit(book)


def in_review(old: str, new: str) -> Tamper:
    def change(book: Path) -> None:
        reword(book / f"{OPEN}.review/meeting.yaml", old, new)
        commit(book)

    change.__name__ = f"review_{new.strip()[:14].strip()}"
    return change


def file_renamed_without_its_review(book: Path) -> None:
    git(book, "mv", f"{OPEN}.md", "2022-04-20-council.md")
    commit(book)


def second_file_with_the_same_review(book: Path) -> None:
    words = (book / f"{SIGNED}.md").read_text("utf-8").replace("received", "refused")
    (book / f"{SIGNED}.markdown").write_text(words, encoding="utf-8")
    commit(book)


def file_left_out_of_the_book(book: Path) -> None:
    (book / "book.yaml").write_text(f'meetings: "{SIGNED}*.md"\n', encoding="utf-8")
    commit(book)


def acts_on_a_heading_called_notes(book: Path) -> None:
    text = digest("## Notes\n\nMore.\n")
    forged(book / f"{OPEN}.review/acts/notes/x", "approval", "alex", f"text: {text}\n")
    commit(book)


IN_FILES: list[tuple[Tamper, str]] = [
    (in_file("received", "refused"), "final"),
    (in_file("present: [Dawn", "present: [Mallory"), "final"),
    (in_file("## 5. Report", "## 5. Refusal"), "final"),
    (in_file("## 6. Other", "## 7. More\n\nMore was said.\n\n## 6. Other"), "final"),
    (in_file("received.\n", "received. \r\n"), "final"),
    (review_yaml("date: 2022-03-17"), "final"),
    (review_yaml("venue: Nowhere"), "final"),
    (ids_swapped_in_a_review, "final"),
    (signed_file_gone, "final"),
    (deleted("sign-off", "dawn", SIGNED), "unchanged"),
    (deleted("objection", "dawn"), "unchanged"),
    (tag_deleted, "tagged"),
    (tag_moved, "tag"),
    (reset_before_the_sign_off, "tag"),
    (merged_ours, "joined"),
    (approved_in_a_review_for_another, "maker"),
    (exempt_in_a_review, "around"),
    (notes_beside_a_file_changed, "around"),
    (in_review("- id: other\n", "- id: others\n"), "placed"),
    (in_review("- id: other\n", "- id: meeting\n"), "placed"),
    (in_review("items:", "headings: 1\nitems:"), "placed"),
    (file_renamed_without_its_review, "placed"),
    *[(each, "placed") for each in (second_file_with_the_same_review, file_left_out_of_the_book)],
    (one_more_tag, "tag"),
    (acts_on_a_heading_called_notes, "maker"),
]


@pytest.mark.parametrize(
    ("tamper", "rule"), IN_FILES, ids=[f"{tamper.__name__}-{rule}" for tamper, rule in IN_FILES]
)
def test_tampering_with_minutes_in_one_file_breaks_its_rule(
    files: tuple[Path, Seen], tmp_path: Path, tamper: Tamper, rule: str
) -> None:
    book = copied(files[0], tmp_path / "drafts")
    seen = Seen()
    seen.state = files[1].state
    tamper(book)
    assert rule in broken(verified(book, seen))


def test_what_stands_on_disk_alone_is_told(folders: tuple[Path, Seen], tmp_path: Path) -> None:
    for number, tamper in enumerate(ON_DISK):
        book = copied(folders[0], tmp_path / str(number))
        tamper(book)
        assert broken(verified(book, is_whole=True)) == {"recorded"}, tamper.__name__


def test_signed_minutes_in_a_file_are_compared_with_the_disk_too(
    files: tuple[Path, Seen], tmp_path: Path
) -> None:
    book = copied(files[0], tmp_path / "drafts")
    reword(book / f"{OPEN}.md", "noted", "refused")
    (told,) = verified(book, is_whole=True).breaches
    assert (told.rule.word, told.is_told) == ("recorded", True)
    minutes_edited("received", "refused")(book)
    acts = book / f"{OPEN}.review/acts/notes/20220601T100000Z-objection-0badcafe.yaml"
    acts.parent.mkdir()
    acts.write_text("an act on a heading that is called notes", encoding="utf-8")
    assert [breach.path for breach in verified(book, is_whole=True).breaches if not breach.is_told] == [
        f"{SIGNED}.md",
        acts.relative_to(book).as_posix(),
    ]


def test_a_forged_list_of_commits_that_plain_git_believes_is_told(
    folders: tuple[Path, Seen], tmp_path: Path
) -> None:
    book = copied(folders[0], tmp_path / "drafts")
    git(book, "commit-graph", "write", "--reachable")
    assert verified(book, is_whole=True).holds
    tree, other = (bytes.fromhex(git(book, "rev-parse", f"{at}^{{tree}}")) for at in ("HEAD", "HEAD~3"))
    graph = book / ".git/objects/info/commit-graph"
    raw = graph.read_bytes().replace(tree, other)[:-20]
    graph.chmod(0o644)
    graph.write_bytes(raw + hashlib.sha1(raw, usedforsecurity=False).digest())
    found = verified(book, is_whole=True)
    assert (broken(found), "commit-graph" in found.breaches[0].sentence) == ({"whole"}, True)


def test_a_branch_without_commits_proves_nothing(folders: tuple[Path, Seen], tmp_path: Path) -> None:
    book = copied(folders[0], tmp_path / "drafts")
    git(book, "symbolic-ref", "HEAD", "refs/heads/nothing")
    assert "no commit where this book is" in verified(book, is_whole=True).unverifiable
    seen = Seen()
    seen.state = folders[1].state
    assert not verified(book, seen).holds


def test_what_was_seen_and_cannot_be_read_any_more_is_told(
    folders: tuple[Path, Seen], tmp_path: Path
) -> None:
    kept = SeenStateFile(tmp_path / "seen.json")
    with GitHistory(folders[0]) as history:
        assert broken(Verifier(history.raw, RecordFormat(), kept).quick()) == set()
        (tmp_path / "seen.json").write_text("{}", encoding="utf-8")
        verifier = Verifier(history.raw, RecordFormat(), kept)
        assert broken(verifier.quick()) == {"seen"}
        verifier.accept()
        found = verifier.quick()
        assert (found.holds, found.tip[:12] in found.roots[-1]) == (True, True)


def test_objects_that_are_not_what_their_names_say_prove_nothing(
    folders: tuple[Path, Seen], tmp_path: Path
) -> None:
    book = copied(folders[0], tmp_path / "drafts")
    object_overwritten(book)
    found = verified(book, is_whole=True)
    assert not found.holds
    assert "is not what its name says" in found.unverifiable


def test_a_history_without_its_beginning_proves_nothing(folders: tuple[Path, Seen], tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--depth", "2", f"file://{folders[0]}", "shallow")
    found = verified(tmp_path / "shallow")
    assert not found.holds
    assert "not on this computer" in found.unverifiable


# Nobody may be accused of these.


def rebased(book: Path) -> None:
    git(book, "switch", "--quiet", "-c", "side")
    at_desk(book, "Alex Example", amends(OPEN, "5", "noted", "welcomed"))
    at_desk(book, "Clerk Example", approves(OPEN, "5"))
    git(book, "switch", "--quiet", "main")
    at_desk(book, "Dawn Example", flags(OPEN, "6", "business"))
    git(book, "rebase", "--quiet", "main", "side", who="Alex Example")


def rebased_and_conflicting(book: Path) -> None:
    git(book, "switch", "--quiet", "-c", "side")
    at_desk(book, "Alex Example", amends(OPEN, "5", "noted", "welcomed"))
    at_desk(book, "Clerk Example", approves(OPEN, "5"))
    git(book, "switch", "--quiet", "main")
    at_desk(book, "Dawn Example", amends(OPEN, "5", "noted", "received"))
    git(book, "rebase", "--quiet", "-X", "theirs", "main", "side", who="Alex Example")


def cherry_picked(book: Path) -> None:
    git(book, "switch", "--quiet", "-c", "side")
    at_desk(book, "Alex Example", amends(OPEN, "5", "noted", "welcomed"))
    at_desk(book, "Clerk Example", approves(OPEN, "5"))
    git(book, "switch", "--quiet", "main")
    git(book, "cherry-pick", "main..side", who="Clerk Example")


def merged(book: Path) -> None:
    git(book, "switch", "--quiet", "-c", "side")
    at_desk(book, "Alex Example", amends(OPEN, "5", "noted", "welcomed"))
    at_desk(book, "Clerk Example", approves(OPEN, "5"))
    git(book, "switch", "--quiet", "main")
    at_desk(book, "Dawn Example", flags(OPEN, "6", "business"), lambda context: context.undo.undo())
    git(book, "merge", "--quiet", "--no-edit", "side", who="Dawn Example")


def merged_with_an_undo_on_one_side(book: Path) -> None:
    git(book, "switch", "--quiet", "-c", "side")
    at_desk(book, "Dawn Example", lambda context: context.undo.undo(), lambda context: context.undo.undo())
    git(book, "switch", "--quiet", "main")
    at_desk(book, "Alex Example", amends(OPEN, "5", "noted", "welcomed"))
    git(book, "merge", "--quiet", "--no-edit", "side", who="Alex Example")
    at_desk(book, "Dawn Example", lambda context: context.undo.redo())


def edited_with_a_plain_editor(book: Path) -> None:
    reword(book / ITEM5 / "minutes.md", "noted", "welcomed")
    commit(book, who="Clerk Example")
    at_desk(book, "Dawn Example", approves(OPEN, "5"))


def trailing_blanks_after_an_approval(book: Path) -> None:
    path = book / ITEM5 / "minutes.md"
    path.write_bytes(path.read_bytes().replace(b".\n", b". \r\n\n"))
    commit(book, who="Clerk Example")


def amendment_reverted(book: Path) -> None:
    at_desk(book, "Alex Example", amends(OPEN, "5", "noted", "welcomed"))
    git(book, "revert", "--no-edit", "HEAD", who="Dawn Example")


def own_act_reverted_with_git(book: Path) -> None:
    at_desk(book, "Alex Example", flags(OPEN, "5", "report"))
    git(book, "revert", "--no-edit", "HEAD", who="Alex Example")


def amended_before_it_was_sent(book: Path) -> None:
    git(book, "commit", "--quiet", "--amend", "-m", "Object, and say it in other words", who="Dawn Example")


def undone_and_redone(book: Path) -> None:
    at_desk(book, "Dawn Example", lambda context: context.undo.undo(), lambda context: context.undo.redo())


def item_renamed(book: Path) -> None:
    git(book, "mv", ITEM5, f"{OPEN}/07-report")
    reword(book / OPEN / "meeting.yaml", "05-report", "07-report")
    commit(book, who="Clerk Example")


def meetings_renamed(book: Path) -> None:
    git(book, "mv", SIGNED, "march")
    git(book, "mv", OPEN, "april")
    commit(book, who="Clerk Example")


def notes_added(book: Path) -> None:
    (book / ITEM5 / "notes" / "slides.txt").write_text("more\n", encoding="utf-8")
    commit(book, who="Clerk Example")


def notes_changed_and_approved_again(book: Path) -> None:
    at_desk(book, "Alex Example", amends(OPEN, "5", "noted", "welcomed"))
    (book / ITEM5 / "notes" / "clerk.md").write_text("welcomed\n", encoding="utf-8")
    commit(book, who="Clerk Example")
    at_desk(book, "Dawn Example", approves(OPEN, "5"))


def reopened_and_amended(book: Path) -> None:
    at_desk(book, "Dawn Example", reopens(SIGNED), amends(SIGNED, "5", "received", "welcomed"))
    at_desk(book, "Alex Example", approves(SIGNED, "5"))
    at_desk(book, "Dawn Example", signs(SIGNED))


def objection_put_back(book: Path) -> None:
    path = act(book, "objection", "dawn")
    raw = path.read_bytes()
    path.unlink()
    commit(book)
    path.write_bytes(raw)
    commit(book)


def more_of_the_agenda_unsigned(book: Path) -> None:
    reword(book / OPEN / "meeting.yaml", "items:\n", "items:\n  - {id: 07-new, title: New}\n")
    (book / OPEN / "07-new").mkdir()
    (book / OPEN / "07-new" / "minutes.md").write_text("New.\n", encoding="utf-8")
    commit(book, who="Clerk Example")


def packed(book: Path) -> None:
    git(book, "gc", "--quiet")
    git(book, "pack-refs", "--all")


def fresh_root(book: Path) -> None:
    """Another history, of something else, is merged in."""
    empty = git(book, "hash-object", "-t", "tree", "-w", "--stdin", data="")
    other = git(book, "commit-tree", empty, "-m", "Something else")
    git(book, "merge", "--quiet", "--no-edit", "--allow-unrelated-histories", "-s", "ours", other)


HONEST: list[Tamper] = [
    *(rebased, rebased_and_conflicting, cherry_picked, merged, merged_with_an_undo_on_one_side),
    *(edited_with_a_plain_editor, trailing_blanks_after_an_approval, amendment_reverted),
    *(own_act_reverted_with_git, undone_and_redone, item_renamed, meetings_renamed, notes_added),
    *(notes_changed_and_approved_again, reopened_and_amended, objection_put_back),
    *(more_of_the_agenda_unsigned, packed, fresh_root, amended_before_it_was_sent),
]
HONEST_IN_FILES: list[Tamper] = [
    *(rebased, merged, merged_with_an_undo_on_one_side, amendment_reverted, undone_and_redone),
    *(reopened_and_amended, packed),
]


@pytest.mark.parametrize("happens", HONEST, ids=[each.__name__ for each in HONEST])
def test_an_honest_history_raises_no_alarm(
    folders: tuple[Path, Seen], tmp_path: Path, happens: Tamper
) -> None:
    book = copied(folders[0], tmp_path / "drafts")
    seen = Seen()
    seen.state = folders[1].state
    happens(book)
    found = verified(book, seen, is_whole=True)
    assert (broken(found), found.unverifiable) == (set(), ""), found.breaches


@pytest.mark.parametrize("happens", HONEST_IN_FILES, ids=[each.__name__ for each in HONEST_IN_FILES])
def test_an_honest_history_of_files_raises_no_alarm(
    files: tuple[Path, Seen], tmp_path: Path, happens: Tamper
) -> None:
    book = copied(files[0], tmp_path / "drafts")
    seen = Seen()
    seen.state = files[1].state
    happens(book)
    found = verified(book, seen, is_whole=True)
    assert (broken(found), found.unverifiable) == (set(), ""), found.breaches


def test_a_file_renamed_with_its_review_and_a_book_moved_raise_no_alarm(
    files: tuple[Path, Seen], tmp_path: Path
) -> None:
    book = copied(files[0], tmp_path / "drafts")
    git(book, "mv", f"{OPEN}.md", "april.md")
    git(book, "mv", f"{OPEN}.review", "april.review")
    commit(book, who="Clerk Example")
    (book / "minutes").mkdir()
    for name in ("april.md", "april.review", f"{SIGNED}.md", f"{SIGNED}.review"):
        git(book, "mv", name, f"minutes/{name}")
    commit(book, who="Clerk Example")
    found = verified(book / "minutes")
    assert (broken(found), found.unverifiable) == (set(), ""), found.breaches


def approved_by_mallory(book: Path, acts: str, text: str) -> list[str]:
    """The rules that are told of when Mallory approves a text, which the book does not want of own words."""
    (book / "book.yaml").write_text("approval:\n  own_words: no\n", encoding="utf-8")
    forged(book / acts / "x", "approval", "mallory", f"text: {digest(text)}\n")
    commit(book)
    return [breach.rule.word for breach in verified(book).breaches if breach.rule.word == "own-words"]


def test_words_in_a_file_stay_those_of_whoever_wrote_them_item_by_item(
    files: tuple[Path, Seen], tmp_path: Path
) -> None:
    """Alex put a comma into what Mallory wrote, and renamed the file and the heading."""
    book = copied(files[0], tmp_path / "drafts")
    reword(book / f"{OPEN}.md", "was noted", "was noted and the lease was sold")
    commit(book)
    reword(book / f"{OPEN}.md", "noted and", "noted, and")
    reword(book / f"{OPEN}.md", "## 5. Report", "## 5. Annual Report")
    commit(book, who="Alex Example")
    for end in ("md", "review"):
        git(book, "mv", f"{OPEN}.{end}", f"april.{end}")
    commit(book, who="Alex Example")
    whole = (book / "april.md").read_text("utf-8")
    report = whole[whole.index("## 5.") : whole.index("## 6.")]
    other = copied(book, tmp_path / "other")
    assert approved_by_mallory(book, "april.review/acts/report", report) == ["own-words"]
    # They wrote nothing of the other item.
    assert approved_by_mallory(other, "april.review/acts/other", whole[whole.index("## 6.") :]) == []


def test_words_stay_those_of_whoever_wrote_them_under_another_name_or_beside_another_author(
    folders: tuple[Path, Seen], tmp_path: Path
) -> None:
    renamed, together = (copied(folders[0], tmp_path / name) for name in ("renamed", "together"))
    reword(renamed / ITEM5 / "minutes.md", "noted", "refused")
    commit(renamed)
    git(renamed, "mv", ITEM5, f"{OPEN}/07-report")
    reword(renamed / OPEN / "meeting.yaml", "05-report", "07-report")
    commit(renamed, who="Alex Example")
    text = "The report was refused.\n"
    assert approved_by_mallory(renamed, f"{OPEN}/07-report/acts", text) == ["own-words"]
    reword(together / ITEM5 / "minutes.md", "noted", "refused")
    said = "Co-Authored-By: Mallory Example <Mallory@example.org>"
    commit(together, "Put it right", said, who="Alex Example")
    assert approved_by_mallory(together, f"{ITEM5}/acts", text) == ["own-words"]


def test_one_name_under_two_addresses_is_told_and_broken_where_the_book_lists_another(
    folders: tuple[Path, Seen], tmp_path: Path
) -> None:
    book = copied(folders[0], tmp_path / "drafts")
    approved_as("Dawn Example", "dawn@home.example")(book)
    told = [b for b in verified(book).breaches if b.rule.word == "maker"]
    assert [b.is_told for b in told] == [True]
    listed = "reviewers:\n  - {name: Dawn Example, email: dawn@example.org}\n"
    (book / "book.yaml").write_text(listed, encoding="utf-8")
    commit(book)
    assert "maker" in broken(verified(book))
    both = f"{listed}  - {{name: Dawn Example, email: dawn@home.example}}\n"
    (book / "book.yaml").write_text(both, encoding="utf-8")
    commit(book)
    assert "maker" not in broken(verified(book))


def test_rules_that_were_made_easier_are_told_by_everybody(
    folders: tuple[Path, Seen], tmp_path: Path
) -> None:
    book = copied(folders[0], tmp_path / "drafts")
    rules_made_easier(book)
    (told,) = verified(book).breaches
    assert (told.rule.word, told.is_told, told.is_past) == ("terms", True, False)


def test_bytes_that_the_digest_does_not_count_are_told(folders: tuple[Path, Seen], tmp_path: Path) -> None:
    book = copied(folders[0], tmp_path / "drafts")
    trailing_blanks_after_an_approval(book)
    (told,) = verified(book).breaches
    assert told.is_told
    assert "white space at the ends of lines" in told.sentence
