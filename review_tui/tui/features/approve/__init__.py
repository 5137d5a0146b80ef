"""Approving an item, or saying that one has read it."""
