"""Where words are now, and what changed: line matching, word differences, tracing, inverse patches. Pure."""
