"""Sending what one did, receiving what others did, and settling what both changed."""
