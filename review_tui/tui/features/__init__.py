"""A room for each thing that a reviewer does: its dialog, its actions and its presenter."""
