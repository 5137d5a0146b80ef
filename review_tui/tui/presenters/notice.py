"""The rows between the panes and the keys: what stays to be said, and what was said last."""

from collections.abc import Iterable

from textual.content import Content

from review_tui.tui.presenters.status_lines import message_line, plain, warning_line

CATCHING_UP = "… catching up; the key you pressed comes next. Esc lets go of it."


def notice(warning: str, complaints: Iterable[str], message: str, *, is_slow: bool) -> Content:
    """A warning unless it is what was just said, the first complaint, the message, and that keys wait."""
    lines = [warning_line(warning)] if warning and warning != message else []
    different = list(dict.fromkeys(complaints))
    more = f" (and {len(different) - 1} more: see `review-tui status`)" if len(different) > 1 else ""
    lines += [plain(f"! {complaint}{more}") for complaint in different[:1]]
    lines += [message_line(message)] if message else []
    lines += [Content.styled(CATCHING_UP, "$text-muted")] if is_slow else []
    return Content("\n").join(lines)
