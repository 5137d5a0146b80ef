"""Pure: facts in, something to draw out."""
