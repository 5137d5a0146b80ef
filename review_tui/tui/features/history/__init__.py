"""The timeline of an item."""
