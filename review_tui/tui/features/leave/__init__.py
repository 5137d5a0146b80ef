"""Before leaving: what was done in this session."""
