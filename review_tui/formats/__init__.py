"""Other people's documents, in and out. Empty until import and export move in."""
