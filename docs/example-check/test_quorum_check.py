"""The check finds what its example shows, and nothing where there was a quorum."""

from quorum_check import QuorumCheck

from review_tui.plugin import Document, Material, example_findings


def test_a_decision_without_a_quorum_is_found_with_both_places() -> None:
    (finding,) = example_findings(QuorumCheck())
    assert [place.quote for place in finding.places] == ["Resolved", "inquorate"]


def test_nothing_is_found_where_there_was_a_quorum() -> None:
    draft = Document.read("minutes.md", "Resolved:- That the grant be paid.\n")
    assert list(QuorumCheck().run(Material(draft))) == []
