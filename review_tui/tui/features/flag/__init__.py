"""Flags: raising, listing, placing, answering and settling them; objections."""
