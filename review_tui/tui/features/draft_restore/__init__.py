"""Going on with what was typed when the program was cut short."""
