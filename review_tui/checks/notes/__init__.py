"""The draft against its notes: what they give otherwise, and what was left out or added."""
