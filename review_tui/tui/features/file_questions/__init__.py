"""Asking once for what can't be read from a file of minutes."""
