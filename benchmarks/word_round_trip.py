"""Minutes that go out as Word documents, are worked over, pass through LibreOffice and come back.

Each round exports the sample meeting, has it changed and commented on as Word does it, and lets LibreOffice
write the document anew: in Word's format, in that by way of its own, or in its own. Meanwhile the minutes are
amended here. What comes back must be every change by whoever made it, every comment on its words, and not a
word more.
"""

import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from review_tui.composition.sample import SAMPLE_MEETING, copy_sample
from tests.word_hand import WordHand

ROUNDS = 6
PEOPLE = ("Ann Example", "Ben Example", "Cem Example")
CHANGES = 6
"""In each document, each in a passage of its own, so that each has to be one act."""
_RUN = re.compile(r"<w:t xml:space=\"preserve\">([^<&]{40,})</w:t>")
_LONG = 120
"""Seconds that LibreOffice may take over one document."""


@dataclass(slots=True)
class Round:
    """What one round should bring back, and what it brought."""

    number: int
    amended: dict[str, str] = field(default_factory=dict)
    """The words that should stand in the minutes afterwards, each with who put them there."""
    commented: dict[str, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


def main() -> int:
    """Run the rounds; 1 when anything was lost, misplaced or made up."""
    office = shutil.which("soffice")
    if office is None:
        print("LibreOffice (soffice) is not installed: left out.")
        return 0
    rounds = [run(office, number) for number in range(ROUNDS)]
    for each in rounds:
        said = "; ".join(each.faults) or "all of it"
        print(f"round {each.number}: {len(each.amended)} changes, {len(each.commented)} comments: {said}")
    return int(any(each.faults for each in rounds))


def run(office: str, number: int) -> Round:
    """One document there and back."""
    done = Round(number)
    with tempfile.TemporaryDirectory(prefix="word-round-trip-") as scratch:
        top = Path(scratch)
        book = copy_sample(top / "copy")
        look = ("clean", "redline")[number % 2]
        _amend(book, "Safe in the Community", "Safe in the wider community")
        sent = _command(
            book, "export", SAMPLE_MEETING, "--to", "docx", "--view", look, "-o", f"{top}/sent.docx"
        )
        if sent.returncode:
            done.faults.append(f"not exported: {sent.stderr.strip()}")
            return done
        _work_over(top / "sent.docx", top / "back.docx", done)
        back = _through_office(office, top / "back.docx", number)
        _amend(book, "Safeguarding Awareness Week", "The Safeguarding Awareness Week")
        came = _command(book, "import", str(back), "--into", SAMPLE_MEETING, "--yes", "--json")
        if came.returncode:
            done.faults.append(f"not taken back: {came.stderr.strip()}")
            return done
        _compare(book, json.loads(came.stdout)["returned"][0], done)
    return done


def _amend(book: Path, old: str, new: str) -> None:
    _command(book, "amend", "5", "--replace", old, new, "--reason", "Meanwhile.")


def _command(book: Path, *words: str) -> subprocess.CompletedProcess[str]:
    asked = [sys.executable, "-m", "review_tui", *words]
    return subprocess.run(asked, cwd=book.parent, capture_output=True, text=True, check=False)


def _work_over(sent: Path, back: Path, done: Round) -> None:
    """Change and comment on passages, each of them once."""
    chance = random.Random(done.number)  # noqa: S311 -- the same rounds every time
    hand = WordHand(sent.read_bytes())
    items = hand.xml[hand.xml.index("review_tui_item_1") : hand.xml.index("review_tui_end")]
    lines = [match[1] for match in _RUN.finditer(items) if hand.xml.count(match[1]) == 1]
    for place, line in enumerate(chance.sample(lines, CHANGES)):
        hand.author = chance.choice(PEOPLE)
        hand.date = f"2022-03-{20 + place}T10:0{place}:00Z"
        words = line.split(" ")
        at = chance.randrange(1, len(words) - 2)
        begin = " ".join(words[:at])
        mark = f"{done.number}-{place}"
        if place % 3 == 0:
            hand.change(f"{begin} {words[at]} ", f"{begin} changed{mark} ")
            done.amended[f"changed{mark}"] = hand.author
        elif place % 3 == 1:
            hand.insert_after(f"{begin} ", f"typed{mark} ")
            done.amended[f"typed{mark}"] = hand.author
        else:
            quote = f"{words[at]} {words[at + 1]}"
            if line.count(quote) == 1 and hand.xml.count(quote) == 1:
                hand.comment(quote, f"Why, {mark}?")
                done.commented[f"Why, {mark}?"] = quote
    back.write_bytes(hand.saved())


def _through_office(office: str, document: Path, number: int) -> Path:
    """The document as LibreOffice writes it: in Word's format, in that by way of its own, or in its own."""
    if number % 3:
        _convert(office, document, "odt", "odt")
        document = document.with_suffix(".odt")
    if number % 3 == 1:
        return document
    folder = document.parent / "converted"
    _convert(office, document, "docx:MS Word 2007 XML", "docx", folder)
    return folder / "back.docx"


def _convert(office: str, document: Path, to: str, end: str, folder: Path | None = None) -> None:
    profile = f"-env:UserInstallation=file://{document.parent}/profile"
    asked = [office, profile, "--headless", "--convert-to", to, "--outdir", str(folder or document.parent)]
    subprocess.run([*asked, str(document)], capture_output=True, check=True, timeout=_LONG)
    if not ((folder or document.parent) / f"{document.stem}.{end}").is_file():
        raise FileNotFoundError(f"LibreOffice made no {end} of {document}.")


def _compare(book: Path, returned: dict[str, Any], done: Round) -> None:
    """Whether everything came back, at its place and by its author, and nothing else did."""
    texts = "\n".join(path.read_text(encoding="utf-8") for path in book.glob("*/*/minutes.md"))
    done.faults += [f"lost {words}" for words in done.amended if texts.count(words) != 1]
    done.faults += [f"not taken: {each['sentence']}" for each in returned["not_taken"]]
    if len(returned["amendments"]) != len(done.amended):
        done.faults.append(f"{len(returned['amendments'])} amendments")
    if "The Safeguarding Awareness Week" not in texts or "wider community" not in texts:
        done.faults.append("what was amended meanwhile is lost")
    log = subprocess.run(
        ["git", "show", "--no-patch", "--format=%an|%s", *returned["commits"]],
        cwd=book,
        capture_output=True,
        text=True,
        check=True,
    )
    made = [line.partition("|")[0] for line in log.stdout.splitlines() if "|Amend" in line]
    if sorted(made) != sorted(done.amended.values()):
        done.faults.append(f"by others: {sorted(made)}")
    found = {flag["comment"]: flag["quote"] for flag in returned["flags"]}
    done.faults += _differences(found, done.commented)


def _differences(found: dict[str, str], wanted: dict[str, str]) -> Sequence[str]:
    return [
        f"{comment}: on “{found.get(comment)}”, not on “{wanted.get(comment)}”"
        for comment in sorted({*found, *wanted})
        if found.get(comment) != wanted.get(comment)
    ]
