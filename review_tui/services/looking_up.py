"""What an item's standing rests on that only the history knows: whose words its text holds."""

from collections.abc import Sequence
from dataclasses import replace

from review_tui.domain.acts import Approval
from review_tui.domain.contributing import Emails, Written, contributors
from review_tui.domain.ignoring import counted_digest
from review_tui.domain.meeting import Draft
from review_tui.domain.state import Terms, wrote_of_it
from review_tui.domain.text import digest
from review_tui.services.lineage import Made, has_own_words, lineage
from review_tui.services.ports import History


def terms_of(draft: Draft, terms: Terms, history: History) -> Terms:
    """``terms`` with what the history says."""
    kept = lineage(history.versions(draft.path))
    texts = [made.text for made in kept]
    digests = [digest(text) for text in texts]
    approvals = [act for act in draft.acts if isinstance(act, Approval)]

    def is_approved(text: str, wrote: Emails) -> bool:
        then = replace(terms, contributors=wrote)
        by = [a.by for a in approvals if a.text == text and not (_no_own(terms) and wrote_of_it(then, a.by))]
        return bool(by) and not terms.policy.unmet(terms.presenter, by)

    written = [Written(d, _author(made, texts), made.parents) for d, made in zip(digests, kept, strict=True)]
    found = contributors(written, is_approved)
    last = found[digests[-1]] if digests else frozenset()
    counted = counted_digest(draft.text, terms.policy)
    approved = {a.text for a in approvals}
    same = {
        d
        for d, text in zip(digests, texts, strict=True)
        if d in approved and counted_digest(text, terms.policy) == counted
    }
    return replace(
        terms,
        contributors=found.get(draft.digest, last),
        same=frozenset(same),
        is_looked_up=True,
    )


def _author(made: Made, texts: Sequence[str]) -> str:
    """Whose words a version brought; nobody's where it only puts together what others had written."""
    sides = [texts[parent] for parent in made.parents]
    is_merge = len(sides) > 1
    return "" if is_merge and not has_own_words(made.text, sides) else made.version.entry.by.email


def _no_own(terms: Terms) -> bool:
    return not terms.policy.own_words
