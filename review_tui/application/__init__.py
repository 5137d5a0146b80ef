"""The jobs a reviewer has done for them, and the ports those jobs need."""
