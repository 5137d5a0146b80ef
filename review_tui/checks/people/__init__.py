"""Names and the roll: who was there, and how each is spelled."""
