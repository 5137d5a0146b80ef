"""Going from thing to thing, item to item and meeting to meeting."""
