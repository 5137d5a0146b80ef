"""The list of what can be done here."""
