"""Documents in and out of the screen: a file that comes back, the report, corrections to earlier minutes."""
