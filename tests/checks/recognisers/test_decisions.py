"""What a meeting decided, in minutes' words and in clerks' short ones."""

import pytest

from review_tui.checks.recognisers.decisions import Outcome, find_decisions


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("It was agreed that the hedge be cut.", Outcome.AGREED),
        ("RESOLVED: That the report be received.", Outcome.AGREED),
        ("agr'd - cut hedge", Outcome.AGREED),
        ("It was not agreed to cut the hedge.", Outcome.REFUSED),
        ("It was agreed not to cut the hedge.", Outcome.REFUSED),
        ("It was agreed to refuse the application.", Outcome.REFUSED),
        ("14 Mill Rd: refused, too close", Outcome.REFUSED),
        ("The motion was lost.", Outcome.REFUSED),
        ("The item was deferred to May.", Outcome.DEFERRED),
        ("Resolved:- noted.", Outcome.NOTED),
        ("porch Mill Cottage - appr", Outcome.AGREED),
        ("RES 1) adopt the register", Outcome.AGREED),
        ("porch Mill Cottage refd", Outcome.REFUSED),
        ("tender of Hill Ltd \u2713", Outcome.AGREED),
        ("tender of Hill Ltd \u2717", Outcome.REFUSED),
        ("The motion was carried by six votes.", Outcome.AGREED),
    ],
)
def test_which_way_it_went_is_read(text: str, outcome: Outcome) -> None:
    assert outcome in {decision.outcome for decision in find_decisions(text)}


def test_work_that_was_carried_out_is_no_decision() -> None:
    assert find_decisions("The repairs were carried out and the form was passed to Mr Lee.") == ()


def test_the_words_are_given_with_their_exact_place() -> None:
    text = "After discussion it was not agreed to buy a mower."
    (decision,) = find_decisions(text)
    assert decision.text == decision.span.of(text) == "not agreed"
    assert decision.verb == "agreed"


def test_a_mention_of_an_agreement_is_not_taken_for_a_firm_decision() -> None:
    (mention,) = find_decisions("The clerk had the agreed sum sent to the builder.")
    assert not mention.is_firm
    (firm,) = find_decisions("It was agreed to send the sum to the builder.")
    assert firm.is_firm


def test_a_not_on_both_sides_of_the_verb_leaves_it_as_it_is() -> None:
    (decision,) = find_decisions("It was not agreed not to pursue this.")
    assert (decision.outcome, decision.text) == (Outcome.AGREED, "not agreed not to")
