"""A reviewing session on a book in memory: what the screen stands on, without the screen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import cast

from review_tui.adapters.ssh_keys import SshKeys
from review_tui.adapters.typing_journal import TypingFiles
from review_tui.application.book_context import BookContext
from review_tui.application.checking import Checking
from review_tui.application.evidence import EvidenceReader
from review_tui.application.fact_reading import FactReader
from review_tui.application.item_versions import ItemVersions
from review_tui.application.ports import TypingJournal
from review_tui.application.programs import AllMayRun, NamedPrograms, ProgramService
from review_tui.application.revert import Revert
from review_tui.application.signing import KeyService
from review_tui.application.sync import SyncService
from review_tui.application.sync_ports import Answer, Divergence, Exchange, MergedFiles
from review_tui.application.timeline import Timeline
from review_tui.application.undo import UndoService
from review_tui.composition.document_files import DocumentFiles
from review_tui.model.errors import Refusal
from review_tui.tui.item_loader import ItemLoader
from review_tui.tui.review_session import ReviewSession
from review_tui.tui.write_queue import WriteQueue
from tests.application.fakes import ITEM, MEETING, FakeCache, Table


class NoHub:
    """Nobody to send to."""

    def __getattr__(self, name: str) -> Callable[..., object]:
        """Everything that is asked for is refused, but the count of what is to be sent: that is none."""

        def refuse(*_: object, **__: object) -> object:
            if name == "to_send":
                return ()
            if name == "unfinished_merge":
                return ""
            if name == "kept_state":
                return None
            raise Refusal("This book has no hub yet.")

        return refuse


class NoMerger:
    """Nothing to bring together."""

    def merge(self, divergence: Divergence, answers: Mapping[str, Answer]) -> MergedFiles:
        raise AssertionError


def no_folder() -> None:
    """Nothing is typed in these tests."""
    raise AssertionError


class NamesNone:
    """A repository that names no programs."""

    def programs(self) -> NamedPrograms:
        return NamedPrograms()


@dataclass
class Sitting:
    """A table, and a session at it with item 5 open."""

    table: Table
    context: BookContext
    session: ReviewSession


def sit_down(table: Table) -> Sitting:
    """A session at ``table``, before anything was looked over."""
    checking = Checking(table.book, FakeCache())
    typing: TypingJournal = TypingFiles(no_folder)  # type: ignore[arg-type]
    context = BookContext(
        book="drafts",
        files=table.book,
        history=table.history,
        reading=table.reading,
        checking=checking,
        evidence=EvidenceReader(table.reading, checking, FactReader(checking)),
        facts=FactReader(checking),
        review=table.review,
        undo=table.another(UndoService),
        revert=table.another(Revert),
        sign_off=table.sign_off,
        timeline=Timeline(table.history),
        versions=ItemVersions(table.history),
        typing=typing,
        verifier=table.verifier,
        keys=KeyService(SshKeys(), table.book, table.history, table.reading),
        programs=ProgramService(NamesNone(), AllMayRun()),
        syncing=SyncService(cast("Exchange", NoHub()), NoMerger(), table.book, table.history, table.verifier),
        documents=DocumentFiles(),
    )
    loader = ItemLoader(context)
    meeting = table.reading.meeting(MEETING)
    item = loader.at_once(meeting, ITEM.id)
    assert item is not None
    return Sitting(table, context, ReviewSession(loader, WriteQueue(), meeting, item))
