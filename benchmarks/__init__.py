"""Speed and quality figures, each beside a peer or a floor measured in the same run.

A benchmark is a module here with a ``main() -> int``: it prints its own figures and returns 0, or another
number where a figure is worse than it may be. Names that begin with an underscore are helpers.
"""
