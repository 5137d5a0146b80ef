"""Recording what a later meeting corrected in signed minutes."""
