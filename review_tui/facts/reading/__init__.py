"""How each kind of value is read where a pattern matches; ``facts.reader`` says which patterns are tried, and in which order."""
