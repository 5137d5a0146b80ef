"""Writes the table of keys into the README, from the program's own: ``python docs/list_keys.py``."""

from pathlib import Path

from review_tui.tui.keys import KEYS

README = Path(__file__).parents[1] / "README.md"
HEAD = "| key | what it does |\n|---|---|\n"
COMMANDS = "| `Ctrl+P` | Find a command by its name. |\n"


def main() -> None:
    """Put the table where the old one stands."""
    text = README.read_text(encoding="utf-8")
    before, _, rest = text.partition(HEAD)
    _, _, after = rest.partition(COMMANDS)
    rows = "".join(f"| `{key.shown}` | {key.says} |\n" for key in KEYS)
    README.write_text(f"{before}{HEAD}{rows}{COMMANDS}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
