"""Markdown: where the blocks of a text stand, and what a reader sees of its marks. Changes nothing."""
