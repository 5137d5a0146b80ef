"""The looks of the screen: Textual's own themes, and two in which every word stands out."""

from textual.app import App
from textual.theme import Theme

HIGH_DARK = Theme(
    name="high-contrast-dark",
    primary="#4db8ff",
    secondary="#80d0ff",
    accent="#ffd24d",
    warning="#ffd24d",
    error="#ff8080",
    success="#66ff99",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1a1a1a",
    text_alpha=1.0,
    variables={"foreground-muted": "#d0d0d0"},
)
HIGH_LIGHT = Theme(
    name="high-contrast-light",
    primary="#003d99",
    secondary="#004c80",
    accent="#7a3d00",
    warning="#7a3d00",
    error="#a30000",
    success="#005c1f",
    foreground="#000000",
    background="#ffffff",
    surface="#ffffff",
    panel="#ececec",
    dark=False,
    text_alpha=1.0,
    variables={"foreground-muted": "#333333"},
)
NAMED = (
    ("Dark theme", "textual-dark"),
    ("Light theme", "textual-light"),
    ("High contrast theme, dark", HIGH_DARK.name),
    ("High contrast theme, light", HIGH_LIGHT.name),
)
"""What the palette offers at once; all of Textual's come when their names are typed."""


def install(app: App[None]) -> None:
    """Make our themes known to ``app``."""
    for theme in (HIGH_DARK, HIGH_LIGHT):
        app.register_theme(theme)
