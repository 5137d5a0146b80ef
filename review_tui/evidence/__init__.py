"""Which notes a passage rests on: pure. Empty until the alignment moves in."""
