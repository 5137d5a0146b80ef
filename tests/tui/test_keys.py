import re
import runpy
import string
from pathlib import Path

from review_tui.tui.actions import ACTIONS, CURSOR_ACTIONS
from review_tui.tui.features.help.presenter import help_page
from review_tui.tui.features.menu.actions import NEAREST, OF_THE_ITEM, OF_THE_MEETING, WITH_A_THING
from review_tui.tui.keys import KEYS, LISTED, REVIEWING, By, bindings
from review_tui.tui.main_screen import MainScreen
from review_tui.tui.panes import PANE_KEYS

TOP = Path(__file__).parents[2]
FAMILIAR = re.compile(
    r"[a-zA-Z]|f\d+|(?:shift\+)?(?:up|down|left|right|tab)|page(?:up|down)|home|end|space|escape|enter"
    r"|(?:ctrl|super)\+[cp]"
)
NAMED = {"full_stop", "slash", "question_mark", "left_square_bracket", "right_square_bracket"}


def test_no_key_does_two_things_and_no_id_names_two_keys() -> None:
    pressed = [key for row in KEYS for key in row.keys.split(",")]
    assert len(pressed) == len(set(pressed))
    assert len({row.id for row in KEYS}) == len(KEYS)


def test_every_key_leads_somewhere() -> None:
    for key in KEYS:
        if key.group == REVIEWING:
            assert key.id in CURSOR_ACTIONS
        elif key.by is By.FEATURES:
            assert key.id in ACTIONS
        elif key.is_for_panes:
            assert key.id in PANE_KEYS
        else:
            assert hasattr(MainScreen, f"action_{key.action}"), key.id


def test_the_menu_lists_every_key_that_reviews_once_in_each_pane() -> None:
    reviewing = {key.id for key in KEYS if key.group == REVIEWING}
    listed = [*WITH_A_THING, *NEAREST["draft"], *OF_THE_ITEM, *OF_THE_MEETING]
    assert reviewing <= set(listed)
    assert len(listed) == len(set(listed))
    assert {*listed, *NEAREST["notes"]} <= {key.id for key in KEYS}


def test_every_way_has_a_key() -> None:
    assert set(CURSOR_ACTIONS) == {key.id for key in KEYS if key.group == REVIEWING}
    elsewhere = {key.id for key in (*KEYS, *LISTED) if key.by is By.FEATURES and key.group != REVIEWING}
    assert set(ACTIONS) == elsewhere
    assert {key.id for key in KEYS if key.is_for_panes} == PANE_KEYS


def test_keys_are_ones_that_every_terminal_sends() -> None:
    for row in KEYS:
        for key in row.keys.split(","):
            assert FAMILIAR.fullmatch(key) or key in NAMED, key


def test_every_key_is_explained_on_the_help_page() -> None:
    page = " ".join(help_page().plain.split())
    for key in KEYS:
        assert key.says in page
        assert key.shown in page


def test_bindings_keep_the_ids_of_the_table() -> None:
    assert [b.id for b in bindings()] == [key.id for key in KEYS]


def test_the_readme_lists_every_key_once_as_the_table_has_it() -> None:
    readme = (TOP / "README.md").read_text(encoding="utf-8")
    for key in KEYS:
        assert readme.count(f"| `{key.shown}` | {key.says} |\n") == 1


def test_the_script_that_lists_the_keys_finds_nothing_to_change() -> None:
    readme = (TOP / "README.md").read_text(encoding="utf-8")
    script = runpy.run_path(str(TOP / "docs" / "list_keys.py"))
    assert script["with_keys"](readme) == readme
    free = script["free_letters"]().split()
    taken = [key for row in KEYS for key in row.keys.split(",") if len(key) == 1]
    assert sorted(free + taken) == sorted(string.ascii_letters)
