"""How the draft is written: spelling, doubled words, abbreviations, house style."""
