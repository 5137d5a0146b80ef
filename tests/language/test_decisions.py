"""What a meeting decided, in minutes' words and in clerks' short ones."""

import pytest

from review_tui.language.decisions import DecisionOutcome, find_decisions


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("It was agreed that the hedge be cut.", DecisionOutcome.AGREED),
        ("RESOLVED: That the report be received.", DecisionOutcome.AGREED),
        ("agr'd - cut hedge", DecisionOutcome.AGREED),
        ("It was not agreed to cut the hedge.", DecisionOutcome.REFUSED),
        ("It was agreed not to cut the hedge.", DecisionOutcome.REFUSED),
        ("It was agreed to refuse the application.", DecisionOutcome.REFUSED),
        ("14 Mill Rd: refused, too close", DecisionOutcome.REFUSED),
        ("The motion was lost.", DecisionOutcome.REFUSED),
        ("The item was deferred to May.", DecisionOutcome.DEFERRED),
        ("Resolved:- noted.", DecisionOutcome.NOTED),
        ("porch Mill Cottage - appr", DecisionOutcome.AGREED),
        ("RES 1) adopt the register", DecisionOutcome.AGREED),
        ("porch Mill Cottage refd", DecisionOutcome.REFUSED),
        ("tender of Hill Ltd \u2713", DecisionOutcome.AGREED),
        ("tender of Hill Ltd \u2717", DecisionOutcome.REFUSED),
        ("The motion was carried by six votes.", DecisionOutcome.AGREED),
    ],
)
def test_which_way_it_went_is_read(text: str, outcome: DecisionOutcome) -> None:
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
    assert (decision.outcome, decision.text) == (DecisionOutcome.AGREED, "not agreed not to")
