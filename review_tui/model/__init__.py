"""What minutes are: values and rules. No disk, clock, git or Textual here."""
