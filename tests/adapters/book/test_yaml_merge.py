"""Two changes of one YAML file: key by key, and the lines of what nobody touched stay as they are."""

import pytest

from review_tui.adapters.book.yaml_merge import UnmergeableYaml, merge_yaml

BASE = """\
# Whose book it is
body: Parish Council
date: 2022-03-16    # a Wednesday
present:
  - {name: Ann Lee, role: Chair}
  - {name: Bob Ray, role: Clerk}
items:
  - id: 01-roads
    number: '1'
    title: Roads
  - id: 02-paths
    number: '2'
    title: Paths
"""


def merged(ours: str, theirs: str, base: str = BASE) -> str:
    def choose(place: str, *_: object) -> object:
        raise AssertionError(place)

    found = merge_yaml(base.encode(), ours.encode(), theirs.encode(), choose).decode()
    turned = merge_yaml(base.encode(), theirs.encode(), ours.encode(), choose).decode()
    assert turned == found
    return found


def test_what_each_side_changed_is_taken_and_comments_stay() -> None:
    ours = BASE.replace("Parish Council", "Parish Council of Burrow")
    theirs = BASE.replace("date:", "venue: The hall\ndate:")
    assert merged(ours, theirs) == ours.replace("date:", "venue: The hall\ndate:")


def test_entries_of_a_list_are_told_by_their_names() -> None:
    ours = BASE.replace("Bob Ray, role: Clerk", "Bob Ray, role: Deputy Clerk")
    theirs = BASE.replace(
        "  - {name: Bob Ray, role: Clerk}\n", "  - {name: Bob Ray, role: Clerk}\n  - {name: Cy Poe}\n"
    ).replace("title: Paths", "title: Footpaths")
    found = merged(ours, theirs)
    assert "Deputy Clerk" in found
    assert "Cy Poe" in found
    assert "Footpaths" in found
    assert found.startswith("# Whose book it is\nbody: Parish Council\ndate: 2022-03-16    # a Wednesday\n")


def test_two_items_put_in_at_one_place_are_both_there_whoever_merges() -> None:
    ours = f"{BASE}  - {{id: 03-trees, title: Trees}}\n"
    theirs = f"{BASE}  - {{id: 03-lights, title: Lights}}\n"
    found = merged(ours, theirs)
    assert found.index("03-lights") < found.index("03-trees")


def test_what_one_takes_out_and_the_other_leaves_is_gone() -> None:
    assert "Ann Lee" not in merged(
        BASE.replace("  - {name: Ann Lee, role: Chair}\n", ""), BASE.replace("Clerk", "Secretary")
    )


def test_a_value_that_both_changed_is_asked_about() -> None:
    asked: list[tuple[object, ...]] = []

    def choose(*what: object) -> object:
        asked.append(what)
        return what[3]

    ours, theirs = BASE.replace("Roads", "Highways"), BASE.replace("Roads", "Roads and lanes")
    found = merge_yaml(BASE.encode(), ours.encode(), theirs.encode(), choose)
    assert asked == [("items, 01-roads, title", "Roads", "Highways", "Roads and lanes")]
    assert found.decode() == theirs


def test_a_file_that_both_have_made_anew_is_put_together_too() -> None:
    ours, theirs = "items:\n  - {id: a, title: A}\n", "items:\n  - {id: b, title: B}\nbody: Board\n"
    assert merged(ours, theirs, "").count("id:") == 2


def test_what_is_no_yaml_is_not_guessed_at() -> None:
    with pytest.raises(UnmergeableYaml):
        merge_yaml(BASE.encode(), b"a: [", BASE.encode() + b"x: y\n", lambda *_: None)
