"""What an item's standing rests on that only the history knows: whose words its text holds."""

from collections.abc import Sequence
from dataclasses import replace

from review_tui.application.ports import History
from review_tui.application.undo_log import other_writers
from review_tui.application.version_graph import VersionNode, has_own_words, version_graph
from review_tui.model.acts import Approval
from review_tui.model.authorship import AuthoredText, Emails, contributors
from review_tui.model.item_state import StatusTerms, acted_on_current_text
from review_tui.model.meeting import DraftMinutes
from review_tui.model.relaxed_digest import relaxed_digest
from review_tui.model.text import digest


def terms_with_history(draft: DraftMinutes, terms: StatusTerms, history: History) -> StatusTerms:
    """``terms`` with what the history says."""
    kept = version_graph(history.versions(draft.path))
    texts = [made.text for made in kept]
    digests = [digest(text) for text in texts]
    approvals = [act for act in draft.acts if isinstance(act, Approval)]

    def is_approved(text: str, wrote: Emails) -> bool:
        then = replace(terms, contributors=wrote)
        by = [
            a.by
            for a in approvals
            if a.text_digest == text and not (_forbids_own_words(terms) and acted_on_current_text(then, a.by))
        ]
        return bool(by) and not terms.policy.unmet(terms.presenter, by)

    written = [
        AuthoredText(d, _author(made, texts), made.parents, other_writers(made.version.entry))
        for d, made in zip(digests, kept, strict=True)
    ]
    found = contributors(written, is_approved)
    last = found[digests[-1]] if digests else frozenset()
    counted = relaxed_digest(draft.text, terms.policy)
    approved = {a.text_digest for a in approvals}
    same = {
        d
        for d, text in zip(digests, texts, strict=True)
        if d in approved and relaxed_digest(text, terms.policy) == counted
    }
    return replace(
        terms,
        contributors=found.get(draft.digest, last),
        same=frozenset(same),
        includes_history=True,
    )


def _author(made: VersionNode, texts: Sequence[str]) -> str:
    """Whose words a version brought; nobody's where it only puts together what others had written."""
    sides = [texts[parent] for parent in made.parents]
    is_merge = len(sides) > 1
    return "" if is_merge and not has_own_words(made.text, sides) else made.version.entry.by.email


def _forbids_own_words(terms: StatusTerms) -> bool:
    return not terms.policy.own_words
