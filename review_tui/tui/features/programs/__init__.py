"""Programs that the copy of a book names: asked about once."""
