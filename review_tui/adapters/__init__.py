"""The world: files of the book, git, and what is kept outside the work tree."""
