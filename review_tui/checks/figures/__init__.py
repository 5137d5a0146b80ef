"""Sums and votes: figures that must agree with each other."""
