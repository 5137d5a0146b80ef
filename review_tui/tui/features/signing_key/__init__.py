"""Choosing the key that one signs with."""
