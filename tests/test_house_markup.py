"""No words reach the screen as markup: to Textual a ``str`` is markup, and markup of a document can act.

Read off the code as well as can be: what is given to a widget must be ``Content``, a variable, or come with
``markup=False``. What a variable holds is for the types and the tests of the screens to say.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
CODE = sorted((ROOT / "review_tui").rglob("*.py"))

WIDGETS = frozenset({"Static", "Label", "notify"})
"""They say words to the reader: no ``str`` that is written out or put together on the spot."""

MORE_WIDGETS = frozenset(
    {
        *(
            "Button",
            "Checkbox",
            "Tick",
            "Collapsible",
            "Link",
            "Option",
            "RadioButton",
            "Selection",
            "Tab",
            "TabPane",
        ),
        *("add_column", "add_columns", "add_leaf", "add_option", "add_row", "set_label", "update", "TabPane"),
    }
)
"""They may say fixed words, never words put together on the spot."""

TITLES = frozenset({"border_title", "border_subtitle", "tooltip"})
WORDY_KEYWORDS = frozenset({"content", "label", "message", "tooltip"})


def called(call: ast.Call) -> str:
    """The last name of what is called: ``notify`` for ``self.app.notify(...)``."""
    return ast.unparse(call.func).rpartition(".")[2]


def is_put_together(node: ast.expr) -> bool:
    """Whether ``node`` makes a ``str`` on the spot: f-string, ``+`` or ``%``, format, join, ``str()``."""
    if isinstance(node, ast.JoinedStr):
        return True
    if isinstance(node, ast.BinOp):
        return any(is_written_out(side) or is_put_together(side) for side in (node.left, node.right))
    if isinstance(node, ast.IfExp):
        return is_put_together(node.body) or is_put_together(node.orelse)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return node.func.attr in {"format", "join"} and isinstance(node.func.value, ast.Constant)
    return isinstance(node, ast.Call) and called(node) == "str"


def is_written_out(node: ast.expr) -> bool:
    """Whether ``node`` is a fixed string that is not empty, or a choice between such."""
    if isinstance(node, ast.IfExp):
        return is_written_out(node.body) or is_written_out(node.orelse)
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value != ""


def markup(call: ast.Call) -> object:
    """What the call says of ``markup``: True, False, or None where it says nothing that can be read."""
    said = next((keyword.value for keyword in call.keywords if keyword.arg == "markup"), None)
    return said.value if isinstance(said, ast.Constant) else None


def wrong_in_call(call: ast.Call, name: str) -> str:
    """Why this call of ``name`` would print markup, or empty."""
    if markup(call) is not None:
        return "markup=True" if markup(call) else ""
    words = [*call.args, *(k.value for k in call.keywords if k.arg in WORDY_KEYWORDS)]
    if name in WIDGETS and any(is_written_out(word) for word in words):
        return f"a str given to {name} is markup: give it Content, or say markup=False"
    if name in WIDGETS | MORE_WIDGETS and any(is_put_together(word) for word in words):
        return f"a str put together for {name} is markup: give it Content"
    return ""


def wrong_in_title(node: ast.Assign) -> str:
    """Why this assignment would give a title markup, or empty."""
    titles = [t.attr for t in node.targets if isinstance(t, ast.Attribute) and t.attr in TITLES]
    fixed = node.value.value if isinstance(node.value, ast.Constant) else ""
    if titles and (is_put_together(node.value) or "[" in str(fixed)):
        return f"{titles[0]} is markup: give it Content"
    return ""


def misprints(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Where a ``str`` would reach the screen as markup: line and reason, in no set order."""
    for node in ast.walk(module):
        if isinstance(node, ast.ClassDef):
            yield from misprints_of_class(node)
        elif isinstance(node, ast.Call | ast.Assign):
            why = wrong_in_call(node, called(node)) if isinstance(node, ast.Call) else wrong_in_title(node)
            if why:
                yield node.lineno, why


def misprints_of_class(made: ast.ClassDef) -> Iterator[tuple[int, str]]:
    """Words that a widget of ours hands up to ``Static`` or the like."""
    bases = WIDGETS & {ast.unparse(base) for base in made.bases}
    for node in ast.walk(made):
        if bases and isinstance(node, ast.Call) and ast.unparse(node.func) == "super().__init__":
            why = wrong_in_call(node, min(bases))
            if why:
                yield node.lineno, why


def test_no_words_reach_the_screen_as_markup() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line} {why}"
        for path in CODE
        for line, why in misprints(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert found == [], "\n".join(found)


@pytest.mark.parametrize(
    "code",
    [
        'Static("words")',
        'Static(f"{title}")',
        'Static("a" if b else "c")',
        "Static(words, markup=True)",
        'Label(str(title), id="x")',
        'self.app.notify("Approved " + title)',
        'self.notify(message="{}".format(title))',
        'Button(f"Approve {title}")',
        'Button(label="Approve %s" % title)',
        'table.add_row(f"{title}")',
        'self.query_one(Static).update(f"{title}")',
        'self.query_one(Static).update(", ".join(titles))',
        'pane.border_title = f"{title}"',
        'pane.border_title = "[b]Notes"',
        'class Box(Static):\n    def __init__(self):\n        super().__init__("words")',
    ],
)
def test_words_that_would_be_markup_are_seen(code: str) -> None:
    assert len(list(misprints(ast.parse(code)))) == 1


@pytest.mark.parametrize(
    "code",
    [
        "Static()",
        'Static("", id="words")',
        'Static(Content("words"))',
        'Static(Content(f"{title}"), id="x")',
        'Static("words", markup=False)',
        'Static(Content.from_markup("[b]$title[/b]", title=title))',
        'self.notify(f"{title}", markup=False)',
        'Button("Approve", id="approve")',
        'pane.border_title = "Notes"',
        "pane.border_title = Content(title)",
        'settings.update({"a": f"{title}"})',
        'class Box(Static):\n    def __init__(self):\n        super().__init__(id="words")',
    ],
)
def test_words_that_are_safe_are_let_through(code: str) -> None:
    assert list(misprints(ast.parse(code))) == []
