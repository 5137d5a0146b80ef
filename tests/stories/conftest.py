"""What holds for all stories."""

from tests.stories.robot import paints_only_what_is_looked_at, styles_are_parsed_once

__all__ = ["paints_only_what_is_looked_at", "styles_are_parsed_once"]
