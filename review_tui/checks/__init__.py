"""What a program can notice in minutes: pure, text in, findings out. One file per check."""
