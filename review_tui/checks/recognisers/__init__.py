"""What the checks read out of text, each with its exact place: dates among them."""
