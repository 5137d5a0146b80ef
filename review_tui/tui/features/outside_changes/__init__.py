"""What changed outside while the book was open."""
