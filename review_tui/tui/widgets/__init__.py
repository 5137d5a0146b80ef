"""Widgets: they draw and post messages; no rules, no disk."""
