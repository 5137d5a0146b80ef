"""What passages come from: shown, confirmed, and what has no counterpart."""
