"""Finding words in the draft and the notes."""
