"""The commands: the same acts as the screen, for scripts and for people who like a prompt."""
