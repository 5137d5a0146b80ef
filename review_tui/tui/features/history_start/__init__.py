"""Making a history for a book that has none."""
