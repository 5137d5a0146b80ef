"""The minutes at other times: differences, the five views, who wrote what."""
