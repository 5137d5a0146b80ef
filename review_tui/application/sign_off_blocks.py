"""What stands between minutes and their sign-off, a sentence each, and what is alike of it told once."""

from collections.abc import Iterable, Sequence

from review_tui.application.checking import CheckedItem
from review_tui.application.reading import ItemView
from review_tui.model.findings import Finding, Severity
from review_tui.model.frozen import frozen
from review_tui.model.meeting import Item
from review_tui.model.policy import Policy
from review_tui.model.recordable_text import why_no_record
from review_tui.model.transitions import CHANGED_SINCE_APPROVAL, NOT_YET_APPROVED, WAITS_FOR, sign_off_blocks


@frozen
class SignOffBlock:
    """One thing that stands between a meeting and its sign-off, or that whoever signs is told."""

    sentence: str
    item: Item | None = None
    """The item to go to; ``None`` for what is the whole meeting's."""
    act: str = ""
    """The id of the flag or objection to go to, if that is what blocks."""
    finding: Finding | None = None
    """The finding to go to, if that is it."""

    def __str__(self) -> str:
        """With the item's number before it: "Item 5: Nobody has approved it yet."."""
        return f"Item {_item_name(self.item)}: {self.sentence}" if self.item else self.sentence


@frozen
class BlockGroup:
    """Blocks that say the same of several items, or one alone."""

    sentence: str
    """Names the items: "Items 1, 2 and 5 are not approved yet."."""
    blocks: tuple[SignOffBlock, ...]

    def __str__(self) -> str:
        """The sentence."""
        return self.sentence


def item_blocks(view: ItemView, looked: CheckedItem) -> tuple[SignOffBlock, ...]:
    """What of an item's own stands in the way: its words, approvals, flags, objections and findings."""
    unfit = why_no_record(view.draft.text)
    errors = [found for found in looked.findings if _must_be_settled(found, view.state.terms.policy)]
    return (
        *([SignOffBlock(unfit, view.item)] if unfit else []),
        *(SignOffBlock(sentence, view.item, act) for sentence, act in sign_off_blocks(view.state)),
        *(SignOffBlock(_error_sentence(found), view.item, finding=found) for found in errors),
    )


def item_notices(view: ItemView, looked: CheckedItem) -> tuple[SignOffBlock, ...]:
    """What whoever signs is told of an item: open findings that do not block, and checks that failed."""
    policy = view.state.terms.policy
    open_ones = [f for f in looked.findings if f.severity is not Severity.HINT]
    return (
        *(
            SignOffBlock(found.sentence, view.item, finding=found)
            for found in open_ones
            if not _must_be_settled(found, policy)
        ),
        *(SignOffBlock(failure.sentence, view.item) for failure in looked.failures),
    )


def group_blocks(found: Iterable[SignOffBlock]) -> tuple[BlockGroup, ...]:
    """``found`` with what is alike told once, each where the first of its kind stood."""
    kinds: dict[object, list[SignOffBlock]] = {}
    for place, block in enumerate(found):
        alone = block.item is None or block.act or block.finding
        kinds.setdefault(place if alone else block.sentence, []).append(block)
    return tuple(BlockGroup(_group_sentence(each), tuple(each)) for each in kinds.values())


def list_items(items: Sequence[Item]) -> str:
    """``Item 5``, ``Items 1 to 4 and 7``."""
    names = [_item_name(item) for item in items]
    parts = [part for run in _number_runs(names) for part in run]
    if len(names) == 1:
        return f"Item {names[0]}"
    return f"Items {', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else f"Items {parts[0]}"


_SHORTEST_RUN = 4
"""Numbers that follow each other which are told by the first and the last."""


def _number_runs(names: Sequence[str]) -> Iterable[list[str]]:
    run: list[str] = []
    for name in names:
        if run and not (name.isdecimal() and run[-1].isdecimal() and int(name) == int(run[-1]) + 1):
            yield _shorten_run(run)
            run = []
        run.append(name)
    if run:
        yield _shorten_run(run)


def _shorten_run(run: list[str]) -> list[str]:
    return [f"{run[0]} to {run[-1]}"] if len(run) >= _SHORTEST_RUN else run


def _group_sentence(alike: Sequence[SignOffBlock]) -> str:
    items = [block.item for block in alike if block.item]
    sentence = alike[0].sentence
    if len(alike) == 1:
        return str(alike[0])
    if sentence == NOT_YET_APPROVED:
        return f"{list_items(items)} are not approved yet."
    if sentence == CHANGED_SINCE_APPROVAL:
        return f"{list_items(items)} have changed since they were approved."
    if sentence.startswith(WAITS_FOR):
        return f"{list_items(items)} are not approved yet: they wait for {sentence.removeprefix(WAITS_FOR)}"
    return f"{list_items(items)}: {sentence}"


def _must_be_settled(found: Finding, policy: Policy) -> bool:
    """Whether minutes with this finding open can't be signed off in a book with this policy."""
    return policy.findings_block and found.severity is Severity.ERROR


def _error_sentence(found: Finding) -> str:
    return f"{found.sentence} Put it right, or dismiss it with a reason."


def _item_name(item: Item) -> str:
    return item.number or item.id
