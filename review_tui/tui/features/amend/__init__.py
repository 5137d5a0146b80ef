"""Amending the minutes, and putting right what a finding or flag suggests."""
