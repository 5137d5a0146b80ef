"""The options of the commands, a file for each family of them."""
