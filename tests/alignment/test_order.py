from review_tui.alignment.order import in_order


def test_of_two_jottings_alike_the_one_where_the_neighbours_stand_is_left_the_better() -> None:
    shared = [{at: 9.0} for at in range(4)] + [{4: 5.0, 19: 5.0}] + [{at: 9.0} for at in range(5, 9)]
    assert in_order(shared, [0])[4][4] > in_order(shared, [0])[4][19]


def test_the_best_keeps_what_it_has_and_no_other_passes_it() -> None:
    shared = [{0: 9.0}, {1: 9.0}, {2: 2.0, 19: 8.0}, {3: 9.0}]
    placed = in_order(shared, [0])[2]
    assert placed[19] == 8.0
    assert 2.0 < placed[2] < 8.0


def test_each_file_of_notes_has_an_order_of_its_own() -> None:
    shared = [*({at: 9.0} for at in range(10)), {0: 5.0, 12: 5.0}]
    as_one, apart = in_order(shared, [0])[-1], in_order(shared, [0, 10])[-1]
    assert as_one[12] / as_one[0] > apart[12] / apart[0]


def test_a_sentence_that_shares_nothing_is_left_so() -> None:
    assert in_order([{}, {3: 2.5}], [0]) == [{}, {3: 2.5}]
