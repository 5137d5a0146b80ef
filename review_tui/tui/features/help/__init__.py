"""The keys and what the words mean."""
